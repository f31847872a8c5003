"""HPKE: all published base vectors of our suite's family, the library's own both ways, failures."""

from __future__ import annotations

import importlib
import json
import sys
from importlib.resources import files
from typing import Any

import pytest
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM, ChaCha20Poly1305
from hypothesis import given
from hypothesis import strategies as st

from portfolio_app.errors import BadInput
from portfolio_app.sealing import hpke
from portfolio_app.sealing.envelope import SealBroken
from portfolio_app.sealing.hpke import (
    Aead,
    new_private_key,
    open_from,
    public_key_of,
    receive,
    seal_to,
    seal_with,
    send,
)

AEADS = {
    1: Aead(1, 16, AESGCM),
    2: hpke.AES_256_GCM,
    3: Aead(3, 32, ChaCha20Poly1305),
}
SEALS_A_SUITE = 257
OURS = bytes(range(32))


def published() -> list[dict[str, Any]]:
    """Base mode, X25519, HKDF-SHA256, of the vectors beside RFC 9180."""
    content = files("cryptography_vectors").joinpath("HPKE", "test-vectors.json").read_bytes()
    wanted = {"mode": 0, "kem_id": 0x20, "kdf_id": 1}
    return [
        suite
        for suite in json.loads(content)
        if wanted.items() <= suite.items() and suite["aead_id"] in AEADS
    ]


def test_all_published_vectors() -> None:
    suites = published()
    assert [suite["aead_id"] for suite in suites] == [1, 2, 3]
    for suite in suites:
        check_suite(suite)


def check_suite(suite: dict[str, Any]) -> None:
    fact = {name: bytes.fromhex(value) for name, value in suite.items() if isinstance(value, str)}
    aead = AEADS[suite["aead_id"]]
    enclosed, sender = send(fact["skEm"], fact["pkRm"], fact["info"], aead)
    receiver = receive(fact["skRm"], fact["enc"], fact["info"], aead)
    assert enclosed == fact["enc"]
    assert sender == receiver
    assert (receiver.key, receiver.base_nonce) == (fact["key"], fact["base_nonce"])
    assert len(suite["encryptions"]) == SEALS_A_SUITE
    for sequence, seal in enumerate(suite["encryptions"]):
        nonce = (int.from_bytes(receiver.base_nonce, "big") ^ sequence).to_bytes(12, "big")
        assert nonce.hex() == seal["nonce"]
        sealed = aead.cipher(receiver.key).encrypt(
            nonce, bytes.fromhex(seal["pt"]), bytes.fromhex(seal["aad"])
        )
        assert sealed.hex() == seal["ct"]


def native() -> Any:
    suite = hpke._native()
    if suite is None:
        pytest.skip("this library has no HPKE of its own")
    return suite


@given(plaintext=st.binary(max_size=300), info=st.binary(max_size=300))
def test_ours_and_the_librarys_open_each_other(plaintext: bytes, info: bytes) -> None:
    suite = native()
    private = new_private_key()
    public = X25519PublicKey.from_public_bytes(public_key_of(private))
    ours = seal_with(new_private_key(), public_key_of(private), plaintext, info)
    key = X25519PrivateKey.from_private_bytes(private)
    assert suite.decrypt(ours, key, info) == plaintext
    assert open_from(private, suite.encrypt(plaintext, public, info), info) == plaintext


def without(monkeypatch: pytest.MonkeyPatch, how: str) -> None:
    if how == "absent":
        monkeypatch.setitem(sys.modules, "cryptography.hazmat.primitives.hpke", None)
        return
    native()
    module = importlib.import_module("cryptography.hazmat.primitives.hpke")

    def refused(*_: object) -> None:
        raise UnsupportedAlgorithm("not in this build")

    monkeypatch.setattr(module, "Suite", refused)


@pytest.mark.parametrize("how", ["absent", "raising"])
def test_a_phone_without_it_seals_as_well(monkeypatch: pytest.MonkeyPatch, how: str) -> None:
    without(monkeypatch, how)
    assert hpke._native() is None
    sealed = seal_to(public_key_of(OURS), b"key", b"info")
    monkeypatch.undo()
    assert open_from(OURS, sealed, b"info") == b"key"


def test_any_other_byte_key_info_or_length_is_refused() -> None:
    sealed = seal_to(public_key_of(OURS), b"key", b"info")
    for place in range(8 * len(sealed)):
        flipped = bytearray(sealed)
        flipped[place // 8] ^= 1 << place % 8
        # Also bit 255, which RFC 7748 section 5 masks: the bytes themselves are bound.
        with pytest.raises(SealBroken):
            open_from(OURS, bytes(flipped), b"info")
    for cut in range(len(sealed)):
        with pytest.raises(SealBroken):
            open_from(OURS, sealed[:cut], b"info")
    for key, info in ((bytes(32), b"info"), (OURS, b"other"), (OURS[:31], b"info")):
        with pytest.raises(SealBroken):
            open_from(key, sealed, info)


@pytest.mark.parametrize("public", [b"", bytes(31), bytes(33), bytes(32), b"\x01" + bytes(31)])
def test_what_is_no_public_key_is_refused_by_name(public: bytes) -> None:
    with pytest.raises(BadInput, match="public key"):
        seal_to(public, b"key", b"info")
    with pytest.raises(BadInput, match="32 bytes"):
        public_key_of(b"")
