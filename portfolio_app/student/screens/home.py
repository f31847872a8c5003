"""Home: add something, finish what is half done, see what the teacher said."""

from datetime import datetime

import flet as ft

from portfolio_app.model.artifact import Work
from portfolio_app.model.suggestions import OFF
from portfolio_app.student.screens.begun import begun_drawing
from portfolio_app.student.screens.begun_voice import begun_voice
from portfolio_app.student.screens.drawings import empty
from portfolio_app.student.screens.half_come import half_come
from portfolio_app.student.screens.ideas import Ideas
from portfolio_app.student.screens.profile import invitation_words
from portfolio_app.student.screens.sheets import stack
from portfolio_app.student.screens.shell import SENDING_LOOK, behind_lock, sending_words
from portfolio_app.student.screens.work_card import GalleryCard, thumbnail
from portfolio_app.student.state import AppState
from portfolio_app.student.theme import Radius, Role, Space, Style
from portfolio_app.student.widgets import (
    card,
    go,
    heading,
    main_button,
    quiet_button,
    scroll_page,
    tappable,
    words_of,
)

TRAY_LIMIT = 4
NEWEST_LIMIT = 6
NEWEST_SIZE_PX = (168, 196)
ANSWERS_LIMIT = 3
GOALS_LIMIT = 2
NOON, EVENING = 12, 18
STEPS = 4


@behind_lock
def Home(app: AppState) -> ft.Control:  # noqa: N802
    """Where every visit begins."""
    if not app.open.works:
        begin = [
            _greeting(app),
            *half_come(app),
            *begun_drawing(app),
            *begun_voice(app),
            _first_work(app),
            Ideas(key="ideas"),
            _sending(app),
        ]
        return scroll_page(app, begin)
    tray = _finish_later(app)
    first, later = [_add(app), *_next_steps(app)], tray or _newest(app)
    right = [*_asked(app), *_answers(app), _sending(app)]
    ideas: list[ft.Control] = [] if app.open.suggesting == OFF else [Ideas(key="ideas")]
    if not app.is_wide:
        phone = [_greeting(app), *half_come(app), *first, *ideas, *later, *right]
        return scroll_page(app, phone, spacing=Space.XL)
    left, right = [*first, *later], [*ideas, *right]
    return scroll_page(
        app,
        [
            _greeting(app),
            *half_come(app),
            ft.Row(
                [
                    ft.Column(left, expand=3, spacing=Space.XL, tight=True),
                    ft.Column(right, expand=2, spacing=Space.XL, tight=True),
                ],
                spacing=Space.XL,
                vertical_alignment=ft.CrossAxisAlignment.START,
            ),
        ],
        spacing=Space.XL,
    )


def _greeting(app: AppState) -> ft.Control:
    now = datetime.fromtimestamp(app.doors.now_ms() / 1000, app.doors.zone)
    part = "morning" if now.hour < NOON else "afternoon" if now.hour < EVENING else "evening"
    name = app.open.learner.name
    return heading(app.words(f"student-good-{part}", name=name))


def _first_work(app: AppState) -> ft.Control:
    return empty(
        app,
        "empty-works",
        app.words("student-home-first-title"),
        app.words("student-home-first"),
        main_button(app, app.words("student-add"), lambda: go("/add"), "add", ft.Icons.ADD_ROUNDED),
    )


def _add(app: AppState) -> ft.Control:
    return tappable(
        app,
        ft.Row(
            [
                ft.Container(
                    ft.Icon(ft.Icons.ADD_ROUNDED, size=36, color=Role.ON_ACCENT),
                    width=64,
                    height=64,
                    border_radius=Radius.PILL,
                    bgcolor=Role.ACCENT,
                    alignment=ft.Alignment.CENTER,
                ),
                ft.Column(
                    [
                        words_of(app.words("student-add"), Style.TITLE, Role.ON_PRIMARY),
                        words_of(app.words("student-add-what"), Style.BODY, Role.ON_PRIMARY),
                    ],
                    spacing=0,
                    tight=True,
                    expand=True,
                ),
            ],
            spacing=Space.L,
        ),
        lambda: go("/add"),
        "add",
        app.words("student-add"),
        padding=Space.XL,
        bgcolor=Role.PRIMARY,
        border=None,
    )


