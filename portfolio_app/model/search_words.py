"""Words of a text, so that a child finds it however it is typed: any script, accents or none.

Pure text to text. Which fields are searched is said in `indexes`; nothing is stored here.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Iterable, Iterator

MAXIMUM_WORD_LENGTH = 32
MAXIMUM_WORDS_PER_TEXT = 20_000

# Accents, niqqud and harakat are often left out in typing; other scripts' signs carry the vowels.
_LEFT_OUT = re.compile("[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u3099\u309a]")
# Python's \w lacks the vowel signs of Indic and South-East Asian scripts.
_WORD = re.compile(
    r"(?:[^\W_]|[\u0900-\u0963\u0966-\u0dff\u0e00-\u0e4e\u0e50-\u0fff\u1000-\u1049\u1050-\u109f"
    r"\u1780-\u17d3])+"
)
# Written without spaces between words: looked up by pairs of characters.
_UNSPACED = re.compile(
    r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf"
    r"\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+"
)


def words_of(text: str) -> set[str]:
    """Return what a text is found by: folded words, and pairs and last characters of runs."""
    return set(_pieces(text, with_last=True))


def asked_words(text: str) -> list[str]:
    """Return what to look for: each must begin a word of `words_of` a text that is found."""
    return list(dict.fromkeys(_pieces(text, with_last=False)))


def folded(text: str) -> str:
    """NFKC case folding (Unicode 3.13) without accents, niqqud and harakat."""
    if text.isascii():
        return text.lower()
    taken_apart = unicodedata.normalize("NFKD", text.casefold()).casefold()
    return unicodedata.normalize("NFKC", _LEFT_OUT.sub("", taken_apart))


def _pieces(text: str, *, with_last: bool) -> Iterable[str]:
    plain = folded(" ".join(dict.fromkeys(text.split())))  # most words of a text come again
    words = dict.fromkeys(_WORD.findall(plain))
    if len(words) > MAXIMUM_WORDS_PER_TEXT:
        words = dict.fromkeys(itertools.islice(words, MAXIMUM_WORDS_PER_TEXT))
    if not plain.isascii() and _UNSPACED.search(plain):
        pieces: list[str] = []
        for word in words:
            if word.isascii():
                pieces.append(word[:MAXIMUM_WORD_LENGTH])
            else:
                pieces.extend(_parts(word, with_last=with_last))
        return pieces
    return words if len(plain) <= MAXIMUM_WORD_LENGTH else [w[:MAXIMUM_WORD_LENGTH] for w in words]


def _parts(word: str, *, with_last: bool) -> Iterator[str]:
    """Runs without spaces by pairs of characters, and what stands between them whole."""
    start = 0
    for run in _UNSPACED.finditer(word):
        yield from _spaced(word[start : run.start()])
        yield from map("".join, itertools.pairwise(run.group()))
        if with_last or len(run.group()) == 1:
            yield run.group()[-1]
        start = run.end()
    yield from _spaced(word[start:])


def _spaced(word: str) -> Iterator[str]:
    if word:
        yield word[:MAXIMUM_WORD_LENGTH]
