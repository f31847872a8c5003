"""Tables as spreadsheets, Moodle and Canvas really write them, counted by hand."""

import io
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from portfolio_app.school.workbooks import sheets_of_workbook
from rubrics.documents import ReadDocument, read_document
from rubrics.errors import UnreadableDocument
from tests.rubrics.foreign_files import as_csv, moodle
from tests.rubrics.said import said as said_of

GOALS = "Code;Statement\n1;Draws\n1.2;Paints, a lot\n"
CODES = [("1", 0), ("1.2", 1)]


def codes(read: ReadDocument) -> list[tuple[str, int]]:
    framework = read.packages[0].framework
    assert framework is not None
    return [(one.code, one.depth) for one in framework.competencies]


def said(read: ReadDocument) -> str:
    return said_of(read.report)


PLAIN: dict[str, bytes] = {
    "plain": GOALS.encode(),
    "two byte order marks": b"\xef\xbb\xbf" * 2 + GOALS.encode(),
    "UTF-16 with a mark": GOALS.encode("utf-16"),
    "UTF-16 without": GOALS.encode("utf-16-le"),
    "UTF-32": GOALS.encode("utf-32"),
    "CR alone": GOALS.replace("\n", "\r").encode(),
    "CRLF, and empty lines": GOALS.replace("\n", "\r\n\r\n;\r\n").encode(),
    "its separator in the first line": b"sep=;\r\n" + GOALS.encode(),
    "tabs": GOALS.replace(";", "\t").encode(),
    "bars": GOALS.replace(";", "|").encode(),
    "headings in row 3": b"Goals, of year 3;\nChanged 4 May;\n" + GOALS.encode(),
    "a title that is a heading": b"Competency;\n;\n" + GOALS.encode(),
    "empty columns behind": GOALS.replace("\n", ";;;\n").encode(),
    "columns the other way round": b"Statement;Code\nDraws;1\nPaints;1.2\n",
    "a blank in front of headings": b" Code ;\t Full Statement\n1;Draws\n1.2;Paints\n",
    "in Windows letters": GOALS.replace("Paints", "Peint à l’eau").encode("cp1252"),
    "numbers too long for numbers": b"Code;Statement;Order\n1;A;%s\n1.2;B;2\n" % (b"9" * 5000),
}


@pytest.mark.parametrize("name", PLAIN)
def test_a_plain_table_however_it_is_written(name: str) -> None:
    read = read_document(PLAIN[name], name="goals.csv", wanted="framework")
    assert codes(read) == CODES
    assert read.report.taken["items"] == 2
    if "row 3" in name:
        assert "Rows above the headings were left out: 2" in said(read)


def test_cells_of_several_lines_with_marks_stay_one_cell() -> None:
    raw = b'Code,Statement\n1,"He said ""no"",\r\nthen drew"\n1.2,"5"" long"\n'
    framework = read_document(raw).packages[0].framework
    assert framework is not None
    assert framework.competencies[0].statement == 'He said "no",\r\nthen drew'
    assert framework.competencies[1].statement == '5" long'


def test_marks_that_do_not_match_are_said() -> None:
    read = read_document(b'Code,Statement\n1,"Draws\n2,Paints\n')
    assert "Quotation marks do not match" in said(read)
    read = read_document(b'Code,Statement\n1,"Draws" well\n2,Paints\n')
    assert codes(read) == [("1", 0), ("2", 0)]


def changed(change: Callable[[list[list[str]]], None], width: int = 14) -> bytes:
    """A file of Moodle with something done to its cells."""
    lines = [line.split("\x1f") for line in _as_lines(width)]
    change(lines)
    return as_csv(lines)


def _as_lines(width: int) -> list[str]:
    import csv  # noqa: PLC0415

    rows = csv.reader(io.StringIO(moodle(width).decode(), newline=""))
    return ["\x1f".join(row) for row in rows]


def columns_behind(lines: list[list[str]]) -> None:
    for line in lines:
        line += ["", ""]


def own_parent(lines: list[list[str]]) -> None:
    lines[2][0] = "A"


