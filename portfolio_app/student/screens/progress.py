"""I can: what my works show, area by area and month by month, and where I stand by the rule."""

from collections.abc import Mapping

import flet as ft

from portfolio_app.model.enough import DAY_MS
from portfolio_app.model.gathering import Judge
from portfolio_app.model.goal import wanted_competencies
from portfolio_app.model.progress import (
    Area,
    CompetencyProgress,
    Growth,
    Progress,
    areas,
    evidence_by_time,
)
from portfolio_app.student.screens.charts import Wedge, heat_map, wheel
from portfolio_app.student.screens.drawings import empty
from portfolio_app.student.screens.faces import is_for_youngest
from portfolio_app.student.screens.reckoning import use_progress
from portfolio_app.student.screens.rule_words import rule_box
from portfolio_app.student.screens.sheets import growing_tabs, sheet, stack
from portfolio_app.student.screens.shell import behind_lock
from portfolio_app.student.screens.twin import Table, Twin
from portfolio_app.student.screens.work_parts import wording
from portfolio_app.student.state import AppState
from portfolio_app.student.theme import Radius, Role, Space, Style
from portfolio_app.student.widgets import (
    badge,
    go,
    heading,
    main_button,
    margin_px,
    scroll_page,
    tappable,
    words_of,
)
from rubrics.framework import Competency, Framework

WIDEST_PX = 860
SHOWN_LIMIT = 40
AREAS_LIMIT = 12
HEAT_ROWS = 8
FULL_AT_LEAST = 3
MONTHS = {True: 3, False: 6}
MONTH_DAYS = 30


@behind_lock
def MyProgress(app: AppState) -> ft.Control:  # noqa: N802
    """The rule, the pictures, and everything that was shown; each opens its evidence."""
    known = use_progress(app)
    top = [heading(app.words("student-goals-title")), growing_tabs(app, "progress")]
    wanted = [
        ref for ref in wanted_competencies(app.open.goals) if ref not in set(known.competencies)
    ]
    if not known.competencies and not wanted:
        action = main_button(
            app, app.words("student-place-works"), lambda: go("/works"), "progress-works",
            ft.Icons.PHOTO_LIBRARY_OUTLINED,
        )  # fmt: skip
        title, text = app.words("student-progress-none-title"), app.words("student-progress-none")
        return scroll_page(app, [*top, empty(app, "empty-works", title, text, action)], WIDEST_PX)
    shown = sorted(
        (known.of(ref) for ref in known.competencies),
        key=lambda one: one.evidence[-1].made_ms,
        reverse=True,
    )[:SHOWN_LIMIT]
    rows = [skill_row(app, one) for one in shown]
    if rows:
        rows.insert(0, heading(app.words("student-progress-shown"), 2))
    if wanted:
        rows.append(heading(app.words("student-progress-wanted"), 2))
        rows += [skill_row(app, known.of(ref)) for ref in wanted[:SHOWN_LIMIT]]
    pictures = [*_wheels(app, known), *_heat(app, known, shown)]
    rule = rule_box(app, known.rules)
    # Named on the page for everybody; whoever hardly reads yet begins with the picture.
    page = [*pictures, *rows, rule] if is_for_youngest(app) else [rule, *pictures, *rows]
    return scroll_page(app, [*top, *page], WIDEST_PX)


def skill_row(app: AppState, one: CompetencyProgress) -> ft.Control:
    """One competency: both views in words; without evidence it has no level, and says so."""
    competency = app.open.catalog.competency(one.competency)
    text = wording(app, competency) if competency else app.words("student-work-tag-unknown")
    facts = _facts(app, one)
    lines: list[ft.Control] = [words_of(text, Style.SUBTITLE)]
    lines += [words_of(fact, Style.LABEL, Role.SOFT) for fact in facts]
    signs: list[ft.Control] = []
    if one.has_evidence and one.enough.is_enough:
        said = app.words("student-progress-enough")
        signs.append(
            badge(said, ft.Icons.TASK_ALT_ROUNDED, Role.GOOD_BOX, Role.ON_GOOD_BOX)
        )  # fmt: skip
        facts.append(said)
    if one.grew(Judge.LEARNER) is Growth.MORE or one.grew(Judge.TEACHER) is Growth.MORE:
        said = app.words("student-progress-grew")
        signs.append(
            badge(said, ft.Icons.TRENDING_UP_ROUNDED, Role.PRIMARY_BOX, Role.ON_PRIMARY_BOX)
        )
        facts.append(said)
    if signs:
        lines.append(ft.Row(signs, wrap=True, spacing=Space.S, run_spacing=Space.S))
    return tappable(
        app,
        ft.Row(
            [
                stack(lines, Space.S, expand=True),
                ft.Icon(ft.Icons.CHEVRON_RIGHT_ROUNDED, color=Role.SOFT),
            ],
            spacing=Space.M,
        ),
        lambda: go(f"/progress/{one.competency}"),
        f"skill-{one.competency.rpartition('/')[2]}",
        ". ".join([text, *facts]),
        border_radius=Radius.M,
    )


