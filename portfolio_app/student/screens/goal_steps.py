"""The small steps of a goal, in order: begin, do, show, put off."""

import flet as ft

from portfolio_app.model.goal import Goal, Step, StepState, room_for_steps
from portfolio_app.model.records import TITLE_LIMIT
from portfolio_app.student import goals
from portfolio_app.student.screens.goals import room_words
from portfolio_app.student.screens.sheets import sheet, stack
from portfolio_app.student.screens.work_card import thumbnail
from portfolio_app.student.screens.writing import Writing
from portfolio_app.student.state import AppState, use_app
from portfolio_app.student.theme import Radius, Role, Space, Style
from portfolio_app.student.widgets import (
    component,
    field,
    go,
    icon_button,
    say,
    tappable,
    use_kept,
    words_of,
)

LOOK = {
    StepState.DONE: (ft.Icons.CHECK_CIRCLE_ROUNDED, Role.GOOD),
    StepState.OPEN: (ft.Icons.RADIO_BUTTON_CHECKED_ROUNDED, Role.PRIMARY),
    StepState.LATER: (ft.Icons.RADIO_BUTTON_UNCHECKED_ROUNDED, Role.OUTLINE),
}
EVIDENCE_LIMIT = 4
EVIDENCE_PX = 40


def steps_sheet(app: AppState, goal: Goal) -> ft.Control:
    """All steps, and a line to add another."""
    rows: list[ft.Control] = [_step(app, step) for step in goal.steps]
    if not rows:
        rows.append(words_of(app.words("student-steps-none"), color=Role.SOFT))
    if not goal.is_finished:
        if not room_for_steps(app.open.goals, app.open.learner.band):
            rows.append(room_words(app))
        rows.append(NewStep(goal.id, key=f"new-step-{goal.id}"))
    return sheet(app.words("student-steps-title"), ft.Icons.STAIRS_OUTLINED, rows)


@component
def NewStep(goal_id: str, key: str = "") -> ft.Control:  # noqa: N802
    """One line for the next small step."""
    app = use_app()
    title = use_kept(Writing)
    if app.snapshot is None:
        return ft.Container()

    async def add() -> None:
        text = title.text
        if text.strip():
            await app.doors.act(goals.add_step, goal_id, text)
            title.write("")
            say(app.words("student-saved-here"))

    return ft.Row(
        [
            ft.Container(
                field(
                    app, app.words("student-steps-new"), title.text, title.write, "step-new",
                    on_submit=add, limit=TITLE_LIMIT,
                ),
                expand=True,
            ),
            icon_button(
                app, ft.Icons.ADD_CIRCLE_ROUNDED, app.words("student-steps-add"), add, "step-add",
                Role.PRIMARY,
            ),
        ],
        spacing=Space.S,
    )  # fmt: skip


def _step(app: AppState, step: Step) -> ft.Control:
    icon, color = LOOK[step.state]
    state = app.words(f"student-steps-{step.state.value}")
    lines: list[ft.Control] = [
        words_of(step.title, Style.SUBTITLE),
        words_of(state, Style.SMALL, Role.SOFT),
    ]
    works = [work for one in step.evidence if (work := app.open.work(one)) is not None]
    if works:
        pictures: list[ft.Control] = [
            thumbnail(app, work, EVIDENCE_PX, Radius.S) for work in works[:EVIDENCE_LIMIT]
        ]
        lines.append(ft.Row(pictures, spacing=Space.XS))
    row = tappable(
        app,
        ft.Row(
            [
                ft.Icon(icon, color=color, size=28),
                stack(lines, Space.XS, expand=True),
                ft.Icon(ft.Icons.CHEVRON_RIGHT_ROUNDED, color=Role.SOFT),
            ],
            spacing=Space.M,
        ),
        lambda: go(f"/goals/{step.goal}/{step.id}"),
        f"step-{step.id}",
        f"{step.title}. {state}",
        expand=True,
        padding=Space.M,
        bgcolor=Role.SURFACE,
        border_radius=Radius.M,
    )
    return ft.Row([row, *_quick(app, step)], spacing=Space.S)


def _quick(app: AppState, step: Step) -> list[ft.Control]:
    """What is most likely wanted of a step, in one tap."""

    async def finish() -> None:
        await app.doors.act(goals.finish_step, step.id)
        say(app.words("student-steps-well-done"))

    async def begin() -> None:
        await app.doors.act(goals.start_step, step.id)

    if step.state is StepState.OPEN:
        label = app.words("student-steps-finish", step=step.title)
        return [
            icon_button(app, ft.Icons.CHECK_ROUNDED, label, finish, f"finish-{step.id}", Role.GOOD)
        ]
    if step.state is StepState.LATER and room_for_steps(app.open.goals, app.open.learner.band):
        label = app.words("student-steps-begin", step=step.title)
        icon = ft.Icons.PLAY_ARROW_ROUNDED
        return [icon_button(app, icon, label, begin, f"begin-{step.id}", Role.PRIMARY)]
    return []
