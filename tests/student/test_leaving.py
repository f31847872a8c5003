"""Taking a portfolio off a device: nothing is lost, at whichever step the program ends."""

import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from portfolio_app.errors import BadInput, NotFound, StorageFull, VaultInUse
from portfolio_app.school import left_behind
from portfolio_app.school.left_behind import Handed
from portfolio_app.student import actions, bundles, leaving
from portfolio_app.student.actions import Source
from portfolio_app.student.connection import Connection
from portfolio_app.student.learner import new_portfolio
from portfolio_app.student.portfolio import SCHOOL, Portfolio
from portfolio_app.student.portfolio_shapes import Leaving
from portfolio_app.student.vault.disk import OpenFile, RealDisk
from portfolio_app.student.vault.outgoing import Note, Parcel
from portfolio_app.student.vault.removal import LEFT, OUTGOING_NAME, Removals
from portfolio_app.student.vault.vaults import Vaults
from rubrics.catalog import Catalog
from sync import bundle
from tests.journeys.test_bundles import _join
from tests.plaintext import leaks, needles
from tests.school.making import MadeSchool, made_school
from tests.student.scenes import SECRET, Script
from tests.student.vault.device import quick_parameters

TITLE = "My paper boat sails"
THOUGHT = "I am proud of the sail"
LETTER = os.urandom(200_000)
NOWHERE = "http://localhost:9"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[MadeSchool]:
    """One school for all: each test has a learner of its own."""
    with made_school(tmp_path_factory.mktemp("school")) as running:
        yield running


class Killed(BaseException):
    """The program ends here, without a word."""


class CountingDisk(RealDisk):
    """A real disk that counts what changes it, and ends the program at one of these."""

    def __init__(self, end: Callable[[], None] | None = None) -> None:
        self.calls, self.end_at, self.end = 0, -1, end or _killed

    def _count(self) -> None:
        self.calls += 1
        if 0 < self.end_at <= self.calls:
            self.end()

    def open(self, path: Path, *, create: bool = False) -> OpenFile:
        self._count()
        return super().open(path, create=create)

    def rename(self, source: Path, target: Path) -> None:
        self._count()
        super().rename(source, target)

    def remove(self, path: Path) -> None:
        self._count()
        super().remove(path)

    def remove_folder(self, path: Path) -> None:
        self._count()
        super().remove_folder(path)

    def make_folder(self, path: Path) -> None:
        self._count()
        super().make_folder(path)

    def sync_folder(self, path: Path) -> None:
        self._count()
        super().sync_folder(path)


def _killed() -> None:
    raise Killed


def _kill() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


class Tablet:
    """A shared tablet whose school is out of reach, with a learner whose work waits."""

    def __init__(self, folder: Path, made: MadeSchool, disk: RealDisk | None = None) -> None:
        self.folder, self.made = folder, made
        self.script = Script(now=made.clock())
        self.vaults = self.fresh(disk)
        self.portfolio = new_portfolio(self.vaults, "Ada", "owl", SECRET, world=self.script.world())
        self.id = self.portfolio.vault.id
        self.device = _join(self.portfolio, made)
        self._set(address=NOWHERE, public_address=NOWHERE)

    def fresh(self, disk: RealDisk | None = None) -> Vaults:
        """The vaults as a program sees them that starts now."""
        found = Vaults(self.folder, disk=disk or RealDisk(), new_secret_parameters=quick_parameters)
        found.finish_removals()
        return found

    def open(self, vaults: Vaults) -> Portfolio:
        vault = vaults.unlock(self.id, SECRET, now_ms=self.script.now_ms())
        return Portfolio(vault, Catalog.bundled(), self.script.world())

    def _set(self, **school: str) -> None:
        stored = self.portfolio.vault.get_setting(SCHOOL)
        self.portfolio.vault.put_setting(SCHOOL, {**stored, **school})

    def write(self) -> str:
        work = actions.add_work(self.portfolio, [Source("boat.pdf", [LETTER])], TITLE)
        actions.reflect(self.portfolio, work, "proud", THOUGHT)
        return work

    def leave(self) -> Leaving:
        connection = Connection(self.portfolio, self.vaults, timeout_seconds=1)
        return leaving.leave(self.portfolio, self.vaults, connection)

    def parcel(self) -> Parcel:
        (found,) = self.fresh().outgoing.parcels()
        return found

    def to_school(self) -> list[Handed]:
        """Carry all parts to school by hand."""
        outgoing, parcel = self.fresh().outgoing, self.parcel()
        raws = [b"".join(outgoing.read(parcel, part)) for part in parcel.parts]
        return [left_behind.take(self.made.school, _Bytes(raw)) for raw in raws]

    def is_at_school(self, work: str) -> bool:
        page = self.made.sign_in("t@example.org").get(
            f"/learners/{self.device.learner}/works/{work}"
        )
        return TITLE in page.text and THOUGHT in page.text


