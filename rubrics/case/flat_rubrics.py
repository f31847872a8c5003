"""Rubrics whose criteria and levels stand beside them, as rows of a database do, put together."""

from rubrics.case.fields import Row, identifier, rows
from rubrics.limits import CRITERION_TOTAL_MAX, LEVEL_TOTAL_MAX, RUBRIC_COUNT_MAX
from rubrics.report import Notes

_CRITERIA, _LEVELS = "CFRubricCriteria", "CFRubricCriterionLevels"


def with_parts(package: Row, notes: Notes) -> Row:
    """A package whose criteria stand in its rubrics and whose levels stand in their criteria.

    Parts of what is not in the file are left out and said. Raises `UnreadableDocument`.
    """
    rubrics = rows(package, "CFRubrics", notes, RUBRIC_COUNT_MAX)
    criteria = rows(package, _CRITERIA, notes, CRITERION_TOTAL_MAX)
    levels = rows(package, _LEVELS, notes, LEVEL_TOTAL_MAX)
    criteria = _filled(criteria, levels, _LEVELS, "rubricCriterionId", notes)
    rubrics = _filled(rubrics, criteria, _CRITERIA, "rubricId", notes)
    rest = {name: part for name, part in package.items() if name not in (_CRITERIA, _LEVELS)}
    return {**rest, "CFRubrics": list(rubrics)}


def _filled(owners: list[Row], parts: list[Row], name: str, owner: str, notes: Notes) -> list[Row]:
    by_owner: dict[str, list[Row]] = {}
    for part in parts:
        by_owner.setdefault(identifier({"identifier": part.get(owner)}), []).append(part)
    found: list[Row] = []
    for one in owners:
        mine = by_owner.pop(identifier(one), [])
        if mine:
            notes.mended("parts-beside", list=name)
        found.append({**one, name: [*rows(one, name, notes, LEVEL_TOTAL_MAX), *mine]})
    for lost in by_owner.values():
        for part in lost:
            notes.left_out("parts-of-nothing", f"{part.get('quality') or part.get('description')}")
    return found
