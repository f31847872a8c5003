"""Off this device: what is not at school yet, what becomes of it, and one clear question."""

from dataclasses import dataclass

import flet as ft

from portfolio_app.errors import PortfolioError
from portfolio_app.student.portfolio_shapes import Leaving
from portfolio_app.student.screens.sending import open_sending
from portfolio_app.student.screens.shell import behind_lock, page_top, warning
from portfolio_app.student.state import AppState
from portfolio_app.student.theme import Role, Space
from portfolio_app.student.widgets import (
    card,
    error_words,
    go,
    main_button,
    quiet_button,
    scroll_page,
    use_kept,
    words_of,
)

WIDEST_PX = 640
BACK = "/about"


@ft.observable
@dataclass
class Going:
    """What was found, and whether it is being done."""

    found: Leaving | None = None
    is_busy: bool = False
    problem: str = ""


@behind_lock
def Leave(app: AppState) -> ft.Control:  # noqa: N802
    """Take my portfolio off this device."""
    going = use_kept(Going)

    async def look() -> None:
        try:
            going.found = await app.doors.leaving.look()
        except PortfolioError as problem:
            going.problem = error_words(app.words, problem)

    ft.use_effect(look, [])
    rows: list[ft.Control] = [
        page_top(app, app.words("student-leave-title"), BACK),
        words_of(app.words("student-leave-what"), color=Role.SOFT),
    ]
    if going.problem:
        rows.append(warning(going.problem))
    if going.found is not None:
        rows += [_what(app, going.found), *_deeds(app, going, going.found)]
    return scroll_page(app, rows, WIDEST_PX)


def _what(app: AppState, found: Leaving) -> ft.Control:
    school = found.school or ""
    way = found.way.replace("_", "-")
    lines: list[ft.Control] = [words_of(app.words(f"student-leave-{way}", school=school))]
    if found.way in ("sealed", "no_keys") and found.works:
        lines.insert(0, words_of(app.words("student-leave-works", count=found.works)))
    elif found.way in ("sealed", "no_keys"):
        lines.insert(0, words_of(app.words("student-leave-something")))
    if found.way in ("sealed", "at_once"):
        lines.append(words_of(app.words("student-leave-again"), color=Role.SOFT))
    column = ft.Column(lines, spacing=Space.M, tight=True)
    return ft.Semantics(identifier=f"leave-{way}", container=True, content=card(column))


def _deeds(app: AppState, going: Going, found: Leaving) -> list[ft.Control]:
    async def leave() -> None:
        going.is_busy, going.problem = True, ""
        try:
            await app.doors.leaving.leave()
        except PortfolioError as problem:
            going.problem = error_words(app.words, problem)
        finally:
            going.is_busy = False

    stay = quiet_button(app, app.words("student-leave-stay"), lambda: go(BACK), "leave-stay")
    buttons: list[ft.Control] = [stay]
    if found.way == "decide":
        words = app.words("student-leave-decide-now")
        buttons.append(main_button(app, words, open_sending, "leave-decide"))
    if found.way == "no_school":
        words = app.words("student-join")
        buttons.append(main_button(app, words, lambda: go("/join"), "leave-join"))
    if found.way in ("sealed", "at_once"):
        words = app.words("student-leave-busy" if going.is_busy else "student-leave-do")
        buttons.append(
            main_button(
                app, words, leave, "leave-do", ft.Icons.LOGOUT_ROUNDED, is_busy=going.is_busy
            )
        )
    return [ft.Row(buttons, wrap=True, spacing=Space.M, run_spacing=Space.M)]
