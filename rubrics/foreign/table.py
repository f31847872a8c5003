"""From the bytes of a CSV file or workbook to rows of text, within limits.

Knows what spreadsheets do to CSV (marks, separators, old Windows letters, apostrophes that keep
formulas asleep); knows nothing of what a column means.
"""

import csv
import io
from collections.abc import Callable
from dataclasses import dataclass

from rubrics.errors import UnreadableDocument
from rubrics.limits import TABLE_COLUMN_COUNT_MAX, TABLE_ROW_COUNT_MAX, TEXT_CHARACTERS_MAX
from rubrics.report import Notes

WorkbookReader = Callable[[bytes, Notes], list[list[str]]]
"""Rows of the first sheet with anything in it, or `UnreadableDocument`; given by who has one."""

SAVE_AS_CSV = "Open it in a spreadsheet program and save it as CSV in UTF-8"

_ZIP_START = b"PK\x03\x04"
_SEPARATORS = ",;\t|"
_SAMPLE_CHARACTERS = 8_192
_WIDE_MARKS = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
# A second apostrophe keeps one that belongs to the text.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "'")


@dataclass(frozen=True, slots=True)
class Table:
    """The first row that is not empty, and those after it, each as long as the longest."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def is_workbook(raw: bytes) -> bool:
    """Whether bytes begin as a workbook, or any other ZIP archive, does."""
    return raw.startswith(_ZIP_START)


def table_of(raw: bytes, notes: Notes, workbook: WorkbookReader | None = None) -> Table:
    """Read a table. Raises `UnreadableDocument`, and nothing else, for any bytes."""
    if not is_workbook(raw):
        found = _rows_of_text(_text(raw, notes))
    elif workbook is not None:
        found = workbook(raw, notes)
    else:
        raise UnreadableDocument("Workbooks are not read here", "first bytes", SAVE_AS_CSV)
    rows = [row for row in found if any(cell.strip() for cell in row)]
    if not rows:
        raise UnreadableDocument("The table is empty", "whole file", "Choose another file")
    width = max(len(row) for row in rows)
    if width > TABLE_COLUMN_COUNT_MAX:
        raise UnreadableDocument(
            f"The table has more than {TABLE_COLUMN_COUNT_MAX} columns",
            "whole file",
            "Take the columns out that are not needed",
        )
    even = [tuple(_asleep(cell) for cell in row) + ("",) * (width - len(row)) for row in rows]
    return Table(tuple(" ".join(cell.split()) for cell in even[0]), tuple(even[1:]))


def _asleep(cell: str) -> str:
    """A cell without the apostrophe that kept a spreadsheet from running it."""
    return cell[1:] if cell[:1] == "'" and cell[1:2] in FORMULA_STARTS else cell


def _text(raw: bytes, notes: Notes) -> str:
    for mark, encoding in _WIDE_MARKS:
        if raw.startswith(mark):
            return _decoded(raw, encoding)
    if b"\x00" in raw:
        raise UnreadableDocument(
            "The file is neither text nor a workbook", "whole file", "Choose another file"
        )
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        notes.mended("The file is not in UTF-8 and was read as Windows text; look at its accents")
        return raw.decode("cp1252", "replace")


def _decoded(raw: bytes, encoding: str) -> str:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableDocument(
            "The file is not text", f"byte {error.start + 1}", "Save it again as CSV in UTF-8"
        ) from None


def _rows_of_text(text: str) -> list[list[str]]:
    separator = _separator(text[:_SAMPLE_CHARACTERS])
    rows: list[list[str]] = []
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator):
            if len(rows) >= TABLE_ROW_COUNT_MAX:
                raise UnreadableDocument(
                    f"The table has more than {TABLE_ROW_COUNT_MAX} rows",
                    f"row {len(rows) + 1}",
                    "Split it into several files",
                )
            rows.append(row)
    except csv.Error:
        raise UnreadableDocument(
            f"A cell of the table has no end, or more letters than the {TEXT_CHARACTERS_MAX} "
            "that are taken",
            f"row {len(rows) + 1}",
            "Look at the quotation marks there, and save it again as CSV",
        ) from None
    return rows


def _separator(start: str) -> str:
    """The mark that stands most often outside quotation marks in the first line."""
    line: list[str] = []
    is_quoted = False
    for letter in start:
        if letter == '"':
            is_quoted = not is_quoted
        elif letter in "\r\n" and not is_quoted and line:
            break
        elif not is_quoted:
            line.append(letter)
    return max(_SEPARATORS, key=line.count)
