"""Queries for the check alone: does the file hold together, and are records what the feed says."""

from collections.abc import Mapping

from sqlalchemy import select

from portfolio_app.school.database import tables
from portfolio_app.school.database.engine import Transaction
from portfolio_app.school.database.unsaved import RECORD
from sync.merge import RecordState


def integrity_problems(transaction: Transaction) -> list[str]:
    """What SQLite finds wrong with the file; nothing for a whole one.

    PostgreSQL looks after its own files (`pg_amcheck`, page checksums).
    """
    if transaction.connection.dialect.name != "sqlite":
        return []
    lines = transaction.connection.exec_driver_sql("PRAGMA integrity_check").scalars().all()
    return [] if list(lines) == ["ok"] else [str(line) for line in lines]


def records_differ(transaction: Transaction, scope: str, states: Mapping[str, RecordState]) -> bool:
    """Whether the kept records of a scope are others than these."""
    keys = transaction.keys(scope)
    table = tables.records.c
    kept = {
        row.id: keys.open(RECORD, row.id, row.sealed)
        for row in transaction.connection.execute(
            select(table.id, table.sealed).where(table.scope == scope)
        )
    }
    return kept != dict(states)
