"""What lets somebody in: sessions, devices, codes, misses. Secrets lie as hashes only."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, bindparam, delete, insert, select, update

from portfolio_app.model.people import LearnerId, PersonId, learner_scope
from portfolio_app.school.database import tables
from portfolio_app.school.database.engine import Transaction

CODE = "code"
DEVICE = "device"
CODES_LIMIT = 20_000
DEVICES_LIMIT = 50
"""Devices of one learner that a page shows."""


@dataclass(frozen=True, slots=True)
class Session:
    """A teacher's open session."""

    person_id: PersonId
    made_ms: int
    last_ms: int


@dataclass(frozen=True, slots=True)
class Device:
    """A device that speaks for one learner."""

    id: str
    learner_id: LearnerId
    code_id: str
    name: str
    joined_ms: int
    last_ms: int | None
    revoked_ms: int | None


@dataclass(frozen=True, slots=True)
class Caller:
    """A device that asks something: what must be known before each request, and no name."""

    id: str
    learner_id: LearnerId
    last_ms: int | None
    revoked_ms: int | None


@dataclass(frozen=True, slots=True)
class Code:
    """A code to join with. `learner_id` is set for a personal one; `text` is what is printed."""

    id: str
    class_id: str
    learner_id: str | None
    text: str
    uses_left: int
    until_ms: int
    ended_ms: int | None
    made_ms: int

    def is_open(self, now_ms: int) -> bool:
        """Whether it still lets somebody in."""
        return self.ended_ms is None and self.uses_left > 0 and now_ms < self.until_ms


@dataclass(frozen=True, slots=True)
class Misses:
    """Wrong secrets in a row for one subject, and until when it must wait."""

    count: int = 0
    until_ms: int = 0
    last_ms: int = 0


_CALLER = select(
    tables.devices.c.id,
    tables.devices.c.learner_id,
    tables.devices.c.last_ms,
    tables.devices.c.revoked_ms,
).where(tables.devices.c.token_hash == bindparam("hashed"))
_TOUCH = (
    update(tables.devices)
    .where(tables.devices.c.id == bindparam("device"))
    .values(last_ms=bindparam("now_ms"))
)


def add_session(transaction: Transaction, token_hash: str, person_id: str, now_ms: int) -> None:
    """Keep a session by the hash of its token."""
    transaction.connection.execute(
        insert(tables.sessions).values(
            hash=token_hash, person_id=person_id, made_ms=now_ms, last_ms=now_ms
        )
    )


def session(transaction: Transaction, token_hash: str) -> Session | None:
    """The session of a token's hash."""
    table = tables.sessions.c
    row = transaction.connection.execute(
        select(table.person_id, table.made_ms, table.last_ms).where(table.hash == token_hash)
    ).first()
    return Session(PersonId(row.person_id), row.made_ms, row.last_ms) if row else None


def touch_session(transaction: Transaction, token_hash: str, now_ms: int) -> None:
    """Note that a session was used."""
    transaction.connection.execute(
        update(tables.sessions).where(tables.sessions.c.hash == token_hash).values(last_ms=now_ms)
    )


def end_session(transaction: Transaction, token_hash: str) -> None:
    """Forget one session."""
    transaction.connection.execute(
        delete(tables.sessions).where(tables.sessions.c.hash == token_hash)
    )


def end_sessions_of(transaction: Transaction, person_id: str) -> None:
    """Forget all sessions of one person."""
    transaction.connection.execute(
        delete(tables.sessions).where(tables.sessions.c.person_id == person_id)
    )


def end_old_sessions(transaction: Transaction, made_before_ms: int) -> None:
    """Forget sessions that were made too long ago."""
    transaction.connection.execute(
        delete(tables.sessions).where(tables.sessions.c.made_ms < made_before_ms)
    )


def add_device(transaction: Transaction, device: Device, token_hash: str) -> None:
    """Keep a device; its name is sealed under its learner's key."""
    keys = transaction.keys(learner_scope(device.learner_id))
    transaction.connection.execute(
        insert(tables.devices).values(
            id=device.id, learner_id=device.learner_id, code_id=device.code_id,
            token_hash=token_hash, joined_ms=device.joined_ms, last_ms=device.last_ms,
            revoked_ms=None, sealed=keys.seal(DEVICE, device.id, {"name": device.name}),
        )
    )  # fmt: skip


def caller(transaction: Transaction, token_hash: str) -> Caller | None:
    """Who asks with the token of this hash, revoked or not."""
    rows = transaction.rows(_CALLER, {"hashed": token_hash})
    return Caller(rows[0][0], LearnerId(rows[0][1]), *rows[0][2:]) if rows else None


def device_by_token(transaction: Transaction, token_hash: str) -> Device | None:
    """The device of a token's hash, revoked or not."""
    row = transaction.connection.execute(
        select(tables.devices).where(tables.devices.c.token_hash == token_hash)
    ).first()
    return _device(transaction, row) if row else None


def device(transaction: Transaction, device_id: str) -> Device | None:
    """A device by its id."""
    row = transaction.connection.execute(
        select(tables.devices).where(tables.devices.c.id == device_id)
    ).first()
    return _device(transaction, row) if row else None


