"""How often a learner and a teacher saw the same, in counts of a child's own size.

For the learner and their teacher alone, in words; never a share, a score or an order of children.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from portfolio_app.model.gathering import Judge
from portfolio_app.model.progress import Judged

LATELY = 5
"""Of how many of the newest answers is told: what was years ago says little about today."""


class Trend(Enum):
    """Whether both see it the same more often lately than before. Less often has no name here:
    a harder work is no step back, and a child cannot do anything about it.
    """

    CLOSER = "closer"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Agreement:
    """Of the last `times` answers (1 to LATELY), how often both chose the same level."""

    same: int
    times: int
    trend: Trend = Trend.NONE


def agreement(growth: Sequence[Judged]) -> Agreement | None:
    """How often both saw one competency the same; None before a teacher answered any judgement.

    `growth` is that of `progress`, oldest first. Each judgement of the teacher stands beside the
    learner's newest one before it, of the same work and criterion; where the learner had not
    judged, it counts nowhere. The same is the same level by its id, in whatever version of the
    rubric.
    The trend is told from twice LATELY answers on: the newest LATELY beside the LATELY before them.
    """
    mine: dict[tuple[str, str], Judged] = {}
    pairs: list[bool] = []
    for mark in growth:
        key = mark.work, mark.criterion
        if mark.judge is Judge.LEARNER:
            mine[key] = mark
        elif key in mine:
            pairs.append(mine.pop(key).level.id == mark.level.id)
    if not pairs:
        return None
    lately, before = pairs[-LATELY:], pairs[-2 * LATELY : -LATELY]
    is_closer = len(before) == LATELY and sum(lately) > sum(before)
    return Agreement(sum(lately), len(lately), Trend.CLOSER if is_closer else Trend.NONE)
