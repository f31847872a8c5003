"""Choosing among my works: small pictures with names, the chosen ones marked."""

from collections.abc import Callable, Collection, Sequence

import flet as ft

from portfolio_app.model.artifact import Work
from portfolio_app.student.screens.work_card import thumbnail
from portfolio_app.student.state import AppState
from portfolio_app.student.theme import Radius, Role, Space, Style
from portfolio_app.student.widgets import RAIL_PX, margin_px, tappable, words_of

SHOWN_LIMIT = 60
TILE_LEAST_PX = 132
FEWEST_COLUMNS = 2


def work_choice(
    app: AppState,
    works: Sequence[Work],
    chosen: Collection[str],
    choose: Callable[[Work], object],
    widest_px: int,
    inset_px: int = 0,
) -> ft.Control:
    """The newest works, in an order that stays when one is chosen; `choose` hears each tap.

    The tiles fill a page whose content is at most `widest_px` wide, less `inset_px` for what stands
    around them. Chosen works too old to be among those shown stand first.
    """
    old = [work for work in works[SHOWN_LIMIT:] if work.id in chosen]
    width_px = tile_px(app, widest_px, inset_px)
    return ft.Row(
        [
            _tile(app, work, work.id in chosen, choose, width_px)
            for work in (*old, *works[: SHOWN_LIMIT - len(old)])
        ],
        wrap=True,
        spacing=Space.S,
        run_spacing=Space.S,
        vertical_alignment=ft.CrossAxisAlignment.START,
    )


def tile_px(app: AppState, widest_px: int, inset_px: int = 0) -> int:
    """How wide a tile is so that full rows end where the page does."""
    rail_px = 0 if app.is_compact else RAIL_PX
    room_px = app.width_px - rail_px - 2 * margin_px(app, widest_px) - inset_px
    columns = max(FEWEST_COLUMNS, int(room_px + Space.S) // (TILE_LEAST_PX + Space.S))
    return (int(room_px) - Space.S * (columns - 1)) // columns


def _tile(
    app: AppState,
    work: Work,
    is_chosen: bool,
    choose: Callable[[Work], object],
    width_px: int,
) -> ft.Control:
    title = work.title or app.words("student-untitled")
    mark = ft.Icons.CHECK_CIRCLE_ROUNDED if is_chosen else ft.Icons.RADIO_BUTTON_UNCHECKED_ROUNDED
    ink = Role.ON_PRIMARY_BOX if is_chosen else Role.INK
    return tappable(
        app,
        ft.Column(
            [
                ft.Stack(
                    [
                        thumbnail(app, work, width_px - 2 * Space.S, Radius.S),
                        ft.Container(
                            ft.Icon(
                                mark, size=28, color=Role.PRIMARY if is_chosen else Role.OUTLINE
                            ),
                            bgcolor=Role.RAISED,
                            border_radius=Radius.PILL,
                            right=Space.XS,
                            top=Space.XS,
                        ),
                    ]
                ),
                words_of(
                    title,
                    Style.LABEL,
                    ink,
                    max_lines=3 if app.is_tight else 2,
                    overflow=ft.TextOverflow.ELLIPSIS,
                ),
            ],
            spacing=Space.XS,
            tight=True,
        ),
        lambda: choose(work),
        f"choose-{work.id}",
        title,
        selected=is_chosen,
        width=width_px,
        padding=Space.S,
        bgcolor=Role.PRIMARY_BOX if is_chosen else Role.RAISED,
        border=ft.Border.all(2, Role.PRIMARY if is_chosen else Role.LINE),
        border_radius=Radius.M,
    )
