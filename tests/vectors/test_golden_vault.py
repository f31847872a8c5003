"""A vault of each released format opens for ever, and the written formats are enough to read it."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path
from typing import Any

from tinydb import where

from portfolio_app.sealing.school_recovery import answer_request, open_answer
from portfolio_app.student.vault import Vault, Vaults
from portfolio_app.student.vault.slots import BadgeCode, RecoveryCode, SchoolAnswer, TypedSecret
from tests.student.vault.device import NOW_MS, vaults_in
from tests.vectors import make_vault_2
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


def settings_of(tables: dict[str, dict[int, Any]]) -> dict[str, object]:
    return {document["key"]: document["value"] for document in tables["settings"].values()}


def test_the_vault_of_format_2_opens_by_every_way_and_goes_on(tmp_path: Path) -> None:
    badge, code = (make_vault_2.PATH / make_vault_2.BADGE).read_text().split()
    for way in (TypedSecret(make_vault_2.SECRET), BadgeCode(badge), RecoveryCode(code)):
        shutil.rmtree(tmp_path / "device", ignore_errors=True)
        shutil.copytree(make_vault_2.PATH, tmp_path, dirs_exist_ok=True)
        vaults = make_vault_2.vaults_at(tmp_path)
        (card,) = vaults.list()
        assert (card.name, card.picture, card.band) == ("Golden 2", "owl", "14-16")
        vault = vaults.unlock(make_vault_2.VAULT, way, now_ms=NOW_MS)
        check_vault_2(vault)
        vault.put_setting("language", "fr")
        vault.compact()
        check_vault_2(vault)
        vault.close()
        again = vaults.unlock(make_vault_2.VAULT, way, now_ms=NOW_MS)
        assert again.get_setting("language") == "fr"
        again.close()


def check_vault_2(vault: Vault) -> None:
    works = vault.db.table("works")
    assert {document.doc_id: document for document in works} == make_vault_2.RECORDS
    assert [document.doc_id for document in works.search(where("kind") == "artifact")] == [1, 3]
    assert vault.db.tables() >= {"works", "media", "empty", "settings"}
    assert vault.get_setting("setting 0") == 65
    assert b"".join(vault.media.open(make_vault_2.SHA256)) == make_vault_2.PHOTO


def test_the_school_opens_the_vault_of_format_2(tmp_path: Path) -> None:
    shutil.copytree(make_vault_2.PATH, tmp_path, dirs_exist_ok=True)
    vaults = make_vault_2.vaults_at(tmp_path)
    question = vaults.ways.ask_school(make_vault_2.VAULT)
    answer = answer_request(make_vault_2.SCHOOL_KEY, question.request)
    key = SchoolAnswer(open_answer(question, answer))
    vault = vaults.unlock(make_vault_2.VAULT, key, now_ms=NOW_MS)
    check_vault_2(vault)
    vault.close()


def test_a_program_written_from_the_documents_reads_format_2() -> None:
    folder = make_vault_2.PATH
    tables, media = read_vault(
        folder / "learners" / make_vault_2.VAULT, make_vault_2.SECRET, folder / "device"
    )
    assert tables["works"] == make_vault_2.RECORDS
    assert tables["empty"] == {}
    assert settings_of(tables)["language"] == "uk"
    assert media == {make_vault_2.SHA256: make_vault_2.PHOTO}


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
