"""Watch a film of a work, straight from where it lies sealed.

The player comes with a part of Flet that may not be installed; then the browser shows the film in
a tab of its own. Nothing is read of a film before somebody taps.
"""

import importlib
import logging
from dataclasses import dataclass
from typing import Any

import flet as ft

from portfolio_app.model.artifact import WorkFile
from portfolio_app.student.screens.sheets import stack
from portfolio_app.student.state import AppState, use_app
from portfolio_app.student.theme import Radius, Role, Space, Style
from portfolio_app.student.widgets import (
    component,
    icon_button,
    main_button,
    memo,
    named,
    safe,
    use_kept,
    words_of,
)

log = logging.getLogger(__name__)

PART = "flet_video"
STEP_MS = 10_000
SECOND_MS = 1_000
MINUTE_SECONDS = 60
SHAPE = 16 / 9


def player_part() -> Any | None:
    """The part of Flet that plays films; None where there is none."""
    try:
        return importlib.import_module(PART)
    except ImportError:
        return None


@ft.observable
@dataclass
class Watching:
    """How far a film is, in ms. `is_broken` once it could not be shown."""

    is_open: bool = False
    is_on: bool = False
    is_broken: bool = False
    at_ms: int = 0
    long_ms: int = 0


class Film:
    """Plays one film. Its control is made at the first tap and stays until the screen is left."""

    def __init__(self, app: AppState, part: Any, source: str | bytes) -> None:
        self.watching = Watching()
        self._app, self._part, self._source = app, part, source
        self._control: Any = None

    def open(self) -> None:
        """Show it, and begin."""
        self.watching.is_open = self.watching.is_on = True

    async def toggle(self) -> None:
        """Pause, or go on."""
        await (self.control.pause() if self.watching.is_on else self.control.play())
        self.watching.is_on = not self.watching.is_on

    async def step(self, by_ms: int) -> None:
        """Go back, or on, by so much."""
        watching = self.watching
        watching.at_ms = min(max(0, watching.at_ms + by_ms), watching.long_ms or watching.at_ms)
        await self.control.seek(ft.Duration(milliseconds=watching.at_ms))

    @property
    def control(self) -> Any:
        """The picture itself."""
        if self._control is None:
            self._control = self._part.Video(
                playlist=[self._part.VideoMedia(self._source)],
                title="",
                autoplay=True,
                wakelock=False,
                expand=True,
                aspect_ratio=SHAPE,
                on_error=safe(self._app, self._broke),
                on_complete=safe(self._app, self._ended),
                on_position_change=safe(self._app, self._moved),
                on_duration_change=safe(self._app, self._measured),
            )
        return self._control

    def _broke(self) -> None:
        log.info("A film was not shown.")
        self.watching.is_broken = True

    def _ended(self) -> None:
        # The player says so at the beginning too.
        left_ms = self.watching.long_ms - self.watching.at_ms
        if self.watching.long_ms and left_ms < 2 * SECOND_MS:
            self.watching.is_on = False

    def _moved(self, event: Any) -> None:
        at_ms = _ms(event.data)
        # A line that is drawn anew ten times a second is not worth the work.
        if at_ms // SECOND_MS != self.watching.at_ms // SECOND_MS:
            self.watching.at_ms = at_ms

    def _measured(self, event: Any) -> None:
        self.watching.long_ms = _ms(event.data) or self.watching.long_ms


@component
def WatchView(file: WorkFile, identifier: str) -> ft.Control:  # noqa: N802
    """A button that shows the film, with steps back and on. Its key is the file's id."""
    app = use_app()
    part = use_kept(lambda: [player_part()])[0]
    source = app.doors.picture(file.media)
    film = use_kept(lambda: [Film(app, part, source)])[0]
    ft.use_state(film.watching)
    watching = film.watching
    if watching.is_broken or (isinstance(source, bytes) and (part is None or not source)):
        return words_of(app.words("student-watch-broken"), color=Role.SOFT)
    if part is None:
        return _elsewhere(app, str(source), identifier)
    if not watching.is_open:
        label = app.words("student-watch")
        return main_button(app, label, film.open, identifier, ft.Icons.PLAY_ARROW_ROUNDED)
    frame = ft.Container(
        film.control, border_radius=Radius.M, clip_behavior=ft.ClipBehavior.ANTI_ALIAS,
        bgcolor=Role.SUNKEN,
    )  # fmt: skip
    return stack([frame, _buttons(app, film, identifier)], Space.S)


Watch = memo(WatchView)


def _buttons(app: AppState, film: Film, identifier: str) -> ft.Control:
    watching = film.watching
    pause = icon_button(
        app,
        ft.Icons.PAUSE_ROUNDED if watching.is_on else ft.Icons.PLAY_ARROW_ROUNDED,
        app.words("student-listen-pause" if watching.is_on else "student-watch"),
        film.toggle,
        identifier,
        Role.ON_PRIMARY,
        bgcolor=Role.PRIMARY,
    )
    back, on = (
        icon_button(
            app, icon, app.words(f"student-watch-{key}"), lambda by=by: film.step(by),
            f"{identifier}-{key}",
        )
        for key, icon, by in (
            ("back", ft.Icons.REPLAY_10_ROUNDED, -STEP_MS),
            ("on", ft.Icons.FORWARD_10_ROUNDED, STEP_MS),
        )
    )  # fmt: skip
    line = ft.ProgressBar(
        value=min(1.0, watching.at_ms / watching.long_ms) if watching.long_ms else 0,
        color=Role.PRIMARY, bgcolor=Role.LINE, bar_height=8, border_radius=Radius.PILL,
    )  # fmt: skip
    far = words_of(f"{_clock(watching.at_ms)} / {_clock(watching.long_ms)}", Style.LABEL, Role.SOFT)
    told = ft.Column([line, far], spacing=Space.XS, tight=True)
    middle = ft.Semantics(exclude_semantics=True, expand=True, content=told)
    return ft.Row([pause, back, middle, on], spacing=Space.S)


def _elsewhere(app: AppState, source: str, identifier: str) -> ft.Control:
    button = ft.FilledButton(
        app.words("student-watch"),
        icon=ft.Icons.PLAY_ARROW_ROUNDED,
        action=ft.OpenUrl(source, target=ft.UrlTarget.BLANK),
        on_click=safe(app, lambda: None),
    )
    return named(identifier, button)


def _ms(told: Any) -> int:
    """A position or duration as the client tells it: ms, or a duration of Flet."""
    return int(told) if isinstance(told, int | float) else int(told.in_milliseconds)


def _clock(ms: int) -> str:
    minutes, seconds = divmod(round(ms / SECOND_MS), MINUTE_SECONDS)
    return f"{minutes}:{seconds:02d}"
