"""How often both saw the same: tables worked out by hand, and faults that would be seen."""

import pytest

from portfolio_app.model.calibration import LATELY, Agreement, Trend, agreement
from portfolio_app.model.gathering import Judge
from portfolio_app.model.progress import Judged
from tests.model.test_progress import FOUR, levels


def marks(*told: tuple[str, str, int]) -> list[Judged]:
    """(who, work, place) one after the other."""
    judges = {"me": Judge.LEARNER, "teacher": Judge.TEACHER}
    return [
        Judged(work, at_ms, judges[who], place, FOUR, "holds")
        for at_ms, (who, work, place) in enumerate(told)
    ]


def both(*pairs: bool) -> list[Judged]:
    """One work for each pair: both the same, or not."""
    told = []
    for number, is_same in enumerate(pairs):
        work = f"w{number}"
        told += [("me", work, 1), ("teacher", work, 1 if is_same else 2)]
    return marks(*told)


def test_before_any_answer_there_is_nothing_to_say() -> None:
    assert agreement([]) is None
    assert agreement(marks(("me", "w", 1), ("me", "w", 2))) is None
    assert agreement(marks(("teacher", "w", 1))) is None, "the learner had not judged"
    assert agreement(marks(("teacher", "w", 1), ("me", "w", 1))) is None, "not answered yet"


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ([("me", "w", 1), ("teacher", "w", 1)], Agreement(1, 1)),
        ([("me", "w", 1), ("teacher", "w", 2)], Agreement(0, 1)),
        ([("me", "w", 1), ("me", "w", 2), ("teacher", "w", 2)], Agreement(1, 1)),
        ([("me", "w", 1), ("teacher", "v", 1)], None),
        ([("me", "w", 1), ("teacher", "w", 1), ("teacher", "w", 3)], Agreement(1, 1)),
        (
            [("me", "w", 1), ("teacher", "w", 2), ("me", "w", 2), ("teacher", "w", 2)],
            Agreement(1, 2),
        ),
    ],
)
def test_each_answer_stands_beside_what_it_answers(
    told: list[tuple[str, str, int]], expected: Agreement | None
) -> None:
    assert agreement(marks(*told)) == expected


def test_only_the_newest_answers_count_and_only_closer_has_a_name() -> None:
    assert agreement(both(*[False] * 9, *[True] * 4)) == Agreement(4, LATELY, Trend.CLOSER)
    assert agreement(both(*[True] * 5, *[False] * 5)) == Agreement(0, LATELY)
    assert agreement(both(*[True] * 5, *[True] * 5)) == Agreement(5, LATELY)
    assert agreement(both(*[False] * 4, *[True] * 5)) == Agreement(5, LATELY), "too few before"


def test_another_version_of_the_rubric_counts_by_the_level_itself() -> None:
    shorter = levels("one", "three", "four")
    first = Judged("w", 1, Judge.LEARNER, 2, FOUR, "holds")
    same = Judged("w", 2, Judge.TEACHER, 1, shorter, "holds")
    other = Judged("w", 2, Judge.TEACHER, 2, shorter, "holds")
    assert agreement([first, same]) == Agreement(1, 1)
    assert agreement([first, other]) == Agreement(0, 1)
