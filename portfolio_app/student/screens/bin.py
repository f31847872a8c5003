"""The bin of My work: nothing in it is gone, and everything can be put back."""

import flet as ft

from portfolio_app.model.artifact import Work
from portfolio_app.student import actions
from portfolio_app.student.screens.shell import behind_lock, page_top
from portfolio_app.student.screens.work_card import thumbnail
from portfolio_app.student.state import AppState
from portfolio_app.student.theme import Role, Space, Style
from portfolio_app.student.widgets import card, quiet_button, say, scroll_page, words_of

SHOWN_LIMIT = 60
WIDEST_PX = 640


@behind_lock
def Bin(app: AppState) -> ft.Control:  # noqa: N802
    """What was put in the bin, newest first."""
    works = app.open.binned
    text = app.words("student-bin-what" if works else "student-bin-empty")
    return scroll_page(
        app,
        [
            page_top(app, app.words("student-bin-title"), "/works"),
            words_of(text, color=Role.SOFT),
            *(_row(app, work) for work in works[:SHOWN_LIMIT]),
        ],
        WIDEST_PX,
    )


def _row(app: AppState, work: Work) -> ft.Control:
    async def put_back() -> None:
        await app.doors.act(actions.take_from_bin, work.id)
        say(app.words("student-bin-back"))

    title = work.title or app.words("student-untitled")
    return card(
        ft.Row(
            [
                thumbnail(app, work, 56),
                words_of(title, Style.SUBTITLE, max_lines=2, expand=True),
                quiet_button(
                    app,
                    app.words("student-bin-put-back"),
                    put_back,
                    f"put-back-{work.id}",
                    ft.Icons.UNDO_ROUNDED,
                ),
            ],
            spacing=Space.L,
        ),
        Space.M,
    )
