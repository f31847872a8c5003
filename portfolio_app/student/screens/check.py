"""Check my work: the learner's own judgement, before anybody else's."""

from collections.abc import Callable, Sequence

import flet as ft

from portfolio_app.model.artifact import Work
from portfolio_app.model.judging import Begun
from portfolio_app.model.pins import read_pins, write_pins
from portfolio_app.model.values import WHY_LIMIT
from portfolio_app.student import judging as deeds
from portfolio_app.student.screens.check_draft import Judging, begun_check, draft_name
from portfolio_app.student.screens.check_versions import check_versions
from portfolio_app.student.screens.faces import is_for_youngest, level_face
from portfolio_app.student.screens.focused import focused_page
from portfolio_app.student.screens.pins import pin_rows
from portfolio_app.student.screens.shell import behind_lock, page_top
from portfolio_app.student.screens.work_card import thumbnail
from portfolio_app.student.screens.work_parts import sealed_words
from portfolio_app.student.state import AppState, use_app
from portfolio_app.student.theme import Radius, Role, Space, Style
from portfolio_app.student.widgets import (
    card,
    component,
    go,
    heading,
    main_button,
    quiet_button,
    say,
    scroll_page,
    tappable,
    text_button,
    use_kept,
    words_of,
)
from portfolio_app.student.widgets import field as text_field
from rubrics.rubric import Criterion, Level, Rubric

CHOICES_LIMIT = 12
SIDE_BY_SIDE = 4
CHOOSE = "choose"

WIDEST_PX = 960


@behind_lock
def Check(app: AppState) -> ft.Control:  # noqa: N802
    """Choose a rubric if there is a choice, then a level for each line."""
    params = ft.use_route_params()
    work = app.open.work(params.get("work", ""))
    if work is None:
        return scroll_page(app, [page_top(app, app.words("student-work-gone"), "/works")])
    rubrics = app.open.catalog.rubrics_for(work.competencies, app.open.learner.band)
    begun = next((one for one in app.open.begun if one.artifact == work.id), None)
    earlier = work.self_assessments[-1].rubric if work.self_assessments else ""
    wanted = params.get("rubric") or (begun.rubric if begun else earlier)
    rubric = app.open.catalog.rubric(wanted) if wanted else _best(app, work, rubrics)
    if rubric is None:
        return _choose(app, work, rubrics[:CHOICES_LIMIT])
    return Judge(work, rubric, key=f"{work.id}{rubric.id}")


def _best(app: AppState, work: Work, rubrics: tuple[Rubric, ...]) -> Rubric | None:
    """The one that fits what the work shows; while that is not said, one made for this age."""
    band = app.open.learner.band
    for_age = (one for one in rubrics if band in one.bands)
    best = next(iter(rubrics), None)
    return best if work.competencies else next(for_age, best)


def _choose(app: AppState, work: Work, rubrics: tuple[Rubric, ...]) -> ft.Control:
    rows = [
        tappable(
            app,
            ft.Row(
                [
                    ft.Icon(ft.Icons.FACT_CHECK_OUTLINED, color=Role.PRIMARY, size=32),
                    ft.Column(
                        [
                            words_of(rubric.title, Style.SUBTITLE),
                            words_of(rubric.description, color=Role.SOFT),
                        ],
                        spacing=Space.XS,
                        tight=True,
                        expand=True,
                    ),
                ],
                spacing=Space.L,
            ),
            lambda rubric_id=rubric.id: go(f"/works/{work.id}/check/{rubric_id}"),
            f"rubric-{rubric.id}",
            rubric.title,
        )
        for rubric in rubrics
    ]
    return scroll_page(
        app,
        [page_top(app, app.words("student-check-choose"), f"/works/{work.id}"), *rows],
        720,
    )


