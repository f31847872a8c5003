"""The school's half: take what a device pushes, one verdict each, and give what it has not seen.

The log is an argument, so that a database, and a list in a simulation, behave alike. Every write
in the house, a device's and a teacher's, goes through `accept`.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from sync import digest, merge, versions
from sync.change import Change, Rule, with_stamp
from sync.clock import NO_STAMP, NODE_DIGITS, HybridClock, is_too_far_ahead
from sync.errors import PeerError, UsageError
from sync.merge import EMPTY, RecordState
from sync.rows import Row, fit_sized
from sync.text_merge import Effort
from sync.wire import (
    CHANGES_PER_PAGE_LIMIT,
    REPLY_BYTES_LIMIT,
    Page,
    SyncReply,
    SyncRequest,
    is_too_large,
)

PAGES_BYTES_LIMIT = REPLY_BYTES_LIMIT // 2

REASON_NOT_ALLOWED = "not_allowed"
REASON_TOO_LARGE = "too_large"
REASON_MALFORMED = "malformed"
REASON_ERASED = "erased"

Verdict = Callable[[Change, str, RecordState], str | None]
"""(change, author of the record or "", its state) -> None if allowed, else a reason word."""


Reader = Callable[[str], bool]
"""Whether the asker may read rows of a scope."""


def _nothing_refused(_changes: Sequence[Change]) -> Mapping[str, str]:
    return {}


def _nothing_added(_changes: Sequence[Change]) -> Iterable[Change]:
    return ()


@dataclass(frozen=True, slots=True)
class HouseRules:
    """What this package does not know about a portfolio, and asks.

    `refuse_together`: the new changes of a push -> id and reason of those that are wrong only
    together. `follow_up`: what a push has just appended -> changes that the school writes itself.
    """

    may_write: Verdict
    may_read: Reader
    refuse_together: Callable[[Sequence[Change]], Mapping[str, str]] = _nothing_refused
    follow_up: Callable[[Sequence[Change]], Iterable[Change]] = _nothing_added


@dataclass(frozen=True, slots=True)
class StoredRecord:
    """A record as the log keeps it: `author` made its first change."""

    kind: str
    author: str
    state: RecordState


class Log(Protocol):
    """Where the server keeps changes; called inside one transaction at a time."""

    def accepted_stamp(self, scope: str, change_id: str) -> str | None:
        """The stamp of a change that is already in this scope's feed."""

    def find(self, scope: str, change_id: str) -> Change | None:
        """A change of this scope's feed as it stands there, for as long as a text may need it."""

    def load(self, scope: str, record: str) -> StoredRecord | None:
        """A record of a scope."""

    def head(self, scope: str) -> tuple[int, str]:
        """The last sequence and the digest of a scope; (0, EMPTY_DIGEST) for a new one."""

    def append(self, change: Change, record: StoredRecord, digest_after: str) -> int:
        """Store a change, the record it makes and the scope's new digest; returns its sequence.

        Sequences of a scope start at 1, rise, and never appear behind one that was already read.
        """

    def rows(self, scope: str, after: int, limit: int) -> Sequence[Row]:
        """Rows of a scope's feed with a sequence above `after`, in order, at most `limit`."""


@dataclass(frozen=True, slots=True)
class Taken:
    """The outcome of a push: `accepted` id -> final stamp, `refused` id -> reason, and our clock.

    `appended` is what was new, as stored. The clock is to be kept when the transaction is, and
    forgotten when it fails.
    """

    accepted: Mapping[str, str]
    refused: Mapping[str, str]
    clock: HybridClock
    appended: tuple[Change, ...] = ()


def accept(
    changes: Sequence[Change],
    log: Log,
    *,
    author: str,
    may_write: Verdict,
    clock: HybridClock,
    now_ms: int,
    refused: Mapping[str, str] | None = None,
) -> Taken:
    """Append what is allowed and new. Repeats are answered as before; nothing is half-done.

    A device is never refused for its clock: a stamp that claims an impossible future is replaced by
    one of ours, in order, and our clock follows what it has seen. What a device wrote after a
    change that got a later stamp here, as when a stick brought that one first, still comes after
    it. One wrong change never holds up the others. Texts that were written apart are joined last,
    where that is safe. `refused`: id -> reason of new changes that were judged as a whole before.
    """
    accepted: dict[str, str] = {}
    refused = dict(refused or {})
    appended: list[Change] = []
    moved: dict[str, tuple[str, str]] = {}
    for change in changes:
        known = log.accepted_stamp(change.scope, change.id)
        if known is not None:
            accepted[change.id] = known
            if known > change.stamp:
                _remember_moved(moved, change.stamp, known)
            continue
        if change.id in refused:
            # It may come again, as it is, when a person said yes: what comes after it stays so.
            if not is_too_far_ahead(change.stamp, now_ms):
                clock = clock.observe(change.stamp)
            continue
        stored = log.load(change.scope, change.record)
        before = stored.state if stored else EMPTY
        stamp = _believable(change, before, clock, now_ms)
        stamp = _behind_moved(stamp, moved, clock, now_ms)
        offered = with_stamp(change, stamp, author)
        reason = _append(offered, stored, before, log, may_write)
        if reason is None:
            accepted[change.id] = stamp
            clock = clock.observe(stamp)
            appended.append(offered)
        else:
            refused[change.id] = reason
    effort = Effort()
    for scope, record, field in _texts(changes, accepted):
        _join(scope, record, field, log, may_write, effort)
    return Taken(accepted, refused, clock, tuple(appended))


def add(changes: Iterable[Change], log: Log) -> None:
    """Append what the school itself writes; what is there already, or does not merge, is not."""
    for change in changes:
        if log.accepted_stamp(change.scope, change.id) is None:
            stored = log.load(change.scope, change.record)
            _append(change, stored, stored.state if stored else EMPTY, log, _anything)


