"""Contents spare an opening the single records, prove all of them at once, and change nothing."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest
from tinydb import where

from portfolio_app.errors import StoreDamaged
from portfolio_app.sealing.boxes import Boxes
from portfolio_app.student.vault import contents as contents_module
from portfolio_app.student.vault import frames, log
from portfolio_app.student.vault.frames import CONTENTS, HEADER, RECORD_HEAD
from portfolio_app.student.vault.indexes import Indexes, TableIndex
from portfolio_app.student.vault.log import SealedLog
from portfolio_app.student.vault.packed import NUMBER, unpack
from portfolio_app.student.vault.tables import SealedDatabase
from tests.student.vault.device import open_log
from tests.student.vault.faulty_disk import FaultyDisk, FileNode, FolderNode

KEY = bytes(range(32))
LOG = Path("/log")
Documents = dict[str, list[tuple[int, dict[str, Any]]]]


@pytest.fixture(autouse=True)
def _soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(log, "CONTENTS_AFTER_RECORDS", 4)


def documents(database: SealedDatabase) -> Documents:
    return {
        name: [(document.doc_id, dict(document)) for document in database.table(name)]
        for name in sorted(database.tables())
    }


def disk_with(content: bytes) -> FaultyDisk:
    names: dict[str, FileNode | FolderNode] = {"log": FileNode(bytearray(content), content)}
    return FaultyDisk(FolderNode(dict(names), dict(names)))


def closed_vault() -> tuple[FaultyDisk, Documents]:
    """A snapshot, then every kind of change behind it, closed with contents."""
    disk = FaultyDisk()
    SealedLog.create(disk, LOG, KEY, {"vault": "v"})
    store, opened = open_log(disk, LOG, KEY)
    database = SealedDatabase(store)
    for name in ("works", "cleared", "dropped", "again", "untouched"):
        database.table(name).insert_multiple({"n": n, "tags": [name]} for n in range(5))
    store.tidy()
    works = database.table("works")
    works.update({"n": 70}, doc_ids=[2])
    works.remove(doc_ids=[3, 5])
    works.insert_multiple({"n": n, "tags": ["new"], "words": "w" * 50} for n in range(6, 9))
    works.remove(doc_ids=[7])
    database.table("cleared").truncate()
    database.drop_table("dropped")
    database.drop_table("again")
    database.table("again").insert({"n": 1})
    database.table("new").insert({"n": 1})
    expected = documents(database)
    store.close()
    assert last_kind(disk, opened.size_bytes) == CONTENTS
    return disk, expected


def last_kind(disk: FaultyDisk, size_bytes: int) -> int:
    return kinds(bytes(disk.file(LOG).volatile[:size_bytes]))[-1]


def kinds(content: bytes) -> list[int]:
    found, offset = [], int.from_bytes(content[16:24], "big") or HEADER.size
    while offset + RECORD_HEAD.size <= len(content) and any(content[offset : offset + 24]):
        size_bytes, kind = RECORD_HEAD.unpack_from(content, offset)[:2]
        found.append(kind)
        offset += RECORD_HEAD.size + size_bytes
    return found


def test_contents_come_to_what_the_records_come_to(monkeypatch: pytest.MonkeyPatch) -> None:
    disk, expected = closed_vault()
    store, _ = open_log(disk, LOG, KEY)
    assert documents(SealedDatabase(store)) == expected
    works = SealedDatabase(store).table("works")
    assert [d.doc_id for d in works.search(contents_query())] == [6, 8]
    works.insert({"n": 9})
    works.update({"n": 71}, doc_ids=[2, 8])
    assert works.insert({"n": 10}) == 10
    after = documents(SealedDatabase(store))
    store.close()
    again, _ = open_log(disk, LOG, KEY)
    assert documents(SealedDatabase(again)) == after
    again.tidy()
    assert documents(SealedDatabase(again)) == after
    monkeypatch.setattr(frames.Chain, "leap", lambda *_: None)  # the long way
    assert documents(SealedDatabase(open_log(disk, LOG, KEY)[0])) == after


def contents_query() -> Any:
    return where("tags").any(["new"])


def test_an_opening_opens_few_boxes(monkeypatch: pytest.MonkeyPatch) -> None:
    disk = FaultyDisk()
    SealedLog.create(disk, LOG, KEY, {"vault": "v"})
    store, _ = open_log(disk, LOG, KEY)
    table = SealedDatabase(store).table("works")
    for number in range(300):
        table.insert({"n": number})
    store.close()
    opened: list[int] = []
    real = Boxes.open

    def counting(boxes: Boxes, sealed: bytes, context: bytes) -> bytes:
        opened.append(1)
        return real(boxes, sealed, context)

    monkeypatch.setattr(Boxes, "open", counting)
    store, _ = open_log(disk, LOG, KEY)
    assert len(opened) == 2
    assert SealedDatabase(store).table("works").get(doc_id=200) == {"n": 199}
    assert len(opened) == 3


def test_what_is_looked_at_stays_when_the_log_is_rewritten_and_goes_when_it_is_locked() -> None:
    disk, expected = closed_vault()
    store, _ = open_log(disk, LOG, KEY)
    database = SealedDatabase(store)
    looking = iter(database.table("works"))
    first = next(looking)
    store.tidy()
    database.table("works").truncate()
    assert [document.doc_id for document in (first, *looking)] == [
        number for number, _ in expected["works"]
    ]
    store, _ = open_log(closed_vault()[0], LOG, KEY)
    state = store.frozen("works")
    store.close()
    with pytest.raises(Exception, match="locked"):
        list(state.pairs())


def flipped_somewhere(count: int) -> tuple[int, int]:
    """(refused, opened as it was) of so many flipped bits behind the snapshot."""
    disk, expected = closed_vault()
    content = bytes(disk.file(LOG).volatile)
    size_bytes = len(content.rstrip(b"\x00"))
    start = int.from_bytes(content[16:24], "big")
    end_mark = size_bytes - 24 - frames_size(content)
    refused = same = 0
    for place in random.Random(7).sample(range(8 * start, 8 * size_bytes), count):
        changed = bytearray(content)
        changed[place // 8] ^= 1 << place % 8
        try:
            store, _ = open_log(disk_with(bytes(changed)), LOG, KEY)
            found = documents(SealedDatabase(store))
        except StoreDamaged:
            refused += 1
        else:
            assert found == expected
            assert place // 8 >= end_mark, "a flipped bit went unseen at opening"
            same += 1
    return refused, same


def frames_size(content: bytes) -> int:
    """The size of the last record's body."""
    offset, size_bytes = int.from_bytes(content[16:24], "big"), 0
    while any(content[offset : offset + 24]):
        size_bytes = RECORD_HEAD.unpack_from(content, offset)[0]
        offset += RECORD_HEAD.size + size_bytes
    return int(size_bytes)


