"""More planted mistakes: texts, deletion, grants, disks, bundles, versions and the feed's order."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

import pytest

from portfolio_app.school import deleting
from sync import bundle, client, merge, server, text_merge, versions, wire
from sync import change as changes
from sync.change import Change, Rule
from sync.client import Progress
from sync.clock import HybridClock
from sync.server import Log, StoredRecord
from sync.wire import SyncReply, SyncRequest
from tests.simulation.device import Device, Disk
from tests.simulation.school import CLASSROOM, MemoryLog, School
from tests.simulation.world import Mistake, Plant


def touching_edits_joined(patch: pytest.MonkeyPatch) -> Mistake:
    patch.setattr(text_merge, "_has_word", lambda _words: True)
    return Mistake()


def joined_from_one_side(patch: pytest.MonkeyPatch) -> Mistake:
    """What both wrote is replaced by what one wrote."""
    patch.setattr(text_merge, "joined", lambda _ancestor, one, _other, _effort: one)
    return Mistake()


def joined_version_replaces_more_than_it_joins(patch: pytest.MonkeyPatch) -> Mistake:
    real = versions._version

    def greedy(one: Change, other: Change, words: str) -> Change:
        return replace(real(one, other, words), seen=(one.id, other.id), value=one.value)

    patch.setattr(versions, "_version", greedy)
    return Mistake()


def devices_join_texts_too(_patch: pytest.MonkeyPatch) -> Mistake:
    class Joining(Device):
        def shown(self, record: str) -> Any:
            state = dict(super().shown(record))
            live = state.get("words", {}).get("live", {})
            if len(live) > 1:
                top = max(live, key=lambda key: live[key]["stamp"])
                state["words"] = {**state["words"], "live": {top: live[top]}}
            return state

        def write(self, *arguments: Any, **named: Any) -> Change:
            change = super().write(*arguments, **named)
            state = self.disk.confirmed.get((change.scope, change.record), ("", merge.EMPTY))[1]
            every = merge.live_ids(state, change.field)
            if change.rule is Rule.TEXT and every:
                joined = replace(change, seen=tuple(sorted({*change.seen, *every})))
                self.disk.pending[-1] = joined
                return joined
            return change

    return Mistake(device=Joining)


def deletion_wins_over_an_edit(_patch: pytest.MonkeyPatch) -> Mistake:
    class Harsh(School):
        def follow_up(self, request: SyncRequest) -> Callable[[Sequence[Change]], Iterable[Change]]:
            return lambda _appended: ()

    return Mistake(school=Harsh)


def only_edits_after_a_deletion_count(patch: pytest.MonkeyPatch) -> Mistake:
    """The work comes back when the edit is last to arrive, and not when the deletion is."""
    patch.setattr(MemoryLog, "writes_since", lambda *_: ())
    return Mistake()


def many_deletions_taken(patch: pytest.MonkeyPatch) -> Mistake:
    patch.setattr(deleting, "unasked", lambda *_: {})
    return Mistake()


def a_yes_that_is_never_sent(patch: pytest.MonkeyPatch) -> Mistake:
    class Deaf(Device):
        def say_yes(self, now_ms: int) -> tuple[str, ...]:
            disk = self.disk.copy()
            disk.refused = {
                key: kept for key, kept in disk.refused.items() if kept[1] != "asks_first"
            }
            self.commit(disk)
            return ()

    return Mistake(device=Deaf)


def a_yes_of_long_ago(_patch: pytest.MonkeyPatch) -> Mistake:
    """What somebody said yes to counts from when it was first typed."""

    class Slow(Device):
        def say_yes(self, now_ms: int) -> tuple[str, ...]:
            before = {change.id: change.stamp for change, _ in self.disk.refused.values()}
            said = super().say_yes(now_ms)
            self.disk.pending = [
                replace(change, stamp=before[change.id]) if change.id in said else change
                for change in self.disk.pending
            ]
            return said

    return Mistake(device=Slow)


def asked_about_what_was_put_back(_patch: pytest.MonkeyPatch) -> Mistake:
    class Asking(Device):
        def settle(self, disk: Disk) -> None:
            """Never."""

    return Mistake(device=Asking)


def revoked_devices_served(_patch: pytest.MonkeyPatch) -> Mistake:
    class Open(School):
        def serve(self, device: str, raw: bytes, now_ms: int) -> bytes:
            was, self.revoked = self.revoked, set[str]()
            request = wire.decode_request(raw)
            reply = self.exchange(device, request, now_ms)
            self.revoked = was
            self.events.served(device, reply, self.grants(device))
            return wire.encode_reply(reply, {one.id: one for one in request.changes})

    return Mistake(school=Open)


def a_left_class_is_still_read(_patch: pytest.MonkeyPatch) -> Mistake:
    class Generous(School):
        def allowed(self, device: str) -> tuple[str, ...]:
            return (f"p/{self.owners[device]}", CLASSROOM)

    return Mistake(school=Generous)


def a_dropped_scope_stays_on_the_device(_patch: pytest.MonkeyPatch) -> Mistake:
    class Keeping(Device):
        def store(self, disk: Disk, progress: Progress, reply: SyncReply) -> None:
            super().store(disk, replace(progress, dropped=()), reply)

    return Mistake(device=Keeping)


def a_dropped_scope_keeps_its_cursor(_patch: pytest.MonkeyPatch) -> Mistake:
    """Back in the class, the device reads on where it stopped, and what came before is gone."""

    class Half(Device):
        def store(self, disk: Disk, progress: Progress, reply: SyncReply) -> None:
            positions = dict(disk.positions)
            super().store(disk, progress, reply)
            for scope in progress.dropped:
                disk.positions[scope] = positions[scope]

    return Mistake(device=Half)


def anybodys_portfolio_may_be_written(patch: pytest.MonkeyPatch) -> Mistake:
    """The scope is believed as the device names it, and one device names the wrong one."""

    class Confused(Device):
        def write(self, *arguments: Any, **named: Any) -> Change:
            change = super().write(*arguments, **named)
            if self.name == "pad":
                self.disk.pending[-1] = replace(change, scope="p/amy")
            return change

    class Trusting(School):
        def exchange(self, device: str, request: SyncRequest, now_ms: int) -> SyncReply:
            owner = {one.scope[2:] for one in request.changes if one.scope.startswith("p/")}
            was = self.owners
            self.owners = {**was, device: owner.pop()} if len(owner) == 1 else was
            reply = super().exchange(device, request, now_ms)
            self.owners = was
            return reply

    return Mistake(device=Confused, school=Trusting)


def parts_of_newer_programs_dropped(patch: pytest.MonkeyPatch) -> Mistake:
    real = changes.from_json

    def narrow(body: object) -> Change:
        return replace(real(body), extra={})

    patch.setattr(changes, "from_json", narrow)
    return Mistake()


def kinds_of_newer_programs_dropped(patch: pytest.MonkeyPatch) -> Mistake:
    class Old(Device):
        def store(self, disk: Disk, progress: Progress, reply: SyncReply) -> None:
            known = {key: kept for key, kept in progress.confirmed.items() if kept[0] != "sketch"}
            super().store(disk, replace(progress, confirmed=known), reply)

    return Mistake(device=Old)


def half_a_write_on_a_full_disk(_patch: pytest.MonkeyPatch) -> Mistake:
    """The outbox is cleared, and then there is no room for the rows."""

    class Torn(Device):
        def commit(self, disk: Disk) -> None:
            if self.is_full or self.is_torn:
                half = self.disk.copy()
                half.pending = disk.pending
                half.positions = disk.positions
                self.disk = half
            super().commit(disk)

    return Mistake(device=Torn)


def kept_only_in_memory_until_later(_patch: pytest.MonkeyPatch) -> Mistake:
    """Typing is said to be kept before it is durable; the battery then is flat."""

    class Lazy(Device):
        durable: Disk | None = None

        def take(self, number: int, raw: bytes, now_ms: int) -> Progress | None:
            done = super().take(number, raw, now_ms)
            self.durable = self.disk.copy()
            return done

        def crash(self) -> None:
            super().crash()
            if self.durable is not None:
                self.disk = self.durable.copy()

    return Mistake(device=Lazy)


def on_the_stick_counts_as_sent(_patch: pytest.MonkeyPatch) -> Mistake:
    class Hopeful(Device):
        def write_bundle(self) -> bytes:
            raw = super().write_bundle()
            self.disk.pending.clear()
            return raw

    return Mistake(device=Hopeful)


def a_stick_read_late_is_believed(patch: pytest.MonkeyPatch) -> Mistake:
    """A page that does not begin at the cursor is applied, and the cursor set to its end."""
    real = client._read_page

    def eager(scope: str, page: Any, before: Any, load: Any) -> Any:
        return real(scope, replace(page, start=before.cursor), before, load)

    patch.setattr(client, "_read_page", eager)
    return Mistake()


def only_the_first_bundle_of_a_device_is_taken(_patch: pytest.MonkeyPatch) -> Mistake:
    class Once(School):
        def __init__(self, owners: Mapping[str, str]) -> None:
            super().__init__(owners)
            self.known: set[str] = set()

        def take_bundle(self, device: str, raw: bytes, now_ms: int) -> bytes:
            if device in self.known:
                raw = b"".join(bundle.write({}, bundle.REQUEST, (), ()))
            self.known.add(device)
            return super().take_bundle(device, raw, now_ms)

    return Mistake(school=Once)


def signing_out_empties_the_outbox(_patch: pytest.MonkeyPatch) -> Mistake:
    class Forgetful(Device):
        def sign_out(self, node: str) -> bytes | None:
            super().sign_out(node)
            return None

    return Mistake(device=Forgetful)


def sequence_taken_before_the_commit(patch: pytest.MonkeyPatch) -> Mistake:
    """A database's counter: the second of two writers is seen first, and the first never."""

    def rows(log: MemoryLog, scope: str, after: int, limit: int) -> Sequence[Any]:
        feed = log.feeds.get(scope, [])
        is_under_way = log.now_ms % 3 == 0 and len(feed) > after + 1
        seen = [*feed[:-2], feed[-1]] if is_under_way else feed
        return [row for row in seen if row.sequence > after][:limit]

    patch.setattr(MemoryLog, "rows", rows)
    return Mistake()


