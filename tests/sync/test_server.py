"""The school's half: every verdict, repeats, stamps from the future, and pages that fit."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from sync import merge, server, wire
from sync.change import JSON, Change, Rule
from sync.clock import AHEAD_LIMIT_MS, HybridClock, format_stamp, stamp_ms
from sync.errors import UsageError
from sync.merge import RecordState
from sync.server import HouseRules, Taken
from sync.wire import SyncRequest
from tests.simulation.school import MemoryLog

NOW_MS = 1_000_000
NODE = "a" * 16
SCHOOL_NODE = "5" * 16


def write(number: int, value: JSON = "v", rule: Rule = Rule.SCALAR, ms: int = NOW_MS) -> Change:
    """A change to one field of one record; numbered, at a time."""
    return Change(
        f"{number:032x}", "p/amy", "r", "artifact", "title", rule, value, format_stamp(ms, 0, NODE)
    )


def anything(_change: Change, _author: str, _state: RecordState) -> str | None:
    return None


def anyone(_scope: str) -> bool:
    return True


def push(log: MemoryLog, some: Sequence[Change], now_ms: int = NOW_MS) -> Taken:
    """One push by amy."""
    return server.accept(
        some, log, author="amy", may_write=anything, clock=HybridClock(SCHOOL_NODE), now_ms=now_ms
    )


def test_a_repeat_is_answered_as_before_and_stored_once() -> None:
    log = MemoryLog()
    first = push(log, [write(1, ms=NOW_MS * 9)])
    assert push(log, [write(1, ms=NOW_MS * 9)], NOW_MS + 99).accepted == first.accepted
    assert log.head("p/amy")[0] == 1


def test_what_a_moved_stamp_came_after_it_still_comes_after_when_a_yes_was_needed() -> None:
    """A deletion waits for a yes; taking it back was typed later, by a clock that had run ahead."""
    log = MemoryLog()
    deletion = write(1, "gone", ms=NOW_MS + AHEAD_LIMIT_MS)
    taken_back = write(2, "back", ms=NOW_MS * 9)
    taken = server.accept(
        [deletion, taken_back], log, author="amy", may_write=anything,
        clock=HybridClock(SCHOOL_NODE), now_ms=NOW_MS, refused={deletion.id: "asks_first"},
    )  # fmt: skip
    assert taken.accepted[taken_back.id] > deletion.stamp
    push(log, [deletion], NOW_MS + 5)
    stored = log.load("p/amy", "r")
    assert stored is not None
    assert merge.view(stored.state)["title"] == "back"


def test_what_came_after_a_change_that_was_moved_by_a_stick_comes_after_it() -> None:
    """The stick was written by a fast clock; then the device calmed down, then the stick came."""
    log = MemoryLog()
    earlier, first = write(9, "earlier", ms=NOW_MS + 1), write(1, "first", ms=NOW_MS * 9)
    at_school = push(log, [first], NOW_MS + 50).accepted[first.id]
    calm_first, second = write(1, "first", ms=NOW_MS + 2), write(2, "second", ms=NOW_MS + 3)
    taken = push(log, [calm_first, second, earlier], NOW_MS + 50)
    assert at_school == taken.accepted[first.id] < taken.accepted[second.id]
    assert taken.accepted[earlier.id] == earlier.stamp
    assert taken.clock.last[:17] == taken.accepted[second.id][:17]
    stored = log.load("p/amy", "r")
    assert stored is not None
    assert merge.view(stored.state)["title"] == "second"
    other = replace(write(3), stamp=format_stamp(NOW_MS + 3, 0, "b" * 16))
    assert push(log, [calm_first, other], NOW_MS + 50).accepted[other.id] == other.stamp


def test_the_author_is_who_the_school_knows_and_nobody_else() -> None:
    log = MemoryLog()
    push(log, [replace(write(1), author="somebody-else")])
    assert log.changes()[0].author == "amy"
    stored = log.load("p/amy", "r")
    assert stored is not None
    assert stored.author == "amy"


def test_each_change_gets_a_verdict_of_its_own() -> None:
    log = MemoryLog()
    big = write(2, "x" * wire.VALUE_BYTES_LIMIT)
    hidden = replace(write(3), extra={"newer": "x" * wire.VALUE_BYTES_LIMIT})
    other_kind = replace(write(4), kind="reflection")
    other_rule = replace(write(5), rule=Rule.TEXT)
    taken = push(log, [write(1), big, hidden, other_kind, other_rule, write(6, ms=NOW_MS + 1)])
    assert list(taken.accepted) == [write(1).id, write(6).id]
    assert taken.refused == {
        big.id: server.REASON_TOO_LARGE,
        hidden.id: server.REASON_TOO_LARGE,
        other_kind.id: server.REASON_MALFORMED,
        other_rule.id: server.REASON_MALFORMED,
    }


def test_what_is_written_once_is_not_written_again() -> None:
    log = MemoryLog()
    taken = push(log, [write(1, "mine", Rule.APPEND), write(2, "again", Rule.APPEND, ms=1)])
    assert taken.refused == {write(2).id: server.REASON_NOT_ALLOWED}
    stored = log.load("p/amy", "r")
    assert stored is not None
    assert merge.view(stored.state) == {"title": "mine"}


def test_the_verdict_hears_author_and_state() -> None:
    log, heard = MemoryLog(), list[tuple[str, str, bool]]()

    def ask(change: Change, author: str, state: RecordState) -> str | None:
        heard.append((change.author, author, "title" in state))
        return None

    clock = HybridClock(SCHOOL_NODE)
    for who in ("amy", "ms-lee"):
        change = write(len(heard) + 1)
        server.accept([change], log, author=who, may_write=ask, clock=clock, now_ms=NOW_MS)
    assert heard == [("amy", "", False), ("ms-lee", "amy", True)]


def test_an_impossible_future_is_moved_to_now_in_order_and_keeps_its_node() -> None:
    log = MemoryLog()
    far = NOW_MS + AHEAD_LIMIT_MS + 1
    taken = push(log, [write(1, ms=far), write(2, ms=far + 1), write(3, ms=NOW_MS + 1)])
    stamps = [taken.accepted[write(n).id] for n in (1, 2, 3)]
    assert stamps[0] < stamps[1]
    assert all(stamp_ms(stamp) <= NOW_MS + 1 for stamp in stamps)
    assert all(stamp.endswith(NODE) for stamp in stamps)
    assert stamps[2] == write(3, ms=NOW_MS + 1).stamp
    assert taken.clock.last >= max(stamps)[:18]


def test_a_moved_stamp_still_comes_after_what_it_came_after() -> None:
    """The school's own clock was wrong once, and it was restarted since."""
    log, far = MemoryLog(), NOW_MS * 50
    push(log, [write(1, "while the clock was wrong", ms=far)], now_ms=far)
    push(log, [write(2, "later", ms=far + 5)], now_ms=NOW_MS)
    push(log, [write(3, "earlier", ms=far - 5)], now_ms=NOW_MS)
    stored = log.load("p/amy", "r")
    assert stored is not None
    assert merge.view(stored.state) == {"title": "later"}


