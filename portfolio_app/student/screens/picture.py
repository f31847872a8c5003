"""A picture as large as the window, to look into it closely."""

from dataclasses import dataclass

import flet as ft

from portfolio_app.student.screens.shell import behind_lock
from portfolio_app.student.state import AppState
from portfolio_app.student.theme import Radius, Role, Space
from portfolio_app.student.widgets import go, icon_button, use_kept

LARGEST = 6.0
STEP = 1.5


@ft.observable
@dataclass
class Closeness:
    """How much the picture is enlarged."""

    scale: float = 1.0

    def change(self, factor: float) -> None:
        """Closer (above 1) or farther (below 1)."""
        self.scale = min(LARGEST, max(1.0, self.scale * factor))


@behind_lock
def BigPicture(app: AppState) -> ft.Control:  # noqa: N802
    """Zoom with two fingers, the wheel, or the buttons."""
    params = ft.use_route_params()
    near = use_kept(Closeness)
    work = app.open.work(params.get("work", ""))
    file = next((one for one in work.files if one.id == params.get("file")), None) if work else None
    shown = (file.preview or file.thumbnail) if file else ""
    back = f"/works/{params.get('work', '')}"
    bar = ft.Row(
        [
            icon_button(
                app, ft.Icons.CLOSE_ROUNDED, app.words("student-close"), lambda: go(back), "back"
            ),
            ft.Container(expand=True),
            icon_button(
                app,
                ft.Icons.ZOOM_OUT_ROUNDED,
                app.words("student-picture-farther"),
                lambda: near.change(1 / STEP),
                "zoom-out",
            ),
            icon_button(
                app,
                ft.Icons.ZOOM_IN_ROUNDED,
                app.words("student-picture-closer"),
                lambda: near.change(STEP),
                "zoom-in",
            ),
        ]
    )
    if not shown or work is None:
        return bar
    height_px = max(200.0, app.height_px - 190.0)
    picture = ft.Image(
        src=app.doors.picture(shown),
        fit=ft.BoxFit.CONTAIN,
        semantics_label=work.title or app.words("student-untitled"),
        height=height_px * near.scale,
        gapless_playback=True,
    )
    return ft.Container(
        ft.Column(
            [
                bar,
                ft.Container(
                    ft.InteractiveViewer(
                        picture,
                        min_scale=1,
                        max_scale=LARGEST,
                        constrained=near.scale == 1,
                        boundary_margin=ft.Margin.all(Space.L),
                        expand=True,
                    ),
                    expand=True,
                    bgcolor=Role.SUNKEN,
                    border_radius=Radius.L,
                    clip_behavior=ft.ClipBehavior.ANTI_ALIAS,
                    alignment=ft.Alignment.CENTER,
                ),
            ],
            expand=True,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        ),
        padding=Space.S,
        expand=True,
    )
