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
from rubrics.limits import (
    CRITERION_COUNT_MAX,
    GROUP_COUNT_MAX,
    LEVEL_COUNT_MAX,
    RUBRIC_COUNT_MAX,
)
from rubrics.report import Notes
from rubrics.rubric import (
    RUBRIC_KINDS,
    SCORE_UNITS,
    Criterion,
    Group,
    Level,
    Rubric,
    fits_kind,
    kind_of,
)

_NO_WORDS = "…"
_READ_ALWAYS = ("identifier", "uri", "lastChangeDateTime", "extensions")
_READ_RUBRIC = frozenset({*_READ_ALWAYS, "title", "description", "CFRubricCriteria"})
_READ_CRITERION = frozenset(
    {
        *(*_READ_ALWAYS, "category", "description", "CFItemURI", "weight", "position"),
        *("rubricId", "CFRubricCriterionLevels"),
    }
)
_READ_LEVEL = frozenset(
    {
        *(*_READ_ALWAYS, "quality", "description", "score", "feedback", "position"),
        "rubricCriterionId",
    }
)


def rubrics_of(
    row: Row, document: Document, items: Items, source_hash: str, notes: Notes
) -> tuple[Rubric, ...]:
    """Read the rubrics of a package. Raises `UnreadableDocument` when there are too many."""
    found: dict[str, Rubric] = {}
    for rubric_row in fields.rows(row, "CFRubrics", notes, RUBRIC_COUNT_MAX):
        rubric = _rubric(rubric_row, document, items, len(found), notes)
        if rubric.id in found:
            notes.left_out("rubric-twice", rubric.title)
            continue
        found[rubric.id] = replace(rubric, source_hash=source_hash)
        notes.took("rubrics")
        if rubric.criteria:
            notes.took("criteria", len(rubric.criteria))
            notes.took("levels", sum(len(one.levels) for one in rubric.criteria))
    return tuple(found.values())


def _rubric(row: Row, document: Document, items: Items, place: int, notes: Notes) -> Rubric:
    title = fields.label(row, "title", notes)
    if not title:
        title = document.title
        notes.mended("rubric-untitled", title)
    rubric_id = fields.identifier(row)
    if not rubric_id:
        rubric_id = fields.made_identifier("rubric", document.id, title, str(place))
        notes.mended("rubric-unnamed", title)
    ours = fields.extensions(row)
    kind = fields.label(ours, "rubricKind", notes)
    criteria = _criteria(row, rubric_id, items, bool(kind), notes)
    groups = _groups(ours, rubric_id, criteria, notes)
    criteria = _grouped(criteria, groups, notes)
    unit = fields.label(ours, "scoreUnit", notes)
    notes.unread("CFRubric", sorted(row.keys() - _READ_RUBRIC))
    return Rubric(
        id=rubric_id,
        title=title,
        kind=_checked_kind(kind, criteria, title, notes),
        criteria=criteria,
        description=fields.text(row, "description", notes),
        language=_own_or(ours, "language", document.language, notes),
        creator=_own_or(ours, "creator", document.creator, notes),
        licence=_own_or(ours, "licence", document.licence, notes),
        bands=fields.labels(ours, "ageBands", notes=notes),
        framework_id=document.id if items.rows else None,
        uri=fields.address(row, "uri", notes),
        groups=groups,
        shows_scores=fields.flag(ours, "showsScores", otherwise=True),
        shows_weights=fields.flag(ours, "showsWeights", otherwise=True),
        score_unit=unit if unit in SCORE_UNITS else SCORE_UNITS[0],
        version=_own_or(ours, "version", document.version, notes),
        translations=fields.translations(ours, notes),
    )


def _own_or(ours: Row, key: str, otherwise: str, notes: Notes) -> str:
    return fields.label(ours, key, notes) if key in ours else otherwise


def _checked_kind(kind: str, criteria: tuple[Criterion, ...], title: str, notes: Notes) -> str:
    """The kind that our extension says when the shape agrees; CASE says none, the shape does."""
    if kind in RUBRIC_KINDS and fits_kind(kind, criteria):
        return kind
    if kind:
        notes.mended("rubric-kind", title)
    return kind_of(criteria)


def headings_as_groups(rubric_id: str, categories: Iterable[str]) -> tuple[Group, ...]:
    """A group for each category that several criteria share, in the order of their first."""
    counted = Counter(category for category in categories if category)
    return tuple(
        Group(fields.made_identifier("group", rubric_id, category), category)
        for category, count in list(counted.items())[:GROUP_COUNT_MAX]
        if count > 1
    )


def _groups(
    ours: Row, rubric_id: str, criteria: tuple[Criterion, ...], notes: Notes
) -> tuple[Group, ...]:
    if "groups" not in ours:
        return headings_as_groups(rubric_id, (one.category for one in criteria))
    found: dict[str, Group] = {}
    for row in fields.rows(ours, "groups", notes, GROUP_COUNT_MAX):
        title = fields.label(row, "title", notes) or _NO_WORDS
        group_id = fields.identifier(row) or fields.made_identifier("group", rubric_id, title)
        words = fields.translations(row, notes)
        found.setdefault(
            group_id, Group(group_id, title, fields.text(row, "description", notes), words)
        )
    return tuple(found.values())


