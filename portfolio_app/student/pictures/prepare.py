"""A picture as screens show it: upright, in two sizes, as plain JPEG without any metadata."""

from __future__ import annotations

import contextlib
import io
import threading
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
_BAND_ROWS = 64

# One picture is unfolded at a time in a program: two large ones at once would be too much for a
# phone, whoever asked for them.
_turn = threading.Lock()


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
    80 million pixels, too costly, or of another kind than JPEG, PNG, WebP, GIF (first frame) and,
    where a decoder is installed, HEIC. One picture at a time: others wait.
    """
    with _turn, opened(source, name) as image:
        width, height = image.size
        if image.getexif().get(_ORIENTATION) in _TURNED_BY_A_QUARTER:
            width, height = height, width
        kind = media_type(image)
        shown = _shown(image, PREVIEW_SIDE_PIXELS, gap=1.0)
        preview = _jpeg(shown, PREVIEW_QUALITY)
        shown.thumbnail((THUMBNAIL_SIDE_PIXELS, THUMBNAIL_SIDE_PIXELS))
        return PreparedPicture(width, height, kind, preview, _jpeg(shown, THUMBNAIL_QUALITY))


def thumbnail(source: Source, name: str = "") -> bytes:
    """Make the thumbnail alone, a JPEG; raises as `prepare` does."""
    with _turn, opened(source, name) as image:
        return _jpeg(_shown(image, THUMBNAIL_SIDE_PIXELS, gap=2.0), THUMBNAIL_QUALITY)


def _shown(image: Image.Image, side_pixels: int, gap: float) -> Image.Image:
    """Shrink, then turn, then convert: a JPEG is then decoded at a fraction of its size.

    Any step that loads the pixels first would cost several times the time and memory. The decoder
    gives at least `gap` times `side_pixels`.
    """
    profile = image.info.get("icc_profile")
    if image.mode not in ("L", "RGB", "CMYK", "YCbCr"):
        image = _plain_in_bands(image, side_pixels)
    _let_decoder_shrink(image, int(side_pixels * gap))
    # Hamming: as sharp as the usual bicubic where a picture gets smaller, in half the time.
    image.thumbnail((side_pixels, side_pixels), Image.Resampling.HAMMING, reducing_gap=gap)
    upright = ImageOps.exif_transpose(image)
    coloured = _in_screen_colours(upright, profile) if profile else upright
    clean = coloured if coloured.mode in ("L", "RGB") else coloured.convert("RGB")
    clean.info = {}  # a comment would be written into the JPEG again
    return clean


def _let_decoder_shrink(image: Image.Image, side_pixels: int) -> None:
    """Ask a JPEG's decoder for no more than is needed along the *longer* side.

    `thumbnail` asks for a square, which a panorama has nowhere: it would be decoded whole.
    """
    longest = max(image.size)
    if longest > side_pixels:
        width, height = (max(side * side_pixels // longest, 1) for side in image.size)
        image.draft(None, (width, height))


def _plain_in_bands(image: Image.Image, side_pixels: int) -> Image.Image:
    """Bring a picture to what a JPEG can hold, a band at a time, so that no second whole copy is
    made; a large one comes out smaller, at twice `side_pixels` or more.
    """
    orientation = image.getexif().get(_ORIENTATION)
    width, height = image.size
    factor = max(max(width, height) // (2 * side_pixels), 1)
    whole: Image.Image | None = None
    for top in range(0, height, _BAND_ROWS * factor):
        band = image.crop((0, top, width, min(top + _BAND_ROWS * factor, height)))
        plain = _plain(band).reduce(factor)
        if whole is None:
            whole = Image.new(plain.mode, (-(-width // factor), -(-height // factor)))
        whole.paste(plain, (0, top // factor))
    if whole is None:
        raise ValueError("a picture without rows")
    if orientation:
        whole.getexif()[_ORIENTATION] = orientation
    return whole


def _plain(image: Image.Image) -> Image.Image:
    """Bring palettes, transparency (on white) and 16 bits to what a JPEG can hold."""
    if image.mode.startswith("I"):
        return image.convert("I").point(lambda value: value * _DEEP_TO_EIGHT_BITS).convert("L")
    if image.has_transparency_data:
        clear = image.convert("RGBA")
        plain = Image.new("RGB", clear.size, "white")
        plain.paste(clear, mask=clear.getchannel("A"))
        return plain
    return image.convert("L" if image.mode == "1" else "RGB")


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
