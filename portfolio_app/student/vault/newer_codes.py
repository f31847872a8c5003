"""Which documents written since a snapshot had which codes, once there are many of them.

Shared by a table's state and all its forks, and only ever added to: it may name documents too many
(removed, changed, or of a batch that was undone) and never too few. One thread writes at a time;
others may look meanwhile.
"""

from __future__ import annotations

from collections.abc import Iterable

MANY = 250  # fewer are looked through one by one


class NewerCodes:
    """Document numbers by code. Complete or not: until it is, nobody may go by it."""

    def __init__(self) -> None:
        self.is_complete = False
        self._numbers: dict[int, int | list[int]] = {}

    def add(self, number: int, codes: Iterable[int]) -> None:
        """Note a document's codes."""
        known = self._numbers
        for code in codes:
            before = known.setdefault(code, number)
            if isinstance(before, list):
                before.append(number)
            elif before != number:
                known[code] = [before, number]

    def having_any(self, codes: Iterable[int]) -> list[int]:
        """Numbers of documents that may have any of the codes, perhaps more than once."""
        known, numbers = self._numbers, []
        for code in codes:
            found = known.get(code)
            if isinstance(found, list):
                numbers += found
            elif found is not None:
                numbers.append(found)
        return numbers
