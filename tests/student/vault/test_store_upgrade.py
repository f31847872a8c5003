"""A log of version 1 becomes one of version 2 in place; wherever the power fails, one of both."""

from __future__ import annotations

import errno
import json
import random
from pathlib import Path

import pytest
from tinydb import where

from portfolio_app.errors import PortfolioError
from portfolio_app.student.vault.open_vault import log_key
from portfolio_app.student.vault.tables import SealedDatabase
from tests.student.vault.device import open_log
from tests.student.vault.faulty_disk import FaultyDisk, FileNode, FolderNode
from tests.vectors.plain_reader import read_keys
from tests.vectors.test_golden_vault import GOLDEN, GOLDEN_ID, RECORDS, SECRET

LOG = Path("/log")


@pytest.fixture(scope="module")
def key() -> bytes:
    keys = json.loads((GOLDEN / GOLDEN_ID / "keys.json").read_text())
    return log_key(read_keys(keys, SECRET))


def old_disk() -> FaultyDisk:
    content = (GOLDEN / GOLDEN_ID / "log").read_bytes()
    names: dict[str, FileNode | FolderNode] = {"log": FileNode(bytearray(content), content)}
    return FaultyDisk(FolderNode(dict(names), dict(names)))


def records(disk: FaultyDisk, key: bytes) -> dict[int, dict[str, object]]:
    store, _ = open_log(disk, LOG, key)
    return {document.doc_id: dict(document) for document in SealedDatabase(store).table("records")}


def test_closing_makes_it_new_and_keeps_everything(key: bytes) -> None:
    disk = old_disk()
    store, log = open_log(disk, LOG, key)
    assert log.is_old
    assert len(SealedDatabase(store).table("settings").search(where("key") == "language")) == 1
    store.close()
    assert bytes(disk.file(LOG).volatile[:8]) == b"PFSLOG\x00\x02"
    assert records(disk, key) == RECORDS


def test_an_old_log_may_be_written_to_and_is_old_still(key: bytes) -> None:
    disk = old_disk()
    store, log = open_log(disk, LOG, key)
    SealedDatabase(store).table("records").insert({"n": 4})
    assert bytes(disk.file(LOG).volatile[:8]) == b"PFSLOG\x00\x01"
    log.close()
    assert records(disk, key) == {**RECORDS, 4: {"n": 4}}


def test_a_power_cut_anywhere_leaves_the_old_or_the_new(key: bytes) -> None:
    disk, source, versions = old_disk(), random.Random(1), set()
    store, _ = open_log(disk, LOG, key)

    def cut() -> None:
        for found in disk.states(source, 24):
            assert records(found, key) == RECORDS
            versions.add(bytes(found.file(LOG).volatile[:8])[-1])

    disk.after_call = cut
    store.close()
    assert versions == {1, 2}


@pytest.mark.parametrize("failure", [errno.ENOSPC, errno.EIO])
def test_each_failing_call_leaves_the_old_or_the_new(key: bytes, failure: int) -> None:
    for place in range(1, 14):
        disk = old_disk()
        store, _ = open_log(disk, LOG, key)
        disk.failure, disk.fail_at = failure, disk.calls + place
        try:
            store.close()
        except PortfolioError:
            pytest.fail("closing passes over a storage that fails")
        disk.fail_at = None
        assert records(disk, key) == RECORDS
        for found in disk.states(random.Random(place), 6):
            assert records(found, key) == RECORDS
