"""A picture and the same as a table, one tap apart."""

from collections.abc import Sequence
from dataclasses import dataclass

import flet as ft

from portfolio_app.student.screens.sheets import stack
from portfolio_app.student.state import use_app
from portfolio_app.student.theme import Role, Style
from portfolio_app.student.widgets import component, text_button, use_kept, words_of


@dataclass(frozen=True, slots=True)
class Table:
    """Words in rows and columns."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@ft.observable
@dataclass
class Side:
    """Which of the two is shown."""

    is_table: bool = False


@component
def Twin(name: str, picture: ft.Control, table: Table, key: str = "") -> ft.Control:  # noqa: N802
    """The picture, or its table, and the way to the other."""
    app = use_app()
    side = use_kept(Side)
    label = app.words("student-twin-picture" if side.is_table else "student-twin-table")
    icon = ft.Icons.INSERT_CHART_OUTLINED if side.is_table else ft.Icons.TABLE_ROWS_OUTLINED

    def turn() -> None:
        side.is_table = not side.is_table

    button = text_button(app, label, turn, f"twin-{name}", icon)
    return stack([_drawn(table) if side.is_table else picture, ft.Row([button], wrap=True)])


def _drawn(table: Table) -> ft.Control:
    head: Sequence[ft.DataColumn] = [
        ft.DataColumn(label=words_of(text, Style.LABEL)) for text in table.columns
    ]
    rows = [
        ft.DataRow(cells=[ft.DataCell(words_of(text, Style.LABEL)) for text in row])
        for row in table.rows
    ]
    drawn = ft.DataTable(
        columns=list(head),
        rows=rows,
        column_spacing=20,
        data_row_max_height=96,
        data_row_min_height=48,
        divider_thickness=1,
        horizontal_lines=ft.BorderSide(1, Role.LINE),
    )
    return ft.Row([drawn], scroll=ft.ScrollMode.AUTO)
