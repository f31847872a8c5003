"""Every format is read with the right counts, places and words, and what is not taken is named."""

import gzip
from collections import Counter
from typing import Any

import pytest

from rubrics.catalog import Catalog
from rubrics.documents import read_document
from rubrics.errors import UnreadableDocument
from rubrics.foreign.table import Sheet
from rubrics.framework import Framework
from tests.rubrics.case_files import as_bytes, item, package
from tests.rubrics.foreign_files import (
    CANVAS,
    CTDL,
    D2L,
    DIGCOMP,
    PLAIN,
    SECOND,
    as_json,
    framework_sample,
    moodle,
)
from tests.rubrics.said import said, sentences
from tests.rubrics.test_case_writer import faults_of

EVERYTHING: list[tuple[str, bytes, str]] = [
    ("Moodle", moodle(), "framework"),
    ("Canvas", CANVAS, "rubric"),
    ("D2L", as_json(D2L), "rubric"),
    ("CTDL-ASN", as_json(CTDL), "framework"),
    ("DigComp", as_json(DIGCOMP), "framework"),
]


def framework_in(raw: bytes, **more: Any) -> Framework:
    found = read_document(raw, **more).packages[0].framework
    assert found is not None
    return found


@pytest.mark.parametrize(("kind", "raw", "wanted"), EVERYTHING)
def test_a_format_is_told_by_what_is_in_the_file(kind: str, raw: bytes, wanted: str) -> None:
    plain = read_document(raw, name="any.bin", wanted=wanted)
    packed = read_document(gzip.compress(raw, mtime=0), name="any.bin", wanted=wanted)
    assert plain.format == packed.format == kind
    assert plain.report == packed.report
    assert faults_of(plain.content) == []
    # What is kept is read as what was shown.
    catalog = Catalog().with_document(plain.content)
    assert catalog.frameworks == tuple(one.framework for one in plain.packages if one.framework)
    assert catalog.rubrics == plain.packages[0].rubrics


@pytest.mark.parametrize("width", [12, 13, 14])
def test_moodle_is_read_by_position(width: int) -> None:
    read = read_document(moodle(width), name="m.csv")
    framework = framework_in(moodle(width))
    assert framework.title == "Crafts"
    assert [(one.code, one.depth, one.kind) for one in framework.competencies] == [
        ("A", 0, "domain"), ("A1", 1, "skill"), ("A,2", 1, "skill"),
    ]  # fmt: skip
    assert framework.competencies[0].statement == "Works with & likes wood"
    assert framework.competencies[2].statement == "One\nTwo"
    related = [one for one in framework.associations if one.kind == "isRelatedTo"]
    assert len(related) == (width == 14)
    assert all(one.destination.id == framework.competencies[2].id for one in related)
    assert [one.split(" were")[0] for one in sentences(read.report.left_out)] == [
        "Scales", "Rules about when a competency is reached",
    ]  # fmt: skip


def test_canvas_rows_without_a_name_belong_to_the_rubric_above() -> None:
    read = read_document(CANVAS)
    essay, talk = read.packages[0].rubrics
    assert [one.title for one in essay.criteria] == ["Clarity", "Spelling"]
    assert [(one.name, one.score) for one in essay.criteria[1].levels] == [
        ("Poor", 0.5),
        ("Good", 5),
    ]
    assert (talk.title, len(talk.criteria[0].levels)) == ("Talk", 1)
    assert read.report.taken["levels"] == 5
    assert sentences(read.report.mended) == [
        "Points that were ranges count as their upper end: 1 (“Spelling”)."
    ]


def test_d2l_groups_have_levels_of_their_own() -> None:
    rubric = read_document(as_json([D2L])).packages[0].rubrics[0]
    assert [one.title for one in rubric.groups] == ["Making", "Telling"]
    care = rubric.in_group(rubric.groups[0].id)[0]
    assert [(one.name, one.score, one.description) for one in care.levels] == [
        ("Low", 0, "bad"), ("Top", 4, "great"),
    ]  # fmt: skip
    assert care.levels[0].feedback == "Again"
    assert rubric.criteria[1].levels[0].description == "loud"


def test_ctdl_places_statements_by_child_and_by_parent() -> None:
    read = read_document(as_json(CTDL))
    framework = framework_in(as_json(CTDL))
    top, below = framework.competencies
    assert (top.code, top.short_statement, below.depth) == ("S.1", "Safety", 1)
    assert top.translations == {"fr": {"statement": "Travaille en sécurité"}}
    assert below.uri == SECOND
    assert Counter(one.kind for one in framework.associations) == {"exactMatchOf": 1}
    rubric = read.packages[0].rubrics[0]
    assert rubric.criteria[0].competency_id == below.id
    assert [one.name for one in rubric.criteria[0].levels] == ["Off", "On"]
    assert "complexityLevel" in said(read.report)


def test_digcomp_says_the_same_in_a_graph_and_in_a_table() -> None:
    framework = framework_in(as_json(DIGCOMP))
    assert [(one.code, one.depth) for one in framework.competencies] == [
        ("1", 0), ("1.1", 1), ("LO1.1.01", 2),
    ]  # fmt: skip
    assert framework.competencies[2].education_levels == ("Basic",)
    table = framework_in(
        b"location,source,target\ndigcomp.area.1.label,Searching,Zoeken\n"
        b"digcomp.competence.1.1.label,Browsing,\n",
        name="nl.csv",
    )
    assert table.language == "nl"
    assert [one.id for one in table.competencies] == [one.id for one in framework.competencies][:2]


