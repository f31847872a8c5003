"""A few rounds of `make kills`, and planted faults that only a kill at the right place shows.

`make kills` sets PORTFOLIO_KILLS to "all": every fault is planted then, otherwise one on each side.
"""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import pytest

from tests.kills.__main__ import play
from tests.kills.faults import FAULTS
from tests.kills.world import FIRST, SCHOOL, Nursery, Plan, World, all_places, nursery

SAMPLE = (
    (SCHOOL, "after a commit", ("work", "caption")),
    (FIRST, "an answer is here, nothing of it applied", ("work", "caption")),
    (SCHOOL, "a piece is on the shelf, not counted", ("large",)),
    (FIRST, "a piece is half sent", ("large",)),
    (SCHOOL, "a file is on the shelf, no row knows it", ("work",)),
)
SHOWN_BY = {
    "answered before the commit": Plan(SCHOOL, "before a commit", 1, ("work",)),
    "counted before it is there": Plan(
        SCHOOL, "a file has come, without its name on the shelf", 1, ("large",)
    ),
    "named before it is there": Plan(
        SCHOOL, "a file has come, without its name on the shelf", 1, ("work",)
    ),
    "several named before they are there": Plan(SCHOOL, "after a commit", 2, ("papers",)),
    "taken twice": Plan(SCHOOL, "after a commit", 1, ("work",)),
    "a file let go before it is sent": Plan(FIRST, "a small file is half sent", 1, ("work",)),
    "changes let go when they are sent": Plan(FIRST, "half a request is sent", 1, ("work",)),
}
pytestmark = pytest.mark.skipif(
    not Path("/proc/self/stat").exists(), reason="How a program ended is read from /proc."
)

HEALED = "answered before the commit"
"""The device sees that the school's feed ends before its own place in it, and offers all again."""

IS_ALL = os.environ.get("PORTFOLIO_KILLS") == "all"
PLANTED = (
    sorted(FAULTS.keys() - {HEALED})
    if IS_ALL
    else ["named before it is there", "changes let go when they are sent"]
)
OF_THE_DEVICE = ("a file let go before it is sent", "changes let go when they are sent")


@pytest.fixture(scope="module")
def begun() -> Iterator[Nursery]:
    with nursery() as found:
        yield found


def test_killed_anywhere_nothing_is_lost_or_doubled(
    tmp_path: Path, begun: Nursery, record_property: Callable[[str, object], None]
) -> None:
    world = World(tmp_path / "world", begun, {})
    some = [Plan(victim, place, 1, steps) for victim, place, steps in SAMPLE]
    play(world, some, Random(1))
    assert world.killed.keys() == {place for _, place, _ in SAMPLE}
    record_property("kills of real schools and devices", world.killed.total())


def test_the_sample_names_places_that_there_are() -> None:
    named = {(victim, place) for victim, place, _ in SAMPLE}
    named |= {(plan.victim, plan.place) for plan in SHOWN_BY.values()}
    assert named <= set(all_places(in_bucket=False))
    assert SHOWN_BY.keys() == FAULTS.keys()


@pytest.mark.parametrize("fault", PLANTED)
def test_a_planted_fault_is_seen(tmp_path: Path, begun: Nursery, fault: str) -> None:
    at_device = fault in OF_THE_DEVICE
    world = World(
        tmp_path / "world", begun, {},
        school_fault="" if at_device else fault, device_fault=fault if at_device else "",
    )  # fmt: skip
    with pytest.raises(AssertionError):
        play(world, [SHOWN_BY[fault]], Random(1))
    assert world.killed.total() == 1, "the round itself went wrong"


@pytest.mark.skipif(not IS_ALL, reason="PORTFOLIO_KILLS=all, as `make kills` sets it")
def test_a_school_that_forgets_what_it_acknowledged_is_given_it_again(
    tmp_path: Path, begun: Nursery
) -> None:
    world = World(tmp_path / "world", begun, {}, school_fault=HEALED)
    play(world, [SHOWN_BY[HEALED]], Random(1))
    assert world.killed.total() == 1
