"""How hard an English text is to read: Flesch-Kincaid grade level and its two parts.

J. P. Kincaid, R. P. Fishburne, R. L. Rogers, B. S. Chissom: "Derivation of New Readability
Formulas", Naval Technical Training Command, 1975. A grade is a school year in the United States:
who is in grade 1 is six. Syllables are counted by the vowels of a word, with the usual silent
endings.
"""

import re
from dataclasses import dataclass

_SENTENCE_END = re.compile(r"[.!?…:;]+(?:\s+|$)|\n+")
_WORD = re.compile(r"[A-Za-z]+(?:['’][a-z]+)?")
_VOWELS = re.compile(r"[aeiouy]+")
_SILENT_END = re.compile(
    r"(?:[^laeiouy]|[aeiouy]l)e$|(?<![td])ed$|(?<!s|x|z)(?<!ch)(?<!sh)(?<![cg])es$"
)
_APART = re.compile(r"ia(?!l)|ie(?=t)|ea$|eas$|io(?!u|n)|eo(?!u)|iu|ua|ue(?=n)|(?<=cr)ea(?=te)")


@dataclass(frozen=True, slots=True)
class Reading:
    """How a text reads: its `words`, words in a sentence, syllables in a word, and the grade."""

    words: int
    sentence_words: float
    word_syllables: float

    @property
    def grade(self) -> float:
        """The Flesch-Kincaid grade; below 0 for the easiest texts."""
        return 0.39 * self.sentence_words + 11.8 * self.word_syllables - 15.59


def reading(text: str) -> Reading:
    """Measure a text; a text without words is as easy as can be."""
    sentences = [one for one in _SENTENCE_END.split(text) if _WORD.search(one)]
    words = _WORD.findall(text)
    if not words:
        return Reading(0, 0.0, 0.0)
    spoken = sum(syllables(word) for word in words)
    return Reading(len(words), len(words) / len(sentences), spoken / len(words))


def syllables(word: str) -> int:
    """How many syllables an English word has, by its letters."""
    small = word.lower().replace("’", "'").removesuffix("'s").removesuffix("n't")
    # The silent letters inside of somebody, sometimes, everything.
    small = small.replace("some", "som").replace("every", "evry")
    groups = len(_VOWELS.findall(small)) + len(_APART.findall(small))
    return max(1, groups - (1 if _SILENT_END.search(small) else 0))
