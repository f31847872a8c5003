"""The device's half: what to ask next, and what an answer means. It keeps nothing itself.

What a device shows is `confirmed` (built from the feed and nothing else) with `pending` (its own
changes not yet *seen in the feed*) laid over it. The two are never folded together: an acknowledged
change stays pending until its row arrives, and a row replaces the pending one with the stamp that
the server gave it.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from sync import digest, merge
from sync.change import Change
from sync.clock import AHEAD_LIMIT_MS, HybridClock, stamp_ms
from sync.merge import EMPTY, RecordState
from sync.wire import (
    CHANGES_PER_REQUEST_LIMIT,
    REQUEST_BYTES_LIMIT,
    Page,
    SyncReply,
    SyncRequest,
    value_size_bytes,
)

ROUND_TRIP_LIMIT_MS = 5_000
_ROOM_FOR_A_CHANGE_BYTES = 600


@dataclass(frozen=True, slots=True)
class Position:
    """How far a copy has read one scope, and the digest of all its confirmed records."""

    cursor: int = 0
    digest: str = digest.EMPTY_DIGEST


@dataclass(frozen=True, slots=True)
class Progress:
    """What to store, in one durable write, after an answer.

    `confirmed`: (scope, record) -> (kind, state); `positions`: scope -> new position; `seen`: pending
    ids that are now in the feed; `refused`: id -> reason; `dropped`: scopes that are no longer ours;
    `damaged`: scopes whose digest disagrees, to be read again from the start (the outbox stays).
    """

    confirmed: Mapping[tuple[str, str], tuple[str, RecordState]]
    positions: Mapping[str, Position]
    seen: frozenset[str]
    refused: Mapping[str, str]
    dropped: tuple[str, ...]
    damaged: tuple[str, ...]
    more: bool
    newest_stamp: str


def next_request(pending: Iterable[Change], positions: Mapping[str, Position]) -> SyncRequest:
    """The next request: the oldest pending changes that fit, and everything after our cursors."""
    chosen: list[Change] = []
    room_bytes = REQUEST_BYTES_LIMIT // 2
    for change in pending:
        size_bytes = (
            _ROOM_FOR_A_CHANGE_BYTES + value_size_bytes(change.value) + 40 * len(change.seen)
        )
        if chosen and (size_bytes > room_bytes or len(chosen) == CHANGES_PER_REQUEST_LIMIT):
            break
        chosen.append(change)
        room_bytes -= size_bytes
    cursors = {scope: position.cursor for scope, position in positions.items()}
    return SyncRequest(cursors=cursors, changes=tuple(chosen))


def receive(
    reply: SyncReply,
    positions: Mapping[str, Position],
    load: Callable[[str, str], tuple[str, RecordState] | None],
) -> Progress:
    """What an answer changes. `load(scope, record)` gives the confirmed kind and state, or None.

    A page that does not start at our cursor is left alone: it answers an older question.
    """
    confirmed: dict[tuple[str, str], tuple[str, RecordState]] = {}
    after: dict[str, Position] = {}
    seen: set[str] = set()
    damaged: list[str] = []
    newest = ""
    more = False
    for scope, page in reply.pages.items():
        before = positions.get(scope, Position())
        if page.start != before.cursor:
            if page.cursor < before.cursor and not page.more:
                damaged.append(scope)  # the school came back from an older copy of itself
            else:
                more = True
            continue
        position = _read_page(scope, page, before, load, confirmed)
        seen.update(row.change.id for row in page.rows)
        newest = max([newest, *(row.change.stamp for row in page.rows)])
        more = more or page.more
        if not page.more and position.digest != page.digest:
            damaged.append(scope)
        after[scope] = position
    return Progress(
        confirmed,
        after,
        frozenset(seen),
        dict(reply.refused),
        tuple(reply.dropped),
        tuple(damaged),
        more,
        newest,
    )


def overlay(confirmed: RecordState, pending: Iterable[Change]) -> RecordState:
    """What to show of one record: its confirmed state with our own pending changes on top."""
    return merge.apply_all(confirmed, pending)


def clock_fix_ms(sent_ms: int, received_ms: int, server_ms: int) -> int | None:
    """How much to add to this device's clock; None when the round trip was too slow to tell."""
    if not 0 <= received_ms - sent_ms <= ROUND_TRIP_LIMIT_MS:
        return None
    return server_ms - (sent_ms + received_ms) // 2


def restamp(
    pending: Sequence[Change], clock: HybridClock, server_ms: int, newest_seen: str
) -> tuple[tuple[Change, ...], HybridClock] | None:
    """All pending changes with believable stamps, when this device's clock had run far ahead.

    All of them and in order: moving only some would hide words that were just typed. None when the
    clock is fine.
    """
    if stamp_ms(clock.last) <= server_ms + AHEAD_LIMIT_MS:
        return None
    calm = HybridClock(clock.node).observe(newest_seen) if newest_seen else HybridClock(clock.node)
    moved = []
    for change in pending:
        calm = calm.tick(server_ms)
        moved.append(_with_stamp(change, calm.last))
    return tuple(moved), calm


def _with_stamp(change: Change, stamp: str) -> Change:
    return Change(
        change.id,
        change.scope,
        change.record,
        change.kind,
        change.field,
        change.rule,
        change.value,
        stamp,
        change.seen,
        change.group,
        change.author,
        change.schema,
        change.extra,
    )


def _read_page(
    scope: str,
    page: Page,
    position: Position,
    load: Callable[[str, str], tuple[str, RecordState] | None],
    confirmed: dict[tuple[str, str], tuple[str, RecordState]],
) -> Position:
    total = position.digest
    for row in page.rows:
        key = (scope, row.change.record)
        kind, before = confirmed.get(key) or load(*key) or (row.change.kind, EMPTY)
        state = merge.apply(before, row.change)
        total = digest.replace(
            total,
            digest.record_fingerprint(kind, row.change.record, before),
            digest.record_fingerprint(kind, row.change.record, state),
        )
        confirmed[key] = (kind, state)
    return Position(page.cursor, total)
