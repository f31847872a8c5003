"""What showing a picture would cost, told from its head, before anything is unfolded.

A file of a few kilobytes can ask for gigabytes or for minutes. Phones have neither to give.
"""

from __future__ import annotations

from PIL import Image

from portfolio_app.student.pictures.strip_jpeg import segments

MEMORY_LIMIT_BYTES = 216 << 20
"""For one picture while it is shown; with the program around it, a phone stays below 300 MB."""
SCANS_LIMIT = 64
SCANNED_PIXELS_LIMIT = 1_000_000_000
PARTS_LIMIT = 60_000

_START_OF_SCAN = 0xDA
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
        offset, parts = 2, 0
        while raw[offset : offset + 1] == b"\xff" and raw[offset + 1 : offset + 2] != b"\xda":
            parts += 1
            if parts > PARTS_LIMIT:
                raise TooCostly("time")
            offset += 2 + int.from_bytes(raw[offset + 2 : offset + 4], "big")


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
    for marker, _ in segments(raw):
        found += marker == _START_OF_SCAN
        if found > SCANS_LIMIT:
            break
    return found


def _pixels(image: Image.Image) -> int:
    return image.size[0] * image.size[1]
