"""The drawing screens without a browser: what a screen reader jumps to, and words that wait."""

from pathlib import Path

import pytest

from portfolio_app.student import sketching
from tests.photo_maker import make_photo
from tests.student.screens.headless import Device, Window, join_in, on_device

SIZES = [(390, 844), (1440, 900)]


def headings(window: Window) -> list[str]:
    """What a screen reader calls a heading of the first rank."""
    found = [one for one in window.find_all("Semantics") if one.header and one.heading_level == 1]
    return [one.label or one.content.value for one in found]


@pytest.mark.parametrize("size", SIZES)
def test_each_drawing_screen_has_a_heading(tmp_path: Path, size: tuple[int, int]) -> None:
    async def story(device: Device) -> None:
        window = await device.window(*size)
        await join_in(window)
        await window.tap("add")
        await window.tap("add-draw")
        await window.see("sheet")
        assert headings(window) == [device.words("student-draw-title")]
        window.page.navigate("/add")
        device.gate.files["boat.jpg"] = make_photo(None, 0.05)
        await window.pick("boat.jpg")
        await window.see("save-title")
        (holding,) = device.app._holdings._open.values()
        (work,) = holding.portfolio.works()
        window.page.navigate(f"/works/{work.id}/draw/{work.files[0].id}")
        await window.see("sheet")
        assert headings(window) == [device.words("student-draw-over-title")]

    on_device(tmp_path, story)


def test_words_for_a_drawing_wait_through_a_lock(tmp_path: Path) -> None:
    async def story(device: Device) -> None:
        window = await device.window()
        await join_in(window)
        await window.tap("add")
        await window.tap("add-draw")
        await window.tap("tool-words")
        await window.type("draw-said", "Mum on her")
        await window.type("draw-said", "Mum on her boat")
        (holding,) = device.app._holdings._open.values()
        sheet = sketching.open_sheet
        await window.until(lambda: sheet(holding.portfolio).said == "Mum on her boat")
        await window.tap("lock")
        await window.see("who-new")
        ids = [one.identifier or "" for one in window.find_all("Semantics")]
        await window.tap(next(one for one in ids if one[4:].isalnum() and one.startswith("who-")
                              and one not in ("who-new", "who-badge")))  # fmt: skip
        await window.press_pin("2580")
        await window.tap("begun-drawing")
        # The words are in hand again, and go onto the sheet once.
        await window.see("draw-said")
        assert [one.value for one in window.find_all("TextField")] == ["Mum on her boat"]
        await window.tap("put-words")
        (holding,) = device.app._holdings._open.values()
        await window.until(lambda: sheet(holding.portfolio).said == "")
        (mark,) = sheet(holding.portfolio).drawing.marks
        assert " ".join(mark.words.split()) == "Mum on her boat"

    on_device(tmp_path, story)
