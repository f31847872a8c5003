"""The real disk keeps the promises of the seam, and failures are named in plain words."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from portfolio_app.errors import StorageFull, StoreDamaged, VaultInUse
from portfolio_app.student.vault.disk import (
    MAXIMUM_EXPECTED_BYTES,
    DiskFailed,
    RealDisk,
    expect_reads,
    plain_errors,
    read_whole,
    replace_whole,
)
from tests.student.vault.device import NOW_MS, SECRET, counted_ids, vaults_in


def test_reads_writes_cuts_and_renames(tmp_path: Path) -> None:
    disk = RealDisk()
    folder, path = tmp_path / "a" / "b", tmp_path / "a" / "b" / "file"
    disk.make_folder(folder)
    disk.make_folder(folder)
    file = disk.open(path, create=True)
    file.write_at(3, b"defg")
    file.write_at(0, b"abc")
    file.sync()
    file.truncate(5)
    assert (file.size_bytes(), file.read_at(1, 100), file.read_at(9, 1)) == (5, b"bcde", b"")
    file.close()
    file.close()
    assert path.stat().st_mode & 0o077 == 0, "nobody else on the device may read it"
    disk.rename(path, folder / "other")
    disk.sync_folder(folder)
    assert disk.names(folder) == ["other"]
    assert disk.names(tmp_path / "absent") == []
    assert read_whole(disk, folder / "other", 5) == b"abcde"
    with pytest.raises(StoreDamaged, match="larger"):
        read_whole(disk, folder / "other", 4)
    replace_whole(disk, folder / "other", b"new")
    assert disk.names(folder) == ["other"]
    assert read_whole(disk, folder / "other", 5) == b"new"
    disk.remove(folder / "other")
    disk.remove_folder(folder)
    assert not disk.exists(folder)


def test_a_lock_is_held_once_even_in_one_program(tmp_path: Path) -> None:
    disk = RealDisk()
    lock = disk.lock(tmp_path / "lock")
    with pytest.raises(VaultInUse, match="Close it there"):
        disk.lock(tmp_path / "lock")
    lock.release()
    lock.release()
    disk.lock(tmp_path / "lock").release()


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT, errno.EFBIG])
def test_a_full_disk_is_called_full(number: int) -> None:
    with pytest.raises(StorageFull, match="saving a test"), plain_errors("saving a test"):
        raise OSError(number, "planted")


def test_other_failures_name_their_kind_and_no_path() -> None:
    with pytest.raises(DiskFailed, match="EIO") as failed, plain_errors("saving a test"):
        raise OSError(errno.EIO, "planted", "/home/ada/secret-name")
    assert "ada" not in str(failed.value)


def test_a_really_full_disk_changes_nothing(tmp_path: Path) -> None:
    """/dev/full answers every write as a full disk does."""
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("this system has no /dev/full")
    file = RealDisk().open(full)
    with pytest.raises(StorageFull), plain_errors("saving a test"):
        file.write_at(0, b"x")
    file.close()
    assert list(tmp_path.iterdir()) == []


def test_the_system_is_told_once_what_is_read_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[tuple[int, int]] = []
    monkeypatch.setattr(
        os, "posix_fadvise", lambda _, start, end, __: told.append((start, end)), raising=False
    )
    monkeypatch.setattr(os, "POSIX_FADV_WILLNEED", 3, raising=False)
    vault = vaults_in(tmp_path).create("Ada", "fox", SECRET, new_id=counted_ids(), now_ms=NOW_MS)
    vault.db.table("works").insert({"title": "Tree"})
    vault.compact()
    vault.close()
    told.clear()
    opened = vaults_in(tmp_path).unlock(vault.id, SECRET, now_ms=NOW_MS)
    assert opened.db.table("works").all()
    assert told == [], "whoever only looks reads what he looks at"
    for number in range(2):
        opened.db.table("works").insert({"number": number})
    opened.close()
    assert len(told) == 1
    assert told[0][0] == 0 < told[0][1] <= MAXIMUM_EXPECTED_BYTES


@pytest.mark.parametrize("how", ["refuses", "has no such call"])
def test_a_system_that_cannot_be_told_is_no_hindrance(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    def refuse(*_: int) -> None:
        raise OSError(errno.EINVAL, "planted failure")

    if how == "refuses":
        monkeypatch.setattr(os, "posix_fadvise", refuse, raising=False)
    else:
        monkeypatch.delattr(os, "posix_fadvise", raising=False)
    file = RealDisk().open(tmp_path / "file", create=True)
    expect_reads(file, 10**12)
    file.close()
