"""CFRubrics to rubrics: criteria in their order, levels from the least to the most.

Source: CASE 1.1, CFRubric, CFRubricCriterion, CFRubricCriterionLevel. A criterion there has no
title: its category may be a heading shared by several, or all the name it has.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from rubrics.case import fields
from rubrics.case.fields import Row
from rubrics.case.items import Items
from rubrics.case.package import Document
from rubrics.limits import CRITERION_COUNT_MAX, LEVEL_COUNT_MAX, RUBRIC_COUNT_MAX
from rubrics.report import Notes
from rubrics.rubric import RUBRIC_KINDS, Criterion, Level, Rubric

_NO_WORDS = "…"


def rubrics_of(
    row: Row, document: Document, items: Items, source_hash: str, notes: Notes
) -> tuple[Rubric, ...]:
    """Read the rubrics of a package. Raises `UnreadableDocument` when there are too many."""
    found: dict[str, Rubric] = {}
    for rubric_row in fields.rows(row, "CFRubrics", notes, RUBRIC_COUNT_MAX):
        rubric = _rubric(rubric_row, document, items, len(found), notes)
        if rubric.id in found:
            notes.left_out(
                "Rubrics with an identifier that another has were left out", rubric.title
            )
            continue
        found[rubric.id] = replace(rubric, source_hash=source_hash)
        notes.took("rubrics")
    return tuple(found.values())


def _rubric(row: Row, document: Document, items: Items, place: int, notes: Notes) -> Rubric:
    title = fields.label(row, "title", notes)
    if not title:
        title = document.title
        notes.mended("Rubrics without a title were called after the document", title)
    rubric_id = fields.identifier(row)
    if not rubric_id:
        rubric_id = fields.made_identifier("rubric", document.id, title, str(place))
        notes.mended("Rubrics without an identifier were given one made from their title", title)
    criteria = _criteria(row, rubric_id, items, notes)
    found = row.get("extensions")
    extensions: Row = found if isinstance(found, dict) else {}
    kind = fields.label(extensions, "rubricKind", notes)
    return Rubric(
        id=rubric_id,
        title=title,
        kind=kind if kind in RUBRIC_KINDS else _kind_of(criteria),
        criteria=criteria,
        description=fields.text(row, "description", notes),
        language=document.language,
        creator=document.creator,
        licence=document.licence,
        bands=fields.labels(extensions, "ageBands", notes=notes),
        framework_id=document.id if items.rows else None,
        uri=fields.address(row, "uri", notes),
    )


def _kind_of(criteria: tuple[Criterion, ...]) -> str:
    """CASE does not say the kind; the shape does."""
    if criteria and all(len(criterion.levels) <= 1 for criterion in criteria):
        return "single_point"
    return "holistic" if len(criteria) == 1 else "analytic"


def _criteria(row: Row, rubric_id: str, items: Items, notes: Notes) -> tuple[Criterion, ...]:
    found = fields.rows(row, "CFRubricCriteria", notes, CRITERION_COUNT_MAX)
    headings = Counter(fields.label(one, "category", notes) for one in found)
    criteria: dict[str, Criterion] = {}
    for criterion_row in _by_position(found):
        criterion = _criterion(criterion_row, rubric_id, headings, items, notes)
        if criterion.id in criteria:
            notes.mended("Criteria that shared an identifier were given their own", criterion.title)
            criterion = replace(criterion, id=_free_id(criterion.id, criteria))
        criteria[criterion.id] = criterion
        notes.took("criteria")
        notes.took("levels", len(criterion.levels))
    return tuple(criteria.values())


def _criterion(
    row: Row, rubric_id: str, headings: Counter[str], items: Items, notes: Notes
) -> Criterion:
    category = fields.label(row, "category", notes)
    description = fields.text(row, "description", notes)
    link = fields.link(row.get("CFItemURI"), notes)
    if category and (headings[category] == 1 or not description.strip()):
        title = category
    else:
        title, description = description.strip(), ""
    title = title or (link.title if link else "") or _NO_WORDS
    criterion_id = fields.identifier(row) or fields.made_identifier("criterion", rubric_id, title)
    return Criterion(
        id=criterion_id,
        title=title,
        description=description,
        levels=_levels(row, criterion_id, notes),
        competency_id=(items.find(link) or link.id) if link else None,
        weight=fields.number(row, "weight"),
        category=category,
        competency_title=link.title if link else "",
        competency_uri=link.uri if link else "",
        uri=fields.address(row, "uri", notes),
    )


def _levels(row: Row, criterion_id: str, notes: Notes) -> tuple[Level, ...]:
    found = fields.rows(row, "CFRubricCriterionLevels", notes, LEVEL_COUNT_MAX)
    levels: dict[str, Level] = {}
    for level_row in _by_position(found):
        level = _level(level_row, criterion_id, notes)
        if level.id in levels:
            notes.mended("Levels that shared an identifier were given their own", level.name)
            level = replace(level, id=_free_id(level.id, levels))
        levels[level.id] = level
    return tuple(
        replace(level, position=position)
        for position, level in enumerate(_least_first(list(levels.values())))
    )


def _level(row: Row, criterion_id: str, notes: Notes) -> Level:
    description = fields.text(row, "description", notes)
    score = fields.number(row, "score")
    name = fields.label(row, "quality", notes)
    if not name:
        # A level needs something to press on: its points, or nothing that could mislead.
        name = _NO_WORDS if score is None else f"{score:g}"
        notes.mended("Levels without a name are called by their points", name)
    return Level(
        id=fields.identifier(row) or fields.made_identifier("level", criterion_id, name),
        name=name,
        description=description,
        score=score,
        feedback=fields.text(row, "feedback", notes),
        uri=fields.address(row, "uri", notes),
    )


def _least_first(levels: list[Level]) -> list[Level]:
    """By score when every level has one; rubrics are as often written best first as least first."""
    scores = [level.score for level in levels if level.score is not None]
    if len(scores) < len(levels) or len(set(scores)) < 2:  # noqa: PLR2004  one score orders nothing
        return levels
    return sorted(levels, key=lambda level: level.score or 0.0)


def _by_position(found: list[Row]) -> list[Row]:
    """By position; those without one keep their place at the end (sorting is stable)."""

    def order(row: Row) -> tuple[bool, float]:
        position = fields.number(row, "position")
        return position is None, position or 0.0

    return sorted(found, key=order)


def _free_id(taken_id: str, taken: Iterable[str]) -> str:
    known = set(taken)
    free = taken_id
    while free in known:
        free = fields.made_identifier("again", free)
    return free
