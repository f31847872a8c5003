"""Rubrics that a teacher has begun: kept as they were typed, seen by that teacher alone.

Nothing of a learner's is in them. One that is thrown away stays for a while, to be taken back.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, delete, func, insert, select, update

from portfolio_app.model.people import PersonId
from portfolio_app.school.database import tables
from portfolio_app.school.database.engine import Transaction

DRAFT = "draft"
DRAFTS_LIMIT = 50
THROWN_LIFE_MS = 30 * 24 * 60 * 60 * 1000
_TABLE = tables.drafts


@dataclass(frozen=True, slots=True)
class Draft:
    """One draft: the fields of its form by name. `thrown_ms` is set while it may be taken back."""

    id: str
    form: Mapping[str, str]
    kept_ms: int
    thrown_ms: int | None = None


def keep(transaction: Transaction, teacher: PersonId, draft: Draft, begun_ms: int | None) -> bool:
    """Keep a draft: a new one, or in place of what it was at `begun_ms`.

    False when it was kept again since, or is no more: nothing is written then.
    """
    sealed = transaction.keyring.own.seal(DRAFT, draft.id, dict(draft.form))
    values = {"kept_ms": draft.kept_ms, "thrown_ms": None, "sealed": sealed}
    if begun_ms is not None:
        mine = _mine(teacher, draft.id)
        changed = transaction.connection.execute(
            update(_TABLE).where(*mine, _TABLE.c.kept_ms == begun_ms).values(**values)
        )
        return changed.rowcount == 1
    transaction.connection.execute(
        delete(_TABLE).where(_TABLE.c.thrown_ms < draft.kept_ms - THROWN_LIFE_MS)
    )
    transaction.connection.execute(insert(_TABLE).values(id=draft.id, teacher_id=teacher, **values))
    return True


def is_full(transaction: Transaction, teacher: PersonId) -> bool:
    """Whether a teacher has as many drafts as are kept."""
    query = select(func.count()).where(_TABLE.c.teacher_id == teacher, _TABLE.c.thrown_ms.is_(None))
    return (transaction.connection.scalar(query) or 0) >= DRAFTS_LIMIT


def of_teacher(transaction: Transaction, teacher: PersonId) -> tuple[Draft, ...]:
    """Every draft of a teacher, the newest first; also those that were thrown away lately."""
    query = select(_TABLE).where(_TABLE.c.teacher_id == teacher).order_by(_TABLE.c.kept_ms.desc())
    return tuple(_draft(transaction, row) for row in transaction.connection.execute(query))


def find(transaction: Transaction, teacher: PersonId, draft_id: str) -> Draft | None:
    """A draft of a teacher's own, thrown away or not."""
    query = select(_TABLE).where(*_mine(teacher, draft_id))
    row = transaction.connection.execute(query).first()
    return None if row is None else _draft(transaction, row)


def throw(transaction: Transaction, teacher: PersonId, draft_id: str, now_ms: int | None) -> bool:
    """Throw a draft away, or with None take it back; False when there is none."""
    mine = _mine(teacher, draft_id)
    changed = transaction.connection.execute(update(_TABLE).where(*mine).values(thrown_ms=now_ms))
    return changed.rowcount == 1


def drop(transaction: Transaction, teacher: PersonId, draft_id: str) -> None:
    """Forget a draft: it became a version of a rubric."""
    transaction.connection.execute(delete(_TABLE).where(*_mine(teacher, draft_id)))


def _mine(teacher: PersonId, draft_id: str) -> tuple[Any, Any]:
    return _TABLE.c.id == draft_id, _TABLE.c.teacher_id == teacher


def _draft(transaction: Transaction, row: Row[Any]) -> Draft:
    form = transaction.keyring.own.open(DRAFT, row.id, row.sealed)
    return Draft(row.id, form, row.kept_ms, row.thrown_ms)
