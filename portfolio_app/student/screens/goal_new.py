"""A new goal: what I want, why, and a first small step; and the end of one: how I got there."""

from collections.abc import Callable
from dataclasses import dataclass

import flet as ft

from portfolio_app.model.records import TEXT_LIMIT, TITLE_LIMIT
from portfolio_app.student import goals
from portfolio_app.student.screens.focused import focused_page
from portfolio_app.student.screens.sheets import begin_row, joined
from portfolio_app.student.screens.shell import behind_lock, page_top
from portfolio_app.student.screens.work_parts import wording
from portfolio_app.student.state import AppState
from portfolio_app.student.theme import Role, Style
from portfolio_app.student.widgets import (
    field,
    go,
    heading,
    main_button,
    notice,
    quiet_button,
    say,
    scroll_page,
    use_kept,
    words_of,
)

WIDEST_PX = 720
DRAFT = "goal:new"
STARTERS = (1, 2, 3)


@ft.observable
@dataclass
class Wanting:
    """A goal in the making."""

    title: str = ""
    why: str = ""
    step: str = ""


@ft.observable
@dataclass
class Telling:
    """The story of a goal in the making."""

    story: str = ""


@behind_lock
def NewGoal(app: AppState) -> ft.Control:  # noqa: N802
    """Three questions; only the first has to be answered."""
    params = ft.use_route_params()
    about = f"{params['framework']}/{params['item']}" if "item" in params else ""
    wanting = use_kept(lambda: _begun(app, about))
    known = app.open.catalog.competency(about) if about else None

    def write(name: str, text: str) -> None:
        setattr(wanting, name, text)
        draft = {"title": wanting.title, "why": wanting.why, "step": wanting.step}
        app.doors.keep_draft(f"{DRAFT}:{about}", draft)

    async def save() -> None:
        if not wanting.title.strip():
            say(app.words("student-goal-nothing"))
            return
        refs = [about] if known else []
        goal_id = await app.doors.act(goals.make_goal, wanting.title, wanting.why, refs)
        if wanting.step.strip():
            await app.doors.act(goals.add_step, goal_id, wanting.step)
        app.doors.keep_draft(f"{DRAFT}:{about}", None)
        go(f"/goals/{goal_id}")
        say(app.words("student-saved-here"))

    can = wording(app, known) if known else ""
    back = f"/progress/{about}" if known else "/goals"
    return focused_page(
        app,
        [
            page_top(app, app.words("student-goal-new"), back),
            *([notice(can, ft.Icons.AUTO_AWESOME_OUTLINED)] if can else []),
            *_questions(app, wanting, write),
        ],
        [
            main_button(
                app, app.words("student-save"), save, "save-goal", ft.Icons.CHECK_ROUNDED
            )
        ],
        WIDEST_PX,
    )  # fmt: skip


def _questions(
    app: AppState, wanting: Wanting, write: Callable[[str, str], None]
) -> list[ft.Control]:
    return [
            field(
                app, app.words("student-goal-what"), wanting.title,
                lambda text: write("title", text), "new-goal-title",
                limit=TITLE_LIMIT, autofocus=True,
                hint_text=app.words("student-goal-what-hint"),
            ),
            field(
                app, app.words("student-goal-why"), wanting.why,
                lambda text: write("why", text), "new-goal-why", lines=3, limit=TEXT_LIMIT,
            ),
            field(
                app, app.words("student-goal-first-step"), wanting.step,
                lambda text: write("step", text), "new-goal-step", limit=TITLE_LIMIT,
                hint_text=app.words("student-goal-first-step-hint"),
            ),
    ]  # fmt: skip


def _begun(app: AppState, about: str) -> Wanting:
    draft = app.doors.draft(f"{DRAFT}:{about}")
    texts = {name: str(draft.get(name) or "") for name in ("title", "why", "step")}
    return Wanting(**texts)


@behind_lock
def GoalReached(app: AppState) -> ft.Control:  # noqa: N802
    """Tell how it was reached; the story may also stay untold."""
    goal = app.open.goal(ft.use_route_params().get("goal", ""))
    telling = use_kept(Telling)
    if goal is None:
        return scroll_page(app, [page_top(app, app.words("student-goal-gone"), "/goals")])
    goal_id, back = goal.id, f"/goals/{goal.id}"

    async def finish() -> None:
        await app.doors.act(goals.finish_goal, goal_id, telling.story)
        go("/roadmap")
        say(app.words("student-goal-cheer"))

    def write(text: str) -> None:
        telling.story = text

    starters = [app.words(f"student-starter-goal-story-{number}") for number in STARTERS]
    return focused_page(
        app,
        [
            page_top(app, app.words("student-goal-reached"), back),
            words_of(goal.title, Style.TITLE, Role.PRIMARY),
            heading(app.words("prompt-goal_story"), 2),
            begin_row(app, starters, lambda text: write(joined(telling.story, text))),
            field(
                app, app.words("student-goal-story"), telling.story, write, "goal-story",
                lines=5, limit=TEXT_LIMIT,
            ),
        ],
        [
            quiet_button(app, app.words("student-goal-not-yet"), lambda: go(back), "not-yet"),
            main_button(
                app, app.words("student-goal-reached"), finish, "save-reached",
                ft.Icons.EMOJI_EVENTS_OUTLINED,
            ),
        ],
        WIDEST_PX,
    )  # fmt: skip
