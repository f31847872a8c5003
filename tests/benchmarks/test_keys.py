"""What a change of secret costs, in stretchings of one secret, whatever the vault holds."""

from __future__ import annotations

import secrets
import statistics
import time
from pathlib import Path

import pytest

from portfolio_app.sealing.secret import new_parameters, stretch
from portfolio_app.student.vault import Vaults

ROUNDS = 9
BAR = 1.2


@pytest.mark.benchmark
@pytest.mark.parametrize("documents", [0, 5000])
def test_a_change_of_secret_costs_one_stretching(tmp_path: Path, documents: int) -> None:
    vaults = Vaults(tmp_path)
    typed = "4711"
    vault = vaults.create("Ada", "fox", typed, new_id=lambda: secrets.token_hex(16), now_ms=1)
    filler = [{"n": number, "text": "x" * 1000} for number in range(documents)]
    vault.db.table("records").insert_multiple(filler)
    ratios = []
    for number in range(ROUNDS):
        started = time.perf_counter()
        stretch(typed, new_parameters())
        stretched = time.perf_counter()
        vaults.change_secret(vault.id, typed, f"words {number}", now_ms=1)
        ratios.append((time.perf_counter() - stretched) / (stretched - started))
        typed = f"words {number}"
    vault.close()
    print(f"{documents} documents: {statistics.median(ratios):.2f} stretchings")  # noqa: T201
    assert statistics.median(ratios) <= BAR
