"""The few statements that every exchange makes, said to SQLite itself.

What SQLAlchemy does around an execution costs five to ten times what such a statement costs, and a
school's one process is short of processor time. It still writes the SQL, once for each statement,
and says what went wrong. PostgreSQL, where a network lies between, goes the long way.
"""

from collections.abc import Generator, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Delete, Insert, Select, Update
from sqlalchemy.engine.default import DefaultDialect
from sqlalchemy.exc import DBAPIError, OperationalError

Said = Select[Any] | Insert | Update | Delete
_FETCHED = 64
_SQLITE = "sqlite"


@dataclass(frozen=True, slots=True)
class _Written:
    """A statement's SQL, the names of its values in the order in which they stand there, and those
    that SQLAlchemy puts in itself. With the statement, so that its number is nobody else's.
    """

    statement: Said
    sql: str
    order: tuple[str, ...]
    fixed: Mapping[str, Any]

    def values(self, given: Mapping[str, Any]) -> list[Any]:
        """As the driver wants them."""
        known = {**self.fixed, **given} if self.fixed else given
        return [known[name] for name in self.order]


class Direct:
    """Statements of one database as its driver wants them. Safe to share between threads.

    Only for values that the driver takes and gives as they are (text, whole numbers, bytes, yes or
    no, nothing), and without lists in the SQL. Rows are plain tuples.
    """

    def __init__(self) -> None:
        self._written: dict[tuple[int, tuple[str, ...]], _Written] = {}

    def rows(
        self, connection: Connection, statement: Select[Any], values: Mapping[str, Any]
    ) -> Sequence[tuple[Any, ...]]:
        """All rows of a query."""
        if connection.dialect.name != _SQLITE:
            return [tuple(row) for row in connection.execute(statement, values)]
        return list(self._run(connection, statement, values))

    def some_rows(
        self, connection: Connection, statement: Select[Any], values: Mapping[str, Any]
    ) -> Generator[tuple[Any, ...]]:
        """The rows of a query as they are asked for; close it when they are not all wanted."""
        if connection.dialect.name != _SQLITE:
            with connection.execute(statement, values) as found:
                for row in found:
                    yield tuple(row)
            return
        yield from self._run(connection, statement, values)

    def do(
        self, connection: Connection, statement: Said, rows: Sequence[Mapping[str, Any]]
    ) -> None:
        """A statement that writes, once for each of these; nothing for none."""
        if not rows:
            return
        if connection.dialect.name != _SQLITE:
            connection.execute(statement, rows)
            return
        written = self._write(connection, statement, tuple(rows[0]))
        cursor = connection.connection.cursor()
        try:
            cursor.executemany(written.sql, [written.values(row) for row in rows])
        except connection.dialect.loaded_dbapi.Error as error:
            raise _told(connection, written.sql, error) from None
        finally:
            cursor.close()

    @contextmanager
    def savepoint(self, connection: Connection) -> Iterator[None]:
        """A part of a transaction that is undone alone if it raises."""
        if connection.dialect.name != _SQLITE:
            with connection.begin_nested():
                yield
            return
        _say(connection, "SAVEPOINT one")
        try:
            yield
        except BaseException as problem:
            _undo(connection, problem)
            raise
        _say(connection, "RELEASE one")

    def _run(
        self, connection: Connection, statement: Select[Any], values: Mapping[str, Any]
    ) -> Generator[tuple[Any, ...]]:
        written = self._write(connection, statement, tuple(values))
        cursor = connection.connection.cursor()
        try:
            cursor.execute(written.sql, written.values(values))
            while some := cursor.fetchmany(_FETCHED):
                yield from some
        except connection.dialect.loaded_dbapi.Error as error:
            raise _told(connection, written.sql, error) from None
        finally:
            cursor.close()

    def _write(self, connection: Connection, statement: Said, names: tuple[str, ...]) -> _Written:
        found = self._written.get((id(statement), names))
        if found is None:
            keys = None if isinstance(statement, Select) else list(names)
            compiled = statement.compile(dialect=connection.dialect, column_keys=keys)
            order = tuple(getattr(compiled, "positiontup", None) or ())
            fixed = {name: compiled.params[name] for name in order if name not in names}
            found = _Written(statement, str(compiled), order, fixed)
            self._written[id(statement), names] = found
        return found


def _undo(connection: Connection, problem: BaseException) -> None:
    try:
        _say(connection, "ROLLBACK TO one")
        _say(connection, "RELEASE one")
    except OperationalError:
        # A full disk, say, for which SQLite undid everything: that is what has to be told.
        if isinstance(problem, OperationalError):
            raise problem from None
        raise


def _say(connection: Connection, sql: str) -> None:
    cursor = connection.connection.cursor()
    try:
        cursor.execute(sql)
    except connection.dialect.loaded_dbapi.Error as error:
        raise _told(connection, sql, error) from None
    finally:
        cursor.close()


def _told(connection: Connection, sql: str, error: Exception) -> BaseException:
    """A driver's error as SQLAlchemy would raise it, without the values."""
    dialect = connection.dialect
    return DBAPIError.instance(
        sql, None, error, dialect.loaded_dbapi.Error, hide_parameters=True,
        dialect=dialect if isinstance(dialect, DefaultDialect) else None,
    )  # fmt: skip
