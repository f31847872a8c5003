"""Work that a second thread does meanwhile, one piece after the other.

For work that lets go of the interpreter (hashing, writing): beside sealing, which does not, it
costs no time of its own. What the work is must not enter.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor


class Aside:
    """One thread, started with the first piece of work. Use it in a `with`."""

    def __init__(self, name: str, most_waiting: int) -> None:
        """Let at most `most_waiting` pieces wait or be in hand; whoever brings more waits."""
        self._name = name
        self._most_waiting = most_waiting
        self._waiting: deque[Future[None]] = deque()
        self._thread: ThreadPoolExecutor | None = None

    def do(self, work: Callable[[], None]) -> None:
        """Let the thread do this next; raises what an earlier piece raised."""
        if self._thread is None:
            self._thread = ThreadPoolExecutor(1, self._name)
        if len(self._waiting) >= self._most_waiting:
            self._waiting.popleft().result()
        self._waiting.append(self._thread.submit(work))

    def finish(self) -> None:
        """Return when everything is done; raises what a piece raised."""
        while self._waiting:
            self._waiting.popleft().result()

    def __enter__(self) -> Aside:
        return self

    def __exit__(self, *problem: object) -> None:
        if self._thread is not None:
            self._thread.shutdown(cancel_futures=True)
