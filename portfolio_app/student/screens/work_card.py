"""A work as a small picture: in the gallery, in trays and in showcases."""

import flet as ft

from portfolio_app.model.artifact import Work, WorkFile
from portfolio_app.model.sending import Sending
from portfolio_app.student.screens.shell import SENDING_LOOK
from portfolio_app.student.state import AppState, use_app
from portfolio_app.student.theme import Radius, Role, Space, Style, at_start
from portfolio_app.student.widgets import component, go, memo, tappable, words_of

_KIND_ICONS = {
    "audio": ft.Icons.MIC_ROUNDED,
    "video": ft.Icons.MOVIE_OUTLINED,
    "text": ft.Icons.NOTES_ROUNDED,
}


BEGINNING_LIMIT = 240


def thumbnail(
    app: AppState, work: Work, size: int | None = None, radius: int = Radius.M
) -> ft.LayoutControl:
    """The first picture of a work, filling its square; a sign of its kind where there is none."""
    if work.thumbnail:
        return ft.Image(
            src=app.doors.picture(work.thumbnail),
            width=size,
            height=size,
            fit=ft.BoxFit.COVER,
            border_radius=radius or None,
            cache_width=320,
            gapless_playback=True,
            exclude_from_semantics=True,
            error_content=ft.Icon(ft.Icons.IMAGE_OUTLINED, color=Role.SOFT),
        )
    return _kind(work.files, size, radius)


def kind_icon(file: WorkFile | None) -> ft.IconData:
    """The sign of a kind of file."""
    if file is None:
        return ft.Icons.DESCRIPTION_OUTLINED
    if file.is_link:
        return ft.Icons.LINK_ROUNDED
    return _KIND_ICONS.get(file.media_type.partition("/")[0], ft.Icons.DESCRIPTION_OUTLINED)


def _kind(files: tuple[WorkFile, ...], size: int | None, radius: int) -> ft.LayoutControl:
    first = files[0] if files else None
    if first is not None and first.is_writing and not size:
        return _page_of(first, radius)
    ending = first.name.rpartition(".")[2].upper()[:5] if first and first.media else ""
    said = [words_of(ending, Style.SMALL, Role.ON_PRIMARY_BOX)] if ending else []
    return ft.Container(
        ft.Column(
            [
                ft.Icon(kind_icon(first), size=28 if size else 40, color=Role.ON_PRIMARY_BOX),
                *said,
            ],
            alignment=ft.MainAxisAlignment.CENTER,
            horizontal_alignment=ft.CrossAxisAlignment.CENTER,
            spacing=0,
        ),
        width=size,
        height=size,
        bgcolor=Role.PRIMARY_BOX,
        border_radius=radius,
        alignment=ft.Alignment.CENTER,
    )


def _page_of(file: WorkFile, radius: int) -> ft.LayoutControl:
    """The beginning of a text, as on a sheet of paper."""
    return ft.Container(
        words_of(
            " ".join(file.words[0].split())[:BEGINNING_LIMIT],
            Style.SMALL,
            overflow=ft.TextOverflow.FADE,
        ),
        bgcolor=Role.SUNKEN,
        border_radius=radius,
        padding=Space.M,
        clip_behavior=ft.ClipBehavior.HARD_EDGE,
    )


@component
def GalleryCardView(work: Work, state: Sending) -> ft.Control:  # noqa: N802
    """One work in the gallery, to be put into MergeSemantics. Drawn again only when the work or its
    way to school changes.
    """
    app = use_app()
    title = work.title or app.words("student-untitled")
    key, icon, fill, color = SENDING_LOOK[state]
    shown = thumbnail(app, work, radius=0)
    # It fills the card by itself: a part around it would go over the wire with each of them.
    shown.left = shown.right = shown.top = shown.bottom = 0
    return tappable(
        app,
        ft.Column(
            [
                ft.Stack(
                    [
                        shown,
                        ft.Container(
                            ft.Icon(icon, size=18, color=color),
                            bgcolor=fill,
                            border_radius=Radius.PILL,
                            padding=6,
                            right=Space.S,
                            top=Space.S,
                        ),
                    ],
                    expand=True,
                ),
                ft.Container(
                    words_of(
                        title,
                        Style.LABEL,
                        Role.INK if work.title else Role.SOFT,
                        max_lines=2,
                        overflow=ft.TextOverflow.ELLIPSIS,
                    ),
                    padding=ft.Padding.symmetric(horizontal=Space.M, vertical=Space.S),
                    height=56,
                    alignment=at_start(right_to_left=app.words.right_to_left),
                ),
            ],
            spacing=0,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        ),
        lambda: go(f"/works/{work.id}"),
        f"work-{work.id}",
        f"{title}. {app.words(f'student-sending-{key}')}",
        padding=0,
        is_merged=True,
        clip_behavior=ft.ClipBehavior.ANTI_ALIAS,
    )


GalleryCard = memo(GalleryCardView)
