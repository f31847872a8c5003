"""Three server processes on one PostgreSQL and one bucket, asked in turn, and killed in between.

They share nothing but the two servers, so whatever one of them answered has to hold at the others.
"""

import base64
import hashlib
import http.client
import itertools
import json
import os
import signal
import threading
import urllib.parse
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psycopg
import pytest

from portfolio_app.school import app
from sync import wire
from sync.change import Change, Rule
from sync.clock import format_stamp
from sync.rows import Row
from tests.processes import LOOPBACK, TEACHER, TEACHER_PASSWORD, RunningSchool, free_port, portfolio
from tests.servers import ObjectStore, Postgres

PROCESSES = 3
WRITERS = 6
BATCHES = 8
BATCH = 5
ANSWER_SECONDS = 30
LINE_BROKE = (OSError, http.client.HTTPException)
NONE: Mapping[str, str] = {}
FORM = "application/x-www-form-urlencoded"


@dataclass
class Front:
    """All processes of one school as devices see them: each request goes to the next one."""

    processes: list[RunningSchool]
    environment: dict[str, str]
    code: str
    turn: Iterator[int] = field(default_factory=itertools.count)

    @property
    def authority(self) -> str:
        return f"{self.processes[0].host}:{self.processes[0].port}"

    def ask(
        self,
        method: str,
        path: str,
        body: Any = b"",
        *,
        at: int | None = None,
        headers: Mapping[str, str] = NONE,
    ) -> tuple[int, Mapping[str, str], bytes]:
        """One request, to process `at` or the next; LINE_BROKE where that one was killed."""
        chosen = self.processes[(next(self.turn) if at is None else at) % len(self.processes)]
        sent = {"content-type": "application/json", **headers, "host": self.authority}
        line = http.client.HTTPConnection(LOOPBACK, chosen.port, timeout=ANSWER_SECONDS)
        with closing(line):
            line.request(method, path, body, sent)
            answer = line.getresponse()
            found = {name.lower(): value for name, value in answer.getheaders()}
            return answer.status, found, answer.read()

    def joined(self) -> dict[str, str]:
        """The header of a new learner's device."""
        body = {"protocol": 1, "code": self.code, "device": "d",
                "learner": {"name": "Mia", "picture": "fox", "band": "8-10"}}  # fmt: skip
        status, _, raw = self.ask("POST", "/v1/join", json.dumps(body).encode())
        assert status == 200, raw
        return {"authorization": f"Bearer {json.loads(raw)['token']}"}

    def push(
        self, device: Mapping[str, str], changes: Sequence[Change], at: int | None = None
    ) -> frozenset[str]:
        """Ids that the school has now; the empty set where it could not be asked."""
        raw = wire.encode_request(wire.SyncRequest({}, tuple(changes)))
        try:
            status, _, answer = self.ask("POST", "/v1/sync", raw, at=at, headers=device)
        except LINE_BROKE:
            return frozenset()
        if status == 503:
            return frozenset()
        assert status == 200, answer
        return frozenset(wire.decode_reply(answer, {one.id: one for one in changes}).accepted)

    def rows_after(
        self, device: Mapping[str, str], cursor: int, at: int | None = None
    ) -> tuple[Row, ...]:
        """One page."""
        raw = wire.encode_request(wire.SyncRequest({"self": cursor}))
        try:
            _, _, answer = self.ask("POST", "/v1/sync", raw, at=at, headers=device)
        except LINE_BROKE:
            return ()
        return wire.decode_reply(answer).pages["self"].rows


def change(name: str) -> Change:
    return Change(app.new_id(), "self", f"work-{name}", "artifact", "title", Rule.SCALAR, name,
                  format_stamp(1_000_000, 0, "0" * 16))  # fmt: skip


@contextmanager
def made(
    folder: Path, postgres_server: Postgres, file_store: ObjectStore,
    programs: Sequence[tuple[str, ...]],
) -> Iterator[Front]:  # fmt: skip
    """A school with one class, and its processes, each with a folder and a port of its own."""
    rows = {"PORTFOLIO_SCHOOL_DATABASE": postgres_server.database()}
    environment = rows | file_store.environment("portfolio")
    ports = [free_port() for _ in programs]
    folders = [folder / str(number) for number in range(len(programs))]
    init = portfolio(
        *("school", "init", "--data", str(folders[0]), "--name", "Hill School", "--json"),
        *("--address", f"http://localhost:{ports[0]}", "--teacher", TEACHER, "--class", "4B"),
        PORTFOLIO_TEACHER_PASSWORD=TEACHER_PASSWORD, **environment,
    )  # fmt: skip
    assert init.returncode == 0, init.stderr
    for other in folders[1:]:
        other.mkdir()
        (other / "school.key").write_bytes((folders[0] / "school.key").read_bytes())
    processes = [
        RunningSchool(
            data, "localhost", port, folder / f"{data.name}.log", environment=environment,
            program=program,
        )
        for data, port, program in zip(folders, ports, programs, strict=True)
    ]  # fmt: skip
    try:
        for process in processes:
            process.begin()
        for process in processes:
            process.wait_until_it_answers()
        yield Front(processes, environment, json.loads(init.stdout)["class"]["code"])
    finally:
        for process in processes:
            process.stop(signal.SIGKILL)


