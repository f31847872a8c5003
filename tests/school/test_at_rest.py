"""What lies on the school's disk: nothing readable, and nothing broken that goes unnoticed."""

import re
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from portfolio_app.errors import NotFound, StoreDamaged
from portfolio_app.school import keyring
from portfolio_app.school.checking import check_school
from portfolio_app.school.keyring import KEY_FILE_NAME
from tests.school.making import PASSWORD, TINY_JPEG, HandClock, MadeSchool, made_school, reopened

CANARIES = {
    "title": "Quillfeather", "caption": "Brambleheath", "words": "Thistledown", "why": "Oakenshaw",
    "name": "Wintergreen.jpg", "learner": "Marigold", "family": "Hawthorne", "show": "Larkspur",
    "story": "Foxglove", "feedback": "Meadowsweet", "class": "Bluebell", "teacher": "ada@willow",
    "password": PASSWORD, "device": "tablet 7",
}  # fmt: skip


def lived_in(made: MadeSchool) -> None:
    """A school in which every kind of word was written once."""
    made.add_teacher(f"{CANARIES['teacher']}.example", CANARIES["class"])
    device = made.join(CANARIES["class"], f"{CANARIES['learner']} {CANARIES['family']}")
    device.make_work(
        "work1", CANARIES["title"], caption=CANARIES["caption"], words=CANARIES["words"],
        why=CANARIES["why"], name=CANARIES["name"],
    )  # fmt: skip
    device.share(["work1"], CANARIES["show"], CANARIES["story"])
    teacher = made.sign_in(f"{CANARIES['teacher']}.example")
    place = f"/learners/{device.learner}/works/work1"
    teacher.post(place, **teacher.hidden(place), words=CANARIES["feedback"], action="send")
    device.pull()


def found_in(folder: Path) -> set[str]:
    """The canaries, in any letter case and common encoding, that any file holds."""
    wanted = {name: text.lower() for name, text in CANARIES.items()}
    found = set()
    for path in folder.rglob("*"):
        if path.is_file():
            raw = path.read_bytes().lower()
            for name, text in wanted.items():
                if any(text.encode(code) in raw for code in ("utf-8", "utf-16-le", "utf-16-be")):
                    found.add(name)
            if TINY_JPEG[:24].lower() in raw:
                found.add("picture")
    return found


@pytest.fixture
def unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is deflated before it is sealed, or a scan for words would find none either way."""
    monkeypatch.setattr(keyring, "PACKED_BYTES_LEAST", 1 << 30)


@pytest.mark.usefixtures("unpacked")
def test_nothing_that_anybody_wrote_lies_readable_on_the_disk(tmp_path: Path) -> None:
    with made_school(tmp_path / "school") as made:
        lived_in(made)
        assert found_in(made.data) == set()
        tokens = [*re.findall(rb"[A-Za-z0-9_-]{43}", b"".join(
            path.read_bytes() for path in made.data.glob("school.sqlite*")))]  # fmt: skip
        sessions = sum(1 for token in tokens if made.school.accounts.who(token.decode()))
        assert sessions == 0
    assert found_in(tmp_path) == set()


@pytest.mark.usefixtures("unpacked")
def test_the_scan_finds_what_is_not_sealed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The control: the same school without sealing must be caught."""
    from portfolio_app.sealing import boxes, envelope, media  # noqa: PLC0415

    monkeypatch.setattr(envelope, "seal", lambda key, plain, context: plain)
    monkeypatch.setattr(envelope, "open_sealed", lambda key, sealed, context: sealed)
    monkeypatch.setattr(boxes.Boxes, "seal", lambda self, plain, context: plain)
    monkeypatch.setattr(boxes.Boxes, "open", lambda self, sealed, context: sealed)
    monkeypatch.setattr(media.ChunkSealer, "_seal", lambda self, chunk: chunk)
    with made_school(tmp_path / "school") as made:
        made.school.database.write(lambda transaction: None)
        made.add_teacher(f"{CANARIES['teacher']}.example", CANARIES["class"])
        device = made.join(CANARIES["class"], f"{CANARIES['learner']} {CANARIES['family']}")
        device.make_work("work1", CANARIES["title"], why=CANARIES["why"], name=CANARIES["name"])
        found = found_in(made.data)
    assert {"title", "learner", "family", "name", "why", "class", "picture"} <= found


