"""Finds competencies by plain words, in any script, whatever the accents and capitals.

Pure text work. Which wording a child should see is `Competency.wording`'s affair; here only the
order matters: what matches in the child's own wording comes first.
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable

from rubrics.framework import Competency
from rubrics.limits import SEARCH_QUERY_CHARACTERS_MAX, SEARCH_RESULT_COUNT_MAX

# Letters with a stroke or ligature have no accent to take away, yet people type them plain.
_PLAIN_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"}
)

_PLAIN_WORDS = re.compile(r"[a-z0-9]+")

# Classes of Unicode below this are marks that make another letter (Devanagari nukta, the voicing
# of kana, virama); from here on they are accents, points and vowel signs a reader may leave out.
_FIRST_ACCENT_CLASS = 10

# Scripts written without spaces: a word is found anywhere, not only where one begins.
_UNSPACED_RANGES = (
    (0x0E00, 0x0EFF),  # Thai, Lao
    (0x1000, 0x109F),  # Myanmar
    (0x1780, 0x17FF),  # Khmer
    (0x3040, 0x30FF),  # Hiragana, Katakana
    (0x3400, 0x9FFF),  # Han
    (0xF900, 0xFAFF),  # Han, compatibility
    (0x20000, 0x3FFFF),  # Han, extensions
)


class SearchIndex:
    """Competencies made ready for searching; built once for a catalogue.

    Words point to the competencies they occur in, so that a letter typed costs the same few
    milliseconds among ten thousand as among ten.
    """

    def __init__(self, competencies: Iterable[Competency]) -> None:
        self._competencies = tuple(competencies)
        self._by_band: dict[str, _Words] = {}
        self._statements = _Words()
        self._codes = _Words()
        for number, competency in enumerate(self._competencies):
            self._enter(number, competency)

    def find(self, query: str, band: str | None = None) -> tuple[Competency, ...]:
        """Competencies in which every word of the query begins a word, best first.

        First those whose wording for `band` matches, then those whose statement does, then those
        that match in other wordings, code or keywords; each in catalogue order, at most
        `SEARCH_RESULT_COUNT_MAX`. An empty query finds nothing. Queries are cut at
        `SEARCH_QUERY_CHARACTERS_MAX` characters.
        """
        words = folded(query[:SEARCH_QUERY_CHARACTERS_MAX]).split()
        if not words:
            return ()
        own = self._by_band.get(band) if band is not None else None
        everywhere = (self._statements, self._codes, *self._by_band.values())
        found: dict[int, None] = {}
        for places in ((own,) if own else (), (self._statements,), everywhere):
            if len(found) < SEARCH_RESULT_COUNT_MAX:
                found.update(dict.fromkeys(sorted(_with_all(words, places))))
        chosen = list(found)[:SEARCH_RESULT_COUNT_MAX]
        return tuple(self._competencies[number] for number in chosen)

    def _enter(self, number: int, competency: Competency) -> None:
        statement = f"{competency.short_statement} {competency.statement}"
        self._statements.enter(number, folded(statement))
        if competency.code or competency.keywords:
            rest = " ".join((competency.code, *competency.keywords))
            self._codes.enter(number, folded(rest))
        for band, wording in competency.child_wording.items():
            self._by_band.setdefault(band, _Words()).enter(number, folded(wording))


class _Words:
    """Which texts a word occurs in: numbers of texts by word, and the words in order.

    Texts of scripts without spaces are kept whole as well, for words in the middle of others.
    """

    def __init__(self) -> None:
        self._numbers: dict[str, list[int]] = {}
        self._in_order: list[str] | None = None
        self._unspaced: dict[int, str] = {}

    def enter(self, number: int, text: str) -> None:
        for word in set(text.split()):
            self._numbers.setdefault(word, []).append(number)
        if not text.isascii() and any(map(_is_unspaced, text.split())):
            self._unspaced[number] = text
        self._in_order = None

    def having(self, word: str) -> set[int]:
        """The numbers of texts in which a word begins another; without spaces, in which it is."""
        return self._inside(word) if _is_unspaced(word) else self._beginning(word)

    def _beginning(self, start: str) -> set[int]:
        if self._in_order is None:
            self._in_order = sorted(self._numbers)
        found: set[int] = set()
        place = bisect_left(self._in_order, start)
        while place < len(self._in_order) and self._in_order[place].startswith(start):
            found.update(self._numbers[self._in_order[place]])
            place += 1
        return found

    def _inside(self, part: str) -> set[int]:
        return {number for number, text in self._unspaced.items() if part in text}


def _with_all(words: list[str], places: tuple[_Words, ...]) -> set[int]:
    """The numbers that have every word, each in any of the places."""
    # The longest word is in the fewest texts; once nothing is left the others cannot add.
    found: set[int] | None = None
    for word in sorted(set(words), key=len, reverse=True):
        these: set[int] = set().union(*(place.having(word) for place in places))
        found = these if found is None else found & these
        if not found:
            break
    return found or set()


def folded(text: str) -> str:
    """Text as it is compared: plain small letters and single spaces, one before each word."""
    if text.isascii():
        return "".join(f" {word}" for word in _PLAIN_WORDS.findall(text.lower()))
    small = text.casefold().translate(_PLAIN_LETTERS)
    split = unicodedata.normalize("NFKD", small).casefold()
    bare = "".join(
        character for character in split if unicodedata.combining(character) < _FIRST_ACCENT_CLASS
    )
    whole = unicodedata.normalize("NFKC", bare)
    # Letters, numbers and the marks left over (vowel signs) make words; all else parts them.
    spaced = "".join(
        character if unicodedata.category(character)[0] in "LNM" else " " for character in whole
    )
    return "".join(f" {word}" for word in spaced.split())


def _is_unspaced(word: str) -> bool:
    return any(start <= ord(letter) <= end for letter in word for start, end in _UNSPACED_RANGES)
