"""Each limit holds: one more than fits is refused in words, or cut and said."""

import gzip
from collections.abc import Callable
from typing import Any

import pytest

from rubrics import limits
from rubrics.case import read_case, read_packages
from rubrics.errors import UnreadableDocument
from tests.rubrics.case_files import as_bytes, item, package
from tests.rubrics.said import said


def criteria(count: int) -> list[Any]:
    return [{"title": "R", "CFRubricCriteria": [{"description": str(n)} for n in range(count)]}]


def levels(count: int) -> list[Any]:
    rows = [{"quality": str(number)} for number in range(count)]
    return [{"title": "R", "CFRubricCriteria": [{"CFRubricCriterionLevels": rows}]}]


COUNTED: dict[str, tuple[Callable[[int], Any], int]] = {
    "items": (lambda count: package([{}] * count), limits.ITEM_COUNT_MAX),
    "associations": (lambda count: package([], [{}] * count), limits.ASSOCIATION_COUNT_MAX),
    "rubrics": (lambda count: package(rubrics=[{}] * count), limits.RUBRIC_COUNT_MAX),
    "criteria": (lambda count: package(rubrics=criteria(count)), limits.CRITERION_COUNT_MAX),
    "levels": (lambda count: package(rubrics=levels(count)), limits.LEVEL_COUNT_MAX),
    "packages": (lambda count: [package()] * count, limits.PACKAGE_COUNT_MAX),
}


@pytest.mark.parametrize("name", COUNTED)
def test_one_more_than_fits_is_refused(name: str) -> None:
    make, limit = COUNTED[name]
    with pytest.raises(UnreadableDocument, match=str(limit)):
        read_packages(as_bytes(make(limit + 1)))


@pytest.mark.parametrize("name", ["rubrics", "criteria", "levels", "packages"])
def test_as_many_as_fit_are_taken(name: str) -> None:
    make, limit = COUNTED[name]
    taken = [one.report.taken for one in read_packages(as_bytes(make(limit)))]
    assert sum(one[name] for one in taken) == limit


def test_a_file_over_the_raw_limit_is_refused() -> None:
    with pytest.raises(UnreadableDocument, match="larger than 32 MB"):
        read_case(b" " * (limits.RAW_BYTES_MAX + 1))


def test_a_small_file_that_inflates_over_the_limit_is_refused() -> None:
    bomb = gzip.compress(b" " * (limits.INFLATED_BYTES_MAX + 1), compresslevel=1)
    assert len(bomb) < limits.RAW_BYTES_MAX
    with pytest.raises(UnreadableDocument, match="more than 64 MB"):
        read_case(bomb)


def test_the_inflated_limit_holds_over_several_members() -> None:
    half = gzip.compress(b" " * (limits.INFLATED_BYTES_MAX // 2 + 1), compresslevel=1)
    with pytest.raises(UnreadableDocument, match="more than 64 MB"):
        read_case(half + half)


def test_a_file_of_countless_values_is_refused_before_it_is_parsed() -> None:
    with pytest.raises(UnreadableDocument, match="values"):
        read_case(b"[" + b"1," * limits.JSON_MARKS_MAX)


@pytest.mark.parametrize("opening", [b"[", b'{"CFItems":'])
@pytest.mark.parametrize("depth", [limits.JSON_DEPTH_MAX + 1, 100_000])
def test_nesting_is_limited(opening: bytes, depth: int) -> None:
    closing = b"]" if opening == b"[" else b"}"
    with pytest.raises(UnreadableDocument, match="nested deeper"):
        read_case(opening * depth + b"1" * (opening != b"[") + closing * depth)


def test_nesting_as_deep_as_allowed_is_read() -> None:
    depth = limits.JSON_DEPTH_MAX - 1
    raw = b'{"CFDocument":{"title":"deep"},"more":' + b"[" * depth + b"]" * depth + b"}"
    assert read_case(raw).document.title == "deep"


def test_long_texts_are_cut_and_said() -> None:
    long = "x" * (limits.TEXT_CHARACTERS_MAX + 1)
    result = read_case(as_bytes(package([item(1, fullStatement=long, humanCodingScheme=long)])))
    assert result.framework is not None
    competency = result.framework.competencies[0]
    assert len(competency.statement) == limits.TEXT_CHARACTERS_MAX
    assert len(competency.code) == limits.LABEL_CHARACTERS_MAX
    assert said(result.report).count("were cut") == 2


def test_a_report_counts_countless_kinds_of_links_together() -> None:
    links = [
        {"associationType": f"ext:{n}", "originNodeURI": "a", "destinationNodeURI": "b"}
        for n in range(1_000)
    ]
    taken = read_case(as_bytes(package([item(1)], links))).report.taken
    assert len(taken) <= limits.REPORT_KIND_COUNT_MAX + 1
    assert taken["associations"] == 1_000
    assert taken["other"] > 900
