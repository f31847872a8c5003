"""What the school does about works that go: it asks when many go at once, and brings one back that
somebody was still working on.

Rules over a log, without SQL and without HTTP, so that a simulation uses these very lines.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Protocol

from portfolio_app.model.deletion import ASKED, ASKS_FIRST, asks_first
from portfolio_app.model.people import Role
from portfolio_app.model.records import KINDS
from sync.change import JSON, Change, Rule
from sync.clock import NODE_DIGITS, HybridClock, stamp_ms
from sync.rows import FeedRow
from sync.server import Log
from sync.versions import JOINER

WORK = "artifact"
BINNED = "binned_ms"
RECOVERED = "recovered_ms"
_PURPOSE = "portfolio recovered work 1"


class WorksLog(Log, Protocol):
    """A log that also knows which records make up a work."""

    def kept_works(self, scope: str) -> int:
        """How many works of a scope are not in the bin."""

    def records_of_work(self, scope: str, work: str) -> Sequence[str]:
        """The ids of a work's own record and of those that name it."""

    def sequence_of(self, scope: str, change_id: str) -> int:
        """Where a change stands in its feed; 0 where it does not."""

    def writes_since(self, scope: str, after: int, records: Sequence[str]) -> Iterable[FeedRow]:
        """Rows above a sequence that write to some records."""


def unasked(changes: Sequence[Change], log: WorksLog) -> Mapping[str, str]:
    """id -> ASKS_FIRST for deletions that are too many at once and that nobody was asked about."""
    found: dict[str, list[Change]] = {}
    for change in changes:
        if _bins(change) and change.extra.get(ASKED) is not True:
            stored = log.load(change.scope, change.record)
            if stored is not None and _binned_by(stored.state) is None:
                found.setdefault(change.scope, []).append(change)
    return {
        change.id: ASKS_FIRST
        for scope, going in found.items()
        if asks_first(len({change.record for change in going}), log.kept_works(scope))
        for change in going
        if log.accepted_stamp(scope, change.id) is None
    }


def recovered(
    appended: Sequence[Change], cursors: Mapping[str, int], log: WorksLog
) -> Iterator[Change]:
    """The changes that bring a work back: it was binned here and edited there, neither having seen
    the other.

    `appended`: what one device has just had stored; `cursors`: how far it had read when it asked.
    """
    done: set[str] = set()
    for change in appended:
        bin_change = _bin_unseen(change, cursors.get(change.scope, 0), log)
        if bin_change is not None and bin_change.id not in done:
            done.add(bin_change.id)
            yield _coming_back(bin_change, BINNED, None)
            yield _coming_back(bin_change, RECOVERED, stamp_ms(bin_change.stamp))


def _bin_unseen(change: Change, cursor: int, log: WorksLog) -> Change | None:
    """The standing deletion that this change did not know of, or that did not know of an edit."""
    work = _work_of(change, log)
    stored = log.load(change.scope, work) if work is not None else None
    bin_id = _binned_by(stored.state) if stored is not None and stored.kind == WORK else None
    bin_change = log.find(change.scope, bin_id) if bin_id is not None else None
    if work is None or bin_change is None:
        return None
    if change.id == bin_change.id:
        rows = log.writes_since(change.scope, cursor, log.records_of_work(change.scope, work))
        is_edited = any(_edits(row.change) and _node(row.change) != _node(change) for row in rows)
        return bin_change if is_edited else None
    is_unseen = log.sequence_of(change.scope, bin_change.id) > cursor
    is_other = _node(bin_change) != _node(change)
    return bin_change if _edits(change) and is_unseen and is_other else None


def _work_of(change: Change, log: Log) -> str | None:
    if change.kind == WORK:
        return change.record
    stored = log.load(change.scope, change.record)
    work = stored.state.get(WORK, {}).get("value") if stored is not None else None
    return work if isinstance(work, str) else None


def _edits(change: Change) -> bool:
    """Whether this is work on a work: by the learner, and more than moving it in or out."""
    row = KINDS.get(change.kind)
    is_moving = change.kind == WORK and change.field in (BINNED, RECOVERED)
    return (row is None or row.writer is Role.LEARNER) and not is_moving


def _bins(change: Change) -> bool:
    return (change.kind, change.field) == (WORK, BINNED) and change.value is not None


def _binned_by(state: Mapping[str, Mapping[str, JSON]]) -> str | None:
    """The id of the change that put a work into the bin where it still is."""
    kept = state.get(BINNED, {})
    return str(kept["id"]) if kept.get("value") is not None else None


def _node(change: Change) -> str:
    return change.stamp[-NODE_DIGITS:]


def _coming_back(bin_change: Change, field: str, value: JSON) -> Change:
    """The same wherever and whenever it is made; it comes right after what it undoes."""
    named = json.dumps([_PURPOSE, bin_change.id, field], separators=(",", ":"))
    own = hashlib.sha256(named.encode()).hexdigest()[:32]
    clock = HybridClock(own[:NODE_DIGITS]).observe(bin_change.stamp).tick(0)
    return Change(
        own, bin_change.scope, bin_change.record, WORK, field, Rule.SCALAR, value, clock.last,
        author=JOINER,
    )  # fmt: skip
