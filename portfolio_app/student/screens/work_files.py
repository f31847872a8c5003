"""The files of a work as its page shows them: pictures, texts, links, papers; and adding more."""

from functools import partial

import flet as ft

from portfolio_app.model.artifact import Work, WorkFile
from portfolio_app.model.records import TEXT_LIMIT
from portfolio_app.student import actions, capturing
from portfolio_app.student.pressing import pressed_over
from portfolio_app.student.screens.file_order import with_moves
from portfolio_app.student.screens.incoming import Arriving, arriving_card, use_incoming
from portfolio_app.student.screens.papers import paper
from portfolio_app.student.screens.said import is_heard, notes, say_button, sound_card
from portfolio_app.student.screens.seen import ask_seen
from portfolio_app.student.screens.sheets import stack
from portfolio_app.student.screens.shell import warning
from portfolio_app.student.screens.versions import versions_choice
from portfolio_app.student.screens.work_card import thumbnail
from portfolio_app.student.state import AppState
from portfolio_app.student.theme import Radius, Role, Space, Style, room
from portfolio_app.student.widgets import (
    go,
    margin_px,
    safe,
    say,
    tappable,
    words_of,
)

PICTURE_HEIGHT_PX = 360
SMALL_PX = 96
SMALL_LINES = 3


Coming = tuple[ft.FilePicker, Arriving]
"""What `use_incoming` gave: a screen calls it itself, so that its picker stays as long as it."""


def use_more(app: AppState, work_id: str) -> Coming:
    """Inside a component: a picker whose files are put after those of a work."""

    async def came(_: str) -> None:
        say(app.words("student-saved-here"))

    return use_incoming(app, lambda: partial(actions.add_files, work_id=work_id), came)


def work_files(app: AppState, work: Work, coming: Coming) -> ft.Control:
    """All files of a work, in order, and a way to add more."""
    side = margin_px(app) if app.is_wide else 0
    shown = [with_moves(app, work, file, _file(app, work, file)) for file in work.files]
    if not app.is_wide and len(shown) > 1:
        small = [
            with_moves(app, work, file, _file(app, work, file, SMALL_PX), is_small=True)
            for file in work.files[1:]
            if not is_heard(file)
        ]
        pairs = zip(work.files[1:], shown[1:], strict=True)
        sounds = [one for file, one in pairs if is_heard(file)]
        row = [ft.Row(small, spacing=Space.S, scroll=ft.ScrollMode.AUTO)] if small else []
        shown = [shown[0], *row, *sounds]
    rows = [stack(shown), *notes(app, work), _more(app, work, *coming)]
    return ft.Container(
        stack(rows), padding=room(right_to_left=app.words.right_to_left, start=side)
    )


def _more(app: AppState, work: Work, picker: ft.FilePicker, arriving: Arriving) -> ft.Control:
    """What can be put beside the files that are there: something said, another file, words."""
    if arriving.is_slow:
        return stack([*say_button(app, work), arriving_card(app, arriving)])
    button = ft.Semantics(
        identifier="more-files",
        container=True,
        content=ft.TextButton(
            app.words("student-work-more-files"),
            icon=ft.Icons.ADD_ROUNDED,
            action=ft.PickFiles(picker, file_type=ft.FilePickerFileType.ANY, allow_multiple=True),
            on_click=safe(app, lambda: None),
        ),
    )
    problem = [warning(arriving.problem)] if arriving.problem else []
    buttons = [*say_button(app, work), button, *ask_seen(app, work)]
    return stack([*problem, ft.Row(buttons, wrap=True, spacing=Space.S, run_spacing=0)])


def _file(app: AppState, work: Work, file: WorkFile, height_px: float = 0) -> ft.Control:
    if file.is_writing:
        return _writing(app, work, file, height_px)
    if file.is_link:
        return _link(app, file, height_px)
    if is_heard(file):
        return sound_card(app, work, file)
    if not (file.preview or file.thumbnail):
        return paper(app, file, height_px)
    return _picture(app, work, file, height_px)