def parent_elsewhere(lines: list[list[str]]) -> None:
    lines[3][0] = "gone"


def without_numbers(lines: list[list[str]]) -> None:
    for line in lines[3:]:
        line[1] = ""


def many_relations(lines: list[list[str]]) -> None:
    lines[2][10] = "A1, A%2C2 ,nobody"


def formatted(lines: list[list[str]]) -> None:
    lines[2][3] = "<ul><li>1 < 2 and 3 > 2</li><li>saws &eacute;n lijmt<br>goed</li></ul><!-- x -->"


def two_frameworks(lines: list[list[str]]) -> None:
    lines[3][-2] = "1"


MOODLE: dict[str, tuple[bytes, list[tuple[str, int]], str]] = {
    "empty columns behind 12": (changed(columns_behind, 12), [], ""),
    "empty columns behind 14": (changed(columns_behind), [], ""),
    "semicolons": (moodle().replace(b'","', b'";"'), [], ""),
    "UTF-16": (moodle().decode().encode("utf-16"), [], ""),
    "its own parent": (changed(own_parent), [], "their own parent"),
    "a parent elsewhere": (
        changed(parent_elsewhere), [("A", 0), ("A,2", 1), ("A1", 0)], "outside this file",
    ),
    "without ID numbers": (
        changed(without_numbers), [("A", 0), ("", 1), ("", 1)], "without an ID number",
    ),
    "relations to three": (changed(many_relations), [], ""),
    "formatted": (changed(formatted), [], "formatting"),
    "two frameworks": (
        changed(two_frameworks), [("A", 0), ("A,2", 1)], "Frameworks after the first",
    ),
    "scales": (moodle(), [], "Scales were left out"),
}  # fmt: skip


@pytest.mark.parametrize("name", MOODLE)
def test_moodle_however_it_is_written(name: str) -> None:
    raw, expected, words = MOODLE[name]
    read = read_document(raw, name="m.csv")
    assert read.format == "Moodle"
    assert codes(read) == (expected or [("A", 0), ("A1", 1), ("A,2", 1)])
    assert words in said(read)
    framework = read.packages[0].framework
    assert framework is not None
    related = [one for one in framework.associations if one.kind == "isRelatedTo"]
    if name == "relations to three":
        assert len(related) == 4
    if name == "formatted":
        assert framework.competencies[0].statement == "1 < 2 and 3 > 2\nsaws én lijmt\ngoed"


HEAD = "Rubric Name,Criteria Name,Criteria Description"
CANVAS: dict[str, str] = {
    "as the template has it": f"{HEAD},Criteria Enable Range"
    + ",Rating Name,Rating Description,Rating Points" * 2
    + "\nEssay,Ideas,Own ones,false,Good,many,4,Poor,few,0\n,Care,,,Good,,2,,,1\n",
    "numbered": f"{HEAD},Criteria Enable Range,Rating Name 1,Rating Description 1,Rating Points 1,"
    "Rating Name 2,Rating Description 2,Rating Points 2\n"
    "Essay,Ideas,Own ones,false,Good,many,4,Poor,few,0\n,Care,,,Good,,2,,,1\n",
    "without ranges": f"{HEAD}" + ",Rating Name,Rating Description,Rating Points" * 2
    + "\nEssay,Ideas,Own ones,Good,many,4,Poor,few,0\n,Care,,Good,,2,,,1\n",
    "headings for the first alone": f"{HEAD},Criteria Enable Range,Rating Name,Rating Description,"
    "Rating Points\nEssay,Ideas,Own ones,false,Good,many,4,Poor,few,0\n,Care,,,Good,,2,,,1\n",
    "points before words": f"{HEAD}" + ",Rating Points,Rating Name,Rating Description" * 2
    + "\nEssay,Ideas,Own ones,4,Good,many,0,Poor,few\n,Care,,2,Good,,1,,\n",
    "no words for ratings": f"{HEAD}" + ",Rating Name,Rating Points" * 2
    + "\nEssay,Ideas,Own ones,Good,4,Poor,0\n,Care,,Good,2,,1\n",
    "criterion, in other capitals": "RUBRIC NAME,criterion name,Criterion Description"
    + ",rating name,RATING DESCRIPTION,rating points" * 2
    + "\nEssay,Ideas,Own ones,Good,many,4,Poor,few,0\n,Care,,Good,,2,,,1\n",
    "a title above": f"Our rubrics,,,,,,,,,\n{HEAD}"
    + ",Rating Name,Rating Description,Rating Points" * 2
    + "\nEssay,Ideas,Own ones,Good,many,4,Poor,few,0\n,Care,,Good,,2,,,1\n",
    "the least first": f"{HEAD}" + ",Rating Name,Rating Description,Rating Points" * 2
    + "\nEssay,Ideas,Own ones,Poor,few,0,Good,many,4\n,Care,,,,1,Good,,2\n",
    "one more column": f"{HEAD},Outcome" + ",Rating Name,Rating Description,Rating Points" * 2
    + "\nEssay,Ideas,Own ones,X1,Good,many,4,Poor,few,0\n,Care,,,Good,,2,,,1\n",
}  # fmt: skip


