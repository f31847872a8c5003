"""Evidence pinned to a line of a rubric, as a learner sees it: a small picture, and words."""

from collections.abc import Callable, Sequence

import flet as ft

from portfolio_app.model.artifact import WorkFile
from portfolio_app.model.pins import Pin
from portfolio_app.student.screens.sheets import stack
from portfolio_app.student.state import AppState
from portfolio_app.student.theme import Radius, Role, Space, Style
from portfolio_app.student.widgets import icon_button, words_of

SMALL_PX = 72
DOT_PX = 16
SECONDS_A_MINUTE = 60
MS = 1000
ROWS = ("top", "middle", "bottom")
COLUMNS = ("left", "middle", "right")
THIRDS = 3


def pin_rows(
    app: AppState, pins: Sequence[Pin], take_off: Callable[[int], object] | None = None
) -> list[ft.Control]:
    """Each pin in a line; with `take_off`, which gets its number, a way to take it off."""
    return [_row(app, pin, number, take_off) for number, pin in enumerate(pins)]


def place_words(app: AppState, place: tuple[float, float]) -> str:
    """Where in a picture, in one of nine words."""
    column, row = (min(THIRDS - 1, max(0, int(one * THIRDS))) for one in place)
    return app.words(f"student-place-in-{ROWS[row]}-{COLUMNS[column]}")


def time_words(at_ms: int) -> str:
    """A time in a recording, such as 1:05."""
    minutes, seconds = divmod(at_ms // MS, SECONDS_A_MINUTE)
    return f"{minutes}:{seconds:02d}"


def pin_words(app: AppState, pin: Pin) -> str:
    """What a pin points at."""
    work = app.open.work(pin.work)
    title = (work.title if work else "") or app.words("student-untitled")
    if pin.place is not None:
        where = app.words("student-pin-picture", place=place_words(app, pin.place))
    elif pin.span_ms is not None:
        where = app.words("student-pin-time", time=_span(pin.span_ms))
    else:
        where = app.words("student-pin-work", title=title)
    return f"{where}. {pin.note}" if pin.note else where


def picture_of(app: AppState, pin: Pin) -> WorkFile | None:
    """The file that a pin points into, while it is there."""
    work = app.open.work(pin.work)
    return work.file(pin.file) if work else None


def dotted(
    app: AppState, file: WorkFile, place: tuple[float, float] | None, width_px: float
) -> ft.Stack:
    """A picture at its whole shape with a mark at a place."""
    height_px = width_px * file.height / file.width if file.width else width_px
    picture = ft.Image(
        src=app.doors.picture(file.preview or file.thumbnail),
        width=width_px,
        height=height_px,
        fit=ft.BoxFit.FILL,
        border_radius=Radius.S,
        gapless_playback=True,
        exclude_from_semantics=True,
    )
    dot_px = DOT_PX if width_px <= SMALL_PX else 2 * DOT_PX
    mark = (
        [
            ft.Container(
                width=dot_px,
                height=dot_px,
                left=place[0] * width_px - dot_px / 2,
                top=place[1] * height_px - dot_px / 2,
                border_radius=Radius.PILL,
                border=ft.Border.all(3, Role.ON_ACCENT),
                bgcolor=Role.ACCENT,
            )
        ]
        if place is not None
        else []
    )
    return ft.Stack([picture, *mark], width=width_px, height=height_px)


def _span(span_ms: tuple[int, int]) -> str:
    start, end = span_ms
    return time_words(start) if end <= start else f"{time_words(start)}–{time_words(end)}"


def _row(
    app: AppState, pin: Pin, number: int, take_off: Callable[[int], object] | None
) -> ft.Control:
    file = picture_of(app, pin)
    is_seen = file is not None and bool(file.preview or file.thumbnail)
    sign: ft.Control = (
        dotted(app, file, pin.place, SMALL_PX)
        if file is not None and is_seen
        else ft.Icon(
            ft.Icons.TIMER_OUTLINED if pin.span_ms else ft.Icons.PUSH_PIN_OUTLINED,
            color=Role.PRIMARY,
            size=26,
        )
    )
    text = pin_words(app, pin)
    away: list[ft.Control] = []
    if take_off is not None:
        label = app.words("student-pin-off", pin=text)
        away.append(
            icon_button(
                app, ft.Icons.CLOSE_ROUNDED, label, lambda: take_off(number), f"pin-off-{number}",
                Role.SOFT,
            )
        )  # fmt: skip
    return ft.Row(
        [sign, stack([words_of(text, Style.LABEL)], 0, expand=True), *away], spacing=Space.M
    )
