"""Add: every way to bring in work, one tap each. It is kept at once; all else can wait."""

from collections.abc import Callable

import flet as ft

from portfolio_app.student import actions
from portfolio_app.student.pressing import pressed_over
from portfolio_app.student.purposes import Purpose
from portfolio_app.student.screens.film import FILMS
from portfolio_app.student.screens.half_come import half_come
from portfolio_app.student.screens.incoming import arriving_card, use_incoming
from portfolio_app.student.screens.lens import camera_part
from portfolio_app.student.screens.purpose import (
    arrived,
    asked_purpose,
    on_with,
    purpose_notice,
    way_back,
)
from portfolio_app.student.screens.shell import behind_lock, page_top, warning
from portfolio_app.student.state import AppState
from portfolio_app.student.theme import Radius, Role, Space, Style
from portfolio_app.student.widgets import go, safe, scroll_page, words_of

WIDEST_PX = 720
ICON_PX = 34
CIRCLE_PX = 72
SMALL_ICON_PX = 26
SMALL_CIRCLE_PX = 48

SOUNDS = ("m4a", "mp3", "ogg", "wav")


@behind_lock
def Add(app: AppState) -> ft.Control:  # noqa: N802
    """Choose what to add."""
    purpose = asked_purpose(app)
    picker, arriving = use_incoming(
        app,
        lambda: actions.add_work,
        lambda work_id: arrived(app, work_id, purpose),
        is_leaving=True,
    )
    body = [arriving_card(app, arriving)] if arriving.is_slow else _choices(app, picker, purpose)
    if arriving.problem:
        body.insert(0, warning(arriving.problem))
    body = [*half_come(app, is_adding=True), *body]
    top = page_top(app, app.words("student-add"), way_back(purpose))
    return scroll_page(app, [top, *purpose_notice(app, purpose), *body], WIDEST_PX)


def _choices(app: AppState, picker: ft.FilePicker, purpose: Purpose) -> list[ft.Control]:
    def picking(
        kind: ft.FilePickerFileType, endings: tuple[str, ...] = ()
    ) -> Callable[[], ft.ClientAction]:
        # The browser opens a picker only inside the tap itself, so this is an action, no handler.
        return lambda: ft.PickFiles(
            picker, file_type=kind, allowed_extensions=list(endings) or None, allow_multiple=True
        )

    kinds = ft.FilePickerFileType
    photo = _choice(
        app, "picture", ft.Icons.ADD_A_PHOTO_OUTLINED, "pick-file", picking(kinds.IMAGE)
    )
    tiles = [
        *_camera(app, purpose),
        _choice(app, "draw", ft.Icons.BRUSH_OUTLINED, "add-draw", on_with("/add/drawing", purpose)),
        _choice(
            app, "write", ft.Icons.EDIT_NOTE_ROUNDED, "add-write", on_with("/add/text", purpose)
        ),
        _choice(app, "voice", ft.Icons.MIC_NONE_ROUNDED, "add-voice",
                on_with("/add/voice", purpose)),
        _choice(app, "sound", ft.Icons.MUSIC_NOTE_ROUNDED, "pick-sound",
                picking(kinds.CUSTOM, SOUNDS)),
        _choice(app, "film", ft.Icons.MOVIE_OUTLINED, "pick-film", picking(kinds.CUSTOM, FILMS)),
        _choice(app, "link", ft.Icons.LINK_ROUNDED, "add-link", on_with("/add/link", purpose)),
        _choice(app, "file", ft.Icons.ATTACH_FILE_ROUNDED, "pick-any", picking(kinds.ANY)),
    ]  # fmt: skip
    beside = 1 if app.is_tight else 2
    rows = [
        ft.Row(tiles[at : at + beside], spacing=Space.M, intrinsic_height=True,
               vertical_alignment=ft.CrossAxisAlignment.STRETCH)
        for at in range(0, len(tiles), beside)
    ]  # fmt: skip
    return [words_of(app.words("student-add-why"), color=Role.SOFT), photo, *rows]


def _camera(app: AppState, purpose: Purpose) -> list[ft.Control]:
    """A photo and a film of what is here now, where the app has a camera."""
    if camera_part() is None:
        return []
    return [
        _choice(app, "camera", ft.Icons.PHOTO_CAMERA_OUTLINED, "add-photo",
                on_with("/add/photo", purpose)),
        _choice(app, "filming", ft.Icons.VIDEOCAM_OUTLINED, "add-film",
                on_with("/add/film", purpose)),
    ]  # fmt: skip


def _choice(
    app: AppState,
    key: str,
    icon: ft.IconData,
    identifier: str,
    way: str | Callable[[], ft.ClientAction],
) -> ft.Control:
    """One way: to another screen (its address), or something that the tap itself does."""
    is_main = key == "picture"
    route = way if isinstance(way, str) else ""
    label = app.words(f"student-add-{key}")
    # The browser opens a picker only inside the tap itself, so that is an action, not a handler.
    box = ft.Container(
        ft.Semantics(exclude_semantics=True, content=_offer(app, key, icon)),
        padding=Space.XL if is_main else Space.M,
        border_radius=Radius.L,
        bgcolor=Role.PRIMARY if is_main else Role.RAISED,
        border=None if is_main else ft.Border.all(1, Role.LINE),
    )
    pressed = pressed_over(
        box,
        safe(app, lambda: go(route) if route else None),
        action=None if isinstance(way, str) else way(),
    )
    return ft.MergeSemantics(
        ft.Semantics(identifier=identifier, label=label, button=True, content=pressed),
        expand=None if is_main else True,
    )


def _offer(app: AppState, key: str, icon: ft.IconData) -> ft.Control:
    is_main = key == "picture"
    ink = Role.ON_PRIMARY if is_main else Role.INK
    soft = Role.ON_PRIMARY if is_main else Role.SOFT
    size = CIRCLE_PX if is_main else SMALL_CIRCLE_PX
    circle = ft.Container(
        ft.Icon(
            icon,
            size=ICON_PX if is_main else SMALL_ICON_PX,
            color=Role.ON_ACCENT if is_main else Role.PRIMARY,
        ),
        width=size,
        height=size,
        border_radius=Radius.PILL,
        bgcolor=Role.ACCENT if is_main else Role.PRIMARY_BOX,
        alignment=ft.Alignment.CENTER,
    )
    lines: list[ft.Control] = [
        words_of(app.words(f"student-add-{key}"), Style.TITLE if is_main else Style.SUBTITLE, ink),
        words_of(
            app.words(f"student-add-{key}-what"), Style.BODY if is_main else Style.LABEL, soft
        ),
    ]
    if is_main:
        said = ft.Column(lines, spacing=Space.XS, tight=True, expand=True)
        return ft.Row([circle, said], spacing=Space.L)
    return ft.Column([circle, *lines], spacing=Space.XS, tight=True)
