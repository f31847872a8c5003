"""Rubrics in Canvas's CSV, as CASE CFRubric rows.

Source: Canvas, rubric import template: rubric name, criteria name, criteria description, whether
points are ranges, then name, description and points of each rating, the highest first. A row
without a rubric name belongs to the rubric above.
"""

from rubrics.case.fields import Row, made_identifier
from rubrics.case.file import Json
from rubrics.foreign.case_rows import Draft, document, known, numbered
from rubrics.foreign.columns import plain
from rubrics.foreign.table import Table
from rubrics.report import Notes

_FIRST_RATING = 4
_CELLS_OF_RATING = 3
_YES = ("true", "1", "yes", "t", "y")


def is_canvas(table: Table) -> bool:
    """Whether a table has the headings of Canvas."""
    names = [plain(one) for one in table.header[:2]]
    return names[:1] == ["rubricname"] and names[1:] in (["criterianame"], ["criterionname"])


def package_of_canvas(table: Table, name: str, notes: Notes) -> Row:
    """Every rubric in the table, in one CASE package without a framework."""
    by_title: dict[str, list[Row]] = {}
    title = name
    for row in table.rows:
        title = row[0].strip() or title
        criteria = by_title.setdefault(title, [])
        criteria.append(_criterion(row, title, len(criteria), notes))
    rubrics: list[Json] = [
        {
            "identifier": made_identifier("canvas", one),
            "title": one,
            "CFRubricCriteria": numbered(criteria),
        }
        for one, criteria in by_title.items()
    ]
    first = next(iter(by_title), name)
    head = document(made_identifier("document", "canvas", *by_title), first)
    return Draft(head, rubrics=rubrics).row()


def _criterion(row: tuple[str, ...], rubric: str, place: int, notes: Notes) -> Row:
    title, description = row[1].strip(), row[2].strip() if len(row) > 2 else ""  # noqa: PLR2004
    criterion_id = made_identifier("canvas criterion", rubric, title, str(place))
    if len(row) > _FIRST_RATING - 1 and row[_FIRST_RATING - 1].strip().casefold() in _YES:
        notes.mended("Points that were ranges count as their upper end", title)
    levels: list[Json] = []
    for start in range(_FIRST_RATING, len(row), _CELLS_OF_RATING):
        cells = [cell.strip() for cell in row[start : start + _CELLS_OF_RATING]]
        if any(cells):
            levels.append(_level([*cells, "", ""], criterion_id, len(levels), notes))
    return known(
        {"identifier": criterion_id, "description": description or title},
        CFRubricCriterionLevels=numbered(reversed(levels)),
        extensions=known({"title": title or description}, description=description),
    )


def _level(cells: list[str], criterion_id: str, place: int, notes: Notes) -> Row:
    name, description, points = cells[:3]
    score: float | None = None
    try:
        score = float(points.replace(",", ".")) if points else None
    except ValueError:
        notes.left_out("Points that are no number were left out", points)
    return known(
        {"identifier": made_identifier("canvas level", criterion_id, str(place), name)},
        quality=name,
        description=description,
        score=score,
    )
