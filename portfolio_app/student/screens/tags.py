"""I can: choose what a work shows or a goal is about, by a word or through the areas."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import flet as ft

from portfolio_app.student import actions, goals
from portfolio_app.student.screens.shell import behind_lock, page_top
from portfolio_app.student.screens.work_parts import wording
from portfolio_app.student.state import AppState
from portfolio_app.student.theme import Radius, Role, Space, Style, room
from portfolio_app.student.widgets import (
    field,
    go,
    heading,
    main_button,
    say,
    scroll_page,
    tappable,
    use_kept,
    words_of,
)
from rubrics.framework import Competency, Framework

FOUND_LIMIT = 40
WIDEST_PX = 720


@ft.observable
@dataclass
class Choosing:
    """What is looked for, and which framework and area are open."""

    wanted: str = ""
    framework: str = ""
    area: str = ""


@dataclass(frozen=True, slots=True)
class Picking:
    """What is chosen so far, and what a tap does: `turn(reference, is_chosen)`."""

    chosen: tuple[str, ...]
    turn: Callable[[str, bool], Awaitable[None]]


@behind_lock
def Tags(app: AppState) -> ft.Control:  # noqa: N802
    """Choose "I can" statements for a work."""
    work_id = ft.use_route_params().get("work", "")
    work = app.open.work(work_id)
    choosing = use_choosing(app)
    if work is None:
        return scroll_page(app, [page_top(app, app.words("student-work-gone"), "/works")])

    async def turn(ref: str, is_chosen: bool) -> None:
        await app.doors.act(actions.untag if is_chosen else actions.tag, work_id, ref)

    picking = Picking(work.competencies, turn)
    return picking_page(app, choosing, picking, f"/works/{work_id}", "student-tags-why")


@behind_lock
def GoalTags(app: AppState) -> ft.Control:  # noqa: N802
    """Choose the "I can" statements that a goal is about."""
    goal = app.open.goal(ft.use_route_params().get("goal", ""))
    choosing = use_choosing(app)
    if goal is None:
        return scroll_page(app, [page_top(app, app.words("student-goal-gone"), "/goals")])
    goal_id = goal.id

    async def turn(ref: str, is_chosen: bool) -> None:
        await app.doors.act(goals.turn_competency, goal_id, ref, wanted=not is_chosen)

    picking = Picking(goal.competencies, turn)
    return picking_page(app, choosing, picking, f"/goals/{goal_id}", "student-goal-tags-why")


def use_choosing(app: AppState) -> Choosing:
    """Inside a component: what is looked for and open, from the framework that fits the age on."""
    return use_kept(lambda: Choosing(framework=_best_framework(app, app.open.catalog.frameworks)))


def picking_page(
    app: AppState, choosing: Choosing, picking: Picking, back: str, why: str
) -> ft.Control:
    """The screen to choose statements on: by a word, or through the areas."""
    search = field(
        app,
        app.words("student-tags-search"),
        choosing.wanted,
        lambda text: setattr(choosing, "wanted", text),
        "tag-search",
        prefix_icon=ft.Icons.SEARCH_ROUNDED,
    )
    wants = choosing.wanted.strip()
    body = _found(app, picking, choosing) if wants else _areas(app, picking, choosing)
    done = main_button(
        app, app.words("student-done"), lambda: go(back), "tags-done", ft.Icons.CHECK_ROUNDED
    )
    return scroll_page(
        app,
        [
            page_top(app, app.words("student-tags-title"), back, done),
            words_of(app.words(why), color=Role.SOFT),
            search,
            *body,
        ],
        WIDEST_PX,
    )


def _best_framework(app: AppState, frameworks: tuple[Framework, ...]) -> str:
    """The one with words for this learner's age comes first."""
    band = app.open.learner.band
    for framework in frameworks:
        if any(band in one.child_wording for one in framework.competencies):
            return framework.id
    return frameworks[0].id if frameworks else ""


def _found(app: AppState, picking: Picking, choosing: Choosing) -> list[ft.Control]:
    found = app.open.catalog.search(choosing.wanted, app.open.learner.band)
    if not found:
        return [
            ft.Semantics(
                live_region=True,
                content=words_of(app.words("student-tags-none"), color=Role.SOFT),
            )
        ]
    return [_statement(app, picking, one) for one in found[:FOUND_LIMIT]]


def _areas(app: AppState, picking: Picking, choosing: Choosing) -> list[ft.Control]:
    frameworks = app.open.catalog.frameworks
    rows: list[ft.Control] = []
    if len(frameworks) > 1:
        rows.append(
            ft.Row(
                [_framework(app, choosing, one) for one in frameworks],
                wrap=True,
                spacing=Space.S,
                run_spacing=Space.S,
            )
        )
    chosen = next((one for one in frameworks if one.id == choosing.framework), None)
    for top in chosen.children() if chosen else ():
        rows += _area(app, picking, choosing, chosen, top) if chosen else []
    return rows


