"""A stream hashed and measured while it passes on its way to be sealed.

Long streams are hashed by a second thread: hashing lets go of the interpreter, sealing does not,
and the two together would take as long as both.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator

from portfolio_app.errors import BadInput
from portfolio_app.student.vault.aside import Aside

PIECE_BYTES = 256 * 1024
HASH_ASIDE_FROM_BYTES = 1024 * 1024  # and as much is given to the other thread at a time
BATCHES_WAITING = 4  # room for the two to be uneven; what waits stays in memory

Piece = bytes | memoryview


class HashedStream:
    """Yields what `chunks` yields, at most 256 KiB at a time; then says its size and hash."""

    def __init__(self, chunks: Iterable[bytes], limit_bytes: int) -> None:
        """Read `chunks`; while it is read, BadInput is raised above `limit_bytes`."""
        self._chunks = chunks
        self._limit_bytes = limit_bytes
        self._hash = hashlib.sha256()
        self.size_bytes = 0

    def __iter__(self) -> Iterator[Piece]:
        batch: list[Piece] = []
        batch_bytes = 0
        with Aside("hash", BATCHES_WAITING) as aside:
            for piece in self._pieces():
                batch.append(piece)
                batch_bytes += len(piece)
                if batch_bytes >= HASH_ASIDE_FROM_BYTES:
                    aside.do(lambda pieces=batch: self._hash_all(pieces))  # type: ignore[misc]
                    batch, batch_bytes = [], 0
                yield piece
            aside.finish()
        self._hash_all(batch)

    def sha256_hex(self) -> str:
        """The hash of everything, once the stream was read to its end."""
        return self._hash.hexdigest()

    def _hash_all(self, pieces: list[Piece]) -> None:
        for piece in pieces:
            self._hash.update(piece)

    def _pieces(self) -> Iterator[Piece]:
        for chunk in self._chunks:
            whole = memoryview(chunk)
            for start in range(0, len(chunk), PIECE_BYTES):
                piece = chunk if len(chunk) <= PIECE_BYTES else whole[start : start + PIECE_BYTES]
                self.size_bytes += len(piece)
                if self.size_bytes > self._limit_bytes:
                    raise BadInput(
                        f"A file is larger than {self._limit_bytes} bytes; choose a smaller one."
                    )
                yield piece
