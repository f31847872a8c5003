"""The running digest equals the one made from scratch, and any difference shows."""

import random
from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from sync import digest, merge
from sync.change import Change, Rule
from sync.digest import EMPTY_DIGEST, record_fingerprint
from sync.merge import EMPTY, RecordState
from tests.sync.strategies import field_history

Histories = st.lists(st.sampled_from(Rule).flatmap(field_history), max_size=4)


def _running(histories: Sequence[Sequence[Change]]) -> tuple[str, dict[str, RecordState]]:
    total, states = EMPTY_DIGEST, dict[str, RecordState]()
    for number, history in enumerate(histories):
        for change in history:
            before = states.get(f"r{number}", EMPTY)
            states[f"r{number}"] = after = merge.apply(before, change)
            total = digest.replace(
                total,
                record_fingerprint("k", f"r{number}", before),
                record_fingerprint("k", f"r{number}", after),
            )
    return total, states


@given(Histories, st.randoms(use_true_random=False))
def test_running_equals_from_scratch_in_any_order(
    histories: Sequence[Sequence[Change]], dice: random.Random
) -> None:
    total, states = _running(histories)
    order = sorted(states)
    dice.shuffle(order)
    again = EMPTY_DIGEST
    for record in order:
        again = digest.replace(again, 0, record_fingerprint("k", record, states[record]))
    assert again == total
    for record in order:
        again = digest.replace(again, record_fingerprint("k", record, states[record]), 0)
    assert again == EMPTY_DIGEST


@given(field_history(Rule.SCALAR))
def test_every_part_of_a_record_counts(history: Sequence[Change]) -> None:
    state = merge.apply_all(EMPTY, history)
    other = merge.apply_all(EMPTY, [replace(change, value="other") for change in history])
    prints = {
        record_fingerprint("k", "r", state),
        record_fingerprint("j", "r", state),
        record_fingerprint("k", "q", state),
        record_fingerprint("k", "r", other),
        record_fingerprint("k", "r", EMPTY),
    }
    assert len(prints) == 5


def test_a_record_without_a_field_weighs_nothing() -> None:
    assert record_fingerprint("k", "r", EMPTY) == 0
