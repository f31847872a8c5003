"""One log on a faulty disk, from its making through drawn changes, tidying and reopening.

A life knows at each moment what was promised: the last acknowledged commit and the one in flight.
What a change should make of the tables is asked of TinyDB's own memory storage, never of the code
under test.
"""

from __future__ import annotations

import contextlib
import copy
import json
import random
from collections.abc import Callable
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from tinydb import TinyDB, where
from tinydb.storages import MemoryStorage

from portfolio_app.errors import StorageFull, StoreDamaged
from portfolio_app.student.vault.log import CONTENTS_AFTER_RECORDS, SealedLog
from portfolio_app.student.vault.open_vault import log_key
from portfolio_app.student.vault.store import Store
from portfolio_app.student.vault.tables import SealedDatabase
from tests.student.vault.device import open_log
from tests.student.vault.faulty_disk import FaultyDisk, disk_of
from tests.vectors.plain_reader import read_keys
from tests.vectors.test_golden_vault import GOLDEN, GOLDEN_ID, SECRET

KEY = bytes(range(32))
OTHER_KEY = bytes(range(1, 33))
LOG = Path("/log")
STEPS = 10
FIRST_FORMAT_EVERY = 8
LONG_HISTORY_EVERY = 18

State = dict[str, list[str]]
"""The documents of each table as JSON, sorted."""

Change = Callable[[Any], object]


class Undone(Exception):
    """Raised inside a batch, to leave nothing of it."""


class LogLife:
    """`run` does the steps; `after_call` is called after each change of the disk."""

    def __init__(self, seed: int, *, goes_on_after_power_cuts: bool = True) -> None:
        self.source = random.Random(seed)
        self.after_call: Callable[[], None] = lambda: None
        self.acknowledged: State = {}
        self.in_flight: list[State] = []
        self._goes_on = goes_on_after_power_cuts
        self._keys = [KEY]
        self._is_new = True
        if seed % FIRST_FORMAT_EVERY == 0:
            content, key = first_format()
            self._keys = [key]
            self.disk = disk_of({"log": content})
        else:
            self.disk = FaultyDisk()
            SealedLog.create(self.disk, LOG, KEY, {"vault": "v"})
            self.disk.sync_folder(Path("/"))
        self._open(self.disk)
        if seed % LONG_HISTORY_EVERY == 1:  # long enough that what it comes to is written down
            for number in range(CONTENTS_AFTER_RECORDS):
                self._do(insertion_of(number))

    def run(self) -> None:
        for _ in range(STEPS):
            self.step(self.source.choice(STEP_NAMES))
        self._do(lambda db: db.table("outbox").truncate())
        self._do(lambda db: db.drop_table("outbox"))
        self._store.close()

    def run_through_failures(self) -> None:
        """The same where calls fail: what fails is looked at, and the life goes on as it may."""
        for _ in range(STEPS):
            name = self.source.choice(STEP_NAMES)
            try:
                self.step(name)
            except StorageFull:
                if not (self._goes_on_as_it_is(name) or self._recovers()):
                    return
            except StoreDamaged:
                if not self._recovers():
                    return
        with contextlib.suppress(StorageFull, StoreDamaged):
            self._store.close()

    def live_on(self) -> None:
        """Steps without end: only a power cut ends this."""
        while True:
            self.step(self.source.choice(STEP_NAMES))

    def wake_up(self, found: FaultyDisk) -> None:
        """Go on with a disk that a power cut left; what is found must have been promised."""
        self._open(found)

    def step(self, name: str) -> None:
        if name == "tidy":
            self._store.tidy()
        elif name == "renew":
            self._renew()
        elif name == "reopen":
            self._store.close()
            self._open(self.disk)
        elif name == "power":
            if self._goes_on:
                drawn = [*self.disk.states(self.source, 6)]
                self._open(self.source.choice(drawn))
        else:
            self._do(drawn_change(name, self.source))

    def check(self, found: FaultyDisk, *, thoroughly: bool) -> None:
        """Open what is there; AssertionError or a named refusal if it is not what was promised."""
        store, key = self._opened(found)
        state = state_of(store)
        assert state in (self.acknowledged, *self.in_flight), "a state that no commit had"
        if thoroughly:
            SealedDatabase(store).table("after").insert({"back": "again"})
            expected = {**state, "after": [written({"back": "again"})]}
            for again in (found.as_found(), next(iter(found.states(random.Random(0), 2)))):
                assert state_of(open_log(again, LOG, key)[0]) == expected

    def _called(self) -> None:
        self.after_call()

    def _do(self, change: Change) -> None:
        expected = changed(self.acknowledged, change)
        self.in_flight.append(expected)  # beside what failed before, if anything did
        with contextlib.suppress(Undone):
            change(self._database)
        if expected != self.acknowledged:  # a step that writes nothing settles nothing
            self.acknowledged, self.in_flight = expected, []

    def _renew(self) -> None:
        """Another key for the whole log: until it is done, either key may be the right one."""
        fresh = OTHER_KEY if self._keys[-1] != OTHER_KEY else KEY
        self._keys.append(fresh)
        self._store.tidy(fresh)
        self._keys = [fresh]

    def _goes_on_as_it_is(self, step: str) -> bool:
        """Sometimes: on a full disk, what is open stays usable and as it was acknowledged."""
        if step == "reopen" or self.source.random() < 0.5:
            return False
        try:
            state = state_of(self._store)
        except (StorageFull, StoreDamaged):
            return False
        assert state == self.acknowledged
        return True

    def _recovers(self) -> bool:
        """Open anew after a failure, if the disk lets one.

        What is found then is what counts; but until something is acknowledged again, it may be in
        the system's memory only, and what was before may come back.
        """
        before = [self.acknowledged, *self.in_flight]
        with contextlib.suppress(StorageFull, StoreDamaged):
            self._store.close()
        try:
            self._open(self.disk)
        except (StorageFull, StoreDamaged):
            return False
        self.in_flight = before
        return True

    def _open(self, disk: FaultyDisk) -> None:
        self.disk = disk
        store, key = self._opened(disk)
        state = state_of(store)
        if not self._is_new:
            assert state in (self.acknowledged, *self.in_flight), "a state that no commit had"
        self._is_new = False
        self._keys, self._store, self._database = [key], store, SealedDatabase(store)
        self.acknowledged, self.in_flight = state, []
        disk.after_call = self._called

    def _opened(self, disk: FaultyDisk) -> tuple[Store, bytes]:
        for key in self._keys[:-1]:
            with contextlib.suppress(StoreDamaged):
                return open_log(disk, LOG, key)[0], key
        return open_log(disk, LOG, self._keys[-1])[0], self._keys[-1]


