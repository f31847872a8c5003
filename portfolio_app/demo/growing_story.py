"""How the made-up class grows, read from `class_4b_growing.toml` into plain values.

What is wanted, taken on, said and checked again stands there; how it is done does not enter here.
"""

import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from importlib.resources import files
from typing import Any

FILE_NAME = "class_4b_growing.toml"

TagsOf = Callable[[Sequence[str]], tuple[str, ...]]
"""The story's short names of competencies as "<framework id>/<item id>"."""


@dataclass(frozen=True, slots=True)
class StoryStep:
    """A step; without `begun_ms` it waits. `shows` are titles of works. Times: ms since 1970."""

    title: str
    begun_ms: int | None
    done_ms: int | None
    shows: tuple[str, ...]
    competencies: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StoryCheckIn:
    """How it was going."""

    at_ms: int
    going: str
    words: str


@dataclass(frozen=True, slots=True)
class StoryIdea:
    """What the teacher proposes; `splits` the step in whose place it comes, from 0, or None.

    `answer` is "" while it waits, then "accepted" or "declined".
    """

    at_ms: int
    steps: tuple[str, ...]
    words: str
    splits: int | None
    answer: str
    answered_ms: int
    reply: str


@dataclass(frozen=True, slots=True)
class StoryGoal:
    """A goal and its way; `done_ms` is None while it goes on."""

    title: str
    at_ms: int
    why: str
    competencies: tuple[str, ...]
    steps: tuple[StoryStep, ...]
    check_ins: tuple[StoryCheckIn, ...]
    idea: StoryIdea | None
    done_ms: int | None
    story: str


@dataclass(frozen=True, slots=True)
class StoryEntry:
    """What a child says of themself; `to` "" is as the topic usually is."""

    at_ms: int
    topic: str
    words: str
    to: str


@dataclass(frozen=True, slots=True)
class StoryNote:
    """What the teacher notes beside a topic of a child's, or asks about it."""

    at_ms: int
    topic: str
    words: str
    is_question: bool


@dataclass(frozen=True, slots=True)
class StoryPin:
    """A place in the picture that shows a line of the rubric, in fractions of its sides."""

    line: int
    x: float
    y: float
    note: str


@dataclass(frozen=True, slots=True)
class StoryAgain:
    """A work that is checked once more, and answered once more.

    `mine` and `teacher` are levels from 1, `why` reasons by the line of the rubric, from 0.
    """

    work: str
    at_ms: int
    mine: tuple[int, ...]
    why: Mapping[int, str]
    pin: StoryPin | None
    teacher: tuple[int, ...]
    says: str
    next_step: str


@dataclass(frozen=True, slots=True)
class StoryThought:
    """A thought about a goal (its title), something I can (a reference), or two works (titles)."""

    at_ms: int
    prompt: str
    words: str
    goal: str
    competency: str
    works: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Growing:
    """One child's way. `made`: title of a work -> where it was made and with what help."""

    ideas: str = "ask"
    made: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    goals: tuple[StoryGoal, ...] = ()
    entries: tuple[StoryEntry, ...] = ()
    again: tuple[StoryAgain, ...] = ()
    thoughts: tuple[StoryThought, ...] = ()
    notes: tuple[StoryNote, ...] = ()


def read_growing(criteria: Sequence[str], tags_of: TagsOf) -> Mapping[str, Growing]:
    """First name -> how that child grows. `criteria` are the lines of the rubric by short names."""
    told = tomllib.loads((files(__package__) / FILE_NAME).read_text(encoding="utf-8"))
    return {name: _growing(one, criteria, tags_of) for name, one in told.items()}


def _growing(told: Mapping[str, Any], criteria: Sequence[str], tags_of: TagsOf) -> Growing:
    return Growing(
        told["ideas"],
        {title: (where, help_) for title, (where, help_) in told["made"].items()},
        tuple(_goal(one, tags_of) for one in told["goal"]),
        tuple(
            StoryEntry(_ms(one["on"]), one["topic"], one["words"], one.get("to", ""))
            for one in told["says"]
        ),
        tuple(_again(one, criteria) for one in told.get("again", ())),
        tuple(_thought(one, tags_of) for one in told.get("thinks", ())),
        tuple(
            StoryNote(_ms(one["on"]), one["topic"], one["words"], kind == "asked")
            for kind in ("noted", "asked")
            for one in told.get(kind, ())
        ),
    )


def _goal(told: Mapping[str, Any], tags_of: TagsOf) -> StoryGoal:
    return StoryGoal(
        told["title"],
        _ms(told["on"]),
        told.get("why", ""),
        tags_of(told["tags"]),
        tuple(_step(one, tags_of) for one in told["steps"]),
        tuple(
            StoryCheckIn(_ms(one["on"]), one["going"], one["words"])
            for one in told.get("check_ins", ())
        ),
        _idea(told["idea"]) if "idea" in told else None,
        _ms(told["done"]) if "done" in told else None,
        told.get("story", ""),
    )


def _step(told: Mapping[str, Any], tags_of: TagsOf) -> StoryStep:
    return StoryStep(
        told["title"],
        _ms(told["begun"]) if "begun" in told else None,
        _ms(told["done"]) if "done" in told else None,
        tuple(told.get("shows", ())),
        tags_of(told.get("tags", ())),
    )


def _idea(told: Mapping[str, Any]) -> StoryIdea:
    return StoryIdea(
        _ms(told["on"]),
        tuple(told["steps"]),
        told["words"],
        told["splits"] - 1 if "splits" in told else None,
        told.get("answer", ""),
        _ms(told["answered"]) if "answered" in told else 0,
        told.get("reply", ""),
    )


def _again(told: Mapping[str, Any], criteria: Sequence[str]) -> StoryAgain:
    pin = told.get("pin")
    return StoryAgain(
        told["work"],
        _ms(told["on"]),
        tuple(told["mine"]),
        {criteria.index(name): words for name, words in told["why"].items()},
        StoryPin(criteria.index(pin["line"]), pin["x"], pin["y"], pin["note"]) if pin else None,
        tuple(told["teacher"]),
        told["says"],
        told["next"],
    )


def _thought(told: Mapping[str, Any], tags_of: TagsOf) -> StoryThought:
    (competency,) = tags_of([told["can"]]) if "can" in told else ("",)
    return StoryThought(
        _ms(told["on"]),
        told["prompt"],
        told["words"],
        told.get("goal", ""),
        competency,
        tuple(told.get("works", ())),
    )


def _ms(moment: datetime) -> int:
    return int(moment.timestamp() * 1000)
