"""Large files in pieces: what came stays, whatever breaks; nobody waits for a dead connection."""

import base64
import hashlib
import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest

from portfolio_app.errors import NotFound
from portfolio_app.school.database import uploads
from portfolio_app.school.database.engine import Transaction
from portfolio_app.school.media import ARRIVING
from portfolio_app.school.uploading import (
    OPEN_UPLOADS_LIMIT,
    PIECE_BYTES,
    UPLOAD_LIFE_MS,
    OffsetConflict,
    Uploads,
)
from tests.school.making import Device, HandClock, MadeSchool, made_school, reopened

FILE_BYTES = 4 * PIECE_BYTES
CONTENT = os.urandom(2 * PIECE_BYTES + 54_321)
SHA256 = hashlib.sha256(CONTENT).hexdigest()


@pytest.fixture(params=["small", "large"])
def school(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[MadeSchool]:
    """A school with room for larger files: on SQLite and a folder, on PostgreSQL and a bucket."""
    environment = {} if request.param == "small" else request.getfixturevalue("large")()
    with made_school(tmp_path / "school", environment=environment) as made:
        pass
    with reopened(
        tmp_path / "school", HandClock(), file_bytes=FILE_BYTES, environment=environment
    ) as again:
        again.classes = made.classes
        yield again


def begin(device: Device, content: bytes = CONTENT, name: str = "") -> httpx.Response:
    named = name or hashlib.sha256(content).hexdigest()
    return device.ask(
        "POST", "/v1/uploads/self", b"",
        **{"upload-length": str(len(content)), "tus-resumable": "1.0.0",
           "upload-metadata": f"sha256 {base64.b64encode(named.encode()).decode()}"},
    )  # fmt: skip


def go_on(device: Device, place: str, at: int, content: bytes, **more: str) -> httpx.Response:
    headers = {"content-type": "application/offset+octet-stream", "upload-offset": str(at)}
    return device.ask("PATCH", place, content, **headers, **more)


def offset(answer: httpx.Response) -> int:
    return int(answer.headers["upload-offset"])


def kept(made: MadeSchool, device: Device, sha256: str = SHA256) -> bytes:
    blob = made.school.media.find(f"p/{device.learner}", sha256)
    assert blob is not None
    return b"".join(made.school.media.open(blob))


def left_over(made: MadeSchool) -> list[str]:
    """Every name on the shelf that is not a kept file."""
    return made.school.media.orphans(10**15)


def test_a_file_goes_up_in_pieces_and_is_whole(school: MadeSchool) -> None:
    device = school.join("4B")
    begun = begin(device)
    assert begun.status_code == 201
    assert offset(begun) == 0
    place = begun.headers["location"]
    at = 0
    for size_bytes in (10, PIECE_BYTES, 1, 700_000, len(CONTENT)):
        answer = go_on(device, place, at, CONTENT[at : at + size_bytes])
        assert answer.status_code == 204
        at = offset(answer)
        assert at == min(len(CONTENT), at)
        if at < len(CONTENT):
            asked = device.ask("HEAD", place)
            assert (offset(asked), asked.headers["upload-length"]) == (at, str(len(CONTENT)))
            assert device.ask("HEAD", f"/v1/media/self/{SHA256}").status_code == 404
    assert at == len(CONTENT)
    assert kept(school, device) == CONTENT
    assert device.ask("HEAD", place).status_code == 404
    again = begin(device)
    assert (again.status_code, again.json()) == (200, {"have": True})
    assert left_over(school) == []


def test_begun_before_is_found_again_and_a_wrong_offset_is_told_the_right_one(
    school: MadeSchool,
) -> None:
    device = school.join("4B")
    place = begin(device).headers["location"]
    go_on(device, place, 0, CONTENT[:1000])
    again = begin(device)
    assert (again.headers["location"], offset(again)) == (place, 1000)
    for wrong in (0, 999, 1001):
        answer = go_on(device, place, wrong, CONTENT[wrong:2000])
        assert (answer.status_code, offset(answer)) == (409, 1000)
    assert go_on(device, place, 1000, CONTENT[1000:]).status_code == 204
    assert kept(school, device) == CONTENT


def test_two_requests_at_one_offset_end_with_one_of_them(school: MadeSchool) -> None:
    """No lock: whoever is stored first wins, the other is told to look again."""
    device = school.join("4B")
    scope, now_ms = f"p/{device.learner}", school.clock()
    upload = school.school.uploads.begin(scope, SHA256, len(CONTENT), now_ms)
    assert upload is not None
    one = school.school.uploads.put(upload, 0, CONTENT[:500])
    two = school.school.uploads.put(upload, 0, CONTENT[:900])
    assert school.school.uploads.add(upload, (two,), now_ms).offset_bytes == 900
    with pytest.raises(OffsetConflict) as told:
        school.school.uploads.add(upload, (one,), now_ms)
    assert told.value.offset_bytes == 900
    assert left_over(school) == [], "the loser's piece is gone"


def test_the_comparison_of_offsets_is_what_keeps_two_writers_apart(
    school: MadeSchool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The planted mistake: without it two writers leave a file that is not the one announced."""
    real = uploads.add

    def careless(transaction: Transaction, upload: uploads.Upload,
                 pieces: tuple[uploads.Piece, ...], until_ms: int) -> bool:  # fmt: skip
        now = uploads.find(transaction, upload.scope, upload.id)
        assert now is not None
        return real(transaction, now, pieces, until_ms)

    monkeypatch.setattr(uploads, "add", careless)
    device = school.join("4B")
    scope, now_ms = f"p/{device.learner}", school.clock()
    upload = school.school.uploads.begin(scope, SHA256, len(CONTENT), now_ms)
    assert upload is not None
    first = school.school.uploads.put(upload, 0, CONTENT[:500])
    school.school.uploads.add(upload, (first,), now_ms)
    second = school.school.uploads.put(upload, 500, CONTENT[500:900])
    late = school.school.uploads.put(upload, 600, CONTENT[600:900])
    school.school.uploads.add(upload, (second,), now_ms)
    assert school.school.uploads.add(upload, (late,), now_ms).offset_bytes != 900


def test_many_at_once_leave_each_file_whole(school: MadeSchool) -> None:
    device = school.join("4B")
    contents = [os.urandom(5_000 + number) for number in range(6)]
    places = [begin(device, content).headers["location"] for content in contents]

    def send(content: bytes, place: str) -> None:
        at = 0
        while at < len(content):
            answer = go_on(device, place, at, content[at : at + 700])
            if answer.status_code == 404:
                return  # the other sender brought the last byte
            at = offset(answer)

    threads = [
        threading.Thread(target=send, args=(content, place))
        for content, place in zip(contents, places, strict=True)
        for _ in range(2)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for content in contents:
        assert kept(school, device, hashlib.sha256(content).hexdigest()) == content
    assert left_over(school) == []


def test_checked_bytes_all_count_or_none(school: MadeSchool) -> None:
    device = school.join("4B")
    place = begin(device).headers["location"]
    right = base64.b64encode(hashlib.sha256(CONTENT).digest()).decode()
    damaged = CONTENT[:-1] + b"x"
    answer = go_on(device, place, 0, damaged, **{"upload-checksum": f"sha256 {right}"})
    assert answer.status_code == 460
    assert offset(device.ask("HEAD", place)) == 0
    answer = go_on(device, place, 0, CONTENT, **{"upload-checksum": f"sha256 {right}"})
    assert (answer.status_code, offset(answer)) == (204, len(CONTENT))
    assert kept(school, device) == CONTENT
    assert left_over(school) == []


def test_the_wrong_bytes_are_not_kept(school: MadeSchool) -> None:
    device = school.join("4B")
    place = begin(device).headers["location"]
    answer = go_on(device, place, 0, bytes(len(CONTENT)))
    assert answer.status_code == 422
    assert device.ask("HEAD", place).status_code == 404
    assert device.ask("HEAD", f"/v1/media/self/{SHA256}").status_code == 404
    assert left_over(school) == []


def test_what_nobody_went_on_with_is_deleted(school: MadeSchool) -> None:
    device = school.join("4B")
    place = begin(device).headers["location"]
    go_on(device, place, 0, CONTENT[:500_000])
    school.clock.pass_ms(UPLOAD_LIFE_MS - 1)
    assert school.school.uploads.end_old(school.clock()) == 0
    go_on(device, place, 500_000, CONTENT[500_000:600_000])
    school.clock.pass_ms(UPLOAD_LIFE_MS)
    assert device.ask("HEAD", place).status_code == 404
    assert school.school.uploads.end_old(school.clock()) == 1
    assert left_over(school) == []
    assert offset(begin(device)) == 0


def test_given_up_is_gone(school: MadeSchool) -> None:
    device = school.join("4B")
    place = begin(device).headers["location"]
    go_on(device, place, 0, CONTENT[:500_000])
    assert device.ask("DELETE", place).status_code == 204
    assert device.ask("DELETE", place).status_code == 404
    assert go_on(device, place, 500_000, b"more").status_code == 404
    assert left_over(school) == []


def test_limits_are_said(school: MadeSchool) -> None:
    device = school.join("4B")
    place = begin(device, b"short").headers["location"]
    assert go_on(device, place, 0, b"longer than that").status_code == 413
    assert begin(device, bytes(FILE_BYTES + 1)).status_code == 413
    assert begin(device, b"", "a" * 64).status_code == 400
    for name in ("", "g" * 64, "A" * 64, "a" * 63):
        assert begin(device, b"x", name or "none").status_code == 400
    answers = [begin(device, os.urandom(9)).status_code for _ in range(OPEN_UPLOADS_LIMIT)]
    assert answers == [201] * (OPEN_UPLOADS_LIMIT - 1) + [429]
    other = {"tus-resumable": "0.2.2"}
    assert device.ask("HEAD", place, b"", **other).status_code == 412
    headers = {"content-type": "application/offset+octet-stream"}
    for wrong in ("", "-1", "1.0", "9" * 20):
        sent = headers | {"upload-offset": wrong}
        assert device.ask("PATCH", place, b"x", **sent).status_code == 400
    for wrong in ("md5 x", "sha256 x", "sha256"):
        assert go_on(device, place, 0, b"short", **{"upload-checksum": wrong}).status_code == 400


def test_nobody_elses_upload_is_there(school: MadeSchool) -> None:
    device, other = school.join("4B"), school.join("4B", "Omar Haddad")
    place = begin(device).headers["location"]
    assert begin(other).headers["location"] != place, "and whether others have it is not told"
    for method in ("HEAD", "DELETE"):
        assert other.ask(method, place).status_code == 404
    assert go_on(other, place, 0, CONTENT).status_code == 404
    assert offset(device.ask("HEAD", place)) == 0


def test_pieces_lie_sealed(tmp_path: Path) -> None:
    canary = b"Quillfeather" * 1000
    with made_school(tmp_path / "school") as made:
        device = made.join("4B")
        place = begin(device, canary).headers["location"]
        go_on(device, place, 0, canary[:-1])
        raw = b"".join(path.read_bytes() for path in made.data.rglob("*") if path.is_file())
        assert b"Quillfeather" not in raw
        assert list((made.data / "media" / ARRIVING).iterdir()) == []


def test_another_process_goes_on_where_the_first_one_stopped(
    tmp_path: Path, large: Callable[[], dict[str, str]]
) -> None:
    """Two server processes, each with a folder of its own, share nothing but the servers."""
    environment = large()
    with made_school(tmp_path / "one", environment=environment) as one:
        device = one.join("4B")
        content = CONTENT[:900_000]
        place = begin(device, content).headers["location"]
        go_on(device, place, 0, content[:600_000])
        (tmp_path / "two").mkdir()
        key = (tmp_path / "one" / "school.key").read_bytes()
        (tmp_path / "two" / "school.key").write_bytes(key)
        with reopened(tmp_path / "two", one.clock, environment=environment) as two:
            device.made = two
            assert offset(device.ask("HEAD", place)) == 600_000
            assert go_on(device, place, 600_000, content[600_000:]).status_code == 204
        device.made = one
        assert kept(one, device, hashlib.sha256(content).hexdigest()) == content


def test_an_upload_that_ended_meanwhile_is_not_there(school: MadeSchool) -> None:
    device = school.join("4B")
    scope, now_ms = f"p/{device.learner}", school.clock()
    store: Uploads = school.school.uploads
    upload = store.begin(scope, SHA256, len(CONTENT), now_ms)
    assert upload is not None
    piece = store.put(upload, 0, CONTENT[:500])
    store.end(upload)
    with pytest.raises(NotFound):
        store.add(upload, (piece,), now_ms)
    assert left_over(school) == []
