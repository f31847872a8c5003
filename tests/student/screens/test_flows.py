"""What a child does in the app, from the first tap to a showcase, without a browser."""

from pathlib import Path
from typing import Any

import flet as ft
import pytest

from portfolio_app.student.preferences import Preferences
from portfolio_app.student.session import Pace
from tests.photo_maker import make_photo
from tests.student.screens.headless import Device, Window, join_in, on_device

PHOTO_MEGAPIXELS = 0.3


@pytest.fixture(scope="module")
def photo() -> bytes:
    return make_photo(None, PHOTO_MEGAPIXELS)


async def add_photo(device: Device, window: Window, photo: bytes, title: str) -> None:
    device.gate.files["boat.jpg"] = photo
    await window.tap("add")
    await window.pick("boat.jpg")
    await window.type("title", title)
    await window.tap("save-title")
    await window.says(device.words("student-saved-here"))


def first_beginning(window: Window, prefix: str) -> str:
    names = [one.identifier or "" for one in window.find_all("Semantics")]
    return next(name for name in names if name.startswith(prefix))


async def choose_face(window: Window) -> None:
    """Tap the first learner on the first screen."""

    def faces() -> list[str]:
        names = [one.identifier or "" for one in window.find_all("Semantics")]
        return [name for name in names if name.startswith("who-") and name != "who-new"]

    await window.tap((await window.until(faces))[0])


def test_a_child_adds_tags_checks_thinks_and_shows(tmp_path: Path, photo: bytes) -> None:
    async def story(device: Device) -> None:
        window = await device.window()
        await join_in(window)
        await add_photo(device, window, photo, "My paper boat")

        await window.tap("open-tags")
        await window.see("tag-search")
        await window.tap(first_beginning(window, "area-"))
        await window.until(lambda: any(
            (one.identifier or "").startswith("tag-") and one.identifier != "tag-search"
            for one in window.find_all("Semantics")
        ))  # fmt: skip
        tags = [one.identifier or "" for one in window.find_all("Semantics")]
        chosen = next(name for name in tags if name.startswith("tag-") and name != "tag-search")
        await window.tap(chosen)
        await window.until(lambda: any(
            one.identifier == chosen and one.selected for one in window.find_all("Semantics")
        ))  # fmt: skip
        await window.tap("tags-done")

        await window.tap("open-check")
        await window.tap("level-1-2")
        await window.type("why-1", "It swims.")
        await window.tap("save-check")
        await window.says("“It swims.”")

        await window.tap("reflect")
        await window.tap("starter-1")
        await window.type("reflection-words", "I like how it swims.")
        await window.tap("save-reflection")
        await window.says("I like how it swims.")
        # What was written opens again from its card, to be changed.
        await window.until(lambda: not window.has("reflection-words"))
        card = first_beginning(window, "reflection-")
        await window.tap(card)
        await window.see("reflection-words")
        assert window.page.route.endswith(f"/reflect/{card.removeprefix('reflection-')}")

        window.page.navigate("/showcases/new")
        await window.type("showcase-title", "Boats")
        await window.tap(first_beginning(window, "choose-"))
        await window.tap("save-showcase")
        await window.says(device.words("student-share-needs-school"))

    on_device(tmp_path, story)


def test_locked_work_is_out_of_sight_and_comes_back(tmp_path: Path, photo: bytes) -> None:
    async def story(device: Device) -> None:
        window = await device.window()
        await join_in(window)
        await add_photo(device, window, photo, "My paper boat")
        await window.tap("lock")
        await window.see("who-new")
        assert "My paper boat" not in window.texts()
        assert device.gate.tickets == []

        await choose_face(window)
        await window.press_pin("0000")
        await window.says(device.words("student-error-wrong-secret"))
        await window.press_pin("2580")
        # Back where it was left: on the work, not at home.
        await window.see("save-title")

    on_device(tmp_path, story)


