"""Words on a drawing: typed first, then put where the sheet is tapped, or by a button alone."""

from collections.abc import Callable

import flet as ft

from portfolio_app.model.drawing import WORDS_LIMIT
from portfolio_app.student.screens.draw_sheet import Desk
from portfolio_app.student.state import AppState
from portfolio_app.student.theme import Role, Space, Style
from portfolio_app.student.widgets import field, quiet_button, words_of

WIDEST_PX = 560


def words_tray(
    app: AppState, desk: Desk, keep: Callable[[], None], keep_said: Callable[[], None]
) -> ft.Control:
    """Where the words are typed, and how they come onto the sheet. `keep` what is on it then,
    `keep_said` what was typed.
    """

    def typed(text: str) -> None:
        desk.said = text
        keep_said()

    def put() -> None:
        if desk.write(desk.pen_at):
            keep()

    box = field(
        app, app.words("student-draw-words-label"), desk.said, typed, "draw-said",
        on_submit=put, limit=WORDS_LIMIT,
    )  # fmt: skip
    button = quiet_button(
        app, app.words("student-draw-words-put"), put, "put-words", ft.Icons.TITLE_ROUNDED
    )
    return ft.Row(
        [
            ft.Container(
                ft.Column(
                    [
                        box,
                        words_of(app.words("student-draw-words-how"), Style.LABEL, Role.SOFT),
                        ft.Row([button]),
                    ],
                    spacing=Space.S,
                    tight=True,
                    horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
                ),
                width=min(WIDEST_PX, app.width_px - 2 * Space.L),
            )
        ],
        alignment=ft.MainAxisAlignment.CENTER,
    )
