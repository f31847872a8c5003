"""Square codes in a picture, where a reader for them is installed.

The reader has no wheels for phones, so only computers have it; where it is missing this says so,
and a code is typed. The picture is looked at in memory and forgotten.
"""

from __future__ import annotations

import importlib
from typing import Any

from portfolio_app.student.pictures.opening import opened

PART = "zxingcpp"
LONGEST_SIDE_PIXELS = 1600
CODES_LIMIT = 8
TEXT_LIMIT = 4296
"""The most letters that a QR code holds (ISO/IEC 18004, version 40)."""


def can_read_codes() -> bool:
    """Whether this device has the reader."""
    return _reader() is not None


def codes_in(raw: bytes) -> tuple[str, ...]:
    """The texts of the QR codes in a picture, turned or mirrored too; each text once.

    Raises UnsupportedPicture for what is no picture. Without a reader there is nothing to see.
    """
    reader = _reader()
    if reader is None:
        return ()
    with opened(raw, "") as picture:
        picture.draft("L", (LONGEST_SIDE_PIXELS, LONGEST_SIDE_PIXELS))
        grey = picture.convert("L")
        grey.thumbnail((LONGEST_SIDE_PIXELS, LONGEST_SIDE_PIXELS))
        width, height = grey.size
        rows = memoryview(grey.tobytes()).cast("B", shape=(height, width))
    found = reader.read_barcodes(rows, formats=reader.BarcodeFormat.QRCode)
    texts = [str(one.text)[:TEXT_LIMIT] for one in found if one.valid]
    return tuple(dict.fromkeys(texts))[:CODES_LIMIT]


def _reader() -> Any | None:
    try:
        return importlib.import_module(PART)
    except ImportError:
        return None
