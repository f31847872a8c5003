"""What I think: a question, a way to begin, and room for words."""

import asyncio
import dataclasses
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace

import flet as ft

from portfolio_app.model.artifact import Work, WorkFile
from portfolio_app.model.prompts import ABOUT, WORK, find_prompt, prompts_for
from portfolio_app.model.records import WORDS_LIMIT
from portfolio_app.model.reflection import PROMPTS, Reflection
from portfolio_app.student import actions
from portfolio_app.student.recording import Place, Recorded
from portfolio_app.student.screens.focused import focused_page
from portfolio_app.student.screens.recorder import Recorder, recorder_line, use_recorder
from portfolio_app.student.screens.said import spoken
from portfolio_app.student.screens.sheets import begin_row, choices, joined
from portfolio_app.student.screens.shell import behind_lock, page_top
from portfolio_app.student.screens.versions import BETWEEN
from portfolio_app.student.screens.work_card import thumbnail
from portfolio_app.student.state import AppState
from portfolio_app.student.theme import Radius, Role, Space, Style
from portfolio_app.student.widgets import (
    Handler,
    field,
    go,
    heading,
    main_button,
    say,
    scroll_page,
    tappable,
    use_kept,
    words_of,
)

STARTERS = (1, 2, 3)
LOOK = "look"
WIDEST_PX = 720


@ft.observable
@dataclass
class Thinking:
    """A thought in the making; `reflection` is its id once it has been saved."""

    prompt: str
    text: str = ""
    reflection: str = ""
    kind: str = LOOK
    _saved: str = ""
    _turn: asyncio.Lock = dataclasses.field(default_factory=asyncio.Lock)

    async def keep(self, deed: Callable[[str], Awaitable[str]]) -> bool:
        """Save the words by `deed`, which returns the id; whether there were any, and they are all
        saved now.

        A blur and a tap on Save, or on the microphone, may come together, so one after the other.
        """
        async with self._turn:
            text = self.text.strip()
            if not text or text == self._saved:
                return False
            self.reflection = await deed(text)
            self._saved = text
        return self.text.strip() == text


@behind_lock
def Reflect(app: AppState) -> ft.Control:  # noqa: N802
    """Answer one of a few questions, or change an earlier answer."""
    params = ft.use_route_params()
    work_id, reflection_id = params.get("work", ""), params.get("reflection", "")
    work = app.open.work(work_id)
    draft_name = f"reflect:{work_id}:{reflection_id or 'new'}"
    thinking = use_kept(lambda: _begin(app, work, reflection_id, draft_name))
    recorder = use_recorder(app, lambda made: told(app, thinking, made))
    if work is None:
        return scroll_page(app, [page_top(app, app.words("student-work-gone"), "/works")])

    def write(text: str) -> None:
        thinking.text = text
        app.doors.keep_draft(draft_name, {"prompt": thinking.prompt, "text": text})

    async def keep(text: str) -> str:
        known = thinking.reflection or None
        kept: str = await app.doors.act(actions.reflect, work_id, thinking.prompt, text, known)
        return kept

    async def save() -> None:
        if await thinking.keep(keep):
            app.doors.keep_draft(draft_name, None)

    async def begin() -> Place:
        await save()
        return Place(work_id, thinking.reflection, thinking.prompt)

    async def save_and_leave() -> None:
        if not (thinking.text.strip() or work.said_about(thinking.reflection)):
            say(app.words("student-reflect-empty"))
            return
        await save()
        go(f"/works/{work_id}")
        say(app.words("student-saved-here"))

    label = app.words("student-save")
    button = main_button(app, label, save_and_leave, "save-reflection", ft.Icons.CHECK_ROUNDED)
    return focused_page(
        app,
        [
            page_top(app, app.words("student-work-think-title"), f"/works/{work_id}"),
            _about(app, work),
            *_kinds(app, thinking),
            *questions(app, thinking, _asked(app, thinking)),
            *writing(app, thinking, write, save),
            *aloud(app, work.said_about(thinking.reflection), recorder, begin),
        ],
        [button],
        WIDEST_PX,
    )


async def told(app: AppState, thinking: Thinking, made: Recorded) -> None:
    """What was said is kept as a thought; words that are written now belong to it."""
    thinking.reflection = made.thought or thinking.reflection
    say(app.words("student-saved-here"))


