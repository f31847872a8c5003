"""Reading what a request brings, piece by piece, within limits and in good time."""

import asyncio
from collections.abc import AsyncIterator

from litestar.exceptions import HTTPException

from portfolio_app.school.access_rules import AnyRequest
from portfolio_app.school.arrivals import Arrival

PIECE_WAIT_SECONDS = 30
LEAST_BYTES_PER_SECOND = 1_000
"""Slower than the worst school network, and fast enough that a body of a join is soon over."""


async def json_body(request: AnyRequest) -> bytes:
    """The body of a request that says it is JSON, within its route's limit and in good time."""
    content_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if content_type != "application/json":
        raise HTTPException(status_code=415, detail="Send this as application/json.")
    pieces = []
    async for piece in in_good_time(request):
        pieces.append(piece)  # noqa: PERF401 - an async comprehension reads no better
    return b"".join(pieces)


async def in_good_time(request: AnyRequest, arrival: Arrival | None = None) -> AsyncIterator[bytes]:
    """The pieces of a body; a sender that stops, or drips, for too long is answered 408.

    Each request holds one of a limited number of places: without a least speed, one sender of
    single bytes could hold them all and keep the school from everybody.
    """
    stream, loop = request.stream(), asyncio.get_running_loop()
    arrival = arrival or Arrival()
    begun_seconds, size_bytes = loop.time(), 0
    while True:
        late_seconds = begun_seconds + PIECE_WAIT_SECONDS + size_bytes / LEAST_BYTES_PER_SECOND
        until_seconds = min(loop.time() + PIECE_WAIT_SECONDS, late_seconds)
        try:
            async with asyncio.timeout_at(until_seconds) as wait:
                with arrival.waiting(wait):
                    piece = await anext(stream, None)
        except TimeoutError:
            raise HTTPException(
                status_code=408, detail="The request stopped; send it again."
            ) from None
        if piece is None:
            return
        if piece:
            size_bytes += len(piece)
            yield piece


def address_of(request: AnyRequest) -> str:
    """The network address that a request came from; never what a header claims."""
    return request.client.host if request.client else "unknown"
