"""The device's half: what to ask, which pages count, and how a damaged scope heals."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from sync import client, merge, server, wire
from sync.change import SEEN_LIMIT, Change, Rule
from sync.client import Position, Progress
from sync.clock import AHEAD_LIMIT_MS, HybridClock, format_stamp, stamp_ms
from sync.digest import EMPTY_DIGEST
from sync.merge import EMPTY, RecordState
from sync.rows import FeedRow
from sync.wire import Page, SyncReply
from tests.simulation.school import MemoryLog
from tests.sync.strategies import field_history
from tests.sync.test_server import NODE, NOW_MS, push, write

SCOPE = "p/amy"


def nothing(_scope: str, _record: str) -> tuple[str, RecordState] | None:
    return None


def fresh_ids() -> Callable[[], str]:
    numbers = iter(range(0xF000, 0xFFFF))
    return lambda: f"{next(numbers):032x}"


def receive(page: Page, position: Position | None = None, **parts: object) -> Progress:
    """One page of amy's, read at a position by a device that keeps nothing."""
    reply = replace(SyncReply(NOW_MS, pages={SCOPE: page}), **parts)  # type: ignore[arg-type]
    return client.receive(reply, {SCOPE: position or Position()}, nothing)


def page_of(log: MemoryLog, cursor: int = 0) -> Page:
    return server.read({SCOPE: cursor}, log, (SCOPE,), lambda _scope: True)[SCOPE]


def filled() -> MemoryLog:
    log = MemoryLog()
    push(log, [write(n, f"v{n}", ms=n) for n in range(1, 4)])
    return log


def test_a_whole_page_is_taken_and_agrees() -> None:
    progress = receive(page_of(filled()))
    assert progress.positions[SCOPE].cursor == 3
    assert not progress.damaged
    assert not progress.more
    assert merge.view(progress.confirmed[SCOPE, "r"][1]) == {"title": "v3"}
    assert progress.newest_stamp == format_stamp(3, 0, NODE)


def test_a_page_of_an_older_question_is_left_alone() -> None:
    progress = receive(page_of(filled()), Position(2, "1" * 32))
    assert (progress.confirmed, progress.positions, progress.seen) == ({}, {}, frozenset())
    assert progress.more
    assert not progress.damaged


def test_a_digest_that_differs_starts_again_and_takes_nothing() -> None:
    page = replace(page_of(filled()), digest="f" * 32)
    progress = receive(page, accepted={write(1).id: write(1).stamp})
    assert progress.damaged == (SCOPE,)
    assert progress.positions[SCOPE] == Position(0, EMPTY_DIGEST, is_reread=True)
    assert (progress.confirmed, progress.seen, progress.more) == ({}, frozenset(), True)


def test_a_school_with_less_than_we_have_read_starts_again() -> None:
    progress = receive(page_of(filled(), cursor=9), Position(9, "1" * 32))
    assert progress.damaged == (SCOPE,)


def test_after_a_whole_second_reading_the_schools_digest_stands() -> None:
    page = replace(page_of(filled()), digest="f" * 32)
    progress = receive(page, Position(is_reread=True))
    assert not progress.damaged
    assert progress.positions[SCOPE] == Position(3, "f" * 32)
    assert merge.view(progress.confirmed[SCOPE, "r"][1]) == {"title": "v3"}


def test_a_second_reading_lasts_until_its_last_page() -> None:
    whole = page_of(filled())
    part = replace(whole, rows=whole.rows[:1], cursor=1, more=True)
    assert receive(part, Position(is_reread=True)).positions[SCOPE].is_reread


def test_a_row_that_cannot_be_applied_holds_nothing_up() -> None:
    log = filled()
    page = page_of(log)
    odd = FeedRow(4, replace(write(9), rule=Rule.TEXT))
    progress = receive(replace(page, rows=(*page.rows, odd), cursor=4, more=True))
    assert merge.view(progress.confirmed[SCOPE, "r"][1]) == {"title": "v3"}


def test_accepted_is_not_seen_but_its_stamp_is_heard() -> None:
    progress = receive(page_of(filled()), accepted={"e" * 32: format_stamp(7, 0, NODE)})
    assert progress.seen == {write(n).id for n in (1, 2, 3)}
    assert progress.newest_stamp == format_stamp(7, 0, NODE)


