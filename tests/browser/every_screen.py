"""A learner with something of everything, and the addresses of all screens, so that one walk in one
window passes every one of them.

The learners are those of the demo; their school has gone, so that what it means to be without one
is on the screens as well.
"""

from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from playwright.sync_api import Browser, ViewportSize

from portfolio_app.demo.story import read_story
from portfolio_app.locales.pseudo import PSEUDO_LANGUAGE
from portfolio_app.student import actions, goals
from portfolio_app.student.actions import Source
from portfolio_app.student.learner import new_portfolio, open_portfolio, open_vaults
from portfolio_app.student.portfolio import Portfolio
from portfolio_app.student.screens import ROUTES
from tests.browser.app_page import AppPage
from tests.demo.making import built
from tests.photo_maker import make_photo

NEW_PIN = "2580"
LANGUAGES = ("ar", PSEUDO_LANGUAGE)
"""Languages whose screens are painted beside the English ones; each gets a learner."""

LOOK_MS = 200
CHANGE_TRIES = 15
# The reading tree changes before the picture, and photos come later.
DRAWN_MS = 300


@dataclass(frozen=True, slots=True)
class Somebody:
    """A learner on the device: the way to their door, and to each screen behind it by name."""

    vault: str
    pin: str
    routes: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Everybody:
    """Who is on the device. `full` has something of everything, `empty` nothing yet, and
    `languages` holds one learner for each language, with as much as `full`.
    """

    data: Path
    full: Somebody
    empty: Somebody
    languages: Mapping[str, Somebody]


OUTSIDE = {"who": "/who", "new": "/who/new", "badge": "/who/badge"}
EMPTY = {
    "home": "/", "works": "/works", "showcases": "/showcases", "goals": "/goals",
    "progress": "/progress", "roadmap": "/roadmap", "bin": "/works/bin", "sending": "/sending",
    "compare": "/compare",
}  # fmt: skip


def prepare(folder: Path) -> Everybody:
    """Live through the story, and add what the story has no need of."""
    told = read_story()
    story = replace(told, learners=(told.learners[0], *told.learners[3 : 3 + len(LANGUAGES)]))
    with built(folder / "demo", story) as places:
        data = places.student
    vaults = open_vaults(data)
    cards = {card.name: card.id for card in vaults.list()}
    people = []
    for learner in story.learners:
        with closing(open_portfolio(vaults, cards[learner.name], learner.pin)) as portfolio:
            _round_off(portfolio)
            people.append(Somebody(portfolio.vault.id, learner.pin, addresses(portfolio)))
    full, *others = people
    speaking = dict(zip(LANGUAGES, others, strict=True))
    for language, somebody in speaking.items():
        with closing(open_portfolio(vaults, somebody.vault, somebody.pin)) as portfolio:
            actions.set_about(portfolio, language=language)
    with closing(new_portfolio(vaults, "Zoë", "penguin", NEW_PIN, band="5-7")) as nobody:
        empty = Somebody(nobody.vault.id, NEW_PIN, EMPTY)
    return Everybody(data, full, empty, speaking)


def _round_off(portfolio: Portfolio) -> None:
    """A work and a goal in the bin, a work that waits for the school, a goal with a step."""
    binned = actions.add_work(portfolio, [Source("old.jpg", [make_photo(None, 0.3)])], "Old try")
    actions.put_in_bin(portfolio, binned)
    photo = make_photo(None, 0.6, seed=7)
    actions.add_work(portfolio, [Source("new.jpg", [photo])], "Waits for school")
    goals.bin_goal(portfolio, goals.make_goal(portfolio, "A goal of last year"))
    new = goals.make_goal(portfolio, "Build a raft that carries me")
    goals.add_step(portfolio, new, "Find out what swims")


def addresses(portfolio: Portfolio) -> dict[str, str]:
    """Each screen behind the lock by name, with what it shows filled in."""
    work = next(one for one in portfolio.works() if one.self_assessments)
    other = next(one for one in portfolio.works() if one.id != work.id)
    goal = next(one for one in goals.goals(portfolio) if one.steps)
    rubric = work.self_assessments[0].rubric
    found = portfolio.catalog.rubric(rubric)
    framework, _, item = work.competencies[0].partition("/")
    filled = {
        "work": work.id, "other": other.id, "file": work.files[0].id, "goal": goal.id,
        "step": goal.steps[0].id, "rubric": rubric, "framework": framework, "item": item,
        "criterion": found.criteria[0].id if found else "", "topic": "interests",
        "showcase": next((one.id for one in portfolio.showcases()), ""),
    }  # fmt: skip
    routes = {"home": "/"}
    for path, _ in ROUTES:
        parts = [part.removeprefix(":") for part in path.split("/")]
        # A text is written on a text, and this work has none.
        if path.startswith(("who", "works/:work/text")) or "reflection" in parts:
            continue
        gaps = [part[1:] for part in path.split("/") if part.startswith(":")]
        if all(filled.get(gap) for gap in gaps):
            routes["-".join(parts)] = "/" + "/".join(
                filled[part[1:]] if part.startswith(":") else part for part in path.split("/")
            )
    return routes | {"not-here": "/nowhere"}


def go_to(window: AppPage, route: str) -> None:
    """To an address of the app, as the browser's own buttons would go, without loading it anew.

    Waits until the reading tree has changed and then stands still.
    """
    before = window.texts()
    window.page.evaluate(
        """route => { history.pushState(null, '', route);
                      dispatchEvent(new PopStateEvent('popstate', {state: null})) }""",
        route,
    )
    for _ in range(CHANGE_TRIES):
        window.page.wait_for_timeout(LOOK_MS)
        if window.texts() != before:
            break
    rest(window)


def rest(window: AppPage) -> None:
    """Wait until nothing changes any more, and the picture has followed the reading tree."""
    before = ""
    for _ in range(CHANGE_TRIES):
        now = window.texts()
        if now == before:
            break
        before = now
        window.page.wait_for_timeout(LOOK_MS)
    window.page.wait_for_timeout(DRAWN_MS)


def enter(window: AppPage, somebody: Somebody) -> None:
    """Through the door of a learner."""
    window.tap(f"who-{somebody.vault}")
    window.press_pin(somebody.pin)
    assert window.has("sending-state")


@contextmanager
def window_of(
    browser: Browser, address: str, width: int, height: int, script: str = ""
) -> Iterator[AppPage]:
    """One window, whose size and light the walk may change; nothing may leave the machine.

    `script` runs in the page before anything else.
    """
    context = browser.new_context(
        viewport=ViewportSize(width=width, height=height), reduced_motion="reduce"
    )
    context.add_init_script(script or "null")
    window = AppPage(context.new_page())
    window.open(address)
    yield window
    context.close()
    assert window.outside == []
    assert window.errors == []
