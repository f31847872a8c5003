"""Several small files in one request: kept whole and durably, or not at all, and told apart."""

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from portfolio_app.errors import BadInput
from portfolio_app.school import media
from portfolio_app.school.database import blobs
from portfolio_app.school.packs import PACK_BYTES_LIMIT, PACK_FILES_LIMIT, read_pack
from portfolio_app.school.turns import PACKS_AT_ONCE
from portfolio_app.student.file_packs import packed
from tests.school.making import Device, MadeSchool, made_school

FILES = [b"a paper", b"x" * 50_000, b"\x00"]


def named(*contents: bytes) -> dict[str, bytes]:
    return {hashlib.sha256(content).hexdigest(): content for content in contents}


@pytest.fixture(params=["small", "large"])
def school(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[MadeSchool]:
    environment = {} if request.param == "small" else request.getfixturevalue("large")()
    with made_school(tmp_path / "school", environment=environment) as made:
        yield made


def send(device: Device, body: bytes) -> httpx.Response:
    kind = {"content-type": "application/octet-stream"}
    return device.ask("POST", "/v1/media/self", body, **kind)


def fetched(device: Device, pack: Mapping[str, bytes]) -> dict[str, bytes]:
    answers = {name: device.ask("GET", f"/v1/media/self/{name}") for name in pack}
    return {name: one.content for name, one in answers.items() if one.status_code == 200}


def test_all_of_a_pack_is_there_and_again_is_no_harm(school: MadeSchool) -> None:
    mia, pack = school.join("4B"), named(*FILES)
    mia.put_media(FILES[1])
    for _ in range(2):
        answer = send(mia, packed(pack))
        assert answer.status_code == 200
        assert answer.json() == {"have": sorted(pack), "damaged": []}
    assert fetched(mia, pack) == pack
    assert not school.school.media.orphans(school.clock() + media.ORPHAN_MS * 2)
    assert not fetched(school.join("4B", "Tom Li"), pack), "another learner sees none of it"


def test_a_damaged_file_is_named_and_the_others_are_kept(school: MadeSchool) -> None:
    mia, pack = school.join("4B"), named(*FILES)
    body = bytearray(packed(pack))
    body[36] ^= 1
    first, *rest = pack
    answer = send(mia, bytes(body))
    assert answer.json() == {"have": sorted(rest), "damaged": [first]}
    assert set(fetched(mia, pack)) == set(rest)


def whole(count: int, size_bytes: int) -> bytes:
    return packed(named(*(number.to_bytes(size_bytes) for number in range(count))))


WRONG = {
    "nothing": b"",
    "half a hash": whole(1, 5)[:20],
    "no size": whole(1, 5)[:34],
    "a file cut short": whole(2, 500)[:-1],
    "a byte too many": whole(2, 500) + b"!",
    "an empty file": bytes(36),
    "a file twice": whole(1, 5) * 2,
    "a file too many": whole(PACK_FILES_LIMIT + 1, 2),
    "a size beyond the end": bytes(32) + b"\xff\xff\xff\xff" + b"abc",
}


@pytest.mark.parametrize("wrong", WRONG)
def test_what_is_no_pack_is_refused_and_nothing_is_kept(tmp_path: Path, wrong: str) -> None:
    with made_school(tmp_path / "school") as made:
        mia = made.join("4B")
        assert send(mia, WRONG[wrong]).status_code == 400
        assert not list(made.school.media.orphans(made.clock() + media.ORPHAN_MS * 2))
        assert made.school.database.read(blobs.all_of_them) == []


def test_what_a_school_has_no_room_for_is_not_kept_by_half(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with made_school(tmp_path / "school") as made:
        mia, pack = made.join("4B"), named(*FILES)
        monkeypatch.setattr(media, "SCOPE_BYTES_LIMIT", 40_000)
        assert send(mia, packed(pack)).status_code == 507
        assert send(mia, bytes(PACK_BYTES_LIMIT + 1)).status_code == 413
        assert not fetched(mia, pack)
        monkeypatch.undo()

        def full(*_: object) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr("os.rename", full)
        assert send(mia, packed(pack)).status_code == 507
        monkeypatch.undo()
        assert not fetched(mia, pack)
        assert not [path for path in tmp_path.rglob("arriving/*") if path.is_file()]
        assert send(mia, packed(pack)).status_code == 200
        assert fetched(mia, pack) == pack


def test_who_comes_when_all_places_are_taken_is_told_so(tmp_path: Path) -> None:
    with made_school(tmp_path / "school") as made:
        mia, pack = made.join("4B"), named(*FILES)
        taken = [made.school.turns.pack() for _ in range(PACKS_AT_ONCE)]
        assert all(place.__enter__() for place in taken)
        assert send(mia, packed(pack)).status_code == 503
        taken.pop().__exit__(None, None, None)
        assert send(mia, packed(pack)).status_code == 200


def test_a_stranger_is_not_heard(tmp_path: Path) -> None:
    with made_school(tmp_path / "school") as made:
        answer = made.http.post("/v1/media/self", content=packed(named(*FILES)))
        assert answer.status_code == 401


CONTENTS = st.lists(st.binary(min_size=1, max_size=60), min_size=1, max_size=8, unique=True)


@given(CONTENTS)
def test_what_is_packed_is_what_is_read(contents: list[bytes]) -> None:
    pack = named(*contents)
    assert read_pack(packed(pack)) == pack


@given(CONTENTS, st.data())
def test_no_cut_and_no_strange_byte_gives_anything_but_a_pack_or_bad_input(
    contents: list[bytes], data: st.DataObject
) -> None:
    body = bytearray(packed(named(*contents)))
    cut = data.draw(st.integers(0, len(body)))
    body[data.draw(st.integers(0, len(body) - 1))] ^= data.draw(st.integers(1, 255))
    try:
        found = read_pack(bytes(body[:cut]))
    except BadInput:
        return
    assert packed(found) == bytes(body[:cut]), "every byte belongs to a file"