@component
def Judge(work: Work, rubric: Rubric, key: str = "") -> ft.Control:  # noqa: N802
    """One judgement; a draft of it is kept until it is saved."""
    app = use_app()
    name = draft_name(work.id, rubric.id)
    judging = use_kept(lambda: begun_check(app, work.id, rubric.id))
    if app.snapshot is None:
        return ft.Container()

    def keep() -> None:
        app.doors.keep_draft(name, judging.as_draft())

    steps = len(rubric.criteria)
    at = min(judging.step, steps - 1)
    shown = (rubric.criteria[at],) if app.is_compact else rubric.criteria
    parts = [
        _criterion(
            app,
            judging,
            one,
            rubric.criteria.index(one),
            keep,
            _pinned(app, judging, f"/works/{work.id}/check/{rubric.id}/pin/{one.id}", one, keep),
        )
        for one in shown
    ]
    if app.open.rules.seals:
        parts.append(sealed_words(app))
    bottom = (
        _steps(app, judging, work, rubric, name)
        if app.is_compact
        else [_later(app, judging, work, rubric, name), _save(app, judging, work, rubric, name)]
    )
    return focused_page(
        app,
        [
            page_top(app, app.words("student-check-title"), f"/works/{work.id}"),
            _what(app, work, rubric, at if app.is_compact else None),
            *check_versions(app, work, rubric, judging, keep),
            *parts,
            *_another(app, work, rubric),
        ],
        bottom,
        WIDEST_PX,
        key=f"line-{at}" if app.is_compact else "",
    )


def _what(app: AppState, work: Work, rubric: Rubric, at: int | None) -> ft.Control:
    """The work in small, so that nobody judges from memory; and how far it is."""
    text = rubric.description or rubric.title
    lines: list[ft.Control] = [words_of(text, color=Role.SOFT)]
    if at is not None:
        of = len(rubric.criteria)
        lines = [
            words_of(
                app.words("student-step", step=at + 1, of=of), Style.LABEL, Role.SOFT
            ),
            ft.ProgressBar(
                value=(at + 1) / of, color=Role.PRIMARY, bgcolor=Role.SUNKEN, bar_height=8,
                border_radius=Radius.PILL,
            ),
        ]  # fmt: skip
    return ft.Row(
        [
            thumbnail(app, work, 64),
            ft.Column(lines, expand=True, spacing=Space.S, tight=True,
                      horizontal_alignment=ft.CrossAxisAlignment.STRETCH),
        ],
        spacing=Space.L,
    )  # fmt: skip


def _criterion(
    app: AppState,
    judging: Judging,
    criterion: Criterion,
    number: int,
    keep: Callable[[], None],
    pinned: Sequence[ft.Control],
) -> ft.Control:
    def why(text: str) -> None:
        judging.whys = {**judging.whys, criterion.id: text}
        keep()

    levels = [
        _level(app, judging, criterion, level, place, number, keep)
        for place, level in enumerate(criterion.levels)
    ]
    heading_text = criterion.category or criterion.title
    asked = (criterion.description, criterion.title)
    question = next((text for text in asked if text not in {"", heading_text}), "")
    choice: ft.Control = (
        ft.Row(levels, spacing=Space.M, vertical_alignment=ft.CrossAxisAlignment.STRETCH,
               intrinsic_height=True)
        if app.is_wide and len(levels) <= SIDE_BY_SIDE
        else ft.Column(levels, spacing=Space.M, tight=True,
                       horizontal_alignment=ft.CrossAxisAlignment.STRETCH)
    )  # fmt: skip
    return card(
        ft.Column(
            [
                heading(heading_text, 2),
                *([words_of(question)] if question else []),
                choice,
                text_field(
                    app,
                    app.words("student-check-why"),
                    judging.whys.get(criterion.id, ""),
                    why,
                    f"why-{number + 1}",
                    lines=2,
                    limit=WHY_LIMIT,
                ),
                *pinned,
            ],
            spacing=Space.M,
            tight=True,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        ),
        Space.L,
    )


def _pinned(
    app: AppState, judging: Judging, place: str, criterion: Criterion, keep: Callable[[], None]
) -> list[ft.Control]:
    """What shows it, and a way to pin more."""
    pins = read_pins(judging.pins).get(criterion.id, ())

    def take_off(number: int) -> None:
        rest = tuple(pin for at, pin in enumerate(pins) if at != number)
        others = {name: one for name, one in judging.pins.items() if name != criterion.id}
        judging.pins = {**others, **(write_pins({criterion.id: rest}) if rest else {})}
        keep()

    def pin() -> None:
        keep()
        go(place)

    button = quiet_button(
        app, app.words("student-pin-add"), pin, f"pin-{criterion.id}", ft.Icons.PUSH_PIN_OUTLINED
    )
    return [*pin_rows(app, pins, take_off), ft.Row([button], wrap=True)]


