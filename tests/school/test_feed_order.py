"""On PostgreSQL a device that reads while others write misses nothing, whoever commits first.

The trap: sequences are given when a row is written, and seen when its transaction ends. A reader
between the two moves its cursor past a row that it will never be given.
"""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, event, text

from portfolio_app.errors import StoreAway
from portfolio_app.school import app
from portfolio_app.school.database import backing, engine, facts
from portfolio_app.school.database.engine import Database, Transaction
from portfolio_app.school.database.feed import Feed
from portfolio_app.school.database.upgrade import upgrade
from portfolio_app.school.keyring import Keyring
from portfolio_app.school.places import PostgresAddress
from sync import server
from sync.change import Change, Rule
from sync.clock import HybridClock, format_stamp
from tests.school.careless_school import CountingFeed
from tests.servers import Postgres

SCOPE = "p/ada"
WAIT_SECONDS = 20


def change(number: int) -> Change:
    return Change(app.new_id(), SCOPE, f"work{number}", "artifact", "title", Rule.SCALAR,
                  f"Title {number}", format_stamp(1_000 + number, 0, "0" * 16))  # fmt: skip


def push(transaction: Transaction, number: int, make: Callable[[Transaction], Feed] = Feed) -> None:
    server.accept([change(number)], make(transaction), author="ada", clock=HybridClock("0" * 16),
                  may_write=lambda *_: None, now_ms=2_000)  # fmt: skip


def numbers_after(database: Database, cursor: int) -> list[int]:
    rows = database.read(lambda transaction: Feed(transaction).rows(SCOPE, cursor, 100))
    return [row.sequence for row in rows]


@dataclass
class Meeting:
    """Two server processes on one database; the first stops in the middle of a write."""

    first: Database
    second: Database
    is_written: threading.Event
    may_commit: threading.Event

    def slow_push(self, number: int, make: Callable[[Transaction], Feed]) -> threading.Thread:
        def work(transaction: Transaction) -> None:
            push(transaction, number, make)
            self.is_written.set()
            assert self.may_commit.wait(WAIT_SECONDS)

        thread = threading.Thread(target=lambda: self.first.write(work))
        thread.start()
        assert self.is_written.wait(WAIT_SECONDS)
        return thread


@pytest.fixture
def address(postgres_server: Postgres) -> PostgresAddress:
    found = PostgresAddress(postgres_server.database())
    upgrade(found)
    return found


def meeting(address: PostgresAddress) -> Meeting:
    first, second = Database(address, Keyring(bytes(32))), Database(address, Keyring(bytes(32)))
    first.write(lambda transaction: transaction.make_keys(SCOPE))
    return Meeting(first, second, threading.Event(), threading.Event())


def is_waiting(database: Database) -> bool:
    """Whether some process waits for its turn to write."""
    waiting = "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted"
    return bool(database.read(lambda t: t.connection.scalar(text(waiting))))


def rows_delivered(met: Meeting, make: Callable[[Transaction], Feed]) -> tuple[list[int], int]:
    """What a device was given in the end, reading once in the middle; and how many rows are."""
    slow = met.slow_push(1, make)
    quick = threading.Thread(target=lambda: met.second.write(lambda t: push(t, 2, make)))
    quick.start()
    while quick.is_alive() and not is_waiting(met.second):
        quick.join(0.01)  # without turns it gets through; with them it waits for the first
    seen = numbers_after(met.second, 0)
    cursor = max(seen, default=0)
    met.may_commit.set()
    slow.join()
    quick.join()
    seen += numbers_after(met.second, cursor)
    total = len(numbers_after(met.second, 0))
    met.first.close()
    met.second.close()
    return seen, total


def test_a_reader_between_two_writers_is_given_every_row(address: PostgresAddress) -> None:
    seen, total = rows_delivered(meeting(address), Feed)
    assert (seen, total) == ([1, 2], 2)


