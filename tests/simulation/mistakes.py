"""Mistakes planted on purpose: each is one that somebody has made, and the simulation must see it.

A mistake patches the real parts, or gives the world another device or school. `PLANTED` names them
all; the test plays schedules until one breaks a promise.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import pytest

from sync import client, digest, merge, server, wire
from sync.change import JSON, Change, Rule
from sync.client import Position, Progress
from sync.clock import HybridClock, format_stamp, is_too_far_ahead
from sync.server import Log
from sync.wire import Page, SyncReply
from tests.simulation.device import Device, Disk
from tests.simulation.school import MemoryLog, School
from tests.simulation.world import Mistake, Plant


def last_arrival_wins(patch: pytest.MonkeyPatch) -> Mistake:
    patch.setattr(merge, "_newest", lambda _before, change: merge._single(change))
    return Mistake()


def first_arrival_wins(patch: pytest.MonkeyPatch) -> Mistake:
    patch.setattr(merge, "_newest", lambda before, change: before or merge._single(change))
    return Mistake()


def wall_clock_for_stamps(patch: pytest.MonkeyPatch) -> Mistake:
    def tick(clock: HybridClock, now_ms: int) -> HybridClock:
        return HybridClock(clock.node, format_stamp(now_ms, 0, clock.node))

    patch.setattr(HybridClock, "tick", tick)
    patch.setattr(HybridClock, "observe", lambda clock, _stamp: clock)
    return Mistake()


def clock_deaf_to_others(patch: pytest.MonkeyPatch) -> Mistake:
    patch.setattr(HybridClock, "observe", lambda clock, _stamp: clock)
    return Mistake()


def future_stamps_believed(patch: pytest.MonkeyPatch) -> Mistake:
    patch.setattr(server, "is_too_far_ahead", lambda _stamp, _now_ms: False)
    return Mistake()


def future_stamps_all_the_same(patch: pytest.MonkeyPatch) -> Mistake:
    def flat(change: Change, _before: object, _clock: object, now_ms: int) -> str:
        is_far = is_too_far_ahead(change.stamp, now_ms)
        return format_stamp(now_ms, 0, change.stamp[-16:]) if is_far else change.stamp

    patch.setattr(server, "_believable", flat)
    return Mistake()


def future_stamps_refused(patch: pytest.MonkeyPatch) -> Mistake:
    real = server._append

    def strict(change: Change, stored: Any, before: Any, log: Any, may_write: Any) -> str | None:
        is_moved = change.stamp[-16:] in ("1" * 16, "2" * 16) and log.now_ms in moved
        return "clock" if is_moved else real(change, stored, before, log, may_write)

    moved: set[int] = set()

    def checked(stamp: str, now_ms: int) -> bool:
        is_far = is_too_far_ahead(stamp, now_ms)
        (moved.add if is_far else moved.discard)(now_ms)
        return is_far

    patch.setattr(server, "is_too_far_ahead", checked)
    patch.setattr(server, "_append", strict)
    return Mistake()


def moved_stamps_not_observed(patch: pytest.MonkeyPatch) -> Mistake:
    """A device that calms down below the stamps the school gave to its own changes."""
    real = client.receive

    def deaf(reply: SyncReply, positions: Any, load: Any) -> Progress:
        return replace(real(reply, positions, load), newest_stamp="")

    patch.setattr(client, "receive", deaf)
    return Mistake()


def never_calms_down(patch: pytest.MonkeyPatch) -> Mistake:
    patch.setattr(client, "restamp", lambda *_: None)
    return Mistake()


def calms_down_in_part(patch: pytest.MonkeyPatch) -> Mistake:
    real = client.restamp

    def partly(pending: Sequence[Change], *rest: Any) -> Any:
        calmed = real(pending, *rest)
        if calmed is None:
            return None
        return (*pending[:-1], *calmed[0][-1:]), calmed[1]

    patch.setattr(client, "restamp", partly)
    return Mistake()


def slow_answers_set_the_clock(patch: pytest.MonkeyPatch) -> Mistake:
    def always(sent_ms: int, received_ms: int, server_ms: int) -> int:
        return server_ms - (sent_ms + received_ms) // 2

    patch.setattr(client, "clock_fix_ms", always)
    return Mistake()


def repeats_appended_again(patch: pytest.MonkeyPatch) -> Mistake:
    patch.setattr(MemoryLog, "accepted_stamp", lambda *_: None)
    return Mistake()


def written_once_written_twice(patch: pytest.MonkeyPatch) -> Mistake:
    patch.setattr(server, "Rule", type("Rules", (), {"APPEND": object(), "TEXT": Rule.TEXT}))
    return Mistake()


def all_sent_is_forgotten(_patch: pytest.MonkeyPatch) -> Mistake:
    class Careless(Device):
        def store(self, disk: Disk, progress: Progress, reply: SyncReply) -> None:
            super().store(disk, progress, reply)
            said = reply.accepted.keys() | reply.refused.keys()
            disk.pending = [change for change in disk.pending if change.id not in said]
            disk.refused.clear()

    return Mistake(device=Careless)


def acknowledged_is_forgotten(_patch: pytest.MonkeyPatch) -> Mistake:
    class Hasty(Device):
        def store(self, disk: Disk, progress: Progress, reply: SyncReply) -> None:
            super().store(disk, progress, reply)
            disk.pending = [c for c in disk.pending if c.id not in reply.accepted]

    return Mistake(device=Hasty)


def acknowledged_counts_as_seen(patch: pytest.MonkeyPatch) -> Mistake:
    real = client.receive

    def eager(reply: SyncReply, positions: Any, load: Any) -> Progress:
        progress = real(reply, positions, load)
        return replace(progress, seen=progress.seen | reply.accepted.keys())

    patch.setattr(client, "receive", eager)
    return Mistake()


def refused_is_dropped(_patch: pytest.MonkeyPatch) -> Mistake:
    class Silent(Device):
        def store(self, disk: Disk, progress: Progress, reply: SyncReply) -> None:
            super().store(disk, progress, reply)
            disk.refused.clear()

    return Mistake(device=Silent)


def cursor_jumps_to_the_end(patch: pytest.MonkeyPatch) -> Mistake:
    real = server.read

    def jumping(
        cursors: Mapping[str, int], log: Log, allowed: Sequence[str], may_read: server.Reader
    ) -> dict[str, Page]:
        pages = real(cursors, log, allowed, may_read)
        return {scope: _at_head(page, log.head(scope)[0]) for scope, page in pages.items()}

    def _at_head(page: Page, head: int) -> Page:
        last = page.rows[-1:] and [replace(page.rows[-1], sequence=head)]
        return replace(page, rows=(*page.rows[:-1], *last), cursor=head, more=False)

    patch.setattr(server, "read", jumping)
    return Mistake()


def pages_skip_a_row(patch: pytest.MonkeyPatch) -> Mistake:
    def rows(log: MemoryLog, scope: str, after: int, limit: int) -> Sequence[Any]:
        first = after + 1 if after and after + 1 < len(log.feeds.get(scope, [])) else after
        return log.feeds.get(scope, [])[first : first + limit]

    patch.setattr(MemoryLog, "rows", rows)
    return Mistake()


def accepted_elsewhere_goes_unnoticed(patch: pytest.MonkeyPatch) -> Mistake:
    """A restored school adds up to the same, and holds a change before our cursor."""
    real = client.receive

    def trusting(reply: SyncReply, positions: Any, load: Any) -> Progress:
        return real(replace(reply, accepted={}), positions, load)

    patch.setattr(client, "receive", trusting)
    return Mistake()


def text_as_newest_only(patch: pytest.MonkeyPatch) -> Mistake:
    real = merge._versions

    def newest(before: Any, change: Change) -> Any:
        kept = real(before, change)
        if change.rule is not Rule.TEXT or not kept["live"]:
            return kept
        top = max(kept["live"], key=lambda key: kept["live"][key]["stamp"])
        return {**kept, "live": {top: kept["live"][top]}}

    patch.setattr(merge, "_versions", newest)
    return Mistake()


def tags_removed_by_name(patch: pytest.MonkeyPatch) -> Mistake:
    real = merge._versions

    def by_name(before: Any, change: Change) -> Any:
        live = dict(before["live"]) if before else {}
        names = [live[seen]["value"] for seen in change.seen if seen in live]
        kept = real(before, change)
        if change.rule is Rule.TEXT:
            return kept
        left = {key: item for key, item in kept["live"].items() if item["value"] not in names}
        return {**kept, "live": left}

    patch.setattr(merge, "_versions", by_name)
    return Mistake()


def tags_removed_by_what_was_shown_to_nobody(_patch: pytest.MonkeyPatch) -> Mistake:
    class Narrow(Device):
        def seen_by_removal(self, shown: Any, name: str, member: JSON) -> tuple[str, ...]:
            return super().seen_by_removal(shown, name, member)[:1]

    return Mistake(device=Narrow)


def pending_folded_into_confirmed(_patch: pytest.MonkeyPatch) -> Mistake:
    class Folding(Device):
        def write(self, *arguments: Any, **named: Any) -> Change:
            change = super().write(*arguments, **named)
            key = (change.scope, change.record)
            kind, state = self.disk.confirmed.get(key, (change.kind, merge.EMPTY))
            self.disk.confirmed[key] = (kind, merge.apply(state, change))
            return change

    return Mistake(device=Folding)


def counted_ids(_patch: pytest.MonkeyPatch) -> Mistake:
    return Mistake(counter_ids=True)


def repair_by_reset(_patch: pytest.MonkeyPatch) -> Mistake:
    class Resetting(Device):
        def store(self, disk: Disk, progress: Progress, reply: SyncReply) -> None:
            super().store(disk, progress, reply)
            if progress.damaged:
                disk.pending.clear()

    return Mistake(device=Resetting)


def repair_without_rescue(patch: pytest.MonkeyPatch) -> Mistake:
    patch.setattr(client, "rescue", lambda *_: ())
    return Mistake()


def digest_not_compared(patch: pytest.MonkeyPatch) -> Mistake:
    real = client._read_page

    def trusting(scope: str, page: Page, before: Position, load: Any) -> Any:
        return real(scope, page, replace(before, is_reread=True), load)

    patch.setattr(client, "_read_page", trusting)
    return Mistake()


def digest_not_kept(patch: pytest.MonkeyPatch) -> Mistake:
    class Forgetful(School):
        def write(self, *arguments: Any) -> None:
            before = dict(self.log.digests)
            super().write(*arguments)
            self.log.digests = before

    return Mistake(school=Forgetful)


def an_older_school_goes_unnoticed(patch: pytest.MonkeyPatch) -> Mistake:
    real = server.read

    def clamped(
        cursors: Mapping[str, int], log: Log, allowed: Sequence[str], may_read: server.Reader
    ) -> dict[str, Page]:
        least = {scope: min(at, log.head(scope)[0]) for scope, at in cursors.items()}
        return real(least, log, allowed, may_read)

    patch.setattr(server, "read", clamped)
    return Mistake()


def cursor_stored_before_the_rows(_patch: pytest.MonkeyPatch) -> Mistake:
    class TwoWrites(Device):
        def take(self, number: int, raw: bytes, now_ms: int) -> Progress | None:
            before = self.disk.confirmed
            progress = super().take(number, raw, now_ms)
            if progress is not None and now_ms % 5 == 0:  # the battery died between two writes
                self.disk.confirmed = before
            return progress

    return Mistake(device=TwoWrites)


def clock_lost_in_a_crash(_patch: pytest.MonkeyPatch) -> Mistake:
    class Amnesiac(Device):
        def crash(self) -> None:
            super().crash()
            self.disk.clock = HybridClock(self.disk.clock.node)

    return Mistake(device=Amnesiac)


def own_rows_keep_their_own_stamp(patch: pytest.MonkeyPatch) -> Mistake:
    real = wire._row

    def stubborn(body: Any, sent: Any) -> Any:
        row = real(body, sent)
        return replace(row, change=sent.changes.get(row.change.id, row.change))

    patch.setattr(wire, "_row", stubborn)
    return Mistake()


def newest_sent_first(patch: pytest.MonkeyPatch) -> Mistake:
    real = client.next_request

    def reversed_order(pending: Sequence[Change], positions: Any) -> Any:
        return real(list(reversed(pending)), positions)

    patch.setattr(client, "next_request", reversed_order)
    return Mistake()


def digest_of_ids_only(patch: pytest.MonkeyPatch) -> Mistake:
    """Not wrong by itself, but blind; the next planted fault below it must still be seen."""
    patch.setattr(digest, "record_fingerprint", lambda *_: 0)
    return repair_without_rescue(patch)


PLANTED: tuple[Plant, ...] = (
    last_arrival_wins,
    first_arrival_wins,
    wall_clock_for_stamps,
    clock_deaf_to_others,
    future_stamps_believed,
    future_stamps_all_the_same,
    future_stamps_refused,
    moved_stamps_not_observed,
    never_calms_down,
    calms_down_in_part,
    slow_answers_set_the_clock,
    repeats_appended_again,
    written_once_written_twice,
    all_sent_is_forgotten,
    acknowledged_is_forgotten,
    acknowledged_counts_as_seen,
    refused_is_dropped,
    cursor_jumps_to_the_end,
    pages_skip_a_row,
    accepted_elsewhere_goes_unnoticed,
    text_as_newest_only,
    tags_removed_by_name,
    tags_removed_by_what_was_shown_to_nobody,
    pending_folded_into_confirmed,
    counted_ids,
    repair_by_reset,
    repair_without_rescue,
    digest_not_compared,
    digest_not_kept,
    an_older_school_goes_unnoticed,
    cursor_stored_before_the_rows,
    clock_lost_in_a_crash,
    own_rows_keep_their_own_stamp,
    newest_sent_first,
    digest_of_ids_only,
)
