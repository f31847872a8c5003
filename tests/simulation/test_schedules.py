"""Thousands of schedules keep every promise; every planted mistake breaks one.

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
from tests.simulation.mistakes import PLANTED
from tests.simulation.more_mistakes import MORE_PLANTED
from tests.simulation.world import Mistake, Plant, Step, World, run, schedule

SCHEDULES = int(os.environ.get("PORTFOLIO_SCHEDULES", "2000"))
FIRST = int(os.environ.get("PORTFOLIO_SCHEDULES_FROM", "0"))
PARTS = 8 if SCHEDULES <= 10_000 else 400
PLANTED_SCHEDULES = 1_200
MISTAKES = (*PLANTED, *MORE_PLANTED)
KEPT = json.loads((Path(__file__).parent / "kept.json").read_text(encoding="utf-8"))
"""Schedules that once showed something; with `mistake`, what they show is that planted one."""


@pytest.mark.parametrize("part", range(PARTS))
def test_schedules_keep_every_promise(part: int) -> None:
    for seed in range(FIRST + part, FIRST + SCHEDULES, PARTS):
        _check(seed, None)


@pytest.mark.parametrize("kept", KEPT, ids=lambda kept: str(kept["seed"]))
def test_a_schedule_that_once_failed_passes(kept: Any) -> None:
    _check(kept["seed"], _steps(kept))


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


@pytest.mark.parametrize("plant", MISTAKES, ids=lambda plant: plant.__name__)
def test_a_planted_mistake_is_caught(plant: Plant, monkeypatch: pytest.MonkeyPatch) -> None:
    mistake = plant(monkeypatch)
    known = [kept for kept in KEPT if kept.get("mistake") == plant.__name__]
    assert any(_fails(kept["seed"], _steps(kept), mistake) for kept in known) or any(
        _fails(seed, mistake=mistake) for seed in range(PLANTED_SCHEDULES)
    )


def test_enough_mistakes_are_planted() -> None:
    assert len({plant.__name__ for plant in MISTAKES}) == len(MISTAKES) >= 60


def shrunk(seed: int) -> list[Step]:
    """The shortest schedule left of a failing seed when steps are taken away one by one."""
    steps = list(schedule(seed))
    place = 0
    while place < len(steps):
        fewer = steps[:place] + steps[place + 1 :]
        if _fails(seed, fewer):
            steps = fewer
        else:
            place += 1
    return steps


def _steps(kept: Any) -> list[Step]:
    return [(name, who, how) for name, who, how in kept["steps"]]


def _check(seed: int, steps: list[Step] | None) -> None:
    try:
        run(seed, steps)
    except AssertionError as problem:
        pytest.fail(f"Schedule {seed}: {problem}")


def _fails(seed: int, steps: list[Step] | None = None, mistake: Mistake | None = None) -> bool:
    try:
        run(seed, steps, mistake)
    except AssertionError:
        return True
    return False


def _has_two_versions(world: World) -> bool:
    return any(
        len(kept.get("live", ())) > 1 and kept["rule"] == "text"
        for record in world.school.log.records.values()
        for kept in record.state.values()
    )