def a_moved_stamp_without_memory(patch: pytest.MonkeyPatch) -> Mistake:
    """Each stamp from the future is moved to now as if it were the first one."""
    real = server._believable

    def forgetful(change: Change, before: Any, clock: HybridClock, now_ms: int) -> str:
        return real(change, {}, HybridClock(clock.node), now_ms)

    patch.setattr(server, "_believable", forgetful)
    return Mistake()


def a_refusal_stops_the_rest(patch: pytest.MonkeyPatch) -> Mistake:
    """One wrong change, and those behind it are neither taken nor refused, but forgotten."""
    real = server.accept

    def strict(changes: Sequence[Change], log: Log, **named: Any) -> Any:
        taken = real(changes, log, **named)
        first = next(iter(taken.refused), None)
        if first is None:
            return taken
        ids = [change.id for change in changes]
        behind = dict.fromkeys(ids[ids.index(first) + 1 :], "skipped")
        return replace(taken, refused={**taken.refused, **behind}, accepted=taken.accepted)

    class Dropping(Device):
        def store(self, disk: Disk, progress: Progress, reply: SyncReply) -> None:
            super().store(disk, progress, reply)
            for key in [key for key, kept in disk.refused.items() if kept[1] == "skipped"]:
                del disk.refused[key]

    patch.setattr(server, "accept", strict)
    return Mistake(device=Dropping)


