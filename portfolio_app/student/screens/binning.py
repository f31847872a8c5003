"""Putting something in the bin, with a way back instead of "are you sure"."""

from collections.abc import Callable
from typing import Any

import flet as ft

from portfolio_app.errors import PortfolioError
from portfolio_app.student.state import AppState
from portfolio_app.student.theme import Role
from portfolio_app.student.widgets import go, safe, say, text_button

Deed = Callable[..., Any]
"""An action with the portfolio, given the id of a record."""


async def put_away(
    app: AppState,
    record: str,
    deeds: tuple[Deed, Deed],
    ways: tuple[str, str],
    said: str = "student-binned",
) -> None:
    """Do the first of two deeds and say so, with the second as the way back.

    `ways`: where to go when it is done, and when it is undone; "" stays where it is.
    """
    away, back = deeds
    to, home = ways

    async def bring_back() -> None:
        try:
            await app.doors.act(back, record)
        except PortfolioError:
            # The tablet may be in other hands by now: nothing here tells of what was put away.
            say(app.words("student-error-unknown"))
            return
        if home:
            go(home)

    await app.doors.act(away, record)
    if to:
        go(to)
    say(app.words(said), app.words("student-undo"), safe(app, bring_back))


def bin_button(
    app: AppState, words: str, on_click: Callable[..., Any], identifier: str
) -> ft.Control:
    """The way into the bin, without weight."""
    return text_button(
        app, app.words(words), on_click, identifier, ft.Icons.DELETE_OUTLINE_ROUNDED,
        style=ft.ButtonStyle(color=Role.SOFT),
    )  # fmt: skip
