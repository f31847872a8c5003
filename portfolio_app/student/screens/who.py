"""Who are you: pick yourself by picture and name, or say that you are new."""

import flet as ft

from portfolio_app.student.screens.drawings import avatar, illustration
from portfolio_app.student.screens.languages import DoorLanguage
from portfolio_app.student.state import AppState, Face, use_app
from portfolio_app.student.theme import Radius, Role, Space, Style
from portfolio_app.student.widgets import (
    component,
    go,
    heading,
    main_button,
    quiet_button,
    tappable,
    words_of,
)

FACE_PX = 152
WIDEST_PX = 760


@component
def Who() -> ft.Control:  # noqa: N802
    """The first screen on a shared device."""
    app = use_app()
    if app.faces is None:
        return ft.Container()
    people = ft.Column(
        [
            ft.Container(
                ft.Column(
                    _faces(app, app.faces) if app.faces else _first_time(app),
                    horizontal_alignment=ft.CrossAxisAlignment.CENTER,
                    spacing=Space.L,
                    tight=True,
                ),
                padding=ft.Padding.only(
                    left=_side_px(app), right=_side_px(app), top=Space.L, bottom=Space.XXL
                ),
            )
        ],
        scroll=ft.ScrollMode.AUTO,
        expand=True,
        alignment=ft.MainAxisAlignment.CENTER,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
    return ft.Column([DoorLanguage(), people], expand=True, spacing=0)


def _side_px(app: AppState) -> int:
    return max(Space.L, (app.width_px - WIDEST_PX) // 2)


def _first_time(app: AppState) -> list[ft.Control]:
    return [
        illustration(app, "welcome", 320),
        heading(
            app.words("student-welcome-title"), 1, Style.DISPLAY, text_align=ft.TextAlign.CENTER
        ),
        words_of(
            app.words("student-welcome-text"), color=Role.SOFT, text_align=ft.TextAlign.CENTER
        ),
        main_button(
            app,
            app.words("student-who-new"),
            lambda: go("/who/new"),
            "who-new",
            ft.Icons.ADD_ROUNDED,
            autofocus=True,
        ),
        _promise(app),
        *_on_the_way(app),
    ]


def _faces(app: AppState, faces: tuple[Face, ...]) -> list[ft.Control]:
    logo = ft.Image(
        src=app.doors.asset("icons/portfolio.svg"), width=64, height=64, exclude_from_semantics=True
    )
    return [
        logo,
        heading(app.words("student-who-title"), 1, Style.DISPLAY, text_align=ft.TextAlign.CENTER),
        ft.Row(
            [*(_face(app, face, name) for face, name in named_faces(app, faces)), _new_face(app)],
            wrap=True,
            alignment=ft.MainAxisAlignment.CENTER,
            spacing=Space.L,
            run_spacing=Space.L,
        ),
        quiet_button(
            app,
            app.words("student-badge-in"),
            lambda: go("/who/badge"),
            "who-badge",
            ft.Icons.BADGE_OUTLINED,
        ),
        _promise(app),
        *_on_the_way(app),
    ]


def named_faces(app: AppState, faces: tuple[Face, ...]) -> list[tuple[Face, str]]:
    """Each face with what stands below it: those who show no name are counted."""
    hidden = [face.id for face in faces if not face.name]
    if len(hidden) == 1:
        return [(face, face.name or app.words("student-somebody")) for face in faces]
    return [
        (face, face.name or app.words("student-somebody-of", number=hidden.index(face.id) + 1))
        for face in faces
    ]


def _face(app: AppState, face: Face, name: str) -> ft.Control:
    return tappable(
        app,
        ft.Column(
            [
                avatar(app, face.picture, 88),
                words_of(
                    name,
                    Style.SUBTITLE,
                    text_align=ft.TextAlign.CENTER,
                    max_lines=2,
                    overflow=ft.TextOverflow.ELLIPSIS,
                ),
            ],
            horizontal_alignment=ft.CrossAxisAlignment.CENTER,
            spacing=Space.M,
            tight=True,
        ),
        lambda: go(f"/who/{face.id}"),
        f"who-{face.id}",
        name,
        width=_face_px(app),
        height=_face_px(app) + 20,
    )


def _new_face(app: AppState) -> ft.Control:
    return tappable(
        app,
        ft.Column(
            [
                ft.Container(
                    ft.Icon(ft.Icons.ADD_ROUNDED, size=40, color=Role.ON_ACCENT),
                    width=88,
                    height=88,
                    border_radius=Radius.PILL,
                    bgcolor=Role.ACCENT,
                    alignment=ft.Alignment.CENTER,
                ),
                words_of(
                    app.words("student-who-new"), Style.SUBTITLE, text_align=ft.TextAlign.CENTER
                ),
            ],
            horizontal_alignment=ft.CrossAxisAlignment.CENTER,
            spacing=Space.M,
            tight=True,
        ),
        lambda: go("/who/new"),
        "who-new",
        app.words("student-who-new"),
        width=_face_px(app),
        height=_face_px(app) + 20,
        bgcolor=Role.NONE,
    )


def _face_px(app: AppState) -> int:
    return min(FACE_PX, (app.width_px - 3 * Space.L) // 2)


def _on_the_way(app: AppState) -> list[ft.Control]:
    """What people who left this device left for school; whose it is, nobody here knows."""
    found = app.on_the_way
    if not found.holds_work:
        return []
    icon = ft.Icons.INFO_OUTLINE_ROUNDED if found.refused else ft.Icons.SEND_ROUNDED
    text = app.words("student-on-the-way-refused" if found.refused else "student-on-the-way")
    line = _line(icon, text)
    return [ft.Semantics(identifier="on-the-way", container=True, content=line)]


def _promise(app: AppState) -> ft.Control:
    return _line(ft.Icons.LOCK_OUTLINE_ROUNDED, app.words("student-who-promise"))


def _line(icon: ft.IconData, text: str) -> ft.Control:
    return ft.Row(
        [
            ft.Icon(icon, size=18, color=Role.SOFT),
            ft.Container(
                words_of(text, Style.SMALL, Role.SOFT),
                expand=True,
                expand_loose=True,
            ),
        ],
        alignment=ft.MainAxisAlignment.CENTER,
        spacing=Space.S,
    )
