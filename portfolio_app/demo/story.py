"""The words of the made-up class, read from `class_4b.toml` into plain values.

What is drawn, kept and answered stands there; how it is done does not enter here.
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from importlib.resources import files
from typing import Any

from portfolio_app.demo.growing_story import FILE_NAME as GROWING_FILE_NAME
from portfolio_app.demo.growing_story import Growing, read_growing

FILE_NAME = "class_4b.toml"
FILE_NAMES = (FILE_NAME, GROWING_FILE_NAME)


@dataclass(frozen=True, slots=True)
class Judgement:
    """Levels from 1 in the rubric's order (0: not rated), and reasons by criterion, from 0."""

    levels: tuple[int, ...]
    reasons: Mapping[int, str]


@dataclass(frozen=True, slots=True)
class Reply:
    """What the teacher answers; `is_approved` whether it may be shared."""

    judgement: Judgement
    words: str
    next_step: str
    is_approved: bool


@dataclass(frozen=True, slots=True)
class StoryWork:
    """A work: when it was made (ms since 1970), what is on the picture, and what was said about it.

    `judgement`, `thoughts` and `reply` are empty while it is still being worked on. `thoughts` are
    prompt id -> words; `competencies` are "<framework id>/<item id>".
    """

    title: str
    made_ms: int
    subject: str
    lettering: str
    caption: str
    competencies: tuple[str, ...]
    judgement: Judgement | None
    thoughts: Mapping[str, str]
    reply: Reply | None


@dataclass(frozen=True, slots=True)
class StoryShowcase:
    """A showcase: the titles of its works, in order, and the topics that it tells `about`."""

    title: str
    story: str
    works: tuple[str, ...]
    about: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StoryLearner:
    """A child of the class, their term, and how they grow in it."""

    name: str
    family: str
    picture: str
    band: str
    pin: str
    works: tuple[StoryWork, ...]
    showcase: StoryShowcase | None
    growing: Growing = field(default_factory=Growing)


@dataclass(frozen=True, slots=True)
class Story:
    """One school, one class, one teacher, one term."""

    school: str
    classroom: str
    teacher: str
    teacher_email: str
    rubric: str
    learners: tuple[StoryLearner, ...]


def read_story() -> Story:
    """The made-up class as it stands in this package."""
    told = tomllib.loads((files(__package__) / FILE_NAME).read_text(encoding="utf-8"))
    growing = read_growing(told["criteria"], lambda tags: _competencies(told, tags))
    return Story(
        told["school"], told["class"], told["teacher"], told["teacher_email"], told["rubric"],
        tuple(_learner(told, one, growing[one["name"]]) for one in told["learner"]),
    )  # fmt: skip


def _learner(told: Mapping[str, Any], learner: Mapping[str, Any], growing: Growing) -> StoryLearner:
    shown = learner.get("showcase")
    showcase = _showcase(shown) if shown else None
    works = tuple(_work(told, work, place, showcase) for place, work in enumerate(learner["work"]))
    return StoryLearner(
        learner["name"], learner["family"], learner["picture"], learner["band"], learner["pin"],
        works, showcase, growing,
    )  # fmt: skip


def _showcase(shown: Mapping[str, Any]) -> StoryShowcase:
    works, about = tuple(shown["works"]), tuple(shown.get("about", ()))
    return StoryShowcase(shown["title"], shown["story"], works, about)


def _work(
    told: Mapping[str, Any], work: Mapping[str, Any], place: int, showcase: StoryShowcase | None
) -> StoryWork:
    made: datetime = work["on"]
    judgement = reply = None
    if "mine" in work:
        reasons = {told["criteria"].index(name): words for name, words in work["why"].items()}
        judgement = Judgement(tuple(work["mine"]), reasons)
        is_shown = showcase is not None and work["title"] in showcase.works
        reply = Reply(
            Judgement(tuple(work["teacher"]), {}),
            work["says"],
            work["next"],
            is_shown or place % 2 == 0,
        )
    return StoryWork(
        title=work["title"],
        made_ms=int(made.timestamp() * 1000),
        subject=work["draw"],
        lettering=work["lettering"],
        caption=work["words"],
        competencies=_competencies(told, work["tags"]),
        judgement=judgement,
        thoughts=work.get("thought", {}),
        reply=reply,
    )


def _competencies(told: Mapping[str, Any], tags: Sequence[str]) -> tuple[str, ...]:
    return tuple(f"{told['framework']}/{told['competencies'][tag]}" for tag in tags)
