"""Small things a screen reads from the open portfolio or puts aside in it, with nothing to show.

An action makes every screen look again; a mark of a pen does not. No screen may enter.
"""

import asyncio
from collections.abc import Callable
from functools import partial
from typing import Any

from portfolio_app.student.holdings import Holding


def jotting(held: Callable[[], Holding]) -> Callable[..., Any]:
    """A door that does a deed with the open portfolio, and returns what that returns."""

    async def jot(deed: Callable[..., Any], *args: Any) -> Any:
        return await asyncio.to_thread(partial(deed, held().portfolio, *args))

    return jot
