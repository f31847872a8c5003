"""Finding by id, by hash, by link and by word; adding without changing what was there."""

import json
import unicodedata
import zipfile
from pathlib import Path
from subprocess import run
from sys import executable
from typing import Any

import pytest

from rubrics.case import read_case, write_case
from rubrics.catalog import Catalog
from rubrics.errors import InvalidContent, UnreadableDocument
from rubrics.limits import CATALOG_DOCUMENT_COUNT_MAX, SEARCH_RESULT_COUNT_MAX
from rubrics.search import folded
from tests.rubrics.case_files import DOCUMENT, as_bytes, child_of, item, item_id, package, sample

ROOM = Path(__file__).resolve().parents[2] / "rubrics"


@pytest.fixture(name="catalog")
def catalog_fixture() -> Catalog:
    return Catalog.bundled()


def rubric_for(*numbers: int, identifier: str = "imported") -> dict[str, Any]:
    criteria = [
        {"description": str(number), "CFItemURI": {"identifier": item_id(number)}}
        for number in numbers
    ]
    return {"identifier": identifier, "title": identifier, "CFRubricCriteria": criteria}


def titles(catalog: Catalog, refs: list[str], band: str | None = None) -> list[str]:
    return [rubric.title for rubric in catalog.rubrics_for(refs, band)]


def test_adding_gives_another_catalogue(catalog: Catalog) -> None:
    raw = as_bytes(package([item(1)], rubrics=[rubric_for(1)]))
    more = catalog.with_document(raw)
    assert (catalog.framework(DOCUMENT), catalog.rubric("imported")) == (None, None)
    assert more.framework(DOCUMENT) in more.frameworks
    assert more.rubric("imported") in more.rubrics
    assert more.with_document(raw) is more
    assert len(more.frameworks) == len(catalog.frameworks) + 1


def test_every_package_of_a_file_is_added() -> None:
    other = package([item(2)])
    other["CFDocument"] = {"identifier": "second", "title": "Second"}
    more = Catalog().with_document(as_bytes([package([item(1)]), other]))
    assert [one.id for one in more.frameworks] == [DOCUMENT, "second"]


def test_a_newer_file_takes_the_place_and_the_older_stays_reachable() -> None:
    older = as_bytes(package([item(1), item(2)], rubrics=[rubric_for(1)]))
    newer = as_bytes(package([item(1, fullStatement="Newer")], rubrics=[rubric_for(2)]))
    catalog = Catalog().with_document(older).with_document(newer)
    first, second = read_case(older), read_case(newer)
    assert catalog.frameworks == (second.framework,)
    assert catalog.rubrics == second.rubrics
    assert first.framework is not None
    assert catalog.framework(DOCUMENT, first.framework.source_hash) == first.framework
    assert catalog.rubric("imported", first.rubrics[0].source_hash) == first.rubrics[0]
    assert catalog.framework(DOCUMENT, "0" * 64) is None
    assert catalog.rubric("imported", "0" * 64) is None
    newest = catalog.competency(f"{DOCUMENT}/{item_id(1)}")
    assert newest is not None
    assert newest.statement == "Newer"
    # An item that the newer file dropped is still what older tags mean.
    dropped = catalog.competency(f"{DOCUMENT}/{item_id(2)}")
    assert dropped is not None
    assert dropped.statement == "Statement 2"


@pytest.mark.parametrize("ref", ["", "/", "x", f"{DOCUMENT}/", f"{DOCUMENT}/zzz", "a/b/c", "../.."])
def test_a_reference_to_nothing_is_none(ref: str) -> None:
    assert Catalog().with_document(as_bytes(package([item(1)]))).competency(ref) is None


def test_a_competency_knows_its_reference(catalog: Catalog) -> None:
    for framework in catalog.frameworks:
        for competency in framework.competencies:
            assert catalog.competency(competency.ref) is competency


def test_a_wrong_file_adds_nothing(catalog: Catalog) -> None:
    with pytest.raises(UnreadableDocument):
        catalog.with_document(b"rubbish")


def test_the_number_of_documents_is_limited() -> None:
    one = read_case(as_bytes(package([item(1)])))
    Catalog([("hash", one)] * CATALOG_DOCUMENT_COUNT_MAX)
    with pytest.raises(InvalidContent, match=str(CATALOG_DOCUMENT_COUNT_MAX)):
        Catalog([("hash", one)] * (CATALOG_DOCUMENT_COUNT_MAX + 1))


def test_rubrics_that_show_a_tag_come_first_then_general_ones(catalog: Catalog) -> None:
    primary, secondary = (framework.competencies[1].ref for framework in catalog.frameworks)
    assert titles(catalog, [primary]) == ["My work", "One clear aim", "Project work"]
    assert titles(catalog, [secondary])[0] == "Project work"
    # Nothing of this framework is at hand: the general one leads.
    assert titles(catalog, [f"{DOCUMENT}/{item_id(1)}", "nonsense"])[0] == "One clear aim"


def test_rubrics_that_show_more_tags_come_earlier() -> None:
    rubrics = [rubric_for(3, identifier="other"), rubric_for(1, identifier="one")]
    rubrics += [rubric_for(1, 2, identifier="two"), rubric_for(identifier="general")]
    catalog = Catalog().with_document(
        as_bytes(package([item(1), item(2), item(3)], rubrics=rubrics))
    )
    refs = [f"{DOCUMENT}/{item_id(number)}" for number in (1, 2)]
    assert titles(catalog, refs) == ["two", "one", "other", "general"]
    assert titles(catalog, refs[::-1]) == titles(catalog, refs)


