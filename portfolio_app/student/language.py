"""Which language the screens of a window speak: the device's at the door, behind it the learner's.

What the words are stands in `locales`; whose record holds a language, the portfolio knows.
"""

import asyncio
import contextlib
import logging

from portfolio_app.locales import MAX_LANGUAGE_CHARACTERS, Words
from portfolio_app.student.state import AppState
from portfolio_app.student.vault.device_keeper import DeviceKeeper

KEPT_NAME = "language"

log = logging.getLogger(__name__)


class WindowLanguage:
    """The words of one window. Runs on the event loop; files are read and written in threads."""

    def __init__(self, state: AppState, keeper: DeviceKeeper | None) -> None:
        """The device speaks the language of `state` until somebody chose another at its door."""
        self._state = state
        self._keeper = keeper
        self._first = state.words.language

    async def at_door(self) -> None:
        """Nobody's portfolio is open: speak what was chosen for this device."""
        kept = await asyncio.to_thread(self._kept)
        if self._state.snapshot is None:
            self._say_in(kept or self._first)

    async def choose_at_door(self, language: str) -> None:
        """Somebody chose a language for this device; it is remembered where there is room."""
        self._say_in(language)
        if self._keeper is not None:
            try:
                await asyncio.to_thread(self._keeper.put, KEPT_NAME, self._words_tag())
            except OSError as problem:
                log.warning("The language of this device was not kept: %s", problem.strerror)

    def as_learner(self, language: str) -> None:
        """A portfolio is open: speak its learner's language."""
        self._say_in(language)

    def _say_in(self, language: str) -> None:
        words = Words(language)
        if words.language != self._state.words.language:
            self._state.words = words

    def _words_tag(self) -> bytes:
        return self._state.words.language.encode()

    def _kept(self) -> str:
        """What was chosen here; nothing where that cannot be read."""
        if self._keeper is None:
            return ""
        with contextlib.suppress(OSError):
            return (self._keeper.get(KEPT_NAME) or b"").decode("ascii", "replace")[
                :MAX_LANGUAGE_CHARACTERS
            ]
        return ""
