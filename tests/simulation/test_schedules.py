"""Two thousand schedules keep every promise; every planted mistake breaks one.

A failing seed is named in the message; `shrunk` gives its shortest schedule:
`python -c "from tests.simulation.test_schedules import shrunk; print(shrunk(SEED))"`.
"""

import pytest

from tests.simulation.mistakes import PLANTED, Plant
from tests.simulation.world import Mistake, Step, World, run, schedule

SCHEDULES = 2_000
PARTS = 8
PLANTED_SCHEDULES = 1_200
KEPT_SEEDS = (246, 357, 420, 1131, 1149, 1596, 2252)  # schedules that once showed something


@pytest.mark.parametrize("part", range(PARTS))
def test_schedules_keep_every_promise(part: int) -> None:
    for seed in range(part, SCHEDULES, PARTS):
        _check(seed)


@pytest.mark.parametrize("seed", KEPT_SEEDS)
def test_a_schedule_that_once_failed_passes(seed: int) -> None:
    _check(seed)


def test_the_same_seed_gives_the_same_history() -> None:
    for seed in range(30):
        one, other = run(seed), run(seed)
        assert one.history == other.history
        assert one.school.log.changes() == other.school.log.changes()


def test_schedules_really_meet_the_faults() -> None:
    worlds = [run(seed) for seed in range(120)]
    assert any(world.is_restored for world in worlds)
    assert any(world.is_skewed for world in worlds)
    assert any(device.disk.refused for world in worlds for device in world.devices)
    assert any(_has_two_versions(world) for world in worlds)


@pytest.mark.parametrize("plant", PLANTED, ids=lambda plant: plant.__name__)
def test_a_planted_mistake_is_caught(plant: Plant, monkeypatch: pytest.MonkeyPatch) -> None:
    mistake = plant(monkeypatch)
    assert any(_fails(seed, mistake=mistake) for seed in range(PLANTED_SCHEDULES))


def test_enough_mistakes_are_planted() -> None:
    assert len({plant.__name__ for plant in PLANTED}) == len(PLANTED) >= 30


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


def _check(seed: int) -> None:
    try:
        run(seed)
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
