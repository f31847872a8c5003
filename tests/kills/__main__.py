"""Kills for as long as it is told: `python -m tests.kills [--rounds 200] [--seed 1]`.

Three quarters of the rounds with SQLite and a folder, the rest with PostgreSQL and a bucket. Every
place is come to at least once; what came of it is printed, without a date, to be kept in
docs/testing-the-sync.md.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path
from random import Random

from tests.kills.world import ANY_MOMENT, SCHOOL, Nursery, Plan, World, all_places, nursery, plans
from tests.servers import object_store, postgres

ROUNDS_A_WORLD = 21


def main() -> int:
    """Play all rounds and say how it went; 1 where something was lost, or a place not come to."""
    parser = argparse.ArgumentParser(prog="python -m tests.kills", description=__doc__)
    parser.add_argument("--rounds", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--small", action="store_true", help="without PostgreSQL and a bucket")
    asked = parser.parse_args()
    killed, acknowledged, typed = Counter[str](), 0, 0
    large_rounds = 0 if asked.small else asked.rounds // 4
    with tempfile.TemporaryDirectory(prefix="kills-") as folder, nursery() as begun:
        for number, world, some in _worlds(
            Path(folder), begun, asked.seed, asked.rounds - large_rounds, large_rounds
        ):
            play(world, some, Random(f"{asked.seed} {number}"))
            killed += world.killed
            acknowledged += len(world.promised.written)
            typed += sum(map(len, world.promised.typed.values()))
            say(f"{killed.total():4} killed, {len(killed):2} places")
    wanted = {name for _, name in all_places(in_bucket=False)}
    wanted |= set() if asked.small else {name for _, name in all_places(in_bucket=True)}
    missed = wanted - killed.keys()
    _report(killed, acknowledged, typed, asked.seed)
    if missed:
        say(f"Never came to: {'; '.join(sorted(missed))}")
    return 1 if missed or killed.total() < asked.rounds else 0


def say(line: str) -> None:
    """One line, at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def play(world: World, some: list[Plan], source: Random) -> None:
    """Play rounds in one world until each has killed somebody, or three times could not."""
    try:
        for number, plan in enumerate(some):
            for again in range(3):
                asked = plan if not again else Plan(plan.victim, plan.place, 1, plan.steps)
                try:
                    has_died = world.round(asked, f"{number} {again} {source.random()}", source)
                except AssertionError as problem:
                    raise AssertionError(f"{asked}: {problem}") from problem
                if has_died:
                    break
        world.check(sweeps=True)
    finally:
        world.close()


def _worlds(
    folder: Path, begun: Nursery, seed: int, rounds: int, large_rounds: int
) -> Iterator[tuple[int, World, list[Plan]]]:
    source = Random(seed)
    number = 0
    for some in _parts(source, all_places(in_bucket=False), rounds):
        number += 1
        yield number, World(folder / str(number), begun, {}), some
    if not large_rounds:
        return
    with ExitStack() as servers:
        rows, files = servers.enter_context(postgres()), servers.enter_context(object_store())
        at_school = [one for one in all_places(in_bucket=True) if one[0] == SCHOOL]
        for some in _parts(source, at_school, large_rounds):
            number += 1
            environment: Mapping[str, str] = {
                "PORTFOLIO_SCHOOL_DATABASE": rows.database(), **files.environment("portfolio")
            }  # fmt: skip
            yield number, World(folder / str(number), begun, environment), some


def _parts(source: Random, places: list[tuple[str, str]], rounds: int) -> Iterator[list[Plan]]:
    """Plans for so many rounds, a world at a time: all places in turn, shuffled anew each time."""
    found: list[Plan] = []
    while len(found) < rounds:
        shuffled = source.sample(places, len(places))
        found += plans(source, shuffled, first=not found)
    found = found[:rounds]
    for start in range(0, rounds, ROUNDS_A_WORLD):
        yield found[start : start + ROUNDS_A_WORLD]


def _report(killed: Counter[str], acknowledged: int, typed: int, seed: int) -> None:
    moments = killed[ANY_MOMENT]
    say(
        f"{killed.total()} kills at {len(killed) - bool(moments)} places and {moments} at any "
        f"moment, seed {seed}: {acknowledged} acknowledged changes, {typed} typed words."
    )
    for name, count in sorted(killed.items()):
        say(f"{count:5}  {name}")


if __name__ == "__main__":
    sys.exit(main())
