"""Moodle's competency frameworks as CSV, read by position: its headings follow the site's language.

Source: Moodle, tool_lpimportcsv, export of 12, 13 and 14 columns. The columns are parent ID number,
ID number, short name, description, its format, scale values, scale configuration, rule type, rule
outcome, rule configuration; then, by width, cross-referenced ID numbers and exported ID; then
whether the row is the framework, and its taxonomies.
"""

from dataclasses import dataclass

from rubrics.case.fields import Row, made_identifier
from rubrics.errors import UnreadableDocument
from rubrics.foreign.case_rows import Draft, document, extensions
from rubrics.foreign.cell_lists import split_list
from rubrics.foreign.formatted import plain_text
from rubrics.foreign.table import Table
from rubrics.limits import TREE_DEPTH_MAX
from rubrics.refusals import at_row
from rubrics.report import Notes

_WIDTHS = (12, 13, 14)
_YES = ("1", "true", "yes", "t", "y")
_HTML_FORMAT = "1"


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where the columns stand that move with the width of the file."""

    related: int | None
    is_framework: int
    taxonomy: int


def is_moodle(table: Table) -> bool:
    """Whether one row of a table is a framework; Moodle writes it first, sorting moves it."""
    columns = _columns(len(table.header))
    return columns is not None and _head(table, columns) is not None


def _head(table: Table, columns: _Columns) -> int | None:
    """The place of the framework among the rows: the first, or the only one that is marked."""
    marked = [place for place, row in enumerate(table.rows) if _is_marked(row, columns)]
    if not marked or (marked[0] and len(marked) > 1):
        return None
    row = table.rows[marked[0]]
    return marked[0] if not row[0].strip() and (row[1].strip() or row[2].strip()) else None


def _is_marked(row: tuple[str, ...], columns: _Columns) -> bool:
    return row[columns.is_framework].strip().casefold() in _YES


def package_of_moodle(table: Table, notes: Notes) -> Row:
    """The framework as a CASE package. Raises `UnreadableDocument` when it is none."""
    columns = _columns(len(table.header))
    place_of_head = None if columns is None else _head(table, columns)
    if columns is None or place_of_head is None:
        raise UnreadableDocument("moodle-none", at_row(2))
    head = table.rows[place_of_head]
    rows = [*table.rows[:place_of_head], *table.rows[place_of_head + 1 :]]
    framework_id = made_identifier("moodle", head[1].strip() or head[2].strip())
    draft = Draft(
        document(framework_id, head[2].strip(), description=_described(head, notes), notes="")
    )
    _note_unkept(table, columns, notes)
    kinds = split_list(head[columns.taxonomy])
    depths = _depths(rows)
    for place, row in enumerate(rows, start=1):
        if _is_marked(row, columns):
            notes.left_out("other-frameworks", row[2])
            continue
        number = row[1].strip()
        item_id = made_identifier("moodle", framework_id, number or f"row {place}")
        if not number:
            notes.mended("row-unnumbered", row[2])
        depth = min(depths.get(number, 0), len(kinds) - 1)
        draft.add_item(
            item_id,
            fullStatement=_described(row, notes) or row[2].strip(),
            abbreviatedStatement=row[2].strip(),
            humanCodingScheme=number,
            CFItemType=kinds[depth] if kinds else "",
            extensions=extensions({}),
        )
        _place(draft, row, item_id, place, head[1].strip())
        if columns.related is not None:
            _relate(draft, row[columns.related], item_id)
    return draft.row()


def _columns(width: int) -> _Columns | None:
    if width < _WIDTHS[0]:
        return None
    width = min(width, _WIDTHS[-1])
    return _Columns(10 if width == _WIDTHS[-1] else None, width - 2, width - 1)


def _place(draft: Draft, row: tuple[str, ...], item_id: str, place: int, framework: str) -> None:
    parent = row[0].strip()
    is_top = not parent or parent == framework
    parent_id = None if is_top else made_identifier("moodle", draft.id, parent)
    draft.put_under(item_id, parent_id, place)


def _relate(draft: Draft, cell: str, item_id: str) -> None:
    for number in split_list(cell, ","):
        other = made_identifier("moodle", draft.id, str(number).replace("%2C", ","))
        draft.link("isRelatedTo", item_id, other)


def _depths(rows: list[tuple[str, ...]]) -> dict[str, int]:
    """How deep each ID number lies; a circle ends at the deepest that is kept."""
    parents = {row[1].strip(): row[0].strip() for row in rows}
    parents.pop("", None)
    depths: dict[str, int] = {}
    for number, parent in parents.items():
        depth, current = 0, parent
        while current in parents and depth < TREE_DEPTH_MAX:
            depth, current = depth + 1, parents[current]
        depths[number] = depth
    return depths


def _described(row: tuple[str, ...], notes: Notes) -> str:
    """The description as text; Moodle keeps most as HTML."""
    words = row[3].strip()
    if row[4].strip() != _HTML_FORMAT or ("<" not in words and "&" not in words):
        return words
    notes.mended("formatting")
    return plain_text(words)


def _note_unkept(table: Table, columns: _Columns, notes: Notes) -> None:
    for row in table.rows:
        if row[5].strip():
            notes.left_out("scales", row[5])
        if any(cell.strip() for cell in row[7:10]):
            notes.left_out("rules", row[2])
    for place, name in enumerate(table.header[columns.taxonomy + 1 :], columns.taxonomy + 1):
        if any(row[place].strip() for row in table.rows):
            notes.left_out("column-of-plugin", name)
