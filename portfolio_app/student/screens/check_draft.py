"""A check in the making: what was chosen, why, and what shows it; kept until it is handed in."""

from dataclasses import dataclass, field
from typing import Any

import flet as ft

from portfolio_app.model.assessment import Rating, Ratings
from portfolio_app.model.judging import Begun
from portfolio_app.model.pins import Pin, read_pins, write_pins
from portfolio_app.student.state import AppState, Draft
from rubrics.rubric import Rubric


@ft.observable
@dataclass
class Judging:
    """A judgement in the making. Whole dictionaries are assigned, so that screens notice."""

    levels: dict[str, str] = field(default_factory=dict)
    whys: dict[str, str] = field(default_factory=dict)
    pins: dict[str, Any] = field(default_factory=dict)
    step: int = 0

    def as_draft(self) -> Draft:
        """As JSON."""
        return {
            "levels": dict(self.levels), "whys": dict(self.whys), "pins": dict(self.pins),
            "step": self.step,
        }  # fmt: skip

    def ratings(self, rubric: Rubric, *, may_lack_level: bool = False) -> Ratings:
        """What was chosen, in the rubric's order; with words alone where that is allowed."""
        both = {
            one.id: Rating(self.levels.get(one.id, ""), self.whys.get(one.id, "").strip())
            for one in rubric.criteria
        }
        return {
            name: rating
            for name, rating in both.items()
            if rating.level or (may_lack_level and rating.why)
        }


def add_pin(app: AppState, work: str, rubric: str, criterion: str, pin: Pin) -> None:
    """Put a pin into the check that is being made."""
    judging = begun_check(app, work, rubric)
    pins = [*pins_so_far(app, work, rubric, criterion), pin]
    judging.pins = {**judging.pins, **write_pins({criterion: tuple(pins)})}
    app.doors.keep_draft(draft_name(work, rubric), judging.as_draft())


def pins_so_far(app: AppState, work: str, rubric: str, criterion: str) -> tuple[Pin, ...]:
    """The pins of a line in the check that is being made."""
    return read_pins(begun_check(app, work, rubric).pins).get(criterion, ())


def draft_name(work: str, rubric: str) -> str:
    """What the draft of a check is called."""
    return f"check:{work}:{rubric}"


def begun_check(app: AppState, work: str, rubric: str) -> Judging:
    """What was begun: in this window, or else put aside for later, here or on another device."""
    draft = app.doors.draft(draft_name(work, rubric))
    if not draft:
        kept = (one for one in app.open.begun if (one.artifact, one.rubric) == (work, rubric))
        begun = next((one.newest for one in kept), Begun({}))
        levels = {name: one.level for name, one in begun.ratings.items() if one.level}
        whys = {name: one.why for name, one in begun.ratings.items() if one.why}
        return Judging(levels, whys, write_pins(begun.pins))
    return Judging(
        dict(draft.get("levels") or {}), dict(draft.get("whys") or {}),
        dict(draft.get("pins") or {}), int(draft.get("step") or 0),
    )  # fmt: skip
