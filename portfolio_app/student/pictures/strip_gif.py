"""GIF 89a: its blocks walked, and only those copied that showing it needs."""

from __future__ import annotations

from portfolio_app.student.pictures.parts import Parts

PIECES_LIMIT = 1_000_000
"""Of at most 255 bytes, into which everything is cut: four times what the largest file needs."""

_HEAD_SIZE_BYTES = 13
_IMAGE = 0x2C
_EXTENSION = 0x21
_TRAILER = 0x3B
_GRAPHIC_CONTROL = 0xF9
_APPLICATION = 0xFF
_LOOPS = (b"NETSCAPE2.0", b"ANIMEXTS1.0")
_IMAGE_HEAD_SIZE_BYTES = 10


def strip_gif(raw: bytes) -> bytes:
    """Return the GIF with its frames, timing and loop only; IndexError or ValueError if broken."""
    if raw[:3] != b"GIF":
        raise ValueError("not a GIF")
    offset = _HEAD_SIZE_BYTES + _colours_size_bytes(raw[10])
    kept = [raw[:offset]]
    parts, pieces = Parts(), Parts(PIECES_LIMIT)
    while raw[offset] != _TRAILER:
        parts.count()
        start = offset
        if raw[start] == _IMAGE:
            colours = _colours_size_bytes(raw[start + _IMAGE_HEAD_SIZE_BYTES - 1])
            offset = _after_blocks(raw, start + _IMAGE_HEAD_SIZE_BYTES + colours + 1, pieces)
            kept.append(raw[start:offset])
        elif raw[start] == _EXTENSION:
            offset = _after_blocks(raw, start + 2, pieces)
            if raw[start + 1] == _GRAPHIC_CONTROL:
                kept.append(raw[start:offset])
            elif raw[start + 1] == _APPLICATION and raw[start + 3 : start + 14] in _LOOPS:
                kept.append(_loop(raw, start))
        else:
            raise ValueError("a block of an unknown kind")
    return b"".join((*kept, bytes((_TRAILER,))))


def _loop(raw: bytes, start: int) -> bytes:
    """How often it plays: one block of three bytes; whatever others stand behind it go."""
    count = raw[start + 14 : start + 18]
    return raw[start : start + 14] + count + b"\x00" if count[:2] == b"\x03\x01" else b""


def _colours_size_bytes(packed: int) -> int:
    return 3 << (packed & 7) + 1 if packed & 0x80 else 0


def _after_blocks(raw: bytes, offset: int, pieces: Parts) -> int:
    count = 0
    while raw[offset]:
        offset += raw[offset] + 1
        count += 1
        if count > PIECES_LIMIT:
            break
    pieces.count(count)
    return offset + 1