def test_any_bit_flipped_in_any_record_is_refused_at_opening() -> None:
    refused, _ = flipped_somewhere(600)
    assert refused > 300


def test_contents_that_do_not_bind_what_is_before_them_are_caught(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The control: with the end of the bytes alone, an old record's damage would go unseen."""
    real_open, real_seal = Boxes.open, Boxes.seal

    def short(context: bytes) -> bytes:
        return bytes(context[-16:])

    monkeypatch.setattr(Boxes, "open", lambda s, box, ad: real_open(s, box, short(ad)))
    monkeypatch.setattr(Boxes, "seal", lambda s, text, ad: real_seal(s, text, short(ad)))
    with pytest.raises(AssertionError):
        flipped_somewhere(600)


def test_contents_that_name_another_documents_place_are_caught(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def turned(kind: str, content: bytes) -> Any:
        row = unpack(kind, content)
        return row[::-1] if kind == NUMBER and len(set(row)) == len(row) else row

    disk, expected = closed_vault()
    monkeypatch.setattr(contents_module, "unpack", turned)
    try:
        found = documents(SealedDatabase(open_log(disk, LOG, KEY)[0]))
    except Exception:  # noqa: BLE001  # whatever it is, it was caught
        return
    assert found != expected


def test_another_index_reads_the_records_instead() -> None:
    disk, expected = closed_vault()
    other = Indexes({}, TableIndex(equal=(("n",),)))
    store, _ = open_log(disk, LOG, KEY, other)
    assert documents(SealedDatabase(store)) == expected
    state = store.frozen("works")
    assert state.terms.fit(next(iter(state.added.values())).terms)
    store.close()
    assert documents(SealedDatabase(open_log(disk, LOG, KEY, other)[0])) == expected


def test_cut_short_contents_are_refused() -> None:
    disk, _ = closed_vault()
    store, opened = open_log(disk, LOG, KEY)
    plaintext = contents_module.encode_contents(
        [contents_module.contents_of("works", store.frozen("works"))],
        {("works", number): (0, 0, 0) for number in range(10)},
    )
    records = opened._chain.reader(b"")
    assert len(list(contents_module.decode_contents(plaintext, records))) == 1
    for size_bytes in range(1, len(plaintext)):
        with pytest.raises(StoreDamaged):
            list(contents_module.decode_contents(plaintext[:size_bytes], records))
