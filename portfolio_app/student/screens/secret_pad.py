"""Typing a secret: big keys for a PIN, a line for a passphrase, and a wait after wrong ones."""

import asyncio
import math
from dataclasses import dataclass

import flet as ft

from portfolio_app.errors import PortfolioError, TooManyTries
from portfolio_app.student.focusing import give_focus
from portfolio_app.student.pressing import focus_ring
from portfolio_app.student.state import AppState, use_app
from portfolio_app.student.theme import Radius, Role, Space, Style
from portfolio_app.student.widgets import (
    Handler,
    component,
    error_words,
    field,
    icon_button,
    main_button,
    named,
    safe,
    tappable,
    text_button,
    waiting_sign,
    words_of,
)

PIN_LEAST = 4
PIN_MOST = 12
KEY_PX = 72
SECONDS_A_MINUTE = 60
_KEYS = ("1", "2", "3", "4", "5", "6", "7", "8", "9", "back", "0", "done")


@ft.observable
@dataclass
class SecretEntry:
    """What is typed so far. Never kept, never shown, forgotten as soon as it is used."""

    typed: str = ""
    is_words: bool = False
    problem: str = ""
    is_busy: bool = False
    wait_seconds: int = 0
    waits: int = 0
    is_left: bool = False

    def clear(self, problem: str = "") -> None:
        """Forget what was typed, perhaps saying why."""
        self.typed = ""
        self.problem = problem
        self.is_busy = False

    def refuse(self, app: AppState, problem: PortfolioError) -> None:
        """Forget what was typed and say what went wrong; too many wrong ones begin a wait."""
        if isinstance(problem, TooManyTries) and problem.wait_seconds > 0:
            self.clear(app.words("student-wait-why"))
            self.wait_seconds = problem.wait_seconds
            self.waits += 1
        else:
            self.clear(error_words(app.words, problem))

    async def count_down(self) -> None:
        """Let the wait pass, second by second, as long as somebody looks."""
        loop = asyncio.get_running_loop()
        end = loop.time() + self.wait_seconds
        while not self.is_left and (left := math.ceil(end - loop.time())) > 0:
            self.wait_seconds = left
            await asyncio.sleep(max(0.0, end - left + 1 - loop.time()))
        if self.wait_seconds:
            self.wait_seconds = 0
            self.problem = ""

    def leave(self) -> None:
        """Nobody looks any more."""
        self.is_left = True


@component
def SecretPad(entry: SecretEntry, on_done: Handler, done_label: str) -> ft.Control:  # noqa: N802
    """Keys or a line for a secret; `on_done` is called when the learner says it is all there."""
    app = use_app()
    page = ft.context.page
    done_key = _done_key(app, entry, on_done)

    def typed(event: ft.KeyboardEvent) -> None:
        if _typed(entry, event) and newest.current is not None:
            # Where Enter goes on with it, whatever the focus was on: a way back, an age.
            give_focus(page, newest.current)

    def listen() -> None:
        page.on_keyboard_event = safe(app, typed)

    def stop_listening() -> None:
        page.on_keyboard_event = None

    ft.use_effect(listen, [entry.is_words], cleanup=stop_listening)
    ft.use_effect(entry.count_down, [entry.waits])
    ft.use_effect(_nothing, [], cleanup=entry.leave)
    newest = ft.use_ref(done_key)
    newest.current = done_key
    body = _line(app, entry, on_done, done_label) if entry.is_words else _pad(app, entry, done_key)
    return ft.Column(
        [
            ft.Container(
                ft.Semantics(
                    live_region=True,
                    content=words_of(
                        entry.problem, Style.LABEL, Role.ERROR, text_align=ft.TextAlign.CENTER
                    ),
                ),
                visible=bool(entry.problem),
            ),
            _waiting(app, entry),
            body,
            text_button(
                app,
                app.words(
                    "student-secret-use-pin" if entry.is_words else "student-secret-use-words"
                ),
                lambda: _switch(entry),
                "secret-switch",
                ft.Icons.DIALPAD_ROUNDED if entry.is_words else ft.Icons.KEYBOARD_ROUNDED,
            ),
        ],
        horizontal_alignment=ft.CrossAxisAlignment.CENTER,
        spacing=Space.M,
        tight=True,
    )


def _nothing() -> None:
    """An effect that only tidies up."""


def _waiting(app: AppState, entry: SecretEntry) -> ft.Control:
    """How long still. Not read aloud each second: whoever wants to know asks for it."""
    seconds = entry.wait_seconds
    key = "student-wait-minutes" if seconds >= SECONDS_A_MINUTE else "student-wait-seconds"
    minutes, rest = divmod(seconds, SECONDS_A_MINUTE)
    text = app.words(key, minutes=minutes, seconds=rest)
    row = ft.Row(
        [
            ft.Icon(ft.Icons.HOURGLASS_BOTTOM_ROUNDED, size=22, color=Role.ON_WARM_BOX),
            words_of(text, Style.SUBTITLE, Role.ON_WARM_BOX, expand=True, expand_loose=True),
        ],
        tight=True,
        spacing=Space.S,
    )
    box = ft.Container(
        row,
        bgcolor=Role.WARM_BOX,
        border_radius=Radius.M,
        padding=ft.Padding.symmetric(horizontal=Space.L, vertical=Space.M),
    )
    return ft.Container(named("secret-wait", box), visible=seconds > 0)


