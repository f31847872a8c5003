"""A new goal: what I want, why, and a first small step; and the end of one: how I got there."""

from collections.abc import Callable
from dataclasses import dataclass

import flet as ft

from portfolio_app.model.records import TEXT_LIMIT, TITLE_LIMIT
from portfolio_app.student import goals
from portfolio_app.student.screens.focused import focused_page
from portfolio_app.student.screens.sheets import begin_row, joined, stack
from portfolio_app.student.screens.shell import behind_lock, page_top
from portfolio_app.student.screens.tags import Picking, picking_page, use_choosing
from portfolio_app.student.screens.work_parts import wording
from portfolio_app.student.state import AppState, Draft
from portfolio_app.student.theme import Role, Space, Style
from portfolio_app.student.widgets import (
    field,
    go,
    heading,
    icon_button,
    main_button,
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
    """A goal in the making. `refs` are the "I can" statements it is about, assigned whole."""

    title: str = ""
    why: str = ""
    step: str = ""
    refs: tuple[str, ...] = ()

    @property
    def draft(self) -> Draft:
        """As it is kept until it is saved."""
        texts = {"title": self.title, "why": self.why, "step": self.step}
        return {**texts, "refs": list(self.refs)}

    def turn(self, ref: str) -> None:
        """Let it be about something, or no longer."""
        rest = tuple(one for one in self.refs if one != ref)
        self.refs = rest if len(rest) < len(self.refs) else (*rest, ref)


@ft.observable
@dataclass
class Telling:
    """The story of a goal in the making."""

    story: str = ""


@behind_lock
def NewGoal(app: AppState) -> ft.Control:  # noqa: N802
    """Three questions and what it is about; only the first has to be answered."""
    about = _asked_about()
    wanting = use_kept(lambda: _begun(app, about))

    def keep() -> None:
        app.doors.keep_draft(_draft_name(about), wanting.draft)

    def write(name: str, text: str) -> None:
        setattr(wanting, name, text)
        keep()

    def take_off(ref: str) -> None:
        wanting.turn(ref)
        keep()

    async def save() -> None:
        if not wanting.title.strip():
            say(app.words("student-goal-nothing"))
            return
        refs = [ref for ref in wanting.refs if app.open.catalog.competency(ref)]
        goal_id = await app.doors.act(goals.make_goal, wanting.title, wanting.why, refs)
        if wanting.step.strip():
            await app.doors.act(goals.add_step, goal_id, wanting.step)
        app.doors.keep_draft(_draft_name(about), None)
        go(f"/goals/{goal_id}")
        say(app.words("student-saved-here"))

    def choose() -> None:
        keep()  # the chooser goes on with what is written here
        go(f"/goals/new/{about}/tags" if about else "/goals/new/tags")

    label = app.words("student-save")
    return focused_page(
        app,
        [
            page_top(
                app, app.words("student-goal-new"), f"/progress/{about}" if about else "/goals"
            ),
            *_questions(app, wanting, write),
            _about(app, wanting, take_off, choose),
        ],
        [main_button(app, label, save, "save-goal", ft.Icons.CHECK_ROUNDED)],
        WIDEST_PX,
    )


@behind_lock
def NewGoalTags(app: AppState) -> ft.Control:  # noqa: N802
    """Choose the "I can" statements of a goal that is not saved yet."""
    about = _asked_about()
    wanting = use_kept(lambda: _begun(app, about))
    choosing = use_choosing(app)

    async def turn(ref: str, _is_chosen: bool) -> None:
        wanting.turn(ref)
        app.doors.keep_draft(_draft_name(about), wanting.draft)

    picking = Picking(wanting.refs, turn)
    back = f"/goals/new/{about}" if about else "/goals/new"
    return picking_page(app, choosing, picking, back, "student-goal-tags-why")


def _asked_about() -> str:
    """The statement that whoever came from its page wants to reach; "" from elsewhere."""
    params = ft.use_route_params()
    return f"{params['framework']}/{params['item']}" if "item" in params else ""


def _draft_name(about: str) -> str:
    return f"{DRAFT}:{about}"


def _about(
    app: AppState, wanting: Wanting, take_off: Callable[[str], None], choose: Callable[[], None]
) -> ft.Control:
    known = [(ref, app.open.catalog.competency(ref)) for ref in wanting.refs]
    rows: list[ft.Control] = [
        ft.Row(
            [
                ft.Icon(ft.Icons.AUTO_AWESOME_OUTLINED, color=Role.PRIMARY, size=22),
                words_of(wording(app, one), expand=True),
                icon_button(
                    app, ft.Icons.CLOSE_ROUNDED,
                    app.words("student-work-take-off", tag=wording(app, one)),
                    lambda ref=ref: take_off(ref), f"goal-untag-{one.id}", Role.SOFT,
                ),
            ],
            spacing=Space.M,
        )
        for ref, one in known
        if one is not None
    ]  # fmt: skip
    button = quiet_button(
        app, app.words("student-goal-tags"), choose, "goal-tags", ft.Icons.ADD_ROUNDED
    )
    return stack([*rows, ft.Row([button], wrap=True)], Space.S)


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
    draft = app.doors.draft(_draft_name(about))
    texts = {name: str(draft.get(name) or "") for name in ("title", "why", "step")}
    refs = draft.get("refs", [about] if about else [])
    return Wanting(**texts, refs=tuple(ref for ref in refs if app.open.catalog.competency(ref)))


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
