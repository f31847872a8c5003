"""Rubrics in Canvas's CSV, as CASE CFRubric rows.

Source: Canvas, rubric import template: rubric name, criteria name, criteria description, whether
points are ranges, then name, description and points of each rating, the highest first. A row
without a rubric name belongs to the rubric above. Templates differ: without the column of ranges,
with numbered headings ("Rating Name 2"), or with headings for the first rating alone.
"""

from dataclasses import dataclass, field

from rubrics.case import fields
from rubrics.case.fields import Row, made_identifier
from rubrics.case.file import Json
from rubrics.foreign.case_rows import Draft, Room, document, known, numbered
from rubrics.foreign.columns import plain
from rubrics.foreign.table import Table
from rubrics.report import Notes

_NAMES = ("criterianame", "criterionname")
_DESCRIPTIONS = ("criteriadescription", "criteriondescription")
_RANGES = ("criteriaenablerange", "criterionenablerange", "enablerange")
_OF_RATING = {
    **dict.fromkeys(("ratingname", "ratingtitle"), "name"),
    **dict.fromkeys(("ratingdescription", "ratinglongdescription"), "description"),
    **dict.fromkeys(("ratingpoints", "ratingpoint"), "points"),
}
_DIGITS = "0123456789"
_YES = ("true", "1", "yes", "t", "y")


@dataclass(slots=True)
class _Columns:
    """Where things stand: description and range of the criterion, and the parts of each rating."""

    description: int | None = None
    ranges: int | None = None
    ratings: list[dict[str, int]] = field(default_factory=list)
    strange: list[int] = field(default_factory=list)


def is_canvas(table: Table) -> bool:
    """Whether a table has the headings of Canvas."""
    names = [plain(one) for one in table.header[:2]]
    return names[:1] == ["rubricname"] and names[1:] in ([name] for name in _NAMES)


def package_of_canvas(table: Table, name: str, notes: Notes) -> Row:
    """Every rubric in the table, in one CASE package without a framework.

    Raises `UnreadableDocument` when there are too many criteria or ratings.
    """
    columns = _columns(table)
    for place in columns.strange:
        if any(row[place].strip() for row in table.rows):
            notes.left_out("column-strange", table.header[place])
    by_title: dict[str, list[Row]] = {}
    room = Room()
    title = name
    for row in table.rows:
        title = row[0].strip() or title
        criteria = by_title.setdefault(title, [])
        made = _criterion(row, columns, title, len(criteria), notes)
        levels = made.get("CFRubricCriterionLevels")
        room.take(len(criteria) + 1, len(levels) if isinstance(levels, list) else 0)
        criteria.append(made)
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


def _columns(table: Table) -> _Columns:
    found = _Columns()
    parts = ("name", "description", "points")
    for place, heading in enumerate(table.header[2:], start=2):
        said = plain(heading).rstrip(_DIGITS)
        part = _OF_RATING.get(said, "")
        if not said and found.ratings:
            # Nothing above it: the three cells of a rating go on.
            last = max(found.ratings[-1], key=lambda one: found.ratings[-1][one])
            part = parts[(parts.index(last) + 1) % len(parts)]
        if said in _DESCRIPTIONS and found.description is None:
            found.description = place
        elif said in _RANGES and found.ranges is None:
            found.ranges = place
        elif part:
            if not found.ratings or part in found.ratings[-1]:
                found.ratings.append({})
            found.ratings[-1][part] = place
        else:
            found.strange.append(place)
    return found


def _criterion(
    row: tuple[str, ...], columns: _Columns, rubric: str, place: int, notes: Notes
) -> Row:
    title, description = row[1].strip(), _cell(row, columns.description)
    criterion_id = made_identifier("canvas criterion", rubric, title, str(place))
    if _cell(row, columns.ranges).casefold() in _YES:
        notes.mended("points-range", title)
    levels: list[Json] = []
    for rating in columns.ratings:
        cells: Row = {part: _cell(row, rating.get(part)) for part in _OF_RATING.values()}
        if any(cells.values()):
            levels.append(_level(cells, criterion_id, len(levels), notes))
    return known(
        {"identifier": criterion_id, "description": description or title},
        CFRubricCriterionLevels=numbered(reversed(levels)),
        extensions=known({"title": title or description}, description=description),
    )


def _cell(row: tuple[str, ...], place: int | None) -> str:
    return "" if place is None else row[place].strip()


def _level(cells: Row, criterion_id: str, place: int, notes: Notes) -> Row:
    name, score = cells["name"], fields.points(cells, "points", notes)
    return known(
        {"identifier": made_identifier("canvas level", criterion_id, str(place), str(name))},
        quality=name,
        description=cells["description"],
        score=score,
    )
