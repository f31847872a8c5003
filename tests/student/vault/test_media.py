"""Sealed media: streamed in and out, kept once, swept only when nobody needs it."""

from __future__ import annotations

import errno
import hashlib
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from portfolio_app.errors import BadInput, NotFound, StorageFull, StoreDamaged
from portfolio_app.sealing.media import sealed_size
from portfolio_app.student.vault import MediaStore, Vault
from portfolio_app.student.vault import media as media_module
from tests.student.vault.device import NOW_MS, SECRET, counted_ids, vaults_in
from tests.student.vault.faulty_disk import FaultyDisk

PHOTO = bytes(range(256)) * 300
SHA256 = hashlib.sha256(PHOTO).hexdigest()


@pytest.fixture
def disk() -> FaultyDisk:
    return FaultyDisk()


@pytest.fixture
def vault(disk: FaultyDisk) -> Vault:
    vaults = vaults_in(Path("/vaults"), disk)
    return vaults.create("Ada", "fox", SECRET, new_id=counted_ids(), now_ms=NOW_MS)


def folder(vault: Vault) -> Path:
    return Path("/vaults") / vault.id / "media"


def keep(vault: Vault, content: bytes = PHOTO) -> str:
    received = vault.media.receive([content])
    with vault.batch():
        vault.media.keep(received)
    return received.sha256_hex


def test_what_came_in_goes_out_whole_or_in_part(vault: Vault) -> None:
    received = vault.media.receive(PHOTO[start : start + 7000] for start in range(0, 80_000, 7000))
    assert (received.sha256_hex, received.size_bytes) == (SHA256, len(PHOTO))
    assert not vault.media.has(SHA256), "received is not yet kept"
    with pytest.raises(NotFound):
        vault.media.open(SHA256)
    vault.media.keep(received)
    assert vault.media.has(SHA256)
    assert vault.media.size_bytes(SHA256) == len(PHOTO)
    assert b"".join(vault.media.open(SHA256)) == PHOTO
    assert b"".join(vault.media.open(SHA256, 20_000, 20_010)) == PHOTO[20_000:20_010]
    assert b"".join(vault.media.open(SHA256, 70_000)) == PHOTO[70_000:]
    assert b"".join(vault.media.open(SHA256, len(PHOTO))) == b""
    with pytest.raises(BadInput, match="inside"):
        vault.media.open(SHA256, len(PHOTO) + 1)
    empty = keep(vault, b"")
    assert b"".join(vault.media.open(empty)) == b""


@pytest.mark.parametrize("sha256_hex", ["", "x", "0" * 64, "../../log", "0" * 63 + "\n"])
def test_what_is_not_here_is_not_found(vault: Vault, sha256_hex: str) -> None:
    assert not vault.media.has(sha256_hex)
    with pytest.raises(NotFound):
        vault.media.open(sha256_hex)
    with pytest.raises(NotFound):
        vault.media.size_bytes(sha256_hex)


def test_the_same_content_is_kept_once(vault: Vault, disk: FaultyDisk) -> None:
    keep(vault)
    assert vault.media.receive([PHOTO]).key == vault.media.receive([PHOTO]).key
    keep(vault)
    assert len(disk.names(folder(vault))) == 1
    assert len(vault.db.table("media")) == 1


def test_received_twice_before_either_is_kept_opens(vault: Vault) -> None:
    """A second file under the same name would make the key of the first useless."""
    first, second = vault.media.receive([PHOTO]), vault.media.receive([PHOTO])
    vault.media.keep(second)
    vault.media.keep(first)
    assert b"".join(vault.media.open(SHA256)) == PHOTO