def a_row_that_fails_to_apply_is_stored_anyway(patch: pytest.MonkeyPatch) -> Mistake:
    """The feed has it, the record has not: a hole that only the digest could show."""
    real = MemoryLog.append

    def hollow(log: MemoryLog, change: Change, record: StoredRecord, total: str) -> int:
        stored = log.records.get((change.scope, change.record))
        at = real(log, change, record, total)
        if stored is not None and change.rule is Rule.SET and at % 4 == 0:
            log.records[change.scope, change.record] = stored
        return at

    patch.setattr(MemoryLog, "append", hollow)
    return Mistake()


def the_server_reads_before_it_writes(patch: pytest.MonkeyPatch) -> Mistake:
    """Not wrong by itself: own rows then come one request later. The device that takes accepted
    for seen makes it wrong.
    """
    real = client.receive

    def eager(reply: SyncReply, positions: Mapping[str, Any], load: Any) -> Progress:
        progress = real(reply, positions, load)
        return replace(progress, seen=frozenset(reply.accepted))

    patch.setattr(client, "receive", eager)
    return Mistake()


def own_rows_known_by_id_alone(patch: pytest.MonkeyPatch) -> Mistake:
    """What is offered again after a damage may name less than it did; its row went without."""

    def careless(reply: wire.SyncReply, own: Mapping[str, Change]) -> Mapping[str, Change]:
        rows = [row.change for page in reply.pages.values() for row in page.rows]
        return {change.id: change for change in rows if change.id in own}

    patch.setattr(wire, "_as_sent", careless)
    return Mistake()


def what_a_stick_moved_overtakes_what_waits(patch: pytest.MonkeyPatch) -> Mistake:
    patch.setattr(client, "overtaking", lambda *_: None)
    return Mistake()


def what_a_stick_moved_overtakes_the_rest_of_a_push(patch: pytest.MonkeyPatch) -> Mistake:
    patch.setattr(server, "_behind_moved", lambda stamp, *_: stamp)
    return Mistake()


MORE_PLANTED: tuple[Plant, ...] = (
    what_a_stick_moved_overtakes_what_waits,
    what_a_stick_moved_overtakes_the_rest_of_a_push,
    own_rows_known_by_id_alone,
    touching_edits_joined,
    joined_from_one_side,
    joined_version_replaces_more_than_it_joins,
    devices_join_texts_too,
    deletion_wins_over_an_edit,
    only_edits_after_a_deletion_count,
    many_deletions_taken,
    a_yes_that_is_never_sent,
    a_yes_of_long_ago,
    asked_about_what_was_put_back,
    revoked_devices_served,
    a_left_class_is_still_read,
    a_dropped_scope_stays_on_the_device,
    a_dropped_scope_keeps_its_cursor,
    anybodys_portfolio_may_be_written,
    parts_of_newer_programs_dropped,
    kinds_of_newer_programs_dropped,
    half_a_write_on_a_full_disk,
    kept_only_in_memory_until_later,
    on_the_stick_counts_as_sent,
    a_stick_read_late_is_believed,
    only_the_first_bundle_of_a_device_is_taken,
    signing_out_empties_the_outbox,
    sequence_taken_before_the_commit,
    a_moved_stamp_without_memory,
    a_refusal_stops_the_rest,
    a_row_that_fails_to_apply_is_stored_anyway,
    the_server_reads_before_it_writes,
)
