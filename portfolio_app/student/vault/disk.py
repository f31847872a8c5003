"""The one seam to the file system: everything the vault asks of a disk, and nothing else.

The crash tests put a disk made of memory under the real code through this seam, so no other
module of the vault may touch files.
"""

from __future__ import annotations

import contextlib
import errno
import os
import sys
from contextlib import AbstractContextManager
from pathlib import Path
from types import TracebackType
from typing import Protocol

from portfolio_app.errors import StorageFull, StoreDamaged, VaultInUse

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
MAXIMUM_EXPECTED_BYTES = 32 * 1024 * 1024
PAGE_BYTES = 4096  # what a write past the system's cache has to be whole numbers of
_F_FULLFSYNC = 51  # fcntl.h of Darwin: fsync alone leaves the bytes in the drive's own cache


class DiskFailed(StoreDamaged):
    """The device could not read or write; what was acknowledged before is still there."""


class OpenFile(Protocol):
    """A file open for reading and, if asked for so, writing at any place."""

    def size_bytes(self) -> int:
        """Return the present size."""

    def read_at(self, offset: int, size_bytes: int) -> bytes:
        """Return the bytes there, fewer only at the end of the file."""

    def write_at(self, offset: int, content: bytes) -> None:
        """Write all of `content`; an OSError may leave any part of it written."""

    def truncate(self, size_bytes: int) -> None:
        """Cut the file off."""

    def sync(self) -> None:
        """Return when the content and size are on the storage itself."""

    def close(self) -> None:
        """Give the file back; closing twice is harmless."""


class Lock(Protocol):
    """A held lock; the system lets go of it when the program ends in any way."""

    def release(self) -> None:
        """Let go."""


class Disk(Protocol):
    """Folders and files by path; errors are the system's OSError."""

    def make_folder(self, path: Path) -> None:
        """Make the folder; it may exist."""

    def names(self, path: Path) -> list[str]:
        """Return the names in a folder, sorted; none if it does not exist."""

    def exists(self, path: Path) -> bool:
        """Say whether a file or folder is there."""

    def open(self, path: Path, *, create: bool = False) -> OpenFile:
        """Open for reading and writing; with `create`, new and empty whatever was there."""

    def open_to_read(self, path: Path) -> OpenFile:
        """Open for reading only."""

    def rename(self, source: Path, target: Path) -> None:
        """Give a file or folder another name, in one step, replacing a file of that name."""

    def remove(self, path: Path) -> None:
        """Remove a file."""

    def remove_folder(self, path: Path) -> None:
        """Remove an empty folder."""

    def sync_folder(self, path: Path) -> None:
        """Return when the names in the folder are on the storage itself."""

    def lock(self, path: Path) -> Lock:
        """Hold this lock file or raise VaultInUse at once; made if it does not exist."""


def plain_errors(doing: str) -> AbstractContextManager[None]:
    """Turn the system's OSError into StorageFull or DiskFailed, saying what was being done."""
    return _PlainErrors(doing)


class _PlainErrors(AbstractContextManager[None]):
    """Written out, not a generator: it stands around every write."""

    def __init__(self, doing: str) -> None:
        self._doing = doing

    def __enter__(self) -> None:
        return

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if not isinstance(error, OSError):
            return
        if error.errno in _FULL:
            raise StorageFull(
                f"There is no room left on this device for {self._doing}. "
                "Make room and try again; what was saved before is safe."
            ) from error
        name = errno.errorcode.get(error.errno or 0, "unknown error")
        raise DiskFailed(
            f"This device's storage failed ({name}) while {self._doing}. Close the app and open "
            "it again; if it happens again, ask your teacher to look at the device."
        ) from error


def read_whole(disk: Disk, path: Path, limit_bytes: int) -> bytes:
    """Return a small file's bytes; raise StoreDamaged if it is larger than it can ever be."""
    file = disk.open_to_read(path)
    try:
        if file.size_bytes() > limit_bytes:
            raise StoreDamaged(f"The file {path.name} is larger than it can be; it is damaged.")
        return file.read_at(0, file.size_bytes())
    finally:
        file.close()


def replace_whole(disk: Disk, path: Path, content: bytes) -> None:
    """Put `content` under this name so that after a crash the old or the new file is there."""
    fresh = path.with_name(path.name + ".new")
    file = disk.open(fresh, create=True)
    try:
        file.write_at(0, content)
        file.sync()
    finally:
        file.close()
    disk.rename(fresh, path)
    disk.sync_folder(path.parent)


def write_pages(file: OpenFile, offset: int, pages: memoryview) -> None:
    """Write whole pages of page-aligned memory, past the system's cache where that can be done.

    Offset and size are multiples of PAGE_BYTES. The memory may be used again afterwards. Where it
    cannot be done this is `write_at`; what is durable and when is the same.
    """
    if isinstance(file, _RealFile):
        file.write_pages(offset, pages)
    else:
        file.write_at(offset, bytes(pages))


def expect_reads(file: OpenFile, end: int) -> None:
    """Let the system fetch the file up to `end`, or its first part, while others are worked on."""
    if isinstance(file, _RealFile):
        file.expect_reads(min(end, MAXIMUM_EXPECTED_BYTES))


