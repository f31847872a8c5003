"""Small things of clock, merging and the school's half that the laws leave open.

Each stands here because a change of one line was seen by no other test (`make mutants`).
"""

import json
from dataclasses import replace

import pytest

from sync import merge, server, versions
from sync.change import Change, Rule
from sync.clock import (
    COUNTER_MAX,
    MILLISECONDS_MAX,
    NO_STAMP,
    HybridClock,
    format_stamp,
    stamp_counter,
    stamp_ms,
)
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


@pytest.mark.parametrize(
    "last",
    [
        NO_STAMP,
        format_stamp(7, 2, OTHER),
        format_stamp(7, COUNTER_MAX, OTHER),
        format_stamp(MILLISECONDS_MAX, COUNTER_MAX, OTHER),
    ],
    ids=["fresh", "same moment", "full moment", "end of time"],
)
def test_a_clock_stays_its_own_nodes(last: str) -> None:
    assert HybridClock(NODE, last).tick(7).node == NODE


@pytest.mark.parametrize(
    ("values", "ordered"),
    [
        (["1", 1, True, "a!", "a"], [1, True, "1", "a", "a!"]),
        ([{"x": 1, "y": 2}, {"y": 2, "x": 1}], [{"x": 1, "y": 2}]),
    ],
    ids=["words behind all else, by their letters", "the same said in another order"],
)
def test_members_of_a_set_have_one_order_and_are_there_once(
    values: list[object], ordered: list[object]
) -> None:
    state = merge.EMPTY
    for number, value in enumerate(values, 1):
        state = merge.apply(state, change(number, Rule.SET, value))
    assert json.dumps(merge.view(state)["f"], sort_keys=True) == json.dumps(ordered, sort_keys=True)


def test_what_changes_nothing_gives_the_same_state() -> None:
    """So whoever keeps it need not write it again."""
    late = change(1, Rule.SCALAR, "old")
    state = merge.apply(merge.EMPTY, change(2, Rule.SCALAR, "new"))
    assert merge.apply(state, late) is state


def test_the_school_itself_writes_nothing_of_another_kind_and_takes_no_record_over() -> None:
    log = MemoryLog()
    push(log, FIRST)
    note = replace(FIRST, id="e" * 32, field="note", rule=Rule.SCALAR, value="seen", author="t")
    server.add([replace(note, kind="goal", id="f" * 32), note], log)
    assert [one.id for one in log.changes()][-1] == note.id
    assert "f" * 32 not in {one.id for one in log.changes()}
    stored = log.load("p/amy", "r")
    assert stored is not None
    assert (stored.kind, stored.author) == (FIRST.kind, "amy")


def test_only_texts_are_joined(monkeypatch: pytest.MonkeyPatch) -> None:
    log = MemoryLog()
    tags = [
        replace(FIRST, id=f"{number:032x}", field="tags", rule=Rule.SET, value=f"tag {number}")
        for number in (70, 71)
    ]
    asked: list[object] = []
    monkeypatch.setattr(versions, "joined", lambda *given: asked.append(given))
    push(log, *tags)
    assert not asked


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
