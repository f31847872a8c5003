"""Off a shared device, in a real browser: its learner leaves, and the school gets what waited."""

from pathlib import Path

import pytest

from tests.browser.app_page import AppPage
from tests.browser.conftest import Opener
from tests.browser.test_screens import OUT, begin
from tests.photo_maker import make_photo
from tests.processes import RunningSchool, school
from tests.student.at_school import class_code

pytestmark = pytest.mark.browser

SENT_MS = 150_000


def join(window: AppPage, running: RunningSchool) -> None:
    code = class_code(running)
    window.go_to("Home")
    window.tap("open-join")
    window.type("school-address", running.address)
    window.type("join-code", code)
    window.tap("join-school")
    assert window.says("Safe at school", SENT_MS)


@pytest.mark.parametrize(
    ("width", "height"),
    [(390, 844), pytest.param(1440, 900, marks=pytest.mark.sizes)],
)
def test_who_leaves_leaves_nothing_to_read_and_the_work_arrives(
    open_window: Opener, tmp_path: Path, width: int, height: int
) -> None:
    photo = tmp_path / "boat.jpg"
    make_photo(photo, 1)
    folder = OUT / f"{width}x{height}-light"
    with school(tmp_path) as running:
        window = open_window(width, height)
        assert window.has("who-new")
        begin(window)
        join(window, running)
        running.stop()
        window.go_to("Home")
        window.tap("add")
        window.pick_files("pick-file", photo)
        window.type("title", "My paper boat")
        window.tap("save-title")
        window.go_to("About me")
        window.tap("open-leave")
        assert window.has("leave-sealed")
        assert window.says("One work is not at school yet")
        window.picture(folder / "40-leave.png")
        window.tap("leave-do")
        assert window.has("who-new")
        assert window.says("Work of somebody is on its way")
        window.picture(folder / "41-on-the-way.png")
        running.start()
        window.find("on-the-way").wait_for(state="detached", timeout=SENT_MS)
        assert not list(tmp_path.rglob("*.bundle"))
