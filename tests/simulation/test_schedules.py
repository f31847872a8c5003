"""Thousands of schedules keep every promise.

`make simulate` plays two hundred thousand. A failing seed is named in the message; `shrunk` gives
its shortest schedule, to be kept in `kept.json` for ever:
`python -c "from tests.simulation.test_schedules import shrunk; print(shrunk(SEED))"`.
"""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from sync.versions import JOINER
from tests.simulation.world import Mistake, Step, World, run, schedule, small_pages

SCHEDULES = int(os.environ.get("PORTFOLIO_SCHEDULES", "2000"))
FIRST = int(os.environ.get("PORTFOLIO_SCHEDULES_FROM", "0"))
PARTS = 8 if SCHEDULES <= 10_000 else 400
KEPT = json.loads((Path(__file__).parent / "kept.json").read_text(encoding="utf-8"))
"""Schedules that once showed something; with `mistake`, what they show is that planted one."""


@pytest.mark.parametrize("part", range(PARTS))
def test_schedules_keep_every_promise(part: int) -> None:
    for seed in range(FIRST + part, FIRST + SCHEDULES, PARTS):
        _check(seed, None)


@pytest.mark.parametrize("kept", KEPT, ids=lambda kept: kept.get("mistake", str(kept["seed"])))
def test_a_schedule_that_once_failed_passes(kept: Any) -> None:
    _check(kept["seed"], steps_of(kept))


def test_the_same_seed_gives_the_same_history() -> None:
    for seed in range(30):
        one, other = run(seed), run(seed)
        assert one.history == other.history
        assert one.school.events == other.school.events
        assert one.school.log.changes() == other.school.log.changes()


def test_schedules_really_meet_the_faults() -> None:
    worlds = [run(seed) for seed in range(160)]
    feeds = [change for world in worlds for change in world.school.log.changes()]
    assert any(world.is_restored for world in worlds)
    assert any(world.is_skewed for world in worlds)
    assert any(world.left_behind for world in worlds)
    assert any(world.backs for world in worlds)
    assert any(device.disk.refused for world in worlds for device in world.devices)
    assert any(_has_two_versions(world) for world in worlds)
    joined = [change for change in feeds if change.author == JOINER]
    assert {"words", "binned_ms"} <= {change.field for change in joined}
    assert any("asked" in change.extra for change in feeds)
    assert any(change.kind == "sketch" for change in feeds)


def shrunk(seed: int, mistake: Mistake | None = None) -> list[Step]:
    """The shortest schedule left of a failing seed when steps are taken away one by one."""
    steps = list(schedule(seed))
    place = 0
    with pytest.MonkeyPatch.context() as patch:
        small_pages(patch)
        while place < len(steps):
            fewer = steps[:place] + steps[place + 1 :]
            if fails(seed, fewer, mistake):
                steps = fewer
            else:
                place += 1
    return steps


def fails(seed: int, steps: list[Step] | None = None, mistake: Mistake | None = None) -> bool:
    """Whether a schedule breaks a promise."""
    try:
        run(seed, steps, mistake)
    except AssertionError:
        return True
    return False


def steps_of(kept: Any) -> list[Step]:
    """The schedule that was kept."""
    return [(name, who, how) for name, who, how in kept["steps"]]


def _check(seed: int, steps: list[Step] | None) -> None:
    try:
        run(seed, steps)
    except AssertionError as problem:
        pytest.fail(f"Schedule {seed}: {problem}")


def _has_two_versions(world: World) -> bool:
    return any(
        len(kept.get("live", ())) > 1 and kept["rule"] == "text"
        for record in world.school.log.records.values()
        for kept in record.state.values()
    )
