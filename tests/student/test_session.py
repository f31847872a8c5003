"""One window's session: whoever locks it, in whatever moment, nothing stays open behind it."""

import asyncio
from collections.abc import Callable, Coroutine, Iterator, Sequence
from datetime import UTC
from pathlib import Path
from typing import Any

import flet as ft
import pytest

from portfolio_app.errors import BadInput, LearnerErased
from portfolio_app.locales import Words
from portfolio_app.student.actions import Source, add_work, set_about
from portfolio_app.student.connection import Connection
from portfolio_app.student.gates import Gate
from portfolio_app.student.half_come import forget_broken_off
from portfolio_app.student.holdings import Holdings
from portfolio_app.student.learner import real_world
from portfolio_app.student.session import Pace, Session
from portfolio_app.student.state import AppState
from tests.student.screens.headless import FileGate

PIN = "2580"


class SlowGate(FileGate):
    """Files that are on their way until the test lets them arrive."""

    def __init__(self) -> None:
        super().__init__()
        self.asked, self.arrived = asyncio.Event(), asyncio.Event()
        self.breaks = False

    async def sources(
        self,
        _picker: ft.FilePicker,
        files: Sequence[ft.FilePickerFile],
        _progress: Callable[[str, float], None],
    ) -> list[Source]:
        self.asked.set()
        await self.arrived.wait()
        return [Source("mine.txt", _breaking() if self.breaks else [b"only mine"])]


def _breaking() -> Iterator[bytes]:
    yield b"only "
    raise BadInput("A file did not arrive whole.")


class Desk:
    """A device with two learners and one window."""

    def __init__(self, folder: Path, gate: Gate) -> None:
        self.state = AppState(words=Words("en"))
        self.holdings = Holdings(folder, real_world())
        self.session = Session(self.state, self.holdings, gate, UTC, Pace())
        self.mia = self.ben = ""

    async def settle(self) -> None:
        for name in ("Mia", "Ben"):
            await self.session.create(name, "fox", PIN, "8-10")
        await self.session.lock()
        ids = {card.name: card.id for card in await self.holdings.cards()}
        self.mia, self.ben = ids["Mia"], ids["Ben"]

    def titles(self) -> list[str]:
        return [work.title for work in self.state.open.works]


def at_desk(folder: Path, story: Callable[[Desk, SlowGate], Coroutine[Any, Any, None]]) -> None:
    async def run() -> None:
        gate = SlowGate()
        desk = Desk(folder, gate)
        await desk.settle()
        try:
            await story(desk, gate)
        finally:
            await desk.session.stop()
            await desk.holdings.close_all()

    asyncio.run(run())


def test_two_who_open_at_once_leave_nothing_open_behind_the_lock(tmp_path: Path) -> None:
    async def story(desk: Desk, gate: SlowGate) -> None:
        opening = (desk.session.open(one, PIN) for one in (desk.mia, desk.ben, desk.mia))
        await asyncio.gather(*opening)
        assert len(gate.tickets) == 1
        await desk.session.lock()
        assert gate.tickets == []
        assert desk.holdings._open == {}

    at_desk(tmp_path, story)


def test_a_window_that_is_gone_while_it_opens_leaves_nothing_open(tmp_path: Path) -> None:
    async def story(desk: Desk, gate: SlowGate) -> None:
        opening = asyncio.ensure_future(desk.session.open(desk.mia, PIN))
        await asyncio.sleep(0)
        await desk.session.stop()
        await asyncio.wait([opening])
        assert gate.tickets == []
        assert desk.holdings._open == {}
        with pytest.raises(BadInput):
            await desk.session.open(desk.mia, PIN)

    at_desk(tmp_path, story)


def test_a_file_on_its_way_never_lands_with_the_next_learner(tmp_path: Path) -> None:
    async def story(desk: Desk, gate: SlowGate) -> None:
        await desk.session.open(desk.mia, PIN)
        picker, told = ft.FilePicker(), list[str]()
        taking = asyncio.ensure_future(
            desk.state.doors.take_in(picker, [], lambda name, _share: told.append(name), add_work)
        )
        await gate.asked.wait()
        await desk.session.open(desk.ben, PIN)
        gate.arrived.set()
        with pytest.raises(BadInput):
            await taking
        assert desk.titles() == []

    at_desk(tmp_path, story)


