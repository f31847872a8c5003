"""The language of the screens: the device's at the door, the learner's own behind it."""

from pathlib import Path

import pytest

from portfolio_app.locales import Words, languages
from portfolio_app.locales.choosing import choices_of_language, own_name
from tests.student.screens.headless import Device, Window, join_in, on_device
from tests.student.screens.test_flows import choose_face

ENGLISH, FRENCH, ARABIC = Words("en"), Words("fr"), Words("ar")


async def choose_at_door(window: Window, language: str) -> None:
    await window.tap("language")
    await window.tap(f"language-{language}")
    await window.says(Words(language)("student-who-promise"))


def test_each_language_stands_there_by_its_own_name() -> None:
    offered = dict(choices_of_language())
    assert offered.keys() == languages()
    known = {"ar": "العربية", "en": "English", "es": "Español", "fr": "Français", "zh": "中文"}
    assert {tag: offered[tag] for tag in known} == known
    assert own_name("fr") == "Français"


def test_a_language_chosen_at_the_door_is_the_new_learners_and_the_devices(tmp_path: Path) -> None:
    async def story(device: Device) -> None:
        window = await device.window()
        await choose_at_door(window, "fr")
        await join_in(window, language="fr")
        await window.says(FRENCH("student-sending-saved"))
        await window.tap("lock")
        await window.says(FRENCH("student-who-title"))
        another = await device.window()
        await another.says(FRENCH("student-who-title"))

    on_device(tmp_path, story)

    async def next_day(device: Device) -> None:
        window = await device.window()
        await window.says(FRENCH("student-who-title"))

    on_device(tmp_path, next_day)


def test_the_door_speaks_the_devices_language_after_a_learner_with_another(tmp_path: Path) -> None:
    async def story(device: Device) -> None:
        window = await device.window()
        await join_in(window)
        window.page.navigate("/about")
        await window.type("about-name", "Mia Lou")
        await window.tap("language-ar")
        await window.says(ARABIC("all-language"))
        await window.until(lambda: window.page.rtl)
        boxes = [one.value for one in window.find_all("TextField")]
        assert "Mia Lou" in boxes, "what was being typed is still there"
        await window.tap("lock")
        await window.says(ENGLISH("student-who-title"))
        await window.until(lambda: not window.page.rtl)
        await choose_face(window)
        await window.press_pin("2580")
        await window.says(ARABIC("all-language"))

    on_device(tmp_path, story)


def test_the_other_window_of_a_learner_follows(tmp_path: Path) -> None:
    async def story(device: Device) -> None:
        window = await device.window()
        await join_in(window)
        other = await device.window()
        await choose_face(other)
        await other.press_pin("2580")
        await other.see("sending-state")
        window.page.navigate("/about")
        await window.tap("language-es")
        await other.says(Words("es")("student-sending-saved"))

    on_device(tmp_path, story)


@pytest.mark.parametrize("kept", [b"xx", b"\xff\xfe", b"", b"../../etc"])
def test_a_language_that_cannot_be_read_is_the_first_one(tmp_path: Path, kept: bytes) -> None:
    (tmp_path / "device").mkdir(mode=0o700)
    (tmp_path / "device" / "language").write_bytes(kept)

    async def story(device: Device) -> None:
        window = await device.window()
        await window.says(ENGLISH("student-welcome-title"))

    on_device(tmp_path, story)


def test_a_full_device_still_speaks_what_was_chosen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_anything: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("portfolio_app.student.vault.device_keeper.FileKeeper.put", full)

    async def story(device: Device) -> None:
        window = await device.window()
        await choose_at_door(window, "zh")

    on_device(tmp_path, story)


def test_the_language_the_app_was_started_in_is_the_first_one(tmp_path: Path) -> None:
    async def story(device: Device) -> None:
        window = await device.window()
        await window.says(device.words("student-welcome-title"))
        await choose_at_door(window, "en")

    on_device(tmp_path, story, language="es-MX")
