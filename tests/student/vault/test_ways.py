"""Every way in opens, an old or foreign one does not, and no change leaves anybody outside."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from portfolio_app.errors import (
    BadInput,
    NotAllowed,
    NotFound,
    StoreDamaged,
    TooManyTries,
    WrongSecret,
)
from portfolio_app.sealing import school_recovery
from portfolio_app.sealing.envelope import SealBroken
from portfolio_app.sealing.hpke import new_private_key, public_key_of
from portfolio_app.sealing.secret import stretch
from portfolio_app.student.vault import Vaults, slots
from portfolio_app.student.vault.keys import KeysOutOfStep
from portfolio_app.student.vault.keys_file import KeysFile
from portfolio_app.student.vault.slots import (
    BadgeCode,
    DeviceSecretMissing,
    RecoveryCode,
    SchoolAnswer,
    TypedSecret,
    canonical,
)
from tests.student.vault.device import NOW_MS, SECRET, quick_parameters
from tests.student.vault.faulty_disk import FaultyDisk
from tests.student.vault.learners import ADA, BO, LEARNERS, TYPED, device, make, opens


@pytest.fixture
def disk() -> FaultyDisk:
    made = FaultyDisk()
    make(device(made))
    return made


def keys_content(disk: FaultyDisk) -> bytes:
    return bytes(disk.file(LEARNERS / ADA / "keys.json").volatile)


def put_back(disk: FaultyDisk, content: bytes) -> None:
    disk.file(LEARNERS / ADA / "keys.json").volatile[:] = content


def test_badge_recovery_code_and_secret_all_open(disk: FaultyDisk) -> None:
    here = device(disk)
    badge = here.ways.new_badge(ADA, TYPED, now_ms=NOW_MS)
    code = here.ways.new_recovery_code(ADA, BadgeCode(badge), now_ms=NOW_MS)
    assert here.ways.kinds(ADA) == ("secret", "badge", "recovery")
    for way in (
        SECRET,
        BadgeCode(badge),
        BadgeCode(badge.lower().replace("-", " ")),
        RecoveryCode(code),
    ):
        opens(device(disk), way)
    with pytest.raises(WrongSecret, match="badge"):
        opens(here, BadgeCode(code))
    with pytest.raises(WrongSecret, match="printed last"):
        opens(here, RecoveryCode(badge))
    newer = here.ways.new_badge(ADA, TYPED, now_ms=NOW_MS)
    with pytest.raises(WrongSecret, match="newest badge"):
        opens(here, BadgeCode(badge))
    opens(here, BadgeCode(newer))
    for stored in disk.contents():
        assert badge.replace("-", "").encode() not in stored


def test_a_forgotten_secret_loses_nothing(disk: FaultyDisk) -> None:
    here = device(disk)
    code = here.ways.new_recovery_code(ADA, TYPED, now_ms=NOW_MS)
    here.change_secret(ADA, RecoveryCode(code), "a new one", now_ms=NOW_MS)
    opens(here, "a new one")
    with pytest.raises(WrongSecret):
        opens(here, SECRET)


def test_codes_open_while_wrong_pins_make_the_learner_wait(disk: FaultyDisk) -> None:
    here = device(disk)
    badge = here.ways.new_badge(ADA, TYPED, now_ms=NOW_MS)
    for _ in range(5):
        with pytest.raises(WrongSecret):
            opens(here, "0000")
    with pytest.raises(TooManyTries):
        opens(here, SECRET)
    opens(here, BadgeCode(badge))
    opens(here, SECRET)


def test_a_badge_finds_its_holder(disk: FaultyDisk) -> None:
    here = device(disk)
    make(here, BO)
    badge = BadgeCode(here.ways.new_badge(BO, TYPED, now_ms=NOW_MS))
    here.ways.new_badge(ADA, TYPED, now_ms=NOW_MS)
    assert here.ways.holder_of(badge) == BO
    disk.file(LEARNERS / ADA / "keys.json").volatile[:] = b"damaged"
    assert here.ways.holder_of(badge) == BO
    here.ways.remove(BO, "badge", TYPED, now_ms=NOW_MS)
    with pytest.raises(NotFound, match="newest badge"):
        here.ways.holder_of(badge)
    with pytest.raises(NotFound, match="no badge"):
        opens(here, badge, BO)


def test_a_school_opens_what_a_learner_forgot(disk: FaultyDisk) -> None:
    here = device(disk)
    school = new_private_key()
    with pytest.raises(NotAllowed, match="unlock"):
        here.ways.set_school_key(ADA, public_key_of(school), now_ms=NOW_MS)
    vault = here.unlock(ADA, SECRET, now_ms=NOW_MS)
    here.ways.set_school_key(ADA, public_key_of(school), now_ms=NOW_MS)
    vault.close()
    assert here.ways.school_keys(ADA) == (public_key_of(school),)
    question = here.ways.ask_school(ADA)
    sent = school_recovery.RecoveryRequest.from_json(question.request.to_json())
    answer = school_recovery.answer_request(school, sent)
    way = SchoolAnswer(school_recovery.open_answer(question, answer))
    opens(here, way)
    here.change_secret(ADA, way, "a new one", now_ms=NOW_MS)
    opens(here, "a new one")
    with pytest.raises(SealBroken):
        school_recovery.open_answer(here.ways.ask_school(ADA), answer)
    with pytest.raises(WrongSecret, match="not for this portfolio"):
        opens(here, SchoolAnswer(bytes(32)))
    newer = new_private_key()
    here.ways.set_school_key(
        ADA,
        public_key_of(newer),
        TypedSecret("a new one"),
        replaces=public_key_of(school),
        now_ms=NOW_MS,
    )
    assert here.ways.school_keys(ADA) == (public_key_of(newer),)
    with pytest.raises(NotFound, match="No school"):
        here.ways.ask_school(ADA, public_key_of(school))


def test_keys_that_no_school_can_have_and_one_school_too_many(disk: FaultyDisk) -> None:
    here = device(disk)
    for bad in (b"", bytes(31), bytes(32), (1).to_bytes(32, "little")):
        with pytest.raises(BadInput):
            here.ways.set_school_key(ADA, bad, TYPED, now_ms=NOW_MS)
    for _ in range(4):
        here.ways.set_school_key(ADA, public_key_of(new_private_key()), TYPED, now_ms=NOW_MS)
    with pytest.raises(BadInput, match="At most 4"):
        here.ways.set_school_key(ADA, public_key_of(new_private_key()), TYPED, now_ms=NOW_MS)


def test_a_pin_bound_to_the_device_needs_the_device(disk: FaultyDisk) -> None:
    here = device(disk)
    with pytest.raises(NotAllowed, match="only way in"):
        here.ways.bind_to_device(ADA, SECRET, now_ms=NOW_MS)
    code = here.ways.new_recovery_code(ADA, TYPED, now_ms=NOW_MS)
    here.ways.bind_to_device(ADA, SECRET, now_ms=NOW_MS)
    assert here.ways.kinds(ADA) == ("device", "recovery")
    opens(here, SECRET)
    with pytest.raises(WrongSecret):
        opens(here, "0000")
    with pytest.raises(NotAllowed, match="only way in"):
        here.ways.remove(ADA, "recovery", TYPED, now_ms=NOW_MS)
    bound = keys_content(disk)
    here.change_secret(ADA, SECRET, "another", now_ms=NOW_MS)
    assert here.ways.kinds(ADA) == ("device", "recovery")
    assert len([name for name in disk.names(Path("/device")) if "secret" in name]) == 1
    put_back(disk, bound)
    with pytest.raises(DeviceSecretMissing):
        opens(here, SECRET)  # the old file is worthless: the device forgot its part
    put_back(disk, bound)
    for name in disk.names(Path("/device")):
        disk.remove(Path("/device") / name)
    for _ in range(9):  # and no honest try is counted
        with pytest.raises(DeviceSecretMissing, match="recovery code"):
            opens(here, SECRET)
    elsewhere = Vaults(LEARNERS, disk=disk, new_secret_parameters=quick_parameters)
    opens(elsewhere, RecoveryCode(code))


def test_the_last_own_way_in_stays(disk: FaultyDisk) -> None:
    here = device(disk)
    here.ways.set_school_key(ADA, public_key_of(new_private_key()), TYPED, now_ms=NOW_MS)
    with pytest.raises(NotAllowed, match="learner's own"):
        here.ways.remove(ADA, "secret", TYPED, now_ms=NOW_MS)
    badge = BadgeCode(here.ways.new_badge(ADA, TYPED, now_ms=NOW_MS))
    here.ways.remove(ADA, "secret", badge, now_ms=NOW_MS)
    opens(here, badge)
    with pytest.raises(NotFound, match="no PIN"):
        opens(here, SECRET)


def test_removing_a_vault_forgets_what_the_device_kept(disk: FaultyDisk) -> None:
    here = device(disk)
    here.ways.new_recovery_code(ADA, TYPED, now_ms=NOW_MS)
    here.ways.bind_to_device(ADA, SECRET, now_ms=NOW_MS)
    assert disk.names(Path("/device"))
    here.remove(ADA)
    assert disk.names(Path("/device")) == []


def test_a_new_key_keeps_the_ways_that_were_brought_along(disk: FaultyDisk) -> None:
    here = device(disk)
    badge = BadgeCode(here.ways.new_badge(ADA, TYPED, now_ms=NOW_MS))
    code = RecoveryCode(here.ways.new_recovery_code(ADA, TYPED, now_ms=NOW_MS))
    school = new_private_key()
    here.ways.set_school_key(ADA, public_key_of(school), TYPED, now_ms=NOW_MS)
    old_keys, media = keys_content(disk), media_of(disk)
    old_log = bytes(disk.file(LEARNERS / ADA / "log").volatile)
    assert here.renew_key(ADA, TYPED, badge, now_ms=NOW_MS) == ("recovery",)
    assert media_of(disk) == media
    for way in (TYPED, badge):
        opens(device(disk), way)
    with pytest.raises(NotFound):
        opens(here, code)
    question = here.ways.ask_school(ADA)
    answer = school_recovery.answer_request(school, question.request)
    opens(here, SchoolAnswer(school_recovery.open_answer(question, answer)))
    assert json.loads(keys_content(disk))["previous"] == ""
    new_keys = keys_content(disk)
    put_back(disk, old_keys)
    with pytest.raises(KeysOutOfStep, match="older than the other"):
        opens(here, SECRET)
    put_back(disk, new_keys)
    disk.file(LEARNERS / ADA / "log").volatile[:] = old_log
    with pytest.raises(KeysOutOfStep):
        opens(here, SECRET)


def media_of(disk: FaultyDisk) -> dict[str, bytes]:
    folder = LEARNERS / ADA / "media"
    return {name: bytes(disk.file(folder / name).volatile) for name in disk.names(folder)}


def test_a_new_key_while_the_vault_is_open(disk: FaultyDisk) -> None:
    here = device(disk)
    vault = here.unlock(ADA, SECRET, now_ms=NOW_MS)
    assert here.renew_key(ADA, TYPED, now_ms=NOW_MS) == ()
    vault.db.table("later").insert({"n": 1})
    here.ways.set_school_key(ADA, public_key_of(new_private_key()), now_ms=NOW_MS)
    here.change_secret(ADA, SECRET, "another", now_ms=NOW_MS)
    vault.close()
    again = here.unlock(ADA, "another", now_ms=NOW_MS)
    assert again.db.table("later").all() == [{"n": 1}]
    again.close()
    with pytest.raises(BadInput, match="new key"):
        here.renew_key(ADA, now_ms=NOW_MS)


@pytest.mark.parametrize("seen", [True, False])
def test_an_older_file_of_keys_is_refused_once_the_contents_know(
    disk: FaultyDisk, *, seen: bool
) -> None:
    here = device(disk)
    old = keys_content(disk)
    here.change_secret(ADA, SECRET, "another", now_ms=NOW_MS)
    if seen:
        opens(here, "another")
    put_back(disk, old)
    if not seen:  # the vault was never opened since: nothing here can tell, and keys.md says so
        opens(here, SECRET)
        return
    with pytest.raises(KeysOutOfStep, match="older than its contents"):
        opens(here, SECRET)


def test_a_change_while_open_is_known_at_once(disk: FaultyDisk) -> None:
    here = device(disk)
    vault = here.unlock(ADA, SECRET, now_ms=NOW_MS)
    old = keys_content(disk)
    here.change_secret(ADA, SECRET, "another", now_ms=NOW_MS)
    vault.close()
    put_back(disk, old)
    with pytest.raises(KeysOutOfStep):
        opens(here, SECRET)


def test_a_change_while_open_stretches_one_secret_only(
    disk: FaultyDisk, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = device(disk)
    vault = here.unlock(ADA, SECRET, now_ms=NOW_MS)
    stretched: list[str] = []

    def counted(secret: str, parameters: Any) -> bytes:
        stretched.append(secret)
        return stretch(secret, parameters)

    monkeypatch.setattr(slots, "stretch", counted)
    here.change_secret(ADA, SECRET, "another", now_ms=NOW_MS)
    assert stretched == ["another"]
    for wrong in (SECRET, "0000", "1111", "2222", "3333"):
        with pytest.raises(WrongSecret):
            here.change_secret(ADA, wrong, "mine now", now_ms=NOW_MS)
    assert stretched == ["another"]
    with pytest.raises(TooManyTries):
        here.change_secret(ADA, "another", "mine now", now_ms=NOW_MS)
    vault.close()


def test_locking_wipes_the_key(disk: FaultyDisk) -> None:
    here = device(disk)
    vault = here.unlock(ADA, SECRET, now_ms=NOW_MS)
    held = here._keys[ADA].held
    inner, key = held._key, held.key()
    assert key is not None
    assert bytes(inner) == key
    vault.close()
    assert held.key() is None
    assert not held.can_check
    assert key not in bytes(inner)
    with pytest.raises(NotAllowed, match="unlock"):
        here.ways.set_school_key(ADA, public_key_of(new_private_key()), now_ms=NOW_MS)


def test_a_hidden_card_says_nothing(disk: FaultyDisk) -> None:
    here = device(disk)
    here.hide_card(ADA)
    (card,) = here.list()
    assert (card.name, card.picture) == ("", "")
    assert not [content for content in disk.contents() if b"Ada" in content]
    here.update_card(ADA, band="11-13")
    assert here.list()[0].name == ""
    here.update_card(ADA, name="Ada", picture="fox")
    assert here.list()[0].name == "Ada"


def tampered(disk: FaultyDisk, change: Callable[[dict[str, Any]], None]) -> None:
    document = json.loads(keys_content(disk))
    del document["crc"]
    change(document)
    put_back(disk, canonical({**document, "crc": zlib.crc32(canonical(document))}))


def without_the_badge(document: dict[str, Any]) -> None:
    document["slots"] = [slot for slot in document["slots"] if slot["kind"] != "badge"]


def badge_as_recovery_code(document: dict[str, Any]) -> None:
    document["slots"][1]["kind"] = "recovery"


def another_school(document: dict[str, Any]) -> None:
    document["slots"][2]["parameters"]["key"] = public_key_of(new_private_key()).hex()


def school_twice(document: dict[str, Any]) -> None:
    document["slots"].append(document["slots"][2])


def slots_in_another_order(document: dict[str, Any]) -> None:
    document["slots"].reverse()


@pytest.mark.parametrize(
    "change",
    [
        without_the_badge,
        badge_as_recovery_code,
        another_school,
        school_twice,
        slots_in_another_order,
    ],
)
def test_slots_put_together_by_someone_else_are_refused(
    disk: FaultyDisk, change: Callable[[dict[str, Any]], None]
) -> None:
    here = device(disk)
    here.ways.new_badge(ADA, TYPED, now_ms=NOW_MS)
    here.ways.set_school_key(ADA, public_key_of(new_private_key()), TYPED, now_ms=NOW_MS)
    whole = keys_content(disk)
    tampered(disk, change)
    with pytest.raises(StoreDamaged, match="changed by something else"):
        opens(here, SECRET)
    put_back(disk, whole)
    opens(here, SECRET)


def test_a_badge_of_another_vault_does_not_open(disk: FaultyDisk) -> None:
    here = device(disk)
    make(here, BO)
    badge = BadgeCode(here.ways.new_badge(BO, TYPED, now_ms=NOW_MS))
    here.ways.new_badge(ADA, TYPED, now_ms=NOW_MS)
    with pytest.raises(WrongSecret):
        opens(here, badge)
    theirs = json.loads(bytes(disk.file(LEARNERS / BO / "keys.json").volatile))["slots"][1]
    tampered(disk, lambda document: document["slots"].__setitem__(1, theirs))
    with pytest.raises(WrongSecret):
        opens(here, badge)


@pytest.mark.parametrize("change", [without_the_badge, another_school])
def test_without_the_mac_it_would_be_taken(
    monkeypatch: pytest.MonkeyPatch, disk: FaultyDisk, change: Callable[[dict[str, Any]], None]
) -> None:
    """Sabotage: the tests above would see it."""
    here = device(disk)
    here.ways.new_badge(ADA, TYPED, now_ms=NOW_MS)
    here.ways.set_school_key(ADA, public_key_of(new_private_key()), TYPED, now_ms=NOW_MS)
    tampered(disk, change)
    monkeypatch.setattr(KeysFile, "is_whole", lambda *_: True)
    opens(here, SECRET)


def test_without_the_note_in_the_contents_an_older_file_would_be_taken(
    monkeypatch: pytest.MonkeyPatch, disk: FaultyDisk
) -> None:
    here = device(disk)
    old = keys_content(disk)
    here.change_secret(ADA, SECRET, "another", now_ms=NOW_MS)
    opens(here, "another")
    put_back(disk, old)
    monkeypatch.setattr(Vaults, "_catch_up", lambda *_: None)
    opens(here, SECRET)
