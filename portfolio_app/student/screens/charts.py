"""Pictures of growing, drawn by us on Flet's canvas (docs/adr/0021): a wheel, a line, a heat map.

Each says in its label what it shows, and none says it by colour alone. The tables beside them
stand in `twin`.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import flet as ft
import flet.canvas as cv

from portfolio_app.student.theme import Radius, Role, Space, Style
from portfolio_app.student.widgets import words_of

WHEEL_PX = 280
HUB_SHARE = 0.22
GAP_RADIANS = 0.05
LINE_HEIGHT_PX = 180
EDGE_PX = 22
MARK_PX = 9
CELL_PX = 52
STEPS_OF_SHADE = 3


@dataclass(frozen=True, slots=True)
class Wedge:
    """A part of the wheel: its number in the legend, and how much of the radius it fills (0–1)."""

    number: int
    share: float


@dataclass(frozen=True, slots=True)
class Mark:
    """A judgement on the line: `share` 0 for the first level, 1 for the last; whose it is."""

    share: float
    is_mine: bool


def wheel(wedges: Sequence[Wedge], label: str) -> ft.Control:
    """Areas around a hub; the longer a wedge, the more of it was shown. Numbers name them."""
    middle = WHEEL_PX / 2
    hub = middle * HUB_SHARE
    turn = 2 * math.pi / max(1, len(wedges))
    shapes: list[cv.Shape] = []
    for place, wedge in enumerate(wedges):
        start = -math.pi / 2 + place * turn + GAP_RADIANS / 2
        sweep = turn - GAP_RADIANS
        shapes.append(_slice(middle, middle - 2, start, sweep, Role.SUNKEN))
        if wedge.share > 0:
            reach = hub + (middle - 2 - hub) * wedge.share
            shapes.append(_slice(middle, reach, start, sweep, Role.PRIMARY))
    shapes.append(cv.Circle(middle, middle, hub, paint=_fill(Role.RAISED)))
    tags = [
        _tag(str(wedge.number), middle, -math.pi / 2 + (place + 0.5) * turn)
        for place, wedge in enumerate(wedges)
    ]
    drawn = ft.Stack(
        [cv.Canvas(shapes=shapes, width=WHEEL_PX, height=WHEEL_PX), *tags],
        width=WHEEL_PX,
        height=WHEEL_PX,
    )
    return _picture(drawn, label)


def growth_line(
    marks: Sequence[Mark], levels: Sequence[str], width_px: int, label: str
) -> ft.Control:
    """Judgements from left to right in time: mine are round, the teacher's are square."""
    inner_px = width_px - 2 * EDGE_PX
    high_px = LINE_HEIGHT_PX - 2 * EDGE_PX
    step_px = inner_px / max(1, len(marks) - 1)
    points = [
        (EDGE_PX + place * step_px, EDGE_PX + (1 - mark.share) * high_px)
        for place, mark in enumerate(marks)
    ]
    shapes: list[cv.Shape] = []
    rows = max(2, len(levels))
    for row in range(rows):
        y = EDGE_PX + row * high_px / (rows - 1)
        shapes.append(cv.Line(0, y, width_px, y, paint=_stroke(Role.LINE, 1)))
    for is_mine, color in ((True, Role.PRIMARY), (False, Role.WARM)):
        own = [point for point, mark in zip(points, marks, strict=True) if mark.is_mine is is_mine]
        shapes += [
            cv.Line(*own[place], *own[place + 1], paint=_stroke(color, 3))
            for place in range(len(own) - 1)
        ]
        shapes += [_mark(x, y, color, is_mine=is_mine) for x, y in own]
    return _picture(cv.Canvas(shapes=shapes, width=width_px, height=LINE_HEIGHT_PX), label)


def heat_map(
    names: Sequence[str], columns: Sequence[str], counts: Sequence[Sequence[int]], label: str
) -> ft.Control:
    """How many works showed what, month by month: a fuller cell for more, and the number in it."""
    most = max((count for row in counts for count in row), default=0)
    head = ft.Row(
        [ft.Container(expand=True), *(_head(column) for column in columns)], spacing=Space.XS
    )
    rows = [
        ft.Row(
            [
                words_of(name, Style.LABEL, expand=True, max_lines=2),
                *(_cell(count, most) for count in row),
            ],
            spacing=Space.XS,
        )
        for name, row in zip(names, counts, strict=True)
    ]
    return _picture(ft.Column([head, *rows], spacing=Space.XS, tight=True), label)


def _picture(drawn: ft.Control, label: str) -> ft.Control:
    return ft.Semantics(
        label=label,
        image=True,
        container=True,
        content=ft.Semantics(exclude_semantics=True, content=drawn),
    )


def _slice(
    middle: float, radius: float, start: float, sweep: float, color: ft.ColorValue
) -> cv.Shape:
    return cv.Arc(
        middle - radius, middle - radius, 2 * radius, 2 * radius,
        start_angle=start, sweep_angle=sweep, use_center=True, paint=_fill(color),
    )  # fmt: skip


def _tag(text: str, middle: float, angle: float) -> ft.Control:
    """A number on the rim, on its own ground so that it is read on any wedge."""
    size = 26
    reach = middle - size / 2 - Space.XS
    return ft.Container(
        words_of(text, Style.SMALL, text_align=ft.TextAlign.CENTER),
        width=size,
        height=size,
        alignment=ft.Alignment.CENTER,
        bgcolor=Role.RAISED,
        border=ft.Border.all(1, Role.OUTLINE),
        border_radius=Radius.PILL,
        left=middle + reach * math.cos(angle) - size / 2,
        top=middle + reach * math.sin(angle) - size / 2,
    )


def _mark(x: float, y: float, color: ft.ColorValue, *, is_mine: bool) -> cv.Shape:
    if is_mine:
        return cv.Circle(x, y, MARK_PX, paint=_fill(color))
    side = 2 * MARK_PX - 2
    return cv.Rect(x - side / 2, y - side / 2, side, side, paint=_fill(color))


def _head(text: str) -> ft.Control:
    return ft.Container(
        words_of(text, Style.SMALL, Role.SOFT, text_align=ft.TextAlign.CENTER), width=CELL_PX
    )


def _cell(count: int, most: int) -> ft.Control:
    shade = math.ceil(STEPS_OF_SHADE * count / most) if most else 0
    looks = (
        (Role.SUNKEN, Role.SOFT),
        (Role.PRIMARY_BOX, Role.ON_PRIMARY_BOX),
        (Role.ACCENT_BOX, Role.ON_ACCENT_BOX),
        (Role.PRIMARY, Role.ON_PRIMARY),
    )
    fill, ink = looks[shade]
    return ft.Container(
        words_of(str(count) if count else "·", Style.LABEL, ink),
        width=CELL_PX,
        height=CELL_PX,
        alignment=ft.Alignment.CENTER,
        bgcolor=fill,
        border_radius=Radius.S,
    )


def _fill(color: ft.ColorValue) -> ft.Paint:
    return ft.Paint(color=color, style=ft.PaintingStyle.FILL)


def _stroke(color: ft.ColorValue, width: float) -> ft.Paint:
    return ft.Paint(
        color=color, style=ft.PaintingStyle.STROKE, stroke_width=width,
        stroke_cap=ft.StrokeCap.ROUND,
    )  # fmt: skip
