"""The sealed log as bytes: its header, its records, and the chain that binds them in order.

The layout is docs/formats/sealed-log.md. No file is touched here; `log` does that.
"""

from __future__ import annotations

import hashlib
import re
import secrets
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from portfolio_app.errors import NotAllowed, StoreDamaged
from portfolio_app.sealing.boxes import Boxes
from portfolio_app.sealing.envelope import (
    SEALED_OVERHEAD_BYTES,
    TAG_SIZE_BYTES,
    SealBroken,
    derive,
    same,
)
from portfolio_app.student.vault.batch import MAXIMUM_BATCH_BYTES

OPENING = 1  # the first record: who the log belongs to, as JSON
BATCH = 2  # operations that stand together
END = 3  # nothing was being written when the program let go
CONTENTS = 4  # the same, and what all records before it come to

FORMAT_VERSION = 2  # 1 has no snapshot: its records begin right behind the header
HEADER = struct.Struct(">6sHQQ32s32sI")
RECORD_HEAD = struct.Struct(">IB3sQII")
MAXIMUM_BODY_BYTES = MAXIMUM_BATCH_BYTES + SEALED_OVERHEAD_BYTES

_MAGIC = b"PFSLOG"
_FILE_ID_SIZE_BYTES = 32
_CRC_SIZE_BYTES = 4
_CHECKED = struct.Struct(">IB3sQI")  # of a record's head, what its CRC is about
_CHECKED_SIZE_BYTES = _CHECKED.size
_FIXED = 16  # of a record's head, what is known before its body is: size, kind, sequence
_ZEROS = bytes(3)
_CONTEXT = struct.Struct(">QB")
_CANDIDATE = re.compile(rb"(?=[\x01-\xff]\x00\x00\x00)")
_KIND_OFFSET = 4
_CONTENTS_MARK = bytes((CONTENTS,)) + _ZEROS
_BLOCK_BYTES = 4096
_ZERO_BLOCK = bytes(_BLOCK_BYTES)
_KEPT_RECORDS = 16
MARKS_LIMIT = 10_000
"""So many places that look like contents are tried before a log is read from its beginning."""


class LogOfOtherKey(StoreDamaged):
    """A whole header under another key: another learner's log, or one from before a new key."""


class Record(NamedTuple):
    """One opened record: its kind, its plaintext, and where the next one starts."""

    kind: int
    plaintext: bytes
    end: int


@dataclass(frozen=True, slots=True)
class Header:
    """The first 92 bytes of a file: what of it is older than its name, and where records begin.

    Between the header and the first record stands the snapshot, in sealed segments (`stream`).
    """

    version: int
    whole_size_bytes: int
    records_offset: int
    file_id: bytes

    @classmethod
    def read(cls, content: bytes, key: bytes) -> Header:
        """Raise StoreDamaged for damage, a newer version, or another learner's key."""
        version, whole_size_bytes, records_offset, file_id, commitment = _fields(content)
        if version == 1 and not records_offset:
            records_offset = HEADER.size
        elif version != FORMAT_VERSION or not HEADER.size <= records_offset <= whole_size_bytes:
            raise StoreDamaged(
                "This learner's store was written by a newer version of the app. "
                "Open it with that version."
            )
        if not same(commitment, _commitment(key, file_id)):
            raise LogOfOtherKey("The sealed log belongs to another learner or was exchanged.")
        return cls(version, whole_size_bytes, records_offset, file_id)

    def written(self, key: bytes) -> bytes:
        """Return the header as bytes."""
        fields = (_MAGIC, self.version, self.whole_size_bytes, self.records_offset, self.file_id)
        unchecked = HEADER.pack(*fields, _commitment(key, self.file_id), 0)[:-_CRC_SIZE_BYTES]
        return unchecked + zlib.crc32(unchecked).to_bytes(_CRC_SIZE_BYTES, "big")


def new_file_id() -> bytes:
    """Return the random id of a new file; all its keys come from it, so nonces never meet."""
    return secrets.token_bytes(_FILE_ID_SIZE_BYTES)


def sealed_record_size(plaintext_size_bytes: int) -> int:
    """Return how many bytes a record of so much plaintext takes in the file."""
    return RECORD_HEAD.size + SEALED_OVERHEAD_BYTES + plaintext_size_bytes


