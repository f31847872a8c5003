"""What a coach proposes for a goal: seen whole, and taken on or not by the learner."""

import flet as ft

from portfolio_app.model.goal import Goal, Proposal
from portfolio_app.model.records import TEXT_LIMIT
from portfolio_app.student import goals
from portfolio_app.student.screens.sheets import stack
from portfolio_app.student.screens.writing import Writing
from portfolio_app.student.state import AppState, use_app
from portfolio_app.student.theme import Radius, Role, Space, Style
from portfolio_app.student.widgets import (
    component,
    field,
    heading,
    main_button,
    named,
    quiet_button,
    say,
    use_kept,
    words_of,
)


def proposal_card(app: AppState, goal: Goal, proposal: Proposal) -> ft.Control:
    """An idea that waits for an answer."""
    split = next((step.title for step in goal.steps if step.id == proposal.step), "")
    why = app.words("student-idea-split", step=split) if split else app.words("student-idea-steps")
    rows: list[ft.Control] = [
        ft.Row(
            [
                ft.Icon(
                    ft.Icons.LIGHTBULB_OUTLINE_ROUNDED, color=Role.ON_ACCENT_BOX, size=26
                ),
                ft.Container(
                    heading(app.words("student-idea-title"), 2, color=Role.ON_ACCENT_BOX),
                    expand=True,
                ),
            ],
            spacing=Space.M,
        ),
        *([words_of(proposal.words, color=Role.ON_ACCENT_BOX)] if proposal.words else []),
        words_of(why, Style.LABEL, Role.ON_ACCENT_BOX),
        *(_step(text) for text in proposal.steps),
        ProposalAnswer(proposal.id, key=proposal.id),
    ]  # fmt: skip
    box = ft.Container(
        stack(rows), bgcolor=Role.ACCENT_BOX, border_radius=Radius.L, padding=Space.L
    )
    return named(f"idea-{proposal.id}", box)


@component
def ProposalAnswer(proposal_id: str, key: str = "") -> ft.Control:  # noqa: N802
    """Yes or no, and a few words to the coach if wanted."""
    app = use_app()
    words = use_kept(Writing)
    if app.snapshot is None:
        return ft.Container()

    async def take() -> None:
        await app.doors.act(goals.accept, proposal_id, words.text)
        say(app.words("student-idea-taken"))

    async def leave() -> None:
        await app.doors.act(goals.decline, proposal_id, words.text)
        say(app.words("student-idea-left"))

    box = field(
        app, app.words("student-idea-words"), words.text, words.write, "idea-words",
        limit=TEXT_LIMIT,
    )  # fmt: skip
    yes = main_button(
        app, app.words("student-idea-yes"), take, "idea-accept", ft.Icons.CHECK_ROUNDED
    )
    no = quiet_button(app, app.words("student-idea-no"), leave, "idea-decline")
    return stack([box, ft.Row([yes, no], wrap=True, spacing=Space.M, run_spacing=Space.S)])


def _step(text: str) -> ft.Control:
    return ft.Container(
        ft.Row(
            [
                ft.Icon(ft.Icons.RADIO_BUTTON_UNCHECKED_ROUNDED, color=Role.OUTLINE, size=20),
                words_of(text, expand=True),
            ],
            spacing=Space.M,
        ),
        bgcolor=Role.RAISED,
        border_radius=Radius.M,
        padding=Space.M,
    )
