"""Waiting after wrong secrets: no restart, clock or copied file shortens it more than must be."""

from __future__ import annotations

import errno
import random
from pathlib import Path

import pytest

from portfolio_app.errors import TooManyTries, WrongSecret
from portfolio_app.student.vault import slots, tries
from portfolio_app.student.vault.device_keeper import FileKeeper
from portfolio_app.student.vault.keys import VaultKeys
from portfolio_app.student.vault.slots import TypedSecret
from portfolio_app.student.vault.tries import Count, since_start_ms
from tests.student.vault.device import NOW_MS, SECRET, quick_parameters
from tests.student.vault.faulty_disk import FaultyDisk

FOLDER = Path("/v")
VAULT = "0" * 32
HOUR_MS = 3_600_000
START_MS = 50_000_000


class Device:
    """A disk, a clock on the wall, the time since the start, and a keeper if there is one."""

    def __init__(self, disk: FaultyDisk, *, keeps: bool = False, knows_start: bool = False) -> None:
        self.disk = disk
        self.now_ms = NOW_MS
        self.start_ms = START_MS
        self.keys = VaultKeys(
            disk,
            FOLDER,
            VAULT,
            make=quick_parameters,
            keeper=FileKeeper(disk, Path("/k")) if keeps else None,
            since_start=(lambda: self.start_ms) if knows_start else None,
        )

    def unlock(self, secret: str = SECRET) -> bytes:
        return self.keys.unlock(TypedSecret(secret), now_ms=self.now_ms)[0]

    def pass_ms(self, milliseconds: int) -> None:
        self.now_ms += milliseconds
        self.start_ms += milliseconds

    def lock_out(self) -> None:
        for _ in range(tries.FREE_TRIES):
            with pytest.raises(WrongSecret):
                self.unlock("0000")

    def must_wait(self) -> int:
        with pytest.raises(TooManyTries) as early:
            self.unlock()
        return early.value.wait_seconds


def made() -> FaultyDisk:
    disk = FaultyDisk()
    disk.make_folder(FOLDER)
    VaultKeys(disk, FOLDER, VAULT, make=quick_parameters).create(SECRET)
    disk.sync_folder(Path("/"))
    return disk


@pytest.fixture
def disk() -> FaultyDisk:
    return made()


def unlock(disk: FaultyDisk, secret: str = SECRET, now_ms: int = NOW_MS) -> bytes:
    keys = VaultKeys(disk, FOLDER, VAULT, make=quick_parameters)
    return keys.unlock(TypedSecret(secret), now_ms=now_ms)[0]


def test_the_fifth_wrong_secret_starts_a_wait_that_doubles(disk: FaultyDisk) -> None:
    now_ms = NOW_MS
    for _ in range(tries.FREE_TRIES):
        with pytest.raises(WrongSecret):
            unlock(disk, "0000", now_ms)
    for wait_seconds in (30, 60, 120, 240, 480, 900, 900):
        with pytest.raises(TooManyTries) as early:
            unlock(disk, SECRET, now_ms + 1000 * wait_seconds - 1)
        assert early.value.wait_seconds == 1
        now_ms += 1000 * wait_seconds
        with pytest.raises(WrongSecret) as wrong:
            unlock(disk, "0000", now_ms)
        assert not isinstance(wrong.value, TooManyTries)
    unlock(disk, SECRET, now_ms + 900_000)
    with pytest.raises(WrongSecret) as first_again:
        unlock(disk, "0000", now_ms + 900_000)
    assert not isinstance(first_again.value, TooManyTries)


def locked_out(disk: FaultyDisk) -> None:
    for _ in range(tries.FREE_TRIES):
        with pytest.raises(WrongSecret):
            unlock(disk, "0000")


def test_neither_a_restart_nor_a_clock_turned_back_shortens_the_wait(disk: FaultyDisk) -> None:
    locked_out(disk)
    after_power_cut = next(disk.states(random.Random(0), 1))
    for found in (disk.as_found(), after_power_cut):
        with pytest.raises(TooManyTries) as early:
            unlock(found)
        assert early.value.wait_seconds == 30
        hour_before_ms = NOW_MS - 3_600_000
        with pytest.raises(TooManyTries):
            unlock(found, SECRET, hour_before_ms)
        unlock(found, SECRET, hour_before_ms + 30_000)


