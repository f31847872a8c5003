"""One table as it is now: a snapshot's part below, what was written since above it.

Documents are JSON bytes here. No disk, no TinyDB, and no lock: `store` says who may look when.
"""

from __future__ import annotations

import heapq
import itertools
import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Protocol, TypeAlias

from portfolio_app.student.vault.batch import CLEAR, PUT, REMOVE, Operation
from portfolio_app.student.vault.documents import decode_document, decode_documents
from portfolio_app.student.vault.indexes import CODE_SIZE_BYTES, Terms
from portfolio_app.student.vault.newer_codes import MANY, NewerCodes
from portfolio_app.student.vault.packed import places_of
from portfolio_app.student.vault.table_snapshot import TableSnapshot

PIECE_COUNT = 256
MANY_CODES = 4  # fewer are looked for in the terms as they are

Pair: TypeAlias = tuple[int, bytes]


class Entry(Protocol):
    """A document written since the snapshot, and its terms: an `Operation`, or one kept sealed."""

    @property
    def content(self) -> bytes:
        """The document as JSON bytes."""

    @property
    def terms(self) -> bytes:
        """What it is found by."""


_THERE: Entry = Operation(PUT, "")  # stands for a document of the snapshot that was not edited


@dataclass(frozen=True, slots=True)
class Candidates:
    """Who may be meant by a query: positions in the snapshot, and numbers of newer documents."""

    positions: Iterable[int]
    newer: Iterable[int]
    size: int


