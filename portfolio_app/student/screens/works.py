"""My work: everything, newest first, with a box to find it by name."""

from dataclasses import dataclass

import flet as ft

from portfolio_app.model.artifact import Work
from portfolio_app.student.screens.drawings import empty
from portfolio_app.student.screens.shell import behind_lock
from portfolio_app.student.screens.work_card import GalleryCard
from portfolio_app.student.state import AppState
from portfolio_app.student.theme import Role, Space
from portfolio_app.student.widgets import (
    field,
    go,
    heading,
    icon_button,
    main_button,
    margin_px,
    safe,
    use_kept,
    words_of,
)

WINDOW = 60
GROW_BEFORE_END_PX = 600


@ft.observable
@dataclass
class Gallery:
    """What is looked for, and how many works are drawn so far."""

    wanted: str = ""
    shown: int = WINDOW


@behind_lock
def Works(app: AppState) -> ft.Control:  # noqa: N802
    """The gallery."""
    view = use_kept(Gallery)
    found = _found(app.open.works, view.wanted)
    side = margin_px(app)
    add = main_button(
        app, app.words("student-add-short"), lambda: go("/add"), "add", ft.Icons.ADD_ROUNDED
    )
    bin_ = icon_button(
        app, ft.Icons.DELETE_OUTLINE_ROUNDED, app.words("student-bin-title"),
        lambda: go("/works/bin"), "open-bin", Role.SOFT, tooltip=app.words("student-bin-title"),
    )  # fmt: skip
    title = ft.Container(heading(app.words("student-place-works")), expand=True)
    top = [ft.Row([title, *([bin_] if app.open.binned else []), add], spacing=Space.S)]
    if not app.open.works:
        nothing = empty(
            app,
            "empty-works",
            app.words("student-home-first-title"),
            app.words("student-home-first"),
        )
        return ft.Container(
            ft.Column([*top, nothing], horizontal_alignment=ft.CrossAxisAlignment.STRETCH),
            padding=ft.Padding.symmetric(horizontal=side, vertical=Space.S),
        )
    search = field(
        app,
        app.words("student-works-search"),
        view.wanted,
        lambda text: _look_for(view, text),
        "search",
        prefix_icon=ft.Icons.SEARCH_ROUNDED,
    )
    return ft.Column(
        [
            ft.Container(
                ft.Column([*top, search], spacing=Space.M, tight=True,
                          horizontal_alignment=ft.CrossAxisAlignment.STRETCH),
                padding=ft.Padding.only(left=side, right=side, top=Space.S, bottom=Space.M),
            ),
            _grid(app, view, found, side) if found else _none_found(app, view, side),
        ],
        expand=True,
        spacing=0,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )  # fmt: skip


def _found(works: tuple[Work, ...], wanted: str) -> list[Work]:
    parts = wanted.casefold().split()
    return [work for work in works if all(part in work.title.casefold() for part in parts)]


def _look_for(view: Gallery, text: str) -> None:
    view.wanted = text
    view.shown = WINDOW


def _grid(app: AppState, view: Gallery, found: list[Work], side: int) -> ft.Control:
    def grow(event: ft.OnScrollEvent) -> None:
        is_near_end = event.pixels > event.max_scroll_extent - GROW_BEFORE_END_PX
        if is_near_end and view.shown < len(found):
            view.shown = min(len(found), view.shown + WINDOW)

    return ft.GridView(
        [GalleryCard(work, app.open.sending[work.id], key=work.id) for work in found[: view.shown]],
        expand=True,
        max_extent=200 if app.is_compact else 240,
        child_aspect_ratio=0.86,
        spacing=Space.M,
        run_spacing=Space.M,
        padding=ft.Padding.only(left=side, right=side, top=Space.XS, bottom=Space.HUGE),
        on_scroll=safe(app, grow),
        scroll_interval=50,
    )


def _none_found(app: AppState, view: Gallery, side: int) -> ft.Control:
    return ft.Container(
        ft.Semantics(
            live_region=True,
            content=words_of(app.words("student-works-none", wanted=view.wanted), color=Role.SOFT),
        ),
        padding=ft.Padding.symmetric(horizontal=side, vertical=Space.L),
    )
