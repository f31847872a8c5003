"""Film with the camera of this device, where the app can use one.

The camera hands a film over whole, when it is stopped, so what is being filmed is not safe before;
that is why a film is short and why the screen says to stay. Where there is no camera, or it films
in a way that could not be kept, a film is chosen from those that are there.
"""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

import flet as ft

from portfolio_app.errors import PortfolioError
from portfolio_app.student import actions
from portfolio_app.student.actions import Source
from portfolio_app.student.screens.incoming import choose_button, use_incoming
from portfolio_app.student.screens.lens import (
    Looking,
    begin_looking,
    camera_part,
    lens_box,
    other_camera,
)
from portfolio_app.student.screens.photo import AROUND_PX, LOOK_SHARE, SMALLEST_PX
from portfolio_app.student.screens.purpose import arrived, asked_purpose, on_with
from portfolio_app.student.screens.recorder import clock_words
from portfolio_app.student.screens.shell import behind_lock, page_top, warning
from portfolio_app.student.state import AppState
from portfolio_app.student.theme import Role, Space, Style
from portfolio_app.student.widgets import (
    Handler,
    error_words,
    main_button,
    use_kept,
    waiting_sign,
    words_of,
)

FILM_SECONDS_LIMIT = 60
"""A film comes in one piece, which the loopback server takes up to 16 MB of (`local_server`)."""
VIDEO_BITS_A_SECOND = 1_200_000
SOUND_BITS_A_SECOND = 96_000
TICK_SECONDS = 0.5
HANDING_OVER_SECONDS = 60.0
FILMS = ("mp4", "m4v", "mov")
_QUICKTIME = b"ftypqt  "

READY, FILMING, KEEPING, UNSAVED = "ready", "filming", "keeping", "unsaved"


@ft.observable
@dataclass
class Filming:
    """A film under way. `problem` is a sentence."""

    state: str = READY
    seconds: int = 0
    problem: str = ""
    is_silent: bool = False


class Filmer:
    """The camera of one screen, and what becomes of its film. `ended` is called when a film is as
    long as it may be.
    """

    def __init__(self, app: AppState, page: ft.Page) -> None:
        self.looking, self.filming = Looking(), Filming()
        self._app, self._page = app, page
        self.part = camera_part()
        self.camera: Any = self.part.Camera(expand=True) if self.part else None
        self.is_left = False
        self._raw = b""
        self._finishing = asyncio.Lock()
        self.ended: Callable[[], Awaitable[None]] = _nothing

    async def begin(self) -> None:
        """Look through the camera; without a microphone the film is silent."""
        ways = [
            {"enable_audio": with_sound, "video_bitrate": VIDEO_BITS_A_SECOND,
             "audio_bitrate": SOUND_BITS_A_SECOND}
            for with_sound in (True, False)
        ]  # fmt: skip
        taken = await begin_looking(self.looking, self.part, self.camera, "HIGH", ways)
        self.filming.is_silent = taken == 1

    async def start(self) -> None:
        """Film until it is stopped, or for as long as a film may be."""
        filming = self.filming
        try:
            await self.camera.start_video_recording()
        except Exception:  # noqa: BLE001 - a browser that makes no films we can keep, or none at all
            self.looking.is_missing = True
            return
        filming.seconds, filming.problem, filming.state = 0, "", FILMING
        self._page.run_task(self._watch)

    async def finish(self) -> str:
        """Stop and keep what was filmed; the id of its work, or "" where nothing was.

        Raises as `actions.add_work` does and has the film still then, so that it can be asked
        again: a full device can be made room on.
        """
        async with self._finishing:
            if self.filming.state == FILMING:
                self._raw = await self._stopped()
            return await self._keep() if self._raw else ""

    async def _stopped(self) -> bytes:
        filming = self.filming
        filming.state = KEEPING
        try:
            handed = self.camera.stop_video_recording()
            raw = bytes(await asyncio.wait_for(handed, HANDING_OVER_SECONDS))
        except Exception:  # noqa: BLE001 - whatever the camera of this device does not like
            raw = b""
        if not raw:
            filming.state, filming.problem = READY, self._app.words("student-film-lost")
        return raw

    async def _keep(self) -> str:
        filming, raw = self.filming, self._raw
        filming.state, filming.problem = KEEPING, ""
        name = "film.mov" if raw[4:12] == _QUICKTIME else "film.mp4"
        try:
            work_id = str(await self._app.doors.act(actions.add_work, [Source(name, [raw])]))
        except PortfolioError as problem:
            filming.state, filming.problem = UNSAVED, error_words(self._app.words, problem)
            raise
        filming.state, self._raw = READY, b""
        return work_id

    async def _watch(self) -> None:
        """Tell the time, and keep the app open, for as long as is filmed."""
        filming, loop = self.filming, asyncio.get_running_loop()
        began = loop.time()
        while filming.state == FILMING and not self.is_left:
            self._app.doors.stir()
            filming.seconds = int(loop.time() - began)
            if filming.seconds >= FILM_SECONDS_LIMIT:
                await self.ended()
                return
            await asyncio.sleep(TICK_SECONDS)


