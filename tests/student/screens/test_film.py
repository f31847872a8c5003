"""Filming with the camera: three taps and it films, stop and it is kept; and what can go wrong."""

import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from portfolio_app.errors import StorageFull
from portfolio_app.student import capturing
from portfolio_app.student.screens import film
from tests.film_maker import make_film
from tests.student.screens.headless import Device, Window, join_in, on_device
from tests.student.screens.test_flows import choose_face
from tests.student.screens.test_photo import Camera

TAKEN = make_film().raw


class FilmCamera(Camera):
    """A camera that films; some have no microphone, and some make no films."""

    has_microphone = True
    is_able = True
    given = TAKEN

    async def initialize(self, *_: Any, **how: Any) -> None:
        if how["enable_audio"] and not self.has_microphone:
            raise RuntimeError("no microphone")
        await super().initialize()

    async def start_video_recording(self) -> None:
        if not self.is_able:
            raise RuntimeError("no kind of film that is known")

    async def stop_video_recording(self) -> bytes:
        return self.given


def lend_camera(patch: pytest.MonkeyPatch, **facts: Any) -> None:
    lent = type("Lent", (FilmCamera,), facts)
    part = SimpleNamespace(Camera=lent, ResolutionPreset=SimpleNamespace(HIGH="high"))
    patch.setitem(sys.modules, "flet_camera", part)


async def to_the_camera(device: Device) -> Window:
    window = await device.window(390, 844)
    await join_in(window)
    await window.tap("add")
    await window.tap("add-film")
    return window


async def start(window: Window) -> None:
    """Film, as soon as the camera is ready."""

    def is_ready() -> bool:
        buttons = window._below(window._named("film-start"))
        return any(getattr(one, "on_click", None) for one in buttons)

    await window.until(is_ready)
    await window.tap("film-start")


async def kept(window: Window, device: Device) -> None:
    await window.says(device.words("student-saved-here"))
    await window.see("save-title")


def test_three_taps_film_and_stop_keeps_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lend_camera(monkeypatch)

    async def story(device: Device) -> None:
        window = await to_the_camera(device)
        await start(window)
        await window.says("/ 1:00")
        assert not window.has("back"), "whoever goes back would lose the film"
        await window.tap("film-stop")
        await kept(window, device)
        window.page.navigate("/")
        await window.says(device.words("student-home-finish"))

    on_device(tmp_path, story)


def test_a_film_ends_by_itself_and_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lend_camera(monkeypatch)
    monkeypatch.setattr(film, "FILM_SECONDS_LIMIT", 0)

    async def story(device: Device) -> None:
        window = await to_the_camera(device)
        await start(window)
        await kept(window, device)

    on_device(tmp_path, story)


def test_without_a_microphone_the_film_is_silent_and_that_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lend_camera(monkeypatch, has_microphone=False)

    async def story(device: Device) -> None:
        window = await to_the_camera(device)
        await window.says(device.words("student-film-silent"))
        await start(window)
        await window.tap("film-stop")
        await kept(window, device)

    on_device(tmp_path, story)


@pytest.mark.parametrize(
    "facts", [{"cameras": ()}, {"is_allowed": False}, {"is_able": False}, None]
)
def test_where_nothing_can_be_filmed_a_film_is_chosen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, facts: dict[str, Any] | None
) -> None:
    """No camera there, refused, a browser that makes no such films, or none in the app at all."""
    if facts is None:
        monkeypatch.setitem(sys.modules, "flet_camera", None)
    else:
        lend_camera(monkeypatch, **facts)

    async def story(device: Device) -> None:
        window = await device.window(390, 844)
        await join_in(window)
        window.page.navigate("/add/film")
        if facts == {"is_able": False}:
            await start(window)
        await window.says(device.words("student-film-missing"))
        device.gate.files["boat.mp4"] = TAKEN
        await window.pick("boat.mp4", button="pick-film")
        await kept(window, device)
        window.page.navigate("/add")
        await window.see("add-draw")
        assert window.has("add-film") == (facts is not None)

    on_device(tmp_path, story)


def test_a_camera_that_gives_nothing_is_said_and_films_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lend_camera(monkeypatch, given=b"")

    async def story(device: Device) -> None:
        window = await to_the_camera(device)
        await start(window)
        await window.tap("film-stop")
        await window.says(device.words("student-film-lost"))
        await window.see("film-start")
        await window.see("back")

    on_device(tmp_path, story)


def test_a_full_device_does_not_throw_the_film_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lend_camera(monkeypatch)
    put_files, is_full = capturing.put_files, True

    def full_at_first(*args: Any, **named: Any) -> None:
        if is_full:
            raise StorageFull("There is no room left on this device.")
        put_files(*args, **named)

    monkeypatch.setattr(capturing, "put_files", full_at_first)

    async def story(device: Device) -> None:
        nonlocal is_full
        window = await to_the_camera(device)
        await start(window)
        await window.tap("film-stop")
        await window.see("film-again")
        is_full = False
        await window.tap("film-again")
        await kept(window, device)

    on_device(tmp_path, story)


@pytest.mark.parametrize("away", ["lock", "rail-add", "sending-state"])
def test_whoever_goes_elsewhere_while_filming_keeps_the_film(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, away: str
) -> None:
    lend_camera(monkeypatch)

    async def story(device: Device) -> None:
        window = await device.window(1000, 800)
        await join_in(window)
        window.page.navigate("/add/film")
        await start(window)
        await window.says("/ 1:00")
        await window.tap(away)
        if away == "lock":
            await choose_face(window)
            await window.press_pin("2580")
        await window.until(lambda: not window.has("film-stop"))
        window.page.navigate("/")
        await window.says(device.words("student-home-finish"))

    on_device(tmp_path, story)


def test_what_cannot_be_kept_holds_whoever_goes_elsewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lend_camera(monkeypatch)

    def full(*_: Any, **__: Any) -> None:
        raise StorageFull("There is no room left on this device.")

    monkeypatch.setattr(capturing, "put_files", full)

    async def story(device: Device) -> None:
        window = await device.window(1000, 800)
        await join_in(window)
        window.page.navigate("/add/film")
        await start(window)
        await window.tap("rail-add")
        await window.see("film-again")

    on_device(tmp_path, story)
