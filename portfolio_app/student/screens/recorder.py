"""The microphone of this device, where the app can use one: talk, stop, and it is kept.

It comes with a part of Flet that may not be installed. Sound comes in as it is heard and goes to
be sealed at once; no recorder of any device is asked to write a file.
"""

import asyncio
import importlib
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

import flet as ft

from portfolio_app.model.voice import CHANNELS, RATE_HZ, SECOND_BYTES, loudness
from portfolio_app.student.pressing import pressed_over
from portfolio_app.student.recording import Place, Recorded
from portfolio_app.student.screens.shell import warning
from portfolio_app.student.speaking import Speaking
from portfolio_app.student.state import AppState
from portfolio_app.student.theme import Radius, Role, Space, Style
from portfolio_app.student.widgets import (
    Handler,
    card,
    main_button,
    quiet_button,
    safe,
    say,
    use_kept,
    words_of,
)

log = logging.getLogger(__name__)

PART = "flet_audio_recorder"
READY, ASKING, TALKING, KEEPING, MISSING = "ready", "asking", "talking", "keeping", "missing"
BARS = 24
BAR_PX = 5
BAR_GAP_PX = 4
HIGHEST_PX = 56
LOWEST_PX = 6
BIG_PX = 112
STOP_SECONDS = 5.0


def recorder_part() -> Any | None:
    """The part of Flet that has the recorder; None where there is none."""
    try:
        return importlib.import_module(PART)
    except ImportError:
        return None


@ft.observable
@dataclass
class Telling:
    """A recording as the screen shows it. `levels` are from 0 to 1, the newest last."""

    state: str = READY
    seconds: int = 0
    levels: tuple[float, ...] = ()

    @property
    def is_busy(self) -> bool:
        """Whether something is being said or kept."""
        return self.state in (ASKING, TALKING, KEEPING)


class Recorder:
    """The microphone of one screen: what it hears goes to be sealed, what it is goes to `telling`.

    `done` hears what a recording became, if its screen still stands.
    """

    def __init__(self, app: AppState, page: ft.Page) -> None:
        self.telling = Telling()
        self.done: Callable[[Recorded], Awaitable[None]] = _nothing
        self._app, self._page = app, page
        self._speaking = Speaking()
        self._is_left = False
        part = recorder_part()
        self._control = _control(app, part, self._heard, self._changed) if part else None
        if self._control is None:
            self.telling.state = MISSING

    @property
    def is_installed(self) -> bool:
        """Whether the app has a recorder at all."""
        return self._control is not None

    def lend(self) -> None:
        """Its screen is drawn: the client needs the recorder."""
        self._is_left = False
        if self._control is not None and self._control not in self._page.services:
            self._page.services.append(self._control)
            self._page.update()

    def take_away(self) -> None:
        """Its screen is left: what was said is kept."""
        self._is_left = True
        self._speaking.end()
        if self._control is not None and self._control in self._page.services:
            self._page.services.remove(self._control)

    async def start(self, place: Place) -> None:
        """Listen until it is stopped; what it became is for `done`."""
        if self.telling.is_busy:
            return
        made = await self._tell(place)
        is_shown = not self._is_left and self._app.snapshot is not None
        if made is not None and is_shown:
            await self.done(made)

    async def stop(self) -> None:
        """Listen no longer."""
        if self.telling.state == TALKING:
            self.telling.state = KEEPING
        try:
            if self._control is not None:
                await asyncio.wait_for(self._control.stop_recording(), STOP_SECONDS)
        except Exception as problem:  # noqa: BLE001 - what was heard is kept, whatever it says now
            log.info("The microphone did not stop: %s", type(problem).__name__)
        self._speaking.end()

    async def _tell(self, place: Place) -> Recorded | None:
        telling, words = self.telling, self._app.words
        speaking = self._speaking = Speaking()
        telling.seconds, telling.levels, telling.state = 0, (), ASKING
        try:
            if not await self._begin():
                telling.state = MISSING
                return None
            telling.state = TALKING
            made = await self._app.doors.speak(speaking, place)
        except BaseException:
            await self.stop()
            raise
        finally:
            if telling.state != MISSING:
                telling.state = READY
        if made is None:
            say(words("student-voice-nothing"))
        elif speaking.is_full:
            say(words("student-voice-full"))
        return made

    async def _begin(self) -> bool:
        try:
            return bool(self._control and await self._control.start_recording())
        except Exception as problem:  # noqa: BLE001 - refused, taken by another program, not there
            log.info("The microphone did not begin: %s", type(problem).__name__)
            return False

    def _heard(self, event: Any) -> None:
        telling, speaking = self.telling, self._speaking
        speaking.hear(bytes(event.chunk))
        telling.levels = (*telling.levels[1 - BARS :], loudness(event.chunk))
        telling.seconds = speaking.sound_bytes // SECOND_BYTES
        if speaking.is_full and telling.state == TALKING:
            self._page.run_task(self.stop)

    def _changed(self, event: Any) -> None:
        # A call, or a device that falls asleep, ends a recording: what was said is kept.
        if self.telling.state == TALKING and event.data in ("stopped", "paused"):
            self._page.run_task(self.stop)


def use_recorder(app: AppState, done: Callable[[Recorded], Awaitable[None]]) -> Recorder:
    """Inside a component: the microphone, for as long as its screen stands."""
    page = ft.context.page
    kept = use_kept(lambda: [Recorder(app, page)])
    recorder = kept[0]
    recorder.done = done
    ft.use_state(recorder.telling)
    ft.use_effect(recorder.lend, None)
    ft.use_effect(lambda: None, [], cleanup=recorder.take_away)
    return recorder


