"""A link: where something is that was made elsewhere. Its page is never fetched from here."""

from dataclasses import dataclass

import flet as ft

from portfolio_app.errors import BadInput
from portfolio_app.model.records import TITLE_LIMIT
from portfolio_app.model.values import ADDRESS_LIMIT
from portfolio_app.student import capturing
from portfolio_app.student.screens.focused import focused_page
from portfolio_app.student.screens.purpose import (
    arrived,
    asked_purpose,
    on_with,
    purpose_notice,
)
from portfolio_app.student.screens.shell import behind_lock, page_top, warning
from portfolio_app.student.state import AppState
from portfolio_app.student.theme import Role
from portfolio_app.student.widgets import field, main_button, use_kept, words_of

WIDEST_PX = 640
DRAFT = "link:new"
EXAMPLE = "www.example.org"


@ft.observable
@dataclass
class Link:
    """A link being typed."""

    address: str = ""
    title: str = ""
    problem: str = ""


@behind_lock
def AddLink(app: AppState) -> ft.Control:  # noqa: N802
    """Type or paste where it is, and say what it is called."""
    link = use_kept(lambda: _begin(app))
    purpose = asked_purpose(app)

    def write(address: str | None = None, title: str | None = None) -> None:
        link.address = link.address if address is None else address
        link.title = link.title if title is None else title
        link.problem = ""
        app.doors.keep_draft(DRAFT, {"address": link.address, "title": link.title})

    async def save() -> None:
        try:
            work_id = await app.doors.act(capturing.add_link, link.address, link.title)
        except BadInput:
            link.problem = app.words("student-link-wrong")
            return
        app.doors.keep_draft(DRAFT, None)
        await arrived(app, work_id, purpose)

    return focused_page(
        app,
        [
            page_top(app, app.words("student-link-title"), on_with("/add", purpose)),
            *purpose_notice(app, purpose),
            words_of(app.words("student-link-why"), color=Role.SOFT),
            *([warning(link.problem)] if link.problem else []),
            field(
                app, app.words("student-link-address"), link.address,
                lambda text: write(address=text), "link-address", limit=ADDRESS_LIMIT,
                autofocus=True, hint_text=EXAMPLE,
                keyboard_type=ft.KeyboardType.URL, on_submit=save,
            ),
            field(
                app, app.words("student-work-title"), link.title,
                lambda text: write(title=text), "link-title", limit=TITLE_LIMIT,
                hint_text=app.words("student-work-title-hint"), on_submit=save,
            ),
        ],
        [main_button(app, app.words("student-save"), save, "save-link", ft.Icons.CHECK_ROUNDED)],
        WIDEST_PX,
    )  # fmt: skip


def _begin(app: AppState) -> Link:
    draft = app.doors.draft(DRAFT)
    return Link(str(draft.get("address") or ""), str(draft.get("title") or ""))
