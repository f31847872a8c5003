"""Files in a folder of this machine: written beside, made durable, then renamed into place."""

import os
import secrets
import shutil
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path

from portfolio_app.errors import StorageFull, StoreDamaged

FREE_BYTES_LEAST = 256 << 20
ARRIVING = "arriving"
_PREFIX_CHARACTERS = 2
_FULL = "The school server's disk is full; make room."


class FolderShelf:
    """A folder with one folder inside for each first two characters of the names."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._arriving = folder / ARRIVING
        for made in (folder, self._arriving):
            made.mkdir(mode=0o700, exist_ok=True)

    def put(self, name: str, content: Path | bytes) -> None:
        """Keep a file. A file inside the shelf's `arriving` folder is moved, any other copied."""
        target = self._path(name)
        try:
            target.parent.mkdir(mode=0o700, exist_ok=True)
            if isinstance(content, Path) and content.parent == self._arriving:
                fresh = content
            else:
                fresh = self._arriving / secrets.token_hex(16)
                if isinstance(content, Path):
                    shutil.copyfile(content, fresh)
                else:
                    fresh.write_bytes(content)
                fresh.chmod(0o600)
            _fsync(fresh)
            fresh.rename(target)
            for folder in (target.parent, self._folder):
                _fsync(folder)
        except OSError:
            raise StorageFull(_FULL) from None

    def put_all(self, contents: Mapping[str, bytes]) -> None:
        """Keep several small files: all are written, then made durable, then named."""
        fresh = {name: self._arriving / secrets.token_hex(16) for name in contents}
        try:
            with ExitStack() as files:
                written = [
                    files.enter_context(_written(path, contents[name]))
                    for name, path in fresh.items()
                ]
                for descriptor in written:
                    os.fsync(descriptor)
            for name, path in fresh.items():
                target = self._path(name)
                target.parent.mkdir(mode=0o700, exist_ok=True)
                path.rename(target)
            for folder in {self._path(name).parent for name in fresh} | {self._folder}:
                _fsync(folder)
        except OSError:
            for path in fresh.values():
                path.unlink(missing_ok=True)
            raise StorageFull(_FULL) from None

    def source(self, name: str) -> "FolderSource":
        """A kept file, open."""
        try:
            return FolderSource(self._path(name))
        except OSError:
            raise StoreDamaged("A media file is missing; bring back the last backup.") from None

    def remove(self, name: str) -> None:
        """Take a file away, durably."""
        path = self._path(name)
        path.unlink(missing_ok=True)
        if path.parent.is_dir():
            _fsync(path.parent)

    def names(self) -> Iterator[tuple[str, int]]:
        """Each file's name, and when it was written."""
        for folder in sorted(self._folder.iterdir()):
            if folder.name == ARRIVING or not folder.is_dir():
                continue
            for path in sorted(folder.iterdir()):
                yield path.name, path.stat().st_mtime_ns // 1_000_000

    def has_room(self) -> bool:
        """Whether the disk has more free than must stay free."""
        return shutil.disk_usage(self._folder).free >= FREE_BYTES_LEAST

    def _path(self, name: str) -> Path:
        return self._folder / name[:_PREFIX_CHARACTERS] / name


class FolderSource:
    """An open file."""

    def __init__(self, path: Path) -> None:
        self._descriptor = os.open(path, os.O_RDONLY)

    def size_bytes(self) -> int:
        """How many bytes it has."""
        return os.fstat(self._descriptor).st_size

    def read_at(self, offset: int, size_bytes: int) -> bytes:
        """Up to `size_bytes` bytes from `offset`."""
        os.lseek(self._descriptor, offset, os.SEEK_SET)
        return os.read(self._descriptor, size_bytes)

    def close(self) -> None:
        """Let go of it."""
        os.close(self._descriptor)


@contextmanager
def _written(path: Path, content: bytes) -> Iterator[int]:
    """A new file with this content, open until it is durable."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        view = memoryview(content)
        while view:
            view = view[os.write(descriptor, view) :]
        yield descriptor
    finally:
        os.close(descriptor)


def _fsync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
