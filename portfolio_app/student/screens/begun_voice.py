"""What somebody was saying when the app closed: one tap keeps it."""

import flet as ft

from portfolio_app.student import recording
from portfolio_app.student.screens.recorder import clock_words
from portfolio_app.student.screens.thoughts import thought_place
from portfolio_app.student.state import AppState
from portfolio_app.student.theme import Role, Space, Style
from portfolio_app.student.widgets import Handler, go, say, tappable, words_of


def begun_voice(app: AppState) -> list[ft.Control]:
    """The way to it; nothing where nothing broke off."""

    def keeping(name: str) -> Handler:
        async def keep() -> None:
            made = await app.doors.act(recording.finish, name)
            if made is not None:
                say(app.words("student-saved-here"))
                go(f"/works/{made.work}" if made.work else _thought(app, made.thought))

        return keep

    cards: list[ft.Control] = []
    for one in app.open.recordings:
        label = app.words("student-voice-waiting", time=clock_words(one.seconds))
        row = ft.Row(
            [
                ft.Icon(ft.Icons.MIC_ROUNDED, size=28, color=Role.PRIMARY),
                words_of(label, Style.SUBTITLE, expand=True),
                ft.Icon(ft.Icons.CHEVRON_RIGHT_ROUNDED, color=Role.SOFT),
            ],
            spacing=Space.L,
        )
        cards.append(tappable(app, row, keeping(one.id), f"begun-voice-{len(cards)}", label))
    return cards


def _thought(app: AppState, thought: str) -> str:
    """Where the thought is that it became."""
    made = next((one for one in app.open.thoughts if one.id == thought), None)
    return thought_place(made) if made else "/"
