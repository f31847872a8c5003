"""A school that answers what a test told it, for the device's half of a conversation."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from portfolio_app.sealing.school_recovery import RecoveryRequest


@dataclass(slots=True)
class Scripted:
    """A school that gives the answers it was told, in order, and remembers what it was asked.

    With `echo_id` it takes questions of those who forgot whenever it was told nothing else.
    """

    address: str
    answers: list[tuple[int, Any]] = field(default_factory=list)
    asked: list[tuple[str, str, bytes]] = field(default_factory=list)
    echo_id: bool = False

    def answer(self, body: bytes) -> tuple[int, Any]:
        """What to say next."""
        if self.answers:
            return self.answers.pop(0)
        if not self.echo_id:
            return 500, {}
        asked = RecoveryRequest.from_json(json.loads(body)["request"])
        return 200, {"id": asked.id, "until_ms": 604_800_000, "server_ms": 0}


@contextmanager
def scripted_school() -> Iterator[Scripted]:
    """One on a free port of this machine."""

    class Answering(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def _any(self) -> None:
            body = self.rfile.read(int(self.headers.get("content-length") or 0))
            script.asked.append((self.command, self.path, body))
            status, answer = script.answer(body)
            raw = answer if isinstance(answer, bytes) else json.dumps(answer).encode()
            self.send_response(status)
            self.send_header("content-length", str(len(raw)))
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(raw)

        do_POST = do_PUT = do_GET = do_HEAD = _any  # noqa: N815

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
