"""TinyDB's cache of query results, for tables that several threads ask at once.

TinyDB's own is not made for that: one thread that clears it while another looks something up ends
in a wrong KeyError, or ends the program, because queries are compared by Python code meanwhile.
"""

from __future__ import annotations

import threading
from typing import Any

from tinydb.utils import LRUCache


class SharedCache(LRUCache[Any, Any]):
    """The same, one thread at a time."""

    def __init__(self, capacity: int | None = None) -> None:
        super().__init__(capacity)
        self._turn = threading.Lock()

    def get(self, key: Any, default: Any = None) -> Any:
        with self._turn:
            return super().get(key, default)

    def set(self, key: Any, value: Any) -> None:
        with self._turn:
            super().set(key, value)

    def clear(self) -> None:
        with self._turn:
            super().clear()
