"""Every way of adding work, counted in taps from Home, without a browser."""

import asyncio
from pathlib import Path

import flet as ft

from portfolio_app.student.preferences import Preferences
from portfolio_app.student.session import Pace
from tests.photo_maker import make_photo
from tests.student.screens.headless import Device, Window, join_in, on_device
from tests.student.screens.test_flows import add_photo


def shown_text(window: Window) -> list[str]:
    return [one.value for one in window.find_all("TextField")]


def test_a_text_is_a_work_in_three_taps(tmp_path: Path) -> None:
    async def story(device: Device) -> None:
        window = await device.window(390, 844)
        await join_in(window)
        await window.tap("add")
        await window.tap("add-write")
        await window.type("text-words", "The fox ran home.")
        await window.tap("text-done")
        await window.says(device.words("student-saved-here"))
        await window.see("save-title")
        await window.says("The fox ran home.")

        # One tap goes on with it, and what is written then is the text.
        await window.tap("text-0")
        await window.see("text-words")
        assert "The fox ran home." in shown_text(window)
        await window.type("text-words", "The fox ran home. It slept.")
        await window.tap("text-done")
        await window.says("The fox ran home. It slept.")

    on_device(tmp_path, story)


def test_words_are_a_work_while_they_are_typed(tmp_path: Path) -> None:
    """Nothing is tapped: after a pause they are in My work, and the screen says so."""

    async def story(device: Device) -> None:
        window = await device.window()
        await join_in(window)
        await window.tap("add")
        await window.tap("add-write")
        await window.type("text-words", "Once upon a time")
        await window.says(device.words("student-saved-here"))
        # Going away within the pause keeps the newest words as well.
        await window.type("text-words", "Once upon a time there")
        window.page.navigate("/works")
        await window.says("Once upon a time there")

    on_device(tmp_path, story)


def test_words_typed_before_the_lock_wait_for_their_writer_alone(tmp_path: Path) -> None:
    """Somebody else opens within the pause: nothing of it may land with them."""
    pace = Pace(preferences=Preferences(lock_after_seconds=600))

    async def story(device: Device) -> None:
        window = await device.window()
        await join_in(window, "Ben", "bear", "7777")
        await window.tap("lock")
        await window.see("who-new")
        await join_in(window, "Mia")
        window.page.navigate("/add/text")
        await window.type("text-words", "Mia's secret")
        await window.tap("lock")
        await window.see("who-new")
        names = {"Ben": "7777", "Mia": "2580"}
        faces = {one.label: one.identifier for one in window.find_all("Semantics") if one.label}
        await window.tap(next(i or "" for label, i in faces.items() if "Ben" in label))
        await window.press_pin(names["Ben"])
        await window.see("add")
        await asyncio.sleep(2)  # longer than the pause after which words are kept
        window.page.navigate("/works")
        await window.says(device.words("student-home-first-title"))
        window.page.navigate("/add/text")
        await window.see("text-words")
        assert "Mia's secret" not in shown_text(window)
        await window.tap("lock")
        await window.see("who-new")
        faces = {one.label: one.identifier for one in window.find_all("Semantics") if one.label}
        await window.tap(next(i or "" for label, i in faces.items() if "Mia" in label))
        await window.press_pin(names["Mia"])
        window.page.navigate("/add/text")
        await window.see("text-words")
        assert "Mia's secret" in shown_text(window)

    on_device(tmp_path, story, pace)


def test_a_link_is_a_work_in_three_taps_and_a_wrong_one_is_said(tmp_path: Path) -> None:
    async def story(device: Device) -> None:
        window = await device.window(390, 844)
        await join_in(window)
        await window.tap("add")
        await window.tap("add-link")
        await window.type("link-address", "a fox")
        await window.tap("save-link")
        await window.says(device.words("student-link-wrong"))
        await window.type("link-address", "www.example.org/fox")
        await window.tap("save-link")
        await window.says("https://www.example.org/fox")
        found = [one.action for one in window.find_all("TextButton") if one.action]
        assert [one.url for one in found if isinstance(one, ft.OpenUrl)] == [
            "https://www.example.org/fox"
        ]

    on_device(tmp_path, story)


def test_another_file_joins_a_work_that_is_there(tmp_path: Path) -> None:
    async def story(device: Device) -> None:
        window = await device.window(390, 844)
        await join_in(window)
        await add_photo(device, window, make_photo(None, 0.2), "My boat")
        device.gate.files["song.mp3"] = b"la la la"
        await window.pick("song.mp3", button="more-files")
        await window.says("song.mp3")
        await window.see("sooner-2")
        device.gate.files["x.exe"] = b"MZ"
        await window.pick("x.exe", button="more-files")
        await window.says(device.words("student-add-unknown-kind", name="x.exe"))

    on_device(tmp_path, story)


def test_what_can_be_seen_is_asked_for_and_may_be_left_out(tmp_path: Path) -> None:
    async def story(device: Device) -> None:
        window = await device.window(390, 844)
        await join_in(window)
        await add_photo(device, window, make_photo(None, 0.2), "My boat")
        await window.tap("say-seen")
        await window.type("seen", "A red boat on a lake")
        # Closing keeps it, whether or not the field was left first.
        await window.tap("back")
        await window.see("more-files")

        def is_said() -> bool:
            labels = [one.label or "" for one in window.find_all("Semantics")]
            return any("A red boat on a lake" in label for label in labels)

        await window.until(is_said)
        assert not window.has("say-seen")

    on_device(tmp_path, story)


def test_a_picture_stands_beside_what_it_was_before(tmp_path: Path) -> None:
    async def story(device: Device) -> None:
        window = await device.window(390, 844)
        await join_in(window)
        await add_photo(device, window, make_photo(None, 0.2), "My boat")
        await window.tap("picture-0")
        device.gate.files["second.jpg"] = make_photo(None, 0.2, seed=2)
        await window.pick("second.jpg", button="picture-again")
        await window.tap("picture-0")
        await window.tap("picture-before")
        await window.says(device.words("student-picture-then"))
        await window.says(device.words("student-picture-now"))
        pictures = {one.src for one in window.find_all("Image")}
        assert len(pictures) >= 2
        await window.tap("use-before")
        await window.see("picture-0")

    on_device(tmp_path, story)


def test_every_way_to_add_says_what_it_is(tmp_path: Path) -> None:
    async def story(device: Device) -> None:
        window = await device.window(320, 640)
        await join_in(window)
        await window.tap("add")
        for way in ("pick-file", "add-write", "pick-sound", "pick-film", "add-link", "pick-any"):
            part = await window.see(way)
            assert isinstance(part, ft.Semantics)
            assert part.label
            assert part.button

    on_device(tmp_path, story)
