"""One durable step as bytes: the operations on tables that stand together in one sealed record.

The layout is docs/formats/sealed-log.md, "Batch". Documents travel as JSON bytes and are neither
made nor read here, so that a rewrite of the log copies them as they are.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from portfolio_app.errors import StoreDamaged

PUT = 1
REMOVE = 2
CLEAR = 3  # the table exists and is empty
DROP = 4  # the table does not exist

MAXIMUM_TABLE_NAME_BYTES = 255
MAXIMUM_DOCUMENT_BYTES = 4 * 1024 * 1024
MAXIMUM_BATCH_BYTES = 32 * 1024 * 1024
MAXIMUM_DOCUMENT_ID = 2**63 - 1

_HEAD = struct.Struct(">BI")
_ID = struct.Struct(">Q")
_PUT = struct.Struct(">QI")
_FIRST_OPTIONAL_KIND = 128
_CUT = "A batch in the sealed log ends in the middle of an operation."
_ODD = "An operation in the sealed log is not laid out as it must be."


class Operation(NamedTuple):
    """One step on one table; number, document (JSON in UTF-8) and terms where the kind asks.

    Terms are what `indexes` finds the document by; none in a vault of version 1.
    """

    kind: int
    table: str
    document_id: int = 0
    content: bytes = b""
    terms: bytes = b""


class Place(NamedTuple):
    """Where in a batch a document stands that was put."""

    table: str
    document_id: int
    start: int
    end: int


def encode_batch(operations: Iterable[Operation]) -> bytes:
    """Return the batch as bytes; the caller has kept the limits of this module."""
    pieces: list[bytes] = []
    names: dict[str, bytes] = {}
    for kind, table, document_id, content, terms in operations:
        name = names.get(table)
        if name is None:
            plain = table.encode("utf-8")
            name = names[table] = len(plain).to_bytes(1, "big") + plain
        if kind == PUT:
            size_bytes = len(name) + _PUT.size + len(terms) + len(content)
            numbers = _PUT.pack(document_id, len(terms))
            pieces += (_HEAD.pack(PUT, size_bytes), name, numbers, terms, content)
        elif kind == REMOVE:
            size_bytes = len(name) + _ID.size
            pieces += (_HEAD.pack(REMOVE, size_bytes), name, _ID.pack(document_id))
        else:
            pieces += (_HEAD.pack(kind, len(name)), name)
    return b"".join(pieces)


def decode_batch(content: bytes) -> list[Operation]:
    """Return the operations; raise StoreDamaged for bytes no version of this format writes."""
    operations: list[Operation] = []
    for kind, start, end in _steps(content):
        if kind == PUT:
            table, document_id, terms_start, document_start = _put(content, start, end)
            terms = content[terms_start:document_start]
            operations.append(
                Operation(PUT, table, document_id, content[document_start:end], terms)
            )
        else:
            operations.append(_other(kind, content[start:end]))
    return operations


def places(content: bytes) -> Iterator[Place]:
    """Where each document stands that this batch puts; StoreDamaged as above."""
    for kind, start, end in _steps(content):
        if kind == PUT:
            table, document_id, _, document_start = _put(content, start, end)
            yield Place(table, document_id, document_start, end)


def _steps(content: bytes) -> Iterator[tuple[int, int, int]]:
    """(kind, start, end) of each operation's payload."""
    offset, size_bytes = 0, len(content)
    while offset < size_bytes:
        start = offset + _HEAD.size
        if size_bytes < start:
            raise StoreDamaged(_CUT)
        kind, payload_bytes = _HEAD.unpack_from(content, offset)
        offset = start + payload_bytes
        if offset > size_bytes:
            raise StoreDamaged(_CUT)
        if kind < _FIRST_OPTIONAL_KIND:
            yield kind, start, offset


def _put(content: bytes, start: int, end: int) -> tuple[str, int, int, int]:
    """Table, number, and where terms and document start."""
    try:
        numbers_start = start + 1 + content[start]
        terms_start = numbers_start + _PUT.size
        table = str(content[start + 1 : numbers_start], "utf-8")
        document_id, terms_size_bytes = _PUT.unpack_from(content, numbers_start)
    except (IndexError, UnicodeDecodeError, struct.error):
        raise StoreDamaged(_ODD) from None
    if not table or terms_start + terms_size_bytes > end:
        raise StoreDamaged(_ODD)
    return table, document_id, terms_start, terms_start + terms_size_bytes


def _other(kind: int, payload: bytes) -> Operation:
    try:
        name_end = 1 + payload[0]
        if not 1 < name_end <= len(payload):
            raise StoreDamaged(_ODD)
        table = payload[1:name_end].decode("utf-8")
        if kind in (CLEAR, DROP):
            return Operation(kind, table)
        if kind == REMOVE:
            return Operation(kind, table, *_ID.unpack_from(payload, name_end))
    except (IndexError, UnicodeDecodeError, struct.error):
        raise StoreDamaged(_ODD) from None
    raise StoreDamaged(
        "The sealed log holds a kind of operation that this version does not know. "
        "Open it with a newer version of the app."
    )
