"""Photos, sound and video sealed in chunks, so that they stream and can be read from the middle.

The format is Cobblestone-128 of c2sp.org/chunked-encryption (HKDF-Expand with SHA-512, AES-128-GCM,
16 KiB chunks): 24 bytes of salt, 32 of commitment, then each chunk with its 16-byte tag; the last
chunk is always shorter than the others. Written out here because phones lack the library's own;
where the library has it, streams are sealed and opened with it, and the tests hold both against
each other. Reading from the middle is always ours: the library's own only streams.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA512, HashAlgorithm
from cryptography.hazmat.primitives.kdf.hkdf import HKDFExpand

from portfolio_app.sealing.envelope import SealBroken, same

MEDIA_KEY_SIZE_BYTES = 16
CHUNK_SIZE_BYTES = 16 * 1024
TAG_SIZE_BYTES = 16
SEALED_CHUNK_SIZE_BYTES = CHUNK_SIZE_BYTES + TAG_SIZE_BYTES
PREFIX_SIZE_BYTES = 56
MAXIMUM_CHUNKS = 2**38
READ_CHUNKS = 16  # 256 KiB a read: few system calls, and never more than this in memory

_SALT_SIZE_BYTES = 24
_NONCE_SIZE_BYTES = 12
_COMMITMENT_SIZE_BYTES = 32
_INFO = b"c2sp.org/chunked-encryption@v1+"


class Source(Protocol):
    """Sealed bytes that can be read from anywhere: a file on disk, or bytes in memory."""

    def size_bytes(self) -> int:
        """Return how many sealed bytes there are."""

    def read_at(self, offset: int, size_bytes: int) -> bytes:
        """Return up to `size_bytes` bytes from `offset`."""


class Aead(Protocol):
    """What an AEAD of the library offers: 12-byte nonces and 16-byte tags."""

    def encrypt(
        self, nonce: bytes, data: bytes | memoryview, associated_data: bytes | None
    ) -> bytes: ...
    def decrypt(
        self, nonce: bytes, data: bytes | memoryview, associated_data: bytes | None
    ) -> bytes: ...


@dataclass(frozen=True, slots=True)
class Scheme:
    """One instance of the construction. The published vectors are of others than ours."""

    name: bytes
    key_size_bytes: int
    cipher: Callable[[bytes], Aead]
    hash: Callable[[], HashAlgorithm]


COBBLESTONE_128 = Scheme(b"AEAD_AES_128_GCM", MEDIA_KEY_SIZE_BYTES, AESGCM, SHA512)


class Sealer(Protocol):
    """The sealing or opening of one stream: any number of updates, then `finalize` once."""

    def update(self, data: bytes) -> bytes:
        """Take more and return what is ready."""

    def update_into(self, data: bytes | memoryview, buffer: memoryview) -> int:
        """Take more, put what is ready into `buffer` and return its size.

        The buffer must hold everything that was taken and not yet returned, sealed.
        """

    def finalize(self) -> bytes:
        """Return the rest."""


def new_media_key() -> bytes:
    """Return 16 random bytes: every blob has a key of its own."""
    return secrets.token_bytes(MEDIA_KEY_SIZE_BYTES)


def new_sealer(key: bytes, context: bytes) -> Sealer:
    """Return what seals one stream: the library's own where it has it, else ours."""
    return _native_encryptor(key, context) or ChunkSealer(key, context)


def seal_chunks(key: bytes, context: bytes, chunks: Iterable[bytes]) -> Iterator[bytes]:
    """Seal a stream of any chunking; holds one of the caller's chunks and 256 KiB at a time."""
    sealer = new_sealer(key, context)
    step = CHUNK_SIZE_BYTES * READ_CHUNKS
    for chunk in chunks:
        whole = len(chunk) <= step
        for offset in range(0, len(chunk), step):
            sealed = sealer.update(chunk if whole else chunk[offset : offset + step])
            if sealed:
                yield sealed
    yield sealer.finalize()


def open_chunks(
    key: bytes, context: bytes, source: Source, start: int = 0, stop: int | None = None
) -> Iterator[bytes]:
    """Yield the plaintext bytes `start` up to `stop` (not included), at most 256 KiB at a time.

    Raises SealBroken for a wrong key or context and for any altered, moved or missing chunk that
    the range touches. Only a range that reaches the end proves the length: whoever reads from the
    middle must know the size from elsewhere and compare it.
    """
    yield from ChunkReader(key, context, source).read(start, stop)