def read(
    cursors: Mapping[str, int], log: Log, allowed: Sequence[str], may_read: Reader
) -> dict[str, Page]:
    """One page for each scope that the asker may read, from its cursor on.

    All pages together stay within PAGES_BYTES_LIMIT, though each that has rows brings at least one.
    Each row is asked about once more: should a scope ever be allowed that is not the asker's, no
    answer is given at all (`UsageError`).
    """
    pages = {}
    room_bytes = PAGES_BYTES_LIMIT
    for scope in allowed:
        head, total = log.head(scope)
        start = cursors.get(scope, 0)
        if start >= head:
            pages[scope] = Page(start=start, rows=(), cursor=head, more=False, digest=total)
            continue
        rows = tuple(log.rows(scope, start, CHANGES_PER_PAGE_LIMIT + 1))
        sizes = [row.size_bytes for row in rows]
        rows = rows[: fit_sized(rows, sizes, CHANGES_PER_PAGE_LIMIT, room_bytes)]
        room_bytes -= sum(sizes[: len(rows)])
        end = rows[-1].sequence if rows else start
        if rows and not (may_read(scope) and all(row.scope == scope for row in rows)):
            raise UsageError(f"Rows of {scope} were about to be sent to somebody else.")
        pages[scope] = Page(start=start, rows=rows, cursor=end, more=end < head, digest=total)
    return pages


def answer(
    request: SyncRequest,
    log: Log,
    *,
    author: str,
    house: HouseRules,
    allowed: Sequence[str],
    clock: HybridClock,
    now_ms: int,
) -> tuple[SyncReply, HybridClock]:
    """Push first, then pull, in one transaction, so that a request brings its own rows back."""
    taken = accept(
        request.changes,
        log,
        author=author,
        may_write=house.may_write,
        clock=clock,
        now_ms=now_ms,
        refused=house.refuse_together(request.changes),
    )
    add(house.follow_up(taken.appended), log)
    pages = read(request.cursors, log, allowed, house.may_read)
    dropped = tuple(sorted(set(request.cursors) - set(allowed)))
    refused = {**dict.fromkeys(request.malformed, REASON_MALFORMED), **taken.refused}
    return SyncReply(now_ms, taken.accepted, refused, pages, dropped), taken.clock


def _believable(change: Change, before: RecordState, clock: HybridClock, now_ms: int) -> str:
    """The change's own stamp, or one of ours with its node, if it claims an impossible future.

    It then still comes after the value that it claimed to come after, even where an earlier mistake
    of a clock (ours too) left that one in the future.
    """
    if not is_too_far_ahead(change.stamp, now_ms):
        return change.stamp
    standing = before.get(change.field, {}).get("stamp", NO_STAMP)
    if change.stamp > standing:
        clock = clock.observe(standing)
    return clock.tick(now_ms).last[:-NODE_DIGITS] + change.stamp[-NODE_DIGITS:]


def _remember_moved(moved: dict[str, tuple[str, str]], written: str, stands: str) -> None:
    node = written[-NODE_DIGITS:]
    moved[node] = max((written, stands), moved.get(node, (NO_STAMP, NO_STAMP)))


def _behind_moved(
    stamp: str, moved: Mapping[str, tuple[str, str]], clock: HybridClock, now_ms: int
) -> str:
    """A stamp, or a later one where an older change of the same node has got a later one here.

    `moved`: node -> the stamp of its newest such change, as it was written and as it stands here.
    """
    node = stamp[-NODE_DIGITS:]
    written, stands = moved.get(node, (NO_STAMP, NO_STAMP))
    if not written < stamp < stands:
        return stamp
    return clock.observe(stands).tick(now_ms).last[:-NODE_DIGITS] + node


def _anything(_change: Change, _author: str, _state: RecordState) -> str | None:
    return None


def _texts(
    changes: Sequence[Change], accepted: Mapping[str, str]
) -> Sequence[tuple[str, str, str]]:
    """(scope, record, field) of every text that something was written to, each once, in order."""
    keys = [
        (change.scope, change.record, change.field)
        for change in changes
        if change.rule is Rule.TEXT and change.id in accepted
    ]
    return list(dict.fromkeys(keys))


def _join(
    scope: str, record: str, field: str, log: Log, may_write: Verdict, effort: Effort
) -> None:
    """Join versions of one text until none is left that may be joined; see `sync.versions`."""
    while True:
        stored = log.load(scope, record)
        live = stored.state.get(field, {}).get("live", {}) if stored else {}
        version = versions.joined(live, lambda change_id: log.find(scope, change_id), effort)
        if version is None or log.accepted_stamp(scope, version.id) is not None:
            return
        if _append(version, stored, stored.state if stored else EMPTY, log, may_write) is not None:
            return


def _append(
    change: Change, stored: StoredRecord | None, before: RecordState, log: Log, may_write: Verdict
) -> str | None:
    if is_too_large(change):
        return REASON_TOO_LARGE
    if stored is not None and stored.kind != change.kind:
        return REASON_MALFORMED
    if change.rule is Rule.APPEND and change.field in before:
        return REASON_NOT_ALLOWED
    author = stored.author if stored else ""
    reason = may_write(change, author, before)
    if reason is not None:
        return reason
    try:
        state = merge.apply(before, change)
    except PeerError:
        return REASON_MALFORMED
    total = digest.replace(
        log.head(change.scope)[1],
        digest.record_fingerprint(change.kind, change.record, before),
        digest.record_fingerprint(change.kind, change.record, state),
    )
    log.append(change, StoredRecord(change.kind, author or change.author, state), total)
    return None
