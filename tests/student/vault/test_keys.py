"""The way in: wrong secrets cost waiting, keys cannot be mixed, no change locks anybody out."""

from __future__ import annotations

import errno
import json
import random
import zlib
from pathlib import Path
from typing import Any

import pytest

from portfolio_app.errors import BadInput, StoreDamaged, TooManyTries, WrongSecret
from portfolio_app.student.vault import keys
from portfolio_app.student.vault.keys import change_secret_slot, create_keys, unlock_keys
from tests.student.vault.device import NOW_MS, SECRET, quick_parameters
from tests.student.vault.faulty_disk import FaultyDisk, FileNode

FOLDER = Path("/v")
VAULT = "0" * 32
NEW_SECRET = "four random words here"


@pytest.fixture
def disk() -> FaultyDisk:
    made = FaultyDisk()
    made.make_folder(FOLDER)
    create_keys(made, FOLDER, VAULT, SECRET, quick_parameters)
    made.sync_folder(Path("/"))
    return made


def unlock(disk: FaultyDisk, secret: str = SECRET, now_ms: int = NOW_MS) -> bytes:
    return unlock_keys(disk, FOLDER, VAULT, secret, now_ms=now_ms)


def change(disk: FaultyDisk, secret: str = SECRET, new_secret: str = NEW_SECRET) -> None:
    change_secret_slot(
        disk, FOLDER, VAULT, secret, new_secret, now_ms=NOW_MS, make=quick_parameters
    )


def test_only_the_right_secret_gives_the_key(disk: FaultyDisk) -> None:
    assert unlock(disk) == unlock(disk)
    with pytest.raises(WrongSecret, match="Try again") as wrong:
        unlock(disk, "0815")
    assert "0815" not in str(wrong.value)


def test_the_fifth_wrong_secret_starts_a_wait_that_doubles(disk: FaultyDisk) -> None:
    now_ms = NOW_MS
    for _ in range(keys.FREE_TRIES):
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
    for _ in range(keys.FREE_TRIES):
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
        patch.setattr(keys, "stretch", ended)
        for _ in range(keys.FREE_TRIES):
            with pytest.raises(KeyboardInterrupt):
                unlock(disk)
    with pytest.raises(TooManyTries):
        unlock(disk)


@pytest.mark.parametrize("content", [b"", b"x", bytes(16), b"\xff" * 16, bytes(100)])
def test_a_damaged_count_counts_as_five_tries(disk: FaultyDisk, content: bytes) -> None:
    tries = disk.file(FOLDER / "tries")
    tries.volatile[:] = content
    with pytest.raises(TooManyTries):
        unlock(disk)
    unlock(disk, SECRET, NOW_MS + 30_000)


def test_a_missing_count_and_a_full_disk_keep_nobody_out(disk: FaultyDisk) -> None:
    disk.remove(FOLDER / "tries")
    unlock(disk)
    disk.fail_at, disk.persistent, disk.failure = 0, True, errno.ENOSPC
    disk.fail_on = "rename".__eq__
    unlock(disk)


def test_a_change_of_secret_keeps_the_key(disk: FaultyDisk) -> None:
    key = unlock(disk)
    change(disk)
    assert unlock(disk, NEW_SECRET) == key
    with pytest.raises(WrongSecret):
        unlock(disk)
    with pytest.raises(WrongSecret):
        change(disk)
    with pytest.raises(BadInput):
        change(disk, NEW_SECRET, "123")
    assert unlock(disk, NEW_SECRET) == key


def test_a_power_cut_during_a_change_of_secret_leaves_a_way_in(disk: FaultyDisk) -> None:
    key = unlock(disk)
    source = random.Random(1)
    seen: set[str] = set()

    def cut() -> None:
        for found in disk.states(source, 20):
            seen.add(opens_with(found, key))

    disk.after_call = cut
    change(disk)
    seen_before_acknowledged = set(seen)
    assert seen_before_acknowledged == {SECRET, NEW_SECRET}
    assert {opens_with(found, key) for found in disk.states(source, 20)} == {NEW_SECRET}


