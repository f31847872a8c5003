"""The school's half: take what a device pushes, one verdict each, and give what it has not seen.

The log is an argument, so that a database, and a list in a simulation, behave alike. Every write
in the house, a device's and a teacher's, goes through `accept`.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from sync import digest, merge
from sync.change import Change, Rule
from sync.clock import HybridClock, is_too_far_ahead
from sync.errors import PeerError
from sync.merge import EMPTY, RecordState
from sync.wire import (
    CHANGES_PER_PAGE_LIMIT,
    VALUE_BYTES_LIMIT,
    FeedRow,
    Page,
    SyncReply,
    SyncRequest,
    value_size_bytes,
)

REASON_NOT_ALLOWED = "not_allowed"
REASON_TOO_LARGE = "too_large"
REASON_MALFORMED = "malformed"

Verdict = Callable[[Change, str, RecordState], str | None]
"""(change, author of the record or "", its state) -> None if allowed, else a reason word."""


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

    def load(self, scope: str, record: str) -> StoredRecord | None:
        """A record of a scope."""

    def head(self, scope: str) -> tuple[int, str]:
        """The last sequence and the digest of a scope; (0, EMPTY_DIGEST) for a new one."""

    def append(self, change: Change, record: StoredRecord, digest_after: str) -> int:
        """Store one change, the record it makes and the scope's new digest; the change's sequence."""

    def rows(self, scope: str, after: int, limit: int) -> Sequence[FeedRow]:
        """Rows of a scope's feed with a sequence above `after`, in order, at most `limit`."""


@dataclass(frozen=True, slots=True)
class Taken:
    """The outcome of a push: `accepted` id -> final stamp, `refused` id -> reason, and our clock."""

    accepted: Mapping[str, str]
    refused: Mapping[str, str]
    clock: HybridClock


def accept(
    changes: Sequence[Change],
    log: Log,
    *,
    author: str,
    may_write: Verdict,
    clock: HybridClock,
    now_ms: int,
) -> Taken:
    """Append what is allowed and new. Repeats are answered as before; nothing is half-done.

    Stamps that claim an impossible future are replaced by the server's own, in order. One wrong
    change never holds up the others.
    """
    accepted: dict[str, str] = {}
    refused: dict[str, str] = {}
    for change in changes:
        known = log.accepted_stamp(change.scope, change.id)
        if known is not None:
            accepted[change.id] = known
            continue
        if is_too_far_ahead(change.stamp, now_ms):
            clock = clock.tick(now_ms)
            change = replace(change, stamp=clock.last)
        reason = _append(replace(change, author=author), log, may_write)
        if reason is None:
            accepted[change.id] = change.stamp
        else:
            refused[change.id] = reason
    return Taken(accepted, refused, clock)


def read(cursors: Mapping[str, int], log: Log, allowed: Sequence[str]) -> dict[str, Page]:
    """One page for each scope that the asker may read, from its cursor on."""
    pages = {}
    for scope in allowed:
        cursor, total = log.head(scope)
        start = min(cursors.get(scope, 0), cursor)
        rows = tuple(log.rows(scope, start, CHANGES_PER_PAGE_LIMIT))
        end = rows[-1].sequence if rows else start
        pages[scope] = Page(start=start, rows=rows, cursor=end, more=end < cursor, digest=total)
    return pages


def answer(
    request: SyncRequest,
    log: Log,
    *,
    author: str,
    may_write: Verdict,
    allowed: Sequence[str],
    clock: HybridClock,
    now_ms: int,
) -> tuple[SyncReply, HybridClock]:
    """Push first, then pull, so that one request brings a device's own rows back to it."""
    taken = accept(
        request.changes, log, author=author, may_write=may_write, clock=clock, now_ms=now_ms
    )
    pages = read(request.cursors, log, allowed)
    dropped = tuple(sorted(set(request.cursors) - set(allowed)))
    return SyncReply(now_ms, taken.accepted, taken.refused, pages, dropped), taken.clock


def _append(change: Change, log: Log, may_write: Verdict) -> str | None:
    if value_size_bytes(change.value) > VALUE_BYTES_LIMIT:
        return REASON_TOO_LARGE
    stored = log.load(change.scope, change.record)
    if stored is not None and stored.kind != change.kind:
        return REASON_MALFORMED
    before = stored.state if stored else EMPTY
    if change.rule is Rule.APPEND and change.field in before:
        return REASON_NOT_ALLOWED
    reason = may_write(change, stored.author if stored else "", before)
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
    log.append(
        change, StoredRecord(change.kind, stored.author if stored else change.author, state), total
    )
    return None
