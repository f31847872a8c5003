"""The product on one line: a school in a process of its own, devices of one learner in this one.

Rules, merging, sealing on both ends and every commit synced, as always; only TLS is left out, as
the peers have none. Bytes and requests are counted by the peers' own proxy.
"""

import json
import os
import random
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from portfolio_app.errors import SchoolUnreachable
from portfolio_app.model.people import LearnerId, PersonId
from portfolio_app.school import accounts, app, setup
from portfolio_app.school.database import access, people
from portfolio_app.school.database.engine import Database
from portfolio_app.school.database.people import Person
from portfolio_app.school.keyring import Keyring, key_path, read_key
from portfolio_app.school.places import Places
from portfolio_app.student import actions
from portfolio_app.student.actions import Source
from portfolio_app.student.connection import Connection
from portfolio_app.student.learner import new_portfolio, open_vaults
from portfolio_app.student.portfolio import SCHOOL, Portfolio, Write
from sync.change import Change, Rule
from sync.clock import format_stamp
from tests.benchmarks.devices import cpu_seconds
from tests.benchmarks.serving import is_listening, serving
from tests.benchmarks.words import sentence
from tests.processes import free_port

PEERS = Path(
    os.environ.get("PORTFOLIO_PEERS", Path(__file__).parents[2].parent / "shared" / "peers")
)
BEGIN_MS = 1_790_000_000_000
AT_ONCE = 500
WORDS = 160
DELAY_MS = 50
KILLED_EACH_BYTES = 20_000_000
ATTEMPTS = 8
KEPT_BYTES = 1_000_000
PATIENCE_SECONDS = 300


@dataclass(frozen=True, slots=True)
class Cost:
    """What one step took: wall time, both ends' processors, bytes both ways, requests."""

    seconds: float
    cpu_seconds: float = 0.0
    size_bytes: int = 0
    requests: int = 0


@dataclass(frozen=True, slots=True)
class Proxy:
    """The peers' proxy, running."""

    port: int

    def counted(self) -> dict[str, Any]:
        """What went through since this was asked last."""
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port + 1}/") as answer:
            found: dict[str, Any] = json.load(answer)
        return found


@contextmanager
def proxy(school_port: int, delay_ms: int = 0, kill_bytes: int = 0) -> Iterator[Proxy]:
    """A proxy before a school: `delay_ms` one way; each connection cut after `kill_bytes` up."""
    port = free_port()  # and the next one, for the counters
    process = subprocess.Popen(
        [sys.executable, PEERS / "countproxy.py", str(port), str(school_port), str(delay_ms)],
        env={**os.environ, "KILL_UP": str(kill_bytes)},
        stderr=subprocess.DEVNULL,
    )
    try:
        while not (is_listening(port) and is_listening(port + 1)):
            assert process.poll() is None
            time.sleep(0.02)
        yield Proxy(port)
    finally:
        process.kill()
        process.wait()


@dataclass(frozen=True, slots=True)
class Bench:
    """A running school and the tokens of one learner's devices."""

    folder: Path
    port: int
    server_pid: int
    learner: LearnerId
    tokens: Sequence[str]

    def device(self, number: int) -> Portfolio:
        """A new device of the learner."""
        vaults = open_vaults(self.folder / f"device{number}")
        made = new_portfolio(vaults, "Mia", "fox", "a secret of eight words")
        self.dial(made, number, self.port)
        return made

    def dial(self, device: Portfolio, number: int, port: int) -> None:
        """Let a device reach the school through another port."""
        address = f"http://localhost:{port}"
        school = {
            "address": address, "name": "Hill School", "learner_id": self.learner,
            "token": self.tokens[number], "public_address": address,
        }  # fmt: skip
        with device.durable():
            device.vault.put_setting(SCHOOL, school)

    def cost(self, work: Callable[[], object], line: Proxy | None = None) -> Cost:
        """What a step takes."""
        if line is not None:
            line.counted()
        server_cpu, cpu = cpu_seconds(self.server_pid), time.process_time()
        started = time.perf_counter()
        work()
        seconds = time.perf_counter() - started
        cpu = time.process_time() - cpu + cpu_seconds(self.server_pid) - server_cpu
        told = line.counted() if line is not None else {"up": 0, "down": 0, "requests": 0}
        return Cost(seconds, cpu, told["up"] + told["down"], told["requests"])


