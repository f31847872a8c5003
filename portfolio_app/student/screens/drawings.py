"""Our own drawings, and what a place says while nothing is in it."""

import flet as ft

from portfolio_app.student.state import AppState
from portfolio_app.student.theme import Radius, Role, Space
from portfolio_app.student.widgets import heading, words_of


def avatar(app: AppState, picture: str, size: int = 48) -> ft.Control:
    """One of the twelve animals; a figure for somebody who shows none."""
    if not picture:
        return ft.Container(
            ft.Icon(ft.Icons.PERSON_ROUNDED, size=size * 0.6, color=Role.ON_PRIMARY_BOX),
            width=size,
            height=size,
            bgcolor=Role.PRIMARY_BOX,
            border_radius=Radius.PILL,
            alignment=ft.Alignment.CENTER,
        )
    return ft.Image(
        src=app.doors.asset(f"pictures/avatars/{picture}.svg"),
        width=size,
        height=size,
        exclude_from_semantics=True,
    )


def illustration(app: AppState, name: str, width: int = 260) -> ft.Control:
    """One of our own drawings."""
    return ft.Image(
        src=app.doors.asset(f"pictures/{name}.svg"), width=width, exclude_from_semantics=True
    )


def empty(
    app: AppState,
    picture: str,
    title: str,
    text: str,
    action: ft.Control | None = None,
    *,
    level: int = 2,
) -> ft.Control:
    """What a place says while nothing is in it: what it is for, and the next step."""
    return ft.Container(
        ft.Column(
            [
                illustration(app, picture),
                heading(title, level, text_align=ft.TextAlign.CENTER),
                words_of(text, color=Role.SOFT, text_align=ft.TextAlign.CENTER),
                *([action] if action else []),
            ],
            horizontal_alignment=ft.CrossAxisAlignment.CENTER,
            spacing=Space.M,
            tight=True,
        ),
        padding=Space.XL,
        alignment=ft.Alignment.CENTER,
    )
