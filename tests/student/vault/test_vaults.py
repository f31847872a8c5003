"""Several learners on one device: making, opening, changing, removing, crashing, no leaks."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from portfolio_app.errors import (
    BadInput,
    NotAllowed,
    NotFound,
    StorageFull,
    StoreDamaged,
    VaultInUse,
    WrongSecret,
)
from portfolio_app.student.vault import Vault, Vaults
from portfolio_app.student.vault.disk import DiskFailed
from tests.student.vault.device import NOW_MS, SECRET, counted_ids, quick_parameters, vaults_in
from tests.student.vault.faulty_disk import FaultyDisk

MADE_ID = f"{1:032x}"
WORDS = "My volcano erupts because of the vinegar and the soda inside it."
PHOTO = random.Random(9).randbytes(40_000)


def create(vaults: Vaults, name: str = "Ada", start: int = 1) -> Vault:
    return vaults.create(name, "fox", SECRET, new_id=counted_ids(start), now_ms=NOW_MS)


def fill(vault: Vault) -> str:
    received = vault.media.receive([PHOTO[:30_000], PHOTO[30_000:]])
    with vault.batch():
        vault.media.keep(received)
        vault.db.table("records").insert({"caption": WORDS, "file": received.sha256_hex})
        vault.put_setting("words", WORDS)
    return received.sha256_hex


def test_a_vault_keeps_all_of_it_across_closing(tmp_path: Path) -> None:
    vaults = vaults_in(tmp_path / "vaults")
    vault = create(vaults)
    sha256_hex = fill(vault)
    vault.close()
    vault.close()
    again = vaults_in(tmp_path / "vaults").unlock(MADE_ID, SECRET, now_ms=NOW_MS)
    assert again.db.table("records").all() == [{"caption": WORDS, "file": sha256_hex}]
    assert b"".join(again.media.open(sha256_hex)) == PHOTO
    assert again.get_setting("words") == WORDS
    assert again.get_setting("absent", 7) == 7
    assert again.recovered is None
    again.put_setting("words", ["other"])
    again.compact()
    assert again.get_setting("words") == ["other"]
    again.close()
    with pytest.raises(NotAllowed, match="unlock"):
        again.get_setting("words")


def test_the_picker_sees_name_picture_and_band_and_nothing_else(tmp_path: Path) -> None:
    vaults = vaults_in(tmp_path)
    assert vaults.list() == ()
    for number, name in enumerate(("Zoë", "  Ada   Maria ", "漢")):
        create(vaults, name, number + 1).close()
    assert [card.name for card in vaults.list()] == ["Ada Maria", "Zoë", "漢"]
    card_file = tmp_path / vaults.list()[0].id / "card.json"
    assert set(json.loads(card_file.read_text())) == {"name", "picture", "band"}
    changed = vaults.update_card(vaults.list()[0].id, name="Maria", band="11-13")
    assert changed in vaults.list()
    assert (changed.name, changed.picture, changed.band) == ("Maria", "fox", "11-13")
    card_file.write_text("{broken")
    assert vaults.list()[0].name == "?", "a damaged card still shows the vault behind it"


def test_one_vault_is_open_once(tmp_path: Path) -> None:
    vaults, others = vaults_in(tmp_path), vaults_in(tmp_path)
    vault = create(vaults)
    assert vaults.unlock(MADE_ID, SECRET, now_ms=NOW_MS) is vault
    with pytest.raises(WrongSecret):
        vaults.unlock(MADE_ID, "0000", now_ms=NOW_MS)
    for refused in (
        lambda: others.unlock(MADE_ID, SECRET, now_ms=NOW_MS),
        lambda: others.change_secret(MADE_ID, SECRET, "0000", now_ms=NOW_MS),
        lambda: others.update_card(MADE_ID, name="X"),
        lambda: others.remove(MADE_ID),
        lambda: vaults.remove(MADE_ID),
    ):
        with pytest.raises(VaultInUse):
            refused()
    vaults.change_secret(MADE_ID, SECRET, "other words", now_ms=NOW_MS)
    vaults.update_card(MADE_ID, name="Bo")
    vault.close()
    others.unlock(MADE_ID, "other words", now_ms=NOW_MS).close()


def test_another_process_is_refused_politely(tmp_path: Path) -> None:
    vault = create(vaults_in(tmp_path))
    program = (
        "import sys; from pathlib import Path; from tests.student.vault.device import *\n"
        f"vaults_in(Path({str(tmp_path)!r})).unlock({MADE_ID!r}, SECRET, now_ms=NOW_MS)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )
    vault.close()
    assert "VaultInUse: This learner's work is open in another window" in ran.stderr


def test_a_removed_vault_is_gone_and_its_neighbour_is_not(tmp_path: Path) -> None:
    vaults = vaults_in(tmp_path)
    create(vaults, "Ada", 1).close()
    neighbour = create(vaults, "Bo", 2)
    sha256_hex = fill(neighbour)
    vaults.remove(MADE_ID)
    assert [card.name for card in vaults.list()] == ["Bo"]
    assert not [path for path in tmp_path.rglob("*") if MADE_ID in path.name]
    assert b"".join(neighbour.media.open(sha256_hex)) == PHOTO
    neighbour.close()
    for call in (
        lambda: vaults.remove(MADE_ID),
        lambda: vaults.unlock(MADE_ID, SECRET, now_ms=NOW_MS),
    ):
        with pytest.raises(NotFound):
            call()


@pytest.mark.parametrize("vault_id", ["", "../x", "0" * 31, "G" * 32, "0" * 32 + "\n"])
def test_only_ids_are_ids(tmp_path: Path, vault_id: str) -> None:
    with pytest.raises(BadInput, match="32 characters"):
        vaults_in(tmp_path).unlock(vault_id, SECRET, now_ms=NOW_MS)


@pytest.mark.parametrize("name", ["", "   ", "x" * 81])
def test_names_have_limits(tmp_path: Path, name: str) -> None:
    with pytest.raises(BadInput, match="1 to 80"):
        create(vaults_in(tmp_path), name)


def test_a_refused_secret_leaves_nothing_behind(tmp_path: Path) -> None:
    vaults = vaults_in(tmp_path)
    with pytest.raises(BadInput):
        vaults.create("Ada", "fox", "123", new_id=counted_ids(), now_ms=NOW_MS)
    assert vaults.list() == ()
    create(vaults).close()
    assert sorted(path.name for path in tmp_path.iterdir()) == [".lock", MADE_ID, MADE_ID + ".lock"]
    with pytest.raises(BadInput, match="already"):
        create(vaults)


def test_the_log_of_another_vault_is_refused(tmp_path: Path) -> None:
    vaults = vaults_in(tmp_path)
    create(vaults, "Ada", 1).close()
    create(vaults, "Bo", 2).close()
    shutil.copy(tmp_path / f"{2:032x}" / "log", tmp_path / MADE_ID / "log")
    with pytest.raises(StoreDamaged, match="another learner"):
        vaults.unlock(MADE_ID, SECRET, now_ms=NOW_MS)
    shutil.copytree(tmp_path / f"{2:032x}", tmp_path / MADE_ID, dirs_exist_ok=True)
    with pytest.raises(StoreDamaged):
        vaults.unlock(MADE_ID, SECRET, now_ms=NOW_MS)


def live_through(vaults: Vaults, promised: set[str]) -> None:
    """A short life of a vault; each promise is noted once it was acknowledged."""
    vault = create(vaults)
    promised.add("vault")
    fill(vault)
    promised.add("work")
    vaults.change_secret(MADE_ID, SECRET, "second secret", now_ms=NOW_MS)
    promised.add("second secret")
    vault.compact()
    vault.db.table("records").insert({"later": 1})
    promised.add("later")
    vault.close()


def unlock_with_one_of(vaults: Vaults, secrets: tuple[str, ...]) -> Vault:
    """A count of tries that was half written may ask for a wait, but keeps nobody out for good."""
    for place, secret in enumerate((*secrets, *secrets)):
        with contextlib.suppress(WrongSecret):
            return vaults.unlock(MADE_ID, secret, now_ms=NOW_MS + place * 900_000)
    pytest.fail("no secret opens the vault")


def check_found(disk: FaultyDisk, promised: set[str]) -> None:
    vaults = vaults_in(Path("/vaults"), disk)
    cards = vaults.list()
    if "vault" not in promised and not cards:
        create(vaults).close()  # what a crash left must not be in the way
        return
    assert [card.name for card in cards] == ["Ada"]
    vault = unlock_with_one_of(
        vaults, ("second secret",) if "second secret" in promised else ("second secret", SECRET)
    )
    documents = vault.db.table("records").all()
    assert len(documents) >= ("work" in promised) + ("later" in promised)
    for document in documents:
        if "file" in document:
            assert document["caption"] == WORDS
            assert vault.get_setting("words") == WORDS
            assert b"".join(vault.media.open(document["file"])) == PHOTO
    vault.media.sweep({document["file"] for document in documents if "file" in document})
    vault.media.keep(vault.media.receive([PHOTO]))
    assert b"".join(vault.media.open(hashlib.sha256(PHOTO).hexdigest())) == PHOTO
    vault.close()


@pytest.mark.parametrize("seed", range(3))
def test_power_cuts_in_the_whole_life_of_a_vault(seed: int) -> None:
    disk = FaultyDisk()
    promised: set[str] = set()
    source = random.Random(seed)
    seen: set[int] = set()

    def cut() -> None:
        for found in disk.states(source, 64):
            if found.fingerprint() not in seen:
                seen.add(found.fingerprint())
                check_found(found, promised)

    disk.after_call = cut
    live_through(vaults_in(Path("/vaults"), disk), promised)
    assert len(seen) > 120  # syncing folders early leaves few states to be found in


@pytest.mark.parametrize("failure", [errno.ENOSPC, errno.EIO])
def test_every_call_fails_once_in_the_whole_life_of_a_vault(failure: int) -> None:
    place, reached = 1, True
    while reached:
        disk = FaultyDisk()
        promised: set[str] = set()
        disk.fail_at, disk.failure = place, failure
        # The note of a change of keys is passed over; after it the log may refuse further writes.
        expected = (StorageFull, DiskFailed) if failure == errno.ENOSPC else (StoreDamaged,)
        with contextlib.suppress(*expected):
            live_through(vaults_in(Path("/vaults"), disk), promised)
        reached = disk.calls >= place
        disk.fail_at = None
        for found in (disk.as_found(), *disk.states(random.Random(place), 3)):
            check_found(found, promised)
        place += 1
    assert place > 60


def test_killed_while_writing_nothing_acknowledged_is_lost(tmp_path: Path) -> None:
    """A real program, really killed, on a real disk, five times over on one vault."""
    create(vaults_in(tmp_path)).close()
    acknowledged: list[int] = []
    for run in range(5):
        program = subprocess.Popen(
            [sys.executable, "-m", "tests.student.vault.busy_writer", str(tmp_path), str(run)],
            stdout=subprocess.PIPE,
            text=True,
        )
        assert program.stdout is not None
        acknowledged.extend(int(program.stdout.readline()) for _ in range(15 + 7 * run))
        os.kill(program.pid, signal.SIGKILL)
        acknowledged.extend(int(line) for line in program.stdout if line.endswith("\n"))
        program.stdout.close()
        program.wait()
        vault = vaults_in(tmp_path).unlock(MADE_ID, SECRET, now_ms=NOW_MS)
        documents = vault.db.table("records").all()
        assert {document["n"] for document in documents} >= set(acknowledged)
        assert len(vault.db.table("outbox")) == len(documents), "no half of a batch"
        for document in documents:
            assert b"".join(vault.media.open(document["file"])) == str(document["n"]).encode()
        vault.close()
    assert len(acknowledged) >= 145


def windows(content: bytes, size_bytes: int = 64) -> list[bytes]:
    return [content[start : start + size_bytes] for start in range(0, len(content) - 64, 257)]


def traces(folder: Path, needles: list[bytes]) -> list[Path]:
    files = [path for path in folder.rglob("*") if path.is_file()]
    return [
        path
        for path in files
        if any(needle in path.read_bytes() for needle in needles)
        or any(needle in os.fsencode(str(path)) for needle in needles)
    ]


def test_no_plaintext_is_ever_on_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Scanned while open, after closing, and in the temporary folder; a planted leak is found."""
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setenv("TMPDIR", str(temporary))
    monkeypatch.setattr(tempfile, "tempdir", None)
    vaults = vaults_in(tmp_path / "vaults")
    vault = create(vaults)
    sha256_hex = fill(vault)
    needles = [
        *windows(PHOTO),
        WORDS[:16].encode(),
        b"caption",
        sha256_hex.encode(),
        bytes.fromhex(sha256_hex),
        SECRET.encode() + b'"',
    ]
    assert traces(tmp_path, needles) == []
    vault.compact()
    vault.close()
    assert traces(tmp_path, needles) == []
    leak = temporary / "leak"
    leak.write_bytes(b"..." + PHOTO[1000:1400])
    assert traces(tmp_path, needles) == [leak]
    (tmp_path / "vaults" / WORDS[:16]).write_bytes(b"")
    assert len(traces(tmp_path, needles)) == 2


def test_no_plaintext_is_ever_in_the_writes_to_the_disk() -> None:
    """The same, over every state of the disk, also those between two calls."""
    disk = FaultyDisk()
    written: set[bytes] = set()
    disk.after_call = lambda: written.update(disk.contents())
    live_through(vaults_in(Path("/vaults"), disk), set())
    needles = [*windows(PHOTO), WORDS[:16].encode(), b"caption"]
    assert len(written) > 12
    assert not [content for content in written if any(needle in content for needle in needles)]


def test_a_full_folder_of_learners_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    disk = FaultyDisk()
    monkeypatch.setattr("portfolio_app.student.vault.vaults.MAXIMUM_VAULTS", 2)
    vaults = Vaults(Path("/vaults"), disk=disk, new_secret_parameters=quick_parameters)
    create(vaults, "Ada", 1).close()
    create(vaults, "Bo", 2).close()
    with pytest.raises(BadInput, match="at most 2"):
        create(vaults, "Cy", 3)
