"""One durable step as bytes: the operations on tables that stand together in one sealed record.

The layout is docs/formats/sealed-log.md, "Batch". Documents travel as JSON bytes and are neither
made nor read here, so that a rewrite of the log copies them as they are.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable
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
_OPTIONAL_KINDS = range(128, 256)


class Operation(NamedTuple):
    """One step on one table; number, document (JSON in UTF-8) and terms where the kind asks.

    Terms are what `indexes` finds the document by; none in a vault of version 1.
    """

    kind: int
    table: str
    document_id: int = 0
    document: bytes = b""
    terms: bytes = b""


def encode_batch(operations: Iterable[Operation]) -> bytes:
    """Return the batch as bytes; the caller has kept the limits of this module."""
    return b"".join(map(_encoded, operations))


def decode_batch(content: bytes) -> list[Operation]:
    """Return the operations; raise StoreDamaged for bytes no version of this format writes."""
    operations: list[Operation] = []
    offset = 0
    while offset < len(content):
        if len(content) - offset < _HEAD.size:
            raise StoreDamaged("A batch in the sealed log ends in the middle of an operation.")
        kind, size_bytes = _HEAD.unpack_from(content, offset)
        offset += _HEAD.size
        payload = content[offset : offset + size_bytes]
        offset += size_bytes
        if len(payload) != size_bytes:
            raise StoreDamaged("A batch in the sealed log ends in the middle of an operation.")
        if kind not in _OPTIONAL_KINDS:
            operations.append(_decoded(kind, payload))
    return operations


def _encoded(operation: Operation) -> bytes:
    name = operation.table.encode("utf-8")
    start = bytes((len(name),)) + name
    if operation.kind == PUT:
        numbers = _PUT.pack(operation.document_id, len(operation.terms))
        size_bytes = len(start) + _PUT.size + len(operation.terms) + len(operation.document)
        head = _HEAD.pack(PUT, size_bytes)
        return b"".join((head, start, numbers, operation.terms, operation.document))
    if operation.kind == REMOVE:
        start += _ID.pack(operation.document_id)
    return _HEAD.pack(operation.kind, len(start)) + start


def _decoded(kind: int, payload: bytes) -> Operation:
    try:
        name_end = 1 + payload[0]
        table = payload[1:name_end].decode("utf-8")
        if kind in (CLEAR, DROP):
            return Operation(kind, table)
        if kind == REMOVE:
            return Operation(kind, table, *_ID.unpack_from(payload, name_end))
        document_id, terms_size_bytes = _PUT.unpack_from(payload, name_end)
    except (IndexError, UnicodeDecodeError, struct.error):
        raise StoreDamaged(
            "An operation in the sealed log is not laid out as it must be."
        ) from None
    if kind != PUT:
        raise StoreDamaged(
            "The sealed log holds a kind of operation that this version does not know. "
            "Open it with a newer version of the app."
        )
    terms_start = name_end + _PUT.size
    terms_end = terms_start + terms_size_bytes
    return Operation(PUT, table, document_id, payload[terms_end:], payload[terms_start:terms_end])
