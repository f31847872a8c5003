"""Showing a badge, or the paper from home, to the camera instead of typing what stands on it.

One look after the other is searched for a square code and forgotten; nothing of them is kept.
"""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

import flet as ft

from portfolio_app.student.screens.door import WIDEST_PX
from portfolio_app.student.screens.lens import (
    Looking,
    begin_looking,
    camera_part,
    lens_box,
    other_camera,
)
from portfolio_app.student.state import AppState, SeenCodes, use_app
from portfolio_app.student.theme import Role, Space
from portfolio_app.student.widgets import component, text_button, use_kept, words_of

PAUSE_SECONDS = 0.2
LOOKS_LIMIT = 300
"""About a minute and a half; then the camera goes off by itself."""
AROUND_PX = 520
SMALLEST_PX = 180
LOOK_SHARE = 3 / 4

Take = Callable[[str], Awaitable[None]]
Hear = Callable[[str], None]


def can_show(app: AppState) -> bool:
    """Whether a code can be shown to the camera of this device."""
    return camera_part() is not None and app.doors.keys.can_see()


@dataclass(frozen=True, slots=True)
class Shown:
    """What becomes of what is shown: `take` gets a code, `hear` a sentence about what is seen, and
    `stop` the sentence with which the camera is put away.
    """

    take: Take
    hear: Hear
    stop: Hear


@component
def CodeCamera(shown: Shown) -> ft.Control:  # noqa: N802
    """What the camera sees, what to do, and the way back to typing."""
    app = use_app()
    looking = use_kept(Looking)
    part = use_kept(camera_part)
    camera = use_kept(lambda: part.Camera(expand=True) if part else None)

    async def begin() -> None:
        await begin_looking(looking, part, camera, "HIGH")

    async def look() -> None:
        await begin()
        await _look(app, looking, camera, shown)

    # What is being looked for ends when nobody looks any more: an effect with an end is called off.
    ft.use_effect(look, [], cleanup=lambda: None)
    wide_px = min(app.width_px, WIDEST_PX) - 2 * Space.XL
    high_px = min(wide_px * LOOK_SHARE, max(SMALLEST_PX, app.height_px - AROUND_PX))
    hint = words_of(
        app.words("student-code-camera-hint"), color=Role.SOFT, text_align=ft.TextAlign.CENTER
    )
    typing = text_button(
        app, app.words("student-code-camera-type"), lambda: shown.stop(""), "code-type",
        ft.Icons.KEYBOARD_OUTLINED,
    )  # fmt: skip
    return ft.Column(
        [
            lens_box(camera, high_px),
            hint,
            ft.Row(
                [typing, *other_camera(app, looking, begin)],
                alignment=ft.MainAxisAlignment.CENTER,
                wrap=True,
            ),
        ],
        spacing=Space.M,
        tight=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


async def _look(app: AppState, looking: Looking, camera: Any, shown: Shown) -> None:
    """Look until a code is taken and this screen goes; a code that was refused is not taken
    again.
    """
    page, tried = ft.context.page, ""
    for _ in range(LOOKS_LIMIT):
        if looking.is_missing:
            shown.stop(app.words("student-code-camera-missing"))
            return
        if looking.is_ready:
            seen = await _one_look(app, looking, camera)
            if len(seen.ours) == 1 and seen.ours[0] != tried:
                tried = seen.ours[0]
                # In a task of its own: the door that it opens takes this screen away with it.
                taking = page.run_task(shown.take, tried)
                await asyncio.shield(asyncio.wrap_future(taking))
            elif len(seen.ours) != 1:
                _tell(app, seen, shown)
        await asyncio.sleep(PAUSE_SECONDS)
    shown.stop(app.words("student-code-camera-nothing"))


def _tell(app: AppState, seen: SeenCodes, shown: Shown) -> None:
    """What is wrong with what is seen; said until something else is seen."""
    if seen.ours:
        shown.hear(app.words("student-code-camera-several"))
    elif seen.is_other:
        shown.hear(app.words("student-code-camera-other"))


async def _one_look(app: AppState, looking: Looking, camera: Any) -> SeenCodes:
    chosen = looking.chosen
    try:
        picture = bytes(await camera.take_picture())
    except Exception:  # noqa: BLE001 - whatever the camera of this device does not like
        # Another camera may be on its way: that is no failure of the first one.
        looking.is_missing = looking.is_ready and chosen == looking.chosen
        return SeenCodes()
    return await app.doors.keys.see(picture)
