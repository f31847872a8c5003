"""Writes tables as a snapshot: documents copied as bytes, and all they are found by.

Documents that an older snapshot holds are neither decoded nor made anew; what was written since
is decoded once, for its words and columns. `table_snapshot` reads what is written here; the layout
is docs/formats/sealed-log.md, "Snapshot".
"""

from __future__ import annotations

import json
import zlib
from array import array
from collections.abc import Iterator, Mapping
from typing import Any

from portfolio_app.errors import StorageFull
from portfolio_app.student.vault.documents import decode_document
from portfolio_app.student.vault.packed import IDENTITY, NUMBER, VALUE, pack, places_of
from portfolio_app.student.vault.stream import MAXIMUM_STREAM_BYTES, StreamWriter
from portfolio_app.student.vault.table_snapshot import AS_BITS, AS_NUMBERS, Json, TableSnapshot
from portfolio_app.student.vault.table_state import Entry, TableState

_GONE = -1


def write_snapshot(writer: StreamWriter, tables: Mapping[str, TableState]) -> Json:
    """Write all tables and return the directory that `TableSnapshot` needs, by table name."""
    return {name: _TableWriter(writer, state).write() for name, state in tables.items()}


class _TableWriter:
    """One table: first its documents, then the parts that are found by position."""

    def __init__(self, writer: StreamWriter, state: TableState) -> None:
        self._writer = writer
        self._terms = state.terms
        self._state = state
        self._base = state.base if state.is_indexed else None
        self._ids = array(IDENTITY)
        self._ends = array(NUMBER)
        self._parts: list[tuple[str, tuple[int, int]]] = []
        self._moved = array("q")  # from positions in the old snapshot to the new ones
        self._newer: list[tuple[int, bytes]] = []  # (position, terms) of what was written since
        self._rows: dict[int, list[Any]] = {}
        self._words: dict[str, list[int]] = {}

    def write(self) -> Json:
        self._write_documents()
        ascending = all(map(int.__lt__, self._ids, self._ids[1:]))
        first = self._ids[0] if self._ids and ascending else None
        if first is not None and self._ids[-1] - first + 1 != len(self._ids):
            first = None
        if first is None:
            self._part("ids", pack(IDENTITY, self._ids))
        self._part("ends", pack(NUMBER, self._ends))
        self._write_codes()
        self._write_ordered()
        self._write_columns()
        if self._terms.index.words:
            self._write_words()
        return {
            "documents": len(self._ids),
            "ascending": ascending,
            "first": first,
            "index": self._terms.fingerprint.hex(),
            "parts": self._parts,
        }

    def _write_documents(self) -> None:
        start = self._writer.size_bytes
        for document_id, content, entry in self._all():
            if self._base is not None and entry is None:
                self._moved.append(len(self._ids))
            else:
                self._take(content, entry)
            self._writer.write(content)
            if self._writer.size_bytes > MAXIMUM_STREAM_BYTES:
                raise StorageFull("This portfolio is too large to be tidied; remove some work.")
            self._ids.append(document_id)
            self._ends.append(self._writer.size_bytes - start)
        self._parts.append(("documents", (start, self._writer.size_bytes)))

    def _all(self) -> Iterator[tuple[int, bytes, Entry | None]]:
        """(number, content, entry or None where the old snapshot holds the document)."""
        base, edited = self._state.base, self._state.edited
        if base is not None:
            for document_id, content in zip(base.ids, base.documents(), strict=True):
                if document_id not in edited:
                    yield document_id, content, None
                    continue
                self._moved.append(_GONE)
                if (entry := edited[document_id]) is not None:
                    yield document_id, entry.content, entry
        for document_id, added in self._state.added.items():
            yield document_id, added.content, added

    def _take(self, content: bytes, entry: Entry | None) -> None:
        """Make what one newer document is found by."""
        terms, index, position = self._terms, self._terms.index, len(self._ids)
        kept = b"" if entry is None else entry.terms
        if index.columns or index.words or not terms.fit(kept):
            document = decode_document(content)
            if not terms.fit(kept):
                kept = terms.of(document)
            self._rows[position] = terms.row(document)
            for word in terms.words(document):
                self._words.setdefault(word, []).append(position)
        self._newer.append((position, kept))

    def _write_codes(self) -> None:
        found: dict[int, array[int]] = {}
        base, moved = self._base, self._moved
        if base is not None:
            positions, first = base.positions(), 0
            for code, end in zip(base.codes, base.code_ends, strict=True):
                kept = [moved[place] for place in positions[first:end]]
                found[code] = array(NUMBER, (place for place in kept if place != _GONE))
                first = end
        for position, terms in self._newer:
            for code in self._terms.codes(terms):
                if code in found:
                    found[code].append(position)
                else:
                    found[code] = array(NUMBER, (position,))
        codes = sorted(code for code, places in found.items() if places)
        ends, together = array(NUMBER), array(NUMBER)
        for code in codes:
            together.extend(array(NUMBER, sorted(found[code])))
            ends.append(len(together))
        self._part("codes", pack(NUMBER, codes))
        self._part("code ends", pack(NUMBER, ends))
        self._part("positions", pack(NUMBER, together))

    def _write_ordered(self) -> None:
        newer = [(place, self._terms.numbers(terms)) for place, terms in self._newer]
        for ordered in range(len(self._terms.index.ordered)):
            pairs = [
                (numbers[ordered], place)
                for place, numbers in newer
                if numbers[ordered] == numbers[ordered]  # NaN: there is none
            ]
            base = self._base
            if base is not None:
                old = zip(base.values(ordered), base.order(ordered), strict=True)
                pairs.extend(
                    (value, self._moved[place])
                    for value, place in old
                    if self._moved[place] != _GONE
                )
            pairs.sort()
            self._part(f"values {ordered}", pack(VALUE, (value for value, _ in pairs)))
            self._part(f"order {ordered}", pack(NUMBER, (place for _, place in pairs)))

    def _write_columns(self) -> None:
        for number in range(len(self._terms.index.columns)):
            column: list[Any] = [None] * len(self._ids)
            if self._base is not None:
                for place, value in zip(self._moved, self._base.column(number), strict=True):
                    if place != _GONE:
                        column[place] = value
            for place, row in self._rows.items():
                column[place] = row[number]
            self._json(f"column {number}", column)

    def _write_words(self) -> None:
        base = self._base
        old = {} if base is None else {word: k for k, word in enumerate(base.vocabulary)}
        unmoved = all(map(int.__eq__, self._moved, range(len(self._moved))))
        vocabulary, ends = [], array(NUMBER)
        start = self._writer.size_bytes
        for word in sorted(old.keys() | self._words.keys()):
            newer = self._words.get(word)
            if base is not None and unmoved and newer is None:
                posting = base.posting(old[word])
            else:
                posting = self._posting(base, old.get(word), newer or [])
            if posting:
                self._writer.write(posting)
                vocabulary.append(word)
                ends.append(self._writer.size_bytes - start)
        self._parts.append(("postings", (start, self._writer.size_bytes)))
        self._part("posting ends", pack(NUMBER, ends))
        self._json("vocabulary", vocabulary)

    def _posting(self, base: TableSnapshot | None, place: int | None, newer: list[int]) -> bytes:
        """The positions of one word, in whichever way is shorter."""
        positions = list(newer)
        if base is not None and place is not None:
            moved = (self._moved[old] for old in places_of(base.having(place)))
            positions.extend(new for new in moved if new != _GONE)
        if not positions:
            return b""
        if 4 * len(positions) < len(self._ids) // 8:
            return AS_NUMBERS + pack(NUMBER, sorted(positions))
        bits = bytearray(len(self._ids) // 8 + 1)
        for position in positions:
            bits[position >> 3] |= 1 << (position & 7)
        return AS_BITS + bytes(bits)

    def _json(self, name: str, values: list[Any]) -> None:
        content = json.dumps(values, ensure_ascii=False, separators=(",", ":"))
        self._part(name, zlib.compress(content.encode(), 1))

    def _part(self, name: str, content: bytes) -> None:
        start = self._writer.size_bytes
        self._writer.write(content)
        self._parts.append((name, (start, self._writer.size_bytes)))
