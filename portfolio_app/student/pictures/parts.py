"""How many parts a picture's file may have before walking them takes too long.

A part of a few bytes costs as much as one of many: a file that a phone sends in a second can hold
ten million of them.
"""

from __future__ import annotations

PARTS_LIMIT = 60_000


class TooManyParts(ValueError):
    """Refused; no program that people draw or photograph with writes so many."""


class Parts:
    """Counts, and refuses one too many."""

    def __init__(self, limit: int = PARTS_LIMIT) -> None:
        self._left = limit

    def count(self, parts: int = 1) -> None:
        """Raise TooManyParts once there are more than the limit."""
        self._left -= parts
        if self._left < 0:
            raise TooManyParts("more parts than any program writes")
