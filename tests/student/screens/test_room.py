"""What stands side by side fits: names in the bar, tiles in a row, titles beside their buttons."""

from types import SimpleNamespace
from typing import Any, cast

import pytest

from portfolio_app.locales import Words, languages
from portfolio_app.student.screens.frame import PLACES, fitting
from portfolio_app.student.screens.work_choice import TILE_LEAST_PX, tile_px
from portfolio_app.student.state import AppState
from portfolio_app.student.theme import Space
from portfolio_app.student.widgets import RAIL_PX, margin_px

PHONES_PX = (320, 360, 390, 430)


def window(width_px: int) -> AppState:
    """As much of the app as says how wide things may be."""
    seen: Any = SimpleNamespace(width_px=width_px, is_compact=width_px < 600, snapshot=object())
    return cast("AppState", seen)


def names(words: Words, width_px: int) -> list[str]:
    def short(key: str) -> str:
        return words(f"student-bar-{key}" if words.has(f"student-bar-{key}") else whole(key))

    def whole(key: str) -> str:
        return f"student-place-{key}"

    room_px = width_px / len(PLACES)
    return [fitting(words(whole(key)), short(key), room_px) for _, key, *_ in PLACES]


@pytest.mark.parametrize("width_px", PHONES_PX)
@pytest.mark.parametrize("language", sorted(languages()))
def test_no_language_has_a_name_cut_in_the_bar(language: str, width_px: int) -> None:
    assert not [name for name in names(Words(language), width_px) if name.endswith("…")]


def test_a_name_too_long_for_the_bar_is_cut_and_says_so() -> None:
    assert fitting("Showcases", "Show", 78) == "Showcases"
    assert fitting("Showcases", "Show", 40) == "Show"
    assert fitting("Donaudampfschiff", "Donaudampfschiff", 78) == "Donaudam…"


@pytest.mark.parametrize("width_px", [*PHONES_PX, 599, 600, 820, 1280, 1440])
@pytest.mark.parametrize("inset_px", [0, 34])
def test_tiles_end_where_the_page_does(width_px: int, inset_px: int) -> None:
    app = window(width_px)
    rail_px = 0 if app.is_compact else RAIL_PX
    room_px = width_px - rail_px - 2 * margin_px(app, 860) - inset_px
    tile = tile_px(app, 860, inset_px)
    columns = (room_px + Space.S) // (tile + Space.S)
    assert columns >= 2
    assert 0 <= room_px - columns * (tile + Space.S) + Space.S < columns
    assert tile >= TILE_LEAST_PX or columns == 2
