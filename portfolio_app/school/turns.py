"""Who waits for whom: so many pushes, pages and files at once, and so many tries in a minute.

Without this, a class that comes back from a trip makes the teacher's page wait.
"""

from collections.abc import Callable
from typing import TypeVar

import anyio.to_thread
from anyio import CapacityLimiter
from limits import RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import FixedWindowRateLimiter
from litestar.exceptions import TooManyRequestsException

PUSHES_AT_ONCE = 2
FILES_AT_ONCE = 8
PAGES_AT_ONCE = 8

JOINS = "join"
SIGN_INS = "sign-in"
GUESTS = "guest"
QUESTIONS = "recovery question"
LOOKS = "recovery look"
LEFT_PARTS = "left part"
_PER_MINUTE = {JOINS: 120, SIGN_INS: 60, GUESTS: 600, QUESTIONS: 60, LOOKS: 1_200, LEFT_PARTS: 120}
"""Per address: a whole school may stand behind one."""

_Outcome = TypeVar("_Outcome")


class Turns:
    """The waiting rooms of one server process."""

    def __init__(self) -> None:
        self._pushes = CapacityLimiter(PUSHES_AT_ONCE)
        self._files = CapacityLimiter(FILES_AT_ONCE)
        self._pages = CapacityLimiter(PAGES_AT_ONCE)
        self._rates = FixedWindowRateLimiter(MemoryStorage())

    async def push(self, work: Callable[[], _Outcome]) -> _Outcome:
        """Do a device's push or pull in a thread."""
        return await anyio.to_thread.run_sync(work, limiter=self._pushes)

    async def file(self, work: Callable[[], _Outcome]) -> _Outcome:
        """Do a piece of a file in a thread."""
        return await anyio.to_thread.run_sync(work, limiter=self._files)

    async def page(self, work: Callable[[], _Outcome]) -> _Outcome:
        """Do what a page needs in a thread."""
        return await anyio.to_thread.run_sync(work, limiter=self._pages)

    def count(self, what: str, address: str) -> None:
        """Count a try. Raises TooManyRequestsException above what a minute allows."""
        if not self._rates.hit(RateLimitItemPerMinute(_PER_MINUTE[what]), what, address):
            raise TooManyRequestsException(headers={"Retry-After": "60"})
