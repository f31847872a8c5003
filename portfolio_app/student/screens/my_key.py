"""My key: what opens my portfolio, what helps if I forget my secret, and who sees my name here.

Each change asks for the secret first, so that an open tablet lets nobody make a badge of their own.
"""

from dataclasses import dataclass

import flet as ft

from portfolio_app.errors import PortfolioError
from portfolio_app.student.screens.door import back_button, door_column, door_words, likes_words
from portfolio_app.student.screens.key_shown import KeyShown
from portfolio_app.student.screens.new_secret import NewSecret
from portfolio_app.student.screens.secret_pad import SecretEntry, SecretPad
from portfolio_app.student.screens.shell import behind_lock, page_top, warning
from portfolio_app.student.state import AppState, KeyLook
from portfolio_app.student.theme import Role, Space
from portfolio_app.student.widgets import (
    badge,
    card,
    error_words,
    heading,
    quiet_button,
    say,
    scroll_page,
    use_kept,
    words_of,
)

WIDEST_PX = 760
DOOR_PX = 460
OPENINGS_SHOWN_LIMIT = 5
LIST, ASK, SHOWN, NEW = "list", "ask", "shown", "new"
SECRET, BADGE, RECOVERY, BIND, HIDE = "secret", "badge", "recovery", "bind", "hide"


@ft.observable
@dataclass
class Keying:
    """Where the learner is: at the list, asked for the secret, or looking at a fresh code."""

    step: str = LIST
    deed: str = ""
    look: KeyLook | None = None
    code: str = ""
    problem: str = ""
    _secret: str = ""

    def begin(self, deed: str) -> None:
        """Ask for the secret before doing this."""
        self.deed, self.step = deed, ASK

    def end(self) -> None:
        """Back to the list; codes and secrets are forgotten."""
        self.step, self.deed, self.code, self._secret = LIST, "", "", ""


@behind_lock
def MyKey(app: AppState) -> ft.Control:  # noqa: N802
    """The list, or one deed."""
    keying = use_kept(Keying)
    entry = use_kept(lambda: SecretEntry(is_words=likes_words(app.open.learner.band)))

    async def look() -> None:
        await _look(app, keying)

    ft.use_effect(look, [])
    if keying.step == ASK:
        return _ask(app, keying, entry)
    if keying.step == NEW:
        return _new_secret(app, keying)
    if keying.step == SHOWN:
        with_name = keying.look is not None and not keying.look.is_hidden
        return KeyShown(keying.deed, keying.code, keying.end, with_name=with_name)
    rows: list[ft.Control] = [
        page_top(app, app.words("student-key-title"), "/about"),
        words_of(app.words("student-key-what"), color=Role.SOFT),
    ]
    if keying.problem:
        rows.append(warning(keying.problem))
    if keying.look is not None:
        rows += _list(app, keying, keying.look)
    return scroll_page(app, rows, WIDEST_PX)


async def _look(app: AppState, keying: Keying) -> None:
    try:
        keying.look = await app.doors.keys.look()
    except PortfolioError as problem:
        keying.problem = error_words(app.words, problem)


def _list(app: AppState, keying: Keying, look: KeyLook) -> list[ft.Control]:
    has_other = bool({BADGE, RECOVERY, "school"} & set(look.kinds))
    is_bound = "device" in look.kinds
    return [
        _card(app, keying, SECRET, ft.Icons.PASSWORD_ROUNDED, "student-secret-change"),
        _card(
            app, keying, BADGE, ft.Icons.BADGE_OUTLINED,
            "student-key-badge-again" if BADGE in look.kinds else "student-key-badge-make",
            is_there=BADGE in look.kinds,
        ),
        _card(
            app, keying, RECOVERY, ft.Icons.DESCRIPTION_OUTLINED,
            "student-key-recovery-again" if RECOVERY in look.kinds else "student-key-recovery-make",
            is_there=RECOVERY in look.kinds,
        ),
        _school(app, look),
        _card(
            app, keying, BIND, ft.Icons.TABLET_MAC_ROUNDED,
            "student-key-bind-make" if has_other and not is_bound else "",
            more="" if has_other or is_bound else "student-key-bind-needs",
            is_there=is_bound,
        ),
        _card(
            app, keying, HIDE, ft.Icons.VISIBILITY_OFF_OUTLINED,
            "student-key-hide-show" if look.is_hidden else "student-key-hide-make",
            is_there=look.is_hidden,
        ),
    ]  # fmt: skip


