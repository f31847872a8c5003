"""Names and titles in any script: kept as they were typed, shown, and found by search."""

from pathlib import Path

from portfolio_app.student import actions
from portfolio_app.student.actions import Source
from portfolio_app.student.learner import new_portfolio, open_vaults
from tests.student.screens.headless import Device, Window, on_device
from tests.student.screens.test_flows import choose_face

PIN = "2580"
NAME = "مريم 美亚 मीरा มีนา 미나 👩🏽‍🚀"
TITLES = {
    "قارب من ورق": "ورق",
    "纸船": "船",
    "कागज़ की नाव": "नाव",
    "เรือกระดาษ": "กระดาษ",
    "종이배": "종이",
    "ΧΆΡΤΙΝΗ ΒΆΡΚΑ": "βάρκα",
    "🚀 ракета 🦊": "раке",
}
"""A title, and a part of it to search for; an emoji alone is no word."""


def titles_on(window: Window) -> set[str]:
    return TITLES.keys() & set(window.texts())


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
