"""ISO base media (ISO/IEC 14496-12): boxes found, and bytes replaced in place as they stream by.

Films, phone recordings and HEIC pictures are all made of these boxes. Nothing moves: what must not
leave is overwritten where it stands, so that every offset in the file stays right.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

PIECE_BYTES = 256 * 1024
BOXES_LIMIT = 20_000

_HEAD_BYTES = 8
_LONG_HEAD_BYTES = 16
_UUID_BYTES = 16


class RandomAccess(Protocol):
    """Bytes that can be read from anywhere."""

    @property
    def size_bytes(self) -> int:
        """How many there are."""

    def read_at(self, offset: int, size_bytes: int) -> bytes:
        """Up to so many bytes from there."""


class BrokenBoxes(ValueError):
    """The boxes do not fit into each other or into the file."""


@dataclass(frozen=True, slots=True)
class Box:
    """A box from `start` up to `stop`; its content begins at `body`. All in bytes of the file."""

    kind: bytes
    start: int
    body: int
    stop: int


@dataclass(frozen=True, slots=True, order=True)
class Patch:
    """From `start` up to `stop` stands `content`, then zeros."""

    start: int
    stop: int
    content: bytes = b""


class BoxReader:
    """Walks the boxes of one file, at most BOXES_LIMIT of them in all."""

    def __init__(self, source: RandomAccess) -> None:
        self.source = source
        self._seen = 0

    def read(self, start: int, stop: int) -> bytes:
        """Exactly these bytes; BrokenBoxes if the file has fewer."""
        raw = self.source.read_at(start, stop - start)
        if len(raw) != stop - start:
            raise BrokenBoxes("a box that is cut short")
        return raw

    def number(self, start: int, size_bytes: int) -> int:
        """An unsigned number, the highest byte first."""
        return int.from_bytes(self.read(start, start + size_bytes), "big")

    def boxes(self, start: int, stop: int) -> Iterator[Box]:
        """Yield the boxes that fill this range; a rest too short for a box is passed over."""
        while stop - start >= _HEAD_BYTES:
            self._seen += 1
            if self._seen > BOXES_LIMIT:
                raise BrokenBoxes("more boxes than any camera writes")
            box = self._box(start, stop)
            yield box
            start = box.stop

    def _box(self, start: int, stop: int) -> Box:
        head = self.read(start, min(start + _LONG_HEAD_BYTES, stop))
        size_bytes, kind, body = int.from_bytes(head[:4], "big"), head[4:8], start + _HEAD_BYTES
        if size_bytes == 1:
            size_bytes = int.from_bytes(head[8:16], "big")
            body = start + _LONG_HEAD_BYTES
        elif size_bytes == 0:
            size_bytes = stop - start  # to the end
        if kind == b"uuid":
            body += _UUID_BYTES
        if not body <= start + size_bytes <= stop:
            raise BrokenBoxes("a box that does not fit")
        return Box(kind, start, body, start + size_bytes)


def emptied(box: Box, head_bytes: int = _HEAD_BYTES) -> Iterator[Patch]:
    """Make a box a `free` one of the same size, full of zeros: readers pass over it."""
    yield Patch(box.start + 4, box.start + 8, b"free")
    body = box.body - (_UUID_BYTES if box.kind == b"uuid" else 0)
    body = max(body, box.start + head_bytes)
    if body < box.stop:
        yield Patch(body, box.stop)


def gaps(kept: Iterable[tuple[int, int]], start: int, stop: int) -> Iterator[Patch]:
    """Yield what lies between `start` and `stop` and in none of the ascending ranges `kept`."""
    for first, end in kept:
        if first > start:
            yield Patch(start, min(first, stop))
        start = max(start, end)
        if start >= stop:
            return
    if start < stop:
        yield Patch(start, stop)


def patched(source: RandomAccess, patches: Iterable[Patch], stop: int) -> Iterator[bytes]:
    """Yield the file up to `stop` with ascending patches applied, at most 256 KiB at a time."""
    at = 0
    for patch in patches:
        if patch.start < at:
            raise BrokenBoxes("parts that lie over each other")
        yield from _copied(source, at, patch.start)
        yield from _filled(patch)
        at = patch.stop
    yield from _copied(source, at, stop)


def _copied(source: RandomAccess, start: int, stop: int) -> Iterator[bytes]:
    while start < stop:
        piece = source.read_at(start, min(PIECE_BYTES, stop - start))
        if not piece:
            raise BrokenBoxes("a file that became shorter")
        yield piece
        start += len(piece)


def _filled(patch: Patch) -> Iterator[bytes]:
    content = patch.content[: patch.stop - patch.start]
    if content:
        yield content
    rest = patch.stop - patch.start - len(content)
    while rest > 0:
        yield bytes(min(PIECE_BYTES, rest))
        rest -= PIECE_BYTES
