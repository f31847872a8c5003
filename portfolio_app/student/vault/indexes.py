"""What tables are found by: which fields are indexed, searched by words, or shown in lists.

A document's *terms* are a few bytes that say all of this for equality and order; they are made
once, when the document is written, and stored beside it, so that opening decodes no document.
Words and list columns are taken from the documents when they are first needed.
"""

from __future__ import annotations

import functools
import hashlib
import json
import math
import struct
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias
from zlib import crc32

from portfolio_app.model.search_words import words_of

Path: TypeAlias = tuple[str, ...]
Scalar: TypeAlias = str | int | float | None

FINGERPRINT_SIZE_BYTES = 4
CODE_SIZE_BYTES = 4
VALUE_SIZE_BYTES = 8


@dataclass(frozen=True, slots=True)
class TableIndex:
    """The paths of fields, each a tuple of keys, that a table's queries and lists go by.

    equal: single values; lists: lists of values; ordered: numbers asked for by range; words: texts
    (or lists of texts); columns: what `Table.rows` gives, in this order.
    """

    equal: tuple[Path, ...] = ()
    lists: tuple[Path, ...] = ()
    ordered: tuple[Path, ...] = ()
    words: tuple[Path, ...] = ()
    columns: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class Indexes:
    """The index of each named table, and the one of all others."""

    tables: Mapping[str, TableIndex]
    others: TableIndex

    def of(self, table: str) -> Terms:
        """Return what makes and asks for terms of a table."""
        return Terms(self.tables.get(table, self.others))


class Terms:
    """Makes the terms of documents, and of the values that queries ask for.

    Terms are a fingerprint of the index (4 bytes), a number for each ordered path (8 bytes; NaN
    where there is none) and a code for each value (4 bytes). Codes may meet by chance: whoever is
    found by a code is a candidate only.
    """

    def __init__(self, index: TableIndex) -> None:
        self.index = index
        lists = {name: getattr(index, name) for name in index.__slots__}
        described = json.dumps(lists, sort_keys=True).encode()
        self.fingerprint = hashlib.sha256(described).digest()[:FINGERPRINT_SIZE_BYTES]
        self.codes_start = FINGERPRINT_SIZE_BYTES + VALUE_SIZE_BYTES * len(index.ordered)
        self._seeds = {
            "=": {path: _seed(b"=", path) for path in index.equal},
            "*": {path: _seed(b"*", path) for path in index.lists},
            "<": {path: _seed(b"<", path) for path in index.ordered},
        }
        self._equal, self._lists, self._ordered = (
            [(path[0], path[1:], seed, crc32(b"s", seed)) for path, seed in seeds.items()]
            for seeds in self._seeds.values()
        )
        self._values = struct.Struct(f">{len(index.ordered)}d")

    def of(self, document: Mapping[str, Any]) -> bytes:
        """Return the terms of a document."""
        codes: list[int] = []
        for key, rest, seed, text_seed in self._equal:
            value = document.get(key, _ABSENT)
            if rest and value is not _ABSENT:
                value = found(value, rest)
            if type(value) is str:  # as `_code` does; every write comes along here
                codes.append(crc32(value.encode("utf-8", "surrogatepass"), text_seed))
            elif value is not _ABSENT and not isinstance(value, _CONTAINERS):
                codes.append(_code(seed, value))
        for key, rest, seed, _ in self._lists:
            value = found(document.get(key, _ABSENT), rest)
            if value is not _ABSENT:
                codes += _list_codes(seed, value)
        numbers: list[float] = []
        for key, rest, seed, _ in self._ordered:
            value = found(document.get(key, _ABSENT), rest)
            number, is_odd = _number(value)
            numbers.append(number)
            if is_odd:
                codes.append(seed)
        return self.fingerprint + struct.pack(f">{len(numbers)}d{len(codes)}I", *numbers, *codes)

    def fit(self, terms: bytes) -> bool:
        """Say whether stored terms were made by this very index."""
        return terms[:FINGERPRINT_SIZE_BYTES] == self.fingerprint

    def numbers(self, terms: bytes) -> tuple[float, ...]:
        """Return the ordered values of stored terms, NaN where there is none."""
        return self._values.unpack_from(terms, FINGERPRINT_SIZE_BYTES)

    def number_at(self, ordered: int) -> Callable[[bytes], tuple[float]]:
        """What returns one of these values, the only one of a tuple."""
        start = FINGERPRINT_SIZE_BYTES + VALUE_SIZE_BYTES * ordered
        unpack: Callable[..., tuple[float]] = struct.Struct(">d").unpack_from
        return functools.partial(unpack, offset=start)

    def numbers_of(self, document: Mapping[str, Any]) -> tuple[float, ...]:
        """Return the same of a document."""
        return tuple(_number(found(document, path))[0] for path in self.index.ordered)

    def codes(self, terms: bytes) -> tuple[int, ...]:
        """Return the codes of stored terms."""
        count = (len(terms) - self.codes_start) // CODE_SIZE_BYTES
        return struct.unpack_from(f">{count}I", terms, self.codes_start)

    def equal_codes(self, path: Path, value: Scalar) -> list[int] | None:
        """Codes of documents whose field may equal `value`; None if no index can say."""
        seed = self._seeds["="].get(path)
        if seed is not None:
            return [_code(seed, value)]
        seed = self._seeds["*"].get(path)
        return None if seed is None else [seed]  # among lists, a field that is none is odd

    def text_codes(self, path: Path, texts: Iterable[str]) -> list[int]:
        """Codes of documents whose single value at an indexed path may equal any of these texts."""
        seed = crc32(b"s", self._seeds["="][path])
        return [crc32(text.encode("utf-8", "surrogatepass"), seed) for text in texts]

    def member_codes(self, path: Path, value: Scalar) -> list[int] | None:
        """Codes of documents whose field may contain `value`; None if no index can say."""
        seed = self._seeds["*"].get(path)
        return None if seed is None else [seed, _code(seed, value)]

    def odd_code(self, path: Path) -> int:
        """The code of documents whose ordered field is no number and no list can hold it."""
        return self._seeds["<"][path]

    def words(self, document: Mapping[str, Any]) -> set[str]:
        """Return the words that the document is found by."""
        texts: list[str] = []
        for path in self.index.words:
            value = found(document, path)
            if isinstance(value, str):
                texts.append(value)
            elif isinstance(value, list):
                texts.extend(text for text in value if isinstance(text, str))
        return words_of("\n".join(texts))

    def row(self, document: Mapping[str, Any]) -> list[Any]:
        """Return the values of the columns; None where a document has no such field."""
        values: list[Any] = []
        for path in self.index.columns:  # as `found` does; a list of thousands comes along here
            value: Any = document
            for key in path:
                value = value.get(key) if isinstance(value, dict) else None
            values.append(value)
        return values


