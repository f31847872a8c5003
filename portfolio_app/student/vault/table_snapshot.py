"""One table in a snapshot: where its documents lie in the sealed stream, and how they are found.

Nothing is read before it is asked for, and nothing here changes; what was written since lies over
it in `table_state`. The parts and their layout are in docs/formats/sealed-log.md, "Snapshot".
"""

from __future__ import annotations

import itertools
import json
import zlib
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cached_property
from typing import Any, TypeAlias

from portfolio_app.errors import StoreDamaged
from portfolio_app.student.vault.batch import MAXIMUM_DOCUMENT_ID
from portfolio_app.student.vault.indexes import Terms
from portfolio_app.student.vault.packed import IDENTITY, NUMBER, VALUE, unpack
from portfolio_app.student.vault.stream import SealedStream

Json: TypeAlias = dict[str, Any]
Numbers: TypeAlias = "array[Any]"

AS_NUMBERS, AS_BITS = b"\x00", b"\x01"  # how a word's positions are written
MAXIMUM_DOCUMENTS = 2**31 - 1
MAXIMUM_JSON_BYTES = 256 * 1024 * 1024
READ_AHEAD_BYTES = 256 * 1024
_NUMBER_SIZE_BYTES = 4
_IDENTITY_SIZE_BYTES = 8
_ODD_DIRECTORY = "The snapshot's directory is not laid out as it must be."
_FEW = 8  # so many places of documents are read one by one, before all of them are


