"""Where the focus goes when somebody walks by keyboard, and nothing else.

Flutter looks for a place itself when the focused part goes away, and takes whatever had the focus
before: often the way back, and the next Enter would leave the screen. So the screens say where.
"""

import asyncio
import contextlib

import flet as ft

ANSWER_SECONDS = 5


def give_focus(page: ft.Page, control: ft.Control) -> None:
    """Put the focus on a drawn button or field, as soon as the client is there to do it.

    It is asked for by the part's number: what is drawn again is a new object in the old one's
    place, and `Control.focus` would look for the page from an object that has left it.
    """

    async def ask() -> None:
        # A window that has gone, or a part that has: then nobody is waiting for the focus.
        with contextlib.suppress(RuntimeError, asyncio.TimeoutError, TimeoutError):
            await page.session.invoke_method(control._i, "focus", None, ANSWER_SECONDS)  # noqa: SLF001

    page.run_task(ask)
