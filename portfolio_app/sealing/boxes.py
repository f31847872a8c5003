"""Many boxes under one key: `envelope.seal` with the key prepared once, for files of many pieces.

No file and no meaning of the bytes may enter here.
"""

from __future__ import annotations

import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from portfolio_app.sealing.envelope import NONCE_SIZE_BYTES, SEALED_OVERHEAD_BYTES, SealBroken


class Boxes:
    """Seals and opens boxes as `envelope` does: nonce (12 bytes), ciphertext, tag (16 bytes).

    AES-256-GCM (NIST SP 800-38D) with random nonces: at most 2**32 boxes under one key, so take a
    fresh key for each file.
    """

    def __init__(self, key: bytes) -> None:
        """Prepare a 32-byte key."""
        self._cipher = AESGCM(key)

    def seal(self, plaintext: bytes, context: bytes) -> bytes:
        """Return the box; `context` is authenticated and not stored."""
        nonce = secrets.token_bytes(NONCE_SIZE_BYTES)
        return nonce + self._cipher.encrypt(nonce, plaintext, context)

    def open(self, sealed: bytes | memoryview, context: bytes | memoryview) -> bytes:
        """Return what `seal` was given; raise SealBroken if key, bytes or context differ."""
        if len(sealed) < SEALED_OVERHEAD_BYTES:
            raise SealBroken("Sealed bytes are cut short; they cannot be opened.")
        try:
            nonce, rest = sealed[:NONCE_SIZE_BYTES], sealed[NONCE_SIZE_BYTES:]
            return self._cipher.decrypt(nonce, rest, context)
        except InvalidTag:
            raise SealBroken(
                "Sealed bytes do not open: they were changed, moved or sealed with another key."
            ) from None
