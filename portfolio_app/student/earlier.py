"""What a text said before: every version of it that this device or the school still has.

The device knows what stands now and what waits; what another version replaced is asked of the
school (docs/formats/wire.md, "GET /v1/history"). Only the learner's own words are shown. An older
version is brought back by an ordinary change, so nothing here writes. No Flet may enter.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum

from portfolio_app.errors import SchoolUnreachable
from portfolio_app.model.people import OWN_SCOPE
from portfolio_app.student.portfolio import Portfolio, School
from portfolio_app.student.school_line import (
    TIMEOUT_SECONDS,
    SchoolLine,
    check_status,
    line_to,
)
from sync import clock, wire
from sync.change import JSON, Change
from sync.errors import PeerError
from sync.versions import JOINER

PAGES_LIMIT = 25
"""Of 200 rows each: far more than anybody changes one work."""

_NODE = slice(-clock.NODE_DIGITS, None)


class Place(Enum):
    """Where a version was written, as far as a learner wants to know."""

    HERE = "here"
    ELSEWHERE = "there"  # on another of the learner's devices
    SCHOOL = "school"  # put together at school, of two of the learner's own


@dataclass(frozen=True, slots=True)
class Earlier:
    """One version. `is_now`: it stands now; `is_waiting`: the school has not got it yet."""

    words: str
    at_ms: int
    place: Place
    is_now: bool
    is_waiting: bool


@dataclass(frozen=True, slots=True)
class History:
    """Versions of one text, newest first; not `is_whole` where older ones are only at school."""

    entries: tuple[Earlier, ...]
    is_whole: bool


@dataclass(frozen=True, slots=True)
class _Written:
    """One write to the field; `author` is who wrote it, "" for the learner."""

    id: str
    stamp: str
    value: JSON
    author: str


def on_this_device(portfolio: Portfolio, record: str, field: str) -> History:
    """What this device has; without a school that is everything."""
    return _history(portfolio, record, field, (), is_whole=portfolio.school is None)


def with_the_school(
    portfolio: Portfolio, record: str, field: str, *, timeout_seconds: float = TIMEOUT_SECONDS
) -> History:
    """The same with what the school has. Raises SchoolUnreachable, Refused."""
    school = portfolio.school
    if school is None:
        return on_this_device(portfolio, record, field)
    rows: list[Change] = []
    after, is_whole = 0, False
    with line_to(school.address, school.token, timeout_seconds=timeout_seconds) as line:
        for _ in range(PAGES_LIMIT):
            page = _page(line, record, after)
            rows += [row.change for row in page.rows if row.change.record == record]
            if not page.more or page.cursor <= after:
                is_whole = True
                break
            after = page.cursor
    told = [_written(one) for one in rows if one.field == field and _is_own(one, school)]
    return _history(portfolio, record, field, told, is_whole=is_whole)


def _page(line: SchoolLine, record: str, after: int) -> wire.Page:
    status, raw = line.ask("GET", f"/v1/history/{OWN_SCOPE}/{record}?after={after}", None)
    check_status(status)
    try:
        return wire.decode_reply(raw).pages[OWN_SCOPE]
    except (PeerError, KeyError):
        raise SchoolUnreachable("The school's answer could not be read. Try again later.") from None


def _is_own(change: Change, school: School) -> bool:
    return change.author in ("", school.learner_id, JOINER)


def _history(
    portfolio: Portfolio, record: str, field: str, told: Iterable[_Written], *, is_whole: bool
) -> History:
    with portfolio.lock:
        state = portfolio.store.state(OWN_SCOPE, record).get(field, {})
        pending = [
            change
            for change in portfolio.store.changes_of(OWN_SCOPE, record)
            if change.field == field
        ]
        own_node = portfolio.clock().node
    known = {one.id: one for one in (*_standing(state), *map(_written, pending), *told)}
    now = set(state["live"]) if "live" in state else {state.get("id")}
    waiting = {change.id for change in pending}
    newest_first = sorted(known.values(), key=lambda one: (one.stamp, one.id), reverse=True)
    entries = (
        Earlier(
            one.value,
            clock.stamp_ms(one.stamp),
            _place(one, own_node),
            one.id in now,
            one.id in waiting,
        )
        for one in newest_first
        if isinstance(one.value, str) and (one.value.strip() or one.id in now)
    )
    return History(tuple(entries), is_whole)


def _standing(state: Mapping[str, JSON]) -> list[_Written]:
    """What a field's state still holds: one write, or every version that stands."""
    if "live" in state:
        return [
            _Written(one, kept["stamp"], kept["value"], "") for one, kept in state["live"].items()
        ]
    if "id" in state:
        return [_Written(state["id"], state["stamp"], state["value"], "")]
    return []


def _written(change: Change) -> _Written:
    return _Written(change.id, change.stamp, change.value, change.author)


def _place(one: _Written, own_node: str) -> Place:
    # A joined text has the first digits of its id as node (docs/formats/wire.md).
    node = one.stamp[_NODE]
    if one.author == JOINER or one.id.startswith(node):
        return Place.SCHOOL
    return Place.HERE if node == own_node else Place.ELSEWHERE
