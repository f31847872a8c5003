"""Finds the packages in the JSON of a file, however they are wrapped, and refuses too many.

Knows the dialects of CASE 1.0 before it was final, and what servers answer; what stands inside a
package is not looked at here, only counted.
"""

from collections.abc import Iterator, Sequence

from rubrics.case.fields import Row
from rubrics.case.file import Json
from rubrics.case.flat_rubrics import with_parts
from rubrics.errors import UnreadableDocument
from rubrics.limits import (
    ASSOCIATION_COUNT_MAX,
    CRITERION_TOTAL_MAX,
    ITEM_COUNT_MAX,
    LEVEL_TOTAL_MAX,
    PACKAGE_COUNT_MAX,
    RUBRIC_COUNT_MAX,
)
from rubrics.refusals import TOP, in_part
from rubrics.report import Notes

PARTS = ("CFDocument", "CFItems", "CFRubrics")
_WRAPPERS = ("CFPackage", "CFPackages")
_DOCUMENTS = "CFDocuments"
_RUBRIC = "CFRubric"
_CRITERIA = "CFRubricCriteria"
_LEVELS = "CFRubricCriterionLevels"
_SERVER_ERROR = "imsx_codeMajor"
# In drafts and in hand-made files the capitals are others: cfItems, CfDocument.
_NAMES = {
    name.casefold(): name
    for name in (*PARTS, *_WRAPPERS, _DOCUMENTS, _RUBRIC, "CFAssociations", "CFDefinitions")
}
_MARKS = frozenset({*PARTS, *_WRAPPERS, _DOCUMENTS, _RUBRIC, _CRITERIA, _SERVER_ERROR})
_MEMBERS_LOOKED_AT = 100


def is_case(value: Json) -> bool:
    """Whether JSON is meant to be CASE: a package, or what a CASE server answers instead of one."""
    while isinstance(value, list) and value and isinstance(value[0], list):
        value = value[0]
    some = value[:_MEMBERS_LOOKED_AT] if isinstance(value, list) else [value]
    return any(isinstance(one, dict) and not _MARKS.isdisjoint(_named(one)) for one in some)


def package_rows(value: Json, notes: Notes) -> Iterator[Row]:
    """Each package of a file. Raises `UnreadableDocument` when there is none."""
    found = False
    waiting: list[Json] = [value]
    while waiting:
        current = waiting.pop()
        if isinstance(current, list):
            waiting.extend(reversed(current))
            continue
        row = _named(current) if isinstance(current, dict) else {}
        wrapped = next((row[name] for name in _WRAPPERS if row.get(name)), None)
        if wrapped is not None and any(name in row for name in PARTS):
            notes.left_out("wrapped-beside-bare")
            wrapped = None
        if wrapped is not None:
            waiting.append(wrapped)
        elif package := _package(row, notes):
            found = True
            yield package
        elif current is not value:
            notes.left_out("not-packages")
    if not found:
        raise _not_a_package(value)


def refuse_totals(packages: Sequence[Row]) -> None:
    """Refuse what would swell when it is read: the packages of a file share its limits."""
    if len(packages) > PACKAGE_COUNT_MAX:
        raise UnreadableDocument("too-many-packages", limit=PACKAGE_COUNT_MAX)
    rubrics = _members(packages, "CFRubrics")
    criteria = _members(rubrics, _CRITERIA)
    links = _members(packages, "CFAssociations")
    for count, limit, code in (
        (len(_members(packages, "CFItems")), ITEM_COUNT_MAX, "too-many-items"),
        (len(links), ASSOCIATION_COUNT_MAX, "too-many-associations"),
        (len(rubrics), RUBRIC_COUNT_MAX, "too-many-rubrics"),
        (len(criteria), CRITERION_TOTAL_MAX, "too-many-criteria"),
        (len(_members(criteria, _LEVELS)), LEVEL_TOTAL_MAX, "too-many-levels"),
    ):
        if count > limit:
            raise UnreadableDocument(code, limit=limit)


def _members(rows: Sequence[Json], name: str) -> list[Json]:
    """What stands in the lists of this name, also those that are written as objects."""
    found: list[Json] = []
    for row in rows:
        value = row.get(name) if isinstance(row, dict) else None
        if isinstance(value, (list, dict)):
            found.extend(value.values() if isinstance(value, dict) else value)
    return found


def _named(row: Row) -> Row:
    """A row whose parts have the names of CASE, in whatever capitals they were written."""
    others = [key for key in row if _NAMES.get(key.casefold(), key) not in row]
    if not others:
        return row
    return {_NAMES.get(key.casefold(), key) if key in others else key: row[key] for key in row}


def _package(row: Row, notes: Notes) -> Row | None:
    if _CRITERIA in row:
        return with_parts(row, notes) if "CFRubrics" in row else {"CFRubrics": [row]}
    if not any(part in row for part in PARTS):
        rubric = row.get(_RUBRIC)
        return {"CFRubrics": rubric if isinstance(rubric, list) else [rubric]} if rubric else None
    heads = row.get(_DOCUMENTS)
    if "CFDocument" in row or not heads:
        return row
    members = heads if isinstance(heads, list) else [heads]
    for other in members[1:]:
        title = other.get("title") if isinstance(other, dict) else ""
        notes.left_out("other-documents", f"{title}")
    rest = {name: part for name, part in row.items() if name != _DOCUMENTS}
    return {**rest, "CFDocument": members[0]}


def _not_a_package(value: Json) -> UnreadableDocument:
    if isinstance(value, dict) and _SERVER_ERROR in value:
        return UnreadableDocument("case-error", TOP)
    if isinstance(value, dict) and _DOCUMENTS in value:
        return UnreadableDocument("case-list", in_part(_DOCUMENTS))
    return UnreadableDocument("case-none", TOP)
