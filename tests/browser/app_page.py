"""Drives the student app in a real Chromium, by its test ids (see README.md beside this file).

Flutter paints a canvas; what can be found and tapped is its reading tree. A tap here is the same
"tap" that a screen reader sends, so whatever passes here also works without eyes.
"""

import re
from pathlib import Path
from typing import Any

from playwright.sync_api import Error, Locator, Page, Request

FIRST_FRAME_MS = 60_000
FIND_MS = 15_000
SETTLE_MS = 600
TYPE_TRIES = 8
FIRST_LOOK_MS = 3_000
QUIET_MS = 500
SCROLL_LOOK_MS = 200
SCROLL_TRIES = 40
COMES_UP = """([identifier, quiet, longest]) => new Promise(done => {
    const found = () => document.querySelector(`[flt-semantics-identifier="${identifier}"]`);
    const begun = performance.now();
    let changed = begun;
    const watch = new MutationObserver(() => { changed = performance.now(); look(); });
    const look = () => {
        const now = performance.now();
        if (found() || now - changed > quiet || now - begun > longest) {
            watch.disconnect(); clearInterval(timer); done(!!found()); } };
    const timer = setInterval(look, 50);
    watch.observe(document, {subtree: true, childList: true, attributes: true});
    look(); })"""
"""Whether a part comes up before the reading tree has been quiet for a while."""

LOOPBACK = re.compile(r"^(https?|wss?)://(127\.0\.0\.1|localhost|\[::1\])([:/]|$)")


