"""What the page of one work shows: the learner's judgement, tags in words, and history."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from portfolio_app.model.artifact import Work, WorkFile
from portfolio_app.model.assessment import (
    Comparison,
    Difference,
    Feedback,
    Rating,
    SelfAssessment,
    compare,
)
from portfolio_app.model.gallery import kind_of
from portfolio_app.model.showcase import unshown_files
from portfolio_app.model.voice import voices_of
from portfolio_app.school.database.people import Person
from portfolio_app.school.review.evidence import Judgement, Pinned, judgements, pinned
from portfolio_app.school.tag_words import tags
from rubrics.catalog import Catalog
from rubrics.rubric import Criterion, Rubric

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Judged:
    """One criterion with the learner's choice, if they made one, what they pinned to it as
    evidence, and how it was judged over time.
    """

    criterion: Criterion
    mine: Rating | None
    evidence: tuple[Pinned, ...] = ()
    history: tuple[Judgement, ...] = ()


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
    rubric = rubric_of(catalog, newest.rubric, newest.rubric_source) if newest else None
    return {
        "work": work,
        "tags": tags(work.competencies, catalog),
        "self_assessment": newest,
        "rubric": rubric,
        "judged": _judged(work, rubric, newest),
        "is_sealed": newest is not None and newest.is_sealed,
        "past": _past(work, catalog),
        "pictures": [file for file in work.files if file.preview],
        "texts": [file for file in work.files if file.is_writing],
        "links": [file for file in work.files if file.is_link],
        "voices": voices_of(work),
        "others": _others(work),
    }


def _others(work: Work) -> tuple[tuple[WorkFile, bool, int], ...]:
    """What no page shows: each file, whether it is a film, and megabytes, at least 1."""
    return tuple(
        (file, kind_of(file) == "film", max(1, round(file.size_bytes / MEGABYTE)))
        for file in unshown_files(work)
    )


def rubric_of(catalog: Catalog, rubric_id: str, source: str) -> Rubric | None:
    """The version of a rubric that somebody judged by; the newest where that is not at hand."""
    found = catalog.rubric(rubric_id, source) if source else None
    return found or catalog.rubric(rubric_id)


def _judged(work: Work, rubric: Rubric | None, newest: SelfAssessment | None) -> tuple[Judged, ...]:
    if rubric is None or newest is None:
        return ()
    return tuple(
        Judged(
            one,
            newest.ratings.get(one.id),
            pinned(work, newest.pins.get(one.id, ())),
            judgements(work, rubric, one),
        )
        for one in rubric.criteria
    )


def _past(work: Work, catalog: Catalog) -> tuple[Past, ...]:
    by_id = {one.id: one for one in work.self_assessments}
    found = []
    for feedback in reversed(work.feedback):
        judged = by_id.get(feedback.self_assessment)
        source = feedback.rubric_source or (judged.rubric_source if judged else "")
        rubric = rubric_of(catalog, feedback.rubric, source) if feedback.rubric else None
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
