"""JSON-LD, RDF/JSON and D2L as they legally come, counted by hand."""

import copy
from collections.abc import Callable
from typing import Any

import pytest

from rubrics.documents import ReadDocument, read_document
from tests.rubrics.foreign_files import CTDL, D2L, DIGCOMP, FIRST, SCHOOL, SECOND, as_json
from tests.rubrics.said import said as said_of

CHILDREN = [{"@id": SECOND}]


def changed(value: Any, change: Callable[[Any], Any]) -> bytes:
    made = copy.deepcopy(value)
    return as_json(change(made) or made)


def said(read: ReadDocument) -> str:
    return said_of(read.report)


def bare(graph: Any) -> Any:
    return graph["@graph"]


def nested(graph: Any) -> Any:
    """The parts inside their wholes, as some servers write them."""
    head, second, first, rubric, criterion, low, high = graph["@graph"]
    first["ceasn:hasChild"] = [second]
    head["ceasn:hasTopChild"] = [first]
    criterion["ceasn:hasCriterionLevel"] = [high, low]
    rubric["ceasn:hasRubricCriterion"] = [criterion]
    return {"@context": graph["@context"], "@graph": [head, rubric]}


def whole_addresses(graph: Any) -> Any:
    """Terms by their addresses, values as objects and lists."""
    start = "https://purl.org/ctdlasn/terms/"
    return {
        "@graph": [
            {key.replace("ceasn:", start): value for key, value in one.items()}
            for one in graph["@graph"]
        ]
    }


def values_as_objects(graph: Any) -> None:
    for one in graph["@graph"]:
        for key, value in one.items():
            if isinstance(value, dict) and "en-us" in value:
                one[key] = [{"@value": text, "@language": tag} for tag, text in value.items()]


def said_by_parents_alone(graph: Any) -> None:
    graph["@graph"][1].pop("ceasn:isChildOf")
    graph["@graph"][2].pop("ceasn:isTopChildOf")


def said_by_children_alone(graph: Any) -> None:
    graph["@graph"][0].pop("ceasn:hasTopChild")
    graph["@graph"][2].pop("ceasn:hasChild")


def sets_and_lists(graph: Any) -> None:
    graph["@graph"][2]["ceasn:hasChild"] = {"@set": CHILDREN}
    graph["@graph"][1]["ceasn:isChildOf"] = {"@id": FIRST}


def with_nothing(graph: Any) -> None:
    graph["@graph"][:0] = [None, 3, {}, []]
    graph["@graph"][-1]["ceasn:name"] = None


def simple_keys(graph: Any) -> Any:
    return {
        "@context": graph["@context"],
        "@graph": [
            {{"@id": "id", "@type": "type"}.get(key, key): value for key, value in one.items()}
            for one in graph["@graph"]
        ],
    }


def languages_in_lists(graph: Any) -> None:
    graph["@graph"][1]["ceasn:competencyText"] = {"en-US": ["Wears gloves"], "fr": []}


CTDL_FILES = {
    "plain": lambda graph: None,
    "a bare list": bare,
    "nested": nested,
    "whole addresses": whole_addresses,
    "values as objects": values_as_objects,
    "said by parents alone": said_by_parents_alone,
    "said by children alone": said_by_children_alone,
    "sets and lists": sets_and_lists,
    "nothing among it": with_nothing,
    "id and type without @": simple_keys,
    "languages in lists": languages_in_lists,
    "wrapped": lambda graph: {"data": graph},
}


@pytest.mark.parametrize("name", CTDL_FILES)
def test_ctdl_however_it_is_written(name: str) -> None:
    read = read_document(changed(CTDL, CTDL_FILES[name]), name="g.json")
    framework = read.packages[0].framework
    assert framework is not None
    assert (read.format, framework.title) == ("CTDL-ASN", "Safe work")
    assert [(one.statement, one.depth) for one in framework.competencies] == [
        ("Works safely", 0), ("Wears gloves", 1),
    ]  # fmt: skip
    taken = read.report.taken
    assert (taken["association:exactMatchOf"], taken["rubrics"], taken["criteria"]) == (1, 1, 1)
    (criterion,) = read.packages[0].rubrics[0].criteria
    assert [(one.name, one.score) for one in criterion.levels] == [("Off", 0), ("On", 3)]
    assert criterion.competency_id == framework.competencies[1].id


def circle(graph: Any) -> None:
    graph["@graph"][2]["ceasn:isChildOf"] = SECOND
    graph["@graph"][2].pop("ceasn:isTopChildOf")
    graph["@graph"][0].pop("ceasn:hasTopChild")


