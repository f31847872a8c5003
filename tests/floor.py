"""The phone's floor, as a pytest plugin: `pytest -p tests.floor`.

What a phone's libraries lack is made to fail here the way it fails there, also where this machine
has it: Cobblestone and HPKE of `cryptography` are absent, Argon2id raises at the call, and Pillow
reads and writes JPEG and PNG (and GIF, which is Python alone), without colour management or HEIC.
"""

from __future__ import annotations

import contextlib
import importlib
import sys
from collections.abc import Callable
from typing import Any

from cryptography.exceptions import UnsupportedAlgorithm
from PIL import Image, features

ABSENT = (
    "cryptography.cobblestone",
    "cryptography.hazmat.primitives.hpke",
    "cryptography.hazmat.primitives.asymmetric.mlkem",
    "PIL.ImageCms",
    "PIL._imagingcms",
    "pillow_heif",
)
KINDS = ("JPEG", "MPO", "PNG", "GIF")


def pytest_configure() -> None:
    """Take away what a phone does not have, before any test is collected."""
    for name in ABSENT:
        sys.modules[name] = None  # type: ignore[assignment]  # so that importing it fails
    _take_argon2_away()
    _take_picture_kinds_away()


def _take_argon2_away() -> None:
    """Old versions lack the class; newer ones on OpenSSL 3.0 have it and raise at the call."""
    with contextlib.suppress(ImportError):
        argon2: Any = importlib.import_module("cryptography.hazmat.primitives.kdf.argon2")
        for name in ("Argon2d", "Argon2i", "Argon2id"):
            if hasattr(argon2, name):
                setattr(argon2, name, _unsupported)


def _unsupported(*_arguments: object, **_named: object) -> None:
    raise UnsupportedAlgorithm("This version of OpenSSL does not support argon2id")


def _take_picture_kinds_away() -> None:
    Image.init()
    for registry in (Image.OPEN, Image.SAVE, Image.SAVE_ALL, Image.MIME):
        for kind in set(registry) - set(KINDS):
            del registry[kind]
    Image.ID[:] = [kind for kind in Image.ID if kind in KINDS]
    # A second look for plugins would bring them back.
    Image.preinit = Image.init = _nothing  # type: ignore[assignment]
    features.check = _only(features.check)  # type: ignore[assignment]


def _nothing() -> bool:
    return False


def _only(check: Callable[[str], bool | None]) -> Callable[[str], bool | None]:
    def checked(feature: str) -> bool | None:
        return check(feature) if feature in ("jpg", "zlib", "pil") else False

    return checked
