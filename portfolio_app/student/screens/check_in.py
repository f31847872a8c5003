"""How is it going: three big answers, a few words if wanted, and what was said before."""

from dataclasses import dataclass

import flet as ft

from portfolio_app.model.goal import CheckIn, Goal
from portfolio_app.model.records import TEXT_LIMIT
from portfolio_app.student import goals
from portfolio_app.student.screens.sheets import sheet
from portfolio_app.student.state import AppState, use_app
from portfolio_app.student.theme import Radius, Role, Space, Style
from portfolio_app.student.widgets import (
    component,
    field,
    main_button,
    notice,
    say,
    tappable,
    use_kept,
    words_of,
)

EARLIER_LIMIT = 5
GOING = {
    "well": ft.Icons.SENTIMENT_SATISFIED_ALT_ROUNDED,
    "slowly": ft.Icons.HOURGLASS_BOTTOM_ROUNDED,
    "stuck": ft.Icons.BACK_HAND_OUTLINED,
}


@ft.observable
@dataclass
class Saying:
    """A check-in in the making."""

    going: str = ""
    words: str = ""


def check_in_sheet(app: AppState, goal: Goal) -> ft.Control:
    """Ask how a goal goes."""
    rows: list[ft.Control] = []
    if goal.is_stuck:
        key = "told" if app.open.outlook.school else "alone"
        rows.append(
            notice(
                app.words(f"student-going-stuck-{key}"),
                ft.Icons.BACK_HAND_OUTLINED,
                Role.WARM_BOX,
                Role.ON_WARM_BOX,
            )
        )
    rows.append(CheckInForm(goal.id, key=f"check-in-{goal.id}"))
    rows += [_earlier(app, one) for one in reversed(goal.check_ins[-EARLIER_LIMIT:])]
    icon = ft.Icons.CHAT_BUBBLE_OUTLINE_ROUNDED
    return sheet(app.words("student-goal-how-goes-it"), icon, rows)


@component
def CheckInForm(goal_id: str, key: str = "") -> ft.Control:  # noqa: N802
    """The three answers; words and a button come once one is chosen."""
    app = use_app()
    saying = use_kept(Saying)
    if app.snapshot is None:
        return ft.Container()

    async def save() -> None:
        await app.doors.act(goals.check_in, goal_id, saying.going, saying.words)
        saying.going, saying.words = "", ""
        say(app.words("student-saved-here"))

    answers = ft.Row(
        [_answer(app, saying, going) for going in GOING],
        spacing=Space.S,
        intrinsic_height=True,
        vertical_alignment=ft.CrossAxisAlignment.STRETCH,
    )
    if not saying.going:
        return answers
    words = field(
        app,
        app.words(f"student-going-why-{saying.going}"),
        saying.words,
        lambda text: setattr(saying, "words", text),
        "check-in-words",
        lines=2,
        limit=TEXT_LIMIT,
    )
    button = main_button(
        app, app.words("student-save"), save, "save-check-in", ft.Icons.CHECK_ROUNDED
    )
    return ft.Column(
        [answers, words, ft.Row([button], wrap=True)],
        spacing=Space.M,
        tight=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _answer(app: AppState, saying: Saying, going: str) -> ft.Control:
    is_chosen = saying.going == going
    ink = Role.ON_PRIMARY_BOX if is_chosen else Role.INK
    text = app.words(f"student-going-{going}")
    icon = ft.Icons.CHECK_CIRCLE_ROUNDED if is_chosen else GOING[going]
    return tappable(
        app,
        ft.Column(
            [
                ft.Icon(icon, size=32, color=Role.PRIMARY if is_chosen else Role.SOFT),
                words_of(text, Style.LABEL, ink, text_align=ft.TextAlign.CENTER),
            ],
            spacing=Space.XS,
            alignment=ft.MainAxisAlignment.CENTER,
            horizontal_alignment=ft.CrossAxisAlignment.CENTER,
        ),
        lambda: setattr(saying, "going", going),
        f"going-{going}",
        text,
        selected=is_chosen,
        expand=True,
        padding=Space.M,
        bgcolor=Role.PRIMARY_BOX if is_chosen else Role.SURFACE,
        border=ft.Border.all(2 if is_chosen else 1, Role.PRIMARY if is_chosen else Role.OUTLINE),
        border_radius=Radius.M,
    )


def _earlier(app: AppState, one: CheckIn) -> ft.Control:
    day = app.words.day(one.at_ms, app.doors.zone)
    going = app.words(f"student-going-{one.going}") if one.going in GOING else one.going
    said = "\n".join(one.versions)
    return ft.Row(
        [
            ft.Icon(GOING.get(one.going, ft.Icons.CHAT_OUTLINED), size=22, color=Role.SOFT),
            ft.Column(
                [
                    words_of(f"{day} · {going}", Style.LABEL, Role.SOFT),
                    *([words_of(said)] if said else []),
                ],
                spacing=0,
                tight=True,
                expand=True,
            ),
        ],
        spacing=Space.M,
        vertical_alignment=ft.CrossAxisAlignment.START,
    )