def test_malformed_changes_are_refused_in_the_answer() -> None:
    request = SyncRequest({"p/amy": 0, "c/old": 4}, (write(1),), malformed=("f" * 32,))
    reply, _ = server.answer(
        request, MemoryLog(), author="amy", house=HouseRules(anything, anyone), allowed=("p/amy",),
        clock=HybridClock(SCHOOL_NODE), now_ms=NOW_MS,
    )  # fmt: skip
    assert reply.refused == {"f" * 32: server.REASON_MALFORMED}
    assert [row.change.id for row in reply.pages["p/amy"].rows] == [write(1).id]
    assert reply.dropped == ("c/old",)


def test_pages_fit_into_an_answer_and_go_on_where_they_stopped() -> None:
    log = MemoryLog()
    value = "y" * (wire.VALUE_BYTES_LIMIT - 2)
    push(log, [write(n, value, ms=n) for n in range(1, 301)])
    cursor, rounds = 0, 0
    while True:
        pages = server.read({"p/amy": cursor}, log, ("p/amy",), anyone)
        raw = wire.encode_reply(wire.SyncReply(NOW_MS, pages=pages))
        assert len(raw) < wire.REPLY_BYTES_LIMIT
        page = wire.decode_reply(raw).pages["p/amy"]
        assert page.start == cursor
        cursor, rounds = page.cursor, rounds + 1
        if not page.more:
            break
    assert (cursor, rounds > 1) == (300, True)


def test_a_school_with_less_says_so() -> None:
    log = MemoryLog()
    push(log, [write(1)])
    page = server.read({"p/amy": 7}, log, ("p/amy",), anyone)["p/amy"]
    assert (page.start, page.cursor, page.rows, page.more) == (7, 1, (), False)


def test_no_scope_is_read_that_was_not_allowed() -> None:
    log = MemoryLog()
    push(log, [write(1), replace(write(2), scope="p/ben")])
    assert set(server.read({"p/ben": 0, "p/amy": 0}, log, ("p/amy",), anyone)) == {"p/amy"}


def test_rows_that_are_not_the_askers_are_not_sent_even_from_an_allowed_scope() -> None:
    """The planted fault: somebody else's scope stands among the allowed ones."""
    log = MemoryLog()
    push(log, [write(1), replace(write(2), scope="p/ben")])
    for allowed in (("p/ben",), ("p/amy", "p/ben")):
        with pytest.raises(UsageError):
            server.read({}, log, allowed, lambda scope: scope == "p/amy")


def test_changes_that_are_wrong_together_are_refused_and_repeats_are_not() -> None:
    log = MemoryLog()
    push(log, [write(1)])
    both = [write(1), write(2, ms=NOW_MS + 1)]
    taken = server.accept(
        both, log, author="amy", may_write=anything, clock=HybridClock(SCHOOL_NODE), now_ms=NOW_MS,
        refused={write(2).id: "asks_first"},
    )  # fmt: skip
    assert (set(taken.accepted), taken.refused) == ({write(1).id}, {write(2).id: "asks_first"})
    assert taken.appended == ()


def test_what_the_school_adds_is_added_once() -> None:
    log = MemoryLog()
    house = HouseRules(anything, anyone, follow_up=lambda _: [replace(write(7), author="school")])
    replies = [
        server.answer(
            SyncRequest({}, (write(1),)), log, author="amy", house=house, allowed=("p/amy",),
            clock=HybridClock(SCHOOL_NODE), now_ms=NOW_MS,
        )[0]
        for _ in range(2)
    ]  # fmt: skip
    for reply in replies:
        assert [row.change.id for row in reply.pages["p/amy"].rows] == [write(1).id, write(7).id]
        assert set(reply.accepted) == {write(1).id}
