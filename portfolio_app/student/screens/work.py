"""One work: see it, name it, say what it shows, judge it, think about it, read the answer."""

import flet as ft

from portfolio_app.model.artifact import Work
from portfolio_app.model.records import TEXT_LIMIT, TITLE_LIMIT
from portfolio_app.student import actions
from portfolio_app.student.screens.answer import answer_card
from portfolio_app.student.screens.binning import bin_button, put_away
from portfolio_app.student.screens.circumstances import circumstances_card
from portfolio_app.student.screens.next_steps import next_steps
from portfolio_app.student.screens.sheets import stack
from portfolio_app.student.screens.shell import behind_lock, sending_line
from portfolio_app.student.screens.versions import versions_choice
from portfolio_app.student.screens.work_files import use_more, work_files
from portfolio_app.student.screens.work_parts import check_card, tags_card, thoughts_card
from portfolio_app.student.screens.writing import Writing
from portfolio_app.student.state import AppState
from portfolio_app.student.theme import Role, Space, Style, room
from portfolio_app.student.widgets import (
    field,
    go,
    icon_button,
    margin_px,
    say,
    scroll_page,
    text_button,
    use_kept,
    words_of,
)

WIDEST_PX = 720


@behind_lock
def OneWork(app: AppState) -> ft.Control:  # noqa: N802
    """A work with everything about it."""
    work_id = ft.use_route_params().get("work", "")
    is_new = "new=1" in (ft.context.page.route or "")
    work = app.open.work(work_id)
    title = use_kept(lambda: Writing(work.title if work else ""))
    caption = use_kept(lambda: Writing(work.captions[0] if work and work.captions else ""))
    coming = use_more(app, work_id)
    if work is None:
        return scroll_page(app, [_gone(app)], WIDEST_PX)
    title.follow(work.title)
    caption.follow(work.captions[0] if work.captions else "")
    answer = [answer_card(app, work)] if work.feedback else []
    is_news = bool(answer) and work.feedback[-1].at_ms >= work.newest_learner_ms
    steps = [] if app.is_wide else next_steps(app, work)
    about = [
        *(answer if is_news else []),
        _title(app, work, title, is_new),
        *steps,
        _caption(app, work, caption),
        *([] if is_news else answer),
        tags_card(app, work),
        check_card(app, work),
        thoughts_card(app, work),
        circumstances_card(app, work),
        _foot(app, work),
    ]
    if not app.is_wide:
        return scroll_page(app, [_top(app), work_files(app, work, coming), *about], WIDEST_PX)
    return _two_panes(app, work_files(app, work, coming), about)


def _two_panes(app: AppState, files: ft.Control, about: list[ft.Control]) -> ft.Control:
    side = margin_px(app)
    return ft.Row(
        [
            ft.Column(
                [_top(app), files],
                expand=6,
                scroll=ft.ScrollMode.AUTO,
                horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
                spacing=Space.L,
            ),
            ft.Column(
                [
                    ft.Container(
                        ft.Column(
                            about,
                            spacing=Space.L,
                            tight=True,
                            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
                        ),
                        padding=room(
                            right_to_left=app.words.right_to_left,
                            end=side,
                            bottom=Space.HUGE,
                            top=Space.S,
                        ),
                    )
                ],
                expand=5,
                scroll=ft.ScrollMode.AUTO,
                horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
            ),
        ],
        expand=True,
        spacing=Space.XL,
        vertical_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _top(app: AppState) -> ft.Control:
    side = margin_px(app) if app.is_wide else 0
    back = text_button(
        app,
        app.words("student-place-works"),
        lambda: go("/works"),
        "back",
        ft.Icons.ARROW_BACK_ROUNDED,
    )
    return ft.Container(
        ft.Row([back], wrap=True), padding=room(right_to_left=app.words.right_to_left, start=side)
    )


def _title(app: AppState, work: Work, title: Writing, is_new: bool) -> ft.Control:
    async def save() -> None:
        if title.is_changed:
            text = title.text
            await app.doors.act(actions.set_title, work.id, text)
            title.saved(text)
            say(app.words("student-saved-here"))

    return ft.Row(
        [
            ft.Container(
                field(
                    app,
                    app.words("student-work-title"),
                    title.text,
                    title.write,
                    "title",
                    on_submit=save,
                    on_blur=save,
                    limit=TITLE_LIMIT,
                    autofocus=is_new and not work.title,
                    hint_text=app.words("student-work-title-hint"),
                ),
                expand=True,
            ),
            icon_button(
                app,
                ft.Icons.CHECK_ROUNDED,
                app.words("student-save"),
                save,
                "save-title",
                Role.PRIMARY if title.is_changed else Role.SOFT,
            ),
        ],
        spacing=Space.S,
    )


def _caption(app: AppState, work: Work, caption: Writing) -> ft.Control:
    async def keep(text: str) -> None:
        await app.doors.act(actions.set_caption, work.id, text)

    if len(work.captions) > 1:
        label = words_of(app.words("student-work-caption"), Style.LABEL, Role.SOFT)
        choice = versions_choice(app, (work.id, "caption"), TEXT_LIMIT, keep, "caption")
        return stack([label, choice], Space.S)

    async def save() -> None:
        if caption.is_changed:
            text = caption.text
            await app.doors.act(actions.set_caption, work.id, text)
            caption.saved(text)
            say(app.words("student-saved-here"))

    return field(
        app,
        app.words("student-work-caption"),
        caption.text,
        caption.write,
        "caption",
        on_blur=save,
        lines=2,
        limit=TEXT_LIMIT,
    )


def _foot(app: AppState, work: Work) -> ft.Control:
    async def throw() -> None:
        deeds = (actions.put_in_bin, actions.take_from_bin)
        await put_away(app, work.id, deeds, ("/works", f"/works/{work.id}"))

    day = app.words.day(work.made_ms, app.doors.zone)
    return ft.Row(
        [
            words_of(app.words("student-work-made", day=day), Style.LABEL, Role.SOFT),
            sending_line(app, app.open.sending[work.id], "work-sending-state"),
            text_button(
                app,
                app.words("student-earlier-title"),
                lambda: go(f"/works/{work.id}/earlier"),
                "open-earlier",
                ft.Icons.HISTORY_ROUNDED,
            ),
            bin_button(app, "student-work-bin", throw, "bin"),
        ],
        alignment=ft.MainAxisAlignment.SPACE_BETWEEN,
        vertical_alignment=ft.CrossAxisAlignment.CENTER,
        wrap=True,
        spacing=Space.L,
        run_spacing=Space.S,
    )


def _gone(app: AppState) -> ft.Control:
    return ft.Column(
        [
            words_of(app.words("student-work-gone")),
            text_button(app, app.words("student-place-works"), lambda: go("/works"), "back"),
        ],
        spacing=Space.M,
    )
