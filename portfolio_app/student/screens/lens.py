"""Looking through the camera of this device, for every screen that does.

The camera comes with a part of Flet that may not be installed, and no desktop program has it.
Nothing of what is seen is kept here.
"""

import importlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

import flet as ft

from portfolio_app.student.screens.still import Still
from portfolio_app.student.state import AppState
from portfolio_app.student.theme import Radius, Role
from portfolio_app.student.widgets import Handler, icon_button

PART = "flet_camera"
SILENTLY = MappingProxyType({"enable_audio": False})
WITH_CAMERA = (ft.PagePlatform.ANDROID, ft.PagePlatform.IOS)


def camera_part() -> Any | None:
    """The part of Flet that has the camera; None where there is none or it cannot run."""
    page = ft.context.page
    if not page.web and page.platform not in WITH_CAMERA:
        return None
    try:
        return importlib.import_module(PART)
    except ImportError:
        return None


@ft.observable
@dataclass
class Looking:
    """What the camera does. `cameras` is how many there are, `chosen` the number of the one."""

    cameras: int = 0
    chosen: int = 0
    is_ready: bool = False
    is_busy: bool = False
    is_missing: bool = False


async def begin_looking(
    looking: Looking,
    part: Any,
    camera: Any,
    resolution: str,
    ways: Sequence[Mapping[str, Any]] = (SILENTLY,),
) -> int:
    """Find the cameras and look through the chosen one; the learner may say no.

    `resolution` is the name of one of the camera's steps. Returns which of the `ways` to open it
    was the first that it took, or -1.
    """
    looking.is_ready = False
    taken = -1
    try:
        found = await camera.get_available_cameras() if camera else []
    except Exception:  # noqa: BLE001 - refused, or a browser that has no cameras at all
        found = []
    for number, way in enumerate(ways if found else ()):
        looking.cameras = len(found)
        chosen, step = (
            found[looking.chosen % len(found)],
            getattr(part.ResolutionPreset, resolution),
        )
        try:
            await camera.initialize(chosen, step, **way)
        except Exception:  # noqa: BLE001, S112 - refused, or taken by another program
            continue
        taken = number
        break
    looking.is_ready, looking.is_missing = taken >= 0, taken < 0
    return taken


def lens_box(camera: Any, high_px: float) -> ft.Control:
    """What the camera sees."""
    return ft.Container(
        Still(camera, key="lens"),
        height=high_px,
        border_radius=Radius.L,
        bgcolor=Role.SUNKEN,
        clip_behavior=ft.ClipBehavior.ANTI_ALIAS,
        alignment=ft.Alignment.CENTER,
    )


def other_camera(app: AppState, looking: Looking, begin: Handler) -> list[ft.Control]:
    """The way to the next camera; nothing where there is no other one."""

    async def other() -> None:
        looking.chosen = (looking.chosen + 1) % looking.cameras
        await begin()

    if looking.cameras < 2:  # noqa: PLR2004 - one is no choice
        return []
    label = app.words("student-photo-other")
    return [icon_button(app, ft.Icons.CAMERASWITCH_OUTLINED, label, other, "other-camera")]
