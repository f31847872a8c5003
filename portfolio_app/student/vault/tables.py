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

from portfolio_app.student.vault.documents import decode_document, decode_documents, encode_document
from portfolio_app.student.vault.query_plan import candidate_pieces, may_be_kept
from portfolio_app.student.vault.store import Store
from portfolio_app.student.vault.table_state import Pair, TableState
from portfolio_app.student.vault.words import asked_words

MAXIMUM_KEPT_RESULTS = 256

Json = dict[str, Any]
Fields = Mapping[str, Any] | Callable[[MutableMapping[str, Any]], None]


class Table(tinydb.table.Table):
    """A TinyDB table whose every call is one durable step, or part of the batch around it.

    Results are the caller's own: changing them changes nothing stored. The query cache keeps
    stored bytes for the same reason. `find` and `rows` are not TinyDB's.
    """

    _storage: SealedStorage
    _undone_batches = 0
    _next_id: int | None  # type: ignore[assignment]  # TinyDB says None and means this

    def find(self, words: str) -> list[tinydb.table.Document]:
        """Documents that have, for each of the words, a word beginning so; any script.

        Case and accents do not matter. Nothing is found by no words, or where no field of the
        table is searched.
        """
        asked = asked_words(words)
        state = self._frozen()
        if not asked or not state.terms.index.words:
            return []
        if state.is_indexed:
            return list(self._decoded(state.chosen(state.saying(asked))))
        return [self._document(*pair) for pair in state.pairs() if state.says(asked, pair[1])]

    def rows(self) -> list[tuple[Any, ...]]:
        """(number, column, ...) of all documents: what a list shows, without reading the rest.

        The columns are those of the table's index; None where a document has no such field.
        """
        return list(self._frozen().rows())

    def insert(self, document: Mapping[str, Any]) -> int:
        store = self._storage.store
        with store.batch():
            if isinstance(document, self.document_class) or not isinstance(document, Mapping):
                return super().insert(document)
            document_id = self._get_next_id()
            self._storage.put(self.name, document_id, document)
            self.clear_cache()
            return document_id

    def insert_multiple(self, documents: Iterable[Mapping[str, Any]]) -> list[int]:
        with self._storage.store.batch():
            return super().insert_multiple(documents)

    def search(self, cond: QueryLike) -> list[tinydb.table.Document]:
        commit = self._storage.store.settled_commit()
        if commit is None or not may_be_kept(cond):
            return list(self._matching(cond))
        kept: Any = self._query_cache.get(cond)
        if kept is not None and kept[0] == commit:
            return list(self._decoded([kept[1]]))
        pairs: list[Pair] = []
        found: list[tinydb.table.Document] = []
        new = self.document_class
        for piece in candidate_pieces(self._frozen(), cond):
            documents = decode_documents([content for _, content in piece])
            for pair, document in zip(piece, documents, strict=True):
                if cond(document):
                    found.append(new(document, pair[0]))
                    pairs.append(pair)
        if len(pairs) <= MAXIMUM_KEPT_RESULTS:
            self._query_cache[cond] = (commit, pairs)  # type: ignore[assignment]  # not documents
        return found

    def get(
        self,
        cond: QueryLike | None = None,
        doc_id: int | None = None,
        doc_ids: list[int] | None = None,
    ) -> Any:
        if doc_id is not None:
            if type(doc_id) is not int and not str(doc_id).isdecimal():
                return None  # as TinyDB, which looks for the number as a text
            content = self._storage.store.get(self.name, int(doc_id))
            return None if content is None else self._document(doc_id, content)
        if doc_ids is not None:
            state = self._frozen()
            meant = state.numbered({int(number) for number in doc_ids})
            return list(self._decoded(state.chosen(meant)))
        if cond is not None:
            return next(self._matching(cond), None)
        raise RuntimeError("You have to pass either cond or doc_id or doc_ids")

    def update(
        self,
        fields: Fields,
        cond: QueryLike | None = None,
        doc_ids: Iterable[int] | None = None,
    ) -> list[int]:
        store, name = self._storage.store, self.name
        with store.batch():
            if doc_ids is None:
                numbers = self._numbers(cond)
            else:
                numbers = [number for number in doc_ids if store.has(name, number)]
            for number in numbers:
                content = store.get(name, number) or b""
                document = decode_document(content)
                if callable(fields):
                    fields(document)
                else:
                    document.update(fields)
                self._storage.put(name, number, document, content)
            if not numbers and not store.exists(name):
                store.clear(name)  # as TinyDB does
            self.clear_cache()
            return numbers

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
            if doc_ids is None and cond is not None:
                doc_ids = self._numbers(cond)
            return super().remove(None, doc_ids)

    def __iter__(self) -> Iterator[tinydb.table.Document]:
        return self._decoded(self._frozen().pieces())

    def _get_next_id(self) -> int:
        """Count anew after a batch was undone: the remembered number may be from inside it."""
        store = self._storage.store
        if self._next_id is None or store.undone_batches != self._undone_batches:
            self._undone_batches = store.undone_batches
            self._next_id = store.look(self.name, 0, TableState.largest_id) + 1
        number = self._next_id
        self._next_id = number + 1
        return number

    def _numbers(self, cond: QueryLike | None) -> list[int]:
        """Find the numbers first, so that only those documents are touched."""
        if cond is None:
            return list(self._frozen().ids())
        return [document.doc_id for document in self._matching(cond)]

    def _matching(self, cond: QueryLike) -> Iterator[tinydb.table.Document]:
        """Ask the query about whoever may be meant, in the table's order."""
        return filter(cond, self._decoded(candidate_pieces(self._frozen(), cond)))

    def _decoded(self, pieces: Iterable[list[Pair]]) -> Iterator[tinydb.table.Document]:
        new = self.document_class
        for piece in pieces:
            documents = decode_documents([content for _, content in piece])
            for pair, document in zip(piece, documents, strict=True):
                yield new(document, pair[0])

    def _frozen(self) -> TableState:
        return self._storage.store.frozen(self.name)

    def _document(self, number: int, content: bytes) -> tinydb.table.Document:
        return self.document_class(decode_document(content), self.document_id_class(number))

    def _read_table(self) -> Mapping[str, Json]:  # type: ignore[override]  # read-only view
        return TableView(self._storage.store, self.name)

    def _update_table(self, updater: Callable[[Any], None]) -> None:
        with self._storage.store.batch():
            touched = _TouchedTable(self._storage, self.name)
            updater(touched)
            touched.hand_over()
            self.clear_cache()


