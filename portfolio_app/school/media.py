"""The school's photos and other files: sealed, each under a key of its own, on the school's shelf.

A file is hashed and sealed while it arrives; nothing of it is kept unless the hash is the one that
was announced. Names on the shelf are random and used once. No plain byte reaches a disk.
"""

import hashlib
import os
import secrets
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path
from types import TracebackType

from portfolio_app.errors import BadInput, StorageFull, StoreDamaged
from portfolio_app.school.database import blobs, uploads
from portfolio_app.school.database.blobs import Blob
from portfolio_app.school.database.engine import Database
from portfolio_app.school.shelves.shelf import Shelf
from portfolio_app.sealing import media as sealing

SCOPE_BYTES_LIMIT = 5 << 30
SCOPE_FILES_LIMIT = 20_000
ARRIVING_IDLE_SECONDS = 600
"""Older than any sender's pause: whatever was arriving so long ago is nobody's any more."""

ORPHAN_MS = 24 * 3600 * 1000
ARRIVING = "arriving"
_CONTEXT = "media\n{scope}\n{sha256}"


class TooLarge(BadInput):
    """The file is larger than the school takes."""


class WrongHash(BadInput):
    """The bytes that arrived are not those that were announced."""


class MediaStore:
    """The media of one school: rows in the database, sealed bytes on the shelf.

    `spool` is a folder of this machine where single requests gather what they bring, sealed.
    """

    def __init__(
        self, shelf: Shelf, spool: Path, database: Database, file_bytes_limit: int
    ) -> None:
        self._shelf = shelf
        self._spool = spool / ARRIVING
        self._database = database
        self.file_bytes_limit = file_bytes_limit
        for made in (spool, self._spool):
            made.mkdir(mode=0o700, exist_ok=True)

    def has(self, scope: str, sha256: str) -> bool:
        """Whether the scope has this file."""
        return self.find(scope, sha256) is not None

    def find(self, scope: str, sha256: str) -> Blob | None:
        """The file's size and what opens it, or None."""
        return self._database.read(lambda transaction: blobs.find(transaction, scope, sha256))

    def check_room(self, scope: str, coming_bytes: int = 0) -> None:
        """Raise StorageFull when the scope or the shelf has no room for so much more."""
        files, used_bytes = self._database.read(lambda transaction: blobs.used(transaction, scope))
        is_full = files >= SCOPE_FILES_LIMIT or used_bytes + coming_bytes >= SCOPE_BYTES_LIMIT
        if is_full or not self._shelf.has_room():
            raise StorageFull("The school has no room for more files here; ask the school.")

    def receive(self, scope: str, sha256: str, now_ms: int) -> "Arrival":
        """Begin to take a file. Raises StorageFull when the scope or the disk has no room."""
        self.check_room(scope)
        blob = Blob(scope, sha256, 0, new_name(), sealing.new_media_key())
        return Arrival(self, blob, self._spool / new_name(), now_ms)

    def take_pack(self, scope: str, pack: Mapping[str, bytes], now_ms: int) -> frozenset[str]:
        """Take several small files, by the hash they are announced with; those whose bytes differ.

        The rest is durable then. Raises TooLarge and StorageFull, with nothing kept.
        """
        if max(map(len, pack.values()), default=0) > self.file_bytes_limit:
            raise TooLarge("A file is too large for this school.")
        self.check_room(scope, sum(map(len, pack.values())))
        known = self._database.read(lambda transaction: blobs.known(transaction, scope, pack))
        damaged, fresh = set(), []
        contents: dict[str, bytes] = {}
        for sha256, plain in pack.items():
            if hashlib.sha256(plain).hexdigest() != sha256:
                damaged.add(sha256)
            elif sha256 not in known:
                blob = Blob(scope, sha256, len(plain), new_name(), sealing.new_media_key())
                sealer = sealing.ChunkSealer(blob.key, _context(blob))
                contents[blob.name] = sealer.update(plain) + sealer.finalize()
                fresh.append(blob)
        if fresh:
            self._shelf.put_all(contents)
            # A crash before this leaves files for `orphans`, as in `place`.
            late = self._database.write(lambda t: blobs.keep_all(t, scope, fresh, now_ms))
            for blob in late:
                self._shelf.remove(blob.name)
        return frozenset(damaged)

    def arriving_path(self) -> Path:
        """A fresh path where something may gather that is sealed already; swept when it is old."""
        return self._spool / new_name()

    def open(self, blob: Blob, start: int = 0, stop: int | None = None) -> Iterator[bytes]:
        """The plain bytes from `start` up to `stop`, at most 256 KiB at a time.

        Raises StoreDamaged when the file is gone or not what was kept.
        """
        with closing(self._shelf.source(blob.name)) as source:
            if sealing.plain_size(source.size_bytes()) != blob.size_bytes:
                raise StoreDamaged("A media file has another size than was kept.")
            yield from sealing.open_chunks(blob.key, _context(blob), source, start, stop)

    def place(self, blob: Blob, sealed: Path, now_ms: int) -> None:
        """Put a sealed file on the shelf, then keep the row that opens it."""
        self._shelf.put(blob.name, sealed)
        # Between the two a crash leaves a file that nothing names or opens: `orphans` finds it.
        if not self._database.write(lambda transaction: blobs.keep(transaction, blob, now_ms)):
            self._shelf.remove(blob.name)  # somebody else was faster; theirs stays

    def remove(self, name: str) -> None:
        """Take a file off the shelf whose row is gone."""
        self._shelf.remove(name)

    def orphans(self, now_ms: int) -> list[str]:
        """Files that no row names and that are too old to be on their way to one."""
        aged = [name for name, put_ms in self._shelf.names() if now_ms - put_ms >= ORPHAN_MS]
        known = self._database.read(lambda t: blobs.names(t) | uploads.piece_names(t))
        return [name for name in aged if name not in known]

    def sweep_arriving(self) -> int:
        """Delete what was arriving when a server stopped; how many files that were.

        Other processes may be at work in the same folder, so only what nobody wrote to for long.
        """
        probe = self._spool / new_name()
        probe.touch(mode=0o600)
        now_seconds, swept = probe.stat().st_mtime, 0
        for path in self._spool.iterdir():
            try:
                is_over = now_seconds - path.stat().st_mtime >= ARRIVING_IDLE_SECONDS
            except FileNotFoundError:
                continue
            if is_over or path == probe:
                path.unlink(missing_ok=True)
                swept += path != probe
        return swept


