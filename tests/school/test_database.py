"""The database: schema steps, one writer, and what happens when a write goes wrong."""

import sqlite3
import threading
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from portfolio_app.errors import BadInput, NotFound, StorageFull
from portfolio_app.school.database import engine, facts, tables
from portfolio_app.school.database.backing import translated, write_engine
from portfolio_app.school.database.engine import Database, Transaction
from portfolio_app.school.database.upgrade import upgrade
from portfolio_app.school.keyring import Keyring


@pytest.fixture
def path(tmp_path: Path) -> Path:
    found = tmp_path / "school.sqlite"
    upgrade(found)
    return found


def test_the_schema_steps_make_the_tables_that_the_program_uses(path: Path) -> None:
    upgrade(path)  # a second time changes nothing
    made = write_engine(path)
    with made.begin() as connection:
        assert compare_metadata(MigrationContext.configure(connection), tables.metadata) == []
    made.dispose()


def test_a_schema_step_that_fails_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from alembic import op  # noqa: PLC0415

    real, made = op.create_table, []

    def failing(name: str, *columns: object, **more: object) -> object:
        made.append(name)
        if len(made) == 4:
            raise ZeroDivisionError
        return real(name, *columns, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(op, "create_table", failing)
    with pytest.raises(ZeroDivisionError):
        upgrade(tmp_path / "new.sqlite")
    with sqlite3.connect(tmp_path / "new.sqlite") as connection:
        assert connection.execute("select name from sqlite_master").fetchall() == []
    connection.close()


def test_a_newer_programs_database_is_left_alone(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("update alembic_version set version_num = '9999'")
    connection.close()
    with pytest.raises(BadInput, match="newer version"):
        upgrade(path)


@pytest.fixture
def database(path: Path) -> Database:
    return Database(path, Keyring(bytes(32)))


def test_a_write_that_fails_takes_nothing_with_it(database: Database) -> None:
    """Many at once, some failing: each that returned is there, each that raised is not."""

    def work(number: int) -> bool:
        def job(transaction: Transaction) -> None:
            facts.tell(transaction, f"fact{number}", str(number))
            if number % 3 == 0:
                raise NotFound("planted")

        try:
            database.write(job)
        except NotFound:
            return False
        return True

    done: dict[int, bool] = {}
    threads = [
        threading.Thread(target=lambda number=number: done.update({number: work(number)}))
        for number in range(60)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for number, was_kept in done.items():
        kept = database.read(lambda t, number=number: facts.fact(t, f"fact{number}"))  # type: ignore[misc]
        assert kept == (str(number) if was_kept else "")
        assert was_kept is (number % 3 != 0)
    database.close()


def test_a_key_that_was_rolled_back_seals_nothing_later(database: Database) -> None:
    """A scope whose first write failed gets another key: the old one must not be remembered."""

    def failing(transaction: Transaction) -> None:
        transaction.make_keys("p/x").seal("record", "a", 1)
        raise NotFound("planted")

    with pytest.raises(NotFound):
        database.write(failing)
    sealed = database.write(lambda t: t.make_keys("p/x").seal("record", "a", "kept"))
    fresh = Keyring(bytes(32))
    wrapped = database.read(
        lambda t: t.connection.execute(text("select wrapped from keys")).scalar_one()
    )
    assert fresh.scope("p/x", wrapped).open("record", "a", sealed) == "kept"
    database.close()


def test_a_full_disk_is_said_in_words_and_the_writer_lives_on(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(transaction: Transaction) -> None:
        transaction.connection.exec_driver_sql("PRAGMA max_page_count = 1")
        transaction.connection.exec_driver_sql("create table filler (x)")
        for _ in range(200):
            transaction.connection.exec_driver_sql("insert into filler values (zeroblob(4000))")

    with pytest.raises(StorageFull):
        database.write(full)
    database.write(lambda t: t.connection.exec_driver_sql("PRAGMA max_page_count = 1000000"))
    database.write(lambda t: facts.tell(t, "after", "yes"))
    assert database.read(lambda t: facts.fact(t, "after")) == "yes"
    database.close()


def test_readers_cannot_write(database: Database) -> None:
    with pytest.raises(OperationalError, match="readonly"):
        database.read(lambda transaction: facts.tell(transaction, "x", "y"))
    database.close()


def test_an_error_shows_no_values(database: Database) -> None:
    def odd(transaction: Transaction) -> None:
        transaction.connection.execute(tables.facts.insert().values(name="secret-name", value=None))

    with pytest.raises(Exception, match="NOT NULL") as caught:
        database.write(odd)
    assert "secret-name" not in str(caught.value)
    database.close()


def test_other_errors_stay_what_they_are() -> None:
    error = ValueError("x")
    assert translated(error) is error
    assert engine.GROUP_LIMIT > 1


def test_two_programs_share_one_database(path: Path) -> None:
    """An import runs while the server does."""
    one, two = Database(path, Keyring(bytes(32))), Database(path, Keyring(bytes(32)))
    for number in range(20):
        chosen = one if number % 2 else two
        chosen.write(lambda t, number=number: facts.tell(t, f"n{number}", "x"))  # type: ignore[misc]
    assert all(one.read(lambda t, n=n: facts.fact(t, f"n{n}")) for n in range(20))  # type: ignore[misc]
    one.close()
    two.close()
