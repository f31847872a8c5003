"""What people left behind on a shared device, handed in by whoever finds the school.

The format is docs/formats/bundle.md, "What somebody left behind". Whose it is comes from the token
inside; what it may write is judged where every other push is. A part counts once all of it is kept.
"""

import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from portfolio_app.errors import BadInput, NotAllowed, StorageFull, StoreDamaged
from portfolio_app.model.people import learner_scope
from portfolio_app.school import returning, writing
from portfolio_app.school.accounts import TOKEN_CHARACTERS_LIMIT, token_hash
from portfolio_app.school.database import access, departed, erasing, ledger
from portfolio_app.school.database.access import Device
from portfolio_app.school.database.engine import Transaction
from portfolio_app.school.database.erasing import Awaited
from portfolio_app.school.wiring import School
from portfolio_app.sealing import bundles as sealing
from portfolio_app.sealing.media import Source
from sync import bundle, wire
from sync.bundle import Section
from sync.errors import PeerError, TooNew
from sync.wire import SyncReply, SyncRequest

PARTS_LIMIT = 9_999
MORE_THAN_A_FILE_BYTES = 16 << 20
LOOK_BYTES = 320 * 1024
"""In so many bytes the whole manifest stands, sealed: header, 64 KiB, and what is read at once."""


@dataclass(frozen=True, slots=True)
class Handed:
    """What a part brought. All zero for one that had come before, or of an erased learner."""

    accepted: int = 0
    refused: int = 0
    files: int = 0


@dataclass(frozen=True, slots=True)
class _Part:
    """Which part it is, and whose: a device, or one whose learner was erased."""

    number: int
    parts: int
    head_sha256: str
    device: Device | None
    awaited: Awaited | None
    has_come: bool


def look(school: School, source: Source) -> None:
    """Raise as `take` does where the first LOOK_BYTES of `source` are enough to know."""
    with _in_words():
        part, _ = _begin(school, source)
        if part.device is not None and not part.has_come:
            school.media.check_room(learner_scope(part.device.learner_id), source.size_bytes())


def take(school: School, source: Source) -> Handed:
    """Keep all of a part; a second time changes nothing.

    Raises BadInput (no bundle of ours, changed, cut, over, or a file too large), NotAllowed (a
    device that is not known any more), StorageFull. What stood before the problem is kept.
    """
    with _in_words():
        part, sections = _begin(school, source)
        now_ms = school.now_ms()
        if part.awaited is not None:
            # The vault is gone, so the copy that was to be erased is.
            device = part.awaited.device
            if part.awaited.confirmed_ms is None:
                school.database.write(lambda t: erasing.note_confirmed(t, device, now_ms))
            return Handed()
        if part.device is None or part.has_come:
            return Handed()
        handed = _keep(school, part.device, sections)
        school.database.write(lambda t: _note(t, part, handed, now_ms))
        return handed


def _begin(school: School, source: Source) -> tuple[_Part, Iterator[Section]]:
    keyring = school.database.read(lambda transaction: transaction.keyring)
    opened = sealing.open_bundle(source, keyring.bundle_opening_key, sealing.LEFT, school.now_ms())
    sections = bundle.read(opened.stream)
    manifest = bundle.read_manifest(next(sections))
    token, left = manifest.get("token"), manifest.get("left")
    if manifest.get("signer") != opened.header.signer or not isinstance(left, dict):
        raise PeerError("The bundle's manifest does not fit its header.")
    if not isinstance(token, str) or len(token) > TOKEN_CHARACTERS_LIMIT:
        raise PeerError("The bundle's manifest names no device.")
    number, parts = _count(left.get("part")), _count(left.get("parts"))
    if number > parts:
        raise PeerError("The bundle's manifest does not say which part it is.")
    hashed = token_hash(token)

    def known(transaction: Transaction) -> _Part:
        device = access.device_by_token(transaction, hashed)
        awaited = None if device else erasing.awaited_once(transaction, hashed)
        before = departed.departed(transaction, device.id) if device else None
        has_come = before is not None and before.taken.get(number) == opened.head_sha256
        return _Part(number, parts, opened.head_sha256, device, awaited, has_come)

    part = school.database.read(known)
    is_closed = part.device is None or part.device.revoked_ms is not None
    if is_closed and part.awaited is None and not part.has_come:
        raise NotAllowed("This is of a device that the school does not know any more.")
    return part, sections


