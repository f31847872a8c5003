"""A record that was erased says nothing else, whatever comes, in whatever order, how often."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from sync import client, merge, wire
from sync.change import Change, Rule
from sync.clock import format_stamp

ERASING = Change("e" * 32, "self", "work1", "artifact", merge.ERASED_FIELD, Rule.SCALAR, 5,
                 format_stamp(5, 0, "a" * 16))  # fmt: skip


def write(number: int, field: str, rule: Rule) -> Change:
    return Change(f"{number:032x}", "self", "work1", "artifact", field, rule, f"value {number}",
                  format_stamp(number, 0, "b" * 16))  # fmt: skip


FIELDS = (("title", Rule.SCALAR), ("caption", Rule.TEXT), ("tags", Rule.SET), ("made", Rule.APPEND))


@given(st.lists(st.sampled_from(range(8)), max_size=12), st.integers(0, 12))
def test_any_order_ends_with_the_erasing_alone(picked: list[int], at: int) -> None:
    changes = [write(number, *FIELDS[number % 4]) for number in picked]
    changes.insert(min(at, len(changes)), ERASING)
    state = merge.apply_all(merge.EMPTY, changes)
    assert state.keys() == {merge.ERASED_FIELD}
    assert merge.view(state) == {merge.ERASED_FIELD: 5}
    assert merge.is_erased(state)


def test_two_erasings_agree_in_any_order() -> None:
    later = Change("f" * 32, *("self", "work1", "artifact", merge.ERASED_FIELD), Rule.SCALAR, 9,
                   format_stamp(9, 0, "a" * 16))  # fmt: skip
    outcomes = {
        str(merge.apply_all(merge.EMPTY, order))
        for order in itertools.permutations([ERASING, later, write(1, "title", Rule.SCALAR)])
    }
    assert len(outcomes) == 1


def test_another_rule_does_not_erase() -> None:
    """Only the school writes the field; a change of the same name by another rule is a field."""
    odd = write(1, merge.ERASED_FIELD, Rule.SET)
    assert "title" in merge.apply_all(merge.EMPTY, [write(2, "title", Rule.SCALAR), odd])


def test_nothing_of_it_is_offered_again() -> None:
    state = merge.apply(merge.EMPTY, ERASING)
    assert client.rescue("self", "work1", "artifact", state, lambda: "0" * 32) == ()


def test_orders_and_confirmations_travel() -> None:
    order = wire.Erased("a" * 32, ("self",))
    reply = wire.SyncReply(5, dropped=("self",), erased=order)
    assert wire.decode_reply(wire.encode_reply(reply)).erased == order
    assert wire.decode_reply(wire.encode_reply(wire.SyncReply(5))).erased is None
    request = wire.SyncRequest({}, erased=("a" * 32,))
    assert wire.decode_request(wire.encode_request(request)).erased == ("a" * 32,)
    assert b"erased" not in wire.encode_request(wire.SyncRequest({}))
