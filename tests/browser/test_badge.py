"""A badge held up to Chromium's made-up camera opens the portfolio without a letter typed.

The pictures in out/screens/ are for eyes.
"""

from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Playwright

from tests.browser.conftest import ARGUMENTS, CHROMIUM, Opener
from tests.browser.test_keys import code_of
from tests.browser.test_screens import OUT, begin
from tests.qr_maker import film_for_chromium, seen

pytestmark = [
    pytest.mark.browser,
    pytest.mark.sizes,
    pytest.mark.skipif(
        not (find_spec("zxingcpp") and find_spec("flet_camera")),
        reason="no camera or no reader for square codes on this machine",
    ),
]


@pytest.fixture(scope="module")
def held_up(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The film that the camera shows; it is opened when the camera is."""
    return tmp_path_factory.mktemp("camera") / "held-up.y4m"


@pytest.fixture(scope="module")
def chromium(driver: Playwright, held_up: Path) -> Iterator[Browser]:
    """A Chromium whose camera shows that film."""
    film = f"--use-file-for-fake-video-capture={held_up}"
    browser = driver.chromium.launch(executable_path=CHROMIUM, args=[*ARGUMENTS, film])
    yield browser
    browser.close()


def test_a_badge_shown_to_the_camera_opens(open_window: Opener, held_up: Path) -> None:
    window = open_window()
    folder = OUT / "390x844-light"
    begin(window)
    window.go_to("About me")
    window.tap("open-keys")
    window.tap("key-badge")
    window.press_pin("2580")
    assert window.has("key-code")
    badge = code_of(window)
    window.tap("key-done")
    window.tap("lock")
    window.tap("who-badge")
    assert window.has("code-camera")
    window.picture(folder / "33-badge.png")

    film_for_chromium(held_up, seen(["https://school.example/join"]))
    window.tap("code-camera")
    assert window.says("another kind of square")
    window.picture(folder / "33-badge-camera.png")
    window.tap("code-type")
    assert window.has("code")

    film_for_chromium(held_up, seen([badge], turned=8))
    window.tap("code-camera")
    assert window.has("sending-state")
