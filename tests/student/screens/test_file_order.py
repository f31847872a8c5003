"""Putting the pictures of a work into another order, with buttons alone."""

from pathlib import Path

from tests.photo_maker import make_photo
from tests.student.screens.headless import Device, join_in, on_device


def test_a_picture_is_moved_to_the_front_by_a_button(tmp_path: Path) -> None:
    async def story(device: Device) -> None:
        for number in range(2):
            device.gate.files[f"{number}.jpg"] = make_photo(None, 0.1, seed=number)
        window = await device.window()
        await join_in(window)
        await window.tap("add")
        await window.pick("0.jpg", "1.jpg")
        await window.see("sooner-2")
        assert not window.has("sooner-1")
        assert not window.has("later-2")
        (holding,) = device.app._holdings._open.values()
        before = [file.id for file in holding.portfolio.works()[0].files]
        await window.tap("sooner-2")
        await window.says(device.words("student-saved-here"))
        assert [file.id for file in holding.portfolio.works()[0].files] == before[::-1]

    on_device(tmp_path, story)
