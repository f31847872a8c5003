"""Lives with one power cut after the other, some of them while the last one is being mended."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.crash.power import MakeLife, survive
from tests.crash.test_failing_calls import log_that_fails
from tests.crash.vault_life import VaultLife

LOG_SEEDS, VAULT_SEEDS = range(8), range(8)
LOG_CUTS, VAULT_CUTS = 20, 25


@pytest.mark.parametrize(
    ("make", "seeds", "cuts"),
    [(log_that_fails, LOG_SEEDS, LOG_CUTS), (VaultLife, VAULT_SEEDS, VAULT_CUTS)],
)
def test_nothing_promised_is_lost_however_often_the_power_fails(
    make: MakeLife, seeds: range, cuts: int, record_property: Callable[[str, object], None]
) -> None:
    record_property("power cuts lived through", sum(survive(make, seed, cuts) for seed in seeds))
