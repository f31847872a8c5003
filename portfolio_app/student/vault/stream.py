"""The snapshot part of a log file: one long run of bytes, sealed in segments, read where touched.

What the bytes mean is `snapshot`'s business. Segment n holds plaintext n * 4 KiB and on; it is
sealed once under a key of this very file, with its number as context, so segments cannot change
places, come from another file, or be older ones. Layout: docs/formats/sealed-log.md.
"""

from __future__ import annotations

import threading
from collections import OrderedDict

from portfolio_app.errors import NotAllowed, StoreDamaged
from portfolio_app.sealing.boxes import Boxes
from portfolio_app.sealing.envelope import SEALED_OVERHEAD_BYTES, SealBroken, derive
from portfolio_app.student.vault.disk import OpenFile, plain_errors

SEGMENT_SIZE_BYTES = 4 * 1024
SEALED_SEGMENT_SIZE_BYTES = SEGMENT_SIZE_BYTES + SEALED_OVERHEAD_BYTES
MAXIMUM_STREAM_BYTES = 2**32 - 1
CACHED_SEGMENTS = 512  # 2 MiB, as much as SQLite keeps
_WRITE_SEGMENTS = 64
_KEPT_AT_ONCE = 2


def sealed_stream_size(size_bytes: int) -> int:
    """Return how many bytes a stream takes in the file."""
    whole, rest = divmod(size_bytes, SEGMENT_SIZE_BYTES)
    return whole * SEALED_SEGMENT_SIZE_BYTES + (rest + SEALED_OVERHEAD_BYTES if rest else 0)


class StreamWriter:
    """Seals a stream into a new file from `offset` on; memory holds one piece of it at a time."""

    def __init__(self, file: OpenFile, offset: int, key: bytes, file_id: bytes) -> None:
        self._file = file
        self._offset = offset
        self._boxes = _boxes(key, file_id)
        self._waiting = bytearray()
        self._number = 0
        self.size_bytes = 0

    def write(self, content: bytes) -> None:
        """Add bytes to the stream."""
        self._waiting += content
        self.size_bytes += len(content)
        if len(self._waiting) >= _WRITE_SEGMENTS * SEGMENT_SIZE_BYTES:
            self._write_out(len(self._waiting) // SEGMENT_SIZE_BYTES)

    def finish(self) -> int:
        """Write what waits and return where in the file the stream ends."""
        whole, rest = divmod(len(self._waiting), SEGMENT_SIZE_BYTES)
        self._write_out(whole + (1 if rest else 0))
        return self._offset

    def _write_out(self, count: int) -> None:
        sealed = b"".join(
            self._boxes.seal(
                bytes(self._waiting[place * SEGMENT_SIZE_BYTES : (place + 1) * SEGMENT_SIZE_BYTES]),
                _context(self._number + place),
            )
            for place in range(count)
        )
        del self._waiting[: count * SEGMENT_SIZE_BYTES]
        self._number += count
        if sealed:
            self._file.write_at(self._offset, sealed)
            self._offset += len(sealed)


class SealedStream:
    """Reads parts of a stream. Safe for several threads; keeps the last segments it opened."""

    def __init__(
        self, file: OpenFile, offset: int, size_bytes: int, key: bytes, file_id: bytes
    ) -> None:
        self._file: OpenFile | None = file
        self._offset = offset
        self._boxes: Boxes | None = _boxes(key, file_id)
        self._turn = threading.Lock()
        self._cache: OrderedDict[int, bytes] = OrderedDict()
        self._kept = b""
        self._sealed_size_bytes = sealed_stream_size(size_bytes)
        self.size_bytes = size_bytes

    def read(self, start: int, end: int) -> bytes:
        """Return the bytes from `start` to `end`; StoreDamaged if they are not what was written."""
        with self._turn:
            return self._read(start, end)

    def read_each(self, places: list[tuple[int, int]]) -> list[bytes]:
        """Return the bytes of several places, each (start, end), in one turn."""
        read = self._read
        with self._turn:
            return [read(start, end) for start, end in places]

    def detach(self) -> None:
        """Read what is sealed into memory, so that the file may be replaced while others read."""
        with self._turn:
            if self._file is not None:
                self._kept = self._file.read_at(self._offset, self._sealed_size_bytes)
                self._file = None

    def close(self) -> None:
        """Forget key and contents; the file belongs to the log."""
        with self._turn:
            self._file = self._boxes = None
            self._kept = b""
            self._cache.clear()

    def _read(self, start: int, end: int) -> bytes:
        first = start // SEGMENT_SIZE_BYTES
        skipped = start - first * SEGMENT_SIZE_BYTES
        stop = skipped + end - start
        content = self._cache.get(first)
        if content is not None:
            if stop <= SEGMENT_SIZE_BYTES:
                return content[skipped:stop]
            following = self._cache.get(first + 1)
            if following is not None and stop <= 2 * SEGMENT_SIZE_BYTES:
                return content[skipped:] + following[: stop - SEGMENT_SIZE_BYTES]
        if end <= start:
            return b""
        return self._opened(first, (end - 1) // SEGMENT_SIZE_BYTES)[skipped:stop]

    def _opened(self, first: int, last: int) -> bytes:
        """The whole segments from `first` to `last`; a few are kept, long rows are not."""
        if self._boxes is None:
            raise NotAllowed("This portfolio is locked; unlock it first.")
        if first < 0 or last * SEGMENT_SIZE_BYTES >= self.size_bytes:
            raise StoreDamaged("The sealed log points behind the end of its own snapshot.")
        open_box, size_bytes = self._boxes.open, SEALED_SEGMENT_SIZE_BYTES
        sealed = self._sealed(first * size_bytes, (last + 1 - first) * size_bytes)
        try:
            if first == last:
                content = open_box(sealed, first.to_bytes(8, "big"))
                self._keep(first, content)
                return content
            contents = [
                open_box(
                    sealed[place * size_bytes : (place + 1) * size_bytes],
                    (first + place).to_bytes(8, "big"),
                )
                for place in range(last + 1 - first)
            ]
        except SealBroken:
            raise StoreDamaged(
                "The sealed log is damaged in its snapshot. "
                "Take this learner's portfolio from a backup or from the school."
            ) from None
        if len(contents) <= _KEPT_AT_ONCE:
            for place, content in enumerate(contents, first):
                self._keep(place, content)
        return b"".join(contents)

    def _sealed(self, place: int, size_bytes: int) -> bytes:
        size_bytes = min(size_bytes, self._sealed_size_bytes - place)
        file = self._file
        if file is None:
            return self._kept[place : place + size_bytes]
        try:
            return file.read_at(self._offset + place, size_bytes)
        except OSError:
            with plain_errors("reading your work"):
                raise

    def _keep(self, number: int, content: bytes) -> None:
        self._cache[number] = content
        if len(self._cache) > CACHED_SEGMENTS:
            self._cache.popitem(last=False)


def _boxes(key: bytes, file_id: bytes) -> Boxes:
    return Boxes(derive(key, "log segments", salt=file_id))


def _context(number: int) -> bytes:
    return number.to_bytes(8, "big")
