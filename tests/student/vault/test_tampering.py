"""A log that was cut, flipped, shuffled or exchanged opens as a commit or is refused by name."""

from __future__ import annotations

import itertools
import random
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from portfolio_app.errors import StoreDamaged
from portfolio_app.student.vault import frames
from portfolio_app.student.vault.batch import PUT, Operation, decode_batch, encode_batch
from portfolio_app.student.vault.frames import HEADER, RECORD_HEAD
from portfolio_app.student.vault.log import SealedLog
from portfolio_app.student.vault.tables import SealedDatabase
from tests.student.vault.device import open_log
from tests.student.vault.faulty_disk import FaultyDisk, FileNode, FolderNode

KEY = bytes(range(32))
LOG = Path("/log")
COMMITS = 6
Documents = list[dict[str, Any]]


def opened(content: bytes) -> tuple[Documents, str | None]:
    disk = disk_with(content)
    store, log = open_log(disk, LOG, KEY)
    return [dict(document) for document in SealedDatabase(store).table("records")], log.recovered


def disk_with(content: bytes) -> FaultyDisk:
    names: dict[str, FileNode | FolderNode] = {"log": FileNode(bytearray(content), content)}
    return FaultyDisk(FolderNode(dict(names), dict(names)))


def write_log(*, close: bool, words: str = "w", rewrite: bool = False) -> bytes:
    disk = FaultyDisk()
    SealedLog.create(disk, LOG, KEY, {"vault": "v"})
    store, log = open_log(disk, LOG, KEY)
    table = SealedDatabase(store).table("records")
    for number in range(COMMITS):
        table.insert({"n": number, "words": words * 40})
        if rewrite and number == COMMITS // 2:
            store.tidy()
    if close:
        store.close()
    return bytes(disk.file(LOG).volatile[: log.size_bytes])  # without the room behind


def commits(words: str = "w") -> list[Documents]:
    whole = [{"n": number, "words": words * 40} for number in range(COMMITS)]
    return [whole[:count] for count in range(COMMITS + 1)]


def records_offset(content: bytes) -> int:
    """Where the snapshot ends and the records begin."""
    return int.from_bytes(content[16:24], "big")


def records(content: bytes) -> list[bytes]:
    found, offset = [], records_offset(content)
    while offset < len(content):
        size_bytes = RECORD_HEAD.unpack_from(content, offset)[0]
        end = offset + RECORD_HEAD.size + size_bytes
        found.append(content[offset:end])
        offset = end
    return found


@pytest.mark.parametrize("close", [False, True])
@pytest.mark.parametrize("rewrite", [False, True])
def test_every_truncation_is_a_commit_or_refused(*, close: bool, rewrite: bool) -> None:
    content = write_log(close=close, rewrite=rewrite)
    start = records_offset(content)
    assert (start > HEADER.size) == rewrite
    ends = list(itertools.accumulate(map(len, records(content)), initial=start))
    kept_before = COMMITS // 2 + 1 if rewrite else 0
    first_end = ends[1]
    for size_bytes in range(len(content)):
        if size_bytes < first_end:
            with pytest.raises(StoreDamaged):
                opened(content[:size_bytes])
        else:
            whole = sum(first_end < end <= size_bytes for end in ends)
            documents, recovered = opened(content[:size_bytes])
            assert documents == commits()[min(kept_before + whole, COMMITS)]
            tail = content[max(end for end in ends if end <= size_bytes) : size_bytes]
            assert (recovered is None) == (not any(tail))


