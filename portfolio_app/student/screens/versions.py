"""One text that was written on two devices apart: all of it is shown until somebody chooses."""

from collections.abc import Awaitable, Callable
from functools import partial

import flet as ft

from portfolio_app.student.state import AppState
from portfolio_app.student.theme import Radius, Role, Space, Style
from portfolio_app.student.versions import Version
from portfolio_app.student.widgets import main_button, quiet_button, say, words_of

BETWEEN = "\n\n"
"""Stands between two versions that become one text."""

Keep = Callable[[str], Awaitable[object]]


def versions_choice(
    app: AppState, text: tuple[str, str], limit: int, keep: Keep, identifier: str
) -> ft.Control:
    """Every version of a text, (record, field), with where and when it was written.

    Each with "Keep this one", and "Keep both" while that fits in `limit` characters. `keep(text)`
    makes `text` the only version. Buttons are named "keep-<identifier>-1" and so on.
    """
    versions = app.open.versions.get(text, ())
    every = BETWEEN.join(version.words for version in versions)

    async def choose(text: str) -> None:
        await keep(text)
        say(app.words("student-saved-here"))

    rows = [
        _one(app, version, partial(choose, version.words), f"keep-{identifier}-{number}")
        for number, version in enumerate(versions, 1)
    ]
    both: list[ft.Control] = []
    if len(every) <= limit:
        label = app.words("student-two-devices-both")
        both = [ft.Row([main_button(app, label, partial(choose, every), f"keep-{identifier}-all")])]
    return ft.Container(
        ft.Column(
            [
                ft.Row(
                    [
                        ft.Icon(ft.Icons.DEVICES_ROUNDED, color=Role.ON_ACCENT_BOX, size=24),
                        words_of(
                            app.words("student-two-devices"),
                            Style.SUBTITLE,
                            Role.ON_ACCENT_BOX,
                            expand=True,
                        ),
                    ],
                    spacing=Space.M,
                ),
                *rows,
                *both,
            ],
            spacing=Space.M,
            tight=True,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        ),
        bgcolor=Role.ACCENT_BOX,
        border_radius=Radius.M,
        padding=Space.L,
    )


def _one(
    app: AppState, version: Version, keep: Callable[[], Awaitable[None]], identifier: str
) -> ft.Control:
    where = "student-two-devices-here" if version.is_here else "student-two-devices-there"
    day = app.words.day(version.at_ms, app.doors.zone)
    button = quiet_button(app, app.words("student-two-devices-keep"), keep, identifier)
    return ft.Container(
        ft.Column(
            [
                words_of(app.words(where, day=day), Style.LABEL, Role.SOFT),
                words_of(version.words or app.words("student-two-devices-empty")),
                ft.Row([button]),
            ],
            spacing=Space.S,
            tight=True,
        ),
        bgcolor=Role.RAISED,
        border_radius=Radius.M,
        padding=Space.L,
    )
