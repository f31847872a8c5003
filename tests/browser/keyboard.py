"""Walks through the student app by keyboard alone: Tab, Enter, Space and letters, nothing else.

Where the focus is, is asked of the reading tree, and so is whether what was done arrived.
"""

from typing import Any

from playwright.sync_api import Error

from tests.browser.app_page import AppPage

TABS_MOST = 120
MOVE_MS = 2_000
TYPE_TRIES = 4
TYPING_MS = 40

WRITING = "['INPUT', 'TEXTAREA'].includes(document.activeElement.tagName)"
VALUE = "document.activeElement.value"

FOCUSED = """() => { const one = document.activeElement;
  const part = one && one.closest('[flt-semantics-identifier]');
  if (part && part.getAttribute('flt-semantics-identifier') !== 'screen')
    return part.getAttribute('flt-semantics-identifier');
  if (!one || !one.closest('flt-semantics-host, input, textarea')) return '';
  const name = (one.getAttribute('aria-label') || one.innerText || '').trim();
  return name ? 'named:' + name.split('\\n')[0] : ''; }"""
"""The test id of what has the focus, or "named:" and its name where it has none."""

MOVED = f"before => {{ const here = ({FOCUSED})(); return here !== before && here; }}"


class Walker:
    """Somebody without a mouse, at one window of the app. `keys` counts what was pressed."""

    def __init__(self, window: AppPage) -> None:
        self.window = window
        self.keys = 0

    @property
    def here(self) -> str:
        """What has the focus."""
        found: Any = self.window.page.evaluate(FOCUSED)
        return str(found)

    def key(self, name: str) -> None:
        """Press a key."""
        self.keys += 1
        self.window.page.keyboard.press(name)

    def step(self, way: str = "Tab") -> str:
        """One Tab further; where that leads. Waits until the focus has moved."""
        before = self.here
        self.key(way)
        try:
            moved = self.window.page.wait_for_function(MOVED, arg=before, timeout=MOVE_MS)
        except Error:
            return before  # there is nothing else to go to
        return str(moved.json_value())

    def reach(self, *beginnings: str, way: str = "Tab") -> str:
        """Go on with Tab until the focus is on one of these test ids, or on one that begins so if
        it ends in "-"; its test id.
        """
        seen = [self.here]
        begins = tuple(one for one in beginnings if one.endswith("-") or one.startswith("named:"))
        while seen[-1] not in beginnings and not (begins and seen[-1].startswith(begins)):
            assert len(seen) < TABS_MOST, f"Tab does not reach {beginnings}, only {seen[:50]}"
            seen.append(self.step(way))
        return seen[-1]

    def press(self, *beginnings: str, key: str = "Enter", way: str = "Tab") -> str:
        """Reach a button and press it."""
        found = self.reach(*beginnings, way=way)
        self.key(key)
        return found

    def go_to(self, place: str) -> None:
        """Reach a place in the bar or the rail, and press it."""
        self.press(f"named:{place}")

    def write(self, identifier: str, text: str) -> None:
        """Reach a field and write into it; the client fills a field anew when it gets the focus,
        so what stands there is looked at.
        """
        assert self.window.has(identifier)
        self.reach(identifier)
        page = self.window.page
        page.wait_for_function(f"() => {WRITING}")
        for _ in range(TYPE_TRIES):
            page.keyboard.type(text, delay=TYPING_MS)
            self.keys += len(text)
            try:
                page.wait_for_function(f"text => {WRITING} && {VALUE} === text", arg=text,
                                       timeout=MOVE_MS)  # fmt: skip
            except Error:
                self.key("Control+A")
            else:
                return
        raise AssertionError(f"The field {identifier} does not take the text.")

    def type_pin(self, digits: str) -> None:
        """Type a PIN where it is asked for; the focus then stands on what goes on with it."""
        assert self.window.has("pin-done")
        for count, digit in enumerate(digits, 1):
            self.key(digit)
            assert self.window.says(f"{count} number")
        self.window.page.wait_for_function(f"() => ({FOCUSED})() === 'pin-done'")
        self.key("Enter")