def test_quiet_time_locks_and_keeps_what_was_half_written(tmp_path: Path, photo: bytes) -> None:
    pace = Pace(preferences=Preferences(lock_after_seconds=2))

    async def story(device: Device) -> None:
        window = await device.window()
        await join_in(window)
        await add_photo(device, window, photo, "Boat")
        await window.tap("reflect")
        await window.type("reflection-words", "Half a thou")
        await window.see("who-new")
        assert "Half a thou" not in " ".join(window.texts())
        await choose_face(window)
        await window.press_pin("2580")
        await window.see("reflection-words")
        boxes = [one.value for one in window.find_all("TextField")]
        assert "Half a thou" in boxes

    on_device(tmp_path, story, pace)


def test_two_children_on_one_device_see_only_their_own(tmp_path: Path, photo: bytes) -> None:
    async def story(device: Device) -> None:
        window = await device.window()
        await join_in(window, "Mia")
        await add_photo(device, window, photo, "Mia's boat")
        await window.tap("lock")
        await window.see("who-new")
        await join_in(window, "Ben", "bear", "7777")
        await window.see("add")
        window.page.navigate("/works")
        await window.says(device.words("student-home-first-title"))
        assert "Mia's boat" not in window.texts()

    on_device(tmp_path, story)


def test_two_windows_of_one_child_show_the_same(tmp_path: Path, photo: bytes) -> None:
    async def story(device: Device) -> None:
        first = await device.window()
        await join_in(first)
        second = await device.window()
        await choose_face(second)
        await second.press_pin("2580")
        await second.see("add")
        await add_photo(device, first, photo, "Seen in both")
        await second.says("Seen in both")
        # One window locks; the other one goes on.
        await first.tap("lock")
        await first.see("who-new")
        second.page.navigate("/works")
        await second.see("search")
        assert len(device.gate.tickets) == 1

    on_device(tmp_path, story)


def test_a_broken_picture_is_refused_in_words_and_nothing_is_added(tmp_path: Path) -> None:
    async def story(device: Device) -> None:
        window = await device.window()
        await join_in(window)
        device.gate.files["boat.jpg"] = b"this is no picture"
        await window.tap("add")
        await window.pick("boat.jpg")
        await window.says("boat.jpg")
        await window.see("pick-file")
        window.page.navigate("/works")
        await window.says(device.words("student-home-first-title"))

    on_device(tmp_path, story)


def test_a_part_that_cannot_be_drawn_becomes_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The fault is planted: without the guard the window would stand still for ever."""

    def broken(*_: Any) -> Any:
        raise ValueError("planted")

    monkeypatch.setattr("portfolio_app.student.screens.who._first_time", broken)

    async def story(device: Device) -> None:
        window = await device.window()
        await window.says("Nothing is lost")

    on_device(tmp_path, story)


def test_a_tap_that_fails_becomes_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The fault is planted: without the guard the whole app would become a crash page."""

    def broken(_: str) -> None:
        raise ValueError("planted")

    async def story(device: Device) -> None:
        window = await device.window()
        await window.see("who-new")
        monkeypatch.setattr("portfolio_app.student.screens.who.go", broken)
        await window.tap("who-new")
        await window.says(device.words("student-error-unknown"))

    on_device(tmp_path, story)


@pytest.mark.parametrize(("width", "frame"), [(390, "NavigationBar"), (820, "NavigationRail")])
def test_the_frame_fits_the_width(tmp_path: Path, width: int, frame: str) -> None:
    async def story(device: Device) -> None:
        window = await device.window(width)
        await join_in(window)
        await window.until(lambda: window.find_all(frame))

    on_device(tmp_path, story)


def test_every_button_has_a_name(tmp_path: Path, photo: bytes) -> None:
    """A button of icons alone must carry words for a screen reader, in every place."""

    async def story(device: Device) -> None:
        window = await device.window()
        await join_in(window)
        await add_photo(device, window, photo, "Boat")
        places = {
            "/": "add", "/works": "search", "/add": "pick-file", "/about": "about-name",
            "/join": "join-code", "/showcases": "showcase-new", "/showcases/new": "showcase-title",
        }  # fmt: skip
        for route, mark in places.items():
            window.page.navigate(route)
            await window.see(mark)
            for button in window.find_all("IconButton"):
                assert isinstance(button.icon, ft.Icon), route
                assert button.icon.semantics_label, route

    on_device(tmp_path, story)
