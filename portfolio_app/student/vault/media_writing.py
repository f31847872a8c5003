"""A stream sealed straight into memory that the storage takes as it is.

Sealed bytes go to the storage while the next ones are sealed, in whole pages and past the
system's cache where the disk can do that: nothing is copied once more, nothing piles up that the
last sync would have to wait for, and a film does not push everything else out of memory.
"""

from __future__ import annotations

import mmap
from collections.abc import Iterable

from portfolio_app.sealing.media import CHUNK_SIZE_BYTES, PREFIX_SIZE_BYTES, Sealer, sealed_size
from portfolio_app.student.vault.aside import Aside
from portfolio_app.student.vault.disk import PAGE_BYTES, OpenFile, write_pages
from portfolio_app.student.vault.media_hash import PIECE_BYTES, Piece

BLOCK_BYTES = 1024 * 1024
BUFFERS = 3
# What one piece can add: itself, what of the last chunk was still open, tags and prefix.
_PIECE_ROOM_BYTES = PREFIX_SIZE_BYTES + sealed_size(PIECE_BYTES + CHUNK_SIZE_BYTES)


def write_sealed(file: OpenFile, sealer: Sealer, pieces: Iterable[Piece]) -> None:
    """Seal `pieces`, at most 256 KiB each, into the empty `file` and sync it; 4 MiB of memory."""
    with Aside("write", BUFFERS - 1) as aside:
        writer = _Writer(file, sealer, aside)
        for piece in pieces:
            writer.seal(piece)
        writer.finish()
    file.sync()


class _Writer:
    def __init__(self, file: OpenFile, sealer: Sealer, aside: Aside) -> None:
        self._file = file
        self._sealer = sealer
        self._aside = aside
        self._buffers = [_page_aligned()]
        self._filled = 0
        self._offset = 0
        self._blocks = 0

    def seal(self, piece: Piece) -> None:
        room = self._buffers[self._blocks % BUFFERS][self._filled :]
        self._filled += self._sealer.update_into(piece, room)
        if self._filled >= BLOCK_BYTES:
            self._pass_on()

    def finish(self) -> None:
        """Write what is left, once everything before it is written."""
        last = self._sealer.finalize()
        self._aside.finish()
        rest = bytes(self._buffers[self._blocks % BUFFERS][: self._filled])
        self._file.write_at(self._offset, rest + last)

    def _pass_on(self) -> None:
        """Let the full pages be written and take the rest along into the next buffer."""
        full = self._buffers[self._blocks % BUFFERS]
        whole = self._filled - self._filled % PAGE_BYTES
        file, offset = self._file, self._offset
        self._aside.do(lambda: write_pages(file, offset, full[:whole]))
        self._blocks += 1
        if self._blocks < BUFFERS:
            self._buffers.append(_page_aligned())
        # One buffer more than may wait: whatever was in this one is written.
        rest = full[whole : self._filled]
        self._buffers[self._blocks % BUFFERS][: len(rest)] = rest
        self._filled = len(rest)
        self._offset += whole


def _page_aligned() -> memoryview:
    return memoryview(mmap.mmap(-1, BLOCK_BYTES + _PIECE_ROOM_BYTES))