def _writing(app: AppState, work: Work, file: WorkFile, height_px: float) -> ft.Control:
    """A text that was written here; a tap goes on with it."""
    if len(file.words) > 1 and not height_px:

        async def keep(words: str) -> None:
            await app.doors.act(capturing.write_text, work.id, file.id, words)

        return versions_choice(app, (file.id, "words"), TEXT_LIMIT, keep, f"text-{file.position}")
    words = file.words[0].strip() if file.words else ""
    label = app.words("student-write-go-on")
    hint = ft.Row(
        [
            ft.Icon(ft.Icons.EDIT_OUTLINED, size=20, color=Role.PRIMARY),
            words_of(label, Style.LABEL, Role.PRIMARY),
        ],
        spacing=Space.S,
    )
    text = words_of(
        words or app.words("student-write-empty"),
        Style.SMALL if height_px else Style.BODY,
        Role.INK if words else Role.SOFT,
        max_lines=SMALL_LINES if height_px else None,
        overflow=ft.TextOverflow.ELLIPSIS if height_px else None,
    )
    return tappable(
        app,
        text if height_px else stack([text, hint]),
        lambda: go(f"/works/{work.id}/text/{file.id}"),
        f"text-{file.position}",
        f"{words} {label}".strip(),
        padding=Space.S if height_px else Space.XL,
        width=2 * SMALL_PX if height_px else None,
        height=height_px or None,
    )


def _link(app: AppState, file: WorkFile, height_px: float) -> ft.Control:
    """Where something is; opened outside of the app, and only by a tap."""
    label = app.words("student-link-open", place=file.name)
    said: list[ft.Control] = [
        words_of(file.name, Style.SUBTITLE, max_lines=1, overflow=ft.TextOverflow.ELLIPSIS)
    ]
    if not height_px:
        said.append(words_of(file.address, Style.SMALL, Role.SOFT, max_lines=3))
        said.append(words_of(app.words("student-link-open-how"), Style.LABEL, Role.PRIMARY))
    row = ft.Row(
        [
            ft.Icon(ft.Icons.LINK_ROUNDED, size=36, color=Role.PRIMARY),
            ft.Column(said, spacing=Space.XS, tight=True, expand=not height_px),
        ],
        spacing=Space.L,
        tight=bool(height_px),
    )
    box = ft.Container(
        ft.Semantics(exclude_semantics=True, content=row),
        padding=Space.L,
        border_radius=Radius.L,
        bgcolor=Role.RAISED,
        border=ft.Border.all(1, Role.LINE),
    )
    opening = ft.OpenUrl(file.address, target=ft.UrlTarget.BLANK)
    pressed = pressed_over(box, safe(app, lambda: None), action=opening)
    # One part, not a button in a button of which the inner one has no name.
    return ft.MergeSemantics(
        ft.Semantics(identifier=f"link-{file.position}", label=label, button=True, content=pressed)
    )


def _picture(app: AppState, work: Work, file: WorkFile, height_px: float) -> ft.Control:
    return tappable(
        app,
        ft.Image(
            src=app.doors.picture(file.preview or file.thumbnail),
            fit=ft.BoxFit.CONTAIN,
            height=height_px or _picture_height_px(app, file),
            border_radius=Radius.M,
            gapless_playback=True,
            error_content=thumbnail(app, work, 96),
        ),
        lambda: go(f"/works/{work.id}/picture/{file.id}"),
        f"picture-{file.position}",
        f"{file.seen} {app.words('student-work-look-closer')}".strip(),
        padding=Space.S,
        bgcolor=Role.SUNKEN,
    )


def _picture_height_px(app: AppState, file: WorkFile) -> float:
    """As high as the picture needs in its column; on a phone what comes next stays in sight."""
    room_px = app.width_px * (0.45 if app.is_wide else 0.9)
    natural_px = room_px * file.height / file.width if file.width else PICTURE_HEIGHT_PX
    most_px = app.height_px * (0.7 if app.is_wide else 0.38)
    return max(160, min(natural_px, most_px or PICTURE_HEIGHT_PX))
