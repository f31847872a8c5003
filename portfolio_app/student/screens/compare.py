"""Choosing two works to look at side by side."""

from collections.abc import Callable
from dataclasses import dataclass

import flet as ft

from portfolio_app.model.artifact import Work
from portfolio_app.model.records import COMPARED
from portfolio_app.student.screens.drawings import empty
from portfolio_app.student.screens.focused import focused_page
from portfolio_app.student.screens.shell import behind_lock, page_top
from portfolio_app.student.screens.work_choice import work_choice
from portfolio_app.student.state import AppState
from portfolio_app.student.theme import Role
from portfolio_app.student.widgets import go, main_button, use_kept, words_of

WIDEST_PX = 860


@ft.observable
@dataclass
class Chosen:
    """The works chosen so far, as ids."""

    works: tuple[str, ...] = ()


@behind_lock
def ChooseTwo(app: AppState) -> ft.Control:  # noqa: N802
    """Two works, one of them perhaps chosen already."""
    first = ft.use_route_params().get("work", "")
    chosen = use_kept(lambda: Chosen((first,) if app.open.work(first) else ()))

    def turn(work: Work) -> None:
        if work.id in chosen.works:
            chosen.works = tuple(one for one in chosen.works if one != work.id)
        else:  # of three the one chosen first gives way
            chosen.works = (*chosen.works, work.id)[-COMPARED:]

    def look() -> None:
        go("/compare/" + "/".join(chosen.works))

    is_ready = len(chosen.works) == COMPARED
    back = f"/works/{first}" if first else "/works"
    label = app.words("student-two-look")
    return focused_page(
        app,
        [
            page_top(app, app.words("student-two-title"), back),
            words_of(app.words("student-two-choose"), color=Role.SOFT),
            _works(app, chosen, turn),
        ],
        [main_button(app, label, look if is_ready else None, "two-look", ft.Icons.COMPARE_ROUNDED)],
        WIDEST_PX,
    )


def _works(app: AppState, chosen: Chosen, turn: Callable[[Work], None]) -> ft.Control:
    if app.open.works:
        return work_choice(app, app.open.works, chosen.works, turn)
    title, text = app.words("student-home-first-title"), app.words("student-home-first")
    return empty(app, "empty-works", title, text)
