"""TinyDB over the sealed log: its Storage and Table, with batches that stand or fall together.

TinyDB's own Table reads and writes every document at each step; this one hands it views that
decode on access and turns what an updater touched into operations. TinyDB's queries and calls
stay as they are documented there.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, MutableMapping
from contextlib import AbstractContextManager
from typing import Any

import tinydb.table
from tinydb import TinyDB
from tinydb.queries import QueryLike
from tinydb.storages import Storage

from portfolio_app.errors import NotFound
from portfolio_app.model.search_words import asked_words
from portfolio_app.student.vault.documents import (
    decode_document,
    decode_documents,
    encode_document,
    refuse_odd_keys,
)
from portfolio_app.student.vault.indexes import Path, found
from portfolio_app.student.vault.query_cache import SharedCache
from portfolio_app.student.vault.query_plan import asking, candidate_pieces, may_be_kept
from portfolio_app.student.vault.store import Store
from portfolio_app.student.vault.table_state import Pair, TableState
from portfolio_app.student.vault.table_views import Json, TableView, TouchedTable

MAXIMUM_KEPT_RESULTS = 256
MANY_ASKED = 16

Fields = Mapping[str, Any] | Callable[[MutableMapping[str, Any]], None]


class Table(tinydb.table.Table):
    """A TinyDB table whose every call is one durable step, or part of the batch around it.

    Results are the caller's own: changing them changes nothing stored. The query cache keeps
    stored bytes for the same reason. `find` and `rows` are not TinyDB's.
    """

    _storage: SealedStorage
    query_cache_class = SharedCache
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

    def contents(self) -> Iterator[bytes]:
        """All documents as the JSON bytes that they are stored as."""
        return (content for _, content in self._frozen().pairs())

    def having(self, path: Path, value: str) -> list[tinydb.table.Document]:
        """What `search` finds for this text at a path, quicker; for a handful of documents.

        The table's index must know the path as a single value (NotFound otherwise).
        """
        return self.having_any(path, (value,))

    def having_any(self, path: Path, values: Collection[str]) -> list[tinydb.table.Document]:
        """What `having` finds for all of these texts, read together, in the table's order."""
        store = self._storage.store
        terms = store.terms(self.name)
        if path not in terms.index.equal:
            raise NotFound(f"The table is not indexed by {'.'.join(path)}; add that to its index.")
        asked = frozenset(values)
        codes = terms.text_codes(path, asked)

        def pieces(state: TableState) -> Iterator[list[Pair]]:
            return state.chosen(state.with_codes(codes)) if state.is_indexed else state.pieces()

        def at_once(state: TableState) -> list[list[Pair]]:
            return [*pieces(state)]

        meant: Iterable[list[Pair]]
        if len(asked) > MANY_ASKED:
            meant = pieces(self._frozen())
        else:  # what is frozen must be copied by the next write
            meant = store.look(self.name, list[list[Pair]](), at_once)
        documents = self._decoded(meant) if asked else ()
        return [
            document
            for document in documents
            if isinstance(value := found(document, path), str) and value in asked
        ]

    def in_order(self, path: Path) -> Iterator[tinydb.table.Document]:
        """All documents by their number at a path, ascending, as they are now; read bit by bit.

        The path is one that the table's index orders by (NotFound otherwise); documents without a
        number there are left out.
        """
        state = self._frozen()
        ordered = _ordered(state, path)
        if state.is_indexed:
            return self._decoded(state.in_order(ordered))
        found = [(state.terms.numbers_of(d)[ordered], d) for d in self._decoded(state.pieces())]
        known = [(value, document) for value, document in found if not math.isnan(value)]
        return (document for _, document in sorted(known, key=lambda pair: pair[0]))

    def bounds(self, path: Path) -> tuple[float, float]:
        """Two numbers that no document's number at a path is below or above.

        They may be wider than needed; infinities (low above high) where there is none.
        """
        state = self._frozen()
        ordered = _ordered(state, path)
        if state.is_indexed:
            return state.bounds(ordered)
        values = [state.terms.numbers_of(d)[ordered] for d in self._decoded(state.pieces())]
        known = [value for value in values if not math.isnan(value)]
        return min(known, default=math.inf), max(known, default=-math.inf)

    def insert(self, document: Mapping[str, Any]) -> int:
        store = self._storage.store
        with store.batch():
            if type(document) is not dict and (
                isinstance(document, self.document_class) or not isinstance(document, Mapping)
            ):
                return super().insert(document)
            document_id = self._get_next_id()
            self._storage.put(self._name, document_id, document)
            self.clear_cache()
            return document_id

    def insert_multiple(self, documents: Iterable[Mapping[str, Any]]) -> list[int]:
        with self._storage.store.batch():
            given = list(documents)
            if not given or not all(type(document) is dict for document in given):
                return super().insert_multiple(given)
            numbers = [self._get_next_id() for _ in given]
            for number, document in zip(numbers, given, strict=True):
                self._storage.put(self._name, number, document)
            self.clear_cache()
            return numbers

    def write_multiple(self, known: Mapping[int, Json], new: Iterable[Json]) -> None:
        """Write whole documents in the place of those with these numbers, and new ones.

        For what is worked out of documents that were looked at before: of these the keys and the
        depth are not looked at.
        """
        store, name = self._storage.store, self._name
        of = store.terms(name).of
        with store.batch():
            numbered = {**known, **{self._get_next_id(): document for document in new}}
            store.put_multiple(
                name,
                [(n, encode_document(one, name), of(one)) for n, one in numbered.items()],
            )
            self.clear_cache()

    def search(self, cond: QueryLike) -> list[tinydb.table.Document]:
        commit = self._storage.store.settled_commit()
        if commit is None or not may_be_kept(cond):
            return list(self._matching(cond))
        kept: Any = self._query_cache.get(cond)
        if kept is not None and kept[0] == commit:
            return list(self._decoded([kept[1]]))
        pairs: list[Pair] = []
        found: list[tinydb.table.Document] = []
        new, is_meant = self.document_class, asking(cond)
        for piece in candidate_pieces(self._frozen(), cond):
            documents = decode_documents([content for _, content in piece])
            for pair, document in zip(piece, documents, strict=True):
                if is_meant(document):
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
        store, name = self._storage.store, self._name
        with store.batch():
            numbers = []
            plain = None if callable(fields) else dict(fields)
            if plain is not None:
                refuse_odd_keys(plain, name)  # the stored rest was looked at before
            for number in self._numbers(cond) if doc_ids is None else doc_ids:
                content = store.get(name, number)
                if content is None:
                    continue
                numbers.append(number)
                document = decode_document(content)
                if plain is None:
                    fields(document)  # type: ignore[operator]  # callable, see above
                    self._storage.put(name, number, document, content)
                else:
                    document.update(plain)
                    self._storage.put_checked(name, number, document, content)
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
        store, name = self._storage.store, self._name
        with store.batch():
            if doc_ids is None and cond is not None:
                doc_ids = self._numbers(cond)
            if doc_ids is None:
                return super().remove()  # which says what to call instead
            numbers = [number for number in dict.fromkeys(doc_ids) if store.has(name, number)]
            for number in numbers:
                store.remove(name, number)
            if not store.exists(name):
                store.clear(name)  # as TinyDB does
            self.clear_cache()
            return numbers

    def clear_cache(self) -> None:
        if self._query_cache.cache:  # mostly empty while somebody writes
            self._query_cache.clear()

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
        return filter(asking(cond), self._decoded(candidate_pieces(self._frozen(), cond)))

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
            put = functools.partial(self._storage.put, self.name)
            touched = TouchedTable(self._storage.store, self.name, put)
            updater(touched)
            touched.hand_over()
            self.clear_cache()


def _ordered(state: TableState, path: Path) -> int:
    if path not in state.terms.index.ordered:
        raise NotFound(f"The table is not ordered by {'.'.join(path)}; add that to its index.")
    return state.terms.index.ordered.index(path)


class SealedStorage(Storage):
    """TinyDB's storage port for what goes around tables: listing and dropping them."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def put(
        self, table: str, number: int, document: Mapping[str, Any], before: bytes | None = None
    ) -> None:
        """Write one document inside a batch, unless it is as it was `before`."""
        plain = dict(document)
        refuse_odd_keys(plain, table)
        self.put_checked(table, number, plain, before)

    def put_checked(self, table: str, number: int, document: Json, before: bytes | None) -> None:
        """The same with a document whose keys and depth are known to be as they must be."""
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

    def table(self, name: str, **options: Any) -> Table:
        """Return a table; it need not exist."""
        table: Table = super().table(name, **options)  # type: ignore[assignment]  # table_class
        return table

    def batch(self) -> AbstractContextManager[None]:
        """Make all writes to all tables inside one durable step, or none of them."""
        return self._store.batch()
