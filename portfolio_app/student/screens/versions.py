"""One text that was written on two devices: all of it is shown until somebody chooses or joins."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import partial

import flet as ft

from portfolio_app.student.screens.sheets import stack
from portfolio_app.student.state import AppState, use_app
from portfolio_app.student.theme import Radius, Role, Space, Style
from portfolio_app.student.versions import Version
from portfolio_app.student.widgets import (
    component,
    field,
    main_button,
    quiet_button,
    say,
    text_button,
    use_kept,
    words_of,
)

BETWEEN = "\n\n"
"""Stands between two versions that become one text."""

Keep = Callable[[str], Awaitable[object]]


@ft.observable
@dataclass
class Joining:
    """One text being made of several, by hand."""

    is_open: bool = False
    text: str = ""


def versions_choice(
    _app: AppState, text: tuple[str, str], limit: int, keep: Keep, identifier: str
) -> ft.Control:
    """Every version of a text, (record, field), with where and when it was written.

    Each with "Keep this one"; then "Keep both" while that fits in `limit` characters, and "Join
    them". `keep(text)` makes `text` the only version. Buttons are named "keep-<identifier>-1" and
    so on, "keep-<identifier>-all", "join-<identifier>".
    """
    return ft.Container(VersionsChoice(text, limit, keep, identifier), key=f"apart-{identifier}")


@component
def VersionsChoice(  # noqa: N802
    text: tuple[str, str], limit: int, keep: Keep, identifier: str
) -> ft.Control:
    """The versions with what can be done about them, or the text that is being made of them."""
    app = use_app()
    joining = use_kept(Joining)
    versions = app.open.versions.get(text, ())
    every = BETWEEN.join(version.words for version in versions if version.words.strip())

    async def choose(words: str) -> None:
        await keep(words)
        app.doors.keep_draft(_draft(text), None)
        say(app.words("student-saved-here"))

    rows = [
        _one(app, version, partial(choose, version.words), f"keep-{identifier}-{number}")
        for number, version in enumerate(versions, 1)
    ]
    if joining.is_open:
        below = _joining(app, text, joining, limit, choose)
    else:
        below = [_ways(app, text, joining, every, limit, choose, identifier)]
    head = ft.Row(
        [
            ft.Icon(ft.Icons.DEVICES_ROUNDED, color=Role.ON_ACCENT_BOX, size=28),
            ft.Semantics(
                header=True,
                heading_level=2,
                expand=True,
                content=words_of(
                    app.words("student-two-devices"), Style.SUBTITLE, Role.ON_ACCENT_BOX
                ),
            ),
        ],
        spacing=Space.M,
    )
    what = words_of(app.words("student-two-devices-what"), color=Role.ON_ACCENT_BOX)
    return ft.Container(
        stack([head, what, *rows, *below]),
        bgcolor=Role.ACCENT_BOX,
        border_radius=Radius.L,
        padding=Space.L,
    )


def _ways(
    app: AppState,
    text: tuple[str, str],
    joining: Joining,
    every: str,
    limit: int,
    choose: Keep,
    identifier: str,
) -> ft.Control:
    def begin() -> None:
        draft = app.doors.draft(_draft(text))
        joining.text = str(draft.get("text") or every)[:limit]
        joining.is_open = True

    join = quiet_button(
        app, app.words("student-two-devices-join"), begin, f"join-{identifier}",
        ft.Icons.EDIT_OUTLINED,
    )  # fmt: skip
    both: list[ft.Control] = []
    if len(every) <= limit:
        label = app.words("student-two-devices-both")
        both = [main_button(
            app, label, partial(choose, every), f"keep-{identifier}-all",
            ft.Icons.LIBRARY_ADD_CHECK_OUTLINED,
        )]  # fmt: skip
    return ft.Row([*both, join], wrap=True, spacing=Space.M, run_spacing=Space.S)


def _joining(
    app: AppState, text: tuple[str, str], joining: Joining, limit: int, choose: Keep
) -> list[ft.Control]:
    def write(words: str) -> None:
        joining.text = words
        app.doors.keep_draft(_draft(text), {"text": words})

    async def save() -> None:
        if not joining.text.strip():
            say(app.words("student-reflect-empty"))
            return
        await choose(joining.text.strip())

    def leave() -> None:
        joining.is_open = False

    return [
        words_of(app.words("student-two-devices-join-how"), color=Role.ON_ACCENT_BOX),
        field(
            app, app.words("student-two-devices-join-label"), joining.text, write, "join-words",
            lines=5, limit=limit,
        ),
        ft.Row(
            [
                main_button(
                    app, app.words("student-save"), save, "join-save", ft.Icons.CHECK_ROUNDED
                ),
                text_button(app, app.words("student-two-devices-join-not"), leave, "join-not"),
            ],
            wrap=True,
            spacing=Space.M,
            run_spacing=Space.S,
        ),
    ]  # fmt: skip


def _draft(text: tuple[str, str]) -> str:
    return f"join:{text[0]}:{text[1]}"


def _one(
    app: AppState, version: Version, keep: Callable[[], Awaitable[None]], identifier: str
) -> ft.Control:
    where = "student-two-devices-here" if version.is_here else "student-two-devices-there"
    icon = ft.Icons.TABLET_MAC_ROUNDED if version.is_here else ft.Icons.DEVICES_OTHER_ROUNDED
    day = app.words.day(version.at_ms, app.doors.zone)
    time = app.words.time(version.at_ms, app.doors.zone)
    button = quiet_button(app, app.words("student-two-devices-keep"), keep, identifier)
    said = (
        words_of(version.words)
        if version.words.strip()
        else words_of(app.words("student-two-devices-empty"), color=Role.SOFT)
    )
    return ft.Container(
        stack(
            [
                ft.Row(
                    [
                        ft.Icon(icon, size=20, color=Role.SOFT),
                        words_of(
                            app.words(where, day=day, time=time), Style.LABEL, Role.SOFT,
                            expand=True,
                        ),
                    ],
                    spacing=Space.S,
                ),
                said,
                ft.Row([button], wrap=True),
            ],
            Space.M,
        ),
        bgcolor=Role.RAISED,
        border_radius=Radius.M,
        padding=Space.L,
    )  # fmt: skip
