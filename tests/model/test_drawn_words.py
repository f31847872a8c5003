"""Words on a drawing: they stand on the sheet, in lines, whatever was typed and wherever."""

import pytest

from portfolio_app.model.drawing import LINES_LIMIT, SHEET, WORDS_LIMIT, Mark
from portfolio_app.model.drawn_words import set_words

INK = "#1d2b53"


def lines_of(said: str, size: int = 240) -> list[str]:
    mark = set_words(said, INK, size, (0, 0), SHEET)
    assert mark is not None
    return mark.words.split("\n")


def test_words_that_fit_stand_where_they_were_put() -> None:
    assert set_words(" My boat ", INK, 240, (300, 400), SHEET) == Mark(
        "words", INK, 240, ((300, 400),), "My boat"
    )


def test_long_words_are_broken_between_words_and_long_ones_within() -> None:
    assert lines_of("My boat sails to the far island") == ["My boat sails to the far", "island"]
    assert "".join(lines_of("b" * 60)) == "b" * 60
    assert len(lines_of("船" * 40)) == 3
    assert lines_of("one\ntwo") == ["one", "two"]


@pytest.mark.parametrize("at", [(4000, 3000), (-5, -5), (3990, 0)])
def test_words_at_the_edge_move_onto_the_sheet(at: tuple[int, int]) -> None:
    mark = set_words("My boat", INK, 240, at, SHEET)
    assert mark is not None
    x, y = mark.points[0]
    assert 0 <= x <= SHEET[0] - 7 * 240 * 0.5
    assert 0 <= y <= SHEET[1] - 240


@pytest.mark.parametrize("said", ["", "  \n ", "\u0007", "\u200b"])
def test_nothing_is_no_mark(said: str) -> None:
    assert set_words(said, INK, 240, (0, 0), SHEET) is None


@pytest.mark.parametrize("said", ["a" * 5_000, "a\n" * 300, "船 " * 300, "a\u0007b\u202ec"])
@pytest.mark.parametrize("size", [1, 240, 1000])
def test_whatever_was_typed_is_a_mark_that_can_be_read_again(said: str, size: int) -> None:
    mark = set_words(said, INK, size, (2000, 1500), (300, 4000))
    assert mark is not None
    assert Mark.read(mark.as_json()) == mark
    assert len(mark.words) <= WORDS_LIMIT
    assert mark.words.count("\n") < LINES_LIMIT
