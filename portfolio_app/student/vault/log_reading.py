"""Goes through the records of a log when it is opened, by the shortest way that proves them all.

Layout and rules are docs/formats/sealed-log.md, "Opening" and "Contents". No disk may enter: `log`
reads and mends the file.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, TypeAlias

from portfolio_app.errors import StoreDamaged
from portfolio_app.student.vault.batch import places
from portfolio_app.student.vault.frames import (
    BATCH,
    CONTENTS,
    END,
    FORMAT_VERSION,
    OPENING,
    Chain,
    SealedRecords,
)

Json: TypeAlias = dict[str, Any]
Take: TypeAlias = Callable[[bytes], None]
Resume: TypeAlias = Callable[[bytes, SealedRecords], bool]
Places: TypeAlias = dict[tuple[str, int], tuple[int, int, int]]


class LogReading:
    """One way through the records; where it ended stands in its fields.

    end: behind the last whole record; last: where that one starts; newer_records: how many came
    after the contents that were used, or after the opening.
    """

    def __init__(self, chain: Chain, content: bytes) -> None:
        """`content`: the file from its first record on."""
        self._chain = chain
        self._content = content
        self.end = self.last = self.newer_records = 0
        self.is_ended = False

    def opening(self) -> Json:
        """Read the first record: whose log it is, and its snapshot."""
        record = self._chain.read(self._content, 0)
        if record is None:
            raise StoreDamaged("The sealed log is damaged or cut short in its first part.")
        if record.kind != OPENING:
            raise StoreDamaged("The sealed log has its opening record in the wrong place.")
        self.end = record.end
        return _identity(record.plaintext)

    def rest(self, take: Take, resume: Resume | None) -> None:
        """Read what follows, up to the first place without a record: contents first, if any."""
        if resume is not None:
            self._leap(resume)
        chain, content = self._chain, self._content
        is_new = chain.header.version == FORMAT_VERSION
        while self.end < len(content):
            record = chain.read(content, self.end)
            if record is None:
                break
            kind = record.kind
            if kind == BATCH:
                take(record.plaintext)
                self.newer_records += 1
            elif kind == OPENING:
                raise StoreDamaged("The sealed log has its opening record in the wrong place.")
            elif kind != END and not (kind == CONTENTS and is_new):
                raise StoreDamaged(
                    "The sealed log holds a kind of record that this version does not know. "
                    "Open it with a newer version of the app."
                )
            self.is_ended = kind != BATCH
            self.last, self.end = self.end, record.end

    def _leap(self, resume: Resume) -> None:
        """Go to the last contents, if they open and `resume` can use them."""
        chain, content = self._chain, self._content
        before = chain.place
        found = chain.leap(content) if chain.header.version == FORMAT_VERSION else None
        if found is None:
            return
        offset, record = found
        if resume(record.plaintext, chain.reader(content)):
            self.is_ended, self.last, self.end = True, offset, record.end
        else:
            chain.place = before


def document_places(chain: Chain, content: bytes) -> Places:
    """Where the newest document of each (table, number) stands: record, start and end in it.

    `chain` stands before the first record of `content`, which holds whole records only;
    StoreDamaged if they do not open.
    """
    found: Places = {}
    offset = 0
    while offset < len(content):
        record = chain.read(content, offset)
        if record is None:
            raise StoreDamaged("The sealed log does not hold what was written to it.")
        if record.kind == BATCH:
            for table, number, start, end in places(record.plaintext):
                found[table, number] = (offset, start, end)
        offset = record.end
    return found


def _identity(plaintext: bytes) -> Json:
    try:
        identity = json.loads(plaintext)
    except ValueError:
        identity = None
    if not isinstance(identity, dict) or type(identity.get("generation")) is not int:
        raise StoreDamaged("The opening record of the sealed log is not laid out as it must be.")
    return identity
