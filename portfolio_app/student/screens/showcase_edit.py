"""Make a showcase: a name, a story, the works and their order, and what it tells about me."""

from collections.abc import Callable
from dataclasses import dataclass, field

import flet as ft

from portfolio_app.model.artifact import Work
from portfolio_app.model.records import ABOUT_LIMIT, ITEMS_LIMIT, TEXT_LIMIT, TITLE_LIMIT
from portfolio_app.model.showcase import Showcase
from portfolio_app.student import actions
from portfolio_app.student.screens.focused import focused_page
from portfolio_app.student.screens.sheets import beside
from portfolio_app.student.screens.shell import behind_lock, page_top
from portfolio_app.student.screens.showcase_about import about_choices, still_told
from portfolio_app.student.screens.versions import BETWEEN
from portfolio_app.student.screens.work_card import thumbnail
from portfolio_app.student.screens.work_choice import work_choice
from portfolio_app.student.state import AppState, Draft, use_app
from portfolio_app.student.theme import Role, Space, Style
from portfolio_app.student.widgets import (
    card,
    component,
    go,
    heading,
    icon_button,
    main_button,
    say,
    use_kept,
    words_of,
)
from portfolio_app.student.widgets import field as text_field

WIDEST_PX = 860


@ft.observable
@dataclass
class Arranging:
    """A showcase in the making. `items` and `about` are assigned whole."""

    title: str = ""
    story: str = ""
    items: list[str] = field(default_factory=list)
    about: list[str] = field(default_factory=list)

    def flip(self, work_id: str) -> None:
        """Choose a work, or leave it out again."""
        items = list(self.items)
        if work_id in items:
            items.remove(work_id)
        elif len(items) < ITEMS_LIMIT:
            items.append(work_id)
        self.items = items

    def flip_about(self, entry_id: str) -> None:
        """Tell something about me, or leave it out again."""
        about = [one for one in self.about if one != entry_id]
        if len(about) == len(self.about) < ABOUT_LIMIT:
            about.append(entry_id)
        self.about = about

    @property
    def draft(self) -> Draft:
        """As it is kept until it is saved."""
        texts = {"title": self.title, "story": self.story}
        return {**texts, "items": list(self.items), "about": list(self.about)}

    def move(self, at: int, by: int) -> None:
        """Move a chosen work up (-1) or down (1)."""
        items = list(self.items)
        to = at + by
        if 0 <= to < len(items):
            items[at], items[to] = items[to], items[at]
            self.items = items


@behind_lock
def ShowcaseEdit(app: AppState) -> ft.Control:  # noqa: N802
    """Choose and arrange."""
    showcase_id = ft.use_route_params().get("showcase", "")
    showcase = app.open.showcase(showcase_id) if showcase_id else None
    # From one straight to another the screen stays, and nothing of the first may stand in it.
    begun = use_kept(dict[str, Arranging])
    if showcase_id not in begun:
        begun[showcase_id] = _begin(app, showcase, _name(showcase_id))
    return Arrange(showcase_id, begun[showcase_id])


def _name(showcase_id: str) -> str:
    return f"showcase:{showcase_id or 'new'}"


@component
def Arrange(showcase_id: str, arranging: Arranging) -> ft.Control:  # noqa: N802
    """One showcase, or a new one (""), until it is saved."""
    app = use_app()
    showcase = app.open.showcase(showcase_id) if showcase_id else None
    name = _name(showcase_id)
    back = f"/showcases/{showcase.id}" if showcase else "/showcases"

    def keep() -> None:
        app.doors.keep_draft(name, arranging.draft)

    def tell(entry_id: str) -> None:
        arranging.flip_about(entry_id)
        keep()

    def title(text: str) -> None:
        arranging.title = text
        keep()

    def story(text: str) -> None:
        arranging.story = text
        keep()

    async def save() -> None:
        await _save(app, arranging, showcase, name)

    key = "student-showcase-edit-title" if showcase else "student-showcase-new"
    button = main_button(
        app, app.words("student-save"), save, "save-showcase", ft.Icons.CHECK_ROUNDED
    )
    return focused_page(
        app,
        [
            page_top(app, app.words(key), back),
            text_field(
                app, app.words("student-showcase-name"), arranging.title, title, "showcase-title",
                limit=TITLE_LIMIT,
            ),
            text_field(
                app, app.words("student-showcase-story"), arranging.story, story, "showcase-story",
                lines=3, limit=TEXT_LIMIT,
            ),
            *_chosen(app, arranging, keep),
            heading(app.words("student-showcase-choose"), 2),
            _choices(app, arranging, keep),
            *about_choices(app, arranging.about, tell),
        ],
        [button],
        WIDEST_PX,
    )  # fmt: skip


