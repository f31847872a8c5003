"""Join my school: its address and the code from the card."""

from dataclasses import dataclass

import flet as ft

from portfolio_app.errors import BadInput, PortfolioError, SchoolUnreachable, WrongSecret
from portfolio_app.student.screens.drawings import illustration
from portfolio_app.student.screens.shell import behind_lock, page_top, warning
from portfolio_app.student.state import AppState
from portfolio_app.student.theme import Role, Space
from portfolio_app.student.widgets import (
    Handler,
    error_words,
    field,
    go,
    main_button,
    notice,
    say,
    scroll_page,
    use_kept,
    words_of,
)

WIDEST_PX = 560


@ft.observable
@dataclass
class Joining:
    """What the card says."""

    address: str = ""
    code: str = ""
    problem: str = ""
    is_busy: bool = False


@behind_lock
def Join(app: AppState) -> ft.Control:  # noqa: N802
    """Type what is on the class card."""
    joining = use_kept(Joining)
    school = app.open.outlook.school
    top = page_top(app, app.words("student-join"), "/")
    if school is not None:
        text = app.words("student-join-done", school=school)
        box = notice(text, ft.Icons.CHECK_CIRCLE_ROUNDED, Role.GOOD_BOX, Role.ON_GOOD_BOX)
        return scroll_page(app, [top, box], WIDEST_PX)

    async def join() -> None:
        if await _joined(app, joining):
            say(app.words("student-joined"))
            go("/")

    rows = [top, _picture_or_problem(app, joining), *_card(app, joining, join)]
    rows.append(
        ft.Row(
            [
                main_button(
                    app,
                    app.words("student-join-go"),
                    join,
                    "join-school",
                    ft.Icons.SCHOOL_OUTLINED,
                    is_busy=joining.is_busy,
                )
            ],
            alignment=ft.MainAxisAlignment.END,
            spacing=Space.M,
            wrap=True,
        )
    )
    return scroll_page(app, rows, WIDEST_PX)


async def _joined(app: AppState, joining: Joining) -> bool:
    """Try what was typed; what went wrong stands in `joining.problem`, in words for a child."""
    joining.problem = ""
    if not joining.address.strip() or not (joining.code.strip() or "#" in joining.address):
        joining.problem = app.words("student-join-missing")
        return False
    joining.is_busy = True
    try:
        await app.doors.join(joining.address, joining.code)
    except BadInput:
        joining.problem = app.words("student-join-bad-address")
    except SchoolUnreachable:
        joining.problem = app.words("student-join-no-answer")
    except PortfolioError as problem:
        # A code is no secret of one's own, so the words for a wrong PIN do not fit.
        is_code = type(problem) is WrongSecret
        joining.problem = str(problem) if is_code else error_words(app.words, problem)
    finally:
        joining.is_busy = False
    return not joining.problem


def _picture_or_problem(app: AppState, joining: Joining) -> ft.Control:
    """What went wrong stands where the eyes are, above the fields and never below the fold."""
    if joining.problem:
        return warning(joining.problem)
    return ft.Row([illustration(app, "school", 220)], alignment=ft.MainAxisAlignment.CENTER)


def _card(app: AppState, joining: Joining, join: Handler) -> list[ft.Control]:
    def address(text: str) -> None:
        joining.address = text

    def code(text: str) -> None:
        joining.code = text

    return [
        words_of(app.words("student-join-why"), color=Role.SOFT),
        field(
            app, app.words("student-join-address"), joining.address, address, "school-address",
            keyboard_type=ft.KeyboardType.URL, autocorrect=False,
        ),
        field(
            app, app.words("student-join-code"), joining.code, code, "join-code", on_submit=join,
            autocorrect=False,
        ),
    ]  # fmt: skip
