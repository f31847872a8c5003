"""My way: goals I reached, as a story with its works, and the goals ahead."""

import flet as ft

from portfolio_app.model.goal import Event, Milestone, roadmap
from portfolio_app.student.screens.drawings import empty
from portfolio_app.student.screens.sheets import growing_tabs, stack
from portfolio_app.student.screens.shell import behind_lock
from portfolio_app.student.screens.work_card import thumbnail
from portfolio_app.student.state import AppState
from portfolio_app.student.theme import Radius, Role, Space, Style
from portfolio_app.student.widgets import (
    card,
    go,
    heading,
    main_button,
    named,
    scroll_page,
    tappable,
    text_button,
    words_of,
)

WIDEST_PX = 760
PICTURE_PX = 64
LINE_PX = 3
_SIGNS = {
    "began": ft.Icons.FLAG_OUTLINED,
    "step": ft.Icons.CHECK_CIRCLE_ROUNDED,
    "check_in": ft.Icons.CHAT_BUBBLE_OUTLINE_ROUNDED,
    "finished": ft.Icons.EMOJI_EVENTS_ROUNDED,
}


@behind_lock
def Roadmap(app: AppState) -> ft.Control:  # noqa: N802
    """The story so far, then what lies ahead."""
    top = [heading(app.words("student-goals-title")), growing_tabs(app, "roadmap")]
    way = roadmap(app.open.goals)
    if not way:
        new = main_button(
            app, app.words("student-goal-new"), lambda: go("/goals/new"), "goal-new",
            ft.Icons.ADD_ROUNDED,
        )  # fmt: skip
        title, text = app.words("student-way-none-title"), app.words("student-way-none")
        return scroll_page(app, [*top, empty(app, "empty-goals", title, text, new)], WIDEST_PX)
    reached = [one for one in way if one.goal.is_finished]
    ahead = [one for one in way if not one.goal.is_finished]
    parts: list[ft.Control] = []
    for key, stops in (("reached", reached), ("ahead", ahead)):
        if stops:
            parts.append(heading(app.words(f"student-way-{key}"), 2))
            parts += [_stop(app, one) for one in stops]
    return scroll_page(app, [*top, *parts], WIDEST_PX)


def _stop(app: AppState, stop: Milestone) -> ft.Control:
    goal = stop.goal
    rows = [
        _event(app, event, is_last=event is stop.events[-1])
        for event in stop.events
        if event.what != "check_in" or event.words
    ]
    look = text_button(
        app, app.words("student-open"), lambda: go(f"/goals/{goal.id}"), f"way-open-{goal.id}",
        ft.Icons.CHEVRON_RIGHT_ROUNDED,
    )  # fmt: skip
    border = ft.Border.all(2, Role.GOOD) if goal.is_finished else ft.Border.all(1, Role.LINE)
    return named(
        f"way-{goal.id}",
        card(stack([heading(goal.title, 3), *rows, ft.Row([look], wrap=True)]), border=border),
    )


def _event(app: AppState, event: Event, *, is_last: bool) -> ft.Control:
    day = app.words.day(event.at_ms, app.doors.zone)
    what = app.words(f"student-way-{event.what.replace('_', '-')}")
    works = [work for one in event.works if (work := app.open.work(one)) is not None]
    lines: list[ft.Control] = [words_of(f"{day} · {what}", Style.SMALL, Role.SOFT)]
    if event.words:
        lines.append(words_of(event.words))
    if works:
        pictures = [
            tappable(
                app,
                thumbnail(app, work, PICTURE_PX, Radius.S),
                lambda work_id=work.id: go(f"/works/{work_id}"),
                f"way-work-{work.id}",
                work.title or app.words("student-untitled"),
                padding=2,
                border_radius=Radius.S,
            )
            for work in works
        ]
        lines.append(ft.Row(pictures, wrap=True, spacing=Space.S, run_spacing=Space.S))
    is_end = event.what == "finished"
    thread = [] if is_last else [ft.Container(width=LINE_PX, bgcolor=Role.LINE, expand=True)]
    return ft.Row(
        [
            ft.Column(
                [
                    ft.Icon(
                        _SIGNS[event.what], size=24, color=Role.GOOD if is_end else Role.PRIMARY
                    ),
                    *thread,
                ],
                spacing=Space.XS,
                horizontal_alignment=ft.CrossAxisAlignment.CENTER,
            ),
            ft.Container(
                stack(lines, Space.XS), expand=True, padding=ft.Padding.only(bottom=Space.M)
            ),
        ],
        spacing=Space.M,
        intrinsic_height=True,
        vertical_alignment=ft.CrossAxisAlignment.STRETCH,
    )
