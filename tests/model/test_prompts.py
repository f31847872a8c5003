"""The bank of questions: each age has some of each kind, worded for it, with beginnings."""

import re
from itertools import product

import pytest

from portfolio_app.locales import Words
from portfolio_app.model.people import BANDS
from portfolio_app.model.prompts import (
    ABOUT,
    BANK,
    COMPETENCY,
    GOAL,
    STARTERS_COUNT,
    TWO_WORKS,
    WORK,
    Prompt,
    find_prompt,
    prompts_for,
)
from portfolio_app.model.reflection import PROMPTS

WORDS_LIMIT = {"5-7": 8, "8-10": 12, "11-13": 14, "14-18": 16}
NEVER_SAID = re.compile(r"\b(sync|submit|artifact|competency|rubric|assess|reflect)", re.IGNORECASE)


def too_hard(text: str, band: str) -> bool:
    """Whether a question is too long for an age, or says what children are not told."""
    return len(text.split()) > WORDS_LIMIT[band] or NEVER_SAID.search(text) is not None


@pytest.mark.parametrize(("band", "kind"), list(product(BANDS, ABOUT)))
def test_every_age_has_questions_of_every_kind(band: str, kind: str) -> None:
    assert prompts_for(band, kind=kind)


@pytest.mark.parametrize(
    ("band", "about"), list(product(BANDS, (WORK, TWO_WORKS, GOAL, COMPETENCY)))
)
def test_every_age_is_asked_about_everything(band: str, about: str) -> None:
    found = prompts_for(band, about)
    assert len(found) > 1
    assert all(about in ABOUT[one.kind] for one in found)


def test_an_id_is_one_question() -> None:
    ids = [one.id for one in BANK]
    assert len(set(ids)) == len(ids)
    assert {find_prompt(one) for one in ids} == set(BANK)
    assert find_prompt("no-such") is None


def test_what_is_offered_first_stands_in_the_bank() -> None:
    for band, ids in PROMPTS.items():
        assert set(ids) <= {one.id for one in prompts_for(band, WORK, "look")}


@pytest.mark.parametrize("one", BANK, ids=lambda one: one.id)
def test_each_question_has_words_for_its_ages_and_beginnings(one: Prompt) -> None:
    words = Words("en")
    text = words(f"prompt-{one.id}")
    assert text.endswith("?")
    assert not [band for band in one.bands if too_hard(text, band)]
    starters = [
        words(f"student-starter-{one.id.replace('_', '-')}-{number + 1}")
        for number in range(STARTERS_COUNT)
    ]
    assert len(set(starters)) == STARTERS_COUNT
    assert not [text for text in starters if text.startswith("[") or text[-1] in ".?!…"]


def test_a_hard_question_is_caught() -> None:
    assert too_hard("Which of all these many things do you like most?", "5-7")
    assert too_hard("What is your artifact?", "14-18")
    assert not too_hard("What did you do?", "5-7")
