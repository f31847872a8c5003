"""Numbers in a row as bytes, big-endian, as the snapshot keeps them. Nothing else belongs here."""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterable
from typing import Any

NUMBER = "I"  # 4 bytes
IDENTITY = "Q"  # 8 bytes
VALUE = "d"  # IEEE 754 binary64


def pack(kind: str, numbers: Iterable[Any]) -> bytes:
    """Return the numbers as bytes; OverflowError if one does not fit."""
    row = array(kind, numbers)
    if sys.byteorder == "little":
        row.byteswap()
    return row.tobytes()


def unpack(kind: str, content: bytes) -> array[Any]:
    """Return the numbers; the caller gives a whole count of them."""
    row: array[Any] = array(kind)
    row.frombytes(content)
    if sys.byteorder == "little":
        row.byteswap()
    return row


def places_of(bits: int) -> list[int]:
    """The places of the bits that are set."""
    digits = bin(bits)[:1:-1] if bits > 0 else ""
    return [place for place, digit in enumerate(digits) if digit == "1"]