class SealedStorage(Storage):
    """TinyDB's storage port for what goes around tables: listing and dropping them."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def put(
        self, table: str, number: int, document: Mapping[str, Any], before: bytes | None = None
    ) -> None:
        """Write one document inside a batch, unless it is as it was `before`."""
        content = encode_document(document, table)
        if content != before:
            terms = self.store.terms(table)
            self.store.put(table, number, content, terms.of(document))

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
                    self.put(name, int(document_id), document)


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
        return map(str, self._store.frozen(self._name).ids())

    def __len__(self) -> int:
        return self._store.look(self._name, 0, len)

    def items(self) -> Any:
        """Pairs from one moment; not the general view, which would look each document up again."""
        pairs = self._store.frozen(self._name).pairs()
        return ((str(number), decode_document(content)) for number, content in pairs)


class _TouchedTable(MutableMapping[int, Json]):
    """What an updater works on: documents are decoded when touched, and compared at the end."""

    def __init__(self, storage: SealedStorage, name: str) -> None:
        self._storage = storage
        self._store = storage.store
        self._name = name
        self._cleared = False
        self._removed: set[int] = set()
        self._touched: dict[int, Json] = {}

    def __getitem__(self, document_id: int) -> Json:
        if document_id not in self._touched:
            content = self._left(document_id)
            if content is None:
                raise KeyError(document_id)
            self._touched[document_id] = decode_document(content)
        return self._touched[document_id]

    def __setitem__(self, document_id: int, document: Json) -> None:
        self._touched[document_id] = document

    def __delitem__(self, document_id: int) -> None:
        if document_id not in self:
            raise KeyError(document_id)
        self._touched.pop(document_id, None)
        if self._is_left(document_id):
            self._removed.add(document_id)

    def __contains__(self, document_id: object) -> bool:
        return document_id in self._touched or self._is_left(document_id)

    def __iter__(self) -> Iterator[int]:
        yield from filter(self._is_left, list(self._store.frozen(self._name).ids()))
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
        store, name = self._store, self._name
        before = {number: self._left(number) for number in self._touched}
        if not store.exists(name) or (self._cleared and store.look(name, 0, len)):
            store.clear(name)
        for document_id in self._removed:
            store.remove(name, document_id)
        for document_id, document in self._touched.items():
            self._storage.put(name, document_id, document, before[document_id])

    def _is_left(self, document_id: object) -> bool:
        return (
            not self._cleared
            and document_id not in self._removed
            and self._store.has(self._name, document_id)  # type: ignore[arg-type]  # a number
        )

    def _left(self, document_id: int) -> bytes | None:
        return self._store.get(self._name, document_id) if self._is_left(document_id) else None
