"""A school in memory: the real server half of `sync` over lists, with a database's manners."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sync import digest, merge, server, wire
from sync.change import JSON, Change, Rule
from sync.clock import HybridClock
from sync.merge import EMPTY, RecordState
from sync.server import StoredRecord
from sync.wire import FeedRow

LEARNER = "amy"
TEACHER = "ms-lee"
PORTFOLIO = "p/amy"
CLASSROOM = "c/bees"
SCOPES = (PORTFOLIO, CLASSROOM)
FEEDBACK = "feedback"
FORBIDDEN = "forbidden"
NODE = "5c" * 8


@dataclass(slots=True)
class MemoryLog:
    """`sync.server.Log` over lists. `received_ms` is when each change came in, by id."""

    feeds: dict[str, list[FeedRow]] = field(default_factory=dict)
    stamps: dict[tuple[str, str], str] = field(default_factory=dict)
    records: dict[tuple[str, str], StoredRecord] = field(default_factory=dict)
    digests: dict[str, str] = field(default_factory=dict)
    received_ms: dict[str, int] = field(default_factory=dict)
    now_ms: int = 0

    def accepted_stamp(self, scope: str, change_id: str) -> str | None:
        return self.stamps.get((scope, change_id))

    def find(self, scope: str, change_id: str) -> Change | None:
        return next(
            (row.change for row in self.feeds.get(scope, ()) if row.change.id == change_id), None
        )

    def load(self, scope: str, record: str) -> StoredRecord | None:
        return self.records.get((scope, record))

    def head(self, scope: str) -> tuple[int, str]:
        feed = self.feeds.get(scope, [])
        return len(feed), self.digests.get(scope, digest.EMPTY_DIGEST)

    def append(self, change: Change, record: StoredRecord, digest_after: str) -> int:
        feed = self.feeds.setdefault(change.scope, [])
        feed.append(FeedRow(len(feed) + 1, change))
        self.stamps[change.scope, change.id] = change.stamp
        self.records[change.scope, change.record] = record
        self.digests[change.scope] = digest_after
        self.received_ms[change.id] = self.now_ms
        return len(feed)

    def rows(self, scope: str, after: int, limit: int) -> Sequence[FeedRow]:
        return self.feeds.get(scope, [])[after : after + limit]

    def copy(self) -> "MemoryLog":
        """What a backup holds."""
        return MemoryLog(
            {scope: list(rows) for scope, rows in self.feeds.items()},
            dict(self.stamps),
            dict(self.records),
            dict(self.digests),
            dict(self.received_ms),
        )

    def changes(self) -> list[Change]:
        """Every change of every feed, in feed order."""
        return [row.change for rows in self.feeds.values() for row in rows]


def verdict(change: Change, author: str, _state: RecordState) -> str | None:
    """Feedback is the teacher's, the class's scope too, and one kind nobody may write."""
    is_teachers = change.kind == FEEDBACK or change.scope == CLASSROOM
    if change.kind == FORBIDDEN or (is_teachers and change.author != TEACHER):
        return server.REASON_NOT_ALLOWED
    return None


class School:
    """Answers devices, lets a teacher write, and can be restarted or restored from a backup."""

    def __init__(self) -> None:
        self.log = MemoryLog()
        self.clock = HybridClock(NODE)
        self.acknowledged: set[str] = set()

    def serve(self, raw: bytes, now_ms: int) -> bytes:
        """One request in one transaction."""
        self.log.now_ms = now_ms
        request = wire.decode_request(raw)
        reply, self.clock = server.answer(
            request,
            self.log,
            author=LEARNER,
            house=server.HouseRules(verdict, lambda change: change.scope in SCOPES),
            allowed=SCOPES,
            clock=self.clock,
            now_ms=now_ms,
        )
        self.acknowledged.update(reply.accepted)
        return wire.encode_reply(reply, frozenset(change.id for change in request.changes))

    def write(
        self,
        change_id: str,
        scope: str,
        record: str,
        kind: str,
        now_ms: int,
        values: Mapping[str, JSON],
    ) -> None:
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

    def restart(self) -> None:
        """What was only in memory is gone."""
        self.clock = HybridClock(NODE)

    def restore(self, backup: MemoryLog) -> None:
        """The machine broke; an older copy takes its place."""
        self.log = backup.copy()
        self.restart()


def rule_of(name: str) -> Rule:
    """The merge rule of each field that the simulation writes."""
    return {"title": Rule.SCALAR, "words": Rule.TEXT, "tags": Rule.SET, "said": Rule.APPEND}[name]
