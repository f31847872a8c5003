"""The teacher's answer beside my own check, and in words how the two differ."""

import flet as ft

from portfolio_app.model.artifact import Work
from portfolio_app.model.assessment import Comparison, Difference, Feedback
from portfolio_app.model.judging import both_sides
from portfolio_app.student.screens.sheets import stack
from portfolio_app.student.state import AppState
from portfolio_app.student.theme import Radius, Role, Space, Style
from portfolio_app.student.widgets import badge, card, heading, named, notice, words_of
from rubrics.rubric import Criterion


def answer_card(app: AppState, work: Work) -> ft.Control:
    """The newest answer to a work."""
    feedback = work.feedback[-1]
    rows: list[ft.Control] = [_head(app, feedback)]
    if feedback.words:
        rows.append(words_of(feedback.words))
    if feedback.next_step:
        rows.append(
            notice(
                app.words("student-answer-next", step=feedback.next_step),
                ft.Icons.FLAG_OUTLINED,
                Role.ACCENT_BOX,
                Role.ON_ACCENT_BOX,
            )
        )
    rows += _side_by_side(app, work, feedback)
    if work.is_approved:
        rows.append(
            badge(
                app.words("student-answer-may-share"),
                ft.Icons.VERIFIED_OUTLINED,
                Role.GOOD_BOX,
                Role.ON_GOOD_BOX,
            )
        )
    return named(
        "answer",
        card(
            ft.Column(
                rows,
                spacing=Space.M,
                tight=True,
                horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
            ),
            border=ft.Border.all(2, Role.PRIMARY),
        ),
    )


def _head(app: AppState, feedback: Feedback) -> ft.Control:
    day = app.words.day(feedback.at_ms, app.doors.zone)
    said = ft.Column(
        [heading(app.words("student-answer-title"), 2), words_of(day, Style.SMALL, Role.SOFT)],
        spacing=0,
        tight=True,
        expand=True,
    )
    return ft.Row(
        [ft.Icon(ft.Icons.SCHOOL_ROUNDED, color=Role.PRIMARY, size=26), said], spacing=Space.M
    )


def _side_by_side(app: AppState, work: Work, feedback: Feedback) -> list[ft.Control]:
    catalog = app.open.catalog
    sides = both_sides(work, lambda rubric, source: catalog.rubric(rubric, source or None))
    compared = next((one.lines for one in sides if one.theirs is feedback), ())
    return [
        compared_line(app, comparison)
        for comparison in compared
        if comparison.difference is not Difference.NEITHER
    ]


def compared_line(app: AppState, comparison: Comparison) -> ft.Control:
    """One line of a rubric with both views, and their difference in words."""
    criterion = comparison.criterion
    difference = app.words(f"student-difference-{comparison.difference.value.replace('_', '-')}")
    return ft.Container(
        ft.Column(
            [
                words_of(criterion.category or criterion.title, Style.SUBTITLE),
                _sides(app, criterion, comparison),
                ft.Row(
                    [
                        ft.Icon(
                            ft.Icons.HANDSHAKE_OUTLINED
                            if comparison.difference is Difference.SAME
                            else ft.Icons.COMPARE_ARROWS_ROUNDED,
                            size=20,
                            color=Role.SOFT,
                        ),
                        words_of(difference, Style.LABEL, Role.SOFT, expand=True),
                    ],
                    spacing=Space.S,
                ),
            ],
            spacing=Space.S,
            tight=True,
        ),
        bgcolor=Role.SUNKEN,
        border_radius=Radius.M,
        padding=Space.M,
    )


def _sides(app: AppState, criterion: Criterion, comparison: Comparison) -> ft.Control:
    sides = [
        _side(app, "mine", criterion, comparison, Role.PRIMARY_BOX),
        _side(app, "theirs", criterion, comparison, Role.ACCENT_BOX),
    ]
    if app.is_tight:
        return stack(sides, Space.S)
    return ft.Row(
        [ft.Container(side, expand=True) for side in sides],
        spacing=Space.M,
        # Both as high as the higher one: neither view weighs more.
        vertical_alignment=ft.CrossAxisAlignment.STRETCH,
        intrinsic_height=True,
    )


def _side(
    app: AppState, who: str, criterion: Criterion, comparison: Comparison, fill: ft.ColorValue
) -> ft.Control:
    rating = comparison.mine if who == "mine" else comparison.theirs
    level = criterion.level(rating.level) if rating else None
    ink = Role.ON_PRIMARY_BOX if who == "mine" else Role.ON_ACCENT_BOX
    lines: list[ft.Control] = [
        words_of(app.words(f"student-answer-{who}"), Style.SMALL, ink),
        words_of(level.name if level else "–", Style.SUBTITLE, ink),
    ]
    if rating and rating.why:
        lines.append(words_of(rating.why, Style.SMALL, ink))
    return ft.Container(
        ft.Column(lines, spacing=2, tight=True),
        bgcolor=fill,
        border_radius=Radius.S,
        padding=Space.M,
    )
