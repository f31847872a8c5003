"""Ideas for me, on Home: what could be done next, why, and "Not this one".

The rules are in the model; here is only what they are called and where they lead. They are there
when the learner wants them: always, on a tap, or never.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import flet as ft

from portfolio_app.model.people import BANDS
from portfolio_app.model.suggestions import ASK, OFF, ON, Kind, Reason, Suggestion
from portfolio_app.student import suggesting
from portfolio_app.student.screens.faces import is_for_youngest
from portfolio_app.student.screens.sheets import stack
from portfolio_app.student.screens.work_parts import wording
from portfolio_app.student.state import AppState, use_app
from portfolio_app.student.theme import Radius, Role, Space, Style
from portfolio_app.student.widgets import (
    component,
    go,
    heading,
    icon_button,
    quiet_button,
    safe,
    say,
    tappable,
    use_kept,
    words_of,
)

AGES = dict(zip(BANDS, ("small", "child", "teen", "teen"), strict=True))
"""Who reads it: the words are shorter for the youngest."""

QUOTE_CHARACTERS = 80
ICONS = {
    Kind.FIRST: ft.Icons.ADD_PHOTO_ALTERNATE_OUTLINED,
    Kind.GOAL: ft.Icons.FLAG_ROUNDED,
    Kind.LOOK_AGAIN: ft.Icons.REPLAY_ROUNDED,
    Kind.EVIDENCE: ft.Icons.AUTO_AWESOME_OUTLINED,
    Kind.CHECK: ft.Icons.FACT_CHECK_OUTLINED,
    Kind.INTEREST: ft.Icons.FAVORITE_BORDER_ROUNDED,
    Kind.PROUD: ft.Icons.EMOJI_EVENTS_OUTLINED,
}
Turn = Callable[[Callable[..., None], Suggestion], Awaitable[None]]
_OF_GOAL = (Reason.NO_STEP, Reason.ALL_DONE)


@ft.observable
@dataclass
class Asking:
    """Whether the learner has asked for an idea since Home came up, and what came of it."""

    is_asked: bool = False
    ideas: tuple[Suggestion, ...] = ()


@component
def Ideas(key: str = "") -> ft.Control:  # noqa: N802
    """The card with ideas, or the button that asks for them, or nothing."""
    app = use_app()
    asking = use_kept(Asking)
    if app.snapshot is None or app.open.suggesting == OFF:
        return ft.Container()

    async def ask() -> None:
        asking.ideas = await app.doors.act(suggesting.ideas)
        asking.is_asked = True

    async def turn(deed: Callable[..., None], idea: Suggestion) -> None:
        await app.doors.act(deed, idea.id)
        if asking.is_asked:
            await ask()

    if app.open.suggesting == ASK and not asking.is_asked:
        label = app.words("student-suggest-give")
        icon = ft.Icons.LIGHTBULB_OUTLINE_ROUNDED
        return ft.Row([quiet_button(app, label, ask, "ideas-ask", icon)], wrap=True)
    found = app.open.suggestions if app.open.suggesting == ON else asking.ideas
    here = [idea for idea in found if _is_here(app, idea)]
    # For the youngest one at a time: the next comes up when this one is put away.
    shown = here[:1] if is_for_youngest(app) else here
    rows: list[ft.Control] = [_idea(app, idea, turn) for idea in shown]
    if not rows:
        rows.append(words_of(app.words("student-suggest-none"), color=Role.SOFT))
    return stack([heading(app.words("student-suggest-title"), 2), *rows])


def _is_here(app: AppState, idea: Suggestion) -> bool:
    """Whether all that it names is still there: it may have been asked for some time ago."""
    works = all(app.open.work(one) for one in (idea.work, idea.other) if one)
    return works and (not idea.goal or app.open.goal(idea.goal) is not None)


def _idea(app: AppState, idea: Suggestion, turn: Turn) -> ft.Control:
    name, facts = idea.kind.value.replace("_", "-"), _facts(app, idea)
    reason = idea.reason.value
    to_do = app.words(f"student-suggest-do-{reason}", **facts)
    why = app.words(f"student-suggest-why-{reason}", **facts)

    async def put_away() -> None:
        await turn(suggesting.put_away, idea)
        say(app.words("student-suggest-away"), app.words("student-undo"), safe(app, bring_back))

    async def bring_back() -> None:
        await turn(suggesting.bring_back, idea)

    row = tappable(
        app,
        ft.Row(
            [
                ft.Icon(ICONS[idea.kind], size=28, color=Role.ON_ACCENT_BOX),
                stack(
                    [
                        words_of(to_do, Style.SUBTITLE, Role.ON_ACCENT_BOX),
                        words_of(why, Style.LABEL, Role.ON_ACCENT_BOX),
                    ],
                    Space.XS,
                    expand=True,
                ),
            ],
            spacing=Space.M,
        ),
        lambda: go(_place(idea)),
        f"idea-{name}",
        f"{to_do} {why}",
        expand=True,
        padding=Space.M,
        bgcolor=Role.NONE,
        border=None,
        border_radius=Radius.M,
    )
    label = app.words("student-suggest-not", idea=to_do)
    away = icon_button(
        app, ft.Icons.CLOSE_ROUNDED, label, put_away, f"idea-not-{name}", Role.ON_ACCENT_BOX
    )  # fmt: skip
    # One card; putting it away stands in it, at its end.
    return ft.Container(
        ft.Row([row, away], spacing=0, vertical_alignment=ft.CrossAxisAlignment.START),
        bgcolor=Role.ACCENT_BOX,
        border_radius=Radius.M,
    )


def _facts(app: AppState, idea: Suggestion) -> dict[str, str | int]:
    """What the words may name: titles, a step, "I can", what the learner likes."""
    goal = app.open.goal(idea.goal)
    step = next((one for one in goal.steps if one.id == idea.about), None) if goal else None
    competency = app.open.catalog.competency(idea.competency) if idea.competency else None
    liked = (one for one in app.open.profile.entries if one.id == idea.about)
    words = " ".join(next((one.words for one in liked), "").split())
    if len(words) > QUOTE_CHARACTERS:
        words = words[: QUOTE_CHARACTERS - 1].rstrip() + "…"
    return {
        "age": AGES[app.open.learner.band],
        "goal": goal.title if goal else "",
        "step": step.title if step else "",
        "work": _title(app, idea.work),
        "other": _title(app, idea.other),
        "can": wording(app, competency) if competency else "",
        "words": words,
        "count": idea.count,
    }


def _title(app: AppState, work_id: str) -> str:
    work = app.open.work(work_id)
    return (work.title if work else "") or app.words("student-untitled")


def _place(idea: Suggestion) -> str:
    """Where it is done."""
    if idea.kind is Kind.GOAL:
        return f"/goals/{idea.goal}" + ("" if idea.reason in _OF_GOAL else f"/{idea.about}")
    if idea.kind is Kind.LOOK_AGAIN:
        return f"/compare/{idea.work}/{idea.other}" if idea.other else f"/works/{idea.work}"
    return {
        Kind.EVIDENCE: f"/progress/{idea.competency}",
        Kind.CHECK: f"/works/{idea.work}/check",
        Kind.PROUD: "/showcases/new",
    }.get(idea.kind, "/add")
