"""The sheets of a workbook (.xlsx) with anything in them, as rows of text.

A workbook is a ZIP archive of XML: both can be made to swell without end, so that sizes are looked
at before anything is opened, and XML that declares entities is refused. Formulas are read as the
values they had; nothing is computed. The library stays at the school: devices take CSV.
"""

import re
import zipfile
import zlib
from datetime import date, datetime, time
from io import BytesIO
from typing import Any

from rubrics.errors import UnreadableDocument
from rubrics.foreign.table import Sheet
from rubrics.limits import (
    INFLATED_BYTES_MAX,
    TABLE_ROW_COUNT_MAX,
    TEXT_CHARACTERS_MAX,
    WORKBOOK_CELL_COUNT_MAX,
    WORKBOOK_PART_COUNT_MAX,
    WORKBOOK_SIDE_PART_BYTES_MAX,
)
from rubrics.refusals import START, at_row, in_part
from rubrics.report import Notes

_PIECE_BYTES = 64 * 1024
_OVERLAP_BYTES = 256
_MERGED_CELL_COUNT_MAX = 200_000
# These become objects many times their size; sheets and their texts are read as they go by.
_SIDE_PARTS = ("xl/styles.xml", "xl/workbook.xml", "xl/theme/", "docProps/", "[Content_Types].xml")
_OPEN_DOCUMENT = b"application/vnd.oasis.opendocument"
_EMPTY_FORMULA = re.compile(rb"(?:</f>|<f[^<>]{0,200}/>)\s{0,9}(?:<v\s?/>|<v></v>)?\s{0,9}</c>")
_ERRORS = frozenset(
    {"#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#SPILL!", "#CALC!"}
)
_MERGED = re.compile(rb'<mergeCell ref="([A-Z]{1,3})([0-9]{1,7}):[A-Z]{1,3}([0-9]{1,7})"')


def sheets_of_workbook(raw: bytes, notes: Notes) -> list[Sheet]:
    """The sheets that are not empty, hidden ones only when there is no other.

    Raises `UnreadableDocument`, and nothing else.
    """
    try:
        from openpyxl import load_workbook  # noqa: PLC0415  it takes a while to load
    except ImportError:
        raise UnreadableDocument("workbook-library", START) from None
    _look_over(raw)
    try:
        book = load_workbook(BytesIO(raw), read_only=True, data_only=True)
        room = _Room(notes)
        found = [
            (sheet.sheet_state == "visible", Sheet(str(sheet.title), rows))
            for sheet in book.worksheets
            if (rows := room.rows(sheet, raw))
        ]
    except UnreadableDocument:
        raise
    # The library raises whatever its parsers do: there is no list of them to catch.
    except Exception:  # noqa: BLE001
        raise UnreadableDocument("workbook-damaged") from None
    seen = [sheet for is_visible, sheet in found if is_visible]
    for is_visible, sheet in found if seen else ():
        if not is_visible:
            notes.left_out("hidden-sheets", f"{sheet.title}: {len(sheet.rows)} rows")
    return seen or [sheet for _is_visible, sheet in found]


def _look_over(raw: bytes) -> None:
    """Refuse archives that are damaged, swell, or hold XML with entities of its own."""
    try:
        with zipfile.ZipFile(BytesIO(raw)) as archive:
            parts = archive.infolist()
            _refuse_others(archive)
            if len(parts) > WORKBOOK_PART_COUNT_MAX:
                _refuse_size()
            room_bytes = INFLATED_BYTES_MAX
            for part in parts:
                is_small = part.filename.startswith(_SIDE_PARTS) or part.filename.endswith(".rels")
                most = min(room_bytes, WORKBOOK_SIDE_PART_BYTES_MAX) if is_small else room_bytes
                room_bytes -= _looked_at(archive, part, most)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, OSError, EOFError):
        raise UnreadableDocument("workbook-locked") from None


