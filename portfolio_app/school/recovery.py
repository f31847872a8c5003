"""Letting a learner in again who forgot everything: keys, whose vault is whose, and questions.

Who asks is for a person to see: a question is answered only after somebody typed the digits that
the asking device shows. The private key passes through one call and is kept nowhere. The layouts
are docs/formats/recovery.md.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from portfolio_app.errors import BadInput, NotFound, Refused, WrongSecret
from portfolio_app.model.people import LearnerId, PersonId
from portfolio_app.model.values import text
from portfolio_app.school import accounts
from portfolio_app.school.database import ledger, people, recovery_rows
from portfolio_app.school.database.engine import Database, Transaction
from portfolio_app.school.database.recovery_rows import (
    ANSWERED,
    ANSWERED_BEFORE,
    OVER,
    REFUSED,
    REPLACED,
    WAITING,
    Question,
)
from portfolio_app.sealing.envelope import SealBroken
from portfolio_app.sealing.recovery_key_file import read_key_file
from portfolio_app.sealing.recovery_texts import PRIVATE_KEY, read_private_key
from portfolio_app.sealing.school_recovery import (
    RecoveryRequest,
    answer_request,
    check_comparison,
    checked_school_key,
)

QUESTION_LIFE_MS = 7 * 24 * 3600 * 1000
VAULTS_LIMIT = 20
OFFERED_LIMIT = 4
REPLACED_LIMIT = 16
OPENINGS_LIMIT = 20
DEVICE_NAME_LIMIT = 80
UNKNOWN_VAULT, OTHER_KEY, OTHER_LEARNER = "unknown_vault", "other_key", "other_learner"
NOBODY = "nobody"
_ID_DIGITS = 32


class AskRefused(Refused):
    """A question or a vault that is not taken; `reason` is a word of the format."""

    def __init__(self, message: str, reason: str) -> None:
        super().__init__(message)
        self.reason = reason


class QuestionClosed(BadInput):
    """The question cannot be answered any more: it was answered, refused, replaced, or is over."""


@dataclass(frozen=True, slots=True)
class Opening:
    """That somebody at the school answered for a learner. `by` is "" for the school's office."""

    at_ms: int
    by: str
    device: str


def set_key(
    transaction: Transaction, public_key: bytes, *, replaces: bool, actor: str, now_ms: int
) -> None:
    """Give devices this recovery key from now on. Raises BadInput where there is one already."""
    checked_school_key(public_key)
    known = recovery_rows.keys(transaction)
    if any(one.public_key == public_key for one in known):
        raise BadInput("This school has or had that recovery key already; make a new one.")
    if not replaces and any(one.ended_ms is None for one in known):
        raise BadInput(
            "This school has a recovery key. To give every device a new one instead, say "
            "--replace; keep the old one until all devices have connected."
        )
    recovery_rows.end_keys(transaction, now_ms)
    recovery_rows.add_key(transaction, public_key, now_ms)
    ledger.note(transaction, actor, "recovery_key", public_key.hex()[:_ID_DIGITS], now_ms)


def offer(transaction: Transaction) -> Mapping[str, list[str]]:
    """The public keys that a device should seal to, and those it should have no more, in hex."""
    known = recovery_rows.keys(transaction)
    return {
        "keys": [one.public_key.hex() for one in known if one.ended_ms is None][:OFFERED_LIMIT],
        "replaced": [
            one.public_key.hex() for one in known if one.ended_ms is not None
        ][:REPLACED_LIMIT],
    }  # fmt: skip


def checked_vault_id(value: object) -> str:
    """A vault's id as a device sends it. Raises BadInput."""
    if (
        isinstance(value, str)
        and len(value) == _ID_DIGITS
        and not set(value) - set("0123456789abcdef")
    ):
        return value
    raise BadInput("A vault's id has 32 hex digits in small letters.")


