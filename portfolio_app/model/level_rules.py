"""Which level several judgements come to: one pure function, with the definition of each rule.

A rule is chosen by the school and named wherever its outcome is shown. It says where one learner
stands in one competency; nothing here compares learners or adds up competencies.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

METHODS = ("latest", "best", "most_common", "decaying_average")
NEWEST_PERCENT = 65
"""What the newest judgement weighs in a decaying average: the usual share in Canvas."""


@dataclass(frozen=True, slots=True)
class LevelRule:
    """How judgements become one level; `newest_percent` (1 to 99) counts in an average only."""

    method: str = METHODS[0]
    newest_percent: int = NEWEST_PERCENT


def standing(shares: Sequence[float], rule: LevelRule) -> float:
    """Where judgements stand together, 0 (the first level) to 1 (the last); oldest first.

    A judgement's share is its level's place among the levels of its criterion, counted from 0,
    divided by the last place. So levels of rubrics with more or fewer of them can be compared.

    - latest: the newest judgement. Canvas "Most Recent Score".
    - best: the highest. Canvas "Highest Score".
    - most_common: the share that occurs most often (the mode); of several that occur equally often
      the one that was given last.
    - decaying_average: the first judgement; then, for each later one, p % of it and the rest of
      what stood before, with p = `newest_percent`. This is an exponentially weighted average, and
      what Canvas calls "Decaying Average" since 2023. (What Canvas called so before, and "Weighted
      Average" now, weighs the newest against the plain mean of all others.)

    Source: Instructure, "What calculation methods are available for outcomes?" (Canvas guides), and
    "Canvas Outcomes: New and Updated Proficiency Calculations" (2023). Raises ValueError without
    any judgement: missing evidence is not a low level, so there is no number for it.
    """
    if not shares:
        raise ValueError("Nothing was judged yet; there is no level to work out.")
    if rule.method == "best":
        return max(shares)
    if rule.method == "most_common":
        return _most_common(shares)
    if rule.method == "decaying_average":
        return _decaying(shares, rule.newest_percent / 100)
    return shares[-1]


def nearest_place(share: float, levels: int) -> int:
    """The place (from 0) of the level nearest to a share; halfway between two, the higher one."""
    return min(levels - 1, int(share * (levels - 1) + 0.5 + 1e-9))


def share_of(place: int, levels: int) -> float:
    """The share of a level by its place (from 0); the only level of a criterion is all of it."""
    return place / (levels - 1) if levels > 1 else 1.0


def _most_common(shares: Sequence[float]) -> float:
    count = Counter(shares)
    most = max(count.values())
    return next(share for share in reversed(shares) if count[share] == most)


def _decaying(shares: Sequence[float], newest_weight: float) -> float:
    stands = shares[0]
    for share in shares[1:]:
        stands = newest_weight * share + (1 - newest_weight) * stands
    return stands
