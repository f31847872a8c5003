"""A page for one thing at a time: what has to be done scrolls, what ends it always stays in sight.

No screen of its own, and nothing about portfolios: only where things stand.
"""

import re
from collections.abc import Sequence

import flet as ft

from portfolio_app.student.state import AppState
from portfolio_app.student.theme import CONTENT_PX, Role, Space
from portfolio_app.student.widgets import margin_px, scroll_page

_ONE_THING = re.compile(
    r"/works/[^/]+/(check|reflect|tags|picture|earlier|text|draw|voice)(/.*)?|/add/.+"
    r"|/showcases/(new|[^/]+/edit)|/sending(/stick)?|/about/keys"
    r"|/goals/(new|[^/]+/[^/]+)(/.*)?|/progress/.+/think|/compare(/.*)?|/about/profile/.+"
)


def is_one_thing(place: str) -> bool:
    """Whether the screen at this address is for one thing, so that a phone hides the places."""
    return _ONE_THING.fullmatch(place) is not None


def focused_page(
    app: AppState,
    controls: Sequence[ft.Control],
    actions: Sequence[ft.Control],
    widest_px: int = CONTENT_PX,
    key: str = "",
) -> ft.Control:
    """A page that scrolls above a row of buttons that does not.

    Another `key` is another page: it begins at its top.
    """
    side = margin_px(app, widest_px)
    row = ft.Row(
        list(actions),
        alignment=ft.MainAxisAlignment.SPACE_BETWEEN
        if len(actions) > 1
        else ft.MainAxisAlignment.END,
        wrap=True,
        spacing=Space.M,
        run_spacing=Space.S,
    )
    bar = ft.Container(
        row,
        bgcolor=Role.RAISED,
        border=ft.Border.only(top=ft.BorderSide(1, Role.LINE)),
        padding=ft.Padding.symmetric(horizontal=side, vertical=Space.M),
    )
    return ft.Column(
        [ft.Container(scroll_page(app, controls, widest_px), expand=True, key=key or None), bar],
        expand=True,
        spacing=0,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
