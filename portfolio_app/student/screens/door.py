"""What the screens before the lock share: whose portfolio it is, and where things stand.

Nothing of what is behind the lock is known here.
"""

import flet as ft

from portfolio_app.model.people import BANDS
from portfolio_app.student.screens.drawings import avatar
from portfolio_app.student.state import AppState, Face
from portfolio_app.student.theme import Role, Space
from portfolio_app.student.widgets import Handler, heading, text_button, words_of

WIDEST_PX = 460
LOW_PX = 760


def door_page(app: AppState, content: ft.Control, widest_px: int = WIDEST_PX) -> ft.Control:
    """A page before the lock: what is to be done stands in the middle, however wide the window."""
    side = max(0, (app.width_px - widest_px) // 2)
    return ft.Column(
        [ft.Container(content, padding=ft.Padding.symmetric(horizontal=side))],
        scroll=ft.ScrollMode.AUTO,
        expand=True,
        alignment=ft.MainAxisAlignment.CENTER,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def door_column(*controls: ft.Control) -> ft.Control:
    """Things below each other, each in the middle."""
    return ft.Container(
        ft.Column(
            list(controls),
            horizontal_alignment=ft.CrossAxisAlignment.CENTER,
            spacing=Space.M,
            tight=True,
        ),
        padding=Space.XL,
    )


def door_words(app: AppState, picture: str, title: str, text: str) -> list[ft.Control]:
    """Whose door it is, what is asked, and why."""
    return [
        avatar(app, picture, 72 if app.height_px < LOW_PX else 112),
        heading(title, text_align=ft.TextAlign.CENTER),
        words_of(text, color=Role.SOFT, text_align=ft.TextAlign.CENTER),
    ]


def back_button(app: AppState, text: str, on_click: Handler) -> ft.Control:
    """The way back from a door."""
    return text_button(app, text, on_click, "back", ft.Icons.ARROW_BACK_ROUNDED)


def hello(app: AppState, face: Face) -> str:
    """A greeting by name, unless the name is nobody's business here."""
    if not face.name:
        return app.words("student-unlock-hello-somebody")
    return app.words("student-unlock-hello", name=face.name)


def likes_words(band: str) -> bool:
    """Whether somebody of this age rather types words than numbers."""
    return band == BANDS[-1]
