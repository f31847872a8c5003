"""Words on screen: one Fluent file per language, and the one class that speaks them.

Why Fluent: a translator decides plurals and order, not the code (docs/adr/0008). No word that a
person wrote may enter these files, and no rule of the product may depend on a word.
"""

import unicodedata
from collections.abc import Iterator
from datetime import date, datetime, tzinfo
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_time
from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax.ast import Resource

FIRST_LANGUAGE = "en"
"""The language every key exists in; others fall back to it key by key."""

MAX_LANGUAGE_CHARACTERS = 35
"""Long enough for any real language tag (RFC 5646, section 4.4.1); anything longer is not one."""

Argument = str | int | float | date | datetime

_FIRST_STRONG_ISOLATE = "\u2068"
_POP_DIRECTIONAL_ISOLATE = "\u2069"


class Words:
    """The product's words in one language.

    `words("student-home-title")`, or with arguments: `words("student-works-count", count=3)`.
    A key that no file has comes back in square brackets, so that a gap is seen and never stops a
    child's work.
    """

    def __init__(self, language: str) -> None:
        """Choose the nearest language there is: `pt-BR`, then `pt`, then the first language."""
        available = languages()
        chain = [tag for tag in _wider_and_wider(language) if tag in available]
        self.language: str = chain[0] if chain else FIRST_LANGUAGE
        self._locale = _locale(self.language)
        wanted = dict.fromkeys([*chain, FIRST_LANGUAGE])
        self._bundles = tuple(_bundle(tag) for tag in wanted)

    def __call__(self, key: str, **arguments: Argument) -> str:
        """The words of `key` with its arguments filled in, or `[key]` when there are none."""
        for bundle in self._bundles:
            if bundle.has_message(key) and (pattern := bundle.get_message(key).value) is not None:
                text, _problems = bundle.format_pattern(pattern, self._isolated(arguments))
                return str(text)
        return f"[{key}]"

    def has(self, key: str) -> bool:
        """Whether `key` has words in this language or in the first one."""
        return any(bundle.has_message(key) for bundle in self._bundles)

    def day(self, at_ms: int, zone: tzinfo) -> str:
        """A moment as a day in this language, such as `Mar 4, 2026`; `at_ms` since 1970 in UTC."""
        moment = datetime.fromtimestamp(at_ms / 1000, tz=zone)
        return str(format_date(moment.date(), format="medium", locale=self._locale))

    def time(self, at_ms: int, zone: tzinfo) -> str:
        """A moment's time of day in this language, such as `2:05 PM`; `at_ms` since 1970 in UTC."""
        moment = datetime.fromtimestamp(at_ms / 1000, tz=zone)
        told = format_time(moment.timetz(), format="short", locale=self._locale)
        # Some languages part the two with a narrow space that our typeface does not have.
        return str(told).replace("\u202f", "\u00a0")

    def language_name(self, tag: str) -> str:
        """A language by its name in this one, as in `German (de)`; its tag where none is known."""
        try:
            name = Locale.parse(tag, sep="-").get_display_name(self._locale)
        except (UnknownLocaleError, ValueError):
            return tag
        return f"{name} ({tag})" if name else tag

    @property
    def right_to_left(self) -> bool:
        """Whether the whole page is mirrored in this language."""
        return self._locale.text_direction == "rtl"

    def _isolated(self, arguments: dict[str, Argument]) -> dict[str, Argument]:
        """Fence in only what runs against the sentence, so that it cannot reorder its neighbours.

        Fluent would fence every argument. Screen readers, copied text and fonts without the two
        invisible characters then meet them in every sentence; a Hebrew name in an English one is
        the case that needs them (Unicode Standard Annex 9, section 2.4).
        """
        return {
            name: f"{_FIRST_STRONG_ISOLATE}{value}{_POP_DIRECTIONAL_ISOLATE}"
            if isinstance(value, str) and self._runs_against(value)
            else value
            for name, value in arguments.items()
        }

    def _runs_against(self, text: str) -> bool:
        against = {"L"} if self.right_to_left else {"R", "AL"}
        return any(unicodedata.bidirectional(character) in against for character in text)


def languages() -> frozenset[str]:
    """The tags of the languages there are words in."""
    names = (entry.name for entry in _folder().iterdir())
    return frozenset(name.removesuffix(".ftl") for name in names if name.endswith(".ftl"))


def _folder() -> Traversable:
    return files("portfolio_app") / "locales"


def _wider_and_wider(language: str) -> Iterator[str]:
    parts = language[:MAX_LANGUAGE_CHARACTERS].replace("_", "-").split("-")
    for count in range(len(parts), 0, -1):
        yield "-".join(parts[:count])


def _bundle(language: str) -> FluentBundle:
    bundle = FluentBundle([language], use_isolating=False)
    bundle.add_resource(_resource(language))
    return bundle


@cache  # reading it takes longer than all else that opening does, and it never changes
def _resource(language: str) -> Resource:
    return FluentResource((_folder() / f"{language}.ftl").read_text(encoding="utf-8"))


def _locale(language: str) -> Locale:
    try:
        return Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return Locale.parse(FIRST_LANGUAGE)
