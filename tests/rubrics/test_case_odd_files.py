"""Files as they are in the wild: each oddity is understood, and said in the report."""

import gzip
import json
from typing import Any

import pytest

from rubrics.case import CasePackage, read_case, read_packages
from rubrics.errors import UnreadableDocument
from rubrics.framework import Framework
from rubrics.refusals import ADVICE
from tests.rubrics.case_files import DOCUMENT, as_bytes, child_of, item, item_id, package
from tests.rubrics.said import said


def read(value: Any) -> CasePackage:
    return read_case(as_bytes(value))


def framework_of(value: Any) -> Framework:
    framework = read(value).framework
    assert framework is not None
    return framework


def tree_of(framework: Framework) -> list[tuple[int, int]]:
    """Depth and number of each competency, in reading order."""
    return [(one.depth, int(one.id[-12:])) for one in framework.competencies]


THREE = package(
    [item(1), item(2), item(3)],
    [child_of(1, None, sequenceNumber=2), child_of(2, 1), child_of(3, None, sequenceNumber=1)],
)


@pytest.mark.parametrize(
    "raw",
    [
        as_bytes(THREE),
        as_bytes({"CFPackage": THREE}),
        as_bytes([THREE]),
        as_bytes([{"CFPackage": THREE}]),
        as_bytes({"CFPackages": [THREE]}),
        b"\xef\xbb\xbf" + as_bytes(THREE),
        json.dumps(THREE).encode("utf-16"),
        gzip.compress(as_bytes(THREE)),
        gzip.compress(as_bytes(THREE)[:100]) + gzip.compress(as_bytes(THREE)[100:]),
        gzip.compress(as_bytes(THREE)) + b"\0" * 512,
    ],
)
def test_wrappings_and_encodings(raw: bytes) -> None:
    framework = read_case(raw).framework
    assert framework is not None
    assert tree_of(framework) == [(0, 3), (0, 1), (1, 2)]


def test_an_array_of_packages_is_read_whole_or_its_first_with_a_word() -> None:
    other = package([item(9)])
    other["CFDocument"]["identifier"] = "second"
    raw = as_bytes([THREE, "not a package", other])
    packages = read_packages(raw)
    assert [one.document.id for one in packages] == [DOCUMENT, "second"]
    first = read_case(raw)
    assert first.document.id == DOCUMENT
    assert "Packages after the first" in said(first.report)
    assert "not CASE packages" in said(first.report)


def test_links_as_bare_addresses_and_levels_of_the_draft() -> None:
    made = package(
        [item(1, educationalLevel=["03", "04"]), item(2, educationLevel="05")],
        [
            {
                "associationType": "Is Child Of",
                "originNodeURI": f"https://example.org/items/{item_id(2)}",
                "destinationNodeURI": f"https://example.org/items/{item_id(1)}",
            },
            {
                "associationType": "isChildOf",
                "originNodeURI": item_id(1).upper(),
                "destinationNodeURI": f"https://example.org/CFDocuments/{DOCUMENT}?download=1",
            },
        ],
    )
    framework = framework_of(made)
    assert tree_of(framework) == [(0, 1), (1, 2)]
    assert framework.by_id[item_id(1)].education_levels == ("03", "04")
    assert framework.by_id[item_id(2)].education_levels == ("05",)


def test_a_link_is_found_by_address_when_its_identifier_is_another() -> None:
    link = child_of(2, 1)
    link["destinationNodeURI"] = {"identifier": "wrong", "uri": item(1)["uri"], "title": ""}
    assert tree_of(framework_of(package([item(1), item(2)], [link]))) == [(0, 1), (1, 2)]


def test_links_out_of_the_file_are_kept() -> None:
    made = package([item(1)], [child_of(1, 77), child_of(88, 1), child_of(66, 55)])
    result = read(made)
    assert result.framework is not None
    assert tree_of(result.framework) == [(0, 1)]
    assert [one.destination.id for one in result.framework.associations] == [
        item_id(77),
        item_id(1),
        item_id(55),
    ]
    assert "outside this file" in said(result.report)


