"""What is opened once and then kept, and how much of it: found by changing code."""

from __future__ import annotations

from pathlib import Path

import pytest

from portfolio_app.sealing.boxes import Boxes
from portfolio_app.student.vault.frames import (
    BATCH,
    CONTENTS,
    FORMAT_VERSION,
    HEADER,
    Chain,
    Header,
    SealedRecords,
    new_file_id,
)
from portfolio_app.student.vault.stream import (
    SEALED_SEGMENT_SIZE_BYTES,
    SEGMENT_SIZE_BYTES,
    SealedStream,
    StreamWriter,
)
from tests.student.vault.faulty_disk import FaultyDisk

KEY = bytes(range(32))
FILE_ID = bytes(32)
KEPT_RECORDS = 16


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many boxes were opened: one item for each."""
    count: list[int] = []
    real = Boxes.open

    def counting(boxes: Boxes, sealed: bytes | memoryview, context: bytes | memoryview) -> bytes:
        count.append(1)
        return real(boxes, sealed, context)

    monkeypatch.setattr(Boxes, "open", counting)
    return count


def history(count: int) -> tuple[SealedRecords, list[int]]:
    """So many records and one before them, and where each starts."""
    header = Header(FORMAT_VERSION, HEADER.size, HEADER.size, new_file_id())
    chain = Chain(KEY, header.written(KEY))
    content, offsets = b"", []
    for number in range(count + 1):
        offsets.append(len(content))
        record = chain.seal(BATCH, b"work %d" % number)
        chain.advance(record)
        content += record
    return chain.reader(content), offsets[1:]


def test_a_record_is_opened_once_and_few_are_kept(opened: list[int]) -> None:
    records, offsets = history(KEPT_RECORDS + 1)
    for _ in range(3):
        for number, offset in enumerate(offsets[:KEPT_RECORDS], 1):
            assert records.read(offset, 5, 9) == str(number).encode()
    assert len(opened) == KEPT_RECORDS
    records.read(offsets[KEPT_RECORDS], 0, 4)
    records.read(offsets[0], 0, 4)
    assert len(opened) == KEPT_RECORDS + 2


def stream_of(segments: int) -> tuple[SealedStream, bytes]:
    disk = FaultyDisk()
    file = disk.open(Path("/stream"), create=True)
    content = b"".join(bytes([number]) * SEGMENT_SIZE_BYTES for number in range(segments))
    writer = StreamWriter(file, 0, KEY, FILE_ID)
    writer.write(content)
    assert writer.finish() == segments * SEALED_SEGMENT_SIZE_BYTES
    return SealedStream(file, 0, len(content), KEY, FILE_ID), content


def test_a_segment_is_opened_once(opened: list[int]) -> None:
    size_bytes = SEGMENT_SIZE_BYTES
    for start, end, boxes in (
        (5, 9, 1),
        (0, size_bytes, 1),
        (size_bytes - 5, size_bytes + 5, 2),
        (size_bytes, 3 * size_bytes, 2),
    ):
        stream, content = stream_of(4)
        opened.clear()
        for _ in range(3):
            assert stream.read(start, end) == content[start:end]
            assert len(opened) == boxes


def test_a_segment_is_kept_also_when_two_are_read_at_once(opened: list[int]) -> None:
    stream, content = stream_of(4)
    stream.read(SEGMENT_SIZE_BYTES - 1, SEGMENT_SIZE_BYTES + 1)
    opened.clear()
    for start in (0, SEGMENT_SIZE_BYTES):
        end = start + SEGMENT_SIZE_BYTES
        assert stream.read(start, end) == content[start:end]
    assert not opened


def test_long_rows_of_segments_are_not_kept(opened: list[int]) -> None:
    stream, content = stream_of(4)
    for times in range(1, 4):
        assert stream.read(0, len(content)) == content
        assert len(opened) == 4 * times


def test_a_stream_is_written_in_pieces_of_64_segments(monkeypatch: pytest.MonkeyPatch) -> None:
    file = FaultyDisk().open(Path("/stream"), create=True)
    written: list[int] = []
    real = file.write_at

    def noted(offset: int, content: bytes) -> None:
        written.append(len(content))
        real(offset, content)

    monkeypatch.setattr(file, "write_at", noted)
    writer = StreamWriter(file, 0, KEY, FILE_ID)
    for _ in range(2 * 130):
        writer.write(bytes(SEGMENT_SIZE_BYTES // 2))
    writer.finish()
    assert written == [64 * SEALED_SEGMENT_SIZE_BYTES] * 2 + [2 * SEALED_SEGMENT_SIZE_BYTES]


def test_a_tag_that_ends_like_the_mark_of_contents_hides_none() -> None:
    header = Header(FORMAT_VERSION, HEADER.size, HEADER.size, new_file_id()).written(KEY)
    chain = Chain(KEY, header)
    before = chain.seal(BATCH, b"a work")
    chain.advance(before)
    contents = chain.seal(CONTENTS, b"what it comes to", before)
    while contents[-1] != CONTENTS:  # one in 256
        contents = chain.seal(CONTENTS, b"what it comes to", before)
    found = Chain(KEY, header).leap(before + contents + bytes(40))
    assert found is not None
    assert found[1].plaintext == b"what it comes to"
