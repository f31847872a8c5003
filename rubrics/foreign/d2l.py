"""Rubrics in the JSON of D2L Brightspace, as CASE CFRubric rows.

Source: D2L Valence, Assessments and rubrics (Rubric.Rubric, CriteriaGroup, Level, CriterionCell).
A group has levels of its own; the cells of a criterion stand in their order. Keys are met in other
capitals, texts as {"Text", "Html"} or plain.
"""

from collections import deque
from collections.abc import Iterator

from rubrics.case.fields import Row, made_identifier, points
from rubrics.case.file import Json
from rubrics.foreign.case_rows import Draft, Room, document, known, numbered, refuse_over
from rubrics.foreign.formatted import plain_text
from rubrics.limits import LEVEL_COUNT_MAX, RUBRIC_COUNT_MAX
from rubrics.report import Notes

_HOLDERS = ("rubrics", "objects", "items", "rubric")
_HOLISTIC = (0, "0", "holistic")
_TEXT_ONLY = (0, "0", "textonly", "text only", "none")


def is_d2l(value: Json) -> bool:
    """Whether JSON holds rubrics as D2L writes them."""
    return next(_rubrics(value), None) is not None


def package_of_d2l(value: Json, name: str, notes: Notes) -> Row:
    """Every rubric in the file, in one CASE package without a framework."""
    found = list(_rubrics(value))
    refuse_over(len(found), RUBRIC_COUNT_MAX, "too-many-rubrics")
    room = Room()
    made = [_rubric(one, name, place, room, notes) for place, one in enumerate(found, start=1)]
    title = str(made[0]["title"]) if made else name
    head = document(made_identifier("document", *(str(one["identifier"]) for one in made)), title)
    return Draft(head, rubrics=list(made)).row()


def _rubrics(value: Json) -> Iterator[Row]:
    waiting: deque[Json] = deque([value])
    while waiting:
        current = waiting.popleft()
        if isinstance(current, list):
            waiting.extend(current)
        elif isinstance(current, dict):
            if isinstance(_get(current, "CriteriaGroups"), (list, dict)):
                yield current
            else:
                waiting.extend(held for key in _HOLDERS if (held := _get(current, key)) is not None)


def _rubric(row: Row, name: str, place: int, room: Room, notes: Notes) -> Row:
    title = _text(row, "Name", notes) or (name if place == 1 else f"{name} {place}")
    given = _get(row, "RubricId") or _get(row, "Id")
    named = title if place == 1 else f"{title} {place}"
    rubric_id = made_identifier("d2l", str(given or named))
    groups: list[Json] = []
    criteria: list[Json] = []
    for group in _rows(_get(row, "CriteriaGroups")):
        heading = _text(group, "Name", notes)
        group_id = made_identifier("group", rubric_id, str(len(groups)), heading)
        groups.append({"identifier": group_id, "title": heading or f"{len(groups) + 1}"})
        for made in _criteria(group, rubric_id, group_id, notes):
            levels = made.get("CFRubricCriterionLevels")
            room.take(len(criteria) + 1, len(levels) if isinstance(levels, list) else 0)
            criteria.append(made)
    if _get(row, "OverallLevels"):
        notes.left_out("overall-levels", title)
    ours: Row = {"rubricKind": "holistic" if _is(row, "RubricType", _HOLISTIC) else "analytic"}
    if _is(row, "ScoringMethod", _TEXT_ONLY):
        ours["showsScores"] = False
    # One group says nothing that the rubric does not say.
    ours["groups"] = groups if len(groups) > 1 else []
    if len(groups) <= 1:
        for one in criteria:
            if isinstance(one, dict):
                one["extensions"] = known({}, title=one.get("description"), groupId=None)
    return known(
        {"identifier": rubric_id, "title": title, "extensions": ours},
        description=_text(row, "Description", notes),
        CFRubricCriteria=numbered(criteria),
    )


def _criteria(group: Row, rubric_id: str, group_id: str, notes: Notes) -> Iterator[Row]:
    levels = list(_rows(_get(group, "Levels")))
    refuse_over(len(levels), LEVEL_COUNT_MAX, "too-many-in-criterion")
    for place, criterion in enumerate(_rows(_get(group, "Criteria")), start=1):
        title = _text(criterion, "Name", notes)
        given = _get(criterion, "Id") or f"{group_id} {place}"
        criterion_id = made_identifier("d2l criterion", rubric_id, str(given))
        cells = list(_rows(_get(criterion, "Cells")))[: 2 * LEVEL_COUNT_MAX]
        if len(cells) > len(levels):
            notes.left_out("cells-without-level", title)
        made = [
            _level(level, _cell(level, cells, number), criterion_id, number, notes)
            for number, level in enumerate(levels)
        ]
        yield known(
            {"identifier": criterion_id, "description": title},
            weight=_points(_get(criterion, "Weight"), notes),
            # D2L writes the best level first.
            CFRubricCriterionLevels=numbered(_least_first(made)),
            extensions={"title": title, "groupId": group_id},
        )


def _cell(level: Row, cells: list[Row], number: int) -> Row:
    level_id = _get(level, "Id")
    if level_id is not None:
        for cell in cells:
            if _get(cell, "LevelId") == level_id:
                return cell
    return cells[number] if number < len(cells) else {}


def _level(level: Row, cell: Row, criterion_id: str, number: int, notes: Notes) -> Row:
    own = _points(_get(cell, "Points"), notes)
    name = _text(level, "Name", notes)
    given = _get(level, "Id") or f"{number} {name}"
    return known(
        {"identifier": made_identifier("d2l level", criterion_id, str(given))},
        quality=name,
        description=_text(cell, "Description", notes),
        feedback=_text(cell, "Feedback", notes),
        score=_points(_get(level, "Points"), notes) if own is None else own,
    )


def _least_first(levels: list[Row]) -> list[Row]:
    scores = [score for one in levels if isinstance(score := one.get("score"), float)]
    if len(scores) < len(levels) or len(set(scores)) <= 1:
        return levels[::-1]
    return sorted(levels, key=lambda one: float(str(one["score"])))


def _get(row: Row, key: str) -> Json:
    if key in row:
        return row[key]
    wanted = key.casefold()
    return next((value for name, value in row.items() if name.casefold() == wanted), None)


def _is(row: Row, key: str, values: tuple[int | str, ...]) -> bool:
    value = _get(row, key)
    if isinstance(value, bool):
        return False
    return (value.casefold() if isinstance(value, str) else value) in values


def _rows(value: Json) -> list[Row]:
    members = [value] if isinstance(value, dict) else value
    return [one for one in members if isinstance(one, dict)] if isinstance(members, list) else []


def _text(row: Row, key: str, notes: Notes) -> str:
    value = _get(row, key)
    if isinstance(value, dict):
        plain, formatted = _get(value, "Text"), _get(value, "Html") or _get(value, "Content")
        if isinstance(plain, str) and plain.strip():
            return plain.strip()
        if not isinstance(formatted, str):
            return ""
        if formatted.strip():
            notes.mended("formatting")
        return plain_text(formatted)
    return value.strip() if isinstance(value, str) else ""


def _points(value: Json, notes: Notes) -> float | None:
    return points({"points": value}, "points", notes)