def _level(
    app: AppState, judging: Judging, criterion: Criterion, level: Level, place: int, number: int,
    keep: Callable[[], None],
) -> ft.Control:  # fmt: skip
    is_chosen = judging.levels.get(criterion.id) == level.id
    ink = Role.ON_PRIMARY_BOX if is_chosen else Role.INK

    def choose() -> None:
        judging.levels = {**judging.levels, criterion.id: level.id}
        keep()

    lines: list[ft.Control] = [
        ft.Row(
            [
                ft.Icon(
                    ft.Icons.RADIO_BUTTON_CHECKED_ROUNDED
                    if is_chosen
                    else ft.Icons.RADIO_BUTTON_UNCHECKED_ROUNDED,
                    color=Role.PRIMARY if is_chosen else Role.OUTLINE,
                ),
                words_of(level.name, Style.SUBTITLE, ink, expand=True),
                *([level_face(place, len(criterion.levels))] if is_for_youngest(app) else []),
            ],
            spacing=Space.S,
        )
    ]
    if level.description:
        lines.append(words_of(level.description, Style.BODY, ink if is_chosen else Role.SOFT))
    return tappable(
        app,
        ft.Column(lines, spacing=Space.XS, tight=True),
        choose,
        f"level-{number + 1}-{place + 1}",
        f"{level.name}. {level.description}",
        selected=is_chosen,
        expand=app.is_wide and len(criterion.levels) <= SIDE_BY_SIDE,
        bgcolor=Role.PRIMARY_BOX if is_chosen else Role.SURFACE,
        border=ft.Border.all(2 if is_chosen else 1, Role.PRIMARY if is_chosen else Role.OUTLINE),
        border_radius=Radius.M,
    )


def _steps(
    app: AppState, judging: Judging, work: Work, rubric: Rubric, name: str
) -> list[ft.Control]:
    last = len(rubric.criteria) - 1
    at = min(judging.step, last)

    def move(by: int) -> None:
        judging.step = max(0, min(last, at + by))
        app.doors.keep_draft(name, judging.as_draft())

    forward = (
        _save(app, judging, work, rubric, name)
        if at == last
        else main_button(app, app.words("student-next"), lambda: move(1), "check-next")
    )
    back = quiet_button(app, app.words("student-back"), lambda: move(-1), "check-back")
    later = _later(app, judging, work, rubric, name)
    return [back, forward] if at else [later, forward]


def _another(app: AppState, work: Work, rubric: Rubric) -> list[ft.Control]:
    if len(app.open.catalog.rubrics) < 2:  # noqa: PLR2004 - one is no choice
        return []
    label = app.words("student-check-other")
    return [
        ft.Row(
            [
                text_button(
                    app, label, lambda: go(f"/works/{work.id}/check/{CHOOSE}"), "check-other"
                )
            ],
            alignment=ft.MainAxisAlignment.CENTER,
            wrap=True,
        )
    ]


def _later(app: AppState, judging: Judging, work: Work, rubric: Rubric, name: str) -> ft.Control:
    async def put_aside() -> None:
        ratings = judging.ratings(rubric, may_lack_level=True)
        begun = Begun(ratings, read_pins(judging.pins))
        await app.doors.act(deeds.keep_draft, work.id, rubric.id, begun, rubric.source_hash)
        app.doors.keep_draft(name, None)
        go(f"/works/{work.id}")
        say(app.words("student-check-kept"))

    return quiet_button(app, app.words("student-check-later"), put_aside, "check-later")


def _save(app: AppState, judging: Judging, work: Work, rubric: Rubric, name: str) -> ft.Control:
    async def save() -> None:
        ratings = judging.ratings(rubric)
        if not ratings:
            say(app.words("student-check-nothing"))
            return
        pins = read_pins(judging.pins)
        await app.doors.act(
            deeds.assess, work.id, rubric.id, ratings, pins, rubric.source_hash
        )  # fmt: skip
        app.doors.keep_draft(name, None)
        go(f"/works/{work.id}")
        say(app.words("student-saved-here"))

    return main_button(
        app, app.words("student-check-save"), save, "save-check", ft.Icons.CHECK_ROUNDED
    )