class Arrival:
    """A file on its way in: `take` bytes, then `finish`; leaving the `with` drops the rest."""

    def __init__(self, store: MediaStore, blob: Blob, path: Path, now_ms: int) -> None:
        self._store = store
        self._blob = blob
        self._now_ms = now_ms
        self._size_bytes = 0
        self._hash = hashlib.sha256()
        self._sealer = sealing.ChunkSealer(blob.key, _context(blob))
        self._path = path
        self._descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)

    def __enter__(self) -> "Arrival":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        os.close(self._descriptor)
        self._path.unlink(missing_ok=True)

    def take(self, data: bytes) -> None:
        """Take some more bytes. Raises TooLarge or StorageFull."""
        self._size_bytes += len(data)
        if self._size_bytes > self._store.file_bytes_limit:
            raise TooLarge(
                f"The file is larger than {self._store.file_bytes_limit} bytes; send a smaller one."
            )
        self._hash.update(data)
        self._write(self._sealer.update(data))

    def finish(self) -> None:
        """Keep the file durably. Raises WrongHash, and nothing is kept, when the bytes differ."""
        blob = self._blob
        if self._hash.hexdigest() != blob.sha256:
            raise WrongHash("The bytes are not those that were announced; send the file again.")
        self._write(self._sealer.finalize())
        kept = Blob(blob.scope, blob.sha256, self._size_bytes, blob.name, blob.key)
        self._store.place(kept, self._path, self._now_ms)

    def _write(self, sealed: bytes) -> None:
        view = memoryview(sealed)
        try:
            while view:
                view = view[os.write(self._descriptor, view) :]
        except OSError:
            raise StorageFull("The school server's disk is full; make room.") from None


def new_name() -> str:
    """A name on the shelf: 32 random hex digits."""
    return secrets.token_hex(16)


def _context(blob: Blob) -> bytes:
    return _CONTEXT.format(scope=blob.scope, sha256=blob.sha256).encode()
