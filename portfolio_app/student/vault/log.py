"""The sealed append-only log on disk: every durable step of a learner's store, in order.

Layout and recovery rules are docs/formats/sealed-log.md. The log knows batches as bytes; what
they mean, and anything of TinyDB, must not enter.
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from portfolio_app.errors import StorageFull, StoreDamaged
from portfolio_app.student.vault.disk import Disk, DiskFailed, OpenFile, plain_errors
from portfolio_app.student.vault.frames import (
    BATCH,
    END,
    HEADER,
    OPENING,
    Chain,
    new_header,
    sealed_record_size,
)

MAXIMUM_LOG_BYTES = 1024 * 1024 * 1024

_SAVING = "saving your work"
_OPENING = "opening your work"


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
        self._ended = False
        self._in_doubt = False
        self._opening_failure: OSError | None = None
        self.identity: dict[str, Any] = {}
        self.recovered: str | None = None

    @classmethod
    def create(cls, disk: Disk, path: Path, key: bytes, identity: dict[str, Any]) -> None:
        """Write a new log without batches; `identity` says whose it is and comes back at `open`."""
        log = cls(disk, path, key)
        with plain_errors(_SAVING):
            log._write_file(path, {**identity, "generation": 1}, [], key)
            disk.sync_folder(path.parent)

    @classmethod
    def open(cls, disk: Disk, path: Path, key: bytes, take: Callable[[bytes], None]) -> SealedLog:
        """Open a log, hand each batch to `take` in order, and mend an unfinished last write.

        Raises StoreDamaged for anything else that is not what was written. A storage that can be
        read but not written opens for reading; writing then raises DiskFailed.
        """
        log = cls(disk, path, key)
        with plain_errors(_OPENING):
            log._file = disk.open(path)
            try:
                content = _whole(log._file)
                log._settle(content, log._read(content, take))
            except BaseException:
                log._file.close()
                raise
        return log

    @property
    def size_bytes(self) -> int:
        """The size of the log on disk."""
        return self._size_bytes

    def append(self, batch: bytes) -> None:
        """Seal one batch and return when it is durable; StorageFull or DiskFailed if it is not."""
        self._write(BATCH, batch)

    def mark_end(self) -> None:
        """Say in the log that nothing is being written; later damage is then never excused."""
        if not self._ended:
            self._write(END, b"")

    def rewrite(self, batches: Iterable[bytes], key: bytes | None = None) -> None:
        """Replace the log by a shorter one with these batches; after a crash one of both is there.

        The new file has a new random id, and so new keys; with `key` it is sealed under that one
        from now on.
        """
        self._refuse_in_doubt()
        key = key or self._key
        generation = int(self.identity["generation"]) + 1
        with plain_errors("tidying your work"):
            try:
                chain, size_bytes = self._write_file(
                    self._fresh_path, {**self.identity, "generation": generation}, list(batches), key
                )
            except BaseException:
                with contextlib.suppress(OSError):
                    self._disk.remove(self._fresh_path)
                raise
            self._exchange()
        self._chain, self._size_bytes, self._key = chain, size_bytes, key
        self.identity["generation"] = generation
        self._ended = self._in_doubt = False

    def close(self) -> None:
        """Let go of the file without a mark; harmless when done twice."""
        self._in_doubt = True
        self._key = b""
        self._file.close()

    @property
    def _fresh_path(self) -> Path:
        return self._path.with_name(self._path.name + ".new")

    def _write(self, kind: int, plaintext: bytes) -> None:
        self._refuse_in_doubt()
        record = self._chain.seal(kind, plaintext)
        if self._size_bytes + len(record) > MAXIMUM_LOG_BYTES:
            raise StorageFull("This portfolio is as large as it can be; remove some work first.")
        self._in_doubt = True  # until the disk has answered
        with plain_errors(_SAVING):
            try:
                self._file.write_at(self._size_bytes, record)
            except OSError:
                self._take_back()
                raise
            self._file.sync()
        self._chain.advance(record)
        self._size_bytes += len(record)
        self._ended = kind == END
        self._in_doubt = False

    def _take_back(self) -> None:
        """Cut off what a failed write left, so that the log is as before and stays usable."""
        with contextlib.suppress(OSError):
            self._file.truncate(self._size_bytes)
            self._file.sync()
            self._in_doubt = False

    def _refuse_in_doubt(self) -> None:
        if self._opening_failure is not None:
            with plain_errors(_SAVING):
                raise self._opening_failure
        if self._in_doubt:
            raise DiskFailed(
                "The storage failed before, and what it holds is uncertain. "
                "Close the portfolio and open it again; then save once more."
            )

    def _write_file(
        self, path: Path, identity: dict[str, Any], batches: list[bytes], key: bytes
    ) -> tuple[Chain, int]:
        opening = json.dumps(identity, sort_keys=True).encode()
        plaintexts = [(OPENING, opening), *((BATCH, batch) for batch in batches)]
        size_bytes = HEADER.size + sum(sealed_record_size(len(p)) for _, p in plaintexts)
        header = new_header(key, size_bytes)
        chain = Chain(key, header)
        file = self._disk.open(path, create=True)
        try:
            file.write_at(0, header)
            offset = len(header)
            for kind, plaintext in plaintexts:
                record = chain.seal(kind, plaintext)
                file.write_at(offset, record)
                chain.advance(record)
                offset += len(record)
            file.sync()
        finally:
            file.close()
        return chain, size_bytes

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

    def _read(self, content: bytes, take: Callable[[bytes], None]) -> int:
        """Open all records up to the first place without one; return where the last one starts."""
        self._chain = Chain(self._key, content[: HEADER.size])
        start = offset = HEADER.size
        while offset < len(content):
            first = self._chain.sequence == 0
            record = self._chain.read(content, offset)
            if record is None:
                break
            if first != (record.kind == OPENING):
                raise StoreDamaged("The sealed log has its opening record in the wrong place.")
            if first:
                self.identity = _identity(record.plaintext)
            elif record.kind == BATCH:
                take(record.plaintext)
            elif record.kind != END:
                raise StoreDamaged(
                    "The sealed log holds a kind of record that this version does not know. "
                    "Open it with a newer version of the app."
                )
            self._ended = record.kind == END
            start, offset = offset, record.end
        if offset < self._chain.whole_size_bytes:
            raise StoreDamaged("The sealed log is damaged or cut short in its first part.")
        self._size_bytes = offset
        tail = content[offset:]
        if tail.count(0) != len(tail) and self._chain.has_later_record(content, offset):
            raise StoreDamaged(
                "The sealed log is damaged in the middle. "
                "Take this learner's portfolio from a backup or from the school."
            )
        return start

    def _settle(self, content: bytes, last: int) -> None:
        """Bring what was read onto the storage itself before anything is built on it.

        An earlier program may have been ended before its sync, or its sync may have failed: then
        the system shows the last record from memory, takes it for stored, and would not write it
        again. So it is written again here, and the folder synced for a name that may be as young.
        """
        tail = content[self._size_bytes :]
        torn = tail.count(0) != len(tail)  # zeros are only room
        if torn:
            self._set_aside(tail)
            self.recovered = (
                "The device stopped in the middle of saving. The unfinished last step was set "
                f"aside ({len(tail)} bytes, still sealed); everything saved before it is here."
            )
        self._in_doubt = True
        try:
            with contextlib.suppress(FileNotFoundError):
                self._disk.remove(self._fresh_path)
            if tail:
                self._file.truncate(self._size_bytes)
            self._file.write_at(last, content[last : self._size_bytes])
            self._file.sync()
            self._disk.sync_folder(self._path.parent)
            self._in_doubt = False
        except OSError as error:
            self._opening_failure = error

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


def _whole(file: OpenFile) -> bytes:
    size_bytes = file.size_bytes()
    if size_bytes > MAXIMUM_LOG_BYTES:
        raise StoreDamaged("The sealed log is larger than it can be; it is damaged.")
    return file.read_at(0, size_bytes)


def _identity(plaintext: bytes) -> dict[str, Any]:
    try:
        identity = json.loads(plaintext)
    except ValueError:
        identity = None
    if not isinstance(identity, dict) or type(identity.get("generation")) is not int:
        raise StoreDamaged("The opening record of the sealed log is not laid out as it must be.")
    return identity
