"""Names and titles in any script: kept as they were typed, shown, and found by search."""

import io
from collections.abc import Iterable
from pathlib import Path

import pytest
from PIL import ImageFont

from portfolio_app.settings import asset
from portfolio_app.student import actions, theme
from portfolio_app.student.actions import Source
from portfolio_app.student.learner import new_portfolio, open_vaults
from tests.student.screens.headless import Device, Window, on_device
from tests.student.screens.test_flows import choose_face

PIN = "2580"
NAME = "مريم 美亚 मीरा มีนา 미나 Євгенія 👩🏽‍🚀"
TITLES = {
    "قارب من ورق": "ورق",
    "纸船": "船",
    "कागज़ की नाव": "नाव",
    "เรือกระดาษ": "กระดาษ",
    "종이배": "종이",
    "ΧΆΡΤΙΝΗ ΒΆΡΚΑ": "βάρκα",
    "🚀 ракета 🦊": "раке",
    "Ґанок і їжак": "їжак",
}
"""A title, and a part of it to search for; an emoji alone is no word."""


def titles_on(window: Window) -> set[str]:
    return TITLES.keys() & set(window.texts())


BESIDE_LATIN = "Євгенія Ґанок їжак ракета ЁёЎў ӘәҚқ ΧΆΡΤΙΝΗ βάρκα ὁδός"


def letters_missing(families: Iterable[str], text: str) -> set[str]:
    """Letters that none of the app's registered fonts has."""
    files = theme.font_files("")
    fonts = [ImageFont.truetype(io.BytesIO(asset(files[one]).read_bytes()), 24) for one in families]

    def has(font: ImageFont.FreeTypeFont, letter: str) -> bool:
        return bytes(font.getmask(letter)) != bytes(font.getmask("\uffff"))

    return {one for one in text if one.isalpha() and not any(has(font, one) for font in fonts)}


@pytest.mark.parametrize("typeface", theme.TYPEFACES)
def test_greek_and_cyrillic_are_in_the_fonts_whatever_typeface_is_read(typeface: str) -> None:
    look = theme.look(theme.read_tokens(), theme.Manner(typeface=typeface))
    style = look.light.text_theme.body_large  # type: ignore[union-attr]
    assert style is not None
    families = [style.font_family or "", *(style.font_family_fallback or [])]
    letters = [one for one in families if one != "Noto Color Emoji"]
    assert letters_missing(letters, BESIDE_LATIN) == set()
    without = [one for one in letters if not one.startswith("Noto")]
    assert letters_missing(without, BESIDE_LATIN), "the test sees letters that are missing"


async def found(window: Window, title: str) -> None:
    await window.until(lambda: titles_on(window) == {title})


def test_names_and_titles_may_be_in_any_script(tmp_path: Path) -> None:
    portfolio = new_portfolio(open_vaults(tmp_path), NAME, "owl", PIN)
    for number, title in enumerate(TITLES):
        actions.add_work(portfolio, [Source(f"{number}.txt", [b"work"])], title)
    portfolio.close()
    assert [card.name for card in open_vaults(tmp_path).list()] == [NAME]

    async def story(device: Device) -> None:
        window = await device.window()
        await window.says(NAME)
        await choose_face(window)
        await window.press_pin(PIN)
        await window.see("sending-state")
        window.page.navigate("/works")
        await window.until(lambda: titles_on(window) == TITLES.keys())
        for title, wanted in TITLES.items():
            await window.type("search", wanted)
            await found(window, title)

    on_device(tmp_path, story)
