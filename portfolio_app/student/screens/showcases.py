"""Showcases: works chosen and put in order, to show somebody."""

import flet as ft

from portfolio_app.model.artifact import Work
from portfolio_app.model.showcase import Showcase
from portfolio_app.student.screens.drawings import empty
from portfolio_app.student.screens.sheets import beside
from portfolio_app.student.screens.shell import behind_lock
from portfolio_app.student.screens.work_card import thumbnail
from portfolio_app.student.state import AppState
from portfolio_app.student.theme import Radius, Role, Space, Style
from portfolio_app.student.widgets import (
    badge,
    go,
    heading,
    main_button,
    scroll_page,
    tappable,
    words_of,
)

MOSAIC = 4


@behind_lock
def Showcases(app: AppState) -> ft.Control:  # noqa: N802
    """All showcases."""
    new = main_button(
        app,
        app.words("student-showcase-new"),
        lambda: go("/showcases/new"),
        "showcase-new",
        ft.Icons.ADD_ROUNDED,
    )
    title = app.words("student-place-showcases")
    if not app.open.showcases:
        nothing = empty(
            app,
            "empty-showcases",
            app.words("student-showcases-first-title"),
            app.words("student-showcases-first"),
            new if app.open.works else _add_first(app),
        )
        return scroll_page(app, [heading(title), nothing])
    columns = 2 if app.is_wide else 1
    cards: list[ft.Control] = [_card(app, one) for one in app.open.showcases]
    rows: list[ft.Control] = [
        ft.Row(
            _filled(cards[at : at + columns], columns),
            spacing=Space.L,
        )
        for at in range(0, len(cards), columns)
    ]
    head: list[ft.Control] = (
        [heading(title), ft.Row([new], wrap=True)]
        if app.is_compact
        else [ft.Row([ft.Container(heading(title), expand=True), new])]
    )
    return scroll_page(app, [*head, *rows])


def _add_first(app: AppState) -> ft.Control:
    """There is nothing to choose from yet: the way to a first work."""
    return main_button(
        app, app.words("student-add"), lambda: go("/add"), "add-first", ft.Icons.ADD_ROUNDED
    )


def _filled(cards: list[ft.Control], columns: int) -> list[ft.Control]:
    """A row of equal widths, also when it is not full."""
    missing = columns - len(cards)
    return [ft.Container(one, expand=True) for one in [*cards, *[ft.Container()] * missing]]


def works_of(app: AppState, showcase: Showcase) -> list[Work]:
    """The works of a showcase that are not in the bin, in its order."""
    found = (app.open.work(item) for item in showcase.items)
    return [work for work in found if work is not None]


def is_shared(app: AppState, showcase: Showcase) -> bool:
    """Whether a link to it is open now."""
    now_ms = app.doors.now_ms()
    return any(link.is_open(now_ms) for link in app.open.links.get(showcase.id, ()))


def _card(app: AppState, showcase: Showcase) -> ft.Control:
    works = works_of(app, showcase)
    count = app.words("student-works-count", count=len(works))
    state = (
        badge(
            app.words("student-showcase-shared"),
            ft.Icons.GROUP_OUTLINED,
            Role.GOOD_BOX,
            Role.ON_GOOD_BOX,
        )
        if is_shared(app, showcase)
        else badge(
            app.words("student-showcase-private"),
            ft.Icons.LOCK_OUTLINE_ROUNDED,
            Role.SUNKEN,
            Role.INK,
        )
    )
    return tappable(
        app,
        ft.Column(
            [
                _mosaic(app, works),
                ft.Container(
                    ft.Column(
                        [
                            words_of(
                                showcase.title, Style.TITLE, max_lines=2,
                                overflow=ft.TextOverflow.ELLIPSIS,
                            ),
                            beside(app, words_of(count, color=Role.SOFT), [state]),
                        ],
                        spacing=Space.S,
                        tight=True,
                    ),
                    padding=Space.L,
                ),
            ],
            spacing=0,
            tight=True,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        ),
        lambda: go(f"/showcases/{showcase.id}"),
        f"showcase-{showcase.id}",
        f"{showcase.title}. {count}",
        padding=0,
        clip_behavior=ft.ClipBehavior.ANTI_ALIAS,
    )  # fmt: skip


def _mosaic(app: AppState, works: list[Work]) -> ft.Control:
    shown = works[:MOSAIC]
    return ft.Container(
        ft.Row(
            [
                ft.Container(thumbnail(app, work, radius=0), expand=True, height=160)
                for work in shown
            ],
            spacing=2,
            vertical_alignment=ft.CrossAxisAlignment.STRETCH,
        ),
        height=160,
        bgcolor=Role.SUNKEN,
        border_radius=ft.BorderRadius.only(top_left=Radius.L, top_right=Radius.L),
    )
