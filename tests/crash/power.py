"""Cuts the power, or fails a call, at every call of a life, and looks at all that may be left."""

from __future__ import annotations

import contextlib
import errno
import random
import secrets
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Protocol

from tests.student.vault.faulty_disk import FaultyDisk, PowerCut

THOROUGHLY_EVERY = 7


class Life(Protocol):
    """What is done to a disk, and what was promised meanwhile."""

    disk: FaultyDisk
    after_call: Callable[[], None]

    def run(self) -> None:
        """Do everything on a disk that works."""

    def run_through_failures(self) -> None:
        """Do everything that a disk which fails lets one do."""

    def live_on(self) -> None:
        """Do one thing after the other, without end."""

    def wake_up(self, found: FaultyDisk) -> None:
        """Go on from what a power cut left."""

    def check(self, found: FaultyDisk, *, thoroughly: bool) -> None:
        """Raise AssertionError, or a named refusal, if the disk does not hold what was promised."""


MakeLife = Callable[[int], Life]


@dataclass(frozen=True, slots=True)
class Fault:
    """How a call fails: with what, once or from then on, and how much of a write is kept."""

    number: int
    persistent: bool
    kept: float


FAULTS = tuple(
    Fault(number, persistent, kept)
    for number in (errno.ENOSPC, errno.EIO)
    for persistent in (False, True)
    for kept in (0.0, 0.5, 0.98)
)


@contextlib.contextmanager
def drawn_secrets(seed: int) -> Iterator[None]:
    """Let nonces, keys and ids follow from the seed, so that what fails can be had again."""
    source = random.Random(seed ^ 0x5EA1)
    before = secrets.token_bytes, secrets.token_hex

    def token_bytes(nbytes: int | None = None) -> bytes:
        return source.randbytes(32 if nbytes is None else nbytes)

    def token_hex(nbytes: int | None = None) -> str:
        return token_bytes(nbytes).hex()

    secrets.token_bytes, secrets.token_hex = token_bytes, token_hex
    try:
        yield
    finally:
        secrets.token_bytes, secrets.token_hex = before


def cut_power(make: MakeLife, seed: int, limit: int) -> int:
    """Cut the power after every call; return how many distinct states were found and checked.

    `limit` says how many states are drawn at one call where more are possible.
    """
    with drawn_secrets(seed):
        life, source = make(seed), random.Random(seed)
        seen: set[int] = set()

        def cut() -> None:
            for found in life.disk.states(source, limit):
                fingerprint = found.fingerprint()
                if fingerprint not in seen:
                    seen.add(fingerprint)
                    life.check(found, thoroughly=len(seen) % THOROUGHLY_EVERY == 0)

        life.after_call = cut
        life.run()
    return len(seen)


def survive(make: MakeLife, seed: int, cuts: int) -> int:
    """Cut the power again and again, also while the damage of the last cut is being mended.

    Each time one of all disks that may be left is drawn, and the life goes on with that one.
    """
    with drawn_secrets(seed):
        life, source = make(seed), random.Random(seed)
        found, is_up = life.disk, True
        for _ in range(cuts):
            life.disk.cut_power_at(source.choice((1, 2, 3, 5, 8, 13, 21, 34, 55)))
            try:
                if not is_up:
                    life.wake_up(found)
                    is_up = True
                life.live_on()
            except PowerCut:
                found = source.choice([*life.disk.states(source, 16)])
                found.cut_power_at(source.choice((1, 2, 4, 8, 16, 200)))
                is_up = False
                life.check(found.as_found(), thoroughly=True)
    return cuts


def fail_call(make: MakeLife, seed: int, place: int, fault: Fault) -> bool:
    """Let the call at this place fail, go on, and check what may be left; False behind the end."""
    with drawn_secrets(seed):
        life = make(seed)
        disk = life.disk
        disk.failure, disk.persistent = fault.number, fault.persistent
        disk.kept_of_failing = fault.kept
        disk.fail_at = disk.calls + place
        life.run_through_failures()
        reached = disk.calls >= disk.fail_at
        disk.fail_at = None
        for found in (disk.as_found(), *disk.states(random.Random(place), 4)):
            life.check(found, thoroughly=True)
    return reached


def fail_calls(make: MakeLife, seed: int, *, every: int, faults: int) -> int:
    """Fail every so-many-th call of a life with so many of the faults in turn; how many runs."""
    runs, place, reached = 0, 1 + seed % every, True
    while reached:
        for turn in range(faults):
            # Five and twelve have no common part: all faults come round, at other places each time.
            fault = FAULTS[(5 * (seed + place) + turn * len(FAULTS) // faults) % len(FAULTS)]
            reached = fail_call(make, seed, place, fault)
            runs += 1
        place += every
    return runs
