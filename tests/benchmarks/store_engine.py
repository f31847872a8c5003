"""The product as an engine of the shared store benchmark: the calls that the app makes.

The benchmark's protocol (its class `Engine`): fresh folder, ids as `insert` gives them, one durable
write per call, and `open_fs` over a file system of its own for the crash states.
"""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any
from unittest import mock

from tinydb import where

from portfolio_app.errors import PortfolioError
from portfolio_app.student.vault import Vaults, vaults
from portfolio_app.student.vault.app_indexes import app_indexes
from portfolio_app.student.vault.disk import Disk, Lock, OpenFile, RealDisk
from portfolio_app.student.vault.log import SealedLog
from portfolio_app.student.vault.open_vault import Vault
from portfolio_app.student.vault.store import Store
from portfolio_app.student.vault.tables import SealedDatabase

VAULT_ID = "be" * 16
SECRET = "correct horse battery staple"
TABLE = "artifacts"
KEY_NAME = "raw.key"
NOW_MS = 1_800_000_000_000


class Engine:
    """A learner's vault: indexes on, word search on, list columns on."""

    name = "**portfolio vault**"
    encrypted = True

    def __init__(self, path: str) -> None:
        self.path = path
        self._close: Callable[[], None] = lambda: None
        self._table: Any = None
        self._store: Any = None
        self._database: Any = None

    def create(self, documents: list[dict[str, Any]]) -> list[int]:
        with mock.patch.object(vaults, "Vault", KeyKeepingVault):
            vault = Vaults(Path(self.path)).create(
                "Ada", "fox", SECRET, new_id=lambda: VAULT_ID, now_ms=NOW_MS
            )
        ids: list[int] = vault.db.table(TABLE).insert_multiple(documents)
        vault.compact()
        vault.close()
        flatten(Path(self.path))
        return ids

    def open(self) -> None:
        """With the raw key, as after a fresh start of the program."""
        disk, folder = RealDisk(), Path(self.path)
        key = (folder / KEY_NAME).read_bytes()
        self._take(Vault(disk, folder, VAULT_ID, key, disk.lock(folder / "lock")))

    def open_pass(self) -> None:
        """As the app does; the benchmark's flat folder stands under the vault's name meanwhile."""
        around = Path(self.path + ".vaults")
        around.mkdir(exist_ok=True)
        if not (around / VAULT_ID).is_symlink():
            (around / VAULT_ID).symlink_to(Path(self.path).resolve())
        self._take(Vaults(around).unlock(VAULT_ID, SECRET, now_ms=NOW_MS))

    def insert(self, document: Mapping[str, Any]) -> int:
        try:  # and not `as_system_errors`, which would be a tenth of what is measured
            return int(self._table.insert(document))
        except PortfolioError as error:
            raise OSError(str(error)) from error

    def update(self, number: int, fields: Mapping[str, Any]) -> None:
        try:
            self._table.update(fields, doc_ids=[number])
        except PortfolioError as error:
            raise OSError(str(error)) from error

    def get(self, number: int) -> Any:
        return self._table.get(doc_id=number)

    def by_tag(self, tag: str) -> Any:
        return self._table.search(where("tags").any([tag]))

    def scan(self) -> int:
        return sum(document["scores"]["self"] for document in self._table)

    def close(self) -> None:
        with as_system_errors():
            self._close()

    def files(self) -> list[str]:
        """What documents are in; the other files hold the product's name and no content."""
        return [str(Path(self.path) / "log")]

    def size(self) -> int:
        return sum(Path(path).stat().st_size for path in self.files())

    def rows(self) -> Any:
        return self._table.rows()

    # What the section `crashfs` asks for besides.

    def open_fs(self, system: Any, path: str) -> None:
        disk, log_path, key = SystemDisk(system), Path(path), bytes(32)
        if not disk.exists(log_path):
            SealedLog.create(disk, log_path, key, {"vault": VAULT_ID})
        self._store = Store(app_indexes())
        store = self._store
        log = SealedLog.open(disk, log_path, key, store.begin, store.replay, store.resume)
        self._store.attach(log)
        self._use(SealedDatabase(self._store), self._store.close)

    def dump(self) -> dict[str, Any]:
        return {str(document.doc_id): dict(document) for document in self._table}

    def next_id(self) -> str:
        number = self._table._get_next_id()
        self._table._next_id = number
        return str(number)

    def remove(self, number: int) -> None:
        with as_system_errors():
            self._table.remove(doc_ids=[int(number)])

    def compact(self) -> None:
        with as_system_errors():
            self._store.tidy()

    def _take(self, vault: Vault) -> None:
        self._use(vault.db, vault.close)

    def _use(self, database: SealedDatabase, close: Callable[[], None]) -> None:
        self._database, self._close = database, close
        self._table = database.table(TABLE)


