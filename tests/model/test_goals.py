"""Goals as assembled from records: steps, check-ins, what a coach proposes, and the story."""

from typing import Any

import pytest

from portfolio_app.model.enough import DAY_MS
from portfolio_app.model.goal import (
    OPEN_STEPS_LIMIT,
    Goal,
    StepState,
    assemble_goals,
    proposed_step_id,
    roadmap,
    room_for_steps,
    wanted_competencies,
)
from portfolio_app.model.people import BANDS

NOW_MS = 1_790_000_000_000


def goals(*records: tuple[str, dict[str, Any]]) -> tuple[Goal, ...]:
    return assemble_goals(records)


def goal(name: str = "g1", **fields: Any) -> tuple[str, dict[str, Any]]:
    return "goal", {"id": name, "title": name, "made_ms": 10, **fields}


def step(name: str, of: str = "g1", **fields: Any) -> tuple[str, dict[str, Any]]:
    return "step", {"id": name, "goal": of, "title": name, "made_ms": 11, **fields}


def check_in(name: str, going: str, at_ms: int, **fields: Any) -> tuple[str, dict[str, Any]]:
    return "check_in", {"id": name, "goal": "g1", "going": going, "at_ms": at_ms, **fields}


def proposal(name: str, **fields: Any) -> tuple[str, dict[str, Any]]:
    return "proposal", {"id": name, "goal": "g1", "steps": ["a", "b"], "at_ms": 5, **fields}


def test_a_goal_is_assembled_from_whatever_has_arrived() -> None:
    (bare,) = goals(("goal", {"id": "g1"}), step("s1", "other"), ("artifact", {"id": "w1"}))
    assert bare == Goal("g1", "")
    (full,) = goals(
        goal(why=["new", "old"], competencies=["fw/a"], story=["done"], finished_ms=99),
        step("s2", position=1), step("s1", position=0), step("gone", binned_ms=5),
        check_in("c2", "well", 30), check_in("c1", "stuck", 20, words=["help"]),
        proposal("p1", by="Ms Lee", words="Try this", step=None),
        ("proposal_answer", {"id": "x", "proposal": "p1", "answer": "declined", "words": ["no"]}),
    )  # fmt: skip
    assert [one.id for one in full.steps] == ["s1", "s2"]
    assert [one.id for one in full.check_ins] == ["c1", "c2"]
    assert full.reasons == ("new", "old")
    (coach,) = full.proposals
    assert (coach.answer, coach.answer_words, coach.is_split) == ("declined", ("no",), False)
    assert full.waiting_proposals == ()


@pytest.mark.parametrize(
    ("fields", "state"),
    [
        ({}, StepState.LATER),
        ({"started_ms": 5}, StepState.OPEN),
        ({"started_ms": 5, "finished_ms": 6}, StepState.DONE),
        ({"finished_ms": 6}, StepState.DONE),
    ],
)
def test_where_a_step_is(fields: dict[str, Any], state: StepState) -> None:
    (one,) = goals(goal(), step("s1", **fields))
    assert one.steps[0].state is state
    assert bool(one.open_steps) == (state is StepState.OPEN)


def test_stuck_is_what_was_said_last() -> None:
    said = [check_in("c1", "well", 20), check_in("c2", "stuck", 30)]
    assert goals(goal(), *said)[0].is_stuck
    assert not goals(goal(), *said, check_in("c3", "slowly", 40))[0].is_stuck
    assert not goals(goal(finished_ms=50), *said)[0].is_stuck
    assert not goals(goal())[0].is_stuck


def test_when_it_is_time_to_ask_how_it_goes() -> None:
    old = NOW_MS - 14 * DAY_MS
    assert goals(goal(made_ms=old))[0].is_check_in_due(NOW_MS)
    assert not goals(goal(made_ms=old + 1))[0].is_check_in_due(NOW_MS)
    assert not goals(goal(made_ms=old), check_in("c", "well", NOW_MS))[0].is_check_in_due(NOW_MS)
    assert not goals(goal(made_ms=old, finished_ms=5))[0].is_check_in_due(NOW_MS)
    assert not goals(goal(made_ms=old, binned_ms=5))[0].is_check_in_due(NOW_MS)


def test_open_steps_are_limited_by_age_over_all_goals() -> None:
    assert set(OPEN_STEPS_LIMIT) == set(BANDS)
    assert [OPEN_STEPS_LIMIT[band] for band in BANDS] == sorted(OPEN_STEPS_LIMIT.values())
    found = goals(
        goal(), goal("g2"), goal("g3", finished_ms=1), goal("g4", binned_ms=1),
        step("s1", started_ms=1), step("s2", "g2", started_ms=1),
        step("s3", "g3", started_ms=1), step("s4", "g4", started_ms=1), step("s5"),
        step("s6", started_ms=1, finished_ms=2), step("s7", started_ms=1, binned_ms=2),
    )  # fmt: skip
    assert room_for_steps(found, "8-10") == 1
    assert room_for_steps(found, "5-7") == 0
    both = goals(goal(), *(step(f"s{n}", started_ms=1) for n in range(9)))
    assert room_for_steps(both, "8-10") == 0, "two devices opened too many"


def test_my_goals_first_when_a_work_is_tagged() -> None:
    found = goals(
        goal(competencies=["fw/a", "fw/b"]), step("s1", started_ms=1, competencies=["fw/c"]),
        step("s2", competencies=["fw/later"]), goal("g2", made_ms=20, competencies=["fw/b"]),
        goal("g3", finished_ms=1, competencies=["fw/done"]),
    )  # fmt: skip
    assert wanted_competencies(found) == ("fw/b", "fw/c", "fw/a")


def test_the_roadmap_tells_finished_goals_as_stories_and_then_what_lies_ahead() -> None:
    found = goals(
        goal("g1", why=["I want to"], finished_ms=90, story=["I did it"]),
        goal("g2", made_ms=5), goal("g3", made_ms=1, finished_ms=50), goal("g4", binned_ms=1),
        step("s1", finished_ms=40, evidence=["w1"]), step("open", started_ms=1),
        check_in("c1", "stuck", 30, words=["hard"]), proposal("p1"),
    )  # fmt: skip
    way = roadmap(found)
    assert [one.goal.id for one in way] == ["g3", "g1", "g2"]
    assert [(one.what, one.words, one.works) for one in way[1].events] == [
        ("began", "I want to", ()), ("check_in", "hard", ()), ("step", "s1", ("w1",)),
        ("finished", "I did it", ()),
    ]  # fmt: skip
    assert [one.what for one in way[2].events] == ["began"]


def test_the_end_of_a_story_is_its_end_whatever_the_clock_said() -> None:
    found = goals(goal(finished_ms=20), check_in("c1", "well", 9_999))
    assert [one.what for one in roadmap(found)[0].events] == ["began", "check_in", "finished"]


def test_a_proposed_step_has_one_id_everywhere() -> None:
    assert proposed_step_id("p1", 0) == proposed_step_id("p1", 0)
    ids = {proposed_step_id(one, number) for one in ("p1", "p2") for number in (0, 1)}
    assert len(ids) == 4
