"""Small files that are cheap to send and dear to read: refused by name, or shown within the limits.

Each was once a hang, minutes, or a gigabyte.
"""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image, features

from portfolio_app.errors import UnsupportedPicture
from portfolio_app.student.pictures import prepare, strip
from portfolio_app.student.pictures.boxes import BrokenBoxes
from portfolio_app.student.pictures.cost import EXIF_SEGMENTS_LIMIT
from portfolio_app.student.pictures.parts import PARTS_LIMIT, Parts, TooManyParts
from portfolio_app.student.pictures.strip_gif import PIECES_LIMIT, strip_gif
from portfolio_app.student.pictures.strip_heif import EXTENTS_LIMIT, strip_heif
from portfolio_app.student.pictures.strip_webp import strip_webp
from tests.student.test_picture_limits import (
    MEMORY_LIMIT_BYTES,
    PROCESSOR_LIMIT_SECONDS,
    chunk,
    jpeg,
    measured,
    png_of,
    zeros,
)


def jpeg_with(between: bytes) -> bytes:
    raw = jpeg(0.01)
    return raw[:2] + between + raw[2:]


def segment(marker: int, content: bytes) -> bytes:
    return bytes((0xFF, marker)) + struct.pack(">H", len(content) + 2) + content


def many_exif(count: int) -> bytes:
    entries = b"".join(struct.pack(">HHII", tag, 2, 60_000, 8) for tag in range(5_000))
    exif = b"Exif\0\0MM\0*\0\0\0\x08" + struct.pack(">H", 5_000) + entries
    return segment(0xE1, exif[:65_000]) * count


def gif_with(between: bytes) -> bytes:
    output = io.BytesIO()
    Image.new("P", (8, 8)).save(output, "GIF")
    raw = output.getvalue()
    start = 13 + (3 << (raw[10] & 7) + 1 if raw[10] & 0x80 else 0)
    return raw[:start] + between + raw[start:]


def webp_with(after: bytes) -> bytes:
    output = io.BytesIO()
    Image.new("RGB", (8, 8)).save(output, "WEBP")
    body = output.getvalue()[8:] + after
    return b"RIFF" + struct.pack("<I", len(body)) + body


def box(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content) + 8) + kind + content


def heif(item_places: bytes, items: int) -> bytes:
    """A picture that says where its items lie, and nothing else."""

    def full(kind: bytes, content: bytes, version: int = 0) -> bytes:
        return box(kind, bytes((version, 0, 0, 0)) + content)

    kinds = (b"hvc1\0" if item % 2 else b"Exif\0" for item in range(items))
    entries = (full(b"infe", struct.pack(">HH", n, 0) + kind, 2) for n, kind in enumerate(kinds))
    listed = full(b"iinf", struct.pack(">H", items) + b"".join(entries))
    meta = full(b"meta", full(b"pitm", b"\0\1") + full(b"iloc", item_places) + listed)
    return box(b"ftyp", b"heic\0\0\0\0heicmif1") + meta + box(b"mdat", bytes(100))


def extents_without_size() -> bytes:
    """80 kB that name 655 million places: none of them takes any room in the table."""
    rows = struct.pack(">HHH", 1, 0, 65_535) * 9_999
    return heif(struct.pack(">BBH", 0, 0, 9_999) + rows, 2)


def places_over_places() -> bytes:
    """Half of them pictures and half not, all at one place: comparing each with each takes long."""
    rows = b"".join(struct.pack(">HHHII", item, 0, 1, 10, 1) for item in range(9_000))
    return heif(struct.pack(">BBH", 0x44, 0, 9_000) + rows, 9_000)


def bomb_in(kind: bytes, start: bytes, times: int) -> bytes:
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 8, 8, 8, 2, 0, 0, 0))
    bombs = chunk(kind, start + zeros(100 << 20)) * times
    pixels = chunk(b"IDAT", zlib.compress(bytes(8 * 25)))
    return png_of(head, bombs, pixels, chunk(b"IEND", b""))


def panorama() -> bytes:
    """65,500 pixels wide: the square that `thumbnail` asks the decoder for is no smaller."""
    raw = bytearray(jpeg(0.01))
    size = raw.index(b"\xff\xc0") + 5
    raw[size : size + 4] = struct.pack(">HH", 1_220, 65_500)
    return bytes(raw)


