"""Power cuts at every call: at least 20,000 distinct states of the disk in every run of the tests.

`make crash` does the same with a million (tests/crash/__main__.py).
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.crash.log_life import LogLife
from tests.crash.power import MakeLife, cut_power
from tests.crash.vault_life import VaultLife

LEAST_STATES = 20_000

# What is lived, with how many lives and states at one call, and how many states that is at least.
LIVES: dict[str, tuple[MakeLife, range, int, int]] = {
    **{f"log {n}": (LogLife, range(n, 136, 4), 24, 4_700) for n in range(4)},
    **{f"vault {n}": (VaultLife, range(n, 8, 4), 12, 400) for n in range(4)},
}


def test_that_is_enough() -> None:
    assert sum(least for _, _, _, least in LIVES.values()) >= LEAST_STATES


@pytest.mark.parametrize("name", LIVES)
def test_every_state_after_a_power_cut_holds_what_was_promised(
    name: str, record_property: Callable[[str, object], None]
) -> None:
    make, seeds, limit, least = LIVES[name]
    states = sum(cut_power(make, seed, limit) for seed in seeds)
    record_property("disk states after power cuts", states)
    assert states >= least
