"""What a school server bears: a thousand devices at once, and how large its file grows.

The devices run in a process of their own on the same two cores, over TLS, each with a connection of
its own: ten changes up and fifty down in one request, all at the same moment. Run it while nobody
else works: pytest -m benchmark tests/benchmarks/test_school_load.py -s
"""

import json
import os
import secrets
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from portfolio_app.model.people import LearnerId, PersonId, learner_scope
from portfolio_app.school import accounts, app, setup, writing
from portfolio_app.school.database import access, people
from portfolio_app.school.database.access import Device
from portfolio_app.school.database.people import Person
from portfolio_app.school.settings import SchoolSettings
from portfolio_app.school.wiring import School
from sync import wire
from sync.change import Change, Rule
from sync.clock import format_stamp
from tests.benchmarks.words import sentence
from tests.processes import free_port

DEVICES = int(os.environ.get("PORTFOLIO_DEVICES", "1000"))
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
            changes = tuple(change(number, node) for number in range(start, start + CHANGES))
            payload_bytes += sum(len(str(one.value)) for one in changes)
            requests.append((learner, wire.encode_request(wire.SyncRequest({}, changes))))
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
    port = free_port()
    address = f"https://localhost:{port}"
    school = made_school(tmp_path / "school", address)
    who = with_devices(school, DEVICES)
    jobs = []
    for node, (learner, token) in enumerate(who):
        old = tuple(change(number, node) for number in range(DOWN))
        writing.exchange(school.database, learner, wire.SyncRequest({}, old), BEGIN_MS * 2)
        new = tuple(change(1000 + number, node) for number in range(UP))
        body = wire.encode_request(wire.SyncRequest({"self": 0}, new)).decode()
        jobs.append({"token": token, "body": body})
    school.database.close()
    (tmp_path / "jobs.json").write_text(json.dumps(jobs), encoding="utf-8")
    certificate, key = tmp_path / "cert.pem", tmp_path / "key.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256",
         "-nodes", "-keyout", key, "-out", certificate, "-days", "2", "-subj", "/CN=localhost"],
        check=True, capture_output=True,
    )  # fmt: skip
    server = subprocess.Popen(
        [sys.executable, "-m", "portfolio_app", "school", "serve", "--port", str(port), "--data",
         tmp_path / "school", "--tls-cert", certificate, "--tls-key", key],
        stdout=subprocess.PIPE, stdin=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        assert server.stdout is not None
        assert server.stdout.readline()
        done = subprocess.run(
            [sys.executable, "-m", "tests.benchmarks.devices", str(port), tmp_path / "jobs.json"],
            check=True, capture_output=True, text=True, timeout=280,
        )  # fmt: skip
    finally:
        server.terminate()
        server.wait(20)
    found = json.loads(done.stdout)
    print(f"{DEVICES} devices, {UP} up and {DOWN} down, TLS: {found}")  # noqa: T201
    assert found["answered"] == DEVICES
    assert found["rows"] == DEVICES * (UP + DOWN)
    assert found["seconds"] <= WALL_SECONDS
    assert found["server_peak_mb"] <= MEMORY_MB
    assert learner_scope(who[0][0]).startswith("p/")
