"""What may be shown inside a page: JPEG pictures only, and to guests only those that tell no place.

Devices make the small pictures and take the place out. This looks again before showing one: a page
trusts nothing that was sent.
"""

PICTURE_BYTES_LIMIT = 8 << 20
_START = b"\xff\xd8\xff"
_PLACE_TELLING = (b"Exif\x00", b"http://ns.adobe.com/", b"Photoshop 3")


def is_jpeg(raw: bytes) -> bool:
    """Whether the bytes begin as a JPEG picture does (ITU-T T.81, annex B)."""
    return raw.startswith(_START)


def tells_no_place(raw: bytes) -> bool:
    """Whether a JPEG carries no Exif, XMP or IPTC, where a place or a name would stand.

    Looked for everywhere: they also stand between two scans, and in a second picture behind the
    first one.
    """
    return is_jpeg(raw) and not any(marked in raw for marked in _PLACE_TELLING)
