"""Listen to a sound of a work, straight from where it lies sealed.

The player comes with a part of Flet that may not be installed; then the browser, or whatever else
the device has, plays it.
"""

import importlib
import logging
from dataclasses import dataclass, field
from typing import Any

import flet as ft

from portfolio_app.model.artifact import WorkFile
from portfolio_app.model.voice import voice_seconds
from portfolio_app.student.state import AppState, use_app
from portfolio_app.student.theme import Radius, Role, Space, Style
from portfolio_app.student.widgets import component, icon_button, named, safe, use_kept, words_of

log = logging.getLogger(__name__)

PART = "flet_audio"
STEP_MS = 5_000
SECOND_MS = 1_000


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
    _player: list[Any] = field(default_factory=list)


@component
def Listen(file: WorkFile, identifier: str, label: str = "") -> ft.Control:  # noqa: N802
    """A button that plays it, how far it is, and steps back and on."""
    app = use_app()
    playing = use_kept(Playing)
    part = use_kept(player_part)
    page = ft.context.page
    label = label or app.words("student-listen")

    def put_away() -> None:
        for player in playing._player:  # noqa: SLF001
            if player in page.services:
                page.services.remove(player)
        playing._player.clear()  # noqa: SLF001

    ft.use_effect(lambda: None, [file.media], cleanup=put_away)
    playing.long_ms = playing.long_ms or voice_seconds(file) * SECOND_MS
    source = app.doors.picture(file.media)
    if part is None:
        return _elsewhere(app, source, identifier, label)

    async def toggle() -> None:
        if not playing._player:  # noqa: SLF001
            playing._player.append(_player(app, part, playing, source))  # noqa: SLF001
            page.services.append(playing._player[0])  # noqa: SLF001
            page.update()
        (player,) = playing._player  # noqa: SLF001
        try:
            if playing.is_on:
                await player.pause()
            elif playing.is_begun:
                await player.resume()
            else:
                playing.is_begun = True
                await player.play()
        except Exception as problem:  # noqa: BLE001 - whatever this device cannot play
            log.info("A sound was not played: %s", type(problem).__name__)
            playing.is_broken, playing.is_on, playing.is_begun = True, False, False

    async def step(by_ms: int) -> None:
        for player in playing._player:  # noqa: SLF001
            playing.at_ms = min(max(0, playing.at_ms + by_ms), playing.long_ms or playing.at_ms)
            await player.seek(playing.at_ms)

    if playing.is_broken:
        return words_of(app.words("student-listen-broken"), color=Role.SOFT)
    return _shown(app, playing, toggle, step, identifier, label)


def _shown(
    app: AppState, playing: Playing, toggle: Any, step: Any, identifier: str, label: str
) -> ft.Control:
    button = icon_button(
        app,
        ft.Icons.PAUSE_ROUNDED if playing.is_on else ft.Icons.PLAY_ARROW_ROUNDED,
        app.words("student-listen-pause") if playing.is_on else label,
        toggle,
        identifier,
        Role.ON_PRIMARY,
        bgcolor=Role.PRIMARY,
    )
    line = ft.ProgressBar(
        value=min(1.0, playing.at_ms / playing.long_ms) if playing.long_ms else 0,
        color=Role.PRIMARY,
        bgcolor=Role.LINE,
        bar_height=8,
        border_radius=Radius.PILL,
    )
    at, whole = (_clock(one) for one in (playing.at_ms, playing.long_ms))
    time = words_of(f"{at} / {whole}" if playing.is_begun else whole, Style.LABEL, Role.SOFT)
    steps = [
        icon_button(app, icon, app.words(f"student-listen-{key}"), lambda by=by: step(by),
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


def _player(app: AppState, part: Any, playing: Playing, source: str | bytes) -> Any:
    def state(event: Any) -> None:
        now = event.state.value
        playing.is_on = now == "playing"
        if now == "completed":
            playing.is_begun, playing.at_ms = False, 0

    def position(event: Any) -> None:
        playing.at_ms = _ms(event.position)

    def duration(event: Any) -> None:
        playing.long_ms = _ms(event.duration) or playing.long_ms

    return part.Audio(
        src=source,
        release_mode=part.ReleaseMode.STOP,
        on_state_change=safe(app, state),
        on_position_change=safe(app, position),
        on_duration_change=safe(app, duration),
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
