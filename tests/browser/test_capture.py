"""Every way of making work in the app itself, painted for real: a text, a link, a drawing with
words, a photo that is drawn on. The pictures in out/screens/ are for eyes.
"""

from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.browser.app_page import AppPage
from tests.browser.conftest import Opener
from tests.browser.test_screens import OUT, WINDOWS, Show, begin
from tests.photo_maker import make_photo

pytestmark = pytest.mark.browser
TAPS = 3


def drag(window: AppPage, *places: tuple[float, float]) -> None:
    """Draw through places on the sheet, each a share of its width and height."""
    box = window.find("sheet").bounding_box()
    assert box is not None
    points = [(box["x"] + x * box["width"], box["y"] + y * box["height"]) for x, y in places]
    window.page.mouse.move(*points[0])
    window.page.mouse.down()
    for x, y in points:
        window.page.mouse.move(x, y, steps=6)
        window.page.wait_for_timeout(40)
    window.page.mouse.up()
    window.settle()


def touch(window: AppPage, x: float, y: float, by_px: float) -> None:
    """A short stroke of a finger, which a list that scrolls would take for its own."""
    box = window.find("sheet").bounding_box()
    assert box is not None
    at_x, at_y = box["x"] + x * box["width"], box["y"] + y * box["height"]
    finger = window.page.context.new_cdp_session(window.page)
    for kind, down in (("touchStart", 0.0), ("touchMove", by_px / 2), ("touchMove", by_px)):
        point = {"x": at_x, "y": at_y + down}
        finger.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [point]})
        window.page.wait_for_timeout(40)
    finger.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    window.settle()


def draw(window: AppPage, show: Show) -> None:
    window.tap("add-draw")
    assert window.has("sheet")
    drag(window, (0.1, 0.2), (0.5, 0.8), (0.9, 0.2))
    window.tap("colour-red")
    window.tap("tool-oval")
    drag(window, (0.3, 0.2), (0.7, 0.7))
    window.tap("tool-rubber")
    drag(window, (0.1, 0.45), (0.9, 0.45))
    assert window.says("3 lines")
    window.tap("colour-blue")
    window.tap("draw-buttons")
    window.tap("pen-right")
    assert window.says("4 lines")
    touch(window, 0.1, 0.5, 24)
    assert window.says("5 lines")
    show("21-draw")
    window.tap("undo")
    assert window.says("4 lines")
    label(window, show)
    window.tap("draw-done")
    assert window.has("save-title")
    show("22-drawn")
    window.tap("picture-0")
    window.tap("draw-on")
    assert window.says("6 lines")
    window.tap("back")


def label(window: AppPage, show: Show) -> None:
    """Words where a finger puts them, moved by another tap; and words without a finger."""
    window.tap("tool-words")
    window.type("draw-said", "My sea")
    drag(window, (0.05, 0.05), (0.05, 0.06))
    assert window.says("5 lines")
    assert window.says("My sea")
    drag(window, (0.3, 0.05), (0.3, 0.06))
    assert window.says("5 lines"), "moved, not said twice"
    window.type("draw-said", "A boat, far away")
    window.tap("put-words")
    assert window.says("6 lines")
    window.tap("pen-down")
    assert window.says("6 lines"), "moved, not said twice"
    show("21-draw-words")


def write(window: AppPage, show: Show) -> None:
    window.tap("add-write")
    window.type("text-words", "The fox ran home.\n\nThen it slept.")
    show("23-write")
    window.tap("text-done")
    assert window.has("text-0")
    show("24-text")


def link(window: AppPage, show: Show) -> None:
    window.tap("add-link")
    window.type("link-address", "www.example.org/foxes")
    show("25-link")
    window.tap("save-link")
    assert window.has("link-0")
    show("26-linked")


