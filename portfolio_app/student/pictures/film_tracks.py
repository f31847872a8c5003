"""Where pictures and sounds of a film lie in the file (ISO/IEC 14496-12, 8.6 and 8.7)."""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, islice

from portfolio_app.student.pictures.boxes import Box, BoxReader, BrokenBoxes

SAMPLES_LIMIT = 10_000_000
CHUNKS_LIMIT = 5_000_000

_WINDOW_BYTES = 64 * 1024
_TABLE_HEAD_BYTES = 8  # version and flags, count
_SOUND_ENTRY_BYTES = 72


@dataclass(frozen=True, slots=True)
class SampleTables:
    """The boxes of one track that say where its samples are."""

    sizes: Box
    runs: Box
    offsets: Box
    unit: tuple[int, int] = (0, 1)
    """(bytes, samples): what so many samples take at least, where all are of one size."""

    def chunks(self, reader: BoxReader, stop: int) -> Iterator[tuple[int, int]]:
        """Yield (start, stop) of each chunk, ascending; a chunk is some samples in a row.

        QuickTime may count plain sound in units of one byte that are more: hence `unit`.
        """
        sizes, constant = self._sizes(reader)
        counts = self._counts(reader)
        unit_bytes, unit_samples = self.unit
        last = 0
        for start in self._offsets(reader):
            if not last <= start <= stop:
                raise BrokenBoxes("pictures that are not in order")
            last, count = start, next(counts)
            if constant:
                least = -(-count * unit_bytes // unit_samples)
                yield start, start + max(constant * count, least)
            else:
                yield start, start + sum(islice(sizes, count))

    def _sizes(self, reader: BoxReader) -> tuple[Iterator[int], int]:
        body = self.sizes.body
        constant, count = reader.number(body + 4, 4), reader.number(body + 8, 4)
        if constant:
            return iter(()), constant
        if count > SAMPLES_LIMIT:
            raise BrokenBoxes("more pictures than the longest film has")
        return _numbers(reader, body + 12, count, 4, self.sizes.stop), 0

    def _offsets(self, reader: BoxReader) -> Iterator[int]:
        body = self.offsets.body
        count = reader.number(body + 4, 4)
        if count > CHUNKS_LIMIT:
            raise BrokenBoxes("more parts than the longest film has")
        width = 8 if self.offsets.kind == b"co64" else 4
        return _numbers(reader, body + _TABLE_HEAD_BYTES, count, width, self.offsets.stop)

    def _counts(self, reader: BoxReader) -> Iterator[int]:
        """Yield how many samples each chunk has, without end: the last run goes on."""
        body = self.runs.body
        rows = reader.number(body + 4, 4)
        if not 1 <= rows <= CHUNKS_LIMIT:
            raise BrokenBoxes("no rule how the parts are cut")
        values = _numbers(reader, body + _TABLE_HEAD_BYTES, rows * 3, 4, self.runs.stop)
        first, count = next(values), next(values)
        next(values)
        for following in values:
            yield from _repeated(count, following - first)
            first, count = following, next(values)
            next(values)
        while True:
            yield count


def sound_unit(reader: BoxReader, entries: Box) -> tuple[int, int]:
    """Read (bytes, samples) from a sound track's `stsd` (QuickTime File Format, "Sound")."""
    start = entries.body + _TABLE_HEAD_BYTES
    head = reader.read(start, min(start + _SOUND_ENTRY_BYTES, entries.stop)).ljust(
        _SOUND_ENTRY_BYTES, b"\0"
    )
    version, channels, bits = (int.from_bytes(head[at : at + 2], "big") for at in (16, 24, 26))
    if version == 0:
        return channels * bits // 8, 1
    samples, frame_bytes = (36, 44) if version == 1 else (68, 64)
    return (
        int.from_bytes(head[frame_bytes : frame_bytes + 4], "big"),
        max(int.from_bytes(head[samples : samples + 4], "big"), 1),
    )


def _repeated(value: int, times: int) -> Iterator[int]:
    for _ in range(times):
        yield value


def _numbers(reader: BoxReader, start: int, count: int, width: int, stop: int) -> Iterator[int]:
    if start + count * width > stop:
        raise BrokenBoxes("a table that does not fit its box")
    return chain.from_iterable(_windows(reader, start, start + count * width, width))


def _windows(reader: BoxReader, start: int, stop: int, width: int) -> Iterator[array[int]]:
    for place in range(start, stop, _WINDOW_BYTES):
        window = array("Q" if width == 8 else "I")  # noqa: PLR2004  # bytes of a long offset
        window.frombytes(reader.read(place, min(place + _WINDOW_BYTES, stop)))
        if sys.byteorder == "little":
            window.byteswap()
        yield window
