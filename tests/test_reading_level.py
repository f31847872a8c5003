"""Every English word that a child meets is held to the age of who meets it.

The bars are grades (see `reading_level`). What a screen says is for everybody, from five years on,
and may be read aloud to the youngest; questions and statements have a wording for each age. One
short sentence says little about a grade, so that a bar is for texts of nine words and more, and
every text, however short, is made of words that a child knows.
"""

import re
from collections.abc import Iterator

import pytest

from portfolio_app.locales import Words, entries
from portfolio_app.model.people import BANDS
from portfolio_app.model.prompts import BANK
from rubrics.catalog import Catalog
from tests.reading_level import reading, syllables
from tests.test_words import LOCALES

FOR_LEARNERS = ("all-", "error-", "prompt-", "student-")
FOR_FAMILIES = "student-sheet-"
"""The paper to keep at home is written to grown-ups."""

MEASURED_WORDS = 9
SCREEN_GRADE = 5.0
SCREENS_MEAN_GRADE = 2.0
FAMILY_GRADE = 8.0
QUESTION_GRADES = {"5-7": 3.0, "8-10": 4.0, "11-13": 5.0, "14-18": 6.0}
STATEMENT_GRADES = {"5-7": 4.0, "8-10": 5.0, "11-13": 8.0, "14-18": 10.0}
STATEMENTS_MEAN_GRADES = {"5-7": 1.0, "8-10": 2.5, "11-13": 4.5, "14-18": 6.5}

HARD_STATEMENTS = {
    "I can communicate clearly with different people.": "the name of a skill that schools mark",
    "I can collect evidence so openly and carefully that someone else could repeat it.":
        "what this means is taught with it",
}  # fmt: skip
LONG_WORDS = {
    "portfolio": "the name of the thing",
    "differently": "only in a question for teenagers",
}
LONG_WORD_SYLLABLES = 4


def said_to_learners() -> Iterator[tuple[str, str]]:
    """Key and text of every message that a learner can meet, with something in its gaps."""
    words, found = Words("en"), entries((LOCALES / "en.ftl").read_text(encoding="utf-8"))
    for key, source in found.items():
        if key.startswith(FOR_LEARNERS):
            chosen_by = set(re.findall(r"\$(\w+)\s*->", source))
            gaps = set(re.findall(r"\$(\w+)", source))
            yield key, words(key, **{gap: 3 if gap in chosen_by else "Mia" for gap in gaps})


def too_hard(texts: Iterator[tuple[str, str]], bar: float, least_words: int = 1) -> list[str]:
    """Those above a bar, hardest first."""
    measured = ((reading(text), key, text) for key, text in texts)
    found = [
        (round(one.grade, 1), key, text)
        for one, key, text in measured
        if one.words >= least_words and one.grade > bar
    ]
    return [f"{grade} {key}: {text}" for grade, key, text in sorted(found, reverse=True)]


def mean_grade(texts: list[str]) -> float:
    return sum(reading(text).grade for text in texts) / len(texts)


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        ("The cat sat on the mat. It was warm.", -3, 1),
        ("I can tell people things.", 0, 4),
        (
            "Synchronisation of your artifacts to the institutional repository has been initiated.",
            12, 40,
        ),
    ],
)  # fmt: skip
def test_the_measure_tells_easy_from_hard(text: str, least: float, most: float) -> None:
    assert least <= reading(text).grade <= most


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("make", 1), ("little", 2), ("idea", 3), ("picture", 2), ("saved", 1), ("started", 2),
        ("choose", 1), ("pages", 2), ("quiet", 2), ("evidence", 3), ("don’t", 1), ("school’s", 1),
        ("somebody", 3), ("everything", 3),
    ],
)  # fmt: skip
def test_syllables_are_counted(word: str, count: int) -> None:
    assert syllables(word) == count


def test_a_hard_sentence_would_be_caught() -> None:
    hard = "Initiate synchronisation in order to transmit all outstanding artifacts to school now."
    assert too_hard(iter([("student-hard", hard)]), SCREEN_GRADE, MEASURED_WORDS)


def test_what_the_screens_say_is_easy() -> None:
    said = [pair for pair in said_to_learners() if not pair[0].startswith(FOR_FAMILIES)]
    assert too_hard(iter(said), SCREEN_GRADE, MEASURED_WORDS) == []
    measured = [text for _, text in said if reading(text).words >= MEASURED_WORDS]
    assert mean_grade(measured) < SCREENS_MEAN_GRADE


def test_what_goes_home_is_easy_for_grown_ups() -> None:
    said = [pair for pair in said_to_learners() if pair[0].startswith(FOR_FAMILIES)]
    assert too_hard(iter(said), FAMILY_GRADE, MEASURED_WORDS) == []


def test_no_long_word_but_those_that_children_know() -> None:
    long = {
        (word.lower(), key)
        for key, text in said_to_learners()
        if not key.startswith(FOR_FAMILIES)
        for word in re.findall(r"[A-Za-z]+", text)
        if syllables(word) >= LONG_WORD_SYLLABLES and word.lower() not in LONG_WORDS
    }
    assert sorted(long) == []


@pytest.mark.parametrize("band", BANDS)
def test_questions_and_their_beginnings_suit_the_age(band: str) -> None:
    words = Words("en")
    asked = [one for one in BANK if band in one.bands]
    keys = [f"prompt-{one.id}" for one in asked]
    keys += [
        f"student-starter-{one.id.replace('_', '-')}-{at}" for one in asked for at in (1, 2, 3)
    ]
    said = ((key, words(key)) for key in keys if words.has(key))
    assert too_hard(said, QUESTION_GRADES[band], MEASURED_WORDS - 2) == []


@pytest.mark.parametrize("band", BANDS)
def test_statements_suit_the_age(band: str) -> None:
    said = [
        (one.code or one.id, one.child_wording[band])
        for framework in Catalog.bundled().frameworks
        for one in framework.competencies
        if band in one.child_wording
    ]
    measured = (pair for pair in said if pair[1] not in HARD_STATEMENTS)
    assert too_hard(measured, STATEMENT_GRADES[band]) == []
    assert mean_grade([text for _, text in said]) < STATEMENTS_MEAN_GRADES[band]


def test_every_exception_is_still_one() -> None:
    statements = {
        text
        for framework in Catalog.bundled().frameworks
        for one in framework.competencies
        for text in one.child_wording.values()
    }
    assert statements >= HARD_STATEMENTS.keys()
    said = " ".join(text.lower() for _, text in said_to_learners())
    assert [word for word in LONG_WORDS if word not in said] == []
