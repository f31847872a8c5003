"""How several screens lay things out: stacks, titled sheets, rows of choices, rows of tabs.

Only shapes stand here; what they hold is the screens' own.
"""

from collections.abc import Callable, Sequence

import flet as ft

from portfolio_app.student.state import AppState
from portfolio_app.student.theme import LOOSE, Radius, Role, Space, Style
from portfolio_app.student.widgets import card, go, heading, tappable, words_of

TITLE_LETTER_PX = 16
BESIDE_PX = 230
"""What the way back and a button take of a phone's width, at most."""


def stack(controls: Sequence[ft.Control], spacing: int = Space.M, **more: object) -> ft.Column:
    """Things below each other, as wide as there is room."""
    return ft.Column(
        list(controls),
        spacing=spacing,
        tight=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        **more,  # type: ignore[arg-type]
    )


def beside(app: AppState, main: ft.Control, aside: Sequence[ft.Control]) -> ft.Control:
    """What matters, with something small at its end; below it where few words fit on a line."""
    if app.is_tight:
        return stack([main, ft.Row(list(aside), wrap=True)], Space.S)
    return ft.Row([ft.Container(main, expand=True), *aside], spacing=Space.S)


def titled(
    app: AppState, title: str, aside: Sequence[ft.Control], back: Sequence[ft.Control] = ()
) -> ft.Control:
    """The title of a screen with buttons at its end; below it where it would break to bits."""
    row = ft.Row(
        [*back, ft.Container(heading(title), expand=True)],
        spacing=Space.S,
        vertical_alignment=ft.CrossAxisAlignment.CENTER,
    )
    if not aside:
        return row
    is_long = app.is_compact and len(title) * TITLE_LETTER_PX > app.width_px - BESIDE_PX
    return (
        stack([row, ft.Row(list(aside), wrap=True)], Space.S)
        if is_long
        else beside(app, row, aside)
    )


def sheet(
    title: str, icon: ft.IconData, rows: Sequence[ft.Control], aside: ft.Control | None = None
) -> ft.Container:
    """A card with a picture and a heading that screen readers can jump to."""
    head = ft.Row(
        [
            ft.Icon(icon, color=Role.PRIMARY, size=26),
            ft.Container(heading(title, 2), expand=True),
            *([aside] if aside else []),
        ],
        spacing=Space.M,
    )
    return card(stack([head, *rows]))


def choices(
    app: AppState,
    name: str,
    options: Sequence[tuple[str, str]],
    chosen: str,
    choose: Callable[[str], object],
) -> ft.Control:
    """One of several, each (value, words); the chosen one carries a check mark."""

    def one(value: str, text: str) -> ft.Control:
        is_chosen = value == chosen
        ink = Role.ON_PRIMARY if is_chosen else Role.INK
        mark: list[ft.Control] = (
            [ft.Icon(ft.Icons.CHECK_ROUNDED, size=20, color=ink)] if is_chosen else []
        )
        return tappable(
            app,
            ft.Row([*mark, words_of(text, Style.LABEL, ink, **LOOSE)], tight=True, spacing=Space.S),
            lambda: choose(value),
            f"{name}-{value}",
            text,
            selected=is_chosen,
            padding=ft.Padding.symmetric(horizontal=Space.L, vertical=Space.M + 3),
            border_radius=Radius.PILL,
            bgcolor=Role.PRIMARY if is_chosen else Role.SURFACE,
            border=ft.Border.all(1.5, Role.PRIMARY if is_chosen else Role.OUTLINE),
        )

    return ft.Row(
        [one(value, text) for value, text in options],
        wrap=True,
        spacing=Space.S,
        run_spacing=Space.S,
    )


GROWING = (("goals", "/goals"), ("progress", "/progress"), ("roadmap", "/roadmap"))


def growing_tabs(app: AppState, chosen: str) -> ft.Control:
    """The three sides of growing: my goals, what I can, my way so far."""
    routes = dict(GROWING)
    options = [(key, app.words(f"student-growing-{key}")) for key in routes]
    return choices(app, "growing", options, chosen, lambda value: go(routes[value]))


def begin_row(app: AppState, starters: Sequence[str], begin: Callable[[str], None]) -> ft.Control:
    """Beginnings of a sentence, to tap; `begin` gets the words."""
    return ft.Row(
        [_starter(app, number, text, begin) for number, text in enumerate(starters, 1)],
        wrap=True,
        spacing=Space.S,
        run_spacing=Space.S,
    )


def _starter(app: AppState, number: int, text: str, begin: Callable[[str], None]) -> ft.Control:
    return tappable(
        app,
        ft.Row(
            [
                ft.Icon(ft.Icons.FORMAT_QUOTE_ROUNDED, size=18, color=Role.ON_ACCENT_BOX),
                words_of(f"{text} …", Style.LABEL, Role.ON_ACCENT_BOX, **LOOSE),
            ],
            spacing=Space.XS,
            tight=True,
        ),
        lambda: begin(text),
        f"starter-{number}",
        app.words("student-reflect-begin-with", words=text),
        padding=ft.Padding.symmetric(horizontal=Space.M, vertical=Space.M + 3),
        bgcolor=Role.ACCENT_BOX,
        border=None,
        border_radius=Radius.PILL,
    )


def joined(before: str, beginning: str) -> str:
    """Words so far with a beginning put after them."""
    gap = "" if not before or before.endswith((" ", "\n")) else " "
    return f"{before}{gap}{beginning} "
