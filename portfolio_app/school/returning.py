"""What the school does not take of somebody who has left: kept for them, as a record of their own.

Whoever is at a device is shown what was refused by that device. Here nobody is, so the words go
into the portfolio itself, sealed as all of it is, and reach the learner wherever they sign in next.
"""

from collections.abc import Iterator, Mapping, Sequence

from portfolio_app.model.people import LearnerId, learner_scope
from portfolio_app.model.records import KINDS, problem_with
from portfolio_app.model.returned import RETURNED, record_of
from portfolio_app.school.database import facts
from portfolio_app.school.database.engine import Transaction
from portfolio_app.school.database.feed import Feed
from sync import change as changes
from sync import server
from sync.change import Change, Rule
from sync.clock import HybridClock


def keep(
    transaction: Transaction,
    learner: LearnerId,
    offered: Sequence[Change],
    refused: Mapping[str, str],
    now_ms: int,
) -> int:
    """Keep those of the offered changes that were refused (id -> reason); how many there were.

    A second time changes nothing.
    """
    before = facts.clock(transaction)
    clock = before.tick(now_ms)
    going = [
        (change, refused[change.id])
        for change in offered
        if change.id in refused
        and problem_with(RETURNED, "change", "append", changes.to_json(change)) is None
    ]
    feed = Feed(transaction)
    for change, reason in going:
        server.add(_fields(learner, change, reason, clock, now_ms), feed)
    if going:
        facts.keep_clock(transaction, clock, before)
    return len(going)


def _fields(
    learner: LearnerId, change: Change, reason: str, clock: HybridClock, now_ms: int
) -> Iterator[Change]:
    told = {"change": changes.to_json(change), "reason": reason, "at_ms": now_ms}
    for name, value in told.items():
        yield Change(
            record_of(change.id, name), learner_scope(learner), record_of(change.id), RETURNED,
            name, Rule(KINDS[RETURNED].fields[name].rule), value, clock.last,
            group=record_of(change.id), author=learner,
        )  # fmt: skip
