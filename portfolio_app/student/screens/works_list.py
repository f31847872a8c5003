"""Thousands of works as one page that scrolls: only those near the window are drawn and sent.

What stands above and below is empty room of the right height, so that the scroll bar tells the
truth. Screens that show many works may use it; what they looked for does not enter here.
"""

import itertools
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import flet as ft

from portfolio_app.model.artifact import Work
from portfolio_app.model.gallery import year_name
from portfolio_app.model.sending import Sending
from portfolio_app.student.screens.shell import SENDING_LOOK
from portfolio_app.student.screens.work_card import GalleryCard, thumbnail
from portfolio_app.student.screens.works_wish import month_of, year_of
from portfolio_app.student.state import AppState, use_app
from portfolio_app.student.theme import Radius, Role, Space, Style, at_start
from portfolio_app.student.widgets import (
    RAIL_PX,
    component,
    go,
    heading,
    memo,
    safe,
    tappable,
    use_kept,
    words_of,
)

CARD_PX = 200
WIDE_CARD_PX = 240
CAPTION_PX = 56
PICTURE_SHAPE = 0.8
HEADING_PX = 56
MONTH_PX = 40
HIGHEST_LEVEL = 2
"""Of the headings inside the page; its own title stands above."""

ROW_PX = 88
THUMBNAIL_PX = 64
AHEAD = 0.75
"""How much more than the window is drawn on each side, in heights of the window."""

HEAD_PX = 150
"""So much of the window, at least, stands above the list."""

KEY = 12
"""So many letters of an id are enough to tell the works of one line apart."""

SCROLL_PAUSE_MS = 60
TEXT_GROWS = 1.15
LARGE_TEXT = 1.2
"""From here on a phone shows one column less."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the page, `height_px` high: works side by side, or the title of what follows."""

    height_px: int
    works: tuple[Work, ...] = ()
    title: str = ""
    key: str = ""
    level: int = HIGHEST_LEVEL


@dataclass(frozen=True, slots=True)
class Page:
    """All lines; `ends_px` is where each of them ends. `columns` works stand in a line."""

    lines: tuple[Line, ...]
    ends_px: tuple[int, ...]
    columns: int
    side_px: int

    def between(self, from_px: float, to_px: float) -> tuple[int, int]:
        """First and one-past-last line that show something between these two."""
        first = bisect_right(self.ends_px, from_px)
        return first, min(len(self.lines), bisect_right(self.ends_px, to_px) + 1)


@ft.observable
@dataclass
class Window:
    """Which part of the page is drawn: a little more than what is seen."""

    first_px: float
    last_px: float


