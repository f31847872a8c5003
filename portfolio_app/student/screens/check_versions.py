"""A check that was begun on two devices apart: both stand there until the learner goes on with one.

Nobody has lost anything: each version says what was chosen in it and why.
"""

from collections.abc import Callable
from functools import partial

import flet as ft

from portfolio_app.model.artifact import Work
from portfolio_app.model.judging import Begun
from portfolio_app.model.pins import write_pins
from portfolio_app.student import judging as deeds
from portfolio_app.student.screens.check_draft import Judging
from portfolio_app.student.screens.sheets import stack
from portfolio_app.student.state import AppState
from portfolio_app.student.theme import Radius, Role, Space, Style
from portfolio_app.student.widgets import quiet_button, say, words_of
from rubrics.rubric import Criterion, Rubric

SHOWN_LINES = 6


def check_versions(
    app: AppState, work: Work, rubric: Rubric, judging: Judging, keep: Callable[[], None]
) -> list[ft.Control]:
    """The versions to choose from; nothing where there is one. Buttons are "check-version-1", …

    The chosen one fills the lines below and is from then on the only one, on every device.
    """
    drafts = (one for one in app.open.begun if (one.artifact, one.rubric) == (work.id, rubric.id))
    versions = next((one.versions for one in drafts), ())
    if len(versions) <= 1:
        return []

    async def choose(begun: Begun) -> None:
        await app.doors.act(deeds.keep_draft, work.id, rubric.id, begun, rubric.source_hash)
        judging.levels = {name: one.level for name, one in begun.ratings.items() if one.level}
        judging.whys = {name: one.why for name, one in begun.ratings.items() if one.why}
        judging.pins = write_pins(begun.pins)
        keep()
        say(app.words("student-saved-here"))

    head = ft.Row(
        [
            ft.Icon(ft.Icons.DEVICES_ROUNDED, color=Role.ON_ACCENT_BOX, size=24),
            words_of(
                app.words("student-check-two"), Style.SUBTITLE, Role.ON_ACCENT_BOX, expand=True
            ),
        ],
        spacing=Space.M,
    )
    rows = [
        _version(app, rubric, begun, partial(choose, begun), number)
        for number, begun in enumerate(versions, 1)
    ]
    box = ft.Container(
        stack([head, *rows]), bgcolor=Role.ACCENT_BOX, border_radius=Radius.M, padding=Space.L
    )
    return [box]


def _version(
    app: AppState, rubric: Rubric, begun: Begun, choose: Callable[[], object], number: int
) -> ft.Control:
    lines = [_line(app, one, begun) for one in rubric.criteria if one.id in begun.ratings]
    more = len(lines) - SHOWN_LINES
    shown = [words_of(line, Style.LABEL) for line in lines[:SHOWN_LINES]]
    if more > 0:
        shown.append(words_of(app.words("student-home-more", count=more), Style.LABEL, Role.SOFT))
    if begun.pins:
        count = sum(map(len, begun.pins.values()))
        shown.append(words_of(app.words("student-check-two-pins", count=count), Style.LABEL))
    label = app.words("student-check-two-go-on")
    button = quiet_button(app, label, choose, f"check-version-{number}")
    return ft.Container(
        stack([*shown, ft.Row([button], wrap=True)], Space.S),
        bgcolor=Role.RAISED,
        border_radius=Radius.M,
        padding=Space.L,
    )


def _line(app: AppState, criterion: Criterion, begun: Begun) -> str:
    rating = begun.ratings[criterion.id]
    level = criterion.level(rating.level)
    name = level.name if level else app.words("student-check-two-open")
    words = f"{criterion.category or criterion.title}: {name}"
    return f"{words}. {rating.why}" if rating.why else words
