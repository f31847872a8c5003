"""The real server in a process of its own: it stops when told, and a kill loses nothing."""

import base64
import http.client
import json
import random
import signal
import socket
import threading
from collections.abc import Iterator
from contextlib import closing
from typing import Any

import pytest

from portfolio_app.school import app
from sync import wire
from sync.change import Change, Rule
from sync.clock import format_stamp
from tests.processes import LOOPBACK, RunningSchool, portfolio_json, school

ROUNDS = 2


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningSchool]:
    with school(tmp_path_factory.mktemp("process")) as started:
        yield started


def ask(
    running: RunningSchool, method: str, path: str, body: bytes = b"", token: str = ""
) -> tuple[int, bytes]:
    line = http.client.HTTPConnection(LOOPBACK, running.port, timeout=20)
    host = f"{running.host}:{running.port}"
    headers = {"content-type": "application/json", "host": host}
    if token:
        headers["authorization"] = f"Bearer {token}"
    try:
        line.request(method, path, body, headers)
        answer = line.getresponse()
        return answer.status, answer.read()
    finally:
        line.close()


def joined(running: RunningSchool, code: str) -> str:
    body = {"protocol": 1, "code": code, "device": "d",
            "learner": {"name": "Mia", "picture": "fox", "band": "8-10"}}  # fmt: skip
    status, raw = ask(running, "POST", "/v1/join", json.dumps(body).encode())
    assert status == 200
    token: str = json.loads(raw)["token"]
    return token


def change(number: int) -> Change:
    return Change(app.new_id(), "self", f"work{number}", "artifact", "title", Rule.SCALAR,
                  f"Title {number}", format_stamp(1_000_000 + number, 0, "0" * 16))  # fmt: skip


def pushed(running: RunningSchool, token: str, changes: list[Change]) -> Any:
    raw = wire.encode_request(wire.SyncRequest({}, tuple(changes)))
    return ask(running, "POST", "/v1/sync", raw, token)


@pytest.fixture(scope="module")
def code(running: RunningSchool) -> str:
    """The code of a class that is imported while the server runs."""
    roster = running.data.parent / "roster.csv"
    roster.write_text("Name,Class\nOmar Haddad,4B\n", encoding="utf-8")
    portfolio_json("school", "import-roster", str(roster), "--data", str(running.data))
    found = portfolio_json("school", "cards", "--data", str(running.data))
    found_code: str = found["classes"][0]["code"]
    return found_code


def test_a_killed_server_has_everything_that_it_said_it_had(
    running: RunningSchool, code: str
) -> None:
    token = joined(running, code)
    randomness = random.Random(7)
    said: dict[str, str] = {}
    for round_number in range(ROUNDS):
        stop = threading.Event()

        def push(start: int, stop: threading.Event = stop) -> None:
            number = start
            while not stop.is_set():
                changes = [change(number + offset) for offset in range(20)]
                number += 20
                try:
                    status, raw = pushed(running, token, changes)
                except (OSError, http.client.HTTPException):
                    return
                assert status == 200
                reply = wire.decode_reply(raw, {one.id: one for one in changes})
                said.update({one.id: str(one.value) for one in changes if one.id in reply.accepted})

        threads = [
            threading.Thread(target=push, args=(round_number * 100_000 + index * 10_000,))
            for index in range(3)
        ]
        for thread in threads:
            thread.start()
        while len(said) < (round_number + 1) * randomness.randint(60, 200):
            stop.wait(0.01)
            if not any(thread.is_alive() for thread in threads):
                break
        running.stop(signal.SIGKILL)
        stop.set()
        for thread in threads:
            thread.join()
        running.start()
    kept: dict[str, str] = {}
    cursor, more = 0, True
    while more:
        raw = wire.encode_request(wire.SyncRequest({"self": cursor}))
        page = wire.decode_reply(ask(running, "POST", "/v1/sync", raw, token)[1]).pages["self"]
        kept |= {row.change.id: str(row.change.value) for row in page.rows}
        cursor, more = page.cursor, page.more
    assert said
    assert said.items() <= kept.items()
    checked = portfolio_json("school", "check", "--data", str(running.data))
    assert checked["ok"], checked["problems"]


def test_it_stops_when_told_even_with_lines_open(running: RunningSchool) -> None:
    lines = [socket.create_connection((LOOPBACK, running.port)) for _ in range(5)]
    lines[0].sendall(b"GET / HTTP/1.1\r\nHost: loc")
    lines[1].sendall(
        b"PUT /v1/media/self/x HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\nx"
    )
    process = running.process
    assert process is not None
    running.stop()
    assert process.returncode == 0
    for line in lines:
        line.close()
    running.start()


@pytest.mark.parametrize(
    "raw",
    [
        b"GET / HTTP/1.1\r\n\r\n", b"GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
        b"GET http://evil.test/ HTTP/1.1\r\nHost: evil.test\r\n\r\n", b"\x00\x01\x02\r\n\r\n",
        b"GET /" + b"a" * 100_000 + b" HTTP/1.1\r\nHost: localhost\r\n\r\n",
        b"POST /v1/sync HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n",
        b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
        b"GET /v1/health HTTP/1.1\r\nHost: localhost\r\nX: " + b"b" * 200_000 + b"\r\n\r\n",
    ],
    ids=range(8),
)  # fmt: skip
def test_odd_requests_get_no_page_and_no_server_error(running: RunningSchool, raw: bytes) -> None:
    with socket.create_connection((LOOPBACK, running.port), timeout=20) as line:
        try:
            line.sendall(raw)
            line.shutdown(socket.SHUT_WR)
            first = line.recv(1_000)
        except OSError:  # closed in our face, which is an answer too
            first = b""
    assert not first or first.split()[1] in (b"400", b"404", b"414", b"431", b"303", b"307"), first
    assert ask(running, "GET", "/v1/health")[0] == 200


def test_who_asks_anew_is_told_all_that_came_on_a_line_that_went_quiet(
    running: RunningSchool, code: str
) -> None:
    """A device knows first that its line broke; the school still waits on it, for half a minute."""
    token, came = joined(running, code), bytes(300_000)
    name = base64.b64encode(b"a" * 64).decode()
    begin = {"upload-length": "2000000", "upload-metadata": f"sha256 {name}"}
    place = told(running, token, "POST", "/v1/uploads/self", begin)["location"]
    head = (
        f"PATCH {place} HTTP/1.1\r\nHost: {running.host}:{running.port}\r\n"
        f"Authorization: Bearer {token}\r\nContent-Type: application/offset+octet-stream\r\n"
        "Upload-Offset: 0\r\nContent-Length: 1000000\r\n\r\n"
    )
    with socket.create_connection((LOOPBACK, running.port), 20) as quiet:
        quiet.sendall(head.encode() + came)
        # More than once: it may ask before the first byte has arrived.
        asked = [told(running, token, "POST", "/v1/uploads/self", begin) for _ in range(5)]
        assert asked[-1] == {"location": place, "upload-offset": str(len(came))}
        assert quiet.recv(20).startswith(b"HTTP/1.1 408")


def told(
    running: RunningSchool, token: str, method: str, path: str, headers: dict[str, str]
) -> dict[str, str]:
    """What an answer says of an upload."""
    line = http.client.HTTPConnection(LOOPBACK, running.port, timeout=20)
    sent = {"host": f"{running.host}:{running.port}", "authorization": f"Bearer {token}"}
    with closing(line):
        line.request(method, path, b"", headers | sent)
        answer = line.getresponse()
        known = {name.lower(): value for name, value in answer.getheaders()}
        return {name: known[name] for name in ("location", "upload-offset") if name in known}
