"""A vault of each released format opens for ever, and the written formats are enough to read it."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

from portfolio_app.student.vault import Vaults
from tests.student.vault.device import NOW_MS, vaults_in
from tests.vectors.plain_reader import read_vault

GOLDEN = Path(__file__).parent / "vault-1"
GOLDEN_ID = "60" * 16
SECRET = "golden secret"
PHOTO = bytes(range(256)) * 80
SHA256 = hashlib.sha256(PHOTO).hexdigest()
RECORDS: dict[int, dict[str, object]] = {
    1: {"title": "Vulkan 火山", "n": 1, "file": SHA256},
    3: {"n": 3},
}


def test_the_vault_of_format_1_opens_and_goes_on(tmp_path: Path) -> None:
    shutil.copytree(GOLDEN, tmp_path / "vaults")
    vaults: Vaults = vaults_in(tmp_path / "vaults")
    (card,) = vaults.list()
    assert (card.name, card.picture, card.band) == ("Golden", "fox", "11-13")
    vault = vaults.unlock(GOLDEN_ID, SECRET, now_ms=NOW_MS)
    assert {document.doc_id: document for document in vault.db.table("records")} == RECORDS
    assert vault.db.tables() == {"records", "media", "empty", "settings"}
    assert vault.get_setting("language") == "de"
    assert b"".join(vault.media.open(SHA256)) == PHOTO
    vault.put_setting("language", "fr")
    vault.compact()
    vault.close()
    again = vaults.unlock(GOLDEN_ID, SECRET, now_ms=NOW_MS)
    assert again.get_setting("language") == "fr"
    again.close()


def test_a_program_written_from_the_documents_reads_it() -> None:
    tables, media = read_vault(GOLDEN / GOLDEN_ID, SECRET)
    assert tables["records"] == RECORDS
    assert tables["empty"] == {}
    assert [document["value"] for document in tables["settings"].values()] == ["de"]
    assert media == {SHA256: PHOTO}


def test_what_is_written_today_is_still_that_format(tmp_path: Path) -> None:
    vaults = vaults_in(tmp_path)
    vault = vaults.create("Ada", "fox", SECRET, new_id=lambda: GOLDEN_ID, now_ms=NOW_MS)
    received = vault.media.receive([PHOTO])
    with vault.batch():
        vault.media.keep(received)
        for number, document in RECORDS.items():
            vault.db.table("records").insert({"n": number})
            vault.db.table("records").update(document, doc_ids=[min(number, 2)])
    media: dict[str, bytes] = {}
    for compacted in (False, True):
        if compacted:
            vault.compact()
            vault.put_setting("after", "the snapshot")
        tables, media = read_vault(tmp_path / GOLDEN_ID, SECRET)
        assert list(tables["records"].values()) == list(RECORDS.values())
    vault.close()
    assert media == {SHA256: PHOTO}
