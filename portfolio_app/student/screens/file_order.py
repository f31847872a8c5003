"""Which file of a work is seen first: two buttons that need no dragging."""

import flet as ft

from portfolio_app.model.artifact import Work, WorkFile
from portfolio_app.student import actions
from portfolio_app.student.state import AppState
from portfolio_app.student.theme import Role
from portfolio_app.student.widgets import icon_button, say


def with_moves(
    app: AppState, work: Work, file: WorkFile, shown: ft.Control, *, is_small: bool = False
) -> ft.Control:
    """A file as it is shown, with buttons to move it where the work has others."""
    ids = [one.id for one in work.files]
    place = ids.index(file.id)
    if len(ids) == 1:
        return shown

    def move(to: int) -> ft.Control:
        async def go_there() -> None:
            wanted = [one for one in ids if one != file.id]
            wanted.insert(to, file.id)
            await app.doors.act(actions.arrange_files, work.id, wanted)
            say(app.words("student-saved-here"))

        way = "sooner" if to < place else "later"
        label = app.words(f"student-work-file-{way}", number=place + 1)
        icon = _arrow(to, place, is_small=is_small)
        return icon_button(app, icon, label, go_there, f"{way}-{place + 1}", Role.PRIMARY)

    ways = [to for to in (place - 1, place + 1) if 0 <= to < len(ids)]
    return ft.Column(
        [shown, ft.Row([move(to) for to in ways], spacing=0, tight=True)],
        spacing=0,
        tight=True,
        horizontal_alignment=ft.CrossAxisAlignment.START
        if is_small
        else ft.CrossAxisAlignment.STRETCH,
    )


def _arrow(to: int, place: int, *, is_small: bool) -> ft.IconData:
    """Where the file goes on screen: small ones stand beside each other, below the first."""
    if is_small and to > 0:
        is_sooner = to < place
        return ft.Icons.ARROW_BACK_ROUNDED if is_sooner else ft.Icons.ARROW_FORWARD_ROUNDED
    return ft.Icons.ARROW_UPWARD_ROUNDED if to < place else ft.Icons.ARROW_DOWNWARD_ROUNDED
