"""portfolio school …: each verb as somebody types it, in a process of its own."""

import json
from pathlib import Path

import pytest

from tests.conftest import SAMPLES
from tests.processes import portfolio, portfolio_json

PRIMARY = Path(__file__).parents[2] / "rubrics"
CASE = SAMPLES / "case" / "case11-japanese-with-rubrics.json"


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A school with a class from a roster."""
    folder = tmp_path_factory.mktemp("commands")
    made = portfolio_json(
        "school", "init", "--data", str(folder / "s"), "--teacher", "t@example.org",
        "--class", "4B", "--name", "Hill School",
    )  # fmt: skip
    assert len(made["teacher"]["password"]) >= 16
    assert made["class"]["name"] == "4B"
    (folder / "roster.csv").write_text("Name,Class\nMia Chen,5A\nOmar Haddad,5A\n", "utf-8")
    return folder / "s"


def test_a_school_is_made_once(data: Path) -> None:
    again = portfolio("school", "init", "--data", str(data))
    assert again.returncode == 2
    assert "already" in again.stderr
    assert again.stdout == ""


def test_a_roster_then_cards_then_a_check(data: Path) -> None:
    roster = str(data.parent / "roster.csv")
    first = portfolio_json("school", "import-roster", roster, "--data", str(data))
    assert first["new"] == {
        "classes": 1, "teachers": 0, "learners": 2, "memberships": 2, "renamed": 0,
    }  # fmt: skip
    second = portfolio_json("school", "import-roster", roster, "--data", str(data))
    assert not any(second["new"].values())
    page = data.parent / "cards.html"
    one = portfolio_json("school", "cards", "--data", str(data), "--html", str(page))
    two = portfolio_json("school", "cards", "--data", str(data))
    assert one == two
    assert [learner["name"] for learner in one["classes"][1]["learners"]] == [
        "Mia Chen", "Omar Haddad",
    ]  # fmt: skip
    printed = page.read_text("utf-8")
    assert one["classes"][0]["code"] in printed
    assert printed.count("<svg") == 4
    checked = portfolio_json("school", "check", "--data", str(data))
    assert checked["ok"] is True


def test_a_teacher_gets_a_password_and_the_classes_without_a_teacher(data: Path) -> None:
    made = portfolio_json("school", "teacher", "new@example.org", "--data", str(data))
    again = portfolio_json("school", "teacher", "new@example.org", "--data", str(data))
    assert made["teacher"]["id"] == again["teacher"]["id"]
    assert made["teacher"]["password"] != again["teacher"]["password"]
    roster = str(data.parent / "roster.csv")
    done = portfolio_json(
        "school", "import-roster", roster, "--teacher", "new@example.org", "--data", str(data)
    )
    assert done["new"]["memberships"] >= 1


@pytest.mark.skipif(not CASE.is_file(), reason="the sample frameworks are not on this machine")
def test_a_framework_and_its_rubrics_reach_every_class_once(data: Path) -> None:
    framework = portfolio_json("school", "import-framework", str(CASE), "--data", str(data))
    assert framework["new_in_classes"] == framework["classes"] >= 1
    rubric = portfolio_json("school", "import-rubric", str(CASE), "--data", str(data))
    assert rubric["taken"]["rubrics"] == 2
    again = portfolio_json("school", "import-framework", str(CASE), "--data", str(data))
    assert again["new_in_classes"] == 0


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (("import-roster", "nowhere.csv"), 2),
        (("import-framework", __file__), 2),
        (("import-rubric", "/dev/null"), 2),
        (("cards", "--class", "9Z"), 2),
        (("serve", "--host", "0.0.0.0"), 2),  # noqa: S104 - refused, which is the point
        (("serve", "--tls-cert", "x"), 2),
        (("init", "--address", "nonsense"), 2),
        (("nothing",), 2),
    ],
)
def test_wrong_use_is_said_in_words(data: Path, arguments: tuple[str, ...], status: int) -> None:
    verb, *rest = arguments
    done = portfolio("school", verb, *rest, "--data", str(data), "--json")
    assert done.returncode == status
    assert done.stdout == ""
    assert "Traceback" not in done.stderr
    assert done.stderr.strip()


def test_a_folder_without_a_school_is_said_to_be_one(tmp_path: Path) -> None:
    for verb in ("serve", "cards", "check"):
        done = portfolio("school", verb, "--data", str(tmp_path), "--json")
        assert (done.returncode, done.stdout) == (2, "")
        assert "There is no school in" in done.stderr


def test_damage_makes_the_check_fail(tmp_path: Path) -> None:
    data = tmp_path / "s"
    portfolio_json("school", "init", "--data", str(data))
    path = data / "school.sqlite"
    raw = bytearray(path.read_bytes())
    place = raw.find(b"school_made")
    raw[place : place + 6] = b"nobody"
    path.write_bytes(raw)
    done = portfolio("school", "check", "--data", str(data), "--json")
    assert done.returncode == 1
    assert json.loads(done.stdout)["problems"]
