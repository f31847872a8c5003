"""Finds competencies by plain words, in any script, whatever the accents and capitals.

Pure text work. Which wording a child should see is `Competency.wording`'s affair; here only the
order matters: what matches in the child's own wording comes first.
"""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from rubrics.framework import Competency
from rubrics.limits import SEARCH_QUERY_CHARACTERS_MAX, SEARCH_RESULT_COUNT_MAX

# Letters with a stroke or ligature have no accent to take away, yet people type them plain.
_PLAIN_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"}
)

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


@dataclass(frozen=True, slots=True)
class _Entry:
    competency: Competency
    by_band: dict[str, str]
    statement: str
    everything: str


class SearchIndex:
    """Competencies made ready for searching; built once for a catalogue."""

    def __init__(self, competencies: Iterable[Competency]) -> None:
        self._entries = tuple(_entry(competency) for competency in competencies)

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
        ranked: tuple[list[Competency], ...] = ([], [], [])
        for entry in self._entries:
            if not _matches(words, entry.everything):
                continue
            if band is not None and _matches(words, entry.by_band.get(band, "")):
                ranked[0].append(entry.competency)
            elif _matches(words, entry.statement):
                ranked[1].append(entry.competency)
            else:
                ranked[2].append(entry.competency)
        found = [competency for rank in ranked for competency in rank]
        return tuple(found[:SEARCH_RESULT_COUNT_MAX])


def folded(text: str) -> str:
    """Text as it is compared: plain small letters and single spaces, one before each word."""
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


def _entry(competency: Competency) -> _Entry:
    statement = folded(f"{competency.short_statement} {competency.statement}")
    by_band = {band: folded(words) for band, words in competency.child_wording.items()}
    rest = folded(" ".join((competency.code, *competency.keywords)))
    return _Entry(competency, by_band, statement, "".join((*by_band.values(), statement, rest)))


def _matches(words: list[str], text: str) -> bool:
    return all((word if _is_unspaced(word) else f" {word}") in text for word in words)


def _is_unspaced(word: str) -> bool:
    return any(start <= ord(word[0]) <= end for start, end in _UNSPACED_RANGES)
