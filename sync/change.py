"""The one thing that travels: a change to one field of one record.

A record is never sent; only what happened to its fields is. Each change carries the rule by which
it merges, so that this package needs no list of kinds, and carries what it does not understand in
`extra`, so that a newer program's words pass through an older one unharmed.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from enum import Enum
from typing import Any

from sync.clock import is_stamp
from sync.errors import PeerError

JSON = (
    Any  # None, bool, int, float, str, list or dict with string keys, as the json module reads them
)

ID_PATTERN = re.compile(r"[0-9a-z][0-9a-z_-]{0,63}", re.ASCII)
CHANGE_ID_PATTERN = re.compile(r"[0-9a-f]{32}", re.ASCII)
SCOPE_PATTERN = re.compile(r"self|[pcs]/[0-9a-z][0-9a-z_-]{0,63}", re.ASCII)
NAME_PATTERN = re.compile(r"[a-z][a-z0-9_]{0,39}", re.ASCII)
SEEN_LIMIT = 256
VALUE_DEPTH_LIMIT = 16
EXTRA_LIMIT = 16
NUMBER_LIMIT = 1 << 53


class Rule(Enum):
    """How two writes to one field become one value."""

    SCALAR = "scalar"  # the newest stamp wins
    SET = "set"  # members; an addition beats a removal that did not see it
    TEXT = "text"  # versions; one that nobody has seen replaced stays visible
    APPEND = "append"  # written once, by one author; the first write stands


@dataclass(frozen=True, slots=True)
class Change:
    """One write to one field.

    `id` 32 hex digits, random; `scope` whose copy; `record` and `kind` what; `value` JSON (None in a
    SET change means "remove what `seen` names"); `stamp` see `sync.clock`; `seen` ids of earlier
    changes of the same field that this one replaces; `group` changes that must appear together;
    `author` who, as the server knows them; `schema` version of the kind table that wrote it.
    """

    id: str
    scope: str
    record: str
    kind: str
    field: str
    rule: Rule
    value: JSON
    stamp: str
    seen: tuple[str, ...] = ()
    group: str = ""
    author: str = ""
    schema: int = 1
    extra: Mapping[str, JSON] = dataclass_field(default_factory=dict)


_KNOWN = (
    "id",
    "scope",
    "record",
    "kind",
    "field",
    "rule",
    "value",
    "stamp",
    "seen",
    "group",
    "author",
    "schema",
)


def to_json(change: Change) -> dict[str, JSON]:
    """The change as a JSON object; empty optional parts are left out."""
    body: dict[str, JSON] = dict(change.extra)
    body.update(
        id=change.id,
        scope=change.scope,
        record=change.record,
        kind=change.kind,
        field=change.field,
        rule=change.rule.value,
        value=change.value,
        stamp=change.stamp,
    )
    if change.seen:
        body["seen"] = list(change.seen)
    if change.group:
        body["group"] = change.group
    if change.author:
        body["author"] = change.author
    if change.schema != 1:
        body["schema"] = change.schema
    return body


def from_json(body: object) -> Change:
    """Read a change; raises `PeerError` naming the part that is wrong, never its content."""
    if not isinstance(body, dict):
        raise PeerError("A change is not a JSON object.")
    extra = {key: value for key, value in body.items() if key not in _KNOWN}
    if len(extra) > EXTRA_LIMIT:
        raise PeerError(f"A change carries more than {EXTRA_LIMIT} unknown parts.")
    try:
        rule = Rule(body.get("rule"))
    except ValueError:
        raise PeerError("A change names no merge rule that this program knows.") from None
    seen = body.get("seen", [])
    if not isinstance(seen, list) or len(seen) > SEEN_LIMIT:
        raise PeerError(f"A change's 'seen' is not a list of at most {SEEN_LIMIT} ids.")
    _check_value([body.get("value"), extra], VALUE_DEPTH_LIMIT)
    stamp = body.get("stamp")
    if not is_stamp(stamp):
        raise PeerError("A change's 'stamp' is malformed.")
    return Change(
        id=_text(body, "id", CHANGE_ID_PATTERN),
        scope=_text(body, "scope", SCOPE_PATTERN),
        record=_text(body, "record", ID_PATTERN),
        kind=_text(body, "kind", NAME_PATTERN),
        field=_text(body, "field", NAME_PATTERN),
        rule=rule,
        value=body.get("value"),
        stamp=str(stamp),
        seen=tuple(_matched(item, "seen", CHANGE_ID_PATTERN) for item in seen),
        group=_text(body, "group", CHANGE_ID_PATTERN) if body.get("group") else "",
        author=_text(body, "author", ID_PATTERN) if body.get("author") else "",
        schema=_schema(body.get("schema", 1)),
        extra=extra,
    )


def _text(body: dict[str, JSON], name: str, pattern: re.Pattern[str]) -> str:
    return _matched(body.get(name), name, pattern)


def _matched(value: object, name: str, pattern: re.Pattern[str]) -> str:
    if not isinstance(value, str) or pattern.fullmatch(value) is None:
        raise PeerError(f"A change's '{name}' is malformed.")
    return value


def _schema(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 1 <= value <= 1_000_000:
        raise PeerError("A change's 'schema' is not a whole number from 1.")
    return value


def _check_value(value: JSON, depth_left: int) -> None:
    """Refuse what one of the two ends could not store: deep nesting, half characters, huge numbers."""
    if depth_left < 0:
        raise PeerError(f"A change's value is nested deeper than {VALUE_DEPTH_LIMIT}.")
    if isinstance(value, str):
        if not value.isascii() and any("\ud800" <= character <= "\udfff" for character in value):
            raise PeerError("A change's text holds half a character (a lone surrogate).")
    elif isinstance(value, dict):
        for key, member in value.items():
            _check_value(key, depth_left)
            _check_value(member, depth_left - 1)
    elif isinstance(value, list):
        for member in value:
            _check_value(member, depth_left - 1)
    elif isinstance(value, int | float) and abs(value) > NUMBER_LIMIT:
        raise PeerError("A change's number is too large to be kept exactly.")
