"""Bundles at the school: a device's file is taken as if it had come over the network, and answered.

The format is docs/formats/bundle.md. Whose bundle it is comes from the device's token inside; what
it may write is judged where every other push is. Where files lie is the commands' business.
"""

import itertools
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from portfolio_app.errors import BadInput, NotAllowed, StoreDamaged
from portfolio_app.model.people import LearnerId, class_scope, learner_scope
from portfolio_app.school import writing
from portfolio_app.school.accounts import TOKEN_CHARACTERS_LIMIT, token_hash
from portfolio_app.school.database import access, blobs, facts, ledger, people, works
from portfolio_app.school.database.access import Device
from portfolio_app.school.database.engine import Transaction
from portfolio_app.school.media import TooLarge, WrongHash
from portfolio_app.school.wiring import School
from portfolio_app.sealing import bundles as sealing
from portfolio_app.sealing.media import Source
from sync import bundle, wire
from sync.bundle import BundledFile, Section
from sync.errors import PeerError, TooNew
from sync.wire import SyncReply, SyncRequest

DEVICES_LIMIT = 20_000
_FACT = "bundle/"
_NOTE = "bundle_taken"


@dataclass(frozen=True, slots=True)
class Asked:
    """A device that waits for a bundle: its key to seal to, and how far it had read, by scope."""

    device_id: str
    learner_id: LearnerId
    reply_to: str
    cursors: Mapping[str, int]
    verdicts: tuple[SyncReply, ...] = ()


@dataclass(frozen=True, slots=True)
class Taken:
    """What a device's bundle brought, and what it asks."""

    asked: Asked
    accepted: int
    refused: int
    files: int


def public_keys(school: School) -> dict[str, str | bool]:
    """The keys that a device needs: whom to seal to, and whose signature to believe; and that what
    somebody left behind is taken (`left_behind`).
    """
    keyring = school.database.read(lambda transaction: transaction.keyring)
    return {
        "recipient": sealing.recipient_of(keyring.bundle_opening_key),
        "signer": sealing.signer_of(keyring.bundle_signing_key),
        "left": True,
    }


def take(school: School, source: Source) -> Taken:
    """Import a device's bundle; a second time changes nothing.

    Raises BadInput (no bundle of ours, expired), NotAllowed (the device is not known any more) and
    StoreDamaged (cut or changed: what stood before is kept).
    """
    keyring = school.database.read(lambda transaction: transaction.keyring)
    opened = sealing.open_bundle(
        source, keyring.bundle_opening_key, sealing.TO_SCHOOL, school.now_ms()
    )
    try:
        return _take(school, opened)
    except TooNew:
        raise BadInput("That bundle was made by a newer app. Update this school first.") from None
    except PeerError as problem:
        raise StoreDamaged(f"{problem} What came before it is kept; ask for a new one.") from None


def waiting(school: School) -> Iterator[Asked]:
    """Every device that ever sent a bundle and is still known, and how far it had read then."""
    kept = school.database.read(lambda t: facts.beginning_with(t, _FACT, DEVICES_LIMIT))
    for name, value in kept.items():
        known = json.loads(value)
        device = school.database.read(
            lambda t, name=name: access.device(t, name.removeprefix(_FACT))  # type: ignore[misc]
        )
        if device is not None and device.revoked_ms is None:
            yield Asked(device.id, device.learner_id, known["reply_to"], known["cursors"])


def answer(school: School, asked: Asked) -> Iterator[bytes]:
    """The bundle back: verdicts, then what the device has not seen, then its class's files."""
    keyring = school.database.read(lambda transaction: transaction.keyring)
    own = learner_scope(asked.learner_id)
    have = school.database.read(lambda t: blobs.hashes(t, own, bundle.FILES_LIMIT))
    manifest = {"learner_id": asked.learner_id, "have": have}
    replies = itertools.chain(asked.verdicts, _pages(school, asked))
    stream = bundle.write(
        manifest, bundle.REPLY, map(wire.encode_reply, replies), _class_files(school, asked)
    )
    return sealing.seal(
        sealing.TO_DEVICE, asked.reply_to, keyring.bundle_signing_key, school.now_ms(), stream
    )