class RealDisk:
    """The disk of this device, on Linux, Android, macOS, iOS and Windows."""

    def make_folder(self, path: Path) -> None:
        path.mkdir(mode=0o700, parents=True, exist_ok=True)

    def names(self, path: Path) -> list[str]:
        try:
            return sorted(entry.name for entry in path.iterdir())
        except FileNotFoundError:
            return []

    def exists(self, path: Path) -> bool:
        return path.exists()

    def open(self, path: Path, *, create: bool = False) -> OpenFile:
        flags = os.O_RDWR | (os.O_CREAT | os.O_TRUNC if create else 0)
        return _RealFile(_open(path, flags), path)

    def open_to_read(self, path: Path) -> OpenFile:
        return _RealFile(_open(path, os.O_RDONLY))

    def rename(self, source: Path, target: Path) -> None:
        source.replace(target)

    def remove(self, path: Path) -> None:
        path.unlink()

    def remove_folder(self, path: Path) -> None:
        path.rmdir()

    def sync_folder(self, path: Path) -> None:
        if sys.platform == "win32":
            return  # Windows writes names through and cannot open a folder
        descriptor = os.open(path, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)

    def lock(self, path: Path) -> Lock:
        descriptor = _open(path, os.O_RDWR | os.O_CREAT)
        try:
            _take_lock(descriptor)
        except OSError as error:
            os.close(descriptor)
            if error.errno not in (errno.EACCES, errno.EAGAIN, errno.EDEADLK):
                raise
            raise VaultInUse(
                "This learner's work is open in another window or program on this device. "
                "Close it there and try again."
            ) from error
        return _RealLock(descriptor)


class _RealFile:
    def __init__(self, descriptor: int, path: Path | None = None) -> None:
        self._descriptor = descriptor
        self._path = path
        self._direct: int | None = None

    def size_bytes(self) -> int:
        return os.fstat(self._descriptor).st_size

    def read_at(self, offset: int, size_bytes: int) -> bytes:
        first = _read(self._descriptor, size_bytes, offset)
        if len(first) == size_bytes:
            return first
        pieces = []
        while size_bytes > 0:
            piece = _read(self._descriptor, size_bytes, offset)
            if not piece:
                break
            pieces.append(piece)
            offset += len(piece)
            size_bytes -= len(piece)
        return b"".join(pieces)

    def write_at(self, offset: int, content: bytes) -> None:
        written = _write(self._descriptor, content, offset)
        if written != len(content):
            _write_all(self._descriptor, offset + written, memoryview(content)[written:])

    def write_pages(self, offset: int, pages: memoryview) -> None:
        """See the function of this name."""
        if self._direct is None:
            self._direct = _open_direct(self._path)
        if self._direct >= 0:
            try:
                _write_all(self._direct, offset, pages)
            except OSError as error:
                if error.errno != errno.EINVAL:
                    raise
                # This disk wants other pages than these, or wrote a part of one.
                self._close_direct()
            else:
                return
        _write_all(self._descriptor, offset, pages)

    def expect_reads(self, end: int) -> None:
        """See the function of this name."""
        if hasattr(os, "posix_fadvise"):
            with contextlib.suppress(OSError):
                os.posix_fadvise(self._descriptor, 0, end, os.POSIX_FADV_WILLNEED)

    def truncate(self, size_bytes: int) -> None:
        os.ftruncate(self._descriptor, size_bytes)

    def sync(self) -> None:
        _sync(self._descriptor)

    def close(self) -> None:
        self._close_direct()
        descriptor, self._descriptor = self._descriptor, -1
        if descriptor >= 0:
            os.close(descriptor)

    def _close_direct(self) -> None:
        direct, self._direct = self._direct, -1
        if direct is not None and direct >= 0:
            os.close(direct)


class _RealLock:
    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor

    def release(self) -> None:
        descriptor, self._descriptor = self._descriptor, -1
        if descriptor >= 0:
            os.close(descriptor)  # closing lets go of the lock everywhere


def _open_direct(path: Path | None) -> int:
    """Open a file once more, for writes past the cache; -1 where system or disk cannot."""
    direct = getattr(os, "O_DIRECT", 0)
    if not direct or path is None:
        return -1
    try:
        return _open(path, os.O_WRONLY | direct)
    except OSError:
        return -1


def _write_all(descriptor: int, offset: int, rest: memoryview) -> None:
    while rest:
        written = _write(descriptor, rest, offset)
        rest = rest[written:]
        offset += written


def _open(path: Path, flags: int) -> int:
    binary = getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
    return os.open(path, flags | binary, 0o600)


if sys.platform == "win32":
    import msvcrt

    def _read(descriptor: int, size_bytes: int, offset: int) -> bytes:
        os.lseek(descriptor, offset, os.SEEK_SET)
        return os.read(descriptor, size_bytes)

    def _write(descriptor: int, content: bytes | memoryview, offset: int) -> int:
        os.lseek(descriptor, offset, os.SEEK_SET)
        return os.write(descriptor, content)

    def _sync(descriptor: int) -> None:
        os.fsync(descriptor)

    def _take_lock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _read(descriptor: int, size_bytes: int, offset: int) -> bytes:
        return os.pread(descriptor, size_bytes, offset)

    def _write(descriptor: int, content: bytes | memoryview, offset: int) -> int:
        return os.pwrite(descriptor, content, offset)

    def _sync(descriptor: int) -> None:
        if sys.platform == "linux" or sys.platform == "android":  # every write
            os.fdatasync(descriptor)  # content and size; only times and rights may come later
        elif sys.platform in ("darwin", "ios"):
            fcntl.fcntl(descriptor, _F_FULLFSYNC)
        else:
            os.fsync(descriptor)

    def _take_lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
