"""Joining two texts loses no word, does not depend on who is named first, and refuses to guess."""

import random
from collections import Counter
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync import text_merge
from sync.text_merge import EDITS_LIMIT, Effort, joined, split

CASES = 5_000
WORDS = ("the", "cat", "sat", "on", "a", "mat", "and", "saw", "two", "red", "birds", "fly", "old")
TEXTS = st.text(st.sampled_from("ab ,.\n愛。é"), max_size=40)


def join(ancestor: str, one: str, other: str) -> str | None:
    return joined(ancestor, one, other, Effort())


def words_of(text: str) -> Counter[str]:
    return Counter(bare for word in split(text) if (bare := word.strip(" ,.!?\n")))


def edited(dice: random.Random, words: Sequence[str], mark: str) -> list[str]:
    """A few words put in (each told apart by its mark), taken out or replaced."""
    left = list(words)
    for number in range(dice.randrange(4)):
        place = dice.randrange(len(left) + 1)
        fresh = [f"{mark}{number}{extra}" for extra in range(dice.randrange(1, 4))]
        how = dice.randrange(3)
        if how == 0:
            left[place:place] = [*fresh, dice.choice(WORDS)]
        elif how == 1:
            del left[place : place + dice.randrange(1, 3)]
        else:
            left[place : place + 1] = fresh
    return left


def test_five_thousand_joins_lose_no_word_and_do_not_mind_the_order() -> None:
    dice = random.Random(20)
    apart = 0
    for _ in range(CASES):
        ancestor = [dice.choice(WORDS) for _ in range(dice.randrange(40))]
        sides = (ancestor, edited(dice, ancestor, "x"), edited(dice, ancestor, "y"))
        base, one, other = (" ".join(words) for words in sides)
        together = join(base, one, other)
        assert together == join(base, other, one)
        if together is None:
            apart += 1
        elif one != other:
            expected = words_of(one) + words_of(other)
            expected.subtract(words_of(base))
            assert words_of(together) == +expected
    assert 500 < apart < CASES - 500, "the cases are all of one kind"


@given(TEXTS, TEXTS, TEXTS)
def test_any_three_texts_join_the_same_both_ways_or_not_at_all(
    base: str, one: str, other: str
) -> None:
    assert join(base, one, other) == join(base, other, one)


@given(TEXTS, TEXTS)
def test_an_edit_beside_none_is_that_edit(base: str, one: str) -> None:
    assert join(base, one, base) == one


@given(TEXTS)
def test_words_put_together_again_are_the_text(text: str) -> None:
    assert "".join(split(text)) == text


@pytest.mark.parametrize(
    ("base", "one", "other", "together"),
    [
        ("I like cats. They sleep.", "I love cats. They sleep.", "I like cats. They purr.",
         "I love cats. They purr."),
        ("one two three", "zero one two three", "one two three four", "zero one two three four"),
        ("one two three four", "one two four", "one two three five", None),
        ("one two three", "one 2 three", "one two three.", None),
        ("one two", "one big two", "one small two", None),
        ("one two", "one", "one two!", None),
        ("one", "", "one two", None),
        ("", "mine", "yours", None),
        ("start end", "start same end", "start same end", "start same end"),
        ("我喜欢猫。它睡觉。它很小。", "我爱猫。它睡觉。它很小。", "我喜欢猫。它睡觉。它很大。",
         "我爱猫。它睡觉。它很大。"),
    ],
)  # fmt: skip
def test_edits_join_only_with_an_untouched_word_between(
    base: str, one: str, other: str, together: str | None
) -> None:
    assert join(base, one, other) == together
    assert join(base, other, one) == together


def test_a_whole_new_page_in_one_place_is_one_edit_however_long() -> None:
    page = " ".join(f"w{number}" for number in range(5_000))
    assert join("a b c d", f"a b c d {page}", "z b c d") == f"z b c d {page}"


def test_too_many_edits_stay_apart() -> None:
    base = " ".join(f"w{number}" for number in range(2 * EDITS_LIMIT))
    many = " ".join(f"{'x' if number % 2 else 'w'}{number}" for number in range(EDITS_LIMIT * 2))
    assert join(base, many, base) is None


def test_one_push_cannot_spend_more_than_its_effort() -> None:
    base, one = "a b c d e f", "a x c y e f"
    effort = Effort(30)
    tried = 0
    while joined(base, one, f"{base} z", effort) is not None:
        tried += 1
    assert 0 < tried < 10
    assert joined(base, one, f"{base} z", effort) is None


def test_the_fuzz_notices_joining_what_touches(monkeypatch: pytest.MonkeyPatch) -> None:
    """The planted fault: edits that touch are joined too, the second over the first."""
    monkeypatch.setattr(text_merge, "_has_word", lambda _words: True)
    with pytest.raises(AssertionError):
        test_five_thousand_joins_lose_no_word_and_do_not_mind_the_order()
