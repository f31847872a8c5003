"""One run of the app in one window: unlocks, acts, sends in the background, and locks.

It moves plain values from the portfolio into the state of its own window and lends the screens
their doors. What a screen looks like does not enter here.
"""

import asyncio
import contextlib
import contextvars
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from datetime import tzinfo
from functools import partial
from typing import Any

import flet as ft

from portfolio_app.errors import BadInput, LearnerErased, PortfolioError, Refused, SchoolUnreachable
from portfolio_app.student import actions
from portfolio_app.student.coming_in import take_in
from portfolio_app.student.departures import Departures
from portfolio_app.student.gates import Files, Gate, Progress
from portfolio_app.student.holdings import Holding, Holdings
from portfolio_app.student.jotting import jotting
from portfolio_app.student.language import WindowLanguage
from portfolio_app.student.on_the_way import OnTheWay, moved_to_another_network, watching
from portfolio_app.student.own_keys import OwnKeys
from portfolio_app.student.preferences import Preferences
from portfolio_app.student.snapshots import snapshot_of
from portfolio_app.student.state import DRAFTS_LIMIT, AppState, Doors, Draft, Face, Going
from portfolio_app.student.vault.slots import Way
from portfolio_app.student.voice_door import voice_door

log = logging.getLogger(__name__)

DRAFTS = "drafts"
PREFERENCES = "preferences"
DRAFT_PAUSE_SECONDS = 1.5
LONGEST_PAUSE_SECONDS = 60.0
WARN_BEFORE_LOCK_SECONDS = 30


@dataclass(frozen=True, slots=True)
class Pace:
    """How often a window talks to the school, in seconds, and what it starts with."""

    send_every_seconds: float = 3.0
    preferences: Preferences = field(default_factory=Preferences)


