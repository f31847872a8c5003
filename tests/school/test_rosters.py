"""Rosters in each format that is read, twice over, and files that are none."""

import contextlib
import io
import zipfile
from pathlib import Path

import pytest

from portfolio_app.errors import BadInput, NotFound
from portfolio_app.school.database import people
from portfolio_app.school.rosters.apply import Applied, apply_roster
from portfolio_app.school.rosters.read import read_roster
from tests.conftest import SAMPLES
from tests.school.making import MadeSchool, made_school

ROSTERS = SAMPLES / "rosters"
ONE_ROSTER = {
    "users.csv": (
        "sourcedId,status,enabledUser,role,username,givenName,familyName,email,password\n"
        "u1,active,true,student,mia,Mia,Chen,,hunter2hunter2\n"
        "u2,active,true,student,omar,Omar,Haddad,,\n"
        "u3,active,true,teacher,ada,Ada,Berg,ada@school.example,\n"
        "u4,tobedeleted,true,student,gone,Gone,Away,,\n"
        "u5,active,true,parent,par,Pat,Chen,,\n"
    ),
    "classes.csv": "sourcedId,status,title\nc1,active,Class 4B\nc2,active,\n",
    "enrollments.csv": (
        "sourcedId,status,classSourcedId,schoolSourcedId,userSourcedId,role\n"
        "e1,active,c1,s,u1,student\ne2,active,c1,s,u2,student\ne3,active,c1,s,u3,teacher\n"
        "e4,active,c1,s,u4,student\ne5,active,c9,s,u1,student\n"
    ),
}


def zipped(folder: Path, files: dict[str, str]) -> Path:
    path = folder / "roster.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in files.items():
            archive.writestr(f"export/{name}", content)
    return path


def test_one_roster_in_a_zip(tmp_path: Path) -> None:
    roster = read_roster(zipped(tmp_path, ONE_ROSTER))
    assert roster.format == "OneRoster"
    assert [one.given for one in roster.learners] == ["Mia", "Omar"]
    assert [(one.given, one.email) for one in roster.teachers] == [("Ada", "ada@school.example")]
    (classroom,) = roster.classes
    assert (classroom.learners, classroom.teachers) == (("u1", "u2"), ("u3",))
    assert len(roster.left_out) == 4
    assert "hunter2" not in repr(roster)


def test_one_roster_of_1_2_has_its_roles_apart(tmp_path: Path) -> None:
    files = dict(ONE_ROSTER)
    files["users.csv"] = "sourcedId,givenName,familyName\nu1,Mia,Chen\nu3,Ada,Berg\n"
    files["roles.csv"] = (
        "sourcedId,userSourcedId,roleType,role\nr1,u1,primary,student\n"
        "r2,u3,secondary,parent\nr3,u3,primary,teacher\n"
    )
    for name, content in files.items():
        (tmp_path / name).write_text(content, encoding="utf-8-sig")
    roster = read_roster(tmp_path)
    assert len(roster.learners) == len(roster.teachers) == 1


@pytest.mark.skipif(not ROSTERS.is_dir(), reason="the sample rosters are not on this machine")
def test_the_sample_rosters() -> None:
    sds = read_roster(ROSTERS / "microsoft-sds-v1-100-users")
    assert sds.format == "Microsoft SDS v1"
    assert (len(sds.learners), len(sds.teachers)) == (_rows("Student.csv"), _rows("Teacher.csv"))
    assert sum(len(one.learners) for one in sds.classes) == _rows("StudentEnrollment.csv")
    assert sum(len(one.teachers) for one in sds.classes) == _rows("TeacherRoster.csv")
    said = repr(sds)
    assert "P@ssw" not in said
    assert "1999" not in said
    many_scripts = read_roster(ROSTERS / "kolibri-names-many-scripts.csv")
    assert any(not one.given.isascii() for one in many_scripts.learners)
    flat = read_roster(ROSTERS / "clever-style.csv")
    assert "English 1A" in [one.name for one in flat.classes]
    assert "@" not in repr(flat)


