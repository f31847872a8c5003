"""Forty more files that are odd in some way: right counts and a word, or one clear sentence."""

import csv
import gzip
import io
import json
from typing import Any

import pytest

from portfolio_app.school.workbooks import sheets_of_workbook
from rubrics.documents import FRAMEWORK, RUBRIC, ReadDocument, read_document
from rubrics.errors import UnreadableDocument
from tests.rubrics.case_files import DOCUMENT, as_bytes, child_of, item, item_id, package
from tests.rubrics.said import said

TREE = package([item(1), item(2), item(3)], [child_of(1, None), child_of(2, 1), child_of(3, 1)])
WHOLE = {"items": 3, "associations": 3}
MOODLE = [
    "Parent", "ID", "Name", "Description", "Format", "Scale", "Configuration", "Rule", "Outcome",
    "Rule configuration", "Related", "Exported", "Is framework", "Taxonomy",
]  # fmt: skip
FRAME = ["", "FW", "Frame", "d", "1", "", "", "", "", "", "", "5", "1", "competency,skill"]
CANVAS = ["Rubric Name", "Criteria Name", "Criteria Description", "Criteria Enable Range",
          "Rating Name", "Rating Description", "Rating Points",
          "Rating Name", "Rating Description", "Rating Points"]  # fmt: skip


def table(*rows: list[str], separator: str = ",") -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=separator).writerows(rows)
    return text.getvalue().encode()


def moodle(*rows: list[str], head: int = 0) -> bytes:
    before, after = rows[:head], rows[head:]
    return table(MOODLE, *before, FRAME, *after)


def skill(parent: str, number: str, name: str, words: str = "") -> list[str]:
    return [parent, number, name, words, "1", *[""] * 9]


def linked(**link: Any) -> bytes:
    return as_bytes(package([item(1), item(2)], [{"associationType": "isChildOf", **link}]))


def graph(*nodes: Any) -> bytes:
    return as_bytes({"@graph": list(nodes)})


def competency(address: str, words: str | None, **more: Any) -> dict[str, Any]:
    return {
        "@id": address, "@type": "ceasn:Competency", "ceasn:competencyText": words, **more
    }  # fmt: skip


def area(number: str, **more: Any) -> dict[str, Any]:
    return {"@type": "CompetenceArea", "@id": f"CompetenceArea/{number}", "name": "x", **more}


FLAT_RUBRIC = {
    "CFDocument": {"title": "x"},
    "CFRubrics": [{"identifier": "r1", "title": "R"}],
    "CFRubricCriteria": [{"identifier": "c1", "rubricId": "r1", "description": "C"},
                         {"identifier": "c2", "rubricId": "r9", "description": "Lost"}],
    "CFRubricCriterionLevels": [{"rubricCriterionId": "c1", "quality": "q"}],
}  # fmt: skip
SAME_RUBRICS = {
    "CFRubrics": [
        {"identifier": "r", "title": title, "CFRubricCriteria": [{"description": "c"}]}
        for title in ("A", "B")
    ]
}
D2L_ODD = {
    "Name": None,
    "CriteriaGroups": [
        {"Levels": [{"Name": "A", "Points": "3"}, None, {"Name": "B", "Points": "much"}],
         "Criteria": [{"Name": None, "Cells": [None, {"Description": {"Html": "&amp;"}}]}, 7]},
        None,
    ],
}  # fmt: skip

