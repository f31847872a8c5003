"""A fresh badge or paper for home: shown once, to be printed or written down now."""

from collections.abc import Callable
from dataclasses import dataclass

import flet as ft

from portfolio_app.student.screens.focused import focused_page
from portfolio_app.student.screens.key_pages import Printed, badge_page, groups_of, sheet_page
from portfolio_app.student.screens.qr import qr_picture
from portfolio_app.student.state import AppState, use_app
from portfolio_app.student.theme import Role, Space, Style
from portfolio_app.student.widgets import (
    card,
    component,
    heading,
    main_button,
    named,
    notice,
    quiet_button,
    use_kept,
    words_of,
)

BADGE = "badge"
WIDEST_PX = 640


@ft.observable
@dataclass
class Showing:
    """Whether the name is printed too, and where the page lies meanwhile."""

    with_name: bool = True
    address: str | None = None


@component
def KeyShown(  # noqa: N802
    kind: str, code: str, on_done: Callable[[], None], *, with_name: bool
) -> ft.Control:
    """Show the code of a "badge" or "recovery" sheet, and lend a page of it to the printer."""
    app = use_app()
    showing = use_kept(lambda: Showing(with_name))

    def lend() -> None:
        showing.address = app.doors.keys.print_page(_page(app, kind, code, showing))

    def take_back() -> None:
        if showing.address is not None:
            app.doors.keys.unprint(showing.address)

    ft.use_effect(lend, [showing.with_name], cleanup=take_back)
    shown = card(
        ft.Row(
            [qr_picture(code, app.words(f"student-key-{kind}-qr")), _code(app, code)],
            wrap=True,
            spacing=Space.XL,
            run_spacing=Space.L,
            alignment=ft.MainAxisAlignment.CENTER,
            vertical_alignment=ft.CrossAxisAlignment.CENTER,
        )
    )
    once = "student-key-shown-once" if showing.address else "student-key-shown-write"
    rows = [
        heading(app.words(f"student-key-{kind}-made")),
        notice(app.words(once), ft.Icons.INFO_OUTLINE_ROUNDED, Role.WARM_BOX, Role.ON_WARM_BOX),
        shown,
        words_of(app.words(f"student-key-{kind}-keep"), color=Role.SOFT),
        *([_name_choice(app, showing)] if showing.address else []),
    ]
    actions = [
        quiet_button(app, app.words("student-done"), on_done, "key-done", ft.Icons.CHECK_ROUNDED)
    ]
    if showing.address:
        actions.append(_print_button(app, showing.address))
    return focused_page(app, rows, actions, WIDEST_PX)


def _page(app: AppState, kind: str, code: str, showing: Showing) -> str:
    learner = app.open.learner
    name = learner.name if showing.with_name else ""
    picture = app.doors.asset(f"pictures/avatars/{learner.picture}.svg") if name else ""
    day = app.words.day(app.doors.now_ms(), app.doors.zone)
    page = badge_page if kind == BADGE else sheet_page
    return page(app.words, Printed(code, day, name, picture))


def _code(app: AppState, code: str) -> ft.Control:
    columns: list[ft.Control] = [
        ft.Column([words_of(group, Style.TITLE) for group in column], spacing=Space.S, tight=True)
        for column in zip(*groups_of(code), strict=True)
    ]
    # Letters and digits stand as they are printed, also where the page runs from right to left:
    # Flet's `rtl` turns a row to the right only, never back.
    if app.words.right_to_left:
        columns.reverse()
    block = ft.Row(columns, spacing=Space.L, tight=True)
    return named("key-code", ft.Semantics(exclude_semantics=True, content=block), code)


def _name_choice(app: AppState, showing: Showing) -> ft.Control:
    def turn() -> None:
        showing.with_name = not showing.with_name

    label = "student-key-name-off" if showing.with_name else "student-key-name-on"
    icon = ft.Icons.PERSON_OFF_OUTLINED if showing.with_name else ft.Icons.PERSON_OUTLINE_ROUNDED
    return ft.Row([quiet_button(app, app.words(label), turn, "key-name", icon)], wrap=True)


def _print_button(app: AppState, address: str) -> ft.Control:
    # The browser opens a page only in the very moment of the tap, so the button carries the link.
    return main_button(
        app,
        app.words("student-key-print"),
        app.doors.stir,
        "key-print",
        ft.Icons.PRINT_OUTLINED,
        url=ft.Url(address, target=ft.UrlTarget.BLANK),
    )
