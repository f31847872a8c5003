"""What was said aloud, on the page of its work: listen, say it again, hear what was said before."""

from collections.abc import Sequence

import flet as ft

from portfolio_app.model.artifact import Work, WorkFile
from portfolio_app.model.voice import VOICE_TYPE, is_sound
from portfolio_app.student import capturing
from portfolio_app.student.screens.listening import Listen
from portfolio_app.student.screens.sheets import stack
from portfolio_app.student.state import AppState
from portfolio_app.student.theme import Radius, Role, Space, Style
from portfolio_app.student.widgets import go, icon_button, say, text_button, words_of


def sound_card(app: AppState, work: Work, file: WorkFile) -> ft.Control:
    """A sound as a file of its work; a recording can be said again."""
    is_voice = file.media_type == VOICE_TYPE
    rows: list[ft.Control] = []
    if file.name and not is_voice:
        rows.append(words_of(file.name, Style.SUBTITLE))
    rows.append(Listen(file, f"listen-{file.position}", key=file.id))
    if is_voice:
        rows += [ft.Row([_again(app, work, file)]), *_before(app, work, file, can_use=True)]
    return _box(rows)


def notes(app: AppState, work: Work) -> list[ft.Control]:
    """What was said about the pictures of a work."""
    found = [one for file in work.files for one in work.said_about(file.id)]
    return [
        _box([
            words_of(app.words("student-voice-about"), Style.LABEL, Role.SOFT),
            Listen(one, f"listen-note-{number}", key=one.id),
            ft.Row([_again(app, work, one)]),
            *_before(app, work, one),
        ])
        for number, one in enumerate(found)
    ]  # fmt: skip


def spoken(takes: Sequence[WorkFile]) -> list[ft.Control]:
    """What was said in a thought."""
    return [Listen(one, f"listen-thought-{number}", key=one.id) for number, one in enumerate(takes)]


def say_button(app: AppState, work: Work) -> list[ft.Control]:
    """The way to say something about a work: about its first picture where it has one. What was
    said itself needs none.
    """
    if all(is_heard(file) for file in work.files):
        return []
    picture = next((file.id for file in work.files if file.preview), "")
    route = f"/works/{work.id}/voice" + (f"/{picture}" if picture else "")
    label = app.words("student-voice-note")
    button = text_button(app, label, lambda: go(route), "say-about", ft.Icons.MIC_NONE_ROUNDED)
    return [ft.Row([button])]


def is_heard(file: WorkFile) -> bool:
    """Whether a file is shown as something to listen to."""
    return bool(file.media) and is_sound(file)


def _again(app: AppState, work: Work, file: WorkFile) -> ft.Control:
    route = f"/works/{work.id}/voice/again/{file.id}"
    label = app.words("student-voice-again")
    return text_button(
        app, label, lambda: go(route), f"say-again-{file.id}", ft.Icons.MIC_NONE_ROUNDED
    )


def _before(
    app: AppState, work: Work, file: WorkFile, *, can_use: bool = False
) -> list[ft.Control]:
    """The takes before this one, newest first."""

    def using(one: WorkFile) -> ft.Control:
        async def use() -> None:
            await app.doors.act(capturing.use_again, work.id, one.id)
            say(app.words("student-saved-here"))

        label = app.words("student-picture-use-before")
        return icon_button(
            app, ft.Icons.RESTORE_ROUNDED, label, use, f"use-{one.id}", tooltip=label
        )

    takes = work.versions_of(file)
    if not takes:
        return []
    label = app.words("student-voice-before")
    rows: list[ft.Control] = [words_of(label, Style.LABEL, Role.SOFT)]
    for number, one in enumerate(takes):
        heard = ft.Container(Listen(one, f"listen-before-{number}", label, key=one.id), expand=True)
        rows.append(ft.Row([heard, *([using(one)] if can_use else [])], spacing=Space.S))
    return rows


def _box(rows: list[ft.Control]) -> ft.Control:
    return ft.Container(
        stack(rows, Space.S),
        padding=Space.M,
        border_radius=Radius.L,
        bgcolor=Role.RAISED,
        border=ft.Border.all(1, Role.LINE),
    )
