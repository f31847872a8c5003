"""The device's half of asking a school to let a learner in again who forgot everything.

The layouts are docs/formats/recovery.md. A locked vault has no session and does not tell its
school: the address comes from the class card or from what the device as a whole knows. The private
half of a question never leaves the device keeper and this memory. Screens do not enter here.
"""

import contextlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any

from portfolio_app.errors import (
    BadInput,
    NotFound,
    Refused,
    SchoolUnreachable,
    StorageFull,
    StoreDamaged,
    TooManyTries,
    WrongSecret,
)
from portfolio_app.sealing.envelope import SealBroken
from portfolio_app.sealing.hpke import HPKE_KEY_SIZE_BYTES, public_key_of
from portfolio_app.sealing.recovery_texts import question_text, read_answer
from portfolio_app.sealing.school_recovery import (
    BOX_SIZE_BYTES,
    RecoveryQuestion,
    RecoveryRequest,
    comparison_of,
    open_answer,
)
from portfolio_app.student.portfolio import World
from portfolio_app.student.school_line import (
    TIMEOUT_SECONDS,
    clean_address,
    line_to,
    read_card,
    read_json,
)
from portfolio_app.student.school_way import known_schools
from portfolio_app.student.vault.slots import SchoolAnswer
from portfolio_app.student.vault.vaults import Vaults
from sync import wire

ASK_AGAIN_SECONDS = 3
QUESTION_LIFE_MS = 7 * 24 * 3600 * 1000
_DEVICE_NAME = "student app"
_KEPT_VERSION = 1
_TIME_SIZE_BYTES = 8
_KEPT_SIZE_BYTES = 1 + 2 * HPKE_KEY_SIZE_BYTES + BOX_SIZE_BYTES + _TIME_SIZE_BYTES


class AskRefused(Refused):
    """The school does not take the question; `reason` is "unknown_vault", "other_key", "over"."""

    def __init__(self, message: str, reason: str) -> None:
        super().__init__(message)
        self.reason = reason


class QuestionOver(Refused):
    """No answer will come; `state` is "refused", "replaced" or "over". Ask anew."""

    def __init__(self, message: str, state: str) -> None:
        super().__init__(message)
        self.state = state


@dataclass(frozen=True, slots=True)
class Pending:
    """A question that waits. `address` is "" for one that was not sent but shown as text.

    `comparison` is twelve digits in four groups: the school types what this device shows.
    """

    question: RecoveryQuestion = field(repr=False)
    address: str
    comparison: str
    until_ms: int

    @property
    def vault_id(self) -> str:
        """Whose portfolio it is."""
        return self.question.request.vault_id

    def as_text(self) -> str:
        """The question for a QR code or a message, in capitals: about 280 characters."""
        return question_text(self.question.request)


