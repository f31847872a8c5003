"""Texts and key files of recovery: any bytes go there and back, any mistake is named."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from portfolio_app.errors import BadInput, StoreDamaged, WrongSecret
from portfolio_app.sealing import recovery_texts as texts
from portfolio_app.sealing.recovery_key_file import (
    SchoolRecoveryKey,
    read_key_file,
    write_key_file,
)
from portfolio_app.sealing.school_recovery import RecoveryRequest, check_comparison
from portfolio_app.sealing.secret import SecretParameters

SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
PASSPHRASE = "four quiet herons standing"
QUICK = SecretParameters("scrypt", 8, 1, 1, bytes(16))
FILE = write_key_file(SchoolRecoveryKey(bytes(range(32)), "Hill School", 1), PASSPHRASE, QUICK)
READERS = (texts.read_question, texts.read_answer, texts.read_private_key)


@given(st.binary(min_size=160, max_size=160), st.sampled_from([" ", "-", "\n", "\u2014", ""]))
def test_any_question_comes_back_however_it_is_spaced(plain: bytes, between: str) -> None:
    request = RecoveryRequest.from_bytes(plain)
    shown = texts.question_text(request)
    spaced = between.join(shown).lower()
    assert texts.read_question(spaced if len(spaced) < 2_000 else shown) == request
    assert texts.read_question(texts.in_groups(shown)) == request
    assert RecoveryRequest.from_json(request.to_json()) == request


@given(st.binary(min_size=32, max_size=32), st.integers(0, 57), st.sampled_from(SYMBOLS))
def test_one_wrong_symbol_is_always_seen(key: bytes, place: int, symbol: str) -> None:
    name, _, symbols = texts.private_key_text(key).partition(":")
    typed = f"{name}:{symbols[:place]}{symbol}{symbols[place + 1 :]}"
    if symbols[place] == symbol:
        assert texts.read_private_key(typed) == key
    else:
        with pytest.raises(BadInput, match="mistake"):
            texts.read_private_key(typed)


@given(
    st.text(max_size=60)
    | st.text(alphabet=SYMBOLS + "-: \n", max_size=300)
    | st.builds(
        lambda kind, rest: f"{kind.name}:{rest}",
        st.sampled_from([texts.QUESTION, texts.ANSWER, texts.PRIVATE_KEY]),
        st.text(alphabet=SYMBOLS + "OILU!é", max_size=270),
    )
)
@settings(max_examples=60)
def test_no_text_does_worse_than_being_refused(text: str) -> None:
    for reader in READERS:
        with pytest.raises(BadInput):
            reader(text)


def patched(place: int, content: bytes) -> bytes:
    """The good file with some bytes otherwise."""
    return FILE[:place] + content + FILE[place + len(content) :]


@given(
    st.binary(max_size=300)
    | st.builds(patched, st.integers(0, len(FILE) - 1), st.binary(max_size=4))
)
@settings(deadline=None)
def test_no_key_file_does_worse_than_being_refused(raw: bytes) -> None:
    try:
        key = read_key_file(raw, PASSPHRASE)
    except (BadInput, WrongSecret, StoreDamaged):
        return
    # White space and the case of hex digits are all that may differ.
    assert key.private_key == bytes(range(32))
    assert {**json.loads(raw), "sealed": ""} | {"sealed": ""} == {**json.loads(FILE), "sealed": ""}


@given(st.text(max_size=80).filter(lambda text: sum(one.isdecimal() for one in text) != 12))
def test_digits_are_twelve(text: str) -> None:
    with pytest.raises(BadInput, match="12 digits"):
        check_comparison(RecoveryRequest.from_bytes(bytes(160)), text)
