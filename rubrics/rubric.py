"""What a rubric is: criteria, each with levels from the least to the most.

One shape holds them all: analytic and holistic, single-point (one aim, open on both sides),
continuum (levels across years) and checklist. Only the shape and its rules live here. A rubric
judges one work; it never adds up to a rank.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from rubrics.errors import InvalidContent
from rubrics.framework import Translations, check_identifier
from rubrics.limits import (
    CRITERION_COUNT_MAX,
    GROUP_COUNT_MAX,
    LABEL_CHARACTERS_MAX,
    LEVEL_COUNT_MAX,
    TEXT_CHARACTERS_MAX,
)

RUBRIC_KINDS = ("analytic", "single_point", "holistic", "continuum", "checklist")
SCORE_UNITS = ("points", "percent")

# The aim, and where wanted a place on either side of it.
_LEVELS_IN_SINGLE_POINT = 3
_LEVELS_IN_CHECKLIST = 2


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a criterion (CASE 1.1 CFRubricCriterionLevel); `position` 0 is the least.

    `name` is what CASE calls quality; `feedback` is a sentence written beforehand for whoever
    chooses this level. `picture` is for those who do not read yet (see `Competency`), and
    `picture_words` says what it shows. `education_levels` are the years a level of a continuum is
    usual in. `translations` maps a language to "name", "description", "feedback" and
    "picture_words".
    """

    id: str
    name: str
    description: str = ""
    score: float | None = None
    feedback: str = ""
    position: int = 0
    uri: str = ""
    picture: str = ""
    picture_words: str = ""
    education_levels: tuple[str, ...] = ()
    translations: Translations = field(default_factory=dict, hash=False)

    def __post_init__(self) -> None:
        check_identifier(self.id, "level")
        _check_text(self.name, LABEL_CHARACTERS_MAX, f"the name of level {self.id}")
        _check_length(self.description, TEXT_CHARACTERS_MAX, f"the words of level {self.id}")


@dataclass(frozen=True, slots=True)
class Criterion:
    """One thing a rubric looks at (CASE 1.1 CFRubricCriterion).

    `levels` go from the least to the most. `competency_id` is the item id of the competency it
    shows, in this file or another. `category` is what CASE calls so; `group_id` is the group it
    stands in. `weight` is kept as the file gave it; the product adds nothing up. `is_negative`
    means that more of it is worse: its points are taken away. `translations` maps a language to
    "title" and "description".
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
    group_id: str | None = None
    is_negative: bool = False
    translations: Translations = field(default_factory=dict, hash=False)

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
class Group:
    """A part of a rubric with a heading of its own; `translations` as for a criterion."""

    id: str
    title: str
    description: str = ""
    translations: Translations = field(default_factory=dict, hash=False)

    def __post_init__(self) -> None:
        check_identifier(self.id, "group")
        _check_text(self.title, LABEL_CHARACTERS_MAX, f"the title of group {self.id}")


@dataclass(frozen=True, slots=True)
class Rubric:
    """A rubric (CASE 1.1 CFRubric).

    `bands` are the age bands it is worded for; empty means any. `framework_id` is the framework in
    the same file, if there is one. `source_hash` is the SHA-256, in hex, of the file it came
    from: with `id` it names one published version, and `version` is what its maker calls it.
    Scores and weights are kept even where `shows_scores` and `shows_weights` turn them off.
    `score_unit` says what scores count. Raises `InvalidContent`.
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
    groups: tuple[Group, ...] = ()
    shows_scores: bool = True
    shows_weights: bool = True
    score_unit: str = "points"
    version: str = ""
    translations: Translations = field(default_factory=dict, hash=False)
    _by_id: dict[str, Criterion] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        check_identifier(self.id, "rubric")
        _check_text(self.title, LABEL_CHARACTERS_MAX, f"the title of rubric {self.id}")
        _check_choice(self.kind, RUBRIC_KINDS, f"The kind of rubric {self.id}")
        _check_choice(self.score_unit, SCORE_UNITS, f"The unit of scores of rubric {self.id}")
        _check_count(len(self.criteria), CRITERION_COUNT_MAX, "criteria", self.id)
        _check_count(len(self.groups), GROUP_COUNT_MAX, "groups", self.id)
        if not fits_kind(self.kind, self.criteria):
            raise InvalidContent(
                f"Rubric {self.id} is said to be {self.kind} and has another shape; "
                "change its kind or its levels."
            )
        _check_unique([criterion.id for criterion in self.criteria], f"criteria of {self.id}")
        _check_unique([group.id for group in self.groups], f"groups of {self.id}")
        known = {None, *(group.id for group in self.groups)}
        if not known.issuperset(criterion.group_id for criterion in self.criteria):
            raise InvalidContent(f"A criterion of rubric {self.id} names a group it has not.")
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

    @property
    def is_scored(self) -> bool:
        """Whether scores are shown: some level has one, and they are not turned off."""
        return self.shows_scores and any(
            level.score is not None for criterion in self.criteria for level in criterion.levels
        )

    @property
    def is_weighted(self) -> bool:
        """Whether weights are shown: some criterion has one, and they are not turned off."""
        return self.shows_weights and any(one.weight is not None for one in self.criteria)

    def in_group(self, group_id: str | None) -> tuple[Criterion, ...]:
        """The criteria of one group, or those that stand in none, in their order."""
        return tuple(one for one in self.criteria if one.group_id == group_id)


def fits_kind(kind: str, criteria: Sequence[Criterion]) -> bool:
    """Whether criteria have the shape that a kind of rubric promises."""
    if kind == "holistic":
        return len(criteria) <= 1
    most = {"single_point": _LEVELS_IN_SINGLE_POINT, "checklist": _LEVELS_IN_CHECKLIST}
    return all(len(one.levels) <= most.get(kind, LEVEL_COUNT_MAX) for one in criteria)


def kind_of(criteria: Sequence[Criterion]) -> str:
    """The kind that a rubric has by its shape, where nothing else says it."""
    if criteria and all(len(one.levels) <= 1 for one in criteria):
        return "single_point"
    return "holistic" if len(criteria) == 1 else "analytic"


def _check_text(text: str, limit: int, what: str) -> None:
    if not text:
        raise InvalidContent(f"Nothing is in {what}; write something.")
    _check_length(text, limit, what)


def _check_length(text: str, limit: int, what: str) -> None:
    if len(text) > limit:
        raise InvalidContent(f"There are {len(text)} characters in {what}; {limit} fit.")


def _check_count(count: int, limit: int, what: str, rubric_id: str) -> None:
    if count > limit:
        raise InvalidContent(f"Rubric {rubric_id} has {count} {what}; {limit} fit.")


def _check_choice(chosen: str, choices: tuple[str, ...], what: str) -> None:
    if chosen not in choices:
        raise InvalidContent(
            f"{what} is {chosen[:LABEL_CHARACTERS_MAX]!r}; use one of {', '.join(choices)}."
        )


def _check_unique(ids: list[str], what: str) -> None:
    if len(set(ids)) != len(ids):
        raise InvalidContent(f"Two {what} share an id; give each its own.")
