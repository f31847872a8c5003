"""Choosing a new secret: typed twice, so that a slip locks nobody out."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import flet as ft

from portfolio_app.errors import PortfolioError
from portfolio_app.student.screens.secret_pad import SecretEntry, SecretPad
from portfolio_app.student.state import use_app
from portfolio_app.student.theme import Role, Space, Style
from portfolio_app.student.widgets import component, heading, use_kept, words_of


@ft.observable
@dataclass
class Choosing:
    """What was typed the first time; forgotten with the screen."""

    first: str = ""


@component
def NewSecret(  # noqa: N802
    on_chosen: Callable[[str], Awaitable[None]], *, is_words: bool = False
) -> ft.Control:
    """Ask twice; `on_chosen` hears the secret and may raise a PortfolioError."""
    app = use_app()
    choosing = use_kept(Choosing)
    entry = use_kept(lambda: SecretEntry(is_words=is_words))

    async def done() -> None:
        if not choosing.first:
            choosing.first = entry.typed
            entry.clear()
            return
        first, choosing.first = choosing.first, ""
        if first != entry.typed:
            entry.clear(app.words("student-new-secret-differs"))
            return
        entry.is_busy = True
        try:
            await on_chosen(first)
            entry.clear()
        except PortfolioError as problem:
            entry.refuse(app, problem)

    ask = "student-new-secret-again" if choosing.first else "student-key-new-secret"
    return ft.Column(
        [
            ft.Semantics(
                live_region=True,
                content=heading(app.words(ask), 2, text_align=ft.TextAlign.CENTER),
            ),
            words_of(
                app.words("student-new-secret-why"),
                Style.BODY,
                Role.SOFT,
                text_align=ft.TextAlign.CENTER,
            ),
            SecretPad(entry, done, app.words("student-next")),
        ],
        horizontal_alignment=ft.CrossAxisAlignment.CENTER,
        spacing=Space.M,
        tight=True,
    )
