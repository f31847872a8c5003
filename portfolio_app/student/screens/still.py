"""A part of a screen that handlers speak to, such as a camera or a viewer, never drawn again.

What is drawn anew around a control cuts it off from the page, and from then on it answers nobody.
"""

import flet as ft

from portfolio_app.student.widgets import component, memo


@component
def StillView(content: ft.Control) -> ft.Control:  # noqa: N802
    """The control in a frame of its own."""
    return ft.Container(content, alignment=ft.Alignment.CENTER)


Still = memo(StillView)