def test_items_without_a_parent_stand_at_the_top() -> None:
    result = read(package([item(1), item(2)], [child_of(2, None)]))
    assert result.framework is not None
    assert tree_of(result.framework) == [(0, 1), (0, 2)]
    assert "without a parent" in said(result.report)


def test_missing_identifiers_are_made_the_same_way_every_time() -> None:
    bare = {"fullStatement": "Count to ten"}
    raw = as_bytes(package([bare, bare, {"fullStatement": "Count to twenty"}]))
    first, second = read_case(raw), read_case(raw)
    assert first == second
    assert first.framework is not None
    assert len({one.id for one in first.framework.competencies}) == 3
    assert "Count to ten" in said(first.report)


@pytest.mark.parametrize(
    ("links", "expected"),
    [
        ([child_of(1, 2), child_of(2, 3), child_of(3, 1)], [(0, 1), (1, 3), (2, 2)]),
        ([child_of(1, 1), child_of(2, 1), child_of(3, 2)], [(0, 1), (1, 2), (2, 3)]),
        ([child_of(1, 2), child_of(2, 1), child_of(3, 1)], [(0, 1), (1, 2), (1, 3)]),
    ],
)
def test_circles_are_broken(links: list[Any], expected: list[tuple[int, int]]) -> None:
    result = read(package([item(1), item(2), item(3)], links))
    assert result.framework is not None
    assert tree_of(result.framework) == expected
    assert "circle" in said(result.report) or "own parent" in said(result.report)


def test_duplicates_are_left_out_and_said() -> None:
    again = item(1, fullStatement="Another one")
    result = read(package([item(1), again], [child_of(1, None), child_of(1, None)]))
    assert result.framework is not None
    assert [one.statement for one in result.framework.competencies] == ["Statement 1"]
    assert len(result.report.left_out) == 2


def test_an_item_with_the_identifier_of_the_document_gets_its_own() -> None:
    result = read(package([item(1, identifier=DOCUMENT), item(2)], [child_of(2, None)]))
    assert result.framework is not None
    twin, other = result.framework.competencies
    assert twin.id != DOCUMENT
    assert (twin.parent_id, other.parent_id) == (None, None)
    assert "identifier of their document" in said(result.report)


def test_a_second_parent_is_kept_as_a_link() -> None:
    result = read(
        package([item(1), item(2), item(3)], [child_of(3, 1), child_of(3, 2), child_of(1, None)])
    )
    assert result.framework is not None
    assert result.framework.by_id[item_id(3)].parent_id == item_id(1)
    assert [one.destination.id for one in result.framework.associations] == [item_id(2)]


def test_unknown_kinds_of_links_are_kept_as_written() -> None:
    link = {**child_of(1, 2), "associationType": "ext:isInspiredBy"}
    framework = framework_of(package([item(1), item(2)], [link]))
    assert [one.kind for one in framework.associations] == ["ext:isInspiredBy"]


def test_siblings_go_by_sequence_then_enumeration_then_code_then_place() -> None:
    made = package(
        [
            item(1, humanCodingScheme="A.10"),
            item(2, humanCodingScheme="A.2"),
            item(3, listEnumeration="2"),
            item(4, listEnumeration="1"),
            item(5),
            item(6),
            item(7, humanCodingScheme="²"),
        ],
        [
            *(child_of(number, None) for number in range(1, 6)),
            child_of(6, None, sequenceNumber="1"),
            child_of(7, None, sequenceNumber=None),
        ],
    )
    assert [number for _depth, number in tree_of(framework_of(made))] == [6, 4, 3, 2, 1, 7, 5]


def test_deep_trees_are_flattened_to_the_limit_with_nobody_lost() -> None:
    made = package(
        [item(number) for number in range(1, 101)],
        [child_of(1, None), *(child_of(number, number - 1) for number in range(2, 101))],
    )
    result = read(made)
    assert result.framework is not None
    assert len(result.framework.competencies) == 100
    assert max(one.depth for one in result.framework.competencies) == 31
    assert "deeper" in said(result.report)


