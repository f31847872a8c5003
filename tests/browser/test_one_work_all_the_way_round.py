"""The whole story once, as a newcomer lives it: the demo, three people, three browsers.

Real processes, a real Chromium with a profile of its own for the student, the teacher and the
parent, a real photo. No request may leave this machine, and after each step the data, temporary,
log and profile folders are searched for the learner's words and pictures.
"""

import json
import os
import re
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, Playwright, expect

from tests.browser.app_page import LOOPBACK, AppPage
from tests.browser.conftest import ARGUMENTS, CHROMIUM
from tests.demo.making import built, small_story
from tests.photo_maker import make_photo
from tests.plaintext import leaks, needles

pytestmark = pytest.mark.browser

SCREENS = Path(__file__).parents[2] / "out" / "screens"
PHONE = {"width": 390, "height": 844}
LAPTOP = {"width": 1440, "height": 900}
READY_SECONDS = 120
SEND_MS = 30_000

TITLE = "The bridge that held a kilogram"
WHY = "Because I measured it three times over"
THOUGHT = "I am proud that it held the heavy book at last"
FEEDBACK = "Your triangles made it strong and well planned"
NEXT_STEP = "Try the same bridge with old newspaper"
STORY = "How I learned to build with triangles"
SHOWCASE = "What I can build by now"
TEXTS = {"title": TITLE, "why": WHY, "thought": THOUGHT, "story": STORY, "showcase": SHOWCASE}
SECRET = "1357"


@dataclass(slots=True)
class Scene:
    """The running demo, its people's windows, and where anything could be left lying."""

    told: dict[str, Any]
    folders: list[Path]
    student: AppPage
    teacher: Page
    parent: Page
    stage: Page
    outside: list[str]
    wanted: dict[bytes, str]

    def nothing_lies_open(self) -> None:
        """Search every folder for what the learner wrote and showed so far."""
        found = leaks([folder for folder in self.folders if folder.exists()], self.wanted)
        assert not found, [(leak.what, str(leak.path)) for leak in found]
        assert not self.outside
        assert not self.student.outside


@pytest.fixture
def short_folder() -> Iterator[Path]:
    """A temporary folder with a name short enough for Chromium's socket."""
    with tempfile.TemporaryDirectory(prefix="t") as folder:
        yield Path(folder)


@pytest.fixture
def scene(driver: Playwright, tmp_path: Path, short_folder: Path) -> Iterator[Scene]:
    temporary, data = short_folder, tmp_path / "data"
    (tmp_path / "logs").mkdir()
    with built(data, small_story()):
        """Two learners are a class; `tests/demo` makes all twelve."""
    log = tmp_path / "logs" / "demo"
    with log.open("wb") as errors:
        process = subprocess.Popen(
            [
                *(sys.executable, "-m", "portfolio_app", "demo", "--no-browser", "--json"),
                *("--data", str(data), "--port", "0"),
            ],
            env={**os.environ, "TMPDIR": str(temporary)},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=errors,
        )
    try:
        assert process.stdout is not None
        line = process.stdout.readline()
        assert line, log.read_text(errors="replace")
        yield from _windows(driver, json.loads(line), tmp_path, data, temporary)
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(READY_SECONDS)
        if process.stdout is not None:
            process.stdout.close()


def _windows(
    playwright: Playwright, told: dict[str, Any], tmp_path: Path, data: Path, temporary: Path
) -> Iterator[Scene]:
    contexts: list[BrowserContext] = []
    profiles = [tmp_path / f"profile-{name}" for name in ("student", "teacher", "parent")]
    for profile, size in zip(profiles, (PHONE, LAPTOP, PHONE), strict=True):
        contexts.append(_browser(playwright, profile, size, temporary))
    outside: list[str] = []
    for context in contexts[1:]:
        context.on("request", lambda request: _watch(request.url, outside))
    student, teacher, parent = (context.pages[0] for context in contexts)
    folders = [data, temporary, tmp_path / "logs", *profiles]
    app = AppPage(student)
    yield Scene(told, folders, app, teacher, parent, contexts[1].new_page(), outside, {})
    app.picture(SCREENS / "student-at-the-end.png")
    teacher.screenshot(path=SCREENS / "teacher-at-the-end.png")
    for context in contexts:
        context.close()


