"""The feed of changes and the records they make: `sync.server.Log` over the database.

One `Feed` serves one transaction. It reads ahead what a push names and stores at the end what came
of it, because five hundred small queries cost more than the work itself.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from typing import Any

from sqlalchemy import BindParameter, Select, bindparam, func, or_, select

from portfolio_app.errors import NotFound
from portfolio_app.model.records import KINDS
from portfolio_app.school.database import tables
from portfolio_app.school.database.engine import Transaction
from portfolio_app.school.database.unsaved import CHANGE, RECORD, Unsaved
from portfolio_app.school.keyring import ScopeKeys
from sync import change as changes
from sync import digest, merge
from sync.change import Change
from sync.merge import RecordState
from sync.rows import FeedRow, Row, kept_row
from sync.server import StoredRecord

REPLY_SEALED_BYTES_LIMIT = 6 * 1024 * 1024
"""Below the wire's limit for one answer, whatever the number of rows."""

QUERY_IDS_LIMIT = 400
_WORK = "artifact"

FEW_IDS = 20
"""A small push names so many; a query for always as many need not be written anew each time."""

_NAMES = tuple(f"id{number}" for number in range(FEW_IDS))
_ACCEPTED = select(tables.changes.c.id, tables.changes.c.stamp).where(
    tables.changes.c.scope == bindparam("scope")
)
_RECORDS = select(
    tables.records.c.id, tables.records.c.kind, tables.records.c.author, tables.records.c.sealed
).where(tables.records.c.scope == bindparam("scope"))
_MANY: BindParameter[Any] = bindparam("ids", expanding=True)
_FEW: tuple[BindParameter[Any], ...] = tuple(bindparam(name) for name in _NAMES)
_FEW_ACCEPTED = _ACCEPTED.where(or_(*(tables.changes.c.id == one for one in _FEW)))
_FEW_RECORDS = _RECORDS.where(or_(*(tables.records.c.id == one for one in _FEW)))
_MANY_ACCEPTED = _ACCEPTED.where(tables.changes.c.id.in_(_MANY))
_MANY_RECORDS = _RECORDS.where(tables.records.c.id.in_(_MANY))
_HEAD = select(tables.scopes.c.head, tables.scopes.c.digest).where(
    tables.scopes.c.scope == bindparam("scope")
)
_ROWS = (
    select(tables.changes.c.sequence, tables.changes.c.id, tables.changes.c.sealed)
    .where(
        tables.changes.c.scope == bindparam("scope"),
        tables.changes.c.sequence > bindparam("after"),
    )
    .order_by(tables.changes.c.sequence)
    .limit(bindparam("most"))
    .execution_options(yield_per=64)
)

_GONE_FIELDS = ("binned_ms", "taken_back_ms")
_TIME_FIELDS = ("at_ms", "made_ms", "until_ms")


