"""A made film as a phone writes it: pictures, sound, and a place for every second, in one file.

The coded pictures and sounds are random bytes: no decoder is asked, only where they lie.
"""

from __future__ import annotations

import random
import struct
from collections.abc import Sequence
from dataclasses import dataclass, field

PLACE = b"+48.2082+016.3738/"
CAMERA = b"Lumo Pocket 7"
WORDS = b"at home"
TRACES = (PLACE, b"48.2082", CAMERA, b"Lumo", WORDS)
MADE_SECONDS = 3_800_000_000
LOOSE = b"left over " + WORDS + b" between"

Chunk = tuple[bytes, bytes, list[int]]
"""A track's kind, the bytes of one chunk, and the sizes of the samples in it."""


@dataclass(slots=True)
class Film:
    """The file, and what its tracks of pictures and sound hold, chunk by chunk."""

    raw: bytes
    chunks: dict[bytes, list[bytes]] = field(default_factory=dict)


def box(kind: bytes, *content: bytes, long: bool = False) -> bytes:
    body = b"".join(content)
    if long:
        return struct.pack(">I4sQ", 1, kind, len(body) + 16) + body
    return struct.pack(">I4s", len(body) + 8, kind) + body


def full(kind: bytes, *content: bytes, version: int = 0, flags: int = 0) -> bytes:
    return box(kind, struct.pack(">I", version << 24 | flags), *content)


def make_film(
    *,
    seconds: int = 4,
    seed: int = 1,
    long_offsets: bool = False,
    index_first: bool = False,
    kinds: Sequence[bytes] = (b"vide", b"soun", b"meta"),
    plain_sound: bool = False,
) -> Film:
    """Return a film of `seconds` interleaved chunks a track; "meta" is the track of places."""
    source = random.Random(seed)
    film = Film(b"", {kind: [] for kind in kinds})
    order: list[Chunk] = []
    for second in range(seconds):
        for kind in kinds:
            samples = _samples(kind, second, source, plain_sound=plain_sound)
            chunk = b"".join(samples)
            film.chunks[kind].append(chunk)
            order.append((kind, chunk, [len(sample) for sample in samples]))
    head = box(b"ftyp", b"qt  ", bytes(4), b"qt  ") + box(b"wide")
    media = LOOSE + b"".join(chunk for _, chunk, _ in order)

    def index(media_start: int) -> bytes:
        return _index(media_start, order, kinds, seconds, plain_sound, long_offsets)

    tail = box(b"uuid", bytes(16), WORDS) + box(b"free", WORDS) + box(b"meta", PLACE)
    if index_first:
        moov = index(len(head) + len(index(0)) + 8)
        film.raw = head + moov + box(b"mdat", media) + tail
    else:
        film.raw = head + box(b"mdat", media, long=True) + index(len(head) + 16) + tail
    return film


def _index(
    media_start: int,
    order: Sequence[Chunk],
    kinds: Sequence[bytes],
    seconds: int,
    plain_sound: bool,
    long_offsets: bool,
) -> bytes:
    offsets: dict[bytes, list[int]] = {kind: [] for kind in kinds}
    sizes: dict[bytes, list[int]] = {kind: [] for kind in kinds}
    place = media_start + len(LOOSE)
    for kind, chunk, found in order:
        offsets[kind].append(place)
        sizes[kind] += found
        place += len(chunk)
    tracks = (_track(kind, offsets[kind], sizes[kind], plain_sound, long_offsets) for kind in kinds)
    head = full(b"mvhd", _dates(), struct.pack(">II", 1000, seconds * 1000), bytes(80))
    return box(b"moov", head, *tracks, _words(), _keys())


def _samples(kind: bytes, second: int, source: random.Random, *, plain_sound: bool) -> list[bytes]:
    if kind == b"meta":
        return [PLACE + b" at second %d" % second]
    if kind == b"soun" and plain_sound:
        return [source.randbytes(4) for _ in range(100)]
    return [source.randbytes(source.randrange(20, 400)) for _ in range(3)]


def _track(
    kind: bytes, offsets: list[int], sizes: list[int], plain_sound: bool, long_offsets: bool
) -> bytes:
    plain = plain_sound and kind == b"soun"
    width = "Q" if long_offsets else "I"
    count = 100 if plain else len(sizes) // len(offsets)
    table = box(
        b"stbl",
        full(b"stsd", struct.pack(">I", 1), _entry(kind)),
        full(b"stts", struct.pack(">III", 1, len(sizes), 40)),
        full(b"stsc", struct.pack(">IIII", 1, 1, count, 1)),
        # QuickTime says "one byte each" of plain sound, whatever its samples take.
        full(b"stsz", struct.pack(">II", 1, len(sizes)))
        if plain
        else full(b"stsz", struct.pack(f">II{len(sizes)}I", 0, len(sizes), *sizes)),
        full(
            b"co64" if long_offsets else b"stco",
            struct.pack(f">I{len(offsets)}{width}", len(offsets), *offsets),
        ),
    )
    media_head = {b"vide": b"vmhd", b"soun": b"smhd"}.get(kind, b"gmhd")
    return box(
        b"trak",
        full(b"tkhd", _dates(), struct.pack(">I", 1), bytes(68)),
        box(b"tref", box(b"cdsc", struct.pack(">I", 1))),
        box(
            b"mdia",
            full(b"mdhd", _dates(), struct.pack(">II", 1000, 4000), bytes(4)),
            full(b"hdlr", b"mhlr", kind, b"appl", bytes(8), b"\x0d" + CAMERA),
            box(
                b"minf",
                full(media_head, bytes(8)),
                full(b"hdlr", b"dhlr", b"url ", bytes(12), b"\x0d" + CAMERA),
                box(b"dinf", full(b"dref", struct.pack(">I", 1), full(b"url ", flags=1))),
                table,
            ),
        ),
        box(b"udta", box(b"name", WORDS)),
    )


def _entry(kind: bytes) -> bytes:
    if kind == b"vide":
        name = (b"\x0d" + CAMERA).ljust(32, b"\0")
        fields = bytes(6) + struct.pack(">H", 1) + bytes(4) + b"Lumo" + bytes(26) + name
        return box(b"avc1", fields, struct.pack(">Hh", 24, -1), box(b"avcC", b"set up"))
    if kind == b"soun":
        return box(b"sowt", bytes(6), struct.pack(">H8xHHI4x", 1, 2, 16, 44100 << 16)[:-4])
    return box(b"mebx", bytes(6), struct.pack(">H", 1), PLACE)


def _dates() -> bytes:
    return struct.pack(">II", MADE_SECONDS, MADE_SECONDS)


def _words() -> bytes:
    place = struct.pack(">HH", len(PLACE), 0) + PLACE
    return box(b"udta", box(b"\xa9xyz", place), box(b"\xa9mak", CAMERA), box(b"loci", PLACE))


def _keys() -> bytes:
    key = b"com.apple.quicktime.location.ISO6709"
    return box(
        b"meta",
        full(b"hdlr", bytes(4), b"mdta", bytes(12)),
        full(b"keys", struct.pack(">I", 1), box(b"mdta", key)),
        box(b"ilst", box(b"\0\0\0\1", box(b"data", struct.pack(">II", 1, 0), PLACE))),
    )
