"""I am new here: a name, a picture, how old, and a secret. Two short steps, no form."""

from dataclasses import dataclass

import flet as ft

from portfolio_app.errors import PortfolioError
from portfolio_app.model.people import AVATARS, BANDS, DEFAULT_BAND, NAME_LIMIT
from portfolio_app.student.screens.drawings import avatar
from portfolio_app.student.screens.secret_pad import SecretEntry, SecretPad
from portfolio_app.student.state import AppState, use_app
from portfolio_app.student.theme import Radius, Role, Space, Style
from portfolio_app.student.widgets import (
    component,
    error_words,
    field,
    go,
    heading,
    icon_button,
    main_button,
    tappable,
    use_kept,
    words_of,
)

WIDEST_PX = 560
PICTURE_PX = 72


@ft.observable
@dataclass
class NewFace:
    """Somebody who is about to begin."""

    name: str = ""
    picture: str = AVATARS[0]
    band: str = DEFAULT_BAND
    step: int = 1
    first_secret: str = ""
    problem: str = ""


@component
def NewLearner() -> ft.Control:  # noqa: N802
    """Make a place of one's own."""
    app = use_app()
    face = use_kept(NewFace)
    entry = use_kept(SecretEntry)
    body = _first_step(app, face) if face.step == 1 else _second_step(app, face, entry)
    return ft.Column(
        [
            ft.Container(
                ft.Column(
                    [_top(app, face, entry), *body],
                    horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
                    spacing=Space.L,
                    tight=True,
                ),
                padding=ft.Padding.symmetric(
                    horizontal=max(Space.L, (app.width_px - WIDEST_PX) // 2), vertical=Space.L
                ),
            )
        ],
        scroll=ft.ScrollMode.AUTO,
        expand=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _top(app: AppState, face: NewFace, entry: SecretEntry) -> ft.Control:
    def back() -> None:
        entry.clear()
        face.first_secret = ""
        if face.step == 1:
            go("/who")
        face.step = 1

    return ft.Row(
        [
            icon_button(app, ft.Icons.ARROW_BACK_ROUNDED, app.words("student-back"), back, "back"),
            ft.Container(
                ft.ProgressBar(
                    value=face.step / 2,
                    color=Role.PRIMARY,
                    bgcolor=Role.SUNKEN,
                    bar_height=8,
                    border_radius=Radius.PILL,
                    semantics_label=app.words("student-step", step=face.step, of=2),
                ),
                expand=True,
            ),
            ft.Container(width=48),
        ],
        spacing=Space.M,
    )


def _first_step(app: AppState, face: NewFace) -> list[ft.Control]:
    def on() -> None:
        if not face.name.strip():
            face.problem = app.words("student-new-name-missing")
            return
        face.problem = ""
        face.step = 2

    return [
        heading(app.words("student-new-title")),
        field(
            app,
            app.words("student-new-name"),
            face.name,
            lambda text: setattr(face, "name", text),
            "name",
            on_submit=on,
            limit=NAME_LIMIT,
            autofocus=True,
            error=face.problem or None,
        ),
        heading(app.words("student-new-picture"), 2),
        ft.Row(
            [_picture(app, face, picture) for picture in AVATARS],
            wrap=True,
            spacing=Space.M,
            run_spacing=Space.M,
            alignment=ft.MainAxisAlignment.CENTER,
        ),
        ft.Row(
            [main_button(app, app.words("student-next"), on, "new-next")],
            alignment=ft.MainAxisAlignment.CENTER,
            wrap=True,
        ),
    ]


def _picture(app: AppState, face: NewFace, picture: str) -> ft.Control:
    is_chosen = face.picture == picture
    return tappable(
        app,
        avatar(app, picture, PICTURE_PX),
        lambda: setattr(face, "picture", picture),
        f"avatar-{picture}",
        app.words(f"student-avatar-{picture}"),
        selected=is_chosen,
        padding=4,
        border_radius=Radius.PILL,
        bgcolor=Role.PRIMARY_BOX if is_chosen else Role.NONE,
        border=ft.Border.all(4, Role.PRIMARY if is_chosen else Role.NONE),
    )


def _second_step(app: AppState, face: NewFace, entry: SecretEntry) -> list[ft.Control]:
    async def done() -> None:
        if not face.first_secret:
            face.first_secret = entry.typed
            entry.clear()
            return
        if face.first_secret != entry.typed:
            face.first_secret = ""
            entry.clear(app.words("student-new-secret-differs"))
            return
        await _begin(app, face, entry)

    ask = "student-new-secret-again" if face.first_secret else "student-new-secret"
    return [
        ft.Row(
            [
                avatar(app, face.picture, 64),
                ft.Container(heading(app.words("student-new-hello", name=face.name)), expand=True),
            ],
            spacing=Space.L,
        ),
        heading(app.words("student-new-age"), 2),
        ft.Row(
            [_band(app, face, band) for band in BANDS],
            wrap=True,
            spacing=Space.S,
            run_spacing=Space.S,
        ),
        heading(app.words(ask), 2),
        words_of(app.words("student-new-secret-why"), Style.BODY, Role.SOFT),
        SecretPad(entry, done, app.words("student-next")),
    ]


def _band(app: AppState, face: NewFace, band: str) -> ft.Control:
    is_chosen = face.band == band
    text = app.words("student-band", ages=band.replace("-", "–"))
    row: list[ft.Control] = [
        words_of(text, Style.SUBTITLE, Role.ON_PRIMARY if is_chosen else Role.INK)
    ]
    if is_chosen:
        row.insert(0, ft.Icon(ft.Icons.CHECK_ROUNDED, size=20, color=Role.ON_PRIMARY))
    return tappable(
        app,
        ft.Row(row, tight=True, spacing=Space.S),
        lambda: setattr(face, "band", band),
        f"band-{band}",
        text,
        selected=is_chosen,
        padding=Space.M,
        border_radius=Radius.PILL,
        bgcolor=Role.PRIMARY if is_chosen else Role.RAISED,
        border=ft.Border.all(1.5, Role.PRIMARY if is_chosen else Role.OUTLINE),
    )


async def _begin(app: AppState, face: NewFace, entry: SecretEntry) -> None:
    entry.is_busy = True
    try:
        await app.doors.create(face.name.strip(), face.picture, entry.typed, face.band)
        entry.clear()
    except PortfolioError as problem:
        face.first_secret = ""
        entry.clear(error_words(app.words, problem))
