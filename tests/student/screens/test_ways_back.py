"""Ways back and ways on: the bin, what two devices wrote, what waits, and taps that come twice."""

import asyncio
from pathlib import Path
from typing import Any

import pytest

from portfolio_app.student import written_changes
from portfolio_app.student.local_guard import Message, Receive, Scope, Send
from portfolio_app.student.local_server import _forgiving
from portfolio_app.student.screens.focused import is_one_thing
from portfolio_app.student.widgets import safe
from tests.photo_maker import make_photo
from tests.student.screens.headless import Device, Window, join_in, on_device
from tests.student.screens.test_flows import add_photo


@pytest.fixture(scope="module")
def photo() -> bytes:
    return make_photo(None, 0.3)


def nothing_seen(*_: Any) -> tuple[str, ...]:
    """What a device knows that has not met the other one yet."""
    return ()


async def coming(window: Window, prefix: str) -> str:
    """The first test id that begins so, once it is there."""

    def found() -> str:
        names = (one.identifier or "" for one in window.find_all("Semantics"))
        return next((name for name in names if name.startswith(prefix)), "")

    name: str = await window.until(found)
    return name


async def write(window: Window, identifier: str, text: str) -> None:
    await window.type(identifier, text)
    box = next(one for one in window.find_all("TextField") if one.value == text)
    await window._fire(box, "blur")


def test_what_is_in_the_bin_can_be_put_back(tmp_path: Path, photo: bytes) -> None:
    async def story(device: Device) -> None:
        window = await device.window()
        await join_in(window)
        await add_photo(device, window, photo, "My paper boat")
        await window.tap("bin")
        await window.tap("open-bin")
        back = await coming(window, "put-back-")
        assert "My paper boat" in window.texts()
        await window.tap(back)
        await window.says(device.words("student-bin-empty"))
        await window.tap("back")
        await window.see(f"work-{back.removeprefix('put-back-')}")
        assert not window.has("open-bin")

    on_device(tmp_path, story)


def test_what_two_devices_wrote_stays_until_one_is_chosen(
    tmp_path: Path, photo: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def story(device: Device) -> None:
        window = await device.window()
        await join_in(window)
        await add_photo(device, window, photo, "Boat")
        await write(window, "caption", "Made of paper.")
        with monkeypatch.context() as apart:
            apart.setattr(written_changes, "_seen", nothing_seen)
            await write(window, "caption", "Made of cork.")
            await window.see("keep-caption-2")
        assert {"Made of paper.", "Made of cork."} <= set(window.texts())
        assert not window.has("caption")
        await window.tap("keep-caption-2")
        await window.see("caption")
        values = [one.value for one in window.find_all("TextField")]
        assert "Made of paper." in values
        assert "Made of cork." not in [*window.texts(), *values]

    on_device(tmp_path, story)


def test_a_thought_of_two_devices_can_be_kept_whole(
    tmp_path: Path, photo: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def story(device: Device) -> None:
        window = await device.window()
        await join_in(window)
        await add_photo(device, window, photo, "Boat")
        await window.tap("reflect")
        await window.type("reflection-words", "It swims.")
        await window.tap("save-reflection")
        await window.until(lambda: not window.has("reflection-words"))
        card = await coming(window, "reflection-")
        with monkeypatch.context() as apart:
            apart.setattr(written_changes, "_seen", nothing_seen)
            await window.tap(card)
            await window.type("reflection-words", "It sinks.")
            await window.tap("save-reflection")
            both = f"keep-{card.removeprefix('reflection-')}-all"
            await window.see(both)
        await window.tap(both)
        await window.see(card)
        assert "It sinks.\n\nIt swims." in window.texts()

    on_device(tmp_path, story)


def test_the_sign_of_sending_tells_and_leads_back(tmp_path: Path, photo: bytes) -> None:
    async def story(device: Device) -> None:
        window = await device.window()
        await join_in(window)
        await add_photo(device, window, photo, "Boat")
        here = window.page.route.partition("?")[0]
        await window.tap("sending-state")
        await window.says(device.words("student-home-no-school"))
        await window.see("open-join")
        await window.tap("back")
        await window.see("save-title")
        assert window.page.route == here

    on_device(tmp_path, story)


def test_a_file_with_nothing_in_it_is_not_kept(tmp_path: Path) -> None:
    async def story(device: Device) -> None:
        window = await device.window()
        await join_in(window)
        await window.tap("add")
        await window.pick("words.pdf", size_bytes=0)
        await window.says(device.words("student-add-hollow", name="words.pdf"))

    on_device(tmp_path, story)


def test_a_second_tap_while_the_first_is_at_work_does_nothing(tmp_path: Path) -> None:
    async def story(device: Device) -> None:
        window = await device.window()
        await join_in(window)
        may_end = asyncio.Event()
        begun: list[str] = []

        async def slow() -> None:
            begun.append("tap")
            await may_end.wait()

        state = next(iter(device.app._sessions))._state
        tap = safe(state, slow)
        first = asyncio.create_task(tap(None))
        await asyncio.sleep(0)
        await tap(None)
        assert len(begun) == 1
        may_end.set()
        await first
        await tap(None)
        assert len(begun) == 2

    on_device(tmp_path, story)


@pytest.mark.parametrize("is_guarded", [True, False])
def test_a_closed_tab_is_no_error(is_guarded: bool) -> None:
    """Without the guard, the planted end of a connection comes out of the app."""

    async def sender(_scope: Scope, _receive: Receive, send: Send) -> None:
        await send({"type": "websocket.send", "bytes": b""})

    async def gone(_message: Message) -> None:
        raise BrokenPipeError

    async def silent() -> Message:
        return {"type": "websocket.disconnect"}

    app = _forgiving(sender) if is_guarded else sender
    if is_guarded:
        asyncio.run(_once(app, silent, gone))
        return
    with pytest.raises(BrokenPipeError):
        asyncio.run(_once(app, silent, gone))


async def _once(app: Any, receive: Receive, send: Send) -> None:
    await app({"type": "websocket"}, receive, send)


@pytest.mark.parametrize(
    ("place", "is_one"),
    [
        ("/works/0a/check", True), ("/works/0a/check/r1", True), ("/works/0a/reflect/b2", True),
        ("/works/0a/tags", True), ("/showcases/new", True), ("/showcases/0a/edit", True),
        ("/", False), ("/works", False), ("/works/0a", False), ("/works/bin", False),
        ("/showcases/0a", False), ("/about", False),
    ],
)  # fmt: skip
def test_a_phone_hides_the_places_only_where_one_thing_is_done(place: str, is_one: bool) -> None:
    assert is_one_thing(place) is is_one
