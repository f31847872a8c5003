"""Codes that people copy: read as they are typed, and every usual slip named before it is tried."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portfolio_app.errors import BadInput
from portfolio_app.sealing.codes import CODE_LENGTH, code_of, new_code_secret, secret_of

SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
SECRET = bytes.fromhex("000102030405060708090a0b0c0d0e0f")


def plain(code: str) -> str:
    return code.replace("-", "")


@given(st.binary(min_size=16, max_size=16))
def test_a_code_gives_its_secret_back_however_it_is_typed(secret: bytes) -> None:
    code = code_of(secret)
    assert len(plain(code)) == CODE_LENGTH
    typed = code.lower().replace("0", "o").replace("1", "l")
    for form in (code, plain(code), code.replace("-", " "), f"  {typed}\n", code.replace("-", "–")):
        assert secret_of(form) == secret


def test_codes_are_random_and_the_layout_stays() -> None:
    assert len({new_code_secret() for _ in range(50)}) == 50
    number = int.from_bytes(SECRET, "big")
    by_hand = [SYMBOLS[number // 32**place % 32] for place in range(25, -1, -1)]
    check = (SYMBOLS + "*~$=U")[number % 37]
    assert plain(code_of(SECRET)) == "".join(by_hand) + check


def test_every_wrong_symbol_and_every_exchanged_pair_is_named() -> None:
    code = plain(code_of(bytes.fromhex("7fa9c14d6e02b35588f0e19d3c4a5b6e")))
    for place, symbol in itertools.product(range(CODE_LENGTH), SYMBOLS):
        if code[place] != symbol:
            with pytest.raises(BadInput):
                secret_of(code[:place] + symbol + code[place + 1 :])
    for place in range(CODE_LENGTH - 2):
        first, second = code[place], code[place + 1]
        if first != second:
            with pytest.raises(BadInput, match="typing mistake"):
                secret_of(code[:place] + second + first + code[place + 2 :])


@pytest.mark.parametrize(
    "typed", ["", "ABC", "0" * 26, "0" * 28, "0" * 100_000, "?" * 27, "U" * 27, "8" + "0" * 26]
)
def test_what_is_no_code_is_refused_without_being_repeated(typed: str) -> None:
    with pytest.raises(BadInput) as refused:
        secret_of(typed)
    assert len(typed) < 3 or typed not in str(refused.value)


def test_only_128_bits_make_a_code() -> None:
    with pytest.raises(ValueError, match="16 bytes"):
        code_of(bytes(15))
