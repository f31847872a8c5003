"""Corners of the keys and counts that no other test looked into, found by changing the code."""

from __future__ import annotations

import json
import time
import zlib
from pathlib import Path
from typing import Any

import pytest

from portfolio_app.errors import NotFound, StoreDamaged, TooManyTries, WrongSecret
from portfolio_app.sealing.hpke import public_key_of
from portfolio_app.student.vault import Vaults, tries
from portfolio_app.student.vault.device_keeper import MAXIMUM_KEPT_BYTES, FileKeeper
from portfolio_app.student.vault.keys_file import (
    MAXIMUM_REVISION,
    MAXIMUM_SLOTS,
    KeysFile,
    read_keys,
)
from portfolio_app.student.vault.slots import (
    BadgeCode,
    DeviceSecretMissing,
    Slot,
    TypedSecret,
    canonical,
)
from portfolio_app.student.vault.tries import Count, since_start_ms
from tests.crash.power import cut_power
from tests.crash.vault_life import VaultLife, first_format
from tests.student.vault.device import NOW_MS, SECRET, quick_parameters
from tests.student.vault.faulty_disk import FaultyDisk, disk_of
from tests.student.vault.learners import ADA, LEARNERS, TYPED, device, make, opens
from tests.student.vault.test_tries import HOUR_MS, START_MS, Device, made
from tests.vectors.test_golden_vault import GOLDEN_ID
from tests.vectors.test_golden_vault import SECRET as GOLDEN_SECRET

SCHOOLS = [public_key_of(bytes([number]) * 32) for number in (1, 2)]


@pytest.fixture
def disk() -> FaultyDisk:
    disk = FaultyDisk()
    make(device(disk))
    return disk


def plain_keys(disk: FaultyDisk, vault_id: str = ADA) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(bytes(disk.file(LEARNERS / vault_id / "keys.json").volatile))
    return found


def test_the_first_version_becomes_the_second_once() -> None:
    disk = disk_of(first_format())
    for _ in range(2):
        device(disk).unlock(GOLDEN_ID, GOLDEN_SECRET, now_ms=NOW_MS).close()
        keys = plain_keys(disk, GOLDEN_ID)
        assert (keys["version"], keys["revision"], keys["previous"]) == (2, 1, "")


def test_looking_and_opening_change_no_revision(disk: FaultyDisk) -> None:
    here = device(disk)
    here.change_secret(ADA, SECRET, "another", now_ms=NOW_MS)
    for _ in range(3):
        opens(device(disk), "another")
    assert plain_keys(disk)["revision"] == 2


def test_every_way_that_is_brought_along_must_be_right(disk: FaultyDisk) -> None:
    here = device(disk)
    old = BadgeCode(here.ways.new_badge(ADA, TYPED, now_ms=NOW_MS))
    badge = BadgeCode(here.ways.new_badge(ADA, TYPED, now_ms=NOW_MS))
    before = plain_keys(disk)
    with pytest.raises(WrongSecret):
        here.renew_key(ADA, TYPED, old, now_ms=NOW_MS)
    assert plain_keys(disk) == before
    opens(device(disk), badge)


def test_a_new_key_leaves_a_pin_bound_to_its_device(disk: FaultyDisk) -> None:
    here = device(disk)
    badge = BadgeCode(here.ways.new_badge(ADA, TYPED, now_ms=NOW_MS))
    here.ways.bind_to_device(ADA, SECRET, now_ms=NOW_MS)
    here.renew_key(ADA, TYPED, badge, now_ms=NOW_MS)
    assert here.ways.kinds(ADA) == ("device", "badge")
    kept = [name for name in disk.names(Path("/device")) if name.startswith("secret")]
    assert len(kept) == 1
    opens(device(disk), SECRET)


@pytest.mark.parametrize("seed", [1, 2])
def test_power_cuts_while_the_key_is_renewed(seed: int) -> None:
    steps = ("work", "badge", "bind", "school", "renew", "work", "lock", "renew")
    assert cut_power(lambda number: VaultLife(number, steps), seed, 8) > 100


def test_one_school_of_two_can_be_closed(disk: FaultyDisk) -> None:
    here = device(disk)
    for school in SCHOOLS:
        here.ways.set_school_key(ADA, school, TYPED, now_ms=NOW_MS)
    here.ways.remove(ADA, "school", TYPED, school_key=SCHOOLS[0], now_ms=NOW_MS)
    assert here.ways.school_keys(ADA) == (SCHOOLS[1],)
    assert here.ways.ask_school(ADA).request.school_key == SCHOOLS[1]
    with pytest.raises(NotFound):
        here.ways.ask_school(ADA, SCHOOLS[0])
    assert here.ways.kinds(ADA) == ("secret", "school")


