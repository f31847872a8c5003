"""The student app without a browser: a real Flet session whose client is this file.

What a person does is sent as the client would send it; what the app shows is read from its tree of
controls. The vault, the actions and the session behind it are the real ones.
"""

import asyncio
import contextvars
import dataclasses
import re
from collections.abc import Callable, Coroutine, Iterator, Sequence
from pathlib import Path
from typing import Any

import flet as ft
import msgpack  # type: ignore[import-untyped]
from flet.controls.base_control import BaseControl
from flet.controls.context import _context_page
from flet.messaging.connection import Connection
from flet.messaging.protocol import MessageAction, configure_encode_object_for_msgpack
from flet.messaging.session import Session as FletSession
from flet.pubsub.pubsub_hub import PubSubHub

from portfolio_app.locales import Words
from portfolio_app.settings import Settings
from portfolio_app.student.actions import Source
from portfolio_app.student.app import StudentApp
from portfolio_app.student.portfolio import Portfolio
from portfolio_app.student.session import Pace

WAIT_SECONDS = 10.0
STEP_SECONDS = 0.01
_FENCED_LINE = re.compile(r"(?m)^\u2068([^\u2068\u2069\n]*)\u2069$")


class FileGate:
    """Stands where the loopback server stands: files by what a test gives, pictures by name."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}
        self.tickets: list[str] = []
        self.pages: dict[str, str] = {}
        self.lent: dict[str, tuple[str, Callable[[], Iterator[bytes]]]] = {}

    def admit(self, portfolio: Portfolio) -> str:
        ticket = f"ticket-{len(self.tickets)}-{portfolio.learner.name}"
        self.tickets.append(ticket)
        return ticket

    def dismiss(self, ticket: str) -> None:
        self.tickets.remove(ticket)

    def picture(self, ticket: str, sha256_hex: str) -> str:
        return f"/media/{ticket}/{sha256_hex}"

    def asset(self, path: str) -> str:
        return f"/{path}"

    def lend_page(self, page: str) -> str | None:
        address = f"/pages/{len(self.pages)}"
        self.pages[address] = page
        return address

    def take_page_back(self, address: str) -> None:
        del self.pages[address]

    def lend_file(self, name: str, make: Callable[[], Iterator[bytes]]) -> str | None:
        address = f"/files/{len(self.lent)}"
        self.lent[address] = (name, make)
        return address

    def take_file_back(self, address: str) -> None:
        self.lent.pop(address, None)

    async def save_file(self, _picker: ft.FilePicker, _name: str, _pieces: object) -> bool:
        return False

    async def sources(
        self,
        _picker: ft.FilePicker,
        files: Sequence[ft.FilePickerFile],
        progress: Callable[[str, float], None],
    ) -> list[Source]:
        for file in files:
            progress(file.name, 1.0)
        return [Source(file.name, [self.files[file.name]]) for file in files]


class Window(Connection):
    """One window of the app, seen and used from the client's side."""

    def __init__(self, width: int, height: int) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.loop = asyncio.get_running_loop()
        self.page_url, self.page_name = "http://127.0.0.1", ""
        self.pubsubhub = PubSubHub(loop=self.loop)
        self.crash: str | None = None
        self.session = FletSession(self)
        self.page = self.session.page
        self.session.apply_page_patch({"route": "/", "web": True, "width": width, "height": height})
        self._pack(self.session.get_page_patch())  # type: ignore[no-untyped-call]

    def send_message(self, message: Any) -> None:
        self._pack([message.action, message.body])
        if message.action == MessageAction.SESSION_CRASHED:
            self.crash = message.body.message
        elif message.action == MessageAction.INVOKE_METHOD:
            self.loop.call_soon(self._answer, message.body)

    async def start(self, main: Callable[[ft.Page], None]) -> "Window":
        _context_page.set(self.page)
        main(self.page)
        await self.until(lambda: self.find_all("View"))
        return self

    async def until(self, condition: Callable[[], Any]) -> Any:
        """Wait for what must come; fails when it does not."""
        for _ in range(int(WAIT_SECONDS / STEP_SECONDS)):
            assert self.crash is None, self.crash
            if found := condition():
                return found
            await asyncio.sleep(STEP_SECONDS)
        raise AssertionError(f"It did not come. On screen: {self.texts()[:40]}")

    async def see(self, identifier: str) -> BaseControl:
        """Wait for the part with a test id."""
        found: BaseControl = await self.until(lambda: self._named(identifier))
        return found

    async def tap(self, identifier: str) -> None:
        part = await self.see(identifier)
        inner = next(one for one in self._below(part) if getattr(one, "on_click", None))
        await self._fire(inner, "click")

    async def type(self, identifier: str, text: str) -> None:
        part = await self.see(identifier)
        box = next(one for one in self._below(part) if isinstance(one, ft.TextField))
        self.session.apply_patch(box._i, {"value": text})
        await self._fire(box, "change", text)

    async def press_pin(self, digits: str) -> None:
        for digit in digits:
            await self.tap(f"pin-{digit}")
        await self.tap("pin-done")

    async def pick(self, *names: str, size_bytes: int = 1, button: str = "pick-file") -> None:
        """Choose files in the app's picker."""
        await self.see(button)
        picker = await self.until(lambda: next(
            (one for one in self.page.services if isinstance(one, ft.FilePicker)), None
        ))  # fmt: skip
        files = [{"id": at, "name": name, "size": size_bytes} for at, name in enumerate(names)]
        await self._fire(picker, "result", {"files": files})

    async def says(self, words: str) -> None:
        await self.until(lambda: any(words in text for text in self.texts()))

    def has(self, identifier: str) -> bool:
        return self._named(identifier) is not None

    def texts(self) -> list[str]:
        """All words on the screen, without the marks around a line that runs against the page."""
        shown = [one.value for one in self.find_all("Text") if isinstance(one.value, str)]
        return [_FENCED_LINE.sub(r"\1", one) for one in shown]

    def find_all(self, kind: str) -> list[Any]:
        """Controls of a kind, or of one of ours that goes on from it."""
        return [
            one
            for one in self._below(self.page)
            if kind in (made.__name__ for made in type(one).__mro__)
        ]

    async def close(self) -> None:
        self.session.close()  # type: ignore[no-untyped-call]
        await asyncio.sleep(0)

    def _named(self, identifier: str) -> BaseControl | None:
        marked = (one for one in self._below(self.page) if isinstance(one, ft.Semantics))
        return next((one for one in marked if one.identifier == identifier), None)

    async def _fire(self, control: BaseControl, event: str, value: Any = None) -> None:
        await self.session.dispatch_event(control._i, event, value)
        assert self.crash is None, self.crash

    def _answer(self, call: Any) -> None:
        self.session.handle_invoke_method_results(call.control_id, call.call_id, None, None)
        if call.name == "push_route":
            route = call.args["route"]
            self.page.route = route
            event = self.session.dispatch_event(1, "route_change", {"route": route})
            self.loop.create_task(event)

    def _pack(self, body: Any) -> None:
        # Packing is what a real connection does; it also takes the snapshots that patches need.
        encode = configure_encode_object_for_msgpack(BaseControl)  # type: ignore[no-untyped-call]
        msgpack.packb(body, default=encode)

    def _below(self, root: Any, seen: set[int] | None = None) -> Iterator[BaseControl]:
        seen = set() if seen is None else seen
        if root is None or id(root) in seen:
            return
        seen.add(id(root))
        if isinstance(root, list | tuple):
            for one in root:
                yield from self._below(one, seen)
        elif dataclasses.is_dataclass(root):
            if isinstance(root, BaseControl):
                yield root
            for field in dataclasses.fields(root):
                if not field.metadata.get("skip") and field.name != "_parent":
                    yield from self._below(getattr(root, field.name, None), seen)


