"""A learner's device in memory: the real client half of `sync`, a disk, a clock that lies."""

import itertools
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from portfolio_app.model.deletion import ASKED, ASKS_FIRST, was_put_back
from portfolio_app.school.deleting import BINNED
from sync import bundle, client, merge, wire
from sync.change import JSON, Change, Rule
from sync.client import Position, Progress
from sync.clock import HybridClock, is_too_far_ahead
from sync.merge import EMPTY, RecordState
from tests.simulation.school import CLOSED, FEEDBACK, rule_of

Key = tuple[str, str]


class DiskFailed(Exception):
    """Nothing of a durable write is kept: no room, or the power went while it was under way."""


@dataclass(slots=True)
class Disk:
    """All that survives a crash; replaced as a whole by each durable write."""

    clock: HybridClock
    confirmed: dict[Key, tuple[str, RecordState]] = field(default_factory=dict)
    positions: dict[str, Position] = field(default_factory=dict)
    pending: list[Change] = field(default_factory=list)
    refused: dict[str, tuple[Change, str]] = field(default_factory=dict)
    fix_ms: int = 0

    def copy(self) -> "Disk":
        return Disk(
            self.clock,
            dict(self.confirmed),
            dict(self.positions),
            list(self.pending),
            dict(self.refused),
            self.fix_ms,
        )


@dataclass(frozen=True, slots=True)
class Outstanding:
    """The one request a device waits for."""

    number: int
    own: Mapping[str, Change]
    sent_ms: int


