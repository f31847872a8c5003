"""What we build on, held to vectors that others published to catch known mistakes."""

from __future__ import annotations

import hashlib
import importlib
import json
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from portfolio_app.errors import BadInput
from portfolio_app.sealing import envelope, hpke
from portfolio_app.sealing.envelope import SealBroken, authenticate, open_sealed, same
from portfolio_app.sealing.media import COBBLESTONE_128
from portfolio_app.sealing.secret import SecretParameters, has_argon2id, stretch

WYCHEPROOF: dict[str, Any] = json.loads(
    (Path(__file__).parent.parent / "vectors" / "crypto" / "wycheproof.json").read_text()
)


def test_boxes() -> None:
    assert len(WYCHEPROOF["aes_gcm"]) == 66
    refused = 0
    for *hexes, valid in WYCHEPROOF["aes_gcm"]:
        key, nonce, context, plaintext, ciphertext, tag = map(bytes.fromhex, hexes)
        if valid:
            assert open_sealed(key, nonce + ciphertext + tag, context) == plaintext
            continue
        refused += 1
        with pytest.raises(SealBroken):
            open_sealed(key, nonce + ciphertext + tag, context)
    assert refused > 20


def test_pieces_of_media() -> None:
    """AES-GCM with 128-bit keys, as each chunk of a sealed file is made and opened."""
    assert len(WYCHEPROOF["aes_gcm_128"]) == 67
    refused = 0
    for *hexes, valid in WYCHEPROOF["aes_gcm_128"]:
        key, nonce, context, plaintext, ciphertext, tag = map(bytes.fromhex, hexes)
        cipher = COBBLESTONE_128.cipher(key)
        if valid:
            assert cipher.encrypt(nonce, plaintext, context) == ciphertext + tag
            assert cipher.decrypt(nonce, memoryview(ciphertext + tag), context) == plaintext
            continue
        refused += 1
        with pytest.raises(InvalidTag):
            cipher.decrypt(nonce, memoryview(ciphertext + tag), context)
    assert refused > 20


def test_keys_from_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    """HKDF-SHA-512; what a vector's `info` says stands in the place of our purposes."""
    assert len(WYCHEPROOF["hkdf_sha512"]) == 80
    refused = 0
    for key, salt, info, size_bytes, made, valid in WYCHEPROOF["hkdf_sha512"]:
        monkeypatch.setattr(envelope, "_PURPOSE_PREFIX", bytes.fromhex(info))

        def derived(key: str = key, salt: str = salt, size_bytes: int = size_bytes) -> str:
            return envelope.derive(bytes.fromhex(key), "", bytes.fromhex(salt), size_bytes).hex()

        if valid:
            assert derived() == made
            continue
        refused += 1
        with pytest.raises(ValueError, match="larger"):
            derived()
    assert refused == 3


def test_authenticators() -> None:
    assert len(WYCHEPROOF["hmac_sha256"]) == 87
    for *hexes, valid in WYCHEPROOF["hmac_sha256"]:
        key, message, tag = map(bytes.fromhex, hexes)
        assert same(authenticate(key, message), tag) == valid


def test_exchanges_and_points_that_give_zero() -> None:
    zeros = 0
    for hexes in WYCHEPROOF["x25519"]:
        private, public, shared = map(bytes.fromhex, hexes)
        if any(shared):
            assert hpke._exchange(private, public) == shared
            continue
        zeros += 1
        with pytest.raises(BadInput):
            hpke._exchange(private, public)
    assert zeros > 25


def sections(name: str) -> list[dict[str, str]]:
    text = files("cryptography_vectors").joinpath("KDF", name).read_text()
    found: list[dict[str, str]] = []
    for line in text.splitlines():
        field, equals, value = line.partition("=")
        if equals and not line.startswith("#"):
            if field.strip() == "COUNT":
                found.append({})
            if found:
                found[-1][field.strip()] = value.strip()
    return found


def test_scrypt_of_the_standard() -> None:
    """RFC 7914 section 12, those that a test can wait for."""
    facts = [fact for fact in sections("scrypt.txt") if int(fact["N"]) <= 16384]
    assert len(facts) >= 3
    for fact in facts:
        derived = Scrypt(
            salt=fact["SALT"].encode(),
            length=int(fact["LENGTH"]),
            n=int(fact["N"]),
            r=int(fact["r"]),
            p=int(fact["p"]),
        ).derive(fact["PASSWORD"].encode())
        assert derived.hex() == fact["DERIVED_KEY"]


@pytest.mark.skipif(not has_argon2id(), reason="this device has no Argon2id")
def test_argon2id_as_published() -> None:
    """What `stretch` calls; the published salts, lanes and secrets are none that it would take."""
    argon2: Any = importlib.import_module("cryptography.hazmat.primitives.kdf.argon2")
    facts = sections("argon2id.txt")
    assert len(facts) == 6
    for fact in facts:
        derived = argon2.Argon2id(
            salt=bytes.fromhex(fact["salt"]),
            length=int(fact["length"]),
            iterations=int(fact["iter"]),
            lanes=int(fact["lanes"]),
            memory_cost=int(fact["memcost"]),
            ad=bytes.fromhex(fact.get("ad", "")) or None,
            secret=bytes.fromhex(fact.get("secret", "")) or None,
        ).derive(bytes.fromhex(fact["pass"]))
        assert derived.hex() == fact["output"]


@pytest.mark.skipif(not has_argon2id(), reason="this device has no Argon2id")
@pytest.mark.parametrize(("memory_kib", "passes"), [(8, 1), (64, 3), (1024, 2)])
def test_argon2id_is_that_of_the_reference_library(memory_kib: int, passes: int) -> None:
    """RFC 9106 as argon2-cffi binds it, with the one lane that we use."""
    low_level = pytest.importorskip("argon2.low_level")
    for text in ("4711", "four random words here", "漢字漢字"):
        salt = hashlib.sha256(text.encode()).digest()[:16]
        expected = low_level.hash_secret_raw(
            text.encode(), salt, passes, memory_kib, 1, 32, low_level.Type.ID
        )
        assert stretch(text, SecretParameters("argon2id", memory_kib, passes, 1, salt)) == expected
