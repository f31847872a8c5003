"""The design tokens: every pair that is used together can be read, in light and in dark."""

from collections.abc import Mapping
from typing import Any

import flet as ft
import pytest

from portfolio_app.model.people import AVATARS
from portfolio_app.model.sending import Sending
from portfolio_app.settings import asset
from portfolio_app.student import theme

TEXT_CONTRAST = 4.5
SHAPE_CONTRAST = 3.0
MODES = ("light", "dark")
# Level AAA for words (WCAG 2.2, 1.4.6), and for shapes what words need elsewhere.
STRONG_TEXT_CONTRAST = 7.0
STRONG_SHAPE_CONTRAST = 4.5


def luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2, definition)."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def too_faint(colours: Mapping[str, str], pairs: list[list[str]], least: float) -> list[str]:
    return [
        f"{one} on {other}"
        for one, other in pairs
        if contrast(colours[one], colours[other]) < least
    ]


@pytest.mark.parametrize("mode", MODES)
def test_every_pair_can_be_read(mode: str) -> None:
    tokens = theme.read_tokens()
    colours, pairs = tokens["colour"][mode], tokens["pairs"]
    assert too_faint(colours, pairs["text"], TEXT_CONTRAST) == []
    assert too_faint(colours, pairs["shape"], SHAPE_CONTRAST) == []


@pytest.mark.parametrize("mode", MODES)
def test_strong_colours_are_stronger_in_every_pair(mode: str) -> None:
    tokens = theme.read_tokens()
    colours, pairs = tokens["colour"][f"{mode}-strong"], tokens["pairs"]
    # Whoever asks for strong colours sees the edges of cards as well.
    edges = [*pairs["shape"], ["outline-soft", "surface"], ["outline-soft", "surface-raised"]]
    assert too_faint(colours, pairs["text"], STRONG_TEXT_CONTRAST) == []
    assert too_faint(colours, edges, STRONG_SHAPE_CONTRAST) == []


def test_a_faint_pair_is_caught() -> None:
    """The fault is planted."""
    colours = {"grey": "#9A9A9A", "paper": "#FFFFFF"}
    assert too_faint(colours, [["grey", "paper"]], TEXT_CONTRAST) == ["grey on paper"]


@pytest.mark.parametrize("mode", MODES)
def test_every_state_of_sending_can_be_read(mode: str) -> None:
    tokens = theme.read_tokens()
    colours = tokens["colour"][mode]
    assert set(tokens["states"]) == {state.value for state in Sending}
    for state in tokens["states"].values():
        assert contrast(colours[state["text"]], colours[state["fill"]]) >= TEXT_CONTRAST


def test_light_and_dark_name_the_same_roles() -> None:
    first, *others = theme.read_tokens()["colour"].values()
    assert [one.keys() - first.keys() or first.keys() - one.keys() for one in others] == [set()] * 3


def test_every_text_style_has_a_colour_and_grows() -> None:
    """A style without a colour is black in the dark."""
    tokens = theme.read_tokens()
    usual, large = theme.look(tokens), theme.look(tokens, theme.Manner(text_scale=2.0))
    for slot in (f"{size}_{width}" for size in ("display", "headline", "title", "body", "label")
                 for width in ("large", "medium", "small")):  # fmt: skip
        style: Any = getattr(usual.dark.text_theme, slot)
        grown: Any = getattr(large.dark.text_theme, slot)
        assert isinstance(style, ft.TextStyle)
        assert style.color == tokens["colour"]["dark"]["on-surface"]
        assert grown.size == 2 * (style.size or 0)


def test_wide_words_have_the_room_that_wcag_names() -> None:
    """Letters 0.12, words 0.16 and lines 1.5 times the size (WCAG 2.2, 1.4.12)."""
    wide = theme.look(theme.read_tokens(), theme.Manner(typeface="atkinson", is_wide=True))
    for name in ("body_large", "title_large", "label_large"):
        style: Any = getattr(wide.light.text_theme, name)
        assert style.font_family == "Atkinson"
        assert style.letter_spacing >= 0.12 * style.size
        assert style.word_spacing >= 0.16 * style.size
        assert style.height >= 1.5


def test_every_animal_is_drawn_and_every_font_is_there() -> None:
    for avatar in AVATARS:
        drawing = asset(f"pictures/avatars/{avatar}.svg").read_text(encoding="utf-8")
        assert "http://" not in drawing.replace("http://www.w3.org/2000/svg", "")
    for path in theme.font_files("").values():
        assert asset(path).is_file()