class Session:
    """One window. All methods run on the event loop; slow work goes to threads."""

    def __init__(
        self, state: AppState, holdings: Holdings, gate: Gate, zone: tzinfo, pace: Pace
    ) -> None:
        self._state = state
        self._holdings = holdings
        self._gate = gate
        self._pace = pace
        self._holding: Holding | None = None
        self._ticket = ""
        self._drafts: dict[str, Draft] = {}
        self._drafts_changed = False
        self._stirred = 0.0
        self._wake = asyncio.Event()
        self._refreshing = asyncio.Lock()
        self._turning = asyncio.Lock()
        self._is_over = False
        self._tasks: set[asyncio.Task[None]] = set()
        # Flet draws for the window whose context is current; another one may be when we are told.
        self._context = contextvars.copy_context()
        self.on_lock_soon: Callable[[], None] = lambda: None
        self.on_locked: Callable[[], None] = lambda: None
        self.on_opened: Callable[[], None] = lambda: None
        self.on_erased: Callable[[], None] = lambda: None
        self.is_metered = False
        self._way = OnTheWay(self._held, gate, self._stir_way, zone)
        self.on_left: Callable[[], None] = lambda: None
        self._keys = OwnKeys(holdings, self._held, self.open, gate.lend_page, gate.take_page_back)
        self._departures = Departures(state, holdings, self._held)
        self._language = WindowLanguage(state, holdings.vaults.keeper)
        state._doors = self._doors(zone)  # noqa: SLF001 - the one place that wires it
        state.preferences = pace.preferences

    async def show_faces(self) -> None:
        """Read who has a portfolio here."""
        self._departures.begin(self._start)
        await self._language.at_door()
        cards = await self._holdings.cards()
        self._state.faces = tuple(Face(c.id, c.name, c.picture, c.band) for c in cards)

    async def open(self, vault_id: str, secret: str | Way) -> None:
        """Unlock a learner's portfolio, by the secret or another way in, and show it."""
        await self._change_to(lambda: self._holdings.open(vault_id, secret, self, self._changed))

    async def create(self, name: str, picture: str, secret: str, band: str) -> None:
        """Make a learner, and show their empty portfolio."""
        language = self._state.words.language
        await self._change_to(
            lambda: self._holdings.create(
                name, picture, secret, band, language, who=self, watcher=self._changed
            )
        )

    async def lock(self) -> None:
        """Seal the portfolio: pictures out of reach, drafts kept, key forgotten."""
        async with self._turning:
            await self._lock_now()

    async def _change_to(self, opening: Callable[[], Awaitable[Holding]]) -> None:
        """Lock, open another and show it. One at a time: of two that open at once, the first
        would stay open behind the second, with nobody to lock it.
        """
        async with self._turning:
            if self._is_over:
                raise BadInput("This window is closed. Open the app again.")
            await self._lock_now()
            holding = await opening()
            try:
                await self._enter(holding)
                await self._keys.remembered(holding.vault_id)
            except BaseException:
                await self._lock_now()
                raise

    async def _lock_now(self) -> None:
        holding = self._holding
        if holding is None:
            return
        drafts = self._drafts if self._drafts_changed else None
        self._holding = None
        self._gate.dismiss(self._ticket)
        self._keys.forget()
        self._way.forget()
        holding.listeners.pop(self, None)
        self._state.going = None
        self._drafts = {}
        # Who was new when the list was read is missing from it: read it again before it is shown.
        self._state.faces = None
        self._state.snapshot = None
        self._state.preferences = self._pace.preferences
        self._wake.set()
        self.on_locked()
        try:
            if drafts is not None:
                with contextlib.suppress(PortfolioError):
                    await asyncio.to_thread(_put_setting, holding, DRAFTS, drafts)
            await self.show_faces()
        finally:
            await self._holdings.release(holding, self)

    async def act(self, deed: Callable[..., Any], *args: Any, **named: Any) -> Any:
        """Do one of the actions with the open portfolio, show what changed, and send soon."""
        return await self._act_in(self._held(), deed, *args, **named)

    async def _act_in(
        self, holding: Holding, deed: Callable[..., Any], *args: Any, **named: Any
    ) -> Any:
        """Act in the portfolio that was open when the learner began, or not at all."""
        if self._holding is not holding:
            raise BadInput("The portfolio was locked meanwhile. Open it and do it again.")
        result = await asyncio.to_thread(partial(deed, holding.portfolio, *args, **named))
        await self.refresh()
        holding.changed()
        self._wake.set()
        return result

    async def refresh(self) -> None:
        """Read the portfolio again and show it."""
        async with self._refreshing:
            holding = self._holding
            if holding is None:
                return
            if holding.is_gone:
                await self.lock()
                (self.on_left if holding.has_left else self.on_erased)()
                return
            snapshot = await asyncio.to_thread(snapshot_of, holding)
            if holding is self._holding:
                self._language.as_learner(snapshot.learner.language)
                self._state.snapshot = snapshot
                # The words of all competencies, so that the first letter of a search need not wait.
                asyncio.get_running_loop().run_in_executor(None, snapshot.catalog.make_ready)

    async def stop(self) -> None:
        """The window is gone for good."""
        self._is_over = True
        self._keys.forget()
        # The program that ends it is no window.
        await asyncio.create_task(self.lock(), context=self._context.copy())
        for task in tuple(self._tasks):
            task.cancel()

    def stir(self) -> None:
        """Somebody is here: the quiet time before locking starts again."""
        self._stirred = asyncio.get_running_loop().time()

    def _doors(self, zone: tzinfo) -> Doors:
        return Doors(
            now_ms=self._holdings.world.now_ms, zone=zone, open=self.open, create=self.create,
            lock=self.lock, act=self.act, jot=jotting(self._held), join=self._join,
            speak=voice_door(self._holdings, self._held, self._stir_way),
            send_now=self._send_now, take_in=self._take_in, picture=self._picture,
            asset=self._gate.asset, link_address=self._link_address, set_about=self._set_about,
            leaving=self._departures.doors(), keys=self._keys.doors(), way=self._way.doors(),
            keep_preferences=self._keep_preferences,
            draft=lambda name: dict(self._drafts.get(name, {})), keep_draft=self._keep_draft,
            stir=self.stir, choose_language=self._language.choose_at_door,
        )  # fmt: skip

    async def _enter(self, holding: Holding) -> None:
        self._holding = holding
        holding.listeners[self] = self._show_going
        self._show_going(holding.going)
        vault = holding.portfolio.vault
        self._ticket = self._gate.admit(holding.portfolio)
        self._drafts = dict(vault.get_setting(DRAFTS) or {})
        self._drafts_changed = False
        self._state.preferences = Preferences.read(
            vault.get_setting(PREFERENCES), self._pace.preferences
        )
        self.stir()
        await self.refresh()
        for work in (self._send_for_ever, self._watch_quiet, self._keep_drafts_for_ever):
            self._start(work(holding))
        self.on_opened()

    def _held(self) -> Holding:
        if self._holding is None:
            raise BadInput("The portfolio is locked. Open it first.")
        return self._holding

    def _start(self, work: Any) -> None:
        loop, context = asyncio.get_running_loop(), self._context.copy()
        task: asyncio.Task[None] = loop.create_task(work, context=context)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def _changed(self) -> None:
        self._start(self.refresh())

    async def _take_in(
        self, picker: ft.FilePicker, files: Files, progress: Progress, deed: Callable[..., Any]
    ) -> str:
        holding, names = self._held(), [file.name for file in files]
        sources = self._gate.sources(picker, files, progress)
        is_shown = lambda: self._holding is holding  # noqa: E731
        work_id = await take_in(self._holdings, holding, names, sources, is_shown, deed)
        await self._stir_way(holding)
        return work_id

    def _picture(self, sha256_hex: str) -> str | bytes:
        return self._gate.picture(self._ticket, sha256_hex)

    async def _join(self, address: str, code: str) -> None:
        holding = self._held()
        async with holding.turn:
            await asyncio.to_thread(holding.connection.join, address, code)
        await self.refresh()
        self._wake.set()

    async def another_network(self, *, is_metered: bool) -> None:
        """The device is on a network that costs money now, or on one that does not."""
        holding, before = self._holding, self.is_metered
        self.is_metered = is_metered
        if holding and before != is_metered and await moved_to_another_network(holding):
            await self._stir_way(holding)

    def _show_going(self, going: Going | None) -> None:
        self._context.copy().run(setattr, self._state, "going", going)

    async def _stir_way(self, holding: Holding) -> None:
        """What goes to school, or came from it, changed."""
        await self.refresh()
        holding.changed()
        self._wake.set()

    async def _send_now(self) -> bool:
        holding = self._held()
        holding.stopped = frozenset()
        reached = holding.connection.is_joined and await self._send_once(holding)
        await self.refresh()
        if reached:
            self._wake.set()  # no longer wait as long as after a failure
        return reached

    def _link_address(self, link_id: str) -> str | None:
        return self._held().portfolio.link_address(link_id)

    async def _set_about(self, **about: str | None) -> None:
        holding = self._held()
        await self._act_in(holding, actions.set_about, **about)
        shown = {field: about.get(field) for field in ("name", "picture", "band")}
        if any(shown.values()):
            await self._holdings.change_card(holding.vault_id, **shown)

    async def _keep_preferences(self, preferences: Preferences) -> None:
        holding = self._held()
        self._state.preferences = preferences
        await asyncio.to_thread(_put_setting, holding, PREFERENCES, preferences.stored())

    def _keep_draft(self, name: str, draft: Draft | None) -> None:
        drafts = {key: kept for key, kept in self._drafts.items() if key != name}
        if draft:
            drafts[name] = draft
        self._drafts = dict(list(drafts.items())[-DRAFTS_LIMIT:])
        self._drafts_changed = True

    async def _save_drafts(self) -> None:
        holding = self._holding
        if holding is None or not self._drafts_changed:
            return
        drafts = self._drafts
        await asyncio.to_thread(_put_setting, holding, DRAFTS, drafts)
        if drafts is self._drafts:
            self._drafts_changed = False

    async def _keep_drafts_for_ever(self, holding: Holding) -> None:
        while self._holding is holding:
            await asyncio.sleep(DRAFT_PAUSE_SECONDS)
            try:
                await self._save_drafts()
            except PortfolioError as problem:
                # The learner hears of a full disk at the next Save; a draft is not worth a pop-up.
                log.warning("A draft was not kept: %s", problem)

    async def _watch_quiet(self, holding: Holding) -> None:
        loop, warned = asyncio.get_running_loop(), False
        while self._holding is holding:
            quiet_seconds = loop.time() - self._stirred
            left_seconds = self._state.preferences.lock_after_seconds - quiet_seconds
            if left_seconds <= 0:
                await self.lock()
                return
            if left_seconds > WARN_BEFORE_LOCK_SECONDS:
                warned = False
            elif not warned:
                warned = True
                self.on_lock_soon()
            away = left_seconds - WARN_BEFORE_LOCK_SECONDS
            await asyncio.sleep(max(1.0, min(away if not warned else left_seconds, 30.0)))

    async def _send_for_ever(self, holding: Holding) -> None:
        pause_seconds = self._pace.send_every_seconds
        while self._holding is holding:
            if holding.connection.is_joined:
                reached = await self._send_once(holding)
                pause_seconds = (
                    self._pace.send_every_seconds
                    if reached
                    else min(pause_seconds * 2, LONGEST_PAUSE_SECONDS)
                )
            self._wake.clear()
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._wake.wait(), pause_seconds)

    async def _send_once(self, holding: Holding) -> bool:
        """One exchange; whether the school answered."""
        async with holding.turn:
            if self._holding is not holding:
                return True
            before = holding.portfolio.problem
            try:
                exchange = partial(
                    holding.connection.exchange, metered=self.is_metered, watch=watching(holding)
                )
                moved = await asyncio.to_thread(exchange)
            except LearnerErased:
                holding.is_gone = True
                holding.changed()
                return False
            except (SchoolUnreachable, Refused):
                if holding.portfolio.problem != before:
                    await self.refresh()
                return False
            except PortfolioError as problem:
                log.warning("Sending stopped: %s", problem)
                return False
            finally:
                holding.tell_going(None)
        if before is not None or replace(moved, refused=0) != type(moved)():
            await self.refresh()
            holding.changed()
        return True


def _put_setting(holding: Holding, name: str, value: Any) -> None:
    with holding.portfolio.lock:
        holding.portfolio.vault.put_setting(name, value)
