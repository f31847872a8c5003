"""The crash tests in a few seconds, for tools that run them very often (`make mutants`)."""

from __future__ import annotations

import random

import pytest

from tests.crash import watchers
from tests.crash.log_life import LogLife
from tests.crash.power import cut_power, fail_calls
from tests.crash.small_vault import SIZE_BYTES, is_refused, small_vault
from tests.crash.test_failing_calls import log_that_fails, vault_that_fails
from tests.crash.vault_life import VaultLife

QUICK = (
    watchers.nonces,
    watchers.records_of_another_history,
    watchers.segments,
    watchers.what_contents_prove,
    watchers.whole_files_of_keys,
    watchers.counts_put_back,
    watchers.counts_after_power_cuts,
    watchers.power_cuts_while_a_bound_secret_changes,
    watchers.power_cuts_while_a_bound_vault_goes,
    watchers.failing_calls_in_a_new_vault,
)


@pytest.mark.parametrize("watch", QUICK, ids=lambda watch: str(watch.__name__))
def test_watch(watch: object) -> None:
    assert callable(watch)
    watch()


@pytest.mark.parametrize("seed", [1, 8, 11])
def test_power_cuts(seed: int) -> None:
    assert cut_power(LogLife, seed, 12) > 50


def test_power_cuts_in_a_vault() -> None:
    assert cut_power(VaultLife, 2, 4) > 50


def test_failing_calls() -> None:
    assert fail_calls(log_that_fails, 3, every=3, faults=2) > 10
    assert fail_calls(vault_that_fails, 3, every=29, faults=2) > 5


def test_damage() -> None:
    small, source = small_vault(), random.Random(9)
    for _ in range(300):
        is_refused(*small.flipped(source.randrange(8 * SIZE_BYTES)), small)
        is_refused(*small.cut(source.randrange(SIZE_BYTES)), small)