_ABSENT: Any = object()
_CONTAINERS = (list, dict)


def found(document: Any, path: Path) -> Any:
    """Return the value at a path as TinyDB's queries find it, or a mark that there is none."""
    value = document
    for key in path:
        if not isinstance(value, dict) or key not in value:
            return _ABSENT
        value = value[key]
    return value


def _seed(kind: bytes, path: Path) -> int:
    return crc32(kind + "\x00".join(path).encode())


def _code(seed: int, value: Scalar) -> int:
    """Values that Python calls equal have equal codes: 1, 1.0 and True are one."""
    if isinstance(value, str):
        return crc32(b"s" + value.encode("utf-8", "surrogatepass"), seed)
    if value is None:
        return crc32(b"z", seed)
    if isinstance(value, float) and not value.is_integer():
        return crc32(b"f" + repr(value).encode(), seed)
    return crc32(b"n" + hex(int(value)).encode(), seed)


def _list_codes(seed: int, value: Any) -> list[int]:
    """Codes of the elements; TinyDB looks into texts and objects too, so those are always odd."""
    if not isinstance(value, list):
        return [seed]
    codes = set()
    for one in value:
        if type(one) is str:  # as `_code` does; every write comes along here
            codes.add(crc32(b"s" + one.encode("utf-8", "surrogatepass"), seed))
        elif not isinstance(one, _CONTAINERS):
            codes.add(_code(seed, one))
    return [*codes]


def _number(value: Any) -> tuple[float, bool]:
    if value is _ABSENT:
        return math.nan, False
    if isinstance(value, int | float):
        try:
            return float(value), False
        except OverflowError:
            return math.nan, True
    return math.nan, True
