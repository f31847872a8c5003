"""A competency framework in a plain table: one row for each statement.

The tree comes from a column that names parents, by id or by code; or from one with paths such as
3.6.2 (OpenSALT's smartLevel); or from one that says how deep a row lies; or, where there is none of
these, from codes that begin with another.
"""

import re
from collections.abc import Mapping

from rubrics.case.fields import Row, made_identifier
from rubrics.case.file import Json
from rubrics.errors import UnreadableDocument
from rubrics.foreign.case_rows import Draft, document, extensions
from rubrics.foreign.cell_lists import split_list
from rubrics.foreign.columns import Columns, columns_of, note_unread
from rubrics.foreign.table import Table
from rubrics.framework import AGE_BANDS, CHILD
from rubrics.limits import LABEL_CHARACTERS_MAX
from rubrics.refusals import at_row
from rubrics.report import Notes

_ORDER = re.compile(r"[0-9]{1,9}", re.ASCII)
_BANDS = {f"{CHILD}{band}": band for band in AGE_BANDS}
_PICTURES = {f"picture_{band}": band for band in AGE_BANDS}
TEXTS = {
    "statement": "statement",
    "short": "short_statement",
    "notes": "notes",
    **{name: name for name in _BANDS},
}
_OF_FRAMEWORK = (
    *("framework", "framework_id", "framework_description", "framework_language"),
    *("framework_creator", "framework_licence", "framework_version", "language"),
)

MEANINGS: dict[str, tuple[str, ...]] = {
    "statement": (
        *("fullstatement", "statement", "competency", "competencytext", "description", "standard"),
        *("outcome", "learningoutcome", "objective", "skill", "text", "target"),
    ),
    "short": ("abbreviatedstatement", "shortname", "short", "shorttitle", "label", "title", "name"),
    "id": ("identifier", "id", "guid", "uuid", "itemid", "sourcedid", "sourceid"),
    "parent": (
        *("parent", "parentid", "parentidentifier", "parentidnumber", "parentcode", "ischildof"),
        *("parentguid", "partof"),
    ),
    "path": ("smartlevel", "path", "hierarchycode", "treepath"),
    "depth": ("depth", "level", "hierarchylevel", "indent", "outlinelevel"),
    "code": (
        *("humancodingscheme", "code", "codednotation", "idnumber", "notation", "number", "ref"),
        *("standardcode", "reference"),
    ),
    "order": ("sequencenumber", "sequence", "order", "position", "sortorder"),
    "enumeration": ("listenumeration", "listid", "listenuminsource", "enumeration"),
    "kind": ("cfitemtype", "itemtype", "type", "kind", "competencycategory"),
    "keywords": ("conceptkeywords", "keywords", "tags", "conceptkeyword"),
    "notes": ("notes", "comment", "comments", "note"),
    "language": ("language", "lang", "inlanguage"),
    "education_level": (
        *("educationlevel", "educationallevel", "gradelevel", "grade", "grades", "year"),
    ),
    "framework": ("framework", "frameworktitle", "documenttitle", "frameworkname", "document"),
    "framework_id": ("frameworkid", "cfdocument", "cfdocumentid", "documentid"),
    "framework_description": ("frameworkdescription", "documentdescription"),
    "framework_language": ("frameworklanguage", "documentlanguage"),
    "framework_creator": ("frameworkcreator", "documentcreator"),
    "framework_licence": ("frameworklicence", "frameworklicense", "documentlicense"),
    "framework_version": ("frameworkversion", "documentversion"),
    "uri": ("uri", "itemuri", "cfitemuri"),
    **{meaning: (meaning.replace("_", "").replace("-", ""),) for meaning in (*_BANDS, *_PICTURES)},
}


def is_plain_framework(table: Table) -> bool:
    """Whether the headings name a column of statements, and something else."""
    columns = columns_of(table, MEANINGS, {})
    return columns.has("statement") or columns.has("short")


def package_of_table(table: Table, name: str, chosen: Mapping[str, str], notes: Notes) -> Row:
    """The framework as a CASE package; `name` is what it is called when the table does not say.

    Raises `UnreadableDocument` when no column can be the statements.
    """
    columns = columns_of(table, MEANINGS, chosen)
    if not columns.has("statement") and not columns.has("short"):
        raise UnreadableDocument("no-statements", at_row(1))
    note_unread(table, columns, notes)
    draft = Draft(_document(table, columns, name))
    table = Table(table.header, tuple(row for row in table.rows if not _is_head(row, columns)))
    ids = _ids(table, columns, draft.id, notes)
    for row, item_id in zip(table.rows, ids, strict=True):
        draft.add_item(item_id, **_item(row, columns))
    parents = _parents(table, columns, ids, notes)
    for place, (row, item_id) in enumerate(zip(table.rows, ids, strict=True), start=1):
        order = columns.cell(row, "order")
        sequence = int(order) if _ORDER.fullmatch(order) else None
        parent = parents[place - 1]
        if sequence is None and not columns.has("enumeration") and not columns.has("path"):
            sequence = place
        draft.put_under(item_id, parent, sequence)
    return draft.row()


