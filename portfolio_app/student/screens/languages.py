"""Choosing a language: each by its own name, in its own letters.

At the door it is the device's language; in "About me" the learner's own.
"""

from collections.abc import Callable
from dataclasses import dataclass

import flet as ft

from portfolio_app.locales.choosing import choices_of_language, own_name
from portfolio_app.student.screens.sheets import choices
from portfolio_app.student.state import AppState, use_app
from portfolio_app.student.theme import Radius, Role, Space, Style
from portfolio_app.student.widgets import component, tappable, use_kept, words_of

SCRIPT_LETTERS = 4


@ft.observable
@dataclass
class Choosing:
    """Whether the languages lie open."""

    is_open: bool = False


def language_choices(app: AppState, choose: Callable[[str], object]) -> ft.Control:
    """Every language there are words in; `choose` gets the tag."""
    return choices(app, "language", choices_of_language(), app.words.language, choose)


def locale_of(tag: str) -> ft.LocaleConfiguration:
    """A language tag such as `fr`, `pt-BR` or `zh-Hant`, as the client takes it."""
    language, *more = tag.split("-")
    script = next((part for part in more if len(part) == SCRIPT_LETTERS), None)
    country = next((part for part in more if len(part) < SCRIPT_LETTERS), None)
    locale = ft.Locale(language, country, script)
    return ft.LocaleConfiguration([locale], locale)


@component
def DoorLanguage() -> ft.Control:  # noqa: N802
    """A globe with the language of now, that whoever cannot read it finds; open, all of them."""
    app = use_app()
    choosing = use_kept(Choosing)

    def turn() -> None:
        choosing.is_open = not choosing.is_open

    async def choose(language: str) -> None:
        choosing.is_open = False
        await app.doors.choose_language(language)

    rows: list[ft.Control] = [
        ft.Row([_globe(app, choosing.is_open, turn)], alignment=ft.MainAxisAlignment.END)
    ]
    if choosing.is_open:
        rows.append(language_choices(app, choose))
    return ft.Container(
        ft.Column(
            rows,
            spacing=Space.S,
            tight=True,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        ),
        padding=ft.Padding.symmetric(horizontal=Space.L, vertical=Space.M),
    )


def _globe(app: AppState, is_open: bool, turn: Callable[[], None]) -> ft.Control:
    name = own_name(app.words.language)
    arrow = ft.Icons.EXPAND_LESS_ROUNDED if is_open else ft.Icons.EXPAND_MORE_ROUNDED
    return tappable(
        app,
        ft.Row(
            [
                ft.Icon(ft.Icons.LANGUAGE_ROUNDED, size=22, color=Role.PRIMARY),
                words_of(name, Style.LABEL),
                ft.Icon(arrow, size=20, color=Role.SOFT),
            ],
            tight=True,
            spacing=Space.S,
        ),
        turn,
        "language",
        app.words("student-language-now", language=name),
        padding=ft.Padding.symmetric(horizontal=Space.L, vertical=Space.M),
        border_radius=Radius.PILL,
    )
