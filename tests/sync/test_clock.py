"""A stamp of ours always sorts after everything we have made or seen, whatever the wall says."""

from hypothesis import given
from hypothesis import strategies as st

from sync.clock import (
    AHEAD_LIMIT_MS,
    COUNTER_MAX,
    MILLISECONDS_MAX,
    HybridClock,
    format_stamp,
    is_stamp,
    is_too_far_ahead,
    stamp_counter,
    stamp_ms,
)
from tests.sync.strategies import STAMPS

NODE = "a" * 16
WALLS = st.integers(-(10**15), MILLISECONDS_MAX * 2)


@given(
    st.lists(WALLS | STAMPS.filter(lambda stamp: stamp_ms(stamp) < MILLISECONDS_MAX), max_size=20)
)
def test_own_stamps_rise_and_follow_what_was_seen(events: list[int | str]) -> None:
    clock, newest = HybridClock(NODE), ""
    for event in events:
        if isinstance(event, str):
            clock = clock.observe(event)
            newest = max(newest, event)
            continue
        clock = clock.tick(event)
        assert is_stamp(clock.last)
        assert clock.last[:17] > newest[:17] or stamp_ms(clock.last) == MILLISECONDS_MAX
        assert clock.last.endswith(NODE)
        newest = max(newest, clock.last)


@given(STAMPS)
def test_observing_is_repeatable_and_never_goes_back(stamp: str) -> None:
    clock = HybridClock(NODE, format_stamp(1000, 3, NODE))
    seen = clock.observe(stamp)
    assert seen.observe(stamp) == seen
    assert seen.last >= clock.last[:18]
    assert seen.node == NODE


@given(STAMPS, STAMPS)
def test_stamps_sort_as_text_as_their_parts_sort(one: str, other: str) -> None:
    parts = [(stamp_ms(stamp), stamp_counter(stamp), stamp[18:]) for stamp in (one, other)]
    assert (one < other) == (parts[0] < parts[1])


def test_a_full_counter_borrows_a_millisecond() -> None:
    full = HybridClock(NODE, format_stamp(5, COUNTER_MAX, NODE))
    assert full.tick(5).last == format_stamp(6, 0, NODE)


def test_the_end_of_time_repeats_and_stays_well_formed() -> None:
    last = format_stamp(MILLISECONDS_MAX, COUNTER_MAX, NODE)
    assert HybridClock(NODE, last).tick(MILLISECONDS_MAX + 1).last == last


def test_sixty_seconds_ahead_is_believed_and_no_more() -> None:
    now_ms = 1_000_000
    assert not is_too_far_ahead(format_stamp(now_ms + AHEAD_LIMIT_MS, 0, NODE), now_ms)
    assert is_too_far_ahead(format_stamp(now_ms + AHEAD_LIMIT_MS + 1, 0, NODE), now_ms)


def test_only_whole_stamps_are_stamps() -> None:
    good = format_stamp(1, 2, NODE)
    assert is_stamp(good)
    for bad in (None, 7, "", good[:-1], good + "0", good.upper(), good + "\n", "١" + good[1:]):
        assert not is_stamp(bad), bad
