"""The class's rules in words: what makes a level, what is enough, and what is still missing."""

import flet as ft

from portfolio_app.model.class_rules import ClassRules
from portfolio_app.model.enough import EnoughRule, Sufficiency
from portfolio_app.student.screens.sheets import stack
from portfolio_app.student.state import AppState
from portfolio_app.student.theme import Radius, Role, Space, Style
from portfolio_app.student.widgets import words_of


def rule_box(app: AppState, rules: ClassRules) -> ft.Control:
    """Both rules, named where their outcome is shown."""
    method = rules.level.method.replace("_", "-")
    level = app.words(f"student-rule-{method}", percent=rules.level.newest_percent)
    lines = [level, enough_words(app, rules.enough)]
    return ft.Container(
        ft.Row(
            [
                ft.Icon(ft.Icons.RULE_ROUNDED, color=Role.SOFT, size=24),
                stack(
                    [
                        words_of(app.words("student-rule-title"), Style.LABEL),
                        *(words_of(line, Style.LABEL, Role.SOFT) for line in lines if line),
                    ],
                    Space.XS,
                    expand=True,
                ),
            ],
            spacing=Space.M,
            vertical_alignment=ft.CrossAxisAlignment.START,
        ),
        bgcolor=Role.SUNKEN,
        border_radius=Radius.M,
        padding=Space.L,
    )


def enough_words(app: AppState, rule: EnoughRule) -> str:
    """What is called enough, part by part; "" where nothing is asked for."""
    asked = [
        ("pieces", rule.pieces), ("contexts", rule.contexts), ("recent", rule.recent),
        ("alone", rule.alone),
    ]  # fmt: skip
    parts = [
        app.words(f"student-enough-{what}", count=count, days=rule.recent_days)
        for what, count in asked
        if count
    ]
    return app.words("student-enough", parts=" · ".join(parts)) if parts else ""


def missing_words(app: AppState, found: Sufficiency, rule: EnoughRule) -> str:
    """What is still missing, as something to do."""
    parts = [
        app.words(f"student-missing-{one.what}", count=one.need - one.have, days=rule.recent_days)
        for one in found.missing
    ]
    return " ".join(parts)
