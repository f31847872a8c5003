"""What somebody says, on its way from the screen that hears it to the door that has it sealed.

No screen and no Flet may enter, and nothing of portfolios.
"""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable

from portfolio_app.model.voice import PIECE_BYTES, SAMPLE_BYTES, SOUND_BYTES_LIMIT

LOOK_SECONDS = 1.0
SILENT_LOOKS_LIMIT = 15
"""After so many looks without a sound the microphone, or the window, is taken to be gone."""


class Speaking:
    """What somebody says, handed over as it is heard. Use it from the event loop."""

    def __init__(self) -> None:
        self.sound_bytes = 0
        self.is_over = False
        self._heard: asyncio.Queue[bytes] = asyncio.Queue()

    @property
    def is_full(self) -> bool:
        """Whether a recording cannot be longer."""
        return self.sound_bytes >= SOUND_BYTES_LIMIT

    def hear(self, sound: bytes) -> None:
        """Take what was said since the last time; nothing after the end."""
        if self.is_over or self.is_full or not sound:
            return
        sound = sound[: SOUND_BYTES_LIMIT - self.sound_bytes]
        self.sound_bytes += len(sound)
        self._heard.put_nowait(sound)

    def end(self) -> None:
        """Nothing more is said; what was heard is kept."""
        if not self.is_over:
            self.is_over = True
            self._heard.put_nowait(b"")

    async def pieces(self, is_shown: Callable[[], bool]) -> AsyncIterator[bytes]:
        """What is to be sealed at once, until the end; or until nobody looks on any more."""
        waiting, looks = bytearray(), 0
        while looks < SILENT_LOOKS_LIMIT:
            sound: bytes | None = None
            with contextlib.suppress(TimeoutError):
                sound = await asyncio.wait_for(self._heard.get(), LOOK_SECONDS)
            looks = looks + 1 if sound is None else 0
            waiting += sound or b""
            if sound == b"" or not is_shown():
                break
            while len(waiting) >= PIECE_BYTES:
                yield bytes(waiting[:PIECE_BYTES])
                del waiting[:PIECE_BYTES]
        self.end()
        while not self._heard.empty():
            waiting += self._heard.get_nowait()
        whole = len(waiting) - len(waiting) % SAMPLE_BYTES
        for start in range(0, whole, PIECE_BYTES):
            yield bytes(waiting[start : min(start + PIECE_BYTES, whole)])