def test_columns_of_a_plain_table_can_be_chosen() -> None:
    columns = {"statement": "Doel", "parent": "Bovenliggend"}
    read = read_document(PLAIN, name="Tekenen.csv", columns=columns)
    framework = framework_in(PLAIN, name="Tekenen.csv", columns=columns)
    assert framework.title == "Tekenen"
    assert [(one.id, one.parent_id) for one in framework.competencies] == [
        ("a", None), ("b", "a"), ("c", None),
    ]  # fmt: skip
    assert framework.competencies[0].wording("5-7") == "Ik teken"
    assert [one.destination.id for one in framework.associations] == ["nowhere"]
    assert "“Extra”" in said(read.report)
    for wrong in ({"statement": "Nothing"}, {"meaning": "Doel"}):
        with pytest.raises(UnreadableDocument):
            read_document(PLAIN, columns=wrong)


def test_codes_make_a_tree_where_nothing_else_does() -> None:
    framework = framework_in(b"Code,Statement\n1,A\n1.2,B\n1.2.3,C\n2,D\n")
    assert [one.depth for one in framework.competencies] == [0, 1, 2, 0]


def test_a_column_of_depths_makes_a_tree() -> None:
    framework = framework_in(b"Level,Statement\n1,A\n2,B\n3,C\n2,D\n1,E\n")
    assert [(one.statement, one.depth) for one in framework.competencies] == [
        ("A", 0), ("B", 1), ("C", 2), ("D", 1), ("E", 0),
    ]  # fmt: skip


def test_graphs_come_in_wrappers_and_without_a_framework() -> None:
    wrapped = {"PublishForOrganizationIdentifier": "ce-0", "GraphInput": CTDL}
    assert read_document(as_json(wrapped)).report == read_document(as_json(CTDL)).report
    alone = [{"@type": "ceasn:Competency", "@id": "_:b0", "ceasn:competencyText": "Saws"}]
    read = read_document(as_json(alone), name="wood.json")
    assert (read.packages[0].document.title, read.report.mended) == ("wood", ())


def test_a_grid_is_a_rubric() -> None:
    raw = b"Criterion;Good (3);Poor (0,5)\nIdeas;many;\nCare;tidy;messy\n"
    rubric = read_document(raw, name="grid.csv").packages[0].rubrics[0]
    assert [(one.name, one.score) for one in rubric.criteria[1].levels] == [
        ("Poor", 0.5),
        ("Good", 3),
    ]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_letters_of_spreadsheets_are_understood(encoding: str) -> None:
    raw = "Statement,Code\nÉcrire,1\n".encode(encoding)
    assert framework_in(raw).competencies[0].statement == "Écrire"


def test_the_published_tables_are_read_whole() -> None:
    standards = read_document(framework_sample("opensalt-ccsso_ela_item.csv"), name="ela.csv")
    assert dict(standards.report.taken) == {
        "packages": 1, "items": 1189, "associations": 1189, "association:isChildOf": 1189,
    }  # fmt: skip
    framework = standards.packages[0].framework
    assert framework is not None
    depths = Counter(one.depth for one in framework.competencies)
    assert depths == {0: 12, 1: 65, 2: 211, 3: 488, 4: 413}
    raw = framework_sample("digcomp3-core-framework-nl.csv")
    digcomp = framework_in(raw, name="digcomp3-core-framework-nl.csv")
    assert Counter(one.depth for one in digcomp.competencies) == {0: 5, 1: 21}
    assert digcomp.competencies[0].short_statement == ("Informatie zoeken, evalueren en beheren")


def test_an_array_of_packages_is_taken_whole() -> None:
    other = package([item(2)])
    other["CFDocument"]["identifier"] = "e0000000-0000-4000-8000-000000000000"
    read = read_document(as_bytes([package([item(1)]), {"CFPackage": other}]))
    assert (read.format, read.report.taken["packages"], read.report.taken["items"]) == (
        "CASE",
        2,
        2,
    )


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"", "empty"),
        (b"%PDF-1.7", "PDF"),
        (b"<html>", "web page"),
        (b"{}", "neither CASE"),
        (b"\x00\x01\x02", "neither text nor a workbook"),
        (b"one,two\n1,2\n", "statements"),
        (b'{"@graph": [{"@type": "Person", "name": "x"}]}', "CTDL-ASN"),
        (b'{"CFDocuments": []}', "without their contents"),
        (b"\x1f\x8b\x08", "too early"),
    ],
)
def test_a_wrong_file_gets_a_clear_sentence(raw: bytes, words: str) -> None:
    with pytest.raises(UnreadableDocument, match=words):
        read_document(raw, wanted="framework")


def test_a_workbook_is_refused_where_nothing_reads_it() -> None:
    with pytest.raises(UnreadableDocument, match="save it as CSV"):
        read_document(b"PK\x03\x04 and more")
    read = read_document(
        b"PK\x03\x04", workbook=lambda _raw, _notes: [Sheet("", [["Statement"], ["Draws"]])]
    )
    assert read.report.taken["items"] == 1