STEP_NAMES = (
    *("insert", "insert", "insert", "batch", "batch", "update", "update", "remove"),
    *("undone", "large", "tidy", "reopen", "power", "renew"),
)


def drawn_change(name: str, source: random.Random) -> Change:
    words, number = "w" * source.randrange(2500), source.randrange(4)
    changes: dict[str, Change] = {
        "insert": lambda db: db.table("records").insert({"n": number, "words": words}),
        "update": lambda db: db.table("records").update({"changed": number}, where("n") != number),
        "remove": lambda db: db.table("records").remove(where("n") == number),
        "large": lambda db: db.table("settings").insert({"value": words * 4}),
        "batch": batch_of_three,
        "undone": undone_batch,
    }
    return changes[name]


def insertion_of(number: int) -> Change:
    return lambda db: db.table("settings").insert({"at": number})


def batch_of_three(database: Any) -> None:
    with database.batch():
        database.table("records").insert({"title": "x" * 700})
        database.table("outbox").insert({"change": 1})
        database.table("outbox").insert({"change": 2})


def undone_batch(database: Any) -> None:
    with database.batch():
        database.table("records").insert({"title": "never"})
        database.table("outbox").truncate()
        raise Undone


class Shadow(TinyDB):
    """The oracle: plain TinyDB in memory, with batches that put back what was."""

    @contextlib.contextmanager
    def batch(self) -> Any:
        before = copy.deepcopy(self.storage.memory)  # type: ignore[attr-defined]
        try:
            yield
        except BaseException:
            self.storage.memory = before  # type: ignore[attr-defined]
            raise


def changed(state: State, change: Change) -> State:
    """What the change makes of these tables, by TinyDB's own memory storage."""
    shadow = Shadow(storage=MemoryStorage)
    shadow.storage.memory = {  # type: ignore[attr-defined]
        name: {str(number): json.loads(one) for number, one in enumerate(documents, 1)}
        for name, documents in state.items()
    }
    with contextlib.suppress(Undone):
        change(shadow)
    return _compared({name: map(written, shadow.table(name)) for name in shadow.tables()})


def state_of(store: Store) -> State:
    return _compared(
        {
            name: [_rewritten(content) for _, content in store.frozen(name).pairs()]
            for name in store.table_names()
        }
    )


def written(document: Any) -> str:
    return json.dumps(document, sort_keys=True)


@lru_cache(4096)
def _rewritten(content: bytes) -> str:
    return written(json.loads(content))


def _compared(tables: dict[str, Any]) -> State:
    """Tables without order and numbers, and without the empty ones."""
    sorted_tables = {name: sorted(tables[name]) for name in sorted(tables)}
    return {name: documents for name, documents in sorted_tables.items() if documents}


@cache
def first_format() -> tuple[bytes, bytes]:
    """A log as the first version wrote it, and its key."""
    folder = GOLDEN / GOLDEN_ID
    keys = json.loads((folder / "keys.json").read_text())
    return (folder / "log").read_bytes(), log_key(read_keys(keys, SECRET))
