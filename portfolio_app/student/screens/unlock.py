"""Open your portfolio: the picture, the name, and the secret."""

import flet as ft

from portfolio_app.errors import PortfolioError
from portfolio_app.student.screens.door import (
    back_button,
    door_column,
    door_page,
    door_words,
    hello,
    likes_words,
)
from portfolio_app.student.screens.secret_pad import SecretEntry, SecretPad
from portfolio_app.student.state import use_app
from portfolio_app.student.widgets import component, go, text_button, use_kept


@component
def Unlock() -> ft.Control:  # noqa: N802
    """Say the secret."""
    app = use_app()
    vault_id = ft.use_route_params().get("vault", "")
    face = next((one for one in app.faces or () if one.id == vault_id), None)
    entry = use_kept(lambda: SecretEntry(is_words=face is not None and likes_words(face.band)))
    if face is None:
        return door_column(back_button(app, app.words("student-who-title"), lambda: go("/who")))

    async def open_it() -> None:
        entry.is_busy = True
        entry.problem = ""
        try:
            await app.doors.open(vault_id, entry.typed)
            entry.clear()
        except PortfolioError as problem:
            entry.refuse(app, problem)

    forgot = text_button(
        app,
        app.words("student-forgot"),
        lambda: go(f"/who/{vault_id}/forgot"),
        "forgot",
        ft.Icons.HELP_OUTLINE_ROUNDED,
    )
    return door_page(
        app,
        door_column(
            *door_words(app, face.picture, hello(app, face), app.words("student-unlock-ask")),
            SecretPad(entry, open_it, app.words("student-open")),
            forgot,
            back_button(app, app.words("student-unlock-other"), lambda: go("/who")),
        ),
    )
