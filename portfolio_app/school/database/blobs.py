"""Which media the school has, in which scope, and the key of each. The bytes lie on a shelf."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import func, insert, select

from portfolio_app.school.database import tables
from portfolio_app.school.database.engine import Transaction
from portfolio_app.school.keyring import ScopeKeys

MEDIA = "media"


@dataclass(frozen=True, slots=True)
class Blob:
    """One kept file: `name` is what it is called on the shelf, `key` what it is sealed with."""

    scope: str
    sha256: str
    size_bytes: int
    name: str
    key: bytes


def find(transaction: Transaction, scope: str, sha256: str) -> Blob | None:
    """The blob of a scope with this hash of its plain bytes (64 hex digits)."""
    table = tables.media.c
    row = transaction.connection.execute(
        select(table.size_bytes, table.sealed).where(table.scope == scope, table.sha256 == sha256)
    ).first()
    if row is None:
        return None
    return _blob(scope, sha256, row.size_bytes, row.sealed, transaction.keys(scope))


def known(transaction: Transaction, scope: str, hashes: Collection[str]) -> frozenset[str]:
    """Which of these files a scope has."""
    table = tables.media.c
    query = select(table.sha256).where(table.scope == scope, table.sha256.in_(hashes))
    return frozenset(transaction.connection.scalars(query))


def keep(transaction: Transaction, blob: Blob, now_ms: int) -> bool:
    """Keep what opens a blob that is on the shelf; False when the scope has it already."""
    return not keep_all(transaction, blob.scope, [blob], now_ms)


def keep_all(
    transaction: Transaction, scope: str, fresh: Sequence[Blob], now_ms: int
) -> list[Blob]:
    """Keep what opens several different blobs of one scope; returns those that it had already."""
    had = known(transaction, scope, [blob.sha256 for blob in fresh])
    keys = transaction.keys(scope)
    rows = [
        {
            "scope": scope,
            "sha256": blob.sha256,
            "size_bytes": blob.size_bytes,
            "sealed": keys.seal(MEDIA, blob.sha256, {"name": blob.name, "key": blob.key.hex()}),
            "stored_ms": now_ms,
        }
        for blob in fresh
        if blob.sha256 not in had
    ]
    if rows:
        transaction.connection.execute(insert(tables.media), rows)
    return [blob for blob in fresh if blob.sha256 in had]


def used(transaction: Transaction, scope: str) -> tuple[int, int]:
    """How many files and bytes a scope has."""
    table = tables.media.c
    row = transaction.connection.execute(
        select(func.count(), func.coalesce(func.sum(table.size_bytes), 0)).where(
            table.scope == scope
        )
    ).one()
    return int(row[0]), int(row[1])


def names(transaction: Transaction) -> frozenset[str]:
    """What the files of every blob are called on the shelf."""
    scopes = sorted({scope for scope, _ in all_of_them(transaction)})
    return frozenset(blob.name for scope in scopes for blob in of_scope(transaction, scope))


def of_scope(transaction: Transaction, scope: str) -> tuple[Blob, ...]:
    """Every blob of one scope."""
    table = tables.media.c
    rows = transaction.connection.execute(
        select(table.sha256, table.size_bytes, table.sealed).where(table.scope == scope)
    ).all()
    if not rows:
        return ()
    keys = transaction.keys(scope)
    return tuple(_blob(scope, row.sha256, row.size_bytes, row.sealed, keys) for row in rows)


def hashes(transaction: Transaction, scope: str, limit: int) -> list[str]:
    """The files of one scope."""
    table = tables.media.c
    query = select(table.sha256).where(table.scope == scope).order_by(table.sha256).limit(limit)
    return list(transaction.connection.scalars(query))


def all_of_them(transaction: Transaction) -> list[tuple[str, str]]:
    """(scope, hash) of every blob."""
    table = tables.media.c
    rows = transaction.connection.execute(select(table.scope, table.sha256))
    return [(row.scope, row.sha256) for row in rows]


def _blob(scope: str, sha256: str, size_bytes: int, sealed: bytes, keys: ScopeKeys) -> Blob:
    secret = keys.open(MEDIA, sha256, sealed)
    return Blob(scope, sha256, size_bytes, secret["name"], bytes.fromhex(secret["key"]))
