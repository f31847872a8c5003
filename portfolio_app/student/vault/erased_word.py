"""That the school deleted a portfolio of this device, for the door to say: when, and not whose."""

from __future__ import annotations

import contextlib
from pathlib import Path

from portfolio_app.errors import StoreDamaged
from portfolio_app.student.vault.disk import Disk, read_whole, replace_whole

WORD_NAME = "erased"
_BYTES_LIMIT = 20


def write_word(disk: Disk, folder: Path, now_ms: int) -> None:
    """Keep the time of the latest deletion, in one step."""
    replace_whole(disk, folder / WORD_NAME, str(now_ms).encode("ascii"))


def read_word(disk: Disk, folder: Path) -> int | None:
    """The time in ms since 1970; None where there was none, or what stands there is no time."""
    with contextlib.suppress(FileNotFoundError, StoreDamaged, ValueError):
        return int(read_whole(disk, folder / WORD_NAME, _BYTES_LIMIT))
    return None
