"""A made photo as a phone writes it: turned, with a place, a device and an embedded thumbnail.

Drawn by Pillow alone, the same bytes for the same arguments, so that no child's photo is needed.
"""

from __future__ import annotations

import io
import math
import random
import struct
from pathlib import Path

from PIL import Image, ImageChops, ImageDraw, ImageFilter

CAMERA = "Lumo Pocket 7"
SERIAL_NUMBER = "SN-4471-0093"
LATITUDE = (48, 12, 30)
LONGITUDE = (16, 22, 23)

_ASCII, _SHORT, _LONG, _RATIONAL = 2, 3, 4, 5
_LANDSCAPE = 4 / 3
_SCENE_SIZE = (480, 640)
_GRAIN = 256
_UPRIGHT_TO_STORED = {
    1: None,
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}

Entry = tuple[int, int, int, bytes]
"""TIFF tag, type, count, value bytes."""


def make_photo(
    path: Path | None, megapixels: float = 12, seed: int = 1, orientation: int = 6
) -> bytes:
    """Return a portrait-format JPEG, and write it to `path` if there is one."""
    upright = draw_scene(megapixels, seed)
    turn = _UPRIGHT_TO_STORED[orientation]
    stored = upright if turn is None else upright.transpose(turn)
    small = stored.copy()
    small.thumbnail((160, 160))
    output = io.BytesIO()
    stored.save(output, "JPEG", quality=88, exif=phone_exif(orientation, _jpeg(small)))
    if path is not None:
        path.write_bytes(output.getvalue())
    return output.getvalue()


def draw_scene(megapixels: float, seed: int) -> Image.Image:
    """Return hills, a sun and plants under a sky with grain, 3 wide by 4 high, in RGB."""
    source = random.Random(seed)
    width = round(math.sqrt(megapixels * 1_000_000 / _LANDSCAPE))
    scene = Image.new("RGB", _SCENE_SIZE)
    draw = ImageDraw.Draw(scene)
    _draw_sky(draw, source)
    for layer in range(4):
        _draw_hill(draw, source, layer)
    for _ in range(24):
        _draw_plant(draw, source)
    large = scene.filter(ImageFilter.GaussianBlur(0.6)).resize((width, round(width * _LANDSCAPE)))
    return ImageChops.add(large, _grain(large.size, source), offset=-16)


def phone_exif(orientation: int, thumbnail_jpeg: bytes) -> bytes:
    """Return an Exif block (Exif 2.32) with device, serial number, place and thumbnail."""
    main: list[Entry] = [
        (271, _ASCII, 5, b"Lumo\0"),
        (272, _ASCII, len(CAMERA) + 1, CAMERA.encode() + b"\0"),
        (274, _SHORT, 1, struct.pack(">H", orientation)),
        (42033, _ASCII, len(SERIAL_NUMBER) + 1, SERIAL_NUMBER.encode() + b"\0"),
        (34853, _LONG, 1, b""),  # filled in below: where the place stands
    ]
    place: list[Entry] = [
        (1, _ASCII, 2, b"N\0"),
        (2, _RATIONAL, 3, b"".join(struct.pack(">II", part, 1) for part in LATITUDE)),
        (3, _ASCII, 2, b"E\0"),
        (4, _RATIONAL, 3, b"".join(struct.pack(">II", part, 1) for part in LONGITUDE)),
    ]
    place_start = 8 + _directory_size(main)
    second_start = place_start + _directory_size(place)
    second: list[Entry] = [
        (259, _SHORT, 1, struct.pack(">H", 6)),
        (513, _LONG, 1, b""),
        (514, _LONG, 1, struct.pack(">I", len(thumbnail_jpeg))),
    ]
    main[-1] = (34853, _LONG, 1, struct.pack(">I", place_start))
    second[1] = (513, _LONG, 1, struct.pack(">I", second_start + _directory_size(second)))
    return b"".join(
        (
            b"Exif\0\0MM\0\x2a" + struct.pack(">I", 8),
            _directory(main, 8, second_start),
            _directory(place, place_start, 0),
            _directory(second, second_start, 0),
            thumbnail_jpeg,
        )
    )


def _draw_sky(draw: ImageDraw.ImageDraw, source: random.Random) -> None:
    width, height = _SCENE_SIZE
    top = (source.randrange(40, 110), source.randrange(110, 170), source.randrange(190, 250))
    for row in range(height):
        share = row / height
        draw.line(
            ((0, row), (width, row)),
            tuple(round(part + (250 - part) * share) for part in top),
        )
    x, y, radius = source.randrange(60, 420), source.randrange(60, 200), source.randrange(24, 50)
    draw.ellipse((x - radius, y - radius, x + radius, y + radius), (255, 236, 150))


def _draw_hill(draw: ImageDraw.ImageDraw, source: random.Random, layer: int) -> None:
    width, height = _SCENE_SIZE
    base = 260 + layer * 90
    phase, swing = source.uniform(0, 6), source.uniform(15, 45)
    ridge = [
        (x, base + swing * math.sin(phase + x / 90) + 6 * math.sin(x / 11 + phase))
        for x in range(0, width + 8, 8)
    ]
    colour = (110 - layer * 20, 150 - layer * 18 + source.randrange(30), 90 - layer * 12)
    draw.polygon([(0, height), *ridge, (width, height)], colour)


def _draw_plant(draw: ImageDraw.ImageDraw, source: random.Random) -> None:
    x, y = source.randrange(_SCENE_SIZE[0]), source.randrange(430, _SCENE_SIZE[1])
    tall = source.randrange(20, 70)
    draw.line((x, y, x + source.randrange(-9, 10), y - tall), (40, 90, 30), 3)
    petals = (source.randrange(150, 256), source.randrange(40, 200), source.randrange(60, 220))
    for corner in range(6):
        dx, dy = 9 * math.cos(corner * math.pi / 3), 9 * math.sin(corner * math.pi / 3)
        draw.ellipse((x + dx - 6, y - tall + dy - 6, x + dx + 6, y - tall + dy + 6), petals)
    draw.ellipse((x - 5, y - tall - 5, x + 5, y - tall + 5), (250, 220, 70))


def _grain(size: tuple[int, int], source: random.Random) -> Image.Image:
    noise = source.randbytes(_GRAIN * _GRAIN).translate(bytes(value >> 3 for value in range(256)))
    tile = Image.frombytes("L", (_GRAIN, _GRAIN), noise)
    grain = Image.new("L", size)
    for x in range(0, size[0], _GRAIN):
        for y in range(0, size[1], _GRAIN):
            grain.paste(tile, (x, y))
    return Image.merge("RGB", (grain, grain, grain))


def _jpeg(image: Image.Image) -> bytes:
    output = io.BytesIO()
    image.save(output, "JPEG", quality=70)
    return output.getvalue()


def _directory_size(entries: list[Entry]) -> int:
    return 6 + 12 * len(entries) + sum(_outside_size(value) for *_, value in entries)


def _outside_size(value: bytes) -> int:
    return 0 if len(value) <= 4 else len(value) + len(value) % 2


def _directory(entries: list[Entry], start: int, following: int) -> bytes:
    outside_start = start + 6 + 12 * len(entries)
    head, outside = struct.pack(">H", len(entries)), b""
    for tag, kind, count, value in entries:
        head += struct.pack(">HHI", tag, kind, count)
        if _outside_size(value):
            head += struct.pack(">I", outside_start + len(outside))
            outside += value.ljust(_outside_size(value), b"\0")
        else:
            head += value.ljust(4, b"\0")
    return head + struct.pack(">I", following) + outside
