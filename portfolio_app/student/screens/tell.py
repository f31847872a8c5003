"""Say it: a recording of a voice. It is kept when it stops; then listen to it, or say it again."""

from dataclasses import dataclass

import flet as ft

from portfolio_app.student import actions, purposes
from portfolio_app.student.purposes import Purpose
from portfolio_app.student.recording import Place, Recorded, newest_take
from portfolio_app.student.screens.focused import focused_page
from portfolio_app.student.screens.incoming import choose_button, use_incoming
from portfolio_app.student.screens.listening import Listen
from portfolio_app.student.screens.purpose import (
    arrived,
    asked_purpose,
    on_with,
    purpose_notice,
)
from portfolio_app.student.screens.recorder import Recorder, recorder_card, use_recorder
from portfolio_app.student.screens.shell import behind_lock, page_top, warning
from portfolio_app.student.state import AppState
from portfolio_app.student.theme import Role
from portfolio_app.student.widgets import (
    go,
    heading,
    main_button,
    quiet_button,
    scroll_page,
    use_kept,
    words_of,
)

WIDEST_PX = 640
SOUNDS = ("m4a", "mp3", "ogg", "wav")


@ft.observable
@dataclass
class Told:
    """What was said on this screen: the ids of its work and file, once there is something."""

    work: str = ""
    file: str = ""


@behind_lock
def Tell(app: AppState) -> ft.Control:  # noqa: N802
    """Talk, listen, say it again, keep it: as a work, as one more file, or about a picture."""
    params = ft.use_route_params()
    place = Place(params.get("work", ""), params.get("about", ""), replaces=params.get("again", ""))
    told = use_kept(Told)

    purpose = asked_purpose(app)

    async def done(made: Recorded) -> None:
        is_first = not (told.file or place.work)
        told.work, told.file = made.work, made.file
        if is_first and purpose != Purpose():
            await app.doors.act(purposes.serve, made.work, purpose)

    recorder = use_recorder(app, done)
    picker, arriving = use_incoming(
        app, lambda: actions.add_work, lambda work_id: arrived(app, work_id, purpose)
    )
    back = f"/works/{place.work}" if place.work else on_with("/add", purpose)
    if place.work and app.open.work(place.work) is None:
        return scroll_page(app, [page_top(app, app.words("student-work-gone"), "/works")])
    choose = None if place.work else _choose(app, picker)
    top = page_top(app, app.words("student-voice-title"), back)
    problem = [warning(arriving.problem)] if arriving.problem else []
    if told.file and not recorder.telling.is_busy:
        return _kept(app, told, place, recorder, [top])
    now = _again(place, told)
    how = words_of(app.words("student-voice-how"), color=Role.SOFT)
    return scroll_page(
        app,
        [
            top,
            *purpose_notice(app, purpose),
            *problem,
            how,
            recorder_card(app, recorder, now, choose),
        ],
        WIDEST_PX,
    )


def _kept(
    app: AppState, told: Told, place: Place, recorder: Recorder, top: list[ft.Control]
) -> ft.Control:
    """What was said: it is kept already; listen to it, say it again, or go on."""
    work = app.open.work(told.work)
    file = work.file(told.file) if work else None
    body: list[ft.Control] = [heading(app.words("student-voice-kept"), 2)]
    if work and file:
        shown = newest_take(work, file)
        body.append(Listen(shown, "listen", key=shown.id))
    # No message over the buttons: this is where to look, and what a screen reader says.
    how = words_of(app.words("student-voice-again-how"), color=Role.SOFT)
    body.append(ft.Semantics(live_region=True, content=how))

    async def again() -> None:
        await recorder.start(_again(place, told))

    def finish() -> None:
        is_alone = work is not None and len(work.files) == 1 and not work.title
        go(f"/works/{told.work}{'?new=1' if is_alone else ''}")

    buttons = [
        quiet_button(app, app.words("student-voice-again"), again, "voice-again",
                     ft.Icons.MIC_NONE_ROUNDED),
        main_button(app, app.words("student-voice-keep"), finish, "voice-keep",
                    ft.Icons.CHECK_ROUNDED),
    ]  # fmt: skip
    return focused_page(app, [*top, *body], buttons, WIDEST_PX)


def _again(place: Place, told: Told) -> Place:
    """Where the next take belongs: in the place of the one before."""
    return Place(told.work, place.about, replaces=told.file) if told.file else place


def _choose(app: AppState, picker: ft.FilePicker) -> ft.Control:
    label = app.words("student-voice-choose")
    return choose_button(app, picker, "pick-sound", label, ft.Icons.AUDIO_FILE_OUTLINED, SOUNDS)
