"""The bins of My work and My goals: nothing in them is gone, and everything can be put back."""

from collections.abc import Awaitable, Callable, Sequence

import flet as ft

from portfolio_app.model.artifact import Work
from portfolio_app.model.goal import Goal
from portfolio_app.student import actions, goals
from portfolio_app.student.screens.drawings import empty
from portfolio_app.student.screens.sheets import beside
from portfolio_app.student.screens.shell import behind_lock, page_top
from portfolio_app.student.screens.work_card import thumbnail
from portfolio_app.student.state import AppState
from portfolio_app.student.theme import Role, Space, Style
from portfolio_app.student.widgets import card, quiet_button, say, scroll_page, words_of

SHOWN_LIMIT = 60
WIDEST_PX = 640


@behind_lock
def Bin(app: AppState) -> ft.Control:  # noqa: N802
    """What was put in the bin, newest first."""
    works = app.open.binned
    rows = [_row(app, work) for work in works[:SHOWN_LIMIT]]
    return _page(app, "/works", app.words("student-bin-what"), rows)


@behind_lock
def GoalBin(app: AppState) -> ft.Control:  # noqa: N802
    """Goals that were put in the bin, newest first."""
    goals_ = tuple(reversed(app.open.binned_goals))
    rows = [_goal(app, goal) for goal in goals_[:SHOWN_LIMIT]]
    return _page(app, "/goals", app.words("student-goal-bin-what"), rows)


def _page(app: AppState, back: str, what: str, rows: Sequence[ft.Control]) -> ft.Control:
    """What lies in a bin, or that nothing does and what a bin is for."""
    top = page_top(app, app.words("student-bin-title"), back)
    nothing = empty(app, "empty-bin", app.words("student-bin-empty"), what)
    shown = [words_of(what, color=Role.SOFT), *rows] if rows else [nothing]
    return scroll_page(app, [top, *shown], WIDEST_PX)


def _goal(app: AppState, goal: Goal) -> ft.Control:
    async def put_back() -> None:
        await app.doors.act(goals.take_goal_from_bin, goal.id)
        say(app.words("student-goal-bin-back"))

    return _line(
        app, ft.Icon(ft.Icons.FLAG_ROUNDED, color=Role.SOFT), goal.title, goal.id, put_back
    )


def _row(app: AppState, work: Work) -> ft.Control:
    async def put_back() -> None:
        await app.doors.act(actions.take_from_bin, work.id)
        say(app.words("student-bin-back"))

    title = work.title or app.words("student-untitled")
    return _line(app, thumbnail(app, work, 56), title, work.id, put_back)


def _line(
    app: AppState,
    picture: ft.Control,
    title: str,
    record: str,
    put_back: Callable[[], Awaitable[None]],
) -> ft.Control:
    label = app.words("student-bin-put-back")
    icon = ft.Icons.UNDO_ROUNDED
    name = words_of(
        title, Style.SUBTITLE, max_lines=3, overflow=ft.TextOverflow.ELLIPSIS, expand=True
    )
    back = quiet_button(app, label, put_back, f"put-back-{record}", icon)
    return card(beside(app, ft.Row([picture, name], spacing=Space.L), [back]), Space.M)
