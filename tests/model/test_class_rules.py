"""What classes decided: the newest decision counts, and one class that seals is enough."""

from typing import Any

import pytest

from portfolio_app.model.class_rules import ClassRules, read_class_rules, rule_fields
from portfolio_app.model.enough import EnoughRule
from portfolio_app.model.level_rules import LevelRule


def decided(scope: str, at_ms: int, **fields: Any) -> tuple[str, dict[str, Any]]:
    return scope, {"id": f"r{at_ms}", "at_ms": at_ms, **fields}


def test_where_nobody_decided_the_usual_rules_hold() -> None:
    usual = read_class_rules([])
    assert usual == ClassRules(False, LevelRule("latest", 65), EnoughRule(3, 2, 1, 90, 0))


def test_of_each_question_the_newest_decision_counts() -> None:
    rules = read_class_rules(
        [
            decided("c/a", 30, level_method="best"),
            decided("c/a", 10, level_method="decaying_average", newest_percent=80),
            decided("c/b", 20, enough={"pieces": 5, "recent_days": 30}),
        ]
    )
    assert rules.level == LevelRule("best", 80)
    assert rules.enough == EnoughRule(5, 2, 1, 30, 0)


@pytest.mark.parametrize(
    ("decisions", "seals"),
    [
        ([("c/a", 1, True)], True),
        ([("c/a", 1, True), ("c/a", 2, False)], False),
        ([("c/a", 2, True), ("c/a", 1, False)], True),
        ([("c/a", 1, True), ("c/b", 2, False)], True),
    ],
)
def test_one_class_that_seals_is_enough(
    decisions: list[tuple[str, int, bool]], seals: bool
) -> None:
    records = [decided(scope, at, seals_self_assessment=is_on) for scope, at, is_on in decisions]
    assert read_class_rules(records).seals == seals


def test_what_a_newer_program_decided_is_passed_over() -> None:
    odd = decided("c/a", 1, level_method="median", newest_percent=0, enough=["x"])
    assert read_class_rules([odd]) == ClassRules()


def test_rules_come_back_from_the_record_they_are_kept_in() -> None:
    chosen = ClassRules(True, LevelRule("best", 80), EnoughRule(4, 3, 2, 30, 1))
    assert read_class_rules([("c/1", {**rule_fields(chosen), "at_ms": 1})]) == chosen
