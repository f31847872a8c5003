"""Taking a portfolio off this device: what waits for school is left behind, sealed to the school.

The order of decision 15: send what can be sent, write the rest as parts that this device cannot
open, then the one step that removes the vault and lets the parts go. Killed before that step
nothing has happened; killed after it the next program finishes.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from http import HTTPStatus

from portfolio_app.errors import BadInput, PortfolioError, SchoolUnreachable
from portfolio_app.model.sending import Sending
from portfolio_app.sealing import bundles as sealing
from portfolio_app.student import bundles
from portfolio_app.student.connection import Connection
from portfolio_app.student.portfolio import Portfolio, School
from portfolio_app.student.portfolio_shapes import Leaving
from portfolio_app.student.school_line import TIMEOUT_SECONDS, NotYourSchool, line_to
from portfolio_app.student.vault.outgoing import PARTS_LIMIT, Note
from portfolio_app.student.vault.vaults import Vaults
from sync import bundle, wire
from sync.bundle import BundledFile

PART_BYTES = 8 << 20
_KEPT_HERE = "Nothing was removed; your work is safe here."


@dataclass(slots=True)
class _Part:
    """What goes into one part: requests as they are sent, and files by hash and size."""

    messages: list[bytes] = field(default_factory=list)
    files: list[tuple[str, int]] = field(default_factory=list)
    size_bytes: int = 0

    def has_room(self, size_bytes: int) -> bool:
        return not self.size_bytes or (
            self.size_bytes + size_bytes <= PART_BYTES
            and len(self.messages) + len(self.files) < bundle.MESSAGES_LIMIT
        )


def look(portfolio: Portfolio, sure: Collection[str] = ()) -> Leaving:
    """What leaving would leave behind now. `sure`: files that the school has just confirmed."""
    with portfolio.lock:
        waiting = _files(portfolio, sure)
        works = (*portfolio.works(), *portfolio.works(binned=True))
        states = portfolio.sendings(work.id for work in works).values()
        school, keys = portfolio.school, portfolio.vault.get_setting(bundles.BUNDLE_KEYS) or {}
        return Leaving(
            works=len(works) if school is None else sum(one is Sending.WAITING for one in states),
            changes=len(portfolio.store.pending()),
            files=len(waiting),
            refused=len(portfolio.store.refused()),
            school=school.name if school else None,
            has_keys=keys.get("left") is True,
        )


def leave(
    portfolio: Portfolio,
    vaults: Vaults,
    connection: Connection,
    *,
    timeout_seconds: float = TIMEOUT_SECONDS,
) -> Leaving:
    """Take the portfolio off this device; what was left behind, which goes to school later.

    Raises BadInput (something would be lost), Refused (the school does not know this device, or has
    no room), StorageFull and StoreDamaged: then nothing was removed. LearnerErased as `exchange`.
    """
    _check(look(portfolio))
    sure: frozenset[str] = frozenset()
    with suppress(SchoolUnreachable, NotYourSchool):
        connection.exchange(with_large=True)
        sure = _confirmed_now(portfolio, timeout_seconds)
    # Nobody writes a word between the last part and the end.
    with portfolio.lock:
        left = look(portfolio, sure)
        _check(left)
        school = portfolio.school
        vaults.leavings(portfolio.vault.id).clear()
        if school is not None and left.has_keys:
            _write_parts(portfolio, vaults, school, sure, holds_work=left.holds_work)
        vaults.leave(portfolio.vault.id)
    return left


def _check(leaving: Leaving) -> None:
    if leaving.way == "no_school":
        raise BadInput(
            "This portfolio is on this device only. Join your school first, or it would be lost."
        )
    if leaving.way == "decide":
        raise BadInput(
            "Your school did not take something. Decide what becomes of it first, then leave."
        )
    if leaving.way == "no_keys":
        raise BadInput(
            "Something is not at your school yet. Wait until it is, or take it there on a stick."
        )


def _confirmed_now(portfolio: Portfolio, timeout_seconds: float) -> frozenset[str]:
    """Files that the school, asked now, says it has in full."""
    school = portfolio.school
    if school is None:
        return frozenset()
    with line_to(school.addresses, school.token, timeout_seconds=timeout_seconds) as line:
        return frozenset(
            one
            for one in portfolio.room.unsure()
            if line.size_of(f"/v1/media/self/{one}")
            == (HTTPStatus.OK, portfolio.media_size_bytes(one))
        )


def _files(portfolio: Portfolio, sure: Collection[str]) -> list[str]:
    """What must go along: what waits, in turn, then what nobody confirmed twice."""
    unsure = [one for one in portfolio.room.unsure() if one not in sure]
    return [*portfolio.media_queue.in_order(), *unsure]


def _write_parts(
    portfolio: Portfolio,
    vaults: Vaults,
    school: School,
    sure: Collection[str],
    *,
    holds_work: bool,
) -> None:
    leavings = vaults.leavings(portfolio.vault.id)
    store = portfolio.store
    messages = map(wire.encode_request, bundles.requests_of(store.pending(), store.positions))
    files = [(one, portfolio.media_size_bytes(one)) for one in _files(portfolio, sure)]
    parts = _parts(messages if holds_work else (), files)
    if len(parts) > PARTS_LIMIT:
        raise BadInput(f"Too much waits for school to be left behind. {_KEPT_HERE}")
    try:
        leavings.begin(Note(school.addresses, holds_work))
        for number, part in enumerate(parts, 1):
            left = {"part": number, "parts": len(parts)}
            leavings.add(number, _sealed(portfolio, school.token, part, left))
        leavings.end()
    except PortfolioError:
        with suppress(PortfolioError):
            leavings.clear()
        raise


def _parts(messages: Iterable[bytes], files: Iterable[tuple[str, int]]) -> list[_Part]:
    """Requests first, then files; one part at least, which says that nothing is here any more."""
    parts = [_Part()]

    def with_room(size_bytes: int) -> _Part:
        if not parts[-1].has_room(size_bytes):
            parts.append(_Part())
        parts[-1].size_bytes += size_bytes
        return parts[-1]

    for message in messages:
        with_room(len(message)).messages.append(message)
    for one in files:
        with_room(one[1]).files.append(one)
    return parts


def _sealed(
    portfolio: Portfolio, token: str, part: _Part, left: Mapping[str, int]
) -> Iterator[bytes]:
    signing_key = sealing.new_signing_key()
    manifest = {"token": token, "signer": sealing.signer_of(signing_key), "left": dict(left)}
    files = (
        BundledFile(sha256, size_bytes, portfolio.read_media(sha256))
        for sha256, size_bytes in part.files
    )
    stream = bundle.write(manifest, bundle.REQUEST, part.messages, files)
    recipient = portfolio.vault.get_setting(bundles.BUNDLE_KEYS)["recipient"]
    return sealing.seal(sealing.LEFT, recipient, signing_key, portfolio.now_ms(), stream)
