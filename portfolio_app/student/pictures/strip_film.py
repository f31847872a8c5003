"""MP4, MOV and M4A without place, device, dates and words; pictures and sound bit for bit.

Only boxes that playing needs are kept, and of the media only what a track of pictures or sound
points at: phones and cameras also write tracks of their own with a place for every second. Not
looked into: the coded pictures themselves, where some encoders write their own name.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterator

from portfolio_app.errors import BadInput
from portfolio_app.student.pictures.boxes import (
    Box,
    BoxReader,
    BrokenBoxes,
    Patch,
    RandomAccess,
    emptied,
    gaps,
    patched,
)
from portfolio_app.student.pictures.film_tracks import SampleTables, sound_unit

_KEPT_TRACKS = (b"vide", b"soun")
_TOP = frozenset({b"ftyp", b"styp", b"moov", b"mdat", b"moof", b"sidx", b"ssix", b"mfra"})
_NEEDED: dict[bytes, frozenset[bytes]] = {
    b"moov": frozenset({b"mvhd", b"trak", b"mvex"}),
    b"mvex": frozenset({b"mehd", b"trex", b"leva"}),
    b"trak": frozenset({b"tkhd", b"edts", b"mdia", b"tapt"}),
    b"mdia": frozenset({b"mdhd", b"hdlr", b"minf", b"elng"}),
    b"minf": frozenset({b"vmhd", b"smhd", b"hdlr", b"dinf", b"stbl"}),
    b"dinf": frozenset({b"dref"}),
    b"stbl": frozenset(
        {b"stsd", b"stts", b"ctts", b"cslg", b"stsc", b"stsz", b"stco", b"co64", b"stss"}
        | {b"stps", b"stsh", b"sdtp", b"sbgp", b"sgpd", b"subs", b"saiz", b"saio", b"padb"}
    ),
    b"moof": frozenset({b"mfhd", b"traf"}),
    b"traf": frozenset(
        {b"tfhd", b"tfdt", b"trun", b"sdtp", b"sbgp", b"sgpd", b"subs", b"saiz", b"saio"}
    ),
}
_DATED = (b"mvhd", b"tkhd", b"mdhd")
_ENTRY_HEAD_BYTES = 8
_VIDEO_ENTRY_BYTES = 86
_COMPRESSOR_NAME = (50, 82)
_VENDOR = (20, 24)
_SELF_CONTAINED = 1


def strip_film(source: RandomAccess, name: str = "") -> Iterator[bytes]:
    """Yield the film without metadata, at most 256 KiB at a time; BadInput if it is broken.

    Memory does not grow with the film. `name` is for the message only.
    """
    try:
        yield from _Film(source).stripped()
    except (BrokenBoxes, StopIteration, OverflowError, RuntimeError):
        shown = f"'{name}'" if name else "This film"
        raise BadInput(
            f"{shown} is broken inside or of an unusual kind, so its place cannot be taken out. "
            "Open it in another program, save it as MP4, and add that."
        ) from None


class _Film:
    def __init__(self, source: RandomAccess) -> None:
        self._reader = BoxReader(source)
        self._patches: list[Patch] = []
        self._tracks: list[SampleTables] = []
        self._media: list[Box] = []
        self._dropped_tracks = 0
        self._fragments = 0

    def stripped(self) -> Iterator[bytes]:
        end = self._read()
        if not self._tracks:
            raise BrokenBoxes("no pictures and no sound")
        if self._fragments and self._dropped_tracks:
            raise BrokenBoxes("what must stay here is mixed in where it cannot be told apart")
        patches = sorted(self._patches)
        if self._fragments:
            return patched(self._reader.source, patches, end)
        return patched(self._reader.source, heapq.merge(patches, self._unneeded_media(end)), end)

    def _read(self) -> int:
        """Note what is to be overwritten; return where the film ends: what follows no box goes."""
        end, size_bytes = 0, self._reader.source.size_bytes
        try:
            for box in self._reader.boxes(0, size_bytes):
                self._top(box)
                end = box.stop
        except BrokenBoxes:
            if not (self._tracks and self._media):
                raise
        return end

    def _top(self, box: Box) -> None:
        if box.start == 0 and box.kind not in (b"ftyp", b"wide", b"mdat", b"moov", b"free"):
            raise BrokenBoxes("not a film")
        if box.kind == b"mdat":
            self._media.append(box)
        elif box.kind not in _TOP:
            self._patches += emptied(box)
        elif box.kind in _NEEDED:
            self._fragments += box.kind == b"moof"
            self._inside(box)

    def _inside(self, parent: Box) -> None:
        for box in self._reader.boxes(parent.body, parent.stop):
            if box.kind not in _NEEDED[parent.kind]:
                self._patches += emptied(box)
            elif box.kind == b"trak":
                self._track(box)
            elif box.kind in _NEEDED:
                self._inside(box)
            elif box.kind in _DATED:
                long = self._reader.number(box.body, 1) == 1
                self._patches.append(Patch(box.body + 4, box.body + (20 if long else 12)))
            elif box.kind == b"hdlr":
                self._patches.append(Patch(box.body + 12, box.stop))  # its maker and its name
            elif box.kind == b"dref":
                self._references(box)

    def _track(self, box: Box) -> None:
        kind, tables = self._kind_and_tables(box)
        if kind not in _KEPT_TRACKS:
            self._dropped_tracks += 1
            self._patches += emptied(box)
            return
        self._inside(box)
        if b"stsd" in tables and kind == b"vide":
            self._video_entries(tables[b"stsd"])
        offsets = tables.get(b"co64") or tables.get(b"stco")
        if offsets is None or not {b"stsz", b"stsc"} <= tables.keys():
            raise BrokenBoxes("a track without its tables")
        is_sound = kind == b"soun" and b"stsd" in tables
        unit = sound_unit(self._reader, tables[b"stsd"]) if is_sound else (0, 1)
        self._tracks.append(SampleTables(tables[b"stsz"], tables[b"stsc"], offsets, unit))

    def _kind_and_tables(self, track: Box) -> tuple[bytes, dict[bytes, Box]]:
        media = self._only(track, b"mdia")
        handler = self._only(media, b"hdlr")
        kind = self._reader.read(handler.body + 8, handler.body + 12)
        if kind not in _KEPT_TRACKS:
            return kind, {}
        tables = self._only(self._only(media, b"minf"), b"stbl")
        return kind, {box.kind: box for box in self._reader.boxes(tables.body, tables.stop)}

    def _only(self, parent: Box, kind: bytes) -> Box:
        found = [box for box in self._reader.boxes(parent.body, parent.stop) if box.kind == kind]
        if len(found) != 1:
            raise BrokenBoxes("a track that lacks a part, or has it twice")
        return found[0]

    def _references(self, box: Box) -> None:
        """A film that plays another file names that file's folder; ours play only themselves."""
        for entry in self._reader.boxes(box.body + 8, box.stop):
            if not self._reader.number(entry.body, 4) & _SELF_CONTAINED:
                raise BrokenBoxes("a film that plays another file")
            if entry.body + 4 < entry.stop:
                self._patches.append(Patch(entry.body + 4, entry.stop))

    def _video_entries(self, box: Box) -> None:
        """The encoder's name stands in a field of 32 bytes of each entry, its maker in four."""
        for entry in self._reader.boxes(box.body + _ENTRY_HEAD_BYTES, box.stop):
            if entry.stop - entry.start < _VIDEO_ENTRY_BYTES:
                raise BrokenBoxes("an entry that is too short")
            for start, stop in (_VENDOR, _COMPRESSOR_NAME):
                self._patches.append(Patch(entry.start + start, entry.start + stop))
            for inside in self._reader.boxes(entry.start + _VIDEO_ENTRY_BYTES, entry.stop):
                if inside.kind in (b"uuid", b"udta", b"meta", b"free", b"skip"):
                    self._patches += emptied(inside)

    def _unneeded_media(self, end: int) -> Iterator[Patch]:
        chunks = heapq.merge(*(track.chunks(self._reader, end) for track in self._tracks))
        # One walk over the chunks serves every box of media: both ascend.
        waiting = _Waiting(chunks)
        for box in sorted(self._media, key=lambda one: one.start):
            yield from gaps(waiting.inside(box), box.body, box.stop)


class _Waiting:
    """Chunks handed out box by box."""

    def __init__(self, chunks: Iterator[tuple[int, int]]) -> None:
        self._chunks = chunks
        self._next = next(chunks, None)

    def inside(self, box: Box) -> Iterator[tuple[int, int]]:
        while self._next is not None and self._next[0] < box.stop:
            yield self._next
            self._next = next(self._chunks, None)