class Asking:
    """Questions to schools, at most one for each vault. Every method blocks; none needs a secret.

    Use from one thread at a time. What it keeps outlasts the app where the vaults have a keeper.
    """

    def __init__(
        self, vaults: Vaults, world: World, *, timeout_seconds: float = TIMEOUT_SECONDS
    ) -> None:
        """`vaults` are those of this device."""
        self._vaults = vaults
        self._world = world
        self._timeout_seconds = timeout_seconds
        self._pending: dict[str, Pending] = {}

    def can_ask(self, vault_id: str) -> bool:
        """Whether a school holds a way into this vault."""
        return bool(self._vaults.ways.school_keys(vault_id))

    def known_schools(self) -> tuple[str, ...]:
        """Addresses of schools this device has spoken with, newest first; whose, it cannot say."""
        return known_schools(self._vaults.keeper) if self._vaults.keeper is not None else ()

    def ask(self, vault_id: str, school: str) -> Pending:
        """Send a new question. `school`: the text of a class card's QR code, or an address.

        Raises NotFound (no school holds a way in), BadInput (no address), SchoolUnreachable,
        TooManyTries, AskRefused (this school does not have the vault), StorageFull.
        """
        address = address_on(school)
        refusal: AskRefused | None = None
        for school_key in reversed(self._keys_of(vault_id)):  # newest first
            question = self._vaults.ways.ask_school(vault_id, school_key)
            try:
                until_ms = self._send(address, _checked(question).request)
            except AskRefused as problem:
                refusal = problem
                if problem.reason != "other_key":
                    raise
                continue
            return self._keep(_pending(question, address, until_ms))
        raise refusal or NotFound("No school holds a key to this portfolio; use another way in.")

    def ask_by_text(self, vault_id: str) -> Pending:
        """Make a new question and send nothing; show `as_text()`. Raises NotFound, StorageFull."""
        newest = self._keys_of(vault_id)[-1]
        question = _checked(self._vaults.ways.ask_school(vault_id, newest))
        return self._keep(_pending(question, "", self._world.now_ms() + QUESTION_LIFE_MS))

    def pending(self, vault_id: str) -> Pending | None:
        """The question that waits for this vault, also from before the app was closed."""
        found = self._pending.get(vault_id) or self._kept(vault_id)
        if found is not None and not 0 < found.until_ms - self._world.now_ms() <= QUESTION_LIFE_MS:
            self.give_up(found)
            return None
        if found is not None:
            self._pending[vault_id] = found
        return found

    def answer(self, pending: Pending) -> SchoolAnswer | None:
        """Look once whether the school has answered; None if not yet. Ask again after 3 s.

        The way it returns opens the vault (`Vaults.unlock`, `Vaults.change_secret`); then call
        `give_up`. Raises QuestionOver, SchoolUnreachable, TooManyTries, WrongSecret (an answer that
        does not open).
        """
        if not pending.address:
            return None
        path = f"/v1/recovery/answers/{pending.question.request.id}"
        with line_to(pending.address, timeout_seconds=self._timeout_seconds) as line:
            status, raw = line.ask("GET", path, None)
        told = read_json(raw)
        if status == HTTPStatus.NOT_FOUND:
            told = {"state": "over"}
        elif status != HTTPStatus.OK:
            raise _problem(status, told)
        if told.get("state") == "waiting":
            return None
        if told.get("state") == "answered":
            return self._opened(pending, _bytes(told.get("answer")))
        if not isinstance(told.get("state"), str):
            raise SchoolUnreachable("The school's answer could not be read. Try again later.")
        self.give_up(pending)
        raise _over(str(told["state"]))

    def answer_from_text(self, pending: Pending, text: str) -> SchoolAnswer:
        """Read an answer that came as text. Raises BadInput (mistyped, or for another question),
        WrongSecret (it does not open).
        """
        question_id, answer = read_answer(text)
        if question_id != pending.question.request.id:
            raise BadInput(
                "That answer is for another question. Ask for the answer to the one shown here."
            )
        return self._opened(pending, answer)

    def give_up(self, pending: Pending) -> None:
        """Forget the question: the vault was opened, or the learner remembered."""
        self._pending.pop(pending.vault_id, None)
        if self._vaults.keeper is not None:
            with contextlib.suppress(OSError):
                self._vaults.keeper.remove(_kept_name(pending.vault_id))

    def _keys_of(self, vault_id: str) -> tuple[bytes, ...]:
        found = self._vaults.ways.school_keys(vault_id)
        if not found:
            raise NotFound("No school holds a key to this portfolio; use another way in.")
        return found

    def _send(self, address: str, request: RecoveryRequest) -> int:
        """Send a request; until when it lives, by this device's clock."""
        asked = {"protocol": wire.PROTOCOL, "device": _DEVICE_NAME, "request": request.to_json()}
        with line_to(address, timeout_seconds=self._timeout_seconds) as line:
            status, raw = line.ask("POST", "/v1/recovery/ask", json.dumps(asked).encode())
        told = read_json(raw)
        if status != HTTPStatus.OK:
            raise _problem(status, told)
        if told.get("id") != request.id:
            raise SchoolUnreachable("The school's answer could not be read. Try again later.")
        until_ms, server_ms = told.get("until_ms"), told.get("server_ms")
        lives_ms = QUESTION_LIFE_MS
        if type(until_ms) is int and type(server_ms) is int:
            lives_ms = max(0, min(until_ms - server_ms, QUESTION_LIFE_MS))
        return self._world.now_ms() + lives_ms

    def _opened(self, pending: Pending, answer: bytes) -> SchoolAnswer:
        try:
            return SchoolAnswer(open_answer(pending.question, answer))
        except SealBroken:
            raise WrongSecret(
                "That answer does not open this portfolio: it is for another question, or it was "
                "changed. Ask your school again."
            ) from None

    def _keep(self, pending: Pending) -> Pending:
        self._pending[pending.vault_id] = pending
        if self._vaults.keeper is not None:
            try:
                self._vaults.keeper.put(_kept_name(pending.vault_id), _written(pending))
            except OSError:
                raise StorageFull(
                    "There is no room to keep the question to your school. Make room and ask again."
                ) from None
        return pending

    def _kept(self, vault_id: str) -> Pending | None:
        if self._vaults.keeper is None:
            return None
        try:
            return _read(vault_id, self._vaults.keeper.get(_kept_name(vault_id)) or b"")
        except (OSError, ValueError, BadInput):
            return None


