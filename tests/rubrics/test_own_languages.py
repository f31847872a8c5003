"""Our own frameworks and rubrics say everything in every language of the product, as it is written
there: the right letters, the right marks, and nothing left in English."""

import re
from collections.abc import Iterator

import pytest

from rubrics.catalog import Catalog
from rubrics.framework import Framework
from rubrics.rubric import Rubric

LANGUAGES = ("ar", "es", "fr", "zh")
SAME_IN_BOTH = {
    ("fr", "Question"), ("fr", "Questions"), ("fr", "Sources"), ("fr", "Conclusions"),
}  # fmt: skip
"""Words that a language shares with English, letter for letter."""

NEVER = {
    "es": r"artefacto|competencia|rúbrica|evalu|sincroniz|\b(?:orgullos|content|list)[oa]s?\b",
    "fr": r"artefact|compétence|grille|évalu|synchronis|\bfi(?:er|ère)s?\b|[a-z]·e",
    "ar": r"مزامنة|رفع|تسليم|كفاية|سلّم تقدير|دليل",
    "zh": r"同步|上传|提交|素养|量表|证据",
}
"""What the locale file of each language keeps away from children, or from half of them."""

WRONG_MARKS = {
    "es": r"^[^¿]*\?|^[^¡]*!|[\"“”]",
    "fr": r"[^\u00a0][?!:;»]|«[^\u00a0]|'",
    "ar": r"[?,;A-Za-z]|[。，？]",
    "zh": r"[?,;:!.A-Za-z]|[؟،]|。。",
}
"""Marks and letters that do not belong into the language."""


@pytest.fixture(name="catalog", scope="module")
def catalog_fixture() -> Catalog:
    return Catalog.bundled()


def texts(catalog: Catalog) -> Iterator[tuple[str, str]]:
    """Every text with the place where it stands; the place is the same in every language."""
    for framework in catalog.frameworks:
        yield from _of_framework(framework)
    for rubric in catalog.rubrics:
        yield from _of_rubric(rubric)


def _published(catalog: Catalog) -> list[Framework | Rubric]:
    return [*catalog.frameworks, *catalog.rubrics]


def _of_framework(one: Framework) -> Iterator[tuple[str, str]]:
    yield f"{one.id} title", one.title
    yield f"{one.id} description", one.description
    for item in one.competencies:
        yield f"{item.code} statement", item.statement
        yield f"{item.code} short", item.short_statement
        for band, words in item.child_wording.items():
            yield f"{item.code} {band}", words


def _of_rubric(one: Rubric) -> Iterator[tuple[str, str]]:
    yield f"{one.id} title", one.title
    yield f"{one.id} description", one.description
    for part in one.criteria:
        yield f"{part.id} title", part.title
        yield f"{part.id} heading", part.category
        yield f"{part.id} description", part.description
        for level in part.levels:
            yield f"{level.id} name", level.name
            yield f"{level.id} description", level.description
            yield f"{level.id} feedback", level.feedback


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_is_said_in_each_language(catalog: Catalog, language: str) -> None:
    first, said = list(texts(catalog)), list(texts(catalog.in_language(f"{language}-XX")))
    assert [place for place, _ in first] == [place for place, _ in said]
    assert len(said) > 400
    left = [
        (place, here)
        for (place, here), (_, there) in zip(first, said, strict=True)
        if here and here == there and (language, here) not in SAME_IN_BOTH
    ]
    assert left == []
    assert [bool(words) for _, words in first] == [bool(words.strip()) for _, words in said]


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_names_another_thing_than_before(catalog: Catalog, language: str) -> None:
    for before, now in zip(
        _published(catalog), _published(catalog.in_language(language)), strict=True
    ):
        assert (now.id, now.source_hash, now.language) == (before.id, before.source_hash, "en")
        assert now.title != before.title


@pytest.mark.parametrize("language", LANGUAGES)
def test_letters_and_marks_are_those_of_the_language(catalog: Catalog, language: str) -> None:
    wrong, never = re.compile(WRONG_MARKS[language]), re.compile(NEVER[language], re.IGNORECASE)
    for place, text in texts(catalog.in_language(language)):
        assert not wrong.search(text), (place, text)
        assert not never.search(text), (place, text)
        assert text == text.strip(), (place, text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_sentences_end_as_sentences_do(catalog: Catalog, language: str) -> None:
    """Where the English ends with a mark, so does the translation; where not, it does not."""
    ends = {"ar": ".؟!", "zh": "。？！"}.get(language, ".?!")
    for (place, here), (_, there) in zip(
        texts(catalog), texts(catalog.in_language(language)), strict=True
    ):
        assert here.endswith((".", "?", "!")) == there.endswith(tuple(ends)), (place, there)


def test_children_say_i_in_every_language(catalog: Catalog) -> None:
    said = {"es": "^Puedo ", "fr": "^Je sais ", "ar": "^أستطيع أن ", "zh": "我"}
    for language, way in said.items():
        for framework in catalog.in_language(language).frameworks:
            for item in framework.competencies:
                for band, words in item.child_wording.items():
                    assert re.search(way, words), (language, item.code, band, words)


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_stay_as_short_as_the_english(catalog: Catalog, language: str) -> None:
    for (place, here), (_, there) in zip(
        texts(catalog), texts(catalog.in_language(language)), strict=True
    ):
        assert len(there) <= 1.7 * len(here) + 18, (place, here, there)


def test_what_is_wrong_would_be_seen(catalog: Catalog) -> None:
    assert list(texts(catalog.in_language("nl"))) == list(texts(catalog))
    for language, words in (("es", "Que tal?"), ("fr", "Bon ?"), ("ar", "نعم?"), ("zh", "好.")):
        assert re.search(WRONG_MARKS[language], words)
    for language, words in (("es", "orgullosa"), ("fr", "fière"), ("ar", "دليل"), ("zh", "证据")):
        assert re.search(NEVER[language], words)
