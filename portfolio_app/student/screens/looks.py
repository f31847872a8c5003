"""How it looks and reads: colours, contrast, words, movement, and reading aloud.

Every choice holds at once and for this learner alone. Reading aloud is the browser's: the script
`assets/reading-aloud.js` looks for the mark that `reading_mark` puts around a screen.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import flet as ft

from portfolio_app.student.preferences import APPEARANCES, CONTRASTS, MOTIONS, SPACINGS
from portfolio_app.student.screens.sheets import choices
from portfolio_app.student.state import AppState
from portfolio_app.student.theme import TEXT_SCALES, TYPEFACES, Role, Style
from portfolio_app.student.widgets import icon_button, words_of

READ_PAGE = "read-page"


def looks(app: AppState) -> list[ft.Control]:
    """The rows of choices, each below its name."""
    words, chosen = app.words, app.preferences
    scales = [
        (str(scale), words("student-text-scale", percent=round(scale * 100)))
        for scale in TEXT_SCALES
    ]

    async def scale(value: str) -> None:
        await _keep(app, text_scale=float(value))

    return [
        *_one(app, "student-about-colours", "appearance", "look", _named(app, "look", APPEARANCES)),
        *_one(
            app, "student-about-contrast", "contrast", "contrast",
            _named(app, "contrast", CONTRASTS),
        ),
        words_of(words("student-about-text"), Style.SUBTITLE),
        choices(app, "text", scales, str(chosen.text_scale), scale),
        *_one(
            app, "student-about-typeface", "typeface", "typeface",
            _named(app, "typeface", tuple(TYPEFACES)),
        ),
        *_one(app, "student-about-spacing", "spacing", "spacing", _named(app, "spacing", SPACINGS)),
        *_one(app, "student-about-motion", "motion", "motion", _named(app, "motion", MOTIONS)),
        *_aloud(app),
    ]  # fmt: skip


def reading_mark(app: AppState, content: ft.Control) -> ft.Control:
    """A whole screen, marked as one that is read aloud, and in which language, when it is."""
    if app.snapshot is None:
        return content
    # The frame stays while the mark comes and goes, or the screen would begin anew.
    mark = f"reads-aloud-{app.words.language}" if app.preferences.reads_aloud else "screen"
    return ft.Semantics(identifier=mark, content=content, container=True, expand=True)


def read_page_button(app: AppState) -> list[ft.Control]:
    """Reads the whole screen, for whoever cannot point at words; none while nothing is read."""
    if not app.preferences.reads_aloud:
        return []
    label = app.words("student-aloud-page")
    # The browser's script hears the tap and the key; here is nothing left to do.
    return [
        icon_button(app, ft.Icons.VOLUME_UP_ROUNDED, label, lambda: None, READ_PAGE, tooltip=label)
    ]


def _named(app: AppState, name: str, values: Sequence[str]) -> list[tuple[str, str]]:
    return [(one, app.words(f"student-{name}-{one}")) for one in values]


def _one(
    app: AppState, title: str, preference: str, name: str, options: Sequence[tuple[str, str]]
) -> list[ft.Control]:
    chosen = str(getattr(app.preferences, preference))
    return [
        words_of(app.words(title), Style.SUBTITLE),
        choices(app, name, options, chosen, lambda value: _keep(app, **{preference: value})),
    ]


def _aloud(app: AppState) -> list[ft.Control]:
    title = words_of(app.words("student-about-aloud"), Style.SUBTITLE)
    if not ft.context.page.web:
        return [title, words_of(app.words("student-aloud-not-here"), color=Role.SOFT)]
    options = [(one, app.words(f"student-aloud-{one}")) for one in ("off", "on")]
    chosen = "on" if app.preferences.reads_aloud else "off"
    return [
        title,
        choices(app, "aloud", options, chosen, lambda value: _keep(app, reads_aloud=value == "on")),
        words_of(app.words("student-aloud-what"), color=Role.SOFT),
    ]


async def _keep(app: AppState, **changed: Any) -> None:
    await app.doors.keep_preferences(replace(app.preferences, **changed))