def own_parent(graph: Any) -> None:
    graph["@graph"][1]["ceasn:isChildOf"] = [SECOND]


def parent_elsewhere(graph: Any) -> None:
    graph["@graph"][1]["ceasn:isChildOf"] = "https://example.org/r/elsewhere"
    graph["@graph"][2].pop("ceasn:hasChild")


def countless_kinds(graph: Any) -> None:
    graph["@graph"] += [{"@id": f"_:k{n}", "@type": f"x:K{n}"} for n in range(500)]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (circle, "circle"),
        (own_parent, ""),
        (parent_elsewhere, "outside this file"),
        (countless_kinds, "Other things were left out"),
    ],
)
def test_odd_graphs_keep_every_statement(change: Callable[[Any], Any], words: str) -> None:
    read = read_document(changed(CTDL, change), name="g.json")
    assert read.report.taken["items"] == 2
    assert words in said(read)
    assert len(read.report.left_out) <= 61


def test_two_frameworks_in_a_graph_are_two_packages() -> None:
    def second(graph: Any) -> None:
        other = "https://example.org/resources/ce-9e7df7ec-1a9b-4503-9ff3-21256022b515"
        graph["@graph"] += [
            {"@id": other, "@type": "ceasn:CompetencyFramework", "ceasn:name": "Other"},
            {"@id": other[:-1] + "6", "@type": "ceasn:Competency", "ceasn:competencyText": "X",
             "ceasn:isPartOf": other},
        ]  # fmt: skip

    read = read_document(changed(CTDL, second))
    titles = [one.framework.title for one in read.packages if one.framework]
    assert titles == ["Safe work", "Other"]
    assert read.report.taken["items"] == 3


def test_the_achievement_standards_network_in_rdf_json() -> None:
    asn, dc = "http://purl.org/ASN/schema/core/", "http://purl.org/dc/terms/"
    kind = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"

    def text(value: str) -> list[dict[str, str]]:
        return [{"value": value, "type": "literal", "lang": "en-US"}]

    def to(*values: str) -> list[dict[str, str]]:
        return [{"value": value, "type": "uri"} for value in values]

    raw = as_json(
        {
            "http://asn.example/D1": {
                kind: to(f"{asn}StandardDocument"), f"{dc}title": text("Wood"),
                "http://purl.org/gem/qualifiers/hasChild": to("http://asn.example/S1"),
            },
            "http://asn.example/S1": {
                kind: to(f"{asn}Statement"), f"{dc}description": text("Saws"),
                f"{asn}statementNotation": text("W.1"),
                "http://purl.org/gem/qualifiers/isChildOf": to("http://asn.example/D1"),
            },
            "http://asn.example/S2": {
                kind: to(f"{asn}Statement"), f"{dc}description": text("Glues"),
                "http://purl.org/gem/qualifiers/isChildOf": to("http://asn.example/S1"),
            },
        }
    )  # fmt: skip
    framework = read_document(raw).packages[0].framework
    assert framework is not None
    assert (framework.title, [(one.statement, one.code, one.depth)
                              for one in framework.competencies]) == (
        "Wood", [("Saws", "W.1", 0), ("Glues", "", 1)],
    )  # fmt: skip


def without_area(graph: Any) -> None:
    graph["@graph"].pop(0)


def parent_of_itself(graph: Any) -> None:
    graph["@graph"][1]["competence_area_id"] = "Competence/1.1"


def odd_values(graph: Any) -> None:
    graph["@graph"][0]["name"] = None
    graph["@graph"][1]["description"] = ["x"]
    graph["@graph"] += [None, "x", {"@type": ["Competence"]}, {"@type": None}]


def twice(graph: Any) -> None:
    graph["@graph"].append(graph["@graph"][1])


def strange_fields(graph: Any) -> None:
    graph["@graph"][1].update(related_to=["x"], name_pt_BR="Navegar")