class Feed:
    """The log of one transaction; implements `sync.server.Log`."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction
        self._connection = transaction.connection
        self._accepted: dict[tuple[str, str], str | None] = {}
        self._records: dict[tuple[str, str], StoredRecord | None] = {}
        self._heads: dict[str, tuple[int, str]] = {}
        self._keys: dict[str, ScopeKeys] = {}
        self._room_bytes = REPLY_SEALED_BYTES_LIMIT
        self._own: dict[tuple[str, str], Change] = {}
        self._unsaved = Unsaved(transaction, _clear_columns)
        transaction.endings.append(self._unsaved.save)

    def read_ahead(self, coming: Sequence[Change]) -> None:
        """Load in a few queries what `accept` will ask for one by one."""
        for scope in {change.scope for change in coming}:
            if self._keys_of(scope) is None:
                continue
            ids = [change.id for change in coming if change.scope == scope]
            self._accepted |= {(scope, change_id): None for change_id in ids}
            for some in _slices(ids):
                self._read_accepted(scope, some)
            names = list({change.record for change in coming if change.scope == scope})
            self._records |= {(scope, name): None for name in names}
            for some in _slices(names):
                self._read_records(scope, some)

    def accepted_stamp(self, scope: str, change_id: str) -> str | None:
        """The stamp of a change that is already in this scope's feed."""
        if (scope, change_id) not in self._accepted:
            self._accepted[scope, change_id] = None
            self._read_accepted(scope, [change_id])
        return self._accepted[scope, change_id]

    def find(self, scope: str, change_id: str) -> Change | None:
        """A change of this scope's feed as it stands there."""
        keys = self._keys_of(scope)
        unsaved = self._unsaved.change(scope, change_id)
        if keys is None or unsaved is not None:
            return unsaved
        table = tables.changes.c
        sealed = self._connection.scalar(
            select(table.sealed).where(table.scope == scope, table.id == change_id)
        )
        return None if sealed is None else changes.from_json(keys.open(CHANGE, change_id, sealed))

    def load(self, scope: str, record: str) -> StoredRecord | None:
        """A record of a scope."""
        if (scope, record) not in self._records:
            self._records[scope, record] = None
            if self._keys_of(scope) is not None:
                self._read_records(scope, [record])
        return self._records[scope, record]

    def head(self, scope: str) -> tuple[int, str]:
        """The last sequence and the digest of a scope; (0, EMPTY_DIGEST) for a new one."""
        if scope not in self._heads:
            found = self._transaction.rows(_HEAD, {"scope": scope})
            self._heads[scope] = (*found[0],) if found else (0, digest.EMPTY_DIGEST)
        return self._heads[scope]

    def append(self, change: Change, record: StoredRecord, digest_after: str) -> int:
        """Store a change, the record it makes and the scope's digest; the change's sequence."""
        scope, name = change.scope, change.record
        keys = self._keys_of(scope) or self._transaction.make_keys(scope)
        self._keys[scope] = keys
        head = self.head(scope)[0]
        sequence = head + 1
        is_new = self.load(scope, name) is None
        self._unsaved.add_change(change, sequence, keys)
        self._unsaved.set_record(scope, name, record, keys, is_new=is_new)
        self._unsaved.set_head(scope, sequence, digest_after, is_new=head == 0)
        self._accepted[scope, change.id] = change.stamp
        self._own[scope, change.id] = change
        self._records[scope, name] = record
        self._heads[scope] = (sequence, digest_after)
        return sequence

    def rows(self, scope: str, after: int, limit: int) -> Sequence[Row]:
        """Rows of a scope's feed with a sequence above `after`, in order, at most `limit`.

        Fewer when they would be too large together for one answer.
        """
        keys = self._keys_of(scope)
        if keys is None or self._room_bytes <= 0:
            return ()
        self._unsaved.save()
        asked = {"scope": scope, "after": after, "most": limit}
        rows: list[Row] = []
        opened = keys.opener(CHANGE)
        with closing(self._transaction.some_rows(_ROWS, asked)) as found:
            for sequence, name, sealed in found:
                own = self._own.get((scope, name))
                rows.append(
                    kept_row(sequence, scope, name, opened(name, sealed))
                    if own is None
                    else FeedRow(sequence, own)
                )
                self._room_bytes -= len(sealed)
                if self._room_bytes <= 0:
                    break
        return rows

    def kept_works(self, scope: str) -> int:
        """How many works of a scope are not in the bin."""
        self._unsaved.save()
        table = tables.records.c
        chosen = (table.scope == scope, table.kind == _WORK, table.is_gone.is_(False))
        query = select(func.count()).select_from(tables.records).where(*chosen)
        return self._connection.scalar(query) or 0

    def records_of_work(self, scope: str, work: str) -> Sequence[str]:
        """The ids of a work's own record and of those that name it."""
        self._unsaved.save()
        table = tables.records.c
        query = select(table.id).where(table.scope == scope, table.artifact == work)
        return list(self._connection.scalars(query))

    def sequence_of(self, scope: str, change_id: str) -> int:
        """Where a change stands in its feed; 0 where it does not."""
        self._unsaved.save()
        table = tables.changes.c
        query = select(table.sequence).where(table.scope == scope, table.id == change_id)
        return self._connection.scalar(query) or 0

    def writes_since(self, scope: str, after: int, records: Sequence[str]) -> Iterator[FeedRow]:
        """Rows above a sequence that write to some records, in order."""
        self._unsaved.save()
        keys, table = self._keys_of(scope), tables.changes.c
        if keys is None:
            return
        for some in _slices(records):
            query = (
                select(table.sequence, table.id, table.sealed)
                .where(table.scope == scope, table.sequence > after, table.record.in_(some))
                .order_by(table.sequence)
            )
            for row in self._connection.execute(query):
                yield FeedRow(row.sequence, _opened(keys, row))

    def _keys_of(self, scope: str) -> ScopeKeys | None:
        if scope not in self._keys:
            try:
                self._keys[scope] = self._transaction.keys(scope)
            except NotFound:
                return None
        return self._keys[scope]

    def _read_accepted(self, scope: str, ids: Sequence[str]) -> None:
        for change_id, stamp in self._those(_FEW_ACCEPTED, _MANY_ACCEPTED, scope, ids):
            self._accepted[scope, change_id] = stamp

    def _read_records(self, scope: str, names: Sequence[str]) -> None:
        found = self._those(_FEW_RECORDS, _MANY_RECORDS, scope, names)
        for name, kind, author, sealed in found:
            state = self._keys[scope].open(RECORD, name, sealed)
            self._records[scope, name] = StoredRecord(kind, author, state)

    def _those(
        self, few: Select[Any], many: Select[Any], scope: str, ids: Sequence[str]
    ) -> Iterable[Sequence[Any]]:
        if len(ids) > FEW_IDS:
            return self._connection.execute(many, {"scope": scope, "ids": ids})
        padded = [*ids, *[ids[-1]] * (FEW_IDS - len(ids))]
        return self._transaction.rows(
            few, {"scope": scope, **dict(zip(_NAMES, padded, strict=True))}
        )


