"""Everything that was ever written to one record, for whoever wants an older version back.

A scalar that lost to a newer one, and a text that another version replaced, leave the record but
never the feed. Reading them back is an ordinary change with the old value.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sync.change import Change
from sync.merge import RecordState
from sync.wire import FeedRow


@dataclass(frozen=True, slots=True)
class Version:
    """One write to a field, at its place in the feed; `is_standing`: the field still says it."""

    sequence: int
    change: Change
    is_standing: bool


def versions(rows: Iterable[FeedRow], state: RecordState) -> Mapping[str, tuple[Version, ...]]:
    """field -> its writes, newest stamp first. `rows` of one record; `state` as it is now."""
    found: dict[str, list[Version]] = {}
    for row in rows:
        kept = state.get(row.change.field, {})
        is_standing = row.change.id == kept.get("id") or row.change.id in kept.get("live", ())
        version = Version(row.sequence, row.change, is_standing)
        found.setdefault(row.change.field, []).append(version)
    return {
        name: tuple(sorted(some, key=lambda v: (v.change.stamp, v.change.id), reverse=True))
        for name, some in found.items()
    }
