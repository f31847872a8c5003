"""Whatever the bytes, the reader answers or says why not: no other exception, no broken tree."""

import copy
import gzip
import json
import random
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rubrics.case import CasePackage, read_packages, write_case
from rubrics.errors import UnreadableDocument
from tests.rubrics.case_files import (
    DOCUMENT,
    SAMPLE_NAMES,
    as_bytes,
    child_of,
    item,
    item_id,
    package,
    sample,
)

RUBRIC = {
    "identifier": "r",
    "title": "Rubric",
    "CFRubricCriteria": [
        {
            "identifier": "c",
            "description": "Criterion",
            "CFItemURI": {"identifier": item_id(1), "title": "", "uri": ""},
            "weight": 0.5,
            "position": 1,
            "CFRubricCriterionLevels": [{"identifier": "l", "quality": "Good", "score": 1}],
        }
    ],
}
MADE = package(
    [item(1, extensions={"childWording": {"5-7": "I can"}}), item(2), item(3)],
    [child_of(1, None, sequenceNumber=1), child_of(2, 1), child_of(3, 2)],
    rubrics=[RUBRIC],
)
ODD_VALUES: list[Any] = [
    None, True, False, 0, -1, 1e308, 10**4000, 0.1, "", " ", "\ud800", "\x00", "²", "../..",
    [], [[]], [None], {}, {"": ""}, {"identifier": []}, {"identifier": 5}, {"uri": "/"},
    item_id(1), DOCUMENT, "x" * 3000,
]  # fmt: skip


def holds_together(raw: bytes) -> bool:
    """Read bytes; check what came out; True when something did."""
    try:
        packages = read_packages(raw)
    except UnreadableDocument:
        return False
    assert packages
    for one in packages:
        check(one)
    assert read_packages(raw) == packages
    return True


def check(one: CasePackage) -> None:
    # The types check identities, parents and depth themselves; here, that nobody was lost.
    if one.framework is not None:
        assert len(one.framework.competencies) == one.report.taken.get("items", 0)
        for competency in one.framework.competencies:
            siblings = one.framework.children(competency.parent_id)
            assert siblings[competency.position] is competency
    written = write_case(one)
    again = read_packages(written)[0]
    assert again.framework is None or one.framework is not None
    assert write_case(again) == written


def places(value: Any) -> list[tuple[Any, Any]]:
    """Every (container, key) in a JSON value."""
    found: list[tuple[Any, Any]] = []
    waiting = [value]
    while waiting:
        node = waiting.pop()
        pairs = list(node.items() if isinstance(node, dict) else enumerate(node))
        found.extend((node, key) for key, _child in pairs)
        waiting.extend(child for _key, child in pairs if isinstance(child, (dict, list)))
    return found


def mutated(value: Any, chance: random.Random) -> Any:
    made = copy.deepcopy(value)
    for _time in range(chance.randint(1, 6)):
        container, key = chance.choice(places(made))
        act = chance.randrange(4)
        if act == 0:
            del container[key]
        elif act == 1:
            container[key] = copy.deepcopy(chance.choice(ODD_VALUES))
        elif act == 2:
            other, other_key = chance.choice(places(made))
            container[key] = copy.deepcopy(other[other_key])
        elif isinstance(container, list):
            container.append(copy.deepcopy(container[key]))
        if not places(made):
            return made
    return made


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.randoms(use_true_random=False))
def test_mutated_packages(chance: random.Random) -> None:
    holds_together(as_bytes(mutated(MADE, chance)))


@pytest.mark.parametrize("name", SAMPLE_NAMES)
def test_mutated_samples(name: str) -> None:
    raw = sample(name)
    chance = random.Random(name)
    plain = json.loads(raw)
    for _time in range(12):
        holds_together(as_bytes(mutated(plain, chance)))
    for _time in range(30):
        broken = bytearray(raw)
        start = chance.randrange(len(broken))
        broken[start : start + chance.randint(0, 40)] = chance.randbytes(chance.randint(0, 4))
        holds_together(bytes(broken))


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.binary(max_size=200), st.sampled_from([b"", b"\x1f\x8b", b"{", b"[", b"\xff\xfe"]))
def test_any_bytes(raw: bytes, start: bytes) -> None:
    holds_together(start + raw)


@settings(
    max_examples=100, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=10),
        lambda inner: (
            st.lists(inner, max_size=4)
            | st.dictionaries(
                st.sampled_from([
                    "CFPackage", "CFDocument", "CFItems", "CFAssociations", "CFRubrics",
                    "CFRubricCriteria", "CFRubricCriterionLevels", "identifier", "uri",
                    "originNodeURI", "destinationNodeURI", "associationType", "extensions",
                    "childWording", "licenseURI", "CFDefinitions", "CFLicenses",
                ]),
                inner,
                max_size=6,
            )
        ),
        max_leaves=30,
    )
)  # fmt: skip
def test_any_json(value: Any) -> None:
    holds_together(as_bytes(value))


@settings(max_examples=200, deadline=None, derandomize=True)
@given(
    st.lists(st.tuples(st.integers(1, 12), st.none() | st.integers(1, 14)), max_size=40),
    st.randoms(use_true_random=False),
)
def test_any_graph_of_parents_becomes_a_tree(
    links: list[tuple[int, int | None]], chance: random.Random
) -> None:
    numbers = list(range(1, 13))
    chance.shuffle(numbers)
    rows = [
        child_of(child, parent, identifier=f"link{n}") for n, (child, parent) in enumerate(links)
    ]
    assert holds_together(as_bytes(package([item(number) for number in numbers], rows)))


@pytest.mark.parametrize("cut", [0, 1, 10, 18, 40, -1, -8])
def test_cut_gzip(cut: int) -> None:
    assert not holds_together(gzip.compress(as_bytes(MADE))[:cut])


def planted_recursion(raw: bytes) -> None:
    """A reader that walks up parents without remembering where it was."""
    parents = {
        link["originNodeURI"]["identifier"]: link["destinationNodeURI"]["identifier"]
        for link in json.loads(raw)["CFAssociations"]
    }

    def depth(identifier: str) -> int:
        return 1 + depth(parents[identifier]) if identifier in parents else 0

    for identifier in parents:
        depth(identifier)


def planted_trust(raw: bytes) -> None:
    """A reader that believes in the standard."""
    for row in json.loads(raw)["CFItems"]:
        row["fullStatement"].strip()


@pytest.mark.parametrize(
    ("reader", "value"),
    [
        (planted_recursion, package([item(1), item(2)], [child_of(1, 2), child_of(2, 1)])),
        (planted_trust, package([item(1, fullStatement=None)])),
    ],
)
def test_planted_faults_fall_on_what_ours_survives(
    reader: Callable[[bytes], None], value: Any
) -> None:
    with pytest.raises((RecursionError, AttributeError)):
        reader(as_bytes(value))
    assert holds_together(as_bytes(value))
