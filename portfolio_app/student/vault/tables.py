"""TinyDB over the sealed log: its Storage and Table, with batches that stand or fall together.

TinyDB's own Table reads and writes every document at each step; this one hands it views that
decode on access and turns what an updater touched into operations. TinyDB's queries and calls
stay as they are documented there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping
from contextlib import AbstractContextManager
from typing import Any

import tinydb.table
from tinydb import TinyDB
from tinydb.queries import QueryLike
from tinydb.storages import Storage

from portfolio_app.student.vault.documents import decode_document, encode_document
from portfolio_app.student.vault.store import Store

Json = dict[str, Any]
Fields = Mapping[str, Any] | Callable[[MutableMapping[str, Any]], None]


class Table(tinydb.table.Table):
    """A TinyDB table whose every call is one durable step, or part of the batch around it.

    Results are the caller's own: changing them changes nothing stored. There is no query cache,
    which would hand the same objects to two callers.
    """

    default_query_cache_capacity = 0

    _storage: SealedStorage
    _undone_batches = 0

    def insert(self, document: Mapping[str, Any]) -> int:
        with self._storage.store.batch():
            return super().insert(document)

    def insert_multiple(self, documents: Iterable[Mapping[str, Any]]) -> list[int]:
        with self._storage.store.batch():
            return super().insert_multiple(documents)

    def search(self, cond: QueryLike) -> list[tinydb.table.Document]:
        return [
            self.document_class(document, self.document_id_class(document_id))
            for document_id, document in self._read_table().items()
            if cond(document)
        ]

    def update(
        self,
        fields: Fields,
        cond: QueryLike | None = None,
        doc_ids: Iterable[int] | None = None,
    ) -> list[int]:
        with self._storage.store.batch():
            return super().update(fields, None, self._chosen(cond, doc_ids))

    def update_multiple(self, updates: Iterable[tuple[Fields, QueryLike]]) -> list[int]:
        with self._storage.store.batch():
            return super().update_multiple(list(updates))

    def upsert(self, document: Mapping[str, Any], cond: QueryLike | None = None) -> list[int]:
        with self._storage.store.batch():
            return super().upsert(document, cond)

    def remove(
        self, cond: QueryLike | None = None, doc_ids: Iterable[int] | None = None
    ) -> list[int]:
        with self._storage.store.batch():
            return super().remove(None, self._chosen(cond, doc_ids))

    def _get_next_id(self) -> int:
        """Count anew after a batch was undone: the remembered number may be from inside it."""
        undone = self._storage.store.undone_batches
        if undone != self._undone_batches:
            self._undone_batches = undone
            self._next_id = None
        return int(super()._get_next_id())  # type: ignore[no-untyped-call]

    def _chosen(
        self, cond: QueryLike | None, doc_ids: Iterable[int] | None
    ) -> Iterable[int] | None:
        """Find the ids first, so that the updater touches those documents and no others."""
        if doc_ids is not None or cond is None:
            return doc_ids
        return [document.doc_id for document in self.search(cond)]

    def _read_table(self) -> Mapping[str, Json]:  # type: ignore[override]  # read-only view
        return TableView(self._storage.store, self.name)

    def _update_table(self, updater: Callable[[Any], None]) -> None:
        store = self._storage.store
        with store.batch():
            touched = _TouchedTable(store, self.name)
            updater(touched)
            touched.hand_over()


class SealedStorage(Storage):
    """TinyDB's storage port for what goes around tables: listing and dropping them."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def read(self) -> dict[str, dict[str, Any]] | None:
        names = self.store.table_names()
        if not names:
            return None
        views: dict[str, Any] = {name: TableView(self.store, name) for name in names}
        return views

    def write(self, data: Mapping[str, Mapping[Any, Mapping[str, Any]]]) -> None:
        """Make the tables exactly these; a view that `read` gave stands for an unchanged table."""
        with self.store.batch():
            for name in self.store.table_names():
                if name not in data:
                    self.store.drop(name)
            for name, documents in data.items():
                if isinstance(documents, TableView) and documents.belongs_to(self.store, name):
                    continue
                self.store.clear(name)
                for document_id, document in documents.items():
                    self.store.put(name, int(document_id), encode_document(document, name))


class SealedDatabase(TinyDB):
    """A TinyDB whose tables are sealed ones."""

    table_class = Table

    def __init__(self, store: Store) -> None:
        super().__init__(store, storage=SealedStorage)
        self._store = store

    def batch(self) -> AbstractContextManager[None]:
        """Make all writes to all tables inside one durable step, or none of them."""
        return self._store.batch()


class TableView(Mapping[str, Json]):
    """A table as TinyDB reads it: ids as texts, documents decoded when looked at.

    Iterating sees the table as it was when the iteration began, whatever other threads write.
    """

    def __init__(self, store: Store, name: str) -> None:
        self._store = store
        self._name = name

    def belongs_to(self, store: Store, name: str) -> bool:
        """Say whether this is the view of that very table."""
        return self._store is store and self._name == name

    def __getitem__(self, key: str) -> Json:
        content = self._store.get(self._name, int(key))
        if content is None:
            raise KeyError(key)
        return decode_document(content)

    def __iter__(self) -> Iterator[str]:
        return map(str, self._store.documents(self._name))

    def __len__(self) -> int:
        return len(self._store.documents(self._name))

    def items(self) -> Any:
        """Pairs from one moment; not the general view, which would look each document up again."""
        documents = self._store.documents(self._name)
        return ((str(number), decode_document(content)) for number, content in documents.items())


class _TouchedTable(MutableMapping[int, Json]):
    """What an updater works on: documents are decoded when touched, and compared at the end."""

    def __init__(self, store: Store, name: str) -> None:
        self._store = store
        self._name = name
        current = store.current(name)
        self._exists = current is not None
        self._before: Mapping[int, bytes] = {} if current is None else current
        self._cleared = False
        self._removed: set[int] = set()
        self._touched: dict[int, Json] = {}

    def __getitem__(self, document_id: int) -> Json:
        if document_id not in self._touched:
            if document_id not in self:
                raise KeyError(document_id)
            self._touched[document_id] = decode_document(self._before[document_id])
        return self._touched[document_id]

    def __setitem__(self, document_id: int, document: Json) -> None:
        self._touched[document_id] = document

    def __delitem__(self, document_id: int) -> None:
        if document_id not in self:
            raise KeyError(document_id)
        self._touched.pop(document_id, None)
        if document_id in self._before:
            self._removed.add(document_id)

    def __contains__(self, document_id: object) -> bool:
        return document_id in self._touched or self._is_left(document_id)

    def __iter__(self) -> Iterator[int]:
        yield from filter(self._is_left, self._before)
        yield from (number for number in self._touched if not self._is_left(number))

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def clear(self) -> None:
        """Forget all documents without touching each."""
        self._cleared = True
        self._removed.clear()
        self._touched.clear()

    def hand_over(self) -> None:
        """Give the store what changed; a table that was only looked into costs no write."""
        changed = [
            (document_id, content)
            for document_id, document in self._touched.items()
            if (content := encode_document(document, self._name)) != self._left(document_id)
        ]
        if not self._exists or (self._cleared and self._before):
            self._store.clear(self._name)
        for document_id in self._removed:
            self._store.remove(self._name, document_id)
        for document_id, content in changed:
            self._store.put(self._name, document_id, content)

    def _is_left(self, document_id: object) -> bool:
        return (
            not self._cleared and document_id in self._before and document_id not in self._removed
        )

    def _left(self, document_id: int) -> bytes | None:
        return self._before[document_id] if self._is_left(document_id) else None
