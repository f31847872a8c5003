"""Where a work was made and with whose help: two taps that tell evidence apart from evidence."""

import flet as ft

from portfolio_app.model.artifact import Work
from portfolio_app.model.records import HELP, SETTINGS
from portfolio_app.student import actions
from portfolio_app.student.screens.sheets import choices, sheet
from portfolio_app.student.state import AppState
from portfolio_app.student.theme import Style
from portfolio_app.student.widgets import words_of


def circumstances_card(app: AppState, work: Work) -> ft.Control:
    """Both questions; a second tap on an answer takes it back."""

    async def say_where(value: str) -> None:
        chosen = "" if value == work.setting else value
        await app.doors.act(actions.set_circumstances, work.id, setting=chosen)

    async def say_who(value: str) -> None:
        chosen = "" if value == work.help else value
        await app.doors.act(actions.set_circumstances, work.id, helped=chosen)

    places = [(one, app.words(f"student-made-in-{one}")) for one in SETTINGS]
    helpers = [(one, app.words(f"student-made-with-{one.replace('_', '-')}")) for one in HELP]
    return sheet(
        app.words("student-made-title"),
        ft.Icons.PLACE_OUTLINED,
        [
            words_of(app.words("student-made-in"), Style.LABEL),
            choices(app, "made-in", places, work.setting, say_where),
            words_of(app.words("student-made-with"), Style.LABEL),
            choices(app, "made-with", helpers, work.help, say_who),
        ],
    )
