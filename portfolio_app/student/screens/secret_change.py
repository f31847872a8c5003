"""Change the secret that opens a portfolio."""

from dataclasses import dataclass

import flet as ft

from portfolio_app.errors import PortfolioError
from portfolio_app.student.state import use_app
from portfolio_app.student.theme import Role, Space, Style
from portfolio_app.student.widgets import (
    component,
    error_words,
    field,
    main_button,
    quiet_button,
    say,
    use_kept,
    words_of,
)


@ft.observable
@dataclass
class Changing:
    """Old and new secret while they are typed."""

    is_open: bool = False
    old: str = ""
    new: str = ""
    problem: str = ""
    is_busy: bool = False

    def clear(self, problem: str = "") -> None:
        """Forget what was typed."""
        self.old = self.new = ""
        self.problem = problem
        self.is_busy = False


@component
def SecretChange() -> ft.Control:  # noqa: N802
    """The old one, the new one."""
    app = use_app()
    changing = use_kept(Changing)

    def open_it() -> None:
        changing.is_open = True

    def old(text: str) -> None:
        changing.old = text

    def new(text: str) -> None:
        changing.new = text

    async def change() -> None:
        changing.is_busy = True
        try:
            await app.doors.change_secret(changing.old, changing.new)
        except PortfolioError as problem:
            changing.clear(error_words(app.words, problem))
            return
        changing.clear()
        changing.is_open = False
        say(app.words("student-secret-changed"))

    if not changing.is_open:
        label = app.words("student-secret-change")
        return ft.Row(
            [quiet_button(app, label, open_it, "secret-change", ft.Icons.PASSWORD_ROUNDED)]
        )
    rows: list[ft.Control] = [
        field(app, app.words("student-secret-old"), changing.old, old, "secret-old", password=True),
        field(
            app, app.words("student-secret-new"), changing.new, new, "secret-new", password=True,
            can_reveal_password=True,
        ),
        main_button(
            app, app.words("student-save"), change, "secret-save", ft.Icons.CHECK_ROUNDED,
            is_busy=changing.is_busy,
        ),
    ]  # fmt: skip
    if changing.problem:
        warning = words_of(changing.problem, Style.LABEL, Role.ERROR)
        rows.insert(2, ft.Semantics(live_region=True, content=warning))
    return ft.Column(rows, spacing=Space.M, tight=True)
