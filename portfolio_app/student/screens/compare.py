"""Choosing two works to look at side by side."""

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
from portfolio_app.student.widgets import go, main_button, scroll_page, use_kept, words_of

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

    if len(app.open.works) < COMPARED:
        return _too_few(app)
    is_ready = len(chosen.works) == COMPARED
    back = f"/works/{first}" if first else "/works"
    label = app.words("student-two-look")
    return focused_page(
        app,
        [
            page_top(app, app.words("student-two-title"), back),
            words_of(app.words("student-two-choose"), color=Role.SOFT),
            work_choice(app, app.open.works, chosen.works, turn, WIDEST_PX),
        ],
        [main_button(app, label, look if is_ready else None, "two-look", ft.Icons.COMPARE_ROUNDED)],
        WIDEST_PX,
    )


def _too_few(app: AppState) -> ft.Control:
    """It takes two: the way to the next work."""
    add = main_button(
        app, app.words("student-add"), lambda: go("/add"), "add-first", ft.Icons.ADD_ROUNDED
    )
    title, text = app.words("student-two-few-title"), app.words("student-two-few")
    top = page_top(app, app.words("student-two-title"), "/works")
    return scroll_page(app, [top, empty(app, "empty-works", title, text, add)], WIDEST_PX)
