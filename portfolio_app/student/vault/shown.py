"""What screens see of records: the merged view of each, found by kind, parent, tag, time and words.

One document a record, written in the same step as what it is made of, so that it can be neither
older nor newer. It repeats what `records` and `outbox` say and may be made anew from those.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tinydb.queries import QueryLike

from portfolio_app.model import order
from portfolio_app.student.vault.tables import Table

TABLE = "shown"
PARENT_FIELDS = ("artifact", "showcase")
SEARCHED_KINDS = ("artifact", "reflection", "file")
KEPT_VIEWS = 512
_PARENTS = tuple(("view", name) for name in PARENT_FIELDS)

Key = tuple[str, str]
"""(scope, record id)."""

_Picture = tuple[str, str, str]
"""Place, id and thumbnail of a file."""

Json = dict[str, Any]
"""A document of this table: scope, id, kind, view, and how many changes wait or were refused."""


@dataclass(frozen=True, slots=True)
class Shown:
    """One record: its merged view with its "id", and how many changes of it wait or were refused.

    `number` is that of its document.
    """

    number: int
    scope: str
    kind: str
    view: Mapping[str, Any]
    waiting: int
    refused: int


@dataclass(frozen=True, slots=True)
class GalleryRow:
    """One work in a list: what is drawn of it, and whether changes of it wait.

    `thumbnail` is the SHA-256 of its first one, or "".
    """

    id: str
    title: str
    made_ms: int
    thumbnail: str
    is_binned: bool
    is_waiting: bool


class ShownRecords:
    """The table of views. Keeps the last few that were asked for one by one."""

    def __init__(self, table: Table) -> None:
        self._table = table
        self._kept: dict[Key, Shown | None] = {}

    def get(self, scope: str, record: str) -> Shown | None:
        """One record, or None."""
        key = scope, record
        if key not in self._kept:
            if len(self._kept) >= KEPT_VIEWS:
                self._kept.clear()
            found = map(_read, self._table.having(("id",), record))
            self._kept[key] = next((one for one in found if one.scope == scope), None)
        return self._kept[key]

    def get_each(self, keys: Collection[Key]) -> dict[Key, Shown]:
        """Many records at once; without those that are not there."""
        found = map(_read, self._table.having_any(("id",), {record for _, record in keys}))
        return {key: one for one in found if (key := (one.scope, one.view["id"])) in keys}

    def put_each(self, documents: Sequence[Json], before: Mapping[Key, Shown]) -> None:
        """Write what many records are now; `before`: those of them that are here."""
        new, known = [], {}
        for document in documents:
            key = document["scope"], document["id"]
            here = before.get(key)
            if here is None:
                new.append(document)
            else:
                known[here.number] = document
            self._kept.pop(key, None)
        self._table.write_multiple(known, new)

    def put_new(self, documents: Iterable[Json]) -> None:
        """Write several that are surely not here yet, in one step."""
        self._table.insert_multiple(documents)

    def remove(self, key: Key) -> None:
        """The record is not there any more; belongs inside a batch."""
        before = self.get(*key)
        if before is not None:
            self._table.remove(doc_ids=[before.number])
        self._kept.pop(key, None)

    def forget(self) -> None:
        """Forget what is kept in memory: it may be from a step that was undone."""
        self._kept.clear()

    def matching(self, query: QueryLike) -> list[Shown]:
        """Records that a query of this table's fields finds, in the order of (scope, id)."""
        return _sorted(map(_read, self._table.search(query)))

    def parts_of(self, parent: str) -> list[Shown]:
        """All that name a record as their artifact or showcase, in the same order."""
        found = [one for path in _PARENTS for one in self._table.having(path, parent)]
        return _sorted({one.doc_id: _read(one) for one in found}.values())

    def everything(self) -> Iterator[Shown]:
        """All records, read one piece after the other."""
        return map(_read, self._table)

    def saying(self, words: str) -> list[Shown]:
        """Works, reflections and texts with a word that begins so, for each of the words."""
        found = map(_read, self._table.find(words))
        return [one for one in found if one.kind in SEARCHED_KINDS]

    def gallery(self) -> list[GalleryRow]:
        """All works, newest first; no document is read for it."""
        works: list[tuple[Any, ...]] = []
        pictures: dict[str, list[_Picture]] = {}
        replaced: set[str] = set()
        waiting: set[str] = set()
        for row in self._table.rows():
            _, record, kind, waits, _, made_ms, _, artifact, thumbnail, *where, replaces = row
            if waits:
                waiting.add(artifact if isinstance(artifact, str) else record)
            if kind == "artifact" and isinstance(made_ms, int):
                works.append(row)
            elif kind == "file" and thumbnail:
                position, place = where
                mine = place or order.first_key(position or 0), record, thumbnail
                pictures.setdefault(artifact, []).append(mine)
            if replaces and replaces != record:
                replaced.add(replaces)
        firsts = {artifact: _first(found, replaced) for artifact, found in pictures.items()}
        return sorted((_row(row, firsts, waiting) for row in works), key=_newest_first)


def _first(pictures: list[_Picture], replaced: set[str]) -> str:
    """The picture that stands for a work: none that a newer one replaces, as far as there are."""
    shown = [one for one in pictures if one[1] not in replaced] if replaced else pictures
    return min(shown or pictures)[2]


def with_parts(shown: Iterable[Shown]) -> Iterator[tuple[Shown, list[Shown]]]:
    """Each record with those that name it as their artifact or showcase, by (scope, id)."""
    ordered = _sorted(shown)
    parts: dict[str, list[Shown]] = {}
    for one in ordered:
        for name in PARENT_FIELDS:
            parent = one.view.get(name)
            if isinstance(parent, str):
                parts.setdefault(parent, []).append(one)
    for one in ordered:
        yield one, parts.get(one.view["id"], [])


def _sorted(shown: Iterable[Shown]) -> list[Shown]:
    return sorted(shown, key=lambda one: (one.scope, one.view["id"]))


def _read(document: Any) -> Shown:
    return Shown(
        document.doc_id,
        document["scope"],
        document["kind"],
        {**document["view"], "id": document["id"]},
        document["waiting"],
        document["refused"],
    )


def _row(row: tuple[Any, ...], pictures: Mapping[str, str], waiting: set[str]) -> GalleryRow:
    _, record, _, _, title, made_ms, binned_ms, *_ = row
    picture = pictures.get(record, "")
    return GalleryRow(
        record, title or "", made_ms, picture, binned_ms is not None, record in waiting
    )


def _newest_first(row: GalleryRow) -> tuple[int, str]:
    return -row.made_ms, row.id
