"""Files that have no picture of their own: a film to watch, a document to take a copy of."""

from urllib.parse import urlencode

import flet as ft

from portfolio_app.model.artifact import WorkFile
from portfolio_app.model.gallery import kind_of
from portfolio_app.student.screens.large_files import megabytes
from portfolio_app.student.screens.sheets import stack
from portfolio_app.student.screens.watching import Watch
from portfolio_app.student.screens.work_card import kind_icon
from portfolio_app.student.state import AppState
from portfolio_app.student.theme import Radius, Role, Space, Style
from portfolio_app.student.widgets import named, safe, words_of

ENDING_LIMIT = 8
NARROW_PX = 272


def paper(app: AppState, file: WorkFile, height_px: float) -> ft.Control:
    """A card with what the file is and what can be done with it; narrow in a row of small files."""
    icon = ft.Icon(kind_icon(file), size=36, color=Role.PRIMARY)
    name = words_of(
        file.name, Style.SUBTITLE, expand=True, max_lines=2, overflow=ft.TextOverflow.ELLIPSIS
    )
    rows = [
        ft.Row([icon, name], spacing=Space.L),
        words_of(_about(app, file), Style.LABEL, Role.SOFT),
        *_what_to_do(app, file),
    ]
    return ft.Container(
        stack(rows), padding=Space.L, border_radius=Radius.L, bgcolor=Role.SUNKEN,
        width=NARROW_PX if height_px else None,
    )  # fmt: skip


def _about(app: AppState, file: WorkFile) -> str:
    ending = file.name.rpartition(".")[2].upper()[:ENDING_LIMIT]
    size = megabytes(file.size_bytes)
    return app.words("student-file-about", kind=ending, megabytes=size)


def _what_to_do(app: AppState, file: WorkFile) -> list[ft.Control]:
    if kind_of(file) == "film":
        return [Watch(file, f"watch-{file.position}", key=file.id)]
    source = app.doors.picture(file.media)
    if not isinstance(source, str):
        return []  # a device hands no file out of the app by itself
    copy = ft.OutlinedButton(
        app.words("student-file-copy"),
        icon=ft.Icons.DOWNLOAD_ROUNDED,
        action=ft.OpenUrl(f"{source}?{urlencode({'name': file.name})}"),
        on_click=safe(app, lambda: None),
    )
    return [ft.Row([named(f"copy-{file.position}", copy)], wrap=True)]
