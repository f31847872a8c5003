"""My school helps me: ask it, show what the teacher compares, and wait for its answer.

The teacher looks at the learner and at this device before the school answers, so the digits stand
large. Where there is no connection, the question leaves as a square code and comes back as text.
"""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import flet as ft

from portfolio_app.errors import BadInput, PortfolioError, SchoolUnreachable, WrongSecret
from portfolio_app.locales.directions import as_printed
from portfolio_app.student.screens.door import back_button, door_column, door_words
from portfolio_app.student.screens.qr import qr_picture
from portfolio_app.student.screens.shell import warning
from portfolio_app.student.state import AppState, Face, Question, use_app
from portfolio_app.student.theme import Role, Space, Style
from portfolio_app.student.widgets import (
    card,
    component,
    error_words,
    field,
    main_button,
    named,
    quiet_button,
    say,
    text_button,
    use_kept,
    waiting_sign,
    words_of,
)

LOOK_AGAIN_SECONDS = 3.0
LONGEST_PAUSE_SECONDS = 30.0
QUESTION_QR_PX = 260
ANSWER_LIMIT = 2_000

Answered = Callable[[], None]


@ft.observable
@dataclass
class Helping:
    """How far the school's help is."""

    question: Question | None = None
    is_read: bool = False
    address: str = ""
    problem: str = ""
    is_busy: bool = False
    is_by_text: bool = False
    answer: str = ""
    is_left: bool = False

    def leave(self) -> None:
        """Nobody looks any more."""
        self.is_left = True

    def is_watching(self, question: Question) -> bool:
        """Whether somebody still waits for the answer to this question."""
        return not self.is_left and self.question is question


@component
def AskSchool(  # noqa: N802
    face: Face, on_answered: Answered, on_back: Callable[[], None]
) -> ft.Control:
    """Ask, or wait; `on_answered` is called when a new secret can be chosen."""
    app = use_app()
    helping = use_kept(Helping)
    question = helping.question

    async def begin() -> None:
        await _begin(app, face.id, helping)

    async def watch() -> None:
        await _watch(app, face.id, helping, on_answered)

    ft.use_effect(begin, [face.id])
    ft.use_effect(watch, [question.text if question else ""])
    ft.use_effect(_nothing, [], cleanup=helping.leave)
    title = app.words("student-forgot-school")
    problem = [warning(helping.problem)] if helping.problem else []
    back = back_button(app, app.words("student-forgot-other-way"), on_back)
    if not helping.is_read:
        return door_column(*door_words(app, face.picture, title, ""), back)
    if question is None:
        text = app.words("student-ask-why")
        rows = _form(app, face.id, helping)
    else:
        text = app.words("student-ask-sent" if question.is_sent else "student-ask-shown")
        rows = _waiting(app, face.id, helping, question, on_answered)
    return door_column(*door_words(app, face.picture, title, text), *problem, *rows, back)


def _wide(line: ft.Control) -> ft.Control:
    """A line as wide as the words above it."""
    line.expand = True
    return ft.Row([line])


def _nothing() -> None:
    """An effect that only tidies up."""


async def _begin(app: AppState, vault_id: str, helping: Helping) -> None:
    """Go on with a question of another day, or offer the school this device knows."""
    try:
        helping.question = await app.doors.keys.school.question(vault_id)
        known = await app.doors.keys.school.known_schools()
    except PortfolioError as problem:
        helping.problem = error_words(app.words, problem)
        known = ()
    helping.address = helping.address or next(iter(known), "")
    helping.is_read = True


async def _watch(app: AppState, vault_id: str, helping: Helping, on_answered: Answered) -> None:
    """Look for the answer until it is there, the question is over, or nobody looks."""
    watched, pause_seconds = helping.question, LOOK_AGAIN_SECONDS
    while watched is not None and watched.is_sent:
        await asyncio.sleep(pause_seconds)
        if not helping.is_watching(watched):
            return
        try:
            told = await app.doors.keys.school.look(vault_id)
        except SchoolUnreachable:
            helping.problem = app.words("student-ask-no-answer")
            pause_seconds = min(2 * pause_seconds, LONGEST_PAUSE_SECONDS)
            continue
        except PortfolioError as problem:
            is_wrong = type(problem) is WrongSecret
            wrong = app.words("student-ask-wrong-answer")
            helping.problem = wrong if is_wrong else error_words(app.words, problem)
            pause_seconds = LONGEST_PAUSE_SECONDS
            continue
        if not helping.is_watching(watched):
            return  # who went away meanwhile finds the answer when they come back
        helping.problem, pause_seconds = "", LOOK_AGAIN_SECONDS
        if told == "answered":
            on_answered()
            return
        if told != "waiting":
            helping.problem = app.words(f"student-question-{told}")
            helping.question = None
            return


