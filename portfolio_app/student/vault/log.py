"""The sealed append-only log on disk: every durable step of a learner's store, in order.

Layout and recovery rules are docs/formats/sealed-log.md. The log knows batches and the snapshot
as bytes; what they mean, and anything of TinyDB, must not enter.
"""

from __future__ import annotations

import contextlib
import errno
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeAlias

from portfolio_app.errors import StorageFull, StoreDamaged
from portfolio_app.student.vault.disk import Disk, DiskFailed, OpenFile, expect_reads, plain_errors
from portfolio_app.student.vault.frames import (
    BATCH,
    CONTENTS,
    END,
    FORMAT_VERSION,
    HEADER,
    OPENING,
    Chain,
    Header,
    new_file_id,
    sealed_record_size,
)
from portfolio_app.student.vault.log_reading import (
    LogReading,
    Places,
    Resume,
    Take,
    document_places,
)
from portfolio_app.student.vault.stream import SealedStream, StreamWriter, sealed_stream_size

MAXIMUM_LOG_BYTES = 1024 * 1024 * 1024
MINIMUM_ROOM_BYTES = 4 * 1024
MAXIMUM_ROOM_BYTES = 256 * 1024
ROOM_FRACTION = 16
CONTENTS_AFTER_RECORDS = 64
MAXIMUM_CONTENTS_SPAN_BYTES = 8 * 1024 * 1024

_SAVING = "saving your work"
_OPENING = "opening your work"
_SNAPSHOT = "snapshot"

Json: TypeAlias = dict[str, Any]
Begin: TypeAlias = Callable[[SealedStream, Mapping[str, Any]], None]
WriteSnapshot: TypeAlias = Callable[[StreamWriter], Json]


