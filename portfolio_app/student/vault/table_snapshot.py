"""One table in a snapshot: where its documents lie in the sealed stream, and how they are found.

Nothing is read before it is asked for, and nothing here changes; what was written since lies over
it in `table_state`. The parts and their layout are in docs/formats/sealed-log.md, "Snapshot".
"""

from __future__ import annotations

import json
import zlib
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cached_property
from typing import Any, TypeAlias

from portfolio_app.errors import StoreDamaged
from portfolio_app.student.vault.indexes import Terms
from portfolio_app.student.vault.packed import IDENTITY, NUMBER, VALUE, unpack
from portfolio_app.student.vault.stream import SealedStream

Json: TypeAlias = dict[str, Any]
Numbers: TypeAlias = "array[Any]"

AS_NUMBERS, AS_BITS = b"\x00", b"\x01"  # how a word's positions are written
MAXIMUM_JSON_BYTES = 256 * 1024 * 1024
READ_AHEAD_BYTES = 256 * 1024
_NUMBER_SIZE_BYTES = 4


class TableSnapshot:
    """Documents by position, in the order of the table. Safe for several threads."""

    def __init__(self, stream: SealedStream, directory: Json, terms: Terms) -> None:
        """`directory` is the table's entry in the opening record; StoreDamaged if it is odd."""
        self.stream = stream
        self.terms = terms
        try:
            self._parts = {str(name): (int(s), int(e)) for name, (s, e) in directory["parts"]}
            self._count = int(directory["documents"])
            self._documents_start = self._parts["documents"][0]
            self._ascending = bool(directory["ascending"])
            self.is_indexed = directory["index"] == terms.fingerprint.hex()
        except (KeyError, TypeError, ValueError):
            raise StoreDamaged("The snapshot's directory is not laid out as it must be.") from None

    def __len__(self) -> int:
        return self._count

    @cached_property
    def ids(self) -> Numbers:
        """Document numbers by position."""
        return self._numbers(IDENTITY, "ids")

    def position(self, document_id: int) -> int | None:
        """Where a document stands, or None."""
        if not self._ascending:
            return self._positions_by_id.get(document_id)
        ids = self.ids
        place = bisect_left(ids, document_id)
        return place if place < self._count and ids[place] == document_id else None

    def document(self, position: int) -> bytes:
        """One document as JSON bytes."""
        ends, start = self._ends, self._documents_start
        first = ends[position - 1] if position else 0
        return self.stream.read(start + first, start + ends[position])

    def documents(self) -> Iterator[bytes]:
        """All documents in order, read in long pieces."""
        start, offset, last = self._documents_start, 0, 0
        content = b""
        for end in self._ends:
            if end - offset > len(content):
                offset = last
                whole = self._parts["documents"][1] - start
                upto = min(max(end, offset + READ_AHEAD_BYTES), whole)
                content = self.stream.read(start + offset, start + upto)
            yield content[last - offset : end - offset]
            last = end

    def size_bytes(self) -> int:
        """How many bytes of documents there are."""
        start, end = self._parts["documents"]
        return end - start

    def with_code(self, code: int) -> Numbers:
        """Positions of documents that have this code among their terms, ascending."""
        codes = self.codes
        place = bisect_left(codes, code)
        if place >= len(codes) or codes[place] != code:
            return array(NUMBER)
        first = self.code_ends[place - 1] if place else 0
        start = self._parts["positions"][0]
        content = self.stream.read(
            start + _NUMBER_SIZE_BYTES * first,
            start + _NUMBER_SIZE_BYTES * self.code_ends[place],
        )
        return unpack(NUMBER, content)

    def between(self, ordered: int, low: float, high: float) -> Numbers:
        """Positions of documents whose value at that ordered path is from `low` to `high`."""
        values, order = self.values(ordered), self._numbers(NUMBER, f"order {ordered}")
        return order[bisect_left(values, low) : bisect_right(values, high)]

    def values(self, ordered: int) -> Numbers:
        """The values at an ordered path, ascending, without the absent ones."""
        return self._numbers(VALUE, f"values {ordered}")

    def order(self, ordered: int) -> Numbers:
        """The positions to `values`."""
        return self._numbers(NUMBER, f"order {ordered}")

    @cached_property
    def codes(self) -> Numbers:
        """All codes there are, ascending."""
        return self._numbers(NUMBER, "codes")

    @cached_property
    def code_ends(self) -> Numbers:
        """Where in the run of positions each code's positions end."""
        return self._numbers(NUMBER, "code ends")

    def positions(self) -> Numbers:
        """The positions of all codes, one after the other."""
        return self._numbers(NUMBER, "positions")

    def column(self, number: int) -> list[Any]:
        """The values of one list column, by position."""
        values = self._json(f"column {number}")
        if len(values) != self._count:
            raise StoreDamaged("A column in the snapshot does not fit its table.")
        return values

    @cached_property
    def vocabulary(self) -> list[str]:
        """All words there are, in the order of their characters."""
        return self._json("vocabulary")

    def beginning_with(self, word: str) -> int:
        """Positions of documents with a word that begins so, as a row of bits."""
        vocabulary, found = self.vocabulary, 0
        place = bisect_left(vocabulary, word)
        while place < len(vocabulary) and vocabulary[place].startswith(word):
            found |= self.having(place)
            place += 1
        return found

    def having(self, place: int) -> int:
        """Positions of documents with the word at that place in the vocabulary, as bits."""
        content = self.posting(place)
        if content[:1] == AS_BITS:
            return int.from_bytes(content[1:], "little")
        bits = 0
        for position in unpack(NUMBER, content[1:]):
            bits |= 1 << position
        return bits

    def posting(self, place: int) -> bytes:
        """The same as it is stored: a mark, then positions or bits."""
        ends, start = self._posting_ends, self._parts["postings"][0]
        first = ends[place - 1] if place else 0
        return self.stream.read(start + first, start + ends[place])

    @cached_property
    def _posting_ends(self) -> Numbers:
        return self._numbers(NUMBER, "posting ends")

    @cached_property
    def _ends(self) -> Numbers:
        return self._numbers(NUMBER, "ends")

    @cached_property
    def _positions_by_id(self) -> dict[int, int]:
        return {document_id: position for position, document_id in enumerate(self.ids)}

    def _numbers(self, kind: str, name: str) -> Numbers:
        return unpack(kind, self._part(name))

    def _json(self, name: str) -> list[Any]:
        try:
            content = zlib.decompressobj().decompress(self._part(name), MAXIMUM_JSON_BYTES)
            values = json.loads(content)
        except (ValueError, zlib.error):
            values = None
        if not isinstance(values, list):
            raise StoreDamaged("A part of the snapshot is not laid out as it must be.")
        return values

    def _part(self, name: str) -> bytes:
        try:
            start, end = self._parts[name]
        except KeyError:
            raise StoreDamaged("A part of the snapshot is missing.") from None
        return self.stream.read(start, end)
