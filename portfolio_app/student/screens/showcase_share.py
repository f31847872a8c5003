"""One showcase as others will see it, and the link that shows it to them."""

import flet as ft

from portfolio_app.model.artifact import Work
from portfolio_app.model.records import TEXT_LIMIT
from portfolio_app.model.showcase import Link, Showcase, unshown_files
from portfolio_app.student import actions
from portfolio_app.student.screens.binning import bin_button, put_away
from portfolio_app.student.screens.qr import qr_picture
from portfolio_app.student.screens.shell import behind_lock, page_top
from portfolio_app.student.screens.showcase_about import about_shown
from portfolio_app.student.screens.showcases import works_of
from portfolio_app.student.screens.versions import versions_choice
from portfolio_app.student.screens.work_card import thumbnail
from portfolio_app.student.state import AppState
from portfolio_app.student.theme import Radius, Role, Space, Style
from portfolio_app.student.widgets import (
    badge,
    card,
    go,
    heading,
    main_button,
    named,
    notice,
    quiet_button,
    say,
    scroll_page,
    words_of,
)

WIDEST_PX = 1040


@behind_lock
def ShowcaseShare(app: AppState) -> ft.Control:  # noqa: N802
    """Preview and sharing."""
    showcase = app.open.showcase(ft.use_route_params().get("showcase", ""))
    if showcase is None:
        return scroll_page(app, [page_top(app, app.words("student-showcase-gone"), "/showcases")])
    edit = quiet_button(
        app,
        app.words("student-showcase-change"),
        lambda: go(f"/showcases/{showcase.id}/edit"),
        "showcase-edit",
        ft.Icons.EDIT_OUTLINED,
    )
    top = page_top(app, showcase.title, "/showcases", edit)
    shown, share = _preview(app, showcase), _share(app, showcase)
    if not app.is_wide:
        return scroll_page(app, [top, share, shown], WIDEST_PX)
    return scroll_page(
        app,
        [
            top,
            ft.Row(
                [ft.Container(shown, expand=3), ft.Container(share, expand=2)],
                spacing=Space.XL,
                vertical_alignment=ft.CrossAxisAlignment.START,
            ),
        ],
        WIDEST_PX,
    )


def _preview(app: AppState, showcase: Showcase) -> ft.Control:
    rows: list[ft.Control] = [words_of(story) for story in showcase.stories if story]
    if len(showcase.stories) > 1:
        rows = [_stories(app, showcase)]
    rows += about_shown(app, showcase)
    rows += [_work(app, work) for work in works_of(app, showcase)]
    return ft.Column(
        rows, spacing=Space.L, tight=True, horizontal_alignment=ft.CrossAxisAlignment.STRETCH
    )


def _stories(app: AppState, showcase: Showcase) -> ft.Control:
    async def keep(story: str) -> None:
        await app.doors.act(
            actions.change_showcase, showcase.id, showcase.title, story, showcase.items
        )

    return versions_choice(app, (showcase.id, "story"), TEXT_LIMIT, keep, "story")


def _work(app: AppState, work: Work) -> ft.Control:
    shown = next((file.preview for file in work.files if file.preview), "")
    picture = (
        ft.Image(
            src=app.doors.picture(shown),
            fit=ft.BoxFit.CONTAIN,
            height=300,
            border_radius=Radius.M,
            exclude_from_semantics=True,
        )
        if shown
        else thumbnail(app, work, 96)
    )
    state = (
        badge(
            app.words("student-share-approved"),
            ft.Icons.VERIFIED_OUTLINED,
            Role.GOOD_BOX,
            Role.ON_GOOD_BOX,
        )
        if work.is_approved
        else badge(
            app.words("student-share-not-yet"),
            ft.Icons.HOURGLASS_EMPTY_ROUNDED,
            Role.ACCENT_BOX,
            Role.ON_ACCENT_BOX,
        )
    )
    return card(
        ft.Column(
            [
                picture,
                ft.Row(
                    [
                        ft.Container(
                            heading(work.title or app.words("student-untitled"), 3), expand=True
                        )
                    ]
                ),
                *(words_of(caption) for caption in work.captions[:1] if caption),
                ft.Row([state], wrap=True),
                *_unshown(app, work),
            ],
            spacing=Space.M,
            tight=True,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        )
    )


