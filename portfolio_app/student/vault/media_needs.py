"""Which media anything in a vault still names: what a sweep must leave alone.

Asked of every document of every table, so that a kind of record, a queue or a field that a later
version adds is heeded without this room knowing it. A name too many costs room; one too few would
cost a child's work.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from tinydb import TinyDB

_SHA256_HEX_DIGITS = 64
# Overlapping, so that a hash is found in whatever stands around it.
_SHA256_HEX = re.compile(r"(?=([0-9a-f]{64}))", re.IGNORECASE)


def named_media(database: TinyDB, media_table: str) -> set[str]:
    """Return every SHA-256 (64 hex digits) in any text of any document, but for `media_table`.

    Reads everything once, one document in memory at a time.
    """
    found: set[str] = set()
    for name in database.tables():
        if name == media_table:
            continue
        for document in database.table(name):
            for text in _texts(document):
                found.update(digits.lower() for digits in _SHA256_HEX.findall(text))
    return found


def _texts(value: Any) -> Iterator[str]:
    """Yield every text in a JSON value that is long enough, names of fields included."""
    waiting = [value]
    while waiting:
        one = waiting.pop()
        if isinstance(one, str):
            if len(one) >= _SHA256_HEX_DIGITS:
                yield one
        elif isinstance(one, dict):
            waiting.extend(one)
            waiting.extend(one.values())
        elif isinstance(one, list):
            waiting.extend(one)
