"""About me: name and picture, how the app looks, what is on its way, the secret, the lock."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import flet as ft

from portfolio_app.model.people import AVATARS, BANDS, NAME_LIMIT
from portfolio_app.model.records import SUGGESTING
from portfolio_app.student import suggesting
from portfolio_app.student.preferences import LOCK_AFTER_CHOICES_SECONDS
from portfolio_app.student.screens.drawings import avatar
from portfolio_app.student.screens.kept import KeptHere
from portfolio_app.student.screens.languages import language_choices
from portfolio_app.student.screens.looks import looks
from portfolio_app.student.screens.sheets import choices
from portfolio_app.student.screens.shell import behind_lock, sending_chip
from portfolio_app.student.state import AppState
from portfolio_app.student.theme import Radius, Role, Space, Style
from portfolio_app.student.widgets import (
    card,
    field,
    go,
    heading,
    quiet_button,
    say,
    scroll_page,
    tappable,
    use_kept,
    words_of,
)

PICTURE_PX = 56
WIDEST_PX = 760
SECONDS_A_MINUTE = 60


@ft.observable
@dataclass
class Naming:
    """The name while it is being changed."""

    name: str = ""


@behind_lock
def About(app: AppState) -> ft.Control:  # noqa: N802
    """Everything a learner decides for themselves."""
    naming = use_kept(lambda: Naming(app.open.learner.name))
    return scroll_page(
        app,
        [
            heading(app.words("student-place-about")),
            _who_i_am(app),
            _me(app, naming),
            _ideas(app),
            _sending(app),
            _language(app),
            _section(app.words("student-about-looks"), looks(app)),
            _lock(app),
            _kept(app),
        ],
        WIDEST_PX,
    )


def _section(title: str, rows: list[ft.Control]) -> ft.Control:
    return card(
        ft.Column(
            [heading(title, 2), *rows],
            spacing=Space.L,
            tight=True,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        ),
        Space.L,
    )


def _who_i_am(app: AppState) -> ft.Control:
    look = quiet_button(
        app, app.words("student-profile-title"), lambda: go("/about/profile"), "open-profile",
        ft.Icons.FACE_ROUNDED,
    )  # fmt: skip
    text = words_of(app.words("student-profile-why"), color=Role.SOFT)
    return _section(app.words("student-profile-title"), [text, ft.Row([look], wrap=True)])


def _me(app: AppState, naming: Naming) -> ft.Control:
    learner = app.open.learner

    def write(text: str) -> None:
        naming.name = text

    async def save_name() -> None:
        name = naming.name.strip()
        if name and name != learner.name:
            await app.doors.set_about(name=name)
            say(app.words("student-saved-here"))

    async def choose_picture(picture: str) -> None:
        await app.doors.set_about(picture=picture)

    async def choose_band(band: str) -> None:
        await app.doors.set_about(band=band)

    name = field(
        app,
        app.words("student-new-name"),
        naming.name,
        write,
        "about-name",
        on_submit=save_name,
        on_blur=save_name,
        limit=NAME_LIMIT,
    )
    pictures = ft.Row(
        [_picture(app, picture, choose_picture) for picture in AVATARS],
        wrap=True,
        spacing=Space.S,
        run_spacing=Space.S,
    )
    ages = choices(
        app,
        "band",
        [(band, app.words("student-band", ages=band.replace("-", "–"))) for band in BANDS],
        learner.band,
        choose_band,
    )
    return _section(
        app.words("student-about-me"),
        [name, pictures, words_of(app.words("student-about-age"), Style.SUBTITLE), ages],
    )


def _picture(app: AppState, picture: str, choose: Callable[[str], object]) -> ft.Control:
    is_chosen = app.open.learner.picture == picture
    return tappable(
        app,
        avatar(app, picture, PICTURE_PX),
        lambda: choose(picture),
        f"about-avatar-{picture}",
        app.words(f"student-avatar-{picture}"),
        selected=is_chosen,
        padding=3,
        border_radius=Radius.PILL,
        bgcolor=Role.PRIMARY_BOX if is_chosen else Role.NONE,
        border=ft.Border.all(3, Role.PRIMARY if is_chosen else Role.NONE),
    )


def _sending(app: AppState) -> ft.Control:
    outlook = app.open.outlook
    rows: list[ft.Control] = [ft.Row([sending_chip(app, outlook.state)], wrap=True)]
    if outlook.school is None:
        rows += [
            words_of(app.words("student-home-no-school"), color=Role.SOFT),
            ft.Row(
                [quiet_button(app, app.words("student-join"), lambda: go("/join"), "open-join")],
                wrap=True,
            ),
        ]
        return _section(app.words("student-about-sending"), rows)
    rows.append(words_of(app.words("student-about-school", school=outlook.school)))
    if outlook.waiting_works or outlook.waiting_media:
        rows.append(
            words_of(
                app.words("student-home-sending-waiting", count=outlook.waiting_works),
                color=Role.SOFT,
            )
        )
    if outlook.last_ms is not None:
        day = app.words.day(outlook.last_ms, app.doors.zone)
        rows.append(words_of(app.words("student-about-last", day=day), color=Role.SOFT))

    async def send() -> None:
        say(app.words("student-about-sending-now"))
        reached = await app.doors.send_now()
        say(app.words("student-sending-reached" if reached else "student-home-sending-later"))

    rows.append(
        ft.Row(
            [
                quiet_button(
                    app, app.words("student-about-send"), send, "send-now", ft.Icons.SEND_ROUNDED
                )
            ],
            wrap=True,
        )
    )
    return _section(app.words("student-about-sending"), rows)


def _ideas(app: AppState) -> ft.Control:
    async def choose(value: str) -> None:
        await app.doors.act(suggesting.choose, value)
        say(app.words("student-saved-here"))

    options = [(one, app.words(f"student-suggest-{one}")) for one in reversed(SUGGESTING)]
    return _section(
        app.words("student-suggest-title"),
        [
            words_of(app.words("student-suggest-what"), color=Role.SOFT),
            choices(app, "ideas", options, app.open.suggesting, choose),
        ],
    )


def _language(app: AppState) -> ft.Control:
    async def choose(language: str) -> None:
        await app.doors.set_about(language=language)

    return _section(app.words("all-language"), [language_choices(app, choose)])


def _lock(app: AppState) -> ft.Control:
    async def choose(value: str) -> None:
        seconds = int(value)
        await app.doors.keep_preferences(replace(app.preferences, lock_after_seconds=seconds))

    times = [
        (str(seconds), app.words("student-lock-minutes", minutes=seconds // SECONDS_A_MINUTE))
        for seconds in LOCK_AFTER_CHOICES_SECONDS
    ]
    return _section(
        app.words("student-about-lock"),
        [
            words_of(app.words("student-about-lock-after"), Style.SUBTITLE),
            choices(app, "lock-after", times, str(app.preferences.lock_after_seconds), choose),
            words_of(app.words("student-key-about"), color=Role.SOFT),
            ft.Row(
                [
                    quiet_button(
                        app,
                        app.words("student-key-title"),
                        lambda: go("/about/keys"),
                        "open-keys",
                        ft.Icons.VPN_KEY_OUTLINED,
                    )
                ],
                wrap=True,
            ),
        ],
    )


def _kept(app: AppState) -> ft.Control:
    leave = quiet_button(
        app, app.words("student-leave-open"), lambda: go("/about/leave"), "open-leave",
        ft.Icons.LOGOUT_ROUNDED,
    )  # fmt: skip
    return _section(
        app.words("student-about-kept"),
        [
            KeptHere(),
            words_of(app.words("student-about-kept-what")),
            words_of(app.words("student-leave-about"), color=Role.SOFT),
            ft.Row([leave], wrap=True),
        ],
    )