def _facts(app: AppState, one: CompetencyProgress) -> list[str]:
    if not one.has_evidence:
        return [app.words("student-progress-nothing-yet")]
    facts = [app.words("student-progress-works", count=len(one.evidence))]
    for who, view in (("mine", one.mine), ("theirs", one.theirs)):
        if view is not None:
            facts.append(app.words(f"student-progress-{who}", level=view.level.name))
    return facts


def _wheels(app: AppState, known: Progress) -> list[ft.Control]:
    found = []
    for framework in app.open.catalog.frameworks:
        prefix = f"{framework.id}/"
        if any(ref.startswith(prefix) for ref in known.competencies):
            found.append(_wheel(app, framework, areas(framework, known)))
    return found


def _wheel(app: AppState, framework: Framework, counted: Mapping[str, Area]) -> ft.Control:
    shown = _around(framework)[:AREAS_LIMIT]
    # The fullest part reaches the rim, but one or two alone do not look like everything.
    most = max(FULL_AT_LEAST, *(counted[item.id].shown for item in shown))
    wedges = [Wedge(number, counted[item.id].shown / most) for number, item in enumerate(shown, 1)]
    named = [(number, wording(app, item), counted[item.id]) for number, item in enumerate(shown, 1)]
    legend = [_legend(number, name, area) for number, name, area in named]
    label = app.words("student-wheel-says", framework=framework.title)
    drawn = wheel(wedges, label, app.width_px - 2 * margin_px(app) - 2 * Space.XL)
    picture: ft.Control = (
        stack([ft.Row([drawn], alignment=ft.MainAxisAlignment.CENTER), *legend], Space.S)
        if app.is_compact
        else ft.Row([drawn, stack(legend, Space.S, expand=True)], spacing=Space.XL)
    )
    table = Table(
        tuple(app.words(f"student-wheel-{one}") for one in ("what", "shown", "enough")),
        tuple((name, str(area.shown), str(area.enough)) for _, name, area in named),
    )
    why = words_of(app.words("student-wheel-why"), color=Role.SOFT)
    rows = [why, Twin(f"wheel-{framework.id}", picture, table)]
    return sheet(framework.title, ft.Icons.DONUT_LARGE_ROUNDED, rows)


def _legend(number: int, name: str, area: Area) -> ft.Control:
    ink = Role.INK if area.shown else Role.SOFT
    return ft.Row(
        [
            words_of(f"{number}.", Style.LABEL, ink),
            words_of(name, Style.LABEL, ink, expand=True),
            words_of(str(area.shown), Style.LABEL, ink),
        ],
        spacing=Space.S,
        vertical_alignment=ft.CrossAxisAlignment.START,
    )


def _around(framework: Framework) -> tuple[Competency, ...]:
    """The areas of the wheel: the first floor of the tree that has more than one."""
    floor = framework.children(None)
    while len(floor) == 1 and framework.children(floor[0].id):
        floor = framework.children(floor[0].id)
    return tuple(floor)


def _heat(app: AppState, known: Progress, shown: list[CompetencyProgress]) -> list[ft.Control]:
    if not shown:
        return []
    months = MONTHS[app.is_compact]
    month_ms = MONTH_DAYS * DAY_MS
    end_ms = known.now_ms + 1
    edges = [end_ms - month_ms * back for back in range(months, -1, -1)]
    rows = shown[:HEAT_ROWS]
    counted = evidence_by_time(known, [one.competency for one in rows], edges)
    if not any(any(row) for row in counted.values()):
        return []
    names = [_name(app, one.competency) for one in rows]
    columns = [
        app.words("student-heat-ago", days=MONTH_DAYS * back) for back in range(months - 1, -1, -1)
    ]
    counts = [counted[one.competency] for one in rows]
    label = app.words("student-heat-says", days=MONTH_DAYS)
    table = Table(
        (app.words("student-wheel-what"), *columns),
        tuple((name, *map(str, row)) for name, row in zip(names, counts, strict=True)),
    )
    picture = heat_map(names, columns, counts, label)
    title = app.words("student-heat-title")
    body = [words_of(label, color=Role.SOFT), Twin("heat", picture, table)]
    return [sheet(title, ft.Icons.CALENDAR_VIEW_MONTH_ROUNDED, body)]


def _name(app: AppState, ref: str) -> str:
    competency = app.open.catalog.competency(ref)
    return wording(app, competency) if competency else app.words("student-work-tag-unknown")
