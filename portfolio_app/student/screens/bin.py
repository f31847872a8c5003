"""The bins of My work and My goals, thoughts among them: nothing in them is gone, and everything
can be put back.
"""

from collections.abc import Awaitable, Callable, Sequence

import flet as ft

from portfolio_app.model.artifact import Work
from portfolio_app.model.goal import Goal
from portfolio_app.model.reflection import Reflection
from portfolio_app.student import actions, goals, thinking
from portfolio_app.student.screens.drawings import empty
from portfolio_app.student.screens.sheets import beside
from portfolio_app.student.screens.shell import behind_lock, page_top
from portfolio_app.student.screens.thoughts import thought_place
from portfolio_app.student.screens.work_card import thumbnail
from portfolio_app.student.state import AppState
from portfolio_app.student.theme import Role, Space, Style
from portfolio_app.student.widgets import card, go, quiet_button, say, scroll_page, words_of

SHOWN_LIMIT = 60
WIDEST_PX = 640


@behind_lock
def Bin(app: AppState) -> ft.Control:  # noqa: N802
    """What was put in the bin, newest first: works, then thoughts."""
    works = app.open.binned
    thoughts = [one for one in app.open.binned_thoughts if not one.goal]
    rows = [
        *(_row(app, work) for work in works[:SHOWN_LIMIT]),
        *(_thought(app, one) for one in thoughts[::-1][:SHOWN_LIMIT]),
    ]
    return _page(app, "/works", app.words("student-bin-what"), rows)


@behind_lock
def GoalBin(app: AppState) -> ft.Control:  # noqa: N802
    """Goals that were put in the bin, newest first, then thoughts about the others."""
    goals_ = tuple(reversed(app.open.binned_goals))
    thoughts = [one for one in app.open.binned_thoughts if app.open.goal(one.goal)]
    rows = [
        *(_goal(app, goal) for goal in goals_[:SHOWN_LIMIT]),
        *(_thought(app, one) for one in thoughts[::-1][:SHOWN_LIMIT]),
    ]
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


def _thought(app: AppState, one: Reflection) -> ft.Control:
    async def put_back() -> None:
        await app.doors.act(thinking.take_thought_from_bin, one.id)
        say(app.words("student-thought-back"))
        go(thought_place(one))

    icon = ft.Icon(ft.Icons.CHAT_BUBBLE_OUTLINE_ROUNDED, color=Role.SOFT)
    title = one.words or app.words(f"prompt-{one.prompt}")
    return _line(app, icon, title, one.id, put_back)


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
