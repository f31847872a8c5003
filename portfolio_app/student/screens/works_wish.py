"""What is looked for in My work, and what was found; kept for a while when the screen is left."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, fields
from datetime import datetime, tzinfo

import flet as ft

from portfolio_app.model.artifact import Work
from portfolio_app.model.gallery import Circumstances, Wish, counts, found, said_in, school_year
from portfolio_app.model.search_words import words_of as words_in
from portfolio_app.student.screens.work_parts import wording
from portfolio_app.student.state import AppState

DRAFT = "gallery"
KEPT_MS = 20 * 60_000
"""Who comes back later than that finds everything again, not what they looked for last time."""

PICTURES, TIMELINE = "pictures", "timeline"


@ft.observable
@dataclass
class Gallery:
    """What somebody looks for, how they see it, and whether they are choosing just now.

    `start_px` is how far the list was scrolled when the screen was left.
    """

    wish: Wish = field(default_factory=Wish)
    view: str = PICTURES
    is_choosing: bool = False
    start_px: int = 0

    @property
    def name(self) -> str:
        """Another one means another list: it begins at its top."""
        return f"{self.view} {self.wish}"


def begun(app: AppState) -> Gallery:
    """As it was left a little while ago, or everything."""
    draft = app.doors.draft(DRAFT)
    kept_ms = draft.get("at_ms")
    if not isinstance(kept_ms, int) or not 0 <= app.doors.now_ms() - kept_ms < KEPT_MS:
        return Gallery()
    names = {one.name for one in fields(Wish)}
    wish = {name: value for name, value in draft.items() if name in names and _is_text(value)}
    view = TIMELINE if draft.get("view") == TIMELINE else PICTURES
    start_px = draft.get("px")
    return Gallery(Wish(**wish), view, start_px=start_px if isinstance(start_px, int) else 0)


def keep(app: AppState, gallery: Gallery, at_px: int = 0) -> None:
    """Remember it for when the screen is opened again."""
    now_ms = app.doors.now_ms()
    app.doors.keep_draft(
        DRAFT, {**asdict(gallery.wish), "view": gallery.view, "px": at_px, "at_ms": now_ms}
    )


def month_of(at_ms: int, zone: tzinfo) -> tuple[int, int]:
    """The year and the month of a moment, where the learner is."""
    day = datetime.fromtimestamp(at_ms / 1000, tz=zone)
    return day.year, day.month


def year_of(app: AppState) -> Callable[[int], int]:
    """What tells the school year of a moment."""
    zone, begins = app.doors.zone, app.open.year_begins
    return lambda at_ms: school_year(*month_of(at_ms, zone), begins)


class Looker:
    """Looks through the works of one screen; what it worked out is good until they change."""

    def __init__(self) -> None:
        self._said: dict[str, tuple[Work, str]] = {}
        self._statements: dict[str, str] = {}
        self._asked: tuple[object, ...] = ()
        self._found: list[Work] = []

    def found(self, app: AppState, wish: Wish) -> Sequence[Work]:
        """The works that fit, newest first; the same list while nothing changes."""
        snapshot = app.open
        asked = (snapshot.works, snapshot.sending, snapshot.goals, snapshot.year_begins, wish)
        before = self._asked
        if len(before) != len(asked) or any(a is not b for a, b in zip(before, asked, strict=True)):
            self._found = found(snapshot.works, wish, self.circumstances(app))
            self._asked = asked
        return self._found

    def counts(self, app: AppState, wish: Wish, name: str) -> Mapping[str, int]:
        """How many works each answer of a filter would show."""
        return counts(app.open.works, wish, name, self.circumstances(app))

    def circumstances(self, app: AppState) -> Circumstances:
        """What the open portfolio says about wishes."""
        return Circumstances(
            year_of(app),
            {goal.id: goal for goal in app.open.goals},
            app.open.sending,
            lambda work: self._words_of(app, work),
        )

    def _words_of(self, app: AppState, work: Work) -> str:
        known = self._said.get(work.id)
        if known is None or known[0] is not work:
            statements = (self._statement(app, ref) for ref in work.competencies)
            known = self._said[work.id] = (work, said_in(work) + "".join(statements))
        return known[1]

    def _statement(self, app: AppState, ref: str) -> str:
        if ref not in self._statements:
            known = app.open.catalog.competency(ref)
            said = words_in(wording(app, known)) if known else ()
            self._statements[ref] = "".join(f" {word}" for word in said)
        return self._statements[ref]


def _is_text(value: object) -> bool:
    return isinstance(value, str)
