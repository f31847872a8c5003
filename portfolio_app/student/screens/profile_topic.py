"""One thing about me: say it, say it anew, choose who sees it, and look back."""

from collections.abc import Callable
from dataclasses import dataclass

import flet as ft

from portfolio_app.model.profile import SENSITIVE_TOPICS, USUAL_VISIBILITY, Entry
from portfolio_app.model.records import TOPICS, VISIBLE_TO, WORDS_LIMIT
from portfolio_app.student import about_me
from portfolio_app.student.screens.binning import put_away
from portfolio_app.student.screens.focused import focused_page
from portfolio_app.student.screens.profile import (
    entry_card,
    invitation_words,
    notes_part,
    seen_by,
)
from portfolio_app.student.screens.sheets import begin_row, choices, joined, sheet, stack
from portfolio_app.student.screens.shell import behind_lock, page_top
from portfolio_app.student.state import AppState
from portfolio_app.student.theme import Role, Space, Style
from portfolio_app.student.widgets import (
    field,
    heading,
    main_button,
    notice,
    quiet_button,
    say,
    scroll_page,
    text_button,
    use_kept,
    words_of,
)

WIDEST_PX = 760
STARTERS = (1, 2)
BACK = "/about/profile"
HISTORY_LIMIT = 40


@ft.observable
@dataclass
class Telling:
    """An entry in the making; `replaces` is the one whose place it takes."""

    text: str = ""
    visible: str = ""
    replaces: str = ""


@behind_lock
def ProfileTopic(app: AppState) -> ft.Control:  # noqa: N802
    """Everything on one topic."""
    topic = ft.use_route_params().get("topic", "")
    telling = use_kept(lambda: _begin(app, topic))
    if topic not in TOPICS:
        return scroll_page(app, [page_top(app, app.words("student-goal-gone"), BACK)])
    known = app.open.profile
    now = known.now(topic)
    asked = [one for one in app.open.invitations if one.topic == topic and one.asking is not None]

    async def save() -> None:
        if not telling.text.strip():
            say(app.words("student-reflect-empty"))
            return
        replaces = telling.replaces if telling.replaces in {one.id for one in now} else ""
        await app.doors.act(about_me.say, topic, telling.text, telling.visible, replaces)
        telling.text, telling.replaces = "", ""
        app.doors.keep_draft(_draft(topic), None)
        say(app.words("student-saved-here"))

    label = app.words("student-save")
    return focused_page(
        app,
        [
            page_top(app, app.words(f"student-profile-{topic}"), BACK),
            *(notice(invitation_words(app, one), ft.Icons.WAVING_HAND_OUTLINED) for one in asked),
            _form(app, topic, telling),
            *([heading(app.words("student-profile-now"), 2)] if now else []),
            *(_entry(app, one, telling) for one in reversed(now)),
            *notes_part(app, [note for note in known.notes if note.topic == topic]),
            *_history(app, topic, now),
        ],
        [main_button(app, label, save, "save-entry", ft.Icons.CHECK_ROUNDED)],
        WIDEST_PX,
    )


def _draft(topic: str) -> str:
    return f"profile:{topic}"


def _begin(app: AppState, topic: str) -> Telling:
    draft = app.doors.draft(_draft(topic))
    usual = USUAL_VISIBILITY.get(topic, VISIBLE_TO[0])
    return Telling(
        str(draft.get("text") or ""), str(draft.get("visible") or usual),
        str(draft.get("replaces") or ""),
    )  # fmt: skip


