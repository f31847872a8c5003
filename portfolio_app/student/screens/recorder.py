"""The microphone of this device, where the app can use one: talk, stop, and it is kept.

It comes with a part of Flet that may not be installed. Sound comes in as it is heard and goes to
be sealed at once; no recorder of any device is asked to write a file.
"""

import asyncio
import importlib
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

import flet as ft

from portfolio_app.model.voice import CHANNELS, RATE_HZ, SECOND_BYTES, loudness
from portfolio_app.student.recording import Place, Recorded
from portfolio_app.student.screens.shell import warning
from portfolio_app.student.speaking import Speaking
from portfolio_app.student.state import AppState
from portfolio_app.student.theme import Radius, Role, Space, Style
from portfolio_app.student.widgets import (
    card,
    main_button,
    named,
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
    _speaking: Speaking = field(default_factory=Speaking)
    _is_left: bool = False

    @property
    def is_busy(self) -> bool:
        """Whether something is being said or kept."""
        return self.state in (ASKING, TALKING, KEEPING)


@dataclass(frozen=True, slots=True)
class Recorder:
    """What a screen does with the microphone. `start(place)` begins and ends with `done(made)`."""

    telling: Telling
    start: Callable[[Place], Awaitable[None]]
    stop: Callable[[], Awaitable[None]]


def use_recorder(app: AppState, done: Callable[[Recorded], Any]) -> Recorder:
    """Inside a component: the microphone, for as long as its screen stands."""
    telling = use_kept(Telling)
    part = use_kept(recorder_part)
    microphone = use_kept(lambda: _microphone(part))
    page = ft.context.page

    def lend() -> None:
        telling._is_left = False  # noqa: SLF001 - what a screen knows of itself notifies nobody
        if microphone is not None and microphone not in page.services:
            page.services.append(microphone)
            page.update()

    def take_away() -> None:
        telling._is_left = True  # noqa: SLF001
        telling._speaking.end()  # noqa: SLF001
        if microphone is not None and microphone in page.services:
            page.services.remove(microphone)

    ft.use_effect(lend, None)
    ft.use_effect(lambda: None, [], cleanup=take_away)

    async def stop() -> None:
        await _stop(telling, microphone)

    async def start(place: Place) -> None:
        if telling.is_busy:
            return
        made = await _tell(app, telling, microphone, place)
        if made is not None and not telling._is_left and app.snapshot is not None:  # noqa: SLF001
            say(app.words("student-saved-here"))
            await _awaited(done(made))

    if microphone is not None:
        microphone.on_stream = safe(app, lambda event: _heard(telling, event, page, stop))
        microphone.on_state_change = safe(app, lambda event: _changed(telling, event, page, stop))
    if microphone is None and telling.state == READY:
        telling.state = MISSING
    return Recorder(telling, start, stop)


def recorder_card(
    app: AppState, recorder: Recorder, place: Place, instead: ft.Control | None = None
) -> ft.Control:
    """The big button, the sign that somebody listens, and Stop. `instead` is another way to the
    same end, for a device that cannot listen.
    """
    telling = recorder.telling
    if telling.state == MISSING:
        other = [ft.Row([instead])] if instead else []
        again = [] if recorder_part() is None else [_start_button(app, recorder, place)]
        return _column([warning(app.words("student-voice-missing")), *other, *again])
    rows: list[ft.Control]
    if telling.state == READY:
        rows = [_start_button(app, recorder, place)]
    elif telling.state == TALKING:
        stop = main_button(
            app, app.words("student-voice-stop"), recorder.stop, "voice-stop",
            ft.Icons.STOP_ROUNDED, height=64, width=220,
        )  # fmt: skip
        rows = [_time(telling), _bars(app, telling), _state(app, telling), stop]
    else:
        rows = [ft.ProgressRing(width=40, height=40, stroke_width=4), _state(app, telling)]
    return card(_column(rows), Space.XL)


def clock_words(seconds: int) -> str:
    """Minutes and seconds, as on a clock."""
    return f"{seconds // 60}:{seconds % 60:02d}"


def _microphone(part: Any | None) -> Any | None:
    if part is None:
        return None
    settings = part.AudioRecorderConfiguration(
        encoder=part.AudioEncoder.PCM16BITS, channels=CHANNELS, sample_rate=RATE_HZ,
        suppress_noise=True, auto_gain=True,
    )  # fmt: skip
    return part.AudioRecorder(configuration=settings, on_stream=lambda _: None)


async def _tell(
    app: AppState, telling: Telling, microphone: Any, place: Place
) -> Recorded | None:
    """Listen until it is stopped; what it became, or None."""
    speaking = Speaking()
    telling._speaking = speaking  # noqa: SLF001
    telling.seconds, telling.levels, telling.state = 0, (), ASKING
    try:
        if not await _begin(microphone):
            telling.state = MISSING
            return None
        telling.state = TALKING
        made: Recorded | None = await app.doors.speak(speaking, place)
    except BaseException:
        await _stop(telling, microphone)
        raise
    finally:
        if telling.state != MISSING:
            telling.state = READY
    if made is None:
        say(app.words("student-voice-nothing"))
    elif speaking.is_full:
        say(app.words("student-voice-full"))
    return made


async def _begin(microphone: Any) -> bool:
    try:
        return bool(microphone and await microphone.start_recording())
    except Exception as problem:  # noqa: BLE001 - refused, taken by another program, or not there
        log.info("The microphone did not begin: %s", type(problem).__name__)
        return False


async def _stop(telling: Telling, microphone: Any) -> None:
    if telling.state == TALKING:
        telling.state = KEEPING
    try:
        if microphone is not None:
            await asyncio.wait_for(microphone.stop_recording(), STOP_SECONDS)
    except Exception as problem:  # noqa: BLE001 - what was heard is kept, whatever it says now
        log.info("The microphone did not stop: %s", type(problem).__name__)
    telling._speaking.end()  # noqa: SLF001


def _heard(telling: Telling, event: Any, page: ft.Page, stop: Callable[[], Any]) -> None:
    speaking = telling._speaking  # noqa: SLF001
    speaking.hear(bytes(event.chunk))
    telling.levels = (*telling.levels[1 - BARS :], loudness(event.chunk))
    telling.seconds = speaking.sound_bytes // SECOND_BYTES
    if speaking.is_full and telling.state == TALKING:
        page.run_task(stop)


def _changed(telling: Telling, event: Any, page: ft.Page, stop: Callable[[], Any]) -> None:
    """A call, or a device that falls asleep, ends a recording: what was said is kept."""
    if telling.state == TALKING and event.data in ("stopped", "paused"):
        page.run_task(stop)


def _start_button(app: AppState, recorder: Recorder, place: Place) -> ft.Control:
    label = app.words("student-voice-start")

    async def start() -> None:
        await recorder.start(place)

    circle = ft.Container(
        ft.Icon(ft.Icons.MIC_ROUNDED, size=56, color=Role.ON_ACCENT),
        width=BIG_PX,
        height=BIG_PX,
        border_radius=Radius.PILL,
        bgcolor=Role.ACCENT,
        alignment=ft.Alignment.CENTER,
    )
    return ft.Semantics(
        identifier="voice-start",
        label=label,
        button=True,
        container=True,
        content=ft.Container(
            ft.Semantics(
                exclude_semantics=True,
                content=ft.Column(
                    [circle, words_of(label, Style.TITLE)],
                    horizontal_alignment=ft.CrossAxisAlignment.CENTER,
                    spacing=Space.M,
                    tight=True,
                ),
            ),
            ink=True,
            padding=Space.XL,
            border_radius=Radius.L,
            on_click=safe(app, start),
        ),
    )


def _time(telling: Telling) -> ft.Control:
    # A screen reader that said each second would be recorded.
    time = words_of(clock_words(telling.seconds), Style.HEADLINE)
    return ft.Semantics(exclude_semantics=True, content=time)


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
    if getattr(app, "is_still", False):
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


async def _awaited(result: Any) -> None:
    if asyncio.iscoroutine(result):
        await result
