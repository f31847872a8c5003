"""The child's day by keyboard alone: in, every kind of making and looking, out, and somebody else.

Never a tap and never a click: what a switch can send that has Tab and Enter is enough for it.
"""

from pathlib import Path

import pytest

from tests.browser.conftest import Opener
from tests.browser.keyboard import Walker
from tests.photo_maker import make_photo

pytestmark = pytest.mark.browser

WINDOWS = ((390, 844, False), (820, 1180, True), (1440, 900, False))
PIN = "2580"
FIRST_TAG = '[flt-semantics-identifier^="tag-"]:not([flt-semantics-identifier="tag-search"])'


def begin(walker: Walker, name: str) -> None:
    walker.press("who-new")
    walker.write("name", name)
    walker.press("avatar-owl", key="Space")
    walker.press("new-next")
    walker.type_pin(PIN)
    assert walker.window.says("once more")
    walker.type_pin(PIN)
    assert walker.window.has("sending-state")


def add_a_photo(walker: Walker, photo: Path) -> None:
    # Listened for long before the key, because the browser is told of it on another line.
    with walker.window.page.expect_file_chooser() as chooser:
        walker.press("add")
        assert walker.window.has("pick-file")
        walker.press("pick-file")
    chooser.value.set_files([str(photo)])
    walker.write("title", "My paper boat")
    walker.press("save-title")
    assert walker.window.says("Saved here")
    walker.press("say-seen")
    walker.write("seen", "A boat of paper on water")
    walker.press("back")


def say_what_it_shows(walker: Walker) -> None:
    window = walker.window
    assert window.has("open-tags")
    walker.press("open-tags")
    assert window.has("tags-done")
    walker.press("area-")
    tag = window.page.locator(FIRST_TAG).first
    tag.wait_for(state="attached")
    walker.press(tag.get_attribute("flt-semantics-identifier") or "", key="Space")
    walker.press("tags-done")


def check_it(walker: Walker) -> None:
    window = walker.window
    assert window.has("open-check")
    walker.press("open-check")
    assert window.has("level-1-2")
    walker.press("level-1-2")
    walker.write("why-1", "It swims")
    while window.first_of("check-next", "save-check") == "check-next":
        walker.press("check-next")
    walker.press("save-check")


def think(walker: Walker) -> None:
    assert walker.window.has("reflect")
    walker.press("reflect")
    walker.write("reflection-words", "I like how it swims")
    walker.press("save-reflection")
    assert walker.window.says("I like how it swims")


def draw(walker: Walker) -> None:
    """With buttons alone, as a hand does that cannot drag."""
    window = walker.window
    walker.go_to("Home")
    walker.press("add")
    assert window.has("add-draw")
    walker.press("add-draw")
    assert window.has("draw-buttons")
    walker.press("draw-buttons")
    assert window.has("pen-right")
    walker.press("pen-right")
    assert window.says("1 line")
    walker.key("Enter")
    walker.press("draw-done")
    assert window.has("save-title")


def look_for_it(walker: Walker) -> None:
    window = walker.window
    walker.go_to("My work")
    walker.write("search", "paper")
    assert window.says("1 of 2 pieces")
    walker.press("open-filters")
    walker.press("filter-kind-")
    walker.press("show-works")


def set_a_goal(walker: Walker) -> None:
    window = walker.window
    walker.go_to("Goals")
    assert window.has("goal-new")
    walker.press("goal-new")
    walker.write("new-goal-title", "Build a boat that swims")
    walker.write("new-goal-step", "Fold a paper boat")
    walker.press("save-goal")
    walker.write("step-new", "Try it in the bath")
    walker.press("step-add")
    assert window.says("Try it in the bath")
    walker.press("finish-")


def show_it(walker: Walker) -> None:
    window = walker.window
    walker.go_to("Showcases")
    assert window.has("showcase-new")
    walker.press("showcase-new")
    walker.write("showcase-title", "What swims")
    walker.press("choose-")
    walker.press("save-showcase")
    assert window.says("What swims")


def throw_away_and_undo(walker: Walker) -> None:
    window = walker.window
    walker.go_to("My work")
    walker.press("work-")
    assert window.has("bin")
    walker.press("bin")
    walker.press("named:Undo")
    assert window.has("open-tags")


def settings(walker: Walker) -> None:
    window = walker.window
    walker.go_to("About me")
    assert window.has("contrast-strong")
    walker.press("contrast-strong")


def out_and_in_again(walker: Walker) -> None:
    window = walker.window
    walker.press("lock", way="Shift+Tab")  # back up: it stands above what was scrolled
    assert window.has("who-new")
    mine = window.find_beginning("who-").first.get_attribute("flt-semantics-identifier") or ""
    walker.press(mine, key="Space")
    walker.type_pin(PIN)
    assert window.has("lock")
    walker.press("lock")
    assert window.has("who-new")
    begin(walker, "Ben")
    assert not window.says("My paper boat", 500)


def made_work(walker: Walker, photo: Path) -> None:
    """In, and all that is said of a new work."""
    make_photo(photo, 1)
    assert walker.window.has("who-new")
    begin(walker, "Mia")
    add_a_photo(walker, photo)
    say_what_it_shows(walker)
    think(walker)


def test_a_work_is_made_without_a_mouse(open_window: Opener, tmp_path: Path) -> None:
    walker = Walker(open_window())
    made_work(walker, tmp_path / "boat.jpg")
    assert walker.window.taps == 0


@pytest.mark.sizes
@pytest.mark.parametrize(("width", "height", "is_dark"), WINDOWS)
def test_a_day_without_a_mouse(
    open_window: Opener, tmp_path: Path, width: int, height: int, is_dark: bool
) -> None:
    walker = Walker(open_window(width, height, is_dark=is_dark))
    made_work(walker, tmp_path / "boat.jpg")
    check_it(walker)
    draw(walker)
    look_for_it(walker)
    set_a_goal(walker)
    show_it(walker)
    throw_away_and_undo(walker)
    settings(walker)
    out_and_in_again(walker)
    assert walker.window.taps == 0
