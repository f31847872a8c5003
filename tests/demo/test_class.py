"""The made-up class comes out the same every time, through the real school process."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from portfolio_app.commands.learner_show import describe
from portfolio_app.demo import learners
from portfolio_app.demo.build import Places
from portfolio_app.demo.script import ScriptedTime, scripted_world
from portfolio_app.demo.story import Story
from portfolio_app.model.gathering import Judge
from portfolio_app.model.goal import StepState
from portfolio_app.model.sending import Sending
from portfolio_app.student import about_me, goals, suggesting
from portfolio_app.student.growing import progress_of
from portfolio_app.student.learner import find_vault, open_portfolio, open_vaults
from portfolio_app.student.portfolio import Portfolio, World
from tests.demo.making import built, small_story


def works_as_json(places: Places, story: Story) -> list[dict[str, Any]]:
    found = []
    vaults = open_vaults(places.student)
    for learner in story.learners:
        card = find_vault(vaults, learner.name)
        with closing(open_portfolio(vaults, card.id, learner.pin)) as portfolio:
            works = [describe(portfolio, work) for work in portfolio.works()]
            showcases = [(s.id, s.title, s.stories, s.items) for s in portfolio.showcases()]
            growing = {
                "goals": goals.goals(portfolio),
                "said": about_me.profile(portfolio).entries,
                "asked": about_me.profile(portfolio).askings,
                "moved": moved(portfolio),
                "ideas": suggesting.setting(portfolio),
            }
        ways = vaults.ways.kinds(card.id)
        found.append(
            {
                "id": card.id, "name": card.name, "works": works, "showcases": showcases,
                "ways": ways, **growing,
            }
        )  # fmt: skip
    return found


def moved(portfolio: Portfolio) -> list[tuple[str, str]]:
    """What the teacher sees grow: competency and how, of all that was judged twice."""
    known = progress_of(portfolio)
    found = ((ref, known.of(ref).grew(Judge.TEACHER)) for ref in known.competencies)
    return [(ref, grown.value) for ref, grown in found if grown is not None]


@pytest.fixture(scope="module")
def small() -> Story:
    return small_story()


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory, small: Story) -> list[dict[str, Any]]:
    with built(tmp_path_factory.mktemp("first"), small) as places:
        return works_as_json(places, small)


def test_a_second_build_in_another_folder_is_equal(
    first: list[dict[str, Any]], tmp_path: Path, small: Story
) -> None:
    with built(tmp_path / "second", small) as places:
        assert works_as_json(places, small) == first


def test_a_build_from_other_seeds_would_be_seen(
    first: list[dict[str, Any]],
    tmp_path: Path,
    small: Story,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    one = replace(small, learners=small.learners[:1])

    def other_world(seed: str, clock: ScriptedTime) -> World:
        return scripted_world(f"other {seed}", clock)

    monkeypatch.setattr(learners, "scripted_world", other_world)
    with built(tmp_path / "other", one) as places:
        assert works_as_json(places, one) != first[:1]


def test_every_finished_work_is_answered_and_safe(first: list[dict[str, Any]]) -> None:
    works = [work for learner in first for work in learner["works"]]
    assert {work["sending"] for work in works} == {Sending.SAFE.value}
    finished = [work for work in works if work["self_assessments"]]
    assert all(len(work["feedback"]) == len(work["self_assessments"]) for work in finished)
    assert {len(work["feedback"]) for work in finished} == {1, 2}, "one was checked again"
    assert all(not work["feedback"] for work in works if work not in finished)
    assert all(
        answer["at"] > mine["at"]
        for work in finished
        for answer, mine in zip(work["feedback"], work["self_assessments"], strict=True)
    ), "nothing of the class waits, so a newcomer's work is at the top"
    assert any(work["approved"] for work in finished)


def test_the_school_could_let_everybody_in_who_forgot(first: list[dict[str, Any]]) -> None:
    assert all("school" in learner["ways"] for learner in first)


def test_the_showcase_shows_approved_works_only(first: list[dict[str, Any]]) -> None:
    amina = first[0]
    approved = {work["id"] for work in amina["works"] if work["approved"]}
    (showcase,) = amina["showcases"]
    assert set(showcase[3]) <= approved


def test_goals_and_what_came_of_them_are_lived_through(first: list[dict[str, Any]]) -> None:
    amina, noah = first
    reached, lamp = amina["goals"]
    assert reached.is_finished
    assert reached.stories
    assert [step.state for step in lamp.steps].count(StepState.DONE) == 1
    assert lamp.proposals[0].answer == "accepted"
    assert [step.title for step in lamp.steps[2:]] == list(lamp.proposals[0].steps)
    assert {goal.title: goal.is_stuck for goal in noah["goals"]}["My kite flies"]
    assert all(step.evidence for step in lamp.steps[:1])
    assert amina["said"]
    assert amina["ideas"] != noah["ideas"]
    assert [one.topic for one in noah["asked"]] == ["interests"]
    assert {how for _, how in amina["moved"]} >= {"more", "same"}
