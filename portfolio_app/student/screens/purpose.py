"""Adding a work for something: for one thing I can, or for a step of a goal.

The address of an adding screen carries what for, as `?for=…` or `?step=…/…`: so it is still known
after a locked screen, and the way back leads to where it began.
"""

from urllib.parse import parse_qs, quote, urlsplit

import flet as ft

from portfolio_app.errors import PortfolioError
from portfolio_app.model.goal import Step
from portfolio_app.student import purposes
from portfolio_app.student.purposes import Purpose
from portfolio_app.student.screens.work_parts import wording
from portfolio_app.student.state import AppState
from portfolio_app.student.widgets import error_words, go, notice, say


def add_for_skill(ref: str) -> str:
    """The way to adding a work that shall show a competency."""
    return on_with("/add", Purpose(competency=ref))


def add_for_step(step: Step) -> str:
    """The way to adding a work for a step."""
    return on_with("/add", Purpose(goal=step.goal, step=step.id))


def on_with(route: str, purpose: Purpose) -> str:
    """The way to another adding screen, for the same purpose."""
    if purpose.competency:
        return f"{route}?for={quote(purpose.competency, safe='')}"
    if purpose.step:
        return f"{route}?step={quote(f'{purpose.goal}/{purpose.step}', safe='')}"
    return route


def asked_purpose(app: AppState) -> Purpose:
    """What the address says that a new work is for; nothing where that is not known here."""
    asked = parse_qs(urlsplit(ft.context.page.route or "").query)
    ref = asked.get("for", [""])[0]
    if ref and app.open.catalog.competency(ref) is not None:
        return Purpose(competency=ref)
    goal_id, _, step_id = asked.get("step", [""])[0].partition("/")
    goal = app.open.goal(goal_id)
    known = goal is not None and any(step.id == step_id for step in goal.steps)
    return Purpose(goal=goal_id, step=step_id) if known else Purpose()


def way_back(purpose: Purpose) -> str:
    """Where the adding began."""
    if purpose.competency:
        return f"/progress/{purpose.competency}"
    return f"/goals/{purpose.goal}/{purpose.step}" if purpose.step else "/"


def purpose_notice(app: AppState, purpose: Purpose) -> list[ft.Control]:
    """What the new work will be for, in a line; nothing where it is for nothing special."""
    text = _purpose_words(app, purpose)
    if not text:
        return []
    icon = ft.Icons.AUTO_AWESOME_OUTLINED if purpose.competency else ft.Icons.FLAG_OUTLINED
    return [notice(app.words("student-add-for", what=text), icon)]


async def arrived(app: AppState, work_id: str, purpose: Purpose) -> None:
    """A new work is kept: put it where it is for, and show it."""
    try:
        await serve(app, work_id, purpose)
        say(app.words("student-saved-here"))
    except PortfolioError as problem:
        say(error_words(app.words, problem))
    go(f"/works/{work_id}?new=1")


async def serve(app: AppState, work_id: str, purpose: Purpose) -> None:
    """Put a new work where it is for."""
    if purpose != Purpose():
        await app.doors.act(purposes.serve, work_id, purpose)


def _purpose_words(app: AppState, purpose: Purpose) -> str:
    if purpose.competency:
        competency = app.open.catalog.competency(purpose.competency)
        return wording(app, competency) if competency else ""
    goal = app.open.goal(purpose.goal)
    steps = goal.steps if goal else ()
    return next((step.title for step in steps if step.id == purpose.step), "")