class TableSnapshot:
    """Documents by position, in the order of the table. Safe for several threads."""

    def __init__(self, stream: SealedStream, directory: Json, terms: Terms) -> None:
        """`directory` is the table's entry in the opening record; StoreDamaged if it is odd."""
        self.stream = stream
        self.terms = terms
        self._ends: Numbers | None = None
        self._asked = 0
        try:
            self._parts = {str(name): (int(s), int(e)) for name, (s, e) in directory["parts"]}
            self._count = int(directory["documents"])
            self._documents_start = self._parts["documents"][0]
            self._ascending = bool(directory["ascending"])
            first = directory["first"]
            self._first = None if first is None else int(first)
            self.is_indexed = directory["index"] == terms.fingerprint.hex()
        except (KeyError, OverflowError, TypeError, ValueError):
            raise StoreDamaged(_ODD_DIRECTORY) from None
        if not self._fits():
            raise StoreDamaged(_ODD_DIRECTORY)

    def __len__(self) -> int:
        return self._count

    @cached_property
    def ids(self) -> Numbers | range:
        """Document numbers by position."""
        if self._first is not None:
            return range(self._first, self._first + self._count)
        return self._numbers(IDENTITY, "ids")

    def largest_id(self) -> int:
        """The largest number, or 0."""
        if self._ascending and self._count:
            return self.ids[-1]
        return max(self.ids, default=0)

    def position(self, document_id: int) -> int | None:
        """Where a document stands, or None."""
        if self._first is not None:
            place = document_id - self._first
            return place if 0 <= place < self._count else None
        if not self._ascending:
            return self._positions_by_id.get(document_id)
        ids = self.ids
        place = bisect_left(ids, document_id)
        return place if place < self._count and ids[place] == document_id else None

    def document(self, position: int) -> bytes:
        """One document as JSON bytes."""
        return self.stream.read(*self._place(position))

    def documents_at(self, positions: list[int]) -> list[bytes]:
        """Several documents, in the order asked for."""
        if len(positions) <= _FEW:
            return self.stream.read_each([self._place(position) for position in positions])
        ends, start = self._all_ends, self._documents_start
        return self.stream.read_each(
            [
                (start + (ends[position - 1] if position else 0), start + ends[position])
                for position in positions
            ]
        )

    def documents(self) -> Iterator[bytes]:
        """All documents in order."""
        for piece in self.pieces():
            yield from piece

    def pieces(self) -> Iterator[list[bytes]]:
        """All documents in order, some at a time: a long piece is read and opened at once."""
        ends, start, first = self._all_ends, self._documents_start, 0
        while first < self._count:
            offset = ends[first - 1] if first else 0
            last = max(bisect_right(ends, offset + READ_AHEAD_BYTES, lo=first), first + 1)
            content = self.stream.read(start + offset, start + ends[last - 1])
            places = [0, *(end - offset for end in ends[first:last])]
            yield [content[one:next_one] for one, next_one in itertools.pairwise(places)]
            first = last

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
        start = self._bounds("positions")[0]
        return self._positions(
            self._read_numbers(
                start + _NUMBER_SIZE_BYTES * first,
                start + _NUMBER_SIZE_BYTES * self.code_ends[place],
            )
        )

    def between(self, ordered: int, low: float, high: float) -> Numbers:
        """Positions of documents whose value at that ordered path is from `low` to `high`."""
        values, order = self.values(ordered), self._numbers(NUMBER, f"order {ordered}")
        return self._positions(order[bisect_left(values, low) : bisect_right(values, high)])

    def values(self, ordered: int) -> Numbers:
        """The values at an ordered path, ascending, without the absent ones."""
        return self._numbers(VALUE, f"values {ordered}")

    def order(self, ordered: int) -> Numbers:
        """The positions to `values`."""
        return self._positions(self._numbers(NUMBER, f"order {ordered}"))

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
        return self._positions(self._numbers(NUMBER, "positions"))

    def column(self, number: int) -> list[Any]:
        """The values of one list column, by position."""
        values = self._json(f"column {number}")
        if len(values) != self._count:
            raise StoreDamaged("A column in the snapshot does not fit its table.")
        return values

    @cached_property
    def vocabulary(self) -> list[str]:
        """All words there are, in the order of their characters."""
        words = self._json("vocabulary")
        if {*map(type, words)} > {str} or len(words) != len(self._posting_ends):
            raise StoreDamaged("The words in the snapshot are not laid out as they must be.")
        return words

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
        bits = 0
        if content[:1] == AS_BITS:
            bits = int.from_bytes(content[1:], "little")
        elif len(content) % _NUMBER_SIZE_BYTES == 1:
            for position in self._positions(unpack(NUMBER, content[1:])):
                bits |= 1 << position
        if not bits or bits.bit_length() > self._count:
            raise StoreDamaged("The words in the snapshot are not laid out as they must be.")
        return bits

    def posting(self, place: int) -> bytes:
        """The same as it is stored: a mark, then positions or bits."""
        ends, start = self._posting_ends, self._bounds("postings")[0]
        first = ends[place - 1] if place else 0
        return self.stream.read(start + first, start + ends[place])

    def _fits(self) -> bool:
        """Whether every part lies inside the stream and has the size that the others ask for."""
        sizes = {name: end - start for name, (start, end) in self._parts.items()}
        if not 0 <= self._count <= MAXIMUM_DOCUMENTS or not all(
            0 <= start <= end <= self.stream.size_bytes for start, end in self._parts.values()
        ):
            return False
        asked = {"ends": self._count * _NUMBER_SIZE_BYTES}
        if self._first is None:
            asked["ids"] = self._count * _IDENTITY_SIZE_BYTES
        elif not 0 <= self._first <= MAXIMUM_DOCUMENT_ID - self._count:
            return False
        if self.is_indexed:
            asked["code ends"] = sizes.get("codes", 0)
            for ordered in range(len(self.terms.index.ordered)):
                values = sizes.get(f"values {ordered}", 0)
                asked[f"order {ordered}"] = values // 2  # a number to each value
        return all(sizes.get(name) == size for name, size in asked.items())

    def _positions(self, found: Numbers) -> Numbers:
        """The same numbers, if there are documents there."""
        if found and max(found) >= self._count:
            raise StoreDamaged("The snapshot names a document that is not in it.")
        return found

    @cached_property
    def _posting_ends(self) -> Numbers:
        return self._numbers(NUMBER, "posting ends")

    def _place(self, position: int) -> tuple[int, int]:
        """Where in the stream a document stands."""
        if self._ends is None:
            self._asked += 1
            if self._asked <= _FEW:
                return self._place_read(position)
        ends = self._all_ends
        first = ends[position - 1] if position else 0
        return self._documents_start + first, self._documents_start + ends[position]

    def _place_read(self, position: int) -> tuple[int, int]:
        """The same without reading the places of all."""
        start = self._parts["ends"][0] + _NUMBER_SIZE_BYTES * position
        end = start + _NUMBER_SIZE_BYTES
        if position == 0:
            return self._documents_start, self._documents_start + self._read_numbers(start, end)[0]
        ends = self._read_numbers(start - _NUMBER_SIZE_BYTES, end)
        return self._documents_start + ends[0], self._documents_start + ends[1]

    @property
    def _all_ends(self) -> Numbers:
        if self._ends is None:
            ends = self._numbers(NUMBER, "ends")
            if (ends[-1] if ends else 0) != self.size_bytes():
                raise StoreDamaged("The documents in the snapshot are not as many as it says.")
            self._ends = ends
        return self._ends

    @cached_property
    def _positions_by_id(self) -> dict[int, int]:
        return {document_id: position for position, document_id in enumerate(self.ids)}

    def _read_numbers(self, start: int, end: int) -> Numbers:
        return _unpacked(NUMBER, self.stream.read(start, end))

    def _numbers(self, kind: str, name: str) -> Numbers:
        return _unpacked(kind, self._part(name))

    def _json(self, name: str) -> list[Any]:
        try:
            content = zlib.decompressobj().decompress(self._part(name), MAXIMUM_JSON_BYTES)
            values = json.loads(content)
        except (RecursionError, ValueError, zlib.error):
            values = None
        if not isinstance(values, list):
            raise StoreDamaged("A part of the snapshot is not laid out as it must be.")
        return values

    def _part(self, name: str) -> bytes:
        return self.stream.read(*self._bounds(name))

    def _bounds(self, name: str) -> tuple[int, int]:
        try:
            return self._parts[name]
        except KeyError:
            raise StoreDamaged("A part of the snapshot is missing.") from None


def _unpacked(kind: str, content: bytes) -> Numbers:
    try:
        return unpack(kind, content)
    except ValueError:
        raise StoreDamaged("A row of numbers in the snapshot is cut in the middle.") from None
