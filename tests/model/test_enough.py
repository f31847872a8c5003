""" "3 pieces, 2 contexts, 1 within 90 days": counts that a child can check."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from portfolio_app.model.enough import (
    DAY_MS,
    EnoughRule,
    Evidence,
    Missing,
    is_enough,
    sufficiency,
)

NOW_MS = 1_790_000_000_000
RULE = EnoughRule()


def piece(work: str, days_ago: int = 0, setting: str = "class", helped: str = "") -> Evidence:
    return Evidence(work, NOW_MS - days_ago * DAY_MS, setting, helped)


@pytest.mark.parametrize(
    ("evidence", "missing"),
    [
        ((), ("pieces 0/3", "contexts 0/2", "recent 0/1")),
        ((piece("a"),), ("pieces 1/3", "contexts 1/2")),
        ((piece("a"), piece("b"), piece("c")), ("contexts 1/2",)),
        ((piece("a"), piece("b"), piece("c", setting="home")), ()),
        ((piece("a"), piece("b"), piece("c", setting="")), ()),
        ((piece("a", setting=""), piece("b", setting=""), piece("c", setting="")),
         ("contexts 1/2",)),
        ((piece("a", 91), piece("b", 200), piece("c", 91, "home")), ("recent 0/1",)),
        ((piece("a", 91), piece("b", 200), piece("c", 90, "home")), ()),
        ((piece("a", -400), piece("b", 200), piece("c", 100, "home")), ()),
        ((piece("a"), piece("a"), piece("a", setting="home")), ("pieces 1/3", "contexts 1/2")),
    ],
)  # fmt: skip
def test_counted_by_hand(evidence: tuple[Evidence, ...], missing: tuple[str, ...]) -> None:
    found = sufficiency(evidence, RULE, NOW_MS)
    assert tuple(f"{one.what} {one.have}/{one.need}" for one in found.missing) == missing
    assert found.is_enough == (not missing) == is_enough(evidence, RULE, NOW_MS)


def test_a_school_may_ask_for_work_without_help() -> None:
    rule = EnoughRule(pieces=0, contexts=0, recent=0, alone=1)
    assert sufficiency((), rule, NOW_MS).missing == (Missing("alone", 0, 1),)
    assert sufficiency((piece("a", helped="together"),), rule, NOW_MS).missing
    assert sufficiency((piece("a", helped="alone"),), rule, NOW_MS).is_enough


def test_a_rule_that_asks_for_nothing_is_met() -> None:
    assert sufficiency((), EnoughRule(0, 0, 0, 0, 0), NOW_MS).is_enough


_PIECES = st.lists(
    st.builds(
        piece,
        st.sampled_from("abcdef"),
        st.integers(-5, 200),
        st.sampled_from(["", "class", "home"]),
        st.sampled_from(["", "alone", "together"]),
    ),
    max_size=5,
    unique_by=lambda one: one.work,
)
_RULES = st.builds(
    EnoughRule, st.integers(0, 4), st.integers(0, 3), st.integers(0, 3), st.integers(1, 120),
    st.integers(0, 2),
)  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(_PIECES, _RULES)
def test_the_quick_answer_is_the_slow_one(evidence: list[Evidence], rule: EnoughRule) -> None:
    assert is_enough(evidence, rule, NOW_MS) == sufficiency(evidence, rule, NOW_MS).is_enough


@settings(max_examples=40, deadline=None)
@given(_PIECES, _RULES, st.integers(0, 200))
def test_another_piece_never_takes_anything_away(
    evidence: list[Evidence], rule: EnoughRule, days_ago: int
) -> None:
    before = {one.what: one.have for one in sufficiency(evidence, rule, NOW_MS).missing}
    more = [*evidence, replace(piece("z"), made_ms=NOW_MS - days_ago * DAY_MS)]
    after = {one.what: one.have for one in sufficiency(more, rule, NOW_MS).missing}
    assert set(after) <= set(before)
    assert all(have >= before[what] for what, have in after.items())
