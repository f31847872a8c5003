"""Versions of one text that nobody has replaced: joining two of them, where that is safe.

A text's history is a graph: each version names in `seen` those it replaced. The server alone joins,
because two devices that join apart would only part again. What it writes is an ordinary version
whose id, stamp and words follow from its parents, so that a school that came back from an older
copy of itself writes the very same one again.
"""

import hashlib
import heapq
import json
from collections.abc import Callable, Mapping, Sequence

from sync import text_merge
from sync.change import JSON, Change, Rule
from sync.clock import NODE_DIGITS, HybridClock
from sync.text_merge import Effort

ANCESTORS_LIMIT = 256  # how many versions are looked at before the two are left apart
HEADS_LIMIT = 4  # more than this stand beside each other: a person has to look anyway
JOINER = "school"
"""The author of a version that the school joined; no person is named so."""

_PURPOSE = "portfolio joined text 1"
_ONE, _OTHER, _OLDER = 1, 2, 4

Find = Callable[[str], Change | None]
"""The id of a change of this scope -> the change as it stands in the feed, or None."""


def joined(live: Mapping[str, Mapping[str, JSON]], find: Find, effort: Effort) -> Change | None:
    """One more version, that replaces two of the live ones; None where all must stay apart.

    `live`: id -> {"stamp", "value"}, the versions of one field. Ask again with the outcome: three
    versions may become one in two steps.
    """
    if not 1 < len(live) <= HEADS_LIMIT:
        return None
    heads = [find(key) for key in sorted(live, key=lambda key: (live[key]["stamp"], key))]
    found = [head for head in heads if head is not None and isinstance(head.value, str)]
    for place, one in enumerate(found):
        for other in found[place + 1 :]:
            words = _joined_words(one, other, find, effort)
            if words is not None:
                return _version(one, other, words)
    return None


def ancestor(one: Change, other: Change, find: Find) -> Change | None:
    """The one lowest common ancestor; None where there is none, more than one, or a gap.

    Newest first, so that few versions are looked at: what both come from is marked, and everything
    behind it is too old to matter.
    """
    marks = {one.id: _ONE, other.id: _OTHER}
    known = {one.id: one, other.id: other}
    waiting = [_newest_first(one), _newest_first(other)]
    heapq.heapify(waiting)
    common: list[str] = []
    looked = 0
    while any(not marks[key] & _OLDER for _, _, key in waiting):
        looked += 1
        if looked > ANCESTORS_LIMIT:
            return None
        key = heapq.heappop(waiting)[2]
        mark = marks[key]
        if mark == _ONE | _OTHER:
            common.append(key)
            mark |= _OLDER
        for parent_id in known[key].seen:
            parent = known.get(parent_id) or find(parent_id)
            if parent is None or not _is_same_text(parent, one):
                return None
            if marks.get(parent_id, 0) | mark != marks.get(parent_id, 0):
                marks[parent_id] = marks.get(parent_id, 0) | mark
                known[parent_id] = parent
                heapq.heappush(waiting, _newest_first(parent))
    lowest = [key for key in set(common) if not marks[key] & _OLDER]
    return known[lowest[0]] if len(lowest) == 1 else None


def _joined_words(one: Change, other: Change, find: Find, effort: Effort) -> str | None:
    if one.value == other.value:
        return str(one.value)
    source = ancestor(one, other, find)
    if source is None or source.id in (one.id, other.id) or not isinstance(source.value, str):
        return None
    return text_merge.joined(source.value, one.value, other.value, effort)


def _version(one: Change, other: Change, words: str) -> Change:
    parents: Sequence[str] = sorted((one.id, other.id))
    named = json.dumps([_PURPOSE, *parents, words], ensure_ascii=False, separators=(",", ":"))
    own = hashlib.sha256(named.encode()).hexdigest()[:32]
    clock = HybridClock(own[:NODE_DIGITS]).observe(max(one.stamp, other.stamp)).tick(0)
    return Change(
        id=own, scope=one.scope, record=one.record, kind=one.kind, field=one.field, rule=Rule.TEXT,
        value=words, stamp=clock.last, seen=tuple(parents), author=JOINER,
    )  # fmt: skip


def _is_same_text(change: Change, like: Change) -> bool:
    return change.rule is Rule.TEXT and (change.record, change.field) == (like.record, like.field)


def _newest_first(change: Change) -> tuple[int, int, str]:
    """An order of the heap: by stamp, newest first; a version's parents come after it."""
    from_end = -int(change.stamp[:12] + change.stamp[13:17], 16)
    return from_end, -int(change.id, 16), change.id
