"""Earlier versions of what was said about a work: read them, and use one again.

What this device has stands there at once; what only the school has is asked for, and where the
school cannot be reached the screen says so.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

import flet as ft

from portfolio_app.errors import PortfolioError
from portfolio_app.model.artifact import Work
from portfolio_app.model.sending import Sending
from portfolio_app.student import actions, capturing
from portfolio_app.student.earlier import Earlier, History, Place
from portfolio_app.student.screens.sheets import choices, stack
from portfolio_app.student.screens.shell import behind_lock, page_top, sending_line
from portfolio_app.student.state import AppState
from portfolio_app.student.theme import Role, Space, Style
from portfolio_app.student.widgets import (
    badge,
    card,
    heading,
    notice,
    quiet_button,
    say,
    scroll_page,
    text_button,
    use_kept,
    words_of,
)

WIDEST_PX = 720
SHOWN_AT_ONCE = 10
THOUGHTS_LIMIT = 20
TITLE, CAPTION, WORDS, TEXT = "title", "caption", "words", "text"
PICTURES = {
    Place.HERE: ft.Icons.TABLET_MAC_ROUNDED,
    Place.ELSEWHERE: ft.Icons.DEVICES_OTHER_ROUNDED,
    Place.SCHOOL: ft.Icons.SCHOOL_OUTLINED,
}

Keep = Callable[[str], Awaitable[object]]


@dataclass(frozen=True, slots=True)
class _Text:
    """One text of a work: where it stands, what to call it, and how it is written again."""

    record: str
    field: str
    title: str
    keep: Keep


@ft.observable
@dataclass
class Looking:
    """What is looked at, and what was found of it: (record, field) -> its versions."""

    what: str = TITLE
    found: dict[tuple[str, str], History] = field(default_factory=dict)
    is_asking: bool = False
    shown: int = SHOWN_AT_ONCE


@behind_lock
def EarlierVersions(app: AppState) -> ft.Control:  # noqa: N802
    """What a work was called and what was said about it before."""
    work = app.open.work(ft.use_route_params().get("work", ""))
    looking = use_kept(Looking)
    texts = _texts(app, work, looking.what) if work else []

    async def look() -> None:
        await _look(app, looking, texts)

    ft.use_effect(look, [looking.what])
    if work is None:
        return scroll_page(app, [page_top(app, app.words("student-work-gone"), "/works")])

    def choose(what: str) -> None:
        looking.shown = SHOWN_AT_ONCE
        looking.what = what

    has_text = any(file.is_writing for file in work.files)
    kinds = [TITLE, CAPTION, *([TEXT] if has_text else []), *([WORDS] if work.reflections else [])]
    options = [(one, app.words(f"student-earlier-of-{one}")) for one in kinds]
    return scroll_page(
        app,
        [
            page_top(app, app.words("student-earlier-title"), f"/works/{work.id}"),
            words_of(app.words("student-earlier-why"), color=Role.SOFT),
            choices(app, "earlier", options, looking.what, choose),
            _whole(app, looking, texts),
            *(row for text in texts for row in _versions(app, looking, texts, text)),
        ],
        WIDEST_PX,
    )


def _texts(app: AppState, work: Work, what: str) -> list[_Text]:
    def thought(reflection: str, prompt: str) -> Keep:
        return lambda words: app.doors.act(actions.reflect, work.id, prompt, words, reflection)

    if what == WORDS:
        newest = list(reversed(work.reflections))[:THOUGHTS_LIMIT]
        return [
            _Text(one.id, WORDS, app.words(f"prompt-{one.prompt}"), thought(one.id, one.prompt))
            for one in newest
        ]
    if what == TEXT:

        def text(file: str) -> Keep:
            return lambda words: app.doors.act(capturing.write_text, work.id, file, words)

        return [_Text(one.id, WORDS, "", text(one.id)) for one in work.files if one.is_writing]
    deed = actions.set_title if what == TITLE else actions.set_caption
    return [_Text(work.id, what, "", lambda words: app.doors.act(deed, work.id, words))]


async def _look(app: AppState, looking: Looking, texts: list[_Text]) -> None:
    """First what is here, then what the school has."""
    asks = app.open.outlook.school is not None
    looking.is_asking = asks
    try:
        for ask_school in (False, True) if asks else (False,):
            for text in texts:
                known = await app.doors.way.earlier(text.record, text.field, ask_school)
                looking.found = {**looking.found, (text.record, text.field): known}
    except PortfolioError:
        return  # the page says that older ones are at school
    finally:
        looking.is_asking = False


def _whole(app: AppState, looking: Looking, texts: list[_Text]) -> ft.Control:
    """Whether this is all there is."""
    known = [looking.found.get((one.record, one.field)) for one in texts]
    if looking.is_asking:
        said, icon = "student-earlier-asking", ft.Icons.HOURGLASS_TOP_ROUNDED
    elif all(one is not None and one.is_whole for one in known):
        said, icon = "student-earlier-all", ft.Icons.CHECK_CIRCLE_OUTLINE_ROUNDED
    else:
        said, icon = "student-earlier-more-at-school", ft.Icons.CLOUD_OFF_ROUNDED
    return ft.Semantics(live_region=True, content=notice(app.words(said), icon))


def _versions(app: AppState, looking: Looking, texts: list[_Text], text: _Text) -> list[ft.Control]:
    history = looking.found.get((text.record, text.field))
    if history is None:
        return []
    head = [heading(text.title, 2)] if text.title else []
    shown = history.entries[: looking.shown]
    rows = [_one(app, looking, texts, text, number, entry) for number, entry in enumerate(shown, 1)]
    if not rows:
        rows = [words_of(app.words("student-earlier-none"), color=Role.SOFT)]

    def more() -> None:
        looking.shown += SHOWN_AT_ONCE

    rest = len(history.entries) - len(shown)
    older = text_button(app, app.words("student-earlier-older", count=rest), more, "older")
    return [*head, *rows, *([ft.Row([older], wrap=True)] if rest > 0 else [])]


def _one(
    app: AppState,
    looking: Looking,
    texts: list[_Text],
    text: _Text,
    number: int,
    entry: Earlier,
) -> ft.Control:
    async def use_again() -> None:
        await text.keep(entry.words)
        say(app.words("student-saved-here"))
        await _look(app, looking, texts)

    day = app.words.day(entry.at_ms, app.doors.zone)
    time = app.words.time(entry.at_ms, app.doors.zone)
    where = app.words(f"student-earlier-{entry.place.value}", day=day, time=time)
    now = badge(
        app.words("student-earlier-now"), ft.Icons.CHECK_ROUNDED, Role.GOOD_BOX, Role.ON_GOOD_BOX
    )
    again = quiet_button(
        app, app.words("student-earlier-again"), use_again, f"again-{text.record}-{number}",
        ft.Icons.RESTORE_ROUNDED,
    )  # fmt: skip
    waiting = [sending_line(app, Sending.WAITING, "")] if entry.is_waiting and _joined(app) else []
    said = (
        words_of(entry.words)
        if entry.words.strip()
        else words_of(app.words("student-two-devices-empty"), color=Role.SOFT)
    )
    return card(
        stack(
            [
                ft.Row(
                    [
                        ft.Icon(PICTURES[entry.place], size=20, color=Role.SOFT),
                        words_of(where, Style.LABEL, Role.SOFT, expand=True),
                    ],
                    spacing=Space.S,
                ),
                said,
                *waiting,
                ft.Row([now if entry.is_now else again], wrap=True),
            ]
        )
    )  # fmt: skip


def _joined(app: AppState) -> bool:
    return app.open.outlook.school is not None
