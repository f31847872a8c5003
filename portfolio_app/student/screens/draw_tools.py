"""What to draw with: pens, shapes, colours, widths; and buttons for whoever cannot drag."""

from collections.abc import Callable
from functools import partial

import flet as ft

from portfolio_app.model.drawing import BOX, LINE, OVAL, PEN, RUBBER, TOOLS, WORDS, Mark
from portfolio_app.student.screens.draw_sheet import Desk
from portfolio_app.student.state import AppState
from portfolio_app.student.theme import Radius, Role, Space
from portfolio_app.student.widgets import TARGET_PX, tappable

# What a mark is painted with belongs to the drawing, not to the look of the app: it stays the same
# in the dark and on every page that shows it.
COLOURS = {
    "black": "#1d2b53", "red": "#d32f2f", "orange": "#f57c00", "yellow": "#fbc02d",
    "green": "#388e3c", "blue": "#1976d2", "purple": "#7b1fa2", "pink": "#e91e8c",
    "brown": "#795548", "white": "#ffffff",
}  # fmt: skip
WIDTHS = {"thin": 16, "middle": 40, "thick": 110}
DOTS_PX = {"thin": 6, "middle": 14, "thick": 24}
TOOL_ICONS = {
    PEN: ft.Icons.BRUSH_ROUNDED,
    LINE: ft.Icons.HORIZONTAL_RULE_ROUNDED,
    BOX: ft.Icons.CROP_SQUARE_ROUNDED,
    OVAL: ft.Icons.CIRCLE_OUTLINED,
    WORDS: ft.Icons.TITLE_ROUNDED,
}
RUBBER_LOOK = ((16, "#f48fb1"), (10, "#ffffff"))
STEP_UNITS = 200
WAYS = {
    "left": (-1, 0, ft.Icons.ARROW_BACK_ROUNDED),
    "up": (0, -1, ft.Icons.ARROW_UPWARD_ROUNDED),
    "down": (0, 1, ft.Icons.ARROW_DOWNWARD_ROUNDED),
    "right": (1, 0, ft.Icons.ARROW_FORWARD_ROUNDED),
}


def tools(app: AppState, desk: Desk) -> ft.Control:
    """Rows of everything that can be taken in hand."""

    def dip(colour: str) -> None:
        desk.colour = colour
        if desk.tool == RUBBER:
            desk.tool = PEN

    def flip() -> None:
        desk.with_buttons = not desk.with_buttons

    kinds, widths = _kinds(app, desk), _widths(app, desk)
    buttons = _choice(
        app, "draw-buttons", app.words("student-draw-buttons"), desk.with_buttons, flip,
        ft.Icon(ft.Icons.GAMEPAD_OUTLINED, size=26, color=Role.INK),
    )  # fmt: skip
    colours = [_colour(app, desk, name, value, dip) for name, value in COLOURS.items()]
    half = len(colours) // 2
    rows = (
        [[*kinds, buttons], widths, colours[:half], colours[half:]]
        if app.is_compact
        else [[*kinds, _gap(), *widths, _gap(), buttons], colours]
    )
    return ft.Column(
        [
            ft.Row(
                row, wrap=True, spacing=Space.XS, run_spacing=Space.XS,
                alignment=ft.MainAxisAlignment.CENTER,
            )
            for row in rows
        ],
        spacing=Space.S,
        tight=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )  # fmt: skip


def _kinds(app: AppState, desk: Desk) -> list[ft.Control]:
    def take(tool: str) -> None:
        desk.tool = tool

    return [
        _choice(
            app, f"tool-{tool}", app.words(f"student-draw-{tool}"), desk.tool == tool,
            partial(take, tool), _tool_look(tool),
        )
        for tool in TOOLS
    ]  # fmt: skip


def _widths(app: AppState, desk: Desk) -> list[ft.Control]:
    def widen(width: int) -> None:
        desk.width = width

    return [
        _choice(
            app, f"width-{name}", app.words(f"student-draw-{name}"), desk.width == width,
            partial(widen, width),
            ft.Container(width=DOTS_PX[name], height=DOTS_PX[name], bgcolor=Role.INK,
                         border_radius=Radius.PILL),
        )
        for name, width in WIDTHS.items()
    ]  # fmt: skip


