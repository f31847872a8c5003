"""Workbooks are read as tables, and hostile ones are refused before they are opened."""

import io
import random
import zipfile
from typing import Any

import pytest

from portfolio_app.school.workbooks import sheets_of_workbook
from rubrics.documents import read_document
from rubrics.errors import UnreadableDocument
from rubrics.report import Notes


def workbook(rows: list[list[Any]]) -> bytes:
    openpyxl = pytest.importorskip("openpyxl", reason="the library for workbooks is not here")
    book = openpyxl.Workbook()
    book.active.title = "Empty"
    sheet = book.create_sheet("Goals")
    for row in rows:
        sheet.append(row)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def test_a_workbook_is_a_table() -> None:
    raw = workbook([["Code", "Statement"], [1, "Draws"], [1.5, None], ["2", "Paints"]])
    read = read_document(raw, name="goals.xlsx", wanted="framework", workbook=sheets_of_workbook)
    framework = read.packages[0].framework
    assert framework is not None
    assert [one.code for one in framework.competencies] == ["1", "1.5", "2"]
    assert framework.title == "goals"


def test_hostile_workbooks_are_refused() -> None:
    good = workbook([["Statement"], ["A"]])
    for name, content in (
        ("xl/swollen.xml", b" " * (65 * 1024 * 1024)),
        ("xl/e.xml", b"<!DOCTYPE a>"),
    ):
        target = io.BytesIO(good)
        with zipfile.ZipFile(target, "a", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(name, content)
        with pytest.raises(UnreadableDocument):
            read_document(target.getvalue(), wanted="framework", workbook=sheets_of_workbook)
    for cut in (10, len(good) // 2, len(good) - 5):
        with pytest.raises(UnreadableDocument):
            read_document(good[:cut], wanted="framework", workbook=sheets_of_workbook)


def test_changed_bytes_are_read_or_refused() -> None:
    good = workbook([["Statement"], ["A"]])
    chance = random.Random(5)
    for _time in range(40):
        raw = bytearray(good)
        for _change in range(3):
            raw[chance.randrange(4, len(raw))] = chance.randrange(256)
        try:
            sheets = sheets_of_workbook(bytes(raw), Notes())
        except UnreadableDocument:
            continue
        assert all(isinstance(cell, str) for one in sheets for row in one.rows for cell in row)
