"""What a new rubric of each kind begins with: enough to see its shape, nothing to throw away."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from portfolio_app.locales import Words
from portfolio_app.school.workshop.sheet import Cell, Line, NewId, Sheet
from rubrics.rubric import RUBRIC_KINDS


@dataclass(frozen=True, slots=True)
class Start:
    """A kind of rubric: how many criteria it begins with, and the names of its levels."""

    criteria: int
    levels: tuple[str, ...]


STARTS: Mapping[str, Start] = {
    "single_point": Start(3, ("towards", "there", "beyond")),
    "analytic": Start(3, ("beginning", "on-the-way", "secure", "beyond")),
    "holistic": Start(1, ("beginning", "on-the-way", "secure", "beyond")),
    "continuum": Start(1, ("beginning", "emerging", "on-the-way", "secure", "beyond")),
    "checklist": Start(4, ("not-yet", "yes")),
}
"""By the kinds of `RUBRIC_KINDS`, in the order of the page."""


def start_of(kind: str, words: Words, new_id: NewId) -> Sheet:
    """An empty sheet of a kind; an unknown kind begins as the first."""
    kind = kind if kind in STARTS else RUBRIC_KINDS[0]
    start = STARTS[kind]
    lines = tuple(
        Line(new_id(), cells=tuple(_cells(start, words, new_id))) for _ in range(start.criteria)
    )
    return Sheet(new_id(), "", kind, language=words.language, lines=lines)


def _cells(start: Start, words: Words, new_id: Callable[[], str]) -> list[Cell]:
    return [Cell(new_id(), words(f"teacher-start-{name}")) for name in start.levels]
