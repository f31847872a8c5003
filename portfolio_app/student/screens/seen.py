"""What can be seen in a picture, in the words of who made it, for people who cannot see it."""

import contextlib
from collections.abc import Callable
from typing import Any

import flet as ft

from portfolio_app.errors import PortfolioError
from portfolio_app.model.artifact import Work
from portfolio_app.model.records import SEEN_LIMIT
from portfolio_app.student import capturing
from portfolio_app.student.screens.writing import Writing
from portfolio_app.student.state import AppState, use_app
from portfolio_app.student.theme import Role, Space, Style
from portfolio_app.student.widgets import (
    RAIL_PX,
    component,
    field,
    go,
    say,
    text_button,
    use_kept,
    words_of,
)

WIDEST_PX = 720


@component
def SeenWordsView(work_id: str, file_id: str) -> ft.Control:  # noqa: N802
    """Asked for, never demanded; kept when the field is left."""
    app = use_app()
    work = app.open.work(work_id) if app.snapshot else None
    file = work.file(file_id) if work else None
    writing = use_kept(lambda: Writing(file.seen if file else ""))
    page = ft.context.page

    async def keep() -> None:
        text = writing.text
        await app.doors.act(capturing.say_seen, work_id, file_id, text)
        writing.saved(text)

    async def keep_quietly() -> None:
        # Whoever is here by now may be somebody else, who has no such picture.
        with contextlib.suppress(PortfolioError):
            await keep()

    def leave() -> None:
        """A finger on "Close" does not take the field its turn: what stands in it is kept."""
        if writing.is_changed:
            with contextlib.suppress(AttributeError, RuntimeError):  # a closed window runs nothing
                page.run_task(keep_quietly)

    async def save() -> None:
        if writing.is_changed:
            await keep()
            say(app.words("student-saved-here"))

    ft.use_effect(lambda: None, [], cleanup=leave)
    if file is None:
        return ft.Container()
    writing.follow(file.seen)

    box = field(
        app, app.words("student-picture-seen"), writing.text, writing.write, "seen",
        on_submit=save, on_blur=save, limit=SEEN_LIMIT,
    )  # fmt: skip
    why = words_of(app.words("student-picture-seen-why"), Style.LABEL, Role.SOFT)
    asked = ft.Column(
        [box, why],
        spacing=Space.XS,
        tight=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
    room_px = app.width_px - (0 if app.is_compact else RAIL_PX) - 2 * Space.L
    return ft.Row(
        [ft.Container(asked, width=min(WIDEST_PX, room_px))],
        alignment=ft.MainAxisAlignment.CENTER,
    )


SeenWords: Callable[..., Any] = SeenWordsView


def ask_seen(app: AppState, work: Work) -> list[ft.Control]:
    """The way to say it, while it was not said of a picture of the work."""
    unsaid = next((file for file in work.files if file.preview and not file.seen), None)
    if unsaid is None:
        return []
    route = f"/works/{work.id}/picture/{unsaid.id}"
    label = app.words("student-work-say-seen")
    return [text_button(app, label, lambda: go(route), "say-seen", ft.Icons.VISIBILITY_OUTLINED)]
