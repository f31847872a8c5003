"""Opening the file, one writer with group commit, and readers that cannot write.

Many SQLite writers starve each other for seconds; one thread that commits up to sixteen requests at
a time does not. Each request runs in a savepoint, so that one that fails takes nothing with it.
"""

import queue
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, create_engine, event, insert, select
from sqlalchemy.exc import DatabaseError, OperationalError, SQLAlchemyError
from sqlalchemy.pool import QueuePool

from portfolio_app.errors import NotFound, StorageFull, StoreDamaged
from portfolio_app.school.database import tables
from portfolio_app.school.keyring import Keyring, ScopeKeys

FILE_NAME = "school.sqlite"
GROUP_LIMIT = 16
WAITING_LIMIT = 1_024
READERS = 8
BUSY_TIMEOUT_MS = 10_000
CACHE_KIB = 2_048

_Outcome = TypeVar("_Outcome")


@dataclass(frozen=True, slots=True)
class Transaction:
    """One open look at the database, or one write in the making."""

    connection: Connection
    keyring: Keyring

    def keys(self, scope: str) -> ScopeKeys:
        """The keys of a scope. Raises NotFound when the scope has none (yet, or no more)."""
        wrapped = self.connection.scalar(
            select(tables.keys.c.wrapped).where(tables.keys.c.scope == scope)
        )
        if wrapped is None:
            raise NotFound(f"The scope {scope} has no key here; it was never made or was erased.")
        return self.keyring.scope(scope, wrapped)

    def make_keys(self, scope: str) -> ScopeKeys:
        """Give a new scope its key."""
        wrapped = self.keyring.new_scope_key(scope)
        self.connection.execute(insert(tables.keys).values(scope=scope, wrapped=wrapped))
        return self.keyring.scope(scope, wrapped)


@dataclass(frozen=True, slots=True)
class _Job:
    work: Callable[[Transaction], Any]
    outcome: "Future[Any]"


class Database:
    """The school's database, open. `read` and `write` may be called from any thread."""

    def __init__(self, path: Path, keyring: Keyring) -> None:
        self._keyring = keyring
        self._writing = write_engine(path)
        self._reading = _read_engine(path)
        self._jobs: queue.Queue[_Job | None] = queue.Queue(WAITING_LIMIT)
        self._is_closed = False
        self._writer = threading.Thread(target=self._write_all, name="school-writer", daemon=True)
        # The file must be in WAL mode before a read-only connection opens it.
        with self._writing.connect():
            pass
        self._writer.start()

    def read(self, query: Callable[[Transaction], _Outcome]) -> _Outcome:
        """Run a query on one unchanging view of the database. Raises StoreDamaged."""
        try:
            with self._reading.begin() as connection:
                return query(Transaction(connection, self._keyring))
        except SQLAlchemyError as error:
            raise translated(error) from None

    def write(self, work: Callable[[Transaction], _Outcome]) -> _Outcome:
        """Run `work` in the writer; returns when it is durable. Nothing stays if it raises."""
        outcome: Future[_Outcome] = Future()
        self._jobs.put(_Job(work, outcome))
        return outcome.result()

    def close(self) -> None:
        """Finish what is waiting, fold the log into the file, and close; once is enough."""
        if self._is_closed:
            return
        self._is_closed = True
        self._jobs.put(None)
        self._writer.join()
        self._reading.dispose()
        raw = self._writing.raw_connection()
        raw.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
        raw.close()
        self._writing.dispose()

    def _write_all(self) -> None:
        while True:
            first = self._jobs.get()
            if first is None:
                return
            group = [first]
            is_last = False
            while len(group) < GROUP_LIMIT and not is_last:
                try:
                    job = self._jobs.get_nowait()
                except queue.Empty:
                    break
                if job is None:
                    is_last = True
                else:
                    group.append(job)
            self._commit(group)
            if is_last:
                return

    def _commit(self, group: Sequence[_Job]) -> None:
        results: list[tuple[_Job, Any]] = []
        try:
            with self._writing.begin() as connection:
                transaction = Transaction(connection, self._keyring)
                results = [(job, _attempt(job, transaction)) for job in group]
        except Exception as error:  # noqa: BLE001 - whoever asked gets it; the writer lives on
            for job in group:
                job.outcome.set_exception(translated(error))
            return
        for job, result in results:
            if isinstance(result, _Failed):
                job.outcome.set_exception(result.error)
            else:
                job.outcome.set_result(result)


@dataclass(frozen=True, slots=True)
class _Failed:
    error: Exception


def _attempt(job: _Job, transaction: Transaction) -> Any:
    try:
        with transaction.connection.begin_nested():
            return job.work(transaction)
    except OperationalError:
        raise  # the file itself is in trouble: nobody in this group may believe otherwise
    except Exception as error:  # noqa: BLE001 - it belongs to the request that caused it
        return _Failed(error)


def translated(error: Exception) -> Exception:
    """A database error in the product's words; anything else as it is."""
    if isinstance(error, OperationalError) and "full" in str(error.orig):
        return StorageFull("The school server's disk is full; make room. Nothing was half-saved.")
    if isinstance(error, DatabaseError) and "malformed" in str(error.orig):
        return StoreDamaged("The school database is damaged; bring back the last backup.")
    return error


def write_engine(path: Path) -> Engine:
    """An engine whose transactions take the write lock at once and reach the disk at commit."""
    engine = create_engine(
        f"sqlite:///{path}", hide_parameters=True, poolclass=QueuePool, pool_size=1, max_overflow=1
    )
    settings = (
        "journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "secure_delete=ON",
        "trusted_schema=OFF",
    )  # fmt: skip
    _prepare(engine, settings, "BEGIN IMMEDIATE")
    return engine


def _read_engine(path: Path) -> Engine:
    address = f"sqlite:///file:{path}?mode=ro&uri=true"
    engine = create_engine(
        address, hide_parameters=True, poolclass=QueuePool, pool_size=READERS, max_overflow=0
    )
    _prepare(engine, ("query_only=ON", "trusted_schema=OFF"), "BEGIN")
    return engine


def _prepare(engine: Engine, settings: Sequence[str], begin: str) -> None:
    def connect(connection: Any, _record: Any) -> None:
        connection.isolation_level = None  # or Python's driver commits behind our back
        for setting in (f"busy_timeout={BUSY_TIMEOUT_MS}", f"cache_size=-{CACHE_KIB}", *settings):
            connection.execute(f"PRAGMA {setting}")

    def start(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    event.listen(engine, "connect", connect)
    event.listen(engine, "begin", start)
