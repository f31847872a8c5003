"""Files on their way in: the picker, how far each is, and why one could not be kept."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

import flet as ft

from portfolio_app.errors import BadInput, PortfolioError, UnsupportedPicture
from portfolio_app.student.state import AppState
from portfolio_app.student.theme import Radius, Role, Space, Style
from portfolio_app.student.widgets import (
    card,
    error_words,
    heading,
    named,
    safe,
    use_kept,
    words_of,
)

FILES_LIMIT = 20
SHOWN_AFTER_SECONDS = 0.3
"""What is here sooner needs no card that says that it is coming."""

Deed = Callable[..., Any]
"""What is done with the files: an action that takes the portfolio and the sources."""


@ft.observable
@dataclass
class Arriving:
    """Files on their way in: name -> how much has come, from 0 to 1.

    `is_slow`: so slowly that somebody wants to see it.
    """

    came: dict[str, float] = field(default_factory=dict)
    is_slow: bool = False
    problem: str = ""


def use_incoming(
    app: AppState,
    deed: Callable[[], Deed],
    done: Callable[[str], Awaitable[None]],
    *,
    is_leaving: bool = False,
) -> tuple[ft.FilePicker, Arriving]:
    """Inside a component: a picker whose files go to `deed()`, asked for when they come; then
    `done(work id)`. `is_leaving`: `done` shows another screen, so this one need not be drawn again.
    """
    arriving = use_kept(Arriving)
    picker = use_kept(ft.FilePicker)
    page = ft.context.page

    def lend() -> None:
        if picker not in page.services:
            page.services.append(picker)
            page.update()

    def take_away() -> None:
        if picker in page.services:
            page.services.remove(picker)

    # Lent at every drawing: a screen that another one of its kind follows is told to clean up, yet
    # lives on as that one.
    ft.use_effect(lend, None)
    ft.use_effect(lambda: None, [], cleanup=take_away)

    async def picked(event: ft.FilePickerResultEvent) -> None:
        if event.files:
            work_id = ""
            try:
                work_id = await _take_in(app, arriving, picker, event.files, deed())
                if work_id:
                    await done(work_id)
            finally:
                if not (work_id and is_leaving):
                    arriving.is_slow = False

    picker.on_result = safe(app, picked)
    return picker, arriving


def choose_button(
    app: AppState,
    picker: ft.FilePicker,
    identifier: str,
    label: str,
    icon: ft.IconData,
    endings: tuple[str, ...] = (),
) -> ft.Control:
    """Opens the picker, for files with these endings; for pictures where none are given."""
    kinds = ft.FilePickerFileType
    choose = ft.PickFiles(
        picker,
        file_type=kinds.CUSTOM if endings else kinds.IMAGE,
        allowed_extensions=list(endings) or None,
        allow_multiple=True,
    )
    # The browser opens a picker only inside the tap itself, so that is an action, not a handler.
    return named(
        identifier,
        ft.FilledButton(label, icon=icon, action=choose, on_click=safe(app, lambda: None)),
    )


def arriving_card(app: AppState, arriving: Arriving) -> ft.Control:
    """How far the files that come in are."""
    rows = [
        ft.Column(
            [
                words_of(name, Style.LABEL, max_lines=1, overflow=ft.TextOverflow.ELLIPSIS),
                ft.ProgressBar(
                    value=share if share < 1 else None,
                    color=Role.PRIMARY,
                    bgcolor=Role.SUNKEN,
                    bar_height=10,
                    border_radius=Radius.PILL,
                    semantics_label=name,
                ),
            ],
            spacing=Space.S,
            tight=True,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        )
        for name, share in arriving.came.items()
    ]
    return card(
        ft.Column(
            [heading(app.words("student-add-arriving"), 2), *rows],
            spacing=Space.L,
            tight=True,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        ),
        Space.XL,
    )


async def _take_in(
    app: AppState,
    arriving: Arriving,
    picker: ft.FilePicker,
    files: Sequence[ft.FilePickerFile],
    deed: Deed,
) -> str:
    """Take files in; the id of their work, or "" where there is a problem to be read."""
    if len(files) > FILES_LIMIT:
        arriving.problem = app.words("student-add-too-many", limit=FILES_LIMIT)
        return ""
    hollow = next((file.name for file in files if file.size == 0), "")
    if hollow:
        arriving.problem = app.words("student-add-hollow", name=hollow)
        return ""
    arriving.problem = ""
    came = {file.name: 0.0 for file in files}

    def progress(name: str, share: float) -> None:
        came[name] = share
        if arriving.is_slow:
            arriving.came = dict(came)
        app.doors.stir()

    async def show_if_slow() -> None:
        await asyncio.sleep(SHOWN_AFTER_SECONDS)
        arriving.came, arriving.is_slow = dict(came), True

    slow = asyncio.create_task(show_if_slow())
    try:
        return await app.doors.take_in(picker, files, progress, deed)
    except PortfolioError as problem:
        arriving.problem = _why_not(app, problem, files)
        return ""
    finally:
        slow.cancel()


def _why_not(app: AppState, problem: PortfolioError, files: Sequence[ft.FilePickerFile]) -> str:
    """Why nothing was added, and what to try, naming the file where several were chosen."""
    named = [file.name for file in files if file.name in str(problem)]
    name = max(named, key=len, default=files[0].name if files else "")
    if isinstance(problem, UnsupportedPicture):
        return app.words("student-add-broken", name=name)
    if isinstance(problem, BadInput) and named:
        return app.words("student-add-unknown-kind", name=name)
    return error_words(app.words, problem)
