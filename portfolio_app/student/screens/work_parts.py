"""The three things a learner says about a work: what it shows, how good it is, what I think."""

import flet as ft

from portfolio_app.model.artifact import Work
from portfolio_app.model.records import WORDS_LIMIT
from portfolio_app.model.reflection import Reflection
from portfolio_app.student import actions
from portfolio_app.student.screens.pins import pin_rows
from portfolio_app.student.screens.said import spoken
from portfolio_app.student.screens.sheets import stack
from portfolio_app.student.screens.thoughts import one_thought
from portfolio_app.student.screens.versions import versions_choice
from portfolio_app.student.state import AppState
from portfolio_app.student.theme import Radius, Role, Space, Style
from portfolio_app.student.widgets import (
    Handler,
    card,
    go,
    heading,
    icon_button,
    main_button,
    notice,
    quiet_button,
    tappable,
    words_of,
)
from rubrics.framework import Competency


def tags_card(app: AppState, work: Work) -> ft.Control:
    """I can: what the work shows, in the learner's wording."""
    tags = [_tag(app, work, ref) for ref in work.competencies]
    choose = _button(
        app, not tags, "student-work-add-tag", lambda: go(f"/works/{work.id}/tags"), "open-tags"
    )
    choose = ft.Row([choose])
    return _part(
        app,
        "i-can",
        ft.Icons.AUTO_AWESOME_OUTLINED,
        tags,
        app.words("student-work-tags-why"),
        choose,
    )


def check_card(app: AppState, work: Work) -> ft.Control:
    """Check my work: the learner's own judgement."""
    rows: list[ft.Control] = []
    if work.self_assessments:
        newest = work.self_assessments[-1]
        rubric = app.open.catalog.rubric(newest.rubric, newest.rubric_source or None)
        criteria = rubric.criteria if rubric else ()
        for criterion in criteria:
            rating = newest.ratings.get(criterion.id)
            level = criterion.level(rating.level) if rating else None
            if rating and level:
                rows.append(
                    judgement(criterion.category or criterion.title, level.name, rating.why)
                )
                rows += pin_rows(app, newest.pins.get(criterion.id, ()))
        day = app.words.day(newest.at_ms, app.doors.zone)
        rows.append(words_of(app.words("student-work-checked", day=day), Style.SMALL, Role.SOFT))
        if app.open.rules.seals and work.is_waiting_for_teacher:
            rows.append(sealed_words(app))
    key = "student-work-check-again" if rows else "student-work-check"
    if any(one.artifact == work.id for one in app.open.begun):
        key = "student-check-go-on"
    start = _button(app, not rows, key, lambda: go(f"/works/{work.id}/check"), "open-check")
    earlier = quiet_button(
        app, app.words("student-checks-title"), lambda: go(f"/works/{work.id}/checks"),
        "open-checks", ft.Icons.HISTORY_ROUNDED,
    )  # fmt: skip
    buttons = [start, earlier] if work.self_assessments else [start]
    action = ft.Row(buttons, wrap=True, spacing=Space.M, run_spacing=Space.S)
    return _part(
        app, "check", ft.Icons.FACT_CHECK_OUTLINED, rows, app.words("student-work-check-why"),
        action,
    )  # fmt: skip


def sealed_words(app: AppState) -> ft.Control:
    """That the class lets the learner go first."""
    return notice(app.words("student-check-sealed"), ft.Icons.LOCK_OUTLINE_ROUNDED)


def thoughts_card(app: AppState, work: Work) -> ft.Control:
    """What I think: answers to questions, newest first."""
    rows = [_thought(app, work, one) for one in reversed(work.reflections)]
    key = "student-work-reflect-again" if rows else "student-work-reflect"
    pairs = [one for one in app.open.thoughts if one.works and work.id in one.works]
    rows += [one_thought(app, one, "/compare/" + "/".join(one.works)) for one in reversed(pairs)]
    start = _button(app, not rows, key, lambda: go(f"/works/{work.id}/reflect"), "reflect")
    two = quiet_button(
        app, app.words("student-two-title"), lambda: go(f"/compare/{work.id}"), "open-two",
        ft.Icons.COMPARE_ROUNDED,
    )  # fmt: skip
    buttons = [start, two] if len(app.open.works) > 1 else [start]
    return _part(
        app,
        "think",
        ft.Icons.CHAT_BUBBLE_OUTLINE_ROUNDED,
        rows,
        app.words("student-work-think-why"),
        ft.Row(buttons, wrap=True, spacing=Space.M, run_spacing=Space.S),
    )