@pytest.fixture(scope="module")
def front(
    tmp_path_factory: pytest.TempPathFactory, postgres_server: Postgres, file_store: ObjectStore
) -> Iterator[Front]:
    folder = tmp_path_factory.mktemp("processes")
    with made(folder, postgres_server, file_store, [("portfolio_app",)] * PROCESSES) as found:
        yield found


@dataclass
class Reader:
    """A device that only reads, page after page from where it is, asking one process after
    another.
    """

    front: Front
    device: Mapping[str, str]
    seen: list[Row] = field(default_factory=list)

    def read(self, at: int | None = None) -> bool:
        """One page; whether it brought anything."""
        cursor = self.seen[-1].sequence if self.seen else 0
        rows = self.front.rows_after(self.device, cursor, at)
        self.seen.extend(rows)
        return bool(rows)

    def check(self, acknowledged: frozenset[str]) -> None:
        """Every row that there is came once and in order, and every acknowledged change is one."""
        sequences = [row.sequence for row in self.seen]
        everything = [row.sequence for row in self.front.rows_after(self.device, 0)]
        assert sequences == everything, "a row was never delivered"
        ids = [row.change.id for row in self.seen]
        assert len(set(ids)) == len(ids), "taken twice"
        assert acknowledged <= set(ids), "acknowledged, and not there"


def test_what_many_push_in_turn_is_there_once_and_in_the_order_of_the_commits(
    front: Front,
) -> None:
    device = front.joined()
    reader = Reader(front, device)
    acknowledged: list[str] = []
    is_done = threading.Event()

    def write(writer: int) -> None:
        for batch in range(BATCHES):
            some = [change(f"{writer}-{batch}-{number}") for number in range(BATCH)]
            while not (taken := front.push(device, some)):
                pass  # killed, or not up again yet: the same again, at the next one
            acknowledged.extend(taken)

    def read() -> None:
        while not is_done.wait(0.01):
            reader.read()

    writers = [threading.Thread(target=write, args=(number,)) for number in range(WRITERS)]
    reading = threading.Thread(target=read)
    for thread in (reading, *writers):
        thread.start()
    victim = front.processes[1]
    while len(acknowledged) < WRITERS * BATCHES * BATCH // 3:
        is_done.wait(0.01)
    victim.stop(signal.SIGKILL)
    for thread in writers:
        thread.join()
    victim.start()
    is_done.set()
    reading.join()
    while reader.read(0):
        pass
    assert len(acknowledged) == WRITERS * BATCHES * BATCH
    assert [row.sequence for row in reader.seen] == list(range(1, len(acknowledged) + 1))
    reader.check(frozenset(acknowledged))
    assert commits_in_feed_order(front) == sorted(commits_in_feed_order(front))


def commits_in_feed_order(front: Front) -> list[Any]:
    """When PostgreSQL committed each row of the longest feed, in the order of its numbers."""
    query = (
        "SELECT pg_xact_commit_timestamp(xmin) FROM changes WHERE scope = ("
        "SELECT scope FROM changes GROUP BY scope ORDER BY count(*) DESC LIMIT 1) ORDER BY sequence"
    )
    with psycopg.connect(front.environment["PORTFOLIO_SCHOOL_DATABASE"]) as connection:
        found = [row[0] for row in connection.execute(query)]
    assert len(set(found)) > WRITERS, "many commits, or the order says nothing"
    return found


def test_the_trap_of_the_feed_is_seen_by_the_same_reader(
    tmp_path: Path, postgres_server: Postgres, file_store: ObjectStore
) -> None:
    """The planted mistake: two processes number by the database's counter and take no turns."""
    gate = tmp_path / "gate"
    careless = "tests.school.careless_school"
    programs = [(careless, str(gate)), (careless, "-")]
    with made(tmp_path, postgres_server, file_store, programs) as front:
        with psycopg.connect(front.environment["PORTFOLIO_SCHOOL_DATABASE"]) as connection:
            connection.execute("CREATE SEQUENCE feed_numbers")
        device = front.joined()
        reader = Reader(front, device)
        slow = threading.Thread(target=front.push, args=(device, [change("slow")], 0))
        slow.start()
        waiting = threading.Event()
        while not (tmp_path / "gate.waits").exists():
            waiting.wait(0.01)
        quick = front.push(device, [change("quick")], 1)
        assert reader.read(1)
        gate.touch()
        slow.join()
        assert not reader.read(1)
        with pytest.raises(AssertionError, match="never delivered"):
            reader.check(quick)


