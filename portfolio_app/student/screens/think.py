"""What I think about a goal, something I can, or two works: a question, a beginning, words."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import flet as ft

from portfolio_app.model.artifact import Work
from portfolio_app.model.prompts import COMPETENCY, GOAL, TWO_WORKS, prompts_for
from portfolio_app.student import thinking as deeds
from portfolio_app.student.screens.focused import focused_page
from portfolio_app.student.screens.reflect import Thinking, questions, writing
from portfolio_app.student.screens.sheets import stack
from portfolio_app.student.screens.shell import behind_lock, page_top
from portfolio_app.student.screens.versions import BETWEEN
from portfolio_app.student.screens.work_card import thumbnail
from portfolio_app.student.screens.work_parts import wording
from portfolio_app.student.state import AppState
from portfolio_app.student.theme import CONTENT_PX, Role, Space, Style
from portfolio_app.student.widgets import (
    go,
    main_button,
    notice,
    say,
    scroll_page,
    use_kept,
    words_of,
)

WIDEST_PX = 720
PAIR_SHARE = 0.4
PAIR_MOST_PX = 420


@dataclass(frozen=True, slots=True)
class Subject:
    """What is thought about. `about` is its kind among the prompts, `name` that of its draft;
    `keep(portfolio, prompt, words)` is the deed.
    """

    about: str
    name: str
    back: str
    keep: Callable[..., Any]


@behind_lock
def ThinkAboutGoal(app: AppState) -> ft.Control:  # noqa: N802
    """Answer a question about a goal."""
    params = ft.use_route_params()
    thinking = use_kept(lambda: _begin(app, GOAL, params.get("reflection", "")))
    goal = app.open.goal(params.get("goal", ""))
    if goal is None:
        return _gone(app, "/goals")
    subject = Subject(
        GOAL, f"goal:{goal.id}", f"/goals/{goal.id}", _with(deeds.reflect_on_goal, goal.id)
    )
    return _page(app, subject, thinking, [notice(goal.title, ft.Icons.FLAG_OUTLINED)])


@behind_lock
def ThinkAboutSkill(app: AppState) -> ft.Control:  # noqa: N802
    """Answer a question about something I can."""
    params = ft.use_route_params()
    thinking = use_kept(lambda: _begin(app, COMPETENCY, params.get("reflection", "")))
    ref = f"{params.get('framework', '')}/{params.get('item', '')}"
    known = app.open.catalog.competency(ref)
    if known is None:
        return _gone(app, "/progress")
    subject = Subject(
        COMPETENCY, f"can:{ref}", f"/progress/{ref}", _with(deeds.reflect_on_competency, ref)
    )
    about = notice(wording(app, known), ft.Icons.AUTO_AWESOME_OUTLINED)
    return _page(app, subject, thinking, [about])


@behind_lock
def ThinkAboutTwo(app: AppState) -> ft.Control:  # noqa: N802
    """Two works side by side, the older first, and a question about both."""
    params = ft.use_route_params()
    thinking = use_kept(lambda: _begin(app, TWO_WORKS, params.get("reflection", "")))
    wanted = (params.get("work", ""), params.get("other", ""))
    pair = [work for one in wanted if (work := app.open.work(one)) is not None]
    if len(pair) < len(wanted):
        return _gone(app, "/works")
    pair.sort(key=lambda work: (work.made_ms, work.id))
    ids = [work.id for work in pair]
    subject = Subject(
        TWO_WORKS, f"two:{'-'.join(ids)}", f"/works/{wanted[0]}", _with(deeds.compare_works, ids)
    )
    return _page(app, subject, thinking, [_pair(app, pair)], CONTENT_PX)


def _with(deed: Callable[..., Any], subject: object) -> Callable[..., Any]:
    return lambda portfolio, prompt, words: deed(portfolio, subject, prompt, words)


def _begin(app: AppState, about: str, reflection: str) -> Thinking:
    earlier = next((one for one in app.open.thoughts if one.id == reflection), None)
    if earlier is not None:
        words = BETWEEN.join(earlier.versions)
        return Thinking(earlier.prompt, words, earlier.id, _saved=words)
    return Thinking(prompts_for(app.open.learner.band, about)[0].id)


def _page(
    app: AppState,
    subject: Subject,
    thinking: Thinking,
    about: Sequence[ft.Control],
    widest_px: int = WIDEST_PX,
) -> ft.Control:
    name = f"think:{subject.name}:{thinking.reflection or 'new'}"
    _take_up(app, thinking, name)

    def write(text: str) -> None:
        thinking.text = text
        app.doors.keep_draft(name, {"prompt": thinking.prompt, "text": text})

    async def keep(text: str) -> str:
        if thinking.reflection:
            await app.doors.act(deeds.reflect_again, thinking.reflection, text)
            return thinking.reflection
        kept: str = await app.doors.act(subject.keep, thinking.prompt, text)
        return kept

    async def save() -> None:
        if await thinking.keep(keep):
            app.doors.keep_draft(name, None)

    async def save_and_leave() -> None:
        if not thinking.text.strip():
            say(app.words("student-reflect-empty"))
            return
        await save()
        go(subject.back)
        say(app.words("student-saved-here"))

    asked = [one.id for one in prompts_for(app.open.learner.band, subject.about)]
    label = app.words("student-save")
    button = main_button(
        app, label, save_and_leave, "save-reflection", ft.Icons.CHECK_ROUNDED
    )  # fmt: skip
    return focused_page(
        app,
        [
            page_top(app, app.words("student-work-think-title"), subject.back),
            *about,
            *questions(app, thinking, asked),
            *writing(app, thinking, write, save),
        ],
        [button],
        widest_px,
    )


def _take_up(app: AppState, thinking: Thinking, name: str) -> None:
    """Go on with what was half written before the app was locked."""
    draft = app.doors.draft(name)
    if draft.get("text") and not thinking.text:
        thinking.prompt = str(draft.get("prompt") or thinking.prompt)
        thinking.text = str(draft["text"])


def _pair(app: AppState, pair: Sequence[Work]) -> ft.Control:
    size_px = int(min(app.width_px * PAIR_SHARE, PAIR_MOST_PX))
    return ft.Row(
        [_one(app, work, key, size_px) for work, key in zip(pair, ("older", "newer"), strict=True)],
        spacing=Space.L,
        alignment=ft.MainAxisAlignment.CENTER,
        vertical_alignment=ft.CrossAxisAlignment.START,
    )


def _one(app: AppState, work: Work, key: str, size_px: int) -> ft.Control:
    day = app.words.day(work.made_ms, app.doors.zone)
    preview = next((file.preview for file in work.files if file.preview), "")
    title = work.title or app.words("student-untitled")
    picture = (
        ft.Image(
            src=app.doors.picture(preview), width=size_px, height=size_px, fit=ft.BoxFit.CONTAIN,
            semantics_label=title, gapless_playback=True,
        )
        if preview
        else thumbnail(app, work, size_px)
    )  # fmt: skip
    return stack(
        [
            picture,
            words_of(title, Style.SUBTITLE),
            words_of(f"{app.words(f'student-two-{key}')} · {day}", Style.SMALL, Role.SOFT),
        ],
        Space.XS,
        width=size_px,
    )


def _gone(app: AppState, back: str) -> ft.Control:
    return scroll_page(app, [page_top(app, app.words("student-goal-gone"), back)])