class Chain:
    """The records of one file, each bound to its place: sequence number and tag of the one before.

    `seal` makes the next record and `advance` moves on once it is safely stored, so a record that
    could not be stored leaves no gap.
    """

    def __init__(self, key: bytes, header: bytes) -> None:
        """Start before the first record of a file with these 92 bytes, which are checked."""
        self.header = Header.read(header, key)
        self._file_crc = zlib.crc32(self.header.file_id)
        self._boxes = Boxes(derive(key, "log records", salt=self.header.file_id))
        self._previous = hashlib.sha256(header).digest()[:TAG_SIZE_BYTES]
        self.sequence = 0

    def seal(self, kind: int, plaintext: bytes, before: bytes = b"") -> bytes:
        """Return the next record as bytes; the chain stays where it is.

        `before`: for CONTENTS, all bytes of the records before it.
        """
        size_bytes, sequence = SEALED_OVERHEAD_BYTES + len(plaintext), self.sequence
        context = self._context(kind)
        if kind == CONTENTS:
            context = before + _CHECKED.pack(size_bytes, kind, _ZEROS, sequence, 0)[:_FIXED]
        body = self._boxes.seal(plaintext, context)
        checked = _CHECKED.pack(size_bytes, kind, _ZEROS, sequence, zlib.crc32(body))
        head_crc = zlib.crc32(checked, self._file_crc).to_bytes(_CRC_SIZE_BYTES, "big")
        return b"".join((checked, head_crc, body))

    def advance(self, record: bytes) -> None:
        """Move past a record that is stored."""
        self._previous = record[-TAG_SIZE_BYTES:]
        self.sequence += 1

    def read(self, content: bytes, offset: int) -> Record | None:
        """Open the record at `offset` and move past it; None if no whole record stands there.

        `content` begins with the first record. Raises StoreDamaged if what stands there was whole
        once: another place's record, or one whose seal does not open.
        """
        head = self._read_head(content, offset)
        if head is None:
            return None
        size_bytes, kind, sequence, body_crc = head
        if sequence != self.sequence:
            raise StoreDamaged("Records of the sealed log are missing, doubled or out of order.")
        start = offset + RECORD_HEAD.size
        end = start + size_bytes
        body = content[start:end]
        if len(body) < size_bytes:
            return None
        context: bytes | memoryview = self._context(kind)
        if kind == CONTENTS:
            context = memoryview(content)[: offset + _FIXED]  # megabytes, so not copied
        try:
            plaintext = self._boxes.open(body, context)
        except SealBroken:
            if zlib.crc32(body) != body_crc:
                return None
            raise StoreDamaged("A record of the sealed log was changed or put in.") from None
        self._previous = body[-TAG_SIZE_BYTES:]
        self.sequence = sequence + 1
        return Record(kind, plaintext, end)

    def leap(self, content: bytes) -> tuple[int, Record] | None:
        """Find and open the last contents and move past them and all before; None if that fails.

        What they are sealed with are the bytes of all records before: those are as they were.
        """
        offset, head = self._last_contents(content)
        if head is None:
            return None
        before = self.place
        self.place = content[offset - TAG_SIZE_BYTES : offset], head[2]
        try:
            found = self.read(content, offset)
        except StoreDamaged:
            found = None
        if found is None:
            self.place = before
            return None
        return offset, found

    def _last_contents(self, content: bytes) -> tuple[int, tuple[int, int, int, int] | None]:
        """Where the last contents start, and their head; sealed bytes may look like the mark."""
        end = _zeros_from(content)
        for _ in range(MARKS_LIMIT):
            mark = content.rfind(_CONTENTS_MARK, 0, end)
            if mark <= _KIND_OFFSET:
                break
            offset = mark - _KIND_OFFSET
            head = self._read_head(content, offset)
            if head is not None and head[1] == CONTENTS:
                return offset, head
            end = mark + len(_CONTENTS_MARK) - 1
        return 0, None

    @property
    def place(self) -> tuple[bytes, int]:
        """Where the chain stands, to come back to."""
        return self._previous, self.sequence

    @place.setter
    def place(self, place: tuple[bytes, int]) -> None:
        self._previous, self.sequence = place

    def reader(self, content: bytes) -> SealedRecords:
        """What opens records of `content` one by one, whenever they are needed."""
        return SealedRecords(content, self._boxes)

    def has_later_record(self, content: bytes, offset: int) -> bool:
        """Say whether a record that came after this place is found behind `offset`.

        Only the last record can be unfinished, so one that follows proves damage before it.
        """
        return any(sequence > self.sequence for sequence in self._later(content, offset))

    def _later(self, content: bytes, offset: int) -> Iterator[int]:
        for match in _CANDIDATE.finditer(content, offset + 1 + _KIND_OFFSET):
            head = self._read_head(content, match.start() - _KIND_OFFSET)
            if head is not None:
                yield head[2]

    def _read_head(self, content: bytes, offset: int) -> tuple[int, int, int, int] | None:
        checked = content[offset : offset + _CHECKED_SIZE_BYTES]
        if len(content) - offset < RECORD_HEAD.size:
            return None
        size_bytes, kind, zeros, sequence, body_crc, crc = RECORD_HEAD.unpack_from(content, offset)
        if zlib.crc32(checked, self._file_crc) != crc or zeros != _ZEROS:
            return None
        if not SEALED_OVERHEAD_BYTES <= size_bytes <= MAXIMUM_BODY_BYTES:
            return None
        return size_bytes, kind, sequence, body_crc

    def _context(self, kind: int) -> bytes:
        return _CONTEXT.pack(self.sequence, kind) + self._previous


