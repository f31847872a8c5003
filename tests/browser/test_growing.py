"""The learner's week in a real browser: a goal, evidence, a check, a place pinned, and the way.

By touch and by reading tree alone, at the size of a phone and of a tablet. The pictures in
out/screens/ are for eyes.
"""

from pathlib import Path

import pytest

from tests.browser.app_page import AppPage
from tests.browser.conftest import Opener
from tests.browser.test_screens import OUT, begin
from tests.photo_maker import make_photo

pytestmark = pytest.mark.browser

WINDOWS = ((390, 844, False), pytest.param(820, 1180, True, marks=pytest.mark.sizes))


def set_a_goal(window: AppPage) -> None:
    window.go_to("Goals")
    window.tap("goal-new")
    window.type("new-goal-title", "Build a boat that swims")
    window.type("new-goal-step", "Fold a paper boat")
    window.tap("save-goal")
    assert window.has("step-new")


def make_a_work(window: AppPage, photo: Path) -> None:
    window.go_to("My work")
    window.tap("add")
    window.pick_files("pick-file", photo)
    window.type("title", "My paper boat")
    window.tap("save-title")
    assert window.says("Saved here")
    window.tap("open-tags")
    window.tap_on(window.find_beginning("area-").first)
    window.tap_on(window.page.locator(
        '[flt-semantics-identifier^="tag-"]:not([flt-semantics-identifier="tag-search"])'
    ).first)  # fmt: skip
    window.tap("tags-done")


def check_it(window: AppPage, is_phone: bool) -> None:
    window.tap("open-check")
    window.tap("level-1-2")
    buttons = window.find_beginning("pin-")
    window.scroll_to("why-1")
    window.tap_on(buttons.first)
    window.tap("place-top-right")
    window.tap("pin-keep")
    assert window.says("top right")
    for _ in range(12 if is_phone else 0):
        if window.has("save-check", 500):
            break
        window.tap("check-next")
    window.tap("save-check")
    assert window.says("top right")


def show_and_finish(window: AppPage) -> None:
    window.go_to("Goals")
    window.tap_on(window.find_beginning("goal-").filter(has_not_text="New goal").first)
    window.tap_on(window.find_beginning("finish-").first)
    window.tap("going-well")
    window.tap("save-check-in")
    window.tap("goal-reached")
    window.type("goal-story", "It began in the bath.")
    window.tap("save-reached")
    assert window.says("It began in the bath.")


@pytest.mark.parametrize(("width", "height", "is_dark"), WINDOWS)
def test_a_week_of_growing(
    open_window: Opener, tmp_path: Path, width: int, height: int, is_dark: bool
) -> None:
    photo = tmp_path / "boat.jpg"
    make_photo(photo, 1)
    window = open_window(width, height, is_dark=is_dark)
    folder = OUT / f"{width}x{height}-{'dark' if is_dark else 'light'}"
    begin(window)
    set_a_goal(window)
    window.picture(folder / "20-goal.png")
    make_a_work(window, photo)
    check_it(window, is_phone=width < 600)
    window.picture(folder / "21-checked.png")
    window.go_to("Goals")
    window.tap("growing-progress")
    assert window.says("What my works show")
    window.picture(folder / "22-progress.png")
    window.tap_on(window.find_beginning("twin-").first)
    assert window.says("Show as a picture")
    show_and_finish(window)
    window.picture(folder / "23-way.png")
    window.go_to("About me")
    window.tap("open-profile")
    window.tap("topic-interests")
    window.type("entry-words", "I like boats.")
    window.tap("save-entry")
    assert window.says("What I say now")
    window.picture(folder / "24-profile.png")
