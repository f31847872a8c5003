"""The school's public recovery keys, whose vault is whose, and questions of those who forgot.

What a question and its answer hold lies sealed under the learner's key; ids, states and times are
clear. No private key may enter here.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, insert, select, update

from portfolio_app.model.people import LearnerId, learner_scope
from portfolio_app.school.database import tables
from portfolio_app.school.database.engine import Transaction

QUESTION = "recovery question"
WAITING = "waiting"
ANSWERED = "answered"
REFUSED = "refused"
REPLACED = "replaced"
OVER = "over"
ANSWERED_BEFORE = "answered_before"
"""Answered, and by now over: what the answer held is gone, that it was given stays."""

KEYS_LIMIT = 100
QUESTIONS_LIMIT = 200


@dataclass(frozen=True, slots=True)
class KeptKey:
    """A public recovery key (32 bytes), in use until `ended_ms`."""

    public_key: bytes
    made_ms: int
    ended_ms: int | None


@dataclass(frozen=True, slots=True)
class Question:
    """One question. `document` holds the device's name and, until it is over, request and answer.

    `vouched_by` is who compared the digits, `closed_by` who answered or refused: ids.
    """

    id: str
    vault_id: str
    learner_id: LearnerId
    state: str
    asked_ms: int
    until_ms: int
    vouched_by: str | None
    vouched_ms: int | None
    closed_by: str | None
    closed_ms: int | None
    document: dict[str, Any]


def add_key(transaction: Transaction, public_key: bytes, now_ms: int) -> None:
    """Keep a public key in use."""
    transaction.connection.execute(
        insert(tables.recovery_keys).values(public_key=public_key.hex(), made_ms=now_ms)
    )


def end_keys(transaction: Transaction, now_ms: int) -> None:
    """Take every key out of use; devices replace them."""
    table = tables.recovery_keys
    transaction.connection.execute(
        update(table).where(table.c.ended_ms.is_(None)).values(ended_ms=now_ms)
    )


def keys(transaction: Transaction) -> tuple[KeptKey, ...]:
    """Every key this school ever had, newest first."""
    table = tables.recovery_keys
    rows = transaction.connection.execute(
        select(table).order_by(table.c.made_ms.desc(), table.c.public_key).limit(KEYS_LIMIT)
    )
    return tuple(KeptKey(bytes.fromhex(r.public_key), r.made_ms, r.ended_ms) for r in rows)


def owner_of(transaction: Transaction, vault_id: str) -> LearnerId | None:
    """The learner who told of this vault first."""
    table = tables.vaults.c
    found = transaction.connection.scalar(select(table.learner_id).where(table.id == vault_id))
    return None if found is None else LearnerId(found)


def add_vault(transaction: Transaction, vault_id: str, learner_id: str, now_ms: int) -> None:
    """Keep whose a vault is."""
    transaction.connection.execute(
        insert(tables.vaults).values(id=vault_id, learner_id=learner_id, since_ms=now_ms)
    )


def vaults_count(transaction: Transaction, learner_id: str) -> int:
    """How many vaults a learner told of, up to a few more than anybody has."""
    table = tables.vaults.c
    rows = transaction.connection.execute(
        select(table.id).where(table.learner_id == learner_id).limit(KEYS_LIMIT)
    )
    return len(rows.all())


def add_question(transaction: Transaction, question: Question) -> None:
    """Keep a new question."""
    transaction.connection.execute(
        insert(tables.recovery_questions).values(
            id=question.id, vault_id=question.vault_id, learner_id=question.learner_id,
            state=question.state, asked_ms=question.asked_ms, until_ms=question.until_ms,
            sealed=_sealed(transaction, question),
        )
    )  # fmt: skip


def keep_question(transaction: Transaction, question: Question) -> None:
    """Keep what became of a question."""
    table = tables.recovery_questions
    transaction.connection.execute(
        update(table)
        .where(table.c.id == question.id)
        .values(
            state=question.state, vouched_by=question.vouched_by,
            vouched_ms=question.vouched_ms, closed_by=question.closed_by,
            closed_ms=question.closed_ms, sealed=_sealed(transaction, question),
        )
    )  # fmt: skip


def question(transaction: Transaction, question_id: str) -> Question | None:
    """A question by its id."""
    table = tables.recovery_questions
    row = transaction.connection.execute(select(table).where(table.c.id == question_id)).first()
    return _question(transaction, row) if row else None


def waiting_of_vault(transaction: Transaction, vault_id: str) -> tuple[Question, ...]:
    """The questions of a vault that nobody closed."""
    table = tables.recovery_questions
    rows = transaction.connection.execute(
        select(table)
        .where(table.c.vault_id == vault_id, table.c.state == WAITING)
        .limit(QUESTIONS_LIMIT)
    )
    return tuple(_question(transaction, row) for row in rows)


def questions_of(
    transaction: Transaction, learners: Sequence[str], state: str = ""
) -> tuple[Question, ...]:
    """The questions of some learners, newest first; those in one state if it is given."""
    table = tables.recovery_questions
    query = select(table).where(table.c.learner_id.in_(list(learners)))
    if state:
        query = query.where(table.c.state == state)
    newest = query.order_by(table.c.asked_ms.desc(), table.c.id).limit(QUESTIONS_LIMIT)
    return tuple(_question(transaction, row) for row in transaction.connection.execute(newest))


def waiting_questions(transaction: Transaction) -> tuple[Question, ...]:
    """Every question that nobody closed, oldest first."""
    table = tables.recovery_questions
    rows = transaction.connection.execute(
        select(table)
        .where(table.c.state == WAITING)
        .order_by(table.c.asked_ms, table.c.id)
        .limit(QUESTIONS_LIMIT)
    )
    return tuple(_question(transaction, row) for row in rows)


def questions_past(transaction: Transaction, now_ms: int) -> tuple[Question, ...]:
    """Waiting or answered questions whose time has passed."""
    table = tables.recovery_questions
    rows = transaction.connection.execute(
        select(table)
        .where(table.c.until_ms <= now_ms, table.c.state.in_((WAITING, ANSWERED)))
        .limit(QUESTIONS_LIMIT)
    )
    return tuple(_question(transaction, row) for row in rows)


def _sealed(transaction: Transaction, question: Question) -> bytes:
    keys_of = transaction.keys(learner_scope(question.learner_id))
    return keys_of.seal(QUESTION, question.id, question.document)


def _question(transaction: Transaction, row: Row[*tuple[Any, ...]]) -> Question:
    keys_of = transaction.keys(learner_scope(LearnerId(row.learner_id)))
    return Question(
        row.id, row.vault_id, LearnerId(row.learner_id), row.state, row.asked_ms, row.until_ms,
        row.vouched_by, row.vouched_ms, row.closed_by, row.closed_ms,
        keys_of.open(QUESTION, row.id, row.sealed),
    )  # fmt: skip
