"""A stream hashed and measured while it passes on its way to be sealed.

Long streams are hashed by a second thread: hashing lets go of the interpreter, sealing does not,
and the two together would take as long as both.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor

from portfolio_app.errors import BadInput

PIECE_BYTES = 256 * 1024
HASH_ASIDE_FROM_BYTES = 1024 * 1024


class HashedStream:
    """Yields what `chunks` yields, at most 256 KiB at a time; then says its size and hash."""

    def __init__(self, chunks: Iterable[bytes], limit_bytes: int) -> None:
        """Read `chunks`; while it is read, BadInput is raised above `limit_bytes`."""
        self._chunks = chunks
        self._limit_bytes = limit_bytes
        self._hash = hashlib.sha256()
        self.size_bytes = 0

    def __iter__(self) -> Iterator[bytes]:
        aside: ThreadPoolExecutor | None = None
        hashed: Future[None] | None = None
        try:
            for piece in self._pieces():
                if aside is None and self.size_bytes > HASH_ASIDE_FROM_BYTES:
                    aside = ThreadPoolExecutor(1, "hash")
                if aside is None:
                    self._hash.update(piece)
                else:
                    if hashed is not None:
                        hashed.result()  # one piece waits at most, so memory stays where it is
                    hashed = aside.submit(self._hash.update, piece)
                yield piece
        finally:
            if aside is not None:
                aside.shutdown()

    def sha256_hex(self) -> str:
        """The hash of everything, once the stream was read to its end."""
        return self._hash.hexdigest()

    def _pieces(self) -> Iterator[bytes]:
        for chunk in self._chunks:
            for start in range(0, len(chunk), PIECE_BYTES):
                piece = chunk if len(chunk) <= PIECE_BYTES else chunk[start : start + PIECE_BYTES]
                self.size_bytes += len(piece)
                if self.size_bytes > self._limit_bytes:
                    raise BadInput(
                        f"A file is larger than {self._limit_bytes} bytes; choose a smaller one."
                    )
                yield piece
