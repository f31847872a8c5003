"""What a feed is about to write: gathered, then stored with a few statements for all of it.

One statement for each change costs thirty times the work in it, and a record that one request
writes to five times is sealed once.
"""

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import bindparam, insert, update

from portfolio_app.school.database import tables
from portfolio_app.school.database.engine import Transaction
from portfolio_app.school.keyring import ScopeKeys
from sync import change as changes
from sync.change import Change
from sync.server import StoredRecord

CHANGE = "change"
RECORD = "record"

_INSERT_CHANGE = insert(tables.changes)
_INSERT_RECORD = insert(tables.records)
_INSERT_HEAD = insert(tables.scopes)
_UPDATE_RECORD = update(tables.records).where(
    tables.records.c.scope == bindparam("its_scope"), tables.records.c.id == bindparam("its_id")
)
_UPDATE_HEAD = update(tables.scopes).where(tables.scopes.c.scope == bindparam("its_scope"))

_Columns = Callable[[str, StoredRecord], Mapping[str, Any]]


class Unsaved:
    """The writes of one feed in one transaction, until `save`."""

    def __init__(self, transaction: Transaction, columns: _Columns) -> None:
        self._transaction = transaction
        self._columns = columns
        self._changes: dict[tuple[str, str], tuple[int, Change, ScopeKeys]] = {}
        self._records: dict[tuple[str, str], tuple[StoredRecord, ScopeKeys, bool]] = {}
        self._heads: dict[str, tuple[int, str, bool]] = {}

    def add_change(self, change: Change, sequence: int, keys: ScopeKeys) -> None:
        """A change that its scope does not have yet."""
        self._changes[change.scope, change.id] = (sequence, change, keys)

    def change(self, scope: str, change_id: str) -> Change | None:
        """A change that is not stored yet."""
        found = self._changes.get((scope, change_id))
        return found[1] if found else None

    def set_record(
        self, scope: str, name: str, record: StoredRecord, keys: ScopeKeys, *, is_new: bool
    ) -> None:
        """What a record is now; `is_new` when the database has none of that name."""
        before = self._records.get((scope, name))
        self._records[scope, name] = (record, keys, before[2] if before else is_new)

    def set_head(self, scope: str, head: int, digest: str, *, is_new: bool) -> None:
        """Where a scope's feed ends now; `is_new` when the database has none for it."""
        before = self._heads.get(scope)
        self._heads[scope] = (head, digest, before[2] if before else is_new)

    def save(self) -> None:
        """Store everything that was gathered. Nothing to do is fine."""
        if not self._changes and not self._records:
            return
        self._save_changes()
        self._save_records()
        self._save_heads()

    def _save_changes(self) -> None:
        rows = [
            {
                "scope": change.scope, "sequence": sequence, "id": change.id,
                "record": change.record, "kind": change.kind, "stamp": change.stamp,
                "author": change.author,
                "sealed": keys.seal(CHANGE, change.id, changes.to_json(change)),
            }
            for sequence, change, keys in self._changes.values()
        ]  # fmt: skip
        self._transaction.do(_INSERT_CHANGE, rows)
        self._changes.clear()

    def _save_records(self) -> None:
        fresh, known = [], []
        for (scope, name), (record, keys, is_new) in self._records.items():
            values = {
                "kind": record.kind,
                "author": record.author,
                "sealed": keys.seal(RECORD, name, record.state),
                **self._columns(name, record),
            }
            if is_new:
                fresh.append({"scope": scope, "id": name, **values})
            else:
                known.append({"its_scope": scope, "its_id": name, **values})
        self._transaction.do(_INSERT_RECORD, fresh)
        self._transaction.do(_UPDATE_RECORD, known)
        self._records.clear()

    def _save_heads(self) -> None:
        fresh, known = [], []
        for scope, (head, digest, is_new) in self._heads.items():
            if is_new:
                fresh.append({"scope": scope, "head": head, "digest": digest})
            else:
                known.append({"its_scope": scope, "head": head, "digest": digest})
        self._transaction.do(_INSERT_HEAD, fresh)
        self._transaction.do(_UPDATE_HEAD, known)
        self._heads.clear()
