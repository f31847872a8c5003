"""What somebody left behind on a shared device: taken whole from whoever brings it, or refused."""

import hashlib
import os
from collections.abc import Sequence
from typing import Any

import httpx
import pytest

from portfolio_app.errors import NotAllowed
from portfolio_app.model.returned import record_of
from portfolio_app.school import left_behind
from portfolio_app.school.database import access, departed, erasing
from portfolio_app.school.left_behind import LOOK_BYTES
from portfolio_app.school.media import ARRIVING
from portfolio_app.sealing import bundles as sealing
from portfolio_app.sealing import hpke
from sync import bundle, wire
from sync import change as changes
from sync.bundle import BundledFile
from tests.school.making import TINY_JPEG, Device, MadeSchool

LARGE = os.urandom(LOOK_BYTES * 2)
KITE = "a" * 32
DAY_MS = 24 * 3600 * 1000


def part(
    device: Device,
    *,
    files: Sequence[bytes] = (),
    number: Any = 1,
    parts: Any = 1,
    kind: str = sealing.LEFT,
    recipient: str = "",
    **manifest: Any,
) -> bytes:
    """A part of a learner who left, with what their device in miniature has pending."""
    keys = device.made.http.get("/v1/health").json()["bundle_keys"]
    key = sealing.new_signing_key()
    said = {
        "token": device.token, "signer": sealing.signer_of(key),
        "left": {"part": number, "parts": parts}, **manifest,
    }  # fmt: skip
    request = wire.encode_request(wire.SyncRequest({}, tuple(device.pending)))
    inside = [BundledFile(hashlib.sha256(one).hexdigest(), len(one), [one]) for one in files]
    stream = bundle.write(said, bundle.REQUEST, [request], inside)
    to = recipient or keys["recipient"]
    return b"".join(sealing.seal(kind, to, key, device.made.clock(), stream))


def hand_in(made: MadeSchool, raw: bytes, **headers: str) -> httpx.Response:
    sent = {"content-type": "application/octet-stream", **headers}
    return made.http.post("/v1/bundles", content=raw, headers=sent)


def with_work(made: MadeSchool, name: str = "Mia Chen") -> Device:
    device = made.join("4B", name)
    device.write("artifact", KITE, title="My kite", made_ms=made.clock())
    return device


def title_at_school(made: MadeSchool, device: Device) -> bool:
    page = made.sign_in("t@example.org").get(f"/learners/{device.learner}/works/{KITE}")
    return page.status_code == 200 and "My kite" in page.text


def has_file(made: MadeSchool, device: Device, raw: bytes) -> bool:
    scope, name = f"p/{device.learner}", hashlib.sha256(raw).hexdigest()
    blob = made.school.media.find(scope, name)
    return blob is not None and b"".join(made.school.media.open(blob)) == raw


def is_open(made: MadeSchool, device: Device) -> bool:
    return device.ask("POST", "/v1/sync", b'{"protocol":1,"cursors":{}}').status_code == 200


def spooled(made: MadeSchool) -> list[str]:
    return [path.name for path in made.data.rglob("*") if path.parent.name == ARRIVING]


def test_a_part_is_taken_whole_and_once_more_does_no_harm(made: MadeSchool) -> None:
    device, other = with_work(made), made.join("4B", "Ben")
    raw = part(device, files=[TINY_JPEG, LARGE])
    assert [hand_in(made, raw).json() for _ in range(3)] == [{"taken": True}] * 3
    assert title_at_school(made, device)
    assert has_file(made, device, LARGE)
    assert not is_open(made, device), "whoever left is signed out on that device"
    assert is_open(made, other)
    assert spooled(made) == []


