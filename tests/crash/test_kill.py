"""A real program, really killed on the real disk at no chosen call: what it said was safe is there.

A run of the tests kills a handful of times, `make crash` a hundred (PORTFOLIO_KILLS).
"""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from portfolio_app.student.vault.vaults import Vault
from tests.crash.busy_life import device_in
from tests.crash.vault_life import ADA, opened, works_of
from tests.student.vault.device import NOW_MS

KILLS = int(os.environ.get("PORTFOLIO_KILLS", "5"))
MOST_STEPS = 40


@dataclass
class Expected:
    """What was acknowledged, and what one step under way may have made of it."""

    secrets: set[str]
    works: list[set[int]]
    under_way: dict[str, Any] | None = None
    steps: Counter[str] = field(default_factory=Counter)

    def hear(self, line: dict[str, Any]) -> None:
        if line["event"] == "will":
            self.under_way = line
            before = self.works[-1]
            adds, removes = listed(line.get("adds")), listed(line.get("removes"))
            self.works.append((before | adds) - removes)
            self.secrets |= {line["secret"]} if "secret" in line else set()
        elif self.under_way is not None:
            self.steps[self.under_way["name"]] += 1
            self.works = self.works[-1:]
            if "secret" in self.under_way:
                self.secrets = {self.under_way["secret"]}
            self.under_way = None


def listed(value: Any) -> set[int]:
    return set() if value is None else set(value) if isinstance(value, list) else {value}


@pytest.mark.timeout(120 + 10 * KILLS)
def test_what_a_killed_program_called_safe_is_there(
    tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    vault = device_in(tmp_path).create("Ada", "fox", "1000", new_id=lambda: ADA, now_ms=NOW_MS)
    vault.close()
    source = random.Random(KILLS)
    secret, works = "1000", set[int]()
    killed_during: Counter[str] = Counter()
    steps: Counter[str] = Counter()
    for turn in range(1, KILLS + 1):
        expected = Expected({secret}, [works])
        kill_once(tmp_path, secret, 1000 * turn, expected, source)
        name = "nothing" if expected.under_way is None else str(expected.under_way["name"])
        killed_during[name] += 1
        steps += expected.steps
        with opened(device_in(tmp_path), expected.secrets) as (found, secret):
            works = {number for number, _ in works_of(found)}
            assert works in expected.works
            check_sweep(found)
    assert steps.total() >= KILLS
    record_property("kills of a real program", KILLS)
    if KILLS >= 100:
        assert {"compact", "secret", "renew", "large", "work"} <= steps.keys()
        assert killed_during["compact"] + killed_during["renew"] + killed_during["secret"] >= 10


def check_sweep(vault: Vault) -> None:
    """What a sweep takes after a crash, no work needs."""
    before = works_of(vault)
    vault.media.sweep()
    assert works_of(vault) == before


def kill_once(
    folder: Path, secret: str, number: int, expected: Expected, source: random.Random
) -> None:
    """Let it say some lines, then kill it a little later."""
    program = subprocess.Popen(
        [sys.executable, "-m", "tests.crash.busy_life", str(folder), secret, str(number)],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert program.stdout is not None
    for _ in range(source.randrange(1, MOST_STEPS)):
        expected.hear(json.loads(program.stdout.readline()))
    time.sleep(source.random() * 0.004)  # not to wait for anything: to be killed anywhere
    os.kill(program.pid, signal.SIGKILL)
    for line in program.stdout:
        if line.endswith("\n"):
            expected.hear(json.loads(line))
    program.stdout.close()
    program.wait()
