"""What happened and who was shown what: two lists that only grow.

The audit's rows are chained by hash, so that one taken out or changed is found. Ids only: no name,
no address and no word anybody wrote.
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import func, insert, select

from portfolio_app.model.people import PersonId
from portfolio_app.school.database import tables
from portfolio_app.school.database.engine import Transaction

FIRST_CHAIN = "0" * 64
OFFICE = PersonId("office")
"""Who the command line acts as: nobody who can sign in."""

DISCLOSURES_LIMIT = 500


@dataclass(frozen=True, slots=True)
class Disclosure:
    """One opening of a link: how many works it showed, and when."""

    id: str
    scope: str
    link: str
    at_ms: int
    works: int


@dataclass(frozen=True, slots=True)
class Openings:
    """How often one link was opened, and when last (ms since 1970)."""

    count: int
    last_ms: int


def note(transaction: Transaction, actor: str, action: str, subject: str, now_ms: int) -> None:
    """Add a row to the audit: who (an id), did what (a word), to what (an id)."""
    table = tables.audit
    last = transaction.connection.execute(
        select(table.c.sequence, table.c.chain).order_by(table.c.sequence.desc()).limit(1)
    ).first()
    sequence, before = (last.sequence + 1, last.chain) if last else (1, FIRST_CHAIN)
    chain = _link(before, sequence, now_ms, actor, action, subject)
    transaction.connection.execute(
        insert(table).values(
            sequence=sequence, at_ms=now_ms, actor=actor, action=action, subject=subject,
            chain=chain,
        )
    )  # fmt: skip


def first_broken(transaction: Transaction) -> int | None:
    """The first audit row that does not follow from the one before it; None when all do."""
    before, expected = FIRST_CHAIN, 1
    rows = transaction.connection.execute(
        select(tables.audit).order_by(tables.audit.c.sequence).execution_options(yield_per=256)
    )
    for row in rows:
        chain = _link(before, row.sequence, row.at_ms, row.actor, row.action, row.subject)
        if row.sequence != expected or row.chain != chain:
            return expected
        before, expected = chain, expected + 1
    return None


def audit_count(transaction: Transaction) -> int:
    """How many rows the audit has."""
    return transaction.connection.scalar(select(func.count()).select_from(tables.audit)) or 0


def disclose(transaction: Transaction, disclosure: Disclosure) -> None:
    """Note that a link was opened."""
    transaction.connection.execute(
        insert(tables.disclosures).values(
            id=disclosure.id, scope=disclosure.scope, link=disclosure.link,
            at_ms=disclosure.at_ms, works=disclosure.works,
        )
    )  # fmt: skip


def disclosures(transaction: Transaction, scope: str) -> Sequence[Disclosure]:
    """The newest openings of one learner's links, newest first."""
    table = tables.disclosures.c
    rows = transaction.connection.execute(
        select(tables.disclosures)
        .where(table.scope == scope)
        .order_by(table.at_ms.desc(), table.id)
        .limit(DISCLOSURES_LIMIT)
    )
    return [Disclosure(row.id, row.scope, row.link, row.at_ms, row.works) for row in rows]


def openings(transaction: Transaction, scopes: Sequence[str]) -> Mapping[tuple[str, str], Openings]:
    """(scope, link id) -> its openings, for every link of these scopes that was ever opened."""
    table = tables.disclosures.c
    rows = transaction.connection.execute(
        select(table.scope, table.link, func.count(), func.max(table.at_ms))
        .where(table.scope.in_(list(scopes)))
        .group_by(table.scope, table.link)
    )
    return {(scope, link): Openings(count, last_ms) for scope, link, count, last_ms in rows}


def _link(before: str, sequence: int, at_ms: int, actor: str, action: str, subject: str) -> str:
    text = "\n".join((before, str(sequence), str(at_ms), actor, action, subject))
    return hashlib.sha256(text.encode()).hexdigest()
