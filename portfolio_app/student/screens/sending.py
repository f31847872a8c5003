"""On its way to school: in words what waits, what the school did not take, and when it was there.

Opened from the sign of sending at the top of every screen.
"""

from dataclasses import dataclass
from urllib.parse import parse_qs, quote, urlsplit

import flet as ft

from portfolio_app.model.artifact import Work
from portfolio_app.model.sending import Sending
from portfolio_app.student.screens.attention import attention_tray
from portfolio_app.student.screens.large_files import large_files
from portfolio_app.student.screens.sheets import beside
from portfolio_app.student.screens.shell import (
    SENDING_LOOK,
    behind_lock,
    page_top,
    sending_chip,
    sending_line,
    sending_words,
)
from portfolio_app.student.screens.work_card import thumbnail
from portfolio_app.student.state import AppState
from portfolio_app.student.theme import Role, Space, Style
from portfolio_app.student.widgets import (
    card,
    go,
    heading,
    main_button,
    quiet_button,
    say,
    scroll_page,
    tappable,
    use_kept,
    words_of,
)

SHOWN_LIMIT = 20
WIDEST_PX = 640


@ft.observable
@dataclass
class Trying:
    """Whether the school is being asked right now."""

    is_busy: bool = False


def open_sending() -> None:
    """Show this screen, and remember where to go back to."""
    here = urlsplit(ft.context.page.route or "/").path
    go(f"/sending?from={quote(here if here != '/sending' else '/')}")


@behind_lock
def OnItsWay(app: AppState) -> ft.Control:  # noqa: N802
    """What of my work has not reached the school yet."""
    trying = use_kept(Trying)
    asked = parse_qs(urlsplit(ft.context.page.route or "").query).get("from", ["/"])[0]
    back = asked if asked.startswith("/") and not asked.startswith("//") else "/"
    return scroll_page(
        app,
        [
            page_top(app, app.words("student-about-sending"), back),
            _state(app),
            *attention_tray(app),
            *large_files(app),
            *_works(app, Sending.WAITING, "student-sending-waiting-works"),
            ft.Row(
                [_action(app, trying), _by_hand(app)],
                wrap=True,
                spacing=Space.M,
                run_spacing=Space.S,
            ),
        ],
        WIDEST_PX,
    )


def _state(app: AppState) -> ft.Control:
    outlook = app.open.outlook
    rows: list[ft.Control] = [
        ft.Row([sending_chip(app, outlook.state)], wrap=True),
        ft.Semantics(live_region=True, content=words_of(sending_words(app))),
        *_counts(app),
    ]
    if outlook.school:
        rows.append(words_of(app.words("student-about-school", school=outlook.school)))
        text = app.words("student-sending-never")
        if outlook.last_ms is not None:
            day = app.words.day(outlook.last_ms, app.doors.zone)
            text = app.words("student-about-last", day=day)
        rows.append(words_of(text, color=Role.SOFT))
    return card(ft.Column(rows, spacing=Space.M, tight=True))


def _counts(app: AppState) -> list[ft.Control]:
    """How many works are where, in the words that each work says itself; nothing for one kind."""
    states = [app.open.sending[work.id] for work in app.open.works]
    counted = [(state, states.count(state)) for state in Sending if states.count(state)]
    if len(counted) <= 1:
        return []
    return [
        beside(
            app,
            sending_line(app, state, f"count-{SENDING_LOOK[state][0]}"),
            [words_of(app.words("student-works-count", count=count), Style.LABEL)],
        )
        for state, count in counted
    ]


def _by_hand(app: AppState) -> ft.Control:
    label = app.words("student-stick-title")
    return quiet_button(
        app, label, lambda: go("/sending/stick"), "open-stick", ft.Icons.USB_ROUNDED
    )


def _works(app: AppState, state: Sending, title: str) -> list[ft.Control]:
    if app.open.outlook.school is None:
        return []
    works = [work for work in app.open.works if app.open.sending[work.id] is state]
    if not works:
        return []
    rows = [_row(app, work) for work in works[:SHOWN_LIMIT]]
    more = len(works) - SHOWN_LIMIT
    rest = [words_of(app.words("student-home-more", count=more), color=Role.SOFT)]
    return [heading(app.words(title), 2), *rows, *(rest if more > 0 else [])]


def _row(app: AppState, work: Work) -> ft.Control:
    title = work.title or app.words("student-untitled")
    return tappable(
        app,
        ft.Row(
            [
                thumbnail(app, work, 56),
                words_of(title, Style.SUBTITLE, max_lines=2, expand=True),
                ft.Icon(ft.Icons.CHEVRON_RIGHT_ROUNDED, color=Role.SOFT),
            ],
            spacing=Space.L,
        ),
        lambda: go(f"/works/{work.id}"),
        f"waiting-{work.id}",
        title,
        padding=Space.M,
    )


def _action(app: AppState, trying: Trying) -> ft.Control:
    if app.open.outlook.school is None:
        return main_button(
            app, app.words("student-join"), lambda: go("/join"), "open-join",
            ft.Icons.SCHOOL_OUTLINED,
        )  # fmt: skip

    async def try_now() -> None:
        if trying.is_busy:
            return
        trying.is_busy = True
        try:
            reached = await app.doors.send_now()
        finally:
            trying.is_busy = False
        say(app.words("student-sending-reached" if reached else "student-home-sending-later"))

    label = app.words("student-about-sending-now" if trying.is_busy else "student-sending-try")
    return main_button(
        app, label, try_now, "try-now", ft.Icons.SEND_ROUNDED, is_busy=trying.is_busy
    )
