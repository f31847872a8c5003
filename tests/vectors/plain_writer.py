"""A second writer, from docs/formats alone: it makes the vectors, and what nobody may make.

Nothing of the product is imported and nothing is drawn: salts, ids and nonces are arguments, so
that the same call gives the same bytes.
"""

from __future__ import annotations

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from tests.vectors.plain_reader import hkdf_expand, number

CHUNK_BYTES = 16_384
MEDIA_INFO = b"c2sp.org/chunked-encryption@v1+AEAD_AES_128_GCM\x00"


def media_context(vault: str) -> bytes:
    return b"portfolio media 1 " + vault.encode("ascii")


def media_chunks(
    key: bytes, salt: bytes, context: bytes, plain: list[bytes], *, first: int = 0
) -> list[bytes]:
    """Return prefix and sealed chunks; a writer that keeps the format gives full chunks but one."""
    made = hkdf_expand(key, MEDIA_INFO + salt + context, 60)
    first_nonce = number(made[16:28])
    chunks = [
        AESGCM(made[:16]).encrypt((first_nonce ^ place).to_bytes(12, "big"), chunk, None)
        for place, chunk in enumerate(plain, first)
    ]
    return [salt + made[28:], *chunks]


def in_chunks(plain: bytes) -> list[bytes]:
    """Full chunks and one that is not: empty where the content ends with a full one."""
    starts = range(0, len(plain) + 1, CHUNK_BYTES)
    return [plain[start : start + CHUNK_BYTES] for start in starts]