def test_a_file_on_its_way_comes_in_behind_the_lock(tmp_path: Path) -> None:
    async def story(desk: Desk, gate: SlowGate) -> None:
        await desk.session.open(desk.mia, PIN)
        taking = asyncio.ensure_future(
            desk.state.doors.take_in(ft.FilePicker(), [], lambda _name, _share: None, add_work)
        )
        await gate.asked.wait()
        await desk.session.lock()
        assert desk.state.snapshot is None
        assert gate.tickets == [], "no picture can be had behind the lock"
        gate.arrived.set()
        with pytest.raises(BadInput):
            await taking
        assert desk.holdings._open == {}, "sealed once all is in"
        await desk.session.open(desk.mia, PIN)
        assert len(desk.titles()) == 1
        assert desk.state.open.broken_off == ()

    at_desk(tmp_path, story)


def test_a_file_that_broke_off_behind_the_lock_is_told_of_once(tmp_path: Path) -> None:
    async def story(desk: Desk, gate: SlowGate) -> None:
        gate.breaks = True
        for is_locked in (False, True):
            await desk.session.open(desk.mia, PIN)
            gate.asked.clear()
            gate.arrived.clear()
            files = [ft.FilePickerFile(id=1, name="boat.mp4", size=5)]
            taking = asyncio.ensure_future(
                desk.state.doors.take_in(
                    ft.FilePicker(), files, lambda _name, _share: None, add_work
                )
            )
            await gate.asked.wait()
            if is_locked:
                await desk.session.lock()
            gate.arrived.set()
            with pytest.raises(BadInput):
                await taking
            await desk.session.open(desk.mia, PIN)
            # Who looks on is told at once, and need not be told again.
            assert desk.state.open.broken_off == (("boat.mp4",) if is_locked else ())
        await desk.state.doors.act(forget_broken_off, desk.state.open.broken_off)
        assert desk.state.open.broken_off == ()
        assert desk.titles() == []

    at_desk(tmp_path, story)


def test_a_failing_first_look_locks_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async def story(desk: Desk, gate: SlowGate) -> None:
        async def broken() -> None:
            raise BadInput("It cannot be read.")

        monkeypatch.setattr(desk.session, "refresh", broken)
        with pytest.raises(BadInput):
            await desk.session.open(desk.mia, PIN)
        assert gate.tickets == []
        assert desk.holdings._open == {}

    at_desk(tmp_path, story)


def test_nothing_acts_once_it_is_locked(tmp_path: Path) -> None:
    async def story(desk: Desk, _gate: SlowGate) -> None:
        await desk.session.open(desk.mia, PIN)
        doors = desk.state.doors
        await desk.session.lock()
        before = desk.state.preferences
        for deed in (
            lambda: doors.act(set_about, "Eve", "fox", "8-10", "en"),
            lambda: doors.set_about(name="Eve"),
            lambda: doors.keys.change_secret(PIN, "9999"),
            lambda: doors.keep_preferences(before),
        ):
            with pytest.raises(BadInput):
                await deed()
        assert desk.state.snapshot is None
        assert {card.name for card in await desk.holdings.cards()} == {"Mia", "Ben"}

    at_desk(tmp_path, story)


def test_whom_the_school_erased_leaves_every_window(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def story(desk: Desk, gate: SlowGate) -> None:
        other = Session(AppState(words=Words("en")), desk.holdings, gate, UTC, Pace())
        told = asyncio.Event(), asyncio.Event()
        desk.session.on_erased, other.on_erased = told[0].set, told[1].set
        await desk.session.open(desk.mia, PIN)
        await other.open(desk.mia, PIN)
        (holding,) = desk.holdings._open.values()

        def erased(**_: object) -> None:
            holding.portfolio.close()
            desk.holdings.vaults.remove(desk.mia)
            raise LearnerErased("The school deleted this portfolio.")

        monkeypatch.setattr(Connection, "is_joined", True)
        monkeypatch.setattr(holding.connection, "exchange", erased)
        assert await desk.state.doors.send_now() is False
        await asyncio.gather(*(one.wait() for one in told))
        assert (desk.state.snapshot, desk.holdings._open, gate.tickets) == (None, {}, [])
        assert [card.name for card in await desk.holdings.cards()] == ["Ben"]
        await other.stop()

    at_desk(tmp_path, story)
