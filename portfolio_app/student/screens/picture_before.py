"""A picture beside what it was before, and the way back to that."""

import flet as ft

from portfolio_app.model.artifact import Work, WorkFile
from portfolio_app.student import capturing
from portfolio_app.student.state import AppState
from portfolio_app.student.theme import Radius, Role, Space, Style
from portfolio_app.student.widgets import go, icon_button, quiet_button, say, words_of


def earlier_ones(app: AppState, work: Work, file: WorkFile) -> list[ft.Control]:
    """The way to what a picture was before."""
    before = work.versions_of(file)
    label = app.words("student-picture-before")
    return [
        icon_button(
            app, ft.Icons.HISTORY_ROUNDED, label,
            lambda one=one: go(f"/works/{work.id}/picture/{one.id}"), "picture-before",
            tooltip=label,
        )
        for one in before[:1]
    ]  # fmt: skip


def was_before(app: AppState, work: Work, file: WorkFile) -> ft.Control:
    """That this is not the newest, and how it becomes that again."""

    async def use_again() -> None:
        await app.doors.act(capturing.use_again, work.id, file.id)
        go(f"/works/{work.id}")
        say(app.words("student-saved-here"))

    label = app.words("student-picture-use-before")
    again = quiet_button(app, label, use_again, "use-before", ft.Icons.RESTORE_ROUNDED)
    said = words_of(app.words("student-picture-was-before"), color=Role.SOFT)
    return ft.Row(
        [said, again, *earlier_ones(app, work, file)], wrap=True, spacing=Space.M,
        run_spacing=Space.S, vertical_alignment=ft.CrossAxisAlignment.CENTER,
    )  # fmt: skip


def side_by_side(app: AppState, work: Work, file: WorkFile, before: ft.Control) -> ft.Control:
    """What it was and what it is: beside each other where there is room, else one above the
    other. `before` shows the first.
    """
    now = work.shown_for(file.id)
    if now is None or now == file or not (now.preview or now.thumbnail):
        return before
    newest = ft.Container(
        ft.Image(
            src=app.doors.picture(now.preview or now.thumbnail),
            fit=ft.BoxFit.CONTAIN,
            semantics_label=now.seen or app.words("student-picture-now"),
            gapless_playback=True,
        ),
        expand=True,
        bgcolor=Role.SUNKEN,
        border_radius=Radius.L,
        alignment=ft.Alignment.CENTER,
    )
    panes: list[ft.Control] = [
        ft.Column(
            [words_of(app.words(f"student-picture-{key}"), Style.LABEL, Role.SOFT), shown],
            expand=True,
            spacing=Space.XS,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        )
        for key, shown in (("then", before), ("now", newest))
    ]
    is_beside = app.width_px > app.height_px or not app.is_compact
    if is_beside:
        return ft.Row(panes, expand=True, spacing=Space.M)
    return ft.Column(panes, expand=True, spacing=Space.M)
