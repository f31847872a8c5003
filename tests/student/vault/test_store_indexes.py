"""What an index finds is what TinyDB finds by looking at everything, before and after tidying."""

from __future__ import annotations

import copy
import random
from pathlib import Path
from typing import Any
from unittest import mock

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tinydb import TinyDB, where
from tinydb.queries import QueryInstance
from tinydb.storages import MemoryStorage

from portfolio_app.errors import NotFound, StoreDamaged
from portfolio_app.model.search_words import asked_words, words_of
from portfolio_app.student.vault import indexes, table_state
from portfolio_app.student.vault.indexes import Indexes, TableIndex
from portfolio_app.student.vault.log import SealedLog
from portfolio_app.student.vault.newer_codes import NewerCodes
from portfolio_app.student.vault.query_plan import candidates
from portfolio_app.student.vault.store import Store
from portfolio_app.student.vault.stream import SEALED_SEGMENT_SIZE_BYTES
from portfolio_app.student.vault.tables import SealedDatabase
from tests.student.vault.device import open_log
from tests.student.vault.faulty_disk import FaultyDisk

KEY = bytes(range(32))
LOG = Path("/log")
INDEX = TableIndex(
    equal=(("kind",), ("state", "parent", "value")),
    lists=(("tags",),),
    ordered=(("at",),),
    words=(("title",),),
    columns=(("title",), ("at",)),
)
INDEXES = Indexes({}, INDEX)

SCALARS = st.sampled_from([0, 1, 1.0, True, False, None, "a", "b", "ab", "", 2**70, -1.5])
VALUES = SCALARS | st.lists(SCALARS, max_size=3) | st.dictionaries(st.sampled_from("ab"), SCALARS)
DOCUMENTS = st.fixed_dictionaries(
    {},
    optional={
        "kind": VALUES,
        "tags": VALUES,
        "at": VALUES,
        "state": VALUES
        | st.fixed_dictionaries({"parent": st.fixed_dictionaries({"value": VALUES})}),
    },
)
PATHS = st.sampled_from([("kind",), ("tags",), ("at",), ("state", "parent", "value"), ("other",)])


@st.composite
def compared(draw: st.DrawFn) -> QueryInstance:
    query: Any = None
    for key in draw(PATHS):
        query = where(key) if query is None else query[key]
    kind = draw(st.sampled_from(["==", "one_of", "any", "all", "<", "<=", ">", ">=", "!="]))
    if kind in ("one_of", "any", "all"):
        asked: Any = draw(st.lists(SCALARS, max_size=3) | st.sampled_from(["ab", ""]))
        return getattr(query, kind)(asked)  # type: ignore[no-any-return]
    operator = {"==": "__eq__", "<": "__lt__", "<=": "__le__", ">": "__gt__", ">=": "__ge__"}
    return getattr(query, operator.get(kind, "__ne__"))(draw(SCALARS))  # type: ignore[no-any-return]


QUERIES = st.recursive(
    compared(),
    lambda inner: st.one_of(
        st.tuples(inner, inner).map(lambda pair: pair[0] & pair[1]),
        st.tuples(inner, inner).map(lambda pair: pair[0] | pair[1]),
        inner.map(lambda query: ~query),
    ),
    max_leaves=3,
)


def opened(disk: FaultyDisk | None = None, index: Indexes = INDEXES) -> tuple[Store, Any]:
    disk = disk or FaultyDisk()
    if not disk.exists(LOG):
        SealedLog.create(disk, LOG, KEY, {"vault": "v"})
    store, _ = open_log(disk, LOG, KEY, index)
    return store, SealedDatabase(store).table("works")


def asked(table: Any, query: QueryInstance) -> Any:
    try:
        return [(document.doc_id, dict(document)) for document in table.search(query)]
    except TypeError:
        return TypeError


def same_as_tinydb(
    before: list[dict[str, Any]], after: list[dict[str, Any]], query: QueryInstance
) -> None:
    store, table = opened()
    oracle = TinyDB(storage=MemoryStorage).table("works")
    for each in (table, oracle):
        each.insert_multiple(copy.deepcopy(before))
    store.tidy()
    for each in (table, oracle):
        each.insert_multiple(copy.deepcopy(after))
        each.update({"tags": ["a", 1]}, doc_ids=[2, 5])
        each.remove(doc_ids=[number for number in (1, 6) if each.contains(doc_id=number)])
    for _ in range(2):
        expected, found = asked(oracle, query), asked(table, query)
        if expected is not TypeError or found is TypeError:
            assert found == expected
        store.tidy()


