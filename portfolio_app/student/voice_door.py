"""The door through which a recording under way comes into the open portfolio.

It goes on being sealed when the app is locked or the window goes, until all that was heard is kept.
No screen and no Flet may enter.
"""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable

from portfolio_app.errors import BadInput
from portfolio_app.student import recording
from portfolio_app.student.holdings import Holding, Holdings
from portfolio_app.student.recording import Place, Recorded
from portfolio_app.student.speaking import Speaking

Speak = Callable[[Speaking, Place], Awaitable[Recorded | None]]


def voice_door(
    holdings: Holdings,
    held: Callable[[], Holding],
    show: Callable[[Holding], Awaitable[None]],
) -> Speak:
    """A door for recordings into the open portfolio. `show` tells the window what changed."""
    under_way: set[asyncio.Task[Recorded | None]] = set()

    async def speak(one: Speaking, place: Place) -> Recorded | None:
        # A task of its own: a window that goes ends what waits in it; this comes to its end.
        task = asyncio.create_task(_record(holdings, held(), held, one, place))
        under_way.add(task)
        task.add_done_callback(under_way.discard)
        holding = held()
        made = await asyncio.shield(task)
        if _is_shown(held, holding):
            await show(holding)
        return made

    return speak


async def _record(
    holdings: Holdings,
    holding: Holding,
    held: Callable[[], Holding],
    one: Speaking,
    place: Place,
) -> Recorded | None:
    portfolio = holding.portfolio
    # Who watches a portfolio keeps it open until all that was heard is sealed.
    holding.watchers[one] = _nothing_to_show
    name = ""
    try:
        name = await asyncio.to_thread(recording.begin, portfolio, place)
        holding.coming.add(name)
        async for piece in one.pieces(lambda: _is_shown(held, holding)):
            await asyncio.to_thread(recording.keep_piece, portfolio, name, piece)
        return await asyncio.to_thread(recording.finish, portfolio, name)
    finally:
        one.end()
        holding.coming.discard(name)
        holding.changed()
        await holdings.release(holding, one)


def _is_shown(held: Callable[[], Holding], holding: Holding) -> bool:
    with contextlib.suppress(BadInput):
        return held() is holding
    return False


def _nothing_to_show() -> None:
    """Nobody looks on: there is no window to draw anew."""
