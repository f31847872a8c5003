"""Files that belong to nothing go when a portfolio is locked; whatever may still be kept stays."""

from __future__ import annotations

import errno
import itertools
import threading
from pathlib import Path

import pytest

from portfolio_app.errors import BadInput, StoreDamaged
from portfolio_app.student.actions import Source, add_work
from portfolio_app.student.learner import open_portfolio, open_vaults
from portfolio_app.student.portfolio import Portfolio
from portfolio_app.student.vault import MediaStore
from tests.student import scenes
from tests.student.vault.test_media_sweep import PLACES, Bench, content, sha256


def files(folder: Path) -> int:
    return sum(1 for _ in folder.glob("learners/*/media/*"))


def reopened(folder: Path, vault_id: str) -> Portfolio:
    world = scenes.Script(ids=itertools.count(1_000_000)).world()
    return open_portfolio(open_vaults(folder), vault_id, scenes.SECRET, world)


def test_what_was_refused_after_it_was_sealed_goes_with_the_next_lock(tmp_path: Path) -> None:
    portfolio = scenes.make_portfolio(tmp_path)
    vault_id = portfolio.vault.id
    add_work(portfolio, [Source("a.txt", [b"my own words"])])
    with pytest.raises(BadInput):
        add_work(portfolio, [Source("b.txt", [b"given up"]), Source("b.exe", [b"MZ"])])
    portfolio.close()
    assert files(tmp_path) == 2, "what came in while it was open stays until the next time"
    (tmp_path / "learners" / vault_id / "media" / ".new-0123").write_bytes(b"from a crash")
    portfolio = reopened(tmp_path, vault_id)
    portfolio.close()
    portfolio.close()
    assert files(tmp_path) == 1
    portfolio = reopened(tmp_path, vault_id)
    (work,) = portfolio.works()
    assert b"".join(portfolio.read_media(work.files[0].media)) == b"my own words"
    portfolio.close()


def test_nothing_is_asked_of_the_tables_while_there_are_no_more_files_than_documents(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    bench = Bench()
    bench.keep(1, PLACES[0])

    def never(_store: MediaStore, names: list[str]) -> int:
        raise AssertionError(names)

    monkeypatch.setattr(MediaStore, "_clear", never)
    assert bench.vault.media.clear_leftovers() == 0


def in_doubt() -> Bench:
    """A batch whose last sync failed: undone in memory, and perhaps on the storage all the same."""
    bench = Bench()
    bench.keep(0, PLACES[0])
    received = bench.vault.media.receive([content(1)])
    log = bench.disk.calls
    bench.disk.failure, bench.disk.fail_at, bench.disk.persistent = errno.EIO, log, True
    bench.disk.fail_on = "sync".__eq__

    def write() -> None:
        with bench.vault.batch():
            bench.vault.media.keep(received)
            bench.name(1, PLACES[0])

    with pytest.raises(StoreDamaged):
        write()
    bench.disk.fail_at = None
    bench.vault.media.clear_leftovers()
    bench.vault.close()
    return bench


def check_again(bench: Bench) -> bool:
    """Whether the batch was there after all."""
    bench.reopen()
    held = len(bench.vault.db.table("records")) == 2
    if held:
        bench.check()
    return held


def test_media_of_a_batch_in_doubt_stay() -> None:
    assert check_again(in_doubt())


def test_a_lock_that_takes_what_was_just_received_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    real = MediaStore._clear

    def forgetful(store: MediaStore, names: list[str]) -> int:
        store._received.clear()
        return real(store, names)

    monkeypatch.setattr(MediaStore, "_clear", forgetful)
    with pytest.raises(Exception, match="missing"):
        check_again(in_doubt())


def test_a_storage_that_fails_keeps_no_portfolio_open(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    portfolio = scenes.make_portfolio(tmp_path)
    folder = tmp_path / "learners" / portfolio.vault.id / "media"
    (folder / "left").write_bytes(b"over")

    def fails(_store: MediaStore, _name: str) -> bool:
        raise OSError(errno.EIO, "planted")

    monkeypatch.setattr(MediaStore, "_remove", fails)
    portfolio.close()
    assert portfolio.vault.closed


def test_clearing_while_others_work_loses_nothing() -> None:
    bench, done, problems = Bench(), threading.Event(), []

    def clearing() -> None:
        while not done.is_set():
            bench.vault.media.clear_leftovers()

    clearer = threading.Thread(target=clearing)
    clearer.start()
    try:
        for number in range(120):
            bench.keep(number % 6, PLACES[number % len(PLACES)])
    except Exception as problem:  # noqa: BLE001  # shown below, once the other thread is over
        problems.append(problem)
    done.set()
    clearer.join(60)
    assert not problems
    bench.check()
    bench.reopen()
    bench.check()
    assert sha256(0)
