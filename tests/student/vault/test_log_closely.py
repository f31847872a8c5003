"""Corners of the log and its snapshot that no other test looked into: found by changing code."""

from __future__ import annotations

import errno
import random
from pathlib import Path

import pytest

from portfolio_app.errors import NotAllowed, StorageFull, StoreDamaged
from portfolio_app.student.vault import log as log_module
from portfolio_app.student.vault.disk import RealDisk
from portfolio_app.student.vault.log import (
    CONTENTS_AFTER_RECORDS,
    MAXIMUM_ROOM_BYTES,
    MINIMUM_ROOM_BYTES,
    SealedLog,
)
from portfolio_app.student.vault.store import Store
from portfolio_app.student.vault.stream import CACHED_SEGMENTS, SEGMENT_SIZE_BYTES
from portfolio_app.student.vault.tables import SealedDatabase
from tests.crash.log_life import KEY, LOG
from tests.student.vault.device import open_log
from tests.student.vault.faulty_disk import FaultyDisk


def made(works: int = 0, size_bytes: int = 40) -> tuple[FaultyDisk, Store, SealedLog]:
    disk = FaultyDisk()
    SealedLog.create(disk, LOG, KEY, {"vault": "v"})
    store, log = open_log(disk, LOG, KEY)
    for number in range(works):
        SealedDatabase(store).table("records").insert({"n": number, "w": "w" * size_bytes})
    return disk, store, log


def test_a_long_history_is_read_late_and_forgotten_at_closing() -> None:
    disk, store, _ = made(CONTENTS_AFTER_RECORDS)
    store.close()
    store, log = open_log(disk, LOG, KEY)
    state = store.frozen("records")
    late = state.get(1)
    assert late is not None
    assert log.recovered is None
    unread = store.frozen("records")
    store.close()
    with pytest.raises(NotAllowed, match="unlock"):
        unread.get(40)
    with pytest.raises(NotAllowed, match="unlock"):
        store.get("records", 1)


def test_a_history_a_record_shorter_ends_with_a_plain_mark() -> None:
    sizes = []
    for works in (CONTENTS_AFTER_RECORDS - 1, CONTENTS_AFTER_RECORDS):
        _, store, log = made(works)
        before = log.size_bytes
        store.close()
        sizes.append(log.size_bytes - before)
    assert sizes[0] == 24 + 28
    assert sizes[1] > 24 + 28 + 8 * CONTENTS_AFTER_RECORDS


def test_what_counts_as_history_begins_behind_the_snapshot() -> None:
    for works, is_long in ((CONTENTS_AFTER_RECORDS - 1, False), (CONTENTS_AFTER_RECORDS, True)):
        _, store, log = made(3)
        store.tidy()
        for number in range(works):
            SealedDatabase(store).table("records").insert({"n": number})
        before = log.size_bytes
        store.close()
        assert (log.size_bytes - before > 24 + 28) == is_long


@pytest.mark.parametrize("failing", [("rename",), ("rename", "remove")])
def test_a_name_that_cannot_be_changed_leaves_the_log_as_it_was(failing: tuple[str, ...]) -> None:
    disk, store, log = made(3)
    table = SealedDatabase(store).table("records")
    disk.failure, disk.fail_at, disk.persistent = errno.ENOSPC, 0, True
    disk.fail_on = failing.__contains__
    with pytest.raises(StorageFull):
        store.tidy()
    disk.fail_at = None
    table.insert({"n": 3})
    assert log.identity["generation"] == 1
    assert [one["n"] for one in table] == [0, 1, 2, 3]
    again = SealedDatabase(open_log(disk.as_found(), LOG, KEY)[0])
    assert [one["n"] for one in again.table("records")] == [0, 1, 2, 3]
    store.tidy()
    assert log.identity["generation"] == 2


def test_a_name_as_young_as_the_last_start_is_settled_before_anything_is_saved() -> None:
    """The folder alone holds it: the one above may be another, and its sync says nothing of it."""
    disk, log_path = FaultyDisk(), Path("/learners/ada/log")
    for folder in (log_path.parent.parent, log_path.parent):
        disk.make_folder(folder)
        disk.sync_folder(folder.parent)
    SealedLog.create(disk, log_path, KEY, {"vault": "v"})
    store, _ = open_log(disk, log_path, KEY)
    SealedDatabase(store).table("records").insert({"n": 0})
    disk.fail_at, disk.persistent, disk.fail_on = 0, True, "sync_folder".__eq__
    with pytest.raises(StoreDamaged):
        store.tidy()
    disk.fail_at = None  # the program ends here, and the system goes on
    again = SealedDatabase(open_log(disk, log_path, KEY)[0]).table("records")
    again.insert({"n": 1})
    for found in disk.states(random.Random(0), 24):
        left = SealedDatabase(open_log(found, log_path, KEY)[0]).table("records")
        assert [one["n"] for one in left] == [0, 1]


def test_who_looks_through_a_table_sees_it_to_the_end_while_it_is_tidied() -> None:
    _, store, _ = made(40, 700)
    store.tidy()
    before = [*store.frozen("records").pairs()]
    looking = store.frozen("records")
    first = looking.get(1)
    table = SealedDatabase(store).table("records")
    for number in range(3):
        table.remove(doc_ids=[2 + number])
        store.tidy()
    assert [*looking.pairs()] == before
    assert looking.get(1) == first
    assert len(table) == 37
    store.close()
    with pytest.raises(NotAllowed):
        [*store.frozen("records").pairs()]


