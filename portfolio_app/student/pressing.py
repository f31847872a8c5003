"""What can be pressed: a box with a real button laid over it, which shows a ring when focused.

A box of Flet's that can be tapped takes the focus too, but only with a tint that nobody sees on a
dark box. Nothing here knows what is in the box.
"""

from typing import Any

import flet as ft

from portfolio_app.student.theme import FOCUS_RING_PX, Role

_ON_PRIMARY = (Role.PRIMARY,)


def pressed_over(box: ft.Container, on_click: Any, **more: Any) -> ft.Stack:
    """The box, laid out as if alone, below a button as large; `more` goes to the button."""
    is_filled = box.bgcolor in _ON_PRIMARY
    ring = ft.BorderSide(FOCUS_RING_PX, Role.ACCENT if is_filled else Role.FOCUS)
    button = ft.TextButton(
        ft.Container(),
        style=ft.ButtonStyle(
            padding=0,
            shape=ft.RoundedRectangleBorder(radius=box.border_radius or 0),
            side={ft.ControlState.FOCUSED: ring},
            overlay_color=ft.Colors.with_opacity(0.12, Role.ON_PRIMARY if is_filled else Role.INK),
        ),
        on_click=on_click,
        left=0,
        top=0,
        right=0,
        bottom=0,
        **more,
    )
    return ft.Stack([box, button], fit=ft.StackFit.PASS_THROUGH)
