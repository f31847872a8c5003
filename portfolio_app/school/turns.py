"""Who waits for whom: so many pushes, pages and files at once, and so many tries in a minute.

Without this, a class that comes back from a trip makes the teacher's page wait.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

import anyio.to_thread
from anyio import CapacityLimiter
from limits import RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import FixedWindowRateLimiter
from litestar.exceptions import TooManyRequestsException

PUSHES_AT_ONCE = 8
"""So many that the writer finds several to commit at once: one write to the disk for all."""

LARGE_PUSHES_AT_ONCE = 2
LARGE_PUSH_BYTES = 128 * 1024
"""Larger pushes wait apart: eight of the largest at once would be more memory than a school has."""

FILES_AT_ONCE = 8
PACKS_AT_ONCE = 32
"""Each lies whole in memory, 2 MiB at most; who finds no place sends file by file."""

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
        self._large_pushes = CapacityLimiter(LARGE_PUSHES_AT_ONCE)
        self._files = CapacityLimiter(FILES_AT_ONCE)
        self._pages = CapacityLimiter(PAGES_AT_ONCE)
        self._packs = 0
        self._rates = FixedWindowRateLimiter(MemoryStorage())

    async def push(self, work: Callable[[], _Outcome], size_bytes: int = 0) -> _Outcome:
        """Do a device's push or pull in a thread; `size_bytes`: how large the request is."""
        is_large = size_bytes > LARGE_PUSH_BYTES
        limiter = self._large_pushes if is_large else self._pushes
        return await anyio.to_thread.run_sync(work, limiter=limiter)

    async def file(self, work: Callable[[], _Outcome]) -> _Outcome:
        """Do a piece of a file in a thread."""
        return await anyio.to_thread.run_sync(work, limiter=self._files)

    @contextmanager
    def pack(self) -> Iterator[bool]:
        """A place in memory for a pack of files, or False where there is none just now."""
        has_place = self._packs < PACKS_AT_ONCE
        self._packs += has_place
        try:
            yield has_place
        finally:
            self._packs -= has_place

    async def page(self, work: Callable[[], _Outcome]) -> _Outcome:
        """Do what a page needs in a thread."""
        return await anyio.to_thread.run_sync(work, limiter=self._pages)

    def count(self, what: str, address: str) -> None:
        """Count a try. Raises TooManyRequestsException above what a minute allows."""
        if not self._rates.hit(RateLimitItemPerMinute(_PER_MINUTE[what]), what, address):
            raise TooManyRequestsException(headers={"Retry-After": "60"})
