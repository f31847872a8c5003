"""The words of the made-up class fit the model, the bundled documents and each other."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from portfolio_app.demo.drawings import SUBJECTS
from portfolio_app.demo.story import Judgement, Story, StoryWork, read_story
from portfolio_app.model.people import AVATARS, BANDS
from portfolio_app.model.reflection import PROMPTS
from rubrics.catalog import Catalog

TERM = (datetime(2026, 9, 1, tzinfo=UTC), datetime(2026, 11, 30, tzinfo=UTC))
SECOND_MS = 1000


@pytest.fixture(scope="module")
def story() -> Story:
    return read_story()


def works_of(story: Story) -> list[StoryWork]:
    return [work for learner in story.learners for work in learner.works]


def test_twelve_learners_who_can_be_told_apart(story: Story) -> None:
    assert len(story.learners) == 12
    for apart in ("name", "picture", "pin"):
        assert len({getattr(learner, apart) for learner in story.learners}) == 12
    assert {learner.picture for learner in story.learners} <= set(AVATARS)
    assert {learner.band for learner in story.learners} <= set(BANDS)
    assert all(4 <= len(learner.works) <= 6 for learner in story.learners)


def test_the_teacher_lives_at_a_reserved_address(story: Story) -> None:
    assert story.teacher_email.endswith(".example")


def test_the_term_is_the_autumn_of_2026(story: Story) -> None:
    for work in works_of(story):
        made = datetime.fromtimestamp(work.made_ms / SECOND_MS, tz=UTC)
        assert TERM[0] < made < TERM[1], work.title


def test_titles_are_unique_because_pictures_are_seeded_by_them(story: Story) -> None:
    titles = [work.title for work in works_of(story)]
    assert len(set(titles)) == len(titles)


def test_everything_named_is_there(story: Story) -> None:
    catalog = Catalog.bundled()
    for learner in story.learners:
        for work in learner.works:
            assert work.subject in SUBJECTS
            assert set(work.thoughts) <= set(PROMPTS[learner.band])
            assert work.competencies
            assert all(catalog.competency(one) is not None for one in work.competencies)
        if learner.showcase is not None:
            assert set(learner.showcase.works) <= {work.title for work in learner.works}


def test_four_works_are_still_being_worked_on_and_all_others_answered(story: Story) -> None:
    unfinished = [work for work in works_of(story) if work.judgement is None]
    assert len(unfinished) == 4
    assert all(work.reply is None for work in unfinished)
    assert all(work.reply is not None for work in works_of(story) if work.judgement)


def test_teacher_and_child_differ_at_times_by_one_level(story: Story) -> None:
    steps = steps_apart(story)
    assert {abs(step) for step in steps} == {0, 1}
    assert {-1, 1} <= set(steps), "each sees more at times"


def test_a_level_that_the_rubric_lacks_would_be_seen(story: Story) -> None:
    first = story.learners[0]
    work = first.works[0]
    wrong = replace(work, judgement=Judgement((9, 1, 1, 1, 1), {}))
    planted = replace(story, learners=(replace(first, works=(wrong,)),))
    assert not levels_fit(planted)
    assert levels_fit(story)


def levels_fit(story: Story) -> bool:
    rubric = Catalog.bundled().rubric(story.rubric)
    assert rubric is not None
    judgements = [work.judgement for work in works_of(story) if work.judgement]
    judgements += [work.reply.judgement for work in works_of(story) if work.reply]
    return all(
        len(one.levels) == len(rubric.criteria)
        and all(
            0 <= level <= len(criterion.levels)
            for level, criterion in zip(one.levels, rubric.criteria, strict=True)
        )
        for one in judgements
    )


def steps_apart(story: Story) -> list[int]:
    return [
        mine - theirs
        for work in works_of(story)
        if work.judgement and work.reply
        for mine, theirs in zip(work.judgement.levels, work.reply.judgement.levels, strict=True)
    ]
