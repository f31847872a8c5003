"""A disk made of memory with a volatile and a durable half, which can fail and lose power.

Everything that was not synced may be lost, kept or torn, sector by sector; names may be lost
independently of contents. `states` forms what may be there after a power cut. The vault's real
code runs on it through the seam in `disk`.
"""

from __future__ import annotations

import errno
import hashlib
import itertools
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from portfolio_app.errors import VaultInUse
from portfolio_app.student.vault.disk import Lock, OpenFile

SECTOR_SIZE_BYTES = 512
EXHAUSTIVE_PIECES = 5
SAMPLED_SUBSETS = 8

Piece = tuple[int, bytes | None]
"""Bytes at an offset, or None: the file is cut off there."""


@dataclass(slots=True, eq=False)
class FileNode:
    volatile: bytearray = field(default_factory=bytearray)
    durable: bytes = b""
    pending: list[Piece] = field(default_factory=list)

    def states(self, source: random.Random) -> list[bytes]:
        pieces = [part for piece in self.pending for part in _sectors(piece)]
        found = {self.durable: None, bytes(self.volatile): None}
        for chosen in _subsets(len(pieces), source):
            content = bytearray(self.durable)
            for index in chosen:
                _apply(content, pieces[index])
            found[bytes(content)] = None
            missing = len(self.volatile) - len(content)
            if missing > 0:  # the new size reached the storage before the bytes did
                found[bytes(content) + bytes(missing)] = None
                found[bytes(content) + source.randbytes(missing)] = None
        return list(found)


@dataclass(slots=True, eq=False)
class FolderNode:
    volatile: dict[str, Node] = field(default_factory=dict)
    durable: dict[str, Node] = field(default_factory=dict)
    pending: list[dict[str, Node | None]] = field(default_factory=list)

    def change(self, **names: Node | None) -> None:
        _link(self.volatile, names)
        self.pending.append(names)

    def states(self) -> list[dict[str, Node]]:
        found = [dict(self.durable)]
        for step in self.pending:
            following = dict(found[-1])
            _link(following, step)
            found.append(following)
        return found


Node = FileNode | FolderNode


class FaultyDisk:
    """The `Disk` of the crash tests. `after_call` runs after every call that changes something."""

    def __init__(self, root: FolderNode | None = None) -> None:
        self.root = root or FolderNode()
        self.after_call: Callable[[], None] = lambda: None
        self.calls = 0
        self.fail_at: int | None = None
        self.fail_on: Callable[[str], bool] = lambda _: True
        self.failure = errno.EIO
        self.persistent = False
        self.locks: set[Path] = set()

    # The seam.

    def make_folder(self, path: Path) -> None:
        if self._find(path) is None:
            with_parent = self._folder(path.parent)
            self._may_fail("make_folder")
            with_parent.change(**{path.name: FolderNode()})
            self.after_call()

    def names(self, path: Path) -> list[str]:
        node = self._find(path)
        return sorted(node.volatile) if isinstance(node, FolderNode) else []

    def exists(self, path: Path) -> bool:
        return self._find(path) is not None

    def open(self, path: Path, *, create: bool = False) -> OpenFile:
        self._may_fail("open")
        node = self._find(path)
        if create and not isinstance(node, FileNode):
            node = FileNode()
            self._folder(path.parent).change(**{path.name: node})
            self.after_call()
        elif create and isinstance(node, FileNode) and node.volatile:
            node.volatile.clear()
            node.pending.append((0, None))
            self.after_call()
        if not isinstance(node, FileNode):
            raise FileNotFoundError(errno.ENOENT, "no such file")
        return _FaultyFile(self, node)

    def open_to_read(self, path: Path) -> OpenFile:
        return self.open(path)

    def rename(self, source: Path, target: Path) -> None:
        self._may_fail("rename")
        folder = self._folder(source.parent)
        assert source.parent == target.parent, "the vault renames inside one folder only"
        folder.change(**{source.name: None, target.name: folder.volatile[source.name]})
        self.after_call()

    def remove(self, path: Path) -> None:
        self._may_fail("remove")
        folder = self._folder(path.parent)
        if path.name not in folder.volatile:
            raise FileNotFoundError(errno.ENOENT, "no such file")
        folder.change(**{path.name: None})
        self.after_call()

    def remove_folder(self, path: Path) -> None:
        assert not self.names(path)
        self.remove(path)

    def sync_folder(self, path: Path) -> None:
        self._may_fail("sync_folder")
        folder = self._folder(path)
        folder.durable = dict(folder.volatile)
        folder.pending.clear()
        self.after_call()

    def lock(self, path: Path) -> Lock:
        if self._find(path) is None:
            self._folder(path.parent).change(**{path.name: FileNode()})
        if path in self.locks:
            raise VaultInUse("in use")
        self.locks.add(path)
        return _FaultyLock(self, path)

    # Faults and power cuts.

    def states(self, source: random.Random, limit: int) -> Iterator[FaultyDisk]:
        """Disks that may be found after losing power now: all of them, or `limit` drawn ones."""
        choices = [*_tree_states(self.root, source)]
        if len(choices) > limit:
            choices = [choices[0], choices[-1], *source.sample(choices[1:-1], limit - 2)]
        return (FaultyDisk(_settled_volatile(root)) for root in choices)  # no shared nodes

    def as_found(self) -> FaultyDisk:
        """A durable copy of what a running program sees."""
        return FaultyDisk(_settled_volatile(self.root))

    def fingerprint(self) -> bytes:
        return hashlib.sha256(repr(_listing(self.root)).encode()).digest()

    def contents(self) -> Iterator[bytes]:
        """Every file's bytes, as a scan of the folder would find them."""
        return (content for _, content in _listing(self.root))

    def file(self, path: Path) -> FileNode:
        node = self._find(path)
        assert isinstance(node, FileNode)
        return node

    def _may_fail(self, call: str) -> None:
        self.calls += 1
        if self._fails_now(call):
            raise OSError(self.failure, "planted failure")

    def _fails_now(self, call: str) -> bool:
        if self.fail_at is None or not self.fail_on(call):
            return False
        return self.calls >= self.fail_at if self.persistent else self.calls == self.fail_at

    def _find(self, path: Path) -> Node | None:
        node: Node | None = self.root
        for part in path.parts[1:]:
            node = node.volatile.get(part) if isinstance(node, FolderNode) else None
        return node

    def _folder(self, path: Path) -> FolderNode:
        node = self._find(path)
        if not isinstance(node, FolderNode):
            raise FileNotFoundError(errno.ENOENT, "no such folder")
        return node


