"""What people who left this device left for their schools: parcels of sealed parts.

The device cannot open them and does not know whose they are (docs/formats/bundle.md, "What somebody
left behind"). Bytes only: what is in a part, and how it travels, stays outside.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from portfolio_app.errors import BadInput, StoreDamaged
from portfolio_app.student.vault.disk import Disk, Lock, OpenFile, plain_errors, read_whole
from portfolio_app.student.vault.removal import LEAVING_NAME, OUTGOING_NAME, clear_folder

NOTE_NAME = "note.json"
LOCK_NAME = ".lock"
PARTS_LIMIT = 9_999
PARCELS_LIMIT = 1_000
ADDRESSES_LIMIT = 4
NOTE_BYTES_LIMIT = 4_096
READ_BYTES = 256 * 1024
_PARCEL = re.compile(r"[0-9a-f]{32}(-[0-9]{1,2})?")
_PART = re.compile(r"[0-9]{4}\.bundle")


@dataclass(frozen=True, slots=True)
class Note:
    """Where a parcel goes, and whether it holds work or only says that a copy is gone."""

    addresses: tuple[str, ...]
    holds_work: bool


@dataclass(frozen=True, slots=True)
class Parcel:
    """What one person left: the names of the parts that the school has not taken yet."""

    name: str
    note: Note
    parts: tuple[str, ...]


class Leavings:
    """What is being written for the school inside a vault that is still there."""

    def __init__(self, disk: Disk, vault_folder: Path) -> None:
        self._disk = disk
        self._folder = vault_folder / LEAVING_NAME

    def begin(self, note: Note) -> None:
        """Throw away an older half, and write where it goes."""
        self.clear()
        with plain_errors("what goes to school later"):
            self._disk.make_folder(self._folder)
            self._disk.sync_folder(self._folder.parent)
            text = {"addresses": list(note.addresses), "holds_work": note.holds_work}
            self._write(NOTE_NAME, [json.dumps(text).encode("ascii")])

    def add(self, number: int, pieces: Iterable[bytes]) -> None:
        """Write a part, counted from 1; it is on the storage itself when this returns."""
        if not 1 <= number <= PARTS_LIMIT:
            raise BadInput("Too much waits for school to be left behind. Send some of it first.")
        with plain_errors("what goes to school later"):
            self._write(f"{number:04}.bundle", pieces)

    def end(self) -> None:
        """All parts are there, their names too."""
        with plain_errors("what goes to school later"):
            self._disk.sync_folder(self._folder)

    def clear(self) -> None:
        """Throw away what was written."""
        with plain_errors("clearing up what was to go to school later"):
            if self._disk.exists(self._folder):
                clear_folder(self._disk, self._folder)

    def _write(self, name: str, pieces: Iterable[bytes]) -> None:
        with closing(self._disk.open(self._folder / name, create=True)) as file:
            size_bytes = 0
            for piece in pieces:
                file.write_at(size_bytes, piece)
                size_bytes += len(piece)
            file.sync()


class Outgoing:
    """The parcels of one device. Each call looks at the disk; several programs may share it."""

    def __init__(self, disk: Disk, vaults_folder: Path) -> None:
        self._disk = disk
        self._folder = vaults_folder / OUTGOING_NAME

    def parcels(self) -> tuple[Parcel, ...]:
        """All that lies here; one whose note cannot be read goes nowhere and is still shown."""
        found = []
        with plain_errors("looking what goes to school"):
            names = [name for name in self._disk.names(self._folder) if _PARCEL.fullmatch(name)]
            for name in names[:PARCELS_LIMIT]:
                parts = [
                    one for one in self._disk.names(self._folder / name) if _PART.fullmatch(one)
                ]
                found.append(Parcel(name, self._note(name), tuple(parts)))
        return tuple(found)

    def size_bytes(self, parcel: Parcel, part: str) -> int:
        """How large a part is."""
        with plain_errors("what goes to school"), closing(self._open(parcel, part)) as file:
            return file.size_bytes()

    def read(self, parcel: Parcel, part: str) -> Iterator[bytes]:
        """A part as it is, at most 256 KiB at a time."""
        with plain_errors("what goes to school"), closing(self._open(parcel, part)) as file:
            offset = 0
            while piece := file.read_at(offset, READ_BYTES):
                offset += len(piece)
                yield piece

    def drop(self, parcel: Parcel, part: str) -> None:
        """The school has it. With its last part a parcel goes too."""
        with plain_errors("what went to school"):
            folder = self._folder / parcel.name
            self._disk.remove(folder / part)
            self._disk.sync_folder(folder)
            if not any(_PART.fullmatch(name) for name in self._disk.names(folder)):
                self._clear(folder)

    def tidy(self, parcel: Parcel) -> None:
        """Remove a parcel without parts: a program was ended just before it could."""
        with plain_errors("what went to school"):
            if not parcel.parts:
                self._clear(self._folder / parcel.name)

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Only one program of this device sends at a time; VaultInUse at once for the others."""
        with plain_errors("what goes to school"):
            lock: Lock = self._disk.lock(self._folder / LOCK_NAME)
        try:
            yield
        finally:
            lock.release()

    def _clear(self, folder: Path) -> None:
        clear_folder(self._disk, folder)
        self._disk.sync_folder(self._folder)

    def _open(self, parcel: Parcel, part: str) -> OpenFile:
        return self._disk.open_to_read(self._folder / parcel.name / part)

    def _note(self, name: str) -> Note:
        try:
            raw = read_whole(self._disk, self._folder / name / NOTE_NAME, NOTE_BYTES_LIMIT)
            found = json.loads(raw)
            told = found["addresses"][:ADDRESSES_LIMIT]
            addresses = tuple(one for one in told if isinstance(one, str))
            return Note(addresses, found["holds_work"] is not False)
        except (FileNotFoundError, StoreDamaged, ValueError, KeyError, TypeError, RecursionError):
            return Note((), holds_work=True)
