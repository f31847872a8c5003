"""One open vault: a learner's tables, media and settings, until it is closed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

from tinydb import where

from portfolio_app.errors import StoreDamaged
from portfolio_app.sealing.envelope import derive
from portfolio_app.student.vault.app_indexes import app_indexes
from portfolio_app.student.vault.disk import Disk, Lock
from portfolio_app.student.vault.log import SealedLog
from portfolio_app.student.vault.media import MediaStore
from portfolio_app.student.vault.store import Store
from portfolio_app.student.vault.tables import SealedDatabase

LOG_NAME = "log"
MEDIA_NAME = "media"
SETTINGS_TABLE = "settings"


def log_key(vault_key: bytes) -> bytes:
    """Return the key of the sealed log; the vault's own key is not kept in memory beyond this."""
    return derive(vault_key, "log")


class Vault:
    """What `Vaults.create` and `Vaults.unlock` return. Safe to use from several threads.

    `db` is a TinyDB; each of its calls is durable when it returns. `recovered` is None, or says
    in words that an unfinished last write was set aside when the vault was opened. `was_old`: an
    older version wrote the log.
    """

    def __init__(
        self, disk: Disk, folder: Path, vault_id: str, vault_key: bytes, lock: Lock
    ) -> None:
        """Open the log and read it; raises StoreDamaged for anything that was not written so."""
        self.id = vault_id
        self._lock = lock
        self._store = store = Store(app_indexes())
        path = folder / LOG_NAME
        log = SealedLog.open(
            disk, path, log_key(vault_key), store.begin, store.replay, store.resume
        )
        names_key = _names_key(log.identity.get("media_names"))
        if log.identity.get("vault") != vault_id or names_key is None:
            log.close()
            raise StoreDamaged("The sealed log in this portfolio belongs to another one.")
        self._store.attach(log)
        self.recovered = log.recovered
        self.was_old = log.is_old
        self.db = SealedDatabase(self._store)
        self.media = MediaStore(disk, folder / MEDIA_NAME, self.db, vault_id, names_key)
        self.closed = False

    def batch(self) -> AbstractContextManager[None]:
        """Make everything written to `db` inside one durable step, or nothing of it.

        An exception that leaves the block undoes it in memory too. Batches nest; other threads
        read what was before until it is done. Do not await or wait for other threads inside.
        """
        return self._store.batch()

    def get_setting(self, key: str, default: Any = None) -> Any:
        """Return a setting of this learner on this device, or `default`."""
        document = self.db.table(SETTINGS_TABLE).get(where("key") == key)
        return default if document is None else document["value"]

    def put_setting(self, key: str, value: Any) -> None:
        """Keep a setting (JSON) under a key."""
        self.db.table(SETTINGS_TABLE).upsert({"key": key, "value": value}, where("key") == key)

    def compact(self) -> None:
        """Rewrite the log without its history; after a crash the old or the new one is there."""
        self._store.tidy()

    def seal_anew(self, vault_key: bytes) -> None:
        """Rewrite the log under another vault key; media keep theirs, which lie in the log."""
        self._store.tidy(log_key(vault_key))

    def close(self) -> None:
        """Mark the end, forget keys and contents, and let others open the vault.

        Python may leave copies in memory until it uses that memory for something else.
        """
        if not self.closed:
            with self.ending():
                pass

    @contextmanager
    def ending(self) -> Iterator[None]:
        """Close, and let others open the vault only after what is done inside."""
        self._store.close()
        self.closed = True
        try:
            yield
        finally:
            self._lock.release()


def _names_key(written: object) -> bytes | None:
    try:
        return bytes.fromhex(written) if isinstance(written, str) else None
    except ValueError:
        return None
