"""What broke off on its way in while the app was locked: told once, on Home and where one adds."""

import flet as ft

from portfolio_app.student.half_come import forget_broken_off
from portfolio_app.student.screens.shell import warning
from portfolio_app.student.state import AppState
from portfolio_app.student.theme import Space
from portfolio_app.student.widgets import go, quiet_button, text_button

NAMED_LIMIT = 3


def half_come(app: AppState, *, is_adding: bool = False) -> list[ft.Control]:
    """Which files are not there, and the way to choose them again; nothing if all came."""
    names = app.open.broken_off
    if not names:
        return []

    async def told() -> None:
        await app.doors.act(forget_broken_off, names)

    async def again() -> None:
        await told()
        go("/add")

    named = [app.words("student-add-half-come-name", name=one) for one in names[:NAMED_LIMIT]]
    shown = app.words("all-list-comma").join(named)
    more = len(names) - NAMED_LIMIT
    text = app.words("student-add-half-come", names=shown, more=max(0, more))
    buttons = [text_button(app, app.words("student-add-half-come-ok"), told, "half-come-ok")]
    if not is_adding:
        choose = app.words("student-add-again")
        again_button = quiet_button(app, choose, again, "half-come-again", ft.Icons.ADD_ROUNDED)
        buttons.insert(0, again_button)
    row = ft.Row(buttons, wrap=True, spacing=Space.M, run_spacing=Space.S)
    return [ft.Column([warning(text), row], spacing=Space.S, tight=True,
                      horizontal_alignment=ft.CrossAxisAlignment.STRETCH)]  # fmt: skip
