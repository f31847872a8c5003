"""Programs from nothing, as a terminal starts them; elsewhere `tests.nursery` makes them."""

import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from tests.processes import begin, portfolio
from tests.quick_secrets import REAL


def from_nothing(*arguments: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "portfolio_app", *arguments],
        capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL,
        env={**os.environ, "PORTFOLIO_SECRET": "2468"},
    )  # fmt: skip


@pytest.mark.parametrize(
    "arguments",
    [("school", "cards", "--data", "nowhere"), ("learner", "nothing")],
)
def test_a_program_of_the_nursery_says_what_one_from_nothing_says(
    arguments: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    told, expected = portfolio(*arguments, PORTFOLIO_SECRET="2468"), from_nothing(*arguments)
    assert (told.returncode, told.stdout) == (expected.returncode, expected.stdout)
    assert told.stderr == expected.stderr


def test_a_school_and_a_learner_from_nothing(tmp_path: Path) -> None:
    data = ("--data", str(tmp_path))
    for arguments in (("school", "init", *data), ("learner", "new", "--learner", "Ada", *data)):
        done = from_nothing(*arguments)
        assert (done.returncode, done.stderr) == (0, "")
        assert done.stdout
    kept = "".join(path.read_text() for path in tmp_path.rglob("keys*.json"))
    assert f'"memory_kib":{REAL["ARGON2ID_MEMORY_KIB"]}' in kept, "stretched for real"


def test_each_program_of_the_nursery_is_alone(tmp_path: Path) -> None:
    """One has nothing of another's environment, folder or files, and ends as it ends."""
    assert "nowhere" in portfolio("school", "cards", PORTFOLIO_DATA="nowhere").stderr
    assert "nowhere" not in portfolio("school", "cards", PORTFOLIO_DATA=str(tmp_path)).stderr
    with tempfile.TemporaryFile() as out:
        kept, killed = (
            begin(
                ["learner", "new", "--learner", "Ada", "--data", str(tmp_path / name)],
                {"PORTFOLIO_SECRET": "2468"}, out=out, errors=out,
            )
            for name in ("kept", "killed")
        )  # fmt: skip
        killed.send_signal(signal.SIGKILL)
        assert killed.wait(60) == -signal.SIGKILL
        assert kept.wait(60) == kept.poll() == 0
