"""Power cuts at every call to the disk: what was acknowledged is there, and no half of a batch."""

from __future__ import annotations

import contextlib
import errno
import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from tinydb import where

from portfolio_app.errors import PortfolioError, StorageFull, StoreDamaged
from portfolio_app.student.vault.disk import Disk, plain_errors
from portfolio_app.student.vault.log import SealedLog
from portfolio_app.student.vault.store import Store
from portfolio_app.student.vault.tables import SealedDatabase
from tests.student.vault.device import open_log
from tests.student.vault.faulty_disk import FaultyDisk

KEY = bytes(range(32))
LOG = Path("/log")
STATES_A_CALL = 24
STEPS = 10

State = dict[str, list[dict[str, Any]]]


class Opened:
    """A database over a log on some disk, as a vault has it."""

    def __init__(self, disk: Disk) -> None:
        self.store, self.log = open_log(disk, LOG, KEY)
        self.database = SealedDatabase(self.store)

    def state(self) -> State:
        return {
            name: sorted(map(dict, self.database.table(name)), key=repr)
            for name in sorted(self.database.tables())
        }


class Witness:
    """What a workload was promised: the states that may be found at this moment."""

    def __init__(self, disk: FaultyDisk) -> None:
        self.disk = disk
        self.opened: Opened | None = None
        self.acknowledged: State = {}
        self.in_flight: list[State] = []

    def do(self, change: Callable[[SealedDatabase], object]) -> None:
        """Do one durable step: until it returns, either state may be found; then only the new."""
        opened = self.opened
        assert opened is not None
        expected = self._expected(change)
        self.in_flight.append(expected)
        change(opened.database)
        self.acknowledged, self.in_flight = expected, []

    def _expected(self, change: Callable[[SealedDatabase], object]) -> State:
        """Try the step on a copy of the disk that never loses power."""
        copy = Opened(self.disk.as_found())
        change(copy.database)
        return copy.state()

    def allows(self, state: State) -> bool:
        return state == self.acknowledged or state in self.in_flight


def make_log(disk: FaultyDisk) -> None:
    SealedLog.create(disk, LOG, KEY, {"vault": "v"})


def batch_of_three(database: SealedDatabase) -> None:
    with database.batch():
        database.table("records").insert({"title": "x" * 700})
        database.table("outbox").insert({"change": 1})
        database.table("outbox").insert({"change": 2})


def workload(witness: Witness, source: random.Random) -> None:
    """Inserts, batches over tables, changes, removals, tidying, closing and opening, drawn."""
    assert witness.opened is not None
    for _ in range(STEPS):
        step = source.choice(("insert", "insert", "batch", "update", "remove", "tidy", "reopen"))
        if step == "tidy":
            witness.opened.store.tidy()
        elif step == "reopen":
            witness.opened.store.close()
            witness.opened = Opened(witness.disk)
        else:
            witness.do(drawn_change(step, source))
    witness.do(lambda db: db.table("outbox").truncate())
    witness.do(lambda db: db.drop_table("outbox"))
    witness.opened.store.close()


def drawn_change(step: str, source: random.Random) -> Callable[[SealedDatabase], object]:
    words = "w" * source.randrange(2500)
    number = source.randrange(4)
    if step == "insert":
        return lambda db: db.table("records").insert({"n": number, "words": words})
    if step == "update":
        return lambda db: db.table("records").update({"changed": number}, where("n") != number)
    if step == "remove":
        return lambda db: db.table("records").remove(where("n") == number)
    return batch_of_three


def run_with_power_cuts(
    run: Callable[[Witness, random.Random], None],
    source: random.Random,
    limit: int = STATES_A_CALL,
) -> int:
    """Cut the power after every call, open what is left, compare; return how many states."""
    disk = FaultyDisk()
    make_log(disk)
    witness = Witness(disk)
    seen: set[int] = set()

    def cut() -> None:
        for found in disk.states(source, limit):
            fingerprint = found.fingerprint()
            if fingerprint in seen:
                continue
            seen.add(fingerprint)
            check_found(found, witness, writes_too=len(seen) % 7 == 0)

    witness.opened = Opened(disk)
    disk.after_call = cut
    run(witness, source)
    return len(seen)


