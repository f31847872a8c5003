"""Drives `sync.client` over HTTP: join, exchange changes, move media, try again later.

The only home of an HTTP client. It decides nothing about a portfolio: it hands requests out, hands
answers in, and stores each outcome in one durable step. Nothing it raises or logs holds content.
"""

import http.client
import json
import ssl
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from typing import Any
from urllib.parse import urlsplit

from portfolio_app.errors import BadInput, Refused, SchoolUnreachable, TooManyTries, WrongSecret
from portfolio_app.student import bundles
from portfolio_app.student.portfolio import (
    CLOCK,
    CLOCK_FIX,
    LAST_EXCHANGE,
    SCHOOL,
    Portfolio,
    School,
)
from sync import client, wire
from sync.clock import HybridClock
from sync.errors import PeerError, TooNew

TIMEOUT_SECONDS = 15
ROUNDS_LIMIT = 10_000
HEALING_LIMIT = 2
ANSWER_BYTES_LIMIT = wire.REPLY_BYTES_LIMIT
CODE_LIMIT = 64
LOOPBACK = "127.0.0.1"
ADDRESS_LIMIT = 300
_CHUNK_BYTES = 256 * 1024
_DEVICE_NAME = "student app"


@dataclass(frozen=True, slots=True)
class Exchange:
    """What one exchange moved: changes and files, each way, and how many changes were refused."""

    pushed: int = 0
    pulled: int = 0
    media_sent: int = 0
    media_got: int = 0
    refused: int = 0