def test_an_accepted_row_that_stands_nowhere_means_another_feed() -> None:
    """A restored school may add up to the same and still hold our change before our cursor."""
    log = filled()
    accepted = {write(2).id: write(2).stamp}
    at_end = Position(3, log.head(SCOPE)[1])
    assert receive(page_of(log, 3), at_end).damaged == ()
    assert receive(page_of(log, 3), at_end, accepted=accepted).damaged == (SCOPE,)
    rereading = replace(at_end, is_reread=True)
    assert receive(page_of(log, 3), rereading, accepted=accepted).damaged == ()
    part = replace(page_of(log, 2), more=True)
    assert receive(part, Position(2), accepted=accepted).damaged == ()
    assert receive(page_of(MemoryLog()), accepted=accepted).damaged == (), "nothing was read yet"


def test_a_request_is_the_oldest_that_fits() -> None:
    many = [write(n, "z" * 60_000) for n in range(1, 200)]
    request = client.next_request(iter(many), {SCOPE: Position(4)})
    assert list(request.changes) == many[: len(request.changes)]
    assert 1 < len(request.changes) < len(many)
    assert len(wire.encode_request(request)) < wire.REQUEST_BYTES_LIMIT
    assert request.cursors == {SCOPE: 4}
    small = [write(n) for n in range(1, wire.CHANGES_PER_REQUEST_LIMIT + 50)]
    assert len(client.next_request(small, {}).changes) == wire.CHANGES_PER_REQUEST_LIMIT


def test_overlay_leaves_out_what_cannot_be_laid_over() -> None:
    state = merge.apply(EMPTY, write(1, "kept"))
    odd = replace(write(2), rule=Rule.TEXT)
    shown = client.overlay(state, [odd, write(3, "new", ms=NOW_MS + 1)])
    assert merge.view(shown) == {"title": "new"}


@given(st.sampled_from(Rule).flatmap(field_history), st.integers(0, 12))
def test_rescue_gives_an_older_copy_back_what_it_lost(history: Sequence[Change], kept: int) -> None:
    """The school fell back to the first few changes; the device has all of them confirmed."""
    state = merge.apply_all(EMPTY, history)
    older = merge.apply_all(EMPTY, history[:kept])
    rescued = client.rescue("self", "r", "k", state, fresh_ids())
    assert merge.view(merge.apply_all(older, rescued)) == merge.view(state)
    assert merge.view(merge.apply_all(EMPTY, rescued)) == merge.view(state)
    assert all(len(change.seen) <= SEEN_LIMIT for change in rescued)
    known = {change.id for change in history}
    assert sum(change.id not in known for change in rescued) <= 1


@given(st.sampled_from(Rule).flatmap(field_history))
def test_rescue_of_an_undamaged_copy_changes_nothing_shown(history: Sequence[Change]) -> None:
    state = merge.apply_all(EMPTY, history)
    rescued = client.rescue("self", "r", "k", state, fresh_ids())
    assert merge.view(merge.apply_all(state, rescued)) == merge.view(state)


def test_the_clock_is_set_by_quick_answers_only() -> None:
    assert client.clock_fix_ms(1_000, 1_200, 5_100) == 4_000
    assert client.clock_fix_ms(0, client.ROUND_TRIP_LIMIT_MS, 9_000) is not None
    assert client.clock_fix_ms(0, client.ROUND_TRIP_LIMIT_MS + 1, 9_000) is None
    assert client.clock_fix_ms(500, 400, 9_000) is None, "the clock was set while we waited"


def test_restamping_moves_all_waiting_changes_in_order() -> None:
    far = NOW_MS + AHEAD_LIMIT_MS + 1
    waiting = [write(n, ms=far + n) for n in (1, 2, 3)]
    newest = format_stamp(NOW_MS + 5, 2, "b" * 16)
    calmed = client.restamp(waiting, HybridClock(NODE, waiting[-1].stamp), NOW_MS, newest)
    assert calmed is not None
    moved, clock = calmed
    stamps = [change.stamp for change in moved]
    assert newest < stamps[0] < stamps[1] < stamps[2] == clock.last
    assert stamp_ms(clock.last) <= NOW_MS + 5
    assert [replace(c, stamp="") for c in moved] == [replace(c, stamp="") for c in waiting]