def devices_of(transaction: Transaction, learners: Sequence[str]) -> tuple[Device, ...]:
    """The devices of some learners, oldest first."""
    rows = transaction.connection.execute(
        select(tables.devices)
        .where(tables.devices.c.learner_id.in_(list(learners)))
        .order_by(tables.devices.c.joined_ms)
        .limit(DEVICES_LIMIT * max(1, len(learners)))
    )
    return tuple(_device(transaction, row) for row in rows)


def devices_by_code(transaction: Transaction, code_id: str) -> tuple[Device, ...]:
    """The devices that joined with one code."""
    rows = transaction.connection.execute(
        select(tables.devices).where(tables.devices.c.code_id == code_id)
    )
    return tuple(_device(transaction, row) for row in rows)


def touch_device(transaction: Transaction, device_id: str, now_ms: int) -> None:
    """Note that a device spoke."""
    transaction.do(_TOUCH, [{"device": device_id, "now_ms": now_ms}])


def revoke_device(transaction: Transaction, device_id: str, now_ms: int) -> None:
    """Close a device out; its next request is refused."""
    transaction.connection.execute(
        update(tables.devices).where(tables.devices.c.id == device_id).values(revoked_ms=now_ms)
    )


def add_code(transaction: Transaction, code: Code, lookup: str) -> None:
    """Keep a code: found by `lookup`, sealed so that it can be printed again."""
    transaction.connection.execute(
        insert(tables.codes).values(
            id=code.id, class_id=code.class_id, learner_id=code.learner_id, lookup=lookup,
            sealed=transaction.keyring.own.seal(CODE, code.id, {"text": code.text}),
            uses_left=code.uses_left, until_ms=code.until_ms, made_ms=code.made_ms,
        )
    )  # fmt: skip


def code_by_lookup(transaction: Transaction, lookup: str) -> Code | None:
    """The code that somebody typed, by its index."""
    row = transaction.connection.execute(
        select(tables.codes).where(tables.codes.c.lookup == lookup)
    ).first()
    return _code(transaction, row) if row else None


def codes_of_class(transaction: Transaction, class_id: str) -> tuple[Code, ...]:
    """All codes of a class that nobody ended, newest first."""
    table = tables.codes.c
    rows = transaction.connection.execute(
        select(tables.codes)
        .where(table.class_id == class_id, table.ended_ms.is_(None))
        .order_by(table.made_ms.desc(), table.id)
        .limit(CODES_LIMIT)
    )
    return tuple(_code(transaction, row) for row in rows)


def use_code(transaction: Transaction, code_id: str) -> None:
    """Take one use from a code."""
    table = tables.codes
    transaction.connection.execute(
        update(table).where(table.c.id == code_id).values(uses_left=table.c.uses_left - 1)
    )


def end_codes(transaction: Transaction, class_id: str, learner_id: str | None, now_ms: int) -> None:
    """End the class code (`learner_id` None) or the personal codes of one learner."""
    table = tables.codes.c
    transaction.connection.execute(
        update(tables.codes)
        .where(table.class_id == class_id, table.learner_id == learner_id, table.ended_ms.is_(None))
        .values(ended_ms=now_ms)
    )


def misses(transaction: Transaction, lookup: str) -> Misses:
    """How often in a row a subject missed."""
    table = tables.lockouts.c
    row = transaction.connection.execute(
        select(table.misses, table.until_ms, table.last_ms).where(table.lookup == lookup)
    ).first()
    return Misses(row.misses, row.until_ms, row.last_ms) if row else Misses()


def keep_misses(transaction: Transaction, lookup: str, now: Misses) -> None:
    """Keep the count of a subject; a count of 0 forgets it."""
    transaction.connection.execute(
        delete(tables.lockouts).where(tables.lockouts.c.lookup == lookup)
    )
    if now.count:
        transaction.connection.execute(
            insert(tables.lockouts).values(
                lookup=lookup, misses=now.count, until_ms=now.until_ms, last_ms=now.last_ms
            )
        )


def forget_old_misses(transaction: Transaction, before_ms: int) -> None:
    """Forget counts that nobody added to since."""
    transaction.connection.execute(
        delete(tables.lockouts).where(tables.lockouts.c.last_ms < before_ms)
    )


def _device(transaction: Transaction, row: Row[*tuple[Any, ...]]) -> Device:
    keys = transaction.keys(learner_scope(LearnerId(row.learner_id)))
    name = keys.open(DEVICE, row.id, row.sealed)["name"]
    return Device(
        row.id, LearnerId(row.learner_id), row.code_id, name, row.joined_ms, row.last_ms,
        row.revoked_ms,
    )  # fmt: skip


def _code(transaction: Transaction, row: Row[*tuple[Any, ...]]) -> Code:
    text = transaction.keyring.own.open(CODE, row.id, row.sealed)["text"]
    return Code(
        row.id, row.class_id, row.learner_id, text, row.uses_left, row.until_ms, row.ended_ms,
        row.made_ms,
    )  # fmt: skip
