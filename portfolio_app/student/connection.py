"""Drives `sync.client` over HTTP: join, exchange changes, move media, try again later.

It decides nothing about a portfolio: it hands requests out, hands answers in, and stores each
outcome in one durable step. Nothing it raises or logs holds content.
"""

import json
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from http import HTTPStatus
from typing import Any

from portfolio_app.errors import (
    BadInput,
    NotFound,
    Refused,
    SchoolUnreachable,
    TooManyTries,
    WrongSecret,
)
from portfolio_app.student import bundles, clocks, erasure, file_fetching
from portfolio_app.student.deletions import store_progress
from portfolio_app.student.file_sending import Sent, Watch, confirm_files, send_files
from portfolio_app.student.portfolio import (
    ANY_NETWORK,
    LAST_EXCHANGE,
    SCHOOL,
    Portfolio,
    School,
)
from portfolio_app.student.school_line import (
    TIMEOUT_SECONDS,
    SchoolLine,
    check_status,
    clean_address,
    line_to,
    read_card,
    read_json,
)
from portfolio_app.student.school_way import SchoolWay
from portfolio_app.student.undisturbed import undisturbed
from portfolio_app.student.vault.vaults import Vaults
from sync import client, wire
from sync.change import Change
from sync.errors import PeerError, TooNew

ROUNDS_LIMIT = 10_000
HEALING_LIMIT = 2
CODE_LIMIT = 64
NAMES_FILES = ("file", "library")
"""Kinds of record that name files which are shown without being asked for."""

_DEVICE_NAME = "student app"


