"""The rows of a feed on their way: as a change, or as the JSON in which a log keeps one; and how
many of them go into one message.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from sync import change as changes
from sync.change import JSON, Change

ENCODER = json.JSONEncoder(
    ensure_ascii=False, separators=(",", ":"), allow_nan=False, check_circular=False
)
_CHANGE_FRAME_BYTES = 640  # what a change weighs without its value, its extra and its seen
_SEEN_ITEM_BYTES = 35
_ROW_FRAME_BYTES = 192  # brackets, a sequence, the id, and another name for the scope


@dataclass(frozen=True, slots=True)
class FeedRow:
    """One row of a scope's feed: `sequence` counts from 1 without gaps a reader could miss."""

    sequence: int
    change: Change

    @property
    def scope(self) -> str:
        """The scope of the change."""
        return self.change.scope

    @property
    def group(self) -> str:
        """The action that the change belongs to."""
        return self.change.group

    @property
    def size_bytes(self) -> int:
        """Never less than what the row weighs on the wire."""
        return change_size_bytes(self.change)

    def in_scope(self, scope: str) -> "FeedRow":
        """The same row as somebody sees it who calls the scope by another name."""
        return FeedRow(self.sequence, changes.in_scope(self.change, scope))


@dataclass(frozen=True, slots=True)
class KeptRow:
    """A row whose change stays the JSON in which a log keeps it, checked when it came in.

    Most rows are only passed on: reading each and writing it again would be most of an answer's
    work. `rest` is what `to_json` says of a change without `extra`, behind id and scope; see
    `kept_row`.
    """

    sequence: int
    scope: str
    id: str
    rest: bytes

    @property
    def raw(self) -> bytes:
        """The change as JSON."""
        return _beginning(self.id, self.scope) + self.rest

    @property
    def change(self) -> Change:
        """The change, read anew each time."""
        return changes.from_json(json.loads(self.raw))

    @property
    def group(self) -> str:
        """The action that the change belongs to."""
        return self.change.group

    @property
    def size_bytes(self) -> int:
        """Never less than what the row weighs on the wire."""
        return len(self.rest) + len(self.scope) + _ROW_FRAME_BYTES

    def in_scope(self, scope: str) -> "KeptRow":
        """The same row as somebody sees it who calls the scope by another name."""
        return KeptRow(self.sequence, scope, self.id, self.rest)


Row = FeedRow | KeptRow


def kept_row(sequence: int, scope: str, change_id: str, raw: bytes) -> Row:
    """A row from the JSON that a log keeps of its change; `raw` is not read where it need not be.

    A change with parts of a newer program begins otherwise and is read.
    """
    beginning = _beginning(change_id, scope)
    if raw.startswith(beginning):
        return KeptRow(sequence, scope, change_id, raw[len(beginning) :])
    return FeedRow(sequence, changes.from_json(json.loads(raw)))


def value_size_bytes(value: JSON) -> int:
    """How large a value is on the wire, in bytes."""
    text = ENCODER.encode(value)
    return len(text) if text.isascii() else len(text.encode("utf-8"))


def content_size_bytes(change: Change) -> int:
    """What VALUE_BYTES_LIMIT bounds: a change's value and the parts this program does not know."""
    return value_size_bytes(change.value) + (
        value_size_bytes(dict(change.extra)) if change.extra else 0
    )


def change_size_bytes(change: Change) -> int:
    """Never less than what a change weighs on the wire, in bytes."""
    return _CHANGE_FRAME_BYTES + content_size_bytes(change) + _SEEN_ITEM_BYTES * len(change.seen)


class _Grouped(Protocol):
    @property
    def group(self) -> str: ...


def fit(offered: Sequence[Change], count_limit: int, room_bytes: int) -> int:
    """How many of the first `offered` go into one request or page: at least one if there is any.

    Where it must cut, it cuts between groups, unless one group alone is larger than the room.
    """
    return fit_sized(offered, map(change_size_bytes, offered), count_limit, room_bytes)


def fit_sized(
    offered: Sequence[_Grouped], sizes: Iterable[int], count_limit: int, room_bytes: int
) -> int:
    """The same for changes or rows of which it is known what each weighs, in bytes."""
    count = 0
    for size_bytes in sizes:
        room_bytes -= size_bytes
        if count == count_limit or (count and room_bytes < 0):
            break
        count += 1
    if count < len(offered):
        whole = count
        while whole and offered[whole].group and offered[whole].group == offered[whole - 1].group:
            whole -= 1
        count = whole or count
    return count


def _beginning(change_id: str, scope: str) -> bytes:
    """How the JSON of a change begins that has nothing in it but what this program knows."""
    return f'{{"id":"{change_id}","scope":"{scope}",'.encode()