HOSTILE: dict[str, Callable[[], bytes]] = {
    "a JPEG of fill bytes": lambda: jpeg_with(b"\xff" * (30 << 20)),
    "a JPEG of restarts": lambda: jpeg_with(b"\xff\xd0" * (15 << 20)),
    "a JPEG of very many small parts": lambda: jpeg_with(b"\xff\xfe\0\2" * (7 << 20)),
    "a JPEG of hundreds of Exifs": lambda: jpeg_with(many_exif(400)),
    "a GIF of empty words": lambda: gif_with(b"\x21\xfe\x00" * (10 << 20)),
    "a GIF of words of one letter": lambda: gif_with(b"\x21\xfe\x01a\x00" * (5 << 20)),
    "a GIF of nothing known": lambda: gif_with(bytes(30 << 20)),
    "a HEIC of places without size": extents_without_size,
    "a PNG with a bomb for colours": lambda: bomb_in(b"iCCP", b"x\0\0", 1),
    "a PNG with bombs for words": lambda: bomb_in(b"zTXt", b"x\0\0", 20),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_file_made_to_be_dear_is_refused_by_name(name: str, tmp_path: Path) -> None:
    said, peak, seconds = measured(tmp_path, HOSTILE[name]())
    assert said[0].startswith("'work.jpg' "), said
    assert "shown" not in said
    assert peak <= MEMORY_LIMIT_BYTES, peak >> 20
    assert seconds <= PROCESSOR_LIMIT_SECONDS


def test_the_widest_panorama_is_shown_in_little_memory(tmp_path: Path) -> None:
    said, peak, seconds = measured(tmp_path, panorama())
    assert said == ["shown", "shown"]
    assert peak <= MEMORY_LIMIT_BYTES // 3, peak >> 20
    assert seconds <= PROCESSOR_LIMIT_SECONDS
    shown = Image.open(io.BytesIO(prepare(panorama()).preview_jpeg))
    assert shown.size == (1600, 30)


@pytest.mark.skipif(not features.check("webp"), reason="this Pillow has no WebP")
def test_a_webp_of_millions_of_parts_does_not_leave(tmp_path: Path) -> None:
    said, peak, seconds = measured(tmp_path, webp_with(b"abcd\0\0\0\0" * (3 << 20)))
    assert said[1].startswith("This picture is broken inside")
    assert peak <= MEMORY_LIMIT_BYTES, peak >> 20
    assert seconds <= PROCESSOR_LIMIT_SECONDS


def test_a_heic_whose_items_lie_over_each_other_is_stripped_soon(tmp_path: Path) -> None:
    _, peak, seconds = measured(tmp_path, places_over_places())
    assert peak <= MEMORY_LIMIT_BYTES, peak >> 20
    assert seconds <= PROCESSOR_LIMIT_SECONDS


def test_each_limit_takes_what_it_says_and_not_one_more() -> None:
    parts = Parts()
    parts.count(PARTS_LIMIT)
    with pytest.raises(TooManyParts):
        parts.count()
    rest = PARTS_LIMIT - 2  # with its one picture, and what says how that is shown
    assert strip_gif(gif_with(b"\x21\xfe\x00" * rest))
    with pytest.raises(TooManyParts):
        strip_gif(gif_with(b"\x21\xfe\x00" * PARTS_LIMIT))
    with pytest.raises(TooManyParts):
        strip_gif(gif_with(b"\x21\xfe" + b"\x01a" * PIECES_LIMIT + b"\x00"))
    if features.check("webp"):
        assert strip_webp(webp_with(b"abcd\0\0\0\0" * (PARTS_LIMIT - 1)), 1)
        with pytest.raises(TooManyParts):
            strip_webp(webp_with(b"abcd\0\0\0\0" * PARTS_LIMIT), 1)
    exif = segment(0xE1, b"Exif\0\0MM\0*\0\0\0\x08" + bytes(6))
    assert strip(jpeg_with(exif * EXIF_SEGMENTS_LIMIT))
    with pytest.raises(UnsupportedPicture, match="time"):
        strip(jpeg_with(exif * (EXIF_SEGMENTS_LIMIT + 1)))
    for extents in (EXTENTS_LIMIT, EXTENTS_LIMIT + 1):
        row = struct.pack(">HHH", 1, 0, extents) + struct.pack(">I", 50) * extents
        raw = heif(struct.pack(">BBH", 0x40, 0, 1) + row, 2)
        if extents == EXTENTS_LIMIT:
            assert len(strip_heif(raw)) == len(raw)
        else:
            with pytest.raises(TooManyParts):
                strip_heif(raw)


def test_an_item_behind_the_end_is_refused_also_where_it_goes_to_the_end() -> None:
    row = struct.pack(">HHHI", 1, 0, 1, 1 << 30)
    with pytest.raises(BrokenBoxes, match="behind the end"):
        strip_heif(heif(struct.pack(">BBH", 0x40, 0, 1) + row, 2))