def test_the_band_decides_among_equals(catalog: Catalog) -> None:
    assert titles(catalog, [], "5-7") == ["One clear aim", "My work", "Project work"]
    assert titles(catalog, [], "14-18") == ["One clear aim", "Project work", "My work"]


def test_a_rubric_beside_a_framework_means_that_framework_only() -> None:
    catalog = Catalog().with_document(as_bytes(package([item(1)], rubrics=[rubric_for(1)])))
    foreign = package([item(1)], rubrics=[])
    foreign["CFDocument"] = {"identifier": "foreign", "title": "Foreign"}
    catalog = catalog.with_document(as_bytes(foreign))
    general = package(rubrics=[rubric_for(identifier="general")])
    general["CFDocument"] = {"identifier": "third", "title": "Third"}
    catalog = catalog.with_document(as_bytes(general))
    assert titles(catalog, [f"{DOCUMENT}/{item_id(1)}"]) == ["imported", "general"]
    assert titles(catalog, [f"foreign/{item_id(1)}"]) == ["general", "imported"]


def test_own_wording_is_found_first(catalog: Catalog) -> None:
    found = catalog.search("try", "5-7")
    assert "try" in found[0].wording("5-7")
    own = ["try" in folded(one.wording("5-7")).split() for one in found]
    assert own == sorted(own, reverse=True)
    assert catalog.search("try again", "5-7")[0].code == "M4"


WRITTEN = {
    "accents": ("Créer une œuvre à l'école", ["creer", "ŒUVRE", "oeuvre", "ecole", "cre ecol"]),
    "strokes": ("Książka i łódź; smørrebrød", ["ksiazka", "LODZ", "smorrebrod"]),
    "sharp s": ("Große Straße", ["GROSSE", "strasse"]),
    "dotless": ("Işık ve ISI", ["isik", "ısı"]),
    "arabic": ("كِتَابٌ جَمِيل", ["كتاب", "جميل"]),
    "hebrew": ("סֵפֶר יָפֶה", ["ספר"]),
    "devanagari": ("मैं चित्र बना सकता हूँ", ["चित्र", "बना"]),
    "greek": ("Ζωγραφίζω όμορφα", ["ζωγραφιζω", "ΟΜΟΡΦΑ"]),
    "japanese": ("基本的なプログラムを作成できる", ["プログラム", "作成", "ﾌﾟﾛｸﾞﾗﾑ"]),
    "korean": ("그림을 그릴 수 있어요", ["그림", "그릴"]),
    "thai": ("ฉันวาดรูปได้", ["วาดรูป"]),
}


@pytest.mark.parametrize("name", WRITTEN)
def test_words_are_found_in_any_script(name: str) -> None:
    statement, queries = WRITTEN[name]
    for form in ("NFC", "NFD"):
        row = item(1, fullStatement=unicodedata.normalize(form, statement))
        catalog = Catalog().with_document(as_bytes(package([row, item(2)])))
        for query in queries:
            assert [one.id for one in catalog.search(query)] == [item_id(1)], query


@pytest.mark.parametrize(
    ("statement", "query"),
    [
        ("がっこう", "かっこう"),  # voiced and unvoiced are two letters, not one with an accent
        ("मैं चित्र बना सकता हूँ", "त"),  # a vowel sign does not end a word
    ],
)
def test_marks_that_make_another_letter_or_word_count(statement: str, query: str) -> None:
    row = item(1, fullStatement=statement)
    assert Catalog().with_document(as_bytes(package([row]))).search(query) == ()


@pytest.mark.parametrize("query", ["", "  ", "?!", "\ud800", "xyzzy", "raft", "a" * 10_000])
def test_nothing_is_found_for_nothing_or_the_middle_of_a_word(query: str) -> None:
    row = item(1, fullStatement="Crafts and arts")
    assert Catalog().with_document(as_bytes(package([row]))).search(query) == ()


def test_the_number_of_results_is_limited() -> None:
    rows = [item(number) for number in range(SEARCH_RESULT_COUNT_MAX + 1)]
    catalog = Catalog().with_document(as_bytes(package(rows)))
    assert len(catalog.search("statement")) == SEARCH_RESULT_COUNT_MAX


def test_a_published_sample_joins_in(catalog: Catalog) -> None:
    more = catalog.with_document(sample("case11-japanese-with-rubrics.json"))
    assert [one.code for one in more.search("プログラム")]
    shown = more.rubrics[-2].criteria[0].competency_id
    ref = f"{more.frameworks[-1].id}/{shown}"
    assert more.rubrics_for([ref])[0] == more.rubrics[-2]


def test_own_content_is_read_from_a_zip_too(tmp_path: Path) -> None:
    archive = tmp_path / "app.zip"
    with zipfile.ZipFile(archive, "w") as app:
        for path in sorted(ROOM.rglob("*")):
            if path.suffix in {".py", ".json"}:
                app.write(path, path.relative_to(ROOM.parent))
    code = (
        f"import sys; sys.path[:] = [{str(archive)!r}, *sys.path[1:]]; import rubrics;"
        "from rubrics.catalog import Catalog; print(rubrics.__file__);"
        "print(len(Catalog.bundled().frameworks))"
    )
    done = run([executable, "-I", "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == [str(archive / "rubrics" / "__init__.py"), "2"]


def test_a_catalogue_reads_what_was_written_by_us() -> None:
    raw = write_case(read_case(as_bytes(package([item(1), item(2)], [child_of(2, 1)]))))
    assert json.loads(raw)["CFDocument"]["caseVersion"] == "1.1"
    framework = Catalog().with_document(raw).framework(DOCUMENT)
    assert framework is not None
    assert framework.by_id[item_id(2)].parent_id == item_id(1)
