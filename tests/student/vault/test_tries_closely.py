"""Corners of the count of tries where the copy that a device keeps apart can be written no more."""

from __future__ import annotations

from pathlib import Path

import pytest

from portfolio_app.errors import TooManyTries, WrongSecret
from portfolio_app.student.vault.device_keeper import FileKeeper
from portfolio_app.student.vault.keys import VaultKeys
from portfolio_app.student.vault.slots import BadgeCode, TypedSecret
from tests.student.vault.device import NOW_MS, SECRET, quick_parameters
from tests.student.vault.faulty_disk import FaultyDisk
from tests.student.vault.test_tries import FOLDER, VAULT, Device, made

TYPED = TypedSecret(SECRET)


class Filling(FileKeeper):
    """A keeper that has room for so many more values."""

    puts_left = 1_000

    def put(self, name: str, value: bytes) -> None:
        self.puts_left -= 1
        if self.puts_left < 0:
            raise OSError(28, name)
        super().put(name, value)


def filling() -> tuple[FaultyDisk, Filling, VaultKeys]:
    """A vault whose device has kept its count a while."""
    disk = made()
    keeper = Filling(disk, Path("/k"))
    keys = VaultKeys(disk, FOLDER, VAULT, make=quick_parameters, keeper=keeper)
    for _ in range(3):
        keys.unlock(TYPED, now_ms=NOW_MS)
    return disk, keeper, keys


def test_a_damaged_count_is_the_later_one_beside_a_copy_that_cannot_be_written() -> None:
    disk, keeper, keys = filling()
    keeper.puts_left = 0
    disk.file(FOLDER / "tries").volatile[:] = b"?"
    for _ in range(2):
        with pytest.raises(TooManyTries):
            keys.unlock(TYPED, now_ms=NOW_MS)


def test_a_count_begun_anew_is_later_than_the_damaged_one() -> None:
    disk, keeper, keys = filling()
    badge = BadgeCode(keys.new_code("badge", TYPED, now_ms=NOW_MS))
    disk.file(FOLDER / "tries").volatile[:] = b"?"
    keeper.puts_left = 1
    keys.unlock(badge, now_ms=NOW_MS)
    with pytest.raises(WrongSecret) as first_again:
        keys.unlock(TypedSecret("0000"), now_ms=NOW_MS)
    assert not isinstance(first_again.value, TooManyTries)
    keys.unlock(TYPED, now_ms=NOW_MS)


def test_waiting_in_the_same_moment_writes_nothing() -> None:
    device = Device(made())
    device.lock_out()
    before = bytes(device.disk.file(FOLDER / "tries").volatile)
    for _ in range(3):
        assert device.must_wait() == 30
    assert bytes(device.disk.file(FOLDER / "tries").volatile) == before
