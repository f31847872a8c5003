"""How it looks and reads: each choice holds at once, and what is stored is not trusted."""

from pathlib import Path
from typing import Any

import flet as ft
import pytest

from portfolio_app.student.preferences import Preferences
from portfolio_app.student.state import AppState
from tests.student.screens.headless import Device, Window, join_in, on_device


async def _at_about(device: Device) -> Window:
    window = await device.window()
    await join_in(window)
    window.page.navigate("/about")
    await window.see("about-name")
    return window


def _body(window: Window) -> Any:
    theme = window.page.theme
    assert theme is not None
    assert theme.text_theme is not None
    return theme.text_theme.body_large


def test_each_choice_holds_at_once_and_is_gone_with_its_learner(tmp_path: Path) -> None:
    async def story(device: Device) -> None:
        window = await _at_about(device)
        assert _body(window).font_family == "Lexend"
        for choice in ("typeface-atkinson", "text-2.0", "spacing-wide", "contrast-strong"):
            await window.tap(choice)
        await window.until(lambda: window.page.theme.scaffold_bgcolor == "#FFFFFF")
        style = _body(window)
        assert (style.font_family, style.size) == ("Atkinson", 32)
        assert style.letter_spacing > 0
        await window.tap("motion-still")
        await window.until(lambda: window.page.theme.splash_color == ft.Colors.TRANSPARENT)
        await window.tap("lock")
        await window.see("who-new")
        await window.until(lambda: _body(window).font_family == "Lexend")

    on_device(tmp_path, story)


def test_reading_aloud_marks_the_screen_and_never_begins_it_anew(tmp_path: Path) -> None:
    async def story(device: Device) -> None:
        window = await _at_about(device)
        assert not window.has("read-page")
        await window.type("about-name", "Mia and")
        await window.tap("aloud-on")
        await window.see("reads-aloud-en")
        await window.see("read-page")
        assert "Mia and" in [one.value for one in window.find_all("TextField")]
        await window.tap("aloud-off")
        await window.until(lambda: not window.has("read-page"))
        assert not window.has("reads-aloud-en")

    on_device(tmp_path, story)


def test_where_no_browser_is_the_absence_is_said(tmp_path: Path) -> None:
    async def story(device: Device) -> None:
        window = await device.window()
        window.page.web = False
        await join_in(window)
        window.page.navigate("/about")
        await window.says(device.words("student-aloud-not-here"))
        assert not window.has("aloud-on")

    on_device(tmp_path, story)


def test_what_does_not_fit_is_as_before() -> None:
    usual = Preferences()
    wrong: list[Any] = [None, [], "x", {"text_scale": True}, {"contrast": 7}, {"reads_aloud": 1}]
    wrong += [{"typeface": ["lexend"]}, {"motion": "wild"}, {"spacing": {}}]
    assert [Preferences.read(one, usual) for one in wrong] == [usual] * len(wrong)


def test_all_of_it_comes_back_as_it_was_stored() -> None:
    chosen = Preferences("dark", "strong", 2.0, "atkinson", "wide", "still", True, 120)
    assert Preferences.read(chosen.stored(), Preferences()) == chosen


@pytest.mark.parametrize(
    ("chosen", "outside", "is_strong"),
    [("auto", False, False), ("auto", True, True), ("usual", True, False), ("strong", False, True)],
)
def test_strong_colours_follow_the_device_until_somebody_chooses(
    chosen: str, outside: bool, is_strong: bool
) -> None:
    state = AppState(preferences=Preferences(contrast=chosen), is_strong_outside=outside)
    assert state.manner.is_strong is is_strong


def test_nothing_here_makes_the_device_move_that_was_told_to_keep_still() -> None:
    state: Any = AppState(is_still_outside=True)
    assert state.is_still
    assert AppState(preferences=Preferences(motion="still")).is_still
    assert not AppState().is_still
