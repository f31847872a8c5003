"""Reading what a request brings, piece by piece, within limits and in good time."""

import asyncio
from collections.abc import AsyncIterator

from litestar.exceptions import HTTPException

from portfolio_app.school.access_rules import AnyRequest

PIECE_WAIT_SECONDS = 30


async def json_body(request: AnyRequest) -> bytes:
    """The body of a request that says it is JSON, within its route's limit and in good time."""
    content_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if content_type != "application/json":
        raise HTTPException(status_code=415, detail="Send this as application/json.")
    pieces = []
    async for piece in in_good_time(request):
        pieces.append(piece)  # noqa: PERF401 - an async comprehension reads no better
    return b"".join(pieces)


async def in_good_time(request: AnyRequest) -> AsyncIterator[bytes]:
    """The pieces of a body; a sender that stops for too long is answered 408."""
    stream = request.stream()
    while True:
        try:
            async with asyncio.timeout(PIECE_WAIT_SECONDS):
                piece = await anext(stream, None)
        except TimeoutError:
            raise HTTPException(
                status_code=408, detail="The request stopped; send it again."
            ) from None
        if piece is None:
            return
        if piece:
            yield piece


def address_of(request: AnyRequest) -> str:
    """The network address that a request came from; never what a header claims."""
    return request.client.host if request.client else "unknown"