class Connection:
    """A portfolio's way to its school. Use from one thread at a time; the portfolio may be used
    meanwhile.
    """

    def __init__(self, portfolio: Portfolio, *, timeout_seconds: float = TIMEOUT_SECONDS) -> None:
        self._portfolio = portfolio
        self._timeout_seconds = timeout_seconds

    @property
    def is_joined(self) -> bool:
        """Whether this portfolio belongs to a school."""
        return self._portfolio.school is not None

    def join(self, address: str, code: str) -> None:
        """Join a school with a code from its card; work made before goes too.

        Raises BadInput (an address that is none), WrongSecret (a code that does not fit),
        TooManyTries, Refused, SchoolUnreachable.
        """
        if self.is_joined:
            raise BadInput("This portfolio already belongs to a school.")
        address = clean_address(address)
        card = self._portfolio.learner
        asked = {
            "protocol": wire.PROTOCOL,
            "code": code.strip()[:CODE_LIMIT],
            "device": _DEVICE_NAME,
            "learner": {"name": card.name, "picture": card.picture, "band": card.band},
        }
        with self._line(address) as line:
            status, raw = line.ask("POST", "/v1/join", json.dumps(asked).encode())
        answer = _read_json(raw)
        if status != http.HTTPStatus.OK:
            raise _join_problem(status, answer)
        school = _school(address, answer)
        with self._portfolio.durable():
            self._portfolio.vault.put_setting(SCHOOL, asdict(school))
            bundles.keep_school_keys(self._portfolio, answer.get("bundle_keys"))

    def exchange(self) -> Exchange:
        """Send what waits and fetch what is new, until there is nothing more either way.

        Raises SchoolUnreachable (nothing is lost; try later) or Refused (this device was signed
        out).
        """
        school = self._portfolio.school
        if school is None:
            raise BadInput("This portfolio belongs to no school yet. Join one first.")
        try:
            with self._line(school.address, school.token) as line:
                total = self._exchange_changes(line)
                total = replace(
                    total, media_sent=self._send_media(line), media_got=self._fetch_library(line)
                )
        except (SchoolUnreachable, Refused) as problem:
            self._portfolio.problem = type(problem).__name__
            raise
        self._portfolio.problem = None
        with self._portfolio.durable():
            self._portfolio.vault.put_setting(LAST_EXCHANGE, self._portfolio.world.now_ms())
        return total

    def _exchange_changes(self, line: "_Line") -> Exchange:
        total, healed = Exchange(), 0
        for _ in range(ROUNDS_LIMIT):
            before = len(self._portfolio.store.pending())
            pushed, progress = self._one_round(line)
            total = replace(
                total,
                pushed=total.pushed + pushed,
                pulled=total.pulled + len(progress.confirmed),
                refused=total.refused + len(progress.refused),
            )
            healed += bool(progress.damaged)
            if healed > HEALING_LIMIT:
                raise SchoolUnreachable(
                    "The school's copy and this one disagree. It will be tried again."
                )
            waiting = len(self._portfolio.store.pending())
            if not (progress.more or progress.damaged or 0 < waiting < before):
                return total
        return total

    def _one_round(self, line: "_Line") -> tuple[int, client.Progress]:
        portfolio = self._portfolio
        with portfolio.lock:
            positions = portfolio.store.positions
            request = client.next_request(portfolio.store.pending(), positions)
        sent_ms = portfolio.world.now_ms()
        status, raw = line.ask("POST", "/v1/sync", wire.encode_request(request))
        received_ms = portfolio.world.now_ms()
        _check_status(status)
        try:
            reply = wire.decode_reply(raw, {change.id: change for change in request.changes})
        except TooNew:
            raise Refused(
                "The school speaks a newer language than this app. Update the app."
            ) from None
        except PeerError:
            raise SchoolUnreachable(
                "The school's answer could not be read. It will be tried again."
            ) from None
        with portfolio.durable():
            progress = client.receive(reply, positions, portfolio.store.confirmed)
            portfolio.store.put_progress(progress, portfolio.world.new_id)
            self._set_clock(
                client.clock_fix_ms(sent_ms, received_ms, reply.server_ms),
                reply.server_ms,
                progress,
            )
        return len(request.changes), progress

    def _set_clock(self, fix_ms: int | None, server_ms: int, progress: client.Progress) -> None:
        """Correct our idea of the time, and bring waiting changes back from an impossible
        future.
        """
        portfolio = self._portfolio
        clock = portfolio.clock()
        if progress.newest_stamp:
            clock = clock.observe(progress.newest_stamp)
        if fix_ms is None:  # too slow an answer to tell a wrong clock from a right one
            self._put_clock(clock)
            return
        portfolio.vault.put_setting(CLOCK_FIX, fix_ms)
        calmed = client.restamp(portfolio.store.pending(), clock, server_ms, progress.newest_stamp)
        if calmed is not None:
            changes, clock = calmed
            portfolio.store.put_restamped(changes)
        self._put_clock(clock)

    def _put_clock(self, clock: HybridClock) -> None:
        self._portfolio.vault.put_setting(CLOCK, {"node": clock.node, "last": clock.last})

    def _send_media(self, line: "_Line") -> int:
        portfolio, sent = self._portfolio, 0
        for sha256_hex in portfolio.media_queue.in_order():
            size_bytes = portfolio.media_size_bytes(sha256_hex)
            path = f"/v1/media/self/{sha256_hex}"
            status = line.send_file(path, size_bytes, portfolio.read_media(sha256_hex))
            _check_status(status)
            with portfolio.durable():
                portfolio.media_queue.take(sha256_hex)
            sent += 1
        return sent

    def _fetch_library(self, line: "_Line") -> int:
        portfolio, got = self._portfolio, 0
        with portfolio.lock:
            wanted = {
                (key_scope, view["media"])
                for key_scope, view in portfolio.store.library()
                if isinstance(view.get("media"), str)
            }
        for scope, sha256_hex in sorted(wanted):
            if portfolio.has_media(sha256_hex):
                continue
            status, raw = line.ask("GET", f"/v1/media/{scope}/{sha256_hex}", None)
            if status == http.HTTPStatus.NOT_FOUND:
                continue
            _check_status(status)
            received = portfolio.vault.media.receive([raw])
            if received.sha256_hex != sha256_hex:
                raise SchoolUnreachable(
                    "A file from the school arrived damaged. It will be fetched again."
                )
            with portfolio.durable():
                portfolio.vault.media.keep(received)
            got += 1
        if got:
            portfolio.refresh_catalog()
        return got

    @contextmanager
    def _line(self, address: str, token: str = "") -> Iterator["_Line"]:
        line = _Line(address, token, self._timeout_seconds)
        try:
            yield line
        except (OSError, http.client.HTTPException):
            raise SchoolUnreachable(
                "The school does not answer right now. Your work is safe here."
            ) from None
        finally:
            line.close()


