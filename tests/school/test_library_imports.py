"""Frameworks and rubrics in any format reach classes once; a newer version says what it changes."""

import json
from pathlib import Path

import pytest

from portfolio_app.commands import run
from portfolio_app.errors import BadInput
from portfolio_app.school import library, setup
from portfolio_app.school.database import people
from portfolio_app.school.library import Given
from tests.rubrics.foreign_files import CANVAS, moodle
from tests.rubrics.said import sentences
from tests.school.making import BEGIN_MS, MadeSchool

TABLE = b"Code,Statement\n1,Draws\n1.1,Draws a line\n"


def give(made: MadeSchool, raw: bytes, document: str, name: str = "art.csv") -> Given:
    school = made.school
    classes = [one.id for one in school.database.read(people.classes)]
    read = library.look_at(raw, document, name=name, columns={}, words=made.school.words)
    return library.give(
        school.database, school.media, read, document, classes,
        now_ms=made.clock(), new_id=school.new_id,
    )  # fmt: skip


def test_a_table_is_kept_as_case_and_given_once(made: MadeSchool) -> None:
    first = give(made, TABLE, "framework")
    assert (first.classes, first.new_in_classes, first.differences) == (1, 1, ())
    made.clock.pass_ms(60_000)
    again = give(made, TABLE, "framework")
    assert (again.new_in_classes, again.differences) == (0, ())
    assert again.sha256 == first.sha256
    classes = [one.id for one in made.school.database.read(people.classes)]
    catalog = made.school.library.catalog(classes)
    framework = next(one for one in catalog.frameworks if one.title == "art")
    assert framework.source_hash == first.sha256
    assert [one.statement for one in framework.competencies] == ["Draws", "Draws a line"]


def test_a_newer_table_says_what_it_changes_and_is_the_newest(made: MadeSchool) -> None:
    first = give(made, TABLE, "framework")
    made.clock.pass_ms(60_000)
    second = give(made, TABLE.replace(b"a line", b"a circle") + b"2,Paints\n", "framework")
    assert sentences(second.differences) == [
        "Items are new: 1 (“2”).",
        "Items say something else: 1 (“1.1”).",
    ]
    assert second.new_in_classes == 1
    classes = [one.id for one in made.school.database.read(people.classes)]
    catalog = made.school.library.catalog(classes)
    newest = next(one for one in catalog.frameworks if one.title == "art")
    assert newest.source_hash == second.sha256
    old = catalog.framework(newest.id, first.sha256)
    assert old is not None
    assert len(old.competencies) == 2


def test_rubrics_and_frameworks_of_others_are_given(made: MadeSchool) -> None:
    assert give(made, CANVAS, "rubric").title == "Essay"
    assert give(made, moodle(), "framework").title == "Crafts"
    with pytest.raises(BadInput, match="holds no rubric"):
        give(made, moodle(), "rubric")


def test_a_file_can_be_looked_at_without_a_school(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "goals.csv"
    file.write_bytes(b"Doel,Nummer\nTekent,1\nSchildert,2\n")
    arguments = ["school", "import-framework", str(file), "--look", "--json"]
    assert run([*arguments, "--column", "statement=Doel", "--column", "code=Nummer"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert (said["title"], said["format"], said["taken"]["items"]) == ("goals", "table", 2)
    assert run(arguments) == 2
    assert "statement=" in capsys.readouterr().err
    assert run([*arguments, "--column", "Doel"]) == 2


def test_without_a_class_or_a_school_a_file_is_only_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    data = tmp_path / "school"
    setup.make_school(data, {}, name="Hill", address="http://localhost", now_ms=BEGIN_MS)
    file = tmp_path / "goals.csv"
    file.write_bytes(TABLE)
    assert run(["school", "import-framework", str(file), "--data", str(data), "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert (said["classes"], said["taken"]["items"]) == (0, 2)
    elsewhere = tmp_path / "nowhere"
    assert run(["school", "import-framework", str(file), "--data", str(elsewhere)]) == 2
    monkeypatch.setenv("PORTFOLIO_DATA", str(elsewhere))
    capsys.readouterr()
    assert run(["school", "import-framework", str(file)]) == 0
    assert "There is no school in" in capsys.readouterr().out
