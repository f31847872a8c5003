"""Every screen, painted for real: phone, tablet and laptop, light and dark.

The pictures in out/screens/ are for eyes; the test itself sees that each screen comes up by touch
and by reading tree alone, and that nothing asks another machine.
"""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.browser.app_page import AppPage
from tests.browser.conftest import Opener
from tests.photo_maker import make_photo

pytestmark = pytest.mark.browser

OUT = Path(__file__).resolve().parents[2] / "out" / "screens"
WINDOWS = (
    (390, 844, False),
    pytest.param(820, 1180, True, marks=pytest.mark.sizes),
    pytest.param(1440, 900, False, marks=pytest.mark.sizes),
)
PIN = "2580"
Show = Callable[[str], None]


def begin(window: AppPage) -> None:
    window.tap("who-new")
    window.type("name", "Mia")
    window.tap("avatar-owl")
    window.tap("new-next")
    window.press_pin(PIN)
    window.press_pin(PIN)
    assert window.has("add")


def make_one_work(window: AppPage, photo: Path, show: Show) -> None:
    window.tap("add")
    assert window.has("pick-file")
    show("03-add")
    window.pick_files("pick-file", photo)
    window.type("title", "My paper boat")
    window.tap("save-title")
    assert window.says("Saved here")
    show("04-work")
    window.tap("open-tags")
    window.tap_on(window.find_beginning("area-").first)
    show("05-tags")
    window.tap("tags-done")
    window.tap("open-check")
    window.tap("level-1-2")
    show("06-check")
    window.page.go_back()
    window.tap("reflect")
    window.type("reflection-words", "I like how it swims.")
    show("07-reflect")
    window.tap("save-reflection")
    assert window.has("open-tags")


def show_it(window: AppPage, show: Show) -> None:
    window.tap("picture-0")
    assert window.has("zoom-in")
    show("08-picture")
    window.tap("back")
    window.go_to("My work")
    assert window.has("search")
    show("09-works")
    window.go_to("Showcases")
    window.tap("showcase-new")
    window.type("showcase-title", "Boats")
    window.tap_on(window.find_beginning("choose-").first)
    show("10-showcase-edit")
    window.tap("save-showcase")
    assert window.has("showcase-edit")
    show("11-showcase")


@pytest.mark.parametrize(("width", "height", "is_dark"), WINDOWS)
def test_every_screen_comes_up(
    open_window: Opener, tmp_path: Path, width: int, height: int, is_dark: bool
) -> None:
    photo = tmp_path / "boat.jpg"
    make_photo(photo, 2)
    window = open_window(width, height, is_dark=is_dark)
    folder = OUT / f"{width}x{height}-{'dark' if is_dark else 'light'}"

    def show(name: str) -> None:
        window.picture(folder / f"{name}.png")

    assert window.has("who-new")
    show("01-welcome")
    begin(window)
    show("02-home-first")
    make_one_work(window, photo, show)
    show_it(window, show)
    window.go_to("About me")
    assert window.has("about-name")
    show("12-about")
    window.go_to("Home")
    assert window.has("add")
    show("13-home")
    window.tap("open-join")
    assert window.has("join-code")
    show("14-join")
    window.tap("lock")
    assert window.has("who-new")
    assert not window.says("My paper boat", 300)
    show("15-locked")
