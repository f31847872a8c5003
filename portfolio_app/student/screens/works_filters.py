"""Choosing which works are seen: by kind, school year, statement, goal and sending, together.

What is chosen stands above the works and can be taken away one by one.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import flet as ft

from portfolio_app.model.gallery import FILTERS, KINDS, WAITING, Wish, year_name
from portfolio_app.student import school_years
from portfolio_app.student.screens.sheets import choices, stack
from portfolio_app.student.screens.work_parts import wording
from portfolio_app.student.screens.works_wish import Looker
from portfolio_app.student.state import AppState
from portfolio_app.student.theme import Radius, Role, Space, Style
from portfolio_app.student.widgets import (
    card,
    heading,
    main_button,
    scroll_page,
    tappable,
    text_button,
    words_of,
)

OFFERED_AT_FIRST = 8
WIDEST_PX = 760
STATEMENT_LIMIT = 90

Wanted = Callable[[Wish], None]


@ft.observable
@dataclass
class Unfolded:
    """Which filters show all they have, and whether the months are offered."""

    names: list[str] = field(default_factory=list)
    is_year_open: bool = False


def filters_page(
    app: AppState, looker: Looker, wish: Wish, unfolded: Unfolded, want: Wanted, done: Wanted
) -> ft.Control:
    """Everything that can be chosen, each with how many works it would show."""
    groups = [_group(app, looker, wish, name, unfolded, want) for name in FILTERS]
    count = len(looker.found(app, wish))
    show = main_button(
        app, app.words("student-works-show", count=count), lambda: done(wish), "show-works",
        ft.Icons.CHECK_ROUNDED,
    )  # fmt: skip
    clear = text_button(
        app, app.words("student-works-clear"), lambda: want(Wish(words=wish.words)), "clear-all",
        ft.Icons.CLEAR_ALL_ROUNDED,
    )  # fmt: skip
    buttons = ft.Row(
        [show, *([clear] if wish.chosen else [])], wrap=True, spacing=Space.M, run_spacing=Space.S
    )
    page = scroll_page(app, [group for group in groups if group is not None], WIDEST_PX)
    bar = ft.Container(
        ft.Semantics(live_region=True, content=buttons), padding=Space.L, bgcolor=Role.SURFACE
    )
    return stack_full(page, bar)


def stack_full(page: ft.Control, bar: ft.Control) -> ft.Control:
    """A page that scrolls above buttons that stay."""
    return ft.Column(
        [ft.Container(page, expand=True), bar],
        expand=True,
        spacing=0,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def chosen_row(app: AppState, wish: Wish, want: Wanted) -> list[ft.Control]:
    """What is chosen, each with a cross that takes it away; nothing where nothing is."""
    if not wish.chosen:
        return []
    chips = [_chosen(app, wish, name, value, want) for name, value in wish.chosen]
    return [ft.Row(chips, wrap=True, spacing=Space.S, run_spacing=Space.S)]


def value_words(app: AppState, name: str, value: str) -> str:
    """What one answer of a filter is called."""
    if name == "kind":
        return app.words(f"student-works-kind-{value}")
    if name == "year":
        named = year_name(int(value), app.open.year_begins) if value.isdecimal() else value
        return app.words("student-works-year", year=named)
    if name == "competency":
        known = app.open.catalog.competency(value)
        text = wording(app, known) if known else app.words("student-work-tag-unknown")
        return text if len(text) <= STATEMENT_LIMIT else text[: STATEMENT_LIMIT - 1] + "…"
    if name == "goal":
        goal = app.open.goal(value)
        return goal.title if goal else app.words("student-goal-gone")
    return app.words("student-sending-waiting")


def _chosen(app: AppState, wish: Wish, name: str, value: str, want: Wanted) -> ft.Control:
    text = value_words(app, name, value)
    inside = ft.Row(
        [
            words_of(
                text, Style.LABEL, Role.ON_PRIMARY_BOX, max_lines=1, expand=True, expand_loose=True,
                overflow=ft.TextOverflow.ELLIPSIS,
            ),
            ft.Icon(ft.Icons.CLOSE_ROUNDED, size=20, color=Role.ON_PRIMARY_BOX),
        ],
        tight=True,
        spacing=Space.S,
    )  # fmt: skip
    return tappable(
        app,
        inside,
        lambda: want(wish.turned(name, value)),
        f"chosen-{name}",
        app.words("student-works-take-away", what=text),
        padding=ft.Padding.symmetric(horizontal=Space.L, vertical=Space.M),
        border_radius=Radius.PILL,
        bgcolor=Role.PRIMARY_BOX,
        border=None,
    )


def _group(
    app: AppState, looker: Looker, wish: Wish, name: str, unfolded: Unfolded, want: Wanted
) -> ft.Control | None:
    """One filter with its answers, the most used first; None where there is nothing to choose."""
    counted = looker.counts(app, wish, name)
    values = _offered(app, name, counted, getattr(wish, name))
    if not values:
        return None
    shown = values if name in unfolded.names else values[:OFFERED_AT_FIRST]
    chosen = getattr(wish, name)
    if chosen and chosen not in shown:
        shown = [chosen, *shown]
    rows: list[ft.Control] = [
        heading(app.words(f"student-works-by-{name}"), 2),
        ft.Row(
            [_answer(app, wish, name, one, counted.get(one, 0), want) for one in shown],
            wrap=True,
            spacing=Space.S,
            run_spacing=Space.S,
        ),
    ]
    if len(values) > len(shown):
        more = len(values) - len(shown)
        rows.append(
            text_button(
                app, app.words("student-home-more", count=more),
                lambda: unfolded.names.append(name), f"more-{name}", ft.Icons.EXPAND_MORE_ROUNDED,
            )
        )  # fmt: skip
    if name == "year":
        rows += _year_begins(app, unfolded)
    return card(stack(rows))


def _offered(app: AppState, name: str, counted: Mapping[str, int], chosen: str) -> Sequence[str]:
    if name == "kind":
        return list(KINDS)
    if name == "sending":
        return [WAITING] if app.open.outlook.school else []
    if name == "goal":
        return [goal.id for goal in app.open.goals]
    if name == "year":
        return sorted({*counted, *([chosen] if chosen else [])}, reverse=True)
    return sorted(counted, key=lambda one: (-counted[one], one))


def _answer(
    app: AppState, wish: Wish, name: str, value: str, count: int, want: Wanted
) -> ft.Control:
    is_chosen = getattr(wish, name) == value
    ink = Role.ON_PRIMARY if is_chosen else Role.INK
    soft = Role.ON_PRIMARY if is_chosen else Role.SOFT
    text = value_words(app, name, value)
    mark = [ft.Icon(ft.Icons.CHECK_ROUNDED, size=20, color=ink)] if is_chosen else []
    said = app.words("student-works-count", count=count)
    return tappable(
        app,
        ft.Row(
            [
                *mark,
                words_of(text, Style.LABEL, ink, expand=True, expand_loose=True),
                words_of(str(count), Style.LABEL, soft),
            ],
            tight=True,
            spacing=Space.S,
        ),
        lambda: want(wish.turned(name, value)),
        f"filter-{name}-{value}",
        f"{text}. {said}",
        selected=is_chosen,
        padding=ft.Padding.symmetric(horizontal=Space.L, vertical=Space.M + 2),
        border_radius=Radius.L,
        bgcolor=Role.PRIMARY if is_chosen else Role.SURFACE,
        border=ft.Border.all(1.5, Role.PRIMARY if is_chosen else Role.OUTLINE),
    )


def _year_begins(app: AppState, unfolded: Unfolded) -> list[ft.Control]:
    """When a school year begins: a quiet line, and the months once it is tapped."""
    month = app.open.year_begins
    said = app.words("student-works-year-begins", month=app.words.month_name(month))
    if not unfolded.is_year_open:

        def open_it() -> None:
            unfolded.is_year_open = True

        return [text_button(app, said, open_it, "year-begins", ft.Icons.EDIT_CALENDAR_OUTLINED)]

    async def choose(value: str) -> None:
        unfolded.is_year_open = False
        await app.doors.act(school_years.begin_years_in, int(value))

    months = [(str(one), app.words.month_name(one)) for one in school_years.MONTHS]
    return [
        words_of(said, color=Role.SOFT),
        choices(app, "year-begins", months, str(month), choose),
    ]