READ: dict[str, tuple[bytes, str, dict[str, int], str]] = {
    "a mark and UTF-16": (
        b"\xff\xfe" + json.dumps(TREE).encode("utf-16-le"), "", WHOLE, ""),
    "gzip in two members": (
        gzip.compress(as_bytes(TREE)[:90]) + gzip.compress(as_bytes(TREE)[90:]), "", WHOLE, ""),
    "gzip and padding": (gzip.compress(as_bytes(TREE)) + b"\0\0", "", WHOLE, ""),
    "the same package twice": (as_bytes([TREE, TREE]), "", {"packages": 2, "items": 6}, ""),
    "no number and endless ones": (
        as_bytes(package([item(1), item(2)], [
            child_of(1, None, sequenceNumber=float("nan")),
            child_of(2, None, sequenceNumber=float("inf"))])), "", {"items": 2}, ""),
    "a number of 400 digits": (
        as_bytes(package([item(1)], [child_of(1, None, sequenceNumber=10**400)])), "",
        {"items": 1}, ""),
    "half of a pair, and NUL": (
        as_bytes(package([item(1, fullStatement="a\ud800b"), item(2, fullStatement="a\0b")])), "",
        {"items": 2}, "no file can hold"),
    "identifiers that are numbers": (
        as_bytes(package([{**item(1), "identifier": 1}, {**item(2), "identifier": 2}], [
            {"identifier": 5, "associationType": "isChildOf",
             "originNodeURI": {"identifier": 2}, "destinationNodeURI": {"identifier": 1}}])), "",
        {"items": 2, "associations": 1}, ""),
    "items inside a list of lists": (
        as_bytes(package([[item(1)], item(2), None])), "", {"items": 1}, "not objects"),
    "links from the parent": (
        linked(identifier="l", associationType="isParentOf",
               originNodeURI={"identifier": item_id(1)},
               destinationNodeURI={"identifier": item_id(2)}), "",
        {"items": 2, "association:isParentOf": 1}, "stand at the top: 2"),
    "addresses in capitals": (
        linked(originNodeURI={"identifier": item_id(2).upper()},
               destinationNodeURI={"identifier": item_id(1).upper()}), "",
        {"items": 2, "associations": 1}, "made from their ends"),
    "a circle of three": (
        as_bytes(package([item(1), item(2), item(3)],
                         [child_of(1, 2), child_of(2, 3), child_of(3, 1)])), "", WHOLE, "circle"),
    "sixty deep": (
        as_bytes(package([item(n) for n in range(1, 61)],
                         [child_of(n, n - 1 if n > 1 else None) for n in range(1, 61)])), "",
        {"items": 60}, "lifted to that level: 28"),
    "links without items": (
        as_bytes({"CFDocument": {"identifier": DOCUMENT, "title": "x"},
                  "CFAssociations": [child_of(1, 2)]}), "", {"associations": 1}, "outside"),
    "a text of 30,000 letters": (
        as_bytes(package([item(1, fullStatement="x" * 30_000)])), "", {"items": 1}, "cut there"),
    "a rubric whose parts stand beside it": (
        as_bytes(FLAT_RUBRIC), RUBRIC, {"rubrics": 1, "criteria": 1, "levels": 1},
        "of what is not in the file were left out: 1 (“Lost”)"),
    "a rubric said twice": (
        as_bytes(SAME_RUBRICS), RUBRIC, {"rubrics": 1, "criteria": 1}, "(“B”)"),
    "Moodle, sorted": (
        moodle(skill("", "A", "Aa"), skill("A", "B", "Bb"), head=1), "", {"items": 2}, ""),
    "Moodle, a number twice": (
        moodle(skill("", "A", "Aa"), skill("", "A", "Again")), "", {"items": 1}, "(“Again”)"),
    "Moodle, two frameworks": (
        moodle(skill("", "A", "Aa"), FRAME), "", {"items": 1}, "Frameworks after the first"),
    "Moodle, circle and orphan": (
        moodle(skill("D", "C", "x"), skill("C", "D", "y"), skill("X", "E", "z")), "",
        {"items": 3}, "circle"),
    "Moodle, cells of several lines": (
        moodle(skill("", "A", "Aa", "<p>One,\ntwo</p>")), "", {"items": 1}, "formatting"),
    "Canvas, commas and lines in cells": (
        table(CANVAS, ["R, one", 'C "q"', "a\nb", "", "Full", "x\ny", "10", "None", "", "0"],
              ["", "C2", "", "TRUE", "Full", "", "5", "", "", ""]), RUBRIC,
        {"criteria": 2, "levels": 3}, "upper end"),
    "Canvas, points in words": (
        table(CANVAS, ["R", "C", "", "", "Full", "", "ten", "None", "", "0"]), RUBRIC,
        {"criteria": 1, "levels": 2}, "(“ten”)"),
    "a table of circles": (
        b"id,parent,statement\na,b,A\nb,a,B\nc,c,C\n", FRAMEWORK, {"items": 3}, "own parent"),
    "a table with an id twice": (
        b"id,parent,statement\na,,A\na,,B\nb,a,C\n", FRAMEWORK, {"items": 3}, "their own id"),
    "quotation marks that never end": (
        b'id,statement\na,"never ends\nb,x\n', FRAMEWORK, {"items": 1}, "do not match"),
    "depths with a gap": (
        b"depth,statement\n0,A\n5,B\n1,C\n0,D\n", FRAMEWORK, {"items": 4}, ""),
    "orders that are no numbers": (
        b"id,order,statement\na,NaN,A\nb,1e999,B\nc," + b"9" * 5_000 + b",C\n", FRAMEWORK,
        {"items": 3}, ""),
    "weights that are no numbers": (
        b"criterion,weight,level\nA,heavy,L\nA,heavy,M\n", RUBRIC, {"criteria": 1, "levels": 2},
        "no number were left out: 1 (“heavy”)"),
    "CTDL, a thing said twice": (
        graph(competency("a", "A"), competency("a", "B")), "", {"items": 1}, "said twice"),
    "CTDL, a circle": (
        graph(competency("a", "A", **{"ceasn:isChildOf": "b"}),
              competency("b", "B", **{"ceasn:isChildOf": "a"})), "", {"items": 2}, "circle"),
    "CTDL, nothing where something should be": (
        graph(None, 3, {"@id": None, "@type": None}, competency("a", None)), "", {"items": 1},
        "Things of the kind … were left out"),
    "D2L, holes everywhere": (
        as_bytes(D2L_ODD), RUBRIC, {"criteria": 1, "levels": 2}, "(“much”)"),
    "DigComp, an area twice": (
        graph(area("1"), area("1", name="y")), "", {"items": 1}, "another item has"),
    "DigComp, a circle": (
        graph(area("1"), *({"@type": "Competence", "@id": f"Competence/{one}", "name": "n",
                            "competence_id": f"Competence/{other}"}
                           for one, other in (("1", "2"), ("2", "1")))), "", {"items": 3},
        "circle"),
}  # fmt: skip
REFUSED: dict[str, tuple[bytes, str]] = {
    "a list twice in one object": (as_bytes(TREE)[:-1] + b', "CFItems": []}', "twice"),
    "a package on each line": (as_bytes(TREE) + b"\n" + as_bytes(TREE), "line 2, column 1"),
    "a comma too many": (as_bytes(TREE)[:-1] + b",}", "not valid JSON"),
    "cut in the middle": (as_bytes(TREE)[:-30], "not valid JSON"),
    "brackets without end": (b'{"CFDocument":{},"a":' + b"[" * 5_000 + b"]" * 5_000 + b"}", "64"),
    "links alone": (as_bytes({"CFAssociations": []}), "neither CASE"),
    "headings alone": (table(["a", "b"]), "hold statements"),
    "a rubric where a framework should be": (b"criterion,level\nA,L\n", "hold statements"),
    "a graph with nothing in it": (graph(), "whole graph"),
    "an archive of a tape": (gzip.compress(b"name\0\0" + b"\0" * 500), "neither text"),
}


