"""Photos, sound, video and files of one learner, each sealed in a file of its own.

Layout and names are docs/formats/sealed-media.md. Plaintext passes through memory in small pieces
and never touches the disk. What a picture is, and what belongs to which work, must not enter.
"""

from __future__ import annotations

import contextlib
import re
import secrets
import threading
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from portfolio_app.errors import BadInput, NotFound, StoreDamaged
from portfolio_app.sealing.envelope import authenticate
from portfolio_app.sealing.media import ChunkReader, new_media_key, new_sealer, sealed_size
from portfolio_app.student.vault.disk import Disk, OpenFile, plain_errors
from portfolio_app.student.vault.media_hash import HashedStream
from portfolio_app.student.vault.media_needs import named_media
from portfolio_app.student.vault.media_writing import write_sealed
from portfolio_app.student.vault.tables import SealedDatabase

TABLE = "media"
MAXIMUM_MEDIA_BYTES = 4 * 1024 * 1024 * 1024

_UNFINISHED = ".new-"
_CONTEXT = b"portfolio media 1 "
_SHA256_HEX = re.compile("[0-9a-f]{64}")


class OtherContent(BadInput):
    """The bytes that came are not those that were announced."""


@dataclass(frozen=True, slots=True)
class ReceivedMedia:
    """Media that is sealed on disk and belongs to nothing yet: `keep` it inside a batch."""

    sha256_hex: str
    size_bytes: int
    key: bytes


class MediaReader:
    """One sealed file, open for reads from anywhere. Close it, or use it in a `with`."""

    def __init__(self, file: OpenFile, key: bytes, context: bytes, size_bytes: int) -> None:
        """Check size and key; StoreDamaged if the file is not what was written."""
        self._file = file
        self.size_bytes = size_bytes
        with plain_errors("reading a file"):
            if file.size_bytes() != sealed_size(size_bytes):
                raise StoreDamaged("A sealed file is cut short or longer than what was written.")
            self._chunks = ChunkReader(key, context, file)

    def read(self, start: int = 0, stop: int | None = None) -> Iterator[bytes]:
        """Yield the bytes from `start` up to `stop` (not included), at most 256 KiB at a time.

        Raises BadInput for a start outside the media and, while yielding, StoreDamaged.
        """
        if not 0 <= start <= self.size_bytes:
            raise BadInput(f"The file has {self.size_bytes} bytes; ask for a part inside it.")
        return self._reading(start, stop)

    def close(self) -> None:
        """Give the file back; closing twice is harmless."""
        self._file.close()

    def __enter__(self) -> MediaReader:
        return self

    def __exit__(self, *problem: object) -> None:
        self.close()

    def _reading(self, start: int, stop: int | None) -> Iterator[bytes]:
        with plain_errors("reading a file"):
            yield from self._chunks.read(start, stop)


