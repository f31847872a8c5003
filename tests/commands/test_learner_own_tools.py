"""Goals, profile, drafts and progress on the command line, in this process: starting costs more."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from portfolio_app.commands import run

Learner = Callable[..., Any]


@pytest.fixture
def ada(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Learner:
    """Runs one verb as Ada and gives its document, its lines, or its exit status."""
    monkeypatch.setenv("PORTFOLIO_SECRET", "2468")
    who = ("--data", str(tmp_path / "device"), "--learner", "Ada")

    def learner(verb: str, *rest: str, as_lines: bool = False, status: int = 0) -> Any:
        ran = run(["learner", verb, *who, *rest, *([] if as_lines else ["--json"])])
        said = capsys.readouterr()
        assert ran == status, said.err
        if status:
            return said.err
        return said.out if as_lines else json.loads(said.out)

    learner("new")
    return learner


def test_a_week_of_a_learner(tmp_path: Path, ada: Learner) -> None:
    (tmp_path / "letter.txt").write_text("Dear grandma", encoding="utf-8")
    ada("add", str(tmp_path / "letter.txt"), "--title", "Letter")
    ada("goal", "new", "Write", "--why", "For grandma")
    ada("goal", "step", "Write", "Begin")
    ada("goal", "done", "Begin", "--work", "Letter")
    ada("goal", "check-in", "Write", "well", "Nearly")
    (goal,) = ada("goal", "finish", "Write", "Sent it")["goals"]
    assert [step["state"] for step in goal["steps"]] == ["done"]
    assert goal["finished"]
    (stone,) = ada("goal", "roadmap")["roadmap"]
    assert [event["what"] for event in stone["events"]] == ["began", "step", "check_in", "finished"]

    rubric = ada("list", "rubrics")["rubrics"][0]
    judged = ("assess", "Letter", rubric["id"], "1=2", "--pin", "1=Letter")
    begun = ada(*judged, "--draft")
    assert len(begun["drafts"]) == 1
    assert begun["self_assessments"] == []
    shown = ada(*judged)
    assert shown["drafts"] == []
    assert [len(pins) for pins in shown["self_assessments"][0]["pins"].values()] == [1]
    known = ada("progress")
    (one,) = known["competencies"]
    assert one["mine"]["level"] == rubric["criteria"][0]["levels"][1]["name"]
    assert one["theirs"] is None
    assert [part["what"] for part in one["missing"]] == ["pieces", "contexts"]
    lines = ada("progress", as_lines=True)
    assert lines.startswith("Level: latest. Enough: 3 pieces, 2 contexts, 1 within 90 days.")

    said = ada("profile", "interests", "Whales")
    assert [entry["words"] for entry in said["topics"]["interests"]["now"]] == ["Whales"]
    assert "interests" not in {one["topic"] for one in said["look_again"]}


def test_wrong_use_is_a_sentence(ada: Learner) -> None:
    for wrong in (
        ("goal", "step", "only a goal"),
        ("goal", "list", "too", "much"),
        ("goal", "step", "no such goal", "Begin"),
        ("goal", "done", "no such step"),
        ("goal", "accept", "nothing"),
        ("goal", "new", " "),
        ("profile", "needs", "Quiet", "--visible", "family"),
    ):
        assert ada(*wrong, status=2).startswith("portfolio: ")


@pytest.mark.parametrize("wrong", [("goal", "frobnicate"), ("profile", "style", "visual")])
def test_an_unknown_word_is_refused(wrong: tuple[str, ...], ada: Learner) -> None:
    with pytest.raises(SystemExit) as left:
        ada(*wrong)
    assert left.value.code == 2
