"""Who I am: what I said about myself, who may see it, and what is worth another look."""

from collections.abc import Sequence

import flet as ft

from portfolio_app.model.profile import Entry, Invitation, Note, Reason
from portfolio_app.model.records import TOPICS
from portfolio_app.student.screens.sheets import sheet, stack
from portfolio_app.student.screens.shell import behind_lock, page_top
from portfolio_app.student.state import AppState
from portfolio_app.student.theme import Radius, Role, Space, Style
from portfolio_app.student.widgets import (
    badge,
    card,
    go,
    heading,
    scroll_page,
    tappable,
    words_of,
)

WIDEST_PX = 760
INVITED_LIMIT = 3
SHOWN_LIMIT = 3
NOTES_LIMIT = 20
ICONS = {
    "strengths": ft.Icons.STAR_OUTLINE_ROUNDED,
    "needs": ft.Icons.FAVORITE_BORDER_ROUNDED,
    "interests": ft.Icons.INTERESTS_OUTLINED,
    "motivation": ft.Icons.BOLT_OUTLINED,
    "supports": ft.Icons.HANDSHAKE_OUTLINED,
    "showing": ft.Icons.CO_PRESENT_OUTLINED,
}
SEEN_BY = {
    "me": ft.Icons.LOCK_OUTLINE_ROUNDED,
    "teacher": ft.Icons.SCHOOL_OUTLINED,
    "family": ft.Icons.FAMILY_RESTROOM_ROUNDED,
}


@behind_lock
def MyProfile(app: AppState) -> ft.Control:  # noqa: N802
    """Six things to tell; each opens to be told, changed and hidden."""
    known = app.open.profile
    return scroll_page(
        app,
        [
            page_top(app, app.words("student-profile-title"), "/about"),
            words_of(app.words("student-profile-why"), color=Role.SOFT),
            *_invited(app),
            *(_topic(app, topic, known.now(topic)) for topic in TOPICS),
            *notes_part(app, [note for note in known.notes if not note.topic]),
        ],
        WIDEST_PX,
    )


def seen_by(app: AppState, visible: str) -> ft.Control:
    """Who sees an entry: picture and words."""
    text = app.words(f"student-profile-seen-{visible}")
    return badge(text, SEEN_BY[visible], Role.SUNKEN, Role.INK)


def invitation_words(app: AppState, invitation: Invitation) -> str:
    """Why a topic is worth another look."""
    asking = invitation.asking
    if asking is not None:
        key = "student-profile-asked-words" if asking.words else "student-profile-asked"
        return app.words(key, name=asking.by, words=asking.words)
    return app.words(f"student-profile-{invitation.reason.value.replace('_', '-')}")


def notes_part(app: AppState, notes: Sequence[Note]) -> list[ft.Control]:
    """What teachers noted, apart from what the learner says."""
    if not notes:
        return []
    rows = [
        stack(
            [
                words_of(note.words),
                words_of(
                    f"{note.by} · {app.words.day(note.at_ms, app.doors.zone)}",
                    Style.SMALL,
                    Role.SOFT,
                ),
            ],
            0,
        )
        for note in reversed(notes[-NOTES_LIMIT:])
    ]
    title = app.words("student-profile-notes")
    return [sheet(title, ft.Icons.SCHOOL_OUTLINED, rows)]


def _invited(app: AppState) -> list[ft.Control]:
    """A few topics to look at again; on the first visit nothing is pressed upon anybody."""
    shown = [one for one in app.open.invitations if one.reason is not Reason.NEVER]
    if not shown:
        return []
    rows = [
        tappable(
            app,
            ft.Row(
                [
                    ft.Icon(ICONS[one.topic], size=26, color=Role.ON_ACCENT_BOX),
                    stack(
                        [
                            words_of(
                                app.words(f"student-profile-{one.topic}"), Style.SUBTITLE,
                                Role.ON_ACCENT_BOX,
                            ),
                            words_of(invitation_words(app, one), Style.LABEL, Role.ON_ACCENT_BOX),
                        ],
                        Space.XS,
                        expand=True,
                    ),
                    ft.Icon(ft.Icons.CHEVRON_RIGHT_ROUNDED, color=Role.ON_ACCENT_BOX),
                ],
                spacing=Space.M,
            ),
            lambda topic=one.topic: go(f"/about/profile/{topic}"),
            f"invited-{one.topic}",
            f"{app.words(f'student-profile-{one.topic}')}. {invitation_words(app, one)}",
            bgcolor=Role.ACCENT_BOX,
            border=None,
            border_radius=Radius.M,
        )
        for one in shown[:INVITED_LIMIT]
    ]  # fmt: skip
    return [heading(app.words("student-profile-look-again"), 2), *rows]


def _topic(app: AppState, topic: str, entries: Sequence[Entry]) -> ft.Control:
    title = app.words(f"student-profile-{topic}")
    lines: list[ft.Control] = [
        ft.Row(
            [
                ft.Icon(ICONS[topic], size=26, color=Role.PRIMARY),
                words_of(title, Style.TITLE, expand=True),
                ft.Icon(ft.Icons.CHEVRON_RIGHT_ROUNDED, color=Role.SOFT),
            ],
            spacing=Space.M,
        )
    ]
    for one in entries[-SHOWN_LIMIT:]:
        day = app.words.day(one.looked_at_ms, app.doors.zone)
        lines.append(words_of(one.words))
        lines.append(
            ft.Row(
                [seen_by(app, one.visible), words_of(day, Style.SMALL, Role.SOFT)],
                spacing=Space.M,
                wrap=True,
            )
        )
    if not entries:
        lines.append(words_of(app.words(f"student-profile-{topic}-ask"), color=Role.SOFT))
    spoken = ". ".join([title, *(one.words for one in entries)])
    return tappable(
        app,
        stack(lines, Space.S),
        lambda: go(f"/about/profile/{topic}"),
        f"topic-{topic}",
        spoken,
    )


def entry_card(app: AppState, one: Entry, rows: Sequence[ft.Control]) -> ft.Control:
    """One entry, with what can be done with it."""
    day = app.words.day(one.at_ms, app.doors.zone)
    said = app.words("student-profile-said-on", day=day)
    if one.still_ms > one.at_ms:
        still = app.words.day(one.still_ms, app.doors.zone)
        said = f"{said} · {app.words('student-profile-still-on', day=still)}"
    return card(stack([words_of(one.words), words_of(said, Style.SMALL, Role.SOFT), *rows]))
