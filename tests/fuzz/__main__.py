"""Looks for faults: `python -m tests.fuzz [--seconds 600] [--seed 1] [TARGET ...]`.

A case that raises what it may not, takes longer than 10 seconds or more than a gigabyte is written
to out/fuzz/, and the run ends with 1. Without targets all take turns.
"""

from __future__ import annotations

import argparse
import contextlib
import hashlib
import itertools
import resource
import signal
import sys
import time
from collections import Counter
from pathlib import Path

from tests.fuzz.run import Found, run_case
from tests.fuzz.targets import TARGETS

CASES_A_TURN = 50
SECONDS_A_CASE = 10
MEMORY_BYTES = 1 << 30
FOUND = Path("out/fuzz")


class TookTooLong(Exception):
    """A case is still being read."""


def main() -> int:
    """Run and say what was found."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("targets", nargs="*", metavar="TARGET", help=", ".join(TARGETS))
    parser.add_argument("--seconds", type=float, default=600)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    names = [name for name in asked.targets or TARGETS if TARGETS[name].seeds()]
    _limit_memory()
    signal.signal(signal.SIGALRM, _too_long)
    cases, taken, faults, slowest = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    end = time.monotonic() + asked.seconds
    for turn in itertools.count():
        for name in names:
            for number in range(turn * CASES_A_TURN, (turn + 1) * CASES_A_TURN):
                begun = time.monotonic()
                try:
                    taken[name] += _timed(name, asked.seed, number)
                except Found as found:
                    faults[name] += 1
                    _keep(found)
                cases[name] += 1
                slowest[name] = max(slowest[name], int((time.monotonic() - begun) * 1000))
            if time.monotonic() > end:
                _report(names, cases, taken, faults, slowest)
                return 1 if faults else 0
    return 0


def _timed(name: str, seed: int, number: int) -> bool:
    signal.alarm(SECONDS_A_CASE)
    try:
        return run_case(name, TARGETS[name], seed, number)
    finally:
        signal.alarm(0)


def _too_long(*_: object) -> None:
    raise TookTooLong(f"more than {SECONDS_A_CASE} seconds")


def _limit_memory() -> None:
    """Beyond this a MemoryError is raised, which is a fault."""
    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_DATA, (MEMORY_BYTES, MEMORY_BYTES))


def _keep(found: Found) -> None:
    FOUND.mkdir(parents=True, exist_ok=True)
    digest = hashlib.sha256(found.case).hexdigest()[:12]
    path = FOUND / f"{found.name.replace(' ', '-')}-{digest}"
    path.write_bytes(found.case)
    sys.stdout.write(f"{found}: {path}\n")


def _report(names: list[str], *counts: Counter[str]) -> None:
    sys.stdout.write(f"{'':20}{'cases':>9}{'taken':>9}{'faults':>9}{'slowest ms':>12}\n")
    for name in names:
        cases, taken, faults, slowest = (count[name] for count in counts)
        sys.stdout.write(f"{name:20}{cases:9}{taken:9}{faults:9}{slowest:12}\n")


if __name__ == "__main__":
    sys.exit(main())
