"""What every screen stands on: the lock's promise, its title, and the signs of sending.

Nothing behind the lock is drawn while the app is locked.
"""

import functools
from collections.abc import Callable
from typing import Any

import flet as ft

from portfolio_app.errors import Refused
from portfolio_app.model.sending import Sending
from portfolio_app.student.screens.sheets import titled
from portfolio_app.student.state import AppState, use_app
from portfolio_app.student.theme import LOOSE, Radius, Role, Space, Style
from portfolio_app.student.widgets import (
    component,
    go,
    icon_button,
    named,
    notice,
    words_of,
)

Draw = Callable[[AppState], ft.Control]

SENDING_LOOK: dict[Sending, tuple[str, ft.IconData, ft.ColorValue, ft.ColorValue]] = {
    Sending.SAVED_HERE: ("saved", ft.Icons.SAVE_OUTLINED, Role.SUNKEN, Role.INK),
    Sending.WAITING: (
        "waiting", ft.Icons.SCHEDULE_SEND_ROUNDED, Role.ACCENT_BOX, Role.ON_ACCENT_BOX,
    ),
    Sending.SAFE: ("safe", ft.Icons.CLOUD_DONE_OUTLINED, Role.GOOD_BOX, Role.ON_GOOD_BOX),
    Sending.ASK: ("ask", ft.Icons.BACK_HAND_OUTLINED, Role.WARM_BOX, Role.ON_WARM_BOX),
}  # fmt: skip


def behind_lock(draw: Draw) -> Callable[..., Any]:
    """A screen that is drawn only while a portfolio is open; `draw` gets the state."""

    @functools.wraps(draw)
    def body() -> ft.Control:
        app = use_app()
        return ft.Container() if app.snapshot is None else draw(app)

    drawn: Callable[..., Any] = component(body)
    return drawn


def sending_chip(app: AppState, state: Sending, identifier: str = "") -> ft.Control:
    """Where work is on its way: picture and words."""
    key, icon, fill, color = SENDING_LOOK[state]
    text = app.words(f"student-sending-{key}")
    chip = ft.Container(
        ft.Row(
            [
                ft.Icon(icon, size=18, color=color),
                words_of(text, Style.LABEL, color, expand=True, expand_loose=True),
            ],
            spacing=Space.XS + 2,
            tight=True,
        ),
        bgcolor=fill,
        border_radius=Radius.L,
        padding=ft.Padding.symmetric(horizontal=Space.M, vertical=Space.S),
    )
    return named(identifier, chip) if identifier else chip


def sending_line(app: AppState, state: Sending, identifier: str) -> ft.Control:
    """The same in a quiet line, for one work among others."""
    key, icon, _, _ = SENDING_LOOK[state]
    text = words_of(app.words(f"student-sending-{key}"), Style.LABEL, Role.SOFT, **LOOSE)
    line = ft.Row([ft.Icon(icon, size=18, color=Role.SOFT), text], spacing=Space.S, tight=True)
    return named(identifier, line)


def sending_words(app: AppState) -> str:
    """The state of sending in a sentence."""
    outlook = app.open.outlook
    key = SENDING_LOOK[outlook.state][0]
    if outlook.school is None:
        return app.words("student-home-no-school")
    if outlook.problem == Refused.__name__:
        return app.words("student-home-sending-signed-out")
    if outlook.problem and outlook.state is Sending.WAITING:
        return app.words("student-home-sending-later")
    return app.words(f"student-home-sending-{key}", count=outlook.waiting_works)


def warning(text: str) -> ft.Control:
    """What did not work and what to do, read aloud as soon as it stands there."""
    box = notice(text, ft.Icons.INFO_OUTLINE_ROUNDED, Role.WARM_BOX, Role.ON_WARM_BOX)
    return ft.Semantics(live_region=True, content=box)


def page_top(
    app: AppState, title: str, back: str = "", aside: ft.Control | None = None
) -> ft.Control:
    """The title of a screen, with the way back."""
    button = icon_button(
        app, ft.Icons.ARROW_BACK_ROUNDED, app.words("student-back"), lambda: go(back), "back"
    )
    return titled(app, title, [aside] if aside else [], [button] if back else [])
