"""The device's half: what to ask next, and what an answer means. It keeps nothing itself.

What a device shows is `confirmed` (built from the feed and nothing else) with `pending` (its own
changes not yet *seen in the feed*) laid over it. The two are never folded together: an acknowledged
change stays pending until its row arrives, and a row replaces the pending one with the stamp that
the server gave it.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from dataclasses import field as dataclass_field

from sync import digest, merge
from sync.change import SEEN_LIMIT, Change, Rule
from sync.clock import AHEAD_LIMIT_MS, NO_STAMP, HybridClock, is_too_far_ahead, stamp_ms
from sync.errors import PeerError
from sync.merge import EMPTY, RecordState
from sync.rows import fit
from sync.wire import (
    CHANGES_PER_REQUEST_LIMIT,
    REQUEST_BYTES_LIMIT,
    Page,
    SyncReply,
    SyncRequest,
)

ROUND_TRIP_LIMIT_MS = 5_000

Confirmed = Mapping[tuple[str, str], tuple[str, RecordState]]
"""(scope, record) -> (kind, state), as the feed alone tells it."""

Load = Callable[[str, str], tuple[str, RecordState] | None]
"""(scope, record) -> the confirmed kind and state, or None."""


@dataclass(frozen=True, slots=True)
class Position:
    """How far a copy has read one scope, and the digest of all its confirmed records.

    `is_reread`: the scope was damaged and is being read again; false once both copies agreed.
    """

    cursor: int = 0
    digest: str = digest.EMPTY_DIGEST
    is_reread: bool = False


@dataclass(frozen=True, slots=True)
class Progress:
    """What to store, in one durable write, after an answer.

    `confirmed`: what the feed changed; `positions`: scope -> new position; `seen`: ids
    that are now in the feed and leave the pending ones; `refused`: id -> reason: these leave the
    pending ones too, and are kept and shown with their content; `dropped`: scopes that are no
    longer ours; `damaged`: scopes that disagree with the school. Of a damaged scope the same write
    forgets all confirmed records and puts `rescue` of them before the pending changes; its new
    position is the start. `more`: ask again at once; `newest_stamp`: for our clock to observe;
    `landed`: id -> stamp of all that this answer says is stored.
    """

    confirmed: Confirmed
    positions: Mapping[str, Position]
    seen: frozenset[str]
    refused: Mapping[str, str]
    dropped: tuple[str, ...]
    damaged: tuple[str, ...]
    more: bool
    newest_stamp: str
    landed: Mapping[str, str] = dataclass_field(default_factory=dict)


def next_request(pending: Iterable[Change], positions: Mapping[str, Position]) -> SyncRequest:
    """The next request: the oldest pending changes that fit, and everything after our cursors.

    `pending` is oldest first, without what was refused. The order matters: a change must not
    overtake one that it has seen.
    """
    offered: list[Change] = []
    for change in pending:
        offered.append(change)
        if len(offered) > CHANGES_PER_REQUEST_LIMIT:
            break
    chosen = offered[: fit(offered, CHANGES_PER_REQUEST_LIMIT, REQUEST_BYTES_LIMIT // 2)]
    cursors = {scope: position.cursor for scope, position in positions.items()}
    return SyncRequest(cursors=cursors, changes=tuple(chosen))


def receive(reply: SyncReply, positions: Mapping[str, Position], load: Load) -> Progress:
    """What an answer changes. `positions` and `load` are the copy as it is now.

    A page that does not start at our cursor answers an older question and is left alone. What the
    school says it has accepted is not yet seen: only a row that was read ends a change's waiting.
    An accepted row that stands nowhere after our cursor stands before it, where we never saw it:
    the feed is not the one we have read, even if what it adds up to looks the same.
    """
    read = {
        scope: _read_page(scope, page, positions.get(scope, Position()), load)
        for scope, page in reply.pages.items()
    }
    seen = frozenset(change_id for part in read.values() for change_id in part.seen)
    if reply.accepted.keys() - seen and not any(part.more for part in read.values()):
        read |= {
            scope: _DAMAGED
            for scope, page in reply.pages.items()
            if page.start > 0 and not positions[scope].is_reread
        }
    damaged = tuple(sorted(scope for scope, part in read.items() if part.is_damaged))
    more = any(part.more for part in read.values())
    landed = _landed(reply)
    return Progress(
        confirmed={key: kept for part in read.values() for key, kept in part.confirmed.items()},
        positions={
            scope: part.position for scope, part in read.items() if part.position is not None
        },
        seen=seen,
        refused=dict(reply.refused),
        dropped=tuple(reply.dropped),
        damaged=damaged,
        more=more or bool(damaged),
        newest_stamp=max(landed.values(), default=""),
        landed=landed,
    )


def _landed(reply: SyncReply) -> Mapping[str, str]:
    rows = (row.change for page in reply.pages.values() for row in page.rows)
    return {**reply.accepted, **{change.id: change.stamp for change in rows}}


def overlay(confirmed: RecordState, pending: Iterable[Change]) -> RecordState:
    """What to show of one record: its confirmed state with our own pending changes on top.

    Never raises: a change that cannot be laid over is left out here and will come back refused.
    """
    state = confirmed
    for change in pending:
        try:
            state = merge.apply(state, change)
        except PeerError:
            continue
    return state


def rescue(
    scope: str, record: str, kind: str, state: RecordState, new_id: Callable[[], str]
) -> tuple[Change, ...]:
    """The changes that a confirmed record is made of, to be offered again to a damaged scope.

    They keep their ids, so that a school that still has them takes none of them twice, and one that
    came back from an older copy of itself gets back what it has lost. Offer only what this actor
    may write. The removals that a set remembers get one fresh id.
    """
    found: list[Change] = []
    if merge.is_erased(state):
        return ()  # there is nothing to bring back, and only the school writes that
    for field, kept in state.items():
        rule = Rule(kept["rule"])
        write = Change("", scope, record, kind, field, rule, None, "")
        if "live" not in kept:
            found.append(replace(write, id=kept["id"], value=kept["value"], stamp=kept["stamp"]))
            continue
        gone = tuple(kept["gone"])[-SEEN_LIMIT:]
        seen = gone if rule is Rule.TEXT else ()
        found += [
            replace(write, id=key, value=item["value"], stamp=item["stamp"], seen=seen)
            for key, item in kept["live"].items()
        ]
        if gone and rule is Rule.SET:
            stamp = merge.newest_stamp(state)
            found.append(replace(write, id=new_id(), stamp=stamp, seen=gone))
    return tuple(found)


def clock_fix_ms(sent_ms: int, received_ms: int, server_ms: int) -> int | None:
    """How much to add to this device's clock; None when the round trip was too slow to tell.

    Where it is None, do not `restamp` either: an old answer makes a right clock look fast.
    """
    if not 0 <= received_ms - sent_ms <= ROUND_TRIP_LIMIT_MS:
        return None
    return server_ms - (sent_ms + received_ms) // 2


def restamp(
    pending: Sequence[Change], clock: HybridClock, server_ms: int, newest_seen: str
) -> tuple[tuple[Change, ...], HybridClock] | None:
    """All pending changes with believable stamps, when this device's clock had run far ahead.

    What is believable stays: a deletion that waited for a yes must not overtake what was written
    after it and is at school already. The others come behind all of that, in their order, or words
    that were just typed would be hidden. None when the clock is fine, or no further ahead than what
    the school itself sent (`newest_seen`).
    """
    if stamp_ms(clock.last) <= max(server_ms + AHEAD_LIMIT_MS, stamp_ms(newest_seen)):
        return None
    calm = HybridClock(clock.node).observe(newest_seen)
    for change in pending:
        if not is_too_far_ahead(change.stamp, server_ms):
            calm = calm.observe(change.stamp)
    moved = []
    for change in pending:
        if is_too_far_ahead(change.stamp, server_ms):
            calm = calm.tick(server_ms)
            moved.append(replace(change, stamp=calm.last))
        else:
            moved.append(change)
    return tuple(moved), calm


def overtaking(landed: Mapping[str, str], written: Mapping[str, str]) -> tuple[str, str] | None:
    """The newest change of ours that stands at school with a later stamp than it waited with.

    `landed`: `Progress.landed`; `written`: id -> stamp of own changes that waited before this
    answer. Returns its stamp as written and as it stands. The school may have had it already, by a
    stick from a time when this device's clock was fast, and have moved it to that moment.
    """
    pairs = [
        (stamp, landed[change_id])
        for change_id, stamp in written.items()
        if landed.get(change_id, NO_STAMP) > stamp
    ]
    return max(pairs, default=None)


def behind(
    overtaker: tuple[str, str],
    landed: Mapping[str, str],
    pending: Iterable[Change],
    clock: HybridClock,
) -> tuple[tuple[Change, ...], HybridClock]:
    """The pending changes whose stamps change because of what `overtaking` found, and the clock.

    Those that stand at school with a later stamp have it here too, until their rows arrive. What
    was written after the overtaker, as our own stamps tell, comes right behind it; a deletion from
    before it that somebody said yes to stays where it is.
    """
    written, stands = overtaker
    last = HybridClock(clock.node, stands)
    moved = []
    for change in pending:
        if landed.get(change.id, NO_STAMP) > change.stamp:
            moved.append(replace(change, stamp=landed[change.id]))
        elif written < change.stamp <= last.last:
            last = last.tick(0)
            moved.append(replace(change, stamp=last.last))
    return tuple(moved), clock.observe(last.last)


@dataclass(frozen=True, slots=True)
class _Read:
    """What one page did; `position` None where the page was left alone."""

    position: Position | None = None
    confirmed: Confirmed = dataclass_field(default_factory=dict)
    seen: frozenset[str] = frozenset()
    is_damaged: bool = False
    more: bool = False


_DAMAGED = _Read(position=Position(is_reread=True), is_damaged=True)


def _read_page(scope: str, page: Page, before: Position, load: Load) -> _Read:
    if page.start != before.cursor:
        return _Read(more=True)
    confirmed, total = _apply_rows(scope, page, before.digest, load)
    is_older = page.cursor < page.start
    is_agreed = page.more or total == page.digest
    if is_older or not (is_agreed or before.is_reread):
        return _DAMAGED
    # After a whole second reading the school's digest stands, or the alarm would ring for ever.
    position = (
        Position(page.cursor, total, before.is_reread)
        if page.more
        else Position(page.cursor, page.digest)
    )
    return _Read(
        position=position,
        confirmed=confirmed,
        seen=frozenset(row.change.id for row in page.rows),
        more=page.more,
    )


def _apply_rows(scope: str, page: Page, total: str, load: Load) -> tuple[Confirmed, str]:
    """The records that a page's rows make, and the digest after them.

    A row that cannot be applied is passed over: the digest then tells, and nothing else is held up.
    """
    confirmed: dict[tuple[str, str], tuple[str, RecordState]] = {}
    for row in page.rows:
        key = (scope, row.change.record)
        kind, before = confirmed.get(key) or load(*key) or (row.change.kind, EMPTY)
        try:
            state = merge.apply(before, row.change)
        except PeerError:
            continue
        total = digest.replace(
            total,
            digest.record_fingerprint(kind, row.change.record, before),
            digest.record_fingerprint(kind, row.change.record, state),
        )
        confirmed[key] = (kind, state)
    return confirmed, total