def plain_size(sealed_size_bytes: int) -> int:
    """Return the plaintext size of a sealed size; raise SealBroken for a size no sealing gives."""
    whole, rest = divmod(sealed_size_bytes - PREFIX_SIZE_BYTES, SEALED_CHUNK_SIZE_BYTES)
    if sealed_size_bytes < PREFIX_SIZE_BYTES or rest < TAG_SIZE_BYTES or whole >= MAXIMUM_CHUNKS:
        raise SealBroken("The sealed media is cut short; its last piece is missing.")
    return whole * CHUNK_SIZE_BYTES + rest - TAG_SIZE_BYTES


def sealed_size(plain_size_bytes: int) -> int:
    """Return how many bytes the sealing of so many bytes takes on disk."""
    chunks = plain_size_bytes // CHUNK_SIZE_BYTES + 1
    return PREFIX_SIZE_BYTES + plain_size_bytes + chunks * TAG_SIZE_BYTES


class ChunkReader:
    """One sealed blob, opened for any number of reads from anywhere; the keys are derived once."""

    def __init__(
        self, key: bytes, context: bytes, source: Source, scheme: Scheme = COBBLESTONE_128
    ) -> None:
        """Check the commitment; SealBroken for a wrong key or context or an impossible size."""
        self.size_bytes = plain_size(source.size_bytes())
        prefix = source.read_at(0, PREFIX_SIZE_BYTES)
        self._source = source
        self._native = (key, context) if scheme is COBBLESTONE_128 else None
        self._cipher, self._first_nonce, commitment = _keys(
            key, context, prefix[:_SALT_SIZE_BYTES], scheme
        )
        if not same(prefix[_SALT_SIZE_BYTES:], commitment):
            raise SealBroken("The sealed media does not fit its key; it was changed or exchanged.")

    def read(self, start: int = 0, stop: int | None = None) -> Iterator[bytes]:
        """Yield a range as `open_chunks` does."""
        size_bytes = self.size_bytes
        stop = size_bytes if stop is None else min(stop, size_bytes)
        if not 0 <= start <= size_bytes:
            raise ValueError("The start of the range lies outside the media.")
        # A range that ends at the end also opens the last chunk, however short: it holds the
        # proof that nothing is cut off.
        end = size_bytes if stop == size_bytes else stop - 1
        first, count = start // CHUNK_SIZE_BYTES, end // CHUNK_SIZE_BYTES + 1
        is_whole = start == 0 and stop == size_bytes and count > READ_CHUNKS
        native = self._native_decryptor() if is_whole else None
        if native is not None:
            yield from self._stream(native)
            return
        for number in range(first, count, READ_CHUNKS):
            opened = self._opened(number, min(READ_CHUNKS, count - number))
            offset = number * CHUNK_SIZE_BYTES
            # First the end, then the start: both may lie in one chunk.
            if stop < offset + CHUNK_SIZE_BYTES * len(opened):
                opened[-1] = opened[-1][: stop - offset - CHUNK_SIZE_BYTES * (len(opened) - 1)]
            if start > offset:
                opened[0] = opened[0][start - offset :]
            piece = b"".join(opened)
            if piece:
                yield piece

    def _opened(self, number: int, count: int) -> list[bytes]:
        # Views and no copies: what a seek costs is mostly bytes that are moved.
        sealed = memoryview(
            self._source.read_at(
                PREFIX_SIZE_BYTES + number * SEALED_CHUNK_SIZE_BYTES,
                count * SEALED_CHUNK_SIZE_BYTES,
            )
        )
        decrypt, first_nonce = self._cipher.decrypt, self._first_nonce
        try:
            return [
                decrypt(
                    _nonce(first_nonce, number + index),
                    sealed[index * SEALED_CHUNK_SIZE_BYTES : (index + 1) * SEALED_CHUNK_SIZE_BYTES],
                    None,
                )
                for index in range(count)
            ]
        except (InvalidTag, ValueError):
            raise _broken() from None

    def _stream(self, native: Sealer) -> Iterator[bytes]:
        """Open everything from the start with the library's own, which checks the end as well."""
        step = READ_CHUNKS * SEALED_CHUNK_SIZE_BYTES
        sealed_size_bytes = sealed_size(self.size_bytes)
        given = 0
        try:
            for offset in range(0, sealed_size_bytes, step):
                piece = native.update(self._source.read_at(offset, step))
                given += len(piece)
                if piece:
                    yield piece
            last = native.finalize()
        except (InvalidTag, ValueError):
            raise _broken() from None
        if given + len(last) != self.size_bytes:
            raise _broken()
        if last:
            yield last

    def _native_decryptor(self) -> Sealer | None:
        return None if self._native is None else _native_decryptor(*self._native)