def recorder_card(
    app: AppState, recorder: Recorder, place: Place, instead: ft.Control | None = None
) -> ft.Control:
    """The big button, the sign that somebody listens, and Stop. `instead` is another way to the
    same end, for a device that cannot listen.
    """

    async def start() -> None:
        await recorder.start(place)

    if recorder.telling.state == READY:
        return card(_column([_start_button(app, start)]), Space.XL)
    return _under_way(app, recorder, start, instead)


def recorder_line(
    app: AppState, recorder: Recorder, place: Callable[[], Awaitable[Place]], label: str
) -> ft.Control:
    """The same beside something else to do: a small button, as long as nobody talks. `place` is
    asked for when somebody begins.
    """

    async def start() -> None:
        await recorder.start(await place())

    if recorder.telling.state == READY:
        button = quiet_button(app, label, start, "voice-start", ft.Icons.MIC_NONE_ROUNDED)
        return ft.Row([button])
    return _under_way(app, recorder, start, None)


def clock_words(seconds: int) -> str:
    """Minutes and seconds, as on a clock."""
    return f"{seconds // 60}:{seconds % 60:02d}"


def _under_way(
    app: AppState, recorder: Recorder, start: Handler, instead: ft.Control | None
) -> ft.Control:
    telling = recorder.telling
    if telling.state == MISSING:
        other = [ft.Row([instead])] if instead else []
        again = [] if recorder_part() is None else [_start_button(app, start)]
        return _column(
            [
                warning(
                    app.words("student-voice-missing" if instead else "student-voice-missing-here")
                ),
                *other,
                *again,
            ]
        )
    rows: list[ft.Control]
    if telling.state == TALKING:
        stop = main_button(
            app, app.words("student-voice-stop"), recorder.stop, "voice-stop",
            ft.Icons.STOP_ROUNDED, height=64, width=220, autofocus=True,
        )  # fmt: skip
        rows = [_time(telling), _bars(app, telling), _state(app, telling), stop]
    else:
        rows = [ft.ProgressRing(width=40, height=40, stroke_width=4), _state(app, telling)]
    return card(_column(rows), Space.XL)


def _control(app: AppState, part: Any, heard: Any, changed: Any) -> Any:
    settings = part.AudioRecorderConfiguration(
        encoder=part.AudioEncoder.PCM16BITS, channels=CHANNELS, sample_rate=RATE_HZ,
        suppress_noise=True, auto_gain=True,
    )  # fmt: skip
    return part.AudioRecorder(
        configuration=settings, on_stream=safe(app, heard), on_state_change=safe(app, changed)
    )


async def _nothing(_: Recorded) -> None:
    """Nobody waits for it."""


def _start_button(app: AppState, start: Handler) -> ft.Control:
    label = app.words("student-voice-start")
    circle = ft.Container(
        ft.Icon(ft.Icons.MIC_ROUNDED, size=56, color=Role.ON_ACCENT),
        width=BIG_PX,
        height=BIG_PX,
        border_radius=Radius.PILL,
        bgcolor=Role.ACCENT,
        alignment=ft.Alignment.CENTER,
    )
    told = ft.Column(
        [circle, words_of(label, Style.TITLE)],
        horizontal_alignment=ft.CrossAxisAlignment.CENTER,
        spacing=Space.M,
        tight=True,
    )
    box = ft.Container(
        ft.Semantics(exclude_semantics=True, content=told), padding=Space.XL, border_radius=Radius.L
    )
    pressed = pressed_over(box, safe(app, start))
    # One part, or the button that has the focus would be one without a name.
    return ft.MergeSemantics(
        ft.Semantics(identifier="voice-start", label=label, button=True, content=pressed)
    )


def _time(telling: Telling) -> ft.Control:
    # A screen reader that said each second would be recorded.
    time = words_of(clock_words(telling.seconds), Style.HEADLINE)
    unsaid = ft.Semantics(exclude_semantics=True, content=time)
    return ft.Semantics(
        identifier=f"voice-seconds-{telling.seconds}", container=True, content=unsaid
    )


def _state(app: AppState, telling: Telling) -> ft.Control:
    text = app.words(f"student-voice-{telling.state}")
    return ft.Semantics(
        identifier="voice-state",
        live_region=True,
        container=True,
        content=words_of(text, Style.SUBTITLE, text_align=ft.TextAlign.CENTER),
    )


def _bars(app: AppState, telling: Telling) -> ft.Control:
    """How loud it is just now; one still sign for whoever wants nothing to move."""
    if app.is_still:
        return ft.Icon(ft.Icons.GRAPHIC_EQ_ROUNDED, size=HIGHEST_PX, color=Role.PRIMARY)
    levels = (*[0.0] * (BARS - len(telling.levels)), *telling.levels)
    bars: list[ft.Control] = [
        ft.Container(
            width=BAR_PX,
            height=LOWEST_PX + (HIGHEST_PX - LOWEST_PX) * level,
            border_radius=Radius.PILL,
            bgcolor=Role.PRIMARY,
        )
        for level in levels
    ]
    return ft.Container(
        ft.Row(
            bars, spacing=BAR_GAP_PX, tight=True, vertical_alignment=ft.CrossAxisAlignment.CENTER
        ),
        height=HIGHEST_PX,
    )


def _column(rows: list[ft.Control]) -> ft.Column:
    return ft.Column(
        rows,
        horizontal_alignment=ft.CrossAxisAlignment.CENTER,
        spacing=Space.L,
        tight=True,
    )