def _form(app: AppState, vault_id: str, helping: Helping) -> list[ft.Control]:
    def write(text: str) -> None:
        helping.address = text

    async def ask() -> None:
        if not helping.address.strip():
            helping.problem = app.words("student-ask-missing")
            return
        school = app.doors.keys.school
        await _asked(app, helping, lambda: school.ask(vault_id, helping.address))

    async def by_text() -> None:
        helping.is_by_text = True
        await _asked(app, helping, lambda: app.doors.keys.school.ask_by_text(vault_id))

    return [
        _wide(field(
            app, app.words("student-join-address"), helping.address, write, "ask-address",
            on_submit=ask, keyboard_type=ft.KeyboardType.URL, autocorrect=False,
        )),
        main_button(
            app, app.words("student-ask"), ask, "ask-school", ft.Icons.SCHOOL_OUTLINED,
            is_busy=helping.is_busy,
        ),
        text_button(
            app, app.words("student-ask-by-text"), by_text, "ask-by-text",
            ft.Icons.QR_CODE_2_ROUNDED,
        ),
    ]  # fmt: skip


async def _asked(app: AppState, helping: Helping, ask: Callable[[], Awaitable[Question]]) -> None:
    helping.problem, helping.is_busy = "", True
    try:
        helping.question = await ask()
    except BadInput:
        helping.problem = app.words("student-join-bad-address")
    except SchoolUnreachable:
        helping.problem = app.words("student-join-no-answer")
    except PortfolioError as problem:
        helping.problem = error_words(app.words, problem)
    finally:
        helping.is_busy = False


def _waiting(
    app: AppState, vault_id: str, helping: Helping, question: Question, on_answered: Answered
) -> list[ft.Control]:
    async def again() -> None:
        await app.doors.keys.school.give_up(vault_id)
        helping.question, helping.is_by_text, helping.problem = None, False, ""

    def show_text() -> None:
        helping.is_by_text = not helping.is_by_text

    rows = [_comparison(app, question)]
    if question.is_sent:
        rows.append(_ring(app))
        label = "student-ask-text-off" if helping.is_by_text else "student-ask-by-text"
        button = text_button(
            app, app.words(label), show_text, "ask-by-text", ft.Icons.QR_CODE_2_ROUNDED
        )
        rows.append(button)
    if helping.is_by_text or not question.is_sent:
        rows += _by_text(app, vault_id, helping, question, on_answered)
    again_words = app.words("student-ask-again")
    return [*rows, text_button(app, again_words, again, "ask-again", ft.Icons.REFRESH_ROUNDED)]


def _comparison(app: AppState, question: Question) -> ft.Control:
    groups = words_of(
        as_printed("\u2003".join(question.comparison.split())),
        Style.DISPLAY,
        text_align=ft.TextAlign.CENTER,
    )
    label = f"{app.words('student-ask-compare')} {question.comparison}"
    shown = ft.Semantics(exclude_semantics=True, content=groups)
    return ft.Column(
        [
            words_of(app.words("student-ask-compare"), Style.SUBTITLE),
            card(named("comparison", shown, label)),
        ],
        horizontal_alignment=ft.CrossAxisAlignment.CENTER,
        spacing=Space.S,
        tight=True,
    )


def _ring(app: AppState) -> ft.Control:
    text = words_of(app.words("student-ask-waiting"), color=Role.SOFT, expand=True)
    sign = waiting_sign(app)
    return ft.Semantics(live_region=True, content=ft.Row([sign, text], spacing=Space.M))


def _by_text(
    app: AppState, vault_id: str, helping: Helping, question: Question, on_answered: Answered
) -> list[ft.Control]:
    def write(text: str) -> None:
        helping.answer = text

    async def copy() -> None:
        await ft.Clipboard().set(question.text)
        say(app.words("student-share-copied"))

    async def take() -> None:
        try:
            await app.doors.keys.school.take(vault_id, helping.answer)
        except (BadInput, WrongSecret):
            helping.problem = app.words("student-ask-wrong-answer")
        except PortfolioError as problem:
            helping.problem = error_words(app.words, problem)
        else:
            on_answered()

    return [
        words_of(app.words("student-ask-text-why"), text_align=ft.TextAlign.CENTER),
        qr_picture(question.text, app.words("student-ask-qr"), QUESTION_QR_PX),
        quiet_button(
            app, app.words("student-ask-copy"), copy, "ask-copy", ft.Icons.CONTENT_COPY_ROUNDED
        ),
        _wide(field(
            app, app.words("student-ask-answer"), helping.answer, write, "ask-answer",
            lines=3, limit=ANSWER_LIMIT, autocorrect=False,
        )),
        main_button(
            app, app.words("student-open"), take, "ask-take", ft.Icons.VPN_KEY_OUTLINED
        ),
    ]  # fmt: skip
