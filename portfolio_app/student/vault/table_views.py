"""How TinyDB sees a sealed table when it reads or changes it by its own means.

Documents are decoded when they are looked at; what an updater touched is compared at the end.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, MutableMapping
from typing import Any, TypeAlias

from portfolio_app.student.vault.documents import decode_document
from portfolio_app.student.vault.store import Store

Json: TypeAlias = dict[str, Any]
Put: TypeAlias = Callable[[int, Json, bytes | None], None]


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


class TouchedTable(MutableMapping[int, Json]):
    """What an updater works on: documents are decoded when touched, and compared at the end."""

    def __init__(self, store: Store, name: str, put: Put) -> None:
        """`put` writes one document (number, document, bytes before) inside a batch."""
        self._store = store
        self._name = name
        self._put = put
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
            self._put(document_id, document, before[document_id])

    def _is_left(self, document_id: object) -> bool:
        return (
            not self._cleared
            and document_id not in self._removed
            and self._store.has(self._name, document_id)  # type: ignore[arg-type]  # a number
        )

    def _left(self, document_id: int) -> bytes | None:
        return self._store.get(self._name, document_id) if self._is_left(document_id) else None
