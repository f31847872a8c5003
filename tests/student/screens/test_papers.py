"""Films and documents on the page of a work: what can be done with them."""

import sys
import types
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import flet as ft
import pytest

from portfolio_app.student import actions
from portfolio_app.student.actions import Source
from portfolio_app.student.learner import open_vaults
from portfolio_app.student.screens import watching
from tests.film_maker import make_film
from tests.student.scenes import Script, make_in
from tests.student.screens.headless import Device, Window, on_device
from tests.student.screens.test_works import open_works

PDF = b"%PDF-1.7\n" + b"words of a page" * 50


def learner_with_files(folder: Path) -> None:
    portfolio = make_in(open_vaults(folder), "Mia", Script())
    film, page = Source("river.mp4", [make_film().raw]), Source("My page.pdf", [PDF])
    actions.add_work(portfolio, [film, page], "The river")
    portfolio.close()


async def open_work(device: Device) -> Window:
    window = await open_works(device)
    names = [one.identifier or "" for one in window.find_all("Semantics")]
    await window.tap(next(name for name in names if name.startswith("work-")))
    await window.see("copy-1")
    return window


def opened_by(window: Window, identifier: str) -> str:
    part = window._named(identifier)
    actions = (getattr(one, "action", None) for one in window._below(part))
    action = next(one for one in actions if isinstance(one, ft.OpenUrl))
    return str(action.url)


def test_without_a_player_the_browser_shows_the_film(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watching, "PART", "no_such_part")
    learner_with_files(tmp_path)

    async def story(device: Device) -> None:
        window = await open_work(device)
        await window.says("MP4")
        assert opened_by(window, "watch-0").startswith("/media/")
        # The name goes into the address of a copy, so that the browser can give it to the file.
        assert opened_by(window, "copy-1").endswith("?name=My+page.pdf")

    on_device(tmp_path, story)


def test_a_film_is_shown_paused_and_moved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[tuple[str, Any]] = []

    @ft.control("Video")  # type: ignore[arg-type]
    @dataclass
    class Video(ft.LayoutControl):
        playlist: list[str] = field(default_factory=list)
        title: str = ""
        autoplay: bool = False
        wakelock: bool = True
        on_error: ft.ControlEventHandler["Video"] | None = None
        on_complete: ft.ControlEventHandler["Video"] | None = None
        on_position_change: ft.ControlEventHandler["Video"] | None = None
        on_duration_change: ft.ControlEventHandler["Video"] | None = None

        async def play(self) -> None:
            told.append(("play", None))

        async def pause(self) -> None:
            told.append(("pause", None))

        async def seek(self, position: ft.Duration) -> None:
            told.append(("seek", position.in_milliseconds))

    part = types.ModuleType("made_up_player")
    part.Video, part.VideoMedia = Video, str  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "made_up_player", part)
    monkeypatch.setattr(watching, "PART", "made_up_player")
    learner_with_files(tmp_path)

    async def story(device: Device) -> None:
        window = await open_work(device)
        assert not window.find_all("Video")
        await window.tap("watch-0")
        await window.until(lambda: window.find_all("Video"))
        video = window.find_all("Video")[0]
        assert video.playlist[0].startswith("/media/")
        await window._fire(video, "duration_change", 65_000)
        await window._fire(video, "position_change", 30_000)
        await window.says("0:30 / 1:05")
        await window.tap("watch-0-on")
        await window.tap("watch-0-back")
        await window.tap("watch-0")
        await window.tap("watch-0")
        assert told == [("seek", 40_000), ("seek", 30_000), ("pause", None), ("play", None)]
        await window._fire(video, "error", "no decoder")
        await window.says(device.words("student-watch-broken"))

    on_device(tmp_path, story)
