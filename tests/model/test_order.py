"""Keys between keys: room or a plain no, few writes, and two moves that both stand."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portfolio_app.model import order
from portfolio_app.model.order import KEY_LIMIT, arranged, between, first_key, moved
from portfolio_app.model.records import ITEMS_LIMIT, problem_with

KEYS = st.from_regex(r"[0-9a-z]{0,8}[1-9a-z]", fullmatch=True)


@given(KEYS, KEYS)
def test_a_key_between_two_lies_between_them_and_fits_the_table(one: str, other: str) -> None:
    low, high = sorted((one, other))
    key = between(low, high)
    if low == high:
        assert key is None
    else:
        assert key is not None
        assert low < key < high
        assert problem_with("file", "place", "scalar", key) is None


@given(KEYS)
def test_there_is_room_before_and_after_any_key(key: str) -> None:
    before, after = between("", key), between(key, "")
    assert before is not None
    assert after is not None
    assert before < key < after


@given(KEYS, KEYS)
def test_no_key_lies_between_two_in_the_wrong_order(one: str, other: str) -> None:
    low, high = sorted((one, other))
    assert between(high, low) is None


def test_first_keys_rise_and_fit_for_as_many_as_there_may_be() -> None:
    keys = [first_key(place) for place in range(ITEMS_LIMIT)]
    assert keys == sorted(set(keys))
    assert all(problem_with("file", "place", "scalar", key) is None for key in keys)
    assert first_key(10_000) == first_key(9_999)


@given(st.permutations("abcdefgh"), st.permutations("abcdefgh"))
def test_any_order_is_reached(now: list[str], wanted: list[str]) -> None:
    keys = {item: first_key(place) for place, item in enumerate(now)}
    fresh = moved(keys, wanted)
    assert arranged({**keys, **fresh}) == tuple(wanted)
    assert all(problem_with("file", "place", "scalar", key) is None for key in fresh.values())


def test_one_move_writes_one_key() -> None:
    keys = {item: first_key(place) for place, item in enumerate("abcdef")}
    assert set(moved(keys, list("fabcde"))) == {"f"}
    assert set(moved(keys, list("bcadef"))) == {"a"}
    assert moved(keys, list("abcdef")) == {}


def test_moves_on_two_devices_both_stand() -> None:
    keys = {item: first_key(place) for place, item in enumerate("abcdef")}
    mine, yours = moved(keys, list("fabcde")), moved(keys, list("acdbef"))
    assert arranged({**keys, **mine, **yours}) == tuple("facdbe")


def test_a_thousand_moves_into_one_gap_stay_short_and_right() -> None:
    dice, wanted = random.Random(3), list("abcdef")
    keys = {item: first_key(place) for place, item in enumerate(wanted)}
    for _ in range(1_000):
        item = wanted.pop(dice.randrange(6))
        wanted.insert(2, item)
        keys |= moved(keys, wanted)
        assert arranged(keys) == tuple(wanted)
    assert max(map(len, keys.values())) <= KEY_LIMIT


def test_items_with_the_same_key_can_still_be_parted() -> None:
    keys = {"a": "m", "b": "m", "c": "m"}
    assert arranged({**keys, **moved(keys, ["a", "c", "b"])}) == ("a", "c", "b")


def test_the_tests_notice_a_key_that_is_a_mean_of_lengths(monkeypatch: pytest.MonkeyPatch) -> None:
    """The planted fault: a key that ends in the lowest digit, under which nothing can ever go."""
    monkeypatch.setattr(order, "between", lambda before="", after="": before + "0")
    with pytest.raises(AssertionError):
        test_any_order_is_reached()
