"""Garbage collection: whatever anything names stays, whatever happens meanwhile."""

from __future__ import annotations

import errno
import hashlib
import itertools
import random
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from portfolio_app.errors import BadInput, NotFound, StorageFull
from portfolio_app.student.actions import Source, add_work
from portfolio_app.student.learner import open_portfolio, open_vaults
from portfolio_app.student.portfolio import Portfolio
from portfolio_app.student.vault import MediaStore, Vault
from portfolio_app.student.vault import media as media_module
from portfolio_app.student.vault.media import TABLE, ReceivedMedia
from portfolio_app.student.vault.media_needs import named_media
from tests.student import scenes
from tests.student.vault.device import NOW_MS, SECRET, counted_ids, vaults_in
from tests.student.vault.faulty_disk import FaultyDisk

ROOT = Path("/vaults")
CONTENTS = 6

Place = Callable[[str], tuple[str, dict[str, Any]]]

# Where hashes stand today, and where a later version may put them.
PLACES: tuple[Place, ...] = (
    lambda sha: ("records", {"kind": "file", "state": {"media": {"value": sha}}}),
    lambda sha: ("records", {"kind": "new", "state": {"live": {"x": {"value": [0, [sha]]}}}}),
    lambda sha: ("outbox", {"order": 1, "change": {"value": sha}, "refused": "over"}),
    lambda sha: ("media_queue", {"sha256": sha, "turn": 3}),
    lambda sha: ("originals", {"file": "f" * 32, "sha256": sha}),
    lambda sha: ("settings", {"key": "x", "value": {sha: None}}),
    lambda sha: ("words", {"text": f"see sha256:{sha.upper()}."}),
)


def content(number: int) -> bytes:
    return f"content {number}".encode()


def sha256(number: int) -> str:
    return hashlib.sha256(content(number)).hexdigest()


class Bench:
    """A vault on a faulty disk and what its documents name, kept beside it."""

    def __init__(self) -> None:
        self.disk = FaultyDisk()
        self.vaults = vaults_in(ROOT, self.disk)
        self.vault: Vault = self.vaults.create(
            "Ada", "fox", SECRET, new_id=counted_ids(), now_ms=NOW_MS
        )
        self.named: list[tuple[str, int, int]] = []

    def keep(self, number: int, place: Place | None = None) -> None:
        received = self.vault.media.receive([content(number)])
        with self.vault.batch():
            self.vault.media.keep(received)
            if place is not None:
                self.name(number, place)

    def name(self, number: int, place: Place) -> None:
        table, document = place(sha256(number))
        self.named.append((table, self.vault.db.table(table).insert(document), number))

    def forget(self, which: int) -> None:
        table, document, _ = self.named.pop(which)
        self.vault.db.table(table).remove(doc_ids=[document])

    def reopen(self) -> None:
        self.vault.close()
        self.vault = self.vaults.unlock(self.vault.id, SECRET, now_ms=NOW_MS)

    def check(self) -> None:
        for _, _, number in self.named:
            assert b"".join(self.vault.media.open(sha256(number))) == content(number)

    def files(self) -> int:
        return len(self.disk.names(ROOT / self.vault.id / "media"))


STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("keep"), st.integers(0, CONTENTS - 1), st.sampled_from(PLACES)),
        st.tuples(st.just("keep unnamed"), st.integers(0, CONTENTS - 1), st.just(None)),
        st.tuples(st.just("receive only"), st.integers(0, CONTENTS - 1), st.just(None)),
        st.tuples(st.just("forget"), st.integers(0, 20), st.just(None)),
        st.tuples(st.just("reopen"), st.just(0), st.just(None)),
        st.tuples(st.just("sweep"), st.just(0), st.just(None)),
        st.tuples(st.just("clear"), st.just(0), st.just(None)),
    ),
    max_size=25,
)


def walk(steps: list[tuple[str, int, Place | None]]) -> bool:
    bench = Bench()
    for step, number, place in steps:
        if step in ("keep", "keep unnamed"):
            bench.keep(number, place)
        elif step == "receive only":
            bench.vault.media.receive([content(number)])
        elif step == "forget" and bench.named:
            bench.forget(number % len(bench.named))
        elif step == "reopen":
            bench.reopen()
        elif step == "sweep":
            bench.vault.media.sweep()
            bench.check()
        elif step == "clear":
            bench.vault.media.clear_leftovers()
            bench.check()
    bench.reopen()
    bench.vault.media.sweep()
    bench.check()
    assert bench.files() == len({number for *_, number in bench.named}), "and nothing else stays"
    return True


@given(STEPS)
@settings(max_examples=60)
def test_a_sweep_takes_all_that_nothing_names_and_never_more(
    steps: list[tuple[str, int, Place | None]],
) -> None:
    walk(steps)


def seeded_walks(count: int) -> Iterator[list[tuple[str, int, Place | None]]]:
    source = random.Random(7)
    kinds = ("keep", "keep", "keep unnamed", "receive only", "forget", "reopen", "sweep", "clear")
    for _ in range(count):
        walked: list[tuple[str, int, Place | None]] = []
        for _ in range(25):
            step, place = source.choice(kinds), source.choice(PLACES)
            walked.append((step, source.randrange(CONTENTS), place if step == "keep" else None))
        yield walked


