"""Where do I see it: pin a line of a rubric to the work, a place in a picture, or a time.

A place is chosen by touch, or by nine named buttons and four small moves for keys and readers.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import flet as ft

from portfolio_app.model.artifact import Work, WorkFile
from portfolio_app.model.pins import Pin
from portfolio_app.model.values import PIN_NOTE_LIMIT, PINS_LIMIT
from portfolio_app.student.screens.check_draft import add_pin, pins_so_far
from portfolio_app.student.screens.focused import focused_page
from portfolio_app.student.screens.pins import COLUMNS, MS, ROWS, SECONDS_A_MINUTE, dotted
from portfolio_app.student.screens.pins import place_words as words_of_place
from portfolio_app.student.screens.sheets import choices, sheet, stack
from portfolio_app.student.screens.shell import behind_lock, page_top
from portfolio_app.student.state import AppState
from portfolio_app.student.theme import Role, Space, Style
from portfolio_app.student.widgets import (
    RAIL_PX,
    field,
    go,
    icon_button,
    main_button,
    margin_px,
    safe,
    say,
    scroll_page,
    use_kept,
    words_of,
)

WIDEST_PX = 720
NUDGE = 0.05
WHOLE = "whole"
TIME_LIMIT = 8
RECORDINGS = ("audio", "video")
HIGHEST_SHARE = 0.6
CARD_EDGES_PX = 2 * Space.L


@ft.observable
@dataclass
class Pinning:
    """A pin in the making. `chosen` is a file's id, or "whole" for the work."""

    chosen: str = WHOLE
    place: tuple[float, float] | None = None
    start: str = ""
    end: str = ""
    note: str = ""


@behind_lock
def PinIt(app: AppState) -> ft.Control:  # noqa: N802
    """Choose what shows it, and where in it."""
    params = ft.use_route_params()
    work = app.open.work(params.get("work", ""))
    rubric = app.open.catalog.rubric(params.get("rubric", ""))
    pinning = use_kept(lambda: _first(work))
    criterion = rubric.by_id.get(params.get("criterion", "")) if rubric else None
    if work is None or rubric is None or criterion is None:
        return scroll_page(app, [page_top(app, app.words("student-work-gone"), "/works")])
    back = f"/works/{work.id}/check/{rubric.id}"

    def keep() -> None:
        pin = _pin(app, work, pinning)
        if pin is None:
            return
        add_pin(app, work.id, rubric.id, criterion.id, pin)
        go(back)
        say(app.words("student-pin-kept"))

    is_full = len(pins_so_far(app, work.id, rubric.id, criterion.id)) >= PINS_LIMIT
    file = next((one for one in work.files if one.id == pinning.chosen), None)
    return focused_page(
        app,
        [
            page_top(app, app.words("student-pin-title"), back),
            words_of(criterion.category or criterion.title, Style.SUBTITLE, Role.PRIMARY),
            choices(app, "pin-what", _options(app, work), pinning.chosen, _chooser(pinning)),
            *([] if file is None else [_where(app, pinning, file)]),
            field(
                app, app.words("student-pin-note"), pinning.note,
                lambda text: setattr(pinning, "note", text), "pin-note", limit=PIN_NOTE_LIMIT,
            ),
        ],
        [
            main_button(
                app, app.words("student-pin-keep"), None if is_full else keep, "pin-keep",
                ft.Icons.PUSH_PIN_OUTLINED,
            )
        ],
        WIDEST_PX,
    )  # fmt: skip


def _first(work: Work | None) -> Pinning:
    """The first picture or recording: most often it is the one that is meant."""
    files = [file for file in (work.files if work else ()) if _can_be_seen(file) or _runs(file)]
    return Pinning(files[0].id if files else WHOLE)


def _can_be_seen(file: WorkFile) -> bool:
    return bool((file.preview or file.thumbnail) and file.width and file.height)


def _runs(file: WorkFile) -> bool:
    return file.media_type.partition("/")[0] in RECORDINGS


def _options(app: AppState, work: Work) -> list[tuple[str, str]]:
    files = [file for file in work.files if _can_be_seen(file) or _runs(file)]
    named = [
        (
            file.id,
            app.words(
                "student-pin-recording" if _runs(file) else "student-pin-a-picture",
                number=file.position + 1,
            ),
        )
        for file in files
    ]
    return [*named, (WHOLE, app.words("student-pin-whole"))]


def _chooser(pinning: Pinning) -> Callable[[str], None]:
    def choose(value: str) -> None:
        pinning.chosen, pinning.place = value, None

    return choose


def _where(app: AppState, pinning: Pinning, file: WorkFile) -> ft.Control:
    if _runs(file):
        return _when(app, pinning)
    return _place(app, pinning, file)