def test_the_same_school_is_kept_once(disk: FaultyDisk) -> None:
    here = device(disk)
    for _ in range(2):
        here.ways.set_school_key(ADA, SCHOOLS[0], TYPED, now_ms=NOW_MS)
    assert here.ways.school_keys(ADA) == (SCHOOLS[0],)


def test_a_secret_comes_back_where_there_was_none(disk: FaultyDisk) -> None:
    here = device(disk)
    badge = BadgeCode(here.ways.new_badge(ADA, TYPED, now_ms=NOW_MS))
    here.ways.remove(ADA, "secret", badge, now_ms=NOW_MS)
    here.change_secret(ADA, badge, "a new one", now_ms=NOW_MS)
    opens(device(disk), "a new one")
    opens(device(disk), badge)


@pytest.mark.parametrize("keys", [b"damaged", b""])
def test_a_vault_with_damaged_keys_can_be_removed(disk: FaultyDisk, keys: bytes) -> None:
    disk.file(LEARNERS / ADA / "keys.json").volatile[:] = keys
    device(disk).remove(ADA)
    assert device(disk).list() == ()
    assert disk.names(Path("/device")) == []


class Unforgetting(FileKeeper):
    """A keeper whose storage cannot be written any more."""

    def remove(self, name: str) -> None:
        raise OSError(5, name)


def test_a_keeper_that_cannot_forget_keeps_no_vault(disk: FaultyDisk) -> None:
    here = device(disk)
    here.ways.new_recovery_code(ADA, TYPED, now_ms=NOW_MS)
    here.ways.bind_to_device(ADA, SECRET, now_ms=NOW_MS)
    keeper = Unforgetting(disk, Path("/device"))
    unforgetting = Vaults(
        LEARNERS, disk=disk, new_secret_parameters=quick_parameters, keeper=keeper
    )
    unforgetting.change_secret(ADA, SECRET, "another", now_ms=NOW_MS)
    opens(unforgetting, "another")
    unforgetting.remove(ADA)
    assert here.list() == ()


def test_a_bound_pin_outlives_the_end_of_another_way(disk: FaultyDisk) -> None:
    here = device(disk)
    here.ways.new_recovery_code(ADA, TYPED, now_ms=NOW_MS)
    here.ways.new_badge(ADA, TYPED, now_ms=NOW_MS)
    here.ways.bind_to_device(ADA, SECRET, now_ms=NOW_MS)
    here.ways.remove(ADA, "badge", TYPED, now_ms=NOW_MS)
    opens(device(disk), SECRET)


def test_where_no_device_keeps_anything_a_bound_pin_is_told_so(disk: FaultyDisk) -> None:
    here = device(disk)
    here.ways.new_recovery_code(ADA, TYPED, now_ms=NOW_MS)
    here.ways.bind_to_device(ADA, SECRET, now_ms=NOW_MS)
    without = Vaults(LEARNERS, disk=disk, new_secret_parameters=quick_parameters)
    with pytest.raises(DeviceSecretMissing):
        without.unlock(ADA, SECRET, now_ms=NOW_MS)


@pytest.mark.parametrize("salt", [5, None, [], "zz", "", "00" * 15, "00" * 17])
def test_parameters_that_are_no_hex_are_damage(disk: FaultyDisk, salt: object) -> None:
    badge = BadgeCode(device(disk).ways.new_badge(ADA, TYPED, now_ms=NOW_MS))
    keys = plain_keys(disk)
    keys["slots"][1]["parameters"]["salt"] = salt
    del keys["crc"]
    content = canonical({**keys, "crc": zlib.crc32(canonical(keys))})
    disk.file(LEARNERS / ADA / "keys.json").volatile[:] = content
    with pytest.raises(StoreDamaged):
        opens(device(disk), badge)


def test_a_change_of_keys_of_the_first_version_writes_the_second() -> None:
    disk = disk_of(first_format())
    device(disk).change_secret(GOLDEN_ID, GOLDEN_SECRET, "another", now_ms=NOW_MS)
    keys = plain_keys(disk, GOLDEN_ID)
    assert (keys["version"], keys["revision"]) == (2, 1)
    device(disk).unlock(GOLDEN_ID, "another", now_ms=NOW_MS).close()


def test_a_badge_opens_what_a_right_secret_opens_while_it_is_open(disk: FaultyDisk) -> None:
    """What is typed is checked against memory, a badge against its slot."""
    here = device(disk)
    badge = here.ways.new_badge(ADA, TYPED, now_ms=NOW_MS)
    vault = here.unlock(ADA, BadgeCode(badge), now_ms=NOW_MS)
    with pytest.raises(WrongSecret):
        here.change_secret(ADA, "0000", "mine now", now_ms=NOW_MS)
    here.change_secret(ADA, SECRET, "another", now_ms=NOW_MS)
    here.change_secret(ADA, BadgeCode(badge), "a third", now_ms=NOW_MS)
    vault.close()
    opens(here, "a third")


