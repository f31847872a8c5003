"""Files that a teacher has looked at and not taken yet: in memory, a few, for a while.

Nothing here is a learner's. After a restart, or when others needed the room, the file is chosen
again; the page says so.
"""

import threading
from collections.abc import Mapping
from dataclasses import dataclass

from portfolio_app.model.people import PersonId

FILES_LIMIT = 8
BYTES_LIMIT = 96 << 20
WAIT_MS = 60 * 60 * 1000


@dataclass(frozen=True, slots=True)
class Waiting:
    """One file: what it is called, its bytes, what it is to hold, and which columns mean what."""

    name: str
    content: bytes
    document: str
    columns: Mapping[str, str]


class Tray:
    """The files that wait, the newest last; each is seen by whoever put it there alone."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._files: dict[tuple[PersonId, str], tuple[int, Waiting]] = {}

    def put(self, teacher: PersonId, name: str, file: Waiting, now_ms: int) -> None:
        """Lay a file down under a name; the oldest make room for it."""
        with self._lock:
            self._files[teacher, name] = now_ms, file
            self._make_room(now_ms)

    def find(self, teacher: PersonId, name: str, now_ms: int) -> Waiting | None:
        """The file under this name, while it waits."""
        with self._lock:
            self._make_room(now_ms)
            found = self._files.get((teacher, name))
        return found[1] if found else None

    def drop(self, teacher: PersonId, name: str) -> None:
        """Take a file off the tray."""
        with self._lock:
            self._files.pop((teacher, name), None)

    def _make_room(self, now_ms: int) -> None:
        for key, (at_ms, _) in list(self._files.items()):
            used_bytes = sum(len(one.content) for _, one in self._files.values())
            is_full = len(self._files) > FILES_LIMIT or used_bytes > BYTES_LIMIT
            if is_full or now_ms - at_ms > WAIT_MS:
                del self._files[key]
