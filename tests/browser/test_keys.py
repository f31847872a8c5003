"""Who forgot the secret gets in by the paper from home, in a real browser, and loses nothing.

The pictures in out/screens/ are for eyes; the first window also prints the paper.
"""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.browser.app_page import AppPage
from tests.browser.conftest import Opener
from tests.browser.test_screens import OUT, begin
from tests.photo_maker import make_photo

pytestmark = pytest.mark.browser

NEW_PIN = "7410"
PHONE_PX = 390
Show = Callable[[str], None]


def make_paper(window: AppPage, show: Show, folder: Path | None) -> str:
    window.go_to("About me")
    window.tap("open-keys")
    assert window.has("key-recovery")
    show("20-my-key")
    window.tap("key-badge")
    show("21-ask")
    window.press_pin("2580")
    assert window.has("key-code")
    show("22-badge")
    if folder is not None:
        look_at_the_print(window, "badge", folder)
    window.tap("key-done")
    window.tap("key-recovery")
    window.press_pin("2580")
    assert window.has("key-code")
    show("23-paper")
    if folder is not None:
        look_at_the_print(window, "paper", folder)
    return code_of(window)


def code_of(window: AppPage) -> str:
    code = window.find("key-code").get_attribute("aria-label") or ""
    assert len(code.replace("-", "")) == 27
    return code


def look_at_the_print(window: AppPage, kind: str, folder: Path) -> None:
    """The tap opens the page to print in a tab of its own, behind the same guard."""
    code = code_of(window)
    part = window.find("key-print")
    with window.page.expect_popup() as opened:
        part.locator("[flt-tappable], [role=button]").first.click(force=True)
    printed = opened.value
    printed.wait_for_selector("main")
    words = printed.inner_text("main")
    assert all(group in words for group in code.split("-"))
    printed.set_viewport_size({"width": 800, "height": 1130})
    printed.wait_for_timeout(300)
    printed.screenshot(path=str(folder / f"24-{kind}-printed.png"))
    assert printed.request.get(printed.url).status == 200
    printed.close()


def be_somebody(window: AppPage, show: Show) -> None:
    window.tap("key-hide")
    window.press_pin("2580")
    assert window.has("key-hide")
    show("25-my-key-all")
    window.tap("lock")
    assert window.says("Somebody")
    show("26-who")


def come_back(window: AppPage, code: str, show: Show) -> None:
    window.tap_on(window.find_beginning("who-").first)
    assert window.has("forgot")
    show("27-unlock")
    window.tap("forgot")
    assert window.has("forgot-recovery")
    show("28-forgot")
    window.tap("forgot-recovery")
    window.type("code", "NOT THE CODE")
    window.tap("code-done")
    assert window.says("three at a time")
    show("29-code-wrong")
    window.type("code", code.replace("-", " "))
    window.tap("code-done")
    assert window.says("That is right")
    show("30-new-secret")
    window.press_pin(NEW_PIN)
    assert window.says("once more")
    window.press_pin(NEW_PIN)
    assert window.has("sending-state")


@pytest.mark.parametrize(
    ("width", "height", "is_dark"),
    [
        (390, 844, False),
        pytest.param(820, 1180, True, marks=pytest.mark.sizes),
        pytest.param(1440, 900, False, marks=pytest.mark.sizes),
    ],
)
def test_the_paper_from_home_lets_in_who_forgot(
    open_window: Opener, tmp_path: Path, width: int, height: int, is_dark: bool
) -> None:
    photo = tmp_path / "boat.jpg"
    make_photo(photo, 1)
    window = open_window(width, height, is_dark=is_dark)
    folder = OUT / f"{width}x{height}-{'dark' if is_dark else 'light'}"

    def show(name: str) -> None:
        window.picture(folder / f"{name}.png")

    assert window.has("who-new")
    begin(window)
    window.tap("add")
    window.pick_files("pick-file", photo)
    window.type("title", "My paper boat")
    window.tap("save-title")
    assert window.says("Saved here")
    code = make_paper(window, show, folder if width == PHONE_PX else None)
    window.tap("key-done")
    be_somebody(window, show)
    come_back(window, code, show)
    assert window.has("add")
    window.go_to("My work")
    assert window.says("My paper boat")
    window.tap("lock")
    window.tap("who-badge")
    assert window.has("code")
    show("31-badge-in")
