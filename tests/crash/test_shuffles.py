"""Parts of files swapped, doubled, left out, or put back from elsewhere: never wrong work.

Elsewhere is an older generation of the same file, another history of it after a restored copy, and
a sibling's vault. What is refused is refused by name; the rest is what was written.
"""

from __future__ import annotations

import itertools
import random
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

from portfolio_app.errors import StoreDamaged
from portfolio_app.student.vault.frames import HEADER, RECORD_HEAD
from portfolio_app.student.vault.log import CONTENTS_AFTER_RECORDS, SealedLog
from portfolio_app.student.vault.media import MediaReader, ReceivedMedia
from portfolio_app.student.vault.stream import SEALED_SEGMENT_SIZE_BYTES
from portfolio_app.student.vault.tables import SealedDatabase
from tests.crash.log_life import KEY, LOG, OTHER_KEY
from tests.crash.small_vault import Documents, documents_of
from tests.student.vault.device import open_log
from tests.student.vault.faulty_disk import FaultyDisk, disk_of
from tests.student.vault.learners import ADA, BO, LEARNERS, device, make

SEALED_CHUNK_SIZE_BYTES = 16_400
MEDIA_HEADER_SIZE_BYTES = 56
Parts = tuple[bytes, ...]


def shuffles(parts: Parts, elsewhere: Parts = ()) -> Iterator[tuple[str, Parts]]:
    """Every ordered pair of parts, and every part from elsewhere at every place."""
    for left, right in itertools.permutations(range(len(parts)), 2):
        swapped, moved = list(parts), list(parts)
        swapped[left], swapped[right] = parts[right], parts[left]
        moved.insert(right, moved.pop(left))
        yield f"swap {left} {right}", tuple(swapped)
        yield f"move {left} to {right}", tuple(moved)
        yield f"{right} in place of {left}", (*parts[:left], parts[right], *parts[left + 1 :])
        yield f"{right} again before {left}", (*parts[:left], parts[right], *parts[left:])
    for place in range(len(parts)):
        yield f"double {place}", (*parts[: place + 1], *parts[place:])
        yield f"{place} again at the end", (*parts, parts[place])
        yield f"drop {place}", (*parts[:place], *parts[place + 1 :])
        for foreign, part in enumerate(elsewhere):
            yield f"foreign {foreign} for {place}", (*parts[:place], part, *parts[place + 1 :])
            yield f"foreign {foreign} before {place}", (*parts[:place], part, *parts[place:])