def _browser(
    playwright: Playwright, profile: Path, size: dict[str, int], temporary: Path
) -> BrowserContext:
    return playwright.chromium.launch_persistent_context(
        str(profile),
        executable_path=CHROMIUM,
        args=list(ARGUMENTS),
        viewport={"width": size["width"], "height": size["height"]},
        reduced_motion="reduce",
        env={**os.environ, "TMPDIR": str(temporary)},
    )


def _watch(url: str, outside: list[str]) -> None:
    if not LOOPBACK.match(url) and not url.startswith(("blob:", "data:")):
        outside.append(url)


def test_one_work_all_the_way_round(scene: Scene, tmp_path: Path) -> None:
    photo = tmp_path / "given" / "IMG_2041.JPG"
    photo.parent.mkdir()
    original = make_photo(photo)
    scene.wanted = needles(TEXTS, {"original": original})
    scene.stage.goto(scene.told["stage"])
    _switch(scene, on=False)
    _make_a_learner(scene)
    work_id = _add_the_photo(scene, photo)
    scene.wanted |= needles({}, _painted(scene))
    _judge_and_reflect(scene)
    assert scene.student.says("Saved here")
    scene.nothing_lies_open()

    _switch(scene, on=True)
    _join(scene)
    scene.nothing_lies_open()
    scene.wanted |= needles({"feedback": FEEDBACK, "next step": NEXT_STEP}, {})
    _teacher_answers(scene)
    _both_sides(scene, work_id)
    scene.nothing_lies_open()

    address = _share(scene, work_id)
    _parent_sees_exactly_that(scene, address)
    scene.student.tap("take-back")
    _parent_sees_nothing(scene, address)
    scene.nothing_lies_open()
    assert not scene.student.errors


def _switch(scene: Scene, *, on: bool) -> None:
    button = "Switch the school on" if on else "Switch the school off"
    scene.stage.get_by_role("button", name=button).click()
    other = "Switch the school off" if on else "Switch the school on"
    expect(scene.stage.get_by_role("button", name=other)).to_be_visible(timeout=SEND_MS)


def _go(app: AppPage, place: str) -> None:
    app.page.get_by_role("tab", name=place).first.dispatch_event("click")
    app.settle()


def _make_a_learner(scene: Scene) -> None:
    app = scene.student
    app.open(scene.told["student"])
    app.tap("who-new")
    app.type("name", "Ada")
    app.tap("avatar-owl")
    app.tap("new-next")
    app.press_pin(SECRET)
    app.press_pin(SECRET)
    assert app.says("Nothing here yet")


def _add_the_photo(scene: Scene, photo: Path) -> str:
    app = scene.student
    app.tap("add")
    app.pick_files("pick-file", photo)
    app.type("title", TITLE)
    app.tap("save-title")
    assert app.says("Saved here")
    found = re.search(r"/works/([0-9a-f]{32})", app.page.url)
    assert found
    app.tap("open-tags")
    app.tap_on(app.find_beginning("area-").first)
    app.tap_on(app.find_beginning("tag-").nth(2))
    app.tap("tags-done")
    assert app.has("open-tags")  # back at the work, before anything loads the page anew
    return found[1]


def _painted(scene: Scene) -> dict[str, bytes]:
    """What the app shows of the photo: upright, without its place, and never from a cache."""
    app = scene.student
    app.page.reload()
    pictures: dict[str, bytes] = {}
    with app.page.expect_response(re.compile("/media/|/picture/|/shown/")) as shown:
        app.page.wait_for_timeout(1)
    response = shown.value
    assert response.headers["cache-control"] == "no-store"
    pictures[f"picture {response.url[-8:]}"] = response.body()
    return pictures


