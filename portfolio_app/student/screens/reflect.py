"""What I think: a question, a way to begin, and room for words."""

from collections.abc import Callable
from dataclasses import dataclass

import flet as ft

from portfolio_app.model.artifact import Work
from portfolio_app.model.records import WORDS_LIMIT
from portfolio_app.model.reflection import PROMPTS, Reflection
from portfolio_app.student import actions
from portfolio_app.student.screens.focused import focused_page
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
WIDEST_PX = 720


@ft.observable
@dataclass
class Thinking:
    """A thought in the making; `reflection` is its id once it has been saved."""

    prompt: str
    text: str = ""
    reflection: str = ""
    _saved: str = ""
    _is_saving: bool = False


@behind_lock
def Reflect(app: AppState) -> ft.Control:  # noqa: N802
    """Answer one of a few questions, or change an earlier answer."""
    params = ft.use_route_params()
    work_id, reflection_id = params.get("work", ""), params.get("reflection", "")
    work = app.open.work(work_id)
    draft_name = f"reflect:{work_id}:{reflection_id or 'new'}"
    thinking = use_kept(lambda: _begin(app, work, reflection_id, draft_name))
    back = f"/works/{work_id}"
    if work is None:
        return scroll_page(app, [page_top(app, app.words("student-work-gone"), "/works")])

    def write(text: str) -> None:
        thinking.text = text
        app.doors.keep_draft(draft_name, {"prompt": thinking.prompt, "text": text})

    async def save() -> None:
        await _save(app, work_id, thinking, draft_name)

    async def save_and_leave() -> None:
        if not thinking.text.strip():
            say(app.words("student-reflect-empty"))
            return
        await save()
        go(back)
        say(app.words("student-saved-here"))

    button = main_button(
        app,
        app.words("student-save"),
        save_and_leave,
        "save-reflection",
        ft.Icons.CHECK_ROUNDED,
    )
    return focused_page(
        app,
        [
            page_top(app, app.words("student-work-think-title"), back),
            _about(app, work),
            *_questions(app, thinking),
            *_writing(app, thinking, write, save),
        ],
        [button],
        WIDEST_PX,
    )


def _about(app: AppState, work: Work) -> ft.Control:
    title = work.title or app.words("student-untitled")
    return ft.Row(
        [thumbnail(app, work, 64), words_of(title, Style.SUBTITLE, expand=True)], spacing=Space.L
    )


def _writing(
    app: AppState, thinking: Thinking, write: Callable[[str], None], save: Handler
) -> list[ft.Control]:
    starters = ft.Row(
        [_starter(app, thinking, number, write) for number in STARTERS],
        wrap=True,
        spacing=Space.S,
        run_spacing=Space.S,
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
        thinking = Thinking(earlier.prompt, words, earlier.id, words)
    draft = app.doors.draft(draft_name)
    if draft.get("text"):
        thinking.prompt = str(draft.get("prompt") or thinking.prompt)
        thinking.text = str(draft["text"])
    return thinking


def _earlier(work: Work | None, reflection_id: str) -> Reflection | None:
    found = (one for one in (work.reflections if work else ()) if one.id == reflection_id)
    return next(found, None)


async def _save(app: AppState, work_id: str, thinking: Thinking, draft_name: str) -> None:
    """Keep the words; a blur and a tap on Save may come together, so one at a time."""
    text = thinking.text.strip()
    if not text or text == thinking._saved or thinking._is_saving:  # noqa: SLF001
        return
    thinking._is_saving = True  # noqa: SLF001
    try:
        thinking.reflection = await app.doors.act(
            actions.reflect, work_id, thinking.prompt, text, thinking.reflection or None
        )
        thinking._saved = text  # noqa: SLF001
        app.doors.keep_draft(draft_name, None)
    finally:
        thinking._is_saving = False  # noqa: SLF001


def _questions(app: AppState, thinking: Thinking) -> list[ft.Control]:
    if thinking.reflection:
        return [heading(app.words(f"prompt-{thinking.prompt}"), 2)]
    rows = [_question(app, thinking, prompt) for prompt in PROMPTS[app.open.learner.band]]
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


def _starter(
    app: AppState, thinking: Thinking, number: int, write: Callable[[str], None]
) -> ft.Control:
    text = app.words(f"student-starter-{thinking.prompt.replace('_', '-')}-{number}")

    def begin() -> None:
        gap = "" if not thinking.text or thinking.text.endswith((" ", "\n")) else " "
        write(f"{thinking.text}{gap}{text} ")

    return tappable(
        app,
        ft.Row(
            [
                ft.Icon(ft.Icons.FORMAT_QUOTE_ROUNDED, size=18, color=Role.ON_ACCENT_BOX),
                words_of(f"{text} …", Style.LABEL, Role.ON_ACCENT_BOX),
            ],
            spacing=Space.XS,
            tight=True,
        ),
        begin,
        f"starter-{number}",
        app.words("student-reflect-begin-with", words=text),
        padding=Space.M,
        bgcolor=Role.ACCENT_BOX,
        border=None,
        border_radius=Radius.PILL,
    )