def test_everything_opens_again_after_a_restart(tmp_path: Path) -> None:
    with made_school(tmp_path / "school") as made:
        lived_in(made)
        assert check_school(made.school.database, made.school.media).problems == []
    with reopened(tmp_path / "school", HandClock()) as again:
        checked = check_school(again.school.database, again.school.media)
        assert checked.problems == []
        assert checked.counts["media"] == 2
        assert "Quillfeather" in again.sign_in("ada@willow.example").get("/").text


def _cut_media(folder: Path) -> None:
    path = next(one for one in (folder / "media").rglob("*") if one.is_file())
    path.write_bytes(path.read_bytes()[:-1])


def _flip_media(folder: Path) -> None:
    path = next(one for one in (folder / "media").rglob("*") if one.is_file())
    raw = bytearray(path.read_bytes())
    raw[-3] ^= 1
    path.write_bytes(raw)


def _lose_media(folder: Path) -> None:
    next(one for one in (folder / "media").rglob("*") if one.is_file()).unlink()


def _sql(statement: str) -> Callable[[Path], None]:
    def run(folder: Path) -> None:
        with sqlite3.connect(folder / "school.sqlite") as connection:
            connection.execute(statement)
        connection.close()

    return run


@pytest.mark.parametrize(
    "harm",
    [
        _cut_media, _flip_media, _lose_media,
        _sql("delete from changes where sequence = 3"),
        _sql("update scopes set digest = '" + "0" * 32 + "'"),
        _sql("update changes set sealed = zeroblob(80) where sequence = 2"),
        _sql("delete from records where kind = 'artifact'"),
        _sql("delete from audit where sequence = 2"),
        _sql("update audit set actor = 'somebody' where sequence = 3"),
    ],
)  # fmt: skip
def test_the_check_finds_each_kind_of_harm(tmp_path: Path, harm: Callable[[Path], None]) -> None:
    with made_school(tmp_path / "school") as made:
        lived_in(made)
    harm(tmp_path / "school")
    with reopened(tmp_path / "school", HandClock()) as again:
        assert check_school(again.school.database, again.school.media).problems


def test_sealed_rows_cannot_change_places(tmp_path: Path) -> None:
    with made_school(tmp_path / "school") as made:
        lived_in(made)
    _sql(
        "update records set sealed = (select sealed from records where kind = 'learner' or"
        " kind = 'reflection' limit 1) where kind = 'artifact'"
    )(tmp_path / "school")
    with reopened(tmp_path / "school", HandClock()) as again:
        answer = again.sign_in("ada@willow.example").get("/")
        assert answer.status_code == 500
        assert "Thistledown" not in answer.text


def test_another_schools_key_opens_nothing(tmp_path: Path) -> None:
    with made_school(tmp_path / "one") as made:
        lived_in(made)
    with made_school(tmp_path / "two"):
        pass
    (tmp_path / "two" / KEY_FILE_NAME).replace(tmp_path / "one" / KEY_FILE_NAME)
    with reopened(tmp_path / "one", HandClock()) as again:
        assert check_school(again.school.database, again.school.media).problems
    (tmp_path / "one" / KEY_FILE_NAME).unlink()
    with pytest.raises(NotFound), reopened(tmp_path / "one", HandClock()):
        pass


def test_a_missing_file_is_said_to_be_damaged(made: MadeSchool) -> None:
    device = made.join("4B")
    name = device.put_media(b"some bytes")
    blob = made.school.media.find(f"p/{device.learner}", name)
    assert blob is not None
    _lose_media(made.data)
    with pytest.raises(StoreDamaged):
        next(made.school.media.open(blob))


def test_the_folder_and_the_key_are_the_owners_alone(made: MadeSchool) -> None:
    assert made.data.stat().st_mode & 0o777 == 0o700
    for name in (KEY_FILE_NAME, "school.sqlite"):
        assert (made.data / name).stat().st_mode & 0o077 == 0
