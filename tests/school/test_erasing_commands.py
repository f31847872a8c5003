"""The administrator's commands for deleting for good, as somebody types them."""

import json
from pathlib import Path
from typing import Any

import pytest

from portfolio_app import __main__ as program

ROSTER = "Name,Class\nMia Chen,4B\nOmar Haddad,4B\nMia Chen,5A\n"


def test_a_learner_is_erased_when_asked_twice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    roster = tmp_path / "roster.csv"
    roster.write_text(ROSTER, encoding="utf-8")

    def typed(*words: str) -> tuple[int, str, str]:
        command = ["portfolio", "school", *words, "--data", str(tmp_path / "school")]
        monkeypatch.setattr("sys.argv", command)
        status = program.main()
        said = capsys.readouterr()
        return status, said.out, said.err

    def read(*words: str) -> Any:
        return json.loads(typed(*words, "--json")[1])

    typed("init")
    typed("import-roster", str(roster))
    status, _, problem = typed("erase", "Nobody Here")
    assert status == 2
    assert "No learner" in problem
    assert "More than one learner" in typed("erase", "Mia Chen")[2]
    status, said, _ = typed("erase", "omar haddad")
    assert status == 1
    assert "Nothing was changed" in said
    word = said.split("--confirm ")[1].split()[0]
    status, _, problem = typed("erase", "Omar Haddad", "--confirm", "00000000")
    assert status != 0
    assert "does not fit" in problem
    done = read("erase", "Omar Haddad", "--confirm", word)
    assert done["erased"]
    listed = read("erasures")
    assert [one["learner"] for one in listed["erasures"]] == [done["learner"]]
    assert listed["waiting"] == 0
    assert "Every device that held a copy has erased it." in typed("erasures")[1]
    assert read("check")["ok"]
    assert read("tidy")["records"] == 0
    assert "Omar" not in typed("cards")[1]