def test_a_bare_counter_without_turns_loses_a_row(
    address: PostgresAddress, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The planted mistake, to know that the test above would see it."""
    monkeypatch.setattr(backing, "_wait_for_turn", lambda connection: None)
    met = meeting(address)
    met.first.write(lambda t: t.connection.execute(text("CREATE SEQUENCE feed_numbers")))
    seen, total = rows_delivered(met, CountingFeed)
    assert total == 2
    assert seen == [2], "row 1 was committed later and is never delivered"


def test_many_writers_in_several_processes_lose_nothing_and_keep_the_order(
    address: PostgresAddress,
) -> None:
    databases = [Database(address, Keyring(bytes(32))) for _ in range(3)]
    databases[0].write(lambda transaction: transaction.make_keys(SCOPE))
    done = threading.Event()
    seen: list[int] = []

    def write(database: Database, start: int) -> None:
        for number in range(start, start + 25):
            database.write(lambda t, number=number: push(t, number))  # type: ignore[misc]

    def read() -> None:
        is_last = False
        while not is_last:
            is_last = done.is_set()
            seen.extend(numbers_after(databases[0], max(seen, default=0)))

    reader = threading.Thread(target=read)
    writers = [
        threading.Thread(target=write, args=(databases[index % 3], 1000 * index))
        for index in range(6)
    ]
    for thread in (reader, *writers):
        thread.start()
    for thread in writers:
        thread.join()
    done.set()
    reader.join()
    assert seen == list(range(1, 6 * 25 + 1))
    for database in databases:
        database.close()


def test_the_turn_is_taken_before_anything_is_read(address: PostgresAddress) -> None:
    """Or a writer that waited would decide by what stood before the other one wrote."""
    met = meeting(address)

    def count(transaction: Transaction) -> None:
        facts.tell(transaction, "n", str(int(facts.fact(transaction, "n") or 0) + 1))

    threads = [
        threading.Thread(
            target=lambda database=database: [database.write(count) for _ in range(20)]
        )
        for database in (met.first, met.second)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert met.first.read(lambda t: facts.fact(t, "n")) == "40"
    met.first.close()
    met.second.close()


def test_two_processes_that_start_together_make_the_tables_once(postgres_server: Postgres) -> None:
    fresh = PostgresAddress(postgres_server.database())
    failed: list[Exception] = []

    def start() -> None:
        try:
            upgrade(fresh)
        except Exception as error:  # noqa: BLE001 - the test says which
            failed.append(error)

    threads = [threading.Thread(target=start) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []


def test_readers_cannot_write_and_see_one_state(address: PostgresAddress) -> None:
    database = Database(address, Keyring(bytes(32)))
    with pytest.raises(Exception, match="read-only"):
        database.read(lambda transaction: facts.tell(transaction, "x", "y"))

    def twice(transaction: Transaction) -> tuple[str, str]:
        before = facts.fact(transaction, "x")
        database.write(lambda t: facts.tell(t, "x", "changed meanwhile"))
        return before, facts.fact(transaction, "x")

    assert database.read(twice) == ("", "")
    database.close()


def test_a_writer_that_vanishes_lets_the_next_one_in(address: PostgresAddress) -> None:
    """What a dead process held is let go; its group is told so, and the next one works."""
    database = Database(address, Keyring(bytes(32)))

    def cut(transaction: Transaction) -> None:
        own: Any = transaction.connection.scalar(text("SELECT pg_backend_pid()"))
        other = backing.write_engine(address)
        event.remove(other, "begin", backing._wait_for_turn)

        def end(connection: Connection) -> None:
            connection.execute(text("SELECT pg_terminate_backend(:own)"), {"own": own})

        with other.begin() as connection:
            end(connection)
        other.dispose()
        facts.tell(transaction, "lost", "yes")

    with pytest.raises(StoreAway):
        database.write(cut)
    database.write(lambda t: facts.tell(t, "kept", "yes"))
    assert database.read(lambda t: (facts.fact(t, "lost"), facts.fact(t, "kept"))) == ("", "yes")
    assert engine.GROUP_LIMIT > 1
    database.close()


def test_a_database_that_is_not_there_is_said_to_be_away(tmp_path: Path) -> None:
    nowhere = PostgresAddress(f"postgresql://nobody@/none?host={tmp_path}")
    with pytest.raises(StoreAway):
        upgrade(nowhere)
    with pytest.raises(StoreAway):
        Database(nowhere, Keyring(bytes(32)))