def take_vault(transaction: Transaction, vault_id: str, learner: LearnerId, now_ms: int) -> bool:
    """Note whose a vault is; False if somebody else told of it first, which the audit keeps."""
    owner = recovery_rows.owner_of(transaction, vault_id)
    if owner is None:
        if recovery_rows.vaults_count(transaction, learner) >= VAULTS_LIMIT:
            raise BadInput(f"A learner has at most {VAULTS_LIMIT} portfolios here.")
        recovery_rows.add_vault(transaction, vault_id, learner, now_ms)
    elif owner != learner:
        ledger.note(transaction, learner, "vault_of_other", vault_id, now_ms)
        return False
    return True


def openings(transaction: Transaction, learner: LearnerId) -> tuple[Opening, ...]:
    """When the school answered for this learner, newest first."""
    found = [
        one
        for one in recovery_rows.questions_of(transaction, [learner])
        if one.state in (ANSWERED, ANSWERED_BEFORE)
    ]
    names = people.find_all(transaction, [one.closed_by or "" for one in found])
    rows = []
    for one in found[:OPENINGS_LIMIT]:
        person = names.get(PersonId(one.closed_by or ""))
        rows.append(
            Opening(one.closed_ms or 0, person.name if person else "", one.document["device"])
        )
    return tuple(rows)


def device_name(value: object) -> str:
    """What a device calls itself. Raises BadInput."""
    if not isinstance(value, str) or text(DEVICE_NAME_LIMIT)(value) is not None:
        raise BadInput(f"A device's name is a text of at most {DEVICE_NAME_LIMIT} characters.")
    return value.strip()


def ask(transaction: Transaction, request: RecoveryRequest, device: str, now_ms: int) -> Question:
    """Take a question, in place of one that the vault asked before; the same again is the same.

    Raises AskRefused, and TooManyTries for more questions of one vault than anybody needs.
    """
    checked_school_key(request.reply_key)  # else nobody could ever answer it
    sweep(transaction, now_ms)
    learner = recovery_rows.owner_of(transaction, request.vault_id)
    if learner is None:
        raise AskRefused("This school knows no such portfolio.", UNKNOWN_VAULT)
    if all(one.public_key != request.school_key for one in recovery_rows.keys(transaction)):
        raise AskRefused("That is not a recovery key of this school.", OTHER_KEY)
    known = recovery_rows.question(transaction, request.id)
    if known is not None:
        if known.state in (WAITING, ANSWERED):
            return known
        raise AskRefused("That question is over; ask anew.", OVER)
    accounts.count_miss(transaction, f"recovery {request.vault_id}", now_ms)
    for one in recovery_rows.waiting_of_vault(transaction, request.vault_id):
        _close(transaction, one, REPLACED, NOBODY, now_ms)
    asked = Question(
        request.id, request.vault_id, learner, WAITING, now_ms, now_ms + QUESTION_LIFE_MS,
        None, None, None, None, {"device": device, "request": request.to_json()},
    )  # fmt: skip
    recovery_rows.add_question(transaction, asked)
    ledger.note(transaction, NOBODY, "recovery_asked", request.id, now_ms)
    return asked


def state_of(transaction: Transaction, question_id: str, now_ms: int) -> Mapping[str, Any]:
    """What a device is told about its question: the state, and the answer while it is there."""
    found = recovery_rows.question(transaction, question_id)
    if found is None:
        raise NotFound("There is no such question here.")
    is_past = found.until_ms <= now_ms and found.state in (WAITING, ANSWERED)
    if is_past or found.state == ANSWERED_BEFORE:
        return {"state": OVER}
    if found.state == ANSWERED:
        return {"state": ANSWERED, "answer": found.document["answer"]}
    return {"state": found.state}


def sweep(transaction: Transaction, now_ms: int) -> None:
    """Forget what questions and answers held whose time has passed."""
    for one in recovery_rows.questions_past(transaction, now_ms):
        state = OVER if one.state == WAITING else ANSWERED_BEFORE
        kept = {"device": one.document["device"]}
        recovery_rows.keep_question(transaction, replace(one, state=state, document=kept))