@pytest.mark.parametrize("separator", [",", ";"])
@pytest.mark.parametrize("name", CANVAS)
def test_canvas_however_it_is_written(name: str, separator: str) -> None:
    raw = CANVAS[name].replace(",", separator).encode()
    read = read_document(raw, name="c.csv", wanted="rubric")
    assert read.format == "Canvas"
    (essay,) = read.packages[0].rubrics
    ideas, care = essay.criteria
    assert (essay.title, ideas.title, ideas.description) == ("Essay", "Ideas", "Own ones")
    assert [(one.name, one.score) for one in ideas.levels] == [("Poor", 0), ("Good", 4)]
    assert [(one.name, one.score) for one in care.levels] == [("1", 1), ("Good", 2)]
    if name != "no words for ratings":
        assert [one.description for one in ideas.levels] == ["few", "many"]
    assert ("“Outcome”" in said(read)) == (name == "one more column")
    assert {kind: read.report.taken[kind] for kind in ("rubrics", "criteria", "levels")} == {
        "rubrics": 1, "criteria": 2, "levels": 4,
    }  # fmt: skip


GRIDS: dict[str, tuple[bytes, list[int], str]] = {
    "a grid": (b"Criterion,Good (3),Poor (1)\nA,x,y\nB,z,\n", [2, 2], "A grid was read"),
    "a long table": (b"Criterion,Level,Score\nA,Lo,1\n,Hi,2\nB,Lo,1\n", [2, 1], ""),
    "two rubrics": (b"Rubric,Criterion,Level\nR,A,x\n,A,y\nS,B,z\n", [2], ""),
    "points in words": (b"Criterion,Level,Points\nA,Lo,one\n", [1], "are no number"),
    "nothing but a criterion": (b"Criterion,Level\nA,\nB,\n", [0, 0], ""),
    "a level before any criterion": (b"Criterion,Level\n,Lo\nA,Hi\n", [1], "without a criterion"),
    "headings in row 2": (b"My rubric,\nCriterion,Level\nA,Lo\n", [1], "above the headings"),
    "percent as weight": (b"Criterion,Weight,Level\nA,30%,Lo\n", [1], ""),
    "decimal commas": (b"Criterion;Level;Score\nA;Lo;0,5\nA;Hi;1,5\n", [2], ""),
    "an unknown column": (b"Criterion,Level,Mood\nA,Lo,fine\n", [1], "“Mood”"),
}


@pytest.mark.parametrize("name", GRIDS)
def test_rubrics_in_tables(name: str) -> None:
    raw, levels, words = GRIDS[name]
    read = read_document(raw, name="r.csv", wanted="rubric")
    assert [len(one.levels) for one in read.packages[0].rubrics[0].criteria] == levels
    assert words in said(read)


def book_of(fill: Callable[[Any], None]) -> bytes:
    openpyxl = pytest.importorskip("openpyxl", reason="the library for workbooks is not here")
    book = openpyxl.Workbook()
    fill(book)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def goals(sheet: Any, start: int = 1) -> None:
    for number, row in enumerate([["Code", "Statement"], ["1", "Draws"], ["1.2", "Paints"]], start):
        for place, value in enumerate(row, 1):
            sheet.cell(number, place, value)


