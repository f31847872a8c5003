"""Open your portfolio: the picture, the name, and the secret."""

import flet as ft

from portfolio_app.errors import PortfolioError
from portfolio_app.model.people import BANDS
from portfolio_app.student.screens.drawings import avatar
from portfolio_app.student.screens.secret_pad import SecretEntry, SecretPad
from portfolio_app.student.state import AppState, Face, use_app
from portfolio_app.student.theme import Role, Space, Style
from portfolio_app.student.widgets import (
    component,
    error_words,
    go,
    heading,
    text_button,
    use_kept,
    words_of,
)

LOW_PX = 760


@component
def Unlock() -> ft.Control:  # noqa: N802
    """Say the secret."""
    app = use_app()
    vault_id = ft.use_route_params().get("vault", "")
    face = next((one for one in app.faces or () if one.id == vault_id), None)
    entry = use_kept(lambda: SecretEntry(is_words=_likes_words(face)))
    if face is None:
        return ft.Container(
            text_button(app, app.words("student-who-title"), lambda: go("/who"), "back"),
            padding=Space.XL,
        )

    async def open_it() -> None:
        entry.is_busy = True
        entry.problem = ""
        try:
            await app.doors.open(vault_id, entry.typed)
            entry.clear()
        except PortfolioError as problem:
            entry.clear(error_words(app.words, problem))

    return ft.Column(
        [_card(app, face, SecretPad(entry, open_it, app.words("student-open")))],
        scroll=ft.ScrollMode.AUTO,
        expand=True,
        alignment=ft.MainAxisAlignment.CENTER,
        horizontal_alignment=ft.CrossAxisAlignment.CENTER,
    )


def _likes_words(face: Face | None) -> bool:
    return face is not None and face.band == BANDS[-1]


def _card(app: AppState, face: Face, pad: ft.Control) -> ft.Control:
    return ft.Container(
        ft.Column(
            [
                avatar(app, face.picture, 72 if app.height_px < LOW_PX else 112),
                heading(
                    app.words("student-unlock-hello", name=face.name),
                    text_align=ft.TextAlign.CENTER,
                ),
                words_of(
                    app.words("student-unlock-ask"),
                    Style.BODY,
                    Role.SOFT,
                    text_align=ft.TextAlign.CENTER,
                ),
                pad,
                text_button(
                    app,
                    app.words("student-unlock-other"),
                    lambda: go("/who"),
                    "back",
                    ft.Icons.ARROW_BACK_ROUNDED,
                ),
            ],
            horizontal_alignment=ft.CrossAxisAlignment.CENTER,
            spacing=Space.M,
            tight=True,
        ),
        padding=Space.XL,
        width=420,
    )
