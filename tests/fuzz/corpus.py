"""Whole files to begin with: real ones where they are there, small ones made here in any case."""

from __future__ import annotations

import io
import json
from functools import cache
from pathlib import Path

from PIL import Image, features

from tests.conftest import SAMPLES
from tests.film_maker import make_film
from tests.photo_maker import phone_exif
from tests.vectors import make_sealed_log, make_sealed_media, make_vault_2

VECTORS = Path(make_sealed_log.__file__).parent
LARGEST_SAMPLE_BYTES = 16_000


@cache
def pictures(kind: str) -> tuple[bytes, ...]:
    """Small pictures of a kind of Pillow's; of HEIF only where there are samples."""
    endings = {"JPEG": "*.jpg", "PNG": "*.png", "HEIF": "*.heif"}
    found = []
    if kind in endings:
        paths = sorted((SAMPLES / "media").rglob(endings[kind]))
        found = [p.read_bytes() for p in paths if p.stat().st_size <= LARGEST_SAMPLE_BYTES]
    if kind != "HEIF" and (kind != "WEBP" or features.check("webp")):
        found.extend(_drawn(kind))
    return tuple(found)


def _drawn(kind: str) -> list[bytes]:
    """Turned, with a place; progressive or animated where the kind can be that."""
    image = Image.radial_gradient("L").resize((40, 30)).convert("RGB")
    exif = phone_exif(6, b"")
    ways: dict[str, list[dict[str, object]]] = {
        "JPEG": [{"exif": exif, "comment": b"words"}, {"progressive": True, "icc_profile": b"abc"}],
        "PNG": [{"exif": exif}, {"save_all": True, "append_images": [image.rotate(9)]}],
        "WEBP": [{"exif": exif}, {"save_all": True, "append_images": [image.rotate(9)]}],
        "GIF": [{"comment": b"words"}, {"save_all": True, "append_images": [image.rotate(9)]}],
    }
    found = []
    for options in ways[kind]:
        output = io.BytesIO()
        image.save(output, kind, **options)
        found.append(output.getvalue())
    return found


@cache
def films() -> tuple[bytes, ...]:
    """Films of two seconds, with and without what the app must take out."""
    return tuple(
        make_film(seconds=2, long_offsets=long, index_first=first, plain_sound=plain).raw
        for long, first, plain in ((False, False, False), (True, True, False), (False, True, True))
    )


@cache
def logs() -> tuple[bytes, ...]:
    """Whole logs, from the vectors and as the app wrote one."""
    vectors = make_sealed_log.vectors()["good"]
    made = [make_sealed_log.decoded(vector) for vector in vectors]
    return tuple(one for one in made if len(one) <= LARGEST_SAMPLE_BYTES)


@cache
def keys() -> tuple[bytes, ...]:
    """Files of keys, good and bad."""
    found = json.loads((VECTORS / "keys-2.json").read_text(encoding="ascii"))
    return tuple(vector["file"].encode() for vector in (*found["good"], *found["bad"]))


@cache
def media() -> tuple[bytes, ...]:
    """Sealed media under the key and in the vault of the vectors."""
    return tuple(b"".join(parts) for parts in make_sealed_media.files().values())


@cache
def golden_log() -> bytes:
    """The log of the golden vault of format 2."""
    return (make_vault_2.PATH / "learners" / make_vault_2.VAULT / "log").read_bytes()
