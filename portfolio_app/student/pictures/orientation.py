"""The smallest Exif block there is: which way is up, and nothing else (TIFF 6.0, Exif 2.32)."""

from __future__ import annotations

import struct

_BIG_ENDIAN_TIFF = b"MM\x00\x2a"
_ORIENTATION = 274
_SHORT = 3


def orientation_exif(orientation: int) -> bytes:
    """Return a TIFF block of 26 bytes whose only entry is the orientation, 1 to 8."""
    entry = struct.pack(">HHIHH", _ORIENTATION, _SHORT, 1, orientation, 0)
    return _BIG_ENDIAN_TIFF + struct.pack(">IH", 8, 1) + entry + bytes(4)
