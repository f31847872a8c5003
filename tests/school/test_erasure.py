"""What is deleted for good is gone from every store, and no copy brings it back."""

import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from portfolio_app.errors import NotFound, Refused
from portfolio_app.school import recovery
from portfolio_app.school.checking import check_school
from portfolio_app.school.database import erasing, recovery_rows, tables
from portfolio_app.school.database.engine import Database
from portfolio_app.school.erasure import BIN_MS, DAY_MS, REMEMBER_MS
from portfolio_app.school.places import Places
from portfolio_app.school.shelves.shelf import shelf_for
from portfolio_app.school.uploading import UPLOAD_LIFE_MS
from sync import merge, wire
from sync.change import Change, Rule
from tests.school import forgetting
from tests.school.making import Device, MadeSchool, body, made_school
from tests.school.test_voices import OTHER, put_thought

OFFICE = "office"


@pytest.fixture(params=["small", "large"])
def environment(request: pytest.FixtureRequest) -> Mapping[str, str]:
    """Where the school keeps things."""
    if request.param == "small":
        return {}
    made: dict[str, str] = request.getfixturevalue("large")()
    return made


@pytest.fixture
def school(environment: Mapping[str, str], tmp_path: Path) -> Iterator[MadeSchool]:
    with made_school(tmp_path / "school", environment=environment) as made:
        yield made


def names_on_shelf(made: MadeSchool, environment: Mapping[str, str]) -> set[str]:
    return {
        name for name, _ in shelf_for(Places.from_environment(made.data, environment).files).names()
    }


def sealed_bytes(database: Database, scope: str) -> list[bytes]:
    """Everything sealed under a learner's key, and the wrapped key itself."""

    def look(transaction: Any) -> list[bytes]:
        found: list[bytes] = []
        for table in (tables.changes, tables.records, tables.media):
            rows = transaction.connection.execute(
                select(table.c.sealed).where(table.c.scope == scope)
            )
            found += [row.sealed for row in rows]
        wrapped = select(tables.keys.c.wrapped).where(tables.keys.c.scope == scope)
        return [*found, transaction.connection.scalar(wrapped)]

    return database.read(look)


def erase(made: MadeSchool, device: Device) -> str:
    _, word = made.school.eraser.ask(device.learner)  # type: ignore[arg-type]
    return made.school.eraser.erase(device.learner, word, OFFICE, made.clock())  # type: ignore[arg-type]


def sync(device: Device, **parts: Any) -> Any:
    answer = device.ask(
        "POST", "/v1/sync", json.dumps({"protocol": 1, "cursors": {}, **parts}).encode()
    )
    return body(answer) if answer.status_code == 200 else answer.status_code


def test_a_learner_who_is_erased_is_gone_and_the_others_are_not(
    school: MadeSchool, environment: Mapping[str, str]
) -> None:
    device, other = school.join("4B"), school.join("4B", "Omar Haddad")
    before = names_on_shelf(school, environment)
    device.make_work("work1", "A red house")
    place = device.ask("POST", "/v1/uploads/self", b"", **{"upload-length": "9", "upload-metadata":
        "sha256 " + "YmJi" * 21 + "Yg=="}).headers.get("location")  # fmt: skip
    assert place
    piece = {"content-type": "application/offset+octet-stream", "upload-offset": "0"}
    assert device.ask("PATCH", place, b"12345", **piece).status_code == 204
    mine = names_on_shelf(school, environment) - before
    assert len(mine) == 3
    other.make_work("work2", "A blue house")
    token = device.share(["work1"])
    erase(school, device)
    assert not mine & names_on_shelf(school, environment)
    assert check_school(school.school.database, school.school.media).problems == []
    teacher = school.sign_in("t@example.org")
    assert "Mia" not in teacher.get(f"/classes/{school.classes['4B'].id}").text
    assert teacher.get(f"/learners/{device.learner}/works/work1").status_code == 404
    assert school.http.get(f"/s/{token}").status_code == 404
    assert "A blue house" in teacher.get("/").text
    other.pull()
    assert other.view("work2")["title"] == "A blue house"
    with pytest.raises(NotFound):
        school.school.eraser.ask(device.learner)  # type: ignore[arg-type]