def test_an_upload_begun_at_one_goes_on_at_the_others_whoever_is_killed(front: Front) -> None:
    device = front.joined()
    content = os.urandom(3_500_000)
    sha256 = hashlib.sha256(content).hexdigest()
    named = base64.b64encode(sha256.encode()).decode()
    begun = {"upload-length": str(len(content)), "upload-metadata": f"sha256 {named}",
             "tus-resumable": "1.0.0"}  # fmt: skip
    status, headers, _ = front.ask("POST", "/v1/uploads/self", at=0, headers={**device, **begun})
    assert status == 201
    place, at = headers["location"], 0
    for number, size_bytes in enumerate((400_000, 1_048_576, 700_000)):
        status, headers, _ = send(front, device, place, at, content[at : at + size_bytes], number)
        assert (status, int(headers["upload-offset"])) == (204, at + size_bytes)
        at += size_bytes
    with suppress(*LINE_BROKE):
        send(front, device, place, at, dying(front.processes[2], content[at:]), 2,
             len(content) - at)  # fmt: skip
    status, headers, _ = front.ask("HEAD", place, at=0, headers=device)
    found = int(headers["upload-offset"])
    assert status == 200
    assert at <= found < len(content)
    status, headers, _ = send(front, device, place, found, content[found:], 1)
    assert (status, int(headers["upload-offset"])) == (204, len(content))
    front.processes[2].start()
    for number in range(PROCESSES):
        status, _, kept = front.ask("GET", f"/v1/media/self/{sha256}", at=number, headers=device)
        assert (status, kept) == (200, content)


def send(
    front: Front, device: Mapping[str, str], place: str, at: int, content: Any, process: int,
    size_bytes: int | None = None,
) -> tuple[int, Mapping[str, str], bytes]:  # fmt: skip
    """One PATCH."""
    size = len(content) if size_bytes is None else size_bytes
    headers = {"content-type": "application/offset+octet-stream", "upload-offset": str(at),
               "content-length": str(size)}  # fmt: skip
    return front.ask("PATCH", place, content, at=process, headers={**device, **headers})


def dying(process: RunningSchool, content: bytes) -> Iterator[bytes]:
    """The first half, then the death of whoever reads it."""
    yield content[: len(content) // 2]
    process.stop(signal.SIGKILL)
    yield content[len(content) // 2 :]


def test_who_signs_in_at_one_is_known_and_counted_at_all(front: Front) -> None:
    def sign_in(password: str, at: int) -> tuple[int, Mapping[str, str]]:
        form = urllib.parse.urlencode({"email": TEACHER, "password": password}).encode()
        status, headers, _ = front.ask(
            "POST", "/sign-in", form, at=at,
            headers={"content-type": FORM, "origin": f"http://{front.authority}"},
        )  # fmt: skip
        return status, headers

    status, headers = sign_in(TEACHER_PASSWORD, 0)
    assert status == 303
    cookie = headers["set-cookie"].partition(";")[0]
    for number in range(PROCESSES):
        assert front.ask("GET", "/classes", at=number, headers={"cookie": cookie})[0] == 200
        assert front.ask("GET", "/classes", at=number)[0] == 303
    answers = [sign_in("wrong", number)[0] for number in range(8)]
    assert answers.count(429) >= 2, answers
    assert sign_in(TEACHER_PASSWORD, 1)[0] == 429, "the right one waits as well"


def test_a_device_that_is_closed_out_at_one_is_closed_out_at_all(front: Front) -> None:
    device = front.joined()
    assert front.push(device, [change("before")], 0)
    query = "UPDATE devices SET revoked_ms = 1 WHERE token_hash = %s"
    token = device["authorization"].removeprefix("Bearer ")
    with psycopg.connect(front.environment["PORTFOLIO_SCHOOL_DATABASE"]) as connection:
        connection.execute(query, (hashlib.sha256(token.encode()).hexdigest(),))
    raw = wire.encode_request(wire.SyncRequest({}))
    for number in range(PROCESSES):
        assert front.ask("POST", "/v1/sync", raw, at=number, headers=device)[0] == 401