def _rows(name: str) -> int:
    """Rows of a sample file that differ in what is kept of them."""
    path = ROSTERS / "microsoft-sds-v1-100-users" / name
    return len(set(path.read_text("utf-8-sig").strip().splitlines()[1:]))


def test_a_roster_brought_in_twice_changes_nothing(made: MadeSchool, tmp_path: Path) -> None:
    roster = read_roster(zipped(tmp_path, ONE_ROSTER))

    def bring() -> Applied:
        return made.school.database.write(
            lambda t: apply_roster(t, roster, now_ms=made.clock(), new_id=made.school.new_id)
        )

    assert bring() == Applied(classes=1, teachers=1, learners=2, memberships=3)
    assert bring() == Applied()
    names = [
        member.person.name
        for classroom in made.school.database.read(people.classes)
        for member in made.school.database.read(
            lambda t, classroom=classroom: people.members(t, classroom.id)  # type: ignore[misc]
        )
    ]
    assert sorted(names) == ["Mia Chen", "Omar Haddad"]


def test_a_changed_name_is_taken_over(made: MadeSchool, tmp_path: Path) -> None:
    files = dict(ONE_ROSTER)
    for expected in (Applied(classes=1, teachers=1, learners=2, memberships=3), Applied(renamed=1)):
        roster = read_roster(zipped(tmp_path, files))
        done = made.school.database.write(
            lambda t, roster=roster: apply_roster(  # type: ignore[misc]
                t, roster, now_ms=made.clock(), new_id=made.school.new_id
            )
        )
        assert done == expected
        files["users.csv"] = files["users.csv"].replace("Haddad", "Haddad-Ruiz")


def test_a_teacher_who_is_here_already_teaches_the_rosters_class(
    made: MadeSchool, tmp_path: Path
) -> None:
    made.add_teacher("ada@school.example", "Choir")
    roster = read_roster(zipped(tmp_path, ONE_ROSTER))
    for expected in (Applied(classes=1, learners=2, memberships=3), Applied(renamed=0)):
        done = made.school.database.write(
            lambda t: apply_roster(t, roster, now_ms=made.clock(), new_id=made.school.new_id)
        )
        assert done == expected
    assert "Class 4B" in made.sign_in("ada@school.example").get("/classes").text


def test_nothing_of_a_roster_but_names_reaches_the_disk(tmp_path: Path) -> None:
    with made_school(tmp_path / "school") as made:
        roster = read_roster(zipped(tmp_path, ONE_ROSTER))
        made.school.database.write(
            lambda t: apply_roster(t, roster, now_ms=1, new_id=made.school.new_id)
        )
    raw = b"".join(one.read_bytes() for one in (tmp_path / "school").rglob("*") if one.is_file())
    for secret in (b"hunter2", b"Haddad", b"ada@school", b"Class 4B"):
        assert secret not in raw


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("x.zip", b"not a zip"), ("x.csv", b"\xff\xfe\x00"), ("x.csv", b""),
        ("x.csv", b"a,b\n1,2\n"),
        ("x.csv", b"Name\n\"" + b"x" * 200_000), ("x.zip", b"PK\x05\x06" + bytes(18)),
    ],
)  # fmt: skip
def test_a_file_that_is_no_roster_is_said_so(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(BadInput):
        read_roster(tmp_path / name)
    with pytest.raises(NotFound):
        read_roster(tmp_path / "nowhere.csv")


def test_an_archive_that_grows_is_not_unpacked(tmp_path: Path) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("users.csv", b"0" * (65 << 20))
    path = tmp_path / "bomb.zip"
    path.write_bytes(packed.getvalue())
    with pytest.raises(BadInput):
        read_roster(path)


@pytest.mark.parametrize("method", [zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_broken_archive_is_said_to_be_one(tmp_path: Path, method: int) -> None:
    path = tmp_path / "roster.zip"
    with zipfile.ZipFile(path, "w", method) as archive:
        archive.writestr("users.csv", ONE_ROSTER["users.csv"] * 50)
    whole = path.read_bytes()
    for at in range(30, len(whole), 7):
        path.write_bytes(whole[:at] + bytes((whole[at] ^ 0x5A,)) + whole[at + 1 :])
        with contextlib.suppress(BadInput):
            read_roster(path)