@pytest.mark.parametrize("nothing", [None, [], {}, "", 3, [None, 1, "x", []]])
def test_empty_and_wrongly_typed_parts_do_no_harm(nothing: Any) -> None:
    result = read(package(nothing, nothing, rubrics=nothing, CFDefinitions=nothing))
    assert result.document.title == "Made for a test"


def test_rubrics_with_gaps() -> None:
    rubric = {
        "title": "Gaps",
        "CFRubricCriteria": [
            {
                "category": "Second",
                "position": 2,
                "weight": "0.5",
                "CFItemURI": {"identifier": item_id(5), "uri": "", "title": "Elsewhere"},
                "CFRubricCriterionLevels": [
                    {"quality": "Good", "position": None, "score": None},
                    {"description": "without a name", "score": 2, "position": None},
                    {"position": None},
                ],
            },
            {"identifier": "same", "description": "First", "position": 1},
            {"identifier": "same", "description": "Last", "position": None},
        ],
    }
    result = read(package(rubrics=[rubric, rubric]))
    assert result.framework is None
    first, second = result.rubrics
    assert first.id != second.id
    assert [one.title for one in first.criteria] == ["First", "Second", "Last"]
    middle = first.criteria[1]
    assert (middle.weight, middle.competency_id) == (0.5, item_id(5))
    assert [level.name for level in middle.levels] == ["Good", "2", "…"]
    assert len({level.id for level in middle.levels}) == 3


@pytest.mark.parametrize(
    ("level_counts", "kind"), [([1, 1], "single_point"), ([4], "holistic"), ([3, 3], "analytic")]
)
def test_the_kind_follows_from_the_shape(level_counts: list[int], kind: str) -> None:
    criteria = [
        {
            "description": f"Criterion {number}",
            "CFRubricCriterionLevels": [{"quality": f"Level {one}"} for one in range(count)],
        }
        for number, count in enumerate(level_counts)
    ]
    made = package(rubrics=[{"title": "Shape", "CFRubricCriteria": criteria}])
    assert read(made).rubrics[0].kind == kind


def test_what_cannot_be_kept_is_replaced_and_said() -> None:
    result = read(package([item(1, fullStatement="a\ud800b\x00c")]))
    assert result.framework is not None
    assert result.framework.competencies[0].statement == "a\ufffdb\ufffdc"
    assert "replaced" in said(result.report)


def test_the_licence_is_named_by_its_definition() -> None:
    made = package(CFDefinitions={"CFLicenses": [{"identifier": "cc", "title": "CC BY 4.0"}]})
    made["CFDocument"]["licenseURI"] = "https://example.org/licences/cc"
    assert read(made).document.licence == "CC BY 4.0"


WRONG = {
    "empty": (b"  \n", "empty"),
    "zip": (b"PK\x03\x04rest", "ZIP"),
    "pdf": (b"%PDF-1.7", "PDF"),
    "web page": (b"\xef\xbb\xbf<!doctype html>", "web page"),
    "table": (b"name,code\nx,y", "not valid JSON (line 1, column 1)"),
    "cut": (b'{"CFDocument":', "not valid JSON"),
    "latin": ('{"CFDocument":"é"}'.encode("latin-1"), "UTF-8"),
    "damaged gzip": (b"\x1f\x8b\x08rubbish", "damaged"),
    "cut gzip": (gzip.compress(as_bytes(THREE))[:-9], "ends too early"),
    "other JSON": (b'{"name":"x"}', "not a CASE package"),
    "list": (b'{"CFDocuments":[]}', "without their contents"),
    "server error": (b'{"imsx_codeMajor":"failure"}', "error message"),
    "empty array": (b"[]", "not a CASE package"),
    "number": (b"7", "not a CASE package"),
    "long number": (b"[" + b"9" * 5000 + b"]", "too long"),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_file_gets_one_clear_sentence(name: str) -> None:
    raw, words = WRONG[name]
    with pytest.raises(UnreadableDocument) as caught:
        read_packages(raw)
    assert words in str(caught.value)
    assert ADVICE[caught.value.advice] in str(caught.value)
    assert "\n" not in str(caught.value)