class Device:
    """Writes at once, sends when it can, and believes only the feed."""

    def __init__(self, name: str, learner: str, node: str, new_id: Callable[[], str]) -> None:
        self.name = name
        self.portfolio = f"p/{learner}"
        self.new_id = new_id
        self.disk = Disk(HybridClock(node))
        self.offset_ms = 0
        self.outstanding: Outstanding | None = None
        self.is_full = False
        self.is_torn = False
        self.is_newer = False  # writes what the others do not know
        self.is_closed = False  # the school said that it does not know this device any more
        self.typed: dict[str, int] = {}  # id: which write it was; for the invariants alone
        self.settled: set[str] = set()  # deletions that nobody is asked about any more; the same
        self.deleted_by_a_fast_clock: set[str] = set()  # the same
        self._writes = itertools.count()
        self._requests = 0

    def wall_ms(self, now_ms: int) -> int:
        """What this device's wall clock says; never before 1970."""
        return max(0, now_ms + self.offset_ms)

    def commit(self, disk: Disk) -> None:
        """One durable write: all of it or nothing."""
        if self.is_full or self.is_torn:
            self.is_torn = False
            self.outstanding = None
            raise DiskFailed
        self.disk = disk

    def write(
        self, now_ms: int, record: str, kind: str, name: str, value: JSON, removes: JSON = None,
        *, is_asked: bool = False,
    ) -> Change:  # fmt: skip
        """One local change in one durable write, together with the clock."""
        rule = rule_of(name)
        shown = self.shown(record)
        seen: tuple[str, ...] = ()
        if rule is Rule.TEXT:
            seen = merge.live_ids(shown, name)
        elif removes is not None:
            seen = self.seen_by_removal(shown, name, removes)
        clock = self.disk.clock.tick(self.wall_ms(now_ms) + self.disk.fix_ms)
        extra: dict[str, JSON] = {"mood": ["new", 1]} if self.is_newer else {}
        change = Change(
            self.new_id(), self.portfolio, record, kind, name, rule, value, clock.last, seen,
            schema=2 if self.is_newer else 1, extra=extra | ({ASKED: True} if is_asked else {}),
        )  # fmt: skip
        disk = self.disk.copy()
        disk.clock = clock
        disk.pending.append(change)
        self.settle(disk)
        self.commit(disk)
        self.typed[change.id] = next(self._writes)
        if name == BINNED and value is not None and is_too_far_ahead(change.stamp, now_ms):
            self.deleted_by_a_fast_clock.add(change.id)
        return change

    def seen_by_removal(self, shown: RecordState, name: str, member: JSON) -> tuple[str, ...]:
        """The additions of a member that this device knows of."""
        return merge.live_ids(shown, name, member)

    def say_yes(self, now_ms: int) -> tuple[str, ...]:
        """Somebody was asked about the deletions that came back, and means them now; their ids."""
        disk, meant = self.disk.copy(), list[Change]()
        for change_id, (change, reason) in self.disk.refused.items():
            if reason == ASKS_FIRST:
                del disk.refused[change_id]
                disk.clock = disk.clock.tick(self.wall_ms(now_ms) + disk.fix_ms)
                parts = {**change.extra, ASKED: True}
                meant.append(replace(change, stamp=disk.clock.last, extra=parts))
        disk.pending += meant
        self.commit(disk)
        self.typed |= {change.id: next(self._writes) for change in meant}
        return tuple(change.id for change in meant)

    def shown(self, record: str) -> RecordState:
        """What the screen shows of a record: refused changes stay, until somebody helps."""
        return self._shown(self.disk, record)

    def settle(self, disk: Disk) -> None:
        """Let nobody be asked about a work that was taken out of the bin since."""
        for change_id, (change, reason) in list(disk.refused.items()):
            if reason == ASKS_FIRST:
                standing = self._shown(disk, change.record).get(BINNED)
                if was_put_back(change.stamp, standing):
                    del disk.refused[change_id]
                    self.settled.add(change_id)

    def send(self, now_ms: int) -> tuple[int, bytes]:
        """Give up waiting for an older answer and ask again."""
        request = client.next_request(self.disk.pending, self.disk.positions)
        self._requests += 1
        own = {change.id: change for change in request.changes}
        self.outstanding = Outstanding(self._requests, own, self.wall_ms(now_ms))
        return self._requests, wire.encode_request(request)

    def take(self, number: int, raw: bytes, now_ms: int) -> Progress | None:
        """Store an answer in one durable write; None where nobody waits for it any more."""
        waiting = self.outstanding
        if waiting is None or waiting.number != number:
            return None
        self.outstanding = None
        if raw == CLOSED:
            self.is_closed = True
            return None
        reply = wire.decode_reply(raw, waiting.own)
        progress = client.receive(reply, self.disk.positions, self._load)
        disk = self.disk.copy()
        fix = client.clock_fix_ms(waiting.sent_ms, self.wall_ms(now_ms), reply.server_ms)
        self.store(disk, progress, reply)
        disk.clock = disk.clock.observe(progress.newest_stamp)
        if fix is not None:
            disk.fix_ms = fix
            self._calm_down(disk, reply.server_ms, progress.newest_stamp)
        self.commit(disk)
        return progress

    def write_bundle(self) -> bytes:
        """All that waits, for a stick; nothing changes here."""
        left, requests = list(self.disk.pending), list[bytes]()
        while left or not requests:
            request = client.next_request(left, self.disk.positions)
            requests.append(wire.encode_request(request))
            left = left[len(request.changes) :]
        return b"".join(bundle.write({}, bundle.REQUEST, requests, ()))

    def read_bundle(self, raw: bytes) -> list[Progress]:
        """The school's answer from a stick, one durable write for each reply; no time is taken."""
        done = []
        for section in bundle.read(iter([raw])):
            body = section.whole()
            if section.type == bundle.REPLY:
                reply = wire.decode_reply(body)
                progress = client.receive(reply, self.disk.positions, self._load)
                disk = self.disk.copy()
                self.store(disk, progress, reply)
                disk.clock = disk.clock.observe(progress.newest_stamp)
                self.commit(disk)
                done.append(progress)
        return done

    def store(self, disk: Disk, progress: Progress, reply: wire.SyncReply) -> None:
        """What `sync.client.Progress` asks of whoever keeps the records."""
        rescued: list[Change] = []
        for scope in (*progress.damaged, *progress.dropped):
            for key in [key for key in disk.confirmed if key[0] == scope]:
                kind, state = disk.confirmed.pop(key)
                if scope in progress.damaged and self.may_write(key, kind):
                    rescued += client.rescue(*key, kind, state, self.new_id)
        disk.confirmed.update(progress.confirmed)
        disk.positions.update(progress.positions)
        for scope in progress.dropped:
            disk.positions.pop(scope, None)
        known = {change.id: change for change in (*rescued, *disk.pending)}
        for change_id, reason in progress.refused.items():
            if change_id in known:
                disk.refused[change_id] = (known[change_id], reason)
        # What an older request brought after all is refused no longer.
        for change_id in progress.seen & disk.refused.keys():
            del disk.refused[change_id]
        left = progress.seen | disk.refused.keys()
        written = {change.id: change.stamp for change in disk.pending}
        disk.pending = [change for change in known.values() if change.id not in left]
        overtaker = client.overtaking(progress.landed, written)
        if overtaker is not None:
            behind, disk.clock = client.behind(overtaker, progress.landed, disk.pending, disk.clock)
            moved = {change.id: change for change in behind}
            disk.pending = [moved.get(change.id, change) for change in disk.pending]
        self.settle(disk)

    def may_write(self, key: Key, kind: str) -> bool:
        """The record table's word, in short."""
        return key[0] == self.portfolio and kind != FEEDBACK

    def crash(self) -> None:
        """The battery is flat: what was in memory is gone."""
        self.outstanding = None

    def restore(self, backup: Disk) -> None:
        """The tablet is set back to an older copy of itself."""
        self.disk = backup.copy()
        self.outstanding = None

    def sign_out(self, node: str) -> bytes | None:
        """Leave a shared tablet: a bundle of what waits, if anything, and an empty device."""
        left = self.write_bundle() if self.disk.pending else None
        self.commit(Disk(HybridClock(node)))
        self.outstanding = None
        return left

    def knows(self, change_id: str) -> bool:
        """Whether the content of a change is anywhere on this device."""
        return change_id in self.held()

    def held(self) -> set[str]:
        """The ids of all changes whose content is on this device."""
        standing = {
            one
            for _, state in self.disk.confirmed.values()
            for kept in state.values()
            for one in kept.get("live", (kept.get("id"),))
        }
        return standing | self.disk.refused.keys() | {change.id for change in self.disk.pending}

    def _calm_down(self, disk: Disk, server_ms: int, newest_seen: str) -> None:
        held = [change for change, _ in disk.refused.values()]
        waiting = sorted([*held, *disk.pending], key=lambda change: change.stamp)
        calmed = client.restamp(
            waiting if held else disk.pending, disk.clock, server_ms, newest_seen
        )
        if calmed is not None:
            moved = {change.id: change for change in calmed[0]}
            disk.pending = [moved[change.id] for change in disk.pending]
            disk.refused = {key: (moved[key], why) for key, (_, why) in disk.refused.items()}
            disk.clock = calmed[1]

    def _shown(self, disk: Disk, record: str) -> RecordState:
        confirmed = disk.confirmed.get((self.portfolio, record), ("", EMPTY))[1]
        refused = [change for change, _ in disk.refused.values()]
        waiting = [change for change in (*refused, *disk.pending) if change.record == record]
        return client.overlay(confirmed, waiting)

    def _load(self, scope: str, record: str) -> tuple[str, RecordState] | None:
        return self.disk.confirmed.get((scope, record))
