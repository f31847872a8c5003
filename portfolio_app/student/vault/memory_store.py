"""Tables that live in memory alone, for what can be made anew and found no room in the vault."""

from __future__ import annotations

from pathlib import Path

from portfolio_app.student.vault.disk import RealDisk
from portfolio_app.student.vault.indexes import Indexes
from portfolio_app.student.vault.log import SealedLog
from portfolio_app.student.vault.store import Store


def store_in_memory(indexes: Indexes) -> Store:
    """Return a store whose batches go nowhere; it may be forgotten without closing it."""
    store = Store(indexes)
    store.attach(_Nowhere(RealDisk(), Path(), b""))
    return store


class _Nowhere(SealedLog):
    """Takes every batch and keeps none."""

    def append(self, batch: bytes) -> None:
        del batch
