"""CASE files as bad as they legally come: the counts are those that a person counted by hand."""

import gzip
import json
from typing import Any

import pytest

from rubrics.documents import ReadDocument, read_document
from tests.rubrics.case_files import DOCUMENT, as_bytes, child_of, item, item_id, package
from tests.rubrics.said import said

TREE = package([item(1), item(2), item(3)], [child_of(1, None), child_of(2, 1), child_of(3, 1)])
RUBRIC: dict[str, Any] = {
    "identifier": "r0000000-0000-4000-8000-000000000001",
    "title": "R",
    "CFRubricCriteria": [
        {"description": "A", "CFRubricCriterionLevels": [{"quality": "L"}, {"quality": "H"}]},
        {"description": "B", "CFRubricCriterionLevels": None},
    ],
}


def without(value: Any, *names: str) -> Any:
    """The same without some keys, however deep they stand."""
    if isinstance(value, list):
        return [without(one, *names) for one in value]
    if not isinstance(value, dict):
        return value
    return {key: without(one, *names) for key, one in value.items() if key not in names}


def renamed(value: dict[str, Any], **names: str) -> dict[str, Any]:
    return {names.get(key, key): one for key, one in value.items()}


def draft_links() -> dict[str, Any]:
    """Identifier beside address, as drafts had it, and the kind in words."""
    links = [
        {
            "associationType": "Is Child Of",
            "originNodeIdentifier": item_id(child),
            "originNodeURI": f"https://example.org/uri/p{child}?x=1",
            "destinationNodeIdentifier": parent,
            "destinationNodeURI": "https://example.org/uri/p",
        }
        for child, parent in ((1, DOCUMENT), (2, item_id(1)), (3, item_id(1)))
    ]
    return package([item(1), item(2), item(3)], links)


def of_kinds(*kinds: str) -> dict[str, Any]:
    links = [
        {**child_of(1, 2), "identifier": f"k-{n}", "associationType": kind}
        for n, kind in enumerate(kinds)
    ]
    return package([item(1), item(2)], links)


TREE_COUNTS = {"items": 3, "associations": 3, "association:isChildOf": 3}
RUBRIC_COUNTS = {"rubrics": 1, "criteria": 2, "levels": 2}
BARE = {"fullStatement": "Draws"}

