"""HEIC and HEIF (ISO/IEC 23008-12): its items found, and only those left that showing it needs.

Works without a decoder: the pictures stay as they are, and everything else is overwritten in place.
Which way is up stands in the picture's own properties and stays.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from portfolio_app.student.pictures.boxes import (
    Box,
    BoxReader,
    BrokenBoxes,
    Patch,
    emptied,
    gaps,
    patched,
)
from portfolio_app.student.pictures.parts import Parts

ITEMS_LIMIT = 10_000
EXTENTS_LIMIT = 20_000

_BRANDS = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"avif"})
_PICTURES = frozenset(
    {b"hvc1", b"hev1", b"lhv1", b"av01", b"avc1", b"jpeg", b"grid", b"iovl", b"iden", b"tmap"}
)
_TOP = frozenset({b"ftyp", b"meta", b"mdat"})
_META = frozenset({b"hdlr", b"pitm", b"iloc", b"iinf", b"iref", b"iprp", b"idat", b"dinf", b"grpl"})
_WORDY_PROPERTIES = frozenset({b"udes", b"altt", b"crtt", b"mdft", b"uuid", b"free", b"skip"})
_EMPTY_EXIF = bytes(4) + b"MM\x00\x2a\x00\x00\x00\x08" + bytes(6)
_IN_FILE, _IN_ITEM_BOX = 0, 1


@dataclass(frozen=True, slots=True)
class _Extent:
    item: int
    method: int
    start: int
    stop: int


class _Bytes:
    def __init__(self, raw: bytes) -> None:
        self._raw = raw
        self.size_bytes = len(raw)

    def read_at(self, offset: int, size_bytes: int) -> bytes:
        return self._raw[offset : offset + size_bytes]


def is_heif(raw: bytes) -> bool:
    """Say whether the file calls itself HEIF or one of its kinds."""
    size_bytes = int.from_bytes(raw[:4], "big")
    if raw[4:8] != b"ftyp" or not 16 <= size_bytes <= 256:  # noqa: PLR2004  # a few brands
        return False
    brands = {raw[8:12], *(raw[at : at + 4] for at in range(16, size_bytes, 4))}
    return bool(brands & _BRANDS)


def strip_heif(raw: bytes) -> bytes:
    """Return the file with its pictures only; ValueError for boxes that do not fit."""
    reader = BoxReader(_Bytes(raw))
    top = list(reader.boxes(0, len(raw)))
    metas = [box for box in top if box.kind == b"meta"]
    if len(metas) != 1 or any(box.kind == b"moov" for box in top):
        raise BrokenBoxes("not a still picture")
    inside = {box.kind: box for box in reader.boxes(metas[0].body + 4, metas[0].stop)}
    if not {b"iloc", b"iinf", b"pitm"} <= inside.keys():
        raise BrokenBoxes("a picture that does not say where it is")
    kinds = dict(_item_kinds(reader, inside[b"iinf"]))
    extents = list(_extents(reader, inside[b"iloc"], inside.get(b"idat")))
    patches = [patch for box in top if box.kind not in _TOP for patch in emptied(box)]
    patches += [p for box in inside.values() if box.kind not in _META for p in emptied(box)]
    patches += _properties(reader, inside.get(b"iprp"))
    kept = [one for one in extents if kinds.get(one.item) in _PICTURES]
    # Ranges that pictures need win over what a broken or hostile file lays over them.
    needed = _together(sorted((extent.start, extent.stop) for extent in kept))
    blank = [one for one in extents if kinds.get(one.item) == b"Exif" and _is_free(one, needed)]
    ranges = sorted((extent.start, extent.stop) for extent in (*kept, *blank))
    for box in (*(box for box in top if box.kind == b"mdat"), inside.get(b"idat")):
        if box is not None:
            patches += gaps(ranges, box.body, box.stop)
    patches += [Patch(one.start, one.stop, _EMPTY_EXIF) for one in blank if one.start < one.stop]
    return b"".join(patched(reader.source, sorted(patches), len(raw)))


def _together(ranges: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Ascending ranges without those that touch nothing or lie over each other."""
    found: list[tuple[int, int]] = []
    for start, stop in ranges:
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(stop, found[-1][1]))
        elif start < stop:
            found.append((start, stop))
    return found


def _is_free(extent: _Extent, needed: list[tuple[int, int]]) -> bool:
    """Whether a range lies over none of the ascending ones, which do not touch each other."""
    following = bisect_left(needed, (extent.stop,))
    return following == 0 or needed[following - 1][1] <= extent.start


def _item_kinds(reader: BoxReader, box: Box) -> Iterator[tuple[int, bytes]]:
    version = reader.number(box.body, 1)
    width = 2 if version == 0 else 4
    for entry in reader.boxes(box.body + 4 + width, box.stop):
        if entry.kind != b"infe":
            continue
        entry_version = reader.number(entry.body, 1)
        if entry_version not in (2, 3):
            raise BrokenBoxes("items of an old kind")
        id_bytes = 2 if entry_version == 2 else 4  # noqa: PLR2004  # as the version says
        start = entry.body + 4
        kind_at = start + id_bytes + 2
        yield reader.number(start, id_bytes), reader.read(kind_at, kind_at + 4)


def _extents(reader: BoxReader, box: Box, items: Box | None) -> Iterator[_Extent]:
    """Yield where each item lies in the file (14496-12, 8.11.3)."""
    version, sizes = reader.number(box.body, 1), reader.number(box.body + 4, 2)
    offset_bytes, length_bytes, base_bytes, index_bytes = (
        sizes >> shift & 15 for shift in (12, 8, 4, 0)
    )
    wide = 4 if version > 1 else 2
    at = box.body + 6
    parts = Parts(EXTENTS_LIMIT)  # an extent may take no room in the table at all

    def take(size_bytes: int) -> int:
        nonlocal at
        at += size_bytes
        if at > box.stop:
            raise BrokenBoxes("a table that does not fit its box")
        return reader.number(at - size_bytes, size_bytes) if size_bytes else 0

    count = take(wide)
    if count > ITEMS_LIMIT:
        raise BrokenBoxes("more items than any camera writes")
    for _ in range(count):
        item, method = take(wide), take(2) & 15 if version else _IN_FILE
        take(2)
        base = take(base_bytes)
        if method == _IN_ITEM_BOX and items is not None:
            base += items.body
        elif method != _IN_FILE:
            raise BrokenBoxes("items made of other items")
        for _ in range(take(2)):
            parts.count()
            take(index_bytes if version else 0)
            start = base + take(offset_bytes)
            length = take(length_bytes)
            stop = start + length if length else reader.source.size_bytes
            if not start <= stop <= reader.source.size_bytes:
                raise BrokenBoxes("an item that lies behind the end")
            yield _Extent(item, method, start, stop)


def _properties(reader: BoxReader, box: Box | None) -> Iterator[Patch]:
    """Empty the properties that hold words or times; the others keep their numbers."""
    for container in reader.boxes(box.body, box.stop) if box else ():
        if container.kind == b"ipco":
            for entry in reader.boxes(container.body, container.stop):
                if entry.kind in _WORDY_PROPERTIES:
                    yield from emptied(entry)
