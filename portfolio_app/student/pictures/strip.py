"""Place, device and words taken out of a picture that leaves, without touching its pixels.

Kept are the pixels, the colours (ICC) and which way is up; everything not known to be needed to
show the picture goes, and so does whatever follows its end.
"""

from __future__ import annotations

from portfolio_app.errors import UnsupportedPicture
from portfolio_app.student.pictures.opening import opened
from portfolio_app.student.pictures.strip_gif import strip_gif
from portfolio_app.student.pictures.strip_heif import is_heif, strip_heif
from portfolio_app.student.pictures.strip_jpeg import strip_jpeg
from portfolio_app.student.pictures.strip_png import strip_png
from portfolio_app.student.pictures.strip_webp import strip_webp

_ORIENTATION = 274  # TIFF 6.0, "Orientation"
_MAXIMUM_ORIENTATION = 8


def strip(raw: bytes) -> bytes:
    """Return the picture without metadata, pixels the same bit for bit.

    For JPEG, PNG, WebP, GIF and HEIC, the last without a decoder. Raises UnsupportedPicture for
    what is broken or of another kind; that must not leave as it is.
    """
    if is_heif(raw):
        return _stripped("HEIF", raw, 1)
    with opened(raw, "") as image:
        kind = image.format or ""
        found = image.getexif().get(_ORIENTATION, 1)
    orientation = found if isinstance(found, int) and 1 < found <= _MAXIMUM_ORIENTATION else 1
    return _stripped(kind, raw, orientation)


def _stripped(kind: str, raw: bytes, orientation: int) -> bytes:
    try:
        if kind == "HEIF":
            return strip_heif(raw)
        if kind in ("JPEG", "MPO"):
            return strip_jpeg(raw, orientation)
        if kind == "PNG":
            return strip_png(raw, orientation)
        if kind == "WEBP":
            return strip_webp(raw, orientation)
        if kind == "GIF":
            return strip_gif(raw)
    except (IndexError, ValueError):
        raise UnsupportedPicture(
            "This picture is broken inside, so its place cannot be taken out. "
            "Open it in another program, save it as JPEG, and add that."
        ) from None
    raise UnsupportedPicture(
        "The place cannot be taken out of this kind of picture yet. Save it as JPEG and add that."
    )
