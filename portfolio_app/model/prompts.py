"""The questions that help to reflect: which there are, for whom, and what each is about.

Their words stand in the locale files, as `prompt-<id>`, each with three beginnings of an answer:
`student-starter-<id with dashes>-1` to `-3`. A question has one wording, so each age has its own.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from portfolio_app.model.people import BANDS

YOUNGEST, YOUNG, MIDDLE, OLDEST = BANDS
STARTERS_COUNT = 3

WORK, TWO_WORKS, GOAL, COMPETENCY = "work", "two_works", "goal", "competency"


@dataclass(frozen=True, slots=True)
class Prompt:
    """One question. `kind` groups those that are asked together; `bands` are the ages it suits."""

    id: str
    kind: str
    bands: frozenset[str]


ABOUT: Mapping[str, frozenset[str]] = {
    "look": frozenset({WORK}),
    "what": frozenset({WORK, GOAL, COMPETENCY}),
    "stars": frozenset({WORK}),
    "before_after": frozenset({WORK, GOAL, COMPETENCY}),
    "compare": frozenset({TWO_WORKS}),
    "goal": frozenset({GOAL}),
    "can": frozenset({COMPETENCY}),
}
"""Kind -> what its questions may be asked about. In the order in which kinds are offered.

look: one thing about a work. what: what happened, so what, now what (after Borton, "Reach, Touch
and Teach", 1970). stars: two stars and a wish. The wording of every question is our own.
"""


def _prompts(kind: str, ages: tuple[str, ...], *ids: str) -> tuple[Prompt, ...]:
    return tuple(Prompt(one, kind, frozenset(ages)) for one in ids)


_CHILDREN = (YOUNGEST, YOUNG)
_TEENAGERS = (MIDDLE, OLDEST)

BANK: tuple[Prompt, ...] = (
    *_prompts("look", _CHILDREN, "proud"),
    *_prompts("look", (YOUNGEST, YOUNG, MIDDLE), "tricky"),
    *_prompts("look", _TEENAGERS, "learned"),
    *_prompts("look", (OLDEST,), "decision"),
    *_prompts("look", (YOUNG, MIDDLE, OLDEST), "next_time"),
    *_prompts("look", _TEENAGERS, "show"),
    *_prompts("what", _CHILDREN, "did", "did_feel", "did_next"),
    *_prompts("what", _TEENAGERS, "what", "so_what", "now_what"),
    *_prompts("stars", (YOUNGEST, YOUNG, MIDDLE), "star_first", "star_second", "wish"),
    *_prompts("stars", (OLDEST,), "strengths", "improve"),
    *_prompts("before_after", _CHILDREN, "then", "now"),
    *_prompts("before_after", _TEENAGERS, "at_start", "since_then"),
    *_prompts("compare", _CHILDREN, "compare_new", "compare_like"),
    *_prompts("compare", _TEENAGERS, "compare_grew", "compare_kept"),
    *_prompts("goal", BANDS, "goal_want"),
    *_prompts("goal", _CHILDREN, "goal_well"),
    *_prompts("goal", BANDS, "goal_hard"),
    *_prompts("goal", _TEENAGERS, "goal_plan"),
    *_prompts("goal", BANDS, "goal_story"),
    *_prompts("can", _CHILDREN, "can_where", "can_next"),
    *_prompts("can", _TEENAGERS, "can_best", "can_gap"),
)


def prompts_for(band: str, about: str | None = None, kind: str | None = None) -> tuple[Prompt, ...]:
    """The questions for an age, in order: all, or those about something, or those of one kind."""
    return tuple(
        one
        for one in BANK
        if band in one.bands
        and (about is None or about in ABOUT[one.kind])
        and (kind is None or one.kind == kind)
    )


def find_prompt(prompt_id: str) -> Prompt | None:
    """The question with this id, for whatever age."""
    return next((one for one in BANK if one.id == prompt_id), None)
