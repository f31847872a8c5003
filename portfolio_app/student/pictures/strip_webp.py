"""WebP (RFC 9649): its RIFF chunks walked, and only those copied that showing it needs."""

from __future__ import annotations

from portfolio_app.student.pictures.orientation import orientation_exif
from portfolio_app.student.pictures.parts import Parts

_NEEDED = (b"VP8X", b"VP8 ", b"VP8L", b"ALPH", b"ANIM", b"ANMF", b"ICCP")
_HEAD_SIZE_BYTES = 12
_CHUNK_HEAD_SIZE_BYTES = 8
_EXIF_FLAG = 0x08
_XMP_FLAG = 0x04


def strip_webp(raw: bytes, orientation: int) -> bytes:
    """Return the WebP with its pixels, colours and animation, and a one-entry Exif if it is turned.

    Raises ValueError for chunks that do not fit, or are too many.
    """
    if raw[:4] != b"RIFF" or raw[8:12] != b"WEBP":
        raise ValueError("not a WebP")
    end_of_all = 8 + int.from_bytes(raw[4:8], "little")
    if end_of_all > len(raw):
        raise ValueError("cut short")
    kept = []
    extended = False
    offset, parts = _HEAD_SIZE_BYTES, Parts()
    while offset < end_of_all:
        parts.count()
        kind = raw[offset : offset + 4]
        size_bytes = int.from_bytes(raw[offset + 4 : offset + 8], "little")
        end = offset + _CHUNK_HEAD_SIZE_BYTES + size_bytes
        if end > end_of_all:
            raise ValueError("a chunk that does not fit")
        content = raw[offset + _CHUNK_HEAD_SIZE_BYTES : end]
        if kind == b"VP8X":
            extended = True
            flags = content[0] & ~(_EXIF_FLAG | _XMP_FLAG)
            content = bytes((flags | (_EXIF_FLAG if orientation != 1 else 0),)) + content[1:]
        if kind in _NEEDED:
            kept.append(_chunk(kind, content))
        offset = end + size_bytes % 2
    if orientation != 1 and extended:
        kept.append(_chunk(b"EXIF", orientation_exif(orientation)))
    body = b"WEBP" + b"".join(kept)
    return b"RIFF" + len(body).to_bytes(4, "little") + body


def _chunk(kind: bytes, content: bytes) -> bytes:
    return kind + len(content).to_bytes(4, "little") + content + bytes(len(content) % 2)