def test_restamping_leaves_what_is_believable_and_puts_the_rest_behind_it() -> None:
    """A deletion that waited for a yes must not overtake what was written after it."""
    far = NOW_MS + AHEAD_LIMIT_MS + 1
    held = write(1, ms=NOW_MS + AHEAD_LIMIT_MS)
    waiting = [held, write(2, ms=far), write(3, ms=far + 1)]
    calmed = client.restamp(waiting, HybridClock(NODE, waiting[-1].stamp), NOW_MS, "")
    assert calmed is not None
    (first, *later), clock = calmed
    assert first == held
    assert held.stamp < later[0].stamp < later[1].stamp == clock.last
    assert stamp_ms(clock.last) <= NOW_MS + AHEAD_LIMIT_MS


def test_what_waits_stays_behind_an_older_change_that_a_stick_brought_first() -> None:
    before, pushed, after, far = (write(n, ms=NOW_MS + n) for n in (1, 2, 3, 9_000))
    stands = format_stamp(NOW_MS + 5, 1, NODE)
    overtaker = client.overtaking({pushed.id: stands}, {pushed.id: pushed.stamp})
    assert overtaker == (pushed.stamp, stands)
    clock = HybridClock(NODE, far.stamp)
    landed = {pushed.id: stands}
    (moved,), calm = client.behind(overtaker, landed, [before, after, far], HybridClock(NODE))
    assert replace(moved, stamp=after.stamp) == after
    assert stands < moved.stamp == calm.last < far.stamp
    assert client.behind(overtaker, landed, [after, far], clock) == ((moved,), clock)


def test_what_is_moved_behind_does_not_overtake_what_was_written_after_it() -> None:
    pushed, two, three, four = (write(n, ms=NOW_MS + n) for n in (1, 2, 3, 9))
    landed = {pushed.id: format_stamp(NOW_MS + 9, 0, NODE)}
    close = replace(four, stamp=format_stamp(NOW_MS + 9, 1, NODE))
    far = write(5, ms=NOW_MS + 10)
    moved, clock = client.behind(
        (pushed.stamp, landed[pushed.id]), landed, [two, three, close, far], HybridClock(NODE)
    )
    assert [change.id for change in moved] == [two.id, three.id, close.id]
    stamps = [landed[pushed.id], *(change.stamp for change in moved), far.stamp]
    assert stamps == sorted(set(stamps))
    assert clock.last == moved[-1].stamp


def test_what_is_stored_already_waits_with_the_stamp_that_it_has_there() -> None:
    one, two, three = (write(n, ms=NOW_MS + n) for n in (1, 2, 3))
    landed = {
        one.id: format_stamp(NOW_MS + 50, 0, NODE), two.id: format_stamp(NOW_MS + 50, 1, NODE)
    }  # fmt: skip
    overtaker = client.overtaking(landed, {one.id: one.stamp, two.id: two.stamp})
    assert overtaker == (two.stamp, landed[two.id])
    moved, clock = client.behind(overtaker, landed, [one, two, three], HybridClock(NODE))
    assert [change.stamp for change in moved[:2]] == list(landed.values())
    assert landed[two.id] < moved[2].stamp == clock.last


def test_nothing_overtakes_that_stands_as_it_was_written_or_earlier() -> None:
    written = {"a": format_stamp(NOW_MS + 2, 0, NODE)}
    for stands in (written["a"], format_stamp(NOW_MS, 0, NODE)):
        assert client.overtaking({"a": stands, "b": stands}, written) is None
    assert client.overtaking({}, written) is None


def test_a_clock_within_reach_is_left_alone() -> None:
    near = HybridClock(NODE, format_stamp(NOW_MS + AHEAD_LIMIT_MS, 9, NODE))
    assert client.restamp([], near, NOW_MS, "") is None
    beyond = HybridClock(NODE, format_stamp(NOW_MS * 9, 1, NODE))
    assert client.restamp([], beyond, NOW_MS, "") is not None
    school_was_wrong = format_stamp(NOW_MS * 9, 0, "b" * 16)
    assert client.restamp([], beyond, NOW_MS, school_was_wrong) is None
