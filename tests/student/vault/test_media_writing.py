"""Large media: sealed, hashed and written by three threads, and still what was given."""

from __future__ import annotations

import errno
import hashlib
import os
import random
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from portfolio_app.errors import StorageFull
from portfolio_app.sealing.media import new_sealer, open_chunks
from portfolio_app.student.vault import media_writing
from portfolio_app.student.vault.aside import Aside
from portfolio_app.student.vault.disk import PAGE_BYTES, RealDisk, write_pages
from portfolio_app.student.vault.media_hash import PIECE_BYTES, HashedStream
from portfolio_app.student.vault.media_writing import BLOCK_BYTES, BUFFERS, write_sealed
from tests.student.vault.device import NOW_MS, SECRET, counted_ids, vaults_in
from tests.student.vault.faulty_disk import FaultyDisk

KEY, CONTEXT = bytes(16), b"tests"
FILM = random.Random(4).randbytes(5 * BLOCK_BYTES + 12_345)


@pytest.fixture(params=["as the device has it", "written out here"])
def _sealer(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "written out here":
        monkeypatch.setitem(sys.modules, "cryptography.cobblestone", None)


def in_pieces(content: bytes, step: int) -> Iterator[bytes]:
    return (content[start : start + step] for start in range(0, len(content), step))


@pytest.mark.usefixtures("_sealer")
@pytest.mark.parametrize("missing", [0, 1, 16_384, BLOCK_BYTES, 4 * BLOCK_BYTES + 12_345])
def test_what_is_written_in_blocks_opens(tmp_path: Path, missing: int) -> None:
    content = FILM[missing:]
    stream = HashedStream(in_pieces(content, 300_000), len(FILM))
    file = RealDisk().open(tmp_path / "film", create=True)
    write_sealed(file, new_sealer(KEY, CONTEXT), stream)
    assert b"".join(open_chunks(KEY, CONTEXT, file)) == content
    file.close()
    assert stream.size_bytes == len(content)
    assert stream.sha256_hex() == hashlib.sha256(content).hexdigest()


class Late:
    """Does work as late as `Aside` may: when one piece more than may wait has come."""

    def __init__(self, most_waiting: int) -> None:
        self._most_waiting = most_waiting
        self._waiting: deque[Callable[[], None]] = deque()

    def do(self, work: Callable[[], None]) -> None:
        if len(self._waiting) >= self._most_waiting:
            self._waiting.popleft()()
        self._waiting.append(work)

    def finish(self) -> None:
        while self._waiting:
            self._waiting.popleft()()

    def __enter__(self) -> Late:
        return self

    def __exit__(self, *problem: object) -> None: ...


@pytest.mark.parametrize(("buffers_too_few", "is_right"), [(0, True), (1, False)])
def test_no_buffer_is_used_again_before_it_is_written(
    monkeypatch: pytest.MonkeyPatch, buffers_too_few: int, is_right: bool
) -> None:
    """With one buffer less than it takes, the test has to see it."""
    late = Late(BUFFERS - 1)
    monkeypatch.setattr(media_writing, "Aside", lambda *_: late)
    monkeypatch.setattr(media_writing, "BUFFERS", BUFFERS - buffers_too_few)
    file = FaultyDisk().open(Path("/film"), create=True)
    write_sealed(file, new_sealer(KEY, CONTEXT), in_pieces(FILM, PIECE_BYTES))
    if is_right:
        assert b"".join(open_chunks(KEY, CONTEXT, file)) == FILM
    else:
        with pytest.raises(Exception, match="sealed media"):
            b"".join(open_chunks(KEY, CONTEXT, file))


@pytest.mark.parametrize("write", [1, 2, 3, 6])
def test_a_disk_that_fills_up_under_a_film_is_named_and_left_clean(write: int) -> None:
    disk = FaultyDisk()
    vault = vaults_in(Path("/vaults"), disk).create(
        "Ada", "fox", SECRET, new_id=counted_ids(), now_ms=NOW_MS
    )
    seen = 0

    def fails(call: str) -> bool:
        nonlocal seen
        seen += call == "write_at"
        return call == "write_at" and seen == write

    disk.failure, disk.fail_at, disk.persistent, disk.fail_on = errno.ENOSPC, 0, True, fails
    with pytest.raises(StorageFull, match="no room"):
        vault.media.receive(in_pieces(FILM, PIECE_BYTES))
    disk.fail_at = None
    assert disk.names(Path("/vaults") / vault.id / "media") == []
    received = vault.media.receive(in_pieces(FILM, PIECE_BYTES))
    vault.media.keep(received)
    assert b"".join(vault.media.open(received.sha256_hex)) == FILM


def test_a_stream_that_breaks_leaves_no_thread_behind(tmp_path: Path) -> None:
    def breaking() -> Iterator[bytes]:
        yield from in_pieces(FILM, PIECE_BYTES)
        raise ZeroDivisionError

    before = threading.active_count()
    file = RealDisk().open(tmp_path / "film", create=True)
    with pytest.raises(ZeroDivisionError):
        write_sealed(file, new_sealer(KEY, CONTEXT), HashedStream(breaking(), len(FILM)))
    file.close()
    assert threading.active_count() == before


def test_what_fails_aside_is_told_and_no_more_waits_than_may() -> None:
    done: list[int] = []

    def failing() -> None:
        raise ZeroDivisionError

    with Aside("test", 2) as aside:
        for number in range(5):
            aside.do(lambda number=number: done.append(number))  # type: ignore[misc]
            assert number - len(done) < 3
        aside.finish()
        assert done == [0, 1, 2, 3, 4]
        aside.do(failing)
        with pytest.raises(ZeroDivisionError):
            aside.finish()


def test_disks_that_want_no_pages_past_the_cache_get_them_the_usual_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Some refuse at opening, some at the first write, as a disk with larger pages does."""
    pages = memoryview(bytearray(random.Random(5).randbytes(4 * PAGE_BYTES)))
    real_open, real_write = os.open, os.pwrite

    def at_opening(path: Path, flags: int, mode: int = 0o777) -> int:
        if flags & getattr(os, "O_DIRECT", 0):
            raise OSError(errno.EINVAL, "planted")
        return real_open(path, flags, mode)

    direct: list[int] = []

    def remembering(path: Path, flags: int, mode: int = 0o777) -> int:
        descriptor = real_open(path, flags & ~getattr(os, "O_DIRECT", 0), mode)
        if flags & getattr(os, "O_DIRECT", 0):
            direct.append(descriptor)
        return descriptor

    def at_the_write(descriptor: int, content: memoryview, offset: int) -> int:
        if descriptor in direct:
            raise OSError(errno.EINVAL, "planted")
        return real_write(descriptor, content, offset)

    for opening, writing in ((at_opening, real_write), (remembering, at_the_write)):
        monkeypatch.setattr(os, "open", opening)
        monkeypatch.setattr(os, "pwrite", writing)
        file = RealDisk().open(tmp_path / "film", create=True)
        for number in range(2):
            write_pages(file, number * len(pages), pages)
        file.close()
        assert (tmp_path / "film").read_bytes() == bytes(pages) * 2
    assert len(direct) <= 1, "a disk that refused is not asked again"