@contextmanager
def bench(folder: Path) -> Iterator[Bench]:
    """A fresh school, running."""
    port = free_port()
    address = f"http://localhost:{port}"
    data = folder / "school"
    setup.make_school(data, {}, name="Hill School", address=address, now_ms=BEGIN_MS)
    places = Places.from_environment(data, {})
    database = Database(places.database, Keyring(read_key(key_path(data, {}))))
    learner, tokens = LearnerId(app.new_id()), [app.new_token() for _ in range(2)]

    def enrol(transaction: Any) -> None:
        person = Person(PersonId(learner), people.LEARNER, "Mia", "Chen", "fox", "8-10")
        people.add_learner(transaction, person, BEGIN_MS)
        for token in tokens:
            device = access.Device(app.new_id(), learner, "none", "tablet", BEGIN_MS, None, None)
            access.add_device(transaction, device, accounts.token_hash(token))

    database.write(enrol)
    database.close()
    served = ["-m", "portfolio_app", "school", "serve", "--port", port, "--data", data]
    with serving(port, served) as pid:
        yield Bench(folder, port, pid, learner, tokens)


def first_exchange(made: Bench, count: int) -> dict[str, Cost]:
    """So many records of a kilobyte up and down, then one field, each at once and over a slow line.

    One device sends, the other, new one fetches.
    """
    first = made.device(0)
    _connection(first).exchange()
    write(first, count)
    found = {}
    with proxy(made.port) as line:
        made.dial(first, 0, line.port)
        found["first push"] = made.cost(lambda: _connection(first).exchange(), line)
        second = made.device(1)
        made.dial(second, 1, line.port)
        found["first pull"] = made.cost(lambda: _connection(second).exchange(), line)
        assert len(second.store.of_kind("reflection")) == count
        found |= _one_field(made, line, (first, second), "")
    with proxy(made.port, DELAY_MS) as line:
        for number, device in enumerate((first, second)):
            made.dial(device, number, line.port)
        found |= _one_field(made, line, (first, second), f", {2 * DELAY_MS} ms")
    first.close()
    second.close()
    return found


def _one_field(
    made: Bench, line: Proxy, devices: tuple[Portfolio, Portfolio], where: str
) -> dict[str, Cost]:
    first, second = devices
    for device in devices:  # so that nothing else is new
        _connection(device).exchange()
    title = Write("artifact", "w0", "title", f"A bridge of paper{where}")
    first.write([title])
    return {
        f"one field up{where}": made.cost(lambda: _connection(first).exchange(), line),
        f"one field down{where}": made.cost(lambda: _connection(second).exchange(), line),
        f"nothing new{where}": made.cost(lambda: _connection(second).exchange(), line),
    }


def files_up(made: Bench, count: int, size_bytes: int) -> Cost:
    """So many files of random bytes, up."""
    device = made.device(0)
    _connection(device).exchange()
    for number in range(count):
        _add_file(device, number, size_bytes)
    cost = made.cost(lambda: _connection(device).exchange())
    assert not device.media_queue.in_order()
    device.close()
    return cost


def over_a_cut_line(made: Bench, size_bytes: int) -> tuple[Cost, int]:
    """One file over a line that is cut again and again; the cost, and how many exchanges."""
    device = made.device(1)
    _connection(device).exchange()
    _add_file(device, 0, size_bytes)
    attempts = 0

    def try_on() -> None:
        nonlocal attempts
        while device.media_queue.in_order() and attempts < ATTEMPTS:
            attempts += 1
            try:
                _connection(device).exchange()
            except SchoolUnreachable:
                continue

    with proxy(made.port, 5, KILLED_EACH_BYTES) as line:
        made.dial(device, 1, line.port)
        cost = made.cost(try_on, line)
    is_done = not device.media_queue.in_order()
    device.close()
    assert is_done
    return cost, attempts


def _connection(device: Portfolio) -> Connection:
    return Connection(device, timeout_seconds=PATIENCE_SECONDS)


def write(device: Portfolio, count: int) -> None:
    """So many reflections of about a kilobyte, waiting to go."""
    dice = random.Random(4)
    made = [
        Change(
            f"{dice.getrandbits(128):032x}", "self", f"r{number}", "reflection", "words",
            Rule.TEXT, sentence(number, WORDS), format_stamp(BEGIN_MS + number, 0, "a" * 16),
            group=f"{number:032x}",
        )
        for number in range(count)
    ]  # fmt: skip
    for start in range(0, count, AT_ONCE):
        with device.durable():
            device.store.put_local(made[start : start + AT_ONCE])


def _add_file(device: Portfolio, number: int, size_bytes: int) -> None:
    begun = b"%PDF-1.7 "
    pieces = [begun, *_random_pieces(size_bytes - len(begun))]
    actions.add_work(device, [Source(f"letter{number}.pdf", iter(pieces))], f"Letter {number}")


def _random_pieces(size_bytes: int) -> Iterator[bytes]:
    while size_bytes > 0:
        yield os.urandom(min(size_bytes, KEPT_BYTES))
        size_bytes -= KEPT_BYTES