class MediaStore:
    """The sealed media of one open vault, by the SHA-256 of what they hold.

    The same content is kept once. Safe to use from several threads.
    """

    def __init__(
        self, disk: Disk, folder: Path, database: SealedDatabase, vault_id: str, names_key: bytes
    ) -> None:
        """Work in `folder`; media keys lie in the table "media" of `database`."""
        self._disk = disk
        self._folder = folder
        self._database = database
        self._table = database.table(TABLE)
        self._context = _CONTEXT + vault_id.encode("ascii")
        self._names_key = names_key
        self._turn = threading.RLock()
        self._numbers = {sha256: number for number, sha256 in self._table.rows()}
        # What came in since the vault was opened is never swept, even if it was here before: a
        # record that will name it may be on its way.
        self._received: dict[str, ReceivedMedia] = {}
        self._unfinished: set[str] = set()
        self._unsynced: set[str] = set()
        self._leaving: set[str] = set()
        self._sweeps = 0

    def receive(self, chunks: Iterable[bytes], *, announced: str | None = None) -> ReceivedMedia:
        """Seal a stream while reading it; return when its bytes are on the storage itself.

        Memory stays at one of the caller's chunks and a few of 256 KiB. Raises BadInput above
        4 GiB, StorageFull, and OtherContent for another SHA-256 than `announced`; then, and when
        `chunks` raises, nothing is left behind.
        """
        unfinished = _UNFINISHED + secrets.token_hex(16)
        with self._turn:
            self._unfinished.add(unfinished)
        try:
            with plain_errors("saving a file"):
                key = new_media_key()
                stream = HashedStream(chunks, MAXIMUM_MEDIA_BYTES)
                self._write(unfinished, key, stream)
                _check_announced(stream, announced)
                return self._name(
                    unfinished, ReceivedMedia(stream.sha256_hex(), stream.size_bytes, key)
                )
        except BaseException:
            with contextlib.suppress(OSError):
                self._disk.remove(self._folder / unfinished)
            raise
        finally:
            with self._turn:
                self._unfinished.discard(unfinished)

    def keep(self, received: ReceivedMedia) -> None:
        """Note the media's key; call it in the batch that writes the record which refers to it."""
        fresh = _document_of(received)
        with self._database.batch(), self._turn:
            known = self._document(received.sha256_hex)
            if known == fresh:
                return
            if self._received.get(received.sha256_hex) != received:
                raise NotFound("That file is not here any more; add it once more.")
            self._sync_names()
            if known is not None:
                self._table.remove(doc_ids=[self._numbers[received.sha256_hex]])
            self._numbers[received.sha256_hex] = self._table.insert(fresh)

    def open(self, sha256_hex: str, start: int = 0, stop: int | None = None) -> Iterator[bytes]:
        """Yield the bytes from `start` up to `stop` (not included), at most 256 KiB at a time.

        Raises NotFound, BadInput for a start outside the media, and StoreDamaged, also while
        yielding, if the sealed file is not what was written. Close the iterator if it is not
        read to its end.
        """
        reader = self.reader(sha256_hex)
        try:
            pieces = reader.read(start, stop)
        except BaseException:
            reader.close()
            raise
        return _closing(reader, pieces)

    def reader(self, media: str | ReceivedMedia) -> MediaReader:
        """Open media for reads from anywhere, by its hash or as it was received and not yet kept.

        Raises NotFound and StoreDamaged.
        """
        if isinstance(media, str):
            found = self._found(media)
            media = ReceivedMedia(media, int(found["size_bytes"]), bytes.fromhex(found["key"]))
        with plain_errors("reading a file"):
            file = self._open_file(media.sha256_hex)
        try:
            return MediaReader(file, media.key, self._context, media.size_bytes)
        except BaseException:
            file.close()
            raise

    def size_bytes(self, sha256_hex: str) -> int:
        """The size of what the media holds; NotFound if it is not kept here."""
        return int(self._found(sha256_hex)["size_bytes"])

    def has(self, sha256_hex: str) -> bool:
        """Say whether the media is kept and its sealed file is there."""
        return self._document(sha256_hex) is not None and self._disk.exists(self._path(sha256_hex))

    def sweep(self, wanted: Iterable[str] = ()) -> int:
        """Remove what nothing names and return how many files went.

        Media stays that any document of the vault names (record, outbox, queue, setting, original)
        or that is in `wanted`; so does what was received since the vault was opened.
        """
        wanted = set(wanted)
        # Inside a batch nobody else writes, so nothing can be named between the look and the cut.
        with self._database.batch():
            wanted |= named_media(self._database, TABLE)
            with self._turn:
                self._sweeps += 1
                wanted |= self._received.keys()
                gone = {
                    document["sha256"]: document.doc_id
                    for document in self._table
                    if document["sha256"] not in wanted
                }
                self._leaving = set(gone)
            if gone:
                self._table.remove(doc_ids=list(gone.values()))
        # The files go only once no document can come back for them.
        with self._turn, plain_errors("making room"):
            self._leaving = set()
            return self._clear(self._disk.names(self._folder))

    def drop(self, hashes: Iterable[str]) -> None:
        """Forget the keys of these in the batch around; nobody can read them then.

        The sealed files go by `clear_leftovers` once the batch stands, at the latest when the vault
        is closed next. Received once more meanwhile, a file stays.
        """
        with self._database.batch(), self._turn:
            self._sweeps += 1
            numbers = []
            for sha256_hex in hashes:
                self._received.pop(sha256_hex, None)
                if self._document(sha256_hex) is not None:
                    numbers.append(self._numbers[sha256_hex])
            if numbers:
                self._table.remove(doc_ids=numbers)

    def clear_leftovers(self) -> int:
        """Remove files that no media document stands for, and return how many went.

        Such are left by crashes and by pictures that were refused after they were sealed. Costs one
        look into the folder, and no more while there are no more files than documents. What was
        received since the vault was opened stays: a document may be on its way, or be in a log
        whose last write is in doubt.
        """
        with self._database.batch(), self._turn, plain_errors("making room"):
            names = self._disk.names(self._folder)
            return self._clear(names) if len(names) > len(self._table) else 0

    def _clear(self, names: list[str]) -> int:
        self._sweeps += 1
        needed = {document["sha256"] for document in self._table} | self._received.keys()
        kept = {self._path(sha256_hex).name for sha256_hex in needed} | self._unfinished
        return sum(self._remove(name) for name in names if name not in kept)

    def _remove(self, name: str) -> bool:
        """Remove a file; one that a player still reads stays for the next sweep on some systems."""
        try:
            self._disk.remove(self._folder / name)
        except PermissionError:
            return False
        return True

    def _write(self, name: str, key: bytes, stream: HashedStream) -> None:
        file = self._disk.open(self._folder / name, create=True)
        try:
            write_sealed(file, new_sealer(key, self._context), stream)
        finally:
            file.close()

    def _name(self, unfinished: str, fresh: ReceivedMedia) -> ReceivedMedia:
        """Give the file its name, unless the same content is here already.

        One content has one file and so one key: a second copy that replaced the first would make
        a key that someone is about to keep useless.
        """
        while True:
            sweeps = self._sweeps
            # Outside the turn: reading the table must never wait for a batch that waits for us.
            kept = self._kept(fresh.sha256_hex)
            with self._turn:
                if sweeps == self._sweeps:
                    return self._named(unfinished, fresh, kept)

    def _named(
        self, unfinished: str, fresh: ReceivedMedia, kept: ReceivedMedia | None
    ) -> ReceivedMedia:
        if fresh.sha256_hex in self._leaving:
            kept = None
        known = self._received.get(fresh.sha256_hex) or kept
        if known is None:
            self._disk.rename(self._folder / unfinished, self._path(fresh.sha256_hex))
            self._unsynced.add(fresh.sha256_hex)
        else:
            self._disk.remove(self._folder / unfinished)
        return self._received.setdefault(fresh.sha256_hex, known or fresh)

    def _sync_names(self) -> None:
        """Make the names of what was received durable, once for all files of a work."""
        if not self._unsynced:
            return
        names, self._unsynced = self._unsynced, set()
        try:
            with plain_errors("saving a file"):
                self._disk.sync_folder(self._folder)
        except BaseException:
            # A second try may only look well: what is not surely there has to come again.
            for sha256_hex in names:
                self._received.pop(sha256_hex, None)
            raise

    def _kept(self, sha256_hex: str) -> ReceivedMedia | None:
        document = self._document(sha256_hex)
        if document is None:
            return None
        received = ReceivedMedia(
            sha256_hex, int(document["size_bytes"]), bytes.fromhex(str(document["key"]))
        )
        try:
            file = self._open_file(sha256_hex)
        except (NotFound, OSError):
            return None
        size_bytes = file.size_bytes()
        file.close()
        return received if size_bytes == sealed_size(received.size_bytes) else None

    def _document(self, sha256_hex: str) -> dict[str, str | int] | None:
        if not _SHA256_HEX.fullmatch(sha256_hex):
            return None
        number = self._numbers.get(sha256_hex)
        document = None if number is None else self._table.get(doc_id=number)
        # A batch that failed may have left a number that by now belongs to another document.
        if document is None or document["sha256"] != sha256_hex:
            return None
        return dict(document)

    def _found(self, sha256_hex: str) -> dict[str, str]:
        document = self._document(sha256_hex)
        if document is None:
            raise NotFound("That file is not on this device.")
        return {name: str(value) for name, value in document.items()}

    def _open_file(self, sha256_hex: str) -> OpenFile:
        try:
            return self._disk.open_to_read(self._path(sha256_hex))
        except FileNotFoundError:
            raise NotFound("The sealed file of this media is missing on this device.") from None

    def _path(self, sha256_hex: str) -> Path:
        return self._folder / authenticate(self._names_key, bytes.fromhex(sha256_hex)).hex()


def _closing(reader: MediaReader, pieces: Iterator[bytes]) -> Iterator[bytes]:
    with reader:
        yield from pieces


def _check_announced(stream: HashedStream, announced: str | None) -> None:
    if announced is not None and stream.sha256_hex() != announced:
        raise OtherContent("The file is not the one that was announced; fetch it again.")


def _document_of(received: ReceivedMedia) -> dict[str, str | int]:
    return {
        "sha256": received.sha256_hex,
        "size_bytes": received.size_bytes,
        "key": received.key.hex(),
    }
