"""What showing a picture would cost, told from its head, before anything is unfolded.

A file of a few kilobytes can ask for gigabytes or for minutes. Phones have neither to give.
"""

from __future__ import annotations

import contextlib
import io

from PIL import Image

from portfolio_app.student.pictures.parts import PARTS_LIMIT, TooManyParts
from portfolio_app.student.pictures.strip_jpeg import segments

MEMORY_LIMIT_BYTES = 216 << 20
"""For one picture while it is shown; with the program around it, a phone stays below 300 MB."""
SCANS_LIMIT = 64
SCANNED_PIXELS_LIMIT = 1_000_000_000
EXIF_SEGMENTS_LIMIT = 32
"""Of 64 KiB. Pillow puts them together one by one, which takes as long as their square."""
READS_LIMIT = 200_000
"""How often Pillow may read from one file: it goes through some parts a byte at a time."""

_START_OF_SCAN = 0xDA
_APPLICATION_1 = 0xE1
_PNG_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_COEFFICIENT_BYTES = 2
_DEFAULT_BYTES_A_PIXEL = 4
_BYTES_A_PIXEL = {
    # Pillow keeps a pixel in one byte or in four; these decoders hold canvases of their own.
    "WEBP": 16,
    "HEIF": 10,
    "GIF": 5,
}
_ONE_BYTE_MODES = ("1", "L", "P")
_DRAFT_PIXELS = 3200 * 3200
"""A JPEG comes out of its decoder at less than twice the preview's longest side."""


class TooCostly(ValueError):
    """The text is what there is too much of: "time" or "memory"."""


class PatientBytes(io.BytesIO):
    """A file in memory that stops whoever reads it too often. Raises TooCostly."""

    def __init__(self, raw: bytes) -> None:
        super().__init__(raw)
        self._reads_left = READS_LIMIT

    def read(self, size: int | None = -1, /) -> bytes:
        """As of any file."""
        self._reads_left -= 1
        if self._reads_left < 0:
            raise TooCostly("time")
        return super().read(size)


def check_shape(raw: bytes) -> None:
    """Refuse a file of so many parts that walking them alone takes long. Raises TooCostly."""
    if raw.startswith(_PNG_SIGNATURE):
        offset, parts = len(_PNG_SIGNATURE), 0
        while offset < len(raw):
            parts += 1
            if parts > PARTS_LIMIT:
                raise TooCostly("time")
            offset += 12 + int.from_bytes(raw[offset : offset + 4], "big")
    elif raw.startswith(b"\xff\xd8"):
        _check_segments(raw)


def _check_segments(raw: bytes) -> None:
    """What stands before the first scan; what is broken there is for the decoder to say."""
    exif = 0
    with contextlib.suppress(IndexError, ValueError):
        for marker, segment in segments(raw):
            exif += marker == _APPLICATION_1 and segment[4:8] == b"Exif"
            if marker == _START_OF_SCAN or exif > EXIF_SEGMENTS_LIMIT:
                break
    if exif > EXIF_SEGMENTS_LIMIT:
        raise TooCostly("time")


def check_cost(image: Image.Image, raw: bytes) -> None:
    """Refuse an opened picture that would take too long or too much memory. Raises TooCostly."""
    if image.format in ("JPEG", "MPO"):
        needed_bytes = _jpeg_bytes(image, raw)
    else:
        single = image.mode in _ONE_BYTE_MODES and image.format == "PNG"
        each = 1 if single else _BYTES_A_PIXEL.get(image.format or "", _DEFAULT_BYTES_A_PIXEL)
        needed_bytes = _pixels(image) * each
    if needed_bytes + len(raw) > MEMORY_LIMIT_BYTES:
        raise TooCostly("memory")


def _jpeg_bytes(image: Image.Image, raw: bytes) -> int:
    """A JPEG is decoded at a fraction of its size; a progressive one keeps all coefficients."""
    small = min(_pixels(image), _DRAFT_PIXELS) * _DEFAULT_BYTES_A_PIXEL
    scans = _scans(raw)
    if scans > SCANS_LIMIT or _pixels(image) * scans > SCANNED_PIXELS_LIMIT:
        raise TooCostly("time")
    if scans <= 1:
        return small
    components = getattr(image, "layer", [])
    widest = max((across * down for _, across, down, *_ in components), default=1)
    share = sum(across * down for _, across, down, *_ in components) / widest
    return small + int(_pixels(image) * share * _COEFFICIENT_BYTES)


def _scans(raw: bytes) -> int:
    """Count the scans of the picture itself, not those of a small one inside or one behind it."""
    found = 0
    try:
        for marker, _ in segments(raw):
            found += marker == _START_OF_SCAN
            if found > SCANS_LIMIT:
                break
    except TooManyParts:
        raise TooCostly("time") from None
    return found


def _pixels(image: Image.Image) -> int:
    return image.size[0] * image.size[1]