def request_of(question: Question, now_ms: int) -> RecoveryRequest:
    """The request of a question that can be answered now. Raises QuestionClosed naming why not."""
    if question.state != WAITING or question.until_ms <= now_ms:
        words = {
            ANSWERED: "That question was answered already. To be let in once more, ask anew.",
            REFUSED: "That question was refused. To be let in, ask anew.",
            REPLACED: "The learner's device asked anew; answer its newest question.",
        }
        raise QuestionClosed(words.get(question.state, "That question is over. Ask anew."))
    return RecoveryRequest.from_json(question.document["request"])


def vouch(database: Database, question: Question, typed: str, actor: PersonId, now_ms: int) -> None:
    """Note that somebody saw the learner, and the digits on the learner's device.

    Takes as long as computing the digits. Raises BadInput for other digits.
    """
    check_comparison(request_of(question, now_ms), typed)

    def keep(transaction: Transaction) -> None:
        found = _still(transaction, question, now_ms)
        vouched = replace(found, vouched_by=actor, vouched_ms=now_ms)
        recovery_rows.keep_question(transaction, vouched)
        ledger.note(transaction, actor, "recovery_vouched", question.id, now_ms)

    database.write(keep)


def refuse(database: Database, question: Question, actor: PersonId, now_ms: int) -> None:
    """Say no: the device is told so."""

    def keep(transaction: Transaction) -> None:
        _close(transaction, _still(transaction, question, now_ms), REFUSED, actor, now_ms)
        ledger.note(transaction, actor, "recovery_refused", question.id, now_ms)

    database.write(keep)


def answer(
    database: Database, question: Question, private_key: bytes, actor: PersonId, now_ms: int
) -> bytes:
    """Answer a question that somebody vouched for, and return the answer.

    Raises BadInput (nobody vouched, or the key is another), QuestionClosed, WrongSecret (the box is
    not for this vault and key).
    """
    request = request_of(question, now_ms)
    try:
        answered = answer_request(private_key, request)
    except SealBroken:
        raise WrongSecret(
            "The box in this question does not open: it is not this portfolio's. Answer nothing "
            "and have the learner's device ask anew."
        ) from None

    def keep(transaction: Transaction) -> None:
        found = _still(transaction, question, now_ms)
        if found.vouched_by is None:
            raise BadInput("Type the digits that the learner's device shows, then answer.")
        _close(transaction, found, ANSWERED, actor, now_ms, answered)
        accounts.forget_misses(transaction, f"recovery {question.vault_id}")
        ledger.note(transaction, actor, "recovery_answered", question.id, now_ms)

    database.write(keep)
    return answered


def private_key_of(typed: str, passphrase: str) -> bytes:
    """The private key from the words of its file or of its paper, which needs no passphrase.

    Raises BadInput, WrongSecret, StoreDamaged. Stretching the passphrase takes a moment.
    """
    if typed.lstrip().upper().startswith(PRIVATE_KEY.name[:-2]):
        return read_private_key(typed)
    return read_key_file(typed.strip().encode("ascii", "replace"), passphrase).private_key


def _still(transaction: Transaction, question: Question, now_ms: int) -> Question:
    """The question as it is now: two people may look at it at once."""
    found = recovery_rows.question(transaction, question.id)
    if found is None:
        raise NotFound("There is no such question here.")
    request_of(found, now_ms)
    return found


def _close(
    transaction: Transaction,
    question: Question,
    state: str,
    actor: str,
    now_ms: int,
    answered: bytes | None = None,
) -> None:
    """What a question held is kept for as long as its answer waits, and no longer."""
    document = {"device": question.document["device"]}
    if answered is not None:
        document["answer"] = answered.hex()
    closed = replace(question, state=state, closed_by=actor, closed_ms=now_ms, document=document)
    recovery_rows.keep_question(transaction, closed)
