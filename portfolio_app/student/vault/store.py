"""All tables of one learner in memory, each document as JSON bytes, in step with the sealed log.

Every change is part of a batch; a batch is one record in the log and is seen by others only once
it is durable. Nothing of TinyDB enters here.
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from portfolio_app.errors import BadInput, NotAllowed, StorageFull
from portfolio_app.student.vault.batch import (
    CLEAR,
    DROP,
    MAXIMUM_BATCH_BYTES,
    MAXIMUM_DOCUMENT_ID,
    MAXIMUM_TABLE_NAME_BYTES,
    PUT,
    REMOVE,
    Operation,
    decode_batch,
    encode_batch,
)
from portfolio_app.student.vault.disk import DiskFailed
from portfolio_app.student.vault.log import SealedLog

Documents: TypeAlias = dict[int, bytes]
Tables: TypeAlias = dict[str, Documents]

REWRITE_BATCH_BYTES = 256 * 1024
TIDY_MINIMUM_BYTES = 1024 * 1024
TIDY_FACTOR = 2


@dataclass(frozen=True, slots=True)
class _Step:
    """One operation of a batch under way and what undoes it."""

    operation: Operation
    document_before: bytes | None
    table_before: Documents | None


@dataclass(slots=True)
class _Pending:
    """A batch under way: its steps so far, and the touched tables as they will be (None: gone)."""

    steps: list[_Step] = field(default_factory=list)
    tables: dict[str, Documents | None] = field(default_factory=dict)


class Store:
    """Tables by name, documents by number. Reading takes no lock; one thread writes at a time.

    A table that others can see is never changed, only replaced by the next batch's version.
    """

    def __init__(self) -> None:
        """Start empty; `replay` fills it from the log and `attach` lets it write there."""
        self._tables: Tables | None = {}
        self._log: SealedLog | None = None
        self._turn = threading.RLock()
        self._writer: int | None = None
        self._pending: _Pending | None = None
        self.undone_batches = 0

    def replay(self, batch: bytes) -> None:
        """Take one batch from the log while it is being opened."""
        tables = self._all()
        for operation in decode_batch(batch):
            table = _applied(tables.get(operation.table), operation)
            if table is None:
                tables.pop(operation.table, None)
            else:
                tables[operation.table] = table

    def attach(self, log: SealedLog) -> None:
        """Write to this log from now on."""
        self._log = log

    def close(self) -> None:
        """Tidy if that is worth it, mark the end, forget everything; waits for other threads.

        A storage that fails now costs nothing that was acknowledged, so it is passed over.
        """
        with self._turn:
            if self._pending is not None:
                raise NotAllowed("The store cannot be closed inside a batch; finish that first.")
            log = self._log
            if log is None:
                return
            with contextlib.suppress(StorageFull, DiskFailed):
                if self._needs_tidying():
                    self.tidy()
            with contextlib.suppress(StorageFull, DiskFailed):
                log.mark_end()
            log.close()
            self._tables = self._log = None

    def table_names(self) -> list[str]:
        """The names of all tables, as this thread sees them."""
        names = dict.fromkeys(self._all())
        for name, table in self._mine().items():
            if table is None:
                names.pop(name, None)
            else:
                names[name] = None
        return list(names)

    def get(self, table: str, document_id: int) -> bytes | None:
        """One document, or None."""
        return self._table(table).get(document_id)

    def documents(self, table: str) -> Mapping[int, bytes]:
        """All documents of a table at this moment; later writes do not show in it."""
        return self._table(table).copy() if table in self._mine() else self._table(table)

    def current(self, table: str) -> Mapping[int, bytes] | None:
        """All documents, not to be kept beyond the next write; None if there is no such table."""
        mine = self._mine()
        return mine[table] if table in mine else self._all().get(table)

    @contextlib.contextmanager
    def batch(self) -> Iterator[None]:
        """Make everything written inside one durable step; an exception leaves nothing of it.

        A batch inside a batch joins it, and its own failure undoes only its own part. Other
        threads wait to write and read what was before. Do not wait for them inside.
        """
        with self._turn:
            self._all()
            if self._pending is not None:
                yield from self._joined(self._pending)
                return
            self._pending, self._writer = _Pending(), threading.get_ident()
            try:
                yield
                self._commit(self._pending)
            except BaseException:
                self.undone_batches += 1
                raise
            finally:
                self._pending = self._writer = None

    def put(self, table: str, document_id: int, content: bytes) -> None:
        """Insert or replace one document, inside a batch."""
        if not 0 <= document_id <= MAXIMUM_DOCUMENT_ID:
            raise BadInput(f"A document number for {table} is outside 0 to 2**63 - 1.")
        self._change(Operation(PUT, table, document_id, content))

    def remove(self, table: str, document_id: int) -> None:
        """Remove one document, inside a batch."""
        self._change(Operation(REMOVE, table, document_id))

    def clear(self, table: str) -> None:
        """Make the table exist and be empty, inside a batch."""
        self._change(Operation(CLEAR, table))

    def drop(self, table: str) -> None:
        """Make the table not exist, inside a batch."""
        self._change(Operation(DROP, table))

    def _needs_tidying(self) -> bool:
        """Say whether more than half of a large log is history that nobody reads."""
        size_bytes = self._attached().size_bytes
        live = sum(len(document) for table in self._all().values() for document in table.values())
        return size_bytes > max(TIDY_MINIMUM_BYTES, TIDY_FACTOR * live)

    def tidy(self, key: bytes | None = None) -> None:
        """Rewrite the log with what is there now, under `key` from now on if one is given."""
        with self._turn:
            if self._pending is not None:
                raise NotAllowed("The store cannot be tidied inside a batch; finish that first.")
            self._attached().rewrite(_batches(self._all()), key)

    def _joined(self, pending: _Pending) -> Iterator[None]:
        count = len(pending.steps)
        try:
            yield
        except BaseException:
            self.undone_batches += 1
            while len(pending.steps) > count:
                _undo(pending.tables, pending.steps.pop())
            raise

    def _commit(self, pending: _Pending) -> None:
        if not pending.steps:
            return
        batch = encode_batch(step.operation for step in pending.steps)
        if len(batch) > MAXIMUM_BATCH_BYTES:
            raise BadInput(
                f"One step writes more than {MAXIMUM_BATCH_BYTES} bytes; save it in smaller parts."
            )
        self._attached().append(batch)
        tables = self._all().copy()
        for name, table in pending.tables.items():
            if table is None:
                tables.pop(name, None)
            else:
                tables[name] = table
        self._tables = tables

    def _change(self, operation: Operation) -> None:
        pending = self._pending
        if pending is None or self._writer != threading.get_ident():
            raise NotAllowed("A table can be changed inside a batch only.")
        name = operation.table
        _refuse_odd_name(name)
        if name not in pending.tables:
            table = self._all().get(name)
            pending.tables[name] = None if table is None else table.copy()
        table = pending.tables[name]
        document_before = None if table is None else table.get(operation.document_id)
        pending.steps.append(_Step(operation, document_before, table))
        pending.tables[name] = _applied(table, operation)

    def _table(self, name: str) -> Documents:
        mine = self._mine()
        return (mine[name] if name in mine else self._all().get(name)) or {}

    def _mine(self) -> dict[str, Documents | None]:
        """The tables touched by the batch of this very thread."""
        pending = self._pending
        if pending is None or self._writer != threading.get_ident():
            return {}
        return pending.tables

    def _all(self) -> Tables:
        if self._tables is None:
            raise NotAllowed("This portfolio is locked; unlock it first.")
        return self._tables

    def _attached(self) -> SealedLog:
        if self._log is None:
            raise NotAllowed("This portfolio is locked; unlock it first.")
        return self._log


def _applied(table: Documents | None, operation: Operation) -> Documents | None:
    """Do one operation and return the table: the same one, a new one, or None where it is gone."""
    if operation.kind == DROP:
        return None
    if operation.kind == CLEAR or table is None:
        table = {}
    if operation.kind == PUT:
        table[operation.document_id] = operation.document
    elif operation.kind == REMOVE:
        table.pop(operation.document_id, None)
    return table


def _undo(tables: dict[str, Documents | None], step: _Step) -> None:
    table, document_id = step.table_before, step.operation.document_id
    tables[step.operation.table] = table
    if table is None or step.operation.kind not in (PUT, REMOVE):
        return
    if step.document_before is None:
        table.pop(document_id, None)
    else:
        table[document_id] = step.document_before


def _refuse_odd_name(table: str) -> None:
    try:
        size_bytes = len(table.encode("utf-8"))
    except UnicodeEncodeError:
        size_bytes = 0
    if not 1 <= size_bytes <= MAXIMUM_TABLE_NAME_BYTES:
        raise BadInput(f"A table name is text of 1 to {MAXIMUM_TABLE_NAME_BYTES} bytes.")


def _batches(tables: Tables) -> Iterator[bytes]:
    """All that is there as batches of a moderate size; the bytes of documents are only copied."""
    operations: list[Operation] = []
    size_bytes = 0
    for name, table in tables.items():
        operations.append(Operation(CLEAR, name))
        for document_id, content in table.items():
            operations.append(Operation(PUT, name, document_id, content))
            size_bytes += len(content)
            if size_bytes >= REWRITE_BATCH_BYTES:
                yield encode_batch(operations)
                operations, size_bytes = [], 0
    if operations:
        yield encode_batch(operations)
