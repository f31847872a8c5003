"""Off this device, in one window: the doors for leaving, and what others left goes to school.

Whatever is open or locked, what lies here is handed in as soon as a school answers; only one window
of a program does it at a time. What travels, and how, is not known here.
"""

import asyncio
import logging
from collections.abc import Callable, Coroutine
from typing import Any

from portfolio_app.errors import PortfolioError
from portfolio_app.student import leaving, parcels
from portfolio_app.student.holdings import Holding, Holdings
from portfolio_app.student.portfolio_shapes import Leaving, OnTheWay
from portfolio_app.student.state import AppState, LeavingDoors

FIRST_PAUSE_SECONDS = 5.0
LONGEST_PAUSE_SECONDS = 300.0

log = logging.getLogger(__name__)


class Departures:
    """The leaving side of one session. Runs on the event loop; slow work goes to threads."""

    def __init__(self, state: AppState, holdings: Holdings, held: Callable[[], Holding]) -> None:
        """`held` gives the open portfolio."""
        self._state = state
        self._holdings = holdings
        self._held = held
        self._wake = asyncio.Event()
        self._has_begun = False

    def doors(self) -> LeavingDoors:
        """What the screens may ask for."""
        return LeavingDoors(look=self._look, leave=self._leave)

    def begin(self, start: Callable[[Coroutine[Any, Any, None]], None]) -> None:
        """Start handing in what lies here, once, for as long as the window is open."""
        if not self._has_begun:
            self._has_begun = True
            start(self._hand_in_for_ever())

    async def _look(self) -> Leaving:
        return await asyncio.to_thread(leaving.look, self._held().portfolio)

    async def _leave(self) -> Leaving:
        left = await self._holdings.leave(self._held())
        self._wake.set()
        return left

    async def _hand_in_for_ever(self) -> None:
        """Now, a little later, and ever more seldom; at once when somebody leaves."""
        outgoing, pause_seconds = self._holdings.vaults.outgoing, FIRST_PAUSE_SECONDS
        while True:
            self._wake.clear()
            try:
                if await asyncio.to_thread(parcels.has_any, outgoing):
                    self._show(await asyncio.to_thread(parcels.lies_here, outgoing))
                    async with self._holdings.sending_turn:
                        self._show(await asyncio.to_thread(parcels.hand_in, outgoing))
                else:
                    self._show(OnTheWay())
            except PortfolioError as problem:
                log.warning("What was left here was not handed in: %s", problem)
            try:
                await asyncio.wait_for(self._wake.wait(), pause_seconds)
                pause_seconds = FIRST_PAUSE_SECONDS
            except TimeoutError:
                pause_seconds = min(pause_seconds * 2, LONGEST_PAUSE_SECONDS)

    def _show(self, found: OnTheWay) -> None:
        if found != self._state.on_the_way:
            self._state.on_the_way = found
