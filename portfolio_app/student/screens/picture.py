"""A picture as large as the window, to look into it closely."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from functools import partial

import flet as ft

from portfolio_app.model.artifact import Work, WorkFile
from portfolio_app.student import actions
from portfolio_app.student.screens.incoming import Arriving, use_incoming
from portfolio_app.student.screens.picture_before import earlier_ones, side_by_side, was_before
from portfolio_app.student.screens.seen import SeenWords
from portfolio_app.student.screens.shell import behind_lock, warning
from portfolio_app.student.screens.still import Still
from portfolio_app.student.state import AppState
from portfolio_app.student.theme import Radius, Role, Space
from portfolio_app.student.widgets import (
    RAIL_PX,
    go,
    icon_button,
    say,
    use_kept,
)

LARGEST = 6.0
STEP = 1.5
FRAME_PX = 190
BAR_PX = 376


@dataclass
class Closeness:
    """How much the buttons have enlarged the picture."""

    scale: float = 1.0

    def step(self, factor: float) -> float:
        """How much closer (above 1) or farther (below 1) it goes now, within the limits."""
        before = self.scale
        self.scale = min(LARGEST, max(1.0, before * factor))
        return self.scale / before


@behind_lock
def BigPicture(app: AppState) -> ft.Control:  # noqa: N802
    """Zoom with two fingers, the wheel, or the buttons."""
    params = ft.use_route_params()
    near = use_kept(Closeness)
    work = app.open.work(params.get("work", ""))
    file = work.file(params.get("file", "")) if work else None
    # One viewer for as long as its picture stands: the buttons speak to it.
    viewers = use_kept(dict[str, ft.InteractiveViewer])
    viewer = viewers.setdefault(file.id if file else "", _viewer(app, work, file))

    async def zoom(factor: float) -> None:
        by = near.step(factor)
        if by != 1:
            width_px = app.width_px - (0 if app.is_compact else RAIL_PX)
            height_px = app.height_px - FRAME_PX
            # The viewer enlarges from its corner; moving it keeps the middle in the middle.
            await viewer.zoom(by)
            await viewer.pan(width_px / 2 * (1 / by - 1), height_px / 2 * (1 / by - 1))

    coming = _use_another(app, params.get("work", ""), params.get("file", ""))
    changes: list[ft.Control] = []
    before: list[ft.Control] = []
    seen: list[ft.Control] = []
    if work and file in work.files:
        changes = [_changes(app, work.id, file.id, *coming), *earlier_ones(app, work, file)]
        before = [warning(coming[1].problem)] if coming[1].problem else []
        seen = [SeenWords(work.id, file.id, key=f"seen-{file.id}")]
    elif work and file:
        before = [was_before(app, work, file)]
    nearer = _nearer(app, zoom, partial(_whole, near, viewer))
    bar = _bar(app, f"/works/{params.get('work', '')}", changes, nearer)
    under = [ft.Row([nearer], alignment=ft.MainAxisAlignment.CENTER)] if app.is_compact else []
    frame = ft.Container(
        Still(viewer, key=f"viewer-{file.id if file else ''}"),
        expand=True,
        bgcolor=Role.SUNKEN,
        border_radius=Radius.L,
        clip_behavior=ft.ClipBehavior.ANTI_ALIAS,
        alignment=ft.Alignment.CENTER,
    )
    shown = side_by_side(app, work, file, frame) if work and file else frame
    return ft.Container(
        ft.Column(
            [bar, *before, shown, *under, *seen],
            expand=True,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        ),
        padding=Space.S,
        expand=True,
    )


def _use_another(app: AppState, work_id: str, file_id: str) -> tuple[ft.FilePicker, Arriving]:
    async def came(work: str) -> None:
        say(app.words("student-saved-here"))
        go(f"/works/{work}")

    replacing = partial(actions.replace_file, work_id=work_id, file_id=file_id)
    return use_incoming(app, lambda: replacing, came)


async def _whole(near: Closeness, viewer: ft.InteractiveViewer) -> None:
    near.scale = 1.0
    await viewer.reset()


def _changes(
    app: AppState, work_id: str, file_id: str, picker: ft.FilePicker, arriving: Arriving
) -> ft.Control:
    """Draw on a picture, or put another in its place; the picture itself stays."""
    if arriving.is_slow:
        return ft.ProgressRing(width=24, height=24, stroke_width=3)
    draw = icon_button(
        app, ft.Icons.BRUSH_OUTLINED, app.words("student-draw-on"),
        lambda: go(f"/works/{work_id}/draw/{file_id}"), "draw-on",
        tooltip=app.words("student-draw-on"),
    )  # fmt: skip
    again = icon_button(
        app, ft.Icons.ADD_A_PHOTO_OUTLINED, app.words("student-picture-again"), lambda: None,
        "picture-again", tooltip=app.words("student-picture-again"),
        action=ft.PickFiles(picker, file_type=ft.FilePickerFileType.IMAGE),
    )  # fmt: skip
    label = app.words("student-voice-note")
    say_it = icon_button(
        app, ft.Icons.MIC_NONE_ROUNDED, label, lambda: go(f"/works/{work_id}/voice/{file_id}"),
        "say-about", tooltip=label,
    )  # fmt: skip
    # On the narrowest phones the page of the work has the way to it.
    talking = [say_it] if app.width_px >= BAR_PX else []
    return ft.Row([draw, *talking, again], spacing=0, tight=True)


def _bar(app: AppState, back: str, changes: Sequence[ft.Control], nearer: ft.Control) -> ft.Control:
    """What can be done with the picture; on a phone the ways nearer stand under it instead."""
    close = icon_button(
        app, ft.Icons.CLOSE_ROUNDED, app.words("student-close"), lambda: go(back), "back"
    )
    here = [] if app.is_compact else [nearer]
    return ft.Row([close, ft.Container(expand=True), *changes, *here])


def _nearer(
    app: AppState, zoom: Callable[[float], Awaitable[None]], whole: Callable[[], Awaitable[None]]
) -> ft.Control:
    """All of the picture again, farther, closer: for whoever cannot pinch."""
    ways = (
        ("farther", ft.Icons.ZOOM_OUT_ROUNDED, partial(zoom, 1 / STEP), "zoom-out"),
        ("whole", ft.Icons.FIT_SCREEN_ROUNDED, whole, "zoom-reset"),
        ("closer", ft.Icons.ZOOM_IN_ROUNDED, partial(zoom, STEP), "zoom-in"),
    )
    buttons = [
        icon_button(app, icon, label, do, key, tooltip=label)
        for name, icon, do, key in ways
        for label in [app.words(f"student-picture-{name}")]
    ]
    return ft.Row(buttons, spacing=0, tight=True)


def _viewer(app: AppState, work: Work | None, file: WorkFile | None) -> ft.InteractiveViewer:
    shown = (file.preview or file.thumbnail) if file else ""
    title = (work.title if work else "") or app.words("student-untitled")
    picture = (
        ft.Image(
            src=app.doors.picture(shown),
            fit=ft.BoxFit.CONTAIN,
            semantics_label=(file.seen if file else "") or title,
            gapless_playback=True,
            expand=True,
        )
        if shown
        else ft.Text(app.words("student-work-gone"))
    )
    return ft.InteractiveViewer(
        ft.Container(picture, alignment=ft.Alignment.CENTER),
        min_scale=1,
        max_scale=LARGEST,
        boundary_margin=ft.Margin.all(Space.L),
        expand=True,
    )
