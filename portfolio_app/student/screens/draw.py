"""Draw: on paper, or over a photo, which stays as it is. Each line is kept as the pen is lifted."""

import contextlib
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import flet as ft

from portfolio_app.errors import PortfolioError
from portfolio_app.model.drawing import WORDS
from portfolio_app.student import sketching
from portfolio_app.student.purposes import Purpose
from portfolio_app.student.screens.draw_sheet import Desk, Live, sheet
from portfolio_app.student.screens.draw_tools import arrows, tools
from portfolio_app.student.screens.draw_words import words_tray
from portfolio_app.student.screens.purpose import asked_purpose, on_with, serve
from portfolio_app.student.screens.shell import behind_lock, warning
from portfolio_app.student.state import AppState
from portfolio_app.student.theme import Role, Space
from portfolio_app.student.widgets import (
    RAIL_PX,
    TARGET_PX,
    error_words,
    go,
    heading,
    icon_button,
    main_button,
    say,
    use_kept,
)

AROUND_PX = 380
AROUND_WIDE_PX = 250
TRAY_PX = 176
ARROWS_PX = 60
SMALLEST_PX = 160
NARROWEST_PX = 48


@dataclass(frozen=True, slots=True)
class _Keeping:
    """Keeps the drawing of one learner, whose vault is `vault_id`."""

    app: AppState
    desk: Desk
    page: ft.Page
    vault_id: str
    work_id: str
    file_id: str
    route: str
    purpose: Purpose

    @property
    def is_theirs(self) -> bool:
        """Whether the portfolio that is open now is still the one that is drawn for."""
        return self.app.snapshot is not None and self.app.open.vault_id == self.vault_id

    async def open(self) -> None:
        """Bring the drawing and its marks."""
        try:
            found: sketching.Sheet = await self.app.doors.jot(
                sketching.open_sheet, self.work_id, self.file_id
            )
        except PortfolioError as problem:
            self.desk.problem = error_words(self.app.words, problem)
            return
        self.desk.drawing, self.desk.beneath = found.drawing, found.beneath
        self.desk.pen_at = (found.drawing.width // 2, found.drawing.height // 2)
        self.desk.marks = found.drawing.marks
        self.desk.said = self.desk.kept_said = found.said
        if found.said:
            self.desk.tool = WORDS
        self.desk.is_ready = True

    def keep(self) -> None:
        """The marks are as they are now: keep them, in the background."""
        self.page.run_task(self._keep, self._jot)

    def keep_said(self) -> None:
        """The words in hand are others now: keep them, in the background."""
        self.page.run_task(self._keep, self._jot_said)

    async def _keep(self, jot: Callable[[], Awaitable[None]]) -> None:
        async with self.desk.turn:
            if not self.is_theirs or self.desk.is_done or not self.desk.is_ready:
                return
            try:
                await jot()
            except PortfolioError as problem:
                self.desk.problem = error_words(self.app.words, problem)
            else:
                self.desk.problem = ""

    async def _jot(self) -> None:
        await self.app.doors.jot(sketching.keep_marks, self.file_id, self.desk.marks)
        await self._jot_said()

    async def _jot_said(self) -> None:
        # Of letters that came while the disk was busy only the last state is written.
        said = self.desk.waiting
        if said != self.desk.kept_said:
            await self.app.doors.jot(sketching.keep_said, self.file_id, said)
            self.desk.kept_said = said

    async def finish(self) -> tuple[str, str]:
        """Make a picture of it; the ids of work and file, "" where nothing was drawn."""
        if not self.is_theirs or not self.desk.is_ready or self.desk.is_done:
            return "", ""
        # Said before anything is waited for: "Done" leaves the screen, which would finish it again.
        self.desk.is_done = True
        try:
            async with self.desk.turn:
                await self._jot()
                made: tuple[str, str] = await self.app.doors.act(
                    sketching.finish, self.work_id, self.file_id
                )
        except PortfolioError:
            self.desk.is_done = False
            raise
        self.desk.is_done = bool(made[0])
        if made[0] and not self.work_id:
            await serve(self.app, made[0], self.purpose)
        return made

    async def finish_quietly(self) -> None:
        """The screen goes; where it cannot be finished, the marks wait."""
        with contextlib.suppress(PortfolioError):
            await self.finish()

    def leave(self) -> None:
        """The screen goes, or seems to: it is told so too when it is drawn anew in its place."""
        if self.page.route == self.route:
            return
        with contextlib.suppress(AttributeError, RuntimeError):  # a closed window runs nothing
            self.page.run_task(self.finish_quietly)


@behind_lock
def Draw(app: AppState) -> ft.Control:  # noqa: N802
    """A sheet, and what to draw with."""
    params = ft.use_route_params()
    work_id, file_id = params.get("work", ""), params.get("file", "")
    desk, live = use_kept(Desk), use_kept(Live)
    page = ft.context.page
    route = use_kept(lambda: page.route or "")
    purpose = use_kept(lambda: asked_purpose(app))
    keeping = _Keeping(app, desk, page, app.open.vault_id, work_id, file_id, route, purpose)
    ft.use_effect(keeping.open, [], cleanup=keeping.leave)
    back = f"/works/{work_id}" if work_id else on_with("/add", purpose)

    async def done() -> None:
        desk.is_busy = True
        try:
            made_in, _ = await keeping.finish()
        finally:
            desk.is_busy = False
        if not made_in:
            say(app.words("student-draw-nothing"))
            return
        go(f"/works/{made_in}" + ("" if work_id else "?new=1"))
        say(app.words("student-saved-here"))

    size_px = _size_px(app, desk)
    paper: ft.Control = ft.Container(height=size_px[1])
    if desk.is_ready:
        label = _label(app, desk)
        paper = ft.Semantics(
            content=sheet(app, desk, live, size_px, keeping.keep), label=label, image=True,
            identifier="sheet", container=True,
        )  # fmt: skip
    top = [
        _top(app, desk, back, keeping.keep, done),
        *([warning(desk.problem)] if desk.problem else []),
        ft.Container(paper, alignment=ft.Alignment.CENTER),
    ]
    hands = [arrows(app, desk, keeping.keep)] if desk.with_buttons else []
    tray = [words_tray(app, desk, keeping.keep, keeping.keep_said)] if desk.tool == WORDS else []
    return _page(top, [*tray, *hands, tools(app, desk)])


def _label(app: AppState, desk: Desk) -> str:
    """What is on the sheet, for whoever cannot see it."""
    count = app.words("student-draw-sheet", count=len(desk.marks))
    return "\n".join([count, *(mark.words for mark in desk.marks if mark.words)])


def _page(top: list[ft.Control], below: list[ft.Control]) -> ft.Control:
    """Nothing that scrolls may stand around the sheet: it would take a finger for its own."""
    tray = ft.Column(
        below,
        spacing=Space.M,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        scroll=ft.ScrollMode.AUTO,
        expand=True,
    )
    return ft.Container(
        ft.Column(
            [*top, tray],
            spacing=Space.M,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
            expand=True,
        ),
        padding=ft.Padding.symmetric(horizontal=Space.M, vertical=Space.S),
        expand=True,
    )


def _size_px(app: AppState, desk: Desk) -> tuple[float, float]:
    """As large as the window lets it be, in the shape of the sheet."""
    room_px = app.width_px - (0 if app.is_compact else RAIL_PX) - 2 * Space.M
    around_px = AROUND_PX if app.is_compact else AROUND_WIDE_PX
    around_px += TRAY_PX if desk.tool == WORDS else 0
    around_px += ARROWS_PX if desk.with_buttons else 0
    high_px = app.height_px - around_px
    shape = desk.drawing.width / desk.drawing.height if desk.is_ready else 4 / 3
    width_px = max(NARROWEST_PX, min(room_px, max(SMALLEST_PX, high_px) * shape))
    return width_px, width_px / shape


def _top(
    app: AppState, desk: Desk, back: str, keep: Callable[[], None], done: Callable[..., object]
) -> ft.Control:
    def undo() -> None:
        desk.undo()
        keep()

    def redo() -> None:
        desk.redo()
        keep()

    title = app.words("student-draw-title" if not desk.beneath else "student-draw-over-title")
    return ft.Row(
        [
            icon_button(
                app, ft.Icons.ARROW_BACK_ROUNDED, app.words("student-back"), lambda: go(back),
                "back",
            ),
            ft.Container(_title(app, title), expand=True),
            icon_button(
                app, ft.Icons.UNDO_ROUNDED, app.words("student-draw-undo"), undo, "undo",
                Role.INK if desk.marks else Role.LINE, disabled=not desk.marks,
            ),
            icon_button(
                app, ft.Icons.REDO_ROUNDED, app.words("student-draw-redo"), redo, "redo",
                Role.INK if desk.undone else Role.LINE, disabled=not desk.undone,
            ),
            main_button(
                app, app.words("student-done"), done, "draw-done", ft.Icons.CHECK_ROUNDED,
                is_busy=desk.is_busy,
            ),
        ],
        spacing=Space.XS,
    )  # fmt: skip


def _title(app: AppState, title: str) -> ft.Control:
    """On a phone there is no room for it; whoever has the screen read aloud jumps to it there."""
    if not app.is_compact:
        return heading(title, max_lines=1)
    return ft.Semantics(
        header=True, heading_level=1, label=title, container=True,
        content=ft.Container(height=TARGET_PX),
    )  # fmt: skip