def arrows(app: AppState, desk: Desk, keep: Callable[[], None]) -> ft.Control:
    """Four ways to go and a dot: drawing for whoever cannot hold a pen."""

    def step(across: int, along: int) -> None:
        x, y = desk.pen_at
        to = (
            min(max(x + across * STEP_UNITS, 0), desk.drawing.width),
            min(max(y + along * STEP_UNITS, 0), desk.drawing.height),
        )
        desk.pen_at = to
        if desk.tool == WORDS:
            if desk.is_placing and desk.write(to):
                keep()
            return
        points = ((x, y), to) if to != (x, y) else ((x, y), (x, y))
        if desk.tool == RUBBER or to != (x, y):
            tool = RUBBER if desk.tool == RUBBER else LINE
            desk.put(Mark(tool, desk.colour, desk.width, points))
            keep()

    def jump() -> None:
        """Lift the pen: on to the next of nine places."""
        columns = [desk.drawing.width * at // 4 for at in (1, 2, 3)]
        rows = [desk.drawing.height * at // 4 for at in (1, 2, 3)]
        places = [(x, y) for y in rows for x in columns]
        at = places.index(desk.pen_at) if desk.pen_at in places else -1
        desk.pen_at = places[(at + 1) % len(places)]

    ways = [
        _choice(
            app, f"pen-{way}", app.words(f"student-draw-pen-{way}"), None,
            partial(step, across, along),
            ft.Icon(icon, size=26, color=Role.PRIMARY),
        )
        for way, (across, along, icon) in WAYS.items()
    ]  # fmt: skip
    lift = _choice(
        app, "pen-jump", app.words("student-draw-pen-jump"), None, jump,
        ft.Icon(ft.Icons.KEYBOARD_DOUBLE_ARROW_UP_ROUNDED, size=26, color=Role.PRIMARY),
    )  # fmt: skip
    return ft.Row([*ways, lift], spacing=Space.XS, alignment=ft.MainAxisAlignment.CENTER)


def _tool_look(tool: str) -> ft.Control:
    if tool in TOOL_ICONS:
        return ft.Icon(TOOL_ICONS[tool], size=26, color=Role.INK)
    # No picture of a rubber is among the icons: two blocks, as it lies in every pencil case.
    halves: list[ft.Control] = [
        ft.Container(width=width, height=16, bgcolor=color) for width, color in RUBBER_LOOK
    ]
    return ft.Container(
        ft.Row(halves, spacing=0, tight=True),
        rotate=-0.6,
        border=ft.Border.all(1, Role.OUTLINE),
        border_radius=4,
        clip_behavior=ft.ClipBehavior.ANTI_ALIAS,
    )


def _colour(
    app: AppState, desk: Desk, name: str, value: str, dip: Callable[[str], None]
) -> ft.Control:
    is_chosen = desk.colour == value and desk.tool != RUBBER
    spot = ft.Container(
        ft.Icon(
            ft.Icons.CHECK_ROUNDED,
            size=20,
            color=ft.Colors.BLACK if name in ("white", "yellow", "orange") else ft.Colors.WHITE,
        )
        if is_chosen
        else None,
        width=32,
        height=32,
        bgcolor=value,
        border_radius=Radius.PILL,
        border=ft.Border.all(1, Role.OUTLINE),
        alignment=ft.Alignment.CENTER,
    )
    label = app.words(f"student-draw-colour-{name}")
    return _choice(app, f"colour-{name}", label, is_chosen, partial(dip, value), spot)


def _choice(
    app: AppState,
    identifier: str,
    label: str,
    is_chosen: bool | None,
    choose: Callable[[], object],
    shown: ft.Control,
) -> ft.Control:
    return tappable(
        app,
        shown,
        choose,
        identifier,
        label,
        selected=is_chosen,
        padding=0,
        width=TARGET_PX,
        height=TARGET_PX,
        alignment=ft.Alignment.CENTER,
        border_radius=Radius.M,
        bgcolor=Role.PRIMARY_BOX if is_chosen else Role.RAISED,
        border=ft.Border.all(2.5 if is_chosen else 1, Role.PRIMARY if is_chosen else Role.LINE),
        tooltip=label,
    )


def _gap() -> ft.Control:
    return ft.Container(width=Space.S)
