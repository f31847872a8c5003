"""Full disks, short writes and broken ones, at calls of more than twenty lives each.

A run of the tests takes calls and faults in turn; `make crash` takes them all.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.crash.log_life import LogLife
from tests.crash.power import FAULTS, MakeLife, fail_calls
from tests.crash.vault_life import VaultLife

VAULT_STEPS = 7

LOG_SEEDS = range(24)
VAULT_SEEDS = range(24)


def log_that_fails(seed: int) -> LogLife:
    return LogLife(seed, goes_on_after_power_cuts=False)


def vault_that_fails(seed: int) -> VaultLife:
    return VaultLife(seed, VAULT_STEPS)


@pytest.mark.parametrize(
    ("make", "seeds", "every", "least"),
    [
        (log_that_fails, LOG_SEEDS, 3, 280),
        (vault_that_fails, VAULT_SEEDS[::2], 29, 70),
        (vault_that_fails, VAULT_SEEDS[1::2], 29, 70),
    ],
)
def test_what_was_promised_outlasts_a_failing_call(
    make: MakeLife,
    seeds: range,
    every: int,
    least: int,
    record_property: Callable[[str, object], None],
) -> None:
    runs = sum(fail_calls(make, seed, every=every, faults=1) for seed in seeds)
    record_property("failing calls", runs)
    assert runs >= least


def test_all_faults_come_round() -> None:
    """Full and broken, once and from then on, with nothing, half and nearly all of a write kept."""
    assert len({(fault.number, fault.persistent, fault.kept) for fault in FAULTS}) == 12