@behind_lock
def MakeFilm(app: AppState) -> ft.Control:  # noqa: N802
    """Look through the camera, film, stop, and it is kept."""
    page = ft.context.page
    filmer = use_kept(lambda: [Filmer(app, page)])[0]
    looking, filming = filmer.looking, filmer.filming
    ft.use_state(looking)
    ft.use_state(filming)
    purpose = asked_purpose(app)
    picker, arriving = use_incoming(
        app, lambda: actions.add_work, lambda work_id: arrived(app, work_id, purpose)
    )

    async def finish() -> None:
        # What stands in the way is on the screen, where the film waits.
        with contextlib.suppress(PortfolioError):
            if work_id := await filmer.finish():
                await arrived(app, work_id, purpose)

    async def end() -> None:
        await filmer.finish()

    def stay() -> None:
        app.before_leaving(end)

    def leave() -> None:
        filmer.is_left = True
        app.before_leaving(None)

    filmer.ended = finish
    ft.use_effect(filmer.begin, [], cleanup=leave)
    ft.use_effect(stay, [])
    is_missing = filmer.camera is None or looking.is_missing
    # While a film is made there is no way back: leaving would throw it away.
    back = "" if filming.state in (FILMING, KEEPING) else on_with("/add", purpose)
    problems = [warning(text) for text in (arriving.problem, filming.problem) if text]
    lens, buttons = lens_box(filmer.camera, _high_px(app)), _buttons(app, filmer, finish)
    # Where words are large, Stop would stand below the window.
    below = [buttons, lens] if app.is_tight else [lens, buttons]
    body = _missing(app, picker) if is_missing else [*_told(app, filming), *below]
    return ft.Container(
        ft.Column(
            [page_top(app, app.words("student-film-title"), back), *problems, *body],
            spacing=Space.M,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
            scroll=ft.ScrollMode.AUTO,
            expand=True,
        ),
        padding=ft.Padding.symmetric(horizontal=Space.L, vertical=Space.S),
        expand=True,
    )


async def _nothing() -> None:
    """Nobody waits for the end of a film."""


def _high_px(app: AppState) -> float:
    return min(max(SMALLEST_PX, app.height_px - AROUND_PX - 60), app.width_px * LOOK_SHARE)


def _told(app: AppState, filming: Filming) -> list[ft.Control]:
    """How long a film may be, or how long this one is."""
    if filming.state != FILMING:
        silent = [words_of(app.words("student-film-silent"))] if filming.is_silent else []
        return [words_of(app.words("student-film-how"), color=Role.SOFT), *silent]
    # A screen reader that said each second would be in the film.
    time = words_of(
        f"{clock_words(filming.seconds)} / {clock_words(FILM_SECONDS_LIMIT)}", Style.TITLE
    )
    unsaid = ft.Semantics(
        identifier=f"film-seconds-{filming.seconds}",
        container=True,
        content=ft.Semantics(exclude_semantics=True, content=time),
    )
    dot = ft.Icon(ft.Icons.FIBER_MANUAL_RECORD_ROUNDED, color=Role.ERROR, size=22)
    told = ft.Semantics(
        live_region=True, content=words_of(app.words("student-film-filming"), Style.SUBTITLE)
    )
    return [ft.Row([dot, told, unsaid], spacing=Space.M, wrap=True)]


def _buttons(app: AppState, filmer: Filmer, finish: Handler) -> ft.Control:
    looking, filming = filmer.looking, filmer.filming
    row: list[ft.Control]
    if filming.state == KEEPING:
        said = ft.Semantics(live_region=True, content=words_of(app.words("student-film-keeping")))
        row = [waiting_sign(app), said]
    elif filming.state == FILMING:
        row = [
            main_button(app, app.words("student-film-stop"), finish, "film-stop",
                        ft.Icons.STOP_ROUNDED, autofocus=True, height=56),
        ]  # fmt: skip
    elif filming.state == UNSAVED:
        row = [
            main_button(app, app.words("student-film-save-again"), finish, "film-again",
                        ft.Icons.SAVE_OUTLINED),
        ]  # fmt: skip
    else:
        start = filmer.start if looking.is_ready else None
        row = [
            main_button(app, app.words("student-film-start"), start, "film-start",
                        ft.Icons.VIDEOCAM_ROUNDED, height=56),
            *other_camera(app, looking, filmer.begin),
        ]  # fmt: skip
    return ft.Row(row, alignment=ft.MainAxisAlignment.CENTER, spacing=Space.L)


def _missing(app: AppState, picker: ft.FilePicker) -> list[ft.Control]:
    """Why nothing can be filmed, and the other way to the same end."""
    label, icon = app.words("student-film-choose"), ft.Icons.VIDEO_LIBRARY_OUTLINED
    choose = choose_button(app, picker, "pick-film", label, icon, FILMS)
    return [warning(app.words("student-film-missing")), ft.Row([choose])]
