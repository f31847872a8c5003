"""The way to school by file: what waits goes onto a stick, and the school's answer comes back.

The same messages as over the network, so nothing here decides about a portfolio either. The format
is docs/formats/bundle.md; its inside is `sync.bundle`'s, its outside `sealing.bundles`'. Where a
bundle lies, on a stick or in a browser, is the business of whoever calls.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from portfolio_app.errors import BadInput, StoreDamaged
from portfolio_app.sealing import bundles as sealing
from portfolio_app.sealing import hpke
from portfolio_app.sealing.envelope import SealBroken
from portfolio_app.sealing.media import Source
from portfolio_app.student.deletions import store_progress
from portfolio_app.student.portfolio import LAST_EXCHANGE, Portfolio, School
from sync import bundle, client, wire
from sync.bundle import BundledFile, Section
from sync.errors import PeerError, TooNew
from sync.wire import SyncRequest

BUNDLE_KEYS = "bundle_keys"
REPLY_KEYS = "bundle_reply_keys"
REPLY_KEYS_LIMIT = 20
"""As many bundles may be under way at once before the answer to the first cannot be opened."""


class NoSchoolYet(BadInput):
    """The portfolio belongs to no school; joining one helps."""


class SchoolKeysMissing(BadInput):
    """The school never told whom to seal bundles to; one exchange over the network helps."""


class AnswersNothing(BadInput):
    """The bundle answers none that this portfolio still knows; making a new one helps."""


class BundleDamaged(StoreDamaged):
    """The bundle was cut or changed on its way; what came before is kept, a new one helps."""


@dataclass(frozen=True, slots=True)
class BundleMade:
    """What goes into a bundle, and the bytes of it, to be taken once and to the end."""

    changes: int
    files: int
    pieces: Iterator[bytes]


@dataclass(frozen=True, slots=True)
class BundleRead:
    """What a school's bundle brought: records, files, files the school has, changes refused."""

    pulled: int = 0
    files: int = 0
    media_sent: int = 0
    refused: int = 0


def keep_school_keys(portfolio: Portfolio, told: object) -> None:
    """Keep what a school told, over TLS, about the keys of its bundles; anything else is left."""
    if isinstance(told, dict):
        keys = {name: told.get(name) for name in ("recipient", "signer")}
        if all(sealing.is_key(key) for key in keys.values()):
            takes_left = {"left": True} if told.get("left") is True else {}
            portfolio.vault.put_setting(BUNDLE_KEYS, {**keys, **takes_left})


def can_make_bundle(portfolio: Portfolio) -> None:
    """Raises NoSchoolYet or SchoolKeysMissing where `make_bundle` would."""
    _school_keys(portfolio)


def make_bundle(portfolio: Portfolio) -> BundleMade:
    """All that waits, sealed for the school; nothing changes here but that an answer can be opened.

    Raises NoSchoolYet, SchoolKeysMissing, StorageFull.
    """
    school, keys = _school_keys(portfolio)
    with portfolio.lock:
        pending, positions = portfolio.store.pending(), portfolio.store.positions
        hashes = portfolio.media_queue.in_order()[: bundle.FILES_LIMIT]
    signing_key, reply_key = sealing.new_signing_key(), hpke.new_private_key()
    known = portfolio.vault.get_setting(REPLY_KEYS) or []
    with portfolio.durable():
        latest = [*known, reply_key.hex()][-REPLY_KEYS_LIMIT:]
        portfolio.vault.put_setting(REPLY_KEYS, latest)
    manifest = {
        "token": school.token,
        "signer": sealing.signer_of(signing_key),
        "reply_to": sealing.recipient_of(reply_key),
    }
    requests = list(requests_of(pending, positions))
    files = (
        BundledFile(sha256, portfolio.media_size_bytes(sha256), portfolio.read_media(sha256))
        for sha256 in hashes
    )
    messages = map(wire.encode_request, requests)
    stream = bundle.write(manifest, bundle.REQUEST, messages, files)
    now_ms = portfolio.now_ms()
    pieces = sealing.seal(sealing.TO_SCHOOL, keys["recipient"], signing_key, now_ms, stream)
    return BundleMade(sum(len(request.changes) for request in requests), len(hashes), pieces)