def check_found(found: FaultyDisk, witness: Witness, *, writes_too: bool) -> None:
    opened = Opened(found)
    state = opened.state()
    assert witness.allows(state), "a state that no commit had"
    if writes_too:
        opened.database.table("after").insert({"back": "again"})
        again = Opened(found.as_found())
        assert again.state() == {**state, "after": [{"back": "again"}]}
        durable_only = next(found.states(random.Random(0), 2))
        assert Opened(durable_only).state() == {**state, "after": [{"back": "again"}]}


def test_every_state_after_a_power_cut_is_a_commit() -> None:
    """A few; more, and through the doors of the app, in tests/crash."""
    states = sum(run_with_power_cuts(workload, random.Random(seed)) for seed in range(6))
    assert states > 500


def test_power_cuts_while_mending_an_unfinished_write() -> None:
    """Each torn state is opened on a disk that loses power again during the mending."""
    disk = FaultyDisk()
    make_log(disk)
    witness = Witness(disk)
    witness.opened = Opened(disk)
    witness.do(lambda db: db.table("records").insert({"n": 1}))
    torn: list[FaultyDisk] = []
    disk.after_call = lambda: torn.extend(disk.states(random.Random(1), 16))
    witness.do(batch_of_three)
    source = random.Random(2)
    checked = 0
    for found in torn:
        first = Opened(found.as_found()).state()
        assert first in ({"records": [{"n": 1}]}, witness.acknowledged)

        def cut_again(found: FaultyDisk = found, first: State = first) -> None:
            nonlocal checked
            for deeper in found.states(source, 8):
                assert Opened(deeper).state() == first
                checked += 1

        found.after_call = cut_again
        Opened(found)
    assert checked > 100


@contextlib.contextmanager
def sabotaged(monkeypatch: pytest.MonkeyPatch, name: str) -> Iterator[None]:
    def nothing(*_: object, **__: object) -> None:
        return None

    with monkeypatch.context() as patch:
        if name == "no sync of the file":
            patch.setattr("tests.student.vault.faulty_disk._FaultyFile.sync", nothing)
        elif name == "no sync of the folder":
            patch.setattr(FaultyDisk, "sync_folder", nothing)
        elif name == "rewriting in place":
            patch.setattr(SealedLog, "_fresh_path", property(lambda log: log._path))
            patch.setattr(SealedLog, "_exchange", lambda _: None)
        elif name == "two records for one batch":
            patch.setattr(Store, "_commit", commit_one_by_one)
        yield


def cut_with_three_seeds() -> None:
    for seed in range(3):
        run_with_power_cuts(workload, random.Random(seed))


def commit_one_by_one(store: Store, pending: Any) -> None:
    whole, commit = list(pending.operations), ORIGINAL_COMMIT
    for operation in whole:
        pending.operations = [operation]
        commit(store, pending)


ORIGINAL_COMMIT = Store._commit


