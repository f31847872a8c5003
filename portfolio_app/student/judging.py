"""Judging one's own work: begun and put aside, handed in, done again later, beside the teacher's.

No Flet, no HTTP, no clock of its own. Every function may raise BadInput, NotFound or StorageFull.
"""

from collections.abc import Callable

from portfolio_app.errors import BadInput, NotFound
from portfolio_app.model.artifact import Work
from portfolio_app.model.assessment import Ratings, write_ratings
from portfolio_app.model.judging import Begun, Draft, Sides, both_sides, draft_id, write_begun
from portfolio_app.model.pins import Pin, Pins, write_pins
from portfolio_app.student.portfolio import Portfolio, Write, fields_of
from rubrics.rubric import Rubric


def assess(
    portfolio: Portfolio,
    work_id: str,
    rubric_id: str,
    ratings: Ratings,
    pins: Pins | None = None,
    rubric_source: str = "",
) -> str:
    """Judge a work against a rubric; an earlier judgement stays in the history. Returns the new
    id. `pins` say what shows each criterion; `rubric_source` chooses a version of the rubric, the
    newest by default. A draft of it is used up in the same step.
    """
    work = portfolio.existing_work(work_id)
    rubric = _rubric(portfolio, rubric_id, rubric_source)
    if not ratings:
        raise BadInput("Nothing is chosen yet. Choose a level for at least one line.")
    _check_levels(rubric, ratings, may_lack_level=False)
    _check_pins(portfolio, rubric, pins or {})
    assessment_id = portfolio.world.new_id()
    fields = {
        "artifact": work.id,
        "rubric": rubric_id,
        "rubric_source": rubric.source_hash,
        "ratings": write_ratings(ratings),
        "at_ms": _judging_ms(portfolio, work),
    }
    if pins:
        fields["pins"] = write_pins(pins)
    writes = fields_of("self_assessment", assessment_id, fields)
    draft = draft_of(portfolio, work_id, rubric_id)
    if draft is not None:
        writes.append(Write("self_assessment_draft", draft.id, "begun", {}))
    portfolio.write(writes)
    return assessment_id


def keep_draft(
    portfolio: Portfolio, work_id: str, rubric_id: str, begun: Begun, rubric_source: str = ""
) -> None:
    """Keep what is chosen so far, for nobody but the learner; replaces every version shown here.

    Levels may be missing. An empty one ends the draft. The same again writes nothing.
    """
    portfolio.existing_work(work_id)
    rubric = _rubric(portfolio, rubric_id, rubric_source)
    _check_levels(rubric, begun.ratings, may_lack_level=True)
    _check_pins(portfolio, rubric, begun.pins)
    known = draft_of(portfolio, work_id, rubric_id)
    if begun.is_empty if known is None else known.versions == (begun,):
        return
    fields = {
        "artifact": work_id,
        "rubric": rubric_id,
        "rubric_source": rubric.source_hash,
        "begun": write_begun(begun),
        "at_ms": portfolio.now_ms(),
    }
    portfolio.write(fields_of("self_assessment_draft", draft_id(work_id, rubric_id), fields))


def draft_of(portfolio: Portfolio, work_id: str, rubric_id: str) -> Draft | None:
    """What was begun of a work and rubric, or None."""
    wanted = draft_id(work_id, rubric_id)
    return next((one for one in drafts(portfolio) if one.id == wanted), None)


def drafts(portfolio: Portfolio) -> tuple[Draft, ...]:
    """All that was begun and not handed in, newest first."""
    found = [Draft.read(one) for _, one in portfolio.records("self_assessment_draft")]
    begun = [one for one in found if one.versions]
    return tuple(sorted(begun, key=lambda one: (one.at_ms, one.id), reverse=True))


def sides_of(portfolio: Portfolio, work_id: str) -> tuple[Sides, ...]:
    """Every answer of a teacher to a work beside what the learner thought, oldest first."""
    return both_sides(portfolio.existing_work(work_id), rubrics_of(portfolio))


def rubrics_of(portfolio: Portfolio) -> Callable[[str, str], Rubric | None]:
    """(rubric id, SHA-256 of its file or "") -> that version of a rubric, as the model asks."""
    catalog = portfolio.catalog
    return lambda rubric_id, source: catalog.rubric(rubric_id, source or None)


def _rubric(portfolio: Portfolio, rubric_id: str, source: str) -> Rubric:
    rubric = portfolio.catalog.rubric(rubric_id, source or None)
    if rubric is None:
        raise NotFound("That rubric is not on this device. Choose one of those that are listed.")
    return rubric


def _check_levels(rubric: Rubric, ratings: Ratings, *, may_lack_level: bool) -> None:
    levels = {
        criterion.id: {level.id for level in criterion.levels} for criterion in rubric.criteria
    }
    for criterion, rating in ratings.items():
        is_unchosen = may_lack_level and not rating.level and criterion in levels
        if not is_unchosen and rating.level not in levels.get(criterion, ()):
            raise BadInput(
                "A chosen level is not in this rubric. Open the rubric again and choose from it."
            )


def _check_pins(portfolio: Portfolio, rubric: Rubric, pins: Pins) -> None:
    """A pin points at what is here: a criterion of the rubric, a work, and a file of that work."""
    criteria = {criterion.id for criterion in rubric.criteria}
    for criterion, pinned in pins.items():
        if criterion not in criteria:
            raise BadInput("A piece of evidence belongs to a line that this rubric does not have.")
        for pin in pinned:
            _check_pin(portfolio, pin)


def _check_pin(portfolio: Portfolio, pin: Pin) -> None:
    work = portfolio.existing_work(pin.work)
    if pin.file and work.file(pin.file) is None:
        raise NotFound("A pinned file is not part of that work. Choose it again.")


def _judging_ms(portfolio: Portfolio, work: Work) -> int:
    """Now, but after everything that was said about the work: clocks of two devices may differ."""
    said = [one.at_ms for one in work.self_assessments] + [one.at_ms for one in work.feedback]
    return max(portfolio.now_ms(), max(said, default=0) + 1)