def _switch(entry: SecretEntry) -> None:
    entry.clear()
    entry.is_words = not entry.is_words


def _pad(app: AppState, entry: SecretEntry, done_key: ft.IconButton) -> ft.Control:
    keys = [_key(app, entry, key, done_key) for key in _KEYS]
    rows = [ft.Row(keys[at : at + 3], tight=True, spacing=Space.M) for at in range(0, len(keys), 3)]
    return ft.Column(
        [_dots(app, entry), *rows],
        horizontal_alignment=ft.CrossAxisAlignment.CENTER,
        spacing=Space.M,
        tight=True,
    )


def _dots(app: AppState, entry: SecretEntry) -> ft.Control:
    count = len(entry.typed)
    dots: list[ft.Control] = [
        ft.Container(
            width=16,
            height=16,
            border_radius=Radius.PILL,
            bgcolor=Role.PRIMARY if index < count else Role.NONE,
            border=ft.Border.all(2, Role.PRIMARY if index < count else Role.OUTLINE),
        )
        for index in range(max(PIN_LEAST, count))
    ]
    return ft.Semantics(
        label=app.words("student-secret-count", count=count),
        live_region=True,
        content=ft.Container(
            ft.Row(dots, tight=True, spacing=Space.M), padding=ft.Padding.only(bottom=Space.S)
        ),
    )


def _key(app: AppState, entry: SecretEntry, key: str, done_key: ft.IconButton) -> ft.Control:
    if key == "back":
        return ft.Container(
            icon_button(
                app,
                ft.Icons.BACKSPACE_OUTLINED,
                app.words("student-secret-back"),
                lambda: _press(entry, key),
                "pin-back",
            ),
            width=KEY_PX,
            height=KEY_PX,
            alignment=ft.Alignment.CENTER,
        )
    if key == "done":
        return named("pin-done", done_key)
    return tappable(
        app,
        ft.Container(words_of(key, Style.HEADLINE), alignment=ft.Alignment.CENTER),
        lambda: _press(entry, key),
        f"pin-{key}",
        key,
        padding=0,
        width=KEY_PX,
        height=KEY_PX,
        border_radius=Radius.PILL,
    )


def _done_key(app: AppState, entry: SecretEntry, on_done: Handler) -> ft.IconButton:
    """A real button, because only those take the focus when they are told to."""
    is_ready = len(entry.typed) >= PIN_LEAST and not (entry.is_busy or entry.wait_seconds)
    label = app.words("student-secret-done")
    icon = ft.Icon(
        ft.Icons.ARROW_FORWARD_ROUNDED,
        semantics_label=label,
        size=30,
        color=Role.ON_PRIMARY if is_ready else Role.SOFT,
    )
    inside = ft.Semantics(label=label, content=waiting_sign(app, 26)) if entry.is_busy else icon
    return ft.IconButton(
        inside,
        on_click=safe(app, lambda: _finish(app, entry, on_done)),
        width=KEY_PX,
        height=KEY_PX,
        bgcolor=Role.PRIMARY if is_ready else Role.SUNKEN,
        style=ft.ButtonStyle(
            side=focus_ring(Role.PRIMARY if is_ready else Role.SUNKEN),
        ),
    )


def _line(app: AppState, entry: SecretEntry, on_done: Handler, done_label: str) -> ft.Control:
    return ft.Column(
        [
            field(
                app,
                app.words("student-secret-words"),
                entry.typed,
                lambda text: setattr(entry, "typed", text),
                "passphrase",
                on_submit=lambda: _finish(app, entry, on_done),
                password=True,
                can_reveal_password=True,
                autofocus=True,
                width=320,
            ),
            main_button(
                app,
                done_label,
                lambda: _finish(app, entry, on_done),
                "secret-done",
                is_busy=entry.is_busy,
            ),
        ],
        horizontal_alignment=ft.CrossAxisAlignment.CENTER,
        spacing=Space.M,
        tight=True,
    )


def _press(entry: SecretEntry, key: str) -> None:
    if entry.is_busy or entry.wait_seconds:
        return
    entry.problem = ""
    if key == "back":
        entry.typed = entry.typed[:-1]
    elif len(entry.typed) < PIN_MOST:
        entry.typed += key


async def _finish(app: AppState, entry: SecretEntry, on_done: Handler) -> None:
    if entry.is_busy or entry.wait_seconds:
        return
    if len(entry.typed) < PIN_LEAST:
        entry.problem = app.words("student-secret-short", least=PIN_LEAST)
        return
    result = on_done()
    if result is not None:
        await result


def _typed(entry: SecretEntry, event: ft.KeyboardEvent) -> bool:
    """Take a number from the keyboard; whether the key was one of a secret's."""
    if entry.is_words or event.ctrl or event.alt or event.meta:
        return False
    key = event.key.removeprefix("Numpad ").removeprefix("Digit ")
    if key in set("0123456789"):
        _press(entry, key)
    elif key == "Backspace":
        _press(entry, "back")
    else:
        return False
    return True
