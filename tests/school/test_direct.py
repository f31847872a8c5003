"""What is said to SQLite directly is what SQLAlchemy would have said, and fails as it would."""

from collections.abc import Iterator
from contextlib import closing

import pytest
from sqlalchemy import Connection, bindparam, create_engine, event, insert, select, update
from sqlalchemy.exc import IntegrityError, OperationalError

from portfolio_app.school.database import tables
from portfolio_app.school.database.direct import Direct

TABLE = tables.scopes
ALL = select(TABLE).where(TABLE.c.head > bindparam("after")).order_by(TABLE.c.scope)
SOME = ALL.limit(bindparam("most"))
MOVE = update(TABLE).where(TABLE.c.scope == bindparam("its_scope"))
ROWS = [{"scope": f"p/{number:03}", "head": number, "digest": "0"} for number in range(200)]


@pytest.fixture
def connection() -> Iterator[Connection]:
    engine = create_engine("sqlite://")

    def by_hand(opened: object, _record: object) -> None:
        opened.isolation_level = None  # type: ignore[attr-defined]

    event.listen(engine, "connect", by_hand)
    event.listen(engine, "begin", lambda begun: begun.exec_driver_sql("BEGIN"))
    tables.metadata.create_all(engine)
    with engine.begin() as opened:
        yield opened
    engine.dispose()


def test_it_gives_the_rows_that_sqlalchemy_gives(connection: Connection) -> None:
    direct = Direct()
    direct.do(connection, insert(TABLE), ROWS)
    direct.do(connection, MOVE, [{"its_scope": "p/007", "head": 700, "digest": "7"}])
    direct.do(connection, MOVE, [])
    for statement, values in ((ALL, {"after": 150}), (SOME, {"after": 3, "most": 70})):
        found = direct.rows(connection, statement, values)
        assert found == [tuple(row) for row in connection.execute(statement, values)]
        assert len(found) > 40
    with closing(direct.some_rows(connection, ALL, {"after": -1})) as some:
        assert next(some) == ("p/000", 0, "0")
    assert direct.rows(connection, ALL, {"after": 699}) == [("p/007", 700, "7")]


def test_what_goes_wrong_is_said_as_sqlalchemy_says_it(connection: Connection) -> None:
    direct = Direct()
    with pytest.raises(IntegrityError) as told:
        direct.do(connection, insert(TABLE), [{**ROWS[0], "digest": "quillfeather"}] * 2)
    assert "quillfeather" not in str(told.value)
    connection.exec_driver_sql("DROP TABLE scopes")
    with pytest.raises(OperationalError):
        direct.rows(connection, ALL, {"after": 0})


def test_a_part_that_fails_is_undone_alone(connection: Connection) -> None:
    direct = Direct()
    with direct.savepoint(connection):
        direct.do(connection, insert(TABLE), ROWS[:1])
    with pytest.raises(IntegrityError), direct.savepoint(connection):
        direct.do(connection, insert(TABLE), ROWS[1:3] + ROWS[:1])
    with direct.savepoint(connection):
        direct.do(connection, insert(TABLE), ROWS[5:6])
    found = direct.rows(connection, ALL, {"after": -1})
    assert [scope for scope, _, _ in found] == ["p/000", "p/005"]


def test_what_undid_everything_is_what_is_told(connection: Connection) -> None:
    """On a full disk SQLite may undo the whole transaction, and the savepoint is gone with it."""
    full = OperationalError("INSERT", None, Exception("database or disk is full"))

    def fail(problem: Exception) -> None:
        with Direct().savepoint(connection):
            connection.exec_driver_sql("ROLLBACK")
            connection.exec_driver_sql("BEGIN")
            raise problem

    with pytest.raises(OperationalError, match="full"):
        fail(full)
    with pytest.raises(OperationalError, match="savepoint"):
        fail(ValueError("nobody may think that this alone was undone"))
