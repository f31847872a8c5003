"""What the school did not take: what it was, why, and what to do about it; nothing goes unasked."""

import flet as ft

from portfolio_app.student import attention
from portfolio_app.student.attention import Trouble
from portfolio_app.student.screens.work_card import thumbnail
from portfolio_app.student.state import AppState
from portfolio_app.student.theme import Radius, Role, Space, Style
from portfolio_app.student.widgets import (
    card,
    go,
    heading,
    main_button,
    quiet_button,
    safe,
    say,
    text_button,
    words_of,
)

SHOWN_LIMIT = 20
PICTURES_LIMIT = 6
WHY_KNOWN = ("not_allowed", "too_large", "malformed", "erased")
WHAT_KNOWN = (
    *("title", "caption", "words", "competencies", "ratings", "story"),
    *("place", "binned_ms", "name"),
)
WHAT_BY_KIND = {"file": "file", "link": "link", "placement": "place"}


def attention_tray(app: AppState) -> list[ft.Control]:
    """The school's question first, then all that it did not take; nothing where all is well."""
    waiting = app.open.attention
    rows: list[ft.Control] = [_question(app, waiting.going)] if waiting.going else []
    if waiting.troubles:
        rows += [
            heading(app.words("student-attention-title"), 2),
            words_of(app.words("student-attention-safe"), color=Role.SOFT),
            *(_trouble(app, one) for one in waiting.troubles[:SHOWN_LIMIT]),
        ]
        more = len(waiting.troubles) - SHOWN_LIMIT
        if more > 0:
            rows.append(words_of(app.words("student-home-more", count=more), color=Role.SOFT))
    return rows


def _question(app: AppState, going: tuple[str, ...]) -> ft.Control:
    async def yes() -> None:
        await app.doors.act(attention.bin_them)
        say(app.words("student-attention-bin-yes-done"))

    async def no() -> None:
        await app.doors.act(attention.keep_them)
        say(app.words("student-attention-bin-no-done"))

    shown = [work for work in app.open.binned if work.id in going][:PICTURES_LIMIT]
    return ft.Container(
        ft.Column(
            [
                ft.Row(
                    [
                        ft.Icon(ft.Icons.BACK_HAND_OUTLINED, color=Role.ON_WARM_BOX, size=28),
                        ft.Semantics(
                            header=True,
                            heading_level=2,
                            expand=True,
                            content=words_of(
                                app.words("student-attention-bin", count=len(going)),
                                Style.SUBTITLE,
                                Role.ON_WARM_BOX,
                            ),
                        ),
                    ],
                    spacing=Space.M,
                ),
                words_of(app.words("student-attention-bin-why"), color=Role.ON_WARM_BOX),
                ft.Row([thumbnail(app, work, 56) for work in shown], spacing=Space.S, wrap=True),
                _buttons(
                    main_button(
                        app,
                        app.words("student-attention-bin-no"),
                        no,
                        "bin-no",
                        ft.Icons.UNDO_ROUNDED,
                    ),
                    quiet_button(app, app.words("student-attention-bin-yes"), yes, "bin-yes"),
                ),
            ],
            spacing=Space.M,
            tight=True,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        ),
        bgcolor=Role.WARM_BOX,
        border_radius=Radius.L,
        padding=Space.L,
    )


def _trouble(app: AppState, trouble: Trouble) -> ft.Control:
    name = trouble.changes[0]

    async def again() -> None:
        await app.doors.act(attention.offer_again, trouble.changes)
        say(app.words("student-attention-again-done"))

    async def let_go() -> None:
        gone = await app.doors.act(attention.let_go, trouble.changes)

        async def undo() -> None:
            await app.doors.act(attention.put_back, gone)

        say(app.words("student-attention-gone"), app.words("student-undo"), safe(app, undo))

    why = trouble.reason if trouble.reason in WHY_KNOWN else "other"
    offer = quiet_button(app, app.words("student-attention-again"), again, f"again-{name}")
    buttons = [
        *([offer] if trouble.can_be_offered else []),
        *_look(app, trouble),
        text_button(app, app.words("student-attention-go"), let_go, f"let-go-{name}"),
    ]
    return card(
        ft.Column(
            [
                words_of(app.words(f"student-attention-what-{_what(trouble)}"), Style.SUBTITLE),
                *(_said(app, words) for words in trouble.words),
                words_of(app.words(f"student-attention-why-{why}"), color=Role.SOFT),
                _buttons(*buttons),
            ],
            spacing=Space.M,
            tight=True,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        )
    )


def _look(app: AppState, trouble: Trouble) -> list[ft.Control]:
    if app.open.work(trouble.work) is None:
        return []
    return [
        text_button(
            app,
            app.words("student-attention-look"),
            lambda: go(f"/works/{trouble.work}"),
            f"look-{trouble.changes[0]}",
        )
    ]


def _what(trouble: Trouble) -> str:
    by_kind = WHAT_BY_KIND.get(trouble.kind)
    return by_kind or next((one for one in trouble.fields if one in WHAT_KNOWN), "other")


def _said(app: AppState, words: str) -> ft.Control:
    """What was typed, so that it can be read and copied whatever becomes of it."""
    competency = app.open.catalog.competency(words)
    shown = competency.wording(app.open.learner.band) if competency else words
    return ft.Container(
        # Not `selectable`: a screen reader does not find such a text in the browser.
        ft.SelectionArea(words_of(shown)),
        bgcolor=Role.SUNKEN,
        border_radius=Radius.M,
        padding=Space.M,
    )


def _buttons(*buttons: ft.Control) -> ft.Control:
    return ft.Row(list(buttons), wrap=True, spacing=Space.S, run_spacing=Space.S)
