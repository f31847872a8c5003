"""A drawing that was begun and left in the middle: one tap goes on with it."""

import flet as ft

from portfolio_app.student.sketching import NEW
from portfolio_app.student.state import AppState
from portfolio_app.student.theme import Role, Space, Style
from portfolio_app.student.widgets import go, tappable, words_of


def begun_drawing(app: AppState) -> list[ft.Control]:
    """The way back to it; nothing where there is none."""
    routes = [_route(app, name) for name in app.open.sketches]
    label = app.words("student-draw-go-on")
    return [
        tappable(
            app,
            ft.Row(
                [
                    ft.Icon(ft.Icons.BRUSH_ROUNDED, size=28, color=Role.PRIMARY),
                    words_of(label, Style.SUBTITLE, expand=True),
                    ft.Icon(ft.Icons.CHEVRON_RIGHT_ROUNDED, color=Role.SOFT),
                ],
                spacing=Space.L,
            ),
            lambda route=route: go(route),
            "begun-drawing",
            label,
        )
        for route in routes[:1]
        if route
    ]


def _route(app: AppState, name: str) -> str:
    if name == NEW:
        return "/add/drawing"
    work = next((one for one in app.open.works if one.file(name)), None)
    return f"/works/{work.id}/draw/{name}" if work else ""
