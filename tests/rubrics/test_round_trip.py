"""Whatever framework or rubric there is, it goes out and comes back as it was."""

import csv
import io
import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from rubrics.case import CasePackage, read_case, write_case
from rubrics.documents import read_document
from rubrics.foreign.table import FORMULA_STARTS
from rubrics.framework import Translations
from rubrics.languages import competency_in, rubric_in
from rubrics.rubric import Criterion, Rubric
from rubrics.table_writer import write_table
from tests.rubrics.invented import packages, rubrics
from tests.rubrics.test_case_writer import faults_of, without_source

often = settings(
    max_examples=15, deadline=None, derandomize=True, phases=[Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)  # fmt: skip


@often
@given(packages())
def test_a_package_comes_back_through_case(package: CasePackage) -> None:
    written = write_case(package)
    assert without_source(read_case(written)) == without_source(package)


@often
@given(packages())
def test_what_is_written_is_case(package: CasePackage) -> None:
    assert faults_of(write_case(package)) == []


def lose_title(plain: dict[str, Any]) -> None:
    plain["CFDocument"]["title"] += "!"


def lose_extensions(plain: dict[str, Any]) -> None:
    for rubric in plain["CFRubrics"]:
        del rubric["extensions"]


def lose_order(plain: dict[str, Any]) -> None:
    for rubric in plain["CFRubrics"]:
        for criterion in rubric["CFRubricCriteria"]:
            criterion["position"] = -criterion["position"]


@pytest.mark.parametrize("spoil", [lose_title, lose_extensions, lose_order])
def test_a_planted_loss_is_seen(spoil: Callable[[dict[str, Any]], None]) -> None:
    found = []

    @often
    @given(packages())
    def look(package: CasePackage) -> None:
        plain = json.loads(write_case(package))
        if "CFRubrics" not in plain:
            return
        spoil(plain)
        again = read_case(json.dumps(plain).encode())
        found.append(without_source(again) == without_source(package))

    look()
    assert False in found


def in_a_table(rubric: Rubric, number: int) -> Rubric:
    """What a table holds of a rubric: no addresses, no white space around texts."""

    def stripped(translations: Translations) -> dict[str, dict[str, str]]:
        return {
            tag: {name: text.strip() for name, text in words.items()}
            for tag, words in translations.items()
        }

    titles = {group.id: f"{group.title} {place}" for place, group in enumerate(rubric.groups)}
    criteria = tuple(
        replace(
            one,
            title=" ".join(one.title.split()), description=one.description.strip(), category="",
            competency_title="", competency_uri="", uri="", group_id=None,
            translations=stripped(one.translations),
            levels=tuple(
                replace(
                    level, description=level.description.strip(), feedback=level.feedback.strip(),
                    uri="", translations=stripped(level.translations),
                )
                for level in one.levels
            ),
        )
        for one in rubric.criteria
    )  # fmt: skip
    assert len(titles) == len(rubric.groups)
    return replace(
        rubric, id=f"rubric-{number}", criteria=criteria, description=rubric.description.strip(),
        language="", creator="", licence="", uri="", groups=(), framework_id=None,
        translations=stripped(rubric.translations),
    )  # fmt: skip


@often
@given(rubrics())
def test_a_rubric_comes_back_through_a_table(made: Rubric) -> None:
    rubric = in_a_table(made, 1)
    again = read_document(write_table([rubric]), wanted="rubric").packages[0].rubrics[0]
    assert replace(again, source_hash="") == rubric


@often
@given(rubrics())
def test_no_cell_runs_as_a_formula(rubric: Rubric) -> None:
    assert formulas_in(write_table([rubric])) == []


def formulas_in(raw: bytes) -> list[str]:
    rows = csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline=""))
    cells = [cell for row in rows for cell in row]
    return [one for one in cells if one.startswith(FORMULA_STARTS[:-1]) and not is_number(one)]


def test_planted_faults_of_tables_are_caught() -> None:
    rubric = Rubric("r", "=1+1", criteria=(Criterion("c", "'tis", "@home"),))
    written = write_table([rubric])
    assert formulas_in(written) == []
    # A writer without the apostrophe, and a reader that leaves it on.
    assert formulas_in(written.replace(b"'", b"")) == ["=1+1", "@home"]
    again = read_document(written, wanted="rubric").packages[0].rubrics[0]
    assert (again.title, again.criteria[0].title) == ("=1+1", "'tis")
    assert again.title not in next(csv.reader([written.decode("utf-8-sig").splitlines()[1]]))


def is_number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return True


def test_groups_come_back_through_a_table() -> None:
    raw = b"Criterion,Group,Level,Score\nA,One,Low,1\nA,One,High,2\nB,Two,Low,-1\n"
    first = read_document(raw, name="r.csv").packages[0].rubrics[0]
    assert [(one.title, first.groups[n].title) for n, one in enumerate(first.criteria)] == [
        ("A", "One"),
        ("B", "Two"),
    ]
    again = read_document(write_table([first]), wanted="rubric").packages[0].rubrics[0]
    assert replace(again, source_hash="") == replace(first, source_hash="")


def test_texts_are_shown_in_the_nearest_language() -> None:
    made = read_case(
        json.dumps(
            {
                "CFDocument": {"identifier": "d", "title": "T"},
                "CFItems": [
                    {
                        "identifier": "i",
                        "fullStatement": "Draw",
                        "extensions": {"translations": {"nl-BE": {"statement": "Tekenen"}}},
                    }
                ],
                "CFRubrics": [
                    {
                        "identifier": "r",
                        "title": "Work",
                        "extensions": {"translations": {"nl": {"title": "Werk"}}},
                    }
                ],
            }
        ).encode()
    )
    assert made.framework is not None
    item = made.framework.competencies[0]
    assert [competency_in(tag, item).statement for tag in ("nl", "NL-BE", "fr")] == [
        "Tekenen", "Tekenen", "Draw",
    ]  # fmt: skip
    assert rubric_in("nl", made.rubrics[0]).title == "Werk"