def _take(school: School, opened: sealing.Opened) -> Taken:
    sections = bundle.read(opened.stream)
    device, reply_to = _whose(school, next(sections), opened.header.signer)
    cursors: Mapping[str, int] = {}
    verdicts: list[SyncReply] = []
    files = 0
    for section in sections:
        if section.type == bundle.REQUEST:
            request = wire.decode_request(section.whole())
            reply = writing.exchange(school.database, device.learner_id, request, school.now_ms())
            verdicts.append(replace(reply, pages={}))
            cursors = request.cursors
        elif section.type == bundle.FILE:
            files += _take_file(school, device, section)
    asked = Asked(device.id, device.learner_id, reply_to, cursors, tuple(verdicts))
    school.database.write(lambda transaction: _note(transaction, asked, school.now_ms()))
    accepted = sum(len(reply.accepted) for reply in verdicts)
    return Taken(asked, accepted, sum(len(reply.refused) for reply in verdicts), files)


def _whose(school: School, section: Section, signer: str) -> tuple[Device, str]:
    manifest = bundle.read_manifest(section)
    token, reply_to = manifest.get("token"), manifest.get("reply_to")
    if manifest.get("signer") != signer or not isinstance(reply_to, str):
        raise PeerError("The bundle's manifest does not fit its header.")
    if not isinstance(token, str) or len(token) > TOKEN_CHARACTERS_LIMIT:
        raise PeerError("The bundle's manifest names no device.")
    if not sealing.is_key(reply_to):
        raise PeerError("The bundle's manifest has no key to answer to.")
    hashed = token_hash(token)
    device = school.database.read(lambda t: access.device_by_token(t, hashed))
    if device is None or device.revoked_ms is not None:
        raise NotAllowed("That bundle is of a device that this school does not know any more.")
    return device, reply_to


def _take_file(school: School, device: Device, section: Section) -> bool:
    """Whether a file was new. One that does not fit is left; the device keeps it and says so."""
    scope = learner_scope(device.learner_id)
    if school.media.has(scope, section.sha256):
        return False
    with school.media.receive(scope, section.sha256, school.now_ms()) as arrival:
        try:
            for piece in section.pieces:
                arrival.take(piece)
            arrival.finish()
        except (TooLarge, WrongHash):
            return False
    return True


def _note(transaction: Transaction, asked: Asked, now_ms: int) -> None:
    known = {"reply_to": asked.reply_to, "cursors": dict(asked.cursors)}
    facts.tell(transaction, _FACT + asked.device_id, json.dumps(known))
    access.touch_device(transaction, asked.device_id, now_ms)
    ledger.note(transaction, asked.learner_id, _NOTE, asked.device_id, now_ms)


def _pages(school: School, asked: Asked) -> Iterator[SyncReply]:
    """All that a device has not seen, from its cursors on."""
    cursors = dict(asked.cursors)
    for _ in range(bundle.MESSAGES_LIMIT - len(asked.verdicts)):
        request = SyncRequest(cursors)
        reply = writing.exchange(school.database, asked.learner_id, request, school.now_ms())
        yield reply
        cursors = {scope: page.cursor for scope, page in reply.pages.items()}
        if not any(page.more for page in reply.pages.values()):
            return


def _class_files(school: School, asked: Asked) -> Iterator[BundledFile]:
    """The frameworks and rubrics of a learner's classes."""

    def shared(transaction: Transaction) -> list[tuple[str, str]]:
        classes = people.classes(transaction, asked.learner_id)
        scopes = [class_scope(one.id) for one in classes]
        return sorted({(one.scope, one.media) for one in works.library(transaction, scopes)})

    for scope, sha256 in school.database.read(shared):
        blob = school.media.find(scope, sha256)
        if blob is not None:
            yield BundledFile(sha256, blob.size_bytes, school.media.open(blob))
