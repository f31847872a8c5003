"""TinyDB over the sealed log behaves as TinyDB does, isolates what it hands out, and batches."""

from __future__ import annotations

import contextlib
import copy
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from unittest import mock

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from tinydb import TinyDB, where
from tinydb.operations import delete, increment
from tinydb.storages import MemoryStorage
from tinydb.table import Document

from portfolio_app.errors import BadInput, NotAllowed
from portfolio_app.student.vault import log as sealed_log
from portfolio_app.student.vault import table_state
from portfolio_app.student.vault.batch import MAXIMUM_DOCUMENT_BYTES
from portfolio_app.student.vault.documents import MAXIMUM_DEPTH
from portfolio_app.student.vault.log import SealedLog
from portfolio_app.student.vault.tables import SealedDatabase
from tests.student.vault.device import open_log
from tests.student.vault.faulty_disk import FaultyDisk

KEY = bytes(32)
LOG = Path("/log")


class Opened:
    def __init__(self, disk: FaultyDisk) -> None:
        self.disk = disk
        if not disk.exists(LOG):
            SealedLog.create(disk, LOG, KEY, {"vault": "v"})
        self.store, self.log = open_log(disk, LOG, KEY)
        self.database = SealedDatabase(self.store)

    def again(self) -> Opened:
        return Opened(self.disk)


@pytest.fixture
def opened() -> Iterator[Opened]:
    made = Opened(FaultyDisk())
    yield made
    made.store.close()


def test_one_call_and_one_batch_are_each_one_write(opened: Opened) -> None:
    table = opened.database.table("records")
    syncs = count_syncs(opened)
    table.insert_multiple({"n": number} for number in range(50))
    assert syncs() == 1
    with opened.database.batch():
        table.insert({"n": 50})
        table.update({"seen": True}, where("n") < 3)
        opened.database.table("outbox").insert({"change": 1})
    assert syncs() == 1
    table.update({"seen": True}, where("n") < 3)
    assert table.search(where("n") == 7)
    assert syncs() == 0, "what changes nothing writes nothing"


def count_syncs(opened: Opened) -> Any:
    before = opened.log._chain.sequence

    def since() -> int:
        nonlocal before
        count, before = opened.log._chain.sequence - before, opened.log._chain.sequence
        return count

    return since


def test_a_batch_is_seen_inside_and_elsewhere_only_when_done(opened: Opened) -> None:
    table = opened.database.table("records")
    table.insert({"n": 1})
    seen: list[int] = []
    with opened.database.batch():
        table.insert({"n": 2})
        reader = threading.Thread(target=lambda: seen.append(len(table)))
        reader.start()
        reader.join(timeout=30)
        assert len(table) == 2
    assert seen == [1]
    assert len(opened.again().database.table("records")) == 2


def test_an_exception_undoes_the_whole_batch(opened: Opened) -> None:
    table, other = opened.database.table("records"), opened.database.table("other")
    table.insert_multiple({"n": number, "inner": {"list": [number]}} for number in range(4))
    before = copy.deepcopy(table.all())

    def everything() -> None:
        with opened.database.batch():
            table.insert({"n": 9})
            table.update(increment("n"))
            table.remove(doc_ids=[2])
            other.insert({"x": 1})
            table.truncate()
            opened.database.drop_table("other")
            table.insert({"n": 10})
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        everything()
    assert table.all() == before
    assert opened.database.tables() == {"records"}
    assert opened.again().database.table("records").all() == before
    assert table.insert({"n": 5}) not in [document.doc_id for document in before]


def test_a_batch_inside_a_batch_undoes_only_itself(opened: Opened) -> None:
    table = opened.database.table("records")
    table.insert({"n": 0})

    def inner() -> None:
        with opened.database.batch():
            table.update({"n": 7})
            table.remove(doc_ids=[1])
            table.insert({"n": 2})
            raise ZeroDivisionError

    with opened.database.batch():
        table.insert({"n": 1})
        with pytest.raises(ZeroDivisionError):
            inner()
        assert by_id(table) == {1: {"n": 0}, 2: {"n": 1}}
    assert by_id(opened.again().database.table("records")) == {1: {"n": 0}, 2: {"n": 1}}


