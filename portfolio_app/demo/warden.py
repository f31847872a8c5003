"""A small process that waits for the demo to be gone, then ends what it left running.

It hears lines on standard input (watch PID, forget PID, clear FOLDER) and acts when they end, which
they also do when the demo is killed. It imports nothing of the product, to be there at once.
"""

import contextlib
import os
import shutil
import signal
import sys
import time
from collections.abc import Iterable
from pathlib import Path

GRACE_SECONDS = 10
LOOK_EVERY_SECONDS = 0.05
LINE_LIMIT = 4096


def main(lines: Iterable[str]) -> None:
    """Hear all lines, then end the watched process groups and clear the folders."""
    watched: set[int] = set()
    folders: list[Path] = []
    for line in lines:
        verb, _, rest = line[:LINE_LIMIT].rstrip("\n").partition(" ")
        if verb == "watch":
            watched.add(int(rest))
        elif verb == "forget":
            watched.discard(int(rest))
        elif verb == "clear":
            folders.append(Path(rest))
    _end(watched)
    for folder in folders:
        shutil.rmtree(folder, ignore_errors=True)


def _end(groups: set[int]) -> None:
    for group in groups:
        _signal(group, signal.SIGTERM)
    until = time.monotonic() + GRACE_SECONDS
    while any(_is_there(group) for group in groups) and time.monotonic() < until:
        time.sleep(LOOK_EVERY_SECONDS)
    for group in groups:
        _signal(group, signal.SIGKILL)


def _signal(group: int, number: signal.Signals) -> None:
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(group, number)


def _is_there(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except (ProcessLookupError, PermissionError):
        return False
    return True


if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    main(sys.stdin)
