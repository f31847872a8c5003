"""Small things of clock, merging and the school's half that the laws leave open.

Each stands here because a change of one line was seen by no other test (`make mutants`).
"""

from dataclasses import replace

import pytest

from sync import merge, versions
from sync.change import Change, Rule
from sync.clock import NO_STAMP, HybridClock, format_stamp, stamp_counter, stamp_ms
from tests.simulation.school import MemoryLog
from tests.sync.test_versions import FIRST, MINE, YOURS, push, shown, text

NODE, OTHER = "a" * 16, "b" * 16


def change(number: int, rule: Rule, value: object, *, field: str = "f") -> Change:
    """A change numbered by time."""
    return Change(
        f"{number:032x}", "self", "r", "k", field, rule, value, format_stamp(number, 0, NODE)
    )


def test_no_stamp_is_the_beginning_of_time_and_not_a_moment_later() -> None:
    assert (stamp_ms(NO_STAMP), stamp_counter(NO_STAMP)) == (0, 0)
    assert HybridClock(NODE).tick(0).last == format_stamp(0, 1, NODE)
    assert HybridClock(NODE).tick(1).last == format_stamp(1, 0, NODE)


def test_the_same_moment_of_somebody_else_is_no_news() -> None:
    clock = HybridClock(NODE, format_stamp(7, 2, NODE))
    assert clock.observe(format_stamp(7, 2, OTHER)) is clock
    assert clock.observe(format_stamp(7, 3, OTHER)).last == format_stamp(7, 3, NODE)


def test_the_newest_stamp_may_be_of_any_rule() -> None:
    one, two = change(1, Rule.SCALAR, "x"), change(2, Rule.SET, "tag", field="g")
    three = change(3, Rule.TEXT, "words", field="h")
    four = change(4, Rule.APPEND, "once", field="i")
    state = merge.EMPTY
    for made in (one, two, three, four):
        state = merge.apply(state, made)
        assert merge.newest_stamp(state) == made.stamp
    assert merge.newest_stamp(merge.EMPTY) == ""


def test_a_text_for_an_erased_record_is_taken_and_changes_nothing() -> None:
    """A device that has not heard of the erasing goes on writing; nothing falls over."""
    log = MemoryLog()
    erased = replace(FIRST, field=merge.ERASED_FIELD, rule=Rule.SCALAR, value=5, seen=())
    push(log, erased)
    assert not push(log, text(7, "late words"))
    stored = log.load("p/amy", "r")
    assert stored is not None
    assert stored.state.keys() == {merge.ERASED_FIELD}


def test_a_joined_version_makes_nobody_the_author_of_the_record() -> None:
    log = MemoryLog()
    push(log, FIRST, MINE, YOURS)
    assert shown(log) == ["I love cats. They purr."]
    stored = log.load("p/amy", "r")
    assert stored is not None
    assert stored.author == "amy"


def test_a_version_that_was_joined_before_is_not_joined_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Or what a short memory forgot would be joined for ever."""
    log, asked = MemoryLog(), 0
    push(log, FIRST, MINE, YOURS)
    known = log.changes()[-1]

    def joined(*_: object) -> Change:
        nonlocal asked
        asked += 1
        assert asked < 3, "for ever"
        return known

    before = len(log.changes())
    monkeypatch.setattr(versions, "joined", joined)
    push(log, text(8, "They run."))
    assert len(log.changes()) == before + 1
