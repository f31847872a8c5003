"""A device for the vault tests: quick secrets, counted ids, any disk."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from functools import cache
from pathlib import Path

from portfolio_app.sealing.secret import SecretParameters
from portfolio_app.student.vault import Vaults
from portfolio_app.student.vault.app_indexes import app_indexes
from portfolio_app.student.vault.disk import Disk
from portfolio_app.student.vault.indexes import Indexes, Terms
from portfolio_app.student.vault.log import SealedLog
from portfolio_app.student.vault.store import Store

SECRET = "4711"
NOW_MS = 1_800_000_000_000


def quick_parameters() -> SecretParameters:
    """Weak on purpose: the tests open vaults thousands of times."""
    return SecretParameters("scrypt", 8, 1, 1, bytes(16))


def vaults_in(folder: Path, disk: Disk | None = None) -> Vaults:
    return Vaults(folder, disk=disk, new_secret_parameters=quick_parameters)


def counted_ids(start: int = 1) -> Callable[[], str]:
    numbers = itertools.count(start)
    return lambda: f"{next(numbers):032x}"


def open_log(
    disk: Disk, path: Path, key: bytes, indexes: Indexes | None = None
) -> tuple[Store, SealedLog]:
    """Open a log as a vault does; the store is empty where there is nothing to read yet."""
    store = Store(indexes or _KNOWN)
    log = SealedLog.open(disk, path, key, store.begin, store.replay, store.resume)
    store.attach(log)
    return store, log


class _KnownIndexes(Indexes):
    """The app's own, made once: these tests open logs hundreds of thousands of times."""

    def of(self, table: str) -> Terms:
        return _known_terms(table)


@cache
def _known_terms(table: str) -> Terms:
    return app_indexes().of(table)


_KNOWN = _KnownIndexes({}, app_indexes().others)