WITH_TREE: dict[str, bytes] = {
    "plain": as_bytes(TREE),
    "two byte order marks": b"\xef\xbb\xbf\xef\xbb\xbf" + as_bytes(TREE),
    "UTF-16 without a mark": json.dumps(TREE).encode("utf-16-be"),
    "UTF-32": json.dumps(TREE).encode("utf-32"),
    "gzip of gzip": gzip.compress(gzip.compress(as_bytes(TREE))),
    "gzip of UTF-16": gzip.compress(json.dumps(TREE).encode("utf-16")),
    "CR alone, and white space around": json.dumps(TREE, indent=1).replace("\n", "\r").encode()
    + b"\r\r \n",
    "wrapped twice": as_bytes({"CFPackage": {"CFPackage": TREE}}),
    "an array in a wrapper": as_bytes({"CFPackage": [TREE]}),
    "an array in an array": as_bytes([[TREE]]),
    "nothing first": as_bytes([None, {}, TREE]),
    "wrapped among others": as_bytes({"CFPackages": [{"CFPackage": TREE}], "next": None}),
    "other capitals": as_bytes(
        renamed(TREE, CFDocument="cfDocument", CFItems="CfItems", CFAssociations="cfassociations")
    ),
    "documents in the plural": as_bytes(
        {**without(TREE, "CFDocument"), "CFDocuments": [TREE["CFDocument"]]}
    ),
    "a document in a list": as_bytes({**TREE, "CFDocument": [TREE["CFDocument"]]}),
    "lists with gaps, as PHP writes them": as_bytes(
        {
            **TREE,
            "CFItems": {str(2 * n): one for n, one in enumerate(TREE["CFItems"])},
            "CFAssociations": {str(n + 1): one for n, one in enumerate(TREE["CFAssociations"])},
        }
    ),
    "items by their identifier": as_bytes(
        {**TREE, "CFItems": {one["identifier"]: one for one in TREE["CFItems"]}}
    ),
    "links of drafts": as_bytes(draft_links()),
    "numbers no int32 holds": as_bytes(
        package(
            TREE["CFItems"],
            [
                child_of(1, None, sequenceNumber=10**30),
                child_of(2, 1, sequenceNumber="1.5"),
                child_of(3, 1, sequenceNumber=1e300),
            ],
        )
    ),
    "identifiers in capitals and braces of a URN": as_bytes(
        package(
            [{**one, "identifier": one["identifier"].upper()} for one in TREE["CFItems"]],
            [
                {**link, "originNodeURI": f"urn:uuid:{link['originNodeURI']['identifier']}"}
                for link in TREE["CFAssociations"]
            ],
        )
    ),
    "line breaks inside texts": as_bytes(
        package([item(1), item(2), item(3, notes="@")], TREE["CFAssociations"])
    ).replace(b'"@"', b'"a\n\tb"'),
    "NaN, and a field in a language nobody knows": as_bytes(
        {**TREE, "more": {"x": float("nan")}, "extensions": {"y": [1]}}
    ),
    "nothing in every field": as_bytes(
        package(
            [{**one, "notes": None, "conceptKeywords": [], "extensions": None, "language": ""}
             for one in TREE["CFItems"]],
            [{**one, "sequenceNumber": None, "uri": None} for one in TREE["CFAssociations"]],
            CFDefinitions=None,
        )
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", WITH_TREE)
def test_the_same_tree_however_it_is_written(name: str) -> None:
    read = read_document(WITH_TREE[name])
    assert {**read.report.taken, "packages": 1} == {"packages": 1, **TREE_COUNTS}
    framework = read.packages[0].framework
    assert framework is not None
    assert (framework.id, framework.title) == (DOCUMENT, "Made for a test")
    assert sorted((one.depth, one.id[-1]) for one in framework.competencies) == [
        (0, "1"), (1, "2"), (1, "3"),
    ]  # fmt: skip


def taken(read: ReadDocument) -> dict[str, int]:
    return {name: count for name, count in read.report.taken.items() if name != "packages"}


COUNTED: dict[str, tuple[Any, dict[str, int], str]] = {
    "a rubric alone, as a server answers": (RUBRIC, RUBRIC_COUNTS, ""),
    "a rubric in its wrapper": ({"CFRubric": RUBRIC}, RUBRIC_COUNTS, ""),
    "rubrics by number": ({"CFRubrics": {"0": RUBRIC}}, RUBRIC_COUNTS, "read as the list"),
    "two packages and rubbish": (
        [TREE, 7, {"CFPackage": package([item(9)], CFDocument={"title": "Other"})}],
        {**TREE_COUNTS, "items": 4},
        "not CASE packages",
    ),
    "nobody has an identifier": (
        without(package([BARE, BARE, {"humanCodingScheme": "A"}]), "identifier"),
        {"items": 3},
        "made from their words",
    ),
    "an identifier twice": (package([item(1), item(1)]), {"items": 1}, "another item has"),
    "a link twice": (
        package([item(1)], [child_of(1, None), child_of(1, None)]),
        {"items": 1, "associations": 1, "association:isChildOf": 1},
        "another has",
    ),
    "its own parent": (
        package([item(1)], [child_of(1, 1)]),
        {"items": 1, "associations": 1, "association:isChildOf": 1},
        "their own parent",
    ),
    "a circle of two": (
        package([item(1), item(2)], [child_of(1, 2), child_of(2, 1)]),
        {"items": 2, "associations": 2, "association:isChildOf": 2},
        "circle",
    ),
    "two parents": (
        package([item(1), item(2), item(3)], [child_of(3, 1), child_of(3, 2)]),
        {"items": 3, "associations": 2, "association:isChildOf": 2},
        "several parents",
    ),
    "links that leave": (
        package([item(1)], [child_of(1, 99)]),
        {"items": 1, "associations": 1, "association:isChildOf": 1},
        "outside this file",
    ),
    "kinds of drafts, of 1.1 and of others": (
        of_kinds("Exact Match Of", "is_related_to", "ISPEEROF", "isTranslationOf", "ext:x", "nö"),
        {
            "items": 2, "associations": 6, "association:exactMatchOf": 1,
            "association:isRelatedTo": 1, "association:isPeerOf": 1,
            "association:isTranslationOf": 1, "association:ext:x": 1, "association:nö": 1,
        },
        "without a parent",
    ),
    "links with one end": (
        package([item(1)], [{"associationType": "isChildOf", "originNodeURI": item_id(1)}]),
        {"items": 1},
        "without two ends",
    ),
    "statements that are no texts": (
        package([item(1, fullStatement={"en": "Draws", "nl": "Tekent"}),
                 item(2, fullStatement=["Draws", "Paints"]), item(3, fullStatement=[[]])]),
        {"items": 3},
        "Texts in languages after the first were left out",
    ),
    "fields nobody knows": (
        package([item(1, statusStartDate="2020-01-01", subject=["Art"])]),
        {"items": 1},
        "CFItem.statusStartDate",
    ),
    "points that are words": (
        {"CFRubrics": [{"CFRubricCriteria": [{"weight": "much", "CFRubricCriterionLevels": [
            {"quality": "a", "score": "3,5"}, {"quality": "b", "score": "three"}]}]}]},
        {"rubrics": 1, "criteria": 1, "levels": 2},
        "are no number",
    ),
    "two documents for one tree": (
        {"CFDocuments": [TREE["CFDocument"], {"title": "Second"}], "CFItems": [item(1)]},
        {"items": 1},
        "“Second”",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", COUNTED)
def test_what_is_odd_is_counted_and_said(name: str) -> None:
    value, counts, words = COUNTED[name]
    read = read_document(as_bytes(value))
    assert taken(read) == counts
    assert words in said(read.report)


def test_odd_numbers_order_siblings_all_the_same() -> None:
    made = package(
        [item(1), item(2), item(3)],
        [child_of(1, None, sequenceNumber=10**12), child_of(2, None, sequenceNumber="1.5"),
         child_of(3, None, sequenceNumber=1)],
    )  # fmt: skip
    framework = read_document(as_bytes(made)).packages[0].framework
    assert framework is not None
    assert [one.id[-1] for one in framework.competencies] == ["3", "2", "1"]


def test_texts_of_other_shapes_keep_their_words() -> None:
    made = package(
        [item(1, fullStatement={"@value": "Zeichnet &amp; malt", "@language": "de"}),
         item(2, fullStatement=["Draws", 2], CFItemType=["Standard"], humanCodingScheme=3.1)]
    )  # fmt: skip
    framework = read_document(as_bytes(made)).packages[0].framework
    assert framework is not None
    first, second = (framework.by_id[item_id(number)] for number in (1, 2))
    assert first.statement == "Zeichnet &amp; malt"
    assert (second.statement, second.kind, second.code) == ("Draws; 2", "Standard", "3.1")