@dataclass(frozen=True, slots=True)
class Exchange:
    """What one exchange moved: changes and files, each way, and how many changes were refused.

    `media_held_back`: large files that wait for a better connection.
    """

    pushed: int = 0
    pulled: int = 0
    media_sent: int = 0
    media_got: int = 0
    refused: int = 0
    media_held_back: int = 0


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
        self._vaults = vaults
        self._way = SchoolWay(portfolio, vaults) if vaults is not None else None
        self._timeout_seconds = timeout_seconds
        self._has_asked_keys = False

    @property
    def is_joined(self) -> bool:
        """Whether this portfolio belongs to a school."""
        return self._portfolio.school is not None or erasure.is_under_way(self._portfolio)

    def join(self, address: str, code: str) -> None:
        """Join a school with a code from its card; work made before goes too.

        Raises BadInput (an address that is none), WrongSecret (a code that does not fit),
        TooManyTries, Refused, SchoolUnreachable.
        """
        if self.is_joined:
            raise BadInput("This portfolio already belongs to a school.")
        address, code = read_card(address, code)
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

    def exchange(
        self,
        *,
        metered: bool = False,
        with_large: bool | None = None,
        watch: Watch | None = None,
    ) -> Exchange:
        """Send what waits and fetch what is new, until there is nothing more either way.

        `metered`: this connection costs money; large files then wait if the portfolio says so.
        `with_large` decides for this once; `watch` sees large files go. Raises SchoolUnreachable
        (nothing is lost; try later), Refused (this device was signed out, or a file is not taken),
        LearnerErased.
        """
        portfolio = self._portfolio
        self._finish_erasing()
        school = portfolio.school
        if school is None:
            raise BadInput("This portfolio belongs to no school yet. Join one first.")
        if with_large is None:
            with_large = not metered or portfolio.large_files == ANY_NETWORK
        try:
            with line_to(
                school.addresses, school.token, timeout_seconds=self._timeout_seconds
            ) as line:
                total, sent = self._send(line, with_large=with_large, watch=watch)
                total = replace(total, media_got=self._fetch_files(line))
                confirm_files(line, portfolio)
                self._keep_school_way(line, school.address)
                self._keep_bundle_keys(line)
        except (SchoolUnreachable, Refused) as problem:
            portfolio.problem = type(problem).__name__
            raise
        portfolio.problem = type(sent.problem).__name__ if sent.problem else None
        with portfolio.durable():
            portfolio.vault.put_setting(LAST_EXCHANGE, portfolio.world.now_ms())
        if sent.problem:
            raise sent.problem
        return total

    def _send(
        self, line: SchoolLine, *, with_large: bool, watch: Watch | None
    ) -> tuple[Exchange, Sent]:
        """Changes, then files; changes that are made meanwhile go before the next piece."""
        total, files, sent = Exchange(), 0, Sent(has_words=True)
        for _ in range(ROUNDS_LIMIT):
            if not sent.has_words:
                break
            moved = self._exchange_changes(line)
            sent = send_files(line, self._portfolio, with_large=with_large, watch=watch)
            files += sent.files
            total = replace(
                total,
                pushed=total.pushed + moved.pushed,
                pulled=total.pulled + moved.pulled,
                refused=total.refused + moved.refused,
                media_sent=files,
                media_held_back=sent.held_back,
            )
        return total, sent

    def fetch(self, sha256_hex: str, *, again: bool = False) -> None:
        """Bring one of the learner's own files here; one that is here already is left alone.

        `again`: what is here cannot be read, so it is replaced. Raises NotFound (the school does
        not have it), SchoolUnreachable, Refused, StorageFull.
        """
        portfolio, school = self._portfolio, self._portfolio.school
        if portfolio.has_media(sha256_hex) and not again:
            portfolio.room.note_used(sha256_hex)
            return
        if school is None:
            raise NotFound("That file is not on this device, and there is no school to ask.")
        with line_to(school.addresses, school.token, timeout_seconds=self._timeout_seconds) as line:
            if again and line.size_of(f"/v1/media/self/{sha256_hex}")[0] == HTTPStatus.OK:
                with portfolio.durable():
                    portfolio.vault.media.drop([sha256_hex])
                portfolio.vault.media.clear_leftovers()
            file_fetching.fetch(line, portfolio, file_fetching.OWN, sha256_hex)

    def _fetch_files(self, line: SchoolLine) -> int:
        """What classes share and what the gallery shows first, where anything of it can be new."""
        portfolio = self._portfolio
        if not portfolio.room.may_lack_shown:
            return 0
        classes = file_fetching.fetch_all(line, portfolio, file_fetching.of_classes(portfolio))
        if classes.got:
            portfolio.refresh_catalog()
        shown = file_fetching.fetch_all(line, portfolio, file_fetching.shown_first(portfolio))
        portfolio.room.may_lack_shown = bool(classes.missing or shown.missing)
        return classes.got + shown.got

    def _finish_erasing(self) -> None:
        if erasure.is_under_way(self._portfolio):
            erasure.finish(self._portfolio, self._vaults, timeout_seconds=self._timeout_seconds)

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
        """Once: ask for the keys of the school's bundles, if this joined before schools told them,
        or before they said whether they take what somebody leaves behind.

        Without them nothing goes by file on the day there is no network; old schools have none.
        """
        known = self._portfolio.vault.get_setting(bundles.BUNDLE_KEYS) or {}
        if self._has_asked_keys or known.get("left"):
            return
        self._has_asked_keys = True
        status, raw = line.ask("GET", "/v1/health", None)
        if status == HTTPStatus.OK:
            told = read_json(raw)
            with self._portfolio.durable():
                bundles.keep_school_keys(self._portfolio, told.get("bundle_keys"))
                self._keep_lan_address(told.get("lan"))

    def _keep_lan_address(self, told: object) -> None:
        """Where the school is on its own network, as it told over a line that is trusted."""
        school, address = self._portfolio.school, _lan_address(told)
        if school is not None and address and address != school.lan_address:
            kept = replace(school, lan_address=address)
            self._portfolio.vault.put_setting(SCHOOL, asdict(kept))

    def _exchange_changes(self, line: SchoolLine) -> Exchange:
        total, healed = Exchange(), 0
        for _ in range(ROUNDS_LIMIT):
            before = len(self._portfolio.store.waiting())
            pushed, progress = self._one_round(line)
            if any(kind in NAMES_FILES for kind, _ in progress.confirmed.values()):
                self._portfolio.room.may_lack_shown = True
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
        with undisturbed(), portfolio.lock:
            positions = portfolio.store.positions
            request = client.next_request(portfolio.store.waiting(), positions)
            body = wire.encode_request(request)
        sent_ms = portfolio.world.now_ms()
        status, raw = line.ask("POST", "/v1/sync", body)
        received_ms = portfolio.world.now_ms()
        check_status(status)
        with undisturbed():
            reply = self._read(raw, request)
        if reply.erased is not None and portfolio.school is not None:
            erasure.begin(portfolio, portfolio.school, reply.erased)
            self._finish_erasing()
        with undisturbed(), portfolio.durable():
            progress = client.receive(reply, positions, portfolio.store.load(reply))
            has_deleted = store_progress(portfolio, progress, request.changes)
            fix_ms = client.clock_fix_ms(sent_ms, received_ms, reply.server_ms)
            self._set_clock(fix_ms, reply.server_ms, progress)
        if has_deleted:
            portfolio.finish_deleting()
            portfolio.refresh_catalog()
        return len(request.changes), progress

    def _read(self, raw: bytes, request: wire.SyncRequest) -> wire.SyncReply:
        """The answer to a request; raises Refused or SchoolUnreachable for what is none."""
        school = self._portfolio.school
        try:
            own = {change.id: change for change in request.changes}
            return wire.decode_reply(raw, own, school.learner_id if school is not None else "")
        except TooNew:
            raise Refused(
                "The school speaks a newer language than this app. Update the app."
            ) from None
        except PeerError:
            raise SchoolUnreachable(
                "The school's answer could not be read. It will be tried again."
            ) from None

    def _set_clock(self, fix_ms: int | None, server_ms: int, progress: client.Progress) -> None:
        """Correct our idea of the time, and bring waiting changes back from an impossible
        future.
        """
        portfolio = self._portfolio
        clock = portfolio.clock()
        if progress.newest_stamp:
            clock = clock.observe(progress.newest_stamp)
        if fix_ms is None:  # too slow an answer to tell a wrong clock from a right one
            portfolio.keep_clock(clock)
            return
        clocks.keep_fix(portfolio.vault, fix_ms)
        pending: Sequence[Change] = portfolio.store.waiting()
        if refused := [change for change, _ in portfolio.store.refused()]:
            # They are shown until somebody decides: what was written after them must stay on top.
            pending = sorted([*refused, *pending], key=lambda change: change.stamp)
        calmed = client.restamp(pending, clock, server_ms, progress.newest_stamp)
        if calmed is not None:
            changes, clock = calmed
            portfolio.store.put_restamped(changes)
        portfolio.keep_clock(clock)


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
        public if isinstance(public, str) and public else address.partition("#")[0],
        _lan_address(answer.get("lan")),
    )


def _lan_address(told: object) -> str:
    """An address with a key, or ""."""
    with suppress(BadInput):
        address = clean_address(told) if isinstance(told, str) else ""
        return address if "#" in address else ""
    return ""