@pytest.mark.parametrize("forgotten", ["records", "outbox", "media_queue", "originals", "settings"])
def test_the_walks_would_see_a_sweep_that_forgets_a_table(
    forgotten: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    real: Any = named_media

    class Blind:
        def __init__(self, database: Any) -> None:
            self._database = database

        def tables(self) -> set[str]:
            return set(self._database.tables()) - {forgotten}

        def table(self, name: str) -> Any:
            return self._database.table(name)

    monkeypatch.setattr(
        media_module, "named_media", lambda database, table: real(Blind(database), table)
    )
    walks = list(seeded_walks(40))
    with pytest.raises((AssertionError, NotFound)):
        all(walk(steps) for steps in walks)


def test_an_escaped_digit_names_its_file_too() -> None:
    """Another program may write the same JSON in another way."""
    bench, sha = Bench(), "ab" * 32
    store = bench.vault._store
    escaped = b'{"x":"' + b"\\u0061" + sha[1:].encode() + b'"}'
    with store.batch():
        store.put("later", 1, escaped, store.terms("later").of({}))
        store.put("later", 2, b'{"y":"1' + sha.upper().encode() + b'"}', b"")
    named = named_media(bench.vault.db, TABLE)
    assert sha in named
    assert "1" + sha[:-1] in named


def test_content_that_comes_again_while_a_sweep_looks_is_not_taken(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """It was here unnamed; it is received again; the sweep runs; the record is written."""
    bench = Bench()
    bench.keep(1)
    bench.reopen()
    received = bench.vault.media.receive([content(1)])
    assert bench.vault.media.sweep() == 0
    with bench.vault.batch():
        bench.vault.media.keep(received)
        bench.name(1, PLACES[0])
    bench.check()

    def forgetful(
        self: MediaStore, unfinished: str, fresh: ReceivedMedia, kept: ReceivedMedia | None
    ) -> ReceivedMedia:
        found = real(self, unfinished, fresh, kept)
        if kept is not None:
            self._received.clear()
        return found

    real = MediaStore._named
    monkeypatch.setattr(MediaStore, "_named", forgetful)
    bench = Bench()
    bench.keep(1)
    bench.reopen()
    received = bench.vault.media.receive([content(1)])
    assert bench.vault.media.sweep() == 1, "the planted fault is one"
    with pytest.raises(NotFound):
        bench.vault.media.keep(received)


def test_sweeps_and_works_at_once_lose_nothing() -> None:
    bench, problems = Bench(), []
    for number in range(CONTENTS):
        bench.keep(number)
    bench.reopen()
    done = threading.Event()

    def sweeping() -> None:
        while not done.is_set():
            bench.vault.media.sweep()

    def working(seed: int) -> None:
        source = random.Random(seed)
        try:
            for _ in range(60):
                bench.keep(source.randrange(CONTENTS), source.choice(PLACES))
        except Exception as problem:  # noqa: BLE001  # shown below, in the test's own thread
            problems.append(problem)

    workers = [threading.Thread(target=working, args=(seed,)) for seed in (1, 2)]
    sweeper = threading.Thread(target=sweeping)
    for thread in (sweeper, *workers):
        thread.start()
    for worker in workers:
        worker.join(60)
    done.set()
    sweeper.join(60)
    assert not problems
    bench.check()
    bench.reopen()
    bench.vault.media.sweep()
    bench.check()


def test_a_sweep_that_cannot_be_written_takes_nothing() -> None:
    bench = Bench()
    bench.keep(1)
    bench.keep(2, PLACES[0])
    bench.reopen()
    bench.disk.failure, bench.disk.fail_at = errno.ENOSPC, bench.disk.calls + 1
    bench.disk.fail_on, bench.disk.persistent = "write_at".__eq__, True
    with pytest.raises(StorageFull):
        bench.vault.media.sweep()
    bench.disk.fail_at = None
    assert b"".join(bench.vault.media.open(sha256(1))) == content(1)
    bench.check()


def test_a_work_with_its_originals_and_queue_outlives_every_sweep(tmp_path: Path) -> None:
    portfolio = scenes.make_portfolio(tmp_path)
    work = add_work(portfolio, [Source("a.txt", [b"my own words"])])
    with pytest.raises(BadInput):
        add_work(portfolio, [Source("b.txt", [b"given up"]), Source("b.exe", [b"MZ"])])
    assert portfolio.vault.media.sweep() == 0, "what came in now may still be kept"
    vault_id = portfolio.vault.id
    portfolio.close()
    portfolio = reopened(tmp_path, vault_id)
    assert portfolio.vault.media.sweep() == 1
    found = portfolio.work(work)
    assert found is not None
    assert b"".join(portfolio.read_media(found.files[0].media)) == b"my own words"
    portfolio.close()


def reopened(folder: Path, vault_id: str) -> Portfolio:
    world = scenes.Script(ids=itertools.count(1_000_000)).world()
    return open_portfolio(open_vaults(folder), vault_id, scenes.SECRET, world)


def test_the_media_table_is_no_reason_to_stay() -> None:
    bench = Bench()
    bench.keep(1)
    assert sha256(1) in {document["sha256"] for document in bench.vault.db.table(TABLE)}
    bench.reopen()
    assert bench.vault.media.sweep() == 1
