"""The learner's records and the outbox, as TinyDB tables of one vault.

What a screen sees is the confirmed state (from the school's feed alone) with the outbox laid over
it. A local change is one outbox document; a record document is only ever written from the feed.
No screen, no network and no rule of the product may enter here.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from portfolio_app.model.people import OWN_SCOPE, Role
from portfolio_app.model.records import KINDS
from portfolio_app.student.vault.vaults import Vault
from sync import client, merge
from sync.change import Change, from_json, to_json
from sync.client import Position, Progress
from sync.merge import EMPTY, RecordState

RECORDS = "records"
OUTBOX = "outbox"
POSITIONS = "positions"
_PARENT_FIELDS = ("artifact", "showcase")

Key = tuple[str, str]
"""(scope, record id)."""


@dataclass(slots=True)
class _Memory:
    """What is decoded once when the vault opens, and rebuilt whenever a write failed."""

    confirmed: dict[Key, tuple[str, RecordState]] = field(default_factory=dict)
    record_documents: dict[Key, int] = field(default_factory=dict)
    pending: dict[str, Change] = field(default_factory=dict)
    pending_documents: dict[str, int] = field(default_factory=dict)
    pending_of: dict[Key, list[str]] = field(default_factory=dict)
    refused: dict[str, str] = field(default_factory=dict)
    positions: dict[str, Position] = field(default_factory=dict)
    views: dict[Key, dict[str, Any]] = field(default_factory=dict)
    kinds: dict[Key, str] = field(default_factory=dict)
    by_kind: dict[str, set[Key]] = field(default_factory=dict)
    by_parent: dict[str, set[Key]] = field(default_factory=dict)


class RecordStore:
    """Reads and writes records of one open vault.

    Writes belong inside `vault.batch()`; when the batch
    fails, call `reload()` so that memory says again what the disk says.
    """

    def __init__(self, vault: Vault) -> None:
        self._vault = vault
        self._memory = _Memory()
        self.reload()

    def reload(self) -> None:
        """Read everything from the vault again."""
        memory = self._memory = _Memory()
        for document in self._vault.db.table(RECORDS):
            key = (document["scope"], document["id"])
            memory.confirmed[key] = (document["kind"], document["state"])
            memory.record_documents[key] = document.doc_id
        outbox = sorted(self._vault.db.table(OUTBOX), key=lambda document: document["order"])
        for document in outbox:
            self._remember_pending(from_json(document["change"]), document.doc_id)
            if document.get("refused"):
                memory.refused[document["change"]["id"]] = document["refused"]
        for scope, place in (self._vault.get_setting(POSITIONS) or {}).items():
            memory.positions[scope] = Position(*place)
        for key in {*memory.confirmed, *memory.pending_of}:
            self._refresh(key)

    def view(self, scope: str, record: str) -> Mapping[str, Any] | None:
        """A record as it reads now, with its "id"; None where there is none."""
        return self._memory.views.get((scope, record))

    def of_kind(self, kind: str) -> list[Mapping[str, Any]]:
        """All records of a kind, in the order of their ids."""
        keys = sorted(self._memory.by_kind.get(kind, ()))
        return [self._memory.views[key] for key in keys]

    def parts_of(self, parent: str) -> list[tuple[str, Mapping[str, Any]]]:
        """(kind, record) of all that name `parent` as their artifact or showcase."""
        keys = sorted(self._memory.by_parent.get(parent, ()))
        return [(self._memory.kinds[key], self._memory.views[key]) for key in keys]

    def library(self) -> list[tuple[str, Mapping[str, Any]]]:
        """(scope, record) of the frameworks and rubrics that classes gave."""
        keys = sorted(self._memory.by_kind.get("library", ()))
        return [(key[0], self._memory.views[key]) for key in keys]

    def state(self, scope: str, record: str) -> RecordState:
        """The merge state that a record shows; empty for a new one."""
        key = (scope, record)
        return client.overlay(
            self._memory.confirmed.get(key, ("", EMPTY))[1], self._pending_of(key)
        )

    def confirmed(self, scope: str, record: str) -> tuple[str, RecordState] | None:
        """Kind and state of a record as the feed alone tells it."""
        return self._memory.confirmed.get((scope, record))

    @property
    def positions(self) -> Mapping[str, Position]:
        """How far each scope's feed has been read."""
        return dict(self._memory.positions)

    def pending(self) -> tuple[Change, ...]:
        """Changes that wait to be seen in the feed, oldest first, without refused ones."""
        memory = self._memory
        return tuple(
            change for change in memory.pending.values() if change.id not in memory.refused
        )

    def waiting_for(self, scope: str, record: str) -> tuple[int, int]:
        """(changes waiting, changes refused) of a record and of the parts that name it."""
        memory = self._memory
        keys = {(scope, record), *memory.by_parent.get(record, ())} & memory.pending_of.keys()
        ids = [change for key in keys for change in memory.pending_of[key]]
        refused = sum(change in memory.refused for change in ids)
        return len(ids) - refused, refused

    def refused(self) -> Sequence[tuple[Change, str]]:
        """Changes that the school did not take, with the reason; they keep their content."""
        memory = self._memory
        return [(memory.pending[change], reason) for change, reason in memory.refused.items()]

    def put_local(self, changes: Iterable[Change]) -> None:
        """Add the learner's own changes to the outbox."""
        outbox = self._vault.db.table(OUTBOX)
        order = max((self._order_of(last) for last in list(self._memory.pending)[-1:]), default=0)
        touched = set()
        for step, change in enumerate(changes, 1):
            document = outbox.insert({"order": order + step, "change": to_json(change)})
            self._remember_pending(change, document)
            touched.add((change.scope, change.record))
        for key in touched:
            self._refresh(key)

    def put_restamped(self, changes: Iterable[Change]) -> None:
        """Give waiting changes the stamps of a corrected clock."""
        outbox = self._vault.db.table(OUTBOX)
        for change in changes:
            outbox.update(
                {"change": to_json(change)}, doc_ids=[self._memory.pending_documents[change.id]]
            )
        self.reload()

    def put_progress(self, progress: Progress, new_id: Callable[[], str]) -> None:
        """Store what an answer of the school changed.

        A scope that disagrees with the school is read again from the start, and what this learner
        wrote in it is offered again: a school that came back from an older backup gets it back.
        """
        touched = set(progress.confirmed)
        for key, (kind, state) in progress.confirmed.items():
            self._put_confirmed(key, kind, state)
        for change in progress.seen & self._memory.pending.keys():
            touched.add(self._forget_pending(change))
        for change, reason in progress.refused.items():
            if change in self._memory.pending:
                self._memory.refused[change] = reason
                document = self._memory.pending_documents[change]
                self._vault.db.table(OUTBOX).update({"refused": reason}, doc_ids=[document])
        rescued = [change for scope in progress.damaged for change in self._rescued(scope, new_id)]
        for scope in (*progress.dropped, *progress.damaged):
            touched |= self._forget_scope(scope)
        self._put_first(rescued)
        touched.update((change.scope, change.record) for change in rescued)
        self._put_positions(progress)
        for key in touched:
            self._refresh(key)

    def _rescued(self, scope: str, new_id: Callable[[], str]) -> Iterator[Change]:
        """What this learner may write of a scope, as changes that are not waiting already."""
        if scope != OWN_SCOPE:
            return
        for (place, record), (kind, state) in self._memory.confirmed.items():
            row = KINDS.get(kind)
            if place == scope and (row is None or row.writer is Role.LEARNER):
                for change in client.rescue(scope, record, kind, state, new_id):
                    if change.id not in self._memory.pending:
                        yield change

    def _put_first(self, changes: Sequence[Change]) -> None:
        """Put changes before everything that waits."""
        if not changes:
            return
        outbox, memory = self._vault.db.table(OUTBOX), self._memory
        first = min((self._order_of(change) for change in list(memory.pending)[:1]), default=0)
        waiting, memory.pending = memory.pending, {}
        for step, change in enumerate(changes, first - len(changes)):
            document = outbox.insert({"order": step, "change": to_json(change)})
            later = memory.pending_of.pop((change.scope, change.record), [])
            self._remember_pending(change, document)
            memory.pending_of[change.scope, change.record] += later
        memory.pending |= waiting

    def _put_positions(self, progress: Progress) -> None:
        positions = self._memory.positions
        positions.update(progress.positions)
        for scope in progress.dropped:
            positions.pop(scope, None)
        stored = {
            scope: [place.cursor, place.digest, place.is_reread]
            for scope, place in positions.items()
        }
        self._vault.put_setting(POSITIONS, stored)

    def _put_confirmed(self, key: Key, kind: str, state: RecordState) -> None:
        memory = self._memory
        document = {"scope": key[0], "id": key[1], "kind": kind, "state": state}
        table = self._vault.db.table(RECORDS)
        if key in memory.record_documents:
            table.update(document, doc_ids=[memory.record_documents[key]])
        else:
            memory.record_documents[key] = table.insert(document)
        memory.confirmed[key] = (kind, state)

    def _forget_scope(self, scope: str) -> set[Key]:
        """Drop what the feed said of a scope, to read it anew or because it is ours no longer."""
        memory = self._memory
        keys = {key for key in memory.confirmed if key[0] == scope}
        documents = [memory.record_documents.pop(key) for key in keys]
        if documents:
            self._vault.db.table(RECORDS).remove(doc_ids=documents)
        for key in keys:
            del memory.confirmed[key]
        return keys

    def _remember_pending(self, change: Change, document: int) -> None:
        memory = self._memory
        memory.pending[change.id] = change
        memory.pending_documents[change.id] = document
        memory.pending_of.setdefault((change.scope, change.record), []).append(change.id)

    def _forget_pending(self, change: str) -> Key:
        memory = self._memory
        gone = memory.pending.pop(change)
        memory.refused.pop(change, None)
        self._vault.db.table(OUTBOX).remove(doc_ids=[memory.pending_documents.pop(change)])
        key = (gone.scope, gone.record)
        memory.pending_of[key].remove(change)
        if not memory.pending_of[key]:
            del memory.pending_of[key]
        return key

    def _order_of(self, change: str) -> int:
        document = self._vault.db.table(OUTBOX).get(doc_id=self._memory.pending_documents[change])
        return int(document["order"]) if isinstance(document, Mapping) else 0

    def _pending_of(self, key: Key) -> list[Change]:
        memory = self._memory
        return [memory.pending[change] for change in memory.pending_of.get(key, ())]

    def _refresh(self, key: Key) -> None:
        memory = self._memory
        old = memory.views.pop(key, {})
        self._unlist(key, old)
        pending = self._pending_of(key)
        known = memory.confirmed.get(key)
        if known is None and not pending:
            return
        kind = known[0] if known else pending[0].kind
        view = merge.view(client.overlay(known[1] if known else EMPTY, pending))
        memory.views[key] = {**view, "id": key[1]}
        memory.kinds[key] = kind
        memory.by_kind.setdefault(kind, set()).add(key)
        for name in _PARENT_FIELDS:
            if isinstance(view.get(name), str):
                memory.by_parent.setdefault(view[name], set()).add(key)

    def _unlist(self, key: Key, view: Mapping[str, Any]) -> None:
        memory = self._memory
        memory.by_kind.get(memory.kinds.pop(key, ""), set()).discard(key)
        for name in _PARENT_FIELDS:
            if isinstance(view.get(name), str):
                memory.by_parent.get(view[name], set()).discard(key)
