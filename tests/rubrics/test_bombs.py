"""Small files that ask for hours or for all memory are refused, or read in one go.

Each was far too slow or far too large before. No clock is asked: where a file would take hours
again, the time limit of the tests ends it.
"""

import gzip
import json
import zipfile
from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest

from portfolio_app.school.workbooks import sheets_of_workbook
from rubrics import limits
from rubrics.documents import read_document
from rubrics.errors import UnreadableDocument
from rubrics.foreign import case_rows
from tests.rubrics.test_nasty_tables import book_of, goals

ROWS = limits.TABLE_ROW_COUNT_MAX


def tiny_members() -> bytes:
    return gzip.compress(b"", mtime=0) * 50_000


def levels_for_all() -> bytes:
    levels: list[Any] = [{}] * limits.LEVEL_COUNT_MAX
    criteria = [{"CFRubricCriterionLevels": levels}] * limits.CRITERION_COUNT_MAX
    return json.dumps({"CFRubrics": [{"CFRubricCriteria": criteria}] * 11}).encode()


def packages_of_many() -> bytes:
    part: Any = {"CFItems": [{}] * 1_100}
    return json.dumps([part] * limits.PACKAGE_COUNT_MAX).encode()


def packages_by_number() -> bytes:
    part: Any = {"CFItems": {str(number): {} for number in range(1_100)}}
    return json.dumps([part] * limits.PACKAGE_COUNT_MAX).encode()


def relations() -> bytes:
    head = ",".join(["x"] * 14) + "\n,F,Crafts,,,,,,,,,,1,\n"
    row = ',A{},Wood,,,,,,,,"' + "b," * 200 + '",,,\n'
    return (head + "".join(row.format(number) for number in range(25))).encode()


def grid() -> bytes:
    head = "Criterion," + ",".join(f"L{number}" for number in range(190)) + "\n"
    return gzip.compress((head + ("A" + ",x" * 190 + "\n") * 20_000).encode(), 1)


def ratings() -> bytes:
    head = "Rubric Name,Criteria Name,Criteria Description" + (
        ",Rating Name,Rating Description,Rating Points" * 60
    )
    return gzip.compress((head + "\n" + ("R,A," + ",x,y,1" * 60 + "\n") * 10_000).encode(), 1)


def cross_product() -> bytes:
    """Few nodes, each naming all of the next kind."""
    criteria = [f"_:c{number}" for number in range(201)]
    levels = [f"_:l{number}" for number in range(500)]
    graph: list[Any] = [
        {"@id": f"_:r{n}", "@type": "Rubric", "hasRubricCriterion": criteria} for n in range(400)
    ]
    graph += [{"@id": c, "@type": "RubricCriterion", "hasCriterionLevel": levels} for c in criteria]
    graph += [{"@id": one, "@type": "CriterionLevel"} for one in levels]
    return json.dumps({"@graph": graph}).encode()


def level_sets() -> bytes:
    group: Any = {"Levels": [{}] * 10_000, "Criteria": [{}] * 10_000}
    return json.dumps({"CriteriaGroups": [group]}).encode()


REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "more layers of gzip than fit": (
        lambda: gzip.compress(gzip.compress(gzip.compress(gzip.compress(b"{}")))), "times over",
    ),
    "fifty thousand members of nothing": (tiny_members, "empty"),
    "levels of all rubrics together": (levels_for_all, "levels"),
    "items of all packages together": (packages_of_many, "items"),
    "items of packages by number": (packages_by_number, "items"),
    "lists in a list": (lambda: b"[" + b"[]," * limits.JSON_CONTAINERS_MAX + b"1]", "lists and"),
    "a grid without end": (grid, "levels in a criterion"),
    "ratings without end": (ratings, "levels in a criterion"),
    "each rubric names all criteria": (cross_product, "criteria in a rubric|levels in a"),
    "each criterion has all levels": (level_sets, "levels in a criterion"),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_what_would_swell_is_refused_in_a_sentence(name: str) -> None:
    make, words = REFUSED[name]
    with pytest.raises(UnreadableDocument, match=words):
        read_document(make(), wanted="rubric")


def test_relations_are_counted_while_they_are_made(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(case_rows, "ASSOCIATION_COUNT_MAX", 1_000)
    with pytest.raises(UnreadableDocument, match="more than 1000 associations"):
        read_document(relations(), wanted="framework")


def same_rows() -> bytes:
    return b"Identifier,Statement\n" + b"a,b\n" * (ROWS // 20)


def dotted_codes() -> bytes:
    return b"Code,Statement\n" + (b"." * 60_000 + b",b\n") * 100


def long_chain() -> bytes:
    graph = [
        {"@id": f"_:{n}", "@type": "Competency", "isChildOf": f"_:{n - 1}", "competencyText": "x"}
        for n in range(4_000)
    ]
    return json.dumps({"@graph": graph}).encode()


def one_list_of_numbers() -> bytes:
    return json.dumps([1] * 400_000 + [{"Name": "R", "CriteriaGroups": []}]).encode()


def long_numbers() -> bytes:
    return b"Code,Statement,Order,Depth\n" + b"1,a," + b"9" * 6_000 + b"," + b"9" * 6_000 + b"\n"


TAKEN: dict[str, tuple[Callable[[], bytes], int]] = {
    "rows that are all the same": (same_rows, ROWS // 20),
    "codes that are all dots": (dotted_codes, 100),
    "a chain of four thousand": (long_chain, 4_000),
    "a rubric behind many numbers": (one_list_of_numbers, 0),
    "numbers of thousands of digits": (long_numbers, 1),
}


@pytest.mark.parametrize("name", TAKEN)
def test_what_took_for_ever_is_read(name: str) -> None:
    make, items = TAKEN[name]
    assert read_document(make()).report.taken.get("items", 0) == items


def swollen(part: str, content: bytes) -> bytes:
    target = BytesIO(book_of(lambda book: goals(book.active)))
    with zipfile.ZipFile(target, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(part, content)
    return target.getvalue()


@pytest.mark.parametrize(
    ("part", "content"),
    [
        ("xl/worksheets/swollen.xml", b" " * (limits.INFLATED_BYTES_MAX + 1)),
        ("xl/theme/swollen.xml", b"<a/>" * (limits.WORKBOOK_SIDE_PART_BYTES_MAX // 4 + 1)),
        ("xl/entities.xml", b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"),
    ],
)
def test_workbooks_that_swell_are_refused(part: str, content: bytes) -> None:
    with pytest.raises(UnreadableDocument):
        read_document(swollen(part, content), workbook=sheets_of_workbook)


def test_a_workbook_of_cells_far_away_is_refused() -> None:
    far = b'<row r="%d"><c r="XFD%d"><v>1</v></c></row>'
    rows = b"".join(far % (number, number) for number in range(1, 2_000))
    name = "xl/worksheets/sheet1.xml"
    old = zipfile.ZipFile(BytesIO(book_of(lambda book: goals(book.active))))
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for part in old.namelist():
            raw = old.read(part)
            if part == name:
                raw = raw.replace(b"</sheetData>", rows + b"</sheetData>")
            archive.writestr(part, raw)
    with pytest.raises(UnreadableDocument, match="too many columns"):
        read_document(target.getvalue(), workbook=sheets_of_workbook)