class SealedRecords:
    """Records that stay sealed in memory until one is asked for. Safe for several threads."""

    def __init__(self, content: bytes, boxes: Boxes) -> None:
        """`content`: the records from the first one on, known to be as they were written."""
        self._content = content
        self._boxes: Boxes | None = boxes
        self._opened: dict[int, bytes] = {}

    def read(self, offset: int, start: int, end: int) -> bytes:
        """Return a part of the plaintext of the record at `offset`."""
        plaintext = self._opened.get(offset)
        if plaintext is None:
            plaintext = self._open(offset)
            if len(self._opened) >= _KEPT_RECORDS:
                self._opened = {}
            self._opened[offset] = plaintext
        return plaintext[start:end]

    def close(self) -> None:
        """Forget key and contents."""
        self._boxes, self._content, self._opened = None, b"", {}

    def _open(self, offset: int) -> bytes:
        if self._boxes is None:
            raise NotAllowed("This portfolio is locked; unlock it first.")
        head = self._content[offset : offset + RECORD_HEAD.size]
        try:
            size_bytes, kind, _, sequence, _, _ = RECORD_HEAD.unpack(head)
            start = offset + RECORD_HEAD.size
            context = _CONTEXT.pack(sequence, kind)
            context += self._content[offset - TAG_SIZE_BYTES : offset]
            return self._boxes.open(self._content[start : start + size_bytes], context)
        except (SealBroken, struct.error):
            raise StoreDamaged("The contents of the sealed log name a wrong place.") from None


def _zeros_from(content: bytes) -> int:
    """About where the zeros begin that `content` ends with; a record may end in some of them."""
    size_bytes = len(content)
    while size_bytes >= _BLOCK_BYTES:
        if content[size_bytes - _BLOCK_BYTES : size_bytes] != _ZERO_BLOCK:
            break
        size_bytes -= _BLOCK_BYTES
    return size_bytes


def _fields(header: bytes) -> tuple[int, int, int, bytes, bytes]:
    if len(header) != HEADER.size:
        raise StoreDamaged("The sealed log is cut short before its first record.")
    magic, version, whole_size_bytes, records_offset, file_id, commitment, crc = HEADER.unpack(
        header
    )
    if magic != _MAGIC or zlib.crc32(header[:-_CRC_SIZE_BYTES]) != crc:
        raise StoreDamaged("The head of the sealed log is damaged.")
    return version, whole_size_bytes, records_offset, file_id, commitment


def _commitment(key: bytes, file_id: bytes) -> bytes:
    return derive(key, "log commitment", salt=file_id)
