"""Every refusal has words in the locale files, the same as its own English, and is really made."""

import ast
import string
from pathlib import Path

import pytest

from portfolio_app.locales import FIRST_LANGUAGE, Words
from portfolio_app.locales.refusals import refusal_words
from rubrics.errors import UnreadableDocument
from rubrics.refusals import ADVICE, PLACES, REFUSALS, Place
from tests.test_words import LOCALES

ROOT = Path(__file__).resolve().parents[2]
START = "school-refusal-"
OTHERS = {"holds-no-framework", "holds-no-rubric", "column-line"}


def facts_of(sentence: str) -> dict[str, str]:
    return {name: "7" for _text, name, _spec, _turn in string.Formatter().parse(sentence) if name}


@pytest.mark.parametrize("place", PLACES)
def test_the_words_of_places_are_their_own(place: str) -> None:
    where = Place(place, facts_of(PLACES[place]))
    refusal = UnreadableDocument("empty", where)
    assert refusal_words(Words(FIRST_LANGUAGE), refusal) == str(refusal)


@pytest.mark.parametrize("code", REFUSALS)
def test_the_words_are_those_of_the_refusal(code: str) -> None:
    what, advice = REFUSALS[code]
    where = Place("row", {"row": 7})
    refusal = UnreadableDocument(code, where, **facts_of(f"{what} {ADVICE[advice]}"))
    told = refusal_words(Words(FIRST_LANGUAGE), refusal)
    assert told == str(refusal)
    assert "{" not in told
    assert "[" not in told


def test_codes_words_and_uses_are_the_same() -> None:
    lines = (LOCALES / f"{FIRST_LANGUAGE}.ftl").read_text().splitlines()
    worded = {line.split(" =")[0].removeprefix(START) for line in lines if line.startswith(START)}
    expected = {
        *REFUSALS,
        *(f"place-{one}" for one in PLACES),
        *(f"advice-{one}" for one in ADVICE),
    }
    assert worded - OTHERS == expected
    assert set(REFUSALS) <= texts_used()
    assert {advice for _what, advice in REFUSALS.values()} == set(ADVICE)


def texts_used() -> set[str]:
    modules = [*(ROOT / "rubrics").rglob("*.py"), ROOT / "portfolio_app/school/workbooks.py"]
    return {
        node.value
        for module in modules
        if module.name != "refusals.py"
        for node in ast.walk(ast.parse(module.read_text()))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
