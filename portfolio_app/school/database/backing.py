"""What stands under the database: a SQLite file or a PostgreSQL server, alike to all who use them.

Either gives one engine to write with, on which a transaction begins only when nobody else's is
open, and one to read with that cannot write and sees one unchanging state. That alone makes feeds
right: sequences are given while nobody else can, so that none appears behind one already read.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DatabaseError, InterfaceError, OperationalError
from sqlalchemy.pool import QueuePool

from portfolio_app.errors import BadInput, StorageFull, StoreAway, StoreDamaged
from portfolio_app.school.places import PostgresAddress

READERS = 8
BUSY_TIMEOUT_MS = 10_000
CACHE_KIB = 2_048
TURN_TIMEOUT_MS = 30_000
IDLE_TIMEOUT_MS = 60_000
CONNECT_SECONDS = 10
WRITERS_LOCK = 7_205_759_403
"""The advisory lock that whoever writes to a school's schema holds until the commit is done."""

_DISK_FULL = "53100"
_NOT_PERMITTED = "42501"
_DAMAGED = ("XX001", "XX002")
_AWAY_CLASSES = ("08", "53", "57")  # connection, resources, operator
_AWAY = ("25P03", "25P04", "40P01", "55P03")  # too long idle or open, deadlock, no turn


def write_engine(place: Path | PostgresAddress) -> Engine:
    """An engine whose transactions wait for their turn at the start and are durable at the end."""
    if isinstance(place, PostgresAddress):
        engine = _postgres_engine(place, 1, 1, "READ COMMITTED", ())
        # The lock is taken before anything is read, and each statement then sees what those
        # before it committed: a snapshot taken while still waiting would not.
        event.listen(engine, "begin", _wait_for_turn)
        return engine
    engine = create_engine(
        f"sqlite:///{place}", hide_parameters=True, poolclass=QueuePool, pool_size=1, max_overflow=1
    )
    settings = (
        "journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "secure_delete=ON",
        "trusted_schema=OFF",
    )  # fmt: skip
    _prepare_sqlite(engine, settings, "BEGIN IMMEDIATE")
    return engine


def read_engine(place: Path | PostgresAddress) -> Engine:
    """An engine whose transactions cannot write, and see one state from begin to end."""
    if isinstance(place, PostgresAddress):
        read_only = ("default_transaction_read_only=on",)
        return _postgres_engine(place, READERS, 0, "REPEATABLE READ", read_only)
    address = f"sqlite:///file:{place}?mode=ro&uri=true"
    engine = create_engine(
        address, hide_parameters=True, poolclass=QueuePool, pool_size=READERS, max_overflow=0
    )
    _prepare_sqlite(engine, ("query_only=ON", "trusted_schema=OFF"), "BEGIN")
    return engine


def fold_log(writing: Engine) -> None:
    """Write what lies beside a SQLite file into it and empty that; nothing for PostgreSQL."""
    if writing.dialect.name != "sqlite":
        return
    raw = writing.raw_connection()
    try:
        raw.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        raw.close()


def scrub(writing: Engine) -> None:
    """Take deleted bytes out of the store's own files.

    SQLite overwrites them (secure_delete) and its log is emptied; PostgreSQL writes the small table
    of keys anew, without which the rest of what was deleted is noise. Its log and archives are the
    administrator's: docs/administration.md.
    """
    if writing.dialect.name == "sqlite":
        fold_log(writing)
        return
    try:
        with writing.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.exec_driver_sql("VACUUM FULL keys")
            connection.exec_driver_sql("VACUUM")
            connection.exec_driver_sql("CHECKPOINT")
    except DatabaseError as error:
        if getattr(error.orig, "sqlstate", None) != _NOT_PERMITTED:
            raise translated(error) from None


def translated(error: Exception) -> Exception:
    """A database error in the product's words; anything else as it is."""
    if not isinstance(error, DatabaseError | InterfaceError):
        return error
    state = getattr(error.orig, "sqlstate", None)
    said = str(error.orig)
    if state == _DISK_FULL or (isinstance(error, OperationalError) and "full" in said):
        return StorageFull("The school server's disk is full; make room. Nothing was half-saved.")
    if state in _DAMAGED or "malformed" in said:
        return StoreDamaged("The school database is damaged; bring back the last backup.")
    if error.connection_invalidated or _is_away(error):
        return StoreAway("The school's database does not answer; try again in a moment.")
    return error


def _is_away(error: Exception) -> bool:
    """Whether PostgreSQL was stopped, is full of callers, or let nobody write for too long."""
    orig = getattr(error, "orig", None)
    if not type(orig).__module__.startswith("psycopg"):
        return False
    state = getattr(orig, "sqlstate", None)
    if state is None:
        return isinstance(error, OperationalError | InterfaceError)
    return state[:2] in _AWAY_CLASSES or state in _AWAY


def _wait_for_turn(connection: Connection) -> None:
    connection.exec_driver_sql(
        f"SELECT pg_advisory_xact_lock({WRITERS_LOCK} + hashtext(coalesce(current_schema(), '')))"
    )


def _postgres_engine(
    place: PostgresAddress, size: int, more: int, isolation: str, settings: Sequence[str]
) -> Engine:
    # A machine that vanishes while it holds the writers' lock must not hold it for hours.
    options = (
        f"lock_timeout={TURN_TIMEOUT_MS}",
        f"idle_in_transaction_session_timeout={IDLE_TIMEOUT_MS}",
        *("tcp_keepalives_idle=10", "tcp_keepalives_interval=5", "tcp_keepalives_count=3"),
        *("synchronous_commit=on", "client_encoding=UTF8"),
        *settings,
    )
    arguments = {
        "connect_timeout": CONNECT_SECONDS,
        "application_name": "portfolio school",
        "options": " ".join(f"-c {option}" for option in options),
    }
    try:
        return create_engine(
            _with_driver(place), hide_parameters=True, poolclass=QueuePool, pool_size=size,
            max_overflow=more, pool_pre_ping=True, isolation_level=isolation,
            connect_args=arguments,
        )  # fmt: skip
    except ModuleNotFoundError:
        raise BadInput(
            "PostgreSQL needs one more package: pip install 'portfolio[school-large]'."
        ) from None


def _with_driver(place: PostgresAddress) -> URL:
    try:
        return make_url(place.url).set(drivername="postgresql+psycopg")
    except (ArgumentError, ValueError):
        raise BadInput(
            "The address of the school's PostgreSQL database cannot be read; it must look like"
            " postgresql://user@host/name."
        ) from None


def _prepare_sqlite(engine: Engine, settings: Sequence[str], begin: str) -> None:
    def connect(connection: Any, _record: Any) -> None:
        connection.isolation_level = None  # or Python's driver commits behind our back
        for setting in (f"busy_timeout={BUSY_TIMEOUT_MS}", f"cache_size=-{CACHE_KIB}", *settings):
            connection.execute(f"PRAGMA {setting}")

    def start(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    event.listen(engine, "connect", connect)
    event.listen(engine, "begin", start)
