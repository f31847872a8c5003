"""One step: what it is, which works show it, and whether it is its turn."""

from collections.abc import Callable

import flet as ft

from portfolio_app.model.artifact import Work
from portfolio_app.model.goal import Goal, Step, StepState, room_for_steps
from portfolio_app.model.records import TITLE_LIMIT
from portfolio_app.student import goals
from portfolio_app.student.screens.binning import bin_button, put_away
from portfolio_app.student.screens.focused import focused_page
from portfolio_app.student.screens.goals import room_words
from portfolio_app.student.screens.purpose import add_for_step
from portfolio_app.student.screens.sheets import sheet
from portfolio_app.student.screens.shell import behind_lock, page_top
from portfolio_app.student.screens.work_choice import work_choice
from portfolio_app.student.screens.writing import Writing
from portfolio_app.student.state import AppState
from portfolio_app.student.theme import Role, Space
from portfolio_app.student.widgets import (
    field,
    go,
    main_button,
    quiet_button,
    say,
    scroll_page,
    use_kept,
    words_of,
)

WIDEST_PX = 760
SHEET_EDGES_PX = 2 * Space.L + 2


@behind_lock
def OneStep(app: AppState) -> ft.Control:  # noqa: N802
    """Name it, show it, do it, move it."""
    params = ft.use_route_params()
    goal = app.open.goal(params.get("goal", ""))
    step = next((one for one in goal.steps if one.id == params.get("step")), None) if goal else None
    title = use_kept(lambda: Writing(step.title if step else ""))
    if goal is None or step is None:
        return scroll_page(app, [page_top(app, app.words("student-goal-gone"), "/goals")])
    title.follow(step.title)
    return focused_page(
        app,
        [
            page_top(app, app.words("student-steps-one"), f"/goals/{goal.id}"),
            _name(app, step, title),
            *([room_words(app)] if _waits_for_room(app, step) else []),
            _evidence(app, step),
            _place(app, goal, step),
        ],
        _buttons(app, goal, step),
        WIDEST_PX,
    )


def _waits_for_room(app: AppState, step: Step) -> bool:
    has_room = room_for_steps(app.open.goals, app.open.learner.band) > 0
    return step.state is not StepState.OPEN and not has_room


def _name(app: AppState, step: Step, title: Writing) -> ft.Control:
    async def save() -> None:
        if title.is_changed:
            text = title.text
            await app.doors.act(goals.change_step, step.id, title=text)
            title.saved(text)
            say(app.words("student-saved-here"))

    return field(
        app, app.words("student-steps-what"), title.text, title.write, "step-title",
        on_submit=save, on_blur=save, limit=TITLE_LIMIT,
    )  # fmt: skip


def _evidence(app: AppState, step: Step) -> ft.Control:
    async def turn(work: Work) -> None:
        chosen = [one for one in step.evidence if one != work.id]
        if len(chosen) == len(step.evidence):
            chosen.append(work.id)
        await app.doors.act(goals.change_step, step.id, evidence=chosen)

    rows: list[ft.Control] = [words_of(app.words("student-steps-show-why"), color=Role.SOFT)]
    if app.open.works:
        rows.append(
            work_choice(app, app.open.works, step.evidence, turn, WIDEST_PX, SHEET_EDGES_PX)
        )
    add = quiet_button(
        app, app.words("student-add"), lambda: go(add_for_step(step)), "add", ft.Icons.ADD_ROUNDED
    )
    rows.append(ft.Row([add], wrap=True))
    return sheet(app.words("student-steps-show"), ft.Icons.PHOTO_LIBRARY_OUTLINED, rows)


def _place(app: AppState, goal: Goal, step: Step) -> ft.Control:
    order = [one.id for one in goal.steps]
    at = order.index(step.id)

    async def move(by: int) -> None:
        rest = [one for one in order if one != step.id]
        rest.insert(at + by, step.id)
        await app.doors.act(goals.order_steps, goal.id, rest)
        say(app.words("student-steps-moved", place=at + by + 1, of=len(order)))

    async def take_off() -> None:
        deeds = (goals.bin_step, goals.take_step_from_bin)
        await put_away(app, step.id, deeds, (f"/goals/{goal.id}", ""))

    buttons: list[ft.Control] = []
    if at > 0:
        up = app.words("student-steps-earlier")
        buttons.append(
            quiet_button(app, up, lambda: move(-1), "step-up", ft.Icons.ARROW_UPWARD_ROUNDED)
        )
    if at < len(order) - 1:
        down = app.words("student-steps-later-on")
        buttons.append(
            quiet_button(app, down, lambda: move(1), "step-down", ft.Icons.ARROW_DOWNWARD_ROUNDED)
        )
    away = bin_button(app, "student-steps-bin", take_off, "step-bin")
    return ft.Row([*buttons, away], wrap=True, spacing=Space.M, run_spacing=Space.S)


def _buttons(app: AppState, goal: Goal, step: Step) -> list[ft.Control]:
    async def do(deed: Callable[..., None], said: str) -> None:
        await app.doors.act(deed, step.id)
        go(f"/goals/{goal.id}")
        say(app.words(said))

    if step.state is StepState.OPEN:
        later = quiet_button(
            app,
            app.words("student-steps-put-off"),
            lambda: do(goals.put_off_step, "student-saved-here"),
            "step-put-off",
        )
        done = main_button(
            app,
            app.words("student-steps-is-done"),
            lambda: do(goals.finish_step, "student-steps-well-done"),
            "step-finish",
            ft.Icons.CHECK_ROUNDED,
        )
        return [later, done]
    key = "again" if step.state is StepState.DONE else "start"
    begin = main_button(
        app,
        app.words(f"student-steps-{key}"),
        None if _waits_for_room(app, step) else lambda: do(goals.start_step, "student-saved-here"),
        "step-begin",
        ft.Icons.PLAY_ARROW_ROUNDED,
    )
    return [begin]
