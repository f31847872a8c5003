"""All my checks of one work: the newest first, and the teacher's answers beside mine."""

import flet as ft

from portfolio_app.model.artifact import Work
from portfolio_app.model.assessment import Difference, SelfAssessment
from portfolio_app.model.judging import Sides, both_sides, over_time
from portfolio_app.student.screens.answer import compared_line
from portfolio_app.student.screens.pins import pin_rows
from portfolio_app.student.screens.sheets import sheet, stack
from portfolio_app.student.screens.shell import behind_lock, page_top
from portfolio_app.student.screens.work_parts import judgement
from portfolio_app.student.state import AppState
from portfolio_app.student.theme import Role, Space, Style
from portfolio_app.student.widgets import go, main_button, scroll_page, words_of
from rubrics.rubric import Rubric

WIDEST_PX = 760
SHOWN_LIMIT = 12


@behind_lock
def Checks(app: AppState) -> ft.Control:  # noqa: N802
    """How I saw it, again and again, and how my teacher saw it."""
    work = app.open.work(ft.use_route_params().get("work", ""))
    if work is None:
        return scroll_page(app, [page_top(app, app.words("student-work-gone"), "/works")])
    back = f"/works/{work.id}"
    again = main_button(
        app, app.words("student-work-check-again"), lambda: go(f"{back}/check"), "open-check",
        ft.Icons.ADD_ROUNDED,
    )  # fmt: skip
    sides = both_sides(work, lambda rubric, source: rubric_as_used(app, rubric, source))
    newest = list(reversed(work.self_assessments))[:SHOWN_LIMIT]
    return scroll_page(
        app,
        [
            page_top(app, app.words("student-checks-title"), back),
            *_then_and_now(app, work),
            *(_both(app, one) for one in reversed(sides)),
            *(_mine(app, one) for one in newest),
            ft.Row([again], wrap=True),
        ],
        WIDEST_PX,
    )


def rubric_as_used(app: AppState, rubric: str, source: str) -> Rubric | None:
    """The version of a rubric that was used; the newest where that one is not at hand."""
    catalog = app.open.catalog
    return catalog.rubric(rubric, source or None) or catalog.rubric(rubric)


def _then_and_now(app: AppState, work: Work) -> list[ft.Control]:
    """The first and the newest level of each line, for whoever checked more than once."""
    newest = work.self_assessments[-1] if work.self_assessments else None
    rubric = rubric_as_used(app, newest.rubric, newest.rubric_source) if newest else None
    if rubric is None:
        return []
    rows: list[ft.Control] = []
    for criterion in rubric.criteria:
        times = over_time(work.self_assessments, rubric, criterion)
        if len(times) <= 1:
            continue
        first, last = (criterion.levels[one.place].name for one in (times[0], times[-1]))
        rows.append(
            stack(
                [
                    words_of(criterion.category or criterion.title, Style.LABEL, Role.SOFT),
                    words_of(app.words("student-checks-then-now", first=first, now=last)),
                ],
                0,
            )
        )
    if not rows:
        return []
    return [sheet(app.words("student-checks-grew"), ft.Icons.TRENDING_UP_ROUNDED, rows)]


def _both(app: AppState, sides: Sides) -> ft.Control:
    day = app.words.day(sides.theirs.at_ms, app.doors.zone)
    rows = [
        compared_line(app, line)
        for line in sides.lines
        if line.difference is not Difference.NEITHER
    ]
    title = app.words("student-checks-both", day=day)
    return sheet(title, ft.Icons.COMPARE_ARROWS_ROUNDED, rows)


def _mine(app: AppState, one: SelfAssessment) -> ft.Control:
    day = app.words.day(one.at_ms, app.doors.zone)
    rubric = rubric_as_used(app, one.rubric, one.rubric_source)
    title = app.words("student-work-checked", day=day)
    return sheet(title, ft.Icons.FACT_CHECK_OUTLINED, check_rows(app, one, rubric))


def check_rows(app: AppState, one: SelfAssessment, rubric: Rubric | None) -> list[ft.Control]:
    """Each line of a check: its level, why, and what shows it."""
    rows: list[ft.Control] = []
    for criterion in rubric.criteria if rubric else ():
        rating = one.ratings.get(criterion.id)
        level = criterion.level(rating.level) if rating else None
        if rating and level:
            title = criterion.category or criterion.title
            pinned = pin_rows(app, one.pins.get(criterion.id, ()))
            rows.append(stack([judgement(title, level.name, rating.why), *pinned], Space.S))
    return rows