def recomputed(transaction: Transaction, scope: str) -> tuple[int, str, Mapping[str, RecordState]]:
    """Play a whole feed again: its last sequence, its digest and its records."""
    keys = transaction.keys(scope)
    states: dict[str, RecordState] = {}
    kinds: dict[str, str] = {}
    head = 0
    table = tables.changes.c
    for row in transaction.connection.execute(
        select(table.sequence, table.id, table.sealed)
        .where(table.scope == scope)
        .order_by(table.sequence)
        .execution_options(yield_per=256)
    ):
        change = changes.from_json(keys.open(CHANGE, row.id, row.sealed))
        kinds.setdefault(change.record, change.kind)
        states[change.record] = merge.apply(states.get(change.record, merge.EMPTY), change)
        head = row.sequence
    total = digest.EMPTY_DIGEST
    for name, state in states.items():
        total = digest.replace(total, 0, digest.record_fingerprint(kinds[name], name, state))
    return head, total, states


def kept_heads(transaction: Transaction) -> dict[str, tuple[int, str]]:
    """scope -> (last sequence, digest) as the database keeps them."""
    table = tables.scopes.c
    rows = transaction.connection.execute(select(table.scope, table.head, table.digest))
    return {row.scope: (row.head, row.digest) for row in rows}


def counts(transaction: Transaction) -> dict[str, int]:
    """How many changes and records there are."""
    return {
        name: transaction.connection.scalar(select(func.count()).select_from(table)) or 0
        for name, table in (("changes", tables.changes), ("records", tables.records))
    }


def _opened(keys: ScopeKeys, row: Any) -> Change:
    return changes.from_json(keys.open(CHANGE, row.id, row.sealed))


def _clear_columns(name: str, record: StoredRecord) -> dict[str, Any]:
    """What queries need to find a record by: only fields that the record table calls clear."""
    if merge.is_erased(record.state):  # it belongs to nothing and is found by nothing
        return dict.fromkeys(("artifact", "showcase", "hash", "at_ms")) | {"is_gone": True}
    row = KINDS.get(record.kind)
    known = row.fields if row else {}
    now = {
        field: state["value"]
        for field, state in record.state.items()
        if "value" in state and field in known and known[field].clear
    }
    times = [now[field] for field in _TIME_FIELDS if isinstance(now.get(field), int)]
    return {
        "artifact": name if record.kind == _WORK else _text(now.get("artifact")),
        "showcase": name if record.kind == "showcase" else _text(now.get("showcase")),
        "hash": _text(now.get("hash")),
        "at_ms": times[0] if times else None,
        "is_gone": any(now.get(field) is not None for field in _GONE_FIELDS),
    }


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _slices(items: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(items), QUERY_IDS_LIMIT):
        yield items[start : start + QUERY_IDS_LIMIT]


def scopes_among(transaction: Transaction, wanted: Iterable[str]) -> list[str]:
    """Those of the wanted scopes that have a feed."""
    table = tables.scopes.c
    rows = transaction.connection.execute(select(table.scope).where(table.scope.in_(list(wanted))))
    return [row.scope for row in rows]
