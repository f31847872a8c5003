"""Looking up and writing many documents at once is the same as one by one."""

from __future__ import annotations

import contextlib
from pathlib import Path

import pytest

from portfolio_app.errors import NotFound
from portfolio_app.student.vault import table_state, tables
from portfolio_app.student.vault.indexes import Indexes, TableIndex
from portfolio_app.student.vault.log import SealedLog
from portfolio_app.student.vault.outbox import Outbox
from portfolio_app.student.vault.store import Store
from portfolio_app.student.vault.tables import SealedDatabase, Table
from sync.change import Change, Rule
from tests.student.vault.device import open_log
from tests.student.vault.faulty_disk import FaultyDisk

INDEX = TableIndex(equal=(("name",), ("in", "name")), ordered=(("at",),))
KEY = bytes(range(32))
LOG = Path("/log")
COUNT = 300  # more than are looked through one by one


def opened(index: TableIndex = INDEX) -> tuple[Store, Table]:
    disk = FaultyDisk()
    SealedLog.create(disk, LOG, KEY, {})
    store, _ = open_log(disk, LOG, KEY, Indexes({}, index))
    return store, SealedDatabase(store).table("documents")


@pytest.mark.parametrize("asked", [0, 1, table_state.MANY_CODES + 1, tables.MANY_ASKED + 1, COUNT])
@pytest.mark.parametrize("count", [40, COUNT])
def test_many_are_found_as_each_is(asked: int, count: int) -> None:
    store, table = opened()
    made = [{"name": f"n{number % 50}", "in": {"name": number}} for number in range(count)]
    table.insert_multiple([*made, {"name": 5}, {"name": ["n1"]}, {}])
    names = [f"n{number}" for number in range(asked)]
    for _ in range(3):
        each = {d.doc_id: d for name in names for d in table.having(("name",), name)}
        assert {d.doc_id: d for d in table.having_any(("name",), names)} == each
        with store.batch():
            table.update({"at": 1}, doc_ids=[1])
            table.remove(doc_ids=[2, 2, 10_000])
            assert {d.doc_id for d in table.having_any(("name",), names)} == {*each} - {2}
        store.tidy()
    with pytest.raises(NotFound):
        table.having_any(("at",), names)


def test_many_are_written_in_one_step_or_not_at_all() -> None:
    store, table = opened()
    numbers = table.insert_multiple([{"name": "a"}, {"name": "b"}, {"name": "c"}])
    before = store.settled_commit()
    table.write_multiple({numbers[1]: {"name": "B"}}, [{"name": "d"}, {"name": "e"}])
    assert [document["name"] for document in table] == ["a", "B", "c", "d", "e"]
    assert store.settled_commit() == (before or 0) + 1
    assert [d.doc_id for d in table.having_any(("name",), {"b", "B", "e"})] == [2, 5]
    with contextlib.suppress(KeyError), store.batch():
        table.write_multiple({1: {"name": "x"}}, [{"name": "y"}])
        raise KeyError
    assert [document["name"] for document in table] == ["a", "B", "c", "d", "e"]
    assert table.insert({"name": "f"}) == 6


def test_what_is_seen_goes_out_and_the_rest_of_its_records_is_told() -> None:
    index = TableIndex(equal=(("change", "id"), ("change", "record")), ordered=(("order",),))
    outbox = Outbox(opened(index)[1])
    made = [
        Change(
            f"{n:032x}", "c/one" if n == 5 else "self", f"r{n % 3}", "reflection", "words",
            Rule.TEXT, "x", f"{n:012x}-0000-{'a' * 16}",
        )
        for n in range(9)
    ]  # fmt: skip
    assert outbox.take_out({made[0].id}, {("self", "r0")}) == (set(), {})
    outbox.put_last(made)
    outbox.refuse(made[6].id, "too_large")
    seen = {made[0].id, made[1].id, made[8].id, "f" * 32}
    gone, left = outbox.take_out(seen, {("self", "r0"), ("self", "r2")})
    assert gone == {("self", "r0"), ("self", "r1"), ("self", "r2")}
    assert left == {
        ("self", "r0"): [(made[3], False), (made[6], True)],
        ("self", "r2"): [(made[2], False)],
    }
    assert left == outbox.of_each({("self", "r0"), ("self", "r2")})
    assert [*outbox.waiting()] == [made[n] for n in (2, 3, 4, 5, 7)]