def test_two_threads_receive_the_same_at_once(vault: Vault) -> None:
    meeting = threading.Barrier(2)

    def slow() -> Iterator[bytes]:
        yield PHOTO[:100]
        meeting.wait(timeout=30)
        yield PHOTO[100:]

    def receive_and_keep() -> None:
        vault.media.keep(vault.media.receive(slow()))

    threads = [threading.Thread(target=receive_and_keep) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    assert b"".join(vault.media.open(SHA256)) == PHOTO


def test_a_batch_that_fails_keeps_nothing_and_can_be_tried_again(vault: Vault) -> None:
    received = vault.media.receive([PHOTO])

    def failing() -> None:
        with vault.batch():
            vault.media.keep(received)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        failing()
    assert not vault.media.has(SHA256)
    with vault.batch():
        vault.media.keep(received)
    assert b"".join(vault.media.open(SHA256)) == PHOTO


def test_names_tell_nothing_and_differ_between_learners(vault: Vault, disk: FaultyDisk) -> None:
    keep(vault)
    vaults = vaults_in(Path("/vaults"), disk)
    other = vaults.create("Bo", "owl", SECRET, new_id=counted_ids(2), now_ms=NOW_MS)
    keep(other)
    names = {*disk.names(folder(vault)), *disk.names(folder(other))}
    assert len(names) == 2
    assert SHA256 not in names


def test_sweeping_takes_what_nobody_needs_and_nothing_else(vault: Vault, disk: FaultyDisk) -> None:
    kept, unneeded = keep(vault, b"kept"), keep(vault, b"unneeded")
    vault.close()
    vaults = vaults_in(Path("/vaults"), disk)
    vault = vaults.unlock(vault.id, SECRET, now_ms=NOW_MS)
    disk.open(folder(vault) / ".new-left-by-a-crash", create=True)
    waiting = vault.media.receive([b"waiting"])
    swept: list[int] = []

    def stream() -> Iterator[bytes]:
        yield b"being "
        swept.append(vault.media.sweep({kept}))
        yield b"received"

    vault.media.keep(vault.media.receive(stream()))
    assert swept == [2]
    vault.media.keep(waiting)
    assert not vault.media.has(unneeded)
    for content in (b"kept", b"waiting", b"being received"):
        assert b"".join(vault.media.open(hashlib.sha256(content).hexdigest())) == content
    assert keep(vault, b"unneeded") == unneeded
    assert b"".join(vault.media.open(unneeded)) == b"unneeded"


def test_after_a_restart_only_what_was_kept_can_be_kept(vault: Vault, disk: FaultyDisk) -> None:
    received = vault.media.receive([PHOTO])
    vault.close()
    vault = vaults_in(Path("/vaults"), disk).unlock(vault.id, SECRET, now_ms=NOW_MS)
    with pytest.raises(NotFound, match="once more"):
        vault.media.keep(received)
    assert b"".join(vault.media.open(keep(vault))) == PHOTO


def test_a_missing_file_can_be_brought_again(vault: Vault, disk: FaultyDisk) -> None:
    keep(vault)
    vault.close()
    disk.remove(folder(vault) / disk.names(folder(vault))[0])
    vault = vaults_in(Path("/vaults"), disk).unlock(vault.id, SECRET, now_ms=NOW_MS)
    assert not vault.media.has(SHA256)
    with pytest.raises(NotFound, match="missing"):
        vault.media.open(SHA256)
    keep(vault)
    assert b"".join(vault.media.open(SHA256)) == PHOTO
    assert len(vault.db.table("media")) == 1


def test_altered_exchanged_or_cut_files_are_refused(vault: Vault, disk: FaultyDisk) -> None:
    keep(vault)
    (name,) = disk.names(folder(vault))
    keep(vault, PHOTO[::-1])
    (other,) = set(disk.names(folder(vault))) - {name}
    file = disk.file(folder(vault) / name)
    whole = bytes(file.volatile)

    def refused() -> None:
        with pytest.raises(StoreDamaged):
            b"".join(vault.media.open(SHA256, 100, 200))

    for place in (0, 30, 60, 500):
        file.volatile[place] ^= 1
        refused()
        file.volatile[:] = whole
    for cut in (1, 16, 16400, len(whole) - 56):
        file.volatile[:] = whole[:-cut]
        refused()
    file.volatile[:] = disk.file(folder(vault) / other).volatile
    refused()
    assert len(whole) == sealed_size(len(PHOTO))


def test_a_full_disk_or_a_failing_stream_leaves_nothing_behind(
    vault: Vault, disk: FaultyDisk
) -> None:
    def failing() -> Iterator[bytes]:
        yield PHOTO
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        vault.media.receive(failing())
    disk.failure, disk.fail_at, disk.fail_on = errno.ENOSPC, disk.calls + 2, "write_at".__eq__
    disk.persistent = True
    with pytest.raises(StorageFull, match="no room"):
        vault.media.receive([PHOTO])
    disk.fail_at = None
    assert disk.names(folder(vault)) == []
    assert b"".join(vault.media.open(keep(vault))) == PHOTO


def test_names_that_may_not_be_durable_have_to_come_again(vault: Vault, disk: FaultyDisk) -> None:
    """The folder is synced when media is kept; a sync that failed is not believed later."""
    received = vault.media.receive([PHOTO])
    disk.failure, disk.fail_at = errno.EIO, disk.calls + 1
    disk.fail_on = "sync_folder".__eq__
    with pytest.raises(StoreDamaged):
        vault.media.keep(received)
    disk.fail_at = None
    with pytest.raises(NotFound, match="once more"):
        vault.media.keep(received)
    assert b"".join(vault.media.open(keep(vault))) == PHOTO


def test_the_folder_is_synced_once_for_all_files_of_a_work(
    vault: Vault, disk: FaultyDisk, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = [vault.media.receive([bytes((number,))]) for number in range(4)]
    synced: list[Path] = []
    real = disk.sync_folder

    def look(path: Path) -> None:
        synced.append(path)
        real(path)

    monkeypatch.setattr(disk, "sync_folder", look)
    with vault.batch():
        for received in files:
            vault.media.keep(received)
    assert synced.count(folder(vault)) == 1


def test_media_have_a_limit(vault: Vault, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(media_module, "MAXIMUM_MEDIA_BYTES", 1000)
    vault.media.receive([bytes(1000)])
    with pytest.raises(BadInput, match="smaller"):
        vault.media.receive([bytes(500), bytes(501)])


def test_an_open_stream_outlives_a_sweep_and_is_closed(vault: Vault) -> None:
    keep(vault)
    stream: Iterator[bytes] = vault.media.open(SHA256)
    assert next(stream)
    stream.close()  # type: ignore[attr-defined]  # a generator, as documented
    assert isinstance(vault.media, MediaStore)