def _grouped(
    criteria: tuple[Criterion, ...], groups: tuple[Group, ...], notes: Notes
) -> tuple[Criterion, ...]:
    by_title = {group.title: group.id for group in groups}
    known = {group.id for group in groups}
    placed = []
    for one in criteria:
        # An empty text says that it stands in no group, None that the file says nothing.
        wanted = by_title.get(one.category) if one.group_id is None else one.group_id or None
        if wanted is not None and wanted not in known:
            notes.mended("criterion-group", one.title)
            wanted = None
        placed.append(one if one.group_id == wanted else replace(one, group_id=wanted))
    return tuple(placed)


def _criteria(
    row: Row, rubric_id: str, items: Items, is_ours: bool, notes: Notes
) -> tuple[Criterion, ...]:
    found = fields.rows(row, "CFRubricCriteria", notes, CRITERION_COUNT_MAX)
    headings = Counter(fields.label(one, "category", notes) for one in found)
    criteria: dict[str, Criterion] = {}
    for criterion_row in _by_position(found):
        criterion = _criterion(criterion_row, rubric_id, headings, items, is_ours, notes)
        if criterion.id in criteria:
            notes.mended("criterion-twice", criterion.title)
            criterion = replace(criterion, id=_free_id(criterion.id, criteria))
        criteria[criterion.id] = criterion
    return tuple(criteria.values())


def title_and_rest(category: str, description: str, shares: bool, link_title: str) -> list[str]:
    """Title and description of a criterion, out of what CASE has: see the head of this module."""
    if category and (not shares or not description.strip()):
        title = category
    else:
        title, description = description.strip(), ""
    return [title or link_title or _NO_WORDS, description]


def _criterion(
    row: Row, rubric_id: str, headings: Counter[str], items: Items, is_ours: bool, notes: Notes
) -> Criterion:
    ours = fields.extensions(row)
    category = fields.label(row, "category", notes)
    link = fields.link(row.get("CFItemURI"), notes)
    linked = (items.find(link) or link.id) if link else None
    link_title = link.title if link else ""
    title, description = title_and_rest(
        category, fields.text(row, "description", notes), headings[category] > 1, link_title
    )
    if "title" in ours:
        title = fields.text(ours, "title", notes) or title
        description = fields.text(ours, "description", notes)
    criterion_id = fields.identifier(row) or fields.made_identifier("criterion", rubric_id, title)
    notes.unread("CFRubricCriterion", sorted(row.keys() - _READ_CRITERION))
    return Criterion(
        id=criterion_id,
        title=title,
        description=description,
        levels=_levels(row, criterion_id, is_ours, notes),
        competency_id=fields.identifier({"identifier": ours.get("competencyId")}) or linked,
        weight=fields.points(row, "weight", notes),
        category=category,
        competency_title=_own_or(ours, "competencyTitle", link_title, notes),
        competency_uri=_own_or(ours, "competencyUri", link.uri if link else "", notes),
        uri=fields.address(row, "uri", notes),
        group_id=fields.label(ours, "groupId", notes) if "groupId" in ours else None,
        is_negative=fields.flag(ours, "isNegative", otherwise=False),
        translations=fields.translations(ours, notes),
    )


def _levels(row: Row, criterion_id: str, is_ours: bool, notes: Notes) -> tuple[Level, ...]:
    found = fields.rows(row, "CFRubricCriterionLevels", notes, LEVEL_COUNT_MAX)
    levels: dict[str, Level] = {}
    for level_row in _by_position(found):
        level = _level(level_row, criterion_id, notes)
        if level.id in levels:
            notes.mended("level-twice", level.name)
            level = replace(level, id=_free_id(level.id, levels))
        levels[level.id] = level
    # What we wrote says the order itself; of others, the scores know best.
    ordered = list(levels.values()) if is_ours else _least_first(list(levels.values()))
    return tuple(replace(level, position=position) for position, level in enumerate(ordered))


def _level(row: Row, criterion_id: str, notes: Notes) -> Level:
    ours = fields.extensions(row)
    description = fields.text(row, "description", notes)
    score = fields.points(row, "score", notes)
    name = fields.label(row, "quality", notes)
    if not name:
        # A level needs something to press on: its points, or nothing that could mislead.
        name = _NO_WORDS if score is None else f"{score:g}"
        notes.mended("level-unnamed", name)
    notes.unread("CFRubricCriterionLevel", sorted(row.keys() - _READ_LEVEL))
    return Level(
        id=fields.identifier(row) or fields.made_identifier("level", criterion_id, name),
        name=name,
        description=description,
        score=score,
        feedback=fields.text(row, "feedback", notes),
        uri=fields.address(row, "uri", notes),
        picture=fields.label(ours, "picture", notes),
        picture_words=fields.label(ours, "pictureWords", notes),
        education_levels=fields.labels(ours, "educationLevel", notes=notes),
        translations=fields.translations(ours, notes),
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
