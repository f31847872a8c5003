"""A badge shown to the camera: taken without typing, and a sentence for all that is none."""

import sys
from collections.abc import Callable, Coroutine
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from portfolio_app.sealing.codes import code_of
from portfolio_app.student.screens import code_camera
from tests.qr_maker import jpeg, seen
from tests.student.screens.headless import Device, Window, join_in, on_device
from tests.student.screens.test_keys import NEW_PIN, lock, make_code
from tests.student.screens.test_photo import Camera

STRANGER = code_of(bytes(16))
CLASS_CARD = "https://school.example/join#ABCD"


class Held:
    """What is held up to the camera just now, and how often it looked."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.looks = 0

    def look(self) -> bytes:
        self.looks += 1
        return jpeg(seen(self.texts))


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Held:
    pytest.importorskip("zxingcpp", reason="this machine has no reader for square codes")
    monkeypatch.setattr(code_camera, "PAUSE_SECONDS", 0.02)
    now = Held()
    lend(monkeypatch, now.look)
    return now


def lend(patch: pytest.MonkeyPatch, look: Callable[[], bytes], **facts: Any) -> None:
    """Put a camera there that sees what `look` says."""

    async def take_picture(_camera: Camera) -> bytes:
        return look()

    lent = type("Lent", (Camera,), {"take_picture": take_picture, **facts})
    part = SimpleNamespace(Camera=lent, ResolutionPreset=SimpleNamespace(HIGH="high"))
    patch.setitem(sys.modules, "flet_camera", part)


def at_the_door(
    folder: Path, story: Callable[[Device, Window, str], Coroutine[Any, Any, None]]
) -> None:
    """Play a story before the lock of Mia, who has a badge."""

    async def play(device: Device) -> None:
        window = await device.window(390, 844)
        await join_in(window)
        code = await make_code(window, "badge")
        await lock(window)
        await story(device, window, code)

    on_device(folder, play)


def test_a_badge_opens_without_typing(tmp_path: Path, held: Held) -> None:
    async def story(device: Device, window: Window, code: str) -> None:
        await window.tap("who-badge")
        await window.tap("code-camera")
        await window.says(device.words("student-code-camera-hint"))
        held.texts = [code]
        await window.see("add")
        looks = held.looks
        await lock(window)
        await window.see("who-badge")
        assert held.looks <= looks + 1, "the camera looks on behind the open door"

    at_the_door(tmp_path, story)


def test_all_that_is_no_badge_is_said_and_the_right_one_still_opens(
    tmp_path: Path, held: Held
) -> None:
    async def story(device: Device, window: Window, code: str) -> None:
        await window.tap("who-badge")
        await window.tap("code-camera")
        for texts, key in (
            ([CLASS_CARD], "student-code-camera-other"),
            ([code, STRANGER], "student-code-camera-several"),
            ([STRANGER], "student-code-wrong-badge"),
        ):
            held.texts = texts
            await window.says(device.words(key))
            assert not window.has("add")
        held.texts = [code, CLASS_CARD]
        await window.see("add")

    at_the_door(tmp_path, story)


def test_a_badge_of_somebody_else_does_not_set_a_new_secret(tmp_path: Path, held: Held) -> None:
    async def story(device: Device, window: Window, mias: str) -> None:
        mia = set(faces(window))
        await join_in(window, "Ben", "bear", "7777")
        bens = await make_code(window, "badge", "7777")
        await lock(window)
        await window.until(lambda: set(faces(window)) > mia)
        await window.tap(min(mia))
        await window.tap("forgot")
        await window.tap("forgot-badge")
        await window.tap("code-camera")
        held.texts = [bens]
        await window.says(device.words("student-code-wrong-badge"))
        held.texts = [mias]
        await window.says(device.words("student-forgot-right"))
        await window.press_pin(NEW_PIN)
        await window.press_pin(NEW_PIN)
        await window.see("add")

    at_the_door(tmp_path, story)


def faces(window: Window) -> list[str]:
    names = [one.identifier or "" for one in window.find_all("Semantics")]
    return [name for name in names if name.startswith("who-") and len(name) > len("who-badge")]


@pytest.mark.parametrize("facts", [{"cameras": ()}, {"is_allowed": False}])
@pytest.mark.usefixtures("held")
def test_a_camera_that_is_refused_or_not_there_leaves_typing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, facts: dict[str, Any]
) -> None:
    lend(monkeypatch, lambda: b"", **facts)

    async def story(device: Device, window: Window, code: str) -> None:
        await window.tap("who-badge")
        await window.tap("code-camera")
        await window.says(device.words("student-code-camera-missing"))
        await window.type("code", code)
        await window.tap("code-done")
        await window.see("add")

    at_the_door(tmp_path, story)


def test_nothing_shown_for_long_puts_the_camera_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, held: Held
) -> None:
    monkeypatch.setattr(code_camera, "LOOKS_LIMIT", 5)

    async def story(device: Device, window: Window, _code: str) -> None:
        await window.tap("who-badge")
        await window.tap("code-camera")
        await window.says(device.words("student-code-camera-nothing"))
        await window.see("code")
        assert 0 < held.looks <= 5
        await window.tap("code-camera")
        await window.tap("code-type")
        await window.see("code")

    at_the_door(tmp_path, story)


@pytest.mark.parametrize("part", ["zxingcpp", "flet_camera"])
def test_where_the_camera_cannot_read_it_is_said_and_typed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, part: str
) -> None:
    """A phone has no reader, and some devices have no camera."""
    monkeypatch.setitem(sys.modules, part, None)

    async def story(device: Device, window: Window, code: str) -> None:
        await window.tap("who-badge")
        await window.says(device.words("student-code-camera-none"))
        assert not window.has("code-camera")
        await window.type("code", code)
        await window.tap("code-done")
        await window.see("add")

    at_the_door(tmp_path, story)