class SealedLog:
    """One open log. `append` returns when the batch is on the storage itself, or changes nothing.

    After a failure whose outcome on the storage is unknown, every later write raises DiskFailed
    until the log is opened anew.
    """

    def __init__(self, disk: Disk, path: Path, key: bytes) -> None:
        """Use `create` or `open`."""
        self._disk = disk
        self._path = path
        self._key = key
        self._file: OpenFile
        self._chain: Chain
        self._size_bytes = 0
        self._room_bytes = 0  # zeros behind the last record, already on the storage
        self._ended = False
        self._newer_records = 0  # since the contents, or the beginning
        self._in_doubt = False
        self._last_record = b""  # as it was read; until it has been stored once more
        self.identity: Json = {}
        self.recovered: str | None = None

    @classmethod
    def create(cls, disk: Disk, path: Path, key: bytes, identity: Json) -> None:
        """Write a new log without batches; `identity` says whose it is and comes back at `open`."""
        log = cls(disk, path, key)
        with plain_errors(_SAVING):
            log._write_file(path, {**identity, "generation": 1}, None)
            log._file.close()
            disk.sync_folder(path.parent)

    @classmethod
    def open(
        cls,
        disk: Disk,
        path: Path,
        key: bytes,
        begin: Begin,
        take: Take,
        resume: Resume | None = None,
    ) -> SealedLog:
        """Open a log: hand its snapshot to `begin`, if it has one, and each batch to `take`.

        Contents go to `resume`, which says whether it could use them; then only batches behind
        them go to `take`.

        Raises StoreDamaged for anything that is not what was written; an unfinished last write is
        mended. A storage that can be read but not written opens for reading.
        """
        log = cls(disk, path, key)
        with plain_errors(_OPENING):
            log._file = disk.open(path)
            try:
                content = log._read_records()
                log._open_records(content, begin, take, resume)
                log._mend(content)
            except BaseException:
                log._file.close()
                raise
        return log

    @property
    def size_bytes(self) -> int:
        """The size of the log without room taken in advance."""
        return self._size_bytes

    @property
    def newer_bytes(self) -> int:
        """How much of the log came after it was written whole."""
        return self._size_bytes - self._chain.header.whole_size_bytes

    @property
    def is_old(self) -> bool:
        """Say whether an older version wrote this file; `rewrite` makes it a new one."""
        return self._chain.header.version < FORMAT_VERSION

    def append(self, batch: bytes) -> None:
        """Seal one batch and return when it is durable; StorageFull or DiskFailed if it is not."""
        self._write(BATCH, batch)

    def mark_end(self, contents: Callable[[Places], bytes]) -> None:
        """Say in the log that nothing is being written; later damage is then never excused.

        Where many batches lie behind, `contents` is asked what they come to, and that is written
        with it: the next opening then need not open each.
        """
        if self._ended:
            return
        start = self._chain.header.records_offset
        span_bytes = self._size_bytes - start
        is_short = self._newer_records < CONTENTS_AFTER_RECORDS
        if self.is_old or is_short or span_bytes > MAXIMUM_CONTENTS_SPAN_BYTES:
            self._write(END, b"")
            return
        with plain_errors(_SAVING):
            records = self._file.read_at(start, span_bytes)
            chain = Chain(self._key, self._file.read_at(0, HEADER.size))
        self._write(CONTENTS, contents(document_places(chain, records)), records)

    def rewrite(
        self, write: WriteSnapshot, old: SealedStream | None, key: bytes | None = None
    ) -> SealedStream:
        """Replace the log by a snapshot alone; after a crash the old or the new one is there.

        The new file has a new random id, and so new keys; with `key` it is sealed under that one
        from now on. `old`, the stream of the present file, stays readable for whoever still looks
        through it.
        """
        self._refuse_in_doubt()
        generation = int(self.identity["generation"]) + 1
        fresh = SealedLog(self._disk, self._path, key or self._key)
        with plain_errors("tidying your work"):
            try:
                stream_bytes = fresh._write_file(
                    self._fresh_path, {**self.identity, "generation": generation}, write
                )
                fresh._file.close()
                if old is not None:
                    old.detach()
            except BaseException:
                with contextlib.suppress(OSError):
                    self._disk.remove(self._fresh_path)
                raise
            self._exchange()
        self._chain, self._size_bytes, self._key = fresh._chain, fresh._size_bytes, fresh._key
        self._room_bytes = fresh._room_bytes
        self.identity["generation"] = generation
        self._ended = self._in_doubt = False
        self._newer_records = 0
        self._last_record = b""
        return self._stream(stream_bytes)

    def close(self) -> None:
        """Let go of the file without a mark; harmless when done twice."""
        self._in_doubt = True
        self._key = b""
        self._file.close()

    @property
    def _fresh_path(self) -> Path:
        return self._path.with_name(self._path.name + ".new")

    def _stream(self, size_bytes: int) -> SealedStream:
        return SealedStream(
            self._file, HEADER.size, size_bytes, self._key, self._chain.header.file_id
        )

    def _write(self, kind: int, plaintext: bytes, before: bytes = b"") -> None:
        self._refuse_in_doubt()
        self._settle()
        record = self._chain.seal(kind, plaintext, before)
        if self._size_bytes + len(record) > MAXIMUM_LOG_BYTES:
            raise StorageFull("This portfolio is as large as it can be; remove some work first.")
        self._in_doubt = True  # until the disk has answered
        with plain_errors(_SAVING):
            try:
                self._put(record)
            except OSError:
                self._take_back()
                raise
            self._file.sync()
        self._chain.advance(record)
        self._size_bytes += len(record)
        self._ended = kind != BATCH
        self._newer_records = 0 if kind == CONTENTS else self._newer_records + 1
        self._in_doubt = False

    def _put(self, record: bytes) -> None:
        """Write a record into the room there is, or with new room behind it.

        Bytes written over zeros that are stored already cost no change of the file system's own
        notes, and so no waiting for them. A full disk keeps the record without the room.
        """
        if len(record) <= self._room_bytes:
            self._file.write_at(self._size_bytes, record)
            self._room_bytes -= len(record)
            return
        room_bytes = _room_for(self._size_bytes)
        try:
            self._file.write_at(self._size_bytes, record + bytes(room_bytes))
        except OSError as error:
            if error.errno not in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
                raise
            self._file.truncate(self._size_bytes)
            self._file.write_at(self._size_bytes, record)
            room_bytes = 0
        self._room_bytes = room_bytes

    def _take_back(self) -> None:
        """Cut off what a failed write left, so that the log is as before and stays usable."""
        self._room_bytes = 0
        with contextlib.suppress(OSError):
            self._file.truncate(self._size_bytes)
            self._file.sync()
            self._in_doubt = False

    def _refuse_in_doubt(self) -> None:
        if self._in_doubt:
            raise DiskFailed(
                "The storage failed before, and what it holds is uncertain. "
                "Close the portfolio and open it again; then save once more."
            )

    def _settle(self) -> None:
        """Bring what was read onto the storage itself before anything is built on it.

        An earlier program may have been ended before its sync, or its sync may have failed: then
        the system shows the last record from memory, takes it for stored, and would not write it
        again. So it is written again here, and the folder synced for a name that may be as young,
        and the folder above, where the vault's own name stands.
        """
        if not self._last_record:
            return
        with plain_errors(_SAVING):
            with contextlib.suppress(FileNotFoundError):
                self._disk.remove(self._fresh_path)
            self._file.write_at(self._size_bytes - len(self._last_record), self._last_record)
            self._in_doubt = True
            self._file.sync()
            self._disk.sync_folder(self._path.parent)
            self._disk.sync_folder(self._path.parent.parent)
        self._in_doubt = False
        self._last_record = b""
        expect_reads(self._file, self._chain.header.records_offset)  # changes wait for no read

    def _write_file(self, path: Path, identity: Json, write: WriteSnapshot | None) -> int:
        """Write a whole new log and leave it open; return the size of its snapshot's stream."""
        self._file = self._disk.open(path, create=True)
        try:
            file_id = new_file_id()
            writer = StreamWriter(self._file, HEADER.size, self._key, file_id)
            if write is not None:
                tables = write(writer)
                identity = {**identity, _SNAPSHOT: {"bytes": writer.size_bytes, "tables": tables}}
            self._write_opening(writer.finish(), file_id, identity, has_room=write is not None)
        except BaseException:
            self._file.close()
            raise
        return writer.size_bytes

    def _write_opening(
        self, records_offset: int, file_id: bytes, identity: Json, *, has_room: bool
    ) -> None:
        opening = json.dumps(identity, sort_keys=True, separators=(",", ":")).encode()
        self._size_bytes = records_offset + sealed_record_size(len(opening))
        if self._size_bytes > MAXIMUM_LOG_BYTES:
            raise StorageFull("This portfolio is as large as it can be; remove some work first.")
        header = Header(FORMAT_VERSION, self._size_bytes, records_offset, file_id)
        written = header.written(self._key)
        self._chain = Chain(self._key, written)
        record = self._chain.seal(OPENING, opening)
        self._room_bytes = _room_for(self._size_bytes) if has_room else 0
        self._file.write_at(0, written)
        self._file.write_at(records_offset, record + bytes(self._room_bytes))
        self._file.sync()
        self._chain.advance(record)

    def _exchange(self) -> None:
        """Give the new file the log's name; in doubt from the rename until the folder is synced."""
        self._in_doubt = True
        self._file.close()  # some systems do not replace an open file
        try:
            self._disk.rename(self._fresh_path, self._path)
        except OSError:
            self._file = self._disk.open(self._path)
            self._in_doubt = False
            with contextlib.suppress(OSError):
                self._disk.remove(self._fresh_path)
            raise
        self._file = self._disk.open(self._path)
        self._disk.sync_folder(self._path.parent)

    def _read_records(self) -> bytes:
        """Check the header and return the rest of the file behind the snapshot."""
        size_bytes = self._file.size_bytes()
        if size_bytes > MAXIMUM_LOG_BYTES + MAXIMUM_ROOM_BYTES:  # of records, and of room behind
            raise StoreDamaged("The sealed log is larger than it can be; it is damaged.")
        self._chain = Chain(self._key, self._file.read_at(0, HEADER.size))
        start = self._chain.header.records_offset
        return self._file.read_at(start, max(size_bytes - start, 0))

    def _open_records(
        self, content: bytes, begin: Begin, take: Take, resume: Resume | None
    ) -> None:
        """Open all records up to the first place without one."""
        reading, header = LogReading(self._chain, content), self._chain.header
        self.identity = reading.opening()
        self._begin(self.identity.pop(_SNAPSHOT, None), begin)
        reading.rest(take, resume)
        if header.records_offset + reading.end < header.whole_size_bytes:
            raise StoreDamaged("The sealed log is damaged or cut short in its first part.")
        self._size_bytes = header.records_offset + reading.end
        self._last_record = content[reading.last : reading.end]
        self._ended, self._newer_records = reading.is_ended, reading.newer_records

    def _begin(self, snapshot: Any, begin: Begin) -> None:
        size_bytes, tables = 0, {}
        if snapshot is not None:
            try:
                size_bytes, tables = int(snapshot["bytes"]), dict(snapshot["tables"])
            except (KeyError, TypeError, ValueError):
                raise StoreDamaged("The opening record of the sealed log is odd.") from None
        if self._chain.header.records_offset != HEADER.size + sealed_stream_size(size_bytes):
            raise StoreDamaged("The snapshot in the sealed log has not the size it must have.")
        if tables:
            begin(self._stream(size_bytes), tables)

    def _mend(self, content: bytes) -> None:
        """Set an unfinished last write aside and cut it off; zeros are only room."""
        tail = content[self._size_bytes - self._chain.header.records_offset :]
        if tail == bytes(len(tail)):
            self._room_bytes = len(tail)
            return
        if self._chain.has_later_record(tail, 0):
            raise StoreDamaged(
                "The sealed log is damaged in the middle. "
                "Take this learner's portfolio from a backup or from the school."
            )
        torn = tail.rstrip(b"\x00")
        self._set_aside(torn)
        self.recovered = (
            "The device stopped in the middle of saving. The unfinished last step was set "
            f"aside ({len(torn)} bytes, still sealed); everything saved before it is here."
        )
        with contextlib.suppress(OSError):  # what cannot be written now is refused when saving
            self._file.truncate(self._size_bytes)
            self._file.sync()
            return
        self._in_doubt = True

    def _set_aside(self, tail: bytes) -> None:
        aside = self._path.with_name(f"{self._path.name}.torn-{self._chain.sequence}")
        # Never acknowledged, so a full disk may lose it: opening matters more.
        with contextlib.suppress(OSError):
            file = self._disk.open(aside, create=True)
            try:
                file.write_at(0, tail)
                file.sync()
            finally:
                file.close()


def _room_for(size_bytes: int) -> int:
    """Enough to be seldom, little beside what is there: a sixteenth, 4 to 256 KiB."""
    return min(max(size_bytes // ROOM_FRACTION, MINIMUM_ROOM_BYTES), MAXIMUM_ROOM_BYTES)