@pytest.mark.parametrize("rewrite", [False, True])
def test_after_a_clean_close_no_flipped_bit_goes_unseen(*, rewrite: bool) -> None:
    content = write_log(close=True, rewrite=rewrite)
    end_mark = len(records(content)[-1])
    source = random.Random(4)
    places = source.sample(range(8 * len(content)), 1500)
    refused = 0
    for place in places:
        flipped = bytearray(content)
        flipped[place // 8] ^= 1 << place % 8
        try:
            documents, _ = opened(bytes(flipped))
        except StoreDamaged:
            refused += 1
        else:
            assert documents == commits()[-1]
            assert place // 8 >= len(content) - end_mark, "only the end mark may be mended"
    assert refused > 1100


def test_without_an_end_mark_a_flipped_bit_costs_at_most_the_last_record() -> None:
    """The control: this is what the end mark is for, and what a reader can know without it."""
    content = write_log(close=False)
    last = len(records(content)[-1])
    source = random.Random(5)
    mended = 0
    for place in source.sample(range(8 * len(content)), 1000):
        flipped = bytearray(content)
        flipped[place // 8] ^= 1 << place % 8
        try:
            documents, recovered = opened(bytes(flipped))
        except StoreDamaged:
            continue
        assert place // 8 >= len(content) - last
        assert documents == commits()[-2]
        assert recovered is not None
        mended += 1
    assert mended > 50


def shuffles(parts: list[bytes]) -> list[tuple[str, list[bytes]]]:
    made = []
    for left, right in itertools.combinations(range(len(parts)), 2):
        swapped = list(parts)
        swapped[left], swapped[right] = swapped[right], swapped[left]
        made.append((f"swap {left} {right}", swapped))
    made.extend(
        (f"drop {place}", parts[:place] + parts[place + 1 :]) for place in range(len(parts) - 1)
    )
    for place in range(len(parts)):
        made.append((f"double {place}", parts[: place + 1] + parts[place:]))
        made.append((f"again at the end {place}", [*parts, parts[place]]))
    return made


def is_refused(content: bytes) -> bool:
    try:
        opened(content)
    except StoreDamaged:
        return True
    return False


def test_records_swapped_dropped_or_doubled_are_refused() -> None:
    content = write_log(close=True)
    header, parts = content[: HEADER.size], records(content)
    for name, shuffled in shuffles(parts):
        assert is_refused(header + b"".join(shuffled)), name


def test_a_record_from_another_history_of_the_same_log_is_refused() -> None:
    """A copy of the log was put back, and went on differently: same file, same keys."""
    shared = write_log(close=False)
    left, right = went_on(shared, "left"), went_on(shared, "right")
    for place in range(COMMITS + 1, len(records(left))):
        parts = records(left)
        parts[place] = records(right)[place]
        assert is_refused(left[: HEADER.size] + b"".join(parts)), place


def test_a_record_from_another_log_under_the_same_key_is_refused() -> None:
    content, sibling = write_log(close=True), write_log(close=True, words="s")
    for place in range(COMMITS + 1):
        parts = records(content)
        parts[place] = records(sibling)[place]
        assert is_refused(content[: HEADER.size] + b"".join(parts)), place


def went_on(content: bytes, words: str) -> bytes:
    disk = disk_with(content)
    store, log = open_log(disk, LOG, KEY)
    for _ in range(3):
        SealedDatabase(store).table("records").insert({"words": words})
    store.close()
    return bytes(disk.file(LOG).volatile[: log.size_bytes])


def unchained(chain: frames.Chain, kind: int) -> bytes:
    return bytes((kind,)) + str(chain.sequence).encode()


def test_the_chain_is_what_refuses_another_history(monkeypatch: pytest.MonkeyPatch) -> None:
    """The control: without the tag of the record before, the mixed histories above would open."""
    monkeypatch.setattr(frames.Chain, "_context", unchained)
    shared = write_log(close=False)
    left, right = went_on(shared, "left"), went_on(shared, "right")
    parts = records(left)
    parts[COMMITS + 2] = records(right)[COMMITS + 2]
    documents, _ = opened(left[: HEADER.size] + b"".join(parts))
    assert {document["words"] for document in documents[COMMITS:]} == {"left", "right"}


def test_another_key_is_told_from_damage() -> None:
    content = write_log(close=True)
    with pytest.raises(StoreDamaged, match="another learner"):
        open_log(disk_with(content), LOG, bytes(32))


def newer_version(header: bytes) -> bytes:
    return header[:6] + b"\x00\x03" + header[8:]


def with_records_before_the_header_ends(header: bytes) -> bytes:
    return header[:16] + (91).to_bytes(8, "big") + header[24:]


@pytest.mark.parametrize("change", [newer_version, with_records_before_the_header_ends])
def test_a_newer_format_is_refused_as_newer(change: Callable[[bytes], bytes]) -> None:
    content = write_log(close=True)
    header = change(content[: HEADER.size])[:-4]
    checked = header + zlib.crc32(header).to_bytes(4, "big")
    with pytest.raises(StoreDamaged, match="newer version"):
        opened(checked + content[HEADER.size :])


def test_zeros_behind_the_last_record_are_room_and_not_damage() -> None:
    documents, recovered = opened(write_log(close=False) + bytes(4096))
    assert documents == commits()[-1]
    assert recovered is None


def test_a_torn_tail_is_set_aside_still_sealed_and_reported() -> None:
    content = write_log(close=False)
    disk = disk_with(content[:-5])
    _, log = open_log(disk, LOG, KEY)
    torn = records(content)[-1][:-5]
    assert log.recovered is not None
    assert f"{len(torn)} bytes" in log.recovered
    assert bytes(disk.file(Path(f"/log.torn-{COMMITS}")).volatile) == torn
    assert len(disk.file(LOG).volatile) == len(content) - len(torn) - 5


def test_an_unknown_kind_of_record_or_operation_asks_for_a_newer_version() -> None:
    disk = FaultyDisk()
    SealedLog.create(disk, LOG, KEY, {"vault": "v"})
    _, log = open_log(disk, LOG, KEY)
    log._write(9, b"")
    with pytest.raises(StoreDamaged, match="newer version"):
        opened(bytes(disk.file(LOG).volatile))
    payload = b"\x01t" + bytes(12)
    operation = b"\x09" + len(payload).to_bytes(4, "big") + payload
    with pytest.raises(StoreDamaged, match="newer version"):
        list(decode_batch(operation))
    optional = b"\x80" + operation[1:]
    kept = encode_batch([Operation(PUT, "t", 7, b"{}")])
    assert list(decode_batch(optional + kept)) == [Operation(PUT, "t", 7, b"{}")]


def test_batches_cut_anywhere_are_refused_by_name() -> None:
    whole = encode_batch([Operation(PUT, "t", 7, b'{"a":1}'), Operation(3, "t")])
    ends = {0, len(encode_batch([Operation(PUT, "t", 7, b'{"a":1}')]))}
    for size_bytes in range(len(whole)):
        if size_bytes not in ends:
            with pytest.raises(StoreDamaged):
                list(decode_batch(whole[:size_bytes]))