def test_parts_come_in_any_order_and_the_last_one_signs_the_device_out(made: MadeSchool) -> None:
    device = with_work(made)
    late, early = part(device, number=1, parts=2), part(device, files=[LARGE], number=2, parts=2)
    assert hand_in(made, early).status_code == 200
    assert is_open(made, device)
    assert hand_in(made, early).status_code == 200
    assert hand_in(made, late).status_code == 200
    assert not is_open(made, device)
    assert title_at_school(made, device)
    assert hand_in(made, late).status_code == hand_in(made, early).status_code == 200


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"kind": sealing.TO_SCHOOL}, "other way"),
        ({"recipient": hpke.public_key_of(hpke.new_private_key()).hex()}, "another school"),
        ({"number": 2, "parts": 1}, "damaged"),
        ({"number": True}, "damaged"),
        ({"parts": 10_000}, "damaged"),
        ({"token": 7}, "damaged"),
        ({"token": "x" * 200}, "damaged"),
        ({"left": None}, "damaged"),
        ({"signer": "0" * 64}, "damaged"),
        ({"protocol": 99}, "update"),
    ],
)
def test_what_is_no_part_of_this_school_is_refused_with_a_sentence(
    made: MadeSchool, wrong: dict[str, Any], said: str
) -> None:
    device = with_work(made)
    answer = hand_in(made, part(device, **wrong))
    assert answer.status_code == 400
    assert said in answer.json()["sentence"]
    assert set(answer.json()) == {"sentence"}
    assert is_open(made, device)


