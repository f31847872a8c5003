"""Every language says everything: each key, each plural form, in letters that are its own."""

import pytest
from babel import Locale
from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from portfolio_app.locales import FIRST_LANGUAGE, Words, entries, languages
from portfolio_app.model.people import DEFAULT_LANGUAGE
from tests.test_words import LOCALES

OTHERS = sorted(languages() - {FIRST_LANGUAGE})
COUNTS = (0, 1, 2, 3, 11, 100, 1_000_000)


def source(language: str) -> str:
    return (LOCALES / f"{language}.ftl").read_text(encoding="utf-8")


def test_the_promised_languages_are_there() -> None:
    assert {"ar", "en", "es", "fr", "zh"} <= languages()


@pytest.mark.parametrize("language", OTHERS)
def test_a_language_says_all_that_the_first_one_says(language: str) -> None:
    said, wanted = entries(source(language)), entries(source(FIRST_LANGUAGE))
    assert sorted(wanted.keys() - said.keys()) == []
    assert sorted(said.keys() - wanted.keys()) == []
    assert list(said) == list(wanted), "in the same order, so that both can be read side by side"


class _Counting(Visitor):
    """The plural forms that each choice by number answers."""

    def __init__(self) -> None:
        self.answered: list[set[str]] = []

    def visit_SelectExpression(self, node: ast.SelectExpression) -> None:  # noqa: N802
        keys = {one.key.name for one in node.variants if isinstance(one.key, ast.Identifier)}
        if keys & PLURALS and keys <= PLURALS:
            self.answered.append(keys)
        self.generic_visit(node)


PLURALS = {"zero", "one", "two", "few", "many", "other"}


def missing_forms(language: str, text: str) -> list[str]:
    """Messages with a choice by number that names forms which the language does not have."""
    forms = {*Locale.parse(language).plural_form.tags, "other"}
    found = []
    for entry in FluentParser().parse(text).body:
        if isinstance(entry, ast.Message):
            counting = _Counting()
            counting.visit(entry)
            if any(keys - forms for keys in counting.answered):
                found.append(entry.id.name)
    return found


@pytest.mark.parametrize("language", sorted(languages()))
def test_a_choice_by_number_names_forms_that_the_language_has(language: str) -> None:
    assert missing_forms(language, source(language)) == []
    strange = "a = { $count ->\n    [two] two works\n   *[other] works\n }\n"
    assert missing_forms("en", strange) == ["a"]


@pytest.mark.parametrize("language", sorted(languages()))
def test_every_message_can_be_said_with_any_count(language: str) -> None:
    bundle = FluentBundle([language], use_isolating=False)
    bundle.add_resource(FluentResource(source(language)))
    asked = _arguments()
    for key in entries(source(language)):
        if key.startswith("-"):
            continue
        pattern = bundle.get_message(key).value
        assert pattern is not None, key
        for count in COUNTS:
            given: dict[str, object] = dict.fromkeys(asked.get(key, ()), count)
            text, problems = bundle.format_pattern(pattern, given)
            assert not problems, (key, problems)
            assert str(text).strip(), key


def _arguments() -> dict[str, set[str]]:
    """What each message is given, by the first language."""

    class Named(Visitor):
        def __init__(self) -> None:
            self.names: set[str] = set()

        def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802
            self.names.add(node.id.name)

    found = {}
    for entry in FluentParser().parse(source(FIRST_LANGUAGE)).body:
        if isinstance(entry, ast.Message):
            named = Named()
            named.visit(entry)
            found[entry.id.name] = named.names
    return found


@pytest.mark.parametrize(
    ("language", "script"), [("ar", range(0x600, 0x700)), ("zh", range(0x4E00, 0xA000))]
)
def test_what_children_read_is_in_the_languages_own_script(language: str, script: range) -> None:
    """A message that was left in English would be noticed by nobody who reviews in English."""
    words, english = Words(language), Words(FIRST_LANGUAGE)
    asked = _arguments()
    for key in entries(source(language)):
        if key.startswith("student-") and not asked.get(key):
            text = words(key)
            is_words = any(letter.isalpha() for letter in english(key))
            assert not is_words or any(ord(letter) in script for letter in text), key


def test_a_learner_who_chose_none_has_the_language_that_every_key_exists_in() -> None:
    assert DEFAULT_LANGUAGE == FIRST_LANGUAGE