DIGCOMP_FILES: dict[str, tuple[Callable[[Any], Any], list[tuple[str, int]], str]] = {
    "plain": (lambda graph: None, [("1", 0), ("1.1", 1), ("LO1.1.01", 2)], "Glossary"),
    "a bare list": (bare, [("1", 0), ("1.1", 1), ("LO1.1.01", 2)], ""),
    "without its area": (without_area, [("1.1", 0), ("LO1.1.01", 1)], "stand at the top"),
    "its own parent": (parent_of_itself, [("1", 0), ("1.1", 0), ("LO1.1.01", 1)], ""),
    "odd values": (odd_values, [("1", 0), ("1.1", 1), ("LO1.1.01", 2)], "Things of the kind"),
    "twice": (twice, [("1", 0), ("1.1", 1), ("LO1.1.01", 2)], "another item has"),
    "strange fields": (strange_fields, [("1", 0), ("1.1", 1), ("LO1.1.01", 2)], "related_to"),
    "backwards": (
        lambda graph: {"@graph": graph["@graph"][::-1]},
        [("1", 0), ("1.1", 1), ("LO1.1.01", 2)],
        "",
    ),
    "a glossary without kind": (
        lambda graph: {**graph, "@graph": [{}, *graph["@graph"]]},
        [("1", 0), ("1.1", 1), ("LO1.1.01", 2)],
        "",
    ),
    "in its context": (
        lambda graph: {"@context": ["a", {}], "@graph": graph["@graph"]},
        [("1", 0), ("1.1", 1), ("LO1.1.01", 2)],
        "",
    ),
}


@pytest.mark.parametrize("name", DIGCOMP_FILES)
def test_digcomp_however_it_is_written(name: str) -> None:
    change, expected, words = DIGCOMP_FILES[name]
    read = read_document(changed(DIGCOMP, change))
    framework = read.packages[0].framework
    assert framework is not None
    assert (read.format, [(one.code, one.depth) for one in framework.competencies]) == (
        "DigComp",
        expected,
    )
    assert words in said(read)


def small_keys(value: Any) -> Any:
    if isinstance(value, list):
        return [small_keys(one) for one in value]
    if not isinstance(value, dict):
        return value
    return {key[0].lower() + key[1:]: small_keys(one) for key, one in value.items()}


def group_alone(rubric: Any) -> None:
    rubric["CriteriaGroups"] = rubric["CriteriaGroups"][0]


def cells_by_level(rubric: Any) -> None:
    cells = rubric["CriteriaGroups"][0]["Criteria"][0]["Cells"]
    cells[0]["LevelId"], cells[1]["LevelId"] = 1, 2
    cells.reverse()


def points_as_text(rubric: Any) -> None:
    for level in rubric["CriteriaGroups"][0]["Levels"]:
        level["Points"] = str(level["Points"])


def lists_in_html(rubric: Any) -> None:
    rubric["CriteriaGroups"][0]["Criteria"][0]["Cells"][0]["Description"] = {
        "Html": "<ul><li>great &amp; &lt;3</li><li>tidy</li></ul>"
    }


def odd_rows(rubric: Any) -> None:
    rubric["CriteriaGroups"] += [None, 4, {"Name": "Empty", "Levels": None, "Criteria": None}]
    rubric["CriteriaGroups"][0]["Criteria"].append("x")


def without_ids(rubric: Any) -> Any:
    rubric.pop("RubricId")
    return [rubric, rubric]


D2L_FILES: dict[str, tuple[Callable[[Any], Any], tuple[int, int, int]]] = {
    "plain": (lambda rubric: None, (1, 2, 3)),
    "small letters": (small_keys, (1, 2, 3)),
    "in a list": (lambda rubric: [rubric], (1, 2, 3)),
    "in pages": (lambda rubric: {"PagingInfo": {}, "Objects": [rubric]}, (1, 2, 3)),
    "one group without a list": (group_alone, (1, 1, 2)),
    "cells by level": (cells_by_level, (1, 2, 3)),
    "points as text": (points_as_text, (1, 2, 3)),
    "lists in HTML": (lists_in_html, (1, 2, 3)),
    "odd rows": (odd_rows, (1, 2, 3)),
    "two of one name, without ids": (without_ids, (2, 4, 6)),
    "without groups": (lambda rubric: {**rubric, "CriteriaGroups": []}, (1, 0, 0)),
}


@pytest.mark.parametrize("name", D2L_FILES)
def test_d2l_however_it_is_written(name: str) -> None:
    change, counts = D2L_FILES[name]
    read = read_document(changed(D2L, change), name="d.json", wanted="rubric")
    taken = read.report.taken
    assert read.format == "D2L"
    assert tuple(taken.get(one, 0) for one in ("rubrics", "criteria", "levels")) == counts
    rubric = read.packages[0].rubrics[0]
    if not rubric.criteria:
        return
    levels = rubric.criteria[0].levels
    assert [(one.name, one.score) for one in levels] == [("Low", 0), ("Top", 4)]
    lines = "great & <3\ntidy" if name == "lists in HTML" else "great"
    assert levels[1].description == lines


def test_addresses_used_here_are_those_of_the_file() -> None:
    assert {SCHOOL, FIRST, SECOND} <= {one["@id"] for one in CTDL["@graph"]}
