"""The sheet that is drawn on: what is on it, and how a finger or a mouse leaves marks there.

Only the newest marks are sent again when one is added, so that a long drawing stays quick.
"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field

import flet as ft
import flet.canvas as cv

from portfolio_app.model.drawing import (
    BOX,
    LINE,
    LINE_HEIGHT,
    OVAL,
    PEN,
    POINTS_LIMIT,
    RUBBER,
    SHAPES,
    WORDS,
    Drawing,
    Mark,
    Point,
)
from portfolio_app.model.drawn_words import set_words
from portfolio_app.student.state import AppState
from portfolio_app.student.theme import FALLBACK, FAMILY, Radius
from portfolio_app.student.widgets import component, memo, safe

BATCH = 12
"""Marks in one canvas."""

NEAR_UNITS = 8
LEAST_LETTER = 100
LETTER_PER_WIDTH = 3
"""A pen of a width writes letters so much higher, in units of the sheet."""

DRAG_MS = 24
NOT_QUITE_OPAQUE = 0.99
"""Puts the marks in a layer of their own: without it a rubber would rub through the paper. Anything
nearer to 1 is taken for opaque, and gets no layer.
"""


@ft.observable
@dataclass
class Live:
    """The mark under the pen right now, None while it is lifted."""

    mark: Mark | None = None


@ft.observable
@dataclass
class Desk:
    """What is on the sheet, what was taken back, and the pen in hand.

    `said` are the words that go where the sheet is tapped, `placed` those that went there last;
    `kept_said` are those that wait on the disk.
    """

    marks: tuple[Mark, ...] = ()
    undone: tuple[Mark, ...] = ()
    tool: str = PEN
    colour: str = "#1d2b53"
    width: int = 40
    problem: str = ""
    is_ready: bool = False
    is_busy: bool = False
    is_done: bool = False
    pen_at: Point = (0, 0)
    with_buttons: bool = False
    said: str = ""
    placed: Mark | None = None
    kept_said: str = ""
    drawing: Drawing = field(default_factory=lambda: Drawing(1, 1))
    beneath: str = ""
    _turn: asyncio.Lock = field(default_factory=asyncio.Lock)

    @property
    def turn(self) -> asyncio.Lock:
        """Whoever keeps the marks holds it: an older state must not land after a newer one."""
        return self._turn

    def begin(self, live: Live, x: int, y: int) -> None:
        """The pen touches the sheet."""
        if self.tool == WORDS:
            live.mark = self._words_at((x, y))
            return
        points = ((x, y), (x, y)) if self.tool in SHAPES else ((x, y),)
        live.mark = Mark(self.tool, self.colour, self.width, points)

    def move(self, live: Live, x: int, y: int) -> None:
        """The pen moves; what is too near to be seen is left out."""
        mark = live.mark
        if mark is None:
            return
        if mark.tool == WORDS:
            live.mark = self._words_at((x, y))
            return
        if mark.tool in SHAPES:
            points: tuple[Point, ...] = (mark.points[0], (x, y))
        else:
            last_x, last_y = mark.points[-1]
            if abs(x - last_x) + abs(y - last_y) < NEAR_UNITS or len(mark.points) >= POINTS_LIMIT:
                return
            points = (*mark.points, (x, y))
        live.mark = Mark(mark.tool, mark.colour, mark.width, points)

    def lift(self, live: Live) -> bool:
        """The pen is lifted; whether it left a mark."""
        mark, live.mark = live.mark, None
        if mark is None or (mark.tool in SHAPES and mark.points[0] == mark.points[1]):
            return False
        if mark.tool == WORDS:
            self._place(mark)
        else:
            self.put(mark)
        return True

    def write(self, at: Point) -> bool:
        """Put the words that were typed at a place; whether there were any."""
        mark = self._words_at(at)
        if mark is not None:
            self._place(mark)
        return mark is not None

    @property
    def is_placing(self) -> bool:
        """Whether the words in hand stand on the sheet already, and can be moved."""
        newest = self.marks[-1] if self.marks else None
        return newest is not None and newest == self.placed and _same(newest.words, self.said)

    @property
    def waiting(self) -> str:
        """The words that were typed and stand nowhere on the sheet."""
        placed = self.placed
        if placed is not None and placed in self.marks and _same(placed.words, self.said):
            return ""
        return self.said

    def _words_at(self, at: Point) -> Mark | None:
        size = LEAST_LETTER + LETTER_PER_WIDTH * self.width
        shape = (self.drawing.width, self.drawing.height)
        return set_words(self.said, self.colour, size, at, shape)

    def _place(self, mark: Mark) -> None:
        """Words that were put just now and are put again have moved: nobody says a thing twice."""
        if self.is_placing:
            self.marks = self.marks[:-1]
        self.put(mark)
        self.placed = mark

    def put(self, mark: Mark) -> None:
        """One more mark; what was taken back is gone for good."""
        self.marks, self.undone = (*self.marks, mark), ()

    def undo(self) -> None:
        """Take the newest mark back."""
        if self.marks:
            self.undone = (*self.undone, self.marks[-1])
            self.marks = self.marks[:-1]

    def redo(self) -> None:
        """Put back what was taken back last."""
        if self.undone:
            self.marks = (*self.marks, self.undone[-1])
            self.undone = self.undone[:-1]


def sheet(
    app: AppState,
    desk: Desk,
    live: Live,
    size_px: tuple[float, float],
    lifted: Callable[[], object],
) -> ft.Control:
    """The sheet in `size_px`; `lifted` hears of every new mark."""
    width_px, height_px = size_px
    scale = width_px / desk.drawing.width

    def place(at: ft.Offset) -> Point:
        x = min(max(at.x / scale, 0), desk.drawing.width)
        y = min(max(at.y / scale, 0), desk.drawing.height)
        return round(x), round(y)

    def down(event: ft.DragDownEvent[ft.GestureDetector]) -> None:
        desk.begin(live, *place(event.local_position))

    def moved(event: ft.DragUpdateEvent[ft.GestureDetector]) -> None:
        desk.move(live, *place(event.local_position))

    async def up() -> None:
        if desk.lift(live):
            lifted()

    pen = [_pen(desk, scale)] if desk.with_buttons else []
    return ft.Container(
        ft.GestureDetector(
            ft.Stack(
                [*_layers(app, desk, live, scale, size_px), *pen], width=width_px, height=height_px
            ),
            on_pan_down=safe(app, down),
            on_pan_update=safe(app, moved),
            on_pan_end=safe(app, up),
            on_pan_cancel=safe(app, up),
            drag_interval=DRAG_MS,
            mouse_cursor=ft.MouseCursor.PRECISE,
            exclude_from_semantics=True,
        ),
        width=width_px,
        height=height_px,
        border_radius=Radius.S,
        clip_behavior=ft.ClipBehavior.ANTI_ALIAS,
    )  # fmt: skip


def _layers(
    app: AppState, desk: Desk, live: Live, scale: float, size_px: tuple[float, float]
) -> list[ft.Control]:
    """What lies beneath, and the marks."""
    width_px, height_px = size_px
    paper: ft.Control = ft.Container(bgcolor=ft.Colors.WHITE, width=width_px, height=height_px)
    if desk.beneath:
        paper = ft.Image(
            src=app.doors.picture(desk.beneath), width=width_px, height=height_px,
            fit=ft.BoxFit.FILL, gapless_playback=True, exclude_from_semantics=True,
        )  # fmt: skip
    batches = [
        Batch(desk.marks[at : at + BATCH], scale, width_px, height_px, key=f"marks-{at}")
        for at in range(0, len(desk.marks), BATCH)
    ]
    layer = ft.Container(
        ft.Stack([*batches, LiveMark(live, scale, width_px, height_px, key="live")]),
        opacity=NOT_QUITE_OPAQUE,
        width=width_px,
        height=height_px,
    )
    return [paper, layer]


@component
def BatchView(  # noqa: N802
    marks: tuple[Mark, ...], scale: float, width_px: float, height_px: float
) -> ft.Control:
    """Some marks that stay."""
    shapes = [shape for mark in marks for shape in _shapes(mark, scale)]
    return cv.Canvas(shapes=shapes, width=width_px, height=height_px)


Batch = memo(BatchView)


@component
def LiveMarkView(live: Live, scale: float, width_px: float, height_px: float) -> ft.Control:  # noqa: N802
    """The mark under the pen."""
    shapes = _shapes(live.mark, scale) if live.mark else []
    return cv.Canvas(shapes=shapes, width=width_px, height=height_px)


LiveMark = memo(LiveMarkView)


def _same(words: str, said: str) -> bool:
    return words.split() == said.split()


def _letters(mark: Mark, scale: float) -> list[cv.Shape]:
    style = ft.TextStyle(
        size=mark.width * scale,
        height=LINE_HEIGHT,
        color=mark.colour,
        font_family=FAMILY,
        font_family_fallback=list(FALLBACK),
    )
    x, y = mark.points[0]
    return [
        cv.Text(x * scale, (y + number * mark.width * LINE_HEIGHT) * scale, line, style)
        for number, line in enumerate(mark.words.split("\n"))
    ]


def _shapes(mark: Mark, scale: float) -> list[cv.Shape]:
    if mark.tool == WORDS:
        return _letters(mark, scale)
    paint = ft.Paint(
        color=ft.Colors.BLACK if mark.tool == RUBBER else mark.colour,
        stroke_width=max(1.0, mark.width * scale),
        stroke_cap=ft.StrokeCap.ROUND,
        stroke_join=ft.StrokeJoin.ROUND,
        style=ft.PaintingStyle.STROKE,
        blend_mode=ft.BlendMode.CLEAR if mark.tool == RUBBER else ft.BlendMode.SRC_OVER,
    )
    points = [(round(x * scale, 1), round(y * scale, 1)) for x, y in mark.points]
    first, last = points[0], points[-1]
    if mark.tool == LINE or len(points) == 1:
        # A line of no length paints nothing: a dot is a very short one.
        end = (last[0] + 0.01, last[1]) if first == last else last
        return [cv.Line(first[0], first[1], end[0], end[1], paint)]
    left, top = min(first[0], last[0]), min(first[1], last[1])
    width, height = abs(first[0] - last[0]), abs(first[1] - last[1])
    if mark.tool == BOX:
        return [cv.Rect(left, top, width, height, paint=paint)]
    if mark.tool == OVAL:
        return [cv.Oval(left, top, width, height, paint)]
    elements: list[cv.Path.PathElement] = [cv.Path.MoveTo(*first)]
    elements += [cv.Path.LineTo(*point) for point in points[1:]]
    return [cv.Path(elements, paint)]


def _pen(desk: Desk, scale: float) -> ft.Control:
    """Where the pen stands for whoever draws with buttons."""
    x, y = desk.pen_at
    return ft.Container(
        ft.Icon(ft.Icons.ADD_ROUNDED, size=32, color="#c2185b"),
        left=x * scale - 16,
        top=y * scale - 16,
    )
