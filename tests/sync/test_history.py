"""Every value that was ever written can be found again, and which one stands is told."""

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from sync import history, merge
from sync.change import Change, Rule
from sync.merge import EMPTY
from sync.rows import FeedRow
from tests.sync.strategies import field_history


@given(st.sampled_from(Rule).flatmap(field_history))
def test_every_write_is_there_and_those_that_stand_are_marked(made: Sequence[Change]) -> None:
    state = merge.apply_all(EMPTY, made)
    rows = [FeedRow(number, change) for number, change in enumerate(made, 1)]
    found = history.versions(rows, state)["f"]
    assert {version.change.id for version in found} == {change.id for change in made}
    kept = state["f"]
    standing = set(kept["live"]) if "live" in kept else {kept["id"]}
    assert {version.change.id for version in found if version.is_standing} == standing
    stamps = [version.change.stamp for version in found]
    assert stamps == sorted(stamps, reverse=True)


def test_fields_are_told_apart() -> None:
    one = Change("1" * 32, "self", "r", "k", "f", Rule.SCALAR, "a", "0" * 12 + "-0000-" + "1" * 16)
    rows = [FeedRow(1, one), FeedRow(2, replace(one, id="2" * 32, field="g"))]
    assert set(history.versions(rows, EMPTY)) == {"f", "g"}
    assert not history.versions(rows, EMPTY)["f"][0].is_standing
