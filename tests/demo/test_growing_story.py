"""How the made-up class grows fits its works, the model's limits and each other."""

from dataclasses import replace

import pytest

from portfolio_app.demo.growing_story import Growing, StoryStep
from portfolio_app.demo.story import Story, StoryLearner, read_story
from portfolio_app.model.goal import OPEN_STEPS_LIMIT
from portfolio_app.model.profile import SENSITIVE_TOPICS
from portfolio_app.model.prompts import find_prompt
from portfolio_app.model.records import GOING, SETTINGS, SUGGESTING, TOPICS, VISIBLE_TO
from portfolio_app.model.records import HELP as HELPED
from rubrics.catalog import Catalog


@pytest.fixture(scope="module")
def story() -> Story:
    return read_story()


def ways(story: Story) -> list[Growing]:
    return [learner.growing for learner in story.learners]


def faults(learner: StoryLearner) -> list[str]:
    """What of a child's way does not fit, in words."""
    titles, way = {work.title for work in learner.works}, learner.growing
    steps = [step for goal in way.goals for step in goal.steps]
    opened = [step for step in steps if step.begun_ms and not step.done_ms]
    shown = [title for step in steps for title in step.shows]
    again = [one.work for one in way.again]
    judged = {work.title for work in learner.works if work.judgement is not None}
    checks = {
        "an unknown work": not {*shown, *way.made, *again} <= titles,
        "a work without a place": set(way.made) != titles,
        "too many open steps": len(opened) > OPEN_STEPS_LIMIT[learner.band],
        "done before it was begun": any(
            step.done_ms is not None and step.done_ms < (step.begun_ms or step.done_ms + 1)
            for step in steps
        ),
        "a goal reached with an open step": any(
            goal.done_ms and any(step.done_ms is None for step in goal.steps) for goal in way.goals
        ),
        "a check again without a first": not set(again) <= judged,
        "an unknown word": not (
            {one.topic for one in way.entries} | {one.topic for one in way.notes} <= set(TOPICS)
            and {one.to for one in way.entries} <= {"", *VISIBLE_TO}
            and {one.going for goal in way.goals for one in goal.check_ins} <= set(GOING)
            and {where for where, _ in way.made.values()} <= set(SETTINGS)
            and {helped for _, helped in way.made.values()} <= set(HELPED)
            and way.ideas in SUGGESTING
        ),
        "families see what they must not": any(
            one.to == "family" and one.topic in SENSITIVE_TOPICS for one in way.entries
        ),
        "an unknown question": any(find_prompt(one.prompt) is None for one in way.thoughts),
    }
    return [name for name, is_wrong in checks.items() if is_wrong]


def test_everything_fits(story: Story) -> None:
    assert {learner.name: faults(learner) for learner in story.learners if faults(learner)} == {}
    catalog = Catalog.bundled()
    refs = {ref for way in ways(story) for goal in way.goals for ref in goal.competencies}
    assert all(catalog.competency(ref) is not None for ref in refs)


def test_a_story_that_does_not_fit_would_be_seen(story: Story) -> None:
    amina = story.learners[0]
    step = StoryStep("Fly", 5, 4, ("No such work",), ())
    (first, *rest) = amina.growing.goals
    goal = replace(first, steps=(step, replace(step, done_ms=None)))
    planted = replace(amina, growing=replace(amina.growing, goals=(goal, *rest), ideas="loud"))
    assert set(faults(planted)) == {
        "an unknown work", "done before it was begun", "a goal reached with an open step",
        "an unknown word",
    }  # fmt: skip


def test_children_differ(story: Story) -> None:
    """Every state that a screen can show is somewhere in the class."""
    assert {way.ideas for way in ways(story)} == set(SUGGESTING)
    goals = [goal for way in ways(story) for goal in way.goals]
    assert any(goal.done_ms and goal.story for goal in goals)
    assert any(goal.check_ins and goal.check_ins[-1].going == "stuck" for goal in goals)
    answers = [goal.idea.answer for goal in goals if goal.idea]
    assert {"", "accepted", "declined"} == set(answers)
    assert {one.pin is None for way in ways(story) for one in way.again} == {True, False}
    assert {one.is_question for way in ways(story) for one in way.notes} == {True, False}
    thoughts = [one for way in ways(story) for one in way.thoughts]
    assert all(any(getattr(one, of) for one in thoughts) for of in ("goal", "competency", "works"))
    titles = [goal.title for goal in goals]
    assert len(set(titles)) == len(titles)
    assert len({len(way.goals) for way in ways(story)}) > 1
