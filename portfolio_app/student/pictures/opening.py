"""The one boundary to Pillow for bytes that a stranger may have made."""

from __future__ import annotations

import contextlib
import importlib
from collections.abc import Iterator
from typing import BinaryIO

from PIL import Image

from portfolio_app.errors import UnsupportedPicture
from portfolio_app.student.pictures.cost import (
    PatientBytes,
    TooCostly,
    check_cost,
    check_shape,
)

MAXIMUM_PIXELS = 80_000_000
MAXIMUM_SIDE_PIXELS = 65_500

MEDIA_TYPES = (
    ("JPEG", "image/jpeg"),
    ("MPO", "image/jpeg"),  # a JPEG with a second picture behind it, as some phones write
    ("PNG", "image/png"),
    ("WEBP", "image/webp"),
    ("GIF", "image/gif"),
    ("HEIF", "image/heic"),  # only where a decoder is installed
)

_SIGNATURES = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF87a", b"GIF89a")
_HEIF_BRANDS = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1", b"avif")

Source = bytes | bytearray | memoryview | BinaryIO


@contextlib.contextmanager
def opened(source: Source, name: str) -> Iterator[Image.Image]:
    """Open a picture of a known kind and harmless size, not yet decoded.

    Whatever goes wrong inside the block becomes UnsupportedPicture: Pillow raises OSError,
    ValueError, SyntaxError, struct.error and others for broken and hostile files.
    """
    shown = f"'{name}'" if name else "This picture"
    try:
        raw = bytes(source) if isinstance(source, bytes | bytearray | memoryview) else source.read()
        check_shape(raw)
        with Image.open(PatientBytes(raw), formats=_formats()) as image:
            _refuse_too_large(image, shown)
            check_cost(image, raw)
            yield image
    except UnsupportedPicture:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise _too_large(shown) from None
    except TooCostly as problem:
        raise UnsupportedPicture(
            f"{shown} would take too much {problem} to show on this device. "
            "Make it smaller, or save it as an ordinary JPEG, and add it again."
        ) from None
    except MemoryError:
        raise UnsupportedPicture(
            f"{shown} needs more memory than this device has. Make it smaller and add it again."
        ) from None
    except Exception as error:  # noqa: BLE001  # see above: this is the boundary
        raise UnsupportedPicture(
            f"{shown} cannot be shown: it is broken, or of a kind this device cannot read "
            f"({type(error).__name__}). Try a JPEG or PNG picture."
        ) from None


def is_picture(first: bytes) -> bool:
    """Whether a file with these first bytes (12 are enough) is a picture, whatever its name says.

    RFC 9649 for WebP, ISO/IEC 23008-12 for HEIF.
    """
    is_webp = first[:4] == b"RIFF" and first[8:12] == b"WEBP"
    is_heif = first[4:8] == b"ftyp" and first[8:12] in _HEIF_BRANDS
    return first.startswith(_SIGNATURES) or is_webp or is_heif


def media_type(image: Image.Image) -> str:
    """The media type (IANA) of an opened picture."""
    return dict(MEDIA_TYPES)[image.format or ""]


def _formats() -> list[str]:
    """The kinds we take that this device can read; asking Pillow for others is an error."""
    Image.preinit()
    if "WEBP" not in Image.OPEN:
        Image.init()
    if "HEIF" not in Image.OPEN:
        with contextlib.suppress(ImportError):  # optional, and absent on phones
            importlib.import_module("pillow_heif").register_heif_opener()
    return [kind for kind, _ in MEDIA_TYPES if kind in Image.OPEN]


def _refuse_too_large(image: Image.Image, shown: str) -> None:
    width, height = image.size
    if width * height > MAXIMUM_PIXELS or max(width, height) > MAXIMUM_SIDE_PIXELS:
        raise _too_large(shown)


def _too_large(shown: str) -> UnsupportedPicture:
    return UnsupportedPicture(
        f"{shown} has more than {MAXIMUM_PIXELS // 1_000_000} million pixels. "
        "Make it smaller and add it again."
    )
