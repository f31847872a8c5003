"""The frame around every screen: where to go, how the sending goes, and the lock."""

import contextlib
from collections.abc import Callable
from typing import Any
from unicodedata import bidirectional, east_asian_width

import flet as ft

from portfolio_app.errors import PortfolioError
from portfolio_app.student.pressing import pressed_over
from portfolio_app.student.screens.drawings import avatar, empty
from portfolio_app.student.screens.focused import is_one_thing
from portfolio_app.student.screens.home import Home
from portfolio_app.student.screens.looks import read_page_button, reading_mark
from portfolio_app.student.screens.sending import open_sending
from portfolio_app.student.screens.sheets import GROWING
from portfolio_app.student.screens.shell import sending_chip
from portfolio_app.student.screens.who import Who
from portfolio_app.student.state import AppState, use_app
from portfolio_app.student.theme import READING_PX, Radius, Role, Space, Style
from portfolio_app.student.widgets import (
    RAIL_PX,
    component,
    go,
    icon_button,
    main_button,
    named,
    safe,
    scroll_page,
    words_of,
)

PLACES = (
    ("/", "home", ft.Icons.HOME_OUTLINED, ft.Icons.HOME_ROUNDED),
    ("/works", "works", ft.Icons.PHOTO_LIBRARY_OUTLINED, ft.Icons.PHOTO_LIBRARY_ROUNDED),
    ("/goals", "goals", ft.Icons.FLAG_OUTLINED, ft.Icons.FLAG_ROUNDED),
    ("/showcases", "showcases", ft.Icons.STAR_OUTLINE_ROUNDED, ft.Icons.STAR_ROUNDED),
    ("/about", "about", ft.Icons.FACE_OUTLINED, ft.Icons.FACE_ROUNDED),
)

BAR_GAP_PX = 2
# As wide as letters in the bar are, at most: most of them, slim, broad, joined and square ones.
LETTER_PX, SLIM_PX, BROAD_PX, JOINED_PX, SQUARE_PX = 7.8, 4.6, 11.0, 5.6, 13.0
SLIM, BROAD = "iljtfrI' ", "mwMW"


@component
def Shell() -> ft.View:  # noqa: N802
    """Frame and screen; the same frame for every place, so that nothing slides between taps."""
    app = use_app()
    outlet = ft.use_route_outlet()
    place = ft.use_route_location()
    is_outside = place == "/who" or place.startswith("/who/")
    if app.snapshot is None:
        content = outlet if is_outside else Who()
    else:
        # Just opened: home at once, while the address is still that of the door.
        content = _framed(app, Home() if is_outside else outlet, "/" if is_outside else place)
    has_places = app.snapshot is not None and app.is_compact and not is_one_thing(place)
    return ft.View(
        route="/",
        can_pop=False,
        padding=0,
        bgcolor=Role.SURFACE,
        controls=[ft.SafeArea(reading_mark(app, content), expand=True)],
        navigation_bar=_bar(app, place) if has_places else None,
    )


@component
def NotHere() -> ft.Control:  # noqa: N802
    """An address that leads nowhere."""
    app = use_app()
    home = main_button(
        app, app.words("student-place-home"), lambda: go("/"), "home", ft.Icons.HOME_ROUNDED
    )
    return scroll_page(
        app,
        [
            empty(
                app,
                "empty-goals",
                app.words("student-not-here-title"),
                app.words("student-not-here"),
                home,
                level=1,
            )
        ],
        READING_PX,
    )


