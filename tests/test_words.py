"""Words: every key that code asks for is there, every key that is there is asked for."""

import ast
import re
from collections.abc import Iterator
from datetime import UTC
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as fluent
from fluent.syntax.visitor import Visitor

from portfolio_app.locales import FIRST_LANGUAGE, Words, _Tongue, entries, languages
from tests.architecture_rules import python_files

ROOT = Path(__file__).resolve().parent.parent
LOCALES = ROOT / "portfolio_app" / "locales"

KEY = re.compile(r"(?:all|demo|error|family|prompt|school|student|teacher)(?:-[a-z0-9_]+)+")
TEMPLATE_CALL = re.compile(r"\bwords\(\s*[\"']([\w-]+)[\"']")
TEMPLATE_PREFIX = re.compile(
    r"[\"']((?:all|demo|error|family|prompt|school|student|teacher)(?:-[a-z0-9_]+)*-)[\"']"
)


class Uses:
    """The keys that one source asks for: called outright, named somewhere, or begun by a prefix."""

    def __init__(self) -> None:
        self.called: dict[str, str] = {}
        self.named: set[str] = set()
        self.prefixes: set[str] = set()

    def missing(self, keys: set[str]) -> list[str]:
        return sorted(f"{where} asks for {k}" for k, where in self.called.items() if k not in keys)

    def unused(self, keys: set[str]) -> list[str]:
        used = self.named | set(self.called)
        begun = tuple(self.prefixes)
        return sorted(key for key in keys - used if not (begun and key.startswith(begun)))

    def read_python(self, path: str, source: str) -> None:
        for node in ast.walk(ast.parse(source)):
            match node:
                case ast.Call(
                    func=ast.Name(id="words") | ast.Attribute(attr="words" | "_words")
                ) if node.args:
                    if isinstance(key := node.args[0], ast.Constant):
                        self.called[str(key.value)] = f"{path}:{node.lineno}"
                case ast.Constant(value=str() as text) if KEY.fullmatch(text):
                    self.named.add(text)
                case ast.Constant(value=str() as text) if KEY.fullmatch(text.removesuffix("-")):
                    self.prefixes.add(text)
                case ast.JoinedStr(values=[ast.Constant(value=str() as text), *_]) if "-" in text:
                    self.prefixes.add(text)

    def read_template(self, path: str, source: str) -> None:
        for match in TEMPLATE_CALL.finditer(source):
            if not match.group(1).endswith("-"):
                self.called[match.group(1)] = path
        self.prefixes |= set(TEMPLATE_PREFIX.findall(source))
        self.named |= set(KEY.findall(source))


def test_every_key_asked_for_is_there_and_the_other_way_round() -> None:
    uses, keys = _uses_of_the_product(), set(_messages(_source(FIRST_LANGUAGE)))
    assert not uses.missing(keys)
    assert not uses.unused(keys)


def test_a_missing_and_an_unused_key_are_caught() -> None:
    uses = Uses()
    uses.read_python("x.py", "words('student-a')\nTABLE = {'x': 'student-b'}\nf'student-c-{x}'")
    uses.read_template("x.html", "{{ words('family-a', n=1) }}{{ words('family-b-' ~ kind) }}")
    keys = {"student-b", "student-c-one", "student-d", "family-b-one", "family-c"}
    assert uses.missing(keys) == ["x.html asks for family-a", "x.py:1 asks for student-a"]
    assert uses.unused(keys) == ["family-c", "student-d"]


@pytest.mark.parametrize("language", sorted(languages()))
def test_a_language_file_parses_and_says_each_key_once(language: str) -> None:
    resource = FluentParser().parse(_source(language))
    assert not [entry.content for entry in resource.body if isinstance(entry, fluent.Junk)]
    names = [entry.id.name for entry in resource.body if isinstance(entry, fluent.Message)]
    assert len(names) == len(set(names))
    assert not [name for name in names if not KEY.fullmatch(name)]


@pytest.mark.parametrize("language", sorted(languages() - {FIRST_LANGUAGE}))
def test_a_language_uses_the_arguments_of_the_first_one(language: str) -> None:
    first = _messages(_source(FIRST_LANGUAGE))
    for key, arguments in _messages(_source(language)).items():
        assert key in first, f"{language} has {key}, which {FIRST_LANGUAGE} lacks"
        assert arguments <= first[key], f"{language} fills {key} with unknown arguments"