def test_an_updater_that_raises_half_way_changes_nothing(opened: Opened) -> None:
    table = opened.database.table("records")
    table.insert_multiple([{"n": 1, "x": 1}, {"n": 2}])
    with pytest.raises(KeyError):
        table.update(delete("x"))
    assert table.all() == [{"n": 1, "x": 1}, {"n": 2}]


def test_results_are_the_callers_own(opened: Opened) -> None:
    table = opened.database.table("records")
    given = {"tags": ["a"]}
    number = table.insert(given)
    given["tags"].append("b")
    for found in (table.get(doc_id=number), table.search(where("tags").any(["a"]))[0], *table):
        assert found is not None
        found["tags"].append("c")
    assert table.all() == [{"tags": ["a"]}]
    assert table.search(where("tags").any(["a"])) == [{"tags": ["a"]}]


def test_changing_while_looking_through_is_safe(opened: Opened) -> None:
    table = opened.database.table("records")
    table.insert_multiple({"n": number} for number in range(5))
    for document in table:
        table.update({"n": document["n"] + 10}, doc_ids=[document.doc_id])
        table.insert({"n": 0})
    assert len(table) == 10
    with opened.database.batch():
        for document in table:
            table.remove(doc_ids=[document.doc_id])
    assert len(table) == 0


