"""Ada and Bo on a device made of memory, each with one record and its photo."""

from __future__ import annotations

from pathlib import Path

from portfolio_app.student.vault import Vaults
from portfolio_app.student.vault.device_keeper import FileKeeper
from portfolio_app.student.vault.slots import TypedSecret, Way
from tests.student.vault.device import NOW_MS, SECRET, quick_parameters
from tests.student.vault.faulty_disk import FaultyDisk

LEARNERS = Path("/learners")
ADA = f"{1:032x}"
BO = f"{2:032x}"
TYPED = TypedSecret(SECRET)
PHOTO = bytes(range(256)) * 100


def device(disk: FaultyDisk) -> Vaults:
    return Vaults(
        LEARNERS,
        disk=disk,
        new_secret_parameters=quick_parameters,
        keeper=FileKeeper(disk, Path("/device")),
    )


def make(here: Vaults, vault_id: str = ADA) -> None:
    vault = here.create("Ada", "fox", SECRET, new_id=lambda: vault_id, now_ms=NOW_MS)
    received = vault.media.receive([PHOTO])
    with vault.batch():
        vault.media.keep(received)
        vault.db.table("records").insert({"file": received.sha256_hex})
    vault.close()


def opens(here: Vaults, way: str | Way, vault_id: str = ADA, *, now_ms: int = NOW_MS) -> None:
    """Open with this way and find the work whole."""
    vault = here.unlock(vault_id, way, now_ms=now_ms)
    try:
        (record,) = vault.db.table("records").all()
        assert b"".join(vault.media.open(record["file"])) == PHOTO
    finally:
        vault.close()
