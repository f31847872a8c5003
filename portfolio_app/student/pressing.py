"""What can be pressed: a box with a real button laid over it, which shows a ring when focused.

A box of Flet's that can be tapped takes the focus too, but only with a tint that nobody sees on a
dark box. Nothing here knows what is in the box.
"""

from typing import Any

import flet as ft

from portfolio_app.student.theme import FOCUS_RING_PX, Role


def focus_ring(fill: ft.ColorValue | None) -> dict[ft.ControlState, ft.BorderSide]:
    """The ring on a box filled so: on a dark one it is light."""
    color = Role.ACCENT if fill == Role.PRIMARY else Role.FOCUS
    return {ft.ControlState.FOCUSED: ft.BorderSide(FOCUS_RING_PX, color)}


def pressed_over(box: ft.Container, on_click: Any, **more: Any) -> ft.Stack:
    """The box, laid out as if alone, below a button as large; `more` goes to the button."""
    ink = Role.ON_PRIMARY if box.bgcolor == Role.PRIMARY else Role.INK
    button = ft.TextButton(
        ft.Container(),
        style=ft.ButtonStyle(
            padding=0,
            shape=ft.RoundedRectangleBorder(radius=box.border_radius or 0),
            side=focus_ring(box.bgcolor),
            overlay_color=ft.Colors.with_opacity(0.08, ink),
        ),
        on_click=on_click,
        left=0,
        top=0,
        right=0,
        bottom=0,
        **more,
    )
    return ft.Stack([box, button], fit=ft.StackFit.PASS_THROUGH)
