"""What a school server bears: a thousand devices at once, and how large its file grows.

The devices run in a process of their own on the same two cores, over TLS, each with a connection of
its own: ten changes up and fifty down in one request, all at the same moment; in turn with the same
load on a server that only parses and stores. Run it while nobody else works:
pytest -m benchmark tests/benchmarks/test_school_load.py -s
"""

import json
import os
import secrets
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from portfolio_app.model.people import LearnerId, PersonId
from portfolio_app.school import accounts, app, setup, writing
from portfolio_app.school.database import access, people
from portfolio_app.school.database.access import Device
from portfolio_app.school.database.people import Person
from portfolio_app.school.settings import SchoolSettings
from portfolio_app.school.wiring import School
from sync import change as changes
from sync import wire
from sync.change import Change, Rule
from sync.clock import format_stamp
from tests.benchmarks.bare_server import Store
from tests.benchmarks.serving import serving
from tests.benchmarks.words import sentence
from tests.processes import free_port

DEVICES = int(os.environ.get("PORTFOLIO_DEVICES", "1000"))
ROUNDS = int(os.environ.get("PORTFOLIO_ROUNDS", "3"))
UP, DOWN = 10, 50
CHANGES = 500
WALL_SECONDS = 15
MEMORY_MB = 300
SIZE_RATIO = 2.5
BEGIN_MS = 1_790_000_000_000


def change(number: int, node: int) -> Change:
    """A reflection of about a kilobyte of words."""
    words = sentence(number, 160)
    return Change(secrets.token_hex(16), "self", f"thought{number}", "reflection", "words",
                  Rule.TEXT, words, format_stamp(BEGIN_MS + number, 0, f"{node:016x}"))  # fmt: skip


def made_school(data: Path, address: str) -> School:
    setup.make_school(data, {}, name="Hill School", address=address, now_ms=BEGIN_MS)
    return app.open_school(SchoolSettings(data, address), {})


def with_devices(school: School, count: int) -> list[tuple[LearnerId, str]]:
    """So many learners with a device each: (learner, token)."""
    made = [(LearnerId(app.new_id()), app.new_token()) for _ in range(count)]

    def enrol(transaction: Any) -> None:
        for learner, token in made:
            person = Person(PersonId(learner), people.LEARNER, "Mia", "Chen", "fox", "8-10")
            people.add_learner(transaction, person, BEGIN_MS)
            device = Device(app.new_id(), learner, "none", "tablet", BEGIN_MS, None, None)
            access.add_device(transaction, device, accounts.token_hash(token))

    school.database.write(enrol)
    return made


@pytest.mark.benchmark
def test_the_file_is_small(tmp_path: Path) -> None:
    school = made_school(tmp_path / "school", "http://localhost")
    payload_bytes, requests = 0, []
    for node, (learner, _) in enumerate(with_devices(school, 10)):
        for start in range(0, 1000, CHANGES):
            some = tuple(change(number, node) for number in range(start, start + CHANGES))
            payload_bytes += sum(len(str(one.value)) for one in some)
            requests.append((learner, wire.encode_request(wire.SyncRequest({}, some))))
    started = time.process_time()
    for learner, raw in requests:
        asked = wire.decode_request(raw)
        reply = writing.exchange(school.database, learner, asked, BEGIN_MS * 2)
        wire.encode_reply(reply, {one.id: one for one in asked.changes})
        assert len(reply.accepted) == CHANGES
    seconds = time.process_time() - started
    school.database.close()
    file_bytes = (tmp_path / "school" / "school.sqlite").stat().st_size
    ratio = file_bytes / payload_bytes
    print(f"10,000 records of {payload_bytes / 1e4:.0f} B: file {ratio:.2f} x the payload,"  # noqa: T201
          f" {seconds / 10:.3f} CPU s per 1,000")  # fmt: skip
    assert ratio <= SIZE_RATIO


@pytest.mark.benchmark
def test_a_thousand_devices_at_once(tmp_path: Path) -> None:
    port, bare_port = free_port(), free_port()
    school = made_school(tmp_path / "school", f"https://localhost:{port}")
    who = with_devices(school, DEVICES)
    bare = Store(tmp_path / "bare.sqlite")
    for node, (learner, token) in enumerate(who):
        old = tuple(change(number, node) for number in range(DOWN))
        writing.exchange(school.database, learner, wire.SyncRequest({}, old), BEGIN_MS * 2)
        bare.take(f"Bearer {token}", [changes.to_json(one) for one in old])
    school.database.close()
    bare.close()
    tls = certificate_in(tmp_path)
    served = ["-m", "portfolio_app", "school", "serve", "--port", port, "--data",
              tmp_path / "school", "--tls-cert", tls[0], "--tls-key", tls[1]]  # fmt: skip
    stored = ["-m", "tests.benchmarks.bare_server", bare_port, tmp_path / "bare.sqlite", *tls]
    found: list[tuple[Any, Any]] = []
    with serving(port, served) as product_pid, serving(bare_port, stored) as bare_pid:
        for turn in range(ROUNDS):
            jobs = tmp_path / "jobs.json"
            jobs.write_text(json.dumps(jobs_of(who, turn)), encoding="utf-8")
            found.append((storm(port, jobs, product_pid), storm(bare_port, jobs, bare_pid)))
            print(f"\n{DEVICES} devices, {UP} up and {DOWN} down, TLS: {found[-1][0]}"  # noqa: T201
                  f"\nonly parsed and stored: {found[-1][1]}")  # fmt: skip
    ours, theirs = ([pair[at]["seconds"] for pair in found] for at in (0, 1))
    ratio = statistics.median(one / other for one, other in zip(ours, theirs, strict=True))
    print(f"median of {ROUNDS}: {statistics.median(ours)} s, {ratio:.2f} x only parsing and"  # noqa: T201
          f" storing; load of the machine {os.getloadavg()[0]:.1f}")  # fmt: skip
    for one, _ in found:
        assert one["answered"] == DEVICES
        assert one["rows"] == DEVICES * (UP + DOWN)
        assert one["server_peak_mb"] <= MEMORY_MB
    assert statistics.median(ours) <= WALL_SECONDS


def jobs_of(who: Sequence[tuple[LearnerId, str]], turn: int) -> list[dict[str, str]]:
    """A request for each device: so many new changes, from where the last fifty begin."""
    jobs = []
    for node, (_, token) in enumerate(who):
        new = tuple(change(1000 + turn * UP + number, node) for number in range(UP))
        body = wire.encode_request(wire.SyncRequest({"self": turn * UP}, new)).decode()
        jobs.append({"token": token, "body": body})
    return jobs


def storm(port: int, jobs: Path, server_pid: int) -> Any:
    """All devices at once, in a process of their own; what they saw."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.devices", str(port), jobs, str(server_pid)],
        check=True, stdout=subprocess.PIPE, text=True, timeout=280,
    )  # fmt: skip
    return json.loads(done.stdout)


def certificate_in(folder: Path) -> tuple[Path, Path]:
    """A certificate for this machine, and its key."""
    certificate, key = folder / "cert.pem", folder / "key.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256",
         "-nodes", "-keyout", key, "-out", certificate, "-days", "2", "-subj", "/CN=localhost"],
        check=True, capture_output=True,
    )  # fmt: skip
    return certificate, key