def _judge_and_reflect(scene: Scene) -> None:
    app = scene.student
    app.tap("open-check")
    is_last, number = False, 1
    while not is_last:
        app.tap(f"level-{number}-2")
        app.type(f"why-{number}", WHY)
        is_last = app.first_of("check-next", "save-check") == "save-check"
        app.tap("save-check" if is_last else "check-next")
        number += 1
    app.tap("reflect")
    app.type("reflection-words", THOUGHT)
    app.tap("save-reflection")
    assert app.says(THOUGHT)


def _join(scene: Scene) -> None:
    app = scene.student
    _go(app, "Home")
    app.tap("open-join")
    app.type("school-address", scene.told["school"])
    app.type("join-code", scene.told["join_code"].lower())
    app.tap("join-school")
    assert app.says("Safe at school", SEND_MS)


def _teacher_answers(scene: Scene) -> None:
    page = scene.teacher
    page.goto(scene.told["teacher"]["url"])
    page.get_by_label(re.compile("mail", re.IGNORECASE)).fill(scene.told["teacher"]["email"])
    page.get_by_label(re.compile("password", re.IGNORECASE)).fill(scene.told["teacher"]["password"])
    page.keyboard.press("Enter")
    first = page.locator("main a[href*='/works/']").first
    expect(first).to_contain_text(TITLE)
    first.click()
    for said in (TITLE, WHY, THOUGHT):
        expect(page.locator("main")).to_contain_text(said)
    picture = page.locator("main img").first
    expect(picture).to_be_visible()
    upright = picture.evaluate("image => image.naturalHeight > image.naturalWidth")
    assert upright
    for number, criterion in enumerate(page.locator("fieldset.criterion").all()):
        criterion.locator("input[type=radio]").nth(2 if number == 0 else 1).check()
    page.locator("textarea[name=words]").fill(FEEDBACK)
    page.locator("textarea[name=next_step]").fill(NEXT_STEP)
    page.locator("button[value=send_and_approve]").click()
    expect(page.locator("[role=status]")).to_be_visible()


def _both_sides(scene: Scene, work_id: str) -> None:
    app = scene.student
    _go(app, "My work")
    app.tap(f"work-{work_id}")
    assert app.says(FEEDBACK, SEND_MS)
    assert app.says(NEXT_STEP)
    assert app.says("Your teacher saw more in it than you did")
    assert app.says("You two see it the same way")


def _share(scene: Scene, work_id: str) -> str:
    app = scene.student
    _go(app, "Showcases")
    app.tap("showcase-new")
    app.type("showcase-title", SHOWCASE)
    app.type("showcase-story", STORY)
    app.tap(f"choose-{work_id}")
    app.tap("save-showcase")
    app.tap("share")
    assert app.says(f"{scene.told['school']}/s/", SEND_MS)
    found = re.search(re.escape(scene.told["school"]) + r"/s/[\w-]+", app.texts())
    assert found
    return found[0]


def _parent_sees_exactly_that(scene: Scene, address: str) -> None:
    page = scene.parent
    for _ in range(100):
        page.goto(address)
        if TITLE in page.content():
            break
        page.wait_for_timeout(200)
    for said in (SHOWCASE, STORY, TITLE, THOUGHT):
        expect(page.locator("body")).to_contain_text(said)
    for kept in (FEEDBACK, WHY, NEXT_STEP):
        assert kept not in page.content()
    picture = page.locator("img[src*='/p/']").first
    assert picture.evaluate("image => image.complete && image.naturalHeight > image.naturalWidth")
    assert page.context.cookies() == []


def _parent_sees_nothing(scene: Scene, address: str) -> None:
    page = scene.parent
    for _ in range(100):
        answer = page.goto(address)
        assert answer is not None
        if answer.status == 404:
            break
        page.wait_for_timeout(200)
    assert SHOWCASE not in page.content()
    assert page.locator("img[src*='/p/']").count() == 0
    for number in (0, 1):
        picture = page.goto(f"{address}/p/{number}")
        assert picture is not None
        assert picture.status == 404
