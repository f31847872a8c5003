"""The demo's own page: the story in seven steps, the sign-ins, and the switch of the school server.

A server of the standard library on this machine only. Any page in the same browser can send
requests to it, so it asks what the student app's server asks: our host, our origin, and the launch
key. GET changes nothing. Nothing about portfolios may enter here.
"""

import hmac
import json
import logging
import sys
import threading
from collections.abc import Callable, Mapping
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Protocol
from urllib.parse import parse_qs, urlsplit

from portfolio_app.errors import PortfolioError
from portfolio_app.student.local_guard import cookies_named

log = logging.getLogger(__name__)

HOST = "127.0.0.1"
COOKIE = "portfolio_stage"
KEY_PARAMETER = "key"
SWITCH_PATH = "/school"
BODY_BYTES_LIMIT = 1024
LINE_WAIT_SECONDS = 30
POLL_SECONDS = 0.1

CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self';"
    " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_HEADERS = (
    ("Content-Security-Policy", CSP),
    ("X-Content-Type-Options", "nosniff"),
    ("X-Frame-Options", "DENY"),
    # Not no-referrer: a browser would then name the origin of our own form "null".
    ("Referrer-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cache-Control", "no-store"),
)
_REFUSED_WORDS = (
    b"This page belongs to a demo on this computer. Open it with the address that the demo printed."
)
_FORM = "application/x-www-form-urlencoded"
_JSON = "application/json"


class Switch(Protocol):
    """What the switch moves: the school's real process, or a stand-in for it in a test."""

    @property
    def is_running(self) -> bool:
        """Whether the process is there."""

    def start(self) -> None:
        """Start the process."""

    def wait_until_up(self) -> None:
        """Return when it answers."""

    def stop(self) -> None:
        """Return when it is gone."""


class Stage:
    """The page's server. It answers from `start` to `stop`, in threads of its own."""

    def __init__(
        self,
        school: Switch,
        key: str,
        page: Callable[[bool], bytes],
        files: Mapping[str, tuple[str, bytes]],
        *,
        port: int = 0,
    ) -> None:
        """`page` makes the HTML for a school on or off; `files` are path -> (type, bytes)."""
        self._school = school
        self.key = key
        self._page = page
        self.files = files
        self._turn = threading.Lock()
        self._server = _Server((HOST, port), self)
        self.port: int = self._server.server_address[1]

    @property
    def host(self) -> str:
        """The only Host header that is answered."""
        return f"{HOST}:{self.port}"

    @property
    def address(self) -> str:
        """The address to open, with the key."""
        return f"http://{self.host}/?{KEY_PARAMETER}={self.key}"

    def start(self) -> None:
        """Begin to answer."""
        threading.Thread(
            target=self._server.serve_forever, args=(POLL_SECONDS,), name="stage", daemon=True
        ).start()

    def stop(self) -> None:
        """Stop answering."""
        self._server.shutdown()
        self._server.server_close()

    def page(self) -> bytes:
        """The page as it is now."""
        return self._page(self.is_on)

    @property
    def is_on(self) -> bool:
        """Whether the school's process runs."""
        return self._school.is_running

    def turn(self, *, on: bool) -> bool:
        """Start or stop the school and wait until it answers or is gone; whether it runs now."""
        with self._turn:
            if on:
                self._school.start()
                self._school.wait_until_up()
            else:
                self._school.stop()
            return self._school.is_running


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, address: tuple[str, int], stage: Stage) -> None:
        self.stage = stage
        super().__init__(address, _Visit)

    def handle_error(self, request: object, client_address: object) -> None:
        """A visitor who hangs up is no news; of anything else, what it is and no content."""
        problem = sys.exc_info()[1]
        if not isinstance(problem, ConnectionError | TimeoutError):
            log.error("The demo's page could not answer: %s", type(problem).__name__)


