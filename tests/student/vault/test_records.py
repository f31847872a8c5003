"""What the store of records finds is what somebody finds who reads and merges everything.

The oracle keeps confirmed states and waiting changes in plain dictionaries and merges all of them
at each question; it knows no index, no table and no cache.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from portfolio_app.errors import StorageFull
from portfolio_app.model.search_words import asked_words, words_of
from portfolio_app.student.vault import records as records_module
from portfolio_app.student.vault import views as views_module
from portfolio_app.student.vault.disk import DiskFailed
from portfolio_app.student.vault.outbox import Outbox
from portfolio_app.student.vault.records import RecordStore
from portfolio_app.student.vault.shown import ShownRecords
from portfolio_app.student.vault.table_state import TableState
from portfolio_app.student.vault.tables import Table
from portfolio_app.student.vault.vaults import Vault
from sync import client, merge
from sync.change import Change, Rule
from sync.client import Position, Progress
from tests.student.vault.device import NOW_MS, SECRET, counted_ids, vaults_in
from tests.student.vault.faulty_disk import FaultyDisk

WORKS = ("a1", "a2", "a3")
PARTS = {"r1": "a1", "r2": "a2", "f1": "a1", "f2": "a3"}
TITLES = ("Vulkan", "Crème brûlée", "我的学习日记", "volcano two", "Straße")
TAGS = ("oecd/creativity", "oecd/empathy", "school/reading")
TYPED = ("vul", "creme", "学习", "习", "strasse two", "volcano", "creativity", "xyz")
STAMP = "{:012x}-0000-{:016x}".format


@dataclass
class Oracle:
    """Confirmed states, and (change, reason of refusal) in the order of the outbox."""

    confirmed: dict[tuple[str, str], tuple[str, merge.RecordState]] = field(default_factory=dict)
    outbox: list[tuple[Change, str]] = field(default_factory=list)

    def views(self) -> dict[str, tuple[str, dict[str, Any]]]:
        keys = {*self.confirmed, *((c.scope, c.record) for c, _ in self.outbox)}
        return {key[1]: self.view(key) for key in sorted(keys)}

    def view(self, key: tuple[str, str]) -> tuple[str, dict[str, Any]]:
        mine = [change for change, _ in self.outbox if (change.scope, change.record) == key]
        kind, state = self.confirmed.get(key) or (mine[0].kind, {})
        return kind, {**merge.view(client.overlay(state, mine)), "id": key[1]}

    def says(self, words: str) -> set[str]:
        found, asked = set(), asked_words(words)
        for record, (kind, view) in self.views().items():
            if kind not in ("artifact", "reflection"):
                continue
            texts = [view.get("title") or "", *view.get("caption", ()), *view.get("words", ())]
            own = words_of("\n".join([*texts, *view.get("competencies", ())]))
            if all(any(word.startswith(one) for word in own) for one in asked):
                found.add(record if kind == "artifact" else view.get("artifact"))
        return {work for work in found if work in self.views()}


def artifacts(oracle: Oracle) -> list[dict[str, Any]]:
    """Those that a list shows, newest first."""
    found = [view for kind, view in oracle.views().values() if kind == "artifact"]
    return sorted(
        (view for view in found if isinstance(view.get("made_ms"), int)),
        key=lambda view: (-view["made_ms"], view["id"]),
    )


class Folder:
    """A vault on a disk in memory, and its records."""

    def __init__(self) -> None:
        self.disk = FaultyDisk()
        self.vaults = vaults_in(Path("/v"), self.disk)
        self.vault: Vault = self.vaults.create(
            "Ada", "fox", SECRET, new_id=counted_ids(), now_ms=NOW_MS
        )
        self.store = RecordStore(self.vault)

    def reopen(self) -> None:
        self.vault.close()
        self.vault = self.vaults.unlock(self.vault.id, SECRET, now_ms=NOW_MS)
        self.store = RecordStore(self.vault)

    @contextlib.contextmanager
    def durable(self) -> Iterator[None]:
        try:
            with self.vault.batch():
                yield
        except BaseException:
            self.store.reload()
            raise


class SameAsReadingEverything(RuleBasedStateMachine):
    """Any sequence of writes, answers of the school, failures, tidyings and openings."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Folder()
        self.oracle = Oracle()
        self.count = 0

    def change(self, record: str, kind: str, name: str, rule_: Rule, value: Any) -> Change:
        self.count += 1
        state = self.folder.store.state("self", record)
        seen: tuple[str, ...] = ()
        if rule_ is Rule.TEXT:
            seen = merge.live_ids(state, name)
        if rule_ is Rule.SET and value is None:
            seen = merge.live_ids(state, name)[:1]
        stamp = STAMP(self.count, 7)
        return Change(f"{self.count:032x}", "self", record, kind, name, rule_, value, stamp, seen)

    def put(self, *changes: Change) -> None:
        with self.folder.durable():
            self.folder.store.put_local(changes)
        self.oracle.outbox += [(change, "") for change in changes]

    @rule(work=st.sampled_from(WORKS), title=st.sampled_from(TITLES))
    def name_a_work(self, work: str, title: str) -> None:
        made = self.change(work, "artifact", "made_ms", Rule.APPEND, 1_000 + self.count)
        self.put(made, self.change(work, "artifact", "title", Rule.SCALAR, title))

    @rule(work=st.sampled_from(WORKS), text=st.sampled_from(TITLES))
    def caption(self, work: str, text: str) -> None:
        self.put(self.change(work, "artifact", "caption", Rule.TEXT, text))

    @rule(work=st.sampled_from(WORKS), tag=st.sampled_from((*TAGS, None)))
    def tag(self, work: str, tag: str | None) -> None:
        change = self.change(work, "artifact", "competencies", Rule.SET, tag)
        if tag is not None or change.seen:
            self.put(change)

    @rule(work=st.sampled_from(WORKS), at_ms=st.none() | st.just(5))
    def bin_or_take_out(self, work: str, at_ms: int | None) -> None:
        self.put(self.change(work, "artifact", "binned_ms", Rule.SCALAR, at_ms))

    @rule(part=st.sampled_from(sorted(PARTS)), text=st.sampled_from(TITLES))
    def write_a_part(self, part: str, text: str) -> None:
        kind = "reflection" if part.startswith("r") else "file"
        parent = self.change(part, kind, "artifact", Rule.APPEND, PARTS[part])
        if kind == "reflection":
            self.put(parent, self.change(part, kind, "words", Rule.TEXT, text))
        else:
            thumbnail = f"{self.count:064x}"
            self.put(parent, self.change(part, kind, "thumbnail", Rule.APPEND, thumbnail))

    @rule(count=st.integers(1, 5))
    def school_has_read(self, count: int) -> None:
        """The first waiting changes come back in the feed."""
        confirmed: dict[tuple[str, str], tuple[str, merge.RecordState]] = {}
        seen = [change for change, reason in self.oracle.outbox if not reason][:count]
        for change in seen:
            key = change.scope, change.record
            known = confirmed.get(key) or self.oracle.confirmed.get(key) or (change.kind, {})
            confirmed[key] = known[0], merge.apply(known[1], change)
        self.progress(confirmed, {change.id for change in seen}, {}, ())

    @rule()
    def school_refuses_one(self) -> None:
        first = next((change.id for change, reason in self.oracle.outbox if not reason), None)
        if first is not None:
            self.progress({}, set(), {first: "too long"}, ())

    @rule()
    def school_takes_a_scope_away(self) -> None:
        self.progress({}, set(), {}, ("self",))

    def progress(
        self, confirmed: Any, seen: set[str], refused: dict[str, str], dropped: tuple[str, ...]
    ) -> None:
        positions = {} if dropped else {"self": Position(self.count, "0" * 64)}
        told = Progress(confirmed, positions, frozenset(seen), refused, dropped, (), False, "")
        with self.folder.durable():
            self.folder.store.put_progress(told, counted_ids(10**6))
        self.oracle.confirmed |= confirmed
        if dropped:
            self.oracle.confirmed = {}
        self.oracle.outbox = [
            (change, refused.get(change.id, reason))
            for change, reason in self.oracle.outbox
            if change.id not in seen
        ]

    @rule(work=st.sampled_from(WORKS))
    def fail(self, work: str) -> None:
        """A step that comes to nothing, on a full disk: nothing of it is found."""
        change = self.change(work, "artifact", "title", Rule.SCALAR, "xyz lost")
        with contextlib.suppress(KeyError), self.folder.durable():
            self.folder.store.put_local([change])
            assert self.folder.store.search("lost") in ([work], [])
            raise KeyError

    @rule(is_tidied=st.booleans())
    def reopen(self, *, is_tidied: bool) -> None:
        if is_tidied:
            self.folder.vault.compact()
        self.folder.reopen()

    @invariant()
    def same(self) -> None:
        store, views = self.folder.store, self.oracle.views()
        works = artifacts(self.oracle)
        for kind in ("artifact", "reflection", "file"):
            expected = [view for its, view in views.values() if its == kind]
            assert store.of_kind(kind) == expected
            assert store.query(kind=kind) == expected
        for record in (*WORKS, *PARTS):
            assert store.view("self", record) == views.get(record, (None, None))[1]
        for work in WORKS:
            parts = [pair for pair in views.values() if pair[1].get("artifact") == work]
            assert store.parts_of(work) == parts
            assert store.query(parent=work) == [view for _, view in parts]
            mine = [
                reason
                for change, reason in self.oracle.outbox
                if change.record == work or views[change.record][1].get("artifact") == work
            ]
            refused = sum(bool(reason) for reason in mine)
            assert store.waiting_for("self", work) == (len(mine) - refused, refused)
        for tag in TAGS:
            assert store.query(tag=tag) == [
                view for _, view in views.values() if tag in view.get("competencies", ())
            ]
        half = 1_000 + self.count // 2
        assert store.query(kind="artifact", since_ms=half) == [
            view
            for kind, view in views.values()
            if kind == "artifact" and view.get("made_ms", 0) >= half
        ]
        for words in TYPED:
            expected_ids = [view["id"] for view in works]
            said = self.oracle.says(words)
            assert store.search(words) == [work for work in expected_ids if work in said]
        self.same_lists()

    def same_lists(self) -> None:
        store, works = self.folder.store, artifacts(self.oracle)
        views = self.oracle.views()
        waiting = [change for change, reason in self.oracle.outbox if not reason]
        touched = {views[change.record][1].get("artifact", change.record) for change in waiting}
        assert [(r.id, r.title, r.made_ms, r.is_binned, r.is_waiting) for r in store.gallery()] == [
            (
                view["id"],
                view.get("title") or "",
                view["made_ms"],
                view.get("binned_ms") is not None,
                view["id"] in touched,
            )
            for view in works
        ]
        for row in store.gallery():
            files = [v for k, v in views.values() if k == "file" and v["artifact"] == row.id]
            assert row.thumbnail == (files[0].get("thumbnail", "") if files else "")
        assert store.gallery(1, 1) == store.gallery()[1:2]
        assert list(store.pending()) == waiting
        assert (len(store.waiting()), list(store.waiting())) == (len(waiting), waiting)
        assert store.refused() == [(c, reason) for c, reason in self.oracle.outbox if reason]