def _begin(app: AppState, showcase: Showcase | None, name: str) -> Arranging:
    draft = app.doors.draft(name)
    known = {work.id for work in app.open.works}
    if draft:
        items = [str(item) for item in draft.get("items") or () if item in known]
        title, story = str(draft.get("title") or ""), str(draft.get("story") or "")
        return Arranging(title, story, items, still_told(app, draft.get("about") or ()))
    if showcase:
        items = [item for item in showcase.items if item in known]
        # What two devices told apart comes in whole: whoever saves here has seen all of it.
        story = BETWEEN.join(showcase.stories)
        return Arranging(showcase.title, story, items, still_told(app, showcase.about))
    return Arranging()


async def _save(app: AppState, arranging: Arranging, showcase: Showcase | None, name: str) -> None:
    if not arranging.title.strip():
        say(app.words("student-showcase-needs-name"))
        return
    if not arranging.items:
        say(app.words("student-showcase-needs-works"))
        return
    # Meanwhile something may have been hidden from families, here or on another device.
    about = still_told(app, arranging.about)
    values = (arranging.title, arranging.story, list(arranging.items), about)
    if showcase:
        await app.doors.act(actions.change_showcase, showcase.id, *values)
        showcase_id = showcase.id
    else:
        showcase_id = await app.doors.act(actions.make_showcase, *values)
    app.doors.keep_draft(name, None)
    go(f"/showcases/{showcase_id}")
    say(app.words("student-saved-here"))


def _chosen(app: AppState, arranging: Arranging, keep: Callable[[], None]) -> list[ft.Control]:
    works = [app.open.work(item) for item in arranging.items]
    rows = [
        _row(app, arranging, work, at, len(works), keep)
        for at, work in enumerate(works)
        if work is not None
    ]
    if not rows:
        return []
    return [
        heading(app.words("student-showcase-order"), 2),
        card(
            ft.Column(
                rows,
                spacing=Space.S,
                tight=True,
                horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
            ),
            Space.M,
        ),
    ]


def _row(
    app: AppState, arranging: Arranging, work: Work, at: int, count: int, keep: Callable[[], None]
) -> ft.Control:
    title = work.title or app.words("student-untitled")

    def move(by: int) -> None:
        arranging.move(at, by)
        keep()

    said = ft.Row(
        [
            words_of(str(at + 1), Style.SUBTITLE, Role.SOFT, width=24),
            thumbnail(app, work, 56),
            words_of(title, max_lines=2, overflow=ft.TextOverflow.ELLIPSIS, expand=True),
        ],
        spacing=Space.S,
    )
    return beside(
        app,
        said,
        [
            icon_button(
                app,
                ft.Icons.ARROW_UPWARD_ROUNDED,
                app.words("student-showcase-up", title=title),
                lambda: move(-1),
                f"up-{at + 1}",
                disabled=at == 0,
            ),
            icon_button(
                app,
                ft.Icons.ARROW_DOWNWARD_ROUNDED,
                app.words("student-showcase-down", title=title),
                lambda: move(1),
                f"down-{at + 1}",
                disabled=at == count - 1,
            ),
        ],
    )


def _choices(app: AppState, arranging: Arranging, keep: Callable[[], None]) -> ft.Control:
    def flip(work: Work) -> None:
        arranging.flip(work.id)
        keep()

    return work_choice(app, app.open.works, arranging.items, flip, WIDEST_PX)
