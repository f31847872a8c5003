"""Pictures of growing: a line from the chart library, a wheel and a heat map of our own.

Why which, is in docs/adr/0021. Each says in its label what it shows, and none says it by colour
alone. The tables beside them stand in `twin`.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import flet as ft
import flet.canvas as cv
import flet_charts as fc

from portfolio_app.student.theme import Radius, Role, Space, Style
from portfolio_app.student.widgets import words_of

WHEEL_PX = 280
HUB_SHARE = 0.22
GAP_RADIANS = 0.05
LINE_HEIGHT_PX = 180
LINE_PX = 3
MARK_PX = 9
MARGIN = 0.3
SAYS_PX = 220
CELL_PX = 52
STEPS_OF_SHADE = 3


@dataclass(frozen=True, slots=True)
class Wedge:
    """A part of the wheel: its number in the legend, and how much of the radius it fills (0–1)."""

    number: int
    share: float


@dataclass(frozen=True, slots=True)
class Mark:
    """A judgement on the line: `share` 0 for the first level, 1 for the last; whose it is; and
    what it says where a mouse points at it.
    """

    share: float
    is_mine: bool
    says: str


def wheel(wedges: Sequence[Wedge], label: str, room_px: float = WHEEL_PX) -> ft.Control:
    """Areas around a hub; the longer a wedge, the more of it was shown. Numbers name them.

    It is as wide as there is room, but no wider than it reads well.
    """
    size_px = min(WHEEL_PX, room_px)
    middle = size_px / 2
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
        [cv.Canvas(shapes=shapes, width=size_px, height=size_px), *tags],
        width=size_px,
        height=size_px,
    )
    return _picture(drawn, label)


def growth_line(
    marks: Sequence[Mark], levels: int, label: str, open_mark: Callable[[int], None]
) -> ft.Control:
    """Judgements from left to right in time: mine are round, the teacher's are square.

    `levels`: how many there are. A tap on a mark tells `open_mark` its place among all.
    """
    high = max(2, levels) - 1
    sides = [
        (is_mine, [place for place, mark in enumerate(marks) if mark.is_mine is is_mine])
        for is_mine in (True, False)
    ]
    sides = [(is_mine, places) for is_mine, places in sides if places]

    def tapped(event: fc.LineChartEvent) -> None:
        if event.type is not fc.ChartEventType.TAP_UP or not event.spots:
            return
        spot = event.spots[0]
        if spot.bar_index >= 0 and spot.spot_index >= 0:
            open_mark(sides[spot.bar_index][1][spot.spot_index])

    chart = fc.LineChart(
        data_series=[_side(marks, places, high, is_mine=is_mine) for is_mine, places in sides],
        min_x=-MARGIN,
        max_x=max(1, len(marks) - 1) + MARGIN,
        min_y=-MARGIN,
        max_y=high + MARGIN,
        height=LINE_HEIGHT_PX,
        horizontal_grid_lines=fc.ChartGridLines(interval=1, color=Role.LINE, width=1),
        animation=ft.Animation(ft.Duration()),
        tooltip=fc.LineChartTooltip(
            bgcolor=Role.INK,
            max_width=SAYS_PX,
            fit_inside_horizontally=True,
            fit_inside_vertically=True,
        ),
        on_event=tapped,
    )
    return _picture(chart, label)


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


def _side(
    marks: Sequence[Mark], places: Sequence[int], high: int, *, is_mine: bool
) -> fc.LineChartData:
    """Whatever one of the two said, joined in time."""
    color = Role.PRIMARY if is_mine else Role.WARM
    ink = ft.TextStyle(color=Role.SURFACE)
    return fc.LineChartData(
        [
            fc.LineChartDataPoint(
                place,
                marks[place].share * high,
                tooltip=fc.LineChartDataPointTooltip(text=marks[place].says, text_style=ink),
            )
            for place in places
        ],
        color=color,
        stroke_width=LINE_PX,
        point=fc.ChartCirclePoint(color=color, radius=MARK_PX)
        if is_mine
        else fc.ChartSquarePoint(color=color, size=2 * MARK_PX - 2),
        selected_below_line=False,
    )


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
