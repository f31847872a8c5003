"""The encoders that are made once write what `json` writes, and changes are looked at as before."""

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sync import change as changes
from sync.change import Change, Rule
from sync.encoding import canonical, compact
from sync.errors import PeerError

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_categories=["Cs"]), max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("ab", max_size=2), inner),
    max_leaves=8,
)  # fmt: skip
GOOD = Change(
    "a" * 32, "p/amy", "r1", "reflection", "words", Rule.TEXT, "Hello",
    f"{5:012x}-0000-{'b' * 16}", ("c" * 32,), "d" * 32, "amy", 2,
)  # fmt: skip
PLAIN = {"ensure_ascii": False, "separators": (",", ":"), "allow_nan": False}


@given(VALUES)
@settings(max_examples=100, deadline=None)
def test_the_same_bytes_as_the_standard_encoder(value: Any) -> None:
    assert compact(value) == json.dumps(value, **PLAIN)  # type: ignore[arg-type]  # its options
    assert canonical(value) == json.dumps(value, sort_keys=True, **PLAIN)  # type: ignore[arg-type]


@pytest.mark.parametrize("odd", [float("nan"), float("inf"), object(), {1, 2}])
def test_what_is_not_json_is_refused(odd: Any) -> None:
    for encode in (compact, canonical):
        with pytest.raises((ValueError, TypeError)):
            encode([odd])


@pytest.mark.parametrize(
    ("part", "odd"),
    [
        (part, odd)
        for part in ("id", "scope", "record", "kind", "field", "stamp", "group", "author")
        for odd in (None, 5, "É", "x y", "a\nb", "selfish\n", ["a"], "-", "a" * 70)
    ],
)
def test_each_part_is_still_looked_at_and_named(part: str, odd: Any) -> None:
    body = {**changes.to_json(GOOD), part: odd}
    with pytest.raises(PeerError, match=f"'{part}'"):
        changes.from_json(body)


def test_parts_cannot_lend_each_other_their_ends() -> None:
    body = {**changes.to_json(GOOD), "kind": "reflection\nwords", "field": ""}
    with pytest.raises(PeerError, match="'kind'"):
        changes.from_json(body)
    for group, author in (("", "amy"), ("d" * 32, ""), ("", "")):
        made = replace(GOOD, group=group, author=author)
        assert changes.from_json(changes.to_json(made)) == made
