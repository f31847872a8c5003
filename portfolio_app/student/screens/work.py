"""One work: see it, name it, say what it shows, judge it, think about it, read the answer."""

import flet as ft

from portfolio_app.model.artifact import Work, WorkFile
from portfolio_app.model.records import TEXT_LIMIT, TITLE_LIMIT
from portfolio_app.student import actions
from portfolio_app.student.screens.answer import answer_card
from portfolio_app.student.screens.binning import bin_button, put_away
from portfolio_app.student.screens.circumstances import circumstances_card
from portfolio_app.student.screens.file_order import with_moves
from portfolio_app.student.screens.next_steps import next_steps
from portfolio_app.student.screens.sheets import stack
from portfolio_app.student.screens.shell import behind_lock, sending_line
from portfolio_app.student.screens.versions import versions_choice
from portfolio_app.student.screens.work_card import thumbnail
from portfolio_app.student.screens.work_parts import check_card, tags_card, thoughts_card
from portfolio_app.student.screens.writing import Writing
from portfolio_app.student.state import AppState
from portfolio_app.student.theme import Radius, Role, Space, Style
from portfolio_app.student.widgets import (
    field,
    go,
    icon_button,
    margin_px,
    say,
    scroll_page,
    tappable,
    text_button,
    use_kept,
    words_of,
)

PICTURE_HEIGHT_PX = 360
SMALL_PX = 96
WIDEST_PX = 720


@behind_lock
def OneWork(app: AppState) -> ft.Control:  # noqa: N802
    """A work with everything about it."""
    work_id = ft.use_route_params().get("work", "")
    is_new = "new=1" in (ft.context.page.route or "")
    work = app.open.work(work_id)
    title = use_kept(lambda: Writing(work.title if work else ""))
    caption = use_kept(lambda: Writing(work.captions[0] if work and work.captions else ""))
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
        return scroll_page(app, [_top(app), _media(app, work), *about], WIDEST_PX)
    return _two_panes(app, work, about)


def _two_panes(app: AppState, work: Work, about: list[ft.Control]) -> ft.Control:
    side = margin_px(app)
    return ft.Row(
        [
            ft.Column(
                [_top(app), _media(app, work)],
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
                        padding=ft.Padding.only(right=side, bottom=Space.HUGE, top=Space.S),
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
    return ft.Container(ft.Row([back], wrap=True), padding=ft.Padding.only(left=side))


def _media(app: AppState, work: Work) -> ft.Control:
    side = margin_px(app) if app.is_wide else 0
    shown = [with_moves(app, work, file, _file(app, work, file)) for file in work.files]
    if not app.is_wide and len(shown) > 1:
        small = [
            with_moves(app, work, file, _file(app, work, file, SMALL_PX), is_small=True)
            for file in work.files[1:]
        ]
        shown = [shown[0], ft.Row(small, spacing=Space.S, scroll=ft.ScrollMode.AUTO)]
    return ft.Container(
        ft.Column(
            shown,
            spacing=Space.M,
            tight=True,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        ),
        padding=ft.Padding.only(left=side),
    )


def _file(app: AppState, work: Work, file: WorkFile, height_px: float = 0) -> ft.Control:
    shown = file.preview or file.thumbnail
    if not shown:
        return ft.Container(
            ft.Row(
                [
                    ft.Icon(ft.Icons.DESCRIPTION_OUTLINED, size=36, color=Role.PRIMARY),
                    words_of(file.name, Style.SUBTITLE, expand=not height_px),
                ],
                spacing=Space.L,
            ),
            padding=Space.XL,
            border_radius=Radius.L,
            bgcolor=Role.SUNKEN,
        )
    return tappable(
        app,
        ft.Image(
            src=app.doors.picture(shown),
            fit=ft.BoxFit.CONTAIN,
            height=height_px or _picture_height_px(app, file),
            border_radius=Radius.M,
            gapless_playback=True,
            error_content=thumbnail(app, work, 96),
        ),
        lambda: go(f"/works/{work.id}/picture/{file.id}"),
        f"picture-{file.position}",
        app.words("student-work-look-closer"),
        padding=Space.S,
        bgcolor=Role.SUNKEN,
    )


def _picture_height_px(app: AppState, file: WorkFile) -> float:
    """As high as the picture needs in its column; on a phone what comes next stays in sight."""
    room_px = app.width_px * (0.45 if app.is_wide else 0.9)
    natural_px = room_px * file.height / file.width if file.width else PICTURE_HEIGHT_PX
    most_px = app.height_px * (0.7 if app.is_wide else 0.38)
    return max(160, min(natural_px, most_px or PICTURE_HEIGHT_PX))


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
