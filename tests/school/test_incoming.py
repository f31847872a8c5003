"""Bodies that come too slowly: the sender is let go, and everybody else keeps their places."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
from litestar.exceptions import HTTPException

from portfolio_app.school.incoming import (
    LEAST_BYTES_PER_SECOND,
    PIECE_WAIT_SECONDS,
    in_good_time,
)


class Sender:
    """A request whose body comes in pieces of one size, at one pace, by a clock by hand."""

    def __init__(self, piece_bytes: int, every_seconds: float, pieces: int) -> None:
        self._piece_bytes = piece_bytes
        self._every_seconds = every_seconds
        self._pieces = pieces

    async def stream(self) -> AsyncIterator[bytes]:
        for _ in range(self._pieces):
            await asyncio.sleep(self._every_seconds)
            yield bytes(self._piece_bytes)


class HandLoop(asyncio.SelectorEventLoop):
    """An event loop whose clock jumps to whatever is due next, so that nobody waits."""

    _now_seconds = 0.0

    def time(self) -> float:
        return self._now_seconds

    def _run_once(self) -> None:
        scheduled: list[Any] = self._scheduled  # type: ignore[attr-defined]
        due = [one.when() for one in scheduled if not one.cancelled()]
        if due and not self._ready:  # type: ignore[attr-defined]
            self._now_seconds = max(self._now_seconds, min(due))
        super()._run_once()  # type: ignore[misc]


def took_seconds(sender: Sender) -> float:
    """How long it took to take the whole body in."""

    async def take() -> float:
        async for _ in in_good_time(sender):  # type: ignore[arg-type]
            pass
        return asyncio.get_running_loop().time()

    with asyncio.Runner(loop_factory=HandLoop) as runner:
        return runner.run(take())


@pytest.mark.parametrize(
    ("piece_bytes", "every_seconds"), [(1, 1), (1, 29), (500, 1), (1, PIECE_WAIT_SECONDS + 1)]
)
def test_a_sender_that_drips_is_let_go(piece_bytes: int, every_seconds: float) -> None:
    with pytest.raises(HTTPException) as caught:
        took_seconds(Sender(piece_bytes, every_seconds, 100_000))
    assert caught.value.status_code == 408


@pytest.mark.parametrize(
    ("piece_bytes", "every_seconds", "pieces"),
    [(2 * LEAST_BYTES_PER_SECOND, 1, 1_000), (1 << 20, 25, 50), (10, 0.01, 2_000)],
)
def test_a_slow_network_is_waited_for(piece_bytes: int, every_seconds: float, pieces: int) -> None:
    took = took_seconds(Sender(piece_bytes, every_seconds, pieces))
    assert took == pytest.approx(pieces * every_seconds, rel=0.01)
