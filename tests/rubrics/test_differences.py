"""What a newer version changes is matched by identifier and said in words."""

import json
from dataclasses import replace
from typing import Any

import pytest

from rubrics.case import read_case
from rubrics.catalog import Catalog
from rubrics.differences import Difference, framework_difference, rubric_difference
from rubrics.documents import dated, read_document, same_words
from rubrics.framework import Framework
from rubrics.rubric import Criterion, Group, Level, Rubric, fits_kind
from tests.rubrics.case_files import as_bytes, child_of, item, item_id, package
from tests.rubrics.foreign_files import CANVAS
from tests.rubrics.said import sentences


def framework(items: list[dict[str, Any]], links: list[dict[str, Any]]) -> Framework:
    found = read_case(as_bytes(package(items, links))).framework
    assert found is not None
    return found


OLD = framework([item(1), item(2), item(3)], [child_of(1, None), child_of(2, 1), child_of(3, 1)])


def test_the_same_is_no_difference() -> None:
    assert framework_difference(OLD, replace(OLD, source_hash="other")) == Difference()


def test_items_are_matched_by_identifier_alone() -> None:
    new = framework(
        [item(1, fullStatement="Other words"), item(3), item(4, fullStatement="Statement 2")],
        [child_of(1, None), child_of(3, None), child_of(4, 1)],
    )
    found = framework_difference(OLD, new)
    assert (found.added, found.removed) == ((item_id(4),), (item_id(2),))
    assert found.changed == {item_id(1): ("statement",)}
    assert found.moved == (item_id(3),)
    assert sentences(found.remarks) == [
        "Items are new: 1 (“Statement 2”).",
        "Items are gone; work keeps them: 1 (“Statement 2”).",
        "Items say something else: 1 (“Other words”).",
        "Items stand in another place: 1 (“Statement 3”).",
    ]


def test_another_order_is_a_move_and_a_new_neighbour_is_not() -> None:
    swapped = framework(
        [item(1), item(2), item(3)],
        [
            child_of(1, None),
            child_of(2, 1, sequenceNumber=2),
            child_of(3, 1, sequenceNumber=1),
        ],
    )
    assert set(framework_difference(OLD, swapped).moved) == {item_id(2), item_id(3)}
    more = framework(
        [item(1), item(4), item(2), item(3)],
        [child_of(1, None), child_of(4, 1), child_of(2, 1), child_of(3, 1)],
    )
    assert framework_difference(OLD, more).moved == ()


def planted_by_words(before: Framework, after: Framework) -> set[str]:
    """A comparison that takes statements for identity."""
    olds = {one.statement for one in before.competencies}
    return {one.id for one in after.competencies if one.statement not in olds}


def test_a_comparison_by_words_would_miss_it() -> None:
    new = framework([item(4, fullStatement="Statement 2")], [child_of(4, None)])
    assert planted_by_words(OLD, new) == set()
    assert framework_difference(OLD, new).added == (item_id(4),)


def test_rubrics_differ_by_criteria_and_levels() -> None:
    before = Rubric("r", "R", criteria=(Criterion("a", "A", levels=(Level("x", "X"),)),))
    after = Rubric(
        "r", "R", criteria=(Criterion("a", "A", levels=(Level("x", "Y"),)), Criterion("b", "B"))
    )
    found = rubric_difference(before, after)
    assert (found.added, found.changed) == (("b",), {"a/x": ("name",)})
    assert rubric_difference(before, before).is_empty


def version(title: str, changed: str) -> bytes:
    made = package([item(1, fullStatement=title)], [child_of(1, None)])
    made["CFDocument"]["lastChangeDateTime"] = changed
    made["CFRubrics"] = [
        {
            "identifier": "r",
            "title": title,
            "CFRubricCriteria": [{"identifier": "c", "category": "C"}],
        }
    ]
    return json.dumps(made).encode()


@pytest.mark.parametrize("newest_first", [False, True])
def test_the_newest_is_the_one_its_maker_changed_last(newest_first: bool) -> None:
    files = [
        version("Old", "2024-01-01T00:00:00Z"),
        version("New", "2024-01-01T00:00:00-05:00"),
    ]
    catalog = Catalog()
    for raw in reversed(files) if newest_first else files:
        catalog = catalog.with_document(raw)
    assert catalog.rubric("r") is not None
    assert catalog.rubrics[0].title == "New"
    # What was judged by the old one finds it as it was.
    hashes = catalog.versions("r")
    assert len(hashes) == 2
    titles = {found.title for one in hashes if (found := catalog.rubric("r", one))}
    assert titles == {"Old", "New"}
    assert {
        one.framework.title for h in hashes if (one := catalog.package(h, "r")) and one.framework
    }


def test_a_table_is_dated_when_it_says_nothing_and_case_is_left_alone() -> None:
    read = read_document(CANVAS)
    stamped = dated(read, "2025-01-01T00:00:00Z")
    assert stamped.packages[0].document.changed_at == "2025-01-01T00:00:00Z"
    assert stamped.content != read.content
    assert same_words(stamped.packages[0], read.packages[0])
    raw = version("Old", "")
    assert dated(read_document(raw), "2025-01-01T00:00:00Z").content == raw


def test_kinds_have_shapes() -> None:
    two = (Criterion("a", "A"), Criterion("b", "B"))
    assert not fits_kind("holistic", two)
    three = Criterion("a", "A", levels=tuple(Level(f"l{n}", "L") for n in range(3)))
    assert fits_kind("single_point", (three,))
    assert not fits_kind("checklist", (three,))
    rubric = Rubric(
        "r", "R", criteria=(replace(three, group_id="g", weight=0.5), two[1]),
        groups=(Group("g", "G"),), shows_weights=False,
    )  # fmt: skip
    assert [one.id for one in rubric.in_group("g")] == ["a"]
    assert (rubric.is_scored, rubric.is_weighted) == (False, False)


def test_child_wording_and_pictures_can_be_given() -> None:
    worded = OLD.reworded({item_id(2): {"5-7": "I can"}}, {item_id(2): {"5-7": "pencil"}})
    assert worded.by_id[item_id(2)].wording("5-7") == "I can"
    assert worded.by_id[item_id(2)].picture("5-7") == "pencil"
    assert worded.by_id[item_id(1)] == OLD.by_id[item_id(1)]
    assert worded.source_hash == ""
