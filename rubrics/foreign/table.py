"""From the bytes of a CSV file or workbook to rows of text, within limits.

Knows what spreadsheets do to CSV (marks, separators, old Windows letters, apostrophes that keep
formulas asleep); knows nothing of what a column means.
"""

import csv
import io
import json
from collections.abc import Callable
from dataclasses import dataclass

from rubrics.errors import UnreadableDocument
from rubrics.limits import TABLE_COLUMN_COUNT_MAX, TABLE_ROW_COUNT_MAX, TEXT_CHARACTERS_MAX
from rubrics.refusals import START, at_row
from rubrics.report import Notes

_ZIP_START = b"PK\x03\x04"
_SEPARATORS = ",;\t|"
_SAMPLE_CHARACTERS = 8_192
_LINES_LOOKED_AT = 20
_OLD_WORKBOOK_START = b"\xd0\xcf\x11\xe0"
_WIDE_MARKS = (
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
# A second apostrophe keeps one that belongs to the text.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "'")


@dataclass(frozen=True, slots=True)
class Table:
    """The first row that is not empty, and those after it, each as long as the longest."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def below(self, count: int) -> "Table":
        """The table whose headings stand `count` rows further down."""
        if not count:
            return self
        return Table(_headings(self.rows[count - 1]), self.rows[count:])


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet of a workbook: its name, and its rows as text."""

    title: str
    rows: list[list[str]]


WorkbookReader = Callable[[bytes, Notes], list[Sheet]]
"""The sheets with anything in them, or `UnreadableDocument`; given by who can read them."""


def is_workbook(raw: bytes) -> bool:
    """Whether bytes begin as a workbook, or any other ZIP archive, does."""
    return raw.startswith(_ZIP_START)


def tables_of(
    raw: bytes, notes: Notes, workbook: WorkbookReader | None = None
) -> list[tuple[str, Table]]:
    """Every table in a file with the name of its sheet, "" for CSV; at least one.

    Raises `UnreadableDocument`, and nothing else, for any bytes.
    """
    if not is_workbook(raw):
        sheets = [Sheet("", _rows_of_text(_text(raw, notes), notes))]
    elif workbook is not None:
        sheets = workbook(raw, notes)
    else:
        raise UnreadableDocument("workbook-unread", START)
    found = [(sheet.title, table) for sheet in sheets if (table := _table(sheet.rows))]
    if not found:
        raise UnreadableDocument("table-empty")
    return found


def _table(found: list[list[str]]) -> Table | None:
    rows = [row for row in found if any(cell.strip() for cell in row)]
    if not rows:
        return None
    # Spreadsheets write empty columns behind the last one; they would change what a width means.
    width = max(_width(row) for row in rows)
    if width > TABLE_COLUMN_COUNT_MAX:
        raise UnreadableDocument("columns-too-many", limit=TABLE_COLUMN_COUNT_MAX)
    even = [
        tuple(_asleep(cell) for cell in row[:width]) + ("",) * (width - len(row)) for row in rows
    ]
    return Table(_headings(even[0]), tuple(even[1:]))


def _headings(row: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(" ".join(cell.split()) for cell in row)


def _width(row: list[str]) -> int:
    return next((place for place in range(len(row), 0, -1) if row[place - 1].strip()), 0)


def _asleep(cell: str) -> str:
    """A cell without the apostrophe that kept a spreadsheet from running it."""
    return cell[1:] if cell[:1] == "'" and cell[1:2] in FORMULA_STARTS else cell


def _text(raw: bytes, notes: Notes) -> str:
    for mark, encoding in _WIDE_MARKS:
        if raw.startswith(mark):
            return _decoded(raw, encoding)
    if raw.startswith(_OLD_WORKBOOK_START):
        raise UnreadableDocument("workbook-old", START)
    if b"\x00" in raw:
        return _decoded(raw, json.detect_encoding(raw))
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        notes.mended("windows-letters")
        return raw.decode("cp1252", "replace")


def _decoded(raw: bytes, encoding: str) -> str:
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError:
        text = "\x00"
    if "\x00" in text:
        raise UnreadableDocument("not-text")
    return text


def _rows_of_text(text: str, notes: Notes) -> list[list[str]]:
    separator, text = _named_separator(text)
    separator = separator or _separator(text[:_SAMPLE_CHARACTERS])
    try:
        return _rows(text, separator, is_strict=True)
    except csv.Error:
        pass
    found = _rows_with_odd_marks(text, separator)
    notes.mended("quotes-odd")
    return found


def _rows(text: str, separator: str, *, is_strict: bool) -> list[list[str]]:
    rows: list[list[str]] = []
    lines = io.StringIO(text, newline="")
    for row in csv.reader(lines, delimiter=separator, strict=is_strict):
        if len(rows) >= TABLE_ROW_COUNT_MAX:
            place = at_row(len(rows) + 1)
            raise UnreadableDocument("rows-too-many", place, limit=TABLE_ROW_COUNT_MAX)
        rows.append(row)
    return rows


def _rows_with_odd_marks(text: str, separator: str) -> list[list[str]]:
    try:
        return _rows(text, separator, is_strict=False)
    except csv.Error:
        raise UnreadableDocument("table-cell", limit=TEXT_CHARACTERS_MAX) from None


def _named_separator(text: str) -> tuple[str, str]:
    """The separator that a first line such as "sep=;" names, and the text after it."""
    line, _end, rest = text.partition("\n")
    name, equals, separator = line.rstrip("\r").strip('"').partition("=")
    if name.strip("\ufeff ").casefold() == "sep" and equals and separator in tuple(_SEPARATORS):
        return separator, rest
    return "", text


def _separator(start: str) -> str:
    """The mark that stands outside quotation marks in the most lines; then the most often."""
    lines: list[str] = [""]
    is_quoted = False
    for letter in start:
        if letter == '"':
            is_quoted = not is_quoted
        elif letter in "\r\n" and not is_quoted:
            if lines[-1]:
                lines.append("")
            if len(lines) > _LINES_LOOKED_AT:
                break
        elif not is_quoted and letter in _SEPARATORS:
            lines[-1] += letter
        elif not lines[-1] and not letter.isspace():
            lines[-1] = " "

    def often(mark: str) -> tuple[int, int]:
        counts = [line.count(mark) for line in lines]
        return sum(1 for count in counts if count), next((one for one in counts if one), 0)

    return max(_SEPARATORS, key=often)
