"""All tables of one learner, in step with the sealed log.

Every change is part of a batch; a batch is one record in the log and is seen by others only once
it is durable. Nothing of TinyDB enters here.
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager
from typing import Any, TypeVar

from portfolio_app.errors import BadInput, NotAllowed, StorageFull, StoreDamaged
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
from portfolio_app.student.vault.contents import (
    TableContents,
    contents_of,
    decode_contents,
    encode_contents,
)
from portfolio_app.student.vault.disk import DiskFailed
from portfolio_app.student.vault.documents import decode_document
from portfolio_app.student.vault.frames import SealedRecords
from portfolio_app.student.vault.indexes import Indexes, Terms
from portfolio_app.student.vault.log import SealedLog
from portfolio_app.student.vault.log_reading import Places
from portfolio_app.student.vault.pending import Batch, Draft, Pending
from portfolio_app.student.vault.snapshot import write_snapshot
from portfolio_app.student.vault.stream import SealedStream, StreamWriter
from portfolio_app.student.vault.table_snapshot import TableSnapshot
from portfolio_app.student.vault.table_state import TableState

TIDY_MINIMUM_BYTES = 1024 * 1024
TIDY_FRACTION = 4

Found = TypeVar("Found")


class Store:
    """Tables by name, documents by number. One thread writes at a time.

    Readers hold a lock only while they take hold of a state, never while they or a writer wait
    for the disk; what they hold does not change under them.
    """

    def __init__(self, indexes: Indexes) -> None:
        """Start empty; the log fills it by `begin` and `replay`; `attach` lets it write there."""
        self._indexes = indexes
        self._terms: dict[str, Terms] = {}
        self._tables: dict[str, TableState] | None = {}
        self._log: SealedLog | None = None
        self._stream: SealedStream | None = None
        self._records: SealedRecords | None = None
        self._in_snapshot: tuple[str, ...] = ()
        self._turn = threading.RLock()
        self._swap = threading.Lock()
        self._writer: int | None = None
        self._pending: Pending | None = None
        self._batch = Batch(self._begin_batch, self._finish_batch)
        self._commits = 0
        self.undone_batches = 0

    def begin(self, stream: SealedStream, directory: Mapping[str, Any]) -> None:
        """Take the snapshot of the log that is being opened."""
        self._stream, self._in_snapshot = stream, tuple(directory)
        for name, entry in directory.items():
            terms = self.terms(name)
            self._all()[name] = TableState(terms, TableSnapshot(stream, entry, terms))

    def replay(self, batch: bytes) -> None:
        """Take one batch from the log while it is being opened."""
        tables = self._all()
        for operation in decode_batch(batch):
            terms = self.terms(operation.table)
            if operation.kind == PUT and not operation.terms.startswith(terms.fingerprint):
                made = terms.of(decode_document(operation.content))
                operation = operation._replace(terms=made)  # noqa: PLW2901  # the same, indexed
            state = tables.get(operation.table)
            if state is None or operation.kind == DROP:
                self._apply(tables, operation)
            else:
                state.replay(operation)

    def resume(self, contents: bytes, records: SealedRecords) -> bool:
        """Take what all batches so far come to; False if they were indexed otherwise."""
        found = list(decode_contents(contents, records))
        if any(one.exists and one.index != self.terms(one.name).fingerprint for one in found):
            return False
        tables = self._all()
        for table in found:
            before = tables.pop(table.name, None)
            if table.exists:
                base = before.base if before is not None and table.has_base else None
                tables[table.name] = table.state(self.terms(table.name), base)
        self._records = records
        return True

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
            # Damage that tidying meets is told to whoever reads it; nothing is lost by waiting.
            with contextlib.suppress(StorageFull, DiskFailed, StoreDamaged):
                if self._needs_tidying(log):
                    self.tidy()
            with contextlib.suppress(StorageFull, DiskFailed, StoreDamaged):
                log.mark_end(self._contents)
            log.close()
            if self._records is not None:
                self._records.close()
            if self._stream is not None:
                self._stream.close()
            self._tables = self._log = self._stream = self._records = None

    def terms(self, table: str) -> Terms:
        """What makes the terms of a table's documents."""
        terms = self._terms.get(table)
        if terms is None:
            terms = self._terms[table] = self._indexes.of(table)
        return terms

    def table_names(self) -> list[str]:
        """The names of all tables, as this thread sees them."""
        with self._swap:
            names = dict.fromkeys(self._all())
        for name, draft in self._mine().items():
            if draft.exists:
                names[name] = None
            else:
                names.pop(name, None)
        return list(names)

    def exists(self, table: str) -> bool:
        """Say whether there is such a table."""
        draft = self._mine().get(table)
        return table in self._all() if draft is None else draft.exists

    def get(self, table: str, document_id: int) -> bytes | None:
        """One document, or None."""
        if self._pending is not None:
            draft = self._mine().get(table)
            if draft is not None and document_id in draft.changes:
                entry = draft.changes[document_id]
                return None if entry is None else entry.content
            if draft is not None:
                return self._look(table, None, lambda state: state.get(document_id))
        with self._swap:
            state = self._all().get(table)
            return None if state is None else state.get(document_id)

    def has(self, table: str, document_id: int) -> bool:
        """Say whether there is such a document."""
        draft = self._mine().get(table)
        if draft is not None and document_id in draft.changes:
            return draft.changes[document_id] is not None
        return self._look(table, False, lambda state: state.has(document_id))

    def settled_commit(self) -> int | None:
        """A number that every commit changes; None inside a batch, whose thread sees more."""
        return None if self._writer == threading.get_ident() else self._commits

    def look(self, table: str, absent: Found, how: Callable[[TableState], Found]) -> Found:
        """Ask something about a table as this thread sees it; `absent` if there is no such table.

        Writers wait meanwhile: keep nothing of the state, and take no long time.
        """
        draft = self._mine().get(table)
        if draft is not None:
            return how(self._whole(table, draft)) if draft.exists else absent
        return self._look(table, absent, how)

    def frozen(self, table: str) -> TableState:
        """A table at this moment, to look through; later writes do not show in it."""
        return self.look(table, None, TableState.fork) or TableState(self.terms(table))

    def batch(self) -> AbstractContextManager[None]:
        """Make everything written inside one durable step; an exception leaves nothing of it.

        A batch inside a batch joins it, and its own failure undoes only its own part. Other
        threads wait to write and read what was before. Do not wait for them inside.
        """
        return self._batch

    def put(self, table: str, document_id: int, content: bytes, terms: bytes) -> None:
        """Insert or replace one document, inside a batch."""
        if not 0 <= document_id <= MAXIMUM_DOCUMENT_ID:
            raise BadInput(f"A document number for {table} is outside 0 to 2**63 - 1.")
        self._change(Operation(PUT, table, document_id, content, terms))

    def put_multiple(self, table: str, documents: Iterable[tuple[int, bytes, bytes]]) -> None:
        """The same for many: (number, document, terms)."""
        pending, draft = self._draft(table)
        made = [Operation(PUT, table, *document) for document in documents]
        pending.operations += made
        for operation in made:
            draft.note(operation)

    def remove(self, table: str, document_id: int) -> None:
        """Remove one document, inside a batch."""
        self._change(Operation(REMOVE, table, document_id))

    def clear(self, table: str) -> None:
        """Make the table exist and be empty, inside a batch."""
        self._change(Operation(CLEAR, table))

    def drop(self, table: str) -> None:
        """Make the table not exist, inside a batch."""
        self._change(Operation(DROP, table))

    def tidy(self, key: bytes | None = None) -> None:
        """Rewrite the log with what is there now, under `key` from now on if one is given."""
        with self._turn:
            if self._pending is not None:
                raise NotAllowed("The store cannot be tidied inside a batch; finish that first.")
            tables, log = self._all(), self._attached()
            directory: dict[str, Any] = {}

            def write(writer: StreamWriter) -> dict[str, Any]:
                directory.update(write_snapshot(writer, tables))
                return directory

            old = self._stream
            stream = log.rewrite(write, old, key)
            with self._swap:
                self._tables, self._stream = {}, stream
                self.begin(stream, directory)

    def _needs_tidying(self, log: SealedLog) -> bool:
        """Say whether much lies behind the snapshot, or it is of an older version or index."""
        size_bytes, bases = log.newer_bytes, [one.base for one in self._all().values()]
        is_old = log.is_old or any(one is not None and not one.is_indexed for one in bases)
        return is_old or size_bytes > max(TIDY_MINIMUM_BYTES, log.size_bytes // TIDY_FRACTION)

    def _contents(self, places: Places) -> bytes:
        tables = self._all()
        gone = [TableContents(name) for name in self._in_snapshot if name not in tables]
        there = [contents_of(name, state) for name, state in tables.items()]
        return encode_contents([*gone, *there], places)

    def _begin_batch(self) -> None:
        self._turn.acquire()
        try:
            self._all()
            pending = self._pending
            if pending is None:
                pending = self._pending = Pending()
                self._writer = threading.get_ident()
            pending.begun.append(len(pending.operations))
        except BaseException:
            self._turn.release()
            raise

    def _finish_batch(self, is_whole: bool) -> None:
        pending: Any = self._pending  # whoever finishes a batch has begun it
        count, is_outermost = pending.begun.pop(), not pending.begun
        try:
            if not is_whole:
                self.undone_batches += 1
                if not is_outermost:
                    self._undo(pending, count)
            elif is_outermost:
                self._commit(pending)
        except BaseException:
            self.undone_batches += 1
            raise
        finally:
            if is_outermost:
                self._pending = self._writer = None
            self._turn.release()

    def _undo(self, pending: Pending, count: int) -> None:
        """Leave of a batch what was written before one inside it began, which failed."""
        kept = pending.operations[:count]
        pending.operations, pending.drafts = [], {}
        for operation in kept:
            self._change(operation)

    def _commit(self, pending: Pending) -> None:
        if not pending.operations:
            return
        batch = encode_batch(pending.operations)
        if len(batch) > MAXIMUM_BATCH_BYTES:
            raise BadInput(
                f"One step writes more than {MAXIMUM_BATCH_BYTES} bytes; save it in smaller parts."
            )
        self._attached().append(batch)
        with self._swap:
            tables = self._all()
            for operation in pending.operations:
                state = tables.get(operation.table)
                if state is None or operation.kind == DROP:
                    self._apply(tables, operation)
                else:
                    state.apply(operation)
            self._commits += 1

    def _apply(self, tables: dict[str, TableState], operation: Operation) -> None:
        name = operation.table
        if operation.kind == DROP:
            tables.pop(name, None)
            return
        state = tables.get(name)
        if state is None:
            state = tables[name] = TableState(self.terms(name))
        state.apply(operation)

    def _change(self, operation: Operation) -> None:
        name = operation.table
        pending, draft = self._draft(name)
        pending.operations.append(operation)
        if operation.kind in (CLEAR, DROP):
            exists = operation.kind == CLEAR
            pending.drafts[name] = Draft(None, exists, whole=TableState(self.terms(name)))
        else:
            draft.note(operation)

    def _draft(self, name: str) -> tuple[Pending, Draft]:
        """What the batch under way makes of a table; only its own thread may ask."""
        pending = self._pending
        if pending is None or self._writer != threading.get_ident():
            raise NotAllowed("A table can be changed inside a batch only.")
        draft = pending.drafts.get(name)
        if draft is None:
            before = self._all().get(name)
            if before is None:
                _refuse_odd_name(name)
            draft = pending.drafts[name] = Draft(before, before is not None)
        return pending, draft

    def _whole(self, table: str, draft: Draft) -> TableState:
        """The table with all changes of the batch so far."""
        if draft.whole is None:
            before = draft.before
            draft.whole = TableState(self.terms(table)) if before is None else before.fork()
            for operation in self._pending.operations if self._pending else ():
                if operation.table == table:
                    draft.whole.apply(operation)
        return draft.whole

    def _look(self, table: str, absent: Found, how: Callable[[TableState], Found]) -> Found:
        draft = self._mine().get(table)
        if draft is not None and draft.before is None:
            return absent if draft.whole is None else how(draft.whole)
        with self._swap:
            state = self._all().get(table)
            return absent if state is None else how(state)

    def _mine(self) -> dict[str, Draft]:
        """The tables touched by the batch of this very thread."""
        pending = self._pending
        if pending is None or self._writer != threading.get_ident():
            return {}
        return pending.drafts

    def _all(self) -> dict[str, TableState]:
        if self._tables is None:
            raise NotAllowed("This portfolio is locked; unlock it first.")
        return self._tables

    def _attached(self) -> SealedLog:
        if self._log is None:
            raise NotAllowed("This portfolio is locked; unlock it first.")
        return self._log


def _refuse_odd_name(table: str) -> None:
    try:
        size_bytes = len(table.encode("utf-8"))
    except UnicodeEncodeError:
        size_bytes = 0
    if not 1 <= size_bytes <= MAXIMUM_TABLE_NAME_BYTES:
        raise BadInput(f"A table name is text of 1 to {MAXIMUM_TABLE_NAME_BYTES} bytes.")
