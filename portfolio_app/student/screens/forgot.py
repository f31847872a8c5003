"""I forgot my secret: what else opens the portfolio, and then a new secret at once."""

from dataclasses import dataclass

import flet as ft

from portfolio_app.errors import PortfolioError
from portfolio_app.student.screens.ask_school import AskSchool
from portfolio_app.student.screens.code_line import CodeLine
from portfolio_app.student.screens.door import (
    back_button,
    door_column,
    door_page,
    door_words,
    likes_words,
)
from portfolio_app.student.screens.new_secret import NewSecret
from portfolio_app.student.screens.shell import warning
from portfolio_app.student.state import AppState, Face, use_app
from portfolio_app.student.theme import Role, Space, Style
from portfolio_app.student.widgets import (
    component,
    error_words,
    go,
    say,
    tappable,
    use_kept,
    words_of,
)

CHOOSE, SCHOOL, NEW = "choose", "school", "new"
WAYS = (
    ("badge", ft.Icons.BADGE_OUTLINED),
    ("recovery", ft.Icons.DESCRIPTION_OUTLINED),
    ("school", ft.Icons.SCHOOL_OUTLINED),
)


@ft.observable
@dataclass
class Coming:
    """How far somebody is who forgot: choosing, at one of the ways, or at the new secret."""

    step: str = CHOOSE
    kinds: tuple[str, ...] | None = None
    problem: str = ""


@component
def Forgot() -> ft.Control:  # noqa: N802
    """Another way in."""
    app = use_app()
    vault_id = ft.use_route_params().get("vault", "")
    face = next((one for one in app.faces or () if one.id == vault_id), None)
    coming = use_kept(Coming)

    async def look() -> None:
        try:
            coming.kinds = await app.doors.keys.kinds_of(vault_id)
        except PortfolioError as problem:
            coming.problem = error_words(app.words, problem)

    ft.use_effect(look, [vault_id], cleanup=app.doors.keys.forget)
    if face is None:
        return door_column(back_button(app, app.words("student-who-title"), lambda: go("/who")))
    if coming.step == CHOOSE:
        return door_page(app, _choose(app, face, coming))
    if coming.step == NEW:
        return door_page(app, _new_secret(app, face))
    if coming.step == SCHOOL:
        return door_page(app, _school(face, coming))
    return door_page(app, _code(app, face, coming))


def _choose(app: AppState, face: Face, coming: Coming) -> ft.Control:
    ways = [one for one in WAYS if one[0] in (coming.kinds or ())]
    rows = [_way(app, coming, kind, icon) for kind, icon in ways]
    if coming.problem:
        rows = [warning(coming.problem)]
    elif coming.kinds is not None and not rows:
        rows = [warning(app.words("student-forgot-nothing"))]
    title, text = app.words("student-forgot-title"), app.words("student-forgot-what")
    return door_column(
        *door_words(app, face.picture, title, text if ways else ""),
        *rows,
        back_button(app, app.words("student-forgot-back"), lambda: go(f"/who/{face.id}")),
    )


def _way(app: AppState, coming: Coming, kind: str, icon: ft.IconData) -> ft.Control:
    def choose() -> None:
        coming.step = kind

    title, text = app.words(f"student-forgot-{kind}"), app.words(f"student-forgot-{kind}-what")
    return tappable(
        app,
        ft.Row(
            [
                ft.Icon(icon, size=32, color=Role.PRIMARY),
                ft.Column(
                    [words_of(title, Style.SUBTITLE), words_of(text, color=Role.SOFT)],
                    spacing=Space.XS,
                    tight=True,
                    expand=True,
                ),
                ft.Icon(ft.Icons.CHEVRON_RIGHT_ROUNDED, color=Role.SOFT),
            ],
            spacing=Space.L,
        ),
        choose,
        f"forgot-{kind}",
        f"{title}. {text}",
    )


def _code(app: AppState, face: Face, coming: Coming) -> ft.Control:
    kind = coming.step

    async def bring(code: str) -> None:
        await app.doors.keys.bring(face.id, kind, code)
        coming.step = NEW

    def back() -> None:
        coming.step = CHOOSE

    title, text = app.words(f"student-forgot-{kind}"), app.words(f"student-code-where-{kind}")
    return door_column(
        *door_words(app, face.picture, title, text),
        CodeLine(kind, bring),
        back_button(app, app.words("student-forgot-other-way"), back),
    )


def _school(face: Face, coming: Coming) -> ft.Control:
    def answered() -> None:
        coming.step = NEW

    def back() -> None:
        coming.step = CHOOSE

    return AskSchool(face, answered, back)


def _new_secret(app: AppState, face: Face) -> ft.Control:
    async def begin_again(secret: str) -> None:
        await app.doors.keys.begin_again(secret)
        say(app.words("student-secret-changed"))

    title, text = app.words("student-forgot-right"), app.words("student-forgot-right-what")
    return door_column(
        *door_words(app, face.picture, title, text),
        NewSecret(begin_again, is_words=likes_words(face.band)),
        back_button(app, app.words("student-forgot-stop"), lambda: go(f"/who/{face.id}")),
    )
