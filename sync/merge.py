"""From changes to what a record says now: commutative, repeatable, and nothing typed is dropped.

A record's state is JSON, so that a device and a server can store and fingerprint the same bytes:

    {field: {"rule": "scalar" | "append", "id": …, "stamp": …, "value": …}}
    {field: {"rule": "set" | "text", "live": {id: {"stamp": …, "value": …}}, "gone": [id, …]}}

SET and TEXT share one law: a write adds itself and retires exactly the writes it had seen. For a
set that is add-wins (Shapiro et al., "A comprehensive study of CRDTs", 2011, observed-remove set);
for text it is a register that keeps every version nobody has yet replaced.

`gone` is a short memory, newest last, not a history: in a feed a change never stands before one
that it has seen, and never twice, so a retired write cannot come back and its name may be
forgotten. Within GONE_LIMIT any order and any repeat gives the same live writes; beyond it, every
order in which causes come before effects still does.
"""

import json
from collections.abc import Iterable, Mapping

from sync.change import JSON, SEEN_LIMIT, Change, Rule
from sync.errors import PeerError

RecordState = Mapping[str, Mapping[str, JSON]]
EMPTY: RecordState = {}
ERASED_FIELD = "erased_ms"
"""The one field whose meaning merging knows: a record that has it has no other (wire.md)."""

LIVE_LIMIT = SEEN_LIMIT  # what one write can still replace all at once
GONE_LIMIT = 64


def apply(state: RecordState, change: Change) -> RecordState:
    """The state with one more change; the order of changes does not matter, nor do repeats.

    Raises `PeerError` where the change names another rule than the field already has, or where
    more than LIVE_LIMIT writes would stand beside each other.
    """
    if change.field == ERASED_FIELD and change.rule is Rule.SCALAR:
        return {ERASED_FIELD: _newest(state.get(ERASED_FIELD), change)}
    if is_erased(state):
        return state
    before = state.get(change.field)
    if before is not None and before["rule"] != change.rule.value:
        raise PeerError(f"The field '{change.field}' already merges by another rule.")
    if change.rule is Rule.SCALAR:
        after = _newest(before, change)
    elif change.rule is Rule.APPEND:
        after = _first(before, change)
    else:
        after = _versions(before, change)
    return state if after is before else {**state, change.field: after}


def is_erased(state: RecordState) -> bool:
    """Whether all that a record said was taken away for good."""
    return ERASED_FIELD in state


def apply_all(state: RecordState, changes: Iterable[Change]) -> RecordState:
    """The state with all of these changes."""
    for change in changes:
        state = apply(state, change)
    return state


def view(state: RecordState) -> dict[str, JSON]:
    """What the record says: scalar and append fields as values, sets as sorted lists without
    doubles, text as a list of versions, newest first (more than one: two people or devices wrote).
    """
    return {name: _shown(field) for name, field in state.items()}


def live_ids(state: RecordState, field: str, value: JSON = None) -> tuple[str, ...]:
    """Ids that a new write to a set or text field has seen: all live ones, or one member's."""
    live = state.get(field, {}).get("live", {})
    return tuple(
        sorted(key for key, item in live.items() if value is None or _is_same(item["value"], value))
    )


def newest_stamp(state: RecordState) -> str:
    """The newest stamp anywhere in the record."""
    stamps = [field["stamp"] for field in state.values() if "stamp" in field]
    for field in state.values():
        stamps.extend(item["stamp"] for item in field.get("live", {}).values())
    return max(stamps, default="")


def _newest(before: Mapping[str, JSON] | None, change: Change) -> Mapping[str, JSON]:
    if before is not None and (before["stamp"], before["id"]) >= (change.stamp, change.id):
        return before
    return _single(change)


def _first(before: Mapping[str, JSON] | None, change: Change) -> Mapping[str, JSON]:
    if before is not None and (before["stamp"], before["id"]) <= (change.stamp, change.id):
        return before
    return _single(change)


def _single(change: Change) -> Mapping[str, JSON]:
    return {
        "rule": change.rule.value,
        "id": change.id,
        "stamp": change.stamp,
        "value": change.value,
    }


def _versions(before: Mapping[str, JSON] | None, change: Change) -> Mapping[str, JSON]:
    live: dict[str, JSON] = dict(before["live"]) if before else {}
    gone: list[str] = list(before["gone"]) if before else []
    is_removal = change.rule is Rule.SET and change.value is None
    if not is_removal and change.id not in gone:
        live[change.id] = {"stamp": change.stamp, "value": change.value}
    for seen in change.seen:
        live.pop(seen, None)
        if seen not in gone:
            gone.append(seen)
    if len(live) > LIVE_LIMIT:
        raise PeerError(f"The field '{change.field}' has more than {LIVE_LIMIT} versions.")
    return {"rule": change.rule.value, "live": live, "gone": gone[-GONE_LIMIT:]}


def _shown(field: Mapping[str, JSON]) -> JSON:
    if field["rule"] == Rule.TEXT.value:
        ordered = sorted(
            field["live"].items(), key=lambda item: (item[1]["stamp"], item[0]), reverse=True
        )
        return [item["value"] for _, item in ordered]
    if field["rule"] == Rule.SET.value:
        members = {_sort_key(item["value"]): item["value"] for item in field["live"].values()}
        return [members[key] for key in sorted(members)]
    return field["value"]


def _sort_key(value: JSON) -> tuple[bool, str]:
    """Tells 1 from "1" and from True, which Python's own equality does not."""
    is_text = isinstance(value, str)
    return is_text, value if is_text else json.dumps(value, sort_keys=True)


def _is_same(one: JSON, other: JSON) -> bool:
    return _sort_key(one) == _sort_key(other)