def test_no_byte_of_it_is_left_in_any_file(tmp_path: Path) -> None:
    """Rows, pages of the file, the log beside it, the shelf: not even the sealed form."""
    with made_school(tmp_path / "school") as made:
        device = made.join("4B")
        device.make_work("work1", "A red house")
        made.school.database.write(lambda transaction: None)
        wanted = sealed_bytes(made.school.database, f"p/{device.learner}")
        assert len(wanted) > 20
        assert all(sealed in raw_files(made.data) for sealed in wanted), "the control"
        media = [path.read_bytes() for path in (made.data / "media").glob("??/*")]
        erase(made, device)
        raw = raw_files(made.data)
        assert not any(sealed in raw for sealed in (*wanted, *media))
    raw = raw_files(tmp_path)
    assert not any(sealed in raw for sealed in (*wanted, *media))


def test_without_scrubbing_bytes_are_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The planted mistake, to know that the test above would see it."""
    monkeypatch.setattr(Database, "scrub", lambda self: None)
    with made_school(tmp_path / "school") as made:
        device = made.join("4B")
        device.make_work("work1", "A red house")
        wanted = sealed_bytes(made.school.database, f"p/{device.learner}")
        erase(made, device)
        assert any(sealed in raw_files(made.data) for sealed in wanted)


def raw_files(folder: Path) -> bytes:
    return b"\n".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())


def test_it_is_asked_twice_and_for_the_same_thing(school: MadeSchool) -> None:
    device = school.join("4B")
    device.make_work("work1", "A red house")
    counts, word = school.school.eraser.ask(device.learner)  # type: ignore[arg-type]
    assert counts["media"] == 2
    with pytest.raises(Refused):
        school.school.eraser.erase(device.learner, "yes", OFFICE, school.clock())  # type: ignore[arg-type]
    device.write("artifact", "work1", title="Another title")
    device.push()
    with pytest.raises(Refused):
        school.school.eraser.erase(device.learner, word, OFFICE, school.clock())  # type: ignore[arg-type]
    erase(school, device)


def test_a_device_is_told_confirms_and_is_then_unknown(school: MadeSchool) -> None:
    device = school.join("4B")
    device.make_work("work1", "A red house")
    (pending,) = device.write("artifact", "work1", title="Written offline")
    erasure = erase(school, device)
    for path in ("/v1/media/self/" + "a" * 64, "/v1/media/c/x/" + "a" * 64):
        assert device.ask("GET", path).status_code == 401
    raw = wire.encode_request(wire.SyncRequest({"self": 3}, (pending,)))
    for _ in range(2):  # its answer may be lost
        told = device.ask("POST", "/v1/sync", raw)
        reply = wire.decode_reply(told.content, {pending.id: pending})
        assert reply.refused == {pending.id: "erased"}
        assert reply.dropped == ("self",)
        assert reply.pages == {}
        assert reply.erased == wire.Erased(erasure, ("self",))
    (listed,) = school.school.database.read(erasing.erasures)
    assert [(one.told_ms, one.confirmed_ms) for one in listed.devices] == [(school.clock(), None)]
    assert "erased" in sync(device, erased=["f" * 32]), "another order is not this one"
    assert "erased" not in sync(device, erased=[erasure])
    (listed,) = school.school.database.read(erasing.erasures)
    assert listed.devices[0].confirmed_ms == school.clock()
    assert sync(device) == 401


def test_a_device_that_never_speaks_stays_on_the_list_and_is_forgotten_in_the_end(
    school: MadeSchool,
) -> None:
    device = school.join("4B")
    erase(school, device)
    school.clock.pass_ms(REMEMBER_MS)
    school.school.eraser.tidy(school.clock())
    (listed,) = school.school.database.read(erasing.erasures)
    assert listed.devices[0].confirmed_ms is None
    assert "erased" in sync(device)
    school.clock.pass_ms(1)
    assert school.school.eraser.tidy(school.clock()).erasures == 1
    assert school.school.database.read(erasing.erasures) == ()
    assert sync(device, changes=[]) == 401, "it can neither read nor push"


def test_the_bin_is_emptied_after_its_time_by_the_schools_clock(
    school: MadeSchool, environment: Mapping[str, str]
) -> None:
    device, second = school.join("4B"), school.join("4B")
    second.token, second.learner = device.token, device.learner
    device.make_work("work1", "A red house")
    device.make_work("work2", "A blue house")
    device.share(["work1", "work2"], "My show")
    before = names_on_shelf(school, environment)
    second.pull()
    device.write("artifact", "work1", binned_ms=1)  # a clock that is decades behind
    device.push()
    tidy = school.school.eraser.tidy
    assert tidy(school.clock()).records == 0
    school.clock.pass_ms(BIN_MS)
    assert tidy(school.clock()).records == 0
    school.clock.pass_ms(1)
    assert tidy(school.clock()).records == 4, "the work, its file, its thought and its check"
    assert tidy(school.clock()).records == 0
    assert len(before - names_on_shelf(school, environment)) == 2
    assert check_school(school.school.database, school.school.media).problems == []
    for one in (device, second):
        one.pull()
        assert one.view("work1").keys() == {merge.ERASED_FIELD}
        assert one.view("work1-thought").keys() == {merge.ERASED_FIELD}
        assert one.view("work2")["title"] == "A blue house"
    fresh = Device(school, device.token, device.learner)
    fresh.pull()
    assert {key: state for key, (_, state) in fresh.confirmed.items()} == {
        key: state for key, (_, state) in device.confirmed.items()
    }


def test_a_spoken_thought_goes_from_the_bin_with_what_was_said(
    school: MadeSchool, environment: Mapping[str, str]
) -> None:
    device, tidy = school.join("4B"), school.school.eraser.tidy
    device.write("goal", "goal1", title="Swim", made_ms=school.clock())
    put_thought(device, "kept", goal="goal1")
    before = names_on_shelf(school, environment)
    put_thought(device, "binned", OTHER, goal="goal1")
    device.write("reflection", "binned", binned_ms=1)
    device.push()
    tidy(school.clock())
    school.clock.pass_ms(BIN_MS + 1)
    assert tidy(school.clock()).records == 2, "the thought and its file, and the goal stays"
    assert tidy(school.clock()).records == 0, "what is erased is not in the bin"
    assert names_on_shelf(school, environment) == before
    device.pull()
    for gone in ("binned", "binned-voice"):
        assert device.view(gone).keys() == {merge.ERASED_FIELD}
    assert device.view("kept-voice")["part_of"] == "kept"


def test_a_work_that_came_back_in_time_is_not_purged(school: MadeSchool) -> None:
    device, tidy = school.join("4B"), school.school.eraser.tidy
    device.make_work("work1", "A red house")
    device.write("artifact", "work1", binned_ms=school.clock())
    device.push()
    tidy(school.clock())
    school.clock.pass_ms(BIN_MS - DAY_MS)
    device.write("artifact", "work1", binned_ms=None)
    device.push()
    tidy(school.clock())
    device.write("artifact", "work1", binned_ms=school.clock())
    device.push()
    school.clock.pass_ms(2 * DAY_MS)
    assert tidy(school.clock()).records == 0, "it is in the bin for two days, not for thirty"
    device.pull()
    assert device.view("work1")["title"] == "A red house"


@pytest.mark.parametrize("how", ["in a set", "not named yet", "by another work"])
def test_purging_a_work_takes_no_file_that_is_not_its_own_alone(
    school: MadeSchool, how: str
) -> None:
    device = school.join("4B")
    device.make_work("work1", "A red house")
    shared = device.view("work1-file")["media"]
    other = device.put_media(b"a photo that comes before its words")
    if how == "in a set":  # a newer app's way of naming files, which this school does not know
        device.clock = device.clock.tick(school.clock())
        device.push([
            Change(f"{number:032x}", "self", "collage1", "collage", "pictures", Rule.SET, sha256,
                   device.clock.last)
            for number, sha256 in enumerate((shared, other))
        ])  # fmt: skip
    if how == "by another work":
        device.write("file", "file2", artifact="work2", media=shared, media_type="image/jpeg",
                     size_bytes=1, name="photo.jpg", position=0)  # fmt: skip
        device.push()
    device.write("artifact", "work1", binned_ms=1)
    device.push()
    school.school.eraser.tidy(school.clock())
    school.clock.pass_ms(BIN_MS + 1)
    assert school.school.eraser.tidy(school.clock()).records > 0
    scope = f"p/{device.learner}"
    assert school.school.media.has(scope, other)
    assert school.school.media.has(scope, shared) is (how != "not named yet")


def test_what_was_purged_cannot_be_pushed_again_nor_by_a_copy_that_was_away(
    school: MadeSchool,
) -> None:
    device = school.join("4B")
    device.make_work("work1", "A red house")
    old = [row for rows in device.confirmed.values() for row in [rows]]
    assert old
    device.write("artifact", "work1", binned_ms=1)
    device.push()
    school.school.eraser.tidy(school.clock())
    school.clock.pass_ms(BIN_MS + 1)
    school.school.eraser.tidy(school.clock())
    away = Device(school, device.token, device.learner)
    late = away.write("artifact", "work1", title="Written on a plane")
    away.push()
    assert away.refused == {late[0].id: "erased"}
    forged = away.write("artifact", "work2", title="Mine")
    away.push()
    assert forged[0].id not in away.refused
    away.clock = away.clock.tick(school.clock())
    order = Change("e" * 32, "self", "work2", "artifact", merge.ERASED_FIELD, Rule.SCALAR, 5,
                   away.clock.last)  # fmt: skip
    away.pending.append(order)
    away.push()
    assert away.refused[order.id] == "not_allowed", "only the school erases"
    assert away.view("work2")["title"] == "Mine"


def test_tidying_ends_old_uploads_and_files_that_nobody_names(
    school: MadeSchool, environment: Mapping[str, str]
) -> None:
    device = school.join("4B")
    kept = device.put_media(b"some bytes")
    shelf = shelf_for(Places.from_environment(school.data, environment).files)
    shelf.put("0" * 32, b"left by a crash between shelf and row")
    school.school.eraser.tidy(school.clock())
    aged_ms = max(put_ms for _, put_ms in shelf.names()) + DAY_MS
    assert school.school.eraser.tidy(aged_ms).files == 1
    assert "0" * 32 not in {name for name, _ in shelf.names()}
    blob = school.school.media.find(f"p/{device.learner}", kept)
    assert blob is not None
    assert b"".join(school.school.media.open(blob)) == b"some bytes"
    assert UPLOAD_LIFE_MS < REMEMBER_MS


def test_whose_vault_it_was_and_what_was_asked_for_it_goes_with_the_learner(
    school: MadeSchool,
) -> None:
    device, other = school.join("4B"), school.join("4B", "Omar Haddad")
    key, of_other = forgetting.set_key(school), "b2" * 16
    assert forgetting.tell_vault(device).status_code == 200
    assert forgetting.tell_vault(other, of_other).status_code == 200
    question = forgetting.question_for(key)
    assert forgetting.ask(school, question).status_code == 200
    erase(school, device)
    assert school.school.database.read(recovery_rows.waiting_questions) == ()
    assert school.http.get(f"/v1/recovery/answers/{question.request.id}").status_code == 404
    assert forgetting.ask(school, question).status_code == 404, "nobody's vault any more"
    school.clock.pass_ms(recovery.QUESTION_LIFE_MS)
    still = forgetting.question_for(key, of_other)
    assert forgetting.ask(school, still).status_code == 200, "what is gone hinders nobody else"


def test_tidying_forgets_what_questions_held_that_are_over(school: MadeSchool) -> None:
    device, key = school.join("4B"), forgetting.set_key(school)
    forgetting.tell_vault(device)
    question = forgetting.question_for(key)
    assert forgetting.ask(school, question).status_code == 200

    def document() -> Mapping[str, Any]:
        found = school.school.database.read(
            lambda t: recovery_rows.question(t, question.request.id)
        )
        assert found is not None
        return found.document

    school.school.eraser.tidy(school.clock())
    assert "request" in document()
    school.clock.pass_ms(recovery.QUESTION_LIFE_MS)
    school.school.eraser.tidy(school.clock())
    assert document() == {"device": "tablet 7"}


NAMES_SOMEBODY: Callable[[str], bool] = {"scope", "learner_id", "person_id", "learner"}.__contains__


def test_every_table_that_names_a_learner_is_erased() -> None:
    """A new table must be added to `erasing`, or say there why it keeps ids."""
    handled = {
        table.name
        for table in (*erasing.BY_SCOPE, *erasing.BY_LEARNER, *erasing.BY_PERSON,
                      *erasing.KEEPS_IDS_ONLY)
    }  # fmt: skip
    naming = {
        table.name
        for table in tables.metadata.sorted_tables
        if any(NAMES_SOMEBODY(column.name) for column in table.columns)
    }
    assert naming <= handled
