"""portfolio school recovery-key and answer, as somebody types them."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from portfolio_app import commands
from portfolio_app.school import app
from portfolio_app.school.database import recovery_rows
from portfolio_app.sealing.recovery_key_file import read_key_file
from portfolio_app.sealing.recovery_texts import question_text, read_answer, read_private_key
from portfolio_app.sealing.school_recovery import RecoveryQuestion, open_answer
from tests.school.forgetting import VAULT_KEY, ask, digits_of, question_for, tell_vault
from tests.school.making import MadeSchool, made_school

PASSPHRASE = "four quiet herons standing"

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs `portfolio school …`: exit status, standard output, standard error."""
    monkeypatch.setenv("PORTFOLIO_RECOVERY_PASSPHRASE", PASSPHRASE)
    monkeypatch.chdir(tmp_path)

    def typed(*arguments: str) -> tuple[int, str, str]:
        status = commands.run(["school", *arguments])
        said = capsys.readouterr()
        return status, said.out, said.err

    return typed


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The folder of a school with nothing open."""
    with made_school(tmp_path / "school"):
        return tmp_path / "school"


def test_a_key_is_made_off_the_server_for_its_owner_alone(run: Run, data: Path) -> None:
    status, out, _ = run("recovery-key", "--data", str(data), "--out", "stick.key", "--json")
    assert status == 0
    path = data.parent / "stick.key"
    assert path.stat().st_mode & 0o777 == 0o600
    key = read_key_file(path.read_bytes(), PASSPHRASE)
    assert json.loads(out) == {"key": key.public_key.hex(), "file": "stick.key"}
    assert key.school == "Hill School"
    _, out, _ = run("recovery-key", "--data", str(data), "--json")
    assert [one["key"] for one in json.loads(out)["keys"]] == [key.public_key.hex()]
    assert not any(key.private_key in one.read_bytes() for one in data.rglob("*") if one.is_file())


def test_a_second_key_takes_the_place_of_the_first_only_when_told(run: Run, data: Path) -> None:
    run("recovery-key", "--data", str(data), "--out", "one.key")
    status, _, err = run("recovery-key", "--data", str(data), "--out", "two.key")
    assert status == 2
    assert "--replace" in err
    assert not (data.parent / "two.key").exists(), "no file is made that would open nothing"
    status, out, _ = run("recovery-key", "--data", str(data), "--paper", "--replace", "--json")
    assert status == 0
    paper = read_private_key(json.loads(out)["paper"])
    _, out, _ = run("recovery-key", "--data", str(data), "--json")
    keys = json.loads(out)["keys"]
    assert [one["ended_ms"] is None for one in keys] == [True, False]
    assert paper.hex() not in out


def test_a_key_may_be_made_on_a_computer_without_the_school(run: Run, data: Path) -> None:
    status, out, _ = run("recovery-key", "--alone", "--out", "stick.key", "--json")
    assert status == 0
    public = json.loads(out)["key"]
    assert run("recovery-key", "--data", str(data), "--public", public)[0] == 0
    _, out, _ = run("recovery-key", "--data", str(data), "--json")
    assert json.loads(out)["keys"][0]["key"] == public


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--out", "school/inside.key"), "must not lie in the school's folder"),
        (("--out", "there.key"), "already"),
        (("--out", "no/such/folder.key"), "cannot be written"),
        (("--public", "zz"), "64 hex digits"),
        (("--public", "00" * 32), "not a public key"),
        (("--public", "00" * 31), "32 bytes"),
        (("--public", "00" * 32, "--paper"), "made elsewhere"),
        (("--alone",), "Say where the private half goes"),
    ],
)
def test_wrong_use_of_a_key_is_said_in_words(
    run: Run, data: Path, arguments: tuple[str, ...], words: str
) -> None:
    (data.parent / "there.key").write_text("somebody's")
    status, out, err = run("recovery-key", "--data", str(data), *arguments)
    assert (status, out) == (2, "")
    assert words in err
    assert (data.parent / "there.key").read_text() == "somebody's"
    assert json.loads(run("recovery-key", "--data", str(data), "--json")[1])["keys"] == []


def test_a_short_passphrase_makes_no_key(
    run: Run, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PORTFOLIO_RECOVERY_PASSPHRASE", "too short")
    status, _, err = run("recovery-key", "--data", str(data), "--out", "stick.key")
    assert status == 2
    assert "at least 12" in err
    assert not (data.parent / "stick.key").exists()
    monkeypatch.delenv("PORTFOLIO_RECOVERY_PASSPHRASE")
    status, _, err = run("recovery-key", "--data", str(data), "--out", "stick.key")
    assert status == 2
    assert "PORTFOLIO_RECOVERY_PASSPHRASE" in err


def test_answering_at_the_school_is_written_down(run: Run, tmp_path: Path) -> None:
    with made_school(tmp_path / "school") as made:
        key, question = _asked(run, made)
        common = ("answer", question.request.id[:6], "--data", str(made.data))
        _, out, _ = run("answer", "--data", str(made.data), "--json")
        (waiting,) = json.loads(out)["waiting"]
        assert (waiting["learner"], waiting["digits_seen"]) == ("Mia Chen", False)
        for arguments, words in (
            ((), "--digits"),
            (("--digits", "0" * 12), "Give the school's recovery key"),
            (("--digits", "0" * 12, "--key", "none.key"), "cannot be read"),
            (("--digits", "0" * 12, "--key", "stick.key"), "not the digits"),
        ):
            status, out, err = run(*common, *arguments)
            assert (status, out) == (2, ""), words
            assert words in err
        status, out, _ = run(*common, "--digits", digits_of(question), "--key", "stick.key")
        assert status == 0
        assert "Mia Chen may choose a new secret" in out
        status, _, err = run(*common[:1], question.request.id, *common[2:], "--digits", "1")
        assert status == 2
        assert "answered already" in err
        kept = made.school.database.read(lambda t: recovery_rows.question(t, question.request.id))
        assert kept is not None
        assert (kept.state, kept.closed_by) == ("answered", "office")
        assert key.hex() not in json.dumps(kept.document)
        assert run("answer", "ffff", "--data", str(made.data))[0] == 2


def test_answering_by_text_with_the_key_on_paper(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with made_school(tmp_path / "school") as made:
        key, question = _asked(run, made)
    _, out, _ = run("recovery-key", "--alone", "--paper", "--json")
    other = json.loads(out)["paper"]
    (tmp_path / "q.txt").write_text(question_text(question.request))
    common = ("answer", "--text", "q.txt", "--digits", digits_of(question), "--json")
    status, out, _ = run(*common, "--key", "stick.key")
    assert status == 0
    question_id, answer = read_answer(json.loads(out)["answer"])
    assert question_id == question.request.id
    assert open_answer(question, answer) == VAULT_KEY
    wrong = ("answer", "--text", "q.txt", "--digits", "0" * 12, "--key", "stick.key")
    status, out, err = run(*wrong)
    assert (status, out) == (2, "")
    assert "not the digits" in err
    monkeypatch.setenv("PORTFOLIO_RECOVERY_PAPER", other)
    status, out, err = run(*common, "--paper")
    assert (status, out) == (2, "")
    assert "another recovery key" in err
    assert key.hex() not in out + err


def _asked(run: Run, made: MadeSchool) -> tuple[bytes, RecoveryQuestion]:
    """A school with a key in stick.key, and a learner's question that waits."""
    device = made.join("4B")
    made.clock.ms = app.now_ms()  # the commands go by the real one
    run("recovery-key", "--data", str(made.data), "--out", "stick.key")
    raw = (made.data.parent / "stick.key").read_bytes()
    key = read_key_file(raw, PASSPHRASE).private_key
    assert tell_vault(device).status_code == 200
    question = question_for(key)

    assert ask(made, question).status_code == 200
    return key, question