TestSameAsReadingEverything = SameAsReadingEverything.TestCase
TestSameAsReadingEverything.settings = settings(
    max_examples=25, stateful_step_count=15, deadline=None
)


def caught() -> None:
    """A short fixed life in which each of the planted faults below must show."""
    life = SameAsReadingEverything()
    life.name_a_work("a1", TITLES[0])
    life.tag("a1", TAGS[0])
    life.write_a_part("r1", TITLES[2])
    life.same()
    life.school_has_read(5)
    life.reopen(is_tidied=True)
    life.same()
    life.name_a_work("a1", TITLES[1])
    life.same()
    life.tag("a1", None)
    life.same()
    life.school_refuses_one()
    life.same()
    life.fail("a1")
    life.same()
    life.reopen(is_tidied=True)
    life.same()


def test_the_short_life_is_sound() -> None:
    caught()


def _no_pending(monkeypatch: pytest.MonkeyPatch) -> None:
    """Waiting changes are not laid over what the school confirmed."""
    real = views_module.come_to

    def bare(key: Any, known: Any, pending: Any) -> Any:
        document = real(key, known, pending)
        if known is not None:
            document["view"] = merge.view(known[1])
        return document

    monkeypatch.setattr(records_module, "come_to", bare)


def _no_forgetting(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was kept in memory outlives a step that was undone."""
    monkeypatch.setattr(ShownRecords, "forget", lambda _: None)
    real = ShownRecords.put_each

    def kept(self: ShownRecords, documents: Any, before: Any) -> None:
        real(self, documents, before)
        for document in documents:
            self.get(document["scope"], document["id"])

    monkeypatch.setattr(ShownRecords, "put_each", kept)


def _stale_view(monkeypatch: pytest.MonkeyPatch) -> None:
    """The view of a record that is there already is not written again."""
    real = ShownRecords.put_each

    def once(self: ShownRecords, documents: Any, before: Any) -> None:
        real(self, [one for one in documents if (one["scope"], one["id"]) not in before], before)

    monkeypatch.setattr(ShownRecords, "put_each", once)


def _any_order(monkeypatch: pytest.MonkeyPatch) -> None:
    """New changes go before those that wait already."""
    monkeypatch.setattr(Outbox, "put_last", lambda self, changes: self.put_first(list(changes)))


def _old_terms(monkeypatch: pytest.MonkeyPatch) -> None:
    """A document that is written again keeps what it was found by, such as a removed tag."""
    real = TableState.chosen

    def blind(self: TableState, candidates: Any) -> Any:
        stale = {number for number in self.edited if number in set(candidates.newer)}
        for piece in real(self, candidates):
            yield [pair for pair in piece if pair[0] not in stale]

    monkeypatch.setattr(TableState, "chosen", blind)


@pytest.mark.parametrize(
    "plant", [_no_pending, _no_forgetting, _stale_view, _any_order, _old_terms]
)
def test_planted_faults_are_caught(
    monkeypatch: pytest.MonkeyPatch, plant: Callable[[pytest.MonkeyPatch], None]
) -> None:
    plant(monkeypatch)
    with pytest.raises((AssertionError, KeyError, TypeError)):
        caught()


def worked_in(folder: Folder) -> SameAsReadingEverything:
    life = SameAsReadingEverything()
    life.folder = folder
    life.name_a_work("a1", TITLES[0])
    life.write_a_part("f1", "")
    life.school_has_read(2)
    life.name_a_work("a2", TITLES[3])
    life.school_refuses_one()
    return life


def without_views(folder: Folder) -> None:
    """As the first released version left it: no views, and refused changes have no mark."""
    database = folder.vault.db
    database.drop_table("shown")
    folder.vault.put_setting("shown", None)
    outbox = database.table("outbox")
    for document in outbox.all():
        document.pop("is_refused", None)
        outbox.remove(doc_ids=[document.doc_id])
        outbox.insert(document)


def test_records_of_the_first_version_get_their_views_when_they_are_opened() -> None:
    folder = Folder()
    life = worked_in(folder)
    without_views(folder)
    folder.reopen()
    life.same()
    assert folder.vault.get_setting("shown") == records_module.SHOWN_VERSION


@pytest.mark.parametrize("failure", [StorageFull("full"), DiskFailed("failed")])
def test_a_vault_without_room_for_views_is_read_all_the_same(
    monkeypatch: pytest.MonkeyPatch, failure: Exception
) -> None:
    folder = Folder()
    life = worked_in(folder)
    without_views(folder)

    def full(*_: object) -> None:
        raise failure

    folder.vault.close()
    folder.vault = folder.vaults.unlock(folder.vault.id, SECRET, now_ms=NOW_MS)
    log = folder.vault._store._attached()
    monkeypatch.setattr(log, "append", full)
    folder.store = RecordStore(folder.vault)
    views = life.oracle.views()
    assert folder.store.view("self", "a1") == views["a1"][1]
    assert folder.store.search("volcano") == ["a2"]
    monkeypatch.undo()
    folder.store.reload()
    life.same()


def test_an_opening_decodes_next_to_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    folder = Folder()
    life = SameAsReadingEverything()
    life.folder = folder
    for number in range(60):
        life.put(
            life.change(f"w{number}", "artifact", "made_ms", Rule.APPEND, number),
            life.change(f"w{number}", "artifact", "title", Rule.SCALAR, f"t{number}"),
        )
    folder.vault.compact()
    decoded: list[int] = []
    real = Table._decoded

    def counting(table: Table, pieces: Any) -> Any:
        for document in real(table, pieces):
            decoded.append(1)
            yield document

    monkeypatch.setattr(Table, "_decoded", counting)
    folder.reopen()
    assert len(decoded) <= 8  # settings alone
    assert len(folder.store.gallery()) == 60
    assert len(decoded) <= 8
    assert folder.store.view("self", "w30") is not None
    assert len(decoded) <= 9
