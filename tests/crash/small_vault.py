"""A whole vault of exactly 64 KiB, every file of it, to be cut and flipped everywhere.

What a damaged vault must do is said here, file by file; who asks decides how many places to try.
"""

from __future__ import annotations

import itertools
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from portfolio_app.errors import PortfolioError, StoreDamaged, TooManyTries
from portfolio_app.student.vault.cards import read_card
from portfolio_app.student.vault.frames import RECORD_HEAD
from portfolio_app.student.vault.keys_file import KEYS_NAME, read_keys
from portfolio_app.student.vault.media import MediaReader
from portfolio_app.student.vault.open_vault import LOG_NAME, log_key
from portfolio_app.student.vault.slots import TypedSecret, open_slot
from portfolio_app.student.vault.store import Store
from portfolio_app.student.vault.tries import TRIES_NAME, Tries
from tests.crash.power import drawn_secrets
from tests.student.vault.device import NOW_MS, SECRET, open_log
from tests.student.vault.faulty_disk import FaultyDisk, disk_of
from tests.student.vault.learners import ADA, LEARNERS, TYPED, device

SIZE_BYTES = 64 * 1024
BITS = 8 * SIZE_BYTES
EARLIER_WORKS = 40
LATER_WORKS = 10
CARD = "card.json"
LOOK_CLOSELY_EVERY = 16

Files = dict[str, bytes]
Documents = dict[str, dict[int, bytes]]


