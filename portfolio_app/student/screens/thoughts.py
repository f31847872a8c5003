"""What I think about a goal, something I can, or two works: the answers so far, and room for more.

It is written in `think`; here it is only shown and, where two devices wrote apart, settled.
"""

from collections.abc import Sequence

import flet as ft

from portfolio_app.model.records import WORDS_LIMIT
from portfolio_app.model.reflection import Reflection
from portfolio_app.student import thinking
from portfolio_app.student.screens.said import spoken
from portfolio_app.student.screens.sheets import sheet, stack
from portfolio_app.student.screens.versions import versions_choice
from portfolio_app.student.state import AppState
from portfolio_app.student.theme import Radius, Role, Space, Style
from portfolio_app.student.widgets import go, quiet_button, tappable, words_of


def thoughts_sheet(app: AppState, thoughts: Sequence[Reflection], place: str) -> ft.Control:
    """The answers, newest first; `place` is where another is written, and one is changed."""
    rows = [one_thought(app, one, place) for one in reversed(thoughts)]
    if not rows:
        rows.append(words_of(app.words("student-think-none"), color=Role.SOFT))
    key = "student-work-reflect-again" if thoughts else "student-work-reflect"
    button = quiet_button(app, app.words(key), lambda: go(place), "think", ft.Icons.ADD_ROUNDED)
    title = app.words("student-work-think-title")
    icon = ft.Icons.CHAT_BUBBLE_OUTLINE_ROUNDED
    return sheet(title, icon, [*rows, ft.Row([button], wrap=True)])


def one_thought(app: AppState, one: Reflection, place: str) -> ft.Control:
    """One answer with its question, written or spoken; opens to be changed."""
    question = app.words(f"prompt-{one.prompt}")
    asked = words_of(question, Style.LABEL, Role.SOFT)
    heard = spoken(app.open.spoken.get(one.id, ()))
    if len(one.versions) > 1:

        async def keep(words: str) -> None:
            await app.doors.act(thinking.reflect_again, one.id, words)

        choice = versions_choice(app, (one.id, "words"), WORDS_LIMIT, keep, one.id)
        return stack([asked, choice, *heard])
    lines: list[ft.Control] = [asked, *([words_of(one.words)] if one.words else [])]
    written = tappable(
        app,
        stack(lines, Space.XS),
        lambda: go(f"{place}/{one.id}"),
        f"thought-{one.id}",
        f"{question} {one.words}",
        bgcolor=Role.SUNKEN,
        border=None,
        border_radius=Radius.M,
    )
    return stack([written, *heard], Space.S)


def thought_place(one: Reflection) -> str:
    """Where a thought that belongs to no work is gone on with."""
    if one.goal:
        return f"/goals/{one.goal}/think/{one.id}"
    if one.competency:
        return f"/progress/{one.competency}/think/{one.id}"
    return f"/compare/{'/'.join(one.works)}/{one.id}"
