"""What can be said about a work next: three tiles under its picture, done or not yet."""

import flet as ft

from portfolio_app.model.artifact import Work
from portfolio_app.student.state import AppState
from portfolio_app.student.theme import Radius, Role, Space, Style
from portfolio_app.student.widgets import go, tappable, words_of


def next_steps(app: AppState, work: Work) -> list[ft.Control]:
    """The tiles; none once everything is said, for the cards below then tell it all."""
    steps = (
        ("i-can", "tags", ft.Icons.AUTO_AWESOME_OUTLINED, bool(work.competencies)),
        ("check", "check", ft.Icons.FACT_CHECK_OUTLINED, bool(work.self_assessments)),
        ("think", "reflect", ft.Icons.CHAT_BUBBLE_OUTLINE_ROUNDED, bool(work.reflections)),
    )
    first = next((key for key, *_, is_done in steps if not is_done), "")
    if not first:
        return []
    tiles = [
        _tile(app, f"/works/{work.id}/{place}", key, icon, is_done=is_done, is_next=key == first)
        for key, place, icon, is_done in steps
    ]
    return [
        ft.Row(
            tiles,
            spacing=Space.S,
            intrinsic_height=True,
            vertical_alignment=ft.CrossAxisAlignment.STRETCH,
        )
    ]


def _tile(
    app: AppState, route: str, key: str, icon: ft.IconData, *, is_done: bool, is_next: bool
) -> ft.Control:
    title = app.words(f"student-work-{key}-title")
    state = app.words("student-step-is-done" if is_done else "student-step-is-open")
    ink = Role.ON_PRIMARY_BOX if is_next else Role.INK
    color = Role.GOOD if is_done else ink if is_next else Role.SOFT
    return tappable(
        app,
        ft.Column(
            [
                ft.Icon(ft.Icons.CHECK_CIRCLE_ROUNDED if is_done else icon, size=26, color=color),
                words_of(title, Style.LABEL, ink, text_align=ft.TextAlign.CENTER),
            ],
            spacing=Space.XS,
            alignment=ft.MainAxisAlignment.CENTER,
            horizontal_alignment=ft.CrossAxisAlignment.CENTER,
        ),
        lambda: go(route),
        f"step-{key}",
        f"{title}. {state}",
        padding=ft.Padding.symmetric(horizontal=Space.XS, vertical=Space.M),
        expand=True,
        bgcolor=Role.PRIMARY_BOX if is_next else Role.RAISED,
        border=ft.Border.all(2 if is_next else 1, Role.PRIMARY if is_next else Role.LINE),
        border_radius=Radius.M,
    )
