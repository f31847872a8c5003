"""Everything that was ever written to one record, for whoever wants an older version back.

A scalar that lost to a newer one, and a text that another version replaced, leave the record but
never the feed. Reading them back is an ordinary change with the old value.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sync.change import Change
from sync.merge import RecordState
from sync.rows import Row


@dataclass(frozen=True, slots=True)
class Version:
    """One write to a field, at its place in the feed; `is_standing`: the field still says it."""

    sequence: int
    change: Change
    is_standing: bool


def versions(rows: Iterable[Row], state: RecordState) -> Mapping[str, tuple[Version, ...]]:
    """field -> its writes, newest stamp first. `rows` of one record; `state` as it is now."""
    found: dict[str, list[Version]] = {}
    for row in rows:
        change = row.change
        kept = state.get(change.field, {})
        is_standing = change.id == kept.get("id") or change.id in kept.get("live", ())
        found.setdefault(change.field, []).append(Version(row.sequence, change, is_standing))
    return {
        name: tuple(sorted(some, key=lambda v: (v.change.stamp, v.change.id), reverse=True))
        for name, some in found.items()
    }