class TableState:
    """A table that changes; `fork` gives one that changes apart from it."""

    def __init__(
        self,
        terms: Terms,
        base: TableSnapshot | None = None,
        edited: dict[int, Entry | None] | None = None,
        added: dict[int, Entry] | None = None,
    ) -> None:
        self.terms = terms
        self.base = base
        self.edited = edited or {}  # of the snapshot's documents; None: removed
        self.added = added or {}
        self._removed_count = list(self.edited.values()).count(None)
        self._is_shared = False  # whether another state looks at the same two
        self._newer_codes = NewerCodes()
        numbers = list(self.added)
        self._ascends = all(map(int.__lt__, numbers, numbers[1:]))  # the numbers of `added`
        self._last = numbers[-1] if numbers else 0

    def fork(self) -> TableState:
        """Return a copy; what is below and beside it is shared until one of the two changes."""
        copy = TableState(self.terms, self.base)
        copy.edited, copy.added = self.edited, self.added
        copy._removed_count = self._removed_count
        copy._newer_codes = self._newer_codes
        copy._ascends, copy._last = self._ascends, self._last
        copy._is_shared = self._is_shared = True
        return copy

    def apply(self, operation: Operation) -> None:
        """Do a put, removal or clearing."""
        self.replay(operation)
        if operation.kind == PUT:
            self._note(operation)

    def replay(self, operation: Operation) -> None:
        """The same while a log is opened; its codes are noted when something is written to it."""
        document_id = operation.document_id
        if operation.kind == CLEAR:
            self.base, self.edited, self.added, self._removed_count = None, {}, {}, 0
            self._is_shared, self._newer_codes = False, NewerCodes()
            self._ascends, self._last = True, 0
            return
        if self._is_shared:
            self.edited, self.added, self._is_shared = self.edited.copy(), self.added.copy(), False
        if operation.kind == PUT:
            if document_id not in self.added and self._is_in_base(document_id):
                self.edited[document_id] = operation
            else:
                if document_id not in self.added:
                    self._ascends = self._ascends and document_id > self._last
                    self._last = document_id
                self.added[document_id] = operation
        elif operation.kind == REMOVE:
            if document_id in self.added:
                del self.added[document_id]
            elif self._is_in_base(document_id):
                self.edited[document_id] = None
                self._removed_count += 1

    def __len__(self) -> int:
        below = 0 if self.base is None else len(self.base)
        return below - self._removed_count + len(self.added)

    def get(self, document_id: int) -> bytes | None:
        """One document, or None."""
        entry = self.added.get(document_id) or self.edited.get(document_id)
        if entry is not None:
            return entry.content
        base = self.base
        if base is None or document_id in self.edited:
            return None
        position = base.position(document_id)
        return None if position is None else base.document(position)

    def has(self, document_id: int) -> bool:
        """Say whether there is such a document."""
        return document_id in self.added or self._is_in_base(document_id)

    def ids(self) -> Iterator[int]:
        """The numbers of all documents in order."""
        if self.base is not None:
            gone = {number for number, entry in self.edited.items() if entry is None}
            yield from (number for number in self.base.ids if number not in gone)
        yield from self.added

    def largest_id(self) -> int:
        """The largest number in use, or 0."""
        return max(self.ids(), default=0) if self._removed_count else self._largest()

    def pairs(self) -> Iterator[Pair]:
        """(number, document) of all documents in order."""
        return itertools.chain.from_iterable(self.pieces())

    def pieces(self) -> Iterator[list[Pair]]:
        """The same, some at a time."""
        base, edited = self.base, self.edited
        if base is not None:
            ids = iter(base.ids)
            for contents in base.pieces():
                pairs = list(zip(itertools.islice(ids, len(contents)), contents, strict=True))
                if edited:
                    pairs = [
                        (number, content if number not in edited else entry.content)
                        for number, content in pairs
                        if (entry := edited.get(number, _THERE)) is not None
                    ]
                yield pairs
        yield from _pieces(self.added.items())

    def chosen(self, candidates: Candidates) -> Iterator[list[Pair]]:
        """(number, document) of the candidates that there are, in order, some at a time."""
        base, edited, added = self.base, self.edited, self.added
        newer = set(candidates.newer)
        if base is not None:
            places = {*candidates.positions}
            if edited and newer:
                found = (base.position(number) for number in newer & edited.keys())
                places.update(place for place in found if place is not None)
            positions, ids = sorted(places), base.ids
            for first in range(0, len(positions), PIECE_COUNT):
                piece = positions[first : first + PIECE_COUNT]
                numbers = [ids[place] for place in piece]
                if edited:
                    yield self._overlaid(base, numbers, piece)
                else:
                    yield list(zip(numbers, base.documents_at(piece), strict=True))
        if newer:
            if self._ascends:
                numbers = sorted(newer & added.keys())
            else:
                numbers = [number for number in added if number in newer]
            yield from _pieces((number, added[number]) for number in numbers)

    def numbered(self, numbers: set[int]) -> Candidates:
        """The documents with these numbers, as far as there are any."""
        positions = [
            position
            for number in numbers
            if self.base is not None and (position := self.base.position(number)) is not None
        ]
        return Candidates(positions, numbers, len(numbers))

    def with_codes(self, codes: list[int]) -> Candidates:
        """Candidates that have any of the codes; may be too many, never too few."""
        positions: Iterable[int] = ()
        count = 0
        if self.base is not None:
            found = [places for code in codes if (places := self.base.with_code(code))]
            positions = found[0] if len(found) == 1 else {*itertools.chain(*found)}
            count = sum(map(len, found))
        newer = self._newer_with_codes(codes)
        return Candidates(positions, newer, count + len(newer))

    def _newer_with_codes(self, codes: list[int]) -> list[int]:
        if self._newer_codes.is_complete:
            return self._newer_codes.having_any(codes)
        if len(codes) > MANY_CODES:
            own, asked = self.terms.codes, set(codes)
            return [n for n, entry in self._newer() if not asked.isdisjoint(own(entry.terms))]
        needles = [code.to_bytes(CODE_SIZE_BYTES, "big") for code in codes]
        return [
            number for needle in needles for number, entry in self._newer() if needle in entry.terms
        ]

    def between(self, ordered: int, low: float, high: float, odd: int) -> Candidates:
        """Candidates whose value is from `low` to `high`, or that have the code `odd`."""
        strange = self.with_codes([odd])
        positions = list(strange.positions)
        if self.base is not None:
            positions.extend(self.base.between(ordered, low, high))
        numbers = self.terms.numbers
        newer = [
            number
            for number, entry in self._newer()
            if low <= numbers(entry.terms)[ordered] <= high
        ]
        newer.extend(strange.newer)
        return Candidates(positions, newer, len(positions) + len(newer))

    def in_order(self, ordered: int) -> Iterator[list[Pair]]:
        """(number, document) by the value at an ordered path, ascending, some at a time.

        Documents without a number there are left out; the table's base must be indexed.
        """
        base, edited, number_of = self.base, self.edited, self.terms.number_at(ordered)
        newer = [(number_of(entry.terms)[0], 1, number, entry) for number, entry in self._newer()]
        newer = sorted(row for row in newer if row[0] == row[0])  # not those that are not a number
        below: Iterable[tuple[Any, ...]] = ()
        ids = base.ids if base is not None else ()
        if base is not None:
            rows = zip(base.values(ordered), base.order(ordered), strict=True)
            below = ((value, 0, place) for value, place in rows if ids[place] not in edited)
        together = heapq.merge(below, newer)
        while piece := list(itertools.islice(together, PIECE_COUNT)):
            places = [row[2] for row in piece if row[1] == 0]
            contents = iter(base.documents_at(places) if base is not None else ())
            yield [
                (row[2], row[3].content) if row[1] else (ids[row[2]], next(contents))
                for row in piece
            ]

    def bounds(self, ordered: int) -> tuple[float, float]:
        """No value at that path is below or above these; infinities if there is none at all."""
        values = [self.terms.numbers(entry.terms)[ordered] for _, entry in self._newer()]
        known = [value for value in values if not math.isnan(value)]
        if self.base is not None:
            below = self.base.values(ordered)
            known += [*below[:1], *below[-1:]]
        return min(known, default=math.inf), max(known, default=-math.inf)

    def saying(self, words: list[str]) -> Candidates:
        """Documents that have a word beginning with each of the words; all of them do."""
        positions: list[int] = []
        if self.base is not None:
            bits = -1
            for word in words:
                bits &= self.base.beginning_with(word)
            edited = {self.base.position(number) for number in self.edited}
            positions = [place for place in places_of(bits) if place not in edited]
        newer = [number for number, entry in self._newer() if self.says(words, entry.content)]
        return Candidates(positions, newer, len(positions) + len(newer))

    def says(self, words: list[str], content: bytes) -> bool:
        """Say whether a document has a word beginning with each of the words."""
        own = self.terms.words(decode_document(content))
        return all(one in own or any(word.startswith(one) for word in own) for one in words)

    def rows(self) -> Iterator[tuple[Any, ...]]:
        """(number, columns) of all documents in order; no document of the snapshot is decoded."""
        if self.base is not None and not self.base.is_indexed:
            for document_id, content in self.pairs():
                yield (document_id, *self.terms.row(decode_document(content)))
            return
        if self.base is not None:
            columns = [self.base.column(k) for k in range(len(self.terms.index.columns))]
            below = zip(self.base.ids, *columns, strict=True)
            if not self.edited:
                yield from below
            else:
                for row in below:
                    if row[0] not in self.edited:
                        yield row
                    elif (entry := self.edited[row[0]]) is not None:
                        yield self._row(row[0], entry)
        for piece in _pieces(self.added.items()):
            documents = decode_documents([content for _, content in piece])
            for (document_id, _), document in zip(piece, documents, strict=True):
                yield (document_id, *self.terms.row(document))

    @property
    def is_indexed(self) -> bool:
        """Say whether candidates and rows can be had without decoding everything."""
        return self.base is None or self.base.is_indexed

    def _overlaid(
        self, base: TableSnapshot, numbers: list[int], positions: list[int]
    ) -> list[Pair]:
        """Documents of the snapshot as they are now, without the removed ones."""
        edited = self.edited
        kept = [
            place for number, place in zip(numbers, positions, strict=True) if number not in edited
        ]
        below = iter(base.documents_at(kept))
        return [
            (number, entry.content if number in edited else next(below))
            for number in numbers
            if (entry := edited.get(number, _THERE)) is not None
        ]

    def _note(self, operation: Operation) -> None:
        """Note the codes of what is written; of all there is when it becomes many."""
        noted = self._newer_codes
        if noted.is_complete:
            noted.add(operation.document_id, self.terms.codes(operation.terms))
        elif len(self.added) + len(self.edited) > MANY:
            for number, entry in self._newer():
                noted.add(number, self.terms.codes(entry.terms))
            noted.is_complete = True

    def _row(self, document_id: int, entry: Entry) -> tuple[Any, ...]:
        return (document_id, *self.terms.row(decode_document(entry.content)))

    def _newer(self) -> Iterator[tuple[int, Entry]]:
        for document_id, entry in self.edited.items():
            if entry is not None:
                yield document_id, entry
        yield from self.added.items()

    def _is_in_base(self, document_id: int) -> bool:
        if document_id in self.edited:
            return self.edited[document_id] is not None
        return self.base is not None and self.base.position(document_id) is not None

    def _largest(self) -> int:
        below = 0 if self.base is None else self.base.largest_id()
        return max(below, max(self.added, default=0))


def _pieces(entries: Iterable[tuple[int, Entry]]) -> Iterator[list[Pair]]:
    """Documents that are in memory, some at a time."""
    waiting = iter(entries)
    while piece := [
        (number, entry.content) for number, entry in itertools.islice(waiting, PIECE_COUNT)
    ]:
        yield piece
