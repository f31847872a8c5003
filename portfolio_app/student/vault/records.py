"""The learner's records and the outbox, as TinyDB tables of one vault.

What a screen sees is the confirmed state (from the school's feed alone) with the outbox laid over
it. A local change is one outbox document; a record document is only ever written from the feed;
what both come to is written beside them in the same step (`shown`). Nothing is read before it is
asked for. No screen, no network and no rule of the product may enter here.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from tinydb import where

from portfolio_app.errors import StorageFull
from portfolio_app.model.people import OWN_SCOPE, Role
from portfolio_app.model.records import KINDS
from portfolio_app.student.vault.app_indexes import app_indexes
from portfolio_app.student.vault.disk import DiskFailed
from portfolio_app.student.vault.memory_store import store_in_memory
from portfolio_app.student.vault.outbox import TABLE as OUTBOX
from portfolio_app.student.vault.outbox import Outbox, PendingOf, Waiting
from portfolio_app.student.vault.shown import (
    PARENT_FIELDS,
    GalleryRow,
    Json,
    Key,
    Shown,
    ShownRecords,
)
from portfolio_app.student.vault.shown import TABLE as SHOWN
from portfolio_app.student.vault.shown import with_parts as with_their_parts
from portfolio_app.student.vault.tables import SealedDatabase, Table
from portfolio_app.student.vault.vaults import Vault
from portfolio_app.student.vault.views import all_views, come_to
from sync import client
from sync.change import Change
from sync.client import Position, Progress
from sync.merge import EMPTY, RecordState
from sync.wire import SyncReply

RECORDS = "records"
POSITIONS = "positions"
SHOWN_VERSION = 1  # one more whenever a view is made otherwise: all are then made anew
_NOTHING: Mapping[Key, tuple[str, RecordState]] = MappingProxyType({})


class RecordStore:
    """Reads and writes records of one open vault.

    Writes belong inside `vault.batch()`; when the batch fails, call `reload()` so that memory says
    again what the disk says.
    """

    def __init__(self, vault: Vault) -> None:
        self._vault = vault
        self._records: Table = vault.db.table(RECORDS)
        self._outbox = Outbox(vault.db.table(OUTBOX))
        self._shown = ShownRecords(vault.db.table(SHOWN))
        self._positions: dict[str, Position] = {}
        # An older program may have written to a file of an older version since views were made.
        self._is_stale = vault.was_old
        self._touched: set[str] | None = None
        self.reload()

    def reload(self) -> None:
        """Forget what is in memory; what an older version left without views gets them."""
        stored = self._vault.get_setting(POSITIONS) or {}
        self._positions = {scope: Position(*place) for scope, place in stored.items()}
        self._shown.forget()
        self._touched = None
        if self._is_stale or self._vault.get_setting(SHOWN) != SHOWN_VERSION:
            self._show_all()
            self._is_stale = False

    def view(self, scope: str, record: str) -> Mapping[str, Any] | None:
        """A record as it reads now, with its "id"; None where there is none."""
        found = self._shown.get(scope, record)
        return None if found is None else found.view

    def of_kind(self, kind: str) -> list[Mapping[str, Any]]:
        """All records of a kind, in the order of their ids."""
        return [one.view for one in self._shown.matching(where("kind") == kind)]

    def parts_of(self, parent: str) -> list[tuple[str, Mapping[str, Any]]]:
        """(kind, record) of all that name `parent` as their artifact or showcase."""
        return [(one.kind, one.view) for one in self._shown.parts_of(parent)]

    def with_parts(self, *kinds: str) -> Iterator[tuple[Shown, list[Shown]]]:
        """All records of these kinds, each with its parts: everything is read once, and let go."""
        together = with_their_parts(self._shown.everything())
        return (pair for pair in together if pair[0].kind in kinds)

    def take_touched(self) -> set[str] | None:
        """Ids of records that changed since this was asked last, or whose parts did.

        None: anything may have changed, as at first and after a reload.
        """
        touched, self._touched = self._touched, set()
        return touched

    def shown(self, scope: str, record: str) -> tuple[Shown, list[Shown]] | None:
        """One record with its parts."""
        found = self._shown.get(scope, record)
        return None if found is None else (found, self._shown.parts_of(record))

    def library(self) -> list[tuple[str, Mapping[str, Any]]]:
        """(scope, record) of the frameworks and rubrics that classes gave."""
        return self.placed("library")

    def placed(self, kind: str) -> list[tuple[str, Mapping[str, Any]]]:
        """(scope, record) of all records of a kind, the learner's own and those of classes."""
        return [(one.scope, one.view) for one in self._shown.matching(where("kind") == kind)]

    def query(
        self,
        *,
        kind: str | None = None,
        tag: str | None = None,
        parent: str | None = None,
        since_ms: int | None = None,
        until_ms: int | None = None,
    ) -> list[Mapping[str, Any]]:
        """Records by any of: kind, competency, parent, and the time they were made or said.

        Times are in ms since 1970, `until_ms` not included. Ordered as `of_kind`.
        """
        view, asked = where("view"), []
        if kind is not None:
            asked.append(where("kind") == kind)
        if tag is not None:
            asked.append(view["competencies"].any([tag]))
        if parent is not None:
            asked.append((view["artifact"] == parent) | (view["showcase"] == parent))
        if since_ms is not None:
            asked.append((view["made_ms"] >= since_ms) | (view["at_ms"] >= since_ms))
        if until_ms is not None:
            asked.append((view["made_ms"] < until_ms) | (view["at_ms"] < until_ms))
        if not asked:
            return [one.view for one, _ in with_their_parts(self._shown.everything())]
        together = asked[0]
        for one in asked[1:]:
            together = together & one
        return [one.view for one in self._shown.matching(together)]

    def search(self, words: str) -> list[str]:
        """Ids of works that say these words in title, caption, tags or a reflection.

        Any script; case and accents do not matter, and the beginning of a word is enough. Newest
        first; in the bin or not.
        """
        found: set[str] = set()
        for one in self._shown.saying(words):
            work = one.view["id"] if one.kind == "artifact" else one.view.get("artifact")
            if isinstance(work, str):
                found.add(work)
        return [row.id for row in self._shown.gallery() if row.id in found] if found else []

    def gallery(self, first: int = 0, count: int | None = None) -> list[GalleryRow]:
        """Works as a list shows them, newest first, from the `first` on; no document is read."""
        rows = self._shown.gallery()
        return rows[first:] if count is None else rows[first : first + count]

    def state(self, scope: str, record: str) -> RecordState:
        """The merge state that a record shows; empty for a new one."""
        known = self.confirmed(scope, record)
        pending = [change for change, _ in self._outbox.of(scope, record)]
        return client.overlay(known[1] if known else EMPTY, pending)

    def confirmed(self, scope: str, record: str) -> tuple[str, RecordState] | None:
        """Kind and state of a record as the feed alone tells it."""
        document = self._confirmed(scope, record)
        return None if document is None else (document["kind"], document["state"])

    def confirmed_each(self, keys: Collection[Key]) -> dict[Key, tuple[str, RecordState]]:
        """The same of many records, read together; without those that are not there."""
        found = self._records.having_any(("id",), {record for _, record in keys})
        return {
            key: (document["kind"], document["state"])
            for document in found
            if (key := (document["scope"], document["id"])) in keys
        }

    def load(self, reply: SyncReply) -> client.Load:
        """The same for whoever reads an answer of the school: its records are read together."""
        named = {
            (scope, row.change.record) for scope, page in reply.pages.items() for row in page.rows
        }
        known = self.confirmed_each(named)
        return lambda scope, record: known.get((scope, record))

    @property
    def positions(self) -> Mapping[str, Position]:
        """How far each scope's feed has been read."""
        return dict(self._positions)

    def pending(self) -> tuple[Change, ...]:
        """Changes that wait to be seen in the feed, oldest first, without refused ones."""
        return tuple(self._outbox.waiting())

    def waiting(self) -> Waiting:
        """The same, read only as far as somebody goes through them; counting reads nothing."""
        return self._outbox.waiting()

    def changes_of(self, scope: str, record: str) -> tuple[Change, ...]:
        """What of one record the school has not got, refused changes among them, oldest first."""
        return tuple(change for change, _ in self._outbox.of(scope, record))

    def waiting_for(self, scope: str, record: str) -> tuple[int, int]:
        """(changes waiting, changes refused) of a record and of the parts that name it."""
        own = self._shown.get(scope, record)
        parts = self._shown.parts_of(record)
        if own is not None:
            parts.append(own)
        return sum(one.waiting for one in parts), sum(one.refused for one in parts)

    def refused(self) -> Sequence[tuple[Change, str]]:
        """Changes that the school did not take, with the reason; they keep their content."""
        return self._outbox.refused()

    def put_local(self, changes: Iterable[Change]) -> None:
        """Add the learner's own changes to the outbox."""
        changes = list(changes)
        new: dict[Key, list[tuple[Change, bool]]] = {}
        for change in changes:
            new.setdefault((change.scope, change.record), []).append((change, False))
        # Read before anything is written: inside a batch, reading what was changed costs more.
        known = self.confirmed_each(new)
        pending, before = self._outbox.of_each(new.keys()), self._shown.get_each(new.keys())
        self._outbox.put_last(changes)
        views = [come_to(key, known.get(key), pending.get(key, []) + new[key]) for key in new]
        self._put_views(views, before)

    def stamps_of(self, changes: Collection[str]) -> dict[str, str]:
        """The stamps of those of these changes (ids) that are in the outbox."""
        return self._outbox.stamps_of(changes)

    def put_restamped(self, changes: Iterable[Change]) -> None:
        """Give waiting changes the stamps of a corrected clock."""
        touched = set()
        for change in changes:
            self._outbox.restamp(change)
            touched.add((change.scope, change.record))
        self._refresh(touched)

    def offer_again(self, changes: Iterable[Change]) -> None:
        """Let refused changes wait again, behind all others, as they are given here."""
        again = [change for change in changes if self._outbox.remove(change.id) is not None]
        self._outbox.put_last(again)
        self._refresh({(change.scope, change.record) for change in again})

    def let_go(self, changes: Iterable[str]) -> None:
        """Take changes out of the outbox for good."""
        gone = [self._outbox.remove(change) for change in changes]
        self._refresh({(change.scope, change.record) for change in gone if change is not None})

    def put_refused(self, refused: Sequence[tuple[Change, str]]) -> None:
        """Put changes that were let go back as refused; those that are here stay as they are."""
        back = [one for one in refused if self._outbox.get(one[0].id) is None]
        self._outbox.put_last([change for change, _ in back])
        for change, reason in back:
            self._outbox.refuse(change.id, reason)
        self._refresh({(change.scope, change.record) for change, _ in back})

    def put_progress(self, progress: Progress, new_id: Callable[[], str]) -> None:
        """Store what an answer of the school changed.

        A scope that disagrees with the school is read again from the start, and what this learner
        wrote in it is offered again: a school that came back from an older backup gets it back.
        """
        touched = set(progress.confirmed)
        self._put_confirmed(progress.confirmed)
        gone, left = self._outbox.take_out(progress.seen, touched)
        touched |= gone
        moved = [self._outbox.refuse(*refused) for refused in progress.refused.items()]
        rescued = [change for scope in progress.damaged for change in self._rescued(scope, new_id)]
        for scope in (*progress.dropped, *progress.damaged):
            touched |= self._forget_scope(scope)
        if rescued:
            self._outbox.put_first(rescued)
        touched.update(
            (change.scope, change.record) for change in (*moved, *rescued) if change is not None
        )
        self._put_positions(progress)
        forgotten = {*progress.dropped, *progress.damaged}
        fresh = {key: kept for key, kept in progress.confirmed.items() if key[0] not in forgotten}
        is_all = not moved and not rescued and touched == progress.confirmed.keys()
        self._refresh(touched, fresh, left if is_all else None)

    def _rescued(self, scope: str, new_id: Callable[[], str]) -> Iterator[Change]:
        """What this learner may write of a scope, as changes that are not waiting already."""
        if scope != OWN_SCOPE:
            return
        for document in self._records:
            kind, row = document["kind"], KINDS.get(document["kind"])
            if document["scope"] == scope and (row is None or row.writer is Role.LEARNER):
                state = document["state"]
                for change in client.rescue(scope, document["id"], kind, state, new_id):
                    if self._outbox.get(change.id) is None:
                        yield change

    def _put_positions(self, progress: Progress) -> None:
        positions = self._positions
        positions.update(progress.positions)
        for scope in progress.dropped:
            positions.pop(scope, None)
        stored = {
            scope: [place.cursor, place.digest, place.is_reread]
            for scope, place in positions.items()
        }
        self._vault.put_setting(POSITIONS, stored)

    def _confirmed(self, scope: str, record: str) -> Any:
        found = self._records.having(("id",), record)
        return next((document for document in found if document["scope"] == scope), None)

    def _put_confirmed(self, confirmed: client.Confirmed) -> None:
        here = self._records.having_any(("id",), {record for _, record in confirmed})
        before = {(document["scope"], document["id"]): document for document in here}
        new, known = [], {}
        for key, (kind, state) in confirmed.items():
            document = {"scope": key[0], "id": key[1], "kind": kind, "state": state}
            if key in before:
                known[before[key].doc_id] = {**before[key], **document}
            else:
                new.append(document)
        self._records.write_multiple(known, new)

    def _forget_scope(self, scope: str) -> set[Key]:
        """Drop what the feed said of a scope, to read it anew or because it is ours no longer."""
        gone = [document for document in self._records if document["scope"] == scope]
        if gone:
            self._records.remove(doc_ids=[document.doc_id for document in gone])
        return {(scope, document["id"]) for document in gone}

    def _refresh(
        self,
        keys: Iterable[Key],
        fresh: Mapping[Key, tuple[str, RecordState]] = _NOTHING,
        pending: PendingOf | None = None,
    ) -> None:
        """Write what these records come to now. `fresh`: those just written; not read again;
        `pending`: what waits of them, where that is known.
        """
        asked = set(keys)
        known = {**self.confirmed_each(asked - fresh.keys()), **fresh}
        if pending is None:
            pending = self._outbox.of_each(asked)
        before = self._shown.get_each(asked)
        views: list[Json] = []
        for key in sorted(asked):
            if key in known or key in pending:
                views.append(come_to(key, known.get(key), pending.get(key, [])))
            else:
                self._shown.remove(key)
        self._put_views(views, before)

    def _put_views(self, documents: Sequence[Json], before: Mapping[Key, Shown]) -> None:
        """Write views; `before`: those that were here of all records that were touched."""
        self._shown.put_each(documents, before)
        for key, one in before.items():
            self._note_touched(key[1], one.view)
        for document in documents:
            self._note_touched(document["id"], document["view"])

    def _note_touched(self, record: str, view: Mapping[str, Any]) -> None:
        if self._touched is not None:
            parents = (view.get(name) for name in PARENT_FIELDS)
            self._touched.update(one for one in (record, *parents) if isinstance(one, str))

    def _show_all(self) -> None:
        """Make all views from records and outbox: in the vault, or in memory if it is full."""
        database = self._vault.db
        shown = ShownRecords(database.table(SHOWN))
        try:
            with self._vault.batch():
                database.drop_table(SHOWN)
                self._outbox.mark_refused()
            for views in all_views(self._outbox, self._records):
                shown.put_new(views)
            self._vault.put_setting(SHOWN, SHOWN_VERSION)
        except (DiskFailed, StorageFull):
            shown = ShownRecords(SealedDatabase(store_in_memory(app_indexes())).table(SHOWN))
            for views in all_views(self._outbox, self._records):
                shown.put_new(views)
        self._shown = shown
