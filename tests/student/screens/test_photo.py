"""The camera: a photo in three taps where there is one, and what to do where there is none."""

import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import flet as ft
import pytest

from tests.photo_maker import make_photo
from tests.student.screens.headless import Device, join_in, on_device

TAKEN = make_photo(None, 0.2)


class Camera(ft.Container):
    """Stands where the camera of the device stands."""

    cameras: tuple[str, ...] = ("front", "back")
    is_allowed = True

    async def get_available_cameras(self) -> list[str]:
        return list(self.cameras)

    async def initialize(self, *_: Any, **__: Any) -> None:
        if not self.is_allowed:
            raise RuntimeError("the learner said no")

    async def take_picture(self) -> bytes:
        return TAKEN


def lend_camera(patch: pytest.MonkeyPatch, **facts: Any) -> None:
    lent = type("Lent", (Camera,), facts)
    part = SimpleNamespace(Camera=lent, ResolutionPreset=SimpleNamespace(VERY_HIGH="veryHigh"))
    patch.setitem(sys.modules, "flet_camera", part)


def test_a_photo_is_taken_in_three_taps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lend_camera(monkeypatch)

    async def story(device: Device) -> None:
        window = await device.window(390, 844)
        await join_in(window)
        await window.tap("add")
        await window.tap("add-photo")
        await window.see("other-camera")
        await window.tap("take-photo")
        await window.says(device.words("student-saved-here"))
        await window.see("picture-0")

    on_device(tmp_path, story)


@pytest.mark.parametrize("facts", [{"cameras": ()}, {"is_allowed": False}, None])
def test_without_a_camera_there_is_another_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, facts: dict[str, Any] | None
) -> None:
    """None there, refused, or a device whose app has none at all."""
    if facts is None:
        monkeypatch.setitem(sys.modules, "flet_camera", None)
    else:
        lend_camera(monkeypatch, **facts)

    async def story(device: Device) -> None:
        window = await device.window(390, 844)
        await join_in(window)
        window.page.navigate("/add/photo")
        await window.says(device.words("student-photo-missing"))
        device.gate.files["boat.jpg"] = TAKEN
        await window.pick("boat.jpg")
        await window.see("picture-0")
        window.page.navigate("/add")
        await window.see("add-draw")
        assert window.has("add-photo") == (facts is not None)

    on_device(tmp_path, story)