def flatten(folder: Path) -> None:
    """The benchmark copies, flips and cuts the files of one folder without folders inside."""
    for path in (folder / VAULT_ID).iterdir():
        if path.is_file():
            path.rename(folder / path.name)
    shutil.rmtree(folder / VAULT_ID)
    for path in folder.glob("*.lock"):
        path.unlink()


@contextlib.contextmanager
def as_system_errors() -> Iterator[None]:
    """The benchmark plants OSError and wants it back."""
    try:
        yield
    except PortfolioError as error:
        raise OSError(str(error)) from error


class KeyKeepingVault(Vault):
    """Keeps the raw key beside the vault, for `Engine.open`: only a benchmark may."""

    def __init__(self, disk: Disk, folder: Path, vault_id: str, key: bytes, lock: Lock) -> None:
        folder.with_name(KEY_NAME).write_bytes(bytes(key))
        super().__init__(disk, folder, vault_id, key, lock)


class SystemDisk:
    """The vault's seam over the benchmark's file system of one folder."""

    def __init__(self, system: Any) -> None:
        self._system = system

    def make_folder(self, path: Path) -> None:
        del path

    def names(self, path: Path) -> list[str]:
        return sorted(Path(name).name for name in self._system.names if Path(name).parent == path)

    def exists(self, path: Path) -> bool:
        return bool(self._system.exists(str(path)))

    def open(self, path: Path, *, create: bool = False) -> OpenFile:
        flags = os.O_RDWR | (os.O_CREAT | os.O_TRUNC if create else 0)
        return SystemFile(self._system, self._system.open(str(path), flags))

    def open_to_read(self, path: Path) -> OpenFile:
        return self.open(path)

    def rename(self, source: Path, target: Path) -> None:
        self._system.replace(str(source), str(target))

    def remove(self, path: Path) -> None:
        if not self.exists(path):
            raise FileNotFoundError(str(path))
        self._system.unlink(str(path))

    def remove_folder(self, path: Path) -> None:
        del path

    def sync_folder(self, path: Path) -> None:
        self._system.syncdir(str(path))

    def lock(self, path: Path) -> Lock:
        raise NotImplementedError(path)


class SystemFile:
    def __init__(self, system: Any, number: int) -> None:
        self._system = system
        self._number = number

    def size_bytes(self) -> int:
        return int(self._system.size(self._number))

    def read_at(self, offset: int, size_bytes: int) -> bytes:
        return bytes(self._system.pread(self._number, size_bytes, offset))

    def write_at(self, offset: int, content: bytes) -> None:
        self._system.pwrite(self._number, content, offset)

    def truncate(self, size_bytes: int) -> None:
        self._system.ftruncate(self._number, size_bytes)

    def sync(self) -> None:
        self._system.sync(self._number)

    def close(self) -> None:
        if self._number in self._system.fds:
            self._system.close(self._number)


def is_a_disk(disk: SystemDisk) -> Disk:
    """Let the type checker say that the seam is whole."""
    return disk
