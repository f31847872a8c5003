"""Photos that all differ, made from a few: other pixels and another Exif in each.

Usage: python -m tests.distinct_photos FOLDER COUNT
"""

from __future__ import annotations

import io
import sys
from pathlib import Path

from PIL import Image, ImageDraw

from tests.conftest import SAMPLES
from tests.photo_maker import make_photo, phone_exif

_SMALL_SIZE = (320, 320)
_ORIENTATIONS = 8


def make_distinct_photos(folder: Path, count: int, *, small: bool = False) -> list[Path]:
    """Write `count` JPEGs into `folder`; those that are there already are left as they are."""
    folder.mkdir(parents=True, exist_ok=True)
    pictures = [Image.open(io.BytesIO(raw)).convert("RGB") for raw in _sources()]
    if small:
        for picture in pictures:
            picture.thumbnail(_SMALL_SIZE)
    paths = [folder / f"photo-{number:05d}.jpg" for number in range(count)]
    for number, path in enumerate(paths):
        if not path.exists():
            path.write_bytes(_changed(pictures[number % len(pictures)], number))
    return paths


def _sources() -> list[bytes]:
    folder = SAMPLES / "media" / "exif-orientation"
    if folder.is_dir():
        return [path.read_bytes() for path in sorted(folder.glob("*.jpg"))]
    return [make_photo(None, megapixels=0.3, seed=seed) for seed in range(3)]


def _changed(picture: Image.Image, number: int) -> bytes:
    changed = picture.copy()
    draw = ImageDraw.Draw(changed)
    for bit in range(20):
        place = (8 * bit, 0, 8 * bit + 8, 8)
        draw.rectangle(place, "white" if number >> bit & 1 else "black")
    output = io.BytesIO()
    exif = phone_exif(number % _ORIENTATIONS + 1, b"%06d" % number)
    changed.save(output, "JPEG", quality=85, exif=exif)
    return output.getvalue()


if __name__ == "__main__":
    make_distinct_photos(Path(sys.argv[1]), int(sys.argv[2]))