@pytest.mark.parametrize("is_open", [True, False])
def test_a_way_is_checked_whether_the_vault_is_open_or_not(
    disk: FaultyDisk, *, is_open: bool
) -> None:
    here = device(disk)
    old = BadgeCode(here.ways.new_badge(ADA, TYPED, now_ms=NOW_MS))
    badge = BadgeCode(here.ways.new_badge(ADA, TYPED, now_ms=NOW_MS))
    vault = here.unlock(ADA, SECRET, now_ms=NOW_MS) if is_open else None
    for right in (TYPED, badge):
        here.ways.check(ADA, right, now_ms=NOW_MS)
    for wrong in (TypedSecret("0000"), old):
        with pytest.raises(WrongSecret):
            here.ways.check(ADA, wrong, now_ms=NOW_MS)
    if vault is not None:
        vault.close()


# The wait after wrong secrets.


def locked_out(*, knows_start: bool = True) -> Device:
    device = Device(made(), knows_start=knows_start)
    device.lock_out()
    return device


def test_of_both_clocks_the_one_that_says_less_counts() -> None:
    for clock_ms, start_ms in ((10_000, 60_000), (60_000, 10_000), (0, 20_000), (20_000, 0)):
        device = locked_out()
        device.now_ms += clock_ms
        device.start_ms += start_ms
        assert device.must_wait() == 30 - min(clock_ms, start_ms) // 1000


def test_a_clock_that_says_a_moment_before_is_not_believed() -> None:
    device = locked_out()
    device.now_ms -= 1
    device.start_ms += 20_000
    assert device.must_wait() == 10


def test_a_device_that_knows_its_start_now_and_did_not_then() -> None:
    """Or the other way round: then the clock alone can say."""
    for knew, knows in ((False, True), (True, False)):
        before = locked_out(knows_start=knew)
        after = Device(before.disk, knows_start=knows)
        after.now_ms += 12_000
        after.start_ms += 3_000_000
        assert after.must_wait() == 18
        after.now_ms += 18_000
        after.unlock()


def test_waits_double_up_to_a_quarter_of_an_hour() -> None:
    assert [tries.wait_seconds(count) for count in range(4, 13)] == [
        *(0, 30, 60, 120, 240, 480),
        *(900, 900, 900),
    ]
    assert tries.wait_seconds(10**9) == 900


def test_the_last_millisecond_counts() -> None:
    device = locked_out()
    device.pass_ms(29_999)
    assert device.must_wait() == 1
    device.pass_ms(1)
    device.unlock()


def test_waiting_is_not_counted_as_trying() -> None:
    device = locked_out()
    for _ in range(20):
        assert device.must_wait() == 30
    device.pass_ms(30_000)
    device.unlock()


def test_a_count_has_a_top() -> None:
    disk = made()
    file = disk.open(Path("/v/tries"), create=True)
    file.write_at(0, Count(1_000, NOW_MS, START_MS, 7).to_bytes())
    device = Device(disk, knows_start=True)
    assert device.must_wait() == 900
    device.pass_ms(900_000)
    with pytest.raises(WrongSecret):
        device.unlock("0000")
    count = Count.from_bytes(bytes(disk.file(Path("/v/tries")).volatile))
    assert count == Count(1_000, device.now_ms, device.start_ms, 8)


def test_times_that_no_clock_shows_are_taken_as_the_nearest() -> None:
    for now_ms in (-5, 2**70):
        device = Device(made())
        device.now_ms = now_ms
        for _ in range(2):
            with pytest.raises(WrongSecret):
                device.unlock("0000")
        count = Count.from_bytes(bytes(device.disk.file(Path("/v/tries")).volatile))
        assert count is not None
        assert (count.tries, count.last_ms) == (2, min(max(now_ms, 0), 2**63 - 1))


def test_a_wait_outlasts_a_damaged_count_with_more_tries_kept_apart() -> None:
    device = Device(made(), keeps=True)
    device.lock_out()
    device.pass_ms(30_000)
    with pytest.raises(WrongSecret):
        device.unlock("0000")
    device.disk.file(Path("/v/tries")).volatile[:] = b"?"
    assert device.must_wait() == 60
    assert Count.from_bytes(bytes(device.disk.file(Path("/v/tries")).volatile)) is not None


