"""Every planted mistake breaks a promise: what the simulation cannot see, it does not prove.

A mistake that few schedules show is kept with the shortest one that does (`kept.json`), and looked
for in others only when that one no longer shows it:
`python -c "from tests.simulation.test_planted import shortest; print(shortest('NAME'))"`.
"""

import pytest

from tests.simulation.mistakes import PLANTED
from tests.simulation.more_mistakes import MORE_PLANTED
from tests.simulation.test_schedules import KEPT, fails, shrunk, steps_of
from tests.simulation.world import Plant, Step, small_pages

PLANTED_SCHEDULES = 1_200
MISTAKES = (*PLANTED, *MORE_PLANTED)


@pytest.mark.parametrize("plant", MISTAKES, ids=lambda plant: plant.__name__)
def test_a_planted_mistake_is_caught(plant: Plant, monkeypatch: pytest.MonkeyPatch) -> None:
    mistake = plant(monkeypatch)
    known = [kept for kept in KEPT if kept.get("mistake") == plant.__name__]
    assert any(fails(kept["seed"], steps_of(kept), mistake) for kept in known) or any(
        fails(seed, mistake=mistake) for seed in range(PLANTED_SCHEDULES)
    )


def test_enough_mistakes_are_planted() -> None:
    assert len({plant.__name__ for plant in MISTAKES}) == len(MISTAKES) >= 60


def shortest(name: str) -> list[Step]:
    """The shortest schedule left of the first one that shows a mistake."""
    plant = next(plant for plant in MISTAKES if plant.__name__ == name)
    with pytest.MonkeyPatch.context() as patch:
        small_pages(patch)
        mistake = plant(patch)
        seed = next(s for s in range(PLANTED_SCHEDULES) if fails(s, mistake=mistake))
        return shrunk(seed, mistake)
