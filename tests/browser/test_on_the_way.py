"""Two devices, a school that is there and then is not: what a child sees of it in a real browser.

By touch and by reading tree alone, on a phone; the pictures in out/screens/ are for eyes.
"""

import random
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Download

from portfolio_app.student import actions, file_choices
from portfolio_app.student.actions import Source
from portfolio_app.student.connection import Connection
from portfolio_app.student.learner import new_portfolio, open_vaults
from portfolio_app.student.portfolio import Portfolio
from sync.client import Progress
from tests.browser.app_page import AppPage
from tests.browser.conftest import Opener
from tests.browser.test_screens import OUT, Show
from tests.photo_maker import make_photo
from tests.processes import RunningSchool, portfolio_json, school
from tests.student.at_school import class_code, same_learner

pytestmark = pytest.mark.browser

SECRET = "2468"
MEGABYTE = 1 << 20
HERE = "My boat swims because the paper is folded twice. I tried it in the sink and in the rain."
THERE = "My boat swims! Grandpa says that wax would help, so next time I rub a candle on it."
FIRST = "A boat."
JOINED = "My boat swims because it is folded twice. Next time I rub a candle on it."
WINDOWS = (
    (390, 844, False),
    pytest.param(390, 844, True, marks=pytest.mark.sizes),
    pytest.param(820, 1180, True, marks=pytest.mark.sizes),
    pytest.param(1440, 900, False, marks=pytest.mark.sizes),
)


@dataclass(frozen=True, slots=True)
class Scene:
    """A learner with a work that was written about on two devices."""

    vault: str
    work: str
    reflection: str


def _make(folder: Path, running: RunningSchool) -> Scene:
    """What two devices did, of which the app in the window is the first."""
    first = new_portfolio(open_vaults(folder), "Ada", "owl", SECRET, band="8-10")
    photos = [make_photo(None, 0.3, seed=number) for number in range(3)]
    sources = [Source(f"{number}.jpg", [raw]) for number, raw in enumerate(photos)]
    work = actions.add_work(first, sources, "Boat")
    actions.set_caption(first, work, FIRST)
    reflection = actions.reflect(first, work, "proud", "It swims.")
    connection = Connection(first)
    connection.join(running.address, class_code(running))
    connection.exchange()
    second = new_portfolio(open_vaults(folder.parent / "second"), "Ada", "owl", SECRET)
    same_learner(first, second)
    Connection(second).exchange()
    actions.set_caption(second, work, THERE)
    Connection(second).exchange()
    second.close()
    actions.set_caption(first, work, HERE)
    actions.set_title(first, work, "My paper boat")
    connection.exchange()
    _refused(first, work)
    film = random.Random(4).randbytes(4 * MEGABYTE)
    large = actions.add_work(first, [Source("how-it-swims.pdf", [film])], "How it swims")
    file_choices.hold(first, next(one for one in first.works() if one.id == large).files[0].media)
    vault = first.vault.id
    first.close()
    return Scene(vault, work, reflection)


def _refused(portfolio: Portfolio, work: str) -> None:
    """The school takes neither a name nor a thought: as if it did."""
    actions.set_title(portfolio, work, "My paper boat with a flag")
    actions.reflect(portfolio, work, "tricky", "The corners were hard to fold.")
    changes = [one for one in portfolio.store.pending() if one.field in ("title", "words")]
    reasons = {one.id: "too_large" if one.field == "words" else "not_allowed" for one in changes}
    with portfolio.durable():
        progress = Progress({}, {}, frozenset(), reasons, (), (), False, "")
        portfolio.store.put_progress(progress, portfolio.world.new_id)


@pytest.mark.parametrize(("width", "height", "is_dark"), WINDOWS)
def test_two_devices_and_a_stick(
    open_window: Opener, tmp_path: Path, width: int, height: int, is_dark: bool
) -> None:
    with school(tmp_path) as running:
        scene = _make(tmp_path / "data", running)
        window = open_window(width, height, is_dark=is_dark)
        folder = OUT / f"{width}x{height}-{'dark' if is_dark else 'light'}"

        def show(name: str) -> None:
            window.picture(folder / f"way-{name}.png")

        window.tap(f"who-{scene.vault}")
        window.press_pin(SECRET)
        window.go_to("My work")
        window.tap(f"work-{scene.work}")
        assert window.has("later-1")
        show("1-work")
        _join_the_two(window, scene, show)
        _look_at_what_was(window, scene, show)
        window.tap("sending-state")
        assert window.says("Your school did not take these")
        show("5-sending")
        assert window.says("The corners were hard to fold.")
        _bring(window, "send-anyway-1")
        assert window.says("Waits for another network. 4 MB.")
        show("6-sending-below")
        running.stop()
        window.tap("back")
        window.type("title", "My best boat")
        window.tap("save-title")
        window.tap("sending-state")
        _carry_a_stick(window, running, tmp_path, show)


def _bring(window: AppPage, identifier: str) -> None:
    """Scroll until a part is inside the window, for the picture."""
    size = window.page.viewport_size or {"width": 400, "height": 800}
    window.page.mouse.move(size["width"] * 0.8, size["height"] * 0.6)
    for _ in range(30):
        box = window.find(identifier).bounding_box()
        if box and box["y"] + box["height"] < size["height"] - 100:
            return
        window.page.mouse.wheel(0, 160)
        window.settle()


def _join_the_two(window: AppPage, scene: Scene, show: Show) -> None:
    assert window.says("You wrote this on two devices")
    _bring(window, "keep-caption-1")
    show("2-two-devices")
    _bring(window, "keep-caption-all")
    show("2-two-devices-below")
    for words in (HERE, THERE):
        assert words in window.texts()
    window.tap("join-caption")
    window.type("join-words", JOINED)
    _bring(window, "join-save")
    show("3-joining")
    window.tap("join-save")
    assert window.says("Saved here")  # and JOINED is the newest of the earlier ones, below
    assert not window.has("keep-caption-all", 300)


def _look_at_what_was(window: AppPage, scene: Scene, show: Show) -> None:
    window.tap("open-earlier")
    assert window.says("These are all.")
    window.tap("earlier-caption")
    for words in (JOINED, HERE, THERE, FIRST):
        assert window.says(words)
    assert window.says("These are all.")
    show("4-earlier")
    window.page.go_back()


def _carry_a_stick(window: AppPage, running: RunningSchool, folder: Path, show: Show) -> None:
    fetched: list[Download] = []

    def keep(download: Download) -> None:
        fetched.append(download)

    # The link opens a page of its own, which the browser closes again once it is a download.
    window.page.context.on("page", lambda page: page.on("download", keep))
    window.page.on("download", keep)
    window.tap("open-stick")
    assert window.has("make-bundle")
    show("7-stick")
    window.find("make-bundle").click(force=True)
    assert window.says("The file is made")
    stick = folder / "stick.bundle"
    fetched[0].save_as(stick)
    told = ("--data", str(running.data), "--answers", str(folder / "answers"))
    taken = portfolio_json("school", "bundle-in", *told, str(stick))
    assert (taken["bundles"], taken["answers"], taken["problems"]) == (1, 1, [])
    (answer,) = (folder / "answers").iterdir()
    window.pick_files("read-bundle", answer)
    assert window.says("Everything in it is here now.")
    show("8-stick-read")
    window.tap("back")
    assert window.has("open-stick")
    assert not window.has("send-anyway-1", 300), "what the school has by stick waits no longer"
    _bring(window, "open-stick")
    show("9-sending-after")