def _framework(app: AppState, choosing: Choosing, framework: Framework) -> ft.Control:
    is_chosen = framework.id == choosing.framework

    def choose() -> None:
        choosing.framework = framework.id
        choosing.area = ""

    return tappable(
        app,
        words_of(
            framework.title,
            Style.LABEL,
            Role.ON_PRIMARY_BOX if is_chosen else Role.INK,
            max_lines=None if app.is_tight else 2,
            overflow=None if app.is_tight else ft.TextOverflow.ELLIPSIS,
        ),
        choose,
        f"framework-{framework.id}",
        framework.title,
        selected=is_chosen,
        padding=ft.Padding.symmetric(horizontal=Space.M, vertical=Space.M + 3),
        border_radius=Radius.PILL,
        bgcolor=Role.PRIMARY_BOX if is_chosen else Role.RAISED,
        border=ft.Border.all(1.5, Role.PRIMARY if is_chosen else Role.OUTLINE),
    )


def _area(
    app: AppState, picking: Picking, choosing: Choosing, framework: Framework, top: Competency
) -> list[ft.Control]:
    inside = framework.children(top.id)
    if not inside:
        return [_statement(app, picking, top)]
    is_open = choosing.area == top.id
    chosen = sum(one.ref in picking.chosen for one in _below(framework, top))
    title = top.short_statement or wording(app, top)
    head = tappable(
        app,
        ft.Row(
            [
                ft.Icon(ft.Icons.FOLDER_SPECIAL_OUTLINED, color=Role.PRIMARY),
                ft.Column(
                    [
                        words_of(title, Style.SUBTITLE),
                        words_of(
                            wording(app, top),
                            Style.SMALL,
                            Role.SOFT,
                            max_lines=None if app.is_tight else 2,
                        ),
                    ],
                    expand=True,
                    spacing=0,
                    tight=True,
                ),
                *([_count(chosen)] if chosen else []),
                ft.Icon(
                    ft.Icons.EXPAND_LESS_ROUNDED if is_open else ft.Icons.EXPAND_MORE_ROUNDED,
                    color=Role.SOFT,
                ),
            ],
            spacing=Space.M,
        ),
        lambda: setattr(choosing, "area", "" if is_open else top.id),
        f"area-{top.id}",
        title,
    )
    if not is_open:
        return [head]
    return [head, *(_leaf(app, picking, framework, one) for one in _below(framework, top))]


def _leaf(app: AppState, picking: Picking, framework: Framework, one: Competency) -> ft.Control:
    if framework.children(one.id):
        return ft.Container(
            heading(wording(app, one), 3),
            padding=room(right_to_left=app.words.right_to_left, start=Space.L, top=Space.S),
        )
    return ft.Container(
        _statement(app, picking, one),
        padding=room(right_to_left=app.words.right_to_left, start=Space.L),
    )


def _below(framework: Framework, top: Competency) -> list[Competency]:
    found: list[Competency] = []
    for child in framework.children(top.id):
        found += [child, *_below(framework, child)]
    return found


def _count(chosen: int) -> ft.Control:
    return ft.Container(
        words_of(str(chosen), Style.LABEL, Role.ON_GOOD_BOX),
        bgcolor=Role.GOOD_BOX,
        border_radius=Radius.PILL,
        padding=ft.Padding.symmetric(horizontal=Space.M, vertical=2),
    )


def _statement(app: AppState, picking: Picking, competency: Competency) -> ft.Control:
    is_chosen = competency.ref in picking.chosen
    text = wording(app, competency)

    async def flip() -> None:
        await picking.turn(competency.ref, is_chosen)
        say(app.words("student-tag-off" if is_chosen else "student-saved-here"))

    return tappable(
        app,
        ft.Row(
            [
                ft.Icon(
                    ft.Icons.CHECK_CIRCLE_ROUNDED if is_chosen else ft.Icons.CIRCLE_OUTLINED,
                    color=Role.GOOD if is_chosen else Role.OUTLINE,
                ),
                words_of(text, expand=True),
            ],
            spacing=Space.M,
        ),
        flip,
        f"tag-{competency.id}",
        text,
        selected=is_chosen,
        bgcolor=Role.GOOD_BOX if is_chosen else Role.RAISED,
        border=ft.Border.all(1.5 if is_chosen else 1, Role.GOOD if is_chosen else Role.LINE),
        border_radius=Radius.M,
    )
