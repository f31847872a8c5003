"""A school in memory: the real server half of `sync` over lists, with a database's manners."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from portfolio_app.school import deleting
from sync import bundle, digest, merge, server, wire
from sync.change import JSON, Change, Rule
from sync.clock import HybridClock
from sync.merge import EMPTY, RecordState
from sync.rows import FeedRow
from sync.server import HouseRules, StoredRecord
from sync.versions import JOINER
from sync.wire import SyncReply, SyncRequest
from tests.simulation.events import Events

AMY = "amy"
BEN = "ben"
TEACHER = "ms-lee"
PORTFOLIO = "p/amy"
BENS = "p/ben"
CLASSROOM = "c/bees"
SCOPES = (PORTFOLIO, BENS, CLASSROOM)
FEEDBACK = "feedback"
FORBIDDEN = "forbidden"
NODE = "5c" * 8
CLOSED = b"401"
"""What a device is told that the school does not know any more."""


@dataclass(slots=True)
class MemoryLog:
    """`sync.server.Log` over lists. `received_ms` is when each change came in, by id; `cursors`
    how far whoever sent it had read.
    """

    feeds: dict[str, list[FeedRow]] = field(default_factory=dict)
    stamps: dict[tuple[str, str], str] = field(default_factory=dict)
    records: dict[tuple[str, str], StoredRecord] = field(default_factory=dict)
    digests: dict[str, str] = field(default_factory=dict)
    received_ms: dict[str, int] = field(default_factory=dict)
    cursors: dict[str, int] = field(default_factory=dict)
    places: dict[str, tuple[str, int]] = field(default_factory=dict)
    now_ms: int = 0

    def accepted_stamp(self, scope: str, change_id: str) -> str | None:
        return self.stamps.get((scope, change_id))

    def find(self, scope: str, change_id: str) -> Change | None:
        place = self.places.get(change_id)
        return self.feeds[scope][place[1]].change if place and place[0] == scope else None

    def load(self, scope: str, record: str) -> StoredRecord | None:
        return self.records.get((scope, record))

    def head(self, scope: str) -> tuple[int, str]:
        feed = self.feeds.get(scope, ())
        last = feed[-1].sequence if feed else 0
        return last, self.digests.get(scope, digest.EMPTY_DIGEST)

    def append(self, change: Change, record: StoredRecord, digest_after: str) -> int:
        feed = self.feeds.setdefault(change.scope, [])
        feed.append(FeedRow(len(feed) + 1, change))
        self.stamps[change.scope, change.id] = change.stamp
        self.records[change.scope, change.record] = record
        self.digests[change.scope] = digest_after
        self.received_ms[change.id] = self.now_ms
        self.places[change.id] = (change.scope, len(feed) - 1)
        return len(feed)

    def rows(self, scope: str, after: int, limit: int) -> Sequence[FeedRow]:
        return self.feeds.get(scope, [])[after : after + limit]

    def kept_works(self, scope: str) -> int:
        return len(self.kept(scope))

    def kept(self, scope: str) -> set[str]:
        """The works that are not in the bin."""
        return {
            record
            for (place, record), stored in self.records.items()
            if place == scope and stored.kind == deleting.WORK and not is_binned(stored.state)
        }

    def records_of_work(self, scope: str, work: str) -> Sequence[str]:
        return [work]

    def sequence_of(self, scope: str, change_id: str) -> int:
        place = self.places.get(change_id)
        return place[1] + 1 if place and place[0] == scope else 0

    def writes_since(self, scope: str, after: int, records: Sequence[str]) -> Iterable[FeedRow]:
        return [row for row in self.feeds.get(scope, [])[after:] if row.change.record in records]

    def copy(self) -> "MemoryLog":
        """What a backup holds."""
        return MemoryLog(
            {scope: list(rows) for scope, rows in self.feeds.items()},
            dict(self.stamps),
            dict(self.records),
            dict(self.digests),
            dict(self.received_ms),
            dict(self.cursors),
            dict(self.places),
        )

    def changes(self) -> list[Change]:
        """Every change of every feed, in feed order."""
        return [row.change for rows in self.feeds.values() for row in rows]


def is_binned(state: RecordState) -> bool:
    """Whether a work lies in the bin."""
    return state.get(deleting.BINNED, {}).get("value") is not None


def verdict(change: Change, _author: str, _state: RecordState) -> str | None:
    """Feedback is the teacher's, the class's scope too; a portfolio is its learner's; and one kind
    nobody may write.
    """
    if change.author in (TEACHER, JOINER):
        return None if change.kind != FORBIDDEN else server.REASON_NOT_ALLOWED
    is_own = change.scope == f"p/{change.author}"
    is_teachers = change.kind == FEEDBACK
    if change.kind == FORBIDDEN or is_teachers or not is_own:
        return server.REASON_NOT_ALLOWED
    return None


class School:
    """Answers devices, lets a teacher write, and can be restarted or restored from a backup.

    `owners`: device -> learner; `revoked`: devices that are let in no more; `members`: learners who
    are in the class now.
    """

    def __init__(self, owners: Mapping[str, str]) -> None:
        self.owners = owners
        self.log = MemoryLog()
        self.clock = HybridClock(NODE)
        self.acknowledged: set[str] = set()
        self.revoked: set[str] = set()
        self.members = {AMY, BEN}
        self.events = Events()

    def grants(self, device: str) -> tuple[str, ...]:
        """The scopes that a device may read at this moment."""
        if device in self.revoked:
            return ()
        learner = self.owners[device]
        return (f"p/{learner}", *([CLASSROOM] if learner in self.members else []))

    def serve(self, device: str, raw: bytes, now_ms: int) -> bytes:
        """One request in one transaction."""
        if device in self.revoked:
            return CLOSED
        request = wire.decode_request(raw)
        reply = self.exchange(device, request, now_ms)
        self.events.served(device, reply, self.grants(device))
        return wire.encode_reply(reply, {change.id: change for change in request.changes})

    def exchange(self, device: str, request: SyncRequest, now_ms: int) -> SyncReply:
        """What `serve` does between bytes and bytes."""
        self.log.now_ms = now_ms
        learner, allowed = self.owners[device], self.allowed(device)
        house = HouseRules(
            verdict,
            lambda scope: scope in allowed,
            lambda changes: deleting.unasked(changes, self.log),
            self.follow_up(request),
        )
        kept = self.log.kept(f"p/{learner}")
        known = set(self.log.stamps)
        reply, self.clock = server.answer(
            request, self.log, author=learner, house=house, allowed=allowed,
            clock=self.clock, now_ms=now_ms,
        )  # fmt: skip
        fresh = [c for c in request.changes if (c.scope, c.id) not in known]
        for change in fresh:
            self.log.cursors[change.id] = request.cursors.get(change.scope, 0)
        self.events.deleted(fresh, reply, kept)
        self.acknowledged.update(reply.accepted)
        return reply

    def allowed(self, device: str) -> tuple[str, ...]:
        """What an answer may be read from; a planted mistake says more than the grants."""
        return self.grants(device)

    def follow_up(self, request: SyncRequest) -> Callable[[Sequence[Change]], Iterable[Change]]:
        """What the school writes after a push."""
        return lambda appended: deleting.recovered(appended, request.cursors, self.log)

    def take_bundle(self, device: str, raw: bytes, now_ms: int) -> bytes:
        """A bundle, and the one back: as `school.bundles` does, without its seals."""
        verdicts: list[SyncReply] = []
        cursors: Mapping[str, int] = {}
        for section in bundle.read(iter([raw])):
            body = section.whole()
            if section.type == bundle.REQUEST and device not in self.revoked:
                request = wire.decode_request(body)
                cursors = request.cursors
                verdicts.append(replace(self.exchange(device, request, now_ms), pages={}))
        replies = [*verdicts, *self._pages(device, cursors, now_ms)]
        raws = map(wire.encode_reply, replies)
        return b"".join(bundle.write({}, bundle.REPLY, raws, ()))

    def _pages(self, device: str, cursors: Mapping[str, int], now_ms: int) -> Iterator[SyncReply]:
        if device in self.revoked:
            return
        while True:
            reply = self.exchange(device, SyncRequest(cursors), now_ms)
            self.events.served(device, reply, self.grants(device))
            yield reply
            cursors = {scope: page.cursor for scope, page in reply.pages.items()}
            if not any(page.more for page in reply.pages.values()):
                return

    def write(
        self, change_id: str, scope: str, record: str, kind: str, now_ms: int,
        values: Mapping[str, JSON],
    ) -> None:  # fmt: skip
        """The teacher writes fields of one record, through the same gate as a device."""
        self.log.now_ms = now_ms
        stored = self.log.load(scope, record)
        state = stored.state if stored else EMPTY
        self.clock = self.clock.observe(merge.newest_stamp(state)).tick(now_ms)
        changes = [
            Change(change_id, scope, record, kind, name, rule_of(name), value, self.clock.last)
            for name, value in values.items()
        ]
        taken = server.accept(
            changes, self.log, author=TEACHER, may_write=verdict, clock=self.clock, now_ms=now_ms
        )
        self.clock = taken.clock
        for change in changes:
            self.log.cursors[change.id] = self.log.head(scope)[0]

    def restart(self) -> None:
        """What was only in memory is gone."""
        self.clock = HybridClock(NODE)

    def restore(self, backup: MemoryLog) -> None:
        """The machine broke; an older copy takes its place."""
        self.log = backup.copy()
        self.restart()


def rule_of(name: str) -> Rule:
    """The merge rule of each field that the simulation writes."""
    rules = {"words": Rule.TEXT, "tags": Rule.SET, "said": Rule.APPEND}
    return rules.get(name, Rule.SCALAR)