def test_who_looks_through_a_table_needs_its_file_no_more_once_it_is_tidied(
    tmp_path: Path,
) -> None:
    """On the real disk, where a file that was closed and replaced cannot be read."""
    disk, path = RealDisk(), tmp_path / "log"
    SealedLog.create(disk, path, KEY, {"vault": "v"})
    store, _ = open_log(disk, path, KEY)
    table = SealedDatabase(store).table("records")
    table.insert_multiple({"n": number, "w": "w" * 700} for number in range(40))
    store.tidy()
    looking = store.frozen("records")
    table.remove(doc_ids=[2])
    store.tidy()
    assert [number for number, _ in looking.pairs()] == [*range(1, 41)]
    store.close()


def test_a_closed_log_gives_nothing_of_its_snapshot() -> None:
    _, store, _ = made(40, 700)
    store.tidy()
    looking = store.frozen("records")
    assert looking.base is not None
    stream = looking.base.stream
    assert stream.read(0, 10)
    store.close()
    for start in (0, SEGMENT_SIZE_BYTES, 3 * SEGMENT_SIZE_BYTES):
        with pytest.raises(NotAllowed, match="unlock"):
            stream.read(start, start + 10)
    assert not stream._cache


def test_an_end_is_marked_once() -> None:
    disk, store, _ = made(1)
    store.close()
    size_bytes = open_log(disk, LOG, KEY)[1].size_bytes
    for _ in range(3):
        store, log = open_log(disk, LOG, KEY)
        store.close()
        assert log.size_bytes == size_bytes


def test_a_stream_is_not_read_beside_itself() -> None:
    _, store, _ = made(200, 500)
    store.tidy()
    base = store.frozen("records").base
    assert base is not None
    stream = base.stream
    size_bytes = stream.size_bytes
    assert stream.read(5, 5) == b""
    assert len(stream.read(0, size_bytes)) == size_bytes
    last = (size_bytes - 1) // SEGMENT_SIZE_BYTES * SEGMENT_SIZE_BYTES
    for start, end in (
        (-1, 3),
        (-SEGMENT_SIZE_BYTES, 3),
        (last, last + 2 * SEGMENT_SIZE_BYTES),
        (last + SEGMENT_SIZE_BYTES, last + SEGMENT_SIZE_BYTES + 1),
        (10**9, 10**9 + 1),
    ):
        with pytest.raises(StoreDamaged):
            stream.read(start, end)


def test_a_stream_keeps_so_many_segments_and_the_last_ones() -> None:
    _, store, _ = made()
    table = SealedDatabase(store).table("records")
    with store.batch():
        for number in range(CACHED_SEGMENTS + 20):
            table.insert({"n": number, "w": "w" * SEGMENT_SIZE_BYTES})
    store.tidy()
    base = store.frozen("records").base
    assert base is not None
    count = base.stream.size_bytes // SEGMENT_SIZE_BYTES
    for number in range(count):
        base.stream.read(number * SEGMENT_SIZE_BYTES, number * SEGMENT_SIZE_BYTES + 1)
    kept = base.stream._cache
    assert [*kept] == [*range(count - CACHED_SEGMENTS, count)]
    assert all(len(content) == SEGMENT_SIZE_BYTES for content in kept.values())


def test_room_is_a_sixteenth_within_limits() -> None:
    for size_bytes, room_bytes in (
        (0, MINIMUM_ROOM_BYTES),
        (16 * MINIMUM_ROOM_BYTES + 160, MINIMUM_ROOM_BYTES + 10),
        (2**30, MAXIMUM_ROOM_BYTES),
    ):
        assert log_module._room_for(size_bytes) == room_bytes


def test_appending_takes_room_when_there_is_none_left_and_writes_once() -> None:
    """One write and one sync a batch, whether it needs new room or fits what is there."""
    disk, store, log = made(1)
    calls: list[str] = []

    def noted(call: str) -> bool:
        calls.append(call)
        return False

    disk.fail_on = noted
    disk.fail_at, disk.persistent = 0, True
    table = SealedDatabase(store).table("records")
    for number in range(40):
        calls.clear()
        table.insert({"n": number, "w": "w" * 600})
        assert calls == ["write_at", "sync"]
        assert len(disk.file(LOG).volatile) >= log.size_bytes
    assert len(disk.file(LOG).volatile) - log.size_bytes < 2 * MINIMUM_ROOM_BYTES


def test_a_log_has_a_largest_size(monkeypatch: pytest.MonkeyPatch) -> None:
    disk, store, log = made(1)
    table = SealedDatabase(store).table("records")
    monkeypatch.setattr(log_module, "MAXIMUM_LOG_BYTES", log.size_bytes + 300)
    with pytest.raises(StorageFull, match="large as it can be"):
        table.insert({"w": "w" * 400})
    assert len(table) == 1
    table.insert({"w": "w"})
    monkeypatch.setattr(log_module, "MAXIMUM_LOG_BYTES", log.size_bytes)
    open_log(disk.as_found(), LOG, KEY)
    monkeypatch.setattr(log_module, "MAXIMUM_LOG_BYTES", 200)
    with pytest.raises(StorageFull, match="large as it can be"):
        store.tidy()
    assert "log.new" not in disk.root.volatile
    monkeypatch.setattr(log_module, "MAXIMUM_ROOM_BYTES", 0)
    with pytest.raises(StoreDamaged, match="larger than it can be"):
        open_log(disk.as_found(), LOG, KEY)


def test_each_file_of_a_log_has_its_generation_and_its_own_id() -> None:
    disk, store, log = made(1)
    seen = {bytes(disk.file(LOG).volatile[24:56])}
    for generation in range(2, 6):
        store.tidy()
        assert log.identity == {"vault": "v", "generation": generation}
        assert open_log(disk.as_found(), LOG, KEY)[1].identity["generation"] == generation
        seen.add(bytes(disk.file(LOG).volatile[24:56]))
    assert len(seen) == 5