def test_a_try_counts_before_it_is_tried(disk: FaultyDisk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ending the program while a secret is being tried gives no try for free."""

    def ended(*_: object) -> bytes:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(slots, "stretch", ended)
        for _ in range(tries.FREE_TRIES):
            with pytest.raises(KeyboardInterrupt):
                unlock(disk)
    with pytest.raises(TooManyTries):
        unlock(disk)


@pytest.mark.parametrize("content", [b"", b"x", bytes(16), b"\xff" * 16, bytes(100)])
def test_a_damaged_count_counts_as_five_tries(disk: FaultyDisk, content: bytes) -> None:
    disk.file(FOLDER / "tries").volatile[:] = content
    with pytest.raises(TooManyTries):
        unlock(disk)
    unlock(disk, SECRET, NOW_MS + 30_000)


def test_a_missing_count_and_a_full_disk_keep_nobody_out(disk: FaultyDisk) -> None:
    disk.remove(FOLDER / "tries")
    unlock(disk)
    disk.fail_at, disk.persistent, disk.failure = 0, True, errno.ENOSPC
    disk.fail_on = "rename".__eq__
    unlock(disk)


def test_a_clock_turned_on_ends_no_wait_where_the_device_knows_better(disk: FaultyDisk) -> None:
    device = Device(disk, knows_start=True)
    device.lock_out()
    device.now_ms += 24 * HOUR_MS
    assert device.must_wait() == 30
    device.start_ms += 29_000
    assert device.must_wait() == 1
    device.start_ms += 1_000
    device.unlock()
    fooled = Device(made())
    fooled.lock_out()
    fooled.now_ms += 24 * HOUR_MS
    fooled.unlock()  # by the clock alone it cannot be told: this is why the start is asked


def test_after_a_restart_the_wait_counts_from_the_start(disk: FaultyDisk) -> None:
    device = Device(disk, knows_start=True)
    device.lock_out()
    device.start_ms, device.now_ms = 5_000, NOW_MS + 24 * HOUR_MS
    assert device.must_wait() == 25
    device.now_ms = NOW_MS - 24 * HOUR_MS
    assert device.must_wait() == 25
    device.pass_ms(25_000)
    device.unlock()


@pytest.mark.parametrize("what", ["put back", "removed", "damaged"])
def test_an_old_count_put_back_changes_nothing_where_a_copy_is_kept(
    disk: FaultyDisk, what: str
) -> None:
    device = Device(disk, keeps=True)
    device.unlock()
    before = bytes(disk.file(FOLDER / "tries").volatile)
    device.lock_out()
    if what == "removed":
        disk.remove(FOLDER / "tries")
    else:
        disk.file(FOLDER / "tries").volatile[:] = before if what == "put back" else b"?"
    assert device.must_wait() == 30
    device.pass_ms(30_000)
    device.unlock()
    with pytest.raises(WrongSecret) as wrong:
        device.unlock("0000")
    assert not isinstance(wrong.value, TooManyTries)


def test_a_keeper_that_fails_keeps_nobody_out(disk: FaultyDisk) -> None:
    device = Device(disk, keeps=True)
    device.unlock()
    disk.fail_at, disk.persistent, disk.failure = 0, True, errno.ENOSPC
    disk.fail_on = "rename".__eq__
    for _ in range(2 * tries.FREE_TRIES):
        device.unlock()


def test_the_count_of_the_first_version_is_read(disk: FaultyDisk) -> None:
    content = bytes.fromhex("00000005000001a3185c5000") + bytes.fromhex("00000000")
    assert Count.from_bytes(content) is None
    golden = bytes(12) + (0x7BD5C66F).to_bytes(4, "big")
    assert Count.from_bytes(golden) == Count()
    for count in (Count(), Count(7, NOW_MS, START_MS, 9)):
        assert Count.from_bytes(count.to_bytes()) == count
        assert len(count.to_bytes()) == 32
    assert Count.from_bytes(Count(1, 2**63, 0, 0).to_bytes()) is None


def test_the_time_since_the_start_moves_on() -> None:
    assert 0 < since_start_ms() <= since_start_ms()
