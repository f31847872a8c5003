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
from types import MappingProxyType
from typing import Any

from sync.clock import STAMP_PATTERN
from sync.errors import PeerError

JSON = Any
"""None, bool, int, float, str, list or dict with string keys, as the json module reads them."""

ID_PATTERN = re.compile(r"[0-9a-z][0-9a-z_-]{0,63}", re.ASCII)
CHANGE_ID_PATTERN = re.compile(r"[0-9a-f]{32}", re.ASCII)
SCOPE_PATTERN = re.compile(r"self|[pcs]/[0-9a-z][0-9a-z_-]{0,63}", re.ASCII)
NAME_PATTERN = re.compile(r"[a-z][a-z0-9_]{0,39}", re.ASCII)
SEEN_LIMIT = 256
VALUE_DEPTH_LIMIT = 16
EXTRA_LIMIT = 16
EXTRA_NAME_LIMIT = 40
NUMBER_LIMIT = 1 << 53
SCHEMA_LIMIT = 1_000_000


class Rule(Enum):
    """How two writes to one field become one value."""

    SCALAR = "scalar"  # the newest stamp wins
    SET = "set"  # members; an addition beats a removal that did not see it
    TEXT = "text"  # versions; one that nobody has seen replaced stays visible
    APPEND = "append"  # written once, by one author; the first write stands


@dataclass(frozen=True, slots=True)
class Change:
    """One write to one field.

    `id` 32 hex digits, random (a counter would repeat after a backup is restored); `scope` whose
    copy; `record` and `kind` what; `value` JSON (None in a SET change means "remove what `seen`
    names"); `stamp` see `sync.clock`; `seen` ids of earlier changes of the same field that this one
    replaces; `group` the id of the action that made it: changes of one group travel together as far
    as a request or a page has room, and each is judged alone; `author` who, as the server knows
    them; `schema` version of the kind table that wrote it; `extra` parts of a newer program.
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


_KNOWN = frozenset(
    (
        "id", "scope", "record", "kind", "field", "rule", "value", "stamp", "seen", "group",
        "author", "schema",
    )
)  # fmt: skip
_RULES = MappingProxyType({rule.value: rule for rule in Rule})
_FORMS = MappingProxyType(
    {
        "id": CHANGE_ID_PATTERN.pattern,
        "scope": SCOPE_PATTERN.pattern,
        "record": ID_PATTERN.pattern,
        "kind": NAME_PATTERN.pattern,
        "field": NAME_PATTERN.pattern,
        "stamp": STAMP_PATTERN.pattern,
        "group": f"(?:{CHANGE_ID_PATTERN.pattern})?",
        "author": f"(?:{ID_PATTERN.pattern})?",
    }
)
_TOGETHER = re.compile("\n".join(f"(?:{form})" for form in _FORMS.values()), re.ASCII)
"""One look in place of eight: no form has an end of line in it."""


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
    extra = _extra(body)
    rule = body.get("rule")
    if not isinstance(rule, str) or rule not in _RULES:
        raise PeerError("A change names no merge rule that this program knows.")
    seen = body.get("seen", ())
    if seen != () and (not isinstance(seen, list) or len(seen) > SEEN_LIMIT):
        raise PeerError(f"A change's 'seen' is not a list of at most {SEEN_LIMIT} ids.")
    if body.get("id") in seen:
        raise PeerError("A change says that it replaces itself.")
    value = body.get("value")
    _check_value(value, VALUE_DEPTH_LIMIT - 1)
    name, scope, record, kind, field, stamp, group, author = parts = _names(body)
    if not _are_well_formed(parts):
        raise PeerError(f"A change's '{_malformed(parts)}' is malformed.")
    for item in seen:
        _check_seen(item)
    schema = body.get("schema", 1)
    if type(schema) is not int or not 1 <= schema <= SCHEMA_LIMIT:
        raise PeerError("A change's 'schema' is not a whole number from 1.")
    return Change(
        name, scope, record, kind, field, _RULES[rule], value, stamp, tuple(seen), group, author,
        schema, extra,
    )  # fmt: skip


def in_scope(change: Change, scope: str) -> Change:
    """The change as somebody sees it who calls its scope by another name."""
    return Change(
        change.id, scope, change.record, change.kind, change.field, change.rule, change.value,
        change.stamp, change.seen, change.group, change.author, change.schema, change.extra,
    )  # fmt: skip


def with_stamp(change: Change, stamp: str, author: str) -> Change:
    """The change as a school stores it; `dataclasses.replace` takes six times as long."""
    return Change(
        change.id, change.scope, change.record, change.kind, change.field, change.rule,
        change.value, stamp, change.seen, change.group, author, change.schema, change.extra,
    )  # fmt: skip


def _extra(body: dict[str, JSON]) -> Mapping[str, JSON]:
    names = body.keys() - _KNOWN
    if not names:
        return {}
    if len(names) > EXTRA_LIMIT or any(len(name) > EXTRA_NAME_LIMIT for name in names):
        raise PeerError(
            f"A change carries more than {EXTRA_LIMIT} unknown parts, or one with a name longer "
            f"than {EXTRA_NAME_LIMIT} characters."
        )
    extra = {name: part for name, part in body.items() if name in names}
    _check_value(extra, VALUE_DEPTH_LIMIT - 1)
    return extra


def _names(body: dict[str, JSON]) -> tuple[JSON, ...]:
    """The parts of a change that are short texts of a known form, as in `_FORMS`."""
    get = body.get
    return (
        get("id"), get("scope"), get("record"), get("kind"), get("field"), get("stamp"),
        get("group", ""), get("author", ""),
    )  # fmt: skip


def _are_well_formed(parts: tuple[JSON, ...]) -> bool:
    """All at once: every change that arrives comes along here."""
    try:
        return _TOGETHER.fullmatch("\n".join(parts)) is not None
    except TypeError:
        return False


def _malformed(parts: tuple[JSON, ...]) -> str:
    """The name of the first part that is not as it must be."""
    for part, (name, pattern) in zip(parts, _FORMS.items(), strict=True):
        if not isinstance(part, str) or re.fullmatch(pattern, part, re.ASCII) is None:
            return name
    return "form"


def _check_seen(item: object) -> None:
    if not isinstance(item, str) or CHANGE_ID_PATTERN.fullmatch(item) is None:
        raise PeerError("A change's 'seen' is malformed.")


def _check_value(value: JSON, depth_left: int) -> None:
    """Refuse what one end could not store: deep nesting, half characters, inexact numbers."""
    if depth_left < 0:
        raise PeerError(f"A change's value is nested deeper than {VALUE_DEPTH_LIMIT}.")
    if isinstance(value, dict):
        for key, member in value.items():
            _check_text(key)
            _check_value(member, depth_left - 1)
    elif isinstance(value, list):
        for member in value:
            _check_value(member, depth_left - 1)
    elif isinstance(value, int | float):
        if not abs(value) <= NUMBER_LIMIT:  # written so that "not a number" is refused too
            raise PeerError("A change's number is too large to be kept exactly.")
    elif value is not None:
        _check_text(value)


def _check_text(value: object) -> None:
    if not isinstance(value, str):
        raise PeerError("A change's value is not JSON.")
    if not value.isascii() and any("\ud800" <= character <= "\udfff" for character in value):
        raise PeerError("A change's text holds half a character (a lone surrogate).")