def as_pictures(app: AppState, works: Sequence[Work], side_px: int) -> Page:
    """Cards side by side below the name of their school year."""
    width_px = app.width_px - (0 if app.is_compact else RAIL_PX) - 2 * side_px
    wanted_px = CARD_PX if app.is_compact else WIDE_CARD_PX
    columns = max(1, -(-width_px // wanted_px))
    if app.preferences.text_scale > LARGE_TEXT and app.is_compact:
        columns = max(1, columns - 1)
    card_px = (width_px - (columns - 1) * Space.M) / columns
    height_px = round(card_px * PICTURE_SHAPE + _grown(app, CAPTION_PX)) + Space.M
    lines: list[Line] = []
    begins, of_year = app.open.year_begins, year_of(app)
    for year, mine in itertools.groupby(works, lambda work: of_year(work.made_ms)):
        named = app.words("student-works-year", year=year_name(year, begins))
        lines.append(_title(app, named, str(year)))
        row = tuple(mine)
        for start in range(0, len(row), columns):
            here = row[start : start + columns]
            lines.append(Line(height_px, here, key=here[0].id))
    return _page(lines, columns, side_px)


def as_timeline(app: AppState, works: Sequence[Work], side_px: int) -> Page:
    """One below the other with their days, by school year and month."""
    lines: list[Line] = []
    zone, begins, of_year = app.doors.zone, app.open.year_begins, year_of(app)
    height_px, year = _grown(app, ROW_PX) + Space.S, 0
    for month, found in itertools.groupby(works, lambda work: month_of(work.made_ms, zone)):
        mine = tuple(found)
        if year != (year := of_year(mine[0].made_ms)):
            named = app.words("student-works-year", year=year_name(year, begins))
            lines.append(_title(app, named, str(year)))
        named = app.words.month(mine[0].made_ms, zone)
        lines.append(_title(app, named, f"{year} {month}", level=3))
        lines += [Line(height_px, (work,), key=work.id) for work in mine]
    return _page(lines, 1, side_px)


@component
def WorksListView(page: Page, start_px: int, on_place: Callable[[int], None]) -> ft.Control:  # noqa: N802
    """The page; `on_place` hears how far it is scrolled."""
    app = use_app()
    height_px = app.height_px or 800
    window = use_kept(lambda: Window(start_px, start_px + height_px - HEAD_PX))
    column = ft.Ref[ft.Column]()

    async def go_back_there() -> None:
        if start_px and column.current is not None:
            await column.current.scroll_to(offset=start_px)

    ft.use_effect(go_back_there, [])

    def scrolled(event: ft.OnScrollEvent) -> None:
        if abs(event.pixels - start_px) < 1:
            return  # back where it was left: that is drawn
        seen_px = event.viewport_dimension
        spare_px = seen_px * AHEAD / 3
        if (
            event.pixels - spare_px < max(0, window.first_px)
            or event.pixels + seen_px + spare_px > window.last_px
        ):
            window.first_px = event.pixels - seen_px * AHEAD
            window.last_px = event.pixels + seen_px * (1 + AHEAD)
            on_place(round(event.pixels))

    first, last = page.between(window.first_px, window.last_px)
    above_px = page.ends_px[first - 1] if first else 0
    below_px = page.ends_px[-1] - page.ends_px[last - 1] if last else 0
    lines = [_line(app, page, line) for line in page.lines[first:last]]
    return ft.Column(
        [
            ft.Container(height=above_px, key="above"),
            *lines,
            ft.Container(height=below_px + Space.HUGE, key="below"),
        ],
        ref=column,
        scroll=ft.ScrollMode.AUTO,
        expand=True,
        spacing=0,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        on_scroll=safe(app, scrolled),
        scroll_interval=SCROLL_PAUSE_MS,
    )


WorksList = memo(WorksListView)


def _line(app: AppState, page: Page, line: Line) -> ft.Control:
    side = ft.Padding.symmetric(horizontal=page.side_px)
    if not line.works:
        style = Style.SUBTITLE if line.level == HIGHEST_LEVEL else Style.LABEL
        title = heading(line.title, line.level, style, max_lines=_lines(app))
        return ft.Container(
            title, height=line.height_px, padding=side, key=line.key,
            alignment=at_start(right_to_left=app.words.right_to_left),
        )  # fmt: skip
    sending = app.open.sending
    if page.columns == 1 and line.height_px < CARD_PX:
        work = line.works[0]
        inner = TimelineRow(work, sending[work.id])
        gap = Space.S
    else:
        cards: list[ft.Control] = [
            ft.MergeSemantics(GalleryCard(work, sending[work.id]), expand=True, key=work.id[:KEY])
            for work in line.works
        ]
        cards += [ft.Container(expand=True) for _ in range(page.columns - len(line.works))]
        inner = ft.Row(cards, spacing=Space.M, vertical_alignment=ft.CrossAxisAlignment.STRETCH)
        gap = Space.M
    around = ft.Padding.only(left=page.side_px, right=page.side_px, bottom=gap)
    return ft.Container(inner, height=line.height_px, padding=around, key=line.key)


@component
def TimelineRowView(work: Work, state: Sending) -> ft.Control:  # noqa: N802
    """One work with its day and where it is on its way."""
    app = use_app()
    title = work.title or app.words("student-untitled")
    key, icon, _, _ = SENDING_LOOK[state]
    day = app.words.day(work.made_ms, app.doors.zone)
    sent = app.words(f"student-sending-{key}")
    one_line: dict[str, Any] = {"max_lines": 1, "overflow": ft.TextOverflow.ELLIPSIS}
    return tappable(
        app,
        ft.Row(
            [
                ft.Container(
                    thumbnail(app, work, THUMBNAIL_PX, Radius.S), width=THUMBNAIL_PX
                ),
                ft.Column(
                    [
                        words_of(title, Style.SUBTITLE, **one_line),
                        words_of(day, Style.LABEL, Role.SOFT, **one_line),
                    ],
                    spacing=0, expand=True, alignment=ft.MainAxisAlignment.CENTER,
                ),
                ft.Icon(icon, size=20, color=Role.SOFT),
            ],
            spacing=Space.M,
        ),
        lambda: go(f"/works/{work.id}"),
        f"work-{work.id}",
        f"{title}. {day}. {sent}",
        padding=ft.Padding.symmetric(horizontal=Space.M, vertical=Space.S),
        border_radius=Radius.M,
    )  # fmt: skip


TimelineRow = memo(TimelineRowView)


def _page(lines: list[Line], columns: int, side_px: int) -> Page:
    ends_px = tuple(itertools.accumulate(line.height_px for line in lines))
    return Page(tuple(lines), ends_px, columns, side_px)


def _title(app: AppState, title: str, key: str, level: int = HIGHEST_LEVEL) -> Line:
    height_px = HEADING_PX if level == HIGHEST_LEVEL else MONTH_PX
    return Line(_grown(app, height_px) * _lines(app), title=title, key=key, level=level)


def _lines(app: AppState) -> int:
    """How many lines a title may take: one, or two where few words fit on a line."""
    return 2 if app.is_tight else 1


def _grown(app: AppState, height_px: int) -> int:
    """As high as its words need at the learner's size of text."""
    return round(height_px * max(1.0, app.preferences.text_scale * TEXT_GROWS - 0.15))
