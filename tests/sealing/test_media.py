"""Chunked media: any chunking, any range, bounded memory, and the library's own both ways."""

from __future__ import annotations

import importlib
import random
import sys
from collections.abc import Iterator
from typing import Any

import pytest

from portfolio_app.sealing import media
from portfolio_app.sealing.envelope import SealBroken
from portfolio_app.sealing.media import (
    CHUNK_SIZE_BYTES,
    PREFIX_SIZE_BYTES,
    SEALED_CHUNK_SIZE_BYTES,
    ChunkSealer,
    new_media_key,
    open_chunks,
    plain_size,
    seal_chunks,
    sealed_size,
)

try:
    NATIVE: Any = importlib.import_module("cryptography.cobblestone")
except ImportError:  # cryptography before 50
    NATIVE = None

KEY = bytes(range(16))
CONTEXT = b"tests"
SIZES = (0, 1, 15, 16, 16383, 16384, 16385, 32767, 32768, 40000, 262144, 262145, 300001)


class Sealed:
    """Sealed bytes in memory that remember the largest read."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        self.largest_read = 0

    def size_bytes(self) -> int:
        return len(self.content)

    def read_at(self, offset: int, size_bytes: int) -> bytes:
        self.largest_read = max(self.largest_read, size_bytes)
        return self.content[offset : offset + size_bytes]


def plain(size_bytes: int) -> bytes:
    return random.Random(size_bytes).randbytes(size_bytes)


def sealed(content: bytes) -> bytes:
    return b"".join(seal_chunks(KEY, CONTEXT, [content]))


def opened(content: bytes, start: int = 0, stop: int | None = None) -> bytes:
    return b"".join(open_chunks(KEY, CONTEXT, Sealed(content), start, stop))


@pytest.fixture(params=["as the device has it", "written out here"], autouse=True)
def _sealer(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "written out here":
        monkeypatch.setitem(sys.modules, "cryptography.cobblestone", None)
        assert media._native_encryptor(KEY, CONTEXT) is None


@pytest.mark.parametrize("size_bytes", SIZES)
def test_opens_what_was_sealed_in_any_chunking(size_bytes: int) -> None:
    content = plain(size_bytes)
    source = random.Random(size_bytes)
    pieces, offset = [b""], 0
    while offset < size_bytes:
        step = source.choice((1, 100, 16384, 20000, 70000, 300000))
        pieces.append(content[offset : offset + step])
        offset += step
    in_pieces = b"".join(seal_chunks(KEY, CONTEXT, pieces))
    assert opened(in_pieces) == content
    assert len(in_pieces) == sealed_size(size_bytes)
    assert plain_size(len(in_pieces)) == size_bytes


def test_any_range_is_that_part_of_the_whole() -> None:
    content = plain(50_000)
    box = sealed(content)
    edges = (0, 1, 16383, 16384, 16385, 32768, 49_999, 50_000)
    for start in edges:
        for stop in (*edges, None, 60_000):
            assert opened(box, start, stop) == content[start:stop]
    with pytest.raises(ValueError, match="outside"):
        opened(box, 50_001)


@pytest.mark.parametrize("size_bytes", [0, 5, 16384, 40000])
def test_every_truncation_is_refused(size_bytes: int) -> None:
    box = sealed(plain(size_bytes))
    cuts = range(len(box)) if len(box) < 200 else (*range(0, len(box), 401), len(box) - 1)
    chunk_ends = (PREFIX_SIZE_BYTES, PREFIX_SIZE_BYTES + SEALED_CHUNK_SIZE_BYTES)
    for cut in (*cuts, *(end for end in chunk_ends if end < len(box))):
        with pytest.raises(SealBroken):
            opened(box[:cut])


def test_every_flipped_bit_is_refused() -> None:
    box = sealed(plain(17_000))
    source = random.Random(1)
    for place in (*range(8 * 80), *source.sample(range(8 * len(box)), 500)):
        flipped = bytearray(box)
        flipped[place // 8] ^= 1 << place % 8
        with pytest.raises(SealBroken):
            opened(bytes(flipped))


def test_chunks_swapped_doubled_or_from_another_file_are_refused() -> None:
    one, two = sealed(plain(40_000)), sealed(plain(40_000))

    def chunk(box: bytes, number: int) -> bytes:
        start = PREFIX_SIZE_BYTES + number * SEALED_CHUNK_SIZE_BYTES
        return box[start : start + SEALED_CHUNK_SIZE_BYTES]

    prefix = one[:PREFIX_SIZE_BYTES]
    for order in ([1, 0, 2], [0, 0, 2], [0, 2], [1, 2], [0, 1, 1, 2]):
        with pytest.raises(SealBroken):
            opened(prefix + b"".join(chunk(one, number) for number in order))
    with pytest.raises(SealBroken):
        opened(prefix + chunk(one, 0) + chunk(two, 1) + chunk(one, 2))
    with pytest.raises(SealBroken):
        opened(two[:PREFIX_SIZE_BYTES] + one[PREFIX_SIZE_BYTES:])


def test_another_key_or_context_is_refused_before_anything_is_opened() -> None:
    box = sealed(plain(5))
    for key, context in ((bytes(16), CONTEXT), (KEY, b"other")):
        with pytest.raises(SealBroken, match="does not fit its key"):
            list(open_chunks(key, context, Sealed(box)))
    assert len(new_media_key()) == 16
    with pytest.raises(ValueError, match="16 bytes"):
        ChunkSealer(bytes(32), CONTEXT)


def test_memory_stays_bounded_whatever_the_size() -> None:
    box = Sealed(sealed(plain(2_000_000)))
    largest = max(len(piece) for piece in open_chunks(KEY, CONTEXT, box))
    assert largest <= 16 * CHUNK_SIZE_BYTES
    assert box.largest_read <= 16 * SEALED_CHUNK_SIZE_BYTES
    pieces = seal_chunks(KEY, CONTEXT, [plain(2_000_000)])
    assert max(map(len, pieces)) <= 17 * SEALED_CHUNK_SIZE_BYTES


def test_sealing_reads_no_further_ahead_than_one_chunk() -> None:
    taken = []

    def stream() -> Iterator[bytes]:
        for number in range(5):
            taken.append(number)
            yield bytes(CHUNK_SIZE_BYTES)

    pieces = seal_chunks(KEY, CONTEXT, stream())
    next(pieces)
    assert taken == [0]


@pytest.mark.skipif(NATIVE is None, reason="this cryptography has no Cobblestone of its own")
@pytest.mark.parametrize("size_bytes", SIZES)
def test_the_librarys_own_version_agrees_both_ways(size_bytes: int) -> None:
    content = plain(size_bytes)
    sealer = NATIVE.Cobblestone128Encryptor(KEY, CONTEXT)
    assert opened(sealer.update(content) + sealer.finalize()) == content
    ours = ChunkSealer(KEY, CONTEXT)
    opener = NATIVE.Cobblestone128Decryptor(KEY, CONTEXT)
    box = ours.update(content) + ours.finalize()
    assert opener.update(box) + opener.finalize() == content
