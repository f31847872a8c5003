"""Without internet: a file for school on a stick, and the school's answer from one."""

from collections.abc import Sequence
from dataclasses import dataclass

import flet as ft

from portfolio_app.errors import PortfolioError
from portfolio_app.student.screens.sheets import sheet, stack
from portfolio_app.student.screens.shell import behind_lock, page_top, warning
from portfolio_app.student.state import AppState
from portfolio_app.student.theme import Radius, Role, Space
from portfolio_app.student.widgets import (
    error_words,
    go,
    main_button,
    notice,
    quiet_button,
    safe,
    scroll_page,
    use_kept,
    words_of,
)

WIDEST_PX = 640
BACK = "/sending"


@ft.observable
@dataclass
class Carrying:
    """What was made and read here. `address` is where the browser fetches the file."""

    address: str | None = None
    can_make: bool = False
    made: str = ""
    read: str = ""
    has_refused: bool = False
    is_reading: bool = False
    share: float = 0.0
    problem: str = ""


@behind_lock
def Stick(app: AppState) -> ft.Control:  # noqa: N802
    """Carry work to school by hand, and its answer back."""
    carrying = use_kept(Carrying)
    picker = use_kept(ft.FilePicker)
    _use_stick(app, carrying, picker)
    rows: list[ft.Control] = [
        page_top(app, app.words("student-stick-title"), BACK),
        words_of(app.words("student-stick-why"), color=Role.SOFT),
    ]
    if carrying.problem:
        rows.append(warning(carrying.problem))
    if app.open.outlook.school is None:
        rows.append(ft.Row([_join(app)]))
    elif carrying.can_make:
        rows += [_make(app, carrying, picker), _answer(app, carrying, picker)]
    return scroll_page(app, rows, WIDEST_PX)


def _use_stick(app: AppState, carrying: Carrying, picker: ft.FilePicker) -> None:
    """While the screen is there: a picker for answers, and an address where a file is fetched."""
    page = ft.context.page

    def made(changes: int, files: int) -> None:
        carrying.problem = ""
        carrying.made = _made_words(app, changes, files)

    def failed(problem: PortfolioError) -> None:
        carrying.problem = error_words(app.words, problem)

    async def begin() -> None:
        page.services.append(picker)
        page.update()
        try:
            carrying.address = await app.doors.way.lend_bundle(made, failed)
            carrying.can_make = True
        except PortfolioError as problem:
            carrying.problem = error_words(app.words, problem)

    def end() -> None:
        if picker in page.services:
            page.services.remove(picker)
        if carrying.address is not None:
            app.doors.way.unlend(carrying.address)

    ft.use_effect(begin, [], cleanup=end)

    async def picked(event: ft.FilePickerResultEvent) -> None:
        if event.files:
            await _read(app, carrying, picker, event.files)

    picker.on_result = safe(app, picked)


def _join(app: AppState) -> ft.Control:
    return main_button(app, app.words("student-join"), lambda: go("/join"), "open-join")


def _make(app: AppState, carrying: Carrying, picker: ft.FilePicker) -> ft.Control:
    async def save() -> None:
        if carrying.address is not None:
            return  # the browser fetches it by the link that the button carries
        done = await app.doors.way.save(picker)
        if done is not None:
            carrying.made = _made_words(app, *done)

    # The browser fetches a file only in the very moment of the tap, so the button carries the link.
    link = ft.Url(carrying.address, target=ft.UrlTarget.BLANK) if carrying.address else None
    button = main_button(
        app, app.words("student-stick-make"), save, "make-bundle",
        ft.Icons.SAVE_ALT_ROUNDED, url=link,
    )  # fmt: skip
    rows: list[ft.Control] = [
        words_of(app.words("student-stick-make-how")),
        ft.Row([button], wrap=True),
    ]
    if carrying.made:
        rows.append(_good(carrying.made))
    return sheet(app.words("student-stick-make-title"), ft.Icons.USB_ROUNDED, rows)


def _made_words(app: AppState, changes: int, files: int) -> str:
    if not changes and not files:
        return app.words("student-stick-made-nothing")
    return app.words("student-stick-made", files=files)


def _answer(app: AppState, carrying: Carrying, picker: ft.FilePicker) -> ft.Control:
    # The browser opens a picker only inside the tap itself, so this is an action, not a handler.
    button = quiet_button(
        app, app.words("student-stick-read"), lambda: None, "read-bundle",
        ft.Icons.FOLDER_OPEN_OUTLINED,
        action=ft.PickFiles(picker, file_type=ft.FilePickerFileType.ANY, allow_multiple=False),
    )  # fmt: skip
    rows: list[ft.Control] = [
        words_of(app.words("student-stick-read-how")),
        ft.Row([button], wrap=True),
    ]
    if carrying.is_reading:
        rows = [_reading(app, carrying)]
    elif carrying.read:
        rows.append(_good(carrying.read))
        if carrying.has_refused:
            rows.append(warning(app.words("student-home-sending-ask")))
    return sheet(app.words("student-stick-read-title"), ft.Icons.MARK_EMAIL_READ_OUTLINED, rows)


def _reading(app: AppState, carrying: Carrying) -> ft.Control:
    said = app.words("student-stick-reading")
    bar = ft.ProgressBar(
        value=carrying.share if 0 < carrying.share < 1 else None,
        color=Role.PRIMARY,
        bgcolor=Role.SUNKEN,
        bar_height=10,
        border_radius=Radius.PILL,
        semantics_label=said,
    )
    return stack([bar, words_of(said)], Space.S)


def _good(text: str) -> ft.Control:
    box = notice(text, ft.Icons.CHECK_CIRCLE_OUTLINE_ROUNDED, Role.GOOD_BOX, Role.ON_GOOD_BOX)
    return ft.Semantics(live_region=True, content=box)


async def _read(
    app: AppState,
    carrying: Carrying,
    picker: ft.FilePicker,
    files: Sequence[ft.FilePickerFile],
) -> None:
    carrying.problem, carrying.read, carrying.share = "", "", 0.0
    carrying.is_reading = True

    def progress(_name: str, share: float) -> None:
        carrying.share = share
        app.doors.stir()

    try:
        done = await app.doors.way.read(picker, files, progress)
    except PortfolioError as problem:
        carrying.problem = error_words(app.words, problem)
        return
    finally:
        carrying.is_reading = False
    carrying.has_refused = bool(done.refused)
    is_new = bool(done.pulled or done.files or done.media_sent)
    carrying.read = app.words("student-stick-was-read" if is_new else "student-stick-was-known")