@pytest.mark.parametrize(
    "name",
    [
        "no sync of the file",
        "no sync of the folder",
        "rewriting in place",
        "two records for one batch",
    ],
)
def test_the_harness_catches_sabotage(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    with sabotaged(monkeypatch, name), pytest.raises((AssertionError, PortfolioError)):
        cut_with_three_seeds()


@pytest.mark.parametrize("persistent", [False, True])
@pytest.mark.parametrize("failure", [errno.ENOSPC, errno.EIO])
def test_every_call_fails_once_and_nothing_acknowledged_is_lost(
    failure: int, *, persistent: bool
) -> None:
    """Half-written writes, failing syncs, renames and truncations, one at a time."""
    place, failed = 1, True
    while failed:
        failed = fail_once(place, failure, persistent=persistent)
        place += 1
    assert place > 30


def undo_nothing(log: SealedLog) -> None:
    log._in_doubt = False


def believe_what_is_shown(log: SealedLog) -> None:
    if log._last_record:
        log._last_record = b""
        with plain_errors("believing"):
            log._file.sync()
            log._disk.sync_folder(log._path.parent)


@pytest.mark.parametrize(
    ("name", "sabotage"),
    [("_refuse_in_doubt", undo_nothing), ("_settle", believe_what_is_shown)],
)
def test_writing_on_after_a_failed_sync_is_caught(
    monkeypatch: pytest.MonkeyPatch, name: str, sabotage: Callable[..., None]
) -> None:
    """Sabotage: in the same run, or in the next one, which is shown what was never stored."""
    monkeypatch.setattr(SealedLog, name, sabotage)
    with pytest.raises((AssertionError, PortfolioError)):
        fail_at_each_call()


def fail_at_each_call() -> None:
    for place in range(1, 60):
        fail_once(place, errno.EIO, persistent=False)


def fail_once(place: int, failure: int, *, persistent: bool) -> bool:
    disk = FaultyDisk()
    make_log(disk)
    witness = Witness(disk)
    witness.opened = Opened(disk)
    disk.calls, disk.fail_at, disk.failure, disk.persistent = 0, place, failure, persistent
    failed = False
    try:
        workload(witness, random.Random(5))
    except StorageFull:
        failed = failure == errno.ENOSPC
        assert failed
    except StoreDamaged:
        failed = failure == errno.EIO
        assert failed
    before = disk.calls
    if failed and not persistent:  # the device is itself again, and the learner tries once more
        with contextlib.suppress(PortfolioError):
            witness.do(lambda db: db.table("records").insert({"after": "a failure"}))
    disk.fail_at = None
    for found in (disk.as_found(), *disk.states(random.Random(place), 6)):
        check_found(found, witness, writes_too=True)
    return failed or before >= place


def test_a_failed_write_leaves_the_store_usable_and_unchanged() -> None:
    disk = FaultyDisk()
    make_log(disk)
    opened = Opened(disk)
    opened.database.table("records").insert({"n": 1})
    disk.failure, disk.fail_on, disk.fail_at = errno.ENOSPC, "write_at".__eq__, disk.calls + 1
    with pytest.raises(StorageFull, match="no room"):
        batch_of_three(opened.database)
    assert opened.state() == {"records": [{"n": 1}]}
    assert len(disk.file(LOG).volatile) == opened.log.size_bytes
    disk.fail_at = None
    batch_of_three(opened.database)
    assert Opened(disk.as_found()).state() == opened.state()
    assert len(opened.state()["outbox"]) == 2


def test_a_disk_that_cannot_be_written_opens_for_reading() -> None:
    disk = FaultyDisk()
    make_log(disk)
    Opened(disk).database.table("records").insert({"n": 1})
    for failure, named in ((errno.ENOSPC, StorageFull), (errno.EIO, StoreDamaged)):
        found = disk.as_found()
        found.failure, found.fail_on, found.fail_at = failure, "write_at".__eq__, 0
        found.persistent = True
        opened = Opened(found)
        assert opened.state() == {"records": [{"n": 1}]}
        with pytest.raises(named):
            opened.database.table("records").insert({"n": 2})
        opened.store.close()


def test_after_a_failed_sync_nothing_is_written_until_the_log_is_opened_anew() -> None:
    disk = FaultyDisk()
    make_log(disk)
    opened = Opened(disk)
    opened.database.table("records").insert({"n": 0})
    disk.fail_on, disk.fail_at = "sync".__eq__, disk.calls + 2
    with pytest.raises(StoreDamaged, match="EIO"):
        opened.database.table("records").insert({"n": 1})
    disk.fail_at = None
    with pytest.raises(StoreDamaged, match="open it again"):
        opened.database.table("records").insert({"n": 2})
    assert opened.state() == {"records": [{"n": 0}]}
    Opened(disk.as_found()).database.table("records").insert({"n": 3})