def _card(
    app: AppState,
    keying: Keying,
    deed: str,
    icon: ft.IconData,
    action: str,
    *,
    more: str = "",
    is_there: bool | None = None,
) -> ft.Control:
    rows: list[ft.Control] = [words_of(app.words(f"student-key-{deed}-what"), color=Role.SOFT)]
    if is_there:
        state = app.words(f"student-key-{deed}-is-there")
        rows.append(ft.Row([_there(state)], wrap=True))
    if more:
        rows.append(words_of(app.words(more), color=Role.SOFT))
    if action:
        button = quiet_button(
            app, app.words(action), lambda: keying.begin(deed), f"key-{deed}", icon
        )
        rows.append(ft.Row([button], wrap=True))
    return _section(app.words(f"student-key-{deed}"), rows)


def _school(app: AppState, look: KeyLook) -> ft.Control:
    rows: list[ft.Control] = []
    if "school" in look.kinds:
        school = look.school or app.words("student-key-school-yours")
        rows.append(words_of(app.words("student-key-school-can", school=school)))
        rows.append(words_of(app.words("student-key-school-how"), color=Role.SOFT))
        for opening in look.openings[:OPENINGS_SHOWN_LIMIT]:
            by = opening.by or school
            day = app.words.day(opening.at_ms, app.doors.zone)
            rows.append(words_of(app.words("student-key-school-opened", day=day, by=by)))
    else:
        rows.append(words_of(app.words("student-key-school-cannot"), color=Role.SOFT))
    return _section(app.words("student-key-school"), rows)


def _section(title: str, rows: list[ft.Control]) -> ft.Control:
    return card(
        ft.Column(
            [heading(title, 2), *rows],
            spacing=Space.M,
            tight=True,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        )
    )


def _there(text: str) -> ft.Control:
    return badge(text, ft.Icons.CHECK_CIRCLE_ROUNDED, Role.GOOD_BOX, Role.ON_GOOD_BOX)


def _ask(app: AppState, keying: Keying, entry: SecretEntry) -> ft.Control:
    look, deed = keying.look, keying.deed
    is_again = look is not None and deed in look.kinds
    text = app.words("student-key-ask")
    if is_again:
        text = f"{app.words(f'student-key-{deed}-old')} {text}"

    async def done() -> None:
        entry.is_busy = True
        entry.problem = ""
        try:
            await _do(app, keying, entry.typed)
            entry.clear()
        except PortfolioError as problem:
            entry.refuse(app, problem)

    def back() -> None:
        entry.clear()
        keying.end()

    return scroll_page(
        app,
        [
            door_column(
                *door_words(app, app.open.learner.picture, app.words(f"student-key-{deed}"), text),
                SecretPad(entry, done, app.words("student-next")),
                back_button(app, app.words("student-back"), back),
            )
        ],
        DOOR_PX,
    )


async def _do(app: AppState, keying: Keying, secret: str) -> None:
    keys, deed = app.doors.keys, keying.deed
    if deed in (BADGE, RECOVERY):
        keying.code = await keys.new_code(deed, secret)
        keying.step = SHOWN
    elif deed == SECRET:
        await keys.check(secret)
        keying._secret = secret  # noqa: SLF001 - the screen's own; kept from being drawn
        keying.step = NEW
    else:
        if deed == BIND:
            await keys.bind(secret)
        else:
            is_hidden = keying.look is not None and keying.look.is_hidden
            await keys.hide(secret, hidden=not is_hidden)
        keying.end()
        say(app.words("student-key-done"))
    await _look(app, keying)


def _new_secret(app: AppState, keying: Keying) -> ft.Control:
    async def change(secret: str) -> None:
        await app.doors.keys.change_secret(keying._secret, secret)  # noqa: SLF001
        keying.end()
        say(app.words("student-secret-changed"))

    return scroll_page(
        app,
        [
            door_column(
                NewSecret(change, is_words=likes_words(app.open.learner.band)),
                back_button(app, app.words("student-back"), keying.end),
            )
        ],
        DOOR_PX,
    )
