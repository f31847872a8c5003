"""What may be shown inside a page: JPEG pictures only, and to guests only those that tell no place.

Devices make the small pictures and take the place out. This looks again before showing one: a page
trusts nothing that was sent.
"""

from collections.abc import Iterator

PICTURE_BYTES_LIMIT = 8 << 20
_START = b"\xff\xd8\xff"
_SCAN = 0xDA
_MARKER = 0xFF
_STANDALONE = frozenset({0x01, *range(0xD0, 0xD9)})
_PLACE_TELLING = (b"Exif\x00", b"http://ns.adobe.com/", b"Photoshop")


def is_jpeg(raw: bytes) -> bool:
    """Whether the bytes begin as a JPEG picture does (ITU-T T.81, annex B)."""
    return raw.startswith(_START)


def tells_no_place(raw: bytes) -> bool:
    """Whether a JPEG carries no Exif, XMP or IPTC, where a place or a name would stand."""
    return is_jpeg(raw) and not any(
        content.startswith(_PLACE_TELLING) for content in _segments(raw)
    )


def _segments(raw: bytes) -> Iterator[bytes]:
    """The contents of the segments before the picture itself."""
    at = 2
    while at + 4 <= len(raw) and raw[at] == _MARKER:
        marker = raw[at + 1]
        if marker == _SCAN:
            return
        if marker in _STANDALONE or marker == _MARKER:
            at += 1 if marker == _MARKER else 2
            continue
        size_bytes = int.from_bytes(raw[at + 2 : at + 4], "big")
        yield raw[at + 4 : at + 2 + size_bytes]
        at += 2 + max(size_bytes, 2)