def read(raw: bytes, wanted: str = "") -> ReadDocument:
    return read_document(raw, name="f.x", wanted=wanted, workbook=sheets_of_workbook)


@pytest.mark.parametrize("name", READ)
def test_odd_files_are_counted_and_said(name: str) -> None:
    raw, wanted, counts, words = READ[name]
    found = read(raw, wanted)
    assert {what: found.report.taken.get(what) for what in counts} == counts
    frameworks = [one.framework for one in found.packages if one.framework]
    rubrics = [rubric for one in found.packages for rubric in one.rubrics]
    assert found.report.taken.get("items", 0) == sum(len(one.competencies) for one in frameworks)
    assert found.report.taken.get("criteria", 0) == sum(len(one.criteria) for one in rubrics)
    assert words in said(found.report)


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_read_whole_is_refused(name: str) -> None:
    raw, words = REFUSED[name]
    with pytest.raises(UnreadableDocument, match=words) as caught:
        read(raw, FRAMEWORK)
    assert "\n" not in str(caught.value)


def workbook(*rows: list[object], merged: str = "", sheet: str = "") -> bytes:
    from openpyxl import Workbook  # noqa: PLC0415  it takes a while to load

    book = Workbook()
    for row in rows:
        book.active.append(row)
    if merged:
        book.active.merge_cells(merged)
    if sheet:
        other = book.create_sheet(sheet)
        other.append(["id", "statement"])
        other.sheet_state = "veryHidden"
        other.append(["q", "Q"])
    raw = io.BytesIO()
    book.save(raw)
    return raw.getvalue()


@pytest.mark.parametrize(
    ("raw", "count", "words"),
    [
        (workbook(["id", "statement"], ["a", "A"], ["b", "=1+1"]), 2, "Formulas without a value"),
        (workbook(["id", "statement"], ["#REF!", "#N/A"], ["b", "B"]), 1, "error of the spread"),
        (workbook(["id", "statement"], ["a", "A"], ["b", None], merged="B2:C3"), 2, "Cells merged"),
        (workbook(["id", "statement"], ["a", "A"], sheet="far"), 1, "(“far: 2 rows”)"),
        (workbook(["id", "statement"], [1e300, True], [3.0, 7]), 2, ""),
    ],
)  # fmt: skip
def test_odd_workbooks(raw: bytes, count: int, words: str) -> None:
    found = read(raw, FRAMEWORK)
    assert found.report.taken["items"] == count
    assert words in said(found.report)