def in_row_three(book: Any) -> None:
    book.active["A1"] = "Our goals"
    goals(book.active, 3)


def after_a_cover(book: Any) -> None:
    book.active["A1"] = "How to use this workbook"
    goals(book.create_sheet("Goals"))


def hidden_first(book: Any) -> None:
    goals(book.active)
    book.active["B2"] = "An old version"
    book.active.sheet_state = "hidden"
    goals(book.create_sheet("Goals"))


def all_in_one_hidden(book: Any) -> None:
    goals(book.create_sheet("Goals"))
    book["Goals"].sheet_state = "veryHidden"


def far_away_style(book: Any) -> None:
    goals(book.active)
    book.active["XFD1"].number_format = "0.00"
    book.active["A200000"].number_format = "0.00"


def merged_title(book: Any) -> None:
    book.active["A1"] = "Goals"
    book.active.merge_cells("A1:B1")
    goals(book.active, 2)


def numbers(book: Any) -> None:
    goals(book.active)
    book.active["A2"], book.active["A3"] = 1, 1.2


def formulas(book: Any) -> None:
    goals(book.active)
    book.active["C1"] = "Notes"
    book.active["C2"] = "=1+1"


BOOKS = {
    "headings in row 3": (in_row_three, "above the headings"),
    "a cover in front": (after_a_cover, "Sheets that were not taken"),
    "a hidden sheet in front": (hidden_first, "Hidden sheets were left out"),
    "nothing but a hidden sheet": (all_in_one_hidden, ""),
    "styles far away": (far_away_style, ""),
    "a merged title": (merged_title, "above the headings"),
    "numbers as codes": (numbers, ""),
    "a formula nobody worked out": (formulas, "Formulas without a value were left out"),
}


@pytest.mark.parametrize("name", BOOKS)
def test_workbooks_however_they_are_made(name: str) -> None:
    fill, words = BOOKS[name]
    read = read_document(
        book_of(fill), name="g.xlsx", wanted="framework", workbook=sheets_of_workbook
    )
    assert codes(read) == CODES
    assert words in said(read)
    assert "old version" not in str(read.packages)


def test_merged_cells_and_dates_of_a_workbook() -> None:
    def fill(book: Any) -> None:
        for row in (["Criterion", "Level", "Score", "Feedback"], ["Care", "Low", 0, None],
                    [None, "High", 0, date(2026, 5, 4)], ["Ideas", "Low", 1, True]):  # fmt: skip
            book.active.append(row)
        book.active.merge_cells("A2:A3")
        book.active.merge_cells("D2:D3")

    read = read_document(book_of(fill), wanted="rubric", workbook=sheets_of_workbook)
    care, ideas = read.packages[0].rubrics[0].criteria
    assert [(one.name, one.score) for one in care.levels] == [("Low", 0), ("High", 0)]
    assert ideas.levels[0].feedback == "True"
    assert "merged downwards" in said(read)


def test_a_date_is_said() -> None:
    def fill(book: Any) -> None:
        for row in (["Code", "Statement"], [date(2026, 1, 2), "Draws"]):
            book.active.append(row)

    read = read_document(book_of(fill), wanted="framework", workbook=sheets_of_workbook)
    assert codes(read) == [("2026-01-02", 0)]
    assert "was a code turned into a date?: 1 (“2026-01-02”)" in said(read)


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), "old kind"),
        (b"PK\x05\x06" + bytes(18), "ZIP|JSON"),
        (b"Only,these\n", "statements"),
        (b"sep=;\n", "empty"),
        (b"\n;;\n", "empty"),
        (b"\x00" * 50, "not text"),
        (
            b'def made():\n    return school(\n        "init", "--name", "Hill School",\n    )\n',
            "statements",
        ),
    ],
)
def test_what_is_no_table_gets_a_sentence(raw: bytes, words: str) -> None:
    with pytest.raises(UnreadableDocument, match=words):
        read_document(raw, wanted="framework", workbook=sheets_of_workbook)
