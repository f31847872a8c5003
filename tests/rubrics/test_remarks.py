"""Every remark of an import has words, and no words wait for a remark that is never made."""

import ast
import dataclasses
from pathlib import Path

import pytest

from portfolio_app.locales import FIRST_LANGUAGE, Words
from portfolio_app.locales.remarks import remark_words
from rubrics.framework import Framework
from rubrics.report import ImportReport, Notes, Remark
from rubrics.rubric import Rubric
from tests.rubrics.said import said, sentences
from tests.test_words import LOCALES

ROOT = Path(__file__).resolve().parents[2]
MAKERS = ("mended", "left_out", "Remark", "_remark")
START = "school-remark-"
FRAMES = {"counted", "shown", "names", "example"}


def codes_in(source: str) -> set[str]:
    """The codes of remarks that a module makes: texts with a hyphen, or single words, first."""
    found = set()
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else ast.unparse(node.func)
        first = node.args[0] if node.args else None
        if name in MAKERS and isinstance(first, ast.Constant):
            found.add(str(first.value))
        elif name == "_tally" and isinstance(node.args[-1], ast.Constant):
            found.add(str(node.args[-1].value))
    return found


def test_codes_and_words_are_the_same() -> None:
    modules = [*(ROOT / "rubrics").rglob("*.py"), ROOT / "portfolio_app/school/workbooks.py"]
    made = set().union(*(codes_in(one.read_text()) for one in modules))
    lines = (LOCALES / f"{FIRST_LANGUAGE}.ftl").read_text().splitlines()
    worded = {line.split(" =")[0].removeprefix(START) for line in lines if line.startswith(START)}
    fields = {one for one in worded if one.startswith("field-")}
    assert made == worded - FRAMES - fields


def test_every_field_of_a_whole_has_a_name() -> None:
    words = Words(FIRST_LANGUAGE)
    own = {"competencies", "criteria", "groups", "framework_id", "source_hash", "uri"}
    for kind in (Framework, Rubric):
        for one in dataclasses.fields(kind):
            if not one.name.startswith("_") and one.name not in own:
                assert words.has(f"{START}field-{one.name}"), one.name


def test_a_planted_code_without_words_is_seen() -> None:
    assert codes_in("notes.mended('never-worded', 'x')\n_remark('a', b)") == {"never-worded", "a"}


def test_remarks_are_sentences() -> None:
    notes = Notes()
    for number in range(5):
        notes.mended("item-without-parent", f"A{number}\n b")
    notes.left_out("list-cut", limit=100, list="tags")
    notes.unread("CFItem", ["x"])
    report = notes.report()
    assert sentences(report.mended) == [
        "Items without a parent in this file stand at the top: 5 (“A0 b”, “A1 b”, “A2 b”, …)."
    ]
    assert said(ImportReport(left_out=report.left_out)) == (
        "What stands after 100 entries of tags was left out: 1."
    )
    assert sentences([*report.unread, Remark("whole-changed", 2, ("title", "bands"))]) == [
        "The field CFItem.x is kept in the file and shown nowhere: 1.",
        "Of the whole, this is another: title, age bands.",
    ]


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("en", "title, age bands"),
        ("es", "título, franjas de edad"),
        ("fr", "titre, tranches d’âge"),
        ("ar", "العنوان، الفئات العمرية"),
        ("zh", "标题、年龄段"),
    ],
)
def test_a_list_is_parted_as_its_language_parts_it(language: str, names: str) -> None:
    words = Words(language)
    assert names in remark_words(words, Remark("whole-changed", 2, ("title", "bands")))
    shown = remark_words(words, Remark("items-new", 3, ("1", "2")))
    one, two = (words("school-remark-example", example=each) for each in ("1", "2"))
    assert words("all-list-comma").join([one, two, "…"]) in shown
