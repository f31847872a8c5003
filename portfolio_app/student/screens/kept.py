"""How much is kept on this device, in a line; counted when somebody looks."""

from dataclasses import dataclass

import flet as ft

from portfolio_app.student.kept_here import kept_here
from portfolio_app.student.screens.large_files import megabytes
from portfolio_app.student.state import use_app
from portfolio_app.student.theme import Role, Style
from portfolio_app.student.widgets import component, named, use_kept, words_of


@ft.observable
@dataclass
class Counted:
    """The line, once it is known."""

    text: str = ""


@component
def KeptHere() -> ft.Control:  # noqa: N802
    """The line; nothing while it is being counted."""
    app = use_app()
    counted = use_kept(Counted)

    async def count() -> None:
        kept = await app.doors.act(kept_here)
        size = megabytes(kept.files_bytes) if kept.files_bytes else 0
        counted.text = app.words("student-about-kept-much", count=kept.works, megabytes=size)

    ft.use_effect(count, [])
    return named("kept-here", words_of(counted.text, Style.SUBTITLE, Role.INK))
