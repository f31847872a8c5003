"""One goal: why, the steps to it, what a coach proposes, how it goes, and reaching it."""

import flet as ft

from portfolio_app.model.goal import Goal
from portfolio_app.model.records import TEXT_LIMIT, TITLE_LIMIT
from portfolio_app.student import goals
from portfolio_app.student.screens.binning import bin_button, put_away
from portfolio_app.student.screens.check_in import check_in_sheet
from portfolio_app.student.screens.goal_steps import steps_sheet
from portfolio_app.student.screens.proposals import proposal_card
from portfolio_app.student.screens.sheets import sheet, stack
from portfolio_app.student.screens.shell import behind_lock, page_top
from portfolio_app.student.screens.thoughts import thoughts_sheet
from portfolio_app.student.screens.versions import versions_choice
from portfolio_app.student.screens.work_parts import wording
from portfolio_app.student.screens.writing import Writing
from portfolio_app.student.state import AppState
from portfolio_app.student.theme import Radius, Role, Space
from portfolio_app.student.widgets import (
    field,
    go,
    icon_button,
    main_button,
    notice,
    quiet_button,
    say,
    scroll_page,
    tappable,
    use_kept,
    words_of,
)

WIDEST_PX = 760


@behind_lock
def OneGoal(app: AppState) -> ft.Control:  # noqa: N802
    """A goal with everything about it."""
    goal = app.open.goal(ft.use_route_params().get("goal", ""))
    title = use_kept(lambda: Writing(goal.title if goal else ""))
    why = use_kept(lambda: Writing(goal.reasons[0] if goal and goal.reasons else ""))
    if goal is None:
        return scroll_page(app, [page_top(app, app.words("student-goal-gone"), "/goals")])
    title.follow(goal.title)
    why.follow(goal.reasons[0] if goal.reasons else "")
    ideas = [proposal_card(app, goal, one) for one in goal.waiting_proposals]
    about = thoughts_sheet(
        app,
        [one for one in app.open.thoughts if one.goal == goal.id],
        f"/goals/{goal.id}/think",
    )
    return scroll_page(
        app,
        [
            page_top(app, goal.title, "/roadmap" if goal.is_finished else "/goals"),
            *([_reached(app, goal)] if goal.is_finished else []),
            *ideas,
            steps_sheet(app, goal),
            *([] if goal.is_finished else [check_in_sheet(app, goal)]),
            about,
            _words(app, goal, title, why),
            _foot(app, goal),
        ],
        WIDEST_PX,
    )


def _reached(app: AppState, goal: Goal) -> ft.Control:
    day = app.words.day(goal.finished_ms or 0, app.doors.zone)
    rows: list[ft.Control] = [
        notice(
            app.words("student-goal-reached-on", day=day),
            ft.Icons.EMOJI_EVENTS_OUTLINED,
            Role.GOOD_BOX,
            Role.ON_GOOD_BOX,
        )
    ]
    if len(goal.stories) > 1:

        async def keep(text: str) -> None:
            await app.doors.act(goals.finish_goal, goal.id, text)

        rows.append(versions_choice(app, (goal.id, "story"), TEXT_LIMIT, keep, "story"))
    elif goal.stories:
        rows.append(words_of(goal.stories[0]))
    return stack(rows)


def _words(app: AppState, goal: Goal, title: Writing, why: Writing) -> ft.Control:
    async def save_title() -> None:
        if title.is_changed:
            text = title.text
            await app.doors.act(goals.change_goal, goal.id, title=text)
            title.saved(text)
            say(app.words("student-saved-here"))

    async def keep_why(text: str) -> None:
        await app.doors.act(goals.change_goal, goal.id, why=text)

    async def save_why() -> None:
        if why.is_changed:
            text = why.text
            await keep_why(text)
            why.saved(text)
            say(app.words("student-saved-here"))

    reasons: ft.Control = (
        versions_choice(app, (goal.id, "why"), TEXT_LIMIT, keep_why, "why")
        if len(goal.reasons) > 1
        else field(
            app, app.words("student-goal-why"), why.text, why.write, "goal-why",
            on_blur=save_why, lines=2, limit=TEXT_LIMIT,
        )
    )  # fmt: skip
    name = ft.Row(
        [
            ft.Container(
                field(
                    app, app.words("student-goal-what"), title.text, title.write, "goal-title",
                    on_submit=save_title, on_blur=save_title, limit=TITLE_LIMIT,
                ),
                expand=True,
            ),
            icon_button(
                app, ft.Icons.CHECK_ROUNDED, app.words("student-save"), save_title,
                "save-goal-title", Role.PRIMARY if title.is_changed else Role.SOFT,
            ),
        ],
        spacing=Space.S,
    )  # fmt: skip
    rows = [name, reasons, *_tags(app, goal)]
    return sheet(app.words("student-goal-about"), ft.Icons.EDIT_OUTLINED, rows)


def _tags(app: AppState, goal: Goal) -> list[ft.Control]:
    """What the goal is about, in "I can" words, each opening its page; and a way to choose."""
    known = [(ref, app.open.catalog.competency(ref)) for ref in goal.competencies]
    cans: list[ft.Control] = [
        tappable(
            app,
            ft.Row(
                [
                    ft.Icon(ft.Icons.AUTO_AWESOME_OUTLINED, color=Role.PRIMARY, size=22),
                    words_of(wording(app, one), expand=True),
                    ft.Icon(ft.Icons.CHEVRON_RIGHT_ROUNDED, color=Role.SOFT),
                ],
                spacing=Space.M,
            ),
            lambda ref=ref: go(f"/progress/{ref}"),
            f"goal-tag-{one.id}",
            wording(app, one),
            padding=Space.M,
            bgcolor=Role.SURFACE,
            border_radius=Radius.M,
        )
        for ref, one in known
        if one is not None
    ]
    choose = quiet_button(
        app, app.words("student-goal-tags"), lambda: go(f"/goals/{goal.id}/tags"), "goal-tags",
        ft.Icons.ADD_ROUNDED,
    )  # fmt: skip
    return [*cans, ft.Row([choose], wrap=True)]


def _foot(app: AppState, goal: Goal) -> ft.Control:
    async def throw() -> None:
        deeds = (goals.bin_goal, goals.take_goal_from_bin)
        await put_away(app, goal.id, deeds, ("/goals", f"/goals/{goal.id}"))

    async def go_on() -> None:
        await app.doors.act(goals.reopen_goal, goal.id)

    finish = (
        quiet_button(
            app, app.words("student-goal-go-on"), go_on, "goal-go-on", ft.Icons.REPLAY_ROUNDED
        )
        if goal.is_finished
        else main_button(
            app,
            app.words("student-goal-reached"),
            lambda: go(f"/goals/{goal.id}/reached"),
            "goal-reached",
            ft.Icons.EMOJI_EVENTS_OUTLINED,
        )
    )
    away = bin_button(app, "student-work-bin", throw, "goal-bin")
    return ft.Row(
        [finish, away],
        alignment=ft.MainAxisAlignment.SPACE_BETWEEN,
        wrap=True,
        run_spacing=Space.S,
    )