def test_the_time_since_the_start_counts_sleep_where_the_system_can(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(time, "CLOCK_BOOTTIME", 7, raising=False)
        patch.setattr(time, "clock_gettime_ns", {7: 5_000_999_999}.__getitem__, raising=False)
        patch.setattr(time, "monotonic_ns", lambda: 3_000_000_000)
        assert since_start_ms() == 5_000
        assert isinstance(since_start_ms(), int)
        patch.delattr(time, "CLOCK_BOOTTIME")
        assert since_start_ms() == 3_000
    monkeypatch.setattr(time, "monotonic_ns", lambda: 10**15)
    monkeypatch.delattr(time, "CLOCK_BOOTTIME", raising=False)
    assert since_start_ms() == 10**9


def test_seconds_to_wait_are_rounded_up() -> None:
    device = locked_out()
    device.pass_ms(999)
    assert device.must_wait() == 30
    device.pass_ms(1)
    assert device.must_wait() == 29


def test_a_wait_that_starts_anew_is_held_by_both_clocks() -> None:
    before = locked_out(knows_start=False)
    after = Device(before.disk, knows_start=True)
    after.now_ms -= HOUR_MS
    assert after.must_wait() == 30
    after.now_ms += 2 * HOUR_MS
    after.start_ms += 1_000
    assert after.must_wait() == 29


@pytest.mark.parametrize("keeps", [True, False])
def test_a_damaged_count_is_held_by_both_clocks(*, keeps: bool) -> None:
    device = Device(made(), keeps=keeps, knows_start=True)
    for _ in range(3):
        with pytest.raises(WrongSecret):
            device.unlock("0000")
    device.disk.file(Path("/v/tries")).volatile[:] = b"?"
    assert device.must_wait() == 30
    device.now_ms += HOUR_MS
    device.start_ms += 1_000
    assert device.must_wait() == 29


def test_a_badge_opens_beside_a_damaged_count_and_mends_it(disk: FaultyDisk) -> None:
    here = device(disk)
    badge = BadgeCode(here.ways.new_badge(ADA, TYPED, now_ms=NOW_MS))
    file = disk.file(LEARNERS / ADA / "tries")
    file.volatile[:] = b"?"
    opens(device(disk), badge)
    count = Count.from_bytes(bytes(file.volatile))
    assert count is not None
    assert count.tries == 0
    opens(device(disk), SECRET)


def test_what_a_device_keeps_may_be_damaged_or_unreadable(disk: FaultyDisk) -> None:
    """Then the file in the vault counts, and nobody is kept out."""
    here = device(disk)
    opens(here, SECRET)
    disk.file(Path(f"/device/tries-{ADA}")).volatile[:] = bytes(MAXIMUM_KEPT_BYTES + 1)
    opens(device(disk), SECRET)
    keeper = Unreadable(disk, Path("/device"))
    unreadable = Vaults(LEARNERS, disk=disk, new_secret_parameters=quick_parameters, keeper=keeper)
    opens(unreadable, SECRET)
    for _ in range(tries.FREE_TRIES):
        with pytest.raises(WrongSecret):
            opens(unreadable, "0000")
    with pytest.raises(TooManyTries):
        opens(unreadable, SECRET)


class Unreadable(FileKeeper):
    """A keeper whose storage cannot be read any more."""

    def get(self, name: str) -> bytes | None:
        raise OSError(5, name)


@pytest.mark.parametrize(
    ("slots", "revision", "is_right"),
    [
        (MAXIMUM_SLOTS, 1, True),
        (MAXIMUM_SLOTS + 1, 1, False),
        (1, MAXIMUM_REVISION, True),
        (1, MAXIMUM_REVISION + 1, False),
        (0, 1, False),
        (1, -1, False),
    ],
)
def test_the_limits_of_a_file_of_keys(slots: int, revision: int, *, is_right: bool) -> None:
    vault_key = bytes(range(32))
    some = tuple(Slot(f"later {number}", {}, b"sealed") for number in range(slots))
    content = KeysFile(ADA, some, revision).to_bytes(vault_key)
    disk = disk_of({"keys.json": content})
    if is_right:
        assert read_keys(disk, Path("/"), ADA).to_bytes(vault_key) == content
        return
    with pytest.raises(StoreDamaged):
        read_keys(disk, Path("/"), ADA)


def test_a_typed_secret_is_tried_as_often_as_it_is_typed(disk: FaultyDisk) -> None:
    """Also where the vault is open: memory answers, and the count is the same."""
    here = device(disk)
    vault = here.unlock(ADA, SECRET, now_ms=NOW_MS)
    for _ in range(tries.FREE_TRIES):
        with pytest.raises(WrongSecret):
            here.change_secret(ADA, "0000", "mine now", now_ms=NOW_MS)
    with pytest.raises(TooManyTries):
        here.change_secret(ADA, SECRET, "mine now", now_ms=NOW_MS)
    vault.close()
    with pytest.raises(TooManyTries):
        device(disk).unlock(ADA, TypedSecret(SECRET), now_ms=NOW_MS)
