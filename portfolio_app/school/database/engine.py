"""One writer with group commit, and readers that cannot write, on SQLite and on PostgreSQL.

Many SQLite writers starve each other for seconds; one thread that commits up to sixteen requests at
a time does not. Each request runs in a savepoint, so that one that fails takes nothing with it.
On PostgreSQL the writers of several processes take turns, a group at a time.
"""

import queue
import threading
from collections.abc import Callable, Generator, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection, Select, bindparam, insert, select
from sqlalchemy.exc import InterfaceError, OperationalError, SQLAlchemyError

from portfolio_app.errors import NotFound, StoreAway
from portfolio_app.school.database import tables
from portfolio_app.school.database.backing import (
    fold_log,
    read_engine,
    scrub,
    translated,
    write_engine,
)
from portfolio_app.school.database.direct import Direct, Said
from portfolio_app.school.keyring import Keyring, ScopeKeys
from portfolio_app.school.places import PostgresAddress

GROUP_LIMIT = 16
WAITING_LIMIT = 1_024

_WRAPPED = select(tables.keys.c.wrapped).where(tables.keys.c.scope == bindparam("scope"))

_Outcome = TypeVar("_Outcome")


@dataclass(frozen=True, slots=True)
class Transaction:
    """One open look at the database, or one write in the making."""

    connection: Connection
    keyring: Keyring
    direct: Direct
    endings: list[Callable[[], None]] = field(default_factory=list)
    """What must be done before others look or it commits: stores what was only gathered."""

    def rows(self, statement: Select[Any], values: Mapping[str, Any]) -> Sequence[tuple[Any, ...]]:
        """All rows of a query that every exchange asks; see `Direct`."""
        return self.direct.rows(self.connection, statement, values)

    def some_rows(
        self, statement: Select[Any], values: Mapping[str, Any]
    ) -> Generator[tuple[Any, ...]]:
        """The same as they are asked for; close it when they are not all wanted."""
        return self.direct.some_rows(self.connection, statement, values)

    def do(self, statement: Said, rows: Sequence[Mapping[str, Any]]) -> None:
        """A statement that every exchange makes and that writes, once for each of these."""
        self.direct.do(self.connection, statement, rows)

    def settle(self) -> None:
        """Store what was only gathered, so that any query sees it."""
        for ending in self.endings:
            ending()

    def keys(self, scope: str) -> ScopeKeys:
        """The keys of a scope. Raises NotFound when the scope has none (yet, or no more)."""
        found = self.rows(_WRAPPED, {"scope": scope})
        if not found:
            raise NotFound(f"The scope {scope} has no key here; it was never made or was erased.")
        return self.keyring.scope(scope, found[0][0])

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

    def __init__(self, place: Path | PostgresAddress, keyring: Keyring) -> None:
        self._keyring = keyring
        self._writing = write_engine(place)
        self._reading = read_engine(place)
        self._direct = Direct()
        self._jobs: queue.Queue[_Job | None] = queue.Queue(WAITING_LIMIT)
        self._is_closed = False
        self._writer = threading.Thread(target=self._write_all, name="school-writer", daemon=True)
        # A file must be in WAL mode before a read-only connection opens it.
        try:
            with self._writing.connect():
                pass
        except SQLAlchemyError as error:
            raise translated(error) from None
        self._writer.start()

    def read(self, query: Callable[[Transaction], _Outcome]) -> _Outcome:
        """Run a query on one unchanging view of the database. Raises StoreDamaged."""
        try:
            with self._reading.begin() as connection:
                return query(Transaction(connection, self._keyring, self._direct))
        except SQLAlchemyError as error:
            raise translated(error) from None

    def write(self, work: Callable[[Transaction], _Outcome]) -> _Outcome:
        """Run `work` in the writer; returns when it is durable. Nothing stays if it raises.

        StoreAway leaves open whether a commit under way was done: `work` must bear being repeated.
        """
        if self._is_closed:
            raise StoreAway("The school is closing; try again in a moment.")
        outcome: Future[_Outcome] = Future()
        self._jobs.put(_Job(work, outcome))
        return outcome.result()

    def scrub(self) -> None:
        """Leave nothing readable of what was deleted: in the log beside the file, in free space."""
        scrub(self._writing)

    def close(self) -> None:
        """Finish what is waiting, fold the log into the file, and close; once is enough."""
        if self._is_closed:
            return
        self._is_closed = True
        self._jobs.put(None)
        self._writer.join()
        self._reading.dispose()
        fold_log(self._writing)
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
                for job in group:
                    transaction = Transaction(connection, self._keyring, self._direct)
                    results.append((job, _attempt(job, transaction)))
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
        with transaction.direct.savepoint(transaction.connection):
            outcome = job.work(transaction)
            transaction.settle()
            return outcome
    except (OperationalError, InterfaceError):
        raise  # the store itself is in trouble: nobody in this group may believe otherwise
    except Exception as error:  # noqa: BLE001 - it belongs to the request that caused it
        return _Failed(error)