def address_on(card: str) -> str:
    """A school's address from the text of a class card, or as typed. Raises BadInput."""
    return read_card(card, "")[0]


def _pending(question: RecoveryQuestion, address: str, until_ms: int) -> Pending:
    return Pending(question, address, comparison_of(question.request), until_ms)


def _checked(question: RecoveryQuestion) -> RecoveryQuestion:
    """A box of the wrong size in the keys is damage; nobody should stand in line with it."""
    if len(question.request.sealed) != BOX_SIZE_BYTES:
        raise StoreDamaged("The school's way into this portfolio is damaged; use another way in.")
    return question


def _kept_name(vault_id: str) -> str:
    return f"question-{vault_id}"


def _written(pending: Pending) -> bytes:
    request = pending.question.request
    return (
        bytes([_KEPT_VERSION])
        + pending.question.private_key
        + request.school_key
        + request.sealed
        + pending.until_ms.to_bytes(_TIME_SIZE_BYTES, "big")
        + pending.address.encode()
    )


def _read(vault_id: str, raw: bytes) -> Pending | None:
    if len(raw) < _KEPT_SIZE_BYTES or raw[0] != _KEPT_VERSION:
        return None
    kept = memoryview(raw)[1:]
    parts = []
    for size_bytes in (HPKE_KEY_SIZE_BYTES, HPKE_KEY_SIZE_BYTES, BOX_SIZE_BYTES, _TIME_SIZE_BYTES):
        parts.append(bytes(kept[:size_bytes]))
        kept = kept[size_bytes:]
    private_key, school_key, sealed, until = parts
    request = RecoveryRequest(vault_id, school_key, sealed, public_key_of(private_key))
    address = clean_address(bytes(kept).decode()) if kept else ""
    return _pending(RecoveryQuestion(request, private_key), address, int.from_bytes(until, "big"))


def _bytes(value: object) -> bytes:
    try:
        return bytes.fromhex(value) if isinstance(value, str) else b""
    except ValueError:
        return b""


def _problem(status: int, told: Mapping[str, Any]) -> Exception:
    if status == HTTPStatus.TOO_MANY_REQUESTS:
        wait_seconds = told.get("wait_seconds")
        seconds = wait_seconds if type(wait_seconds) is int else 60
        return TooManyTries(f"The school was asked too often. Wait {seconds} seconds.", seconds)
    reason = told.get("reason")
    if reason in _REASONS:
        return AskRefused(_REASONS[reason], reason)
    if status == HTTPStatus.UPGRADE_REQUIRED:
        return Refused("The school speaks another language than this app. Update the app.")
    return SchoolUnreachable("The school could not take it right now. Try again later.")


def _over(state: str) -> QuestionOver:
    known = state if state in _ENDS else "over"
    return QuestionOver(_ENDS[known], known)


_REASONS = {
    "unknown_vault": "This school does not know this portfolio. Look for the card of your school.",
    "other_key": "This school holds no key to this portfolio. Look for the card of your school.",
    "over": "That question is over. Ask again.",
}
_ENDS = {
    "refused": "Your school said no to this question. Talk to your teacher, then ask again.",
    "replaced": "Somebody asked again, and only the newest question counts. Ask again here.",
    "over": "Nobody answered in time. Talk to your teacher, then ask again.",
}
