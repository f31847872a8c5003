"""The laws of the four rules: order does not matter, repeats do not matter, nothing is dropped."""

import itertools
import json
import random
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync import merge
from sync.change import JSON, Change, Rule
from sync.clock import format_stamp
from sync.errors import PeerError
from sync.merge import EMPTY, GONE_LIMIT, LIVE_LIMIT, RecordState
from tests.sync.strategies import field_history

NODE = "1" * 16
RULES = st.sampled_from(Rule)


def live(state: RecordState) -> JSON:
    """A field without its short memory of what is gone, which keeps the order of arrival."""
    kept = state.get("f", {})
    return kept.get("live", kept)


def write(number: int, value: JSON, rule: Rule = Rule.TEXT, seen: Sequence[int] = ()) -> Change:
    """A change numbered by time."""
    return Change(
        _id(number), "self", "r", "k", "f", rule, value, format_stamp(number, 0, NODE),
        tuple(map(_id, seen)),
    )  # fmt: skip


def _id(number: int) -> str:
    return f"{number:032x}"


@given(RULES.flatmap(field_history), st.randoms(use_true_random=False))
def test_any_order_with_repeats_gives_the_same(
    history: Sequence[Change], dice: random.Random
) -> None:
    other = [*history, *history[: dice.randrange(len(history) + 1)]]
    dice.shuffle(other)
    one_state, other_state = merge.apply_all(EMPTY, history), merge.apply_all(EMPTY, other)
    assert live(one_state) == live(other_state)
    assert merge.view(one_state) == merge.view(other_state)


@given(RULES.flatmap(field_history))
def test_a_repeat_changes_nothing_at_all(history: Sequence[Change]) -> None:
    state = merge.apply_all(EMPTY, history)
    for change in history:
        assert merge.apply(state, change) == state


@given(field_history(Rule.SCALAR))
def test_the_newest_scalar_stands(history: Sequence[Change]) -> None:
    newest = max(history, key=lambda change: (change.stamp, change.id))
    shown = merge.view(merge.apply_all(EMPTY, history))["f"]
    assert (shown, type(shown)) == (newest.value, type(newest.value))


@given(field_history(Rule.APPEND))
def test_what_is_written_once_stays_as_first_written(history: Sequence[Change]) -> None:
    first = min(history, key=lambda change: (change.stamp, change.id))
    assert merge.apply_all(EMPTY, history)["f"]["id"] == first.id


@given(field_history(Rule.TEXT, length=20))
def test_a_text_is_shown_until_a_version_that_has_seen_it(history: Sequence[Change]) -> None:
    replaced = {seen for change in history for seen in change.seen}
    shown = set(live(merge.apply_all(EMPTY, history)))
    assert shown == {change.id for change in history} - replaced


@given(field_history(Rule.SET, length=20))
def test_an_addition_beats_a_removal_that_did_not_see_it(history: Sequence[Change]) -> None:
    replaced = {seen for change in history for seen in change.seen}
    added = {c.id for c in history if c.value is not None}
    assert set(live(merge.apply_all(EMPTY, history))) == added - replaced


@given(RULES.flatmap(field_history))
def test_a_state_survives_json(history: Sequence[Change]) -> None:
    state = merge.apply_all(EMPTY, history)
    assert json.loads(json.dumps(state)) == state


@given(st.integers(0, 1 << 30))
def test_beyond_the_short_memory_every_causal_order_agrees(seed: int) -> None:
    """Two devices write 3 × GONE_LIMIT versions; any order with causes first gives the same."""
    dice = random.Random(seed)
    history: list[Change] = []
    for number in range(1, 3 * GONE_LIMIT):
        seen = [earlier for earlier in range(max(1, number - 3), number) if dice.random() < 0.7]
        history.append(write(number, f"v{number}", seen=seen))
    waiting, order, done = list(history), [], set[str]()
    while waiting:
        ready = [change for change in waiting if set(change.seen) <= done]
        change = dice.choice(ready)
        waiting.remove(change)
        order.append(change)
        done.add(change.id)
    one, other = merge.apply_all(EMPTY, history), merge.apply_all(EMPTY, order)
    assert live(one) == live(other)
    assert len(one["f"]["gone"]) <= GONE_LIMIT


def test_five_thousand_saves_of_one_reflection_stay_small() -> None:
    state: RecordState = EMPTY
    for number in range(1, 5_001):
        seen = [number - 1] if number > 1 else []
        state = merge.apply(state, write(number, f"version {number}", seen=seen))
    assert merge.view(state) == {"f": ["version 5000"]}
    assert len(json.dumps(state)) < 4_000


def test_as_many_live_versions_as_one_write_can_replace_and_not_one_more() -> None:
    state = merge.apply_all(EMPTY, [write(number, "v") for number in range(LIVE_LIMIT)])
    with pytest.raises(PeerError, match=str(LIVE_LIMIT)):
        merge.apply(state, write(LIVE_LIMIT, "v"))
    every = merge.live_ids(state, "f")
    joined = replace(write(LIVE_LIMIT, "joined"), seen=every)
    assert merge.view(merge.apply(state, joined)) == {"f": ["joined"]}


def test_a_field_keeps_its_rule() -> None:
    for one, other in itertools.permutations(Rule, 2):
        state = merge.apply(EMPTY, write(1, "v", one))
        with pytest.raises(PeerError, match="'f'"):
            merge.apply(state, write(2, "v", other))


def test_a_set_tells_a_number_from_its_digits_and_from_true() -> None:
    history = [write(n, value, Rule.SET) for n, value in enumerate((1, "1", True, "1"), 1)]
    shown = merge.view(merge.apply_all(EMPTY, history))["f"]
    assert sorted(map(repr, shown)) == ["'1'", "1", "True"]
    assert merge.live_ids(merge.apply_all(EMPTY, history), "f", 1) == (_id(1),)


def test_newest_stamp_looks_everywhere() -> None:
    state = merge.apply_all(
        EMPTY, [write(3, "a"), replace(write(9, "b", Rule.SCALAR), field="g"), write(4, "c")]
    )
    assert merge.newest_stamp(state) == format_stamp(9, 0, NODE)
    assert merge.newest_stamp(EMPTY) == ""


@pytest.mark.parametrize("rule", Rule)
def test_the_laws_notice_a_rule_by_arrival(rule: Rule, monkeypatch: pytest.MonkeyPatch) -> None:
    """The planted fault: the last to arrive stands, whatever its stamp or what it has seen."""

    def last(_before: object, change: Change) -> dict[str, JSON]:
        return {**merge._single(change), "live": {change.id: change.value}, "gone": []}

    for name in ("_newest", "_first", "_versions"):
        monkeypatch.setattr(merge, name, last)
    history = [write(number, f"v{number}", rule) for number in (1, 2, 3)]
    states = {json.dumps(merge.apply_all(EMPTY, o)) for o in itertools.permutations(history)}
    assert len(states) > 1