def _place(app: AppState, pinning: Pinning, file: WorkFile) -> ft.Control:
    room_px: float = app.width_px - (0 if app.is_compact else RAIL_PX)
    width_px: float = room_px - 2 * margin_px(app, WIDEST_PX) - 2 * CARD_EDGES_PX
    width_px = min(width_px, app.height_px * HIGHEST_SHARE * file.width / file.height)
    height_px = width_px * file.height / file.width

    def touched(event: Any) -> None:
        at = event.local_position
        if at is not None:
            pinning.place = _inside(at.x / width_px, at.y / height_px)

    picture = ft.GestureDetector(
        dotted(app, file, pinning.place, width_px), on_tap_down=safe(app, touched)
    )
    said = words_of_place(app, pinning.place) if pinning.place else ""
    known = ft.Semantics(
        live_region=True,
        content=words_of(said or app.words("student-pin-touch"), Style.LABEL, Role.SOFT),
    )
    rows = [
        # For eyes and fingers; the same is said by name below, for everybody else.
        ft.Semantics(
            exclude_semantics=True,
            content=ft.Row([picture], alignment=ft.MainAxisAlignment.CENTER),
        ),
        known,
        _nine(app, pinning),
        *([_moves(app, pinning)] if pinning.place else []),
    ]
    return sheet(app.words("student-pin-where"), ft.Icons.PLACE_OUTLINED, rows)


def _inside(x: float, y: float) -> tuple[float, float]:
    return min(1.0, max(0.0, x)), min(1.0, max(0.0, y))


def _nine(app: AppState, pinning: Pinning) -> ft.Control:
    """Nine places by name; the one that the mark stands in is the chosen one."""
    places = {
        f"{row}-{column}": ((x + 0.5) / len(COLUMNS), (y + 0.5) / len(ROWS))
        for y, row in enumerate(ROWS)
        for x, column in enumerate(COLUMNS)
    }
    options = [(name, app.words(f"student-place-in-{name}")) for name in places]
    said = words_of_place(app, pinning.place) if pinning.place else ""
    chosen = next((name for name, text in options if text == said), "")
    return choices(
        app, "place", options, chosen, lambda name: setattr(pinning, "place", places[name])
    )


def _moves(app: AppState, pinning: Pinning) -> ft.Control:
    moves = (
        ("left", ft.Icons.ARROW_BACK_ROUNDED, -NUDGE, 0.0),
        ("right", ft.Icons.ARROW_FORWARD_ROUNDED, NUDGE, 0.0),
        ("up", ft.Icons.ARROW_UPWARD_ROUNDED, 0.0, -NUDGE),
        ("down", ft.Icons.ARROW_DOWNWARD_ROUNDED, 0.0, NUDGE),
    )

    def move(x: float, y: float) -> None:
        if pinning.place is not None:
            pinning.place = _inside(pinning.place[0] + x, pinning.place[1] + y)

    return ft.Row(
        [
            icon_button(
                app, icon, app.words(f"student-pin-move-{key}"), lambda x=x, y=y: move(x, y),
                f"pin-{key}", Role.PRIMARY,
            )
            for key, icon, x, y in moves
        ],
        spacing=Space.S,
    )  # fmt: skip


def _when(app: AppState, pinning: Pinning) -> ft.Control:
    def write(name: str) -> Callable[[str], None]:
        return lambda text: setattr(pinning, name, text)

    boxes: list[ft.Control] = [
        ft.Container(
            field(
                app, app.words(f"student-pin-{key}"), getattr(pinning, key),
                write(key), f"pin-{key}",
                limit=TIME_LIMIT, hint_text="0:30",
            ),
            expand=True,
        )
        for key in ("start", "end")
    ]  # fmt: skip
    why = words_of(app.words("student-pin-time-why"), color=Role.SOFT)
    rows = [why, ft.Row(boxes, spacing=Space.M)]
    return sheet(app.words("student-pin-when"), ft.Icons.TIMER_OUTLINED, [stack(rows)])


def _pin(app: AppState, work: Work, pinning: Pinning) -> Pin | None:
    """The pin, or None after saying what is missing."""
    note = pinning.note.strip()
    file = next((one for one in work.files if one.id == pinning.chosen), None)
    if file is None:
        return Pin(work.id, note=note)
    if not _runs(file):
        if pinning.place is None:
            say(app.words("student-pin-touch"))
            return None
        return Pin(work.id, file.id, pinning.place, note=note)
    start_ms = read_time_ms(pinning.start)
    end_ms = read_time_ms(pinning.end) if pinning.end.strip() else start_ms
    if start_ms is None or end_ms is None or end_ms < start_ms:
        say(app.words("student-pin-no-time"))
        return None
    return Pin(work.id, file.id, span_ms=(start_ms, end_ms), note=note)


def read_time_ms(text: str) -> int | None:
    """A time such as 0:30 or 30, in milliseconds; None for anything else."""
    minutes, _, seconds = text.strip().rpartition(":")
    if not (seconds.isascii() and seconds.isdigit()):
        return None
    if minutes and not (minutes.isascii() and minutes.isdigit()):
        return None
    return (int(minutes or 0) * SECONDS_A_MINUTE + int(seconds)) * MS
