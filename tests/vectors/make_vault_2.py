"""Makes vault-2 with the app itself: `python -m tests.vectors.make_vault_2`. Always the same bytes.

Only for a format that is not released yet: a released vault is never made again.
"""

from __future__ import annotations

import functools
import hashlib
import itertools
import shutil
import sys
from collections.abc import Callable, MutableMapping
from pathlib import Path
from typing import Any
from unittest import mock

from portfolio_app.sealing import hpke
from portfolio_app.student.vault import Vaults
from portfolio_app.student.vault.device_keeper import FileKeeper
from portfolio_app.student.vault.disk import RealDisk
from portfolio_app.student.vault.slots import BadgeCode, TypedSecret
from tests.student.vault.device import NOW_MS, quick_parameters

PATH = Path(__file__).parent / "vault-2"
VAULT = "61" * 16
SECRET = "golden secret 2"
BADGE = "badge.txt"
SCHOOL_KEY = bytes(range(32))  # private
PHOTO = bytes(range(256)) * 80
SHA256 = hashlib.sha256(PHOTO).hexdigest()
RECORDS: dict[int, dict[str, object]] = {
    1: {"kind": "artifact", "title": "Vulkan 火山", "text": "lava and ash", "file": SHA256},
    3: {"kind": "artifact", "title": "Brücke", "created": 1_700_000_000_000, "tags": ["wood"]},
    4: {"kind": "reflection", "artifact": "b2" * 16, "text": "next time taller"},
}
SETTINGS = 66  # one batch each: enough for an end that holds contents


def main() -> None:
    """Write the folder anew."""
    shutil.rmtree(PATH, ignore_errors=True)
    make(PATH)


def make(folder: Path) -> None:
    """Make the vault with what is random counted instead."""
    drawn = itertools.count()

    def token_bytes(size_bytes: int) -> bytes:
        return hashlib.shake_128(b"drawn %d" % next(drawn)).digest(size_bytes)

    with (
        mock.patch("secrets.token_bytes", token_bytes),
        mock.patch.dict(sys.modules, {"cryptography.cobblestone": None}),
        mock.patch.object(hpke, "_native", return_value=None),
        mock.patch.object(hpke, "new_private_key", functools.partial(token_bytes, 32)),
    ):
        _fill(vaults_at(folder), folder)
    for left in folder.rglob("*.lock"):
        left.unlink()


def vaults_at(folder: Path) -> Vaults:
    """A device whose keeper lies in the same folder."""
    keeper = FileKeeper(RealDisk(), folder / "device")
    return Vaults(folder / "learners", new_secret_parameters=quick_parameters, keeper=keeper)


def _fill(vaults: Vaults, folder: Path) -> None:
    vault = vaults.create(
        "Golden 2", "owl", SECRET, band="14-16", new_id=lambda: VAULT, now_ms=NOW_MS
    )
    secret = TypedSecret(SECRET)
    badge = vaults.ways.new_badge(VAULT, secret, now_ms=NOW_MS)
    code = vaults.ways.new_recovery_code(VAULT, secret, now_ms=NOW_MS)
    school = hpke.public_key_of(SCHOOL_KEY)
    vaults.ways.set_school_key(VAULT, school, secret, now_ms=NOW_MS)
    vaults.ways.bind_to_device(VAULT, SECRET, now_ms=NOW_MS)
    (folder / BADGE).write_text(f"{badge}\n{code}\n", encoding="ascii")
    received = vault.media.receive([PHOTO])
    with vault.batch():
        vault.media.keep(received)
        works = vault.db.table("works")
        for number in range(1, 5):
            works.insert({**RECORDS.get(number, {}), "old": number})
    vault.db.table("empty").insert({})
    vault.db.table("empty").truncate()
    vault.compact()
    for number in range(SETTINGS):
        vault.put_setting(f"setting {number % 5}", number)
    vault.close()
    vault = vaults.unlock(VAULT, BadgeCode(badge), now_ms=NOW_MS)
    works = vault.db.table("works")
    with vault.batch():
        works.remove(doc_ids=[2])
        for number, document in RECORDS.items():
            works.update(_becomes(document), doc_ids=[number])
    vault.put_setting("language", "uk")
    vault.close()


def _becomes(document: dict[str, object]) -> Callable[[MutableMapping[Any, Any]], None]:
    def change(one: MutableMapping[Any, Any]) -> None:
        one.clear()
        one.update(document)

    return change


if __name__ == "__main__":
    main()