def unfinished(work: Work) -> tuple[str, ...]:
    """What a work still lacks, easiest first: a name, tags, a self-check, thoughts."""
    steps = (
        ("name", not work.title),
        ("tag", not work.competencies),
        ("check", not work.self_assessments),
        ("reflect", not work.reflections),
    )
    return tuple(step for step, is_missing in steps if is_missing)


def _finish_later(app: AppState) -> list[ft.Control]:
    waiting = [(work, unfinished(work)) for work in app.open.works]
    waiting = [(work, steps) for work, steps in waiting if steps]
    begun = [*begun_drawing(app), *begun_voice(app)]
    if not waiting and not begun:
        return []
    rows = [*begun, *(_tray_row(app, work, steps) for work, steps in waiting[:TRAY_LIMIT])]
    more = len(waiting) - TRAY_LIMIT
    if more > 0:
        text = app.words("student-home-more", count=more)
        rows.append(quiet_button(app, text, lambda: go("/works"), "more-works"))
    return [
        ft.Column(
            [heading(app.words("student-home-finish"), 2), *rows],
            spacing=Space.M,
            tight=True,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        )
    ]


def _newest(app: AppState) -> list[ft.Control]:
    """With nothing to finish there is time to look at what was made; a phone has no room for it."""
    if app.is_compact:
        return []
    width, height = NEWEST_SIZE_PX
    cards: list[ft.Control] = [
        ft.Container(
            ft.MergeSemantics(GalleryCard(work, app.open.sending[work.id], key=work.id)),
            width=width,
            height=height,
        )
        for work in app.open.works[:NEWEST_LIMIT]
    ]
    return [
        ft.Column(
            [
                heading(app.words("student-home-newest"), 2),
                ft.Row(cards, wrap=True, spacing=Space.M, run_spacing=Space.M),
            ],
            spacing=Space.M,
            tight=True,
        )
    ]


def _next_steps(app: AppState) -> list[ft.Control]:
    """The small steps that are open: one tap from what the learner wants."""
    ahead = [goal for goal in app.open.goals if not goal.is_finished]
    steps = [(goal, step) for goal in ahead for step in goal.open_steps][:GOALS_LIMIT]
    if not steps:
        return []
    rows = [
        tappable(
            app,
            ft.Row(
                [
                    ft.Icon(ft.Icons.FLAG_ROUNDED, size=28, color=Role.PRIMARY),
                    stack(
                        [
                            words_of(step.title, Style.SUBTITLE),
                            words_of(goal.title, Style.LABEL, Role.SOFT),
                        ],
                        Space.XS,
                        expand=True,
                    ),
                    ft.Icon(ft.Icons.CHEVRON_RIGHT_ROUNDED, color=Role.SOFT),
                ],
                spacing=Space.L,
            ),
            lambda goal_id=goal.id: go(f"/goals/{goal_id}"),
            f"home-step-{step.id}",
            f"{step.title}. {goal.title}",
            padding=Space.M,
        )
        for goal, step in steps
    ]
    return [stack([heading(app.words("student-home-steps"), 2), *rows])]


def _tray_row(app: AppState, work: Work, steps: tuple[str, ...]) -> ft.Control:
    next_step = app.words(f"student-step-{steps[0]}")
    title = work.title or app.words("student-untitled")
    return tappable(
        app,
        ft.Row(
            [
                thumbnail(app, work, 64),
                ft.Column(
                    [
                        words_of(
                            title, Style.SUBTITLE, max_lines=1, overflow=ft.TextOverflow.ELLIPSIS
                        ),
                        words_of(
                            next_step, Style.LABEL, Role.PRIMARY, max_lines=2,
                        ),
                        _progress(STEPS - len(steps)),
                    ],
                    expand=True,
                    spacing=Space.XS,
                    tight=True,
                ),
                ft.Icon(ft.Icons.CHEVRON_RIGHT_ROUNDED, color=Role.SOFT),
            ],
            spacing=Space.L,
        ),
        lambda: go(f"/works/{work.id}"),
        f"finish-{work.id}",
        f"{title}. {next_step}",
        padding=Space.M,
    )  # fmt: skip