def opens_with(found: FaultyDisk, key: bytes) -> str:
    for secret in (SECRET, NEW_SECRET):
        try:
            assert unlock(found, secret) == key
        except WrongSecret:
            continue
        return secret
    pytest.fail("no secret opens the vault")


def keys_document(disk: FaultyDisk) -> tuple[FileNode, dict[str, Any]]:
    file = disk.file(FOLDER / "keys.json")
    return file, json.loads(bytes(file.volatile))


def put_document(file: FileNode, document: dict[str, Any]) -> None:
    plain = {name: value for name, value in document.items() if name != "crc"}
    file.volatile[:] = keys._canonical({**plain, "crc": zlib.crc32(keys._canonical(plain))})


def test_every_flipped_bit_and_cut_of_the_keys_is_damage_and_no_wrong_secret(
    disk: FaultyDisk,
) -> None:
    file, _ = keys_document(disk)
    whole = bytes(file.volatile)
    for place in range(0, 8 * len(whole), 3):
        flipped = bytearray(whole)
        flipped[place // 8] ^= 1 << place % 8
        file.volatile[:] = flipped
        with pytest.raises(StoreDamaged):
            unlock(disk)
    for cut in range(0, len(whole), 5):
        file.volatile[:] = whole[:cut]
        with pytest.raises(StoreDamaged):
            unlock(disk)


def added_slot(document: dict[str, Any]) -> None:
    document["slots"].append({"kind": "badge", "parameters": {}, "sealed": "00"})


def changed_version(document: dict[str, Any]) -> None:
    document["version"] = 2


def no_slots(document: dict[str, Any]) -> None:
    document["slots"] = []


def slot_of_another_kind(document: dict[str, Any]) -> None:
    document["slots"][0]["kind"] = "badge"


def too_many_slots(document: dict[str, Any]) -> None:
    document["slots"] *= keys.MAXIMUM_SLOTS + 1


def extra_field(document: dict[str, Any]) -> None:
    document["note"] = "added"


def huge_memory(document: dict[str, Any]) -> None:
    document["slots"][0]["parameters"]["memory_kib"] = 2**31


@pytest.mark.parametrize(
    "tamper",
    [
        added_slot,
        changed_version,
        no_slots,
        slot_of_another_kind,
        too_many_slots,
        extra_field,
        huge_memory,
    ],
)
def test_keys_put_together_by_someone_else_are_refused(disk: FaultyDisk, tamper: Any) -> None:
    file, document = keys_document(disk)
    tamper(document)
    put_document(file, document)
    with pytest.raises(StoreDamaged):
        unlock(disk)


def test_cheaper_parameters_cannot_be_put_under_a_slot(disk: FaultyDisk) -> None:
    file, document = keys_document(disk)
    document["slots"][0]["parameters"]["passes"] = 2
    put_document(file, document)
    with pytest.raises(WrongSecret):
        unlock(disk)


def test_the_slot_of_another_vault_does_not_open(disk: FaultyDisk) -> None:
    disk.make_folder(Path("/w"))
    create_keys(disk, Path("/w"), "1" * 32, SECRET, quick_parameters)
    other = json.loads(bytes(disk.file(Path("/w/keys.json")).volatile))
    file, document = keys_document(disk)
    document["slots"] = other["slots"]
    put_document(file, document)
    with pytest.raises(WrongSecret):
        unlock(disk)
    put_document(file, {**other, "vault": VAULT})
    with pytest.raises(WrongSecret):
        unlock(disk)


def test_a_slot_of_an_unknown_kind_under_the_mac_is_kept(disk: FaultyDisk) -> None:
    key = unlock(disk)
    _, document = keys_document(disk)
    slots = [{**slot, "sealed": bytes.fromhex(slot["sealed"])} for slot in document["slots"]]
    badge = {"kind": "badge", "parameters": {"x": 1}, "sealed": b"\x01\x02"}
    keys._write(disk, FOLDER, key, VAULT, [*slots, badge])
    change(disk)
    assert unlock(disk, NEW_SECRET) == key
    assert [slot["kind"] for slot in keys_document(disk)[1]["slots"]] == ["secret", "badge"]