def test_every_byte_counts(made: MadeSchool) -> None:
    device = with_work(made)
    raw = part(device, files=[TINY_JPEG])
    for at in (3, 60, 700, len(raw) // 2, len(raw) - 1):
        changed = raw[:at] + bytes([raw[at] ^ 1]) + raw[at + 1 :]
        assert hand_in(made, changed).status_code == 400
        assert hand_in(made, raw[:at]).status_code == 400
    assert hand_in(made, b"").status_code == 400
    assert hand_in(made, raw + b"x").status_code == 400
    assert is_open(made, device), "not one of them counted"
    assert hand_in(made, raw).json() == {"taken": True}


def test_a_stranger_is_refused_before_the_rest_is_kept(
    made: MadeSchool, monkeypatch: pytest.MonkeyPatch
) -> None:
    device = with_work(made)
    kept: list[int] = []
    plain = left_behind.Spooled.add

    def counted(self: left_behind.Spooled, content: bytes) -> None:
        kept.append(len(content))
        plain(self, content)

    monkeypatch.setattr(left_behind.Spooled, "add", counted)
    raw = part(device, files=[os.urandom(900_000)], token="nobody has this token")
    answer = hand_in(made, raw)
    assert answer.status_code == 404
    assert "does not know" in answer.json()["sentence"]
    assert sum(kept) < len(raw) / 1.5
    assert spooled(made) == []


def test_a_device_that_was_signed_out_by_a_teacher_is_refused(made: MadeSchool) -> None:
    device = with_work(made)
    raw = part(device)
    (row,) = made.school.database.read(lambda t: access.devices_of(t, [device.learner]))
    made.school.database.write(lambda t: access.revoke_device(t, row.id, made.clock()))
    assert hand_in(made, raw).status_code == 404
    assert not title_at_school(made, device)


def test_it_lives_over_a_summer_and_not_for_ever(made: MadeSchool) -> None:
    device = with_work(made)
    raw = part(device, number=1, parts=2)
    made.clock.pass_ms(120 * DAY_MS)
    assert hand_in(made, raw).status_code == 200
    made.clock.pass_ms(281 * DAY_MS)
    answer = hand_in(made, part(device, number=2, parts=2))
    assert answer.status_code == 200, "this one is fresh"
    assert "too old" in hand_in(made, raw).json()["sentence"]


def test_a_file_that_is_too_large_refuses_the_part_and_says_so(made: MadeSchool) -> None:
    device = with_work(made)
    limit = made.school.settings.file_bytes
    answer = hand_in(made, part(device, files=[bytes(limit + 1)]))
    assert answer.status_code == 413
    assert title_at_school(made, device), "what stood before is kept"
    assert is_open(made, device)
    raw = part(device)
    told = {"content-length": str(limit + left_behind.MORE_THAN_A_FILE_BYTES + 1)}
    assert hand_in(made, raw, **told).status_code == 413
    assert made.http.post("/v1/bundles", content=raw).status_code == 415


def test_who_was_erased_meanwhile_stays_erased_and_the_device_counts_as_confirmed(
    made: MadeSchool,
) -> None:
    device, gone = with_work(made), with_work(made, "Ben")
    assert hand_in(made, part(gone)).status_code == 200
    raws = [part(device, number=number, parts=2) for number in (1, 2)]
    for one in (device, gone):
        _, word = made.school.eraser.ask(one.learner)  # type: ignore[arg-type]
        made.school.eraser.erase(one.learner, word, "office", made.clock())  # type: ignore[arg-type]
    left, waits = made.school.database.read(erasing.erasures)
    confirmed = {one.learner_id: one.devices[0].confirmed_ms for one in (left, waits)}
    assert confirmed[gone.learner] is not None  # type: ignore[index]
    assert confirmed[device.learner] is None  # type: ignore[index]
    assert [hand_in(made, raw).json() for raw in raws] == [{"taken": True}] * 2
    found = made.school.database.read(erasing.erasures)
    assert all(one.devices[0].confirmed_ms for one in found)
    assert not title_at_school(made, device)


def test_words_that_are_not_taken_wait_for_their_learner_at_another_device(
    made: MadeSchool,
) -> None:
    device = with_work(made)
    device.push()
    other = Device(made, device.token, device.learner)
    other.pull()
    device.write("artifact", KITE, made_ms=1, title="My red kite")
    no, yes = device.pending
    for raw in (part(device, parts=2), part(device, parts=2)):
        assert hand_in(made, raw).status_code == 200
    other.pull()
    assert other.view(KITE)["title"] == "My red kite"
    (kept,) = other.views("returned")
    assert kept["change"] == changes.to_json(no)
    assert (kept["reason"], kept["at_ms"]) == ("not_allowed", made.clock())
    settled = other.write("returned", record_of(no.id), settled_ms=made.clock())
    assert set(other.push().accepted) == {one.id for one in settled}
    assert yes.id not in {one["change"]["id"] for one in other.views("returned")}
    assert canary_is_sealed(made)


def canary_is_sealed(made: MadeSchool) -> bool:
    """Whether what came back lies in the school's files as unreadable as everything else."""
    raw = b"".join(path.read_bytes() for path in made.data.rglob("*") if path.is_file())
    return b"red kite" not in raw


def test_tries_are_counted(made: MadeSchool) -> None:
    answers = [hand_in(made, b"x").status_code for _ in range(125)]
    assert answers[0] == 400
    assert answers[-1] == 429


def test_a_part_without_its_note_is_not_called_taken(
    made: MadeSchool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A planted fault: the school stops after the files, before it notes the part."""
    device = with_work(made)
    raw = part(device, files=[TINY_JPEG])
    with monkeypatch.context() as planted:
        planted.setattr(departed, "note_part", _stop)
        with pytest.raises(SystemError):
            left_behind.take(made.school, _Bytes(raw))
    assert is_open(made, device)
    assert hand_in(made, raw).json() == {"taken": True}
    assert not is_open(made, device)


def test_a_part_on_a_stick_is_taken_too(made: MadeSchool) -> None:
    device = with_work(made)
    raw = part(device)
    assert left_behind.take(made.school, _Bytes(raw)).accepted == 2
    assert left_behind.take(made.school, _Bytes(raw)).accepted == 0
    with pytest.raises(NotAllowed):
        left_behind.take(made.school, _Bytes(part(device)))


def _stop(*_: object) -> None:
    raise SystemError


class _Bytes:
    def __init__(self, raw: bytes) -> None:
        self._raw = raw

    def size_bytes(self) -> int:
        return len(self._raw)

    def read_at(self, offset: int, size_bytes: int) -> bytes:
        return self._raw[offset : offset + size_bytes]
