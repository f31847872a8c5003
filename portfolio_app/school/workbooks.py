"""The first sheet of a workbook (.xlsx) with anything in it, as rows of text.

A workbook is a ZIP archive of XML: both can be made to swell without end, so that sizes are looked
at before anything is opened, and XML that declares entities is refused. Formulas are read as the
values they had; nothing is computed. The library stays at the school: devices take CSV.
"""

import zipfile
import zlib
from io import BytesIO
from typing import Any

from rubrics.errors import UnreadableDocument
from rubrics.foreign.table import SAVE_AS_CSV
from rubrics.limits import (
    INFLATED_BYTES_MAX,
    TABLE_COLUMN_COUNT_MAX,
    TABLE_ROW_COUNT_MAX,
    TEXT_CHARACTERS_MAX,
    WORKBOOK_PART_COUNT_MAX,
)
from rubrics.report import Notes

_PIECE_BYTES = 64 * 1024


def rows_of_workbook(raw: bytes, notes: Notes) -> list[list[str]]:
    """Rows of the first sheet that is not empty. Raises `UnreadableDocument`, and nothing else."""
    try:
        from openpyxl import load_workbook  # noqa: PLC0415  it takes a while to load
    except ImportError:
        raise UnreadableDocument(
            "This school was set up without the library for workbooks", "first bytes", SAVE_AS_CSV
        ) from None
    _look_over(raw)
    try:
        book = load_workbook(BytesIO(raw), read_only=True, data_only=True)
        filled = [(sheet.title, rows) for sheet in book.worksheets if (rows := _rows(sheet))]
    except UnreadableDocument:
        raise
    # The library raises whatever its parsers do: there is no list of them to catch.
    except Exception:  # noqa: BLE001
        raise UnreadableDocument(
            "The workbook is damaged, or of a kind that is not understood",
            "whole file",
            SAVE_AS_CSV,
        ) from None
    for title, rows in filled[1:]:
        notes.left_out("Sheets after the first were left out", f"{title}: {len(rows)} rows")
    return filled[0][1] if filled else []


def _look_over(raw: bytes) -> None:
    """Refuse archives that are damaged, swell, or hold XML with entities of its own."""
    try:
        with zipfile.ZipFile(BytesIO(raw)) as archive:
            parts = archive.infolist()
            if "[Content_Types].xml" not in archive.namelist():
                raise UnreadableDocument(
                    "The file is a ZIP archive, not a workbook",
                    "first bytes",
                    "Unpack it and choose the file inside",
                )
            if len(parts) > WORKBOOK_PART_COUNT_MAX:
                _refuse_size()
            room_bytes = INFLATED_BYTES_MAX
            for part in parts:
                room_bytes -= _looked_at(archive, part, room_bytes)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, OSError, EOFError):
        raise UnreadableDocument(
            "The workbook is damaged or locked with a password", "whole file", SAVE_AS_CSV
        ) from None


def _looked_at(archive: zipfile.ZipFile, part: zipfile.ZipInfo, room_bytes: int) -> int:
    size_bytes, tail = 0, b""
    with archive.open(part) as stream:
        while piece := stream.read(_PIECE_BYTES):
            size_bytes += len(piece)
            if size_bytes > room_bytes:
                _refuse_size()
            if b"<!" in tail + piece and _declares(tail + piece):
                raise UnreadableDocument(
                    "The workbook declares entities, which no spreadsheet program does",
                    part.filename[:100],
                    "Choose another file",
                )
            tail = piece[-16:]
    return size_bytes


def _declares(piece: bytes) -> bool:
    return b"<!DOCTYPE" in piece or b"<!ENTITY" in piece


def _refuse_size() -> None:
    raise UnreadableDocument(
        f"The workbook holds more than {INFLATED_BYTES_MAX // 1024 // 1024} MB",
        "whole file",
        "Take out what is not needed",
    )


def _rows(sheet: Any) -> list[list[str]]:
    # The size that a sheet claims for itself may be wrong; without it every row is looked at.
    sheet.reset_dimensions()
    rows: list[list[str]] = []
    for number, cells in enumerate(sheet.iter_rows(values_only=True), start=1):
        if number > TABLE_ROW_COUNT_MAX or len(cells) > 10 * TABLE_COLUMN_COUNT_MAX:
            raise UnreadableDocument(
                f"The sheet has more than {TABLE_ROW_COUNT_MAX} rows or far too many columns",
                f"row {number}",
                "Take out what is not needed",
            )
        row = [_cell(cell) for cell in cells]
        while row and not row[-1]:
            row.pop()
        if row:
            rows.append(row)
    return rows


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)[: TEXT_CHARACTERS_MAX + 1]
