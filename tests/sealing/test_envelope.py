"""Envelopes open with the same key and context only, and every altered byte is refused."""

from __future__ import annotations

import pytest

from portfolio_app.errors import StoreDamaged
from portfolio_app.sealing.envelope import (
    MAXIMUM_SEALED_BYTES,
    SealBroken,
    derive,
    new_key,
    open_sealed,
    seal,
)

KEY = bytes(range(32))
LOG_KEY = "77e25331d84ce9ffb154237ff9cd1c0e98cefd157b44b8ea8f674854a85907ce"  # RFC 5869 by hand


def test_opens_what_was_sealed_and_never_seals_twice_alike() -> None:
    sealed = seal(KEY, b"words", b"place")
    assert open_sealed(KEY, sealed, b"place") == b"words"
    assert sealed != seal(KEY, b"words", b"place")
    assert len(new_key()) == 32


def test_any_other_byte_key_context_or_length_is_refused() -> None:
    sealed = seal(KEY, b"words", b"place")
    for place in range(8 * len(sealed)):
        flipped = bytearray(sealed)
        flipped[place // 8] ^= 1 << place % 8
        with pytest.raises(SealBroken):
            open_sealed(KEY, bytes(flipped), b"place")
    for cut in range(len(sealed)):
        with pytest.raises(SealBroken):
            open_sealed(KEY, sealed[:cut], b"place")
    with pytest.raises(StoreDamaged):
        open_sealed(KEY, sealed, b"another")
    with pytest.raises(StoreDamaged):
        open_sealed(bytes(32), sealed, b"place")


def test_opens_a_box_made_by_another_program() -> None:
    """Nonce, ciphertext, tag, made with AES-GCM alone."""
    box = bytes(range(12)) + bytes.fromhex("306da47fb63c191aba955c5c4dd75734b65ca2d987")
    assert open_sealed(KEY, box, b"place") == b"words"


def test_keys_by_purpose_and_salt_differ_and_stay_as_released() -> None:
    assert derive(KEY, "log").hex() == LOG_KEY
    assert derive(KEY, "log", b"salt") != derive(KEY, "log")
    assert derive(KEY, "keys mac") != derive(KEY, "log")
    assert len(derive(KEY, "log", size_bytes=16)) == 16


def test_a_box_has_a_limit() -> None:
    with pytest.raises(ValueError, match="split it"):
        seal(KEY, bytes(MAXIMUM_SEALED_BYTES + 1), b"")
