"""From what was typed to a rubric, or to what is still wrong, named at its field."""

import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from portfolio_app.school.workshop.sheet import Cell, Line, Sheet, is_too_large
from rubrics.errors import RubricsError
from rubrics.framework import is_identifier, split_ref
from rubrics.limits import LABEL_CHARACTERS_MAX, TEXT_CHARACTERS_MAX
from rubrics.rubric import RUBRIC_KINDS, Criterion, Group, Level, Rubric, fits_kind

TITLE_CHARACTERS_LIMIT = 200
NAME_CHARACTERS_LIMIT = 200
_NUMBER_MAX = 100_000
LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}")
_COMMA = re.compile("[,\N{FULLWIDTH COMMA}\N{IDEOGRAPHIC COMMA}\N{ARABIC COMMA}]")
"""What parts a list in the languages that teachers type here."""


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong at a field; `name` ends the key of its words. `line` counts from 1."""

    field: str
    name: str
    line: int = 0


def problems_in(sheet: Sheet) -> tuple[Problem, ...]:
    """All that keeps a sheet from being a rubric, in the order of the page."""
    found = list(_head_problems(sheet))
    heads_said: set[int] = set()
    for at, line in enumerate(sheet.lines):
        found += _line_problems(line, f"c{at}.", at + 1)
        for place, cell in enumerate(line.cells):
            is_said = sheet.has_same_levels and place in heads_said
            heads_said.add(place)
            name = f"h{place}.name" if sheet.has_same_levels else f"c{at}.l{place}.name"
            if not is_said:
                found += _name_problems(cell, name, at + 1)
            found += _cell_problems(cell, f"c{at}.l{place}.", at + 1)
    if not found and not fits_kind(sheet.kind, _criteria(sheet, None, {})):
        found.append(Problem("kind", f"kind-{sheet.kind}"))
    return tuple(found)


def finished(sheet: Sheet, base: Rubric | None, item_addresses: Mapping[str, str]) -> Rubric:
    """The rubric that a sheet without problems is; what the page does not show comes from `base`.

    `item_addresses`: reference of a competency -> its address. Raises RubricsError for a sheet that
    `problems_in` did not look over.
    """
    groups = _groups(sheet, base)
    criteria = _criteria(sheet, base, item_addresses, {one.title: one.id for one in groups})
    start = base or Rubric(sheet.id, sheet.title)
    return replace(
        start,
        title=sheet.title,
        kind=sheet.kind,
        criteria=criteria,
        description=sheet.description,
        language=sheet.language,
        groups=groups,
        shows_scores=sheet.is_scored,
        shows_weights=sheet.is_weighted,
        framework_id=None,
        source_hash="",
    )


def is_rubric(sheet: Sheet, base: Rubric | None) -> bool:
    """Whether the rules of the rubric types take it: a last look after `problems_in`."""
    try:
        return not is_too_large(finished(sheet, base, {}))
    except RubricsError:
        return False


def _head_problems(sheet: Sheet) -> Iterator[Problem]:
    if not sheet.title:
        yield Problem("title", "title-missing")
    if len(sheet.title) > TITLE_CHARACTERS_LIMIT:
        yield Problem("title", "too-long")
    if len(sheet.description) > TEXT_CHARACTERS_MAX:
        yield Problem("description", "too-long")
    if sheet.kind not in RUBRIC_KINDS:
        yield Problem("kind", "kind-missing")
    if sheet.language and not LANGUAGE.fullmatch(sheet.language):
        yield Problem("language", "language")
    if not sheet.lines:
        yield Problem("add-criterion", "no-criterion")


def _line_problems(line: Line, start: str, number: int) -> Iterator[Problem]:
    if not line.title:
        yield Problem(f"{start}title", "criterion-missing", number)
    for name, text, limit in (
        ("title", line.title, LABEL_CHARACTERS_MAX),
        ("description", line.description, TEXT_CHARACTERS_MAX),
        ("group", line.group, NAME_CHARACTERS_LIMIT),
    ):
        if len(text) > limit:
            yield Problem(start + name, "too-long", number)
    if line.weight and (_number(line.weight) is None or (_number(line.weight) or 0) < 0):
        yield Problem(f"{start}weight", "weight", number)
    if not is_identifier(line.id):
        yield Problem(f"{start}title", "unreadable", number)
    if not line.cells:
        yield Problem(f"{start}title", "no-level", number)


def _name_problems(cell: Cell, field: str, number: int) -> Iterator[Problem]:
    if not cell.name:
        yield Problem(field, "level-missing", number)
    elif len(cell.name) > NAME_CHARACTERS_LIMIT:
        yield Problem(field, "too-long", number)


def _cell_problems(cell: Cell, start: str, number: int) -> Iterator[Problem]:
    if cell.score and _number(cell.score) is None:
        yield Problem(f"{start}score", "score", number)
    if not is_identifier(cell.id):
        yield Problem(f"{start}description", "unreadable", number)
    for name, text in (("description", cell.description), ("feedback", cell.feedback)):
        if len(text) > TEXT_CHARACTERS_MAX:
            yield Problem(start + name, "too-long", number)


def _groups(sheet: Sheet, base: Rubric | None) -> tuple[Group, ...]:
    before = {group.title: group for group in (base.groups if base else ())}
    titles = dict.fromkeys(line.group for line in sheet.lines if line.group)
    taken = {group.id for group in before.values()}
    free = (f"{sheet.id[:80]}-g{number}" for number in range(1, 10_000))
    return tuple(
        before.get(title) or Group(next(one for one in free if one not in taken), title)
        for title in titles
    )


def _criteria(
    sheet: Sheet,
    base: Rubric | None,
    item_addresses: Mapping[str, str],
    group_ids: Mapping[str, str] | None = None,
) -> tuple[Criterion, ...]:
    before = base.by_id if base else {}
    return tuple(
        _criterion(line, before.get(line.id), item_addresses, group_ids or {})
        for line in sheet.lines
    )


def _criterion(
    line: Line,
    before: Criterion | None,
    item_addresses: Mapping[str, str],
    group_ids: Mapping[str, str],
) -> Criterion:
    levels = tuple(
        _level(cell, before.level(cell.id) if before else None, place)
        for place, cell in enumerate(line.cells)
    )
    item = split_ref(line.competency)[1] or line.competency
    is_as_before = before is not None and item == (before.competency_id or "")
    start = before or Criterion(line.id, line.title or "?")
    return replace(
        start,
        title=line.title or "?",
        description=line.description,
        levels=levels,
        weight=_number(line.weight),
        # CASE has no title for a criterion: its category is one, or the heading of several.
        category=line.title if start.category in ("", start.title) else start.category,
        group_id=group_ids.get(line.group),
        is_negative=line.is_negative,
        competency_id=item or None,
        competency_title=start.competency_title if is_as_before else line.shown,
        competency_uri=(
            start.competency_uri if is_as_before else item_addresses.get(line.competency, "")
        ),
    )


def _level(cell: Cell, before: Level | None, place: int) -> Level:
    start = before or Level(cell.id, cell.name or "?")
    years = (one.strip() for one in _COMMA.split(cell.years))
    return replace(
        start,
        name=cell.name or "?",
        description=cell.description,
        score=_number(cell.score),
        feedback=cell.feedback,
        position=place,
        education_levels=tuple(one for one in years if one),
    )


def _number(typed: str) -> float | None:
    """A number as people type it, with a comma or a point; None for what is none."""
    try:
        value = float(typed.replace(",", ".").strip().rstrip("%"))
    except ValueError:
        return None
    return value if math.isfinite(value) and abs(value) <= _NUMBER_MAX else None
