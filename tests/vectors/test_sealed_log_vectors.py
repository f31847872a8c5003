"""Sealed logs as they were released, most of them to be refused; and a second reader of them."""

from __future__ import annotations

import base64
import json
from pathlib import Path
from typing import Any

import pytest
from cryptography.exceptions import InvalidTag

from portfolio_app.errors import StoreDamaged
from portfolio_app.student.vault.open_vault import Vault
from tests.student.vault.faulty_disk import FaultyDisk
from tests.vectors import make_sealed_log
from tests.vectors.plain_reader import hkdf, read_log

VECTORS: dict[str, Any] = json.loads(make_sealed_log.PATH.read_text(encoding="ascii"))
KEY = bytes.fromhex(VECTORS["vault_key"])
FOLDER = Path("/v")

Tables = dict[str, dict[str, Any]]


class NoLock:
    def release(self) -> None: ...


def opened(vector: dict[str, Any]) -> Vault:
    disk = FaultyDisk()
    disk.make_folder(FOLDER)
    disk.open(FOLDER / "log", create=True).write_at(0, base64.b64decode(vector["file"]))
    return Vault(disk, FOLDER, VECTORS["vault"], KEY, NoLock())


def everything(vault: Vault) -> Tables:
    """All that a program could ask for, each in its way: in order, by number, and by a search."""
    found: Tables = {}
    for name in vault.db.tables():
        table = vault.db.table(name)
        documents = {document.doc_id: dict(document) for document in table}
        for number, document in documents.items():
            assert table.get(doc_id=number) == document
        assert len(table) == len(documents)
        found[name] = {str(number): document for number, document in documents.items()}
    return found


@pytest.mark.parametrize("vector", VECTORS["good"], ids=lambda vector: vector["name"])
def test_what_was_written_opens(vector: dict[str, Any]) -> None:
    vault = opened(vector)
    assert everything(vault) == vector["tables"]
    assert (vault.recovered is not None) == vector.get("torn", False)
    vault.db.table("settings").insert({"key": "a", "value": "b"})
    vault.compact()
    assert everything(vault) == {**vector["tables"], "settings": {"1": {"key": "a", "value": "b"}}}


@pytest.mark.parametrize("vector", VECTORS["bad"], ids=lambda vector: vector["name"])
def test_what_was_not_written_so_is_refused_by_name(vector: dict[str, Any]) -> None:
    with pytest.raises(StoreDamaged, match=vector["error"]):
        everything(opened(vector))


@pytest.mark.parametrize(
    "vector", [*VECTORS["good"], *VECTORS["bad"]], ids=lambda vector: vector["name"]
)
def test_a_reader_written_from_the_document_agrees(vector: dict[str, Any]) -> None:
    def read() -> Tables:
        identity, tables = read_log(base64.b64decode(vector["file"]), hkdf(KEY, b"log"))
        assert identity["vault"] == VECTORS["vault"]
        assert len(bytes.fromhex(identity["media_names"])) == 32
        return {name: {str(n): one for n, one in table.items()} for name, table in tables.items()}

    if "error" in vector:
        with pytest.raises(
            (AssertionError, IndexError, InvalidTag, KeyError, OverflowError, TypeError, ValueError)
        ):
            read()
    else:
        assert read() == vector["tables"]


def test_most_vectors_are_failures_and_all_can_be_made_again() -> None:
    assert len(VECTORS["bad"]) >= 3 * len(VECTORS["good"]) > 60
    assert json.loads(json.dumps(make_sealed_log.vectors())) == VECTORS
