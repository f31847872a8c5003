"""The long proof: a million states, every flipped bit, every failing call. `make crash`.

    python -m tests.crash [--states N] [--first-seed N] [--processes N] [--part NAME]

Says after each piece what has been tried, and where to begin to go on from there. Ends with 1 and
the seed at the first wrong state. Each piece is had again by its seed alone.
"""

from __future__ import annotations

import argparse
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from itertools import count, islice

from portfolio_app.student.vault.log import CONTENTS_AFTER_RECORDS
from tests.crash.log_life import LogLife
from tests.crash.power import FAULTS, cut_power, fail_calls, survive
from tests.crash.small_vault import BITS, SIZE_BYTES, drawn_bits, is_refused, small_vault
from tests.crash.test_failing_calls import (
    LOG_SEEDS,
    VAULT_SEEDS,
    log_that_fails,
    vault_that_fails,
)
from tests.crash.test_power_cuts_again import LOG_CUTS, VAULT_CUTS
from tests.crash.vault_life import VaultLife

STATES = 1_000_000
LOG_LIVES_IN_A_PIECE, VAULT_LIVES_IN_A_PIECE = 40, 4
STATES_A_CALL = 24
VAULT_STATES_A_CALL = 12
VAULT_PIECE_EVERY = 8
CUTS_AGAIN_PIECES = 20
BITS_IN_A_PIECE = BITS // 64
SAY_EVERY_SECONDS = 20


@dataclass(frozen=True, slots=True)
class Piece:
    """Some work for one process: what is counted, from which seed, and how it is done."""

    counted: str
    seed: int
    work: Callable[[], int]

    def done(self) -> tuple[str, int, int, str]:
        """What was counted, the seed, how many, and what went wrong if anything did."""
        try:
            return self.counted, self.seed, self.work(), ""
        except BaseException:  # noqa: BLE001  # told with its seed by the one who waits
            return self.counted, self.seed, 0, traceback.format_exc()


def log_states(seed: int) -> int:
    lives = range(seed * LOG_LIVES_IN_A_PIECE, (seed + 1) * LOG_LIVES_IN_A_PIECE)
    return sum(cut_power(LogLife, life, STATES_A_CALL) for life in lives)


def vault_states(seed: int) -> int:
    lives = range(seed * VAULT_LIVES_IN_A_PIECE, (seed + 1) * VAULT_LIVES_IN_A_PIECE)
    return sum(cut_power(VaultLife, life, VAULT_STATES_A_CALL) for life in lives)


def flips_of_a_long_history(seed: int) -> int:
    small = small_vault(CONTENTS_AFTER_RECORDS)
    bits = drawn_bits(0.01, seed)
    for bit in bits:
        is_refused(*small.flipped(bit), small)
    return len(bits)


def flips(first: int) -> int:
    small = small_vault()
    bits = range(first * BITS_IN_A_PIECE, (first + 1) * BITS_IN_A_PIECE)
    for bit in bits:
        is_refused(*small.flipped(bit), small)
    return len(bits)


def cuts(_: int) -> int:
    small = small_vault()
    for place in range(SIZE_BYTES):
        is_refused(*small.cut(place), small)
    return SIZE_BYTES


def failing_log(seed: int) -> int:
    return fail_calls(log_that_fails, seed, every=1, faults=len(FAULTS))


def failing_vault(seed: int) -> int:
    return fail_calls(vault_that_fails, seed, every=1, faults=len(FAULTS) // 3)


def cuts_again(seed: int) -> int:
    lives = range(10 * seed, 10 * seed + 10)
    return sum(
        survive(log_that_fails, life, LOG_CUTS) + survive(VaultLife, life, VAULT_CUTS)
        for life in lives
    )


def state_pieces(first_seed: int) -> Iterator[Piece]:
    for seed in count(first_seed):
        yield Piece("states of a log", seed, partial(log_states, seed))
        if seed % VAULT_PIECE_EVERY == 0:
            yield Piece("states of a vault", seed, partial(vault_states, seed))


def other_pieces() -> Iterator[Piece]:
    yield Piece("cuts", 0, partial(cuts, 0))
    for first in range(BITS // BITS_IN_A_PIECE):
        yield Piece("flipped bits", first, partial(flips, first))
    for seed in range(4):
        yield Piece("flips of a long history", seed, partial(flips_of_a_long_history, seed))
    for seed in range(CUTS_AGAIN_PIECES):
        yield Piece("power cuts lived through", seed, partial(cuts_again, seed))
    for seed in VAULT_SEEDS:
        yield Piece("failing calls of a vault", seed, partial(failing_vault, seed))
    for seed in LOG_SEEDS:
        yield Piece("failing calls of a log", seed, partial(failing_log, seed))


class Tally:
    """What has been tried so far."""

    def __init__(self) -> None:
        self.counts: dict[str, int] = {}
        self.seeds: dict[str, int] = {}
        self._began = self._said = time.monotonic()

    def add(self, counted: str, seed: int, number: int) -> None:
        self.counts[counted] = self.counts.get(counted, 0) + number
        self.seeds[counted] = max(seed, self.seeds.get(counted, 0))
        if time.monotonic() - self._said > SAY_EVERY_SECONDS:
            self._said = time.monotonic()
            self.say()

    def states(self) -> int:
        return sum(number for counted, number in self.counts.items() if "states" in counted)

    def say(self) -> None:
        seconds = time.monotonic() - self._began
        counts = ", ".join(f"{number:,} {counted}" for counted, number in self.counts.items())
        next_seed = self.seeds.get("states of a log", -1) + 1
        sys.stdout.write(f"{seconds:6.0f} s  {counts}; go on with --first-seed {next_seed}\n")
        sys.stdout.flush()


def run(pieces: Iterator[Piece], pool: ProcessPoolExecutor, tally: Tally, enough: int) -> bool:
    """Do pieces until there are none, or states enough; False at the first one that is wrong."""
    waiting = [pool.submit(piece.done) for piece in islice(pieces, 4)]
    while waiting:
        counted, seed, number, wrong = waiting.pop(0).result()
        if wrong:
            sys.stdout.write(f"WRONG: {counted}, seed {seed}\n{wrong}\n")
            return False
        tally.add(counted, seed, number)
        if tally.states() < enough:
            waiting += [pool.submit(piece.done) for piece in islice(pieces, 1)]
    return True


def main() -> int:
    parser = argparse.ArgumentParser(prog="tests.crash", description=__doc__)
    parser.add_argument("--states", type=int, default=STATES)
    parser.add_argument("--first-seed", type=int, default=0)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--part", choices=("all", "states", "damage"), default="all")
    chosen = parser.parse_args()
    tally, right = Tally(), True
    with ProcessPoolExecutor(chosen.processes) as pool:
        if chosen.part != "damage":
            right = run(state_pieces(chosen.first_seed), pool, tally, chosen.states)
        if chosen.part != "states" and right:
            right = run(other_pieces(), pool, tally, sys.maxsize)
    tally.say()
    sys.stdout.write("Nothing wrong, nothing lost.\n" if right else "See above.\n")
    return 0 if right else 1


if __name__ == "__main__":
    sys.exit(main())
