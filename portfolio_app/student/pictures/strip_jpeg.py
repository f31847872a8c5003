"""JPEG (ITU-T T.81): its segments walked, and only those copied that showing it needs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from portfolio_app.student.pictures.orientation import orientation_exif
from portfolio_app.student.pictures.parts import Parts

_START = b"\xff\xd8"
_END = b"\xff\xd9"
_FIRST_OF_MARKER = 0xFF
_START_OF_SCAN = 0xDA
_APPLICATION_0 = 0xE0
_APPLICATION_1 = 0xE1
_APPLICATION_2 = 0xE2
_APPLICATION_14 = 0xEE
# Frames, Huffman and arithmetic tables; scans, quantisation, line count, restarts, hierarchy.
_CODING = frozenset((*range(0xC0, 0xD0), 0xD9, *range(0xDA, 0xE0)))
_JFIF_SIZE_BYTES = 18  # with its marker and without the small picture that may follow
_STANDALONE = (0x01, *range(0xD0, 0xD8))

# Inside a scan, 0xFF is followed by 0x00 (a stuffed byte) or a restart marker.
_MARKER = re.compile(rb"\xff[^\x00\xff\xd0-\xd7]")
_FILL = re.compile(rb"\xff+")


def strip_jpeg(raw: bytes, orientation: int) -> bytes:
    """Return the JPEG with JFIF, ICC, Adobe and coding segments only, and a one-entry Exif.

    Raises ValueError or IndexError for segments that do not fit.
    """
    if not raw.startswith(_START):
        raise ValueError("not a JPEG")
    exif = _segment(_APPLICATION_1, b"Exif\x00\x00" + orientation_exif(orientation))
    kept = [_START]
    exif_place = 1
    for marker, segment in segments(raw):
        if not _is_needed(marker, segment[4:]):
            continue
        kept.append(_without_thumbnail(segment) if marker == _APPLICATION_0 else segment)
        if marker == _APPLICATION_0:
            exif_place = len(kept)  # JFIF wants to be first
    if orientation != 1:
        kept.insert(exif_place, exif)
    return b"".join(kept)


def _is_needed(marker: int, content: bytes) -> bool:
    if marker == _APPLICATION_0:
        return content.startswith(b"JFIF\x00") and len(content) + 4 >= _JFIF_SIZE_BYTES
    if marker == _APPLICATION_2:
        return content.startswith(b"ICC_PROFILE\x00")
    if marker == _APPLICATION_14:
        return content.startswith(b"Adobe")
    return marker in _CODING


def _without_thumbnail(jfif: bytes) -> bytes:
    """JFIF may hold a small picture of its own (ITU-T T.871, section 10.1), of before a crop."""
    return _segment(_APPLICATION_0, jfif[4 : _JFIF_SIZE_BYTES - 2] + bytes(2))


def segments(raw: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield each marker with its bytes, a scan together with what it coded, up to the end.

    Raises ValueError or IndexError for segments that do not fit, or are too many.
    """
    offset, parts = len(_START), Parts()
    while True:
        parts.count()
        fill = _FILL.match(raw, offset)
        if fill is None:
            raise ValueError("no marker where one must be")
        offset = fill.end() - 1
        marker = raw[offset + 1]
        if raw[offset : offset + 2] == _END:
            yield marker, _END
            return
        if marker in _STANDALONE:
            offset += 2
            continue
        end = offset + 2 + int.from_bytes(raw[offset + 2 : offset + 4], "big")
        if end < offset + 4 or end > len(raw):
            raise ValueError("a segment that does not fit")
        if marker == _START_OF_SCAN:
            following = _MARKER.search(raw, end)
            if following is None:
                raise ValueError("a scan without end")
            end = following.start()
        yield marker, raw[offset:end]
        offset = end


def _segment(marker: int, content: bytes) -> bytes:
    return bytes((_FIRST_OF_MARKER, marker)) + (len(content) + 2).to_bytes(2, "big") + content
