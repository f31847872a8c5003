"""Two judgements of one work, criterion by criterion, and what lies between them."""

import pytest

from portfolio_app.model.assessment import (
    Comparison,
    Difference,
    Rating,
    compare,
    read_ratings,
    write_ratings,
)
from rubrics.rubric import Criterion, Level, Rubric

LEVELS = tuple(
    Level(name, name.title(), position=n) for n, name in enumerate(("low", "mid", "high"))
)
RUBRIC = Rubric("r1", "Bridges", criteria=(Criterion("c1", "It holds", levels=LEVELS),))


def _one(mine: str | None, theirs: str | None) -> Comparison:
    def of(level: str | None) -> dict[str, Rating]:
        return {} if level is None else {"c1": Rating(level, "because")}

    (only,) = compare(RUBRIC, of(mine), of(theirs))
    return only


@pytest.mark.parametrize(
    ("mine", "theirs", "difference", "steps"),
    [
        ("mid", "mid", Difference.SAME, 0),
        ("high", "mid", Difference.LEARNER_SAW_MORE, 1),
        ("high", "low", Difference.LEARNER_SAW_MORE, 2),
        ("low", "high", Difference.TEACHER_SAW_MORE, 2),
        ("mid", None, Difference.ONLY_LEARNER, 0),
        (None, "mid", Difference.ONLY_TEACHER, 0),
        (None, None, Difference.NEITHER, 0),
        ("gone", "mid", Difference.ONLY_TEACHER, 0),  # a level of another version of the rubric
        ("low", "gone", Difference.ONLY_LEARNER, 0),
        ("gone", "gone", Difference.NEITHER, 0),
    ],
)
def test_every_difference(
    mine: str | None, theirs: str | None, difference: Difference, steps: int
) -> None:
    found = _one(mine, theirs)
    assert (found.difference, found.steps) == (difference, steps)
    assert (found.mine is None) == (mine in (None, "gone"))


def test_criteria_keep_the_rubrics_order_and_strangers_are_left_out() -> None:
    rubric = Rubric(
        "r2", "Two", criteria=(*RUBRIC.criteria, Criterion("c2", "It is neat", levels=LEVELS))
    )
    mine = {"zz": Rating("low"), "c2": Rating("mid")}
    found = compare(rubric, mine, {"c1": Rating("low")})
    assert [(c.criterion.id, c.difference) for c in found] == [
        ("c1", Difference.ONLY_TEACHER),
        ("c2", Difference.ONLY_LEARNER),
    ]


def test_ratings_come_back_as_written_and_odd_ones_are_left_out() -> None:
    ratings = {"c1": Rating("low", "why"), "c2": Rating("mid")}
    assert read_ratings(write_ratings(ratings)) == ratings
    assert read_ratings(None) == read_ratings([]) == read_ratings({"c1": "low"}) == {}
