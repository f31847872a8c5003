"""Drives `sync.client` over HTTP: join, exchange changes, move media, try again later.

It decides nothing about a portfolio: it hands requests out, hands answers in, and stores each
outcome in one durable step. Nothing it raises or logs holds content.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from http import HTTPStatus
from typing import Any

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
from portfolio_app.student.school_line import (
    TIMEOUT_SECONDS,
    SchoolLine,
    clean_address,
    line_to,
    read_json,
)
from portfolio_app.student.school_way import SchoolWay
from portfolio_app.student.vault.vaults import Vaults
from sync import client, wire
from sync.clock import HybridClock
from sync.errors import PeerError, TooNew

ROUNDS_LIMIT = 10_000
HEALING_LIMIT = 2
CODE_LIMIT = 64
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

    def __init__(
        self,
        portfolio: Portfolio,
        vaults: Vaults | None = None,
        *,
        timeout_seconds: float = TIMEOUT_SECONDS,
    ) -> None:
        """`vaults` holds the portfolio's keys; without it the school is given no way in."""
        self._portfolio = portfolio
        self._way = SchoolWay(portfolio, vaults) if vaults is not None else None
        self._timeout_seconds = timeout_seconds
        self._has_asked_keys = False

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
        if self._way is not None:
            asked["vault"] = self._portfolio.vault.id
        with line_to(address, timeout_seconds=self._timeout_seconds) as line:
            status, raw = line.ask("POST", "/v1/join", json.dumps(asked).encode())
        answer = read_json(raw)
        if status != HTTPStatus.OK:
            raise _join_problem(status, answer)
        school = _school(address, answer)
        with self._portfolio.durable():
            self._portfolio.vault.put_setting(SCHOOL, asdict(school))
            bundles.keep_school_keys(self._portfolio, answer.get("bundle_keys"))
        if self._way is not None:
            self._way.remember(address)
            self._way.take(answer.get("recovery"))

    def exchange(self) -> Exchange:
        """Send what waits and fetch what is new, until there is nothing more either way.

        Raises SchoolUnreachable (nothing is lost; try later) or Refused (this device was signed
        out).
        """
        school = self._portfolio.school
        if school is None:
            raise BadInput("This portfolio belongs to no school yet. Join one first.")
        try:
            with line_to(
                school.address, school.token, timeout_seconds=self._timeout_seconds
            ) as line:
                total = self._exchange_changes(line)
                total = replace(
                    total, media_sent=self._send_media(line), media_got=self._fetch_library(line)
                )
                self._keep_school_way(line, school.address)
                self._keep_bundle_keys(line)
        except (SchoolUnreachable, Refused) as problem:
            self._portfolio.problem = type(problem).__name__
            raise
        self._portfolio.problem = None
        with self._portfolio.durable():
            self._portfolio.vault.put_setting(LAST_EXCHANGE, self._portfolio.world.now_ms())
        return total

    def _keep_school_way(self, line: SchoolLine, address: str) -> None:
        """Now and then: tell the school whose vault this is, and take its key and what it did.

        Work has gone through by now; a school that knows nothing of this changes nothing.
        """
        if self._way is None or not self._way.is_due():
            return
        asked = {"protocol": wire.PROTOCOL, "vault": self._portfolio.vault.id}
        status, raw = line.ask("POST", "/v1/recovery/vault", json.dumps(asked).encode())
        self._way.remember(address)
        if status == HTTPStatus.OK:
            answer = read_json(raw)
            self._way.take(answer)
            self._way.keep_openings(answer.get("openings"))

    def _keep_bundle_keys(self, line: SchoolLine) -> None:
        """Once: ask for the keys of the school's bundles, if this joined before schools told them.

        Without them nothing goes by file on the day there is no network; old schools have none.
        """
        if self._has_asked_keys or self._portfolio.vault.get_setting(bundles.BUNDLE_KEYS):
            return
        self._has_asked_keys = True
        status, raw = line.ask("GET", "/v1/health", None)
        if status == HTTPStatus.OK:
            with self._portfolio.durable():
                bundles.keep_school_keys(self._portfolio, read_json(raw).get("bundle_keys"))

    def _exchange_changes(self, line: SchoolLine) -> Exchange:
        total, healed = Exchange(), 0
        for _ in range(ROUNDS_LIMIT):
            before = len(self._portfolio.store.waiting())
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
            waiting = len(self._portfolio.store.waiting())
            if not (progress.more or progress.damaged or 0 < waiting < before):
                return total
        return total

    def _one_round(self, line: SchoolLine) -> tuple[int, client.Progress]:
        portfolio = self._portfolio
        with portfolio.lock:
            positions = portfolio.store.positions
            request = client.next_request(portfolio.store.waiting(), positions)
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
        calmed = client.restamp(portfolio.store.waiting(), clock, server_ms, progress.newest_stamp)
        if calmed is not None:
            changes, clock = calmed
            portfolio.store.put_restamped(changes)
        self._put_clock(clock)

    def _put_clock(self, clock: HybridClock) -> None:
        self._portfolio.vault.put_setting(CLOCK, {"node": clock.node, "last": clock.last})

    def _send_media(self, line: SchoolLine) -> int:
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

    def _fetch_library(self, line: SchoolLine) -> int:
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
            if status == HTTPStatus.NOT_FOUND:
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


def _check_status(status: int) -> None:
    if status in (HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN):
        raise Refused(
            "The school does not know this device any more. Ask your teacher; your work "
            "is safe here."
        )
    if status == HTTPStatus.UPGRADE_REQUIRED:
        raise Refused("The school speaks a newer language than this app. Update the app.")
    if status in (HTTPStatus.INSUFFICIENT_STORAGE, HTTPStatus.REQUEST_ENTITY_TOO_LARGE):
        raise Refused(
            "The school has no room for a file. Ask your teacher; your work is safe here."
        )
    if status >= HTTPStatus.BAD_REQUEST:
        raise SchoolUnreachable("The school could not take it right now. It will be tried again.")


def _join_problem(status: int, answer: Mapping[str, Any]) -> Exception:
    if status == HTTPStatus.TOO_MANY_REQUESTS:
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
