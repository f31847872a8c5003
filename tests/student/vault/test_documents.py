"""Documents become the JSON that Python's own library makes of them, or are refused by name."""

from __future__ import annotations

import json
import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portfolio_app.errors import BadInput, StoreDamaged
from portfolio_app.student.vault import documents
from portfolio_app.student.vault.documents import (
    MAXIMUM_DEPTH,
    decode_document,
    decode_documents,
    encode_document,
    refuse_odd_keys,
)


class Word(str):
    """A text that is not quite a text."""

    __slots__ = ()


_TEXTS = st.text(st.characters(codec=None), max_size=8) | st.just(Word("ä\x00\x7f\u2028"))
_LEAVES = st.none() | st.booleans() | st.integers() | st.floats() | _TEXTS
_VALUES = st.recursive(
    _LEAVES | st.binary(max_size=2),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.lists(inner, max_size=3).map(tuple)
        | st.dictionaries(_TEXTS, inner, max_size=3)
    ),
    max_leaves=12,
)
_DOCUMENTS = st.dictionaries(_TEXTS, _VALUES, max_size=4)


def _is_as_json_makes_it(document: dict[str, Any]) -> None:
    try:
        text = json.dumps(document, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
        expected = text.encode()
    except (TypeError, ValueError):
        with pytest.raises(BadInput, match="a table"):
            encode_document(document, "a table")
        return
    content = encode_document(document, "a table")
    assert content == expected
    assert decode_document(content) == json.loads(content)
    assert decode_documents([content, content]) == [json.loads(content)] * 2


@given(_DOCUMENTS)
def test_a_document_is_the_text_that_json_makes(document: dict[str, Any]) -> None:
    _is_as_json_makes_it(document)


def test_the_same_on_an_interpreter_without_the_part_in_c(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json.encoder, "c_make_encoder", None)
    monkeypatch.setattr(documents, "_pieces", documents._encoding())
    for document in ({}, {"ä": [1, 2.5, None, {"b": (True, "\n")}]}, {"a": math.nan}, {"a": {1}}):
        _is_as_json_makes_it(document)


@pytest.mark.parametrize(
    ("document", "wrong"),
    [
        ({"a": math.inf}, {"allow_nan": True}),
        ({"ä": 1}, {"ensure_ascii": True}),
        ({"a": [1, 2]}, {"separators": (", ", ":")}),
    ],
)
def test_another_way_to_write_is_seen(
    monkeypatch: pytest.MonkeyPatch, document: dict[str, Any], wrong: dict[str, Any]
) -> None:
    right = {"allow_nan": False, "ensure_ascii": False, "separators": (",", ":")}
    encoder = json.JSONEncoder(**{**right, **wrong})
    monkeypatch.setattr(documents, "_pieces", lambda document, _: (encoder.encode(document),))
    with pytest.raises((AssertionError, pytest.fail.Exception)):
        _is_as_json_makes_it(document)


def test_circles_and_depths_are_refused_before_anything_is_written() -> None:
    circle: dict[str, Any] = {}
    circle["again"] = [circle]
    with pytest.raises(BadInput, match="nested deeper"):
        refuse_odd_keys(circle, "a table")
    with pytest.raises(BadInput, match="not JSON"):
        encode_document(circle, "a table")
    deep: Any = "end"
    for _ in range(MAXIMUM_DEPTH - 1):
        deep = [deep]
    refuse_odd_keys({"a": deep}, "a table")
    with pytest.raises(BadInput, match="nested deeper"):
        refuse_odd_keys({"a": [deep]}, "a table")


@pytest.mark.parametrize("document", [{1: "a"}, {"a": [{None: 1}]}, {"a": ({"b": {2.5: 1}},)}])
def test_keys_that_are_no_text_are_refused_anywhere(document: dict[Any, Any]) -> None:
    with pytest.raises(BadInput, match="not text"):
        refuse_odd_keys(document, "a table")
    refuse_odd_keys({Word("a"): {Word("b"): 1}}, "a table")


@pytest.mark.parametrize(
    "content",
    [
        *(b"", b"{", b"[1]", b'"a"', b"1", b"null", b"{} ", b" {}", b"{}{}", b"\xff", b"{'a':1}"),
        *(b'{"a":1', b'{"a":}', b'{"a":"\x01"}', b'{"a":\xed\xa0\x80}', b"[" * 200_000),
    ],
)
def test_bytes_that_are_no_document_are_called_damage(content: bytes) -> None:
    with pytest.raises(StoreDamaged):
        decode_document(content)
    if content.strip() == content:  # blanks between documents say nothing
        with pytest.raises(StoreDamaged):
            decode_documents([b"{}", content])
