"""Choosing among my works: small pictures with names, the chosen ones marked."""

from collections.abc import Callable, Collection, Sequence

import flet as ft

from portfolio_app.model.artifact import Work
from portfolio_app.student.screens.work_card import thumbnail
from portfolio_app.student.state import AppState
from portfolio_app.student.theme import Radius, Role, Space, Style
from portfolio_app.student.widgets import tappable, words_of

SHOWN_LIMIT = 60
TILE_PX = 132


def work_choice(
    app: AppState,
    works: Sequence[Work],
    chosen: Collection[str],
    choose: Callable[[Work], object],
) -> ft.Control:
    """The chosen works first, then the newest; `choose` hears each tap."""
    first = [work for work in works if work.id in chosen]
    rest = [work for work in works if work.id not in chosen][: SHOWN_LIMIT - len(first)]
    return ft.Row(
        [_tile(app, work, work.id in chosen, choose) for work in (*first, *rest)],
        wrap=True,
        spacing=Space.S,
        run_spacing=Space.S,
    )


def _tile(
    app: AppState, work: Work, is_chosen: bool, choose: Callable[[Work], object]
) -> ft.Control:
    title = work.title or app.words("student-untitled")
    mark = ft.Icons.CHECK_CIRCLE_ROUNDED if is_chosen else ft.Icons.RADIO_BUTTON_UNCHECKED_ROUNDED
    return tappable(
        app,
        ft.Column(
            [
                ft.Stack(
                    [
                        thumbnail(app, work, TILE_PX - 2 * Space.S, Radius.S),
                        ft.Container(
                            ft.Icon(
                                mark, size=26, color=Role.PRIMARY if is_chosen else Role.OUTLINE
                            ),
                            bgcolor=Role.RAISED,
                            border_radius=Radius.PILL,
                            right=Space.XS,
                            top=Space.XS,
                        ),
                    ]
                ),
                words_of(title, Style.SMALL, max_lines=2, overflow=ft.TextOverflow.ELLIPSIS),
            ],
            spacing=Space.XS,
            tight=True,
        ),
        lambda: choose(work),
        f"choose-{work.id}",
        title,
        selected=is_chosen,
        width=TILE_PX,
        padding=Space.S,
        bgcolor=Role.PRIMARY_BOX if is_chosen else Role.SURFACE,
        border=ft.Border.all(2 if is_chosen else 1, Role.PRIMARY if is_chosen else Role.LINE),
        border_radius=Radius.M,
    )
