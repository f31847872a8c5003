"""Words of one direction among those of the other: each keeps its order and its full stop."""

import pytest

from portfolio_app.locales.directions import as_printed, begins_against, in_its_own_way

OPEN, CLOSED, LEFT = "\u2068", "\u2069", "\u2066"
ENGLISH = "A boat of paper."
ARABIC = "قارب من ورق."


@pytest.mark.parametrize(
    ("text", "right_to_left", "is_fenced"),
    [
        (ENGLISH, True, True),
        (ENGLISH, False, False),
        (ARABIC, False, True),
        (ARABIC, True, False),
        ("שלום!", False, True),
        ("(12) " + ENGLISH, True, True),
        ("(12) " + ARABIC, True, False),
        ("纸船。", True, True),
        ("12:30", True, False),
        ("", True, False),
        ("… 🚀", True, False),
    ],
)
def test_a_text_that_begins_against_the_page_runs_its_own_way(
    text: str, right_to_left: bool, is_fenced: bool
) -> None:
    shown = in_its_own_way(text, right_to_left=right_to_left)
    assert shown == (f"{OPEN}{text}{CLOSED}" if is_fenced else text)


def test_each_line_runs_its_own_way() -> None:
    shown = in_its_own_way(f"{ENGLISH}\n{ARABIC}\n\n{ENGLISH}", right_to_left=True)
    assert shown.split("\n") == [
        f"{OPEN}{ENGLISH}{CLOSED}", ARABIC, "", f"{OPEN}{ENGLISH}{CLOSED}",
    ]  # fmt: skip


def test_a_sentence_of_the_page_that_begins_with_a_placed_name_stays_its_own() -> None:
    said = f"{OPEN}Ada.{CLOSED} هنا."
    assert not begins_against(said, right_to_left=True)
    assert in_its_own_way(said, right_to_left=True) == said


def test_digits_stay_as_they_are_printed_on_paper() -> None:
    assert as_printed("123 456") == f"{LEFT}123 456{CLOSED}"
