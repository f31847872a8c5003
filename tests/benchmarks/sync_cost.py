"""What the pure core costs: CPU for 1,000 records of about 1 KB, each end, each step, no disk.

`test_sync_cost.py` prints it beside Anki's numbers, and keeps it from growing.
"""

import random
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from sync import client, server, wire
from sync.change import Change, Rule
from sync.client import Position, Progress
from sync.clock import HybridClock, format_stamp
from sync.server import HouseRules
from tests.simulation.school import MemoryLog

RECORDS = 1_000
ROUNDS = 5
NOW_MS = 1_790_000_000_000
SCOPE = "self"
_WORDS = ("a", "bridge", "of", "paper", "that", "holds", "my", "weight", "because", "arch", "three")


@dataclass(frozen=True, slots=True)
class Cost:
    """CPU ms for 1,000 records: a device's push and pull, and the school's side of each."""

    push_client: float
    push_server: float
    pull_server: float
    pull_client: float


def records(count: int = RECORDS) -> list[Change]:
    """One change each: a text of about a kilobyte."""
    dice = random.Random(4)
    return [
        Change(
            f"{dice.getrandbits(128):032x}", SCOPE, f"{dice.getrandbits(128):032x}", "reflection",
            "words", Rule.TEXT, " ".join(dice.choices(_WORDS, k=150)),
            format_stamp(NOW_MS + number, 0, "a" * 16), group=f"{number:032x}",
        )
        for number in range(count)
    ]  # fmt: skip


def measured() -> Cost:
    """The least of some rounds of each step."""
    made = records()
    steps = [_round(made) for _ in range(ROUNDS)]
    return Cost(*(min(values) for values in zip(*steps, strict=True)))


def _round(made: list[Change]) -> tuple[float, float, float, float]:
    log = MemoryLog()
    positions: Mapping[str, Position] = {SCOPE: Position()}
    house = HouseRules(lambda *_: None, lambda _scope: True)
    clock = HybridClock("5" * 16)
    push_client = push_server = 0.0
    left = made
    while left:
        spent, raw = _timed(partial(_request, left, positions))
        push_client += spent
        spent, answered = _timed(partial(_answer, raw, log, house, clock))
        push_server += spent
        left = left[answered:]
    pull_server = pull_client = 0.0
    for _ in range(10):
        asked = wire.encode_request(client.next_request((), positions))
        spent, raw = _timed(partial(_reply, asked, log, house, clock))
        pull_server += spent
        spent, progress = _timed(partial(_taken, raw, positions))
        pull_client += spent
        positions = {**positions, **progress.positions}
        if not progress.more:
            break
    scale = 1_000 * RECORDS / len(made)
    return (push_client * scale, push_server * scale, pull_server * scale, pull_client * scale)


def _request(left: list[Change], positions: Mapping[str, Position]) -> bytes:
    return wire.encode_request(client.next_request(left, positions))


def _answer(raw: bytes, log: MemoryLog, house: HouseRules, clock: HybridClock) -> int:
    request = wire.decode_request(raw)
    server.accept(
        request.changes, log, author="amy", may_write=house.may_write, clock=clock, now_ms=NOW_MS
    )
    return len(request.changes)


def _reply(raw: bytes, log: MemoryLog, house: HouseRules, clock: HybridClock) -> bytes:
    request = wire.decode_request(raw)
    reply, _ = server.answer(
        request, log, author="amy", house=house, allowed=(SCOPE,), clock=clock, now_ms=NOW_MS
    )
    return wire.encode_reply(reply)


def _taken(raw: bytes, positions: Mapping[str, Position]) -> Progress:
    return client.receive(wire.decode_reply(raw), positions, lambda *_: None)


def _timed(work: Callable[[], Any]) -> tuple[float, Any]:
    begun = time.process_time()
    done = work()
    return time.process_time() - begun, done
