"""The learner's week in a real browser: a goal, evidence, a check, what the teacher says, the way.

By touch and by reading tree alone, at the size of a phone and of a tablet. The pictures in
out/screens/ are for eyes.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.app_page import AppPage
from tests.browser.conftest import Opener
from tests.browser.test_screens import OUT, begin
from tests.photo_maker import make_photo
from tests.processes import TEACHER, TEACHER_PASSWORD, RunningSchool, school
from tests.student.at_school import class_code
from tests.webpage import Visitor

pytestmark = pytest.mark.browser

WINDOWS = ((390, 844, False), pytest.param(820, 1180, True, marks=pytest.mark.sizes))
SEND_MS = 30_000
FEEDBACK = "It swims because you folded it twice"
IDEA = "Try it in the bath"


@pytest.fixture
def running(tmp_path: Path) -> Iterator[RunningSchool]:
    with school(tmp_path) as running:
        yield running


def choose_a_tag(window: AppPage) -> str:
    """The first of the first area; the id of what it says."""
    window.tap_on(window.find_beginning("area-").first)
    tag = window.page.locator(
        '[flt-semantics-identifier^="tag-"]:not([flt-semantics-identifier="tag-search"])'
    ).first
    window.tap_on(tag)
    item = (tag.get_attribute("flt-semantics-identifier") or "").removeprefix("tag-")
    window.tap("tags-done")
    return item


def set_a_goal(window: AppPage) -> str:
    window.go_to("Goals")
    window.tap("goal-new")
    window.type("new-goal-title", "Build a boat that swims")
    window.type("new-goal-step", "Fold a paper boat")
    window.tap("save-goal")
    assert window.has("step-new")
    window.tap("goal-tags")
    item = choose_a_tag(window)
    assert window.has(f"goal-tag-{item}")
    return item


def make_a_work(window: AppPage, photo: Path) -> None:
    window.go_to("My work")
    window.tap("add")
    window.pick_files("pick-file", photo)
    window.type("title", "My paper boat")
    window.tap("save-title")
    assert window.says("Saved here")
    window.tap("open-tags")
    choose_a_tag(window)


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


def join(window: AppPage, running: RunningSchool, code: str) -> None:
    window.go_to("Home")
    window.tap("open-join")
    window.type("school-address", running.address)
    window.type("join-code", code)
    window.tap("join-school")
    assert window.says("Safe at school", SEND_MS)


def answer(running: RunningSchool) -> None:
    """The teacher rates the newest work as high as can be, and proposes a step."""
    teacher = Visitor(running.host, running.port)
    form = teacher.get("/").forms[0]
    values = form.with_values(email=TEACHER, password=TEACHER_PASSWORD)
    queue = teacher.post(form.action or "/sign-in", values)
    work = next(link for link in queue.links if "/works/" in link)
    page = teacher.get(work)
    form = next(form for form in page.forms if form.action == page.path)
    given = {name: one[-1] for name, one in form.choices.items() if name.startswith("level.")}
    given |= {"words": FEEDBACK, "action": "send_and_approve"}
    assert teacher.post(form.action, form.with_values(**given)).status == 200
    page = teacher.get(work.partition("/works/")[0])
    form = next(form for form in page.forms if "goal" in dict(form.values))
    given = {"steps": IDEA, "action": "propose"}
    assert IDEA in teacher.post(form.action, form.with_values(**given)).words


def an_idea(window: AppPage) -> None:
    """Asked for, put away, and brought back."""
    window.tap("ideas-ask")
    window.tap("idea-not-evidence")
    assert window.says("rests for two weeks")
    window.tap_on(window.page.get_by_role("button", name="Undo").first)
    assert window.has("idea-evidence")


def progress_moves(window: AppPage, item: str, running: RunningSchool) -> None:
    """What the teacher says comes by itself, and stands beside what the learner said."""
    window.go_to("Goals")
    window.tap("growing-progress")
    window.tap(f"skill-{item}")
    assert window.says("Nothing yet"), "the teacher has not said anything"
    answer(running)
    assert window.says("You and your teacher", SEND_MS)


def show_and_finish(window: AppPage) -> None:
    window.tap_on(window.find_beginning("goal-").filter(has_not_text="New goal").first)
    window.tap("idea-accept")
    assert window.says("It is yours now.")
    first = window.find_beginning("finish-").first.get_attribute("flt-semantics-identifier") or ""
    window.tap(first.replace("finish-", "step-"))
    assert window.has("step-finish")
    window.tap_on(window.find_beginning("choose-").first)
    window.tap("step-finish")
    assert window.has("going-well")
    window.tap("going-well")
    window.tap("save-check-in")
    window.tap("goal-reached")
    window.type("goal-story", "It began in the bath.")
    window.tap("save-reached")
    assert window.says("It began in the bath.")


@pytest.mark.parametrize(("width", "height", "is_dark"), WINDOWS)
def test_a_week_of_growing(
    open_window: Opener,
    running: RunningSchool,
    tmp_path: Path,
    width: int,
    height: int,
    is_dark: bool,
) -> None:
    photo = tmp_path / "boat.jpg"
    make_photo(photo, 1)
    code = class_code(running)
    window = open_window(width, height, is_dark=is_dark)
    folder = OUT / f"{width}x{height}-{'dark' if is_dark else 'light'}"
    begin(window)
    item = set_a_goal(window)
    window.picture(folder / "20-goal.png")
    make_a_work(window, photo)
    check_it(window, is_phone=width < 600)
    window.picture(folder / "21-checked.png")
    join(window, running, code)
    an_idea(window)
    window.picture(folder / "25-home.png")
    progress_moves(window, item, running)
    window.picture(folder / "26-skill.png")
    window.tap("back")
    window.go_to("Goals")
    window.tap("growing-progress")
    assert window.says("What my works show")
    window.picture(folder / "22-progress.png")
    window.tap_on(window.find_beginning("twin-").first)
    assert window.says("Show as a picture")
    window.tap("growing-goals")
    show_and_finish(window)
    window.picture(folder / "23-way.png")
    window.go_to("About me")
    window.tap("open-profile")
    window.tap("topic-interests")
    window.type("entry-words", "I like boats.")
    window.tap("save-entry")
    assert window.says("What I say now")
    window.picture(folder / "24-profile.png")
