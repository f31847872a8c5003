"""Take a photo with the camera of this device, where the app can use one.

The camera comes with a part of Flet that may not be installed, and no desktop program has it. Where
it is missing nothing offers it, and a photo is chosen from those that are there.
"""

from typing import Any

import flet as ft

from portfolio_app.errors import PortfolioError
from portfolio_app.student import actions
from portfolio_app.student.actions import Source
from portfolio_app.student.screens.incoming import choose_button, use_incoming
from portfolio_app.student.screens.lens import (
    Looking,
    begin_looking,
    camera_part,
    lens_box,
    other_camera,
)
from portfolio_app.student.screens.purpose import arrived, asked_purpose, on_with
from portfolio_app.student.screens.shell import behind_lock, page_top, warning
from portfolio_app.student.state import AppState
from portfolio_app.student.theme import Space
from portfolio_app.student.widgets import (
    Handler,
    main_button,
    use_kept,
)

AROUND_PX = 260
SMALLEST_PX = 160
LOOK_SHARE = 4 / 3


@behind_lock
def TakePhoto(app: AppState) -> ft.Control:  # noqa: N802
    """Look through the camera, and keep what is seen with one tap."""
    looking = use_kept(Looking)
    part = use_kept(camera_part)
    camera = use_kept(lambda: part.Camera(expand=True) if part else None)
    purpose = asked_purpose(app)
    picker, arriving = use_incoming(
        app, lambda: actions.add_work, lambda work_id: arrived(app, work_id, purpose)
    )

    async def begin() -> None:
        await begin_looking(looking, part, camera, "VERY_HIGH")

    async def shoot() -> None:
        work_id = await _shoot(app, looking, camera)
        if work_id:
            await arrived(app, work_id, purpose)

    ft.use_effect(begin, [])
    body = _missing(app, picker) if looking.is_missing or part is None else [
        _look(app, camera),
        _buttons(app, looking, shoot, begin),
    ]  # fmt: skip
    problem = [warning(arriving.problem)] if arriving.problem else []
    return ft.Container(
        ft.Column(
            [
                page_top(app, app.words("student-photo-title"), on_with("/add", purpose)),
                *problem,
                *body,
            ],
            spacing=Space.L,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
            expand=True,
        ),
        padding=ft.Padding.symmetric(horizontal=Space.L, vertical=Space.S),
        expand=True,
    )


async def _shoot(app: AppState, looking: Looking, camera: Any) -> str:
    """Keep what is seen; the id of its work, or "" where the camera did not give it."""
    looking.is_busy = True
    try:
        raw = bytes(await camera.take_picture())
        return str(await app.doors.act(actions.add_work, [Source("photo.jpg", [raw])]))
    except PortfolioError:
        raise
    except Exception:  # noqa: BLE001 - whatever the camera of this device does not like
        looking.is_missing = True
        return ""
    finally:
        looking.is_busy = False


def _look(app: AppState, camera: Any) -> ft.Control:
    high_px = max(SMALLEST_PX, app.height_px - AROUND_PX)
    return lens_box(camera, min(high_px, app.width_px * LOOK_SHARE))


def _buttons(app: AppState, looking: Looking, shoot: Handler, begin: Handler) -> ft.Control:
    take = main_button(
        app, app.words("student-photo-take"), shoot if looking.is_ready else None, "take-photo",
        ft.Icons.PHOTO_CAMERA_ROUNDED, is_busy=looking.is_busy,
    )  # fmt: skip
    row = [take, *other_camera(app, looking, begin)]
    return ft.Row(row, alignment=ft.MainAxisAlignment.CENTER, spacing=Space.L)


def _missing(app: AppState, picker: ft.FilePicker) -> list[ft.Control]:
    """Why there is nothing to see, and the other way to the same end."""
    label = app.words("student-photo-choose")
    choose = choose_button(app, picker, "pick-file", label, ft.Icons.PHOTO_LIBRARY_OUTLINED)
    return [warning(app.words("student-photo-missing")), ft.Row([choose])]