def _document(table: Table, columns: Columns, name: str) -> Row:
    rows = table.rows or (("",) * len(table.header),)
    title = columns.cell(rows[0], "framework") or name
    of_framework = "framework_language" if columns.has("framework_language") else "language"
    given = columns.cell(rows[0], "framework_id")
    return document(
        given or made_identifier("table", title, *sorted(table.header)), title,
        language=columns.cell(rows[0], of_framework),
        description=columns.cell(rows[0], "framework_description"),
        creator=columns.cell(rows[0], "framework_creator"),
        version=columns.cell(rows[0], "framework_version"),
        licence=columns.cell(rows[0], "framework_licence"),
    )  # fmt: skip


def _is_head(row: tuple[str, ...], columns: Columns) -> bool:
    """Whether a row is about the framework alone, as that of one without statements is."""
    of_framework = {columns.places[one] for one in _OF_FRAMEWORK if columns.has(one)}
    said = {place for place, cell in enumerate(row) if cell.strip()}
    return columns.has("framework_id") and said <= of_framework


def _ids(table: Table, columns: Columns, framework_id: str, notes: Notes) -> list[str]:
    """Ids as they stand, or made from what names a row: its code, its path, or its words."""
    ids: list[str] = []
    seen: set[str] = set()
    again: dict[str, int] = {}
    for row in table.rows:
        own = columns.cell(row, "id")
        named = columns.cell(row, "code") or columns.cell(row, "path")
        words = columns.cell(row, "statement") or columns.cell(row, "short")
        if not own:
            own = made_identifier("row", framework_id, named or words)
        if own in seen:
            notes.mended("row-twice", columns.cell(row, "id") or named or words)
            again[own] = again.get(own, 1) + 1
            own = made_identifier("row again", own, str(again[own]))
        seen.add(own)
        ids.append(own)
    return ids


def _item(row: tuple[str, ...], columns: Columns) -> dict[str, Json]:
    wording: Row = {band: columns.cell(row, meaning) for meaning, band in _BANDS.items()}
    pictures: Row = {band: columns.cell(row, meaning) for meaning, band in _PICTURES.items()}
    short = columns.cell(row, "short")
    return {
        "fullStatement": columns.cell(row, "statement") or short,
        "abbreviatedStatement": short,
        "humanCodingScheme": columns.cell(row, "code"),
        # A path orders siblings as well as a number in a list would.
        "listEnumeration": columns.cell(row, "enumeration") or columns.cell(row, "path"),
        "CFItemType": columns.cell(row, "kind"),
        "conceptKeywords": split_list(columns.cell(row, "keywords")),
        "notes": columns.cell(row, "notes"),
        "language": columns.cell(row, "language"),
        "educationLevel": split_list(columns.cell(row, "education_level")),
        "uri": columns.cell(row, "uri"),
        "extensions": extensions(
            columns.translations(row, TEXTS),
            childWording={band: words for band, words in wording.items() if words},
            childPictures={band: words for band, words in pictures.items() if words},
        ),
    }


def _parents(table: Table, columns: Columns, ids: list[str], notes: Notes) -> list[str | None]:
    if columns.has("parent"):
        return _named_parents(table, columns, ids)
    if columns.has("path"):
        names = [columns.cell(row, "path") for row in table.rows]
        return _longest_starts(names, ids)
    depths = [columns.cell(row, "depth") for row in table.rows]
    if any(depths) and all(one.isascii() and one.isdecimal() for one in depths):
        return _last_above([int(one[:6]) for one in depths], ids)
    names = [columns.cell(row, "code") for row in table.rows]
    parents = _longest_starts(names, ids)
    if any(parents):
        notes.mended("tree-by-code")
    return parents


def _named_parents(table: Table, columns: Columns, ids: list[str]) -> list[str | None]:
    by_name: dict[str, str] = {}
    for meaning in ("code", "path", "short"):
        for row, item_id in zip(table.rows, ids, strict=True):
            by_name.setdefault(columns.cell(row, meaning), item_id)
    by_name |= {item_id: item_id for item_id in ids}
    by_name.pop("", None)
    found: list[str | None] = []
    for row in table.rows:
        named = columns.cell(row, "parent")
        # A parent that is not here stays a link that leaves the framework, and is reported.
        found.append(by_name.get(named, named) if named else None)
    return found


def _last_above(depths: list[int], ids: list[str]) -> list[str | None]:
    """For each row the last one before it that lies less deep."""
    above: list[tuple[int, str]] = []
    found: list[str | None] = []
    for depth, item_id in zip(depths, ids, strict=True):
        while above and above[-1][0] >= depth:
            above.pop()
        found.append(above[-1][1] if above else None)
        above.append((depth, item_id))
    return found


def _longest_starts(names: list[str], ids: list[str]) -> list[str | None]:
    """For each dotted name the id of the longest other that it begins with, part by part."""
    by_name = dict(zip(reversed(names), reversed(ids), strict=True))
    by_name.pop("", None)
    found: list[str | None] = []
    for name, item_id in zip(names, ids, strict=True):
        # Nothing lies deeper than a label is long; far longer names would take for ever.
        start, parent = name[:LABEL_CHARACTERS_MAX], None
        while parent is None and (cut := max(start.rfind(mark) for mark in ".-/")) > 0:
            start = start[:cut]
            parent = by_name.get(start)
        found.append(parent if parent != item_id else None)
    return found
