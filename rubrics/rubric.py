"""What a rubric is: criteria, each with levels from the least to the most.

Only the shape and its rules live here. A rubric judges one work; it never adds up to a rank.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from rubrics.errors import InvalidContent
from rubrics.framework import check_identifier
from rubrics.limits import (
    CRITERION_COUNT_MAX,
    LABEL_CHARACTERS_MAX,
    LEVEL_COUNT_MAX,
    TEXT_CHARACTERS_MAX,
)

RUBRIC_KINDS = ("analytic", "single_point", "holistic", "continuum", "checklist")


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a criterion (CASE 1.1 CFRubricCriterionLevel); `position` 0 is the least.

    `name` is what CASE calls quality; `feedback` is a sentence written beforehand for whoever
    chooses this level.
    """

    id: str
    name: str
    description: str = ""
    score: float | None = None
    feedback: str = ""
    position: int = 0
    uri: str = ""

    def __post_init__(self) -> None:
        check_identifier(self.id, "level")
        _check_text(self.name, LABEL_CHARACTERS_MAX, f"the name of level {self.id}")
        _check_length(self.description, TEXT_CHARACTERS_MAX, f"the words of level {self.id}")


@dataclass(frozen=True, slots=True)
class Criterion:
    """One thing a rubric looks at (CASE 1.1 CFRubricCriterion).

    `levels` go from the least to the most. `competency_id` is the item id of the competency it
    shows, in this file or another. `category` is a heading that several criteria may share.
    `weight` is kept as the file gave it; the product adds nothing up.
    """

    id: str
    title: str
    description: str = ""
    levels: tuple[Level, ...] = ()
    competency_id: str | None = None
    weight: float | None = None
    category: str = ""
    competency_title: str = ""
    competency_uri: str = ""
    uri: str = ""

    def __post_init__(self) -> None:
        check_identifier(self.id, "criterion")
        _check_text(self.title, TEXT_CHARACTERS_MAX, f"the title of criterion {self.id}")
        if len(self.levels) > LEVEL_COUNT_MAX:
            raise InvalidContent(
                f"Criterion {self.id} has {len(self.levels)} levels; {LEVEL_COUNT_MAX} fit."
            )
        _check_unique([level.id for level in self.levels], f"levels of criterion {self.id}")

    def level(self, level_id: str) -> Level | None:
        """The level with this id, or None."""
        return next((level for level in self.levels if level.id == level_id), None)

    def steps_between(self, from_level_id: str, to_level_id: str) -> int | None:
        """How many levels lie from one to the other, below zero when it goes down.

        None when either is not a level of this criterion.
        """
        start, end = self.level(from_level_id), self.level(to_level_id)
        if start is None or end is None:
            return None
        return self.levels.index(end) - self.levels.index(start)


@dataclass(frozen=True, slots=True)
class Rubric:
    """A rubric (CASE 1.1 CFRubric).

    `bands` are the age bands it is worded for; empty means any. `framework_id` is the framework in
    the same file, if there is one. `source_hash` is the SHA-256, in hex, of the file it came
    from: with `id` it names one published version. Raises `InvalidContent`.
    """

    id: str
    title: str
    kind: str = "analytic"
    criteria: tuple[Criterion, ...] = ()
    description: str = ""
    language: str = ""
    creator: str = ""
    licence: str = ""
    bands: tuple[str, ...] = ()
    framework_id: str | None = None
    source_hash: str = ""
    uri: str = ""
    _by_id: dict[str, Criterion] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        check_identifier(self.id, "rubric")
        _check_text(self.title, LABEL_CHARACTERS_MAX, f"the title of rubric {self.id}")
        if self.kind not in RUBRIC_KINDS:
            raise InvalidContent(
                f"Rubric {self.id} is of kind {self.kind[:LABEL_CHARACTERS_MAX]!r}; "
                f"use one of {', '.join(RUBRIC_KINDS)}."
            )
        if len(self.criteria) > CRITERION_COUNT_MAX:
            raise InvalidContent(
                f"Rubric {self.id} has {len(self.criteria)} criteria; {CRITERION_COUNT_MAX} fit."
            )
        _check_unique([criterion.id for criterion in self.criteria], f"criteria of {self.id}")
        by_id = {criterion.id: criterion for criterion in self.criteria}
        object.__setattr__(self, "_by_id", by_id)

    @property
    def by_id(self) -> Mapping[str, Criterion]:
        """Every criterion by its id."""
        return MappingProxyType(self._by_id)

    @property
    def competency_ids(self) -> frozenset[str]:
        """Item ids of all competencies that its criteria point to."""
        return frozenset(
            criterion.competency_id for criterion in self.criteria if criterion.competency_id
        )


def _check_text(text: str, limit: int, what: str) -> None:
    if not text:
        raise InvalidContent(f"Nothing is in {what}; write something.")
    _check_length(text, limit, what)


def _check_length(text: str, limit: int, what: str) -> None:
    if len(text) > limit:
        raise InvalidContent(f"There are {len(text)} characters in {what}; {limit} fit.")


def _check_unique(ids: list[str], what: str) -> None:
    if len(set(ids)) != len(ids):
        raise InvalidContent(f"Two {what} share an id; give each its own.")
