"""A picture as screens show it: upright, in two sizes, as plain JPEG without any metadata."""

from __future__ import annotations

import contextlib
import io
from dataclasses import dataclass

from PIL import Image, ImageOps

from portfolio_app.student.pictures.opening import Source, media_type, opened

PREVIEW_SIDE_PIXELS = 1600
THUMBNAIL_SIDE_PIXELS = 320
PREVIEW_QUALITY = 85
THUMBNAIL_QUALITY = 80

_TURNED_BY_A_QUARTER = (5, 6, 7, 8)
_ORIENTATION = 274  # TIFF 6.0, "Orientation"
_DEEP_TO_EIGHT_BITS = 1 / 256


@dataclass(frozen=True, slots=True)
class PreparedPicture:
    """What is shown of a picture: `width` and `height` in pixels of the upright original."""

    width: int
    height: int
    media_type: str
    preview_jpeg: bytes
    thumbnail_jpeg: bytes


def prepare(source: Source, name: str = "") -> PreparedPicture:
    """Make the preview (longest side 1600) and the thumbnail (320); smaller pictures stay small.

    `name` is for the message only. Raises UnsupportedPicture for what is broken, hostile, above
    80 million pixels or of another kind than JPEG, PNG, WebP, GIF (first frame) and, where a
    decoder is installed, HEIC.
    """
    with opened(source, name) as image:
        width, height = image.size
        if image.getexif().get(_ORIENTATION) in _TURNED_BY_A_QUARTER:
            width, height = height, width
        kind = media_type(image)
        shown = _shown(image)
        preview = _jpeg(shown, PREVIEW_QUALITY)
        shown.thumbnail((THUMBNAIL_SIDE_PIXELS, THUMBNAIL_SIDE_PIXELS))
        return PreparedPicture(width, height, kind, preview, _jpeg(shown, THUMBNAIL_QUALITY))


def _shown(image: Image.Image) -> Image.Image:
    """Shrink, then turn, then convert: a JPEG is then decoded at a fraction of its size.

    Any step that loads the pixels first would cost several times the time and memory.
    """
    profile = image.info.get("icc_profile")
    if image.mode not in ("L", "RGB", "CMYK", "YCbCr"):
        image = _plain(image)
    image.thumbnail((PREVIEW_SIDE_PIXELS, PREVIEW_SIDE_PIXELS))
    upright = ImageOps.exif_transpose(image)
    coloured = _in_screen_colours(upright, profile) if profile else upright
    clean = coloured if coloured.mode in ("L", "RGB") else coloured.convert("RGB")
    clean.info = {}  # a comment would be written into the JPEG again
    return clean


def _plain(image: Image.Image) -> Image.Image:
    """Bring palettes, transparency (on white) and 16 bits to what a JPEG can hold."""
    orientation = image.getexif().get(_ORIENTATION)
    if image.mode.startswith("I"):
        plain = image.convert("I").point(lambda value: value * _DEEP_TO_EIGHT_BITS).convert("L")
    elif image.has_transparency_data:
        clear = image.convert("RGBA")
        plain = Image.new("RGB", clear.size, "white")
        plain.paste(clear, mask=clear.getchannel("A"))
    else:
        plain = image.convert("L" if image.mode == "1" else "RGB")
    if orientation:
        plain.getexif()[_ORIENTATION] = orientation
    return plain


def _in_screen_colours(image: Image.Image, profile: bytes) -> Image.Image:
    """Bring wide colours to sRGB where the device can; without that they look a little pale."""
    with contextlib.suppress(ImportError, OSError, ValueError):
        from PIL import ImageCms  # noqa: PLC0415  # absent on phones

        with contextlib.suppress(ImageCms.PyCMSError):
            converted = ImageCms.profileToProfile(
                image, io.BytesIO(profile), ImageCms.createProfile("sRGB"), outputMode="RGB"
            )
            return converted or image
    return image


def _jpeg(image: Image.Image, quality: int) -> bytes:
    output = io.BytesIO()
    image.save(output, "JPEG", quality=quality)
    return output.getvalue()
