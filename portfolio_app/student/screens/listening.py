"""Listen to a sound of a work, straight from where it lies sealed.

The player comes with a part of Flet that may not be installed; then the browser, or whatever else
the device has, plays it.
"""

import asyncio
import importlib
import logging
from dataclasses import dataclass
from typing import Any

import flet as ft

from portfolio_app.model.artifact import WorkFile
from portfolio_app.model.voice import voice_seconds
from portfolio_app.student.state import AppState, use_app
from portfolio_app.student.theme import Radius, Role, Space, Style
from portfolio_app.student.widgets import (
    component,
    icon_button,
    memo,
    named,
    safe,
    use_kept,
    words_of,
)

log = logging.getLogger(__name__)

PART = "flet_audio"
STEP_MS = 5_000
SECOND_MS = 1_000
LOAD_SECONDS = 20.0


def player_part() -> Any | None:
    """The part of Flet that plays sound; None where there is none."""
    try:
        return importlib.import_module(PART)
    except ImportError:
        return None


@ft.observable
@dataclass
class Playing:
    """How far a sound is, in ms. `is_broken` once it could not be played."""

    is_on: bool = False
    is_begun: bool = False
    is_broken: bool = False
    at_ms: int = 0
    long_ms: int = 0


class Player:
    """Plays one sound. It asks for nothing before the first tap."""

    def __init__(self, app: AppState, page: ft.Page, part: Any, source: str | bytes) -> None:
        self.playing = Playing()
        self._app, self._page, self._part, self._source = app, page, part, source
        self._control: Any = None
        self._loaded = asyncio.Event()

    async def toggle(self) -> None:
        """Play, pause, go on."""
        playing, control = self.playing, self._lent()
        try:
            if playing.is_on:
                await control.pause()
            else:
                playing.is_begun = True
                # Before it is loaded it would wait for itself for ever.
                await asyncio.wait_for(self._loaded.wait(), LOAD_SECONDS)
                await control.resume()
        except Exception as problem:  # noqa: BLE001 - whatever this device cannot play
            log.info("A sound was not played: %s", type(problem).__name__)
            playing.is_broken, playing.is_on, playing.is_begun = True, False, False

    async def step(self, by_ms: int) -> None:
        """Go back, or on, by so much."""
        playing = self.playing
        playing.at_ms = min(max(0, playing.at_ms + by_ms), playing.long_ms or playing.at_ms)
        await self._lent().seek(playing.at_ms)

    def put_away(self) -> None:
        """Its screen is left: it is still."""
        if self._control is not None and self._control in self._page.services:
            self._page.services.remove(self._control)
        self._control = None
        self._loaded.clear()

    def _lent(self) -> Any:
        if self._control is None:
            self._control = self._part.Audio(
                src=self._source,
                release_mode=self._part.ReleaseMode.STOP,
                on_loaded=safe(self._app, self._loaded.set),
                on_state_change=safe(self._app, self._changed),
                on_position_change=safe(self._app, self._moved),
                on_duration_change=safe(self._app, self._measured),
            )
            self._page.services.append(self._control)
            self._page.update()
        return self._control

    def _changed(self, event: Any) -> None:
        now = event.state.value
        self.playing.is_on = now == "playing"
        if now == "completed":
            self.playing.is_begun, self.playing.at_ms = False, 0

    def _moved(self, event: Any) -> None:
        self.playing.at_ms = _ms(event.position)

    def _measured(self, event: Any) -> None:
        self.playing.long_ms = _ms(event.duration) or self.playing.long_ms


@component
def ListenView(file: WorkFile, identifier: str, label: str = "") -> ft.Control:  # noqa: N802
    """A button that plays it, how far it is, and steps back and on. Its key is the file's id."""
    app, page = use_app(), ft.context.page
    part = use_kept(lambda: [player_part()])[0]
    source = app.doors.picture(file.media)
    player = use_kept(lambda: [Player(app, page, part, source)])[0]
    ft.use_state(player.playing)
    ft.use_effect(lambda: None, [], cleanup=player.put_away)
    label = label or app.words("student-listen")
    if part is None:
        return _elsewhere(app, source, identifier, label)
    if player.playing.is_broken:
        return words_of(app.words("student-listen-broken"), color=Role.SOFT)
    known_ms = player.playing.long_ms or voice_seconds(file) * SECOND_MS
    return _shown(app, player, known_ms, identifier, label)


Listen = memo(ListenView)


def _shown(app: AppState, player: Player, long_ms: int, identifier: str, label: str) -> ft.Control:
    playing = player.playing
    button = icon_button(
        app,
        ft.Icons.PAUSE_ROUNDED if playing.is_on else ft.Icons.PLAY_ARROW_ROUNDED,
        app.words("student-listen-pause") if playing.is_on else label,
        player.toggle,
        identifier,
        Role.ON_PRIMARY,
        bgcolor=Role.PRIMARY,
    )
    line = ft.ProgressBar(
        value=min(1.0, playing.at_ms / long_ms) if long_ms else 0,
        color=Role.PRIMARY,
        bgcolor=Role.LINE,
        bar_height=8,
        border_radius=Radius.PILL,
    )
    at, whole = (_clock(one) for one in (playing.at_ms, long_ms))
    time = words_of(f"{at} / {whole}" if playing.is_begun else whole, Style.LABEL, Role.SOFT)
    steps = [
        icon_button(app, icon, app.words(f"student-listen-{key}"), lambda by=by: player.step(by),
                    f"{identifier}-{key}")
        for key, icon, by in (
            ("back", ft.Icons.REPLAY_5_ROUNDED, -STEP_MS),
            ("on", ft.Icons.FORWARD_5_ROUNDED, STEP_MS),
        )
    ]  # fmt: skip
    return ft.Container(
        ft.Row(
            [
                button,
                ft.Semantics(
                    exclude_semantics=True,
                    expand=True,
                    content=ft.Column([line, time], spacing=Space.XS, tight=True),
                ),
                *(steps if playing.is_begun else []),
            ],
            spacing=Space.M,
        ),
        padding=Space.M,
        border_radius=Radius.L,
        bgcolor=Role.SUNKEN,
    )


def _ms(told: Any) -> int:
    """A position or duration as the client tells it: ms, or a duration of Flet."""
    if isinstance(told, int | float):
        return int(told)
    return int(told.in_milliseconds)


def _clock(ms: int) -> str:
    seconds = round(ms / SECOND_MS)
    return f"{seconds // 60}:{seconds % 60:02d}"


def _elsewhere(app: AppState, source: str | bytes, identifier: str, label: str) -> ft.Control:
    if isinstance(source, bytes):
        return words_of(app.words("student-listen-broken"), color=Role.SOFT)
    button = ft.OutlinedButton(
        label,
        icon=ft.Icons.PLAY_ARROW_ROUNDED,
        action=ft.OpenUrl(source, target=ft.UrlTarget.BLANK),
        on_click=safe(app, lambda: None),
    )
    return named(identifier, button)
