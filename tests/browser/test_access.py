"""Nobody is shut out: each screen looked at by axe-core, for small targets, for what is wider than
the window, and read aloud. All by the reading tree, which is what a screen reader has.

What a picture alone shows (words cut off, say) is for eyes: docs/screens/, and out/screens/tight.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.app_page import AppPage
from tests.browser.conftest import served
from tests.browser.every_screen import OUTSIDE, Everybody, enter, go_to, prepare, window_of
from tests.browser.test_screens import OUT

pytestmark = pytest.mark.browser

AXE = Path(__file__).parent / "vendor" / "axe" / "axe.min.js"
FLUTTERS_OWN = {
    "meta-viewport": "Flutter writes this tag itself; words grow by Settings and by the browser",
    "region": "Flutter's reading tree knows headings, not landmarks",
}
# Nothing but a picture or a sheet to draw on, with a name of its own and its tools.
WITHOUT_HEADING = ("works-work-picture-file", "works-work-draw-file", "add-drawing")
DAILY = (
    "home", "add", "add-drawing", "add-text", "add-voice", "works", "works-work",
    "works-work-picture-file", "works-work-check-rubric", "works-work-reflect", "goals-goal",
    "progress", "showcases-showcase", "sending", "about",
)  # fmt: skip
TARGET_PX = 48
# Half a pixel of rounding, and borders that the reading tree leaves out.
ROUNDING_PX = 1
SMALL = """least => {
  // What a scrolling part cuts off at its edge is as large as it should be, further on.
  const is_cut = (one, box) => {
    for (let up = one.parentElement; up; up = up.parentElement) {
      const edge = up.getBoundingClientRect();
      const is_edge = Math.abs(edge.bottom - box.bottom) < 2 || Math.abs(edge.top - box.top) < 2;
      if (edge.height > 4 * least && is_edge) return true;
    }
    return false;
  };
  return [...document.querySelectorAll('flt-semantics-host [flt-tappable]')]
    .map(one => [one, one.getBoundingClientRect()])
    .filter(([one, box]) => box.width > 0 && (box.width < least || box.height < least)
        && !is_cut(one, box))
    .map(([one, box]) => `${one.getAttribute('aria-label') || one.textContent} `
        + `${Math.round(box.width)}x${Math.round(box.height)}`) }"""
WIDER = """wide => [...document.querySelectorAll('flt-semantics-host flt-semantics')]
  .map(one => [one.getAttribute('aria-label') || one.textContent, one.getBoundingClientRect()])
  .filter(([, box]) => box.width > 0 && (box.right > wide + 1 || box.left < -1))
  .map(([words]) => words.slice(0, 60))"""
NAMELESS = """[...document.querySelectorAll('flt-semantics-host [flt-tappable], '
  + 'flt-semantics-host input, flt-semantics-host textarea')]
  .filter(one => !(one.getAttribute('aria-label') || one.textContent || '').trim()).length"""
# A browser whose voices are known: one of this machine, and one that would send the words away.
VOICES = """
window.said = [];
window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
Object.defineProperty(window, 'speechSynthesis', {value: {
  speaking: false, cancel() {}, getVoices: () => [
    {lang: 'en-US', localService: false, name: 'far'},
    {lang: 'en-GB', localService: true, name: 'near'}],
  speak(one) { window.said.push([one.text, one.voice.name]); }}});
"""


@pytest.fixture(scope="module")
def everybody(tmp_path_factory: pytest.TempPathFactory) -> Everybody:
    return prepare(tmp_path_factory.mktemp("everybody"))


@pytest.fixture(scope="module")
def address(everybody: Everybody) -> Iterator[str]:
    with served(everybody.data) as address:
        yield address


def faults(window: AppPage, name: str) -> list[str]:
    """What shuts somebody out of the screen that is shown."""
    page = window.page
    size = page.viewport_size or {"width": 0, "height": 0}
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    wrong = [
        f"{name}: {one['id']} {one['nodes'][0]['html'][:140]}"
        for one in found["violations"]
        if one["id"] not in FLUTTERS_OWN
    ]
    small = page.evaluate(SMALL, TARGET_PX - ROUNDING_PX)
    wrong += [f"{name}: smaller than a fingertip: {one}" for one in small]
    wrong += [
        f"{name}: wider than the window: {one}" for one in page.evaluate(WIDER, size["width"])
    ]
    if count := page.evaluate(NAMELESS):
        wrong.append(f"{name}: {count} without a name")
    has_one = name not in WITHOUT_HEADING
    if has_one and not page.locator("flt-semantics-host h1, flt-semantics-host h2").count():
        wrong.append(f"{name}: no heading to jump to")
    return wrong


@pytest.mark.parametrize(
    "screens",
    [pytest.param(DAILY, id="daily"), pytest.param((), id="all", marks=pytest.mark.sizes)],
)
def test_no_screen_shuts_anybody_out(
    chromium: Browser, everybody: Everybody, address: str, screens: tuple[str, ...]
) -> None:
    """The screens of a child's day in `make test`, each there is in `make screens`."""
    if not AXE.is_file():
        pytest.skip("axe-core is not in tests/browser/vendor")
    wrong: list[str] = []
    with window_of(chromium, address, 390, 844, VOICES) as window:
        assert window.has("who-new")
        window.page.evaluate(AXE.read_text(encoding="utf-8"))
        for name, route in OUTSIDE.items():
            go_to(window, route)
            wrong += faults(window, name)
        go_to(window, "/who")
        enter(window, everybody.full)
        routes = everybody.full.routes
        for name in screens or routes:
            go_to(window, routes[name])
            wrong += faults(window, name)
        assert not wrong, "\n".join(wrong)
        if screens:
            is_read_aloud(window)


def is_read_aloud(window: AppPage) -> None:
    """Nothing is said until it is asked for; then what is tapped, by a voice of this machine."""
    go_to(window, "/about")
    window.tap("typeface-atkinson")
    assert window.page.evaluate("said") == []
    window.tap("aloud-on")
    assert window.has("read-page")
    go_to(window, "/")
    title = window.page.get_by_role("heading").first
    box = title.bounding_box()
    assert box is not None
    window.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    said = window.page.evaluate("said")
    assert said == [[title.inner_text().strip(), "near"]]
    window.page.evaluate("said.length = 0")
    part = window.find("read-page").bounding_box()
    assert part is not None
    window.page.mouse.click(part["x"] + part["width"] / 2, part["y"] + part["height"] / 2)
    texts = [text for text, _ in window.page.evaluate("said")]
    assert len(texts) > 5
    assert said[0][0] in texts


@pytest.mark.sizes
def test_twice_as_large_on_the_narrowest_phone(
    chromium: Browser, everybody: Everybody, address: str
) -> None:
    """320 px wide, words at 200 %: nothing sideways; what it looks like is in out/screens/tight."""
    wrong: list[str] = []
    with window_of(chromium, address, 320, 640) as window:
        enter(window, everybody.full)
        go_to(window, "/about")
        window.tap("text-2.0")
        for name, route in everybody.full.routes.items():
            go_to(window, route)
            wrong += window.page.evaluate(WIDER, 320)
            window.picture(OUT / "tight" / f"{name}.png")
        go_to(window, "/about")
        window.tap("text-1.0")
    assert not wrong, "\n".join(wrong)