@pytest.mark.parametrize("language", sorted(languages()))
def test_what_is_read_entry_by_entry_is_what_the_whole_file_says(language: str) -> None:
    whole = FluentParser().parse(_source(language))
    found = entries(_source(language))
    named = {_name(one): one for one in whole.body if isinstance(one, fluent.Message | fluent.Term)}
    assert found.keys() == named.keys()
    for name, text in found.items():
        (alone,) = FluentParser().parse(text).body
        assert alone.equals(named[name], ignored_fields=["span", "comment"]), name


TONGUE = """\
# A word about this = nothing
-school = the school
all-plain = One line
all-several =
    First

    second
all-counted = { $count ->
    [one] one { -school }
   *[other] { all-plain } and { all-counted-again }
}
## A part
all-counted-again = { $count } of { all-loop }
all-loop = { all-counted }
all-plain = Said twice
all-only-an-attribute =
    .title = Title
"""


def test_entries_are_parsed_with_what_they_speak_of() -> None:
    tongue = _Tongue("en", TONGUE)
    assert tongue.say("all-counted", {"count": 1}) == "one the school"
    assert tongue.say("all-plain", {}) == "One line"
    assert tongue.say("all-several", {}) == "First\n\nsecond"
    again = tongue.say("all-counted", {"count": 2})
    assert again is not None
    assert again.startswith("One line and 2 of ")
    nothing = ("-school", "all-only-an-attribute", "all-nowhere")
    assert [tongue.say(key, {}) for key in nothing] == [None, None, None]
    assert set(entries(TONGUE)) == {
        "-school", "all-plain", "all-several", "all-counted", "all-counted-again", "all-loop",
        "all-only-an-attribute",
    }  # fmt: skip


def test_a_key_that_no_file_has_is_seen_and_stops_nobody() -> None:
    assert Words("en")("student-no-such-key") == "[student-no-such-key]"
    assert not Words("en").has("student-no-such-key")
    assert Words("en").has("all-product-name")


@pytest.mark.parametrize(
    "asked", ["en", "en-GB", "en_GB", "EN", "xx", "", "../../etc/passwd", "a" * 1000, "en-" * 500]
)
def test_any_language_asked_for_gives_words(asked: str) -> None:
    words = Words(asked)
    assert words.language == "en"
    assert words("all-product-name") == "Portfolio"
    assert not words.right_to_left


def test_a_name_that_runs_against_the_sentence_is_fenced_in() -> None:
    words = Words("en")
    assert words._isolated({"name": "Mia", "count": 3}) == {"name": "Mia", "count": 3}
    assert words._isolated({"name": "מאיה"}) == {"name": "\u2068מאיה\u2069"}


def test_what_is_fenced_in_already_is_not_fenced_again() -> None:
    names = "«\u2068A.png\u2069»، «\u2068B.png\u2069»"
    assert Words("ar")._isolated({"names": names}) == {"names": names}
    assert Words("ar")._isolated({"names": f"C {names}"}) == {"names": f"\u2068C {names}\u2069"}


def test_a_day_is_said_in_the_language() -> None:
    assert Words("en").day(1_772_582_400_000, UTC) == "Mar 4, 2026"


def test_a_time_of_day_is_said_in_letters_that_the_typeface_has() -> None:
    assert Words("en").time(1_772_582_400_000, UTC) == "12:00\u00a0AM"


def test_a_large_number_is_said_in_letters_that_the_typeface_has() -> None:
    assert "12\u00a0345" in Words("fr")("student-works-count", count=12_345)


def _uses_of_the_product() -> Uses:
    uses = Uses()
    for path, source in python_files(ROOT, "portfolio_app"):
        if path != "portfolio_app/locales/__init__.py":  # its examples are no uses
            uses.read_python(path, source)
    for page in sorted((ROOT / "portfolio_app").rglob("*.html")):
        uses.read_template(page.relative_to(ROOT).as_posix(), page.read_text(encoding="utf-8"))
    return uses


def _source(language: str) -> str:
    return (LOCALES / f"{language}.ftl").read_text(encoding="utf-8")


def _messages(source: str) -> dict[str, set[str]]:
    resource = FluentParser().parse(source)
    return {
        entry.id.name: set(_arguments(entry))
        for entry in resource.body
        if isinstance(entry, fluent.Message)
    }


def _name(entry: fluent.Message | fluent.Term) -> str:
    return f"-{entry.id.name}" if isinstance(entry, fluent.Term) else str(entry.id.name)


def _arguments(message: fluent.Message) -> Iterator[str]:
    found: list[str] = []

    class Collector(Visitor):
        def visit_VariableReference(self, node: fluent.VariableReference) -> None:  # noqa: N802
            found.append(node.id.name)

    Collector().visit(message)
    yield from found
