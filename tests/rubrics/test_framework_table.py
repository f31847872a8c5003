"""A framework as a table comes back as it was, and no cell of it runs as a formula."""

import csv
import io
from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given

from rubrics.catalog import Catalog
from rubrics.documents import FRAMEWORK, read_document
from rubrics.foreign.table import FORMULA_STARTS
from rubrics.framework import Competency, Framework
from rubrics.framework_table import write_framework_table
from tests.rubrics.invented import frameworks
from tests.rubrics.test_round_trip import often


def said(framework: Framework) -> list[tuple[object, ...]]:
    return [
        (one.id, one.parent_id, one.position, one.statement, one.short_statement, one.code,
         dict(one.child_wording), dict(one.child_pictures), one.notes, one.education_levels)
        for one in framework.competencies
    ]  # fmt: skip


@pytest.mark.parametrize("framework", Catalog.bundled().frameworks, ids=lambda one: one.title)
def test_a_framework_comes_back_from_its_table(framework: Framework) -> None:
    raw = write_framework_table(framework)
    (package,) = read_document(raw, name="f.csv", wanted=FRAMEWORK).packages
    assert package.framework is not None
    assert package.framework.id == framework.id
    assert said(package.framework) == said(framework)


@pytest.mark.parametrize("start", FORMULA_STARTS)
def test_no_cell_begins_as_a_formula(start: str) -> None:
    nasty = f"{start}cmd|' /C calc'!A0"
    item = Competency("i1", nasty, code=nasty.strip(), notes=nasty, framework_id="f1")
    raw = write_framework_table(Framework("f1", nasty, competencies=(item,)))
    rows = list(csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline="")))
    assert not [cell for row in rows for cell in row if cell.startswith(FORMULA_STARTS[:-1])]
    (package,) = read_document(raw, name="f.csv", wanted=FRAMEWORK).packages
    assert package.framework is not None
    assert package.framework.competencies[0].statement.strip() == nasty.strip()


def test_a_table_that_forgets_parents_would_be_seen() -> None:
    framework = Catalog.bundled().frameworks[0]
    flat = replace(
        framework,
        competencies=tuple(replace(one, parent_id=None, depth=0) for one in framework.competencies),
    )
    raw = write_framework_table(flat)
    (package,) = read_document(raw, name="f.csv", wanted=FRAMEWORK).packages
    assert package.framework is not None
    assert said(package.framework) != said(framework)


def in_a_table(made: Framework) -> Framework:
    """What a table holds of a framework: the tree alone, its own title in one language, no white
    space around texts."""

    def stripped(words: Mapping[str, str]) -> dict[str, str]:
        return {name: text.strip() for name, text in words.items()}

    competencies = tuple(
        replace(
            one, statement=one.statement.strip(), notes=one.notes.strip(),
            child_wording=stripped(one.child_wording), child_pictures=stripped(one.child_pictures),
            translations={tag: stripped(words) for tag, words in one.translations.items()},
        )
        for one in made.competencies
    )  # fmt: skip
    return replace(
        made, competencies=competencies, associations=(), description=made.description.strip(),
        translations={},
    )  # fmt: skip


def back(raw: bytes) -> Framework:
    (package,) = read_document(raw, wanted=FRAMEWORK).packages
    assert package.framework is not None
    return replace(package.framework, source_hash="")


@often
@given(frameworks("f-1"))
def test_any_framework_comes_back_from_its_table(made: Framework) -> None:
    framework = in_a_table(made)
    assert back(write_framework_table(framework)) == framework


@pytest.mark.parametrize("column", ["Parent ID", "Notes", "Sequence", "Keywords", "Language"])
def test_a_planted_loss_is_seen(column: str) -> None:
    found = []

    @often
    @given(frameworks("f-1"))
    def look(made: Framework) -> None:
        framework = in_a_table(made)
        raw = write_framework_table(framework).replace(column.encode() + b",", b"Lost,", 1)
        found.append(back(raw) == framework)

    look()
    assert False in found


def test_members_of_lists_keep_their_marks() -> None:
    nasty = ("a|b", "c,d", "e;f", "g\\", "h\\|i")
    for keywords in (nasty, *((one,) for one in nasty)):
        item = Competency("i1", "Draws", keywords=keywords, framework_id="f1")
        framework = Framework("f1", "T", competencies=(item,))
        assert back(write_framework_table(framework)).competencies[0].keywords == keywords
