"""A clock that says what the story says, and ids that come out the same at every run.

Tokens are not scripted: one that everybody can compute opens every door it was made for.
"""

import hashlib
import itertools
import secrets
from collections.abc import Callable

from portfolio_app.student.portfolio import World

_TOKEN_BYTES = 24


class ScriptedTime:
    """What the clock shows in ms since 1970: a moment of the story, then the real time."""

    def __init__(self, real_ms: Callable[[], int]) -> None:
        self._real_ms = real_ms
        self._shown_ms: int | None = 0

    def show(self, at_ms: int) -> None:
        """Set the clock to a moment of the story."""
        self._shown_ms = at_ms

    def be_real(self) -> None:
        """Show the real time from now on."""
        self._shown_ms = None

    def now_ms(self) -> int:
        """What the clock shows."""
        return self._real_ms() if self._shown_ms is None else self._shown_ms


def scripted_ids(seed: str) -> Callable[[], str]:
    """A source of ids of 32 hex digits, equal for equal seeds. One thread at a time."""
    numbers = itertools.count()
    return lambda: hashlib.sha256(f"{seed}/{next(numbers)}".encode()).hexdigest()[:32]


def scripted_world(seed: str, time: ScriptedTime) -> World:
    """The world of one learner in the story."""
    return World(
        now_ms=time.now_ms,
        new_id=scripted_ids(seed),
        new_token=lambda: secrets.token_urlsafe(_TOKEN_BYTES),
    )