@dataclass(frozen=True, slots=True)
class SmallVault:
    """The files by name, what they hold, and what is needed to look at one of them alone."""

    files: Files
    vault_key: bytes
    commits: tuple[Documents, ...]
    """The tables after each record of the log behind its opening."""
    record_ends: tuple[int, ...]
    """Where in the log the opening ends, and each record behind it."""
    media_name: str
    content: bytes
    media_key: bytes

    def place(self, number: int) -> tuple[str, int]:
        """The file and the place in it of one byte of all 65,536."""
        for name, content in self.files.items():
            if number < len(content):
                return name, number
            number -= len(content)
        raise IndexError(number)

    def flipped(self, bit: int) -> tuple[str, bytes]:
        """A file with one bit of the vault's 524,288 turned round."""
        name, place = self.place(bit // 8)
        content = bytearray(self.files[name])
        content[place] ^= 1 << bit % 8
        return name, bytes(content)

    def cut(self, number: int) -> tuple[str, bytes]:
        """A file that ends before this byte of the vault."""
        name, place = self.place(number)
        return name, self.files[name][:place]


@cache
def small_vault(later_works: int = LATER_WORKS) -> SmallVault:
    """Make the vault; the same bytes each time.

    With CONTENTS_AFTER_RECORDS works behind its snapshot, its end says what they come to.
    """
    with drawn_secrets(64):
        disk, content = _filled(later_works)
        files = _files(disk)
        vault = device(disk).unlock(ADA, TYPED, now_ms=NOW_MS)
        (document,) = vault.db.table("media")
        keys = device(disk_of(as_tree(files)))._new_keys(LEARNERS / ADA, ADA)
        key, _ = keys.unlock(TYPED, now_ms=NOW_MS)  # the doors hand it to nobody
        vault.close()
    assert _size(files) == SIZE_BYTES
    commits = [*_commits(files[LOG_NAME], key)]
    media_name = next(name for name in files if name.startswith("media/"))
    return SmallVault(
        files,
        key,
        tuple(state for _, state in commits),
        tuple(end for end, _ in commits),
        media_name,
        content,
        bytes.fromhex(document["key"]),
    )


def as_tree(files: Files) -> dict[str, Any]:
    """The device's folders with this vault in them."""
    vault: dict[str, Any] = {"media": {}}
    for name, content in files.items():
        folder, _, last = name.rpartition("/")
        (vault[folder] if folder else vault)[last] = content
    return {LEARNERS.name: {ADA: vault}, "device": {}}


def is_refused(name: str, content: bytes, small: SmallVault) -> bool:
    """Look at a damaged file: True if it is refused by name, False if it does no harm.

    AssertionError if it gives anything that was not written so.
    """
    look: Callable[[bytes, SmallVault], None] = _media if "/" in name else _LOOKS[name]
    try:
        look(content, small)
    except (StoreDamaged, TooManyTries):
        return True
    return False


def is_refused_at_the_door(name: str, content: bytes, small: SmallVault) -> bool:
    """The same through the doors that the app uses, everything read."""
    disk = disk_of(as_tree({**small.files, name: content}))
    here = device(disk)
    here.list()
    try:
        vault = here.unlock(ADA, SECRET, now_ms=NOW_MS)
        try:
            state = documents_of(vault._store)
            (document,) = vault.db.table("media")
            assert b"".join(vault.media.open(document["sha256"])) == small.content
        finally:
            vault.close()
    except PortfolioError:
        return True
    settings = {"settings": state.get("settings", {})}  # how often the keys changed
    assert {**small.commits[-1], **settings} == state
    return False


def documents_of(store: Store) -> Documents:
    """Every table's documents as they are stored."""
    return {name: dict(store.frozen(name).pairs()) for name in store.table_names()}


def _made(content: bytes, later_works: int) -> FaultyDisk:
    disk = FaultyDisk()
    here = device(disk)
    vault = here.create("Ada", "fox", SECRET, new_id=lambda: ADA, now_ms=NOW_MS)
    received = vault.media.receive([content])
    with vault.batch():
        vault.media.keep(received)
        vault.db.table("records").insert({"n": -1, "files": [received.sha256_hex]})
    for number in range(EARLIER_WORKS):
        vault.db.table("records").insert({"n": number, "words": f"w{number} " * 140})
    here.ways.new_badge(ADA, TYPED, now_ms=NOW_MS)
    vault.compact()
    for number in range(later_works):
        with vault.batch():
            vault.db.table("records").insert(
                {"n": 100 + number, "words": "later " * (2500 // later_works)}
            )
            vault.db.table("outbox").insert({"n": number})
    vault.close()
    return disk


def _files(disk: FaultyDisk) -> Files:
    folder = LEARNERS / ADA
    names = [name for name in disk.names(folder) if name != "media"]
    names += [f"media/{name}" for name in disk.names(folder / "media")]
    return {name: bytes(disk.file(folder / name).volatile) for name in names}


def _size(files: Files) -> int:
    return sum(map(len, files.values()))


def _filled(later_works: int) -> tuple[FaultyDisk, bytes]:
    """The vault with as much media content as fills it, found by trying."""
    content = random.Random(1).randbytes(SIZE_BYTES // 8)
    while True:
        disk = _made(content, later_works)
        missing = SIZE_BYTES - _size(_files(disk))
        if not missing:
            return disk, content
        content = random.Random(1).randbytes(len(content) + missing)


def _commits(log: bytes, vault_key: bytes) -> Iterator[tuple[int, Documents]]:
    end = int.from_bytes(log[16:24], "big")
    while any(log[end : end + RECORD_HEAD.size]):
        end += RECORD_HEAD.size + RECORD_HEAD.unpack_from(log, end)[0]
        store, _ = open_log(disk_of({LOG_NAME: log[:end]}), _LOG, log_key(vault_key))
        yield end, documents_of(store)


_LOG = Path("/") / LOG_NAME


def _log(content: bytes, small: SmallVault) -> None:
    """Damage in the last record or behind it may be mended, as far as the end mark allows."""
    store, _ = open_log(disk_of({LOG_NAME: content}), _LOG, log_key(small.vault_key))
    kept = sum(end <= len(content) for end in small.record_ends)  # a cut end leaves fewer
    expected = small.commits[kept - 1]
    if len(content) % LOOK_CLOSELY_EVERY and len(content) < len(small.files[LOG_NAME]):
        # The snapshot was not touched, and each commit has its own count of documents.
        found = {name: len(store.frozen(name)) for name in store.table_names()}
        assert found == {name: len(documents) for name, documents in expected.items()}
        return
    assert documents_of(store) == expected, "not what was written, or not at that time"
    for name in store.table_names():
        base = store.frozen(name).base
        if base is not None:
            base.stream.read(0, base.stream.size_bytes)


def _keys(content: bytes, small: SmallVault) -> None:
    keys = read_keys(disk_of({KEYS_NAME: content}), Path("/"), ADA)
    (slot,) = (slot for slot in keys.slots if slot.kind == "secret")
    key = open_slot(slot, ADA, TypedSecret(SECRET))
    assert key == small.vault_key
    assert keys.is_whole(key)
    assert keys.to_bytes(key) == small.files[KEYS_NAME], "other keys"


def _tries(content: bytes, small: SmallVault) -> None:
    del small
    disk = disk_of({TRIES_NAME: content})
    Tries(disk, Path("/"), vault_id=ADA, keeper=None, since_start=None).count(NOW_MS)
    raise AssertionError("a damaged count counts as nothing")


def _card(content: bytes, small: SmallVault) -> None:
    """A card is not trusted: whatever it says, the vault is shown and opens."""
    del small
    read_card(disk_of({CARD: content}), Path("/"), ADA)


def _media(content: bytes, small: SmallVault) -> None:
    file = disk_of({"m": content}).open_to_read(Path("/m"))
    context = b"portfolio media 1 " + ADA.encode()
    reader = MediaReader(file, small.media_key, context, len(small.content))
    assert b"".join(reader.read()) == small.content, "other bytes"


_LOOKS: dict[str, Callable[[bytes, SmallVault], None]] = {
    LOG_NAME: _log,
    KEYS_NAME: _keys,
    TRIES_NAME: _tries,
    CARD: _card,
}


def drawn_bits(part: float, seed: int) -> list[int]:
    """Bits of the vault, this part of all, drawn."""
    return random.Random(seed).sample(range(BITS), round(BITS * part))


def tally(places: list[int] | range, refused: Callable[[int], bool]) -> tuple[int, int]:
    """Try all places; how many were refused by name and how many did no harm."""
    results = list(itertools.starmap(refused, zip(places, strict=True)))
    return sum(results), len(results) - sum(results)