class _FaultyFile:
    def __init__(self, disk: FaultyDisk, node: FileNode) -> None:
        self._disk = disk
        self._node = node
        self._closed = False

    def size_bytes(self) -> int:
        return len(self._node.volatile)

    def read_at(self, offset: int, size_bytes: int) -> bytes:
        self._disk._may_fail("read_at")
        return bytes(self._node.volatile[offset : offset + size_bytes])

    def write_at(self, offset: int, content: bytes) -> None:
        assert not self._closed
        try:
            self._disk._may_fail("write_at")
        except OSError:
            self._write(offset, content[: len(content) // 2])  # failing writes are often short
            raise
        self._write(offset, content)

    def truncate(self, size_bytes: int) -> None:
        assert not self._closed
        self._disk._may_fail("truncate")
        if size_bytes < len(self._node.volatile):
            del self._node.volatile[size_bytes:]
            self._node.pending.append((size_bytes, None))
            self._disk.after_call()

    def sync(self) -> None:
        try:
            self._disk._may_fail("sync")
        except OSError:
            self._node.pending.clear()  # the system calls the pages clean: they are lost
            raise
        durable = bytearray(self._node.durable)
        for piece in self._node.pending:  # not the volatile half: a failed sync lost its pieces
            _apply(durable, piece)
        self._node.durable = bytes(durable)
        self._node.pending.clear()
        self._disk.after_call()

    def close(self) -> None:
        self._closed = True

    def _write(self, offset: int, content: bytes) -> None:
        if content:
            _apply(self._node.volatile, (offset, content))
            self._node.pending.append((offset, content))
        self._disk.after_call()


class _FaultyLock:
    def __init__(self, disk: FaultyDisk, path: Path) -> None:
        self._disk = disk
        self._path = path

    def release(self) -> None:
        self._disk.locks.discard(self._path)


def _link(names: dict[str, Node], step: dict[str, Node | None]) -> None:
    for name, node in step.items():
        if node is None:
            names.pop(name, None)
        else:
            names[name] = node


def _apply(content: bytearray, piece: Piece) -> None:
    offset, written = piece
    if written is None:
        del content[offset:]
        return
    if len(content) < offset:
        content.extend(bytes(offset - len(content)))
    content[offset : offset + len(written)] = written


def _sectors(piece: Piece) -> Iterator[Piece]:
    offset, content = piece
    if content is None:
        yield piece
        return
    start = 0
    while start < len(content):
        end = start + SECTOR_SIZE_BYTES - (offset + start) % SECTOR_SIZE_BYTES
        yield offset + start, content[start:end]
        start = end


def _subsets(count: int, source: random.Random) -> Iterator[tuple[int, ...]]:
    if count <= EXHAUSTIVE_PIECES:
        for size in range(count + 1):
            yield from itertools.combinations(range(count), size)
        return
    for size in sorted({0, 1, count // 2, count - 1, count}):
        yield tuple(range(size))
    for _ in range(SAMPLED_SUBSETS):
        yield tuple(index for index in range(count) if source.random() < 0.5)


def _tree_states(folder: FolderNode, source: random.Random) -> Iterator[FolderNode]:
    """Every way this folder may be found, its files and folders drawn in each way they may be."""
    for names in folder.states():
        ways: list[list[tuple[str, Node]]] = []
        for name, node in names.items():
            if isinstance(node, FileNode):
                settled: list[Node] = [_settled(content) for content in node.states(source)]
            else:
                settled = [*_tree_states(node, source)]
            ways.append([(name, one) for one in settled])
        for drawn in itertools.islice(itertools.product(*ways), 4096):
            found = dict(drawn)
            yield FolderNode(dict(found), dict(found))


def _settled(content: bytes) -> FileNode:
    return FileNode(bytearray(content), content)


def _settled_volatile(folder: FolderNode) -> FolderNode:
    names: dict[str, Node] = {
        name: _settled(bytes(node.volatile))
        if isinstance(node, FileNode)
        else _settled_volatile(node)
        for name, node in folder.volatile.items()
    }
    return FolderNode(dict(names), dict(names))


def _listing(folder: FolderNode, prefix: str = "") -> list[tuple[str, bytes]]:
    listing: list[tuple[str, bytes]] = []
    for name, node in sorted(folder.volatile.items()):
        if isinstance(node, FileNode):
            listing.append((prefix + name, bytes(node.volatile)))
        else:
            listing.append((prefix + name + "/", b""))
            listing.extend(_listing(node, prefix + name + "/"))
    return listing
