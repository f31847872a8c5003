"""A school that answers what a test told it, for the device's half of a conversation."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from portfolio_app.sealing.school_recovery import RecoveryRequest


@dataclass(slots=True)
class Scripted:
    """A school that gives the answers it was told, in order, and remembers what it was asked.

    An answer is a status, a body and, if need be, headers. `parts` are the Content-Range of the
    next answers to GET, `ranges` what was asked there. With `echo_id` it takes questions of those
    who forgot whenever it was told nothing else.
    """

    address: str
    answers: list[Any] = field(default_factory=list)
    asked: list[tuple[str, str, bytes]] = field(default_factory=list)
    echo_id: bool = False
    parts: list[str] = field(default_factory=list)
    ranges: list[str] = field(default_factory=list)

    def answer(self, body: bytes) -> tuple[int, Any, dict[str, str]]:
        """What to say next."""
        if self.answers:
            status, said, *headers = self.answers.pop(0)
            return status, said, headers[0] if headers else {}
        if not self.echo_id:
            return 500, {}, {}
        asked = RecoveryRequest.from_json(json.loads(body)["request"])
        return 200, {"id": asked.id, "until_ms": 604_800_000, "server_ms": 0}, {}


@contextmanager
def scripted_school() -> Iterator[Scripted]:
    """One on a free port of this machine."""

    class Answering(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def _any(self) -> None:
            body = self.rfile.read(int(self.headers.get("content-length") or 0))
            script.asked.append((self.command, self.path, body))
            status, answer, headers = script.answer(body)
            raw = answer if isinstance(answer, bytes) else json.dumps(answer).encode()
            raw = b"" if status == HTTPStatus.NO_CONTENT else raw
            self.send_response(status)
            self.send_header("content-length", str(len(raw)))
            for name, value in headers.items():
                self.send_header(name, value)
            if self.command == "GET" and self.headers.get("range"):
                script.ranges.append(self.headers["range"])
                if script.parts:
                    self.send_header("content-range", script.parts.pop(0))
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(raw)

        do_POST = do_PUT = do_PATCH = do_GET = do_HEAD = _any  # noqa: N815

        def log_message(self, *_: object) -> None:
            """Nothing on the test's output."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answering)
    script = Scripted(f"http://127.0.0.1:{server.server_address[1]}")
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield script
    finally:
        server.shutdown()
        server.server_close()