def _thought(app: AppState, work: Work, one: Reflection) -> ft.Control:
    question = app.words(f"prompt-{one.prompt}")
    asked = words_of(question, Style.LABEL, Role.SOFT)
    if len(one.versions) > 1:

        async def keep(words: str) -> None:
            await app.doors.act(actions.reflect, work.id, one.prompt, words, one.id)

        choice = versions_choice(app, (one.id, "words"), WORDS_LIMIT, keep, one.id)
        return ft.Column([asked, choice], spacing=Space.S, tight=True)
    lines: list[ft.Control] = [asked, *([words_of(one.words)] if one.words else [])]
    written = tappable(
        app,
        ft.Column(lines, spacing=Space.XS, tight=True),
        lambda: go(f"/works/{work.id}/reflect/{one.id}"),
        f"reflection-{one.id}",
        f"{question} {one.words}",
        bgcolor=Role.SUNKEN,
        border=None,
        border_radius=Radius.M,
    )
    return stack([written, *spoken(work.said_about(one.id))], Space.S)


def judgement(title: str, level: str, why: str) -> ft.Control:
    """One line of a judgement: what was looked at, the level in words, and why."""
    lines: list[ft.Control] = [
        ft.Row(
            [
                words_of(title, Style.BODY, expand=True),
                ft.Container(
                    words_of(level, Style.LABEL, Role.ON_PRIMARY_BOX),
                    bgcolor=Role.PRIMARY_BOX,
                    border_radius=Radius.PILL,
                    padding=ft.Padding.symmetric(horizontal=Space.M, vertical=Space.XS),
                ),
            ],
            spacing=Space.M,
        )
    ]
    if why:
        lines.append(words_of(f"“{why}”", Style.BODY, Role.SOFT))
    return ft.Column(lines, spacing=Space.XS, tight=True)


def wording(app: AppState, competency: Competency) -> str:
    """A competency in the words for this learner's age."""
    return competency.wording(app.open.learner.band)


def _tag(app: AppState, work: Work, ref: str) -> ft.Control:
    competency = app.open.catalog.competency(ref)
    text = wording(app, competency) if competency else app.words("student-work-tag-unknown")

    async def take_off() -> None:
        await app.doors.act(actions.untag, work.id, ref)

    return ft.Row(
        [
            ft.Icon(ft.Icons.CHECK_CIRCLE_ROUNDED, color=Role.GOOD, size=24),
            words_of(text, expand=True),
            icon_button(
                app,
                ft.Icons.CLOSE_ROUNDED,
                app.words("student-work-take-off", tag=text),
                take_off,
                f"untag-{ref.rpartition('/')[2]}",
                Role.SOFT,
            ),
        ],
        spacing=Space.M,
    )


def _button(
    app: AppState, is_first: bool, key: str, on_click: Handler, identifier: str
) -> ft.Control:
    make = main_button if is_first else quiet_button
    icon = ft.Icons.ADD_ROUNDED
    return make(app, app.words(key), on_click, identifier, icon)


def _part(
    app: AppState, key: str, icon: ft.IconData, rows: list[ft.Control], why: str, action: ft.Control
) -> ft.Control:
    head = ft.Row(
        [
            ft.Icon(icon, color=Role.PRIMARY, size=26),
            ft.Container(heading(app.words(f"student-work-{key}-title"), 2), expand=True),
        ],
        spacing=Space.M,
    )
    body = rows or [words_of(why, color=Role.SOFT)]
    return card(
        ft.Column(
            [head, *body, action],
            spacing=Space.M,
            tight=True,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        ),
        Space.L,
    )