def read_bundle(portfolio: Portfolio, source: Source) -> BundleRead:
    """Take a school's answer; what it holds for the second time changes nothing.

    No exchange over the network may run meanwhile. Raises BadInput or StoreDamaged with a sentence;
    what stood before the damage is kept.
    """
    _, keys = _school_keys(portfolio)
    try:
        opened = _opened(portfolio, source, keys["signer"])
    except SealBroken as problem:
        raise BundleDamaged(str(problem)) from None
    return _take(portfolio, opened.stream)


def _opened(portfolio: Portfolio, source: Source, signer: str) -> sealing.Opened:
    recipient = sealing.read_header(source).recipient
    for kept in portfolio.vault.get_setting(REPLY_KEYS) or []:
        reply_key = bytes.fromhex(kept)
        if sealing.recipient_of(reply_key) == recipient:
            now_ms = portfolio.now_ms()
            return sealing.open_bundle(source, reply_key, sealing.TO_DEVICE, now_ms, signer)
    raise AnswersNothing("That bundle answers no bundle of this portfolio; make a new one.")


def _school_keys(portfolio: Portfolio) -> tuple[School, Mapping[str, str]]:
    school, keys = portfolio.school, portfolio.vault.get_setting(BUNDLE_KEYS)
    if school is None:
        raise NoSchoolYet("This portfolio belongs to no school yet. Join one first.")
    if not keys:
        raise SchoolKeysMissing(
            "Your school has not told its keys yet. Sync once over the network first."
        )
    return school, keys


def requests_of(pending: Any, positions: Mapping[str, client.Position]) -> Iterator[SyncRequest]:
    """Requests that hold all that is pending, oldest first; one even where nothing is."""
    left = list(pending)
    for _ in range(bundle.MESSAGES_LIMIT):
        request = client.next_request(left, positions)
        yield request
        left = left[len(request.changes) :]
        if not left:
            return


def _take(portfolio: Portfolio, stream: Iterator[bytes]) -> BundleRead:
    pulled = files = refused = media_sent = 0
    try:
        for section in bundle.read(stream):
            if section.type == bundle.MANIFEST:
                media_sent = _take_manifest(portfolio, section)
            elif section.type == bundle.REPLY:
                progress = _take_reply(portfolio, section)
                pulled += len(progress.confirmed)
                refused += len(progress.refused)
            elif section.type == bundle.FILE:
                files += _take_file(portfolio, section)
    except TooNew:
        raise sealing.BundleTooNew(
            "That bundle was made by a newer program. Update this app."
        ) from None
    except PeerError as problem:
        raise BundleDamaged(f"{problem} What came before it is kept.") from None
    except SealBroken as problem:
        raise BundleDamaged(f"{problem} What came before it is kept.") from None
    with portfolio.durable():
        portfolio.vault.put_setting(LAST_EXCHANGE, portfolio.world.now_ms())
    if files:
        portfolio.refresh_catalog()
    return BundleRead(pulled, files, media_sent, refused)


def _take_manifest(portfolio: Portfolio, section: Section) -> int:
    manifest = bundle.read_manifest(section)
    school = portfolio.school
    if school is None or manifest.get("learner_id") != school.learner_id:
        raise PeerError("The bundle is another learner's.")
    have = manifest.get("have", [])
    if not isinstance(have, list) or len(have) > bundle.FILES_LIMIT:
        raise PeerError("The bundle's list of files cannot be read.")
    arrived = [sha256 for sha256 in have if sha256 in portfolio.media_queue]
    portfolio.note_delivered(arrived)
    return len(arrived)


def _take_reply(portfolio: Portfolio, section: Section) -> client.Progress:
    reply = wire.decode_reply(section.whole())
    with portfolio.durable():
        store = portfolio.store
        progress = client.receive(reply, store.positions, store.load(reply))
        has_deleted = store_progress(portfolio, progress)
        if progress.newest_stamp:
            portfolio.keep_clock(portfolio.clock().observe(progress.newest_stamp))
    if has_deleted:
        portfolio.finish_deleting()
    return progress


def _take_file(portfolio: Portfolio, section: Section) -> bool:
    if portfolio.has_media(section.sha256):
        return False
    received = portfolio.vault.media.receive(section.pieces)
    with portfolio.durable():
        portfolio.vault.media.keep(received)
    return True
