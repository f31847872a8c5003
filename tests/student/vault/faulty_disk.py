"""A disk made of memory with a volatile and a durable half, which can fail and lose power.

Everything that was not synced may be lost, kept or torn, sector by sector; names may be lost
independently of contents. `states` forms what may be there after a power cut. The vault's real
code runs on it through the seam in `disk`.
"""

from __future__ import annotations

import errno
import itertools
import math
import random
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from portfolio_app.errors import VaultInUse
from portfolio_app.student.vault.disk import Lock, OpenFile

SECTOR_SIZE_BYTES = 512
EXHAUSTIVE_PIECES = 5
SAMPLED_SUBSETS = 8

Piece = tuple[int, bytes | None]
"""Bytes at an offset, or None: the file is cut off there."""


class PowerCut(BaseException):
    """Nothing that runs survives this, so nothing should catch it."""


@dataclass(slots=True, eq=False)
class FileNode:
    volatile: bytearray = field(default_factory=bytearray)
    durable: bytes = b""
    pending: list[Piece] = field(default_factory=list)
    known_states: list[bytes] = field(default_factory=list)

    def changed(self, piece: Piece) -> None:
        _apply(self.volatile, piece)
        self.pending.append(piece)
        self.known_states = []

    def settle(self, pieces: list[Piece]) -> None:
        """These pieces reached the storage; of all others nothing will."""
        durable = bytearray(self.durable)
        for piece in pieces:
            _apply(durable, piece)
        self.durable = bytes(durable)
        self.pending.clear()
        self.known_states = []

    def states(self, source: random.Random) -> list[bytes]:
        """What may be found: first with nothing pending kept, last with all of it."""
        if not self.known_states:
            self.known_states = [*self._states(source)]
        return self.known_states

    def _states(self, source: random.Random) -> dict[bytes, None]:
        whole = bytes(self.volatile)
        if self.durable == whole and not self.pending:
            return {whole: None}
        pieces = [part for piece in self.pending for part in _sectors(piece)]
        found = {self.durable: None}
        for chosen in _subsets(len(pieces), source):
            content = bytearray(self.durable)
            for index in chosen:
                _apply(content, pieces[index])
            found[bytes(content)] = None
            missing = len(whole) - len(content)
            if missing > 0:  # the new size reached the storage before the bytes did
                found[bytes(content) + bytes(missing)] = None
                found[bytes(content) + source.randbytes(missing)] = None
        if whole != self.durable:
            found.pop(whole, None)
            found[whole] = None
        return found


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
        self.is_cut = False
        self.kept_of_failing = 0.5
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
            node.changed((0, None))
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
        tree = _ways_of(self.root, source)
        return (
            FaultyDisk(_settled_folder(tree.at(place))) for place in _drawn(tree, source, limit)
        )

    def as_found(self) -> FaultyDisk:
        """A durable copy of what a running program sees."""
        return FaultyDisk(_settled_folder(_seen(self.root)))

    def fingerprint(self) -> int:
        """A number that another disk has only by chance; of this process alone."""
        return hash(tuple(_listing(self.root)))

    def contents(self) -> Iterator[bytes]:
        """Every file's bytes, as a scan of the folder would find them."""
        return (content for _, content in _listing(self.root))

    def file(self, path: Path) -> FileNode:
        node = self._find(path)
        assert isinstance(node, FileNode)
        return node

    def cut_power_at(self, calls_from_now: int) -> None:
        """Let this call, and all after it, end the program."""
        self.fail_at, self.persistent, self.is_cut = self.calls + calls_from_now, True, True

    def _may_fail(self, call: str) -> None:
        self.calls += 1
        if self._fails_now(call):
            if self.is_cut:
                raise PowerCut
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
            kept = int(len(content) * self._disk.kept_of_failing)
            self._write(offset, content[:kept])  # failing writes are often short
            raise
        self._write(offset, content)

    def truncate(self, size_bytes: int) -> None:
        assert not self._closed
        self._disk._may_fail("truncate")
        if size_bytes < len(self._node.volatile):
            self._node.changed((size_bytes, None))
            self._disk.after_call()

    def sync(self) -> None:
        try:
            self._disk._may_fail("sync")
        except OSError:
            # The system calls all pages clean, though only some of them were stored.
            pieces = self._node.pending
            self._node.settle(pieces[: int(len(pieces) * self._disk.kept_of_failing)])
            raise
        self._node.settle(self._node.pending)  # a failed sync before has lost its pieces
        self._disk.after_call()

    def close(self) -> None:
        self._closed = True

    def _write(self, offset: int, content: bytes) -> None:
        if content:
            self._node.changed((offset, content))
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


class _FileWays:
    """What one file may hold, by place."""

    def __init__(self, node: FileNode, source: random.Random) -> None:
        self._contents = node.states(source)
        self.count = len(self._contents)

    def at(self, place: int) -> bytes:
        return self._contents[place]


class _FolderWays:
    """What a folder may hold, by place: its names in each way, times all ways of what they name."""

    def __init__(self, folder: FolderNode, source: random.Random) -> None:
        self._alternatives = [
            {name: _ways_of(node, source) for name, node in names.items()}
            for names in folder.states()
        ]
        self._counts = [
            math.prod(ways.count for ways in names.values()) for names in self._alternatives
        ]
        self.count = sum(self._counts)

    def at(self, place: int) -> Tree:
        for names, count in zip(self._alternatives, self._counts, strict=True):
            if place < count:
                return _drawn_names(names, place)
            place -= count
        raise IndexError(place)


Tree = dict[str, "bytes | Tree"]
Ways = _FileWays | _FolderWays


def _ways_of(node: Node, source: random.Random) -> Any:
    return (_FileWays if isinstance(node, FileNode) else _FolderWays)(node, source)  # type: ignore[arg-type]


def _drawn_names(names: dict[str, Ways], place: int) -> Tree:
    tree: Tree = {}
    for name, ways in names.items():
        place, own = divmod(place, ways.count)
        tree[name] = ways.at(own)
    return tree


def _drawn(tree: Ways, source: random.Random, limit: int) -> Iterable[int]:
    """All places, or the first, the last and others drawn."""
    if tree.count <= limit:
        return range(tree.count)
    drawn = {0: None, tree.count - 1: None}
    while len(drawn) < limit:
        drawn[source.randrange(tree.count)] = None
    return drawn


def _seen(folder: FolderNode) -> Tree:
    return {
        name: bytes(node.volatile) if isinstance(node, FileNode) else _seen(node)
        for name, node in folder.volatile.items()
    }


def _settled_folder(tree: Tree) -> FolderNode:
    names: dict[str, Node] = {
        name: FileNode(bytearray(found), found)
        if isinstance(found, bytes)
        else _settled_folder(found)
        for name, found in tree.items()
    }
    return FolderNode(names, dict(names))


def disk_of(tree: Tree) -> FaultyDisk:
    """A disk on which these files lie safely: names with their bytes, or with a folder's names."""
    return FaultyDisk(_settled_folder(tree))


def _listing(folder: FolderNode, prefix: str = "") -> list[tuple[str, bytes]]:
    listing: list[tuple[str, bytes]] = []
    for name, node in sorted(folder.volatile.items()):
        if isinstance(node, FileNode):
            content = node.durable if node.durable == node.volatile else bytes(node.volatile)
            listing.append((prefix + name, content))
        else:
            listing.append((prefix + name + "/", b""))
            listing.extend(_listing(node, prefix + name + "/"))
    return listing
