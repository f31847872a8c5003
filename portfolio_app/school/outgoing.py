"""Sending files in pieces, and the part of one that a request asks for."""

import re
from collections.abc import AsyncIterator, Callable, Iterator

from litestar.exceptions import HTTPException

from portfolio_app.school.turns import Turns

RANGE_PATTERN = re.compile(r"bytes=(\d{0,15})-(\d{0,15})", re.ASCII)


def pieces(work: Iterator[bytes], turns: Turns) -> Callable[[], AsyncIterator[bytes]]:
    """An iterator that reads a disk, as one that does not hold up the others."""

    async def each() -> AsyncIterator[bytes]:
        while (piece := await turns.file(lambda: next(work, None))) is not None:
            yield piece

    return each


def wanted_range(header: str | None, size_bytes: int) -> tuple[int, int] | None:
    """The bytes (start, stop) that a Range header asks for; None for the whole.

    One range only; anything else is answered with the whole (RFC 9110, section 14.2). Raises 416
    for a range outside.
    """
    found = RANGE_PATTERN.fullmatch(header.strip()) if header else None
    if found is None or not any(found.groups()):
        return None
    first, last = found.groups()
    start = int(first) if first else max(0, size_bytes - int(last))
    stop = min(int(last) + 1, size_bytes) if first and last else size_bytes
    if start >= size_bytes or start >= stop:
        raise HTTPException(
            status_code=416,
            detail="The file is shorter than that.",
            headers={"Content-Range": f"bytes */{size_bytes}"},
        )
    return start, stop