class AppPage:
    """One window with the student app; `taps` is how often anything was tapped."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self._elsewhere: list[Request] = []
        self.errors: list[str] = []
        self.taps = 0
        page.on("pageerror", lambda problem: self.errors.append(str(problem)))
        page.on("requestfinished", self._notice)
        page.on("requestfailed", self._notice)

    def open(self, address: str) -> None:
        """Load the app and wait until its reading tree stands."""
        self.page.goto(address, wait_until="commit")
        self.page.wait_for_selector("flt-semantics-host flt-semantics", state="attached",
                                    timeout=FIRST_FRAME_MS)  # fmt: skip

    @property
    def outside(self) -> list[str]:
        """Addresses on other machines that were asked for, but by what the page's own policy stops:
        that is never sent.
        """
        return [request.url for request in self._elsewhere if request.failure != "csp"]

    def find(self, identifier: str) -> Locator:
        """The part with a test id."""
        return self.page.locator(f'[flt-semantics-identifier="{identifier}"]').first

    def find_beginning(self, prefix: str) -> Locator:
        """All parts whose test ids begin so, for ids that end in something made up."""
        return self.page.locator(f'[flt-semantics-identifier^="{prefix}"]')

    def has(self, identifier: str, timeout_ms: int = FIND_MS) -> bool:
        """Whether a part with this test id comes up in time."""
        try:
            self.find(identifier).wait_for(state="attached", timeout=timeout_ms)
        except Error:
            return False
        return True

    def first_of(self, *identifiers: str) -> str:
        """The test id among these that comes up first; waits for it."""
        parts = ", ".join(f'[flt-semantics-identifier="{one}"]' for one in identifiers)
        found = self.page.locator(parts).first
        found.wait_for(state="attached", timeout=FIND_MS)
        return found.get_attribute("flt-semantics-identifier") or ""

    def tap(self, identifier: str) -> None:
        """Tap a button, wherever it is on the page; scrolls until it is drawn."""
        self.scroll_to(identifier)
        self.tap_on(self.find(identifier))

    def go_to(self, place: str) -> None:
        """Tap a place in the bar or the rail, by its words on screen, such as "My work"."""
        self.tap_on(self.find_place(place))

    def find_place(self, place: str) -> Locator:
        """A place in the bar or the rail."""
        # Flutter adds "Tab 2 of 4" in the rail, and in the bar only sometimes.
        name = re.compile(rf"^{re.escape(place)}(\s+Tab \d.*)?$")
        found = self.page.get_by_role("tab", name=name)
        return found.or_(self.page.get_by_role("button", name=name)).first

    def tap_on(self, part: Locator) -> None:
        """Tap a part that was found."""
        self.taps += 1
        part.wait_for(state="attached", timeout=FIND_MS)
        inner = part.locator("[flt-tappable], [role=button], [role=tab]").first
        target = part if part.get_attribute("flt-tappable") is not None else inner
        (target if target.count() else part).dispatch_event("click")
        self.settle()

    def type(self, identifier: str, text: str) -> None:
        """Put `text` into a field. The client fills a field again just after it gets the focus, so
        what stands there is looked at, and typed again if need be.
        """
        self.scroll_to(identifier)
        box = self.find(identifier).locator("input, textarea").first
        box.wait_for(state="attached", timeout=FIND_MS)
        for _ in range(TYPE_TRIES):
            box.focus()
            self.page.wait_for_timeout(120)
            box.fill(text)
            self.page.wait_for_timeout(120)
            if box.input_value() == text:
                return
        raise AssertionError(f"The field {identifier} does not take the text.")

    def press_pin(self, digits: str) -> None:
        """Tap a PIN on the big keys, and go on."""
        for digit in digits:
            self.tap(f"pin-{digit}")
        self.tap("pin-done")

    def pick_files(self, identifier: str, *files: Path | str) -> None:
        """Choose files through the app's own picker; only a real click may open it."""
        self.scroll_to(identifier)
        part = self.find(identifier)
        part.wait_for(state="attached", timeout=FIND_MS)
        self.taps += 1
        with self.page.expect_file_chooser(timeout=FIND_MS) as chooser:
            part.click(force=True)
        chooser.value.set_files([str(file) for file in files])

    def texts(self) -> str:
        """All words on the screen, as a screen reader would say them."""
        found: Any = self.page.evaluate(
            """() => { const host = document.querySelector('flt-semantics-host');
                if (!host) return '';
                const labels = [...host.querySelectorAll('[aria-label]')];
                const fields = [...host.querySelectorAll('input, textarea')];
                return [host.innerText, ...labels.map(e => e.getAttribute('aria-label')),
                        ...fields.map(e => e.value)].join('\\n'); }"""
        )
        return str(found)

    def says(self, words: str, timeout_ms: int = FIND_MS) -> bool:
        """Whether these words come up on the screen in time."""
        for _ in range(max(1, timeout_ms // 100)):
            if words in self.texts():
                return True
            self.page.wait_for_timeout(100)
        return False

    def scroll_to(self, identifier: str) -> None:
        """Lists draw only what is near the window: scroll until the part is there."""
        size = self.page.viewport_size or {"width": 400, "height": 800}
        if self.page.evaluate(COMES_UP, [identifier, QUIET_MS, FIRST_LOOK_MS]):
            return
        self.page.mouse.move(size["width"] * 0.7, size["height"] / 2)
        # Down, and up again: it may have come up above, on a screen that was not there yet.
        for way in (0.5, -0.5):
            for _ in range(SCROLL_TRIES):
                self.page.mouse.wheel(0, size["height"] * way)
                self._draw()
                if self.has(identifier, SCROLL_LOOK_MS):
                    return
        raise AssertionError(f"Nothing with the test id {identifier} is on this screen.")

    def _draw(self) -> None:
        """Let the app draw what came before: on a busy machine the next step would go past it."""
        self.page.evaluate(
            "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
        )

    def settle(self) -> None:
        """Let the change arrive: the reading tree changes a moment before the picture."""
        self.page.wait_for_timeout(150)

    def picture(self, path: Path) -> None:
        """A screenshot of what is painted now."""
        self.page.wait_for_timeout(SETTLE_MS)
        path.parent.mkdir(parents=True, exist_ok=True)
        self.page.screenshot(path=str(path))

    def _notice(self, request: Request) -> None:
        """Only looks: a route would hand every request through two more programs, and end caching.

        What leaves for another host gets nowhere anyway (`ALONE` in conftest.py).
        """
        if not LOOPBACK.match(request.url) and not request.url.startswith(("blob:", "data:")):
            self._elsewhere.append(request)
