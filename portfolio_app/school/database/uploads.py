"""Files on their way in: how far each got, and which pieces on the shelf hold what came."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, delete, func, insert, select, update

from portfolio_app.school.database import tables
from portfolio_app.school.database.engine import Transaction

UPLOAD = "upload"


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that arrives in pieces; `key` seals them, times are ms since 1970."""

    id: str
    scope: str
    sha256: str
    size_bytes: int
    offset_bytes: int
    until_ms: int
    key: bytes


@dataclass(frozen=True, slots=True)
class Piece:
    """Some bytes of an upload, from `start_bytes` on; `name` is theirs on the shelf."""

    start_bytes: int
    size_bytes: int
    name: str


def begin(transaction: Transaction, upload: Upload) -> None:
    """Keep a new upload."""
    sealed = transaction.keys(upload.scope).seal(UPLOAD, upload.id, {"key": upload.key.hex()})
    transaction.connection.execute(
        insert(tables.uploads).values(
            id=upload.id, scope=upload.scope, sha256=upload.sha256, size_bytes=upload.size_bytes,
            offset_bytes=upload.offset_bytes, until_ms=upload.until_ms, sealed=sealed,
        )
    )  # fmt: skip


def find(transaction: Transaction, scope: str, upload_id: str) -> Upload | None:
    """An upload of this scope by its id."""
    return _first(transaction, scope, tables.uploads.c.id == upload_id)


def find_by_hash(transaction: Transaction, scope: str, sha256: str) -> Upload | None:
    """The upload of this scope that brings a file of this hash."""
    return _first(transaction, scope, tables.uploads.c.sha256 == sha256)


def open_ones(transaction: Transaction, scope: str) -> tuple[int, int]:
    """How many uploads of a scope are under way, and how many bytes they announced."""
    table = tables.uploads.c
    row = transaction.connection.execute(
        select(func.count(), func.coalesce(func.sum(table.size_bytes), 0)).where(
            table.scope == scope
        )
    ).one()
    return int(row[0]), int(row[1])


def add(transaction: Transaction, upload: Upload, pieces: tuple[Piece, ...], until_ms: int) -> bool:
    """Add pieces that follow on `upload.offset_bytes`; False when another request was faster."""
    table, size_bytes = tables.uploads, sum(piece.size_bytes for piece in pieces)
    moved = transaction.connection.execute(
        update(table)
        .where(table.c.id == upload.id, table.c.offset_bytes == upload.offset_bytes)
        .values(offset_bytes=upload.offset_bytes + size_bytes, until_ms=until_ms)
    )
    if moved.rowcount != 1:
        return False
    for piece in pieces:
        transaction.connection.execute(
            insert(tables.upload_pieces).values(
                upload=upload.id, start_bytes=piece.start_bytes, size_bytes=piece.size_bytes,
                name=piece.name,
            )
        )  # fmt: skip
    return True


def pieces_of(transaction: Transaction, upload_id: str) -> tuple[Piece, ...]:
    """The pieces of an upload, in order."""
    table = tables.upload_pieces.c
    rows = transaction.connection.execute(
        select(table.start_bytes, table.size_bytes, table.name)
        .where(table.upload == upload_id)
        .order_by(table.start_bytes)
    )
    return tuple(Piece(row.start_bytes, row.size_bytes, row.name) for row in rows)


def end(transaction: Transaction, upload_id: str) -> tuple[str, ...]:
    """Forget an upload; the names of its pieces, which are now to be taken off the shelf."""
    names = tuple(piece.name for piece in pieces_of(transaction, upload_id))
    pieces, table = tables.upload_pieces, tables.uploads
    transaction.connection.execute(delete(pieces).where(pieces.c.upload == upload_id))
    transaction.connection.execute(delete(table).where(table.c.id == upload_id))
    return names


def ids_over(transaction: Transaction, now_ms: int) -> list[str]:
    """Uploads that nobody wrote to for too long."""
    table = tables.uploads.c
    rows = transaction.connection.execute(select(table.id).where(table.until_ms <= now_ms))
    return [row.id for row in rows]


def ids_of_scope(transaction: Transaction, scope: str) -> list[str]:
    """All uploads of a scope."""
    table = tables.uploads.c
    rows = transaction.connection.execute(select(table.id).where(table.scope == scope))
    return [row.id for row in rows]


def piece_names(transaction: Transaction) -> frozenset[str]:
    """What all pieces are called on the shelf."""
    rows = transaction.connection.execute(select(tables.upload_pieces.c.name))
    return frozenset(row.name for row in rows)


def _first(transaction: Transaction, scope: str, condition: ColumnElement[bool]) -> Upload | None:
    row = transaction.connection.execute(
        select(tables.uploads).where(tables.uploads.c.scope == scope, condition)
    ).first()
    if row is None:
        return None
    secret = transaction.keys(scope).open(UPLOAD, row.id, row.sealed)
    return Upload(
        row.id, scope, row.sha256, row.size_bytes, row.offset_bytes, row.until_ms,
        bytes.fromhex(secret["key"]),
    )  # fmt: skip
