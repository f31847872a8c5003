"""Small things sealed whole: keys made from keys, and one box of bytes at a time."""

from __future__ import annotations

import hmac
import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA512
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from portfolio_app.errors import StoreDamaged

KEY_SIZE_BYTES = 32
NONCE_SIZE_BYTES = 12
TAG_SIZE_BYTES = 16
SEALED_OVERHEAD_BYTES = NONCE_SIZE_BYTES + TAG_SIZE_BYTES
MAXIMUM_SEALED_BYTES = 64 * 1024 * 1024

_PURPOSE_PREFIX = b"portfolio/1/"


class SealBroken(StoreDamaged):
    """Sealed bytes that do not open: altered, moved, or sealed under another key or context."""


def new_key() -> bytes:
    """Return 32 random bytes from the system's generator."""
    return secrets.token_bytes(KEY_SIZE_BYTES)


def derive(key: bytes, purpose: str, salt: bytes = b"", size_bytes: int = KEY_SIZE_BYTES) -> bytes:
    """Return `size_bytes` bytes that only this key, purpose and salt give.

    HKDF-SHA-512 (RFC 5869); the purpose, with this product's prefix, is the `info`. `key` must be
    uniformly random or already stretched: a PIN goes through `secret.stretch` first.
    """
    info = _PURPOSE_PREFIX + purpose.encode("ascii")
    return HKDF(algorithm=SHA512(), length=size_bytes, salt=salt, info=info).derive(key)


def seal(key: bytes, plaintext: bytes, context: bytes) -> bytes:
    """Return nonce (12 bytes), ciphertext, tag (16 bytes): AES-256-GCM (NIST SP 800-38D).

    The nonce is random, so one key may seal 2**32 boxes; callers take a fresh key per file.
    `context` is authenticated and not stored: opening needs the same bytes.
    """
    if len(plaintext) > MAXIMUM_SEALED_BYTES:
        raise ValueError(f"At most {MAXIMUM_SEALED_BYTES} bytes go into one box; split it.")
    nonce = secrets.token_bytes(NONCE_SIZE_BYTES)
    return nonce + AESGCM(key).encrypt(nonce, plaintext, context)


def open_sealed(key: bytes, sealed: bytes, context: bytes) -> bytes:
    """Return what `seal` was given; raise SealBroken if key, bytes or context differ."""
    if len(sealed) < SEALED_OVERHEAD_BYTES:
        raise SealBroken("Sealed bytes are cut short; they cannot be opened.")
    try:
        return AESGCM(key).decrypt(sealed[:NONCE_SIZE_BYTES], sealed[NONCE_SIZE_BYTES:], context)
    except InvalidTag:
        raise SealBroken(
            "Sealed bytes do not open: they were changed, moved or sealed with another key."
        ) from None


def authenticate(key: bytes, message: bytes) -> bytes:
    """Return the 32-byte HMAC-SHA-256 (RFC 2104) of `message`, for keyed names and slot tables."""
    return hmac.digest(key, message, "sha256")


def same(left: bytes, right: bytes) -> bool:
    """Compare two authenticators in constant time."""
    return hmac.compare_digest(left, right)