def test_what_waits_is_left_sealed_and_the_vault_is_gone(tmp_path: Path, made: MadeSchool) -> None:
    tablet = Tablet(tmp_path / "tablet", made)
    work = tablet.write()
    looked = leaving.look(tablet.portfolio)
    assert (looked.works, looked.way, looked.refused) == (1, "sealed", 0)
    assert tablet.leave() == looked
    assert tablet.vaults.list() == ()
    assert [path.name for path in tablet.folder.iterdir() if path.is_dir()] == [OUTGOING_NAME]
    with pytest.raises(NotFound):
        tablet.open(tablet.fresh())
    wanted = needles({"title": TITLE, "thought": THOUGHT}, {"letter": LETTER})
    assert leaks([tablet.folder], wanted) == []
    assert tablet.parcel().note.holds_work
    assert tablet.parcel().note.addresses == (NOWHERE,)
    (handed,) = tablet.to_school()
    assert handed.files == looked.files
    assert handed.refused == 0
    assert tablet.is_at_school(work)
    assert tablet.to_school() == [Handed()], "twice does no harm"


def test_nobody_can_open_it_between_the_last_part_and_the_end(
    tmp_path: Path, made: MadeSchool, monkeypatch: pytest.MonkeyPatch
) -> None:
    tablet = Tablet(tmp_path / "tablet", made)
    tablet.write()
    tried: list[str] = []
    begin = Removals.begin

    def look_in(self: Removals, vault_id: str, how: str) -> None:
        with pytest.raises(VaultInUse):
            tablet.open(tablet.fresh())
        tried.append(how)
        begin(self, vault_id, how)

    monkeypatch.setattr(Removals, "begin", look_in)
    tablet.leave()
    assert tried == [LEFT]


