"""My goals: what I want to reach, and which small step comes next."""

import flet as ft

from portfolio_app.model.goal import OPEN_STEPS_LIMIT, Goal, Step, StepState, room_for_steps
from portfolio_app.student.screens.drawings import empty
from portfolio_app.student.screens.sheets import growing_tabs, stack
from portfolio_app.student.screens.shell import behind_lock
from portfolio_app.student.state import AppState
from portfolio_app.student.theme import Radius, Role, Space, Style
from portfolio_app.student.widgets import (
    badge,
    go,
    heading,
    main_button,
    notice,
    scroll_page,
    tappable,
    text_button,
    words_of,
)

WIDEST_PX = 760


@behind_lock
def Goals(app: AppState) -> ft.Control:  # noqa: N802
    """Every goal that is not reached yet; those that are stand on the way so far."""
    ahead = [goal for goal in app.open.goals if not goal.is_finished]
    new = main_button(
        app,
        app.words("student-goal-new"),
        lambda: go("/goals/new"),
        "goal-new",
        ft.Icons.ADD_ROUNDED,
    )
    top = [heading(app.words("student-goals-title")), growing_tabs(app, "goals")]
    if not ahead:
        reached = "again" if app.open.goals else "first"
        title = app.words(f"student-goals-{reached}-title")
        text = app.words(f"student-goals-{reached}")
        bare = empty(app, "empty-goals", title, text, new)
        return scroll_page(app, [*top, bare, *_bin(app)], WIDEST_PX)
    cards = [_goal(app, goal) for goal in reversed(ahead)]
    page = [*top, room_words(app), *cards, ft.Row([new], wrap=True), *_bin(app)]
    return scroll_page(app, page, WIDEST_PX)


def _bin(app: AppState) -> list[ft.Control]:
    """The way back for goals and thoughts that were put in the bin, while there are any."""
    if not app.open.binned_goals and not any(one.goal for one in app.open.binned_thoughts):
        return []
    label = app.words("student-bin-title")
    icon = ft.Icons.DELETE_OUTLINE_ROUNDED
    way = text_button(app, label, lambda: go("/goals/bin"), "open-goal-bin", icon)
    return [ft.Row([way], wrap=True)]


def room_words(app: AppState) -> ft.Control:
    """How many steps are open, and kindly, whether there is room for another."""
    most = OPEN_STEPS_LIMIT[app.open.learner.band]
    room = room_for_steps(app.open.goals, app.open.learner.band)
    key = "student-steps-room" if room else "student-steps-full"
    icon = ft.Icons.DIRECTIONS_WALK_ROUNDED if room else ft.Icons.SELF_IMPROVEMENT_ROUNDED
    return notice(app.words(key, open=most - room, most=most), icon)


def step_marks(steps: tuple[Step, ...]) -> ft.Control:
    """One mark for each step, a full one when it is done; the words stand beside it."""
    icons = {
        StepState.DONE: (ft.Icons.CHECK_CIRCLE_ROUNDED, Role.GOOD),
        StepState.OPEN: (ft.Icons.RADIO_BUTTON_CHECKED_ROUNDED, Role.PRIMARY),
        StepState.LATER: (ft.Icons.RADIO_BUTTON_UNCHECKED_ROUNDED, Role.OUTLINE),
    }
    looks = [icons[step.state] for step in steps]
    return ft.Row(
        [ft.Icon(icon, size=20, color=color) for icon, color in looks],
        wrap=True,
        spacing=2,
        run_spacing=2,
    )


def steps_words(app: AppState, goal: Goal) -> str:
    """How many of its steps are done."""
    done = sum(step.state is StepState.DONE for step in goal.steps)
    return app.words("student-goal-steps", done=done, of=len(goal.steps))


def _goal(app: AppState, goal: Goal) -> ft.Control:
    following = goal.open_steps[0].title if goal.open_steps else ""
    said = app.words("student-goal-next", step=following) if following else ""
    signs = _signs(app, goal)
    lines: list[ft.Control] = [words_of(goal.title, Style.TITLE)]
    if goal.steps:
        lines += [step_marks(goal.steps), words_of(steps_words(app, goal), Style.LABEL, Role.SOFT)]
    else:
        lines.append(words_of(app.words("student-goal-no-steps"), color=Role.SOFT))
    if said:
        lines.append(words_of(said))
    if signs:
        lines.append(ft.Row([sign for _, sign in signs], wrap=True, run_spacing=Space.S))
    spoken = [goal.title, steps_words(app, goal) if goal.steps else "", said]
    return tappable(
        app,
        ft.Row(
            [
                ft.Container(
                    ft.Icon(ft.Icons.FLAG_ROUNDED, size=28, color=Role.ON_PRIMARY_BOX),
                    width=56,
                    height=56,
                    bgcolor=Role.PRIMARY_BOX,
                    border_radius=Radius.PILL,
                    alignment=ft.Alignment.CENTER,
                ),
                stack(lines, Space.S, expand=True),
                ft.Icon(ft.Icons.CHEVRON_RIGHT_ROUNDED, color=Role.SOFT),
            ],
            spacing=Space.L,
            vertical_alignment=ft.CrossAxisAlignment.START,
        ),
        lambda: go(f"/goals/{goal.id}"),
        f"goal-{goal.id}",
        ". ".join(part for part in [*spoken, *(text for text, _ in signs)] if part),
    )


def _signs(app: AppState, goal: Goal) -> list[tuple[str, ft.Control]]:
    signs: list[tuple[str, ft.Control]] = []
    if goal.waiting_proposals:
        text = app.words("student-goal-idea-waits")
        look = (ft.Icons.LIGHTBULB_OUTLINE_ROUNDED, Role.ACCENT_BOX, Role.ON_ACCENT_BOX)
        signs.append((text, badge(text, *look)))
    if goal.is_stuck:
        text = app.words("student-going-is-stuck")
        look = (ft.Icons.BACK_HAND_OUTLINED, Role.WARM_BOX, Role.ON_WARM_BOX)
        signs.append((text, badge(text, *look)))
    elif goal.is_check_in_due(app.doors.now_ms()):
        text = app.words("student-goal-how-goes-it")
        look = (ft.Icons.CHAT_BUBBLE_OUTLINE_ROUNDED, Role.SUNKEN, Role.INK)
        signs.append((text, badge(text, *look)))
    return signs
