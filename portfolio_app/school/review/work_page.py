"""What the page of one work shows: the learner's judgement, tags in words, and history."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from portfolio_app.model.artifact import Work
from portfolio_app.model.assessment import (
    Comparison,
    Difference,
    Feedback,
    Rating,
    Ratings,
    compare,
)
from portfolio_app.school.database.people import Person
from portfolio_app.school.tag_words import tags
from rubrics.catalog import Catalog
from rubrics.rubric import Criterion, Rubric


@dataclass(frozen=True, slots=True)
class Judged:
    """One criterion with the learner's choice, if they made one."""

    criterion: Criterion
    mine: Rating | None


@dataclass(frozen=True, slots=True)
class Past:
    """An earlier answer: its feedback, and both judgements side by side where a rubric was used."""

    feedback: Feedback
    sides: tuple["Side", ...]


@dataclass(frozen=True, slots=True)
class Side:
    """One criterion that somebody rated: both levels by name ("" for none) and how they differ."""

    title: str
    mine: str
    theirs: str
    why: str
    difference: str
    steps: int


def work_facts(work: Work, learner: Person, catalog: Catalog) -> Mapping[str, Any]:
    """Everything about a work that its page needs."""
    newest = work.self_assessments[-1] if work.self_assessments else None
    rubric = catalog.rubric(newest.rubric) if newest else None
    return {
        "work": work,
        "tags": tags(work.competencies, catalog),
        "self_assessment": newest,
        "rubric": rubric,
        "judged": _judged(rubric, newest.ratings if newest else {}),
        "past": _past(work, catalog),
        "pictures": [file for file in work.files if file.preview],
        "others": [file for file in work.files if not file.preview],
    }


def _judged(rubric: Rubric | None, ratings: Ratings) -> tuple[Judged, ...]:
    if rubric is None:
        return ()
    return tuple(Judged(one, ratings.get(one.id)) for one in rubric.criteria)


def _past(work: Work, catalog: Catalog) -> tuple[Past, ...]:
    by_id = {one.id: one for one in work.self_assessments}
    found = []
    for feedback in reversed(work.feedback):
        rubric = catalog.rubric(feedback.rubric) if feedback.rubric else None
        judged = by_id.get(feedback.self_assessment)
        pairs = (
            compare(rubric, judged.ratings if judged else {}, feedback.ratings)
            if rubric and feedback.ratings
            else ()
        )
        rated = [one for one in pairs if one.difference is not Difference.NEITHER]
        found.append(Past(feedback, tuple(_side(one) for one in rated)))
    return tuple(found)


def _side(pair: Comparison) -> Side:
    return Side(
        pair.criterion.title,
        _level_name(pair.criterion, pair.mine),
        _level_name(pair.criterion, pair.theirs),
        pair.theirs.why if pair.theirs else "",
        pair.difference.value,
        pair.steps,
    )


def _level_name(criterion: Criterion, rating: Rating | None) -> str:
    level = criterion.level(rating.level) if rating else None
    return level.name if level else ""