class ChunkSealer:
    """The sealing half in plain Python: `update` any number of times, then `finalize` once."""

    def __init__(
        self,
        key: bytes,
        context: bytes,
        salt: bytes | None = None,
        scheme: Scheme = COBBLESTONE_128,
    ) -> None:
        salt = secrets.token_bytes(_SALT_SIZE_BYTES) if salt is None else salt
        self._cipher, self._first_nonce, commitment = _keys(key, context, salt, scheme)
        self._prefix = salt + commitment
        self._pending = b""
        self._number = 0

    def update(self, data: bytes | memoryview) -> bytes:
        """Take plaintext and return the sealed bytes that are ready."""
        sealed = [self._take_prefix()]
        whole = memoryview(b"".join((self._pending, data)) if self._pending else data)
        end = len(whole) - len(whole) % CHUNK_SIZE_BYTES
        sealed.extend(
            self._seal(whole[offset : offset + CHUNK_SIZE_BYTES])
            for offset in range(0, end, CHUNK_SIZE_BYTES)
        )
        self._pending = bytes(whole[end:])
        return b"".join(sealed)

    def update_into(self, data: bytes | memoryview, buffer: memoryview) -> int:
        """As `update`, into a buffer that must be large enough; return how much it is."""
        sealed = self.update(data)
        buffer[: len(sealed)] = sealed
        return len(sealed)

    def finalize(self) -> bytes:
        """Return the last chunk, which is short or empty and so marks the end."""
        return self._take_prefix() + self._seal(self._pending)

    def _take_prefix(self) -> bytes:
        prefix, self._prefix = self._prefix, b""
        return prefix

    def _seal(self, chunk: bytes | memoryview) -> bytes:
        if self._number >= MAXIMUM_CHUNKS:
            raise ValueError("The media is larger than the format can hold.")
        sealed = self._cipher.encrypt(_nonce(self._first_nonce, self._number), chunk, None)
        self._number += 1
        return sealed


def _keys(key: bytes, context: bytes, salt: bytes, scheme: Scheme) -> tuple[Aead, bytes, bytes]:
    if len(key) != scheme.key_size_bytes:
        raise ValueError(f"A media key has {scheme.key_size_bytes} bytes.")
    nonce_end = scheme.key_size_bytes + _NONCE_SIZE_BYTES
    info = _INFO + scheme.name + b"\x00" + salt + context
    expand = HKDFExpand(
        algorithm=scheme.hash(), length=nonce_end + _COMMITMENT_SIZE_BYTES, info=info
    )
    okm = expand.derive(key)
    cipher = scheme.cipher(okm[: scheme.key_size_bytes])
    return cipher, okm[scheme.key_size_bytes : nonce_end], okm[nonce_end:]


def _nonce(first_nonce: bytes, number: int) -> bytes:
    mixed = int.from_bytes(first_nonce, "big") ^ number
    return mixed.to_bytes(_NONCE_SIZE_BYTES, "big")


def _broken() -> SealBroken:
    return SealBroken("A piece of the sealed media was changed, moved or cut.")


def _native_encryptor(key: bytes, context: bytes) -> Sealer | None:
    try:
        from cryptography.cobblestone import (  # noqa: PLC0415  # absent before cryptography 50
            Cobblestone128Encryptor,
        )
    except ImportError:
        return None
    return Cobblestone128Encryptor(key, context)


def _native_decryptor(key: bytes, context: bytes) -> Sealer | None:
    try:
        from cryptography.cobblestone import (  # noqa: PLC0415  # absent before cryptography 50
            Cobblestone128Decryptor,
        )
    except ImportError:
        return None
    return Cobblestone128Decryptor(key, context)
