"""Write: a text of one's own, kept while it is typed. What it said before can be read again."""

import asyncio
import contextlib
from dataclasses import dataclass, field

import flet as ft

from portfolio_app.errors import PortfolioError
from portfolio_app.model.artifact import WorkFile
from portfolio_app.model.records import TEXT_LIMIT
from portfolio_app.student import capturing
from portfolio_app.student.purposes import Purpose
from portfolio_app.student.screens.focused import focused_page
from portfolio_app.student.screens.purpose import (
    asked_purpose,
    on_with,
    purpose_notice,
    serve,
)
from portfolio_app.student.screens.shell import behind_lock, page_top
from portfolio_app.student.screens.versions import BETWEEN
from portfolio_app.student.state import AppState
from portfolio_app.student.theme import Role, Style
from portfolio_app.student.widgets import field as text_field
from portfolio_app.student.widgets import go, main_button, say, use_kept, words_of

WIDEST_PX = 720
LINES = 10
PAUSE_SECONDS = 1.5
"""Whoever stops for so long has their words kept as they are."""


@ft.observable
@dataclass
class Text:
    """The text being written. `file` is its id, "" while nothing of it is kept as a work, which
    will be for the `purpose`.
    """

    text: str = ""
    work: str = ""
    file: str = ""
    purpose: Purpose = field(default_factory=Purpose)
    _saved: str = ""
    _typed: int = 0
    _turn: asyncio.Lock = field(default_factory=asyncio.Lock)

    @property
    def is_changed(self) -> bool:
        """Whether there is something to keep."""
        return self.text != self._saved

    def typed(self, text: str) -> int:
        """The learner wrote; returns how often so far."""
        self.text = text
        self._typed += 1
        return self._typed

    def has_paused(self, typed: int) -> bool:
        """Whether nothing was written since then."""
        return self._typed == typed

    async def keep(self, app: AppState) -> None:
        """Keep the words as they are now; those typed meanwhile follow."""
        async with self._turn:
            while self.is_changed:
                text = self.text
                if self.file:
                    await app.doors.act(capturing.write_text, self.work, self.file, text)
                else:
                    self.work, self.file = await app.doors.act(capturing.add_text, text)
                    await serve(app, self.work, self.purpose)
                self._saved = text


@dataclass(frozen=True, slots=True)
class _Keeping:
    """Keeps one text of one learner, whose vault is `vault_id`, under the draft `name`."""

    app: AppState
    text: Text
    page: ft.Page
    name: str
    vault_id: str
    route: str

    def write(self, words: str) -> None:
        """The learner typed: a sealed draft at once, the text itself after a pause."""
        typed = self.text.typed(words)
        belongs = {"work": self.text.work, "file": self.text.file}
        self.app.doors.keep_draft(self.name, {"text": words, **belongs})
        self.page.run_task(self._keep_soon, typed)

    async def keep(self) -> None:
        """Keep it now. Somebody else's portfolio may be open by then: the draft is left alone."""
        if self.app.snapshot is not None and self.app.open.vault_id == self.vault_id:
            await self.text.keep(self.app)
            if not self.text.is_changed:
                self.app.doors.keep_draft(self.name, None)

    async def keep_quietly(self) -> None:
        """The same; where it cannot be kept, the draft stays and "Done" says what the matter is."""
        with contextlib.suppress(PortfolioError):
            await self.keep()

    def leave(self) -> None:
        """The screen goes, or seems to: it is told so too when it is drawn anew in its place."""
        if self.page.route == self.route:
            return
        with contextlib.suppress(AttributeError, RuntimeError):  # a closed window runs nothing
            self.page.run_task(self.keep_quietly)

    async def _keep_soon(self, typed: int) -> None:
        await asyncio.sleep(PAUSE_SECONDS)
        if self.text.has_paused(typed):
            await self.keep_quietly()


@behind_lock
def WriteText(app: AppState) -> ft.Control:  # noqa: N802
    """A sheet of paper to type on."""
    params = ft.use_route_params()
    work_id, file_id = params.get("work", ""), params.get("file", "")
    name = f"text:{file_id or 'new'}"
    text = use_kept(lambda: _begin(app, work_id, file_id, name))
    page = ft.context.page
    route = use_kept(lambda: page.route or "")
    keeping = _Keeping(app, text, page, name, app.open.vault_id, route)
    ft.use_effect(lambda: None, [], cleanup=keeping.leave)

    async def done() -> None:
        await keeping.keep()
        if not text.file:
            say(app.words("student-reflect-empty"))
            return
        go(f"/works/{text.work}" + ("" if file_id else "?new=1"))
        say(app.words("student-saved-here"))

    purpose = Purpose() if work_id else text.purpose
    back = f"/works/{work_id}" if work_id else on_with("/add", purpose)
    box = text_field(
        app, app.words("student-write-label"), text.text, keeping.write, "text-words",
        on_blur=keeping.keep_quietly, lines=LINES, limit=TEXT_LIMIT, autofocus=True,
    )  # fmt: skip
    return focused_page(
        app,
        [
            page_top(app, app.words("student-write-title"), back),
            *purpose_notice(app, purpose),
            box,
            _state(app, text),
        ],
        [main_button(app, app.words("student-done"), done, "text-done", ft.Icons.CHECK_ROUNDED)],
        WIDEST_PX,
    )


def _begin(app: AppState, work_id: str, file_id: str, name: str) -> Text:
    draft = app.doors.draft(name)
    # A new text that was kept as a work before the lock came goes on as that work.
    work_id, file_id = work_id or str(draft.get("work") or ""), file_id or str(draft.get("file"))
    work = app.open.work(work_id)
    file: WorkFile | None = work.file(file_id) if work else None
    # What two devices wrote apart comes in whole: whoever goes on here has seen all of it.
    words = BETWEEN.join(file.words) if file else ""
    text = str(draft["text"]) if draft.get("text") else words
    return Text(text, work_id if file else "", file_id if file else "", asked_purpose(app), words)


def _state(app: AppState, text: Text) -> ft.Control:
    """Saved or not yet, and how much room is left when there is little."""
    left = TEXT_LIMIT - len(text.text)
    if left < TEXT_LIMIT // 10:
        said = app.words("student-write-room", count=left)
    elif text.file and not text.is_changed:
        said = app.words("student-saved-here")
    else:
        said = app.words("student-write-how")
    return words_of(said, Style.LABEL, Role.SOFT)
