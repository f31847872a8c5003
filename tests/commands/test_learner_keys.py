"""Badges, recovery codes and the school's answer on the command line."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from portfolio_app.sealing.hpke import new_private_key, public_key_of
from portfolio_app.sealing.recovery_texts import answer_text, read_question
from portfolio_app.sealing.school_recovery import answer_request
from portfolio_app.student.learner import find_vault, open_portfolio, open_vaults
from tests.processes import portfolio, portfolio_json

OLD, NEW = {"PORTFOLIO_SECRET": "2468"}, {"PORTFOLIO_SECRET": "1357"}


@pytest.fixture
def ada(tmp_path: Path) -> tuple[str, ...]:
    who = ("--data", str(tmp_path / "device"), "--learner", "Ada")
    portfolio_json("learner", "new", *who, **OLD)
    return who


@pytest.mark.parametrize(
    ("verb", "field"), [("badge", "badge"), ("recovery-code", "recovery_code")]
)
def test_a_code_sets_a_new_secret(ada: tuple[str, ...], verb: str, field: str) -> None:
    code = portfolio_json("learner", verb, *ada, **OLD)[field]
    assert verb.partition("-")[0] in portfolio_json("learner", "ways", *ada)["ways"]
    portfolio_json("learner", "unlock-with", verb, *ada, PORTFOLIO_CODE=code.lower(), **NEW)
    assert portfolio_json("learner", "list", *ada, **NEW)["works"] == []
    refused = portfolio("learner", "list", *ada, **OLD)
    assert refused.returncode == 2


def test_a_wrong_or_missing_code_changes_nothing(ada: tuple[str, ...]) -> None:
    code = portfolio_json("learner", "badge", *ada, **OLD)["badge"]
    newer = portfolio_json("learner", "badge", *ada, **OLD)["badge"]
    for wrong in (code, newer[:-2], ""):
        unlock = ("learner", "unlock-with", "badge", *ada)
        done = portfolio(*unlock, PORTFOLIO_CODE=wrong, **NEW)
        assert done.returncode == 2
        assert not wrong or wrong not in done.stderr
        assert "Traceback" not in done.stderr
    wrong_kind = ("learner", "unlock-with", "recovery-code", *ada)
    assert portfolio(*wrong_kind, PORTFOLIO_CODE=newer, **NEW).returncode == 2
    portfolio_json("learner", "list", *ada, **OLD)


def test_a_badge_needs_the_secret(ada: tuple[str, ...]) -> None:
    assert portfolio("learner", "badge", *ada, **NEW).returncode == 2
    assert portfolio_json("learner", "ways", *ada)["ways"] == ["secret"]


def test_the_schools_answer_comes_as_text(tmp_path: Path, ada: tuple[str, ...]) -> None:
    private = new_private_key()
    vaults = open_vaults(tmp_path / "device")
    opened = open_portfolio(vaults, find_vault(vaults, "Ada").id, "2468")
    vaults.ways.set_school_key(opened.vault.id, public_key_of(private), now_ms=1)
    opened.close()
    ask = [sys.executable, "-m", "portfolio_app", "learner", "ask-school", "--by-text", "--json"]
    asked = subprocess.Popen(
        [*ask, *ada], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        text=True, env=_environment(NEW),
    )  # fmt: skip
    assert asked.stderr is not None
    digits = asked.stderr.readline().rpartition(": ")[2].strip()
    request = read_question(asked.stderr.readline())
    answer = answer_text(request.id, answer_request(private, request))
    out, err = asked.communicate(answer, timeout=60)
    assert asked.returncode == 0, err
    assert json.loads(out) == {"answered": True, "comparison": digits}
    portfolio_json("learner", "list", *ada, **NEW)


def test_without_a_school_there_is_nobody_to_ask(ada: tuple[str, ...]) -> None:
    for more in (("https://school.example",), ("--by-text",), ()):
        done = portfolio("learner", "ask-school", *more, *ada, **NEW)
        assert done.returncode == 2
        assert "Traceback" not in done.stderr


def _environment(more: dict[str, str]) -> dict[str, str]:
    return {**os.environ, **more}
