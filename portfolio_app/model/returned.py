"""A change that the school did not take from somebody who had already left the device.

Nobody is there to be asked, so the school keeps it as a record of the learner's own, with all that
was typed, until they are at any device again and say what becomes of it.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from portfolio_app.model.values import JSON

RETURNED = "returned"
_PURPOSE = "portfolio returned change 1"


@dataclass(frozen=True, slots=True)
class Returned:
    """`change` as it travels (wire.md), and why it was not taken."""

    change: Mapping[str, JSON]
    reason: str


def record_of(change_id: str, part: str = "") -> str:
    """The record in which a change is kept, or the id of the write to its field `part`: the same
    however often it was handed in.
    """
    named = json.dumps([_PURPOSE, change_id, part], separators=(",", ":"))
    return hashlib.sha256(named.encode()).hexdigest()[:32]


def standing(records: Iterable[Mapping[str, JSON]]) -> tuple[Returned, ...]:
    """Those that nobody has decided about, oldest first; a half-arrived one is left out."""
    whole = [
        one
        for one in records
        if isinstance(one.get("change"), dict)
        and isinstance(one.get("reason"), str)
        and one.get("settled_ms") is None
    ]
    whole.sort(key=lambda one: str(one["change"].get("stamp", "")))
    return tuple(Returned(one["change"], one["reason"]) for one in whole)