LISTS = st.lists(DOCUMENTS, max_size=5)


@settings(max_examples=150, deadline=None)
@given(before=LISTS, after=LISTS, query=QUERIES, many=st.sampled_from([0, 2, 1000]))
def test_a_query_finds_what_tinydb_finds(
    before: list[dict[str, Any]], after: list[dict[str, Any]], query: QueryInstance, many: int
) -> None:
    with mock.patch.object(table_state, "MANY", many):
        same_as_tinydb(before, after, query)


def test_forgetting_to_note_newer_codes_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table_state, "MANY", 2)
    monkeypatch.setattr(NewerCodes, "add", lambda *_: None)
    documents = [{"tags": ["a"]}] * 4
    with pytest.raises(AssertionError):
        same_as_tinydb(documents, documents, where("tags").any(["a"]))


def test_a_list_field_that_holds_a_text_is_found_by_its_characters() -> None:
    """TinyDB's `any` looks into texts; the trap that an index of elements alone falls into."""
    documents: list[dict[str, Any]] = [
        {"tags": "cab"},
        {"tags": ["a"]},
        {"tags": {"a": 1}},
        {"tags": ["b"]},
    ]
    same_as_tinydb(documents, documents, where("tags").any(["a"]))
    same_as_tinydb(documents, documents, where("tags").all(["ca"]))


def test_leaving_odd_fields_out_of_the_index_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    def lists_only(seed: int, value: Any) -> list[int]:
        return ORIGINAL_LIST_CODES(seed, value) if isinstance(value, list) else []

    monkeypatch.setattr(indexes, "_list_codes", lists_only)
    with pytest.raises(AssertionError):
        test_a_list_field_that_holds_a_text_is_found_by_its_characters()


ORIGINAL_LIST_CODES = indexes._list_codes


def test_an_index_asks_few_documents() -> None:
    store, table = opened()
    table.insert_multiple(
        {"kind": "k", "tags": [f"t{number % 50}"], "at": number} for number in range(500)
    )
    for _ in range(2):
        state = store.frozen("works")
        for query, size in (
            (where("tags").any(["t7"]), 10),
            ((where("kind") == "k") & where("tags").any(["t7"]), 10),
            (where("tags").any(["t7"]) | where("tags").any(["t8"]), 20),
            (where("at") >= 480, 20),
            (where("at") == 3, 1),
        ):
            planned = candidates(state, query)
            assert planned is not None
            assert planned.size == size
        store.tidy()


def test_another_index_is_obeyed_after_an_update_of_the_app() -> None:
    disk = FaultyDisk()
    store, table = opened(disk, Indexes({}, TableIndex(columns=(("kind",),))))
    table.insert_multiple({"kind": number % 3, "title": f"Größe {number}"} for number in range(9))
    store.tidy()
    table.insert({"kind": 1, "title": "groß"})
    store, table = opened(disk)
    for _ in range(2):
        assert [document.doc_id for document in table.search(where("kind") == 1)] == [2, 5, 8, 10]
        assert len(table.find("groß")) == len(table.find("GROSSE")) + 1 == 10
        assert [row[:2] for row in table.rows()][-1] == (10, "groß")
        store.tidy()


def test_the_first_lock_after_an_update_of_the_app_makes_the_index_anew() -> None:
    disk = FaultyDisk()
    store, table = opened(disk, Indexes({}, TableIndex(columns=(("kind",),))))
    table.insert_multiple({"kind": number % 3} for number in range(9))
    store.tidy()
    store.close()
    for is_indexed in (False, True):
        store, table = opened(disk)
        base = store.frozen("works").base
        assert base is not None
        assert base.is_indexed is is_indexed
        assert len(table.search(where("kind") == 1)) == 3
        store.close()


def test_documents_come_in_the_order_of_a_number_and_within_its_bounds() -> None:
    store, table = opened()
    table.insert_multiple({"at": at} for at in (5, 3, "odd", 9, None))
    store.tidy()
    table.update({"at": 4}, doc_ids=[4])
    table.remove(doc_ids=[1])
    table.insert_multiple({"at": at} for at in (1.5, 7, 3))
    for _ in range(2):
        assert [document["at"] for document in table.in_order(("at",))] == [1.5, 3, 3, 4, 7]
        low, high = table.bounds(("at",))
        assert low <= 1.5
        assert high >= 7
        assert [d.doc_id for d in table.having(("kind",), "k")] == []
        store.tidy()
    with pytest.raises(NotFound):
        table.in_order(("kind",))
    with pytest.raises(NotFound):
        table.having(("tags",), "a")