def test_two_threads_insert_without_losing_one(opened: Opened) -> None:
    table = opened.database.table("records")
    threads = [
        threading.Thread(
            target=lambda name=name: [table.insert({"by": name, "n": n}) for n in range(40)]
        )
        for name in "ab"
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    assert len(opened.again().database.table("records")) == 80


class Strange(dict[str, Any]):
    pass


def deep(levels: int) -> Any:
    value: Any = 1
    for _ in range(levels):
        value = [value]
    return value


@pytest.mark.parametrize(
    "value",
    [
        float("nan"),
        float("inf"),
        "half \ud83d a smile",
        {"\udc00": 1},
        {1: "number as a key"},
        [{"deep": {None: 1}}],
        b"bytes",
        {1, 2},
        object(),
        deep(MAXIMUM_DEPTH),
        deep(100_000),
        "x" * MAXIMUM_DOCUMENT_BYTES,
    ],
    ids=lambda value: type(value).__name__,
)
def test_what_would_not_come_back_is_refused_before_it_is_sealed(
    opened: Opened, value: Any
) -> None:
    table = opened.database.table("records")
    table.insert({"n": 1})
    size_bytes = opened.log.size_bytes
    with pytest.raises(BadInput, match="records") as refused:
        table.insert({"words": "private", "value": value})
    assert "private" not in str(refused.value)
    assert opened.log.size_bytes == size_bytes
    assert table.all() == [{"n": 1}]


def test_limits_are_kept_at_their_edge(opened: Opened) -> None:
    table = opened.database.table("records")
    table.insert({"value": deep(MAXIMUM_DEPTH - 2)})
    with pytest.raises(BadInput, match="name"):
        opened.database.table("t" * 256).insert({})
    opened.database.table("t" * 255).insert({})
    with pytest.raises(BadInput, match="number"):
        table.insert(Document({}, doc_id=-1))
    with pytest.raises(BadInput, match="number"):
        table.insert(Document({}, doc_id=2**63))


def test_a_step_above_the_limit_of_a_batch_changes_nothing(opened: Opened) -> None:
    table = opened.database.table("records")
    large = {"words": "x" * (MAXIMUM_DOCUMENT_BYTES - 100)}
    with pytest.raises(BadInput, match="smaller parts"):
        table.insert_multiple([large] * 9)
    assert len(table) == 0
    table.insert_multiple([large] * 7)
    assert len(opened.again().database.table("records")) == 7


def test_the_store_is_changed_inside_batches_only_and_not_after_closing(opened: Opened) -> None:
    with pytest.raises(NotAllowed, match="batch"):
        opened.store.put("records", 1, b"{}", b"")
    with opened.database.batch(), pytest.raises(NotAllowed, match="batch"):
        opened.store.close()
    opened.store.close()
    with pytest.raises(NotAllowed, match="unlock"):
        opened.database.table("records").all()
    with pytest.raises(NotAllowed, match="unlock"):
        opened.database.table("records").insert({})


@pytest.fixture
def _often_in_turn() -> Iterator[None]:
    """Threads take turns so often that what is not safe for them shows."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-5)
    yield
    sys.setswitchinterval(before)


@pytest.mark.usefixtures("_often_in_turn")
def test_who_reads_beside_a_writer_sees_whole_batches(opened: Opened) -> None:
    table, done = opened.database.table("records"), threading.Event()
    odd: list[object] = []

    def read() -> None:
        try:
            while not done.is_set():
                numbers = [document["n"] for document in table]
                found = table.search(where("n") == 7)
                if sorted(numbers) != sorted(2 * list(set(numbers))) or len(found) not in (0, 2):
                    odd.append(numbers)
        except Exception as error:  # noqa: BLE001  # whatever it is, the test must hear of it
            odd.append(error)

    readers = [threading.Thread(target=read) for _ in range(2)]
    for reader in readers:
        reader.start()
    try:
        for number in range(60):
            with opened.database.batch():
                table.insert_multiple([{"n": number}, {"n": number}])
            if number % 15 == 14:
                opened.store.tidy()
                table.remove(where("n") == number)
    finally:
        done.set()
        for reader in readers:
            reader.join()
    assert not odd
    assert len(table) == 112


def test_tidying_keeps_all_and_frees_room(opened: Opened) -> None:
    table = opened.database.table("records")
    table.insert_multiple({"n": number} for number in range(100))
    for number in range(50):
        table.update({"n": number, "words": "w" * 200})
    opened.database.table("empty").truncate()
    before, size_bytes = table.all(), opened.log.size_bytes
    opened.store.tidy()
    assert opened.log.size_bytes < size_bytes / 10
    table.insert({"n": -1})
    again = opened.again()
    assert again.database.table("records").all() == [*before, {"n": -1}]
    assert again.database.tables() == {"records", "empty"}
    assert again.log.identity == {"vault": "v", "generation": 2}


def test_a_long_history_is_tidied_at_closing(opened: Opened) -> None:
    table = opened.database.table("records")
    for number in range(12):
        table.upsert({"key": "k", "words": "w" * 100_000, "n": number}, where("key") == "k")
    assert opened.log.size_bytes > 1_000_000
    opened.store.close()
    again = opened.again()
    assert again.log.size_bytes < 150_000
    assert again.database.table("records").get(where("key") == "k")["n"] == 11


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 9) | st.text("aé漢🙂", max_size=3),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text("ab"), inner, max_size=2),
    max_leaves=4,
)
DOCUMENTS = st.fixed_dictionaries({"n": st.integers(0, 4)}, optional={"value": JSON, "tags": JSON})
NAMES = st.sampled_from(["records", "outbox"])
NUMBERS = st.integers(0, 4)


class SameAsTinyDB(RuleBasedStateMachine):
    """Any sequence of calls does on the sealed store what it does on TinyDB in memory."""

    def __init__(self) -> None:
        super().__init__()
        self.limits = contextlib.ExitStack()
        self.limits.enter_context(mock.patch.object(sealed_log, "CONTENTS_AFTER_RECORDS", 3))
        self.limits.enter_context(mock.patch.object(table_state, "MANY", 4))
        self.opened = Opened(FaultyDisk())
        self.oracle = TinyDB(storage=MemoryStorage)

    def teardown(self) -> None:
        self.limits.close()

    def both(self, call: Any) -> None:
        results = []
        for database in (self.opened.database, self.oracle):
            try:
                results.append(call(database))
            except (KeyError, ValueError) as error:
                results.append(type(error))
        assert results[0] == results[1]

    @rule(name=NAMES, document=DOCUMENTS)
    def insert(self, name: str, document: dict[str, Any]) -> None:
        self.both(lambda db: db.table(name).insert(copy.deepcopy(document)))

    @rule(name=NAMES, documents=st.lists(DOCUMENTS, max_size=3))
    def insert_several(self, name: str, documents: list[dict[str, Any]]) -> None:
        self.both(lambda db: db.table(name).insert_multiple(copy.deepcopy(documents)))

    @rule(name=NAMES, number=st.integers(1, 6), document=DOCUMENTS)
    def insert_with_id(self, name: str, number: int, document: dict[str, Any]) -> None:
        self.both(lambda db: db.table(name).insert(Document(copy.deepcopy(document), number)))

    @rule(name=NAMES, number=NUMBERS, fields=DOCUMENTS)
    def update(self, name: str, number: int, fields: dict[str, Any]) -> None:
        self.both(lambda db: db.table(name).update(copy.deepcopy(fields), where("n") == number))

    @rule(name=NAMES, ids=st.lists(st.integers(1, 6), max_size=3, unique=True))
    def update_by_id(self, name: str, ids: list[int]) -> None:
        self.both(lambda db: db.table(name).update(increment("n"), doc_ids=ids))

    @rule(name=NAMES, number=NUMBERS, other=NUMBERS)
    def update_several(self, name: str, number: int, other: int) -> None:
        updates = [({"n": other}, where("n") == number), ({"x": 1}, where("n") == other)]
        self.both(lambda db: db.table(name).update_multiple(updates))

    @rule(name=NAMES, number=NUMBERS, document=DOCUMENTS)
    def upsert(self, name: str, number: int, document: dict[str, Any]) -> None:
        self.both(lambda db: db.table(name).upsert(copy.deepcopy(document), where("n") == number))

    @rule(name=NAMES, number=NUMBERS)
    def remove(self, name: str, number: int) -> None:
        self.both(lambda db: db.table(name).remove(where("n") == number))

    @rule(name=NAMES, ids=st.lists(st.integers(1, 6), max_size=3, unique=True))
    def remove_by_id(self, name: str, ids: list[int]) -> None:
        self.both(lambda db: db.table(name).remove(doc_ids=ids))

    @rule(name=NAMES)
    def truncate(self, name: str) -> None:
        self.both(lambda db: db.table(name).truncate())

    @rule(name=NAMES)
    def drop(self, name: str) -> None:
        self.both(lambda db: db.drop_table(name))

    @rule(name=NAMES, other=NAMES, number=NUMBERS, document=DOCUMENTS)
    def fail_in_a_batch(self, name: str, other: str, number: int, document: dict[str, Any]) -> None:
        """Nothing of it is left, and both count ids anew."""
        database = self.opened.database
        with contextlib.suppress(KeyError), database.batch():
            database.table(name).insert(copy.deepcopy(document))
            database.table(other).update({"n": number})
            database.table(name).remove(where("n") == number)
            database.drop_table(other)
            raise KeyError
        self.reopen_oracle()

    @rule(name=NAMES, number=NUMBERS, documents=st.lists(DOCUMENTS, max_size=3))
    def act_in_a_batch(self, name: str, number: int, documents: list[dict[str, Any]]) -> None:
        def call(table: Any) -> Any:
            ids = table.insert_multiple(copy.deepcopy(documents))
            return ids, table.remove(where("n") == number), len(table)

        with self.opened.database.batch():
            ours = call(self.opened.database.table(name))
        assert ours == call(self.oracle.table(name))

    @rule()
    def tidy(self) -> None:
        self.opened.store.tidy()

    @rule(clean=st.booleans())
    def reopen(self, *, clean: bool) -> None:
        """TinyDB counts ids anew when it is opened, so the oracle is opened anew as well."""
        if clean:
            self.opened.store.close()
        self.opened = self.opened.again()
        self.reopen_oracle()

    def reopen_oracle(self) -> None:
        stored = self.oracle.storage.read()
        self.oracle = TinyDB(storage=MemoryStorage)
        if stored is not None:
            self.oracle.storage.write(stored)

    @rule(name=NAMES, number=NUMBERS)
    def look(self, name: str, number: int) -> None:
        self.both(lambda db: sorted(d.doc_id for d in db.table(name).search(where("n") == number)))
        self.both(lambda db: db.table(name).contains(where("n") == number))
        self.both(lambda db: db.table(name).count(where("n") == number))
        self.both(lambda db: db.table(name).get(doc_id=number))

    @invariant()
    def same(self) -> None:
        self.both(lambda db: db.tables())
        self.both(lambda db: {name: by_id(db.table(name)) for name in db.tables()})
        again = self.opened.again()
        assert {n: by_id(again.database.table(n)) for n in again.database.tables()} == {
            n: by_id(self.oracle.table(n)) for n in self.oracle.tables()
        }


def by_id(table: Any) -> dict[int, dict[str, Any]]:
    return {document.doc_id: dict(document) for document in table}


TestSameAsTinyDB = SameAsTinyDB.TestCase
TestSameAsTinyDB.settings = settings(max_examples=60, stateful_step_count=30, deadline=None)
