"""About me in a showcase: choosing what it tells, and what others will read."""

from collections.abc import Callable, Collection

import flet as ft

from portfolio_app.model.profile import Entry, for_families, told_in
from portfolio_app.model.showcase import Showcase
from portfolio_app.student.screens.profile import ICONS
from portfolio_app.student.screens.sheets import sheet, stack
from portfolio_app.student.state import AppState
from portfolio_app.student.theme import Radius, Role, Space, Style
from portfolio_app.student.widgets import go, heading, quiet_button, tappable, words_of


def still_told(app: AppState, chosen: Collection[str]) -> list[str]:
    """Of entries that were chosen a while ago those that stand and that families may see."""
    return [one.id for one in told_in(app.open.profile, chosen)]


def about_choices(
    app: AppState, chosen: Collection[str], flip: Callable[[str], None]
) -> list[ft.Control]:
    """Everything that the learner lets families see, each to be added or left out."""
    entries = for_families(app.open.profile)
    key = "why" if entries else "none"
    open_profile = quiet_button(
        app, app.words("student-profile-title"), lambda: go("/about/profile"),
        "showcase-open-profile", ft.Icons.FACE_ROUNDED,
    )  # fmt: skip
    return [
        heading(app.words("student-showcase-about"), 2),
        words_of(app.words(f"student-showcase-about-{key}"), color=Role.SOFT),
        *(_choice(app, one, one.id in chosen, flip) for one in entries),
        ft.Row([open_profile], wrap=True),
    ]


def about_shown(app: AppState, showcase: Showcase) -> list[ft.Control]:
    """What others will read about the learner, and nothing if that is nothing."""
    told = told_in(app.open.profile, showcase.about)
    if not told:
        return []
    topics = dict.fromkeys(one.topic for one in told)
    rows = [
        stack(
            [
                words_of(app.words(f"student-profile-{topic}"), Style.LABEL, Role.SOFT),
                *(words_of(one.words) for one in told if one.topic == topic),
            ],
            Space.XS,
        )
        for topic in topics
    ]
    title = app.words("student-showcase-about")
    return [sheet(title, ft.Icons.FACE_ROUNDED, rows)]


def _choice(
    app: AppState, entry: Entry, is_chosen: bool, flip: Callable[[str], None]
) -> ft.Control:
    topic = app.words(f"student-profile-{entry.topic}")
    mark = ft.Icons.CHECK_CIRCLE_ROUNDED if is_chosen else ft.Icons.CIRCLE_OUTLINED
    ink = Role.ON_GOOD_BOX if is_chosen else Role.INK
    lines = [words_of(topic, Style.LABEL, ink), words_of(entry.words, color=ink)]
    return tappable(
        app,
        ft.Row(
            [
                ft.Icon(mark, color=Role.GOOD if is_chosen else Role.OUTLINE),
                stack(lines, Space.XS, expand=True),
                ft.Icon(ICONS[entry.topic], color=ink),
            ],
            spacing=Space.M,
        ),
        lambda: flip(entry.id),
        f"tell-{entry.id}",
        f"{topic}. {entry.words}",
        selected=is_chosen,
        bgcolor=Role.GOOD_BOX if is_chosen else Role.RAISED,
        border=ft.Border.all(1.5 if is_chosen else 1, Role.GOOD if is_chosen else Role.LINE),
        border_radius=Radius.M,
    )
