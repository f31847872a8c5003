"""Judging a work against a rubric: the learner, then the teacher, then the difference in words."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from portfolio_app.model.pins import Pins, read_pins
from rubrics.rubric import Criterion, Rubric


@dataclass(frozen=True, slots=True)
class Rating:
    """A level chosen for one criterion, and why."""

    level: str
    why: str = ""


Ratings = Mapping[str, Rating]
"""criterion id -> rating; a criterion that was not rated is absent."""


@dataclass(frozen=True, slots=True)
class SelfAssessment:
    """A learner's judgement of their own work; never changed, only made again.

    `rubric_source` is the SHA-256 of the file that the rubric was read from: the version used.
    `is_sealed`: its content is kept from whoever looks until they have rated the work themselves.
    """

    id: str
    artifact: str
    rubric: str
    ratings: Ratings
    at_ms: int
    rubric_source: str = ""
    pins: Pins = field(default_factory=dict)
    is_sealed: bool = False

    @staticmethod
    def read(record: Mapping[str, Any]) -> "SelfAssessment":
        """From a record as it reads now."""
        return SelfAssessment(
            record["id"],
            record.get("artifact") or "",
            record.get("rubric") or "",
            read_ratings(record.get("ratings")),
            record.get("at_ms") or 0,
            record.get("rubric_source") or "",
            read_pins(record.get("pins")),
        )


@dataclass(frozen=True, slots=True)
class Feedback:
    """A teacher's answer: the same rubric rated, words, and one next step."""

    id: str
    artifact: str
    self_assessment: str
    rubric: str
    ratings: Ratings
    words: str
    next_step: str
    by: str
    at_ms: int
    rubric_source: str = ""

    @staticmethod
    def read(record: Mapping[str, Any]) -> "Feedback":
        """From a record as it reads now."""
        return Feedback(
            record["id"],
            record.get("artifact") or "",
            record.get("self_assessment") or "",
            record.get("rubric") or "",
            read_ratings(record.get("ratings")),
            record.get("words") or "",
            record.get("next_step") or "",
            record.get("by") or "",
            record.get("at_ms") or 0,
            record.get("rubric_source") or "",
        )


class Difference(Enum):
    """How two judgements of one criterion relate."""

    SAME = "same"
    LEARNER_SAW_MORE = "learner_saw_more"
    TEACHER_SAW_MORE = "teacher_saw_more"
    ONLY_LEARNER = "only_learner"
    ONLY_TEACHER = "only_teacher"
    NEITHER = "neither"


@dataclass(frozen=True, slots=True)
class Comparison:
    """One criterion with both judgements. `steps`: how many levels apart (0 if not both)."""

    criterion: Criterion
    mine: Rating | None
    theirs: Rating | None
    difference: Difference
    steps: int = 0


def compare(rubric: Rubric, mine: Ratings, theirs: Ratings) -> tuple[Comparison, ...]:
    """Both judgements side by side, in the rubric's order; levels compare by their place in it.

    A level that this version of the rubric does not have counts as no judgement of that criterion.
    """
    return tuple(
        _compare_one(criterion, _known(criterion, mine), _known(criterion, theirs))
        for criterion in rubric.criteria
    )


def read_ratings(stored: Any) -> Ratings:
    """Ratings from their stored JSON shape; anything of another shape is left out."""
    if not isinstance(stored, Mapping):
        return {}
    return {
        str(criterion): Rating(str(rating.get("level") or ""), str(rating.get("why") or ""))
        for criterion, rating in stored.items()
        if isinstance(rating, Mapping)
    }


def write_ratings(ratings: Ratings) -> dict[str, dict[str, str]]:
    """Ratings as JSON."""
    return {
        criterion: {"level": rating.level, "why": rating.why}
        for criterion, rating in ratings.items()
    }


def _known(criterion: Criterion, ratings: Ratings) -> Rating | None:
    rating = ratings.get(criterion.id)
    return rating if rating is not None and criterion.level(rating.level) is not None else None


def _compare_one(criterion: Criterion, mine: Rating | None, theirs: Rating | None) -> Comparison:
    if mine is None and theirs is None:
        return Comparison(criterion, mine, theirs, Difference.NEITHER)
    if theirs is None:
        return Comparison(criterion, mine, theirs, Difference.ONLY_LEARNER)
    if mine is None:
        return Comparison(criterion, mine, theirs, Difference.ONLY_TEACHER)
    steps = criterion.steps_between(theirs.level, mine.level) or 0
    if steps == 0:
        return Comparison(criterion, mine, theirs, Difference.SAME)
    more = Difference.LEARNER_SAW_MORE if steps > 0 else Difference.TEACHER_SAW_MORE
    return Comparison(criterion, mine, theirs, more, abs(steps))
