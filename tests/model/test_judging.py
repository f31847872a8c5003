"""Drafts, both sides, history, what is sealed, and evidence pinned to a criterion."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from portfolio_app.model import values
from portfolio_app.model.artifact import Work
from portfolio_app.model.assessment import Difference, Feedback, Rating, SelfAssessment
from portfolio_app.model.judging import (
    Begun,
    Draft,
    as_teacher_sees,
    both_sides,
    draft_id,
    over_time,
    read_begun,
    write_begun,
)
from portfolio_app.model.pins import Pin, Pins, read_pins, write_pins
from rubrics.rubric import Criterion, Level, Rubric

LEVELS = tuple(Level(name, name, position=n) for n, name in enumerate(("low", "mid", "high")))
RUBRIC = Rubric("r1", "Bridges", criteria=(Criterion("c1", "It holds", levels=LEVELS),))
OLDER = replace(RUBRIC, source_hash="a" * 64, criteria=(
    Criterion("c1", "It holds", levels=(LEVELS[2], LEVELS[0])),))  # fmt: skip
PIN = Pin("w1", "f1", (0.25, 0.5), (10, 20), "here")


def rubric_of(rubric: str, source: str) -> Rubric | None:
    return {("r1", ""): RUBRIC, ("r1", "a" * 64): OLDER}.get((rubric, source))


def mine(name: str, at_ms: int, level: str, source: str = "") -> SelfAssessment:
    chosen = {"c1": Rating(level, "because")}
    return SelfAssessment(name, "w1", "r1", chosen, at_ms, source, {"c1": (PIN,)})


def theirs(at_ms: int, level: str | None, names: str = "", rubric: str = "r1") -> Feedback:
    chosen = {} if level is None else {"c1": Rating(level)}
    return Feedback(f"f{at_ms}", "w1", names, rubric, chosen, "words", "", "Ms Lee", at_ms)


def work(*said: SelfAssessment | Feedback) -> Work:
    own = tuple(one for one in said if isinstance(one, SelfAssessment))
    other = tuple(one for one in said if isinstance(one, Feedback))
    return Work("w1", "", (), 0, (), (), self_assessments=own, feedback=other)


def test_every_answer_stands_beside_what_it_answers() -> None:
    one = work(mine("s1", 1, "low"), theirs(2, "high", "s1"), mine("s2", 3, "high"),
               theirs(4, "mid"), theirs(5, None), theirs(6, "low", "gone"))  # fmt: skip
    first, second, third = both_sides(one, rubric_of)
    assert (first.mine, first.lines[0].difference) == (
        one.self_assessments[0], Difference.TEACHER_SAW_MORE,
    )  # fmt: skip
    assert (second.mine, second.lines[0].difference) == (
        one.self_assessments[1], Difference.LEARNER_SAW_MORE,
    )  # fmt: skip
    assert (third.mine, third.lines[0].difference) == (None, Difference.ONLY_TEACHER)


def test_lines_follow_the_version_that_the_learner_judged_by() -> None:
    one = work(mine("s1", 1, "low", "a" * 64), theirs(2, "high", "s1"))
    (sides,) = both_sides(one, rubric_of)
    assert sides.lines[0].difference is Difference.LEARNER_SAW_MORE
    missing = work(mine("s1", 1, "low", "b" * 64), theirs(2, "high", "s1"))
    assert both_sides(missing, rubric_of)[0].lines[0].difference is Difference.TEACHER_SAW_MORE
    assert both_sides(missing, lambda *_: None) == ()


def test_how_a_criterion_was_judged_over_time() -> None:
    said = (mine("s1", 1, "low"), mine("s2", 2, "gone"), mine("s3", 3, "high"))
    found = over_time(said, RUBRIC, RUBRIC.criteria[0])
    assert [(one.at_ms, one.place, one.levels) for one in found] == [(1, 0, 3), (3, 2, 3)]
    assert over_time(said, replace(RUBRIC, id="r2"), RUBRIC.criteria[0]) == ()


@pytest.mark.parametrize(
    ("answers", "is_sealed"),
    [
        ((), True),
        ((theirs(5, None),), True),  # words alone do not open it
        ((theirs(5, "low", "s1"),), False),
        ((theirs(5, "low"),), False),
        ((theirs(1, "low", "s1"),), False),  # it names it, whatever the clocks said
        ((theirs(1, "low"),), True),  # an answer from before
        ((theirs(5, "low", rubric="r2"),), True),
    ],
)
def test_a_class_may_seal_until_the_teacher_has_rated(
    answers: tuple[Feedback, ...], is_sealed: bool
) -> None:
    one = work(mine("s1", 2, "low"), *answers)
    (shown,) = as_teacher_sees(one, is_sealed=True).self_assessments
    assert shown.is_sealed == is_sealed
    assert (shown.id, shown.rubric, shown.at_ms) == ("s1", "r1", 2)
    assert (not shown.ratings and not shown.pins) == is_sealed
    assert as_teacher_sees(one, is_sealed=False) is one
    assert as_teacher_sees(one, is_sealed=True).is_waiting_for_teacher == one.is_waiting_for_teacher


def test_a_newer_judgement_is_sealed_again() -> None:
    one = work(mine("s1", 1, "low"), theirs(2, "mid", "s1"), mine("s2", 3, "high"))
    shown = as_teacher_sees(one, is_sealed=True).self_assessments
    assert [each.is_sealed for each in shown] == [False, True]


def test_drafts_of_two_devices_stand_side_by_side_and_the_same_counts_once() -> None:
    first = {"ratings": {"c1": {"level": "low"}}}
    other = {"ratings": {"c1": {"why": "so far"}}, "pins": {"c1": [{"work": "w1"}]}}
    draft = Draft.read({"id": "d1", "artifact": "w1", "begun": [other, first, other, {}, "odd"]})
    assert draft.versions == (
        Begun({"c1": Rating("", "so far")}, {"c1": (Pin("w1"),)}),
        Begun({"c1": Rating("low")}),
    )
    assert draft.newest == draft.versions[0]
    assert Draft.read({"id": "d1"}).newest.is_empty
    assert draft_id("w1", "r1") == draft_id("w1", "r1") != draft_id("w1", "r2")
    assert values.identifier(draft_id("w1", "r1")) is None


_FRACTIONS = st.integers(0, 10_000).map(lambda n: n / 10_000)
_TIMES = st.tuples(st.integers(0, 10**7), st.integers(0, 10**7)).map(lambda t: (min(t), max(t)))
_PINS: Any = st.one_of(
    st.builds(Pin, st.just("w1"), note=st.text("abc é🦊", max_size=9)),
    st.builds(
        Pin,
        st.just("w1"),
        st.just("f1"),
        st.none() | st.tuples(_FRACTIONS, _FRACTIONS),
        st.none() | _TIMES,
        st.text("abc", max_size=9),
    ),
)
_PINNED = st.dictionaries(
    st.sampled_from(["c1", "c2", "c3"]), st.lists(_PINS, min_size=1, max_size=4).map(tuple)
)
_RATED = st.dictionaries(
    st.sampled_from(["c1", "c2"]), st.builds(Rating, st.sampled_from(["", "low"]), st.just("why"))
)


@settings(max_examples=40, deadline=None)
@given(_PINNED, _RATED)
def test_pins_and_drafts_come_back_as_written_and_fit_the_table(
    pins: Pins, ratings: dict[str, Rating]
) -> None:
    assert read_pins(write_pins(pins)) == pins
    assert values.pins(write_pins(pins)) is None
    begun = Begun(ratings, pins)
    assert read_begun(write_begun(begun)) == begun
    assert values.draft(write_begun(begun)) is None
    assert (write_begun(begun) == {}) == begun.is_empty


@pytest.mark.parametrize("stored", [None, [], "x", {"c1": "x"}, {"c1": ["x"]}, {"c1": []}])
def test_odd_pins_are_left_out(stored: object) -> None:
    assert read_pins(stored) == {}


def test_half_a_place_is_no_place() -> None:
    (pin,) = read_pins({"c1": [{"work": "w1", "x": 0.5, "from_ms": 7}]})["c1"]
    assert (pin.place, pin.span_ms) == (None, (7, 7))
