"""Uploads whose bytes are coming in just now: who asks how far one got is told all that came.

A device often knows before the school that a line broke: it asks anew while the school still waits
on the old line, with bytes that count for nothing yet. So that wait is cut short, and the answer
waits for what was read to be kept. What came at another process of the school is not known here.
"""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager

QUIET_SECONDS = 0.25
"""A line on which nothing more came for so long, while somebody asks anew, is over."""

SETTLE_SECONDS = 2.0
"""So long at most an answer waits; a request that still brings bytes then goes on undisturbed."""


class Arrival:
    """One request that brings bytes; whoever reads them says when it begins to wait for more."""

    def __init__(self) -> None:
        self.is_over = asyncio.Event()
        self._is_hurried = False
        self._wait: asyncio.Timeout | None = None

    @contextmanager
    def waiting(self, wait: asyncio.Timeout) -> Iterator[None]:
        """For as long as nothing comes. Ended by `wait`, earlier if somebody asks anew."""
        self._wait = wait
        if self._is_hurried:
            self.hurry()
        try:
            yield
        finally:
            self._wait = None

    def hurry(self) -> None:
        """Wait no longer than QUIET_SECONDS for the next bytes."""
        self._is_hurried = True
        if self._wait is not None:
            soon = asyncio.get_running_loop().time() + QUIET_SECONDS
            until = self._wait.when()
            self._wait.reschedule(soon if until is None else min(soon, until))

    def relax(self) -> None:
        """Wait as ever from the next bytes on."""
        self._is_hurried = False


class Arrivals:
    """The uploads under way in one server process. Used on its event loop alone."""

    def __init__(self) -> None:
        self._coming: dict[str, list[Arrival]] = {}

    @contextmanager
    def of(self, upload_id: str) -> Iterator[Arrival]:
        """A request that brings bytes of this upload, until what came of them is kept."""
        arrival = Arrival()
        self._coming.setdefault(upload_id, []).append(arrival)
        try:
            yield arrival
        finally:
            arrival.is_over.set()
            self._coming[upload_id].remove(arrival)
            if not self._coming[upload_id]:
                del self._coming[upload_id]

    async def settle(self, upload_id: str) -> bool:
        """Return when what came of an upload counts, or after SETTLE_SECONDS; whether any came."""
        coming = tuple(self._coming.get(upload_id, ()))
        for arrival in coming:
            arrival.hurry()
        try:
            async with asyncio.timeout(SETTLE_SECONDS):
                for arrival in coming:
                    await arrival.is_over.wait()
        except TimeoutError:
            for arrival in coming:
                arrival.relax()
        return bool(coming)