def _framed(app: AppState, outlet: ft.Control, place: str) -> ft.Control:
    inner = ft.Column(
        [_top(app), ft.Container(outlet, expand=True)],
        expand=True,
        spacing=0,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
    if app.is_compact:
        return inner
    return ft.Row(
        [_rail(app, place), ft.VerticalDivider(width=1, color=Role.LINE), inner],
        expand=True,
        spacing=0,
        vertical_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _top(app: AppState) -> ft.Control:
    """Who this is, how the sending goes, and the lock: on every screen, never in the way."""
    learner = app.open.learner
    who: list[ft.Control] = [avatar(app, learner.picture, 40)]
    if not app.is_compact:
        who.append(words_of(learner.name, Style.SUBTITLE, max_lines=1, no_wrap=True))
    chip = ft.Container(
        sending_chip(app, app.open.outlook.state),
        border_radius=Radius.L,
        padding=ft.Padding.symmetric(vertical=Space.S - 1),
    )
    pressed = pressed_over(chip, safe(app, lambda: _leave(app, open_sending)))
    # Where the words are long and the window narrow, the words go on two lines.
    named = ft.Semantics(identifier="sending-state", content=pressed)
    state = ft.MergeSemantics(named, expand=True, expand_loose=True)
    return ft.Container(
        ft.Row(
            [
                ft.Row(who, spacing=Space.M, expand=not app.is_compact, tight=app.is_compact),
                ft.Row([state], expand=app.is_compact, alignment=ft.MainAxisAlignment.END),
                *read_page_button(app),
                icon_button(
                    app,
                    ft.Icons.LOCK_OUTLINE_ROUNDED,
                    app.words("student-lock"),
                    lambda: _lock(app),
                    "lock",
                    tooltip=app.words("student-lock"),
                ),
            ],
            spacing=Space.S,
        ),
        padding=ft.Padding.only(
            left=Space.L if app.is_compact else Space.XL,
            right=Space.S,
            top=Space.S,
            bottom=Space.XS,
        ),
    )


def _here(place: str) -> int | None:
    growing = [route for _, route in GROWING]
    if place.startswith(tuple(growing)):
        place = growing[0]  # goals, progress and the way so far are one place
    matching = [
        index
        for index, (route, *_) in enumerate(PLACES)
        if place == route or (route != "/" and place.startswith(route))
    ]
    return matching[0] if matching else None


def _moved(app: AppState) -> Callable[..., Any]:
    return safe(
        app, lambda event: _leave(app, lambda: go(PLACES[int(event.control.selected_index)][0]))
    )


async def _leave(app: AppState, to_there: Callable[[], None]) -> None:
    """Go elsewhere, once what the screen alone holds is kept."""
    await app.end_here()
    to_there()


async def _lock(app: AppState) -> None:
    """Lock, whatever becomes of what the screen holds."""
    with contextlib.suppress(PortfolioError):
        await app.end_here()
    await app.doors.lock()


def _bar(app: AppState, place: str) -> ft.NavigationBar:
    return ft.NavigationBar(
        selected_index=_here(place) or 0,
        on_change=_moved(app),
        label_behavior=ft.NavigationBarLabelBehavior.ALWAYS_SHOW,
        animation_duration=ft.Duration() if app.is_still else None,
        destinations=[
            ft.NavigationBarDestination(icon=icon, selected_icon=chosen, label=_bar_words(app, key))
            for _, key, icon, chosen in PLACES
        ],
    )


def _bar_words(app: AppState, key: str) -> str:
    """A place's name; where five of them have no room side by side, a short one."""
    short = f"student-bar-{key}"
    whole = app.words(f"student-place-{key}")
    return fitting(
        whole, app.words(short) if app.words.has(short) else whole, app.width_px / len(PLACES)
    )


def fitting(whole: str, short: str, room_px: float) -> str:
    """The first of two names that fits on one line of the bar; else as much as fits.

    How wide letters are is only guessed: the program does not see what the client draws.
    """
    for name in (whole, short):
        if _about_px(name) <= room_px - BAR_GAP_PX:
            return name
    while short and _about_px(f"{short}…") > room_px - BAR_GAP_PX:
        short = short[:-1]
    return f"{short.rstrip()}…"


def _about_px(text: str) -> float:
    return sum(map(_letter_px, text))


def _letter_px(letter: str) -> float:
    if letter in SLIM:
        return SLIM_PX
    if letter in BROAD:
        return BROAD_PX
    if bidirectional(letter) == "AL":
        return JOINED_PX
    return SQUARE_PX if east_asian_width(letter) == "W" else LETTER_PX


def _rail(app: AppState, place: str) -> ft.Control:
    add = named(
        "rail-add",
        ft.FloatingActionButton(
            content=ft.Icon(
                ft.Icons.ADD_ROUNDED,
                semantics_label=app.words("student-add"),
                size=30,
                color=Role.ON_ACCENT,
            ),
            bgcolor=Role.ACCENT,
            elevation=0,
            on_click=safe(app, lambda: _leave(app, lambda: go("/add"))),
        ),
    )
    return ft.NavigationRail(
        selected_index=_here(place),
        on_change=_moved(app),
        label_type=ft.NavigationRailLabelType.ALL,
        min_width=RAIL_PX - 1,
        bgcolor=Role.SURFACE,
        indicator_color=Role.PRIMARY_BOX,
        group_alignment=-0.9,
        leading=ft.Container(
            ft.Column(
                [
                    ft.Image(
                        src=app.doors.asset("icons/portfolio.svg"),
                        width=44,
                        height=44,
                        exclude_from_semantics=True,
                    ),
                    add,
                ],
                spacing=Space.L,
                tight=True,
                horizontal_alignment=ft.CrossAxisAlignment.CENTER,
            ),
            padding=ft.Padding.only(top=Space.M, bottom=Space.L),
        ),
        destinations=[
            ft.NavigationRailDestination(
                icon=icon, selected_icon=chosen, label=app.words(f"student-place-{key}")
            )
            for _, key, icon, chosen in PLACES
        ],
    )
