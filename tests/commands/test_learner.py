"""The student program on the command line, as a script would use it."""

import json
import shutil
from pathlib import Path

import pytest

from tests.photo_maker import make_photo
from tests.processes import free_port, portfolio, portfolio_json

SECRET = {"PORTFOLIO_SECRET": "2468"}


@pytest.fixture(scope="module")
def new_ada(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a device on which a learner has just begun; not to be changed."""
    folder = tmp_path_factory.mktemp("new") / "device"
    made = portfolio_json("learner", "new", "--data", str(folder), "--learner", "Ada", **SECRET)
    assert made["name"] == "Ada"
    return folder


@pytest.fixture
def ada(tmp_path: Path, new_ada: Path) -> tuple[str, ...]:
    """The same with a device of one's own."""
    shutil.copytree(new_ada, tmp_path / "device")
    return ("--data", str(tmp_path / "device"), "--learner", "Ada")


def test_a_work_from_its_file_to_a_reflection(tmp_path: Path, ada: tuple[str, ...]) -> None:
    photo = tmp_path / "bridge.jpg"
    make_photo(photo, megapixels=1, seed=3)
    added = portfolio_json("learner", "add", str(photo), "--title", "My bridge", *ada, **SECRET)
    (work,) = added["works"]
    again = portfolio_json("learner", "add", str(tmp_path / "bridge.jpg"), *ada, **SECRET)
    assert (again["works"], again["already_here"]) == ([], ["bridge.jpg"])

    competency = portfolio_json("learner", "list", "competencies", *ada, **SECRET)["competencies"][
        1
    ]
    portfolio_json("learner", "tag", "My bridge", competency["competency"], *ada, **SECRET)
    rubric = portfolio_json("learner", "list", "rubrics", *ada, **SECRET)["rubrics"][0]
    levels = [f"{number}=2" for number in range(1, len(rubric["criteria"]) + 1)]
    judged = ("learner", "assess", work["id"][:8], rubric["id"], *levels, "--why", "1=It held")
    portfolio_json(*judged, *ada, **SECRET)
    shown = portfolio_json("learner", "reflect", work["id"], "proud", "The arch", *ada, **SECRET)
    assert shown["sending"] == "saved_here"
    assert shown["competencies"][0]["statement"] == competency["statement"]
    first = rubric["criteria"][0]
    rating = shown["self_assessments"][0]["ratings"][first["id"]]
    assert rating == {"level": first["levels"][1]["id"], "why": "It held"}
    assert shown["reflections"][0]["versions"] == ["The arch"]
    listed = portfolio_json("learner", "list", *ada, **SECRET)["works"]
    assert [row["title"] for row in listed] == ["My bridge"]


@pytest.mark.parametrize(
    ("arguments", "secret", "status"),
    [
        (("show", "no such work"), "2468", 2),
        (("show", "anything"), "9999", 2),
        (("add", "no-such-file.jpg"), "2468", 2),
        (("tag", "x"), "2468", 2),
        (("join", "ftp://school", "CODE"), "2468", 2),
        (("join", f"http://127.0.0.1:{free_port()}", "CODE"), "2468", 1),
        (("sync",), "2468", 2),
        (("export",), "2468", 1),
        (("frobnicate",), "2468", 2),
    ],
)
def test_wrong_use_is_said_in_words(
    ada: tuple[str, ...], arguments: tuple[str, ...], secret: str, status: int
) -> None:
    done = portfolio("learner", *arguments, *ada, PORTFOLIO_SECRET=secret)
    assert done.returncode == status, done.stderr
    assert done.stderr.strip()
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


def test_without_a_secret_nothing_opens(ada: tuple[str, ...]) -> None:
    done = portfolio("learner", "list", *ada)
    assert done.returncode == 2
    assert "PORTFOLIO_SECRET" in done.stderr


def test_a_folder_with_a_bad_file_adds_the_good_ones(tmp_path: Path, ada: tuple[str, ...]) -> None:
    folder = tmp_path / "work"
    (folder / "inside").mkdir(parents=True)
    (folder / "letter.txt").write_text("Dear grandma")
    (folder / "inside" / "story.txt").write_text("Once upon a time")
    (folder / "broken.jpg").write_bytes(b"\xff\xd8\xff nothing")
    (folder / "tool.exe").write_bytes(b"MZ")
    done = portfolio("learner", "add", str(folder), "--json", *ada, **SECRET)
    assert done.returncode == 2
    document = json.loads(done.stdout)
    assert {work["title"] for work in document["works"]} == {"letter", "story"}
    assert len(document["problems"]) == 2
    assert "Traceback" not in done.stderr


def test_words_may_come_from_standard_input_of_any_script(
    ada: tuple[str, ...], tmp_path: Path
) -> None:
    file = tmp_path / "brief.txt"
    file.write_text("hallo")
    (work,) = portfolio_json("learner", "add", str(file), "--title", "رسالة 信 ✉", *ada, **SECRET)[
        "works"
    ]
    shown = portfolio_json(
        "learner", "reflect", work["id"], "proud", "أنا فخورة 🎉", *ada, **SECRET
    )
    assert shown["title"] == "رسالة 信 ✉"
    assert shown["reflections"][0]["versions"] == ["أنا فخورة 🎉"]