class _Visit(BaseHTTPRequestHandler):
    """One request."""

    server: _Server
    timeout = LINE_WAIT_SECONDS
    protocol_version = "HTTP/1.1"
    server_version = "portfolio"
    sys_version = ""

    def do_GET(self) -> None:
        stage, parts = self.server.stage, urlsplit(self.path)
        if not self._is_our_host():
            self._refuse()
        elif parts.path == "/" and self._fits(parse_qs(parts.query).get(KEY_PARAMETER, [""])[0]):
            self._welcome()
        elif not self._has_cookie():
            self._refuse()
        elif parts.path == "/":
            self._answer(HTTPStatus.OK, "text/html; charset=utf-8", stage.page())
        elif parts.path == SWITCH_PATH:
            self._answer_json(HTTPStatus.OK, {"on": stage.is_on})
        elif parts.path in stage.files:
            self._answer(HTTPStatus.OK, *stage.files[parts.path])
        else:
            self._answer(HTTPStatus.NOT_FOUND, "text/plain", b"There is no such page here.")

    def do_POST(self) -> None:
        # A browser names the origin of every POST; a script that holds the key can name it as well.
        is_ours = self.headers.get("Origin") == f"http://{self.server.stage.host}"
        if not (self._is_our_host() and is_ours and self._has_cookie()):
            self._refuse()
            return
        wanted = self._read_wanted()
        if urlsplit(self.path).path != SWITCH_PATH or wanted is None:
            self.close_connection = True
            self._answer_json(
                HTTPStatus.BAD_REQUEST,
                {"problem": 'Send {"on": true} or {"on": false} to /school.'},
            )
            return
        try:
            is_on = self.server.stage.turn(on=wanted)
        except PortfolioError as problem:
            self._answer_json(
                HTTPStatus.SERVICE_UNAVAILABLE, {"on": False, "problem": str(problem)}
            )
            return
        if self._content_type() == _FORM:
            self._answer(HTTPStatus.SEE_OTHER, "text/plain", b"", ("Location", "/"))
        else:
            self._answer_json(HTTPStatus.OK, {"on": is_on})

    def log_message(self, format: str, *arguments: object) -> None:
        """Keep no log: request lines may carry the key."""

    def _read_wanted(self) -> bool | None:
        length = self.headers.get("Content-Length", "")
        if not (length.isascii() and length.isdecimal()) or int(length) > BODY_BYTES_LIMIT:
            return None
        raw = self.rfile.read(int(length))
        if self._content_type() == _FORM:
            return {b"on=true": True, b"on=false": False}.get(raw)
        try:
            body = json.loads(raw) if self._content_type() == _JSON else None
        except (ValueError, RecursionError):
            return None
        wanted = body.get("on") if isinstance(body, dict) else None
        return wanted if isinstance(wanted, bool) else None

    def _content_type(self) -> str:
        return self.headers.get("Content-Type", "").partition(";")[0].strip().lower()

    def _is_our_host(self) -> bool:
        return self.headers.get("Host") == self.server.stage.host

    def _has_cookie(self) -> bool:
        return any(map(self._fits, cookies_named(COOKIE, self.headers.get("Cookie", ""))))

    def _fits(self, given: str) -> bool:
        return hmac.compare_digest(given.encode(), self.server.stage.key.encode())

    def _welcome(self) -> None:
        """Trade the key in the address for a cookie, so that it stays in no history."""
        cookie = f"{COOKIE}={self.server.stage.key}; HttpOnly; SameSite=Strict; Path=/"
        self._answer(
            HTTPStatus.SEE_OTHER, "text/plain", b"", ("Location", "/"), ("Set-Cookie", cookie)
        )

    def _refuse(self) -> None:
        self.close_connection = True
        self._answer(HTTPStatus.FORBIDDEN, "text/plain", _REFUSED_WORDS)

    def _answer_json(self, status: HTTPStatus, body: Mapping[str, object]) -> None:
        self._answer(status, _JSON, json.dumps(body).encode())

    def _answer(self, status: HTTPStatus, kind: str, body: bytes, *more: tuple[str, str]) -> None:
        self.send_response(status)
        for name, value in (
            *_HEADERS,
            *more,
            ("Content-Type", kind),
            ("Content-Length", str(len(body))),
        ):
            self.send_header(name, value)
        if self.close_connection:
            self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(body)
