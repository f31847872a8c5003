"""Which showcases families can open now, until when, and how often somebody did.

The school keeps no address of a link and nobody who opened it: only that it was opened, and when.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from portfolio_app.model.people import LearnerId, PersonId, learner_scope
from portfolio_app.school.database import ledger, works
from portfolio_app.school.database.engine import Transaction
from portfolio_app.school.database.ledger import Openings
from portfolio_app.school.database.people import Person


@dataclass(frozen=True, slots=True)
class SharedRow:
    """One open link. `until_ms` in ms since 1970; `openings` is None while nobody used it."""

    learner: Person
    title: str
    until_ms: int
    openings: Openings | None


def read_shared(
    transaction: Transaction, learners: Mapping[PersonId, Person], now_ms: int
) -> tuple[SharedRow, ...]:
    """The links of these learners that are open now, by learner and then the longest first."""
    scopes = [learner_scope(LearnerId(one)) for one in learners]
    showcases = {(scope, one.id): one for scope, one in works.showcases(transaction, scopes)}
    opened = ledger.openings(transaction, scopes)
    rows = [
        SharedRow(
            learners[PersonId(scope[2:])],
            showcases[scope, link.showcase].title,
            link.until_ms,
            opened.get((scope, link.id)),
        )
        for scope, link in works.links(transaction, scopes)
        if link.is_open(now_ms) and (scope, link.showcase) in showcases
    ]
    return tuple(sorted(rows, key=lambda one: (one.learner.name, -one.until_ms)))
