"""Whether there is enough evidence for a competency, in counts that a child can check.

"3 pieces, 2 contexts, 1 within 90 days": how many, not how good. Too little evidence is no level
and never becomes one.
"""

from collections.abc import Sequence
from dataclasses import dataclass

DAY_MS = 24 * 60 * 60 * 1000


@dataclass(frozen=True, slots=True)
class Evidence:
    """One work as evidence: when it was made, where ("" unsaid) and with what help ("" unsaid)."""

    work: str
    made_ms: int
    setting: str = ""
    help: str = ""


@dataclass(frozen=True, slots=True)
class EnoughRule:
    """What a school calls enough; 0 asks for nothing.

    `recent` pieces of the last `recent_days`; `alone`: made without help.
    """

    pieces: int = 3
    contexts: int = 2
    recent: int = 1
    recent_days: int = 90
    alone: int = 0


@dataclass(frozen=True, slots=True)
class Missing:
    """One part of the rule that is not met yet: "pieces", "contexts", "recent" or "alone"."""

    what: str
    have: int
    need: int


@dataclass(frozen=True, slots=True)
class Sufficiency:
    """What there is, and what is still missing, in the rule's order."""

    pieces: int
    contexts: int
    recent: int
    alone: int
    missing: tuple[Missing, ...]

    @property
    def is_enough(self) -> bool:
        """Whether nothing is missing."""
        return not self.missing


def sufficiency(evidence: Sequence[Evidence], rule: EnoughRule, now_ms: int) -> Sufficiency:
    """Count evidence by a rule. Each work counts once.

    - pieces: works.
    - contexts: different settings. All works that name none are one context together: two of them
      may come from the same place, and a child who never says where loses nothing but variety.
    - recent: works made at most `recent_days` times 24 hours before `now_ms`; a work from a
      clock that runs ahead is recent.
    - alone: works made without help.

    After required demonstrations in mastery programmes ("three pieces in two settings").
    """
    since_ms = now_ms - rule.recent_days * DAY_MS
    works: set[str] = set()
    settings: set[str] = set()
    recent = alone = 0
    for one in evidence:
        if one.work not in works:
            works.add(one.work)
            settings.add(one.setting)
            recent += one.made_ms >= since_ms
            alone += one.help == "alone"
    pieces, contexts = len(works), len(settings)
    missing = []
    if pieces < rule.pieces:
        missing.append(Missing("pieces", pieces, rule.pieces))
    if contexts < rule.contexts:
        missing.append(Missing("contexts", contexts, rule.contexts))
    if recent < rule.recent:
        missing.append(Missing("recent", recent, rule.recent))
    if alone < rule.alone:
        missing.append(Missing("alone", alone, rule.alone))
    return Sufficiency(pieces, contexts, recent, alone, tuple(missing))


def is_enough(evidence: Sequence[Evidence], rule: EnoughRule, now_ms: int) -> bool:
    """The same as `sufficiency(…).is_enough`, quicker for a whole framework."""
    # Whoever has fewer works than pieces are asked for needs no counting.
    if len(evidence) < rule.pieces:
        return False
    return sufficiency(evidence, rule, now_ms).is_enough
