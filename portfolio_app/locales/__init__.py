"""Words on screen: one Fluent file per language, and the one class that speaks them.

Why Fluent: a translator decides plurals and order, not the code (docs/adr/0008). No word that a
person wrote may enter these files, and no rule of the product may depend on a word.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime, tzinfo
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton, format_time, get_month_names
from fluent.runtime import FluentBundle, FluentResource

from portfolio_app.locales.directions import fenced, runs_against
from portfolio_app.locales.pseudo import CLOSING, OPENING, PSEUDO_LANGUAGE, pseudo

FIRST_LANGUAGE = "en"
"""The language every key exists in; others fall back to it key by key."""

MAX_LANGUAGE_CHARACTERS = 35
"""Long enough for any real language tag (RFC 5646, section 4.4.1); anything longer is not one."""

Argument = str | int | float | date | datetime

_ENTRY = re.compile(r"^(-?[A-Za-z][\w-]*) *=.*(?:\n(?![A-Za-z#-]).*)*", re.MULTILINE)
"""A message or a term with all its lines: what follows begins at the edge with a name or a `#`."""

_NAMED = re.compile(r"\{\s*(-?[A-Za-z][\w-]*)")
"""What one entry may take from another; a name too many does no harm."""


class Words:
    """The product's words in one language.

    `words("student-home-title")`, or with arguments: `words("student-works-count", count=3)`.
    A key that no file has comes back in square brackets, so that a gap is seen and never stops a
    child's work.
    """

    def __init__(self, language: str) -> None:
        """Choose the nearest language there is: `pt-BR`, then `pt`, then the first language."""
        if language == PSEUDO_LANGUAGE:
            self.language, self._locale = language, _locale(FIRST_LANGUAGE)
            self._tongues: tuple[_Tongue, ...] = (_tongue(language),)
            return
        available = languages()
        chain = [tag for tag in wider_and_wider(language) if tag in available]
        self.language = chain[0] if chain else FIRST_LANGUAGE
        self._locale = _locale(self.language)
        wanted = dict.fromkeys([*chain, FIRST_LANGUAGE])
        self._tongues = tuple(_tongue(tag) for tag in wanted)

    def __call__(self, key: str, **arguments: Argument) -> str:
        """The words of `key` with its arguments filled in, or `[key]` when there are none."""
        for tongue in self._tongues:
            if (text := tongue.say(key, self._isolated(arguments))) is not None:
                return text
        return f"[{key}]"

    def has(self, key: str) -> bool:
        """Whether `key` has words in this language or in the first one."""
        return any(tongue.has(key) for tongue in self._tongues)

    def day(self, at_ms: int, zone: tzinfo) -> str:
        """A moment as a day in this language, such as `Mar 4, 2026`; `at_ms` since 1970 in UTC."""
        moment = datetime.fromtimestamp(at_ms / 1000, tz=zone)
        return self._fenced(format_date(moment.date(), format="medium", locale=self._locale))

    def month(self, at_ms: int, zone: tzinfo) -> str:
        """A moment's month in this language, such as `March 2026`; `at_ms` since 1970 in UTC."""
        moment = datetime.fromtimestamp(at_ms / 1000, tz=zone)
        return str(format_skeleton("yMMMM", moment, locale=self._locale))

    def month_name(self, number: int) -> str:
        """A month by its name alone: 1 is January."""
        return str(get_month_names("wide", "stand-alone", self._locale)[number])

    def time(self, at_ms: int, zone: tzinfo) -> str:
        """A moment's time of day in this language, such as `2:05 PM`; `at_ms` since 1970 in UTC."""
        moment = datetime.fromtimestamp(at_ms / 1000, tz=zone)
        told = format_time(moment.timetz(), format="short", locale=self._locale)
        return self._fenced(_in_our_typeface(told))

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

    def _fenced(self, told: str) -> str:
        is_pseudo = self.language == PSEUDO_LANGUAGE
        return f"{OPENING}{told}{CLOSING}" if is_pseudo else str(told)

    def _isolated(self, arguments: dict[str, Argument]) -> dict[str, Argument]:
        """Fence in only what runs against the sentence, so that it cannot reorder its neighbours.

        Fluent would fence every argument. Screen readers, copied text and fonts without the two
        invisible characters then meet them in every sentence; a Hebrew name in an English one is
        the case that needs them (Unicode Standard Annex 9, section 2.4).
        """
        return {
            name: fenced(value)
            if isinstance(value, str) and runs_against(value, right_to_left=self.right_to_left)
            else value
            for name, value in arguments.items()
        }


def languages() -> frozenset[str]:
    """The tags of the languages there are words in."""
    names = (entry.name for entry in _folder().iterdir())
    return frozenset(name.removesuffix(".ftl") for name in names if name.endswith(".ftl"))


def wider_and_wider(language: str) -> Iterator[str]:
    """A language tag, and the tags around it: `pt-BR`, then `pt`."""
    parts = language[:MAX_LANGUAGE_CHARACTERS].replace("_", "-").split("-")
    for count in range(len(parts), 0, -1):
        yield "-".join(parts[:count])


def _folder() -> Traversable:
    return files("portfolio_app") / "locales"


@cache  # a file never changes while the program runs
def _tongue(language: str) -> "_Tongue":
    made_of = FIRST_LANGUAGE if language == PSEUDO_LANGUAGE else language
    source = (_folder() / f"{made_of}.ftl").read_text(encoding="utf-8")
    return _Tongue(language, pseudo(source) if language == PSEUDO_LANGUAGE else source)


class _Tongue:
    """One language's file. An entry is parsed when it is first said: all at once takes longer than
    everything else that a start does. May be used from any thread.
    """

    def __init__(self, language: str, source: str) -> None:
        self._entries = entries(source)
        self._bundle = FluentBundle([language], use_isolating=False)
        self._learned: set[str] = set()

    def has(self, key: str) -> bool:
        return key in self._entries

    def say(self, key: str, arguments: dict[str, Argument]) -> str | None:
        """The words of `key`, or None where this language has none."""
        if key not in self._entries:
            return None
        if key not in self._learned:
            self._learn(key)
        if not self._bundle.has_message(key):  # a term, or what no parser understands
            return None
        pattern = self._bundle.get_message(key).value
        if pattern is None:
            return None
        text, _problems = self._bundle.format_pattern(pattern, arguments)
        return _in_our_typeface(str(text))

    def _learn(self, key: str) -> None:
        """Parse an entry and all it speaks of."""
        wanted = [key]
        for name in wanted:
            others = dict.fromkeys(_NAMED.findall(self._entries[name]))
            wanted += [one for one in others if one in self._entries and one not in wanted]
        for name in wanted:  # twice, when two threads ask at once: the first stays
            self._bundle.add_resource(FluentResource(self._entries[name]))
        self._learned.update(wanted)


def _in_our_typeface(text: str) -> str:
    """With the space that it has: some languages part numbers and times with a narrower one."""
    return text.replace("\u202f", "\u00a0")


def entries(source: str) -> Mapping[str, str]:
    """The messages and terms (`-name`) of a Fluent file, unparsed; of two alike the first."""
    found: dict[str, str] = {}
    for match in _ENTRY.finditer(source):
        found.setdefault(match.group(1), match.group())
    return found


def _locale(language: str) -> Locale:
    try:
        return Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return Locale.parse(FIRST_LANGUAGE)
