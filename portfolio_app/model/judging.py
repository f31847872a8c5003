"""How judgements of one work belong together: drafts, history, both sides, and what is sealed."""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from portfolio_app.model.artifact import Work
from portfolio_app.model.assessment import (
    Comparison,
    Feedback,
    Rating,
    Ratings,
    SelfAssessment,
    compare,
    read_ratings,
    write_ratings,
)
from portfolio_app.model.pins import Pins, read_pins, write_pins
from rubrics.rubric import Criterion, Rubric

RubricOf = Callable[[str, str], Rubric | None]
"""(rubric id, SHA-256 of its file or "") -> that version; with "" the newest."""


@dataclass(frozen=True, slots=True)
class Begun:
    """A judgement that is not handed in: levels may be missing (""), and nobody else sees it."""

    ratings: Ratings
    pins: Pins = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing in it."""
        return not self.ratings and not self.pins


@dataclass(frozen=True, slots=True)
class Draft:
    """What a learner began of one work and rubric. `versions` newest first: more than one where
    two devices began apart, and nobody has chosen yet.
    """

    id: str
    artifact: str
    rubric: str
    rubric_source: str
    versions: tuple[Begun, ...]
    at_ms: int

    @property
    def newest(self) -> Begun:
        """The newest version."""
        return self.versions[0] if self.versions else Begun({})

    @staticmethod
    def read(record: Mapping[str, Any]) -> "Draft":
        """From a record as it reads now; versions that say the same, or nothing, count once."""
        versions: list[Begun] = []
        for stored in record.get("begun") or ():
            begun = read_begun(stored)
            if not begun.is_empty and begun not in versions:
                versions.append(begun)
        return Draft(
            record["id"],
            record.get("artifact") or "",
            record.get("rubric") or "",
            record.get("rubric_source") or "",
            tuple(versions),
            record.get("at_ms") or 0,
        )


@dataclass(frozen=True, slots=True)
class Sides:
    """A teacher's judgement beside the learner's own, line by line.

    `mine` is None where the teacher answered a work that the learner had not judged.
    """

    mine: SelfAssessment | None
    theirs: Feedback
    lines: tuple[Comparison, ...]


@dataclass(frozen=True, slots=True)
class Then:
    """One judgement of a criterion at one time. `place`: its level's, from 0, of `levels`."""

    at_ms: int
    rating: Rating
    place: int
    levels: int


def draft_id(artifact: str, rubric: str) -> str:
    """The id of the one draft of a work and rubric: the same on every device."""
    return hashlib.sha256(f"draft {artifact} {rubric}".encode()).hexdigest()[:32]


def read_begun(stored: Any) -> Begun:
    """A draft's content from its stored JSON shape."""
    if not isinstance(stored, Mapping):
        return Begun({})
    return Begun(read_ratings(stored.get("ratings")), read_pins(stored.get("pins")))


def write_begun(begun: Begun) -> dict[str, Any]:
    """A draft's content as JSON; {} when it is empty."""
    ratings = {
        criterion: {name: value for name, value in rating.items() if value}
        for criterion, rating in write_ratings(begun.ratings).items()
    }
    parts = {"ratings": ratings, "pins": write_pins(begun.pins)}
    return {name: part for name, part in parts.items() if part}


def both_sides(work: Work, rubric_of: RubricOf) -> tuple[Sides, ...]:
    """Every answer that rated something, oldest first, beside the judgement that it answers.

    An answer that names no judgement stands beside the newest of the same rubric before it. Lines
    follow the version of the rubric that the learner judged by.
    """
    found = []
    for theirs in work.feedback:
        mine = _answered(work, theirs)
        source = (mine.rubric_source if mine else "") or theirs.rubric_source
        rubric = rubric_of(theirs.rubric, source) or rubric_of(theirs.rubric, "")
        if rubric is not None and theirs.ratings:
            lines = compare(rubric, mine.ratings if mine else {}, theirs.ratings)
            found.append(Sides(mine, theirs, lines))
    return tuple(found)


def over_time(
    judgements: tuple[SelfAssessment, ...] | tuple[Feedback, ...],
    rubric: Rubric,
    criterion: Criterion,
) -> tuple[Then, ...]:
    """How one criterion was judged over time, oldest first; levels that are gone are left out."""
    found = []
    for one in judgements:
        rating = one.ratings.get(criterion.id) if one.rubric == rubric.id else None
        level = criterion.level(rating.level) if rating else None
        if rating is not None and level is not None:
            place = criterion.levels.index(level)
            found.append(Then(one.at_ms, rating, place, len(criterion.levels)))
    return tuple(found)


def as_teacher_sees(work: Work, *, is_sealed: bool) -> Work:
    """The work for a teacher's page. Where the class seals, a self-assessment shows that it is
    there, and neither levels nor reasons nor pins, until the teacher has rated.

    It opens with the first answer that names it, or that rated the same rubric after it.
    """
    if not is_sealed:
        return work
    shown = tuple(
        one if _is_rated(one, work.feedback) else replace(one, ratings={}, pins={}, is_sealed=True)
        for one in work.self_assessments
    )
    return replace(work, self_assessments=shown)


def _answered(work: Work, theirs: Feedback) -> SelfAssessment | None:
    if theirs.self_assessment:
        named = (one for one in work.self_assessments if one.id == theirs.self_assessment)
        return next(named, None)
    before = [
        one
        for one in work.self_assessments
        if one.rubric == theirs.rubric and one.at_ms <= theirs.at_ms
    ]
    return before[-1] if before else None


def _is_rated(mine: SelfAssessment, feedback: tuple[Feedback, ...]) -> bool:
    return any(
        answer.ratings
        and answer.rubric == mine.rubric
        and (answer.self_assessment == mine.id or answer.at_ms > mine.at_ms)
        for answer in feedback
    )
