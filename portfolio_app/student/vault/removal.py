"""Taking vaults away for good, keys first; what a leaver leaves for the school is moved out.

A vault is gone in one step, when its folder has another name. All after that can be done again by
whoever starts next. Who may remove a vault, and what the parts hold, is not known here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from pathlib import Path

from portfolio_app.student.vault.disk import Disk
from portfolio_app.student.vault.keys_file import KEYS_NAME
from portfolio_app.student.vault.open_vault import MEDIA_NAME

NEW = ".new-"
GONE = ".gone-"
LEFT = ".left-"
LEAVING_NAME = "leaving"
OUTGOING_NAME = "outgoing"
SAME_AGAIN_LIMIT = 100
"""So often the same vault may be brought back from a backup and left again."""

_VAULT_ID = re.compile("[0-9a-f]{32}")


class Removals:
    """Removals in one folder of vaults; the folder's lock is held by whoever calls."""

    def __init__(
        self, disk: Disk, folder: Path, forget_device: Callable[[Path, str], None]
    ) -> None:
        """`forget_device` forgets what the device keeps apart for a vault that lies at a path."""
        self._disk = disk
        self._folder = folder
        self._forget_device = forget_device

    @property
    def are_left(self) -> bool:
        """Whether something was begun and not finished."""
        return any(name.startswith((GONE, LEFT)) for name in self._disk.names(self._folder))

    def begin(self, vault_id: str, how: str) -> None:
        """The one step: from here on there is no such vault. `how` is GONE or LEFT."""
        self._disk.rename(self._folder / vault_id, self._folder / (how + vault_id))
        self._disk.sync_folder(self._folder)

    def finish(self, present: Collection[str]) -> None:
        """Finish what was begun, and remove what a crash left of a vault that was never finished.

        `present` are the vaults that are there.
        """
        for name in self._disk.names(self._folder):
            if name.startswith((NEW, GONE, LEFT)):
                vault_id = name.rpartition("-")[2]
                if _VAULT_ID.fullmatch(vault_id) and vault_id not in present:
                    # Only now: until the folder is renamed, whoever cut the power still gets in.
                    self._forget_device(self._folder / name, vault_id)
                self._forget_keys(self._folder / name)
                if name.startswith(LEFT):
                    self._move_out(self._folder / name / LEAVING_NAME, vault_id)
                self._erase(self._folder / name)

    def _forget_keys(self, folder: Path) -> None:
        """First, because without them nothing else can be read."""
        if self._disk.exists(folder / KEYS_NAME):
            self._disk.remove(folder / KEYS_NAME)
            self._disk.sync_folder(folder)

    def _move_out(self, leaving: Path, vault_id: str) -> None:
        if not self._disk.exists(leaving):
            return
        outgoing = self._folder / OUTGOING_NAME
        self._disk.make_folder(outgoing)
        self._disk.sync_folder(self._folder)
        names = (vault_id, *(f"{vault_id}-{number}" for number in range(2, SAME_AGAIN_LIMIT)))
        free = next(name for name in names if not self._disk.exists(outgoing / name))
        self._disk.rename(leaving, outgoing / free)
        self._disk.sync_folder(outgoing)

    def _erase(self, folder: Path) -> None:
        for inner in (folder / MEDIA_NAME, folder / LEAVING_NAME):
            if self._disk.exists(inner):
                clear_folder(self._disk, inner)
        clear_folder(self._disk, folder)


def clear_folder(disk: Disk, folder: Path) -> None:
    """Remove a folder of files, and the files."""
    for name in disk.names(folder):
        disk.remove(folder / name)
    disk.remove_folder(folder)
