"""Each check of a history lets a good one pass and sees the fault that it is there for."""

from collections.abc import Callable

import pytest

from sync.digest import EMPTY_DIGEST
from sync.rows import FeedRow
from sync.wire import Page, SyncReply
from tests.simulation import events, invariants
from tests.simulation.events import Event, Events
from tests.simulation.school import PORTFOLIO
from tests.simulation.world import run
from tests.sync.test_versions import text

FEEDS = {PORTFOLIO: ["a", "b"]}


def good() -> Events:
    """Two changes typed, pushed, answered and read; then the device starts anew."""
    made = Events()
    for one in "ab":
        made.typed("tablet", one)
    made.invoked("tablet", "ab")
    row = FeedRow(1, text(1, "words"))
    page = Page(0, (row,), 1, False, EMPTY_DIGEST)
    made.served("tablet", SyncReply(1, pages={PORTFOLIO: page}), (PORTFOLIO,))
    made.ok("tablet", "ab")
    made.holds("tablet", "read", "b", {PORTFOLIO: 2})
    made.holds("tablet", "restart", "b", {PORTFOLIO: 2})
    return made


def test_a_good_history_passes() -> None:
    events.check(good(), FEEDS, is_restored=False)


def _ungranted(made: Events) -> None:
    served = next(event for event in made.happened if event.what == "served")
    made.happened.append(Event("served", "pad", served.ids, served.places, ("c/bees",)))


def _typed_and_lost(made: Events) -> None:
    made.typed("tablet", "z")
    made.holds("tablet", "read", "b", {PORTFOLIO: 2})


FAULTS: dict[str, Callable[[Events], None]] = {
    "acknowledged and nowhere": lambda made: made.ok("tablet", "c"),
    "a row without a grant": _ungranted,
    "reads backwards": lambda made: made.holds("tablet", "read", "b", {PORTFOLIO: 1}),
    "typed and lost": _typed_and_lost,
    "typed, restarted, lost": lambda made: made.holds("tablet", "restart", "", {}),
    "many works unasked": lambda made: made.happened.append(
        Event("binned", "", frozenset({"w1", "w2", "w3"}), (("kept", 4),))
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_faulty_history_is_seen(name: str) -> None:
    made = good()
    FAULTS[name](made)
    with pytest.raises(AssertionError):
        events.check(made, FEEDS, is_restored=False)


def test_a_change_twice_in_the_feeds_is_seen() -> None:
    with pytest.raises(AssertionError, match="twice"):
        events.check(good(), {PORTFOLIO: ["a", "b", "a"]}, is_restored=True)


def test_a_lost_word_is_seen() -> None:
    """The one word that nobody took out is missing from all that stands."""
    world = next(world for world in map(run, range(2, 200, 8)) if world.words)
    change_id = next(
        one
        for record in world.school.log.records.values()
        for one in record.state.get("words", {}).get("live", {})
        if one in world.words
    )
    invariants.check_no_word_lost(world, world.school.log.changes())
    world.words[change_id].add("never-seen")
    with pytest.raises(AssertionError, match="is lost"):
        invariants.check_no_word_lost(world, world.school.log.changes())
