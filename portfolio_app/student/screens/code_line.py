"""Typing, or showing to the camera, the code of a badge or of the paper from home.

A reader for printed codes types like a keyboard and ends with Enter, so the line serves it too.
"""

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import flet as ft

from portfolio_app.errors import BadInput, NotFound, PortfolioError, WrongSecret
from portfolio_app.student.screens.code_camera import CodeCamera, Shown, can_show
from portfolio_app.student.state import AppState, use_app
from portfolio_app.student.theme import Role, Space, Style
from portfolio_app.student.widgets import (
    TARGET_PX,
    Handler,
    component,
    error_words,
    field,
    main_button,
    quiet_button,
    use_kept,
    words_of,
)

CODE_LETTERS = 27
TYPED_LIMIT = 200
_BETWEEN = re.compile(r"[\s\-\u2010-\u2015\u2212_.,]+")


@ft.observable
@dataclass
class CodeEntry:
    """A code while it is typed or looked for. Never kept."""

    typed: str = ""
    problem: str = ""
    is_busy: bool = False
    is_looking: bool = False

    @property
    def count(self) -> int:
        """How many letters and digits stand there."""
        return len(_BETWEEN.sub("", self.typed))


@component
def CodeLine(  # noqa: N802
    kind: str, on_code: Callable[[str], Awaitable[None]]
) -> ft.Control:
    """A line for the code of a "badge" or of a "recovery" sheet; `on_code` may refuse it."""
    app = use_app()
    entry = use_kept(CodeEntry)

    def write(text: str) -> None:
        entry.typed = text
        entry.problem = ""

    async def take(code: str) -> None:
        entry.is_busy = True
        try:
            await on_code(code)
            entry.typed = ""
        except PortfolioError as problem:
            entry.problem = _problem_words(app, kind, problem)
        finally:
            entry.is_busy = False

    async def done() -> None:
        if not entry.count:
            entry.problem = app.words("student-code-missing")
            return
        await take(entry.typed)

    def hear(problem: str) -> None:
        entry.problem = problem

    def stop(problem: str) -> None:
        entry.is_looking, entry.problem = False, problem

    align = ft.TextAlign.CENTER if entry.is_looking else ft.TextAlign.START
    problem = words_of(entry.problem, Style.LABEL, Role.ERROR, text_align=align)
    told = ft.Container(
        ft.Semantics(live_region=True, content=problem), visible=bool(entry.problem)
    )
    if entry.is_looking:
        rows = [told, CodeCamera(Shown(take, hear, stop))]
    else:
        rows = [*_showing(app, entry), told, *_typing(app, entry, write, done)]
    return ft.Column(
        rows, spacing=Space.M, tight=True, horizontal_alignment=ft.CrossAxisAlignment.STRETCH
    )


def _showing(app: AppState, entry: CodeEntry) -> list[ft.Control]:
    """The way to the camera; where there is none, that there is none."""

    def look() -> None:
        entry.is_looking, entry.problem = True, ""

    if not can_show(app):
        text = app.words("student-code-camera-none")
        return [words_of(text, Style.SMALL, Role.SOFT, text_align=ft.TextAlign.CENTER)]
    label, icon = app.words("student-code-camera"), ft.Icons.QR_CODE_SCANNER_ROUNDED
    button = quiet_button(app, label, look, "code-camera", icon, height=TARGET_PX)
    row = ft.Row([button], alignment=ft.MainAxisAlignment.CENTER)
    return [ft.Container(row, padding=ft.Padding.only(bottom=Space.S))]


def _typing(
    app: AppState, entry: CodeEntry, write: Callable[[str], None], done: Handler
) -> list[ft.Control]:
    return [
        _line(app, entry, write, done),
        words_of(
            app.words("student-code-count", count=entry.count, of=CODE_LETTERS),
            Style.SMALL,
            Role.SOFT,
        ),
        ft.Row([_button(app, entry, done)], alignment=ft.MainAxisAlignment.CENTER),
    ]


def _line(
    app: AppState, entry: CodeEntry, write: Callable[[str], None], done: Handler
) -> ft.Control:
    return field(
        app,
        app.words("student-code"),
        entry.typed,
        write,
        "code",
        on_submit=done,
        limit=TYPED_LIMIT,
        autofocus=True,
        autocorrect=False,
        enable_suggestions=False,
        capitalization=ft.TextCapitalization.CHARACTERS,
    )


def _button(app: AppState, entry: CodeEntry, done: Handler) -> ft.Control:
    label, icon = app.words("student-open"), ft.Icons.VPN_KEY_OUTLINED
    return main_button(app, label, done, "code-done", icon, is_busy=entry.is_busy)


def _problem_words(app: AppState, kind: str, problem: PortfolioError) -> str:
    """What is wrong with a code, in words for whoever holds it; it is no secret of one's own."""
    if type(problem) is BadInput:
        return app.words("student-code-mistyped")
    if type(problem) in (NotFound, WrongSecret):
        return app.words(f"student-code-wrong-{kind}")
    return error_words(app.words, problem)
