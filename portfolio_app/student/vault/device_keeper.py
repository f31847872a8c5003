"""What a device keeps apart from the vaults: secrets and counts that a copied vault lacks.

A phone has a place for this that no other program and no backup reads; elsewhere it is a folder of
files for this user's eyes only, which holds off whoever copies vaults alone and nobody else.
"""

from __future__ import annotations

import contextlib
import re
from pathlib import Path
from typing import Protocol

from portfolio_app.student.vault.disk import Disk, read_whole, replace_whole

MAXIMUM_KEPT_BYTES = 1024

_NAME = re.compile("[a-z0-9-]{1,80}")


class DeviceKeeper(Protocol):
    """Small values by name. A value may vanish (a new phone, a reset): never the only way in."""

    def get(self, name: str) -> bytes | None:
        """Return the value, or None if it is not here; OSError if the place cannot be read."""

    def put(self, name: str, value: bytes) -> None:
        """Keep the value; when this returns, it outlasts a power cut. OSError if it cannot be."""

    def remove(self, name: str) -> None:
        """Forget the value; it may be gone already."""


class FileKeeper:
    """The keeper of devices without a better one: a file for each value, mode 0600."""

    def __init__(self, disk: Disk, folder: Path) -> None:
        """Keep values in `folder`, beside the vaults' folder and not inside; made when needed."""
        self._disk = disk
        self._folder = folder

    def get(self, name: str) -> bytes | None:
        path = self._path(name)
        return read_whole(self._disk, path, MAXIMUM_KEPT_BYTES) if self._disk.exists(path) else None

    def put(self, name: str, value: bytes) -> None:
        if not self._disk.exists(self._folder):
            self._disk.make_folder(self._folder)
            self._disk.sync_folder(self._folder.parent)
        replace_whole(self._disk, self._path(name), value)

    def remove(self, name: str) -> None:
        with contextlib.suppress(FileNotFoundError):
            self._disk.remove(self._path(name))
            self._disk.sync_folder(self._folder)

    def _path(self, name: str) -> Path:
        if not _NAME.fullmatch(name):
            raise ValueError("A kept value has a name of a to z, 0 to 9 and dashes.")
        return self._folder / name
