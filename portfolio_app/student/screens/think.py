"""What I think about a goal, something I can, or two works: a question, a beginning, words."""

from collections.abc import Sequence
from dataclasses import dataclass

import flet as ft

from portfolio_app.model.artifact import Work
from portfolio_app.model.prompts import COMPETENCY, GOAL, TWO_WORKS, prompts_for
from portfolio_app.model.reflection import Subject
from portfolio_app.student import thinking as deeds
from portfolio_app.student.recording import Place
from portfolio_app.student.screens.binning import bin_button, put_away
from portfolio_app.student.screens.focused import focused_page
from portfolio_app.student.screens.recorder import Recorder, use_recorder
from portfolio_app.student.screens.reflect import Thinking, aloud, questions, told, writing
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
class _Topic:
    """What is thought about. `about` is its kind among the prompts, `name` that of its draft."""

    about: str
    name: str
    back: str
    subject: Subject


@behind_lock
def ThinkAboutGoal(app: AppState) -> ft.Control:  # noqa: N802
    """Answer a question about a goal."""
    params = ft.use_route_params()
    thinking, recorder = _use_thinking(app, GOAL)
    goal = app.open.goal(params.get("goal", ""))
    if goal is None:
        return _gone(app, "/goals")
    topic = _Topic(GOAL, f"goal:{goal.id}", f"/goals/{goal.id}", Subject(goal=goal.id))
    return _page(app, topic, thinking, recorder, [notice(goal.title, ft.Icons.FLAG_OUTLINED)])


@behind_lock
def ThinkAboutSkill(app: AppState) -> ft.Control:  # noqa: N802
    """Answer a question about something I can."""
    params = ft.use_route_params()
    thinking, recorder = _use_thinking(app, COMPETENCY)
    ref = f"{params.get('framework', '')}/{params.get('item', '')}"
    known = app.open.catalog.competency(ref)
    if known is None:
        return _gone(app, "/progress")
    topic = _Topic(COMPETENCY, f"can:{ref}", f"/progress/{ref}", Subject(competency=ref))
    about = notice(wording(app, known), ft.Icons.AUTO_AWESOME_OUTLINED)
    return _page(app, topic, thinking, recorder, [about])


@behind_lock
def ThinkAboutTwo(app: AppState) -> ft.Control:  # noqa: N802
    """Two works side by side, the older first, and a question about both."""
    params = ft.use_route_params()
    thinking, recorder = _use_thinking(app, TWO_WORKS)
    wanted = (params.get("work", ""), params.get("other", ""))
    pair = [work for one in wanted if (work := app.open.work(one)) is not None]
    if len(pair) < len(wanted):
        return _gone(app, "/works")
    pair.sort(key=lambda work: (work.made_ms, work.id))
    ids = tuple(work.id for work in pair)
    name = f"two:{'-'.join(ids)}"
    topic = _Topic(TWO_WORKS, name, f"/works/{wanted[0]}", Subject(works=ids))
    return _page(app, topic, thinking, recorder, [_pair(app, pair)], CONTENT_PX)


def _use_thinking(app: AppState, about: str) -> tuple[Thinking, Recorder]:
    """Inside a component: the thought in the making, and the microphone for it."""
    reflection = ft.use_route_params().get("reflection", "")
    thinking = use_kept(lambda: _begin(app, about, reflection))
    return thinking, use_recorder(app, lambda made: told(app, thinking, made))


def _begin(app: AppState, about: str, reflection: str) -> Thinking:
    earlier = next((one for one in app.open.thoughts if one.id == reflection), None)
    if earlier is not None:
        words = BETWEEN.join(earlier.versions)
        return Thinking(earlier.prompt, words, earlier.id, _saved=words)
    return Thinking(prompts_for(app.open.learner.band, about)[0].id)


def _page(
    app: AppState,
    topic: _Topic,
    thinking: Thinking,
    recorder: Recorder,
    about: Sequence[ft.Control],
    widest_px: int = WIDEST_PX,
) -> ft.Control:
    name = f"think:{topic.name}:{thinking.reflection or 'new'}"
    _take_up(app, thinking, name)
    said = app.open.spoken.get(thinking.reflection, ())

    def write(text: str) -> None:
        thinking.text = text
        app.doors.keep_draft(name, {"prompt": thinking.prompt, "text": text})

    async def save() -> None:
        if await thinking.keep(lambda text: _keep(app, topic, thinking, text)):
            app.doors.keep_draft(name, None)

    async def begin() -> Place:
        await save()
        return Place("", thinking.reflection, thinking.prompt, subject=topic.subject)

    async def save_and_leave() -> None:
        if not (thinking.text.strip() or said):
            say(app.words("student-reflect-empty"))
            return
        await save()
        go(topic.back)
        say(app.words("student-saved-here"))

    asked = [one.id for one in prompts_for(app.open.learner.band, topic.about)]
    label = app.words("student-save")
    button = main_button(app, label, save_and_leave, "save-reflection", ft.Icons.CHECK_ROUNDED)
    rows = [
        page_top(app, app.words("student-work-think-title"), topic.back),
        *about,
        *questions(app, thinking, asked),
        *writing(app, thinking, write, save),
        *aloud(app, said, recorder, begin),
        *_away(app, topic, thinking),
    ]
    return focused_page(app, rows, [button], widest_px)


async def _keep(app: AppState, topic: _Topic, thinking: Thinking, text: str) -> str:
    if thinking.reflection:
        await app.doors.act(deeds.reflect_again, thinking.reflection, text)
        return thinking.reflection
    kept: str = await app.doors.act(deeds.think, topic.subject, thinking.prompt, text)
    return kept


def _away(app: AppState, topic: _Topic, thinking: Thinking) -> list[ft.Control]:
    """The way into the bin, for a thought that is kept."""
    if not thinking.reflection:
        return []

    async def throw() -> None:
        ways = (topic.back, topic.back)
        await put_away(
            app, thinking.reflection, (deeds.bin_thought, deeds.take_thought_from_bin), ways
        )

    return [ft.Row([bin_button(app, "student-work-bin", throw, "thought-bin")])]


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
