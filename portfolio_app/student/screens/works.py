"""My work: everything, newest first, as pictures or by date, with what finds a work among many."""

from collections.abc import Sequence
from dataclasses import replace

import flet as ft

from portfolio_app.model.artifact import Work
from portfolio_app.model.gallery import Wish
from portfolio_app.student.screens.drawings import empty
from portfolio_app.student.screens.sheets import titled
from portfolio_app.student.screens.shell import behind_lock
from portfolio_app.student.screens.works_filters import (
    Unfolded,
    Wanted,
    chosen_row,
    filters_page,
)
from portfolio_app.student.screens.works_list import WorksList, as_pictures, as_timeline
from portfolio_app.student.screens.works_wish import (
    PICTURES,
    TIMELINE,
    Gallery,
    Looker,
    begun,
    keep,
)
from portfolio_app.student.state import AppState
from portfolio_app.student.theme import Role, Space, Style, at_start
from portfolio_app.student.widgets import (
    field,
    go,
    icon_button,
    main_button,
    margin_px,
    quiet_button,
    use_kept,
    words_of,
)

WORDS_LIMIT = 100


@behind_lock
def Works(app: AppState) -> ft.Control:  # noqa: N802
    """The gallery."""
    gallery = use_kept(lambda: begun(app))
    unfolded = use_kept(Unfolded)
    looker = use_kept(Looker)
    found = looker.found(app, gallery.wish)
    side = margin_px(app)
    lay_out = as_timeline if gallery.view == TIMELINE else as_pictures
    page = ft.use_memo(
        lambda: lay_out(app, found, side),
        [found, gallery.view, app.width_px, app.preferences.text_scale, app.open.year_begins],
    )

    def want(wish: Wish) -> None:
        gallery.wish, gallery.start_px = wish, 0
        keep(app, gallery)

    def show(_wish: Wish) -> None:
        gallery.is_choosing = False

    if not app.open.works:
        return _nothing_yet(app, side)
    if gallery.is_choosing:
        body = filters_page(app, looker, gallery.wish, unfolded, want, show)
    elif found:
        start_px = gallery.start_px
        body = WorksList(page, start_px, lambda at_px: keep(app, gallery, at_px), key=gallery.name)
    else:
        body = _none_found(app, gallery.wish, side, want)
    return ft.Column(
        [_head(app, gallery, found, side, want), body],
        expand=True,
        spacing=0,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _head(
    app: AppState, gallery: Gallery, found: Sequence[Work], side: int, want: Wanted
) -> ft.Control:
    wish = gallery.wish
    search = field(
        app,
        app.words("student-works-search"),
        wish.words,
        lambda text: want(replace(gallery.wish, words=text)),
        "search",
        prefix_icon=ft.Icons.SEARCH_ROUNDED,
        limit=WORDS_LIMIT,
    )
    view, choose = _view_button(app, gallery), _filter_button(app, gallery)
    lines = [
        _title_row(app),
        ft.Row([ft.Container(search, expand=True), view, choose], spacing=Space.XS),
    ]
    if not gallery.is_choosing:
        lines += [*chosen_row(app, wish, want), _count(app, found, wish)]
    return ft.Container(
        ft.Column(
            lines,
            spacing=Space.S,
            tight=True,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        ),
        padding=ft.Padding.only(left=side, right=side, top=Space.S, bottom=Space.XS),
    )


def _title_row(app: AppState) -> ft.Control:
    aside = [*_bin(app), _add(app, "student-add-short")]
    return titled(app, app.words("student-place-works"), aside)


def _add(app: AppState, words: str) -> ft.Control:
    return main_button(app, app.words(words), lambda: go("/add"), "add", ft.Icons.ADD_ROUNDED)


def _bin(app: AppState) -> list[ft.Control]:
    """The way to the bin, while something lies in it."""
    label = app.words("student-bin-title")
    button = icon_button(
        app, ft.Icons.DELETE_OUTLINE_ROUNDED, label,
        lambda: go("/works/bin"), "open-bin", Role.SOFT, tooltip=label,
    )  # fmt: skip
    has_binned = app.open.binned or any(not one.goal for one in app.open.binned_thoughts)
    return [button] if has_binned else []


def _view_button(app: AppState, gallery: Gallery) -> ft.Control:
    is_timeline = gallery.view == TIMELINE
    other = PICTURES if is_timeline else TIMELINE
    icon = ft.Icons.GRID_VIEW_ROUNDED if is_timeline else ft.Icons.VIEW_TIMELINE_OUTLINED
    label = app.words(f"student-works-as-{other}")

    def turn() -> None:
        gallery.view, gallery.start_px, gallery.is_choosing = other, 0, False
        keep(app, gallery)

    return icon_button(app, icon, label, turn, "change-view", tooltip=label)


def _filter_button(app: AppState, gallery: Gallery) -> ft.Control:
    count = len(gallery.wish.chosen)
    label = app.words("student-works-filter", count=count)

    def turn() -> None:
        gallery.is_choosing = not gallery.is_choosing

    return icon_button(
        app, ft.Icons.FILTER_ALT_ROUNDED if count else ft.Icons.FILTER_ALT_OUTLINED, label, turn,
        "open-filters", Role.PRIMARY if count else Role.INK, tooltip=label,
    )  # fmt: skip


def _count(app: AppState, found: Sequence[Work], wish: Wish) -> ft.Control:
    """How many are seen; read aloud when somebody looks for something."""
    count = len(app.open.works)
    if wish.is_open:
        return words_of(app.words("student-works-count", count=count), Style.LABEL, Role.SOFT)
    text = app.words("student-works-found", found=len(found), count=count)
    return ft.Semantics(live_region=True, content=words_of(text, Style.LABEL, Role.SOFT))


def _nothing_yet(app: AppState, side: int) -> ft.Control:
    nothing = empty(
        app, "empty-works", app.words("student-home-first-title"), app.words("student-home-first"),
        _add(app, "student-add"),
    )  # fmt: skip
    title = titled(app, app.words("student-place-works"), _bin(app))
    return ft.Container(
        ft.Column([title, nothing], horizontal_alignment=ft.CrossAxisAlignment.STRETCH),
        padding=ft.Padding.symmetric(horizontal=side, vertical=Space.S),
    )


def _none_found(app: AppState, wish: Wish, side: int, want: Wanted) -> ft.Control:
    """Why nothing is seen, and what to do about it."""
    everything = quiet_button(
        app, app.words("student-works-clear"), lambda: want(Wish()), "show-all",
        ft.Icons.CLEAR_ALL_ROUNDED,
    )  # fmt: skip
    text = ft.Semantics(live_region=True, content=words_of(_why_none(app, wish), color=Role.SOFT))
    rows = [text, ft.Row([everything, *_next_step(app, wish)], wrap=True, spacing=Space.M)]
    return ft.Container(
        ft.Column(rows, spacing=Space.L, tight=True),
        padding=ft.Padding.symmetric(horizontal=side, vertical=Space.L),
        expand=True,
        alignment=at_start(right_to_left=app.words.right_to_left, y=-1),
    )


def _why_none(app: AppState, wish: Wish) -> str:
    wanted, chosen = wish.words.strip(), wish.chosen
    if len(chosen) + bool(wanted) > 1:
        return app.words("student-works-none-together")
    if wanted:
        return app.words("student-works-none", wanted=wanted)
    name, value = chosen[0]
    if name == "kind":
        return app.words(f"student-works-no-{value}")
    return app.words(f"student-works-none-{name}")


def _next_step(app: AppState, wish: Wish) -> list[ft.Control]:
    """The way to where such a work would come from."""
    if wish.words.strip() or len(wish.chosen) != 1:
        return []
    name, value = wish.chosen[0]
    if name == "goal":
        label = app.words("student-works-open-goal")
        return [quiet_button(app, label, lambda: go(f"/goals/{value}"), "open-goal")]
    return []