def test_large_files_go_in_parts_of_their_own(
    tmp_path: Path, made: MadeSchool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(leaving, "PART_BYTES", 150_000)
    tablet = Tablet(tmp_path / "tablet", made)
    work = tablet.write()
    actions.add_work(tablet.portfolio, [Source("kite.pdf", [LETTER[::-1]])], "My kite")
    tablet.leave()
    assert len(tablet.parcel().parts) == 3
    assert sum(one.files for one in tablet.to_school()) == 2
    assert tablet.is_at_school(work)


def test_who_has_nothing_waiting_leaves_only_word_that_nothing_is_here(
    tmp_path: Path, made: MadeSchool
) -> None:
    tablet = Tablet(tmp_path / "tablet", made)
    tablet.write()
    _all_is_confirmed(tablet.portfolio)
    assert leaving.look(tablet.portfolio).way == "at_once"
    tablet.leave()
    assert not tablet.parcel().note.holds_work
    assert tablet.to_school() == [Handed()]


def _all_is_confirmed(portfolio: Portfolio) -> None:
    store, room, hour_ms = portfolio.store, portfolio.room, 3_600_000
    with portfolio.durable():
        for change in store.pending():
            store._outbox.remove(change.id)
    portfolio.note_delivered(portfolio.media_queue.in_order())
    portfolio.vault.put_setting("clock_fix_ms", 2 * hour_ms)
    for one in room.unsure():
        with portfolio.durable():
            room.note_confirmed(one)


def test_a_file_that_was_confirmed_once_goes_along(tmp_path: Path, made: MadeSchool) -> None:
    tablet = Tablet(tmp_path / "tablet", made)
    tablet.write()
    tablet.portfolio.note_delivered(tablet.portfolio.media_queue.in_order())
    found = leaving.look(tablet.portfolio)
    assert found.files == 1, "once is not enough"
    tablet.leave()
    assert [one.files for one in tablet.to_school()] == [1]


@pytest.mark.parametrize("lacks", ["school", "keys", "left"])
def test_nothing_is_removed_where_it_would_be_lost(
    tmp_path: Path, made: MadeSchool, lacks: str
) -> None:
    tablet = Tablet(tmp_path / "tablet", made)
    tablet.write()
    vault = tablet.portfolio.vault
    keys = vault.get_setting(bundles.BUNDLE_KEYS)
    old = {name: key for name, key in keys.items() if name != "left"}
    if lacks == "school":
        vault.put_setting(SCHOOL, None)
    else:
        vault.put_setting(bundles.BUNDLE_KEYS, old if lacks == "left" else None)
    looked = leaving.look(tablet.portfolio)
    assert looked.way == ("no_school" if lacks == "school" else "no_keys")
    assert looked.works == 1
    with pytest.raises(BadInput, match=r"Join your school|on a stick"):
        tablet.leave()
    assert len(tablet.portfolio.works()) == 1
    assert tablet.fresh().outgoing.parcels() == ()
    tablet.portfolio.close()


def test_what_the_school_did_not_take_must_be_decided_first(
    tmp_path: Path, made: MadeSchool
) -> None:
    tablet = Tablet(tmp_path / "tablet", made)
    tablet.write()
    store = tablet.portfolio.store
    first = store.pending()[0]
    with tablet.portfolio.durable():
        store.let_go([first.id])
        store.put_refused([(first, "not_allowed")])
    assert leaving.look(tablet.portfolio).way == "decide"
    with pytest.raises(BadInput, match="Decide"):
        tablet.leave()
    assert len(tablet.vaults.list()) == 1
    tablet.portfolio.close()


def test_a_full_disk_removes_nothing(
    tmp_path: Path, made: MadeSchool, monkeypatch: pytest.MonkeyPatch
) -> None:
    tablet = Tablet(tmp_path / "tablet", made)
    work = tablet.write()
    monkeypatch.setattr(bundle, "write", _no_room)
    with pytest.raises(StorageFull, match="no room"):
        tablet.leave()
    monkeypatch.undo()
    assert not list(tablet.folder.rglob("*.bundle"))
    assert tablet.portfolio.work(work) is not None
    tablet.leave()
    assert tablet.to_school()[0].files == 1


def _no_room(*_: Any) -> Iterator[bytes]:
    yield bytes(1000)
    raise OSError(28, "No space left on device")


def test_killed_anywhere_it_is_either_still_here_or_on_its_way(
    tmp_path: Path, made: MadeSchool
) -> None:
    disk = CountingDisk()
    rehearsal = Tablet(tmp_path / "rehearsal", made, disk)
    rehearsal.write()
    before = disk.calls
    rehearsal.leave()
    steps = disk.calls - before
    assert steps >= 20
    ends = set()
    for step in range(1, steps + 1):
        disk = CountingDisk()
        tablet = Tablet(tmp_path / f"tablet-{step}", made, disk)
        work = tablet.write()
        disk.end_at = disk.calls + step
        with pytest.raises(Killed):
            tablet.leave()
        tablet.portfolio.vault._lock.release()  # as the system does when a program ends
        ends.add(_after_the_kill(tablet, work))
    assert ends == {"here", "on its way"}


def _after_the_kill(tablet: Tablet, work: str) -> str:
    """What the next program finds: all of it in the vault, or all of it in parts."""
    vaults = tablet.fresh()
    wanted = needles({"title": TITLE, "thought": THOUGHT}, {"letter": LETTER})
    assert leaks([tablet.folder], wanted) == []
    if vaults.list():
        assert vaults.outgoing.parcels() == ()
        again = tablet.open(vaults)
        assert again.work(work) is not None
        tablet.portfolio, tablet.vaults = again, vaults
        if list(tablet.folder.rglob("*.bundle")):
            tablet.leave()  # half of an older try is no harm
            assert tablet.to_school()[0].files == 1
        again.close()
        return "here"
    assert [path.name for path in tablet.folder.iterdir() if path.is_dir()] == [OUTGOING_NAME]
    (handed,) = tablet.to_school()
    assert (handed.files, handed.refused) == (1, 0)
    assert handed.accepted > 2
    return "on its way"


@pytest.mark.parametrize("part", ["the rename", "the keys", "moving out", "the rest"])
def test_a_real_kill_is_finished_by_the_next_program(
    tmp_path: Path, made: MadeSchool, part: str
) -> None:
    tablet = Tablet(tmp_path / "tablet", made)
    work = tablet.write()
    tablet.portfolio.close()
    child = os.fork()
    if child == 0:
        try:
            tablet.vaults = tablet.fresh()
            tablet.portfolio = tablet.open(tablet.vaults)
            _plant(tablet, part)
            tablet.leave()
        finally:
            os._exit(1)
    _, status = os.waitpid(child, 0)
    assert os.WTERMSIG(status) == signal.SIGKILL
    assert tablet.fresh().list() == ()
    assert tablet.to_school()[0].files == 1
    assert tablet.is_at_school(work)


def _plant(tablet: Tablet, part: str) -> None:
    names = {
        "the rename": "finish", "the keys": "_forget_keys", "moving out": "_move_out",
        "the rest": "_erase",
    }  # fmt: skip
    setattr(tablet.vaults._removals, names[part], lambda *_: _kill())


def test_who_was_erased_leaves_nothing_behind(tmp_path: Path, made: MadeSchool) -> None:
    """Half-written parts of a try that was killed do not go when the vault is removed."""
    tablet = Tablet(tmp_path / "tablet", made)
    tablet.write()
    leavings = tablet.vaults.leavings(tablet.id)
    leavings.begin(Note((NOWHERE,), holds_work=True))
    leavings.add(1, [b"half"])
    tablet.portfolio.close()
    tablet.vaults.remove(tablet.id)
    assert tablet.fresh().outgoing.parcels() == ()
    assert not list(tablet.folder.rglob("*.bundle"))


class _Bytes:
    def __init__(self, raw: bytes) -> None:
        self._raw = raw

    def size_bytes(self) -> int:
        return len(self._raw)

    def read_at(self, offset: int, size_bytes: int) -> bytes:
        return self._raw[offset : offset + size_bytes]
