"""A voice, with the browser's made-up microphone: three taps from Home and it listens, then in a
thought and about a picture. The pictures in out/screens/ are for eyes.
"""

from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.browser.app_page import AppPage
from tests.browser.conftest import Opener
from tests.browser.test_screens import OUT, WINDOWS, Show, begin
from tests.photo_maker import make_photo

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(
        find_spec("flet_audio_recorder") is None or find_spec("flet_audio") is None,
        reason="the recorder and the player of Flet are not installed",
    ),
]


def talk(window: AppPage, show: Show | None = None) -> None:
    """Say something for a second or more, as the sound that comes in counts it, and stop."""
    assert window.first_of("voice-seconds-1", "voice-seconds-2", "voice-seconds-3")
    if show:
        show("41-talking")
    window.tap("voice-stop")


def from_home(window: AppPage, show: Show) -> None:
    for tap in ("add", "add-voice", "voice-start"):  # three taps, and it listens
        window.tap(tap)
    talk(window, show)
    assert window.has("voice-keep")
    show("42-said")
    window.tap("listen")
    assert window.has("listen-back")
    show("43-listening")
    window.tap("voice-again")
    talk(window)
    assert window.has("voice-keep")
    window.tap("voice-keep")
    assert window.has("listen-before-0")
    show("44-voice-work")


def aloud(window: AppPage, photo: Path, show: Show) -> None:
    window.tap("add")
    window.pick_files("pick-file", photo)
    window.tap("reflect")
    window.tap("voice-start")
    talk(window)
    assert window.has("listen-thought-0")
    show("45-thought")
    window.tap("save-reflection")
    window.tap("say-about")
    window.tap("voice-start")
    talk(window)
    window.tap("voice-keep")
    assert window.has("listen-note-0")
    show("46-note")


def about_a_goal(window: AppPage, show: Show) -> None:
    window.go_to("Goals")
    window.tap("goal-new")
    window.type("new-goal-title", "Swim to the island")
    window.tap("save-goal")
    window.tap("think")
    window.tap("voice-start")
    talk(window)
    assert window.has("listen-thought-0")
    show("47-thought-about-a-goal")
    window.tap("save-reflection")
    assert window.has("listen-thought-0")
    window.scroll_to("listen-thought-0")
    show("48-goal-with-a-thought")


@pytest.mark.parametrize(("width", "height", "is_dark"), WINDOWS)
def test_what_is_said_is_kept_and_heard(
    open_window: Opener, tmp_path: Path, width: int, height: int, is_dark: bool
) -> None:
    window = open_window(width, height, is_dark=is_dark)
    folder = OUT / f"{width}x{height}-{'dark' if is_dark else 'light'}"
    photo = tmp_path / "boat.jpg"
    make_photo(photo, 1)

    def show(name: str) -> None:
        window.picture(folder / f"{name}.png")

    begin(window)
    about_a_goal(window, show)
    window.go_to("Home")
    from_home(window, show)
    window.go_to("Home")
    aloud(window, photo, show)
