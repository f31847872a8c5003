"""Runs targets for a number of cases; the same seed gives the same cases."""

from __future__ import annotations

import warnings
from random import Random

from tests.fuzz.targets import Target


class Found(Exception):
    """A case that raised what it may not."""

    def __init__(self, name: str, number: int, case: bytes) -> None:
        super().__init__(name, number)
        self.name = name
        self.number = number
        self.case = case

    def __str__(self) -> str:
        return f"{self.name}, case {self.number}, {len(self.case)} bytes: {self.__cause__!r}"


def case_of(name: str, target: Target, seed: int, number: int) -> bytes:
    """Return one case."""
    source = Random(f"{name} {seed} {number}")
    seeds = target.seeds()
    return target.change(source, source.choice(seeds), seeds)


def run_case(name: str, target: Target, seed: int, number: int) -> bool:
    """Read one case and say whether it was taken; raises Found."""
    case = case_of(name, target, seed, number)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Pillow warns of much that it then reads
            target.read(case)
    except target.refuses:
        return False
    except Exception as problem:
        raise Found(name, number, case) from problem
    return True
