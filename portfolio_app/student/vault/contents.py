"""What all records behind a snapshot come to, as bytes: so that opening need not open each of them.

Documents stay where they are; here stands in which record each is, and the terms it is found by.
The layout is docs/formats/sealed-log.md, "Contents". No file and no key may enter.
"""

from __future__ import annotations

import struct
from array import array
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import accumulate, pairwise, repeat
from typing import Any, NamedTuple

from portfolio_app.errors import StoreDamaged
from portfolio_app.student.vault.frames import SealedRecords
from portfolio_app.student.vault.indexes import FINGERPRINT_SIZE_BYTES, Terms
from portfolio_app.student.vault.packed import IDENTITY, NUMBER, pack, unpack
from portfolio_app.student.vault.table_snapshot import TableSnapshot
from portfolio_app.student.vault.table_state import Entry, TableState

_HEAD = struct.Struct(">B4sIII")
_EXISTS, _HAS_BASE = 1, 2
_NUMBER_SIZE_BYTES, _IDENTITY_SIZE_BYTES = 4, 8

Place = tuple[int, int, int]
"""(where the record starts, where in its plaintext the document starts and ends)."""


class Kept(NamedTuple):
    """A document that is opened when it is asked for; an `Entry` of `table_state`."""

    terms: bytes
    records: SealedRecords
    place: int
    start: int
    end: int

    @property
    def content(self) -> bytes:
        """The document as JSON bytes; StoreDamaged if the record does not open."""
        return self.records.read(self.place, self.start, self.end)


@dataclass(frozen=True, slots=True)
class TableContents:
    """One table behind the snapshot.

    has_base: the documents of the snapshot still count, but for those edited; None in `edited`
    stands for a removed one.
    """

    name: str
    index: bytes = bytes(FINGERPRINT_SIZE_BYTES)  # the fingerprint that all terms are of
    exists: bool = False
    has_base: bool = False
    edited: dict[int, Entry | None] = field(default_factory=dict)
    added: dict[int, Entry] = field(default_factory=dict)

    def state(self, terms: Terms, base: TableSnapshot | None) -> TableState:
        """Return the table over `base`, which is its part of the snapshot."""
        return TableState(terms, base, self.edited, self.added)


def contents_of(name: str, state: TableState) -> TableContents:
    """Return what lies above the snapshot of one table."""
    index, has_base = state.terms.fingerprint, state.base is not None
    return TableContents(name, index, True, has_base, state.edited, state.added)


def encode_contents(
    tables: Iterable[TableContents], places: Mapping[tuple[str, int], Place]
) -> bytes:
    """Return the tables as bytes; `places` says where the document of (table, number) stands."""
    pieces: list[bytes] = []
    for table in tables:
        name = table.name.encode("utf-8")
        removed = [number for number, entry in table.edited.items() if entry is None]
        edited = [(number, entry) for number, entry in table.edited.items() if entry is not None]
        entries = [*edited, *table.added.items()]
        found = [places[table.name, number] for number, _ in entries]
        flags = _EXISTS * table.exists + _HAS_BASE * table.has_base
        pieces += [
            bytes((len(name),)) + name,
            _HEAD.pack(flags, table.index, len(removed), len(edited), len(table.added)),
            pack(IDENTITY, removed),
            pack(IDENTITY, (number for number, _ in entries)),
            *(pack(NUMBER, (place[part] for place in found)) for part in range(3)),
            pack(NUMBER, accumulate(len(entry.terms) for _, entry in entries)),
            *(entry.terms for _, entry in entries),
        ]
    return b"".join(pieces)


def decode_contents(content: bytes, records: SealedRecords) -> Iterator[TableContents]:
    """Yield the tables; StoreDamaged for bytes that no version of this format writes."""
    cut = _Cut(content)
    while cut.offset < len(content):
        name = str(cut.take(cut.take(1)[0]), "utf-8", "replace")  # as sealed as the rest
        flags, index, removed, edited, added = _HEAD.unpack(cut.take(_HEAD.size))
        gone = cut.numbers(IDENTITY, removed)
        count = edited + added
        numbers = cut.numbers(IDENTITY, count)
        rows = [cut.numbers(NUMBER, count) for _ in range(3)]
        ends = cut.numbers(NUMBER, count)
        terms = cut.take(ends[-1] if count else 0)
        own = [terms[start:end] for start, end in pairwise([0, *ends])]
        rows_of_all = zip(own, repeat(records), *rows, strict=False)
        made: Iterator[Any] = map(tuple.__new__, repeat(Kept), rows_of_all)  # without a call each
        kept = list(zip(numbers, made, strict=True))
        changed: dict[int, Entry | None] = dict.fromkeys(gone)
        changed.update(kept[:edited])
        is_there, has_base = bool(flags & _EXISTS), bool(flags & _HAS_BASE)
        yield TableContents(name, index, is_there, has_base, changed, dict(kept[edited:]))


class _Cut:
    """Takes one part after the other."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self.offset = 0

    def take(self, size_bytes: int) -> bytes:
        part = self._content[self.offset : self.offset + size_bytes]
        if len(part) < size_bytes:
            raise StoreDamaged("The contents of the sealed log are cut short.")
        self.offset += size_bytes
        return part

    def numbers(self, kind: str, count: int) -> array[Any]:
        size_bytes = _IDENTITY_SIZE_BYTES if kind == IDENTITY else _NUMBER_SIZE_BYTES
        return unpack(kind, self.take(size_bytes * count))