class Device:
    """One device with the student app; `window` opens another window of it."""

    def __init__(self, folder: Path, pace: Pace | None = None, language: str = "en") -> None:
        self.gate = FileGate()
        self.words = Words(language)
        self.app = StudentApp(Settings(data=folder, language=language), self.gate, pace)
        self.windows: list[Window] = []

    async def window(self, width: int = 1000, height: int = 800) -> Window:
        window = await Window(width, height).start(self.app.main)
        self.windows.append(window)
        return window

    async def close(self) -> None:
        # As the program does it when it ends: in no window.
        await asyncio.create_task(self.app.close(), context=contextvars.Context())
        for window in self.windows:
            await window.close()


def on_device(
    folder: Path,
    story: Callable[[Device], Coroutine[Any, Any, None]],
    pace: Pace | None = None,
    language: str = "en",
) -> None:
    """Play a story on a device of its own, and put it away."""

    async def play() -> None:
        device = Device(folder, pace, language)
        try:
            await story(device)
        finally:
            await device.close()

    asyncio.run(play())


async def join_in(
    window: Window, name: str = "Mia", picture: str = "owl", pin: str = "2580", language: str = "en"
) -> None:
    """Make a learner, as a child would."""
    await window.tap("who-new")
    await window.type("name", name)
    await window.tap(f"avatar-{picture}")
    await window.tap("new-next")
    await window.press_pin(pin)
    await window.says(Words(language)("student-new-secret-again"))
    await window.press_pin(pin)
    await window.see("sending-state")
