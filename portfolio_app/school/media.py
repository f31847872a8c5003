"""Where the school keeps photos and other files: sealed in a folder, each under a key of its own.

A file is hashed and sealed while it arrives; nothing of it is kept unless the hash is the one that
was announced. Names on disk tell nothing. No plain byte reaches the disk.
"""

import hashlib
import os
import secrets
import shutil
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType

from portfolio_app.errors import BadInput, StorageFull, StoreDamaged
from portfolio_app.school.database import blobs
from portfolio_app.school.database.blobs import Blob
from portfolio_app.school.database.engine import Database, Transaction
from portfolio_app.sealing import media as sealing

FREE_BYTES_LEAST = 256 << 20
SCOPE_BYTES_LIMIT = 5 << 30
SCOPE_FILES_LIMIT = 20_000

_ARRIVING = "arriving"
_CONTEXT = "media\n{scope}\n{sha256}"


class TooLarge(BadInput):
    """The file is larger than the school takes."""


class WrongHash(BadInput):
    """The bytes that arrived are not those that were announced."""


class MediaStore:
    """The media folder of one school."""

    def __init__(self, folder: Path, database: Database, file_bytes_limit: int) -> None:
        self._folder = folder
        self._database = database
        self._file_bytes_limit = file_bytes_limit
        for made in (folder, folder / _ARRIVING):
            made.mkdir(mode=0o700, exist_ok=True)

    def has(self, scope: str, sha256: str) -> bool:
        """Whether the scope has this file."""
        return self.find(scope, sha256) is not None

    def find(self, scope: str, sha256: str) -> Blob | None:
        """The file's size and what opens it, or None."""
        return self._database.read(lambda transaction: blobs.find(transaction, scope, sha256))

    def receive(self, scope: str, sha256: str, now_ms: int) -> "Arrival":
        """Begin to take a file. Raises StorageFull when the scope or the disk has no room."""
        files, used_bytes = self._database.read(lambda transaction: blobs.used(transaction, scope))
        is_full = files >= SCOPE_FILES_LIMIT or used_bytes >= SCOPE_BYTES_LIMIT
        if is_full or shutil.disk_usage(self._folder).free < FREE_BYTES_LEAST:
            raise StorageFull("The school has no room for more files here; ask the school.")
        name = self._database.read(lambda t: t.keys(scope).name("media-name", sha256))
        return Arrival(
            self._folder, self._database, Blob(scope, sha256, 0, name, sealing.new_media_key()),
            self._file_bytes_limit, now_ms,
        )  # fmt: skip

    def open(self, blob: Blob, start: int = 0, stop: int | None = None) -> Iterator[bytes]:
        """The plain bytes from `start` up to `stop`, at most 256 KiB at a time.

        Raises StoreDamaged when the file is gone or not what was kept.
        """
        try:
            source = _FileSource(_path(self._folder, blob.name))
        except OSError:
            raise StoreDamaged("A media file is missing; bring back the last backup.") from None
        with source:
            if sealing.plain_size(source.size_bytes()) != blob.size_bytes:
                raise StoreDamaged("A media file has another size than was kept.")
            yield from sealing.open_chunks(blob.key, _context(blob), source, start, stop)

    def sweep_arriving(self) -> int:
        """Delete what was arriving when the server stopped; how many files that were."""
        leftovers = list((self._folder / _ARRIVING).iterdir())
        for path in leftovers:
            path.unlink(missing_ok=True)
        return len(leftovers)


class Arrival:
    """A file on its way in: `take` bytes, then `finish`; leaving the `with` drops the rest."""

    def __init__(
        self, folder: Path, database: Database, blob: Blob, bytes_limit: int, now_ms: int
    ) -> None:
        self._folder = folder
        self._database = database
        self._blob = blob
        self._bytes_limit = bytes_limit
        self._now_ms = now_ms
        self._size_bytes = 0
        self._hash = hashlib.sha256()
        self._sealer = sealing.ChunkSealer(blob.key, _context(blob))
        self._path = folder / _ARRIVING / secrets.token_hex(16)
        self._descriptor = os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)

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
        if self._size_bytes > self._bytes_limit:
            raise TooLarge(
                f"The file is larger than {self._bytes_limit} bytes; send a smaller one."
            )
        self._hash.update(data)
        self._write(self._sealer.update(data))

    def finish(self) -> None:
        """Keep the file durably. Raises WrongHash, and nothing is kept, when the bytes differ."""
        if self._hash.hexdigest() != self._blob.sha256:
            raise WrongHash("The bytes are not those that were announced; send the file again.")
        self._write(self._sealer.finalize())
        os.fsync(self._descriptor)
        target = _path(self._folder, self._blob.name)
        target.parent.mkdir(mode=0o700, exist_ok=True)
        kept = Blob(
            self._blob.scope, self._blob.sha256, self._size_bytes, self._blob.name, self._blob.key
        )
        # The row and the file must agree on the key: both change places inside the one writer.
        self._database.write(lambda transaction: self._place(transaction, kept, target))

    def _place(self, transaction: Transaction, kept: Blob, target: Path) -> None:
        if not blobs.keep(transaction, kept, self._now_ms):
            return  # somebody else was faster; theirs stays
        self._path.rename(target)
        for folder in (target.parent, self._folder):
            _fsync_folder(folder)

    def _write(self, sealed: bytes) -> None:
        view = memoryview(sealed)
        try:
            while view:
                view = view[os.write(self._descriptor, view) :]
        except OSError:
            raise StorageFull("The school server's disk is full; make room.") from None


class _FileSource:
    """A sealed file that can be read from anywhere."""

    def __init__(self, path: Path) -> None:
        self._descriptor = os.open(path, os.O_RDONLY)

    def __enter__(self) -> "_FileSource":
        return self

    def __exit__(self, *_: object) -> None:
        os.close(self._descriptor)

    def size_bytes(self) -> int:
        return os.fstat(self._descriptor).st_size

    def read_at(self, offset: int, size_bytes: int) -> bytes:
        return os.pread(self._descriptor, size_bytes, offset)


def _path(folder: Path, name: str) -> Path:
    return folder / name[:2] / name


def _context(blob: Blob) -> bytes:
    return _CONTEXT.format(scope=blob.scope, sha256=blob.sha256).encode()


def _fsync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