def _refuse_others(archive: zipfile.ZipFile) -> None:
    names = archive.namelist()
    if "[Content_Types].xml" in names:
        return
    if "mimetype" in names:
        with archive.open("mimetype") as stream:
            if stream.read(_OVERLAP_BYTES).startswith(_OPEN_DOCUMENT):
                raise UnreadableDocument("open-document", START)
    raise UnreadableDocument("zip", START)


def _looked_at(archive: zipfile.ZipFile, part: zipfile.ZipInfo, room_bytes: int) -> int:
    size_bytes, tail = 0, b""
    with archive.open(part) as stream:
        while piece := stream.read(_PIECE_BYTES):
            size_bytes += len(piece)
            if size_bytes > room_bytes:
                _refuse_size()
            if b"<!" in tail + piece and _declares(tail + piece):
                raise UnreadableDocument("workbook-entities", in_part(part.filename))
            tail = piece[-16:]
    return size_bytes


def _declares(piece: bytes) -> bool:
    return b"<!DOCTYPE" in piece or b"<!ENTITY" in piece


def _refuse_size() -> None:
    raise UnreadableDocument("workbook-bomb", megabytes=INFLATED_BYTES_MAX // 1024 // 1024)


class _Room:
    """Reads sheets while there is room for their cells, and notes what cells are not."""

    def __init__(self, notes: Notes) -> None:
        self._notes = notes
        self._cells_left = WORKBOOK_CELL_COUNT_MAX

    def rows(self, sheet: Any, raw: bytes) -> list[list[str]]:
        """The rows with anything in them; cells merged downwards say the same in each row."""
        # The size that a sheet claims for itself may be wrong; without it every row is looked at.
        sheet.reset_dimensions()
        rows: dict[int, list[str]] = {}
        for number, cells in enumerate(sheet.iter_rows(values_only=True), start=1):
            self._cells_left -= len(cells) + 1
            if len(rows) >= TABLE_ROW_COUNT_MAX or self._cells_left < 0:
                raise UnreadableDocument(
                    "sheet-too-large", at_row(number), limit=TABLE_ROW_COUNT_MAX
                )
            row = [self._cell(cell) for cell in cells] if cells.count(None) < len(cells) else []
            while row and not row[-1]:
                row.pop()
            if row:
                rows[number] = row
        if rows:
            self._fill_merged(rows, sheet, raw)
        return list(rows.values())

    def _fill_merged(self, rows: dict[int, list[str]], sheet: Any, raw: bytes) -> None:
        left = _MERGED_CELL_COUNT_MAX
        # The library says nowhere else in which part of the file a sheet stands.
        with zipfile.ZipFile(BytesIO(raw)) as archive:
            xml = archive.read(str(sheet._worksheet_path))  # noqa: SLF001
        for column, first, last in _MERGED.findall(xml):
            place = _column_number(column)
            above = rows.get(int(first), [])
            value = above[place] if place < len(above) else ""
            for number in range(int(first) + 1, int(last) + 1) if value else ():
                left -= 1
                if left < 0:
                    return
                row = rows.get(number)
                if row is not None and not "".join(row[place : place + 1]):
                    row.extend([""] * (place + 1 - len(row)))
                    row[place] = value
                    self._notes.mended("merged-cells", value)
        for _formula in _EMPTY_FORMULA.findall(xml):
            self._notes.left_out(
                "formula-without-value",
                str(sheet.title),
            )

    def _cell(self, value: object) -> str:
        if value is None:
            return ""
        if isinstance(value, (datetime, date, time)):
            said = value.isoformat()
            if isinstance(value, datetime) and value.time() == time():
                said = value.date().isoformat()
            self._notes.mended("dates", said)
            return said
        if isinstance(value, str) and value in _ERRORS:
            self._notes.left_out("cell-errors", value)
            return ""
        if isinstance(value, float) and value.is_integer():
            return str(int(value))
        return str(value)[: TEXT_CHARACTERS_MAX + 1]


def _column_number(letters: bytes) -> int:
    """A is 0, Z is 25, AA is 26."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number - 1
