"""HPKE in base mode: a small secret sealed to a public key, so that only its holder opens it.

RFC 9180, DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-256-GCM, one message a box. Newer versions of
the library have it; phones do not, so the few lines it takes stand here. Both give the same bytes.
Base mode names no sender: whoever has the public key can seal. What a box means is authenticated
elsewhere.
"""

from __future__ import annotations

import hmac
from dataclasses import dataclass
from typing import Any

from cryptography.exceptions import InvalidTag, UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM, ChaCha20Poly1305

from portfolio_app.errors import BadInput
from portfolio_app.sealing.envelope import SealBroken

HPKE_KEY_SIZE_BYTES = 32
HPKE_OVERHEAD_BYTES = HPKE_KEY_SIZE_BYTES + 16

_KEM_SUITE = b"KEM" + (0x0020).to_bytes(2, "big")
_KEM_AND_KDF = b"HPKE" + (0x0020).to_bytes(2, "big") + (0x0001).to_bytes(2, "big")
_BASE_MODE = b"\x00"
_NONCE_SIZE_BYTES = 12
_HASH_SIZE_BYTES = 32


@dataclass(frozen=True, slots=True)
class Aead:
    """An encryption of RFC 9180 section 7.3: its number there, its key size, its class."""

    number: int
    key_size_bytes: int
    cipher: type[AESGCM | ChaCha20Poly1305]


AES_256_GCM = Aead(0x0002, 32, AESGCM)


@dataclass(frozen=True, slots=True)
class Schedule:
    """What both ends derive for one box: the key, and the nonce of its first message."""

    key: bytes
    base_nonce: bytes


def new_private_key() -> bytes:
    """Return a fresh X25519 private key, 32 bytes."""
    return X25519PrivateKey.generate().private_bytes_raw()


def public_key_of(private_key: bytes) -> bytes:
    """Return the public key, 32 bytes, that belongs to a private one."""
    return _private(private_key).public_key().public_bytes_raw()


def seal_to(public_key: bytes, plaintext: bytes, info: bytes) -> bytes:
    """Return encapsulated key (32 bytes), ciphertext, tag (16 bytes); `info` binds the purpose.

    Raises BadInput for a public key that is none.
    """
    _exchange(new_private_key(), public_key)  # refuses what no private key answers to
    suite = _native()
    if suite is None:
        return seal_with(new_private_key(), public_key, plaintext, info)
    sealed: bytes = suite.encrypt(plaintext, X25519PublicKey.from_public_bytes(public_key), info)
    return sealed


def open_from(private_key: bytes, sealed: bytes, info: bytes) -> bytes:
    """Return what `seal_to` was given; SealBroken if key, bytes or info differ."""
    if len(sealed) < HPKE_OVERHEAD_BYTES:
        raise SealBroken("A box sealed to a public key is cut short; it cannot be opened.")
    enclosed, ciphertext = sealed[:HPKE_KEY_SIZE_BYTES], sealed[HPKE_KEY_SIZE_BYTES:]
    broken = SealBroken(
        "A box sealed to a public key does not open: it was changed or is for another key."
    )
    try:
        schedule = receive(private_key, enclosed, info)
        return AESGCM(schedule.key).decrypt(schedule.base_nonce, ciphertext, b"")
    except (BadInput, InvalidTag):
        raise broken from None


def seal_with(ephemeral_key: bytes, public_key: bytes, plaintext: bytes, info: bytes) -> bytes:
    """Seal with a chosen ephemeral private key, which must never be used for a second box."""
    enclosed, schedule = send(ephemeral_key, public_key, info)
    return enclosed + AESGCM(schedule.key).encrypt(schedule.base_nonce, plaintext, b"")


def send(
    ephemeral_key: bytes, public_key: bytes, info: bytes, aead: Aead = AES_256_GCM
) -> tuple[bytes, Schedule]:
    """SetupBaseS of section 5.1.1: the encapsulated key, and what the sender derives."""
    enclosed = public_key_of(ephemeral_key)
    exchanged = _exchange(ephemeral_key, public_key)
    return enclosed, _schedule(_shared(exchanged, enclosed + public_key), info, aead)


def receive(private_key: bytes, enclosed: bytes, info: bytes, aead: Aead = AES_256_GCM) -> Schedule:
    """SetupBaseR of section 5.1.1: what the receiver derives."""
    exchanged = _exchange(private_key, enclosed)
    shared = _shared(exchanged, enclosed + public_key_of(private_key))
    return _schedule(shared, info, aead)


def _shared(exchanged: bytes, kem_context: bytes) -> bytes:
    """ExtractAndExpand of section 4.1."""
    drawn = _extract(_KEM_SUITE, b"", b"eae_prk", exchanged)
    return _expand(_KEM_SUITE, drawn, b"shared_secret", kem_context, _HASH_SIZE_BYTES)


def _schedule(shared: bytes, info: bytes, aead: Aead) -> Schedule:
    """KeySchedule of section 5.1 in base mode, without the exporter."""
    suite = _KEM_AND_KDF + aead.number.to_bytes(2, "big")
    context = (
        _BASE_MODE
        + _extract(suite, b"", b"psk_id_hash", b"")
        + _extract(suite, b"", b"info_hash", info)
    )
    secret = _extract(suite, shared, b"secret", b"")
    return Schedule(
        _expand(suite, secret, b"key", context, aead.key_size_bytes),
        _expand(suite, secret, b"base_nonce", context, _NONCE_SIZE_BYTES),
    )


def _extract(suite: bytes, salt: bytes, label: bytes, material: bytes) -> bytes:
    return hmac.digest(
        salt or bytes(_HASH_SIZE_BYTES), b"HPKE-v1" + suite + label + material, "sha256"
    )


def _expand(suite: bytes, drawn: bytes, label: bytes, info: bytes, size_bytes: int) -> bytes:
    """One block is enough: nothing here is longer than the hash."""
    labelled = size_bytes.to_bytes(2, "big") + b"HPKE-v1" + suite + label + info
    return hmac.digest(drawn, labelled + b"\x01", "sha256")[:size_bytes]


def _exchange(private_key: bytes, public_key: bytes) -> bytes:
    try:
        return _private(private_key).exchange(X25519PublicKey.from_public_bytes(public_key))
    except ValueError:  # a wrong size, or a point that gives zero with every key (section 7.1.4)
        raise BadInput("That is not a public key for sealing; use the school's own.") from None


def _private(private_key: bytes) -> X25519PrivateKey:
    try:
        return X25519PrivateKey.from_private_bytes(private_key)
    except ValueError:
        raise BadInput("A private key for opening has 32 bytes; this one has not.") from None


def _native() -> Any:
    """Return the library's own suite, or None where it is absent or raises at the call."""
    try:
        from cryptography.hazmat.primitives.hpke import (  # noqa: PLC0415  # absent on phones
            AEAD,
            KDF,
            KEM,
            Suite,
        )

        return Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)
    except (ImportError, UnsupportedAlgorithm):
        return None