def _unshown(app: AppState, work: Work) -> list[ft.Control]:
    """What the page of the family only names, so that nobody waits for it there."""
    if not unshown_files(work):
        return []
    return [words_of(app.words("student-share-unshown"), Style.LABEL, Role.SOFT)]


def _share(app: AppState, showcase: Showcase) -> ft.Control:
    now_ms = app.doors.now_ms()
    links = [link for link in app.open.links.get(showcase.id, ()) if link.is_open(now_ms)]
    rows: list[ft.Control] = [
        ft.Row(
            [
                ft.Icon(ft.Icons.GROUP_OUTLINED, color=Role.PRIMARY, size=26),
                ft.Container(heading(app.words("student-share-title"), 2), expand=True),
            ],
            spacing=Space.M,
        )
    ]
    if any(not work.is_approved for work in works_of(app, showcase)):
        rows.append(notice(app.words("student-share-wait"), ft.Icons.HOURGLASS_EMPTY_ROUNDED))
    if app.open.outlook.school is None:
        rows += [
            words_of(app.words("student-share-needs-school"), color=Role.SOFT),
            quiet_button(app, app.words("student-join"), lambda: go("/join"), "open-join"),
        ]
    elif links:
        rows += _link(app, links[-1])
    else:
        rows += [
            words_of(app.words("student-share-what"), color=Role.SOFT),
            ft.Row([_share_button(app, showcase)]),
        ]
    rows.append(_bin(app, showcase))
    return card(
        ft.Column(
            rows,
            spacing=Space.L,
            tight=True,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        ),
        Space.XL if app.is_wide else Space.L,
    )


def _share_button(app: AppState, showcase: Showcase) -> ft.Control:
    async def share() -> None:
        await app.doors.act(actions.share, showcase.id)
        say(app.words("student-share-made"))

    return main_button(app, app.words("student-share-make"), share, "share", ft.Icons.LINK_ROUNDED)


def _link(app: AppState, link: Link) -> list[ft.Control]:
    async def take_back() -> None:
        await app.doors.act(actions.take_back, link.id)
        say(app.words("student-share-taken-back"))

    day = app.words.day(link.until_ms, app.doors.zone)
    address = app.doors.link_address(link.id)
    rows: list[ft.Control] = [words_of(app.words("student-share-until", day=day), color=Role.SOFT)]
    if address:
        rows += _address(app, address)
    else:
        rows.append(words_of(app.words("student-share-elsewhere"), color=Role.SOFT))
    rows.append(
        ft.Row(
            [
                quiet_button(
                    app,
                    app.words("student-share-take-back"),
                    take_back,
                    "take-back",
                    ft.Icons.UNDO_ROUNDED,
                )
            ],
            wrap=True,
        )
    )
    return rows


def _address(app: AppState, address: str) -> list[ft.Control]:
    async def copy() -> None:
        await ft.Clipboard().set(address)
        say(app.words("student-share-copied"))

    return [
        ft.Row(
            [qr_picture(address, app.words("student-share-qr"))],
            alignment=ft.MainAxisAlignment.CENTER,
        ),
        named(
            "link-address",
            ft.Text(address, selectable=True, theme_style=Style.SMALL, color=Role.INK),
            address,
        ),
        ft.Row(
            [
                main_button(
                    app,
                    app.words("student-share-copy"),
                    copy,
                    "copy-link",
                    ft.Icons.CONTENT_COPY_ROUNDED,
                )
            ],
            wrap=True,
        ),
    ]


def _bin(app: AppState, showcase: Showcase) -> ft.Control:
    async def throw() -> None:
        deeds = (actions.bin_showcase, actions.take_showcase_from_bin)
        ways = ("/showcases", f"/showcases/{showcase.id}")
        await put_away(app, showcase.id, deeds, ways, "student-showcase-binned")

    return bin_button(app, "student-showcase-bin", throw, "bin-showcase")
