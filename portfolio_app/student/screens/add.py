"""Add: choose a picture or a file. It is kept at once; everything else can wait."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import flet as ft

from portfolio_app.errors import BadInput, PortfolioError, UnsupportedPicture
from portfolio_app.student.screens.half_come import half_come
from portfolio_app.student.screens.purpose import (
    arrived,
    asked_purpose,
    purpose_notice,
    way_back,
)
from portfolio_app.student.screens.shell import behind_lock, page_top, warning
from portfolio_app.student.state import AppState
from portfolio_app.student.theme import Radius, Role, Space, Style
from portfolio_app.student.widgets import (
    card,
    error_words,
    heading,
    safe,
    scroll_page,
    use_kept,
    words_of,
)

FILES_LIMIT = 20
WIDEST_PX = 640


@ft.observable
@dataclass
class Arriving:
    """Files on their way in: name -> how much has come, from 0 to 1."""

    came: dict[str, float] = field(default_factory=dict)
    is_busy: bool = False
    problem: str = ""


@behind_lock
def Add(app: AppState) -> ft.Control:  # noqa: N802
    """Choose what to add."""
    arriving = use_kept(Arriving)
    picker = use_kept(ft.FilePicker)
    page = ft.context.page

    def lend() -> None:
        page.services.append(picker)
        page.update()

    def take_away() -> None:
        if picker in page.services:
            page.services.remove(picker)

    ft.use_effect(lend, [], cleanup=take_away)

    async def picked(event: ft.FilePickerResultEvent) -> None:
        if event.files:
            await _take_in(app, arriving, picker, event.files)

    picker.on_result = safe(app, picked)
    purpose = asked_purpose(app)
    body = [_arriving(app, arriving)] if arriving.is_busy else _choices(app, picker)
    if arriving.problem:
        body.insert(0, warning(arriving.problem))
    body = [*half_come(app, is_adding=True), *body]
    top = page_top(app, app.words("student-add"), way_back(purpose))
    return scroll_page(app, [top, *purpose_notice(app, purpose), *body], WIDEST_PX)


def _choices(app: AppState, picker: ft.FilePicker) -> list[ft.Control]:
    return [
        words_of(app.words("student-add-why"), color=Role.SOFT),
        _choice(
            app, picker, "picture", ft.Icons.ADD_A_PHOTO_OUTLINED, ft.FilePickerFileType.IMAGE,
            "pick-file",
        ),
        _choice(
            app, picker, "file", ft.Icons.ATTACH_FILE_ROUNDED, ft.FilePickerFileType.ANY,
            "pick-any",
        ),
    ]  # fmt: skip


def _choice(
    app: AppState,
    picker: ft.FilePicker,
    key: str,
    icon: ft.IconData,
    kind: ft.FilePickerFileType,
    identifier: str,
) -> ft.Control:
    is_main = key == "picture"
    label = app.words(f"student-add-{key}")
    # The browser opens a picker only inside the tap itself, so this is an action, not a handler.
    pressed = ft.Container(
        ft.Semantics(exclude_semantics=True, content=_offer(app, key, icon)),
        ink=True,
        padding=Space.XL,
        border_radius=Radius.L,
        bgcolor=Role.PRIMARY if is_main else Role.RAISED,
        border=None if is_main else ft.Border.all(1, Role.LINE),
        action=ft.PickFiles(picker, file_type=kind, allow_multiple=True),
        on_click=safe(app, lambda: None),
    )
    return ft.MergeSemantics(
        ft.Semantics(identifier=identifier, label=label, button=True, content=pressed)
    )


def _offer(app: AppState, key: str, icon: ft.IconData) -> ft.Control:
    is_main = key == "picture"
    ink = Role.ON_PRIMARY if is_main else Role.INK
    soft = Role.ON_PRIMARY if is_main else Role.SOFT
    circle = ft.Container(
        ft.Icon(icon, size=34, color=Role.ON_ACCENT if is_main else Role.PRIMARY),
        width=72,
        height=72,
        border_radius=Radius.PILL,
        bgcolor=Role.ACCENT if is_main else Role.PRIMARY_BOX,
        alignment=ft.Alignment.CENTER,
    )
    lines = ft.Column(
        [
            words_of(app.words(f"student-add-{key}"), Style.TITLE, ink),
            words_of(app.words(f"student-add-{key}-what"), color=soft),
        ],
        spacing=Space.XS,
        tight=True,
        expand=True,
    )
    return ft.Row([circle, lines], spacing=Space.L)


def _arriving(app: AppState, arriving: Arriving) -> ft.Control:
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
) -> None:
    if len(files) > FILES_LIMIT:
        arriving.problem = app.words("student-add-too-many", limit=FILES_LIMIT)
        return
    hollow = next((file.name for file in files if file.size == 0), "")
    if hollow:
        arriving.problem = app.words("student-add-hollow", name=hollow)
        return
    purpose = asked_purpose(app)
    arriving.problem = ""
    arriving.came = {file.name: 0.0 for file in files}
    arriving.is_busy = True

    def progress(name: str, share: float) -> None:
        arriving.came = {**arriving.came, name: share}
        app.doors.stir()

    try:
        work_id = await app.doors.take_in(picker, files, progress)
    except PortfolioError as problem:
        arriving.problem = _why_not(app, problem, files)
        return
    finally:
        arriving.is_busy = False
    await arrived(app, work_id, purpose)


def _why_not(app: AppState, problem: PortfolioError, files: Sequence[ft.FilePickerFile]) -> str:
    """Why nothing was added, and what to try, naming the file where several were chosen."""
    named = [file.name for file in files if file.name in str(problem)]
    name = max(named, key=len, default=files[0].name if files else "")
    if isinstance(problem, UnsupportedPicture):
        return app.words("student-add-broken", name=name)
    if isinstance(problem, BadInput) and named:
        return app.words("student-add-unknown-kind", name=name)
    return error_words(app.words, problem)
