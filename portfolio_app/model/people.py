"""Who acts: learners, teachers and guests, and what each is to a portfolio."""

from dataclasses import dataclass
from enum import Enum
from typing import NewType

LearnerId = NewType("LearnerId", str)
ClassId = NewType("ClassId", str)
PersonId = NewType("PersonId", str)

OWN_SCOPE = "self"
BANDS = ("5-7", "8-10", "11-13", "14-18")
DEFAULT_BAND = "8-10"
DEFAULT_LANGUAGE = "en"
NAME_LIMIT = 60
AVATARS = (
    "fox", "owl", "turtle", "whale", "bee", "cat",
    "rabbit", "bear", "parrot", "hedgehog", "frog", "penguin",
)  # fmt: skip


class Role(Enum):
    """What somebody is while acting on one portfolio."""

    LEARNER = "learner"
    TEACHER = "teacher"
    GUEST = "guest"


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody acting.

    `learner` is set for a learner; `teaches` are the learners of a teacher's classes; `classes` are
    the classes that a learner is in or a teacher teaches.
    """

    id: PersonId
    role: Role
    learner: LearnerId | None = None
    teaches: frozenset[LearnerId] = frozenset()
    classes: frozenset[ClassId] = frozenset()


def learner_scope(learner: LearnerId) -> str:
    """The scope of one learner's portfolio as the school names it."""
    return f"p/{learner}"


def class_scope(classroom: ClassId) -> str:
    """The scope that everybody in a class reads."""
    return f"c/{classroom}"
