"""Run inside a staged tree: start its student app with everything blocked that a phone lacks.

Usage: python staged_start.py BLOCKED,MODULES   (the working folder is the staged tree)
A connection stands in for the device's screen; no port is opened. Prints what the screen says.
"""

import asyncio
import dataclasses
import runpy
import sys
from collections.abc import Callable, Iterator, Sequence
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any

WAIT_SECONDS = 30


class Blocker:
    """Answers the import of a blocked module, or of anything below it, with an error."""

    def __init__(self, blocked: Sequence[str]) -> None:
        self._blocked = tuple(blocked)

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if any(name == blocked or name.startswith(f"{blocked}.") for blocked in self._blocked):
            raise ImportError(f"{name} is not on a phone")
        return None


def app_of_main_py() -> Callable[[Any], None]:
    """What the generated `main.py` hands to Flet."""
    import flet  # noqa: PLC0415 - only after the blocker stands

    handed: list[Callable[[Any], None]] = []
    flet.run = handed.append  # type: ignore[assignment]
    runpy.run_path("main.py", run_name="__main__")
    return handed[0]


async def start(app: Callable[[Any], None]) -> list[str]:
    """Start `app` on a fresh page and wait for its first words; raises when it crashes."""
    from flet.controls.context import _context_page  # noqa: PLC0415

    screen = screen_that_shows_nothing()
    page = screen.session.page
    screen.session.apply_page_patch({"route": "/", "width": 390, "height": 844})
    screen.pack(screen.session.get_page_patch())
    _context_page.set(page)
    app(page)
    async with asyncio.timeout(WAIT_SECONDS):
        while not (words := list(said(page, set()))) and not screen.crash:
            screen.heard.clear()
            await screen.heard.wait()
    if screen.crash:
        raise RuntimeError(screen.crash)
    return words


def screen_that_shows_nothing() -> Any:
    """A connection for Flet that answers every question with nothing and hears a crash."""
    import msgpack  # type: ignore[import-untyped]  # noqa: PLC0415
    from flet.controls.base_control import BaseControl  # noqa: PLC0415
    from flet.messaging.connection import Connection  # noqa: PLC0415
    from flet.messaging.protocol import (  # noqa: PLC0415
        MessageAction,
        configure_encode_object_for_msgpack,
    )
    from flet.messaging.session import Session  # noqa: PLC0415
    from flet.pubsub.pubsub_hub import PubSubHub  # noqa: PLC0415

    class Screen(Connection):
        def __init__(self) -> None:
            super().__init__()  # type: ignore[no-untyped-call]
            self.loop = asyncio.get_running_loop()
            self.page_url, self.page_name = "", ""
            self.pubsubhub = PubSubHub(loop=self.loop)
            self.session = Session(self)
            self.crash = ""
            self.heard = asyncio.Event()

        def send_message(self, message: Any) -> None:
            self.pack([message.action, message.body])
            self.heard.set()
            if message.action is MessageAction.SESSION_CRASHED:
                self.crash = str(message.body.message)
            elif message.action is MessageAction.INVOKE_METHOD:
                self.loop.call_soon(self.answer, message.body)

        def pack(self, content: object) -> None:
            """As if for the wire: Flet notes what it sent while packing, and compares later."""
            encode = configure_encode_object_for_msgpack(BaseControl)  # type: ignore[no-untyped-call]
            msgpack.packb(content, default=encode)

        def answer(self, body: Any) -> None:
            self.session.handle_invoke_method_results(body.control_id, body.call_id, None, None)

    return Screen()


def said(control: object, seen: set[int]) -> Iterator[str]:
    """Every text on the page."""
    if id(control) in seen:
        return
    seen.add(id(control))
    if isinstance(control, list | tuple):
        for one in control:
            yield from said(one, seen)
    elif dataclasses.is_dataclass(control):
        if type(control).__name__ == "Text" and isinstance(
            words := getattr(control, "value", 0), str
        ):
            yield words
        for each in dataclasses.fields(control):
            if each.name != "_parent" and not each.metadata.get("skip"):
                yield from said(getattr(control, each.name, None), seen)


def main() -> None:
    sys.path.insert(0, ".")
    sys.meta_path.insert(0, Blocker(sys.argv[1].split(",")))
    words = asyncio.run(start(app_of_main_py()))
    sys.stdout.write("\n".join(words) + "\n")


if __name__ == "__main__":
    main()
