"""The learner's own changes that wait to be seen in the school's feed, in their order.

One document a change. Order, record and id are indexed, so that nothing is read before it is due:
a learner without a school keeps everything here.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any, overload

from tinydb import where

from portfolio_app.student.vault.shown import Key
from portfolio_app.student.vault.tables import Table
from sync.change import Change, from_json, to_json

TABLE = "outbox"
_ORDER = ("order",)
_ID = ("change", "id")
_RECORD = ("change", "record")

PendingOf = dict[Key, list[tuple[Change, bool]]]
"""The changes of records, oldest first, and whether each was refused."""


class Waiting(Sequence[Change]):
    """Changes that wait, oldest first, without refused ones: read while going through them."""

    def __init__(self, table: Table, size: int) -> None:
        self._table = table
        self._size = size

    def __len__(self) -> int:
        return self._size

    def __iter__(self) -> Iterator[Change]:
        for document in self._table.in_order(_ORDER):
            if not document.get("refused"):
                yield from_json(document["change"])

    @overload
    def __getitem__(self, place: int) -> Change: ...

    @overload
    def __getitem__(self, place: slice) -> Sequence[Change]: ...

    def __getitem__(self, place: int | slice) -> Change | Sequence[Change]:
        return tuple(self)[place]


class Outbox:
    """Reads and writes the waiting changes; writes belong inside a batch."""

    def __init__(self, table: Table) -> None:
        self._table = table
        self._next: int | None = None  # the order of the next change; may leave a gap behind it

    def waiting(self) -> Waiting:
        """What is to be sent, oldest first."""
        return Waiting(self._table, len(self._table) - len(self._refused_documents()))

    def refused(self) -> list[tuple[Change, str]]:
        """What the school did not take, and why, oldest first."""
        return [(from_json(one["change"]), one["refused"]) for one in self._refused_documents()]

    def of(self, scope: str, record: str) -> list[tuple[Change, bool]]:
        """The changes of one record, oldest first, and whether each was refused."""
        found = [
            document
            for document in self._table.having(_RECORD, record)
            if document["change"]["scope"] == scope
        ]
        found.sort(key=lambda document: document["order"])
        return [(from_json(one["change"]), bool(one.get("refused"))) for one in found]

    def of_each(self, keys: Collection[Key]) -> PendingOf:
        """The same for many records, read together; without those that nothing waits of."""
        if not len(self._table):
            return {}
        return _pending(self._table.having_any(_RECORD, {record for _, record in keys}), keys)

    def everything(self) -> Iterator[tuple[Change, bool]]:
        """All of them, oldest first, and whether each was refused."""
        for document in self._table.in_order(_ORDER):
            yield from_json(document["change"]), bool(document.get("refused"))

    def get(self, change: str) -> Change | None:
        """One change by its id."""
        document = self._document(change)
        return None if document is None else from_json(document["change"])

    def stamps_of(self, changes: Collection[str]) -> dict[str, str]:
        """The stamps of those of these changes (ids) that are here."""
        if not changes or not len(self._table):
            return {}
        found = (one["change"] for one in self._table.having_any(_ID, set(changes)))
        return {change["id"]: change["stamp"] for change in found}

    def put_last(self, changes: Iterable[Change]) -> None:
        """Add changes behind all others."""
        if self._next is None:
            low, high = self._table.bounds(_ORDER)
            self._next = int(high) + 1 if low <= high else 1
        self._next = self._put(changes, self._next)

    def put_first(self, changes: Sequence[Change]) -> None:
        """Add changes before all others."""
        low, high = self._table.bounds(_ORDER)
        self._put(changes, (int(low) if low <= high else 0) - len(changes))

    def restamp(self, change: Change) -> None:
        """Write a change anew in its place."""
        document = self._document(change.id)
        if document is not None:
            self._table.update({"change": to_json(change)}, doc_ids=[document.doc_id])

    def refuse(self, change: str, reason: str) -> Change | None:
        """Keep a change as refused, and return it if it is here."""
        document = self._document(change)
        if document is None:
            return None
        self._table.update({"refused": reason, "is_refused": True}, doc_ids=[document.doc_id])
        return from_json(document["change"])

    def remove(self, change: str) -> Change | None:
        """Take a change out, and return it if it was here."""
        document = self._document(change)
        if document is None:
            return None
        self._table.remove(doc_ids=[document.doc_id])
        return from_json(document["change"])

    def take_out(self, seen: Collection[str], keys: Collection[Key]) -> tuple[set[Key], PendingOf]:
        """Take out, in one step, changes that are in the feed now, most of them of these records.

        Returns whose they were, and what is left of these records, as `of_each` does.
        """
        if not len(self._table):
            return set(), {}
        here = self._table.having_any(_RECORD, {record for _, record in keys})
        gone = [one for one in here if one["change"]["id"] in seen]
        gone += self._table.having_any(_ID, set(seen) - {one["change"]["id"] for one in here})
        if gone:
            self._table.remove(doc_ids=[document.doc_id for document in gone])
        left = [one for one in here if one["change"]["id"] not in seen]
        return {_key(one) for one in gone}, _pending(left, keys)

    def mark_refused(self) -> None:
        """Mark refused changes that the first released version wrote without a mark."""
        for document in self._table:
            if document.get("refused") and not document.get("is_refused"):
                self._table.update({"is_refused": True}, doc_ids=[document.doc_id])

    def __len__(self) -> int:
        return len(self._table)

    def _put(self, changes: Iterable[Change], first: int) -> int:
        """Return the order of whatever comes behind them."""
        made = [
            {"order": first + step, "change": to_json(change)}
            for step, change in enumerate(changes)
        ]
        self._table.insert_multiple(made)
        return first + len(made)

    def _document(self, change: str) -> Any:
        found = self._table.having(_ID, change)
        return found[0] if found else None

    def _refused_documents(self) -> list[Any]:
        found = self._table.search(where("is_refused") == True)  # noqa: E712  # a query
        return sorted(found, key=lambda document: document["order"])


def _key(document: Any) -> Key:
    return document["change"]["scope"], document["change"]["record"]


def _pending(documents: list[Any], keys: Collection[Key]) -> PendingOf:
    pending: PendingOf = {}
    for document in sorted(documents, key=lambda document: document["order"]):
        key = _key(document)
        if key in keys:
            change = from_json(document["change"]), bool(document.get("refused"))
            pending.setdefault(key, []).append(change)
    return pending