def _form(app: AppState, topic: str, telling: Telling) -> ft.Control:
    def keep() -> None:
        draft = {
            "text": telling.text, "visible": telling.visible, "replaces": telling.replaces,
        }  # fmt: skip
        app.doors.keep_draft(_draft(topic), draft if telling.text else None)

    def write(text: str) -> None:
        telling.text = text
        keep()

    def choose(visible: str) -> None:
        telling.visible = visible
        keep()

    question = app.words(f"student-profile-{topic}-ask")
    starters = [app.words(f"student-profile-{topic}-begin-{number}") for number in STARTERS]
    rows: list[ft.Control] = [
        words_of(question, Style.SUBTITLE),
        begin_row(app, starters, lambda text: write(joined(telling.text, text))),
        field(
            app, app.words("student-profile-words"), telling.text, write, "entry-words",
            lines=3, limit=WORDS_LIMIT,
        ),
        words_of(app.words("student-profile-who-sees"), Style.LABEL),
        _visibility(app, "seen", topic, telling.visible, choose),
    ]  # fmt: skip
    if topic in SENSITIVE_TOPICS:
        why = app.words("student-profile-sensitive")
        rows.append(words_of(why, Style.SMALL, Role.SOFT))
    return stack(rows)


def _visibility(
    app: AppState, name: str, topic: str, chosen: str, choose: Callable[[str], object]
) -> ft.Control:
    allowed = [one for one in VISIBLE_TO if one != "family" or topic not in SENSITIVE_TOPICS]
    options = [(one, app.words(f"student-profile-seen-{one}")) for one in allowed]
    return choices(app, name, options, chosen, choose)


def _entry(app: AppState, one: Entry, telling: Telling) -> ft.Control:
    async def show_to(visible: str) -> None:
        await app.doors.act(about_me.show_to, one.id, visible)
        say(app.words("student-saved-here"))

    async def still() -> None:
        await app.doors.act(about_me.still_so, one.id)
        say(app.words("student-saved-here"))

    def anew() -> None:
        telling.text, telling.visible, telling.replaces = one.words, one.visible, one.id

    async def take_off() -> None:
        deeds = (about_me.take_off, about_me.put_back)
        await put_away(app, one.id, deeds, ("", ""), "student-profile-off")

    buttons = ft.Row(
        [
            quiet_button(
                app, app.words("student-profile-still"), still, f"still-{one.id}",
                ft.Icons.CHECK_ROUNDED,
            ),
            quiet_button(
                app, app.words("student-profile-anew"), anew, f"anew-{one.id}",
                ft.Icons.EDIT_OUTLINED,
            ),
            text_button(
                app, app.words("student-profile-take-off"), take_off, f"entry-off-{one.id}",
                style=ft.ButtonStyle(color=Role.SOFT),
            ),
        ],
        wrap=True,
        spacing=Space.S,
        run_spacing=Space.S,
    )  # fmt: skip
    seen = _visibility(app, f"seen-{one.id}", one.topic, one.visible, show_to)
    who = words_of(app.words("student-profile-who-sees"), Style.LABEL)
    return entry_card(app, one, [who, seen, buttons])


def _history(app: AppState, topic: str, now: tuple[Entry, ...]) -> list[ft.Control]:
    """What was said before, newest first; what was taken off can come back."""
    before = [one for one in app.open.profile.history(topic) if one not in now]
    if not before:
        return []

    async def put_back(entry_id: str) -> None:
        await app.doors.act(about_me.put_back, entry_id)
        say(app.words("student-saved-here"))

    rows: list[ft.Control] = []
    for one in list(reversed(before))[:HISTORY_LIMIT]:
        day = app.words.day(one.at_ms, app.doors.zone)
        lines: list[ft.Control] = [
            words_of(app.words("student-profile-said-on", day=day), Style.SMALL, Role.SOFT),
            words_of(one.words, color=Role.SOFT),
            ft.Row([seen_by(app, one.visible)]),
        ]
        if one.retired_ms is not None:
            back = quiet_button(
                app, app.words("student-profile-put-back"), lambda entry=one.id: put_back(entry),
                f"put-back-{one.id}",
            )  # fmt: skip
            lines.append(ft.Row([back], wrap=True))
        rows.append(stack(lines, Space.XS))
    return [sheet(app.words("student-profile-before"), ft.Icons.HISTORY_ROUNDED, rows)]