def _keep(school: School, device: Device, sections: Iterator[Section]) -> Handed:
    accepted = refused = files = 0
    scope = learner_scope(device.learner_id)
    for section in sections:
        if section.type == bundle.REQUEST:
            request = wire.decode_request(section.whole())
            reply = writing.exchange(school.database, device.learner_id, request, school.now_ms())
            accepted += len(reply.accepted)
            refused += len(reply.refused)
            if reply.refused:
                _give_back(school, device, request, reply)
        elif section.type == bundle.FILE and not school.media.has(scope, section.sha256):
            with school.media.receive(scope, section.sha256, school.now_ms()) as arrival:
                for piece in section.pieces:
                    arrival.take(piece)
                arrival.finish()
            files += 1
    return Handed(accepted, refused, files)


def _give_back(school: School, device: Device, request: SyncRequest, reply: SyncReply) -> None:
    """Nobody is at that device any more: what was refused waits for its learner here."""
    whose, now_ms = device.learner_id, school.now_ms()
    school.database.write(
        lambda t: returning.keep(t, whose, request.changes, reply.refused, now_ms)
    )


def _note(transaction: Transaction, part: _Part, handed: Handed, now_ms: int) -> None:
    if part.device is None:
        return
    device, learner = part.device.id, part.device.learner_id
    now = departed.note_part(transaction, device, part.number, part.parts, part.head_sha256, now_ms)
    access.touch_device(transaction, device, now_ms)
    ledger.note(transaction, learner, "left_part_taken", device, now_ms)
    if handed.refused:
        ledger.note(transaction, learner, f"left_refused_{handed.refused}", device, now_ms)
    if now.is_whole:
        ledger.note(transaction, learner, "device_left", device, now_ms)


def _count(value: object) -> int:
    if type(value) is not int or not 1 <= value <= PARTS_LIMIT:
        raise PeerError("The bundle's manifest does not say which part it is.")
    return value


class _in_words:  # noqa: N801 - reads as what it does
    """Problems of the bytes as BadInput: they are the sender's, and no fault of the school."""

    def __enter__(self) -> None:
        return

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if isinstance(error, TooNew):
            raise BadInput("It was made by a newer app; this school needs an update.") from None
        if isinstance(error, PeerError | StoreDamaged):
            raise BadInput("It is damaged or cut short. What came before that is kept.") from None


class Spooled:
    """What is arriving, as it is, in a file that goes when the `with` ends: sealed to the school.

    `size_bytes` is what was announced; `read_at` reads what has come.
    """

    def __init__(self, path: Path, announced_bytes: int) -> None:
        self._path = path
        self._announced_bytes = announced_bytes
        self.came_bytes = 0
        self._descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)

    def __enter__(self) -> "Spooled":
        return self

    def __exit__(self, *_: object) -> None:
        os.close(self._descriptor)
        with suppress(FileNotFoundError):
            self._path.unlink()

    def add(self, content: bytes) -> None:
        """Take some more. Raises StorageFull."""
        view = memoryview(content)
        try:
            while view:
                written = os.write(self._descriptor, view)
                view = view[written:]
        except OSError:
            raise StorageFull("The school server's disk is full; try again later.") from None
        self.came_bytes += len(content)

    def size_bytes(self) -> int:
        """How large it will be."""
        return self._announced_bytes

    def read_at(self, offset: int, size_bytes: int) -> bytes:
        """Some of what has come."""
        return os.pread(self._descriptor, size_bytes, offset)
