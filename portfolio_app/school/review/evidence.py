"""What a learner pinned to a line of a rubric, and how that line was judged over time."""

from collections.abc import Sequence
from dataclasses import dataclass

from portfolio_app.model.artifact import Work, WorkFile
from portfolio_app.model.judging import over_time
from portfolio_app.model.pins import Pin
from rubrics.rubric import Criterion, Rubric

_THIRDS = 3
_USUAL_SIDES = (400, 300)
ROWS = ("top", "middle", "bottom")
COLUMNS = ("left", "centre", "right")


@dataclass(frozen=True, slots=True)
class Pinned:
    """One piece of evidence as the page shows it.

    `picture` is the picture of this work that it is in, and `number` its place among them, from 1.
    `row` and `column` say the place in words ("" without one), `x` and `y` in the picture's pixels
    of `width` and `height`. Times are in seconds. `other_work` is another work of theirs, or "".
    """

    note: str
    picture: WorkFile | None = None
    number: int = 0
    row: str = ""
    column: str = ""
    x: int = 0
    y: int = 0
    width: int = 0
    height: int = 0
    from_seconds: int | None = None
    to_seconds: int = 0
    file_name: str = ""
    other_work: str = ""


@dataclass(frozen=True, slots=True)
class Judgement:
    """Who chose which level of a line, when and why."""

    at_ms: int
    by: str
    is_learners: bool
    level: str
    why: str


def pinned(work: Work, pins: Sequence[Pin]) -> tuple[Pinned, ...]:
    """Pins as the page of `work` shows them."""
    return tuple(_pinned(work, one) for one in pins)


def judgements(work: Work, rubric: Rubric, criterion: Criterion) -> tuple[Judgement, ...]:
    """Every judgement of one line, oldest first; none while there was only one.

    What is sealed has no level here, and so is left out.
    """
    found = [
        Judgement(one.at_ms, "", True, criterion.levels[one.place].name, one.rating.why)
        for one in over_time(work.self_assessments, rubric, criterion)
    ]
    for feedback in work.feedback:
        found += [
            Judgement(one.at_ms, feedback.by, False, criterion.levels[one.place].name,
                      one.rating.why)
            for one in over_time((feedback,), rubric, criterion)
        ]  # fmt: skip
    return tuple(sorted(found, key=lambda one: one.at_ms)) if len(found) > 1 else ()


def _pinned(work: Work, pin: Pin) -> Pinned:
    if pin.work and pin.work != work.id:
        return Pinned(pin.note, other_work=pin.work)
    pictures = [file for file in work.files if file.preview]
    # What was pinned is what was there then; it is numbered as what stands in its place now.
    file, newest = work.file(pin.file), work.shown_for(pin.file)
    picture = file if file and file.preview and newest in pictures else None
    start, end = pin.span_ms if pin.span_ms is not None else (None, 0)
    width, height = _USUAL_SIDES
    if picture is not None and picture.width and picture.height:
        width, height = picture.width, picture.height
    x, y = pin.place or (0.0, 0.0)
    has_place = pin.place is not None and picture is not None
    return Pinned(
        pin.note,
        picture,
        pictures.index(newest) + 1 if picture and newest else 0,
        ROWS[_third(y)] if has_place else "",
        COLUMNS[_third(x)] if has_place else "",
        round(_inside(x) * width),
        round(_inside(y) * height),
        width,
        height,
        None if start is None else start // 1000,
        end // 1000,
        file.name if file and not picture else "",
    )


def _inside(share: float) -> float:
    return min(max(share, 0.0), 1.0)


def _third(share: float) -> int:
    return min(int(_inside(share) * _THIRDS), _THIRDS - 1)
