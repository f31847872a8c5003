"""Two learners on one device: two taps to change over, and nothing of one left for the other."""

import logging
import tempfile
from functools import partial
from pathlib import Path

import pytest

from tests.plaintext import leaks, needles
from tests.student.screens.headless import Device, Window, join_in, on_device
from tests.student.screens.test_flows import add_photo, photo

__all__ = ["photo"]

NAME, TITLE, CAPTION, SOUGHT = (
    "Miabella Thornquist", "My paper boat in the harbour", "It nearly sank near the lighthouse",
    "harbour lighthouse",
)  # fmt: skip


def test_the_next_child_meets_nothing_of_the_one_before(
    tmp_path: Path, photo: bytes, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    data, temporary = tmp_path / "data", tmp_path / "tmp"
    temporary.mkdir()
    for variable in ("TMPDIR", "XDG_CACHE_HOME", "FLET_APP_STORAGE_TEMP"):
        monkeypatch.setenv(variable, str(temporary))
    monkeypatch.setattr(tempfile, "tempdir", None)
    caplog.set_level(logging.DEBUG, logger="portfolio_app")

    async def story(device: Device) -> None:
        window = await device.window()
        await join_in(window, "Zoe", "owl", "1357")
        await window.tap("lock")
        await join_in(window, NAME, "fox")
        await add_photo(device, window, photo, TITLE)
        await window.type("caption", CAPTION)
        window.page.navigate("/works")
        await window.type("search", SOUGHT)
        await window.until(lambda: window.has("show-all") or "1" in "".join(window.texts()))

        # Two taps, and the secret: the lock, and one's own face.
        await window.tap("lock")
        await window.tap(await face_of(window, "Zoe"))
        await window.press_pin("1357")
        await window.see("sending-state")
        for route in ("/", "/works", "/about", "/goals", "/showcases", "/progress"):
            window.page.navigate(route)
            await window.until(partial(_is_at, window, route))
            seen = "\n".join([*window.texts(), window.page.title or "", window.page.route or ""])
            for words in (NAME, TITLE, CAPTION, SOUGHT):
                assert words not in seen
        assert [ticket for ticket in device.gate.tickets if NAME in ticket] == []

    on_device(data, story)
    wanted = needles({"title": TITLE, "caption": CAPTION, "search": SOUGHT}, {"photo": photo})
    assert leaks([data, temporary], wanted) == []
    # Her name stands on her own card, for the first screen; nowhere else.
    found = {leak.path.name for leak in leaks([data, temporary], needles({"name": NAME}, {}))}
    assert found == {"card.json"}
    for words in (NAME, TITLE, CAPTION, SOUGHT):
        assert words not in caplog.text


def _is_at(window: Window, route: str) -> bool:
    return bool(window.page.route == route)


async def face_of(window: Window, name: str) -> str:
    """The test id of somebody's face on the first screen."""

    def find() -> str:
        for one in window.find_all("Semantics"):
            identifier = one.identifier or ""
            if identifier.startswith("who-") and name in (one.label or ""):
                return str(identifier)
        return ""

    return str(await window.until(find))


def test_about_me_says_how_much_is_kept(tmp_path: Path, photo: bytes) -> None:
    async def story(device: Device) -> None:
        window = await device.window()
        await join_in(window)
        await add_photo(device, window, photo, "Boat")
        window.page.navigate("/about")
        await window.says(device.words("student-about-kept-much", count=1, megabytes=1))

    on_device(tmp_path, story)
