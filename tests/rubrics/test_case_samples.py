"""Every published sample is read with the counts that plain JSON gives."""

import json
from collections import Counter
from typing import Any

import pytest

from rubrics.case import read_case
from rubrics.framework import Framework
from tests.rubrics.case_files import SAMPLE_NAMES, sample

# Items, isChildOf links, all links, levels of depth, rubrics, criteria, levels.
FACTS = {
    "AdoptedTestFramework.json": (1, 1, 1, 1, 0, 0, 0),
    "EmptyExternalFramework.json": (0, 0, 0, 0, 0, 0, 0),
    "MarkdownFramework.json": (2, 2, 2, 1, 0, 0, 0),
    "SequenceNumberFramework.json": (2, 2, 2, 1, 0, 0, 0),
    "Utf8TestFramework.json": (1, 1, 1, 1, 0, 0, 0),
    "case11-japanese-with-rubrics.json": (36, 36, 36, 3, 2, 7, 28),
    "g3-math-c1.json": (48, 48, 67, 4, 0, 0, 0),
    "webb-dok-levels.json": (15, 15, 15, 2, 0, 0, 0),
}


def plain_depth(plain: dict[str, Any]) -> int:
    parents = {
        link["originNodeURI"]["identifier"]: link["destinationNodeURI"]["identifier"]
        for link in plain["CFAssociations"]
        if link["associationType"] == "isChildOf"
    }
    deepest = 0
    for one in plain["CFItems"]:
        depth, current = 0, one["identifier"]
        while current != plain["CFDocument"]["identifier"]:
            depth, current = depth + 1, parents[current]
        deepest = max(deepest, depth)
    return deepest


def framework_of(name: str) -> Framework:
    framework = read_case(sample(name)).framework
    assert framework is not None
    return framework


@pytest.mark.parametrize("name", SAMPLE_NAMES)
def test_counts_are_those_of_the_file(name: str) -> None:
    raw = sample(name)
    plain = json.loads(raw)
    read = read_case(raw)
    framework = read.framework
    assert framework is not None

    kinds = Counter(link["associationType"] for link in plain["CFAssociations"])
    rubrics = plain.get("CFRubrics", [])
    criteria = [one for rubric in rubrics for one in rubric["CFRubricCriteria"]]
    levels = [one for criterion in criteria for one in criterion["CFRubricCriterionLevels"]]
    counted = (
        len(plain["CFItems"]),
        kinds["isChildOf"],
        kinds.total(),
        plain_depth(plain),
        len(rubrics),
        len(criteria),
        len(levels),
    )
    assert counted == FACTS[name]

    assert len(framework.competencies) == counted[0]
    assert max((one.depth + 1 for one in framework.competencies), default=0) == counted[3]
    assert len(read.rubrics) == counted[4]
    assert sum(len(rubric.criteria) for rubric in read.rubrics) == counted[5]
    assert sum(len(one.levels) for rubric in read.rubrics for one in rubric.criteria) == counted[6]
    assert Counter(link.kind for link in framework.associations) == kinds - Counter(
        {"isChildOf": kinds["isChildOf"]}
    )
    taken = read.report.taken
    assert {kind: taken[f"association:{kind}"] for kind in kinds} == kinds
    assert (taken.get("items", 0), taken.get("levels", 0)) == (counted[0], counted[6])
    assert read.report.left_out == ()


@pytest.mark.parametrize("name", SAMPLE_NAMES)
def test_words_and_parents_are_those_of_the_file(name: str) -> None:
    plain = json.loads(sample(name))
    framework = framework_of(name)
    assert framework.id == plain["CFDocument"]["identifier"]
    assert framework.title == plain["CFDocument"]["title"]
    statements = {one["identifier"]: one["fullStatement"] for one in plain["CFItems"]}
    assert {one.id: one.statement for one in framework.competencies} == statements
    for link in plain["CFAssociations"]:
        if link["associationType"] == "isChildOf":
            parent = link["destinationNodeURI"]["identifier"]
            expected = None if parent == framework.id else parent
            assert framework.by_id[link["originNodeURI"]["identifier"]].parent_id == expected


def test_sequence_numbers_decide_the_order() -> None:
    framework = framework_of("SequenceNumberFramework.json")
    assert [one.code for one in framework.children()] == ["SNT.2", "SNT.1"]


def test_markdown_formulas_and_line_breaks_stay_text() -> None:
    framework = framework_of("MarkdownFramework.json")
    table = next(one for one in framework.competencies if one.code == "MD.Table")
    assert "| Column 1 | Column 2 |\r\n| --- | --- |\r\n" in table.statement
    assert r"$x = {-b \pm \sqrt{b^2-4ac} \over 2a}$" in table.statement


def test_letters_beyond_the_first_plane_stay() -> None:
    framework = framework_of("Utf8TestFramework.json")
    assert framework.title == "UTF8 𝑑 Test"
    assert framework.competencies[0].statement == "Item 𝑑 1"


def test_rubrics_keep_weights_feedback_and_links_and_go_from_least_to_most() -> None:
    read = read_case(sample("case11-japanese-with-rubrics.json"))
    framework = read.framework
    assert framework is not None
    rubric = read.rubrics[0]
    assert rubric.kind == "analytic"
    assert [one.weight for one in rubric.criteria] == [0.3, 0.2, 0.2, 0.3]
    assert [one.category for one in rubric.criteria] == ["コード品質"] * 2 + ["開発プロセス"] * 2
    assert len({one.title for one in rubric.criteria}) == 4
    for criterion in rubric.criteria:
        assert criterion.competency_id in framework.by_id
        assert [level.score for level in criterion.levels] == [1, 2, 3, 4]
        assert [level.position for level in criterion.levels] == [0, 1, 2, 3]
        assert all(level.feedback for level in criterion.levels)
