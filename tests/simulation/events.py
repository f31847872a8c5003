"""What happened, written down while it happens, and the checks of that history.

In the manner of Jepsen: a device *invokes* a request; it comes back *ok*, or nobody knows (*info*).
The checks look at nothing but the list, so that a mistake in the world's own state cannot hide.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from portfolio_app.model.deletion import ASKED, asks_first
from portfolio_app.school import deleting
from sync.change import Change
from sync.wire import SyncReply


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened. `ids` of changes; `places`: (scope, cursor) or the like."""

    what: str
    device: str
    ids: frozenset[str] = frozenset()
    places: tuple[tuple[str, int], ...] = ()
    granted: tuple[str, ...] = ()


@dataclass(slots=True)
class Events:
    """The history of one schedule."""

    happened: list[Event] = field(default_factory=list)

    def invoked(self, device: str, ids: Iterable[str]) -> None:
        """A request left a device."""
        self.happened.append(Event("invoke", device, frozenset(ids)))

    def ok(self, device: str, accepted: Iterable[str]) -> None:
        """Its answer arrived."""
        self.happened.append(Event("ok", device, frozenset(accepted)))

    def info(self, device: str) -> None:
        """Nobody knows whether a request arrived."""
        self.happened.append(Event("info", device))

    def typed(self, device: str, change_id: str) -> None:
        """A device kept what was typed, and said so."""
        self.happened.append(Event("typed", device, frozenset({change_id})))

    def holds(self, device: str, what: str, ids: Iterable[str], cursors: Mapping[str, int]) -> None:
        """What a device has and how far it has read, after an answer or a restart."""
        places = tuple(sorted(cursors.items()))
        self.happened.append(Event(what, device, frozenset(ids), places))

    def signed_out(self, device: str) -> None:
        """A shared tablet was emptied; what waited lies in a bundle."""
        self.happened.append(Event("signed_out", device))

    def served(self, device: str, reply: SyncReply, granted: tuple[str, ...]) -> None:
        """Rows that left the school, with the grants of that moment."""
        places = tuple((scope, len(page.rows)) for scope, page in reply.pages.items())
        ids = frozenset(row.change.id for page in reply.pages.values() for row in page.rows)
        self.happened.append(Event("served", device, ids, places, granted))

    def deleted(self, fresh: Sequence[Change], reply: SyncReply, kept: set[str]) -> None:
        """How many works a push put into the bin without anybody having been asked."""
        works = {
            change.record
            for change in fresh
            if deleting._bins(change)
            and change.record in kept
            and change.extra.get(ASKED) is not True
            and change.id in reply.accepted
        }
        self.happened.append(Event("binned", "", frozenset(works), (("kept", len(kept)),)))


def check(events: Events, feeds: Mapping[str, Sequence[str]], *, is_restored: bool) -> None:
    """All checks of a history against the feeds (scope -> ids in order) that were left at the end.

    Where an older copy of a disk took its place, what it had forgotten is not asked for.
    """
    check_exactly_once(events, feeds, is_restored=is_restored)
    check_grants(events)
    check_deletions(events)
    if not is_restored:
        check_monotonic(events)
        check_own_writes(events, feeds)


def check_exactly_once(
    events: Events, feeds: Mapping[str, Sequence[str]], *, is_restored: bool
) -> None:
    """Every change that was answered with ok is in the feeds, and none is there twice."""
    every = [change_id for feed in feeds.values() for change_id in feed]
    assert len(every) == len(set(every)), "a change is twice in the feeds"
    acknowledged = {one for event in events.happened if event.what == "ok" for one in event.ids}
    if not is_restored:
        assert acknowledged <= set(every), "an acknowledged change is in no feed"


def check_grants(events: Events) -> None:
    """No row was delivered without a grant at that moment."""
    for event in events.happened:
        if event.what == "served":
            sent = {scope for scope, rows in event.places if rows}
            assert sent <= set(event.granted), "rows were delivered without a grant"


def check_deletions(events: Events) -> None:
    """No push put many works into the bin without a person."""
    for event in events.happened:
        if event.what == "binned":
            assert not asks_first(len(event.ids), event.places[0][1]), "many works went unasked"


def check_monotonic(events: Events) -> None:
    """No device ever reads less of a scope than before, unless it reads it all anew or lost it."""
    read: dict[tuple[str, str], int] = {}
    for event in events.happened:
        if event.what == "signed_out":
            read = {key: cursor for key, cursor in read.items() if key[0] != event.device}
        if event.what in ("read", "restart"):
            now = dict(event.places)
            for (device, scope), cursor in list(read.items()):
                if device == event.device and scope in now:
                    assert now[scope] >= cursor or now[scope] == 0, "a device reads backwards"
            for scope in {scope for device, scope in read if device == event.device} - now.keys():
                del read[event.device, scope]
            read |= {(event.device, scope): cursor for scope, cursor in now.items()}


def check_own_writes(events: Events, feeds: Mapping[str, Sequence[str]]) -> None:
    """What a device typed it still has, or has read in the feed, after every answer and restart."""
    place = {one: (scope, at) for scope, feed in feeds.items() for at, one in enumerate(feed, 1)}
    typed: dict[str, set[str]] = {}
    for event in events.happened:
        if event.what == "typed":
            typed.setdefault(event.device, set()).update(event.ids)
        elif event.what == "signed_out":
            typed.pop(event.device, None)
        elif event.what in ("read", "restart"):
            cursors = dict(event.places)
            for one in typed.get(event.device, set()) - event.ids:
                scope, at = place.get(one, ("", 0))
                assert 0 < at <= cursors.get(scope, 0), "a device lost what was typed on it"
