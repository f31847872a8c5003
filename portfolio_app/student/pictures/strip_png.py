"""PNG (W3C PNG third edition): its chunks walked, and only those copied that showing it needs."""

from __future__ import annotations

import zlib

from portfolio_app.student.pictures.orientation import orientation_exif
from portfolio_app.student.pictures.parts import Parts

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_NEEDED = (
    *(b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS"),
    *(b"cHRM", b"gAMA", b"iCCP", b"sBIT", b"sRGB", b"cICP", b"mDCV", b"cLLI"),
    *(b"bKGD", b"hIST", b"pHYs", b"sPLT"),
    *(b"acTL", b"fcTL", b"fdAT"),
)
_CHUNK_OVERHEAD_BYTES = 12
_END = bytes(4) + b"IEND" + zlib.crc32(b"IEND").to_bytes(4, "big")  # nothing may stand in it
_UPPER_CASE = 0x20


def strip_png(raw: bytes, orientation: int) -> bytes:
    """Return the PNG with its pixels, colours and animation, and a one-entry eXIf if it is turned.

    Raises ValueError for chunks that do not fit, or are too many.
    """
    if not raw.startswith(_SIGNATURE):
        raise ValueError("not a PNG")
    kept = [_SIGNATURE]
    offset = len(_SIGNATURE)
    kind, parts = b"", Parts()
    while kind != b"IEND":
        parts.count()
        end = offset + _CHUNK_OVERHEAD_BYTES + int.from_bytes(raw[offset : offset + 4], "big")
        kind = raw[offset + 4 : offset + 8]
        if end > len(raw) or len(kind) < 4:  # noqa: PLR2004  # a kind has four letters
            raise ValueError("a chunk that does not fit")
        if kind == b"IEND":
            kept.append(_END)
        elif kind in _NEEDED:
            kept.append(raw[offset:end])
        elif not kind[0] & _UPPER_CASE:
            raise ValueError("a critical chunk of an unknown kind")
        if orientation != 1 and offset == len(_SIGNATURE):  # behind the head, once
            kept.append(_chunk(b"eXIf", orientation_exif(orientation)))
        offset = end
    return b"".join(kept)


def _chunk(kind: bytes, content: bytes) -> bytes:
    checksum = zlib.crc32(kind + content).to_bytes(4, "big")
    return len(content).to_bytes(4, "big") + kind + content + checksum
