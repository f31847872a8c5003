"""Files on their way in when the app is locked: they come in whole, or are told of afterwards.

A portfolio is sealed only when what is coming into it has come, or has broken off. No screen and
no Flet may enter.
"""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from portfolio_app.errors import BadInput, PortfolioError
from portfolio_app.student import actions
from portfolio_app.student.actions import Source
from portfolio_app.student.half_come import note_coming
from portfolio_app.student.holdings import Holding, Holdings


async def take_in(
    holdings: Holdings,
    holding: Holding,
    names: Sequence[str],
    sources: Awaitable[Sequence[Source]],
    is_shown: Callable[[], bool],
    deed: Callable[..., Any] = actions.add_work,
) -> str:
    """Give these files to a deed, with the portfolio that was open when they were chosen; the id
    that it returns.

    `is_shown`: whether who chose them still looks on. Raises what the deed does; and BadInput if
    nobody does once all is kept, so that nothing is shown to somebody else.
    """
    token = holding.portfolio.world.new_id()
    holding.coming.add(token)
    holding.watchers[token] = _nothing_to_show
    try:
        await _note(holding, token, names)
        try:
            came = await sources
            work_id = await asyncio.to_thread(deed, holding.portfolio, came)
        except PortfolioError:
            if is_shown():
                await _note(holding, token, ())
            raise
        await _note(holding, token, ())
        if not is_shown():
            holding.changed()
            raise BadInput("The portfolio was locked meanwhile. What came in is kept.")
        return str(work_id)
    finally:
        holding.coming.discard(token)
        await holdings.release(holding, token)


async def _note(holding: Holding, token: str, names: Sequence[str]) -> None:
    # A note is not worth a file: without room for it the file itself will say so.
    with contextlib.suppress(PortfolioError):
        await asyncio.to_thread(note_coming, holding.portfolio, token, names)


def _nothing_to_show() -> None:
    """Nobody looks on: there is no window to draw anew."""
