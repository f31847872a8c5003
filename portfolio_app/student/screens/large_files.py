"""Large files on their way to school: how far each is, and whether it may go on this network."""

import flet as ft

from portfolio_app.student import file_choices
from portfolio_app.student.file_choices import ANYWAY, HELD, WaitingFile
from portfolio_app.student.screens.sheets import stack
from portfolio_app.student.state import AppState, Going
from portfolio_app.student.theme import Radius, Role, Space, Style
from portfolio_app.student.widgets import card, heading, quiet_button, text_button, words_of

SHOWN_LIMIT = 10
MEGABYTE = 1_000_000


def large_files(app: AppState) -> list[ft.Control]:
    """A row for each, the one on its way first; nothing where none waits."""
    waiting = app.open.large_files
    if not waiting or app.open.outlook.school is None:
        return []
    going = app.going
    first = sorted(waiting, key=lambda one: going is None or one.sha256 != going.sha256)
    rows = [_row(app, one, number) for number, one in enumerate(first[:SHOWN_LIMIT], 1)]
    more = len(waiting) - SHOWN_LIMIT
    rest = [words_of(app.words("student-home-more", count=more), color=Role.SOFT)]
    return [heading(app.words("student-large-title"), 2), *rows, *(rest if more > 0 else [])]


def megabytes(size_bytes: int) -> int:
    """Whole megabytes as people count them; never none at all."""
    return max(1, round(size_bytes / MEGABYTE))


def _row(app: AppState, file: WaitingFile, number: int) -> ft.Control:
    going = app.going if app.going and app.going.sha256 == file.sha256 else None
    work = app.open.work(file.work)
    title = (work.title if work else "") or app.words("student-untitled")
    is_stopped = file.choice != HELD and file.sha256 in app.open.stopped
    return card(
        stack(
            [
                words_of(title, Style.SUBTITLE, max_lines=2),
                words_of(
                    file.name, Style.LABEL, Role.SOFT, max_lines=1,
                    overflow=ft.TextOverflow.ELLIPSIS,
                ),
                *([_bar(app, going)] if going else [_waits(app, file, is_stopped=is_stopped)]),
                ft.Row(
                    _buttons(app, file, number, is_going=going is not None, is_stopped=is_stopped),
                    wrap=True,
                    spacing=Space.S,
                    run_spacing=Space.S,
                ),
            ]
        )
    )  # fmt: skip


def _bar(app: AppState, going: Going) -> ft.Control:
    whole = megabytes(going.size_bytes)
    came = min(whole, round(going.sent_bytes / MEGABYTE))
    said = app.words("student-large-progress", done=came, all=whole)
    return stack(
        [
            ft.ProgressBar(
                value=going.sent_bytes / going.size_bytes,
                color=Role.PRIMARY,
                bgcolor=Role.SUNKEN,
                bar_height=10,
                border_radius=Radius.PILL,
                semantics_label=said,
            ),
            words_of(said),
        ],
        Space.S,
    )


def _waits(app: AppState, file: WaitingFile, *, is_stopped: bool) -> ft.Control:
    if file.choice == HELD:
        key = "held"
    elif is_stopped:
        key = "stopped"
    else:
        key = "later" if app.open.outlook.problem else "waits"
    return words_of(app.words(f"student-large-{key}", all=megabytes(file.size_bytes)))


def _buttons(
    app: AppState, file: WaitingFile, number: int, *, is_going: bool, is_stopped: bool
) -> list[ft.Control]:
    way, sha256 = app.doors.way, file.sha256

    async def hold() -> None:
        await app.doors.act(file_choices.hold, sha256)

    async def send_anyway() -> None:
        await app.doors.act(file_choices.send_anyway, sha256)
        way.go_on(sha256)

    anyway = quiet_button(
        app, app.words("student-large-anyway"), send_anyway, f"send-anyway-{number}",
        ft.Icons.SEND_ROUNDED,
    )  # fmt: skip
    if file.choice == HELD:
        return [anyway]
    not_here = text_button(app, app.words("student-large-not-here"), hold, f"not-here-{number}")
    if is_stopped:
        go_on = quiet_button(
            app, app.words("student-large-go-on"), lambda: way.go_on(sha256), f"go-on-{number}",
            ft.Icons.PLAY_ARROW_ROUNDED,
        )  # fmt: skip
        return [go_on, not_here]
    if is_going:
        stop = quiet_button(
            app, app.words("student-large-stop"), lambda: way.stop(sha256), f"stop-{number}",
            ft.Icons.PAUSE_ROUNDED,
        )  # fmt: skip
        return [stop, not_here]
    return [not_here] if file.choice == ANYWAY else [not_here, anyway]