def log_written(
    key: bytes, *, generations: int = 2, seed: int = 1, works: int = 9, close: bool = True
) -> bytes:
    """A log of some generations, each with works below its snapshot and above."""
    disk, source = FaultyDisk(), random.Random(seed)
    SealedLog.create(disk, LOG, key, {"vault": "v"})
    store, log = open_log(disk, LOG, key)
    table = SealedDatabase(store).table("records")
    for generation in range(generations):
        if generation:
            store.tidy()
        for number in range(works):
            table.insert(
                {"n": 10 * generation + number, "words": source.randbytes(8000 // works).hex()}
            )
    if close:
        store.close()
    return bytes(disk.file(LOG).volatile[: log.size_bytes])


def went_on(content: bytes, seed: int) -> bytes:
    disk = disk_of({"log": content})
    store, log = open_log(disk, LOG, KEY)
    for number in range(3):
        SealedDatabase(store).table("records").insert({"n": number, "seed": seed})
    store.close()
    return bytes(disk.file(LOG).volatile[: log.size_bytes])


def split(content: bytes) -> tuple[bytes, Parts, Parts]:
    """Header, segments of the snapshot, records."""
    offset = int.from_bytes(content[16:24], "big")
    stream = content[HEADER.size : offset]
    segments = tuple(
        stream[start : start + SEALED_SEGMENT_SIZE_BYTES]
        for start in range(0, len(stream), SEALED_SEGMENT_SIZE_BYTES)
    )
    records = []
    while offset < len(content):
        end = offset + RECORD_HEAD.size + RECORD_HEAD.unpack_from(content, offset)[0]
        records.append(content[offset:end])
        offset = end
    return content[: HEADER.size], segments, tuple(records)


def documents(content: bytes) -> Documents:
    """Everything, and every segment of the snapshot looked at."""
    store, _ = open_log(disk_of({"log": content}), LOG, KEY)
    found = documents_of(store)
    base = store.frozen("records").base
    if base is not None:
        base.stream.read(0, base.stream.size_bytes)
    return found


def check_records(content: bytes, foreign: Parts) -> None:
    """Only what stands where the end mark stood may be set aside; it holds no work."""
    header, segments, records = split(content)
    start, right = header + b"".join(segments), documents(content)
    for name, parts in shuffles(records, foreign):
        try:
            assert documents(start + b"".join(parts)) == right, name
        except StoreDamaged:
            continue
        assert parts[: len(records) - 1] == records[:-1], name


@cache
def newest() -> bytes:
    return log_written(KEY)


ELSEWHERE: dict[str, Callable[[], bytes]] = {
    "an older generation": lambda: log_written(KEY, generations=1),
    "a newer generation": lambda: log_written(KEY, generations=3),
    "another log under the same key": lambda: log_written(KEY, seed=2),
    "a sibling's log": lambda: log_written(OTHER_KEY, seed=3),
    "the same log before it was closed": lambda: log_written(KEY, close=False),
}


@pytest.mark.parametrize("elsewhere", ELSEWHERE)
def test_records_of_a_log(elsewhere: str) -> None:
    foreign = split(ELSEWHERE[elsewhere]())[2]
    assert len(foreign) >= 9
    check_records(newest(), foreign)


def test_records_of_another_history_of_the_same_log() -> None:
    """A copy was put back and went on differently: the same file id, the same keys."""
    shared = log_written(KEY, close=False)
    left, right = went_on(shared, 1), went_on(shared, 2)
    common = len(split(shared)[2])
    check_records(left, split(right)[2][common:])


@pytest.mark.parametrize("elsewhere", ELSEWHERE)
def test_segments_of_a_snapshot(elsewhere: str) -> None:
    header, segments, records = split(newest())
    assert len(segments) >= 3
    foreign = split(ELSEWHERE[elsewhere]())[1]
    end = b"".join(records)
    for _, parts in shuffles(segments, foreign):
        with pytest.raises(StoreDamaged):
            documents(header + b"".join(parts) + end)


def test_contents_prove_all_records_before_them() -> None:
    """Behind a long history an end mark says what it comes to; then records are not opened."""
    content = log_written(KEY, generations=1, works=CONTENTS_AFTER_RECORDS)
    other = log_written(KEY, generations=1, works=CONTENTS_AFTER_RECORDS, seed=2)
    header, _, records = split(content)
    right, foreign = documents(content), split(other)[2]
    assert len(records) == CONTENTS_AFTER_RECORDS + 2
    for place in range(len(records) - 1):
        for part in (b"", foreign[place], bytes(len(records[place]))):
            changed = (*records[:place], part, *records[place + 1 :])
            with pytest.raises(StoreDamaged):
                documents(header + b"".join(changed))
    for changed in ((*records[:-1], foreign[-1]), (*records[:-1], b""), (*records, records[-1])):
        try:
            assert documents(header + b"".join(changed)) == right
        except StoreDamaged:
            continue
    overwritten = bytearray(b"".join(records))
    start = len(records[0])
    for place in range(start + RECORD_HEAD.size, start + len(records[1]), 7):
        overwritten[place] ^= 4
        with pytest.raises(StoreDamaged):
            documents(header + bytes(overwritten))
        overwritten[place] ^= 4


def test_contents_of_another_history_are_refused() -> None:
    """Two copies of a long history went on, each removing another work: ends do not mix."""
    shared = log_written(KEY, generations=1, works=CONTENTS_AFTER_RECORDS, close=False)
    ends = []
    for number in (3, 4):
        disk = disk_of({"log": shared})
        store, log = open_log(disk, LOG, KEY)
        SealedDatabase(store).table("records").remove(doc_ids=[number])
        store.close()
        ends.append(bytes(disk.file(LOG).volatile[: log.size_bytes]))
    left, right = ends
    header, _, records = split(left)
    mixed = header + b"".join((*records[:-1], split(right)[2][-1]))
    assert len(mixed) == len(left) == len(right)
    with pytest.raises(StoreDamaged):
        documents(mixed)
    assert documents(left) != documents(right)


def test_heads_and_bodies_of_whole_logs_do_not_mix() -> None:
    """Header, snapshot and records, each from any of all logs: only one log's own fit together."""
    logs = [newest(), *(make_log() for make_log in ELSEWHERE.values())]
    pieces = [split(content) for content in logs]
    for first, second, third in itertools.product(range(len(logs)), repeat=3):
        content = pieces[first][0] + b"".join(pieces[second][1]) + b"".join(pieces[third][2])
        if content in logs:
            continue
        with pytest.raises(StoreDamaged):
            documents(content)


def test_no_nonce_comes_twice() -> None:
    """Under one key, two boxes with one nonce would give each other away."""
    nonces: list[bytes] = []
    for seed in range(3):
        _, parts, batches = split(log_written(KEY, generations=3, seed=seed))
        nonces += [part[:12] for part in parts] + [one[RECORD_HEAD.size :][:12] for one in batches]
    assert len(nonces) > 50
    assert len(set(nonces)) == len(nonces)


# Media.


@cache
def two_learners() -> tuple[FaultyDisk, dict[str, ReceivedMedia], dict[str, Parts]]:
    """Ada with two files of the same content's size, and Bo with one of the same content."""
    disk = FaultyDisk()
    here = device(disk)
    make(here, ADA)
    make(here, BO)
    known: dict[str, ReceivedMedia] = {}
    files: dict[str, Parts] = {}
    for name, vault_id, seed in (("a", ADA, 1), ("b", ADA, 2), ("c", BO, 1)):
        vault = here.unlock(vault_id, "4711", now_ms=0)
        known[name] = vault.media.receive([random.Random(seed).randbytes(60_000)])
        with vault.batch():
            vault.media.keep(known[name])
        path = vault.media._path(known[name].sha256_hex)
        files[name] = chunks(bytes(disk.file(path).volatile))
        vault.close()
    return disk, known, files


def chunks(sealed: bytes) -> Parts:
    """Header, then chunks."""
    starts = range(MEDIA_HEADER_SIZE_BYTES, len(sealed), SEALED_CHUNK_SIZE_BYTES)
    return (
        sealed[:MEDIA_HEADER_SIZE_BYTES],
        *(sealed[start : start + SEALED_CHUNK_SIZE_BYTES] for start in starts),
    )


@pytest.mark.parametrize("elsewhere", ["b", "c"])
def test_chunks_of_sealed_media(elsewhere: str) -> None:
    """Also a whole file of the same size, and one of the same content in a sibling's vault."""
    _, known, files = two_learners()
    parts = files["a"]
    assert len(parts) >= 5
    for name, shuffled in shuffles(parts, files[elsewhere]):
        assert media_is_refused(b"".join(shuffled), known["a"]), name
    assert media_is_refused(b"".join(files[elsewhere]), known["a"])
    assert not media_is_refused(b"".join(parts), known["a"])


def media_is_refused(sealed: bytes, media: ReceivedMedia) -> bool:
    file = disk_of({"m": sealed}).open_to_read(Path("/m"))
    context = b"portfolio media 1 " + ADA.encode()
    try:
        found = b"".join(MediaReader(file, media.key, context, media.size_bytes).read())
    except StoreDamaged:
        return True
    assert found == random.Random(1).randbytes(60_000)
    return False


def test_every_read_from_the_middle_of_shuffled_media_is_refused_or_right() -> None:
    _, known, files = two_learners()
    content = random.Random(1).randbytes(60_000)
    context = b"portfolio media 1 " + ADA.encode()
    for name, shuffled in shuffles(files["a"]):
        sealed = b"".join(shuffled)
        for start, stop in itertools.pairwise(range(0, 60_001, 7_500)):
            file = disk_of({"m": sealed}).open_to_read(Path("/m"))
            try:
                reader = MediaReader(file, known["a"].key, context, known["a"].size_bytes)
                assert b"".join(reader.read(start, stop)) == content[start:stop], name
            except StoreDamaged:
                continue


def test_files_of_media_that_change_names_are_refused_at_the_door() -> None:
    disk, known, files = two_learners()
    for left, right in itertools.permutations(("a", "b", "c"), 2):
        found = disk.as_found()
        here = device(found)
        vault_id = BO if left == "c" else ADA
        vault = here.unlock(vault_id, "4711", now_ms=0)
        path = vault.media._path(known[left].sha256_hex)
        assert path.parent == LEARNERS / vault_id / "media"
        found.file(path).volatile[:] = b"".join(files[right])
        with pytest.raises(StoreDamaged):
            list(vault.media.open(known[left].sha256_hex))
        vault.close()