def draw_over(window: AppPage, photo: Path, show: Show) -> None:
    window.pick_files("more-files", photo)
    assert window.has("picture-1")
    window.tap("picture-1")
    window.tap("draw-on")
    assert window.has("sheet")
    drag(window, (0.2, 0.2), (0.8, 0.8))
    window.tap("tool-rubber")
    window.tap("width-thick")
    drag(window, (0.4, 0.5), (0.6, 0.5))
    assert window.says("2 lines")
    show("27-draw-over")
    window.tap("draw-done")
    assert window.has("picture-1")
    show("28-drawn-over")
    window.tap("picture-1")
    window.tap("picture-before")
    assert window.has("use-before")
    show("30-before")
    window.tap("back")


def bare_drawing(window: AppPage) -> None:
    window.tap("add-draw")
    assert window.has("sheet")
    drag(window, (0.2, 0.2), (0.8, 0.8))
    window.tap("draw-done")


def bare_text(window: AppPage) -> None:
    window.tap("add-write")
    window.type("text-words", "A fox")
    window.tap("text-done")


def bare_link(window: AppPage) -> None:
    window.tap("add-link")
    window.type("link-address", "www.example.org")
    window.tap("save-link")


def camera_photo(window: AppPage) -> None:
    """What Chromium's own camera sees: a green sheet with a ball."""
    window.tap("add-photo")
    assert window.has("take-photo")
    ready = window.find("take-photo").locator("[role=button]:not([aria-disabled=true])")
    ready.first.wait_for(state="attached")
    window.picture(OUT / "390x844-light" / "32-camera.png")
    window.tap("take-photo")


def camera_film(window: AppPage) -> None:
    """The third tap films; the fourth ends it."""
    window.tap("add-film")
    assert window.has("film-start")
    ready = window.find("film-start").locator("[role=button]:not([aria-disabled=true])")
    ready.first.wait_for(state="attached")
    window.picture(OUT / "390x844-light" / "34-film.png")
    window.tap("film-start")
    assert window.first_of("film-seconds-1", "film-seconds-2", "film-seconds-3")
    assert window.taps <= TAPS
    window.picture(OUT / "390x844-light" / "34-filming.png")
    window.taps -= 1
    window.tap("film-stop")


def test_each_kind_is_kept_three_taps_from_home(open_window: Opener, tmp_path: Path) -> None:
    """The camera takes part where the part of Flet that has it is installed."""
    window = open_window()
    make_photo(tmp_path / "boat.jpg", 0.2)
    (tmp_path / "fox.txt").write_text("The fox ran home.")
    kinds: list[Callable[[AppPage], None]] = [
        bare_text, bare_link, bare_drawing,
        lambda window: window.pick_files("pick-file", tmp_path / "boat.jpg"),
        lambda window: window.pick_files("pick-any", tmp_path / "fox.txt"),
    ]  # fmt: skip
    if find_spec("flet_camera"):
        kinds += [camera_photo, camera_film]
    begin(window)
    for kind in kinds:
        assert window.has("add")
        window.taps = 0
        window.tap("add")
        kind(window)
        assert window.says("Saved here")
        assert window.has("save-title"), window.texts()
        assert window.taps <= TAPS
        window.go_to("Home")
    assert window.has("add")
    window.go_to("My work")
    assert window.has("search")
    assert window.find_beginning("work-").count() == len(kinds)


@pytest.mark.parametrize(("width", "height", "is_dark"), WINDOWS)
def test_what_is_made_here_is_kept_and_shown(
    open_window: Opener, tmp_path: Path, width: int, height: int, is_dark: bool
) -> None:
    window = open_window(width, height, is_dark=is_dark)
    folder = OUT / f"{width}x{height}-{'dark' if is_dark else 'light'}"
    photo = tmp_path / "boat.jpg"
    make_photo(photo, 1)

    def show(name: str) -> None:
        window.picture(folder / f"{name}.png")

    begin(window)
    window.tap("add")
    assert window.has("add-write")
    show("20-add")
    for step in (draw, write, link):
        step(window, show)
        window.go_to("Home")
        window.tap("add")
    window.go_to("My work")
    assert window.has("search")
    assert window.find_beginning("work-").count() == 3
    window.tap_on(window.find_beginning("work-").first)
    draw_over(window, photo, show)
    window.go_to("My work")
    assert window.has("search")
    show("29-works")