def test_rows_are_the_columns_of_every_document_in_order() -> None:
    store, table = opened()
    table.insert_multiple({"title": f"t{number}", "at": number} for number in range(6))
    store.tidy()
    table.update({"title": "new"}, doc_ids=[2])
    table.remove(doc_ids=[3])
    table.insert({"at": None})
    expected = [
        (document.doc_id, document.get("title"), document.get("at")) for document in table.all()
    ]
    for _ in range(2):
        assert table.rows() == expected
        store.tidy()


@pytest.mark.parametrize(
    ("text", "typed", "is_found"),
    [
        ("Crème brûlée", "creme BRU", True),
        ("Straße", "strasse", True),
        ("ﬁnal №5", "final no5", True),
        ("Москва́", "москва", True),
        ("مَدْرَسَة", "مدرسة", True),
        ("हिन्दी की किताब", "हिन्दी", True),
        ("हिन्दी", "हन", False),
        ("我的学习日记", "学习", True),
        ("我的学习日记", "习", True),
        ("我的学习日记", "习学", False),
        ("わたしのピアノ", "ピアノ", True),
        ("우리 학교", "학", True),
        ("volcano", "cano", False),
        ("two words", "wor tw", True),
        ("two words", "", False),
        ("emoji 🙂 snake_case", "case", True),
    ],
)
def test_words_are_found_in_any_script(text: str, typed: str, *, is_found: bool) -> None:
    store, table = opened()
    table.insert({"title": text})
    for _ in range(2):
        assert bool(table.find(typed)) == is_found
        store.tidy()


def test_finding_is_the_same_from_the_snapshot_and_from_the_log() -> None:
    source = random.Random(3)
    syllables = ["ka", "ré", "学", "习", "to", " ", "ß", "한", "-"]
    titles = ["".join(source.choices(syllables, k=12)) for _ in range(120)]
    store, table = opened()
    table.insert_multiple({"title": title} for title in titles)
    typed = ["ka", "re", "学", "学习", "한", "toka", "ss to"]
    expected = [[d.doc_id for d in table.find(words)] for words in typed]
    assert sum(map(len, expected)) > 100
    store.tidy()
    assert [[d.doc_id for d in table.find(words)] for words in typed] == expected
    table.remove(doc_ids=[1, 50, 119])
    table.update({"title": "nothing"}, doc_ids=[2])
    gone = {1, 2, 50, 119}
    for _ in range(2):
        found = [[d.doc_id for d in table.find(words)] for words in typed]
        assert found == [[n for n in numbers if n not in gone] for numbers in expected]
        store.tidy()


def test_long_texts_keep_their_limits() -> None:
    assert words_of("x" * 100) == {"x" * 32}
    assert asked_words("x" * 100) == ["x" * 32]
    assert len(words_of(" ".join(map(str, range(30_000))))) == 20_000


def large_snapshot() -> FaultyDisk:
    disk = FaultyDisk()
    store, table = opened(disk)
    table.insert_multiple({"title": f"t{n}", "text": "w" * 900, "at": n} for n in range(80))
    store.tidy()
    store.close()
    return disk


@pytest.mark.parametrize("place", [0, 1, 2, 3])
def test_a_changed_or_moved_segment_is_refused_when_it_is_read(place: int) -> None:
    start = 92 + place * SEALED_SEGMENT_SIZE_BYTES
    flipped = large_snapshot()
    flipped.file(LOG).volatile[start + 500] ^= 1
    moved = large_snapshot()
    content = moved.file(LOG).volatile
    other = 92 + (place + 1) % 4 * SEALED_SEGMENT_SIZE_BYTES
    content[start : start + SEALED_SEGMENT_SIZE_BYTES] = content[
        other : other + SEALED_SEGMENT_SIZE_BYTES
    ]
    for disk in (flipped, moved):
        _, table = opened(disk)
        with pytest.raises(StoreDamaged, match="snapshot"):
            table.all()


def test_whoever_looks_through_a_table_sees_it_as_it_was_while_it_is_tidied() -> None:
    store, table = opened()
    table.insert_multiple({"title": f"t{n}", "text": "w" * 3000} for n in range(60))
    store.tidy()
    looking = iter(table)
    first = next(looking)
    table.truncate()
    table.insert({"title": "new"})
    store.tidy()
    rest = list(looking)
    assert [document["title"] for document in (first, *rest)] == [f"t{n}" for n in range(60)]
    assert table.all() == [{"title": "new"}]
