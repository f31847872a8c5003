"""Square codes that any phone reads: black on white, in light and dark."""

import io

import flet as ft
import segno

from portfolio_app.student.theme import Radius, Space

QR_SCALE = 12
QR_PX = 200
QUIET_ZONE = 2


def qr_picture(text: str, label: str, size_px: int = QR_PX) -> ft.Control:
    """The code as a picture; `label` says what it is to those who do not see it."""
    drawn = io.BytesIO()
    segno.make_qr(text, error="m").save(drawn, kind="png", scale=QR_SCALE, border=QUIET_ZONE)
    return ft.Container(
        ft.Image(
            src=drawn.getvalue(),
            width=size_px,
            height=size_px,
            semantics_label=label,
            fit=ft.BoxFit.CONTAIN,
            filter_quality=ft.FilterQuality.MEDIUM,
        ),
        bgcolor=ft.Colors.WHITE,
        padding=Space.M,
        border_radius=Radius.M,
    )


def qr_svg(text: str) -> str:
    """The code as SVG for a page of HTML, as large as its box."""
    drawing = segno.make_qr(text, error="m")
    return str(drawing.svg_inline(border=QUIET_ZONE, omitsize=True, dark="#000", light="#fff"))
