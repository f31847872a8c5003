"""The way in: wrong secrets cost waiting, keys cannot be mixed, no change locks anybody out."""

from __future__ import annotations

import json
import random
import zlib
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from portfolio_app.errors import BadInput, NotFound, StoreDamaged, WrongSecret
from portfolio_app.student.vault import keys_file
from portfolio_app.student.vault.keys import VaultKeys
from portfolio_app.student.vault.slots import Slot, TypedSecret, canonical
from tests.student.vault.device import NOW_MS, SECRET, quick_parameters
from tests.student.vault.faulty_disk import FaultyDisk, FileNode

FOLDER = Path("/v")
VAULT = "0" * 32
NEW_SECRET = "four random words here"


@pytest.fixture
def disk() -> FaultyDisk:
    made = FaultyDisk()
    made.make_folder(FOLDER)
    keys_on(made).create(SECRET)
    made.sync_folder(Path("/"))
    return made


def keys_on(disk: FaultyDisk, folder: Path = FOLDER, vault_id: str = VAULT) -> VaultKeys:
    return VaultKeys(disk, folder, vault_id, make=quick_parameters)


def unlock(disk: FaultyDisk, secret: str = SECRET, now_ms: int = NOW_MS) -> bytes:
    return keys_on(disk).unlock(TypedSecret(secret), now_ms=now_ms)[0]


def change(disk: FaultyDisk, secret: str = SECRET, new_secret: str = NEW_SECRET) -> None:
    keys_on(disk).change_secret(TypedSecret(secret), new_secret, now_ms=NOW_MS)


def test_only_the_right_secret_gives_the_key(disk: FaultyDisk) -> None:
    assert unlock(disk) == unlock(disk)
    with pytest.raises(WrongSecret, match="Try again") as wrong:
        unlock(disk, "0815")
    assert "0815" not in str(wrong.value)


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
    file.volatile[:] = canonical({**plain, "crc": zlib.crc32(canonical(plain))})


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
    document["version"] = 3


def no_slots(document: dict[str, Any]) -> None:
    document["slots"] = []


def first_version(document: dict[str, Any]) -> None:
    document["version"] = 1
    del document["revision"], document["previous"]


def other_revision(document: dict[str, Any]) -> None:
    document["revision"] += 1


def revision_that_is_no_number(document: dict[str, Any]) -> None:
    document["revision"] = True


def key_before_this_one(document: dict[str, Any]) -> None:
    document["previous"] = "00" * 60


def slot_with_a_note(document: dict[str, Any]) -> None:
    document["slots"][0]["note"] = "added"


def only_this_device(document: dict[str, Any]) -> None:
    document["slots"][0]["kind"] = "device"


def two_to_type(document: dict[str, Any]) -> None:
    document["slots"] *= 2


def too_many_slots(document: dict[str, Any]) -> None:
    document["slots"] *= keys_file.MAXIMUM_SLOTS + 1


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
        first_version,
        other_revision,
        revision_that_is_no_number,
        key_before_this_one,
        slot_with_a_note,
        only_this_device,
        two_to_type,
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
    keys_on(disk, Path("/w"), "1" * 32).create(SECRET)
    other = json.loads(bytes(disk.file(Path("/w/keys.json")).volatile))
    file, document = keys_document(disk)
    document["slots"] = other["slots"]
    put_document(file, document)
    with pytest.raises(WrongSecret):
        unlock(disk)
    put_document(file, {**other, "vault": VAULT})
    with pytest.raises(WrongSecret):
        unlock(disk)


def test_a_slot_of_another_kind_has_no_secret_to_type(disk: FaultyDisk) -> None:
    file, document = keys_document(disk)
    document["slots"][0]["kind"] = "badge"
    put_document(file, document)
    with pytest.raises(NotFound, match="no PIN"):
        unlock(disk)


def test_a_slot_of_an_unknown_kind_under_the_mac_is_kept(disk: FaultyDisk) -> None:
    key, keys = keys_on(disk).unlock(TypedSecret(SECRET), now_ms=NOW_MS)
    later = Slot("a later idea", {"x": 1}, b"\x01\x02")
    keys_file.write_keys(disk, FOLDER, replace(keys, slots=(*keys.slots, later)), key)
    change(disk)
    assert unlock(disk, NEW_SECRET) == key
    kinds = [slot["kind"] for slot in keys_document(disk)[1]["slots"]]
    assert kinds == ["secret", "a later idea"]