def aloud(
    app: AppState,
    said: Sequence[WorkFile],
    recorder: Recorder,
    begin: Callable[[], Awaitable[Place]],
) -> list[ft.Control]:
    """Say it instead of writing, or as well; said again, what was said before stays. `begin` saves
    what was written, so that both are one thought, and tells which.
    """

    async def again() -> Place:
        return replace(await begin(), replaces=said[-1].id if said else "")

    label = app.words("student-voice-again" if said else "student-voice-say")
    heard = spoken(said) if not recorder.telling.is_busy else []
    return [*heard, recorder_line(app, recorder, again, label)]


def _about(app: AppState, work: Work) -> ft.Control:
    title = work.title or app.words("student-untitled")
    return ft.Row(
        [thumbnail(app, work, 64), words_of(title, Style.SUBTITLE, expand=True)], spacing=Space.L
    )


def writing(
    app: AppState, thinking: Thinking, write: Callable[[str], None], save: Handler
) -> list[ft.Control]:
    """Beginnings to tap and room for words."""
    key = f"student-starter-{thinking.prompt.replace('_', '-')}"
    starters = begin_row(
        app,
        [app.words(f"{key}-{number}") for number in STARTERS],
        lambda text: write(joined(thinking.text, text)),
    )
    box = field(
        app,
        app.words(f"prompt-{thinking.prompt}"),
        thinking.text,
        write,
        "reflection-words",
        on_blur=save,
        lines=6,
        limit=WORDS_LIMIT,
    )
    return [starters, box]


def _begin(app: AppState, work: Work | None, reflection_id: str, draft_name: str) -> Thinking:
    first_prompt = PROMPTS[app.open.learner.band][0]
    earlier = _earlier(work, reflection_id)
    thinking = Thinking(first_prompt)
    if earlier is not None:
        # What two devices wrote apart comes in whole: whoever saves here has seen all of it.
        words = BETWEEN.join(earlier.versions)
        thinking = Thinking(earlier.prompt, words, earlier.id, _saved=words)
    draft = app.doors.draft(draft_name)
    if draft.get("text"):
        thinking.prompt = str(draft.get("prompt") or thinking.prompt)
        asked = find_prompt(thinking.prompt)
        thinking.kind = asked.kind if asked else LOOK
        thinking.text = str(draft["text"])
    return thinking


def _earlier(work: Work | None, reflection_id: str) -> Reflection | None:
    found = (one for one in (work.reflections if work else ()) if one.id == reflection_id)
    return next(found, None)


def _kinds(app: AppState, thinking: Thinking) -> list[ft.Control]:
    """Other ways to ask about a work, for whoever wants more than the first questions."""
    if thinking.reflection:
        return []

    def choose(kind: str) -> None:
        thinking.kind = kind
        thinking.prompt = _asked(app, thinking)[0]

    options = [
        (kind, app.words(f"student-kind-{kind.replace('_', '-')}"))
        for kind, about in ABOUT.items()
        if WORK in about
    ]
    return [choices(app, "kind", options, thinking.kind, choose)]


def _asked(app: AppState, thinking: Thinking) -> tuple[str, ...]:
    band = app.open.learner.band
    if thinking.kind == LOOK:
        return PROMPTS[band]
    return tuple(one.id for one in prompts_for(band, WORK, thinking.kind))


def questions(app: AppState, thinking: Thinking, prompts: Sequence[str]) -> list[ft.Control]:
    """The questions to choose from; the one that was answered, once there is an answer."""
    if thinking.reflection:
        return [heading(app.words(f"prompt-{thinking.prompt}"), 2)]
    rows = [_question(app, thinking, prompt) for prompt in prompts]
    return [heading(app.words("student-reflect-choose"), 2), *rows]


def _question(app: AppState, thinking: Thinking, prompt: str) -> ft.Control:
    is_chosen = thinking.prompt == prompt
    ink = Role.ON_PRIMARY_BOX if is_chosen else Role.INK
    text = app.words(f"prompt-{prompt}")
    return tappable(
        app,
        ft.Row(
            [
                ft.Icon(
                    ft.Icons.RADIO_BUTTON_CHECKED_ROUNDED
                    if is_chosen
                    else ft.Icons.RADIO_BUTTON_UNCHECKED_ROUNDED,
                    color=Role.PRIMARY if is_chosen else Role.OUTLINE,
                ),
                words_of(text, Style.BODY, ink, expand=True),
            ],
            spacing=Space.M,
        ),
        lambda: setattr(thinking, "prompt", prompt),
        f"prompt-{prompt}",
        text,
        selected=is_chosen,
        padding=Space.M,
        bgcolor=Role.PRIMARY_BOX if is_chosen else Role.RAISED,
        border=ft.Border.all(1.5 if is_chosen else 1, Role.PRIMARY if is_chosen else Role.LINE),
        border_radius=Radius.M,
    )
