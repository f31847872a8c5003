"""Open your portfolio by your badge: whose it is, the badge says by itself."""

import flet as ft

from portfolio_app.student.screens.code_line import CodeLine
from portfolio_app.student.screens.door import back_button, door_column, door_page, door_words
from portfolio_app.student.state import use_app
from portfolio_app.student.widgets import component, go


@component
def BadgeIn() -> ft.Control:  # noqa: N802
    """Show or type a badge."""
    app = use_app()

    async def open_it(code: str) -> None:
        await app.doors.keys.open_by_badge(code)

    title, text = app.words("student-badge-in"), app.words("student-badge-in-what")
    return door_page(
        app,
        door_column(
            *door_words(app, "", title, text),
            CodeLine("badge", open_it),
            back_button(app, app.words("student-badge-in-other"), lambda: go("/who")),
        ),
    )