def _progress(done: int) -> ft.Control:
    """Small steps; how far, not how good."""
    return ft.Row(
        [
            ft.Container(
                height=6,
                width=24,
                border_radius=Radius.PILL,
                bgcolor=Role.PRIMARY if index < done else Role.LINE,
            )
            for index in range(STEPS)
        ],
        spacing=Space.XS,
        tight=True,
    )


def _answers(app: AppState) -> list[ft.Control]:
    answered = [(work.feedback[-1], work) for work in app.open.works if work.feedback]
    answered.sort(key=lambda pair: pair[0].at_ms, reverse=True)
    if not answered:
        return []
    rows = []
    for feedback, work in answered[:ANSWERS_LIMIT]:
        title = work.title or app.words("student-untitled")
        rows.append(
            tappable(
                app,
                ft.Row(
                    [
                        thumbnail(app, work, 64),
                        ft.Column(
                            [
                                words_of(title, Style.SUBTITLE, max_lines=1),
                                words_of(
                                    feedback.words or feedback.next_step,
                                    color=Role.SOFT,
                                    max_lines=2,
                                    overflow=ft.TextOverflow.ELLIPSIS,
                                ),
                            ],
                            expand=True,
                            spacing=Space.XS,
                            tight=True,
                        ),
                    ],
                    spacing=Space.L,
                ),
                lambda work_id=work.id: go(f"/works/{work_id}"),
                f"answer-{work.id}",
                app.words("student-home-answer-to", title=title),
                padding=Space.M,
            )
        )
    return [
        ft.Column(
            [heading(app.words("student-home-answers"), 2), *rows],
            spacing=Space.M,
            tight=True,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        )
    ]


def _asked(app: AppState) -> list[ft.Control]:
    """What a teacher would like to hear about the learner."""
    asked = next((one for one in app.open.invitations if one.asking is not None), None)
    if asked is None:
        return []
    text = invitation_words(app, asked)
    return [
        tappable(
            app,
            ft.Row(
                [
                    ft.Icon(ft.Icons.WAVING_HAND_OUTLINED, size=28, color=Role.ON_ACCENT_BOX),
                    words_of(text, color=Role.ON_ACCENT_BOX, expand=True),
                ],
                spacing=Space.L,
            ),
            lambda: go(f"/about/profile/{asked.topic}"),
            f"asked-{asked.topic}",
            text,
            bgcolor=Role.ACCENT_BOX,
            border=None,
        )
    ]


def _sending(app: AppState) -> ft.Control:
    outlook = app.open.outlook
    _, icon, _, _ = SENDING_LOOK[outlook.state]
    if outlook.school is None:
        return card(
            ft.Column(
                [
                    ft.Row(
                        [
                            ft.Icon(ft.Icons.SCHOOL_OUTLINED, color=Role.PRIMARY),
                            ft.Container(
                                heading(app.words("student-home-no-school-title"), 3), expand=True
                            ),
                        ],
                        spacing=Space.M,
                    ),
                    words_of(app.words("student-home-no-school"), color=Role.SOFT),
                    quiet_button(app, app.words("student-join"), lambda: go("/join"), "open-join"),
                ],
                spacing=Space.M,
                tight=True,
            )
        )
    return card(
        ft.Row(
            [
                ft.Icon(icon, color=Role.PRIMARY, size=28),
                ft.Column(
                    [
                        heading(outlook.school, 3, max_lines=1),
                        words_of(sending_words(app), color=Role.SOFT),
                    ],
                    spacing=Space.XS,
                    expand=True,
                    tight=True,
                ),
            ],
            spacing=Space.L,
        )
    )