class _Line:
    """One kept-alive HTTP connection to the school."""

    def __init__(self, address: str, token: str, timeout_seconds: float) -> None:
        parts = urlsplit(address)
        host, port = parts.hostname or "", parts.port
        if parts.scheme == "https":
            context = ssl.create_default_context()
            self._http: http.client.HTTPConnection = http.client.HTTPSConnection(
                host, port, timeout=timeout_seconds, context=context
            )
        else:
            # RFC 6761, section 6.3: localhost is this machine, also where no file of hosts says so.
            dialled = LOOPBACK if host == "localhost" else host
            self._http = http.client.HTTPConnection(dialled, port, timeout=timeout_seconds)
        self._prefix = parts.path.rstrip("/")
        self._headers = {"host": parts.netloc}
        if token:
            self._headers["authorization"] = f"Bearer {token}"

    def ask(self, method: str, path: str, body: bytes | None) -> tuple[int, bytes]:
        """One request; (status, body of at most ANSWER_BYTES_LIMIT)."""
        headers = (
            {**self._headers, "content-type": "application/json"}
            if body is not None
            else self._headers
        )
        self._http.request(method, self._prefix + path, body, headers)
        return self._answer()

    def send_file(self, path: str, size_bytes: int, chunks: Iterator[bytes]) -> int:
        """PUT a file piece by piece; the status."""
        headers = {
            **self._headers,
            "content-type": "application/octet-stream",
            "content-length": str(size_bytes),
        }
        self._http.request("PUT", self._prefix + path, chunks, headers)
        return self._answer()[0]

    def close(self) -> None:
        self._http.close()

    def _answer(self) -> tuple[int, bytes]:
        answer = self._http.getresponse()
        raw = answer.read(ANSWER_BYTES_LIMIT + 1)
        if len(raw) > ANSWER_BYTES_LIMIT:
            raise http.client.HTTPException("answer too long")
        return answer.status, raw


def clean_address(address: str) -> str:
    """A school's address as scheme, host and port; raises BadInput with what to do."""
    text = address.strip()
    if "://" not in text:
        text = f"https://{text}"
    try:
        parts = urlsplit(text)
        port_text = f":{parts.port}" if parts.port else ""
        (parts.hostname or "").encode("idna")  # as the network will; an odd name fails here
    except ValueError:
        parts, port_text = urlsplit("https:"), ""
    if (
        parts.scheme not in ("http", "https")
        or not parts.hostname
        or len(text) > ADDRESS_LIMIT
        or parts.query
        or parts.username is not None
        or any(letter.isspace() or not letter.isprintable() for letter in text)
    ):
        raise BadInput(
            "That is not the address of a school. It looks like https://portfolio.example.org."
        )
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    if parts.scheme == "http" and not _is_this_machine(parts.hostname):
        raise BadInput(
            "The school's address must begin with https://, so that nobody can listen in."
        )
    return f"{parts.scheme}://{host}{port_text}{parts.path.rstrip('/')}"


def _is_this_machine(host: str) -> bool:
    return host in ("localhost", "127.0.0.1", "::1")


def _check_status(status: int) -> None:
    if status in (http.HTTPStatus.UNAUTHORIZED, http.HTTPStatus.FORBIDDEN):
        raise Refused(
            "The school does not know this device any more. Ask your teacher; your work "
            "is safe here."
        )
    if status == http.HTTPStatus.UPGRADE_REQUIRED:
        raise Refused("The school speaks a newer language than this app. Update the app.")
    if status in (http.HTTPStatus.INSUFFICIENT_STORAGE, http.HTTPStatus.REQUEST_ENTITY_TOO_LARGE):
        raise Refused(
            "The school has no room for a file. Ask your teacher; your work is safe here."
        )
    if status >= http.HTTPStatus.BAD_REQUEST:
        raise SchoolUnreachable("The school could not take it right now. It will be tried again.")


def _read_json(raw: bytes) -> Mapping[str, Any]:
    try:
        answer = json.loads(raw)
    except (ValueError, RecursionError):
        answer = None
    return answer if isinstance(answer, dict) else {}


def _join_problem(status: int, answer: Mapping[str, Any]) -> Exception:
    if status == http.HTTPStatus.TOO_MANY_REQUESTS:
        wait_seconds = answer.get("wait_seconds")
        seconds = wait_seconds if isinstance(wait_seconds, int) else 60
        return TooManyTries(
            f"Too many tries. Wait {seconds} seconds, then type the code again.", seconds
        )
    if answer.get("reason") == "code_over":
        return WrongSecret("That code is over. Ask your teacher for a new one.")
    if answer.get("reason") == "wrong_code":
        return WrongSecret("That code does not fit. Look at the card again, or ask your teacher.")
    return Refused("The school did not let this device in. Ask your teacher.")


def _school(address: str, answer: Mapping[str, Any]) -> School:
    token, learner_id, name = answer.get("token"), answer.get("learner_id"), answer.get("school")
    if not (isinstance(token, str) and isinstance(learner_id, str) and isinstance(name, str)):
        raise SchoolUnreachable("The school's answer could not be read. Try again later.")
    public = answer.get("address")
    return School(
        address,
        name[:200],
        learner_id,
        token,
        public if isinstance(public, str) and public else address,
    )
