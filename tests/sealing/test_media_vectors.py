"""The published chunked-encryption vectors, and the library's own version both ways on anything.

The vectors are those of the package cryptography-vectors. They use HKDF with SHA-256 and three
ciphers, so the hash and the cipher are arguments of the code under test.
"""

from __future__ import annotations

import base64
import hashlib
import importlib
import json
import zlib
from collections.abc import Callable
from importlib.resources import files
from typing import Any

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM, ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from hypothesis import given
from hypothesis import strategies as st

from portfolio_app.sealing import media
from portfolio_app.sealing.envelope import SealBroken
from portfolio_app.sealing.media import (
    PREFIX_SIZE_BYTES,
    Aead,
    ChunkReader,
    ChunkSealer,
    Scheme,
    open_chunks,
    seal_chunks,
)

COUNT = 102
MUST_FAIL = 75
SCHEMES: dict[str, tuple[int, Callable[[bytes], Aead]]] = {
    "AEAD_AES_128_GCM": (16, AESGCM),
    "AEAD_AES_256_GCM": (32, AESGCM),
    "AEAD_CHACHA20_POLY1305": (32, ChaCha20Poly1305),
}

try:
    NATIVE: Any = importlib.import_module("cryptography.cobblestone")
except ImportError:  # cryptography before 50, and phones
    NATIVE = None


class Sealed:
    """Sealed bytes in memory."""

    def __init__(self, content: bytes) -> None:
        self.content = content

    def size_bytes(self) -> int:
        return len(self.content)

    def read_at(self, offset: int, size_bytes: int) -> bytes:
        return self.content[offset : offset + size_bytes]


def vectors() -> list[dict[str, Any]]:
    text = files("cryptography_vectors").joinpath("chunked-encryption/vectors.json").read_text()
    found: list[dict[str, Any]] = json.loads(text)["vectors"]
    return found


def scheme_of(vector: dict[str, Any]) -> Scheme:
    size_bytes, cipher = SCHEMES[vector["aead"]]
    return Scheme(vector["aead"].encode(), size_bytes, cipher, SHA256)


def ciphertext_of(vector: dict[str, Any]) -> bytes:
    raw = base64.b64decode(vector["ciphertext"] or "")
    return zlib.decompress(raw) if vector.get("compressed") else raw


def opened(vector: dict[str, Any]) -> bytes:
    key, context = bytes.fromhex(vector["key"]), vector["context"].encode()
    reader = ChunkReader(key, context, Sealed(ciphertext_of(vector)), scheme_of(vector))
    return b"".join(reader.read())


def test_all_the_vectors_are_here() -> None:
    found = vectors()
    assert len(found) == COUNT
    assert sum(vector["expect"] == "failure" for vector in found) == MUST_FAIL


@pytest.mark.parametrize("vector", vectors(), ids=lambda vector: vector["name"])
def test_a_published_vector_opens_or_is_refused_as_it_says(vector: dict[str, Any]) -> None:
    if vector["expect"] == "failure":
        # A key of another length is the caller's mistake and no question of the content.
        is_wrong_length = vector["name"].endswith(("_short_key", "_long_key"))
        with pytest.raises(ValueError if is_wrong_length else SealBroken):
            opened(vector)
        return
    plain = opened(vector)
    assert len(plain) == vector["payload_length"]
    assert hashlib.sha256(plain).hexdigest() == vector["payload_sha256"]
    sealed = ciphertext_of(vector)
    key, context = bytes.fromhex(vector["key"]), vector["context"].encode()
    again = ChunkSealer(key, context, sealed[: PREFIX_SIZE_BYTES - 32], scheme_of(vector))
    assert again.update(plain) + again.finalize() == sealed


def test_the_vectors_would_show_a_wrong_nonce(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(media, "_nonce", lambda first, number: first)
    multi = next(vector for vector in vectors() if vector["name"] == "aes128gcm_two_chunks")
    with pytest.raises(SealBroken):
        opened(multi)


SIZES = st.one_of(
    st.integers(0, 70_000),
    st.integers(0, 20).flatmap(lambda chunks: st.integers(-1, 1).map(lambda n: chunks * 16384 + n)),
).map(lambda size: max(size, 0))


@pytest.mark.skipif(NATIVE is None, reason="this cryptography has no Cobblestone of its own")
@given(key=st.binary(min_size=16, max_size=16), context=st.binary(max_size=80), size=SIZES)
def test_the_librarys_own_agrees_both_ways_on_any_size_key_and_context(
    key: bytes, context: bytes, size: int
) -> None:
    content = hashlib.shake_128(key).digest(size)
    theirs = NATIVE.Cobblestone128Encryptor(key, context)
    box = theirs.update(content) + theirs.finalize()
    assert b"".join(ChunkReader(key, context, Sealed(box)).read(0, size)) == content
    ours = ChunkSealer(key, context)
    box = ours.update(content) + ours.finalize()
    opener = NATIVE.Cobblestone128Decryptor(key, context)
    assert opener.update(box) + opener.finalize() == content


@given(size=SIZES, data=st.data())
def test_any_range_of_any_size_is_that_part(size: int, data: st.DataObject) -> None:
    content = hashlib.shake_128(size.to_bytes(4, "big")).digest(size)
    box = Sealed(b"".join(seal_chunks(bytes(16), b"x", [content])))
    start = data.draw(st.integers(0, size))
    stop = data.draw(st.integers(start, size + 3))
    assert b"".join(open_chunks(bytes(16), b"x", box, start, stop)) == content[start:stop]
