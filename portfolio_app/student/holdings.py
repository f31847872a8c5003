"""Which portfolios are open in this program, and who looks at each.

Two windows may show one learner's work. They share one open portfolio, so that neither overwrites
what the other keeps in memory; it is sealed when the last of them locks. No screen enters here.
"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from portfolio_app.student import leaving
from portfolio_app.student.connection import Connection
from portfolio_app.student.learner import (
    change_card,
    new_portfolio,
    open_portfolio,
    open_vaults,
)
from portfolio_app.student.portfolio import Portfolio, World
from portfolio_app.student.portfolio_shapes import Leaving
from portfolio_app.student.recovery import Asking
from portfolio_app.student.state import Going
from portfolio_app.student.vault.slots import Way
from portfolio_app.student.vault.vaults import VaultCard, Vaults

Watcher = Callable[[], None]


@dataclass(slots=True)
class Holding:
    """One open portfolio. `turn` keeps exchanges with the school one at a time; `is_gone` once it
    is not on this device any more: the school had it deleted, or its learner `has_left`.

    `going` is the large file that is on its way right now; `stopped` are those that somebody
    stopped until the app is opened again, read by the thread that sends. `coming` are the works
    that are on their way in.
    """

    vault_id: str
    portfolio: Portfolio
    connection: Connection
    turn: asyncio.Lock = field(default_factory=asyncio.Lock)
    watchers: dict[object, Watcher] = field(default_factory=dict)
    is_gone: bool = False
    has_left: bool = False
    going: Going | None = None
    stopped: frozenset[str] = frozenset()
    coming: set[str] = field(default_factory=set)
    listeners: dict[object, Callable[[Going | None], None]] = field(default_factory=dict)

    def tell_going(self, going: Going | None) -> None:
        """Tell every window how far the file on its way is."""
        self.going = going
        for listener in tuple(self.listeners.values()):
            listener(going)

    def changed(self) -> None:
        """Tell every window that shows this portfolio to read it again."""
        for watcher in tuple(self.watchers.values()):
            watcher()


class Holdings:
    """The open portfolios of one program. Use from its event loop; slow work goes to threads."""

    def __init__(self, folder: Path, world: World) -> None:
        self._world = world
        self._vaults: Vaults = open_vaults(folder)
        self.asking = Asking(self._vaults, world)
        self.asking_turn = asyncio.Lock()
        self.sending_turn = asyncio.Lock()
        self._open: dict[str, Holding] = {}
        self._opening = asyncio.Lock()

    @property
    def world(self) -> World:
        """Clock, ids and tokens."""
        return self._world

    @property
    def vaults(self) -> Vaults:
        """The vaults of this device; calls block, so they go to a thread."""
        return self._vaults

    async def cards(self) -> tuple[VaultCard, ...]:
        """Who has a portfolio on this device."""
        return await asyncio.to_thread(self._vaults.list)

    async def open(
        self, vault_id: str, secret: str | Way, who: object, watcher: Watcher
    ) -> Holding:
        """Unlock for `who`; the secret is checked each time. Raises what `open_portfolio` does."""
        async with self._opening:
            portfolio = await asyncio.to_thread(
                open_portfolio, self._vaults, vault_id, secret, self._world
            )
            return self._hold(vault_id, portfolio, who, watcher)

    async def create(
        self,
        name: str,
        picture: str,
        secret: str,
        band: str,
        language: str,
        *,
        who: object,
        watcher: Watcher,
    ) -> Holding:
        """Make a learner and open their portfolio for `who`."""
        async with self._opening:
            portfolio = await asyncio.to_thread(
                new_portfolio,
                self._vaults,
                name,
                picture,
                secret,
                band=band,
                language=language,
                world=self._world,
            )
            return self._hold(portfolio.vault.id, portfolio, who, watcher)

    async def release(self, holding: Holding, who: object) -> None:
        """`who` has locked; the last one out seals the portfolio."""
        async with self._opening:
            holding.watchers.pop(who, None)
            if holding.watchers or self._open.get(holding.vault_id) is not holding:
                return
            del self._open[holding.vault_id]
            # An exchange under way ends first: it may be half through a durable step.
            async with holding.turn:
                await asyncio.to_thread(holding.portfolio.close)

    async def leave(self, holding: Holding) -> Leaving:
        """Take a portfolio off this device, whoever else looks at it. Raises what `leave` does."""
        async with holding.turn:
            left = await asyncio.to_thread(
                leaving.leave, holding.portfolio, self._vaults, holding.connection
            )
            holding.is_gone = holding.has_left = True
        holding.changed()
        return left

    async def close_all(self) -> None:
        """The program ends: seal everything."""
        for holding in tuple(self._open.values()):
            holding.watchers.clear()
            await self.release(holding, None)

    async def change_card(
        self, vault_id: str, name: str | None, picture: str | None, band: str | None
    ) -> None:
        """Change what the picker shows."""
        await asyncio.to_thread(
            change_card, self._vaults, vault_id, name=name, picture=picture, band=band
        )

    def _hold(self, vault_id: str, fresh: Portfolio, who: object, watcher: Watcher) -> Holding:
        held = self._open.get(vault_id)
        if held is None or held.portfolio.vault is not fresh.vault:
            held = Holding(vault_id, fresh, Connection(fresh, self._vaults))
            self._open[vault_id] = held
        held.watchers[who] = watcher
        return held
