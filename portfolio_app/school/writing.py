"""The one way in for every write: a device's push and a teacher's page become changes alike.

The verdict is the record table's, the order and the merging are `sync.server`'s, the storing is the
feed's. Nothing else may write a record.
"""

import itertools
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from portfolio_app.errors import Refused
from portfolio_app.model.people import OWN_SCOPE, Actor, LearnerId, PersonId, Role, learner_scope
from portfolio_app.model.records import KINDS, may_read, may_write, problem_with
from portfolio_app.model.values import JSON
from portfolio_app.school import deleting
from portfolio_app.school.database import facts, people, works
from portfolio_app.school.database.engine import Database, Transaction
from portfolio_app.school.database.feed import Feed
from sync import merge, server
from sync.change import Change, Rule, in_scope
from sync.clock import HybridClock
from sync.merge import RecordState
from sync.rows import fit
from sync.wire import Page, SyncReply, SyncRequest

HISTORY_LIMIT = 200
HISTORY_BYTES_LIMIT = 2 * 1024 * 1024
_UNKNOWN_SCOPE = "s/none"


@dataclass(frozen=True, slots=True)
class NewRecord:
    """A record that a person at the school makes: fields of one kind, written together."""

    scope: str
    id: str
    kind: str
    fields: Mapping[str, JSON]


def teacher_actor(transaction: Transaction, teacher: PersonId) -> Actor:
    """What a teacher may touch: their classes and the learners in them."""
    return Actor(
        teacher,
        Role.TEACHER,
        teaches=people.learners_taught_by(transaction, teacher),
        classes=people.class_ids_of(transaction, teacher, people.TEACHER),
    )


def learner_actor(transaction: Transaction, learner: LearnerId) -> Actor:
    """What a learner may touch: their own portfolio, and what their classes share."""
    classes = people.class_ids_of(transaction, learner, people.LEARNER)
    return Actor(PersonId(learner), Role.LEARNER, learner=learner, classes=classes)


def write_records(
    transaction: Transaction,
    actor: Actor,
    records: Sequence[NewRecord],
    *,
    now_ms: int,
    new_id: Callable[[], str],
) -> None:
    """Write new records as one group of changes. Raises Refused when the table says no.

    A record that is already there from the same form is left as it is: the form was sent twice.
    """
    feed = Feed(transaction)
    before = clock = facts.clock(transaction)
    group = new_id()
    changes = []
    for record in records:
        if feed.load(record.scope, record.id) is not None:
            continue
        for field, value in record.fields.items():
            clock = clock.tick(now_ms)
            rule = Rule(KINDS[record.kind].fields[field].rule)
            changes.append(
                Change(
                    new_id(), record.scope, record.id, record.kind, field, rule, value,
                    clock.last, group=group,
                )
            )  # fmt: skip
    taken = server.accept(
        changes,
        feed,
        author=actor.id,
        may_write=verdict(transaction, actor),
        clock=clock,
        now_ms=now_ms,
    )
    if taken.refused:
        reasons = ", ".join(sorted(set(taken.refused.values())))
        raise Refused(f"This cannot be kept ({reasons}); look at it again and change it.")
    facts.keep_clock(transaction, taken.clock, before)
    transaction.settle()


def exchange(
    database: Database,
    learner: LearnerId,
    request: SyncRequest,
    now_ms: int,
    note: Callable[[Transaction], None] | None = None,
) -> SyncReply:
    """Answer a device of `learner`: its pushes first, then what it has not seen.

    Whose portfolio "self" is comes from here and never from the request. `note`: what else is to be
    written down about the device; a push does it with its own commit.
    """
    own = learner_scope(learner)
    cursors = {own if scope == OWN_SCOPE else scope: at for scope, at in request.cursors.items()
               if scope != own}  # fmt: skip
    pushed = tuple(
        in_scope(change, _scope_from_device(change.scope, own)) for change in request.changes
    )

    def answer(transaction: Transaction) -> SyncReply:
        actor = learner_actor(transaction, learner)
        before = facts.clock(transaction)
        feed = Feed(transaction)
        feed.read_ahead(pushed)
        scopes = (own, *sorted(f"c/{classroom}" for classroom in actor.classes))
        house = server.HouseRules(
            may_write=verdict(transaction, actor),
            may_read=lambda scope: may_read(actor, scope),
            refuse_together=lambda changes: deleting.unasked(changes, feed),
            follow_up=lambda appended: deleting.recovered(appended, cursors, feed),
        )
        reply, clock = server.answer(
            replace(request, cursors=cursors, changes=pushed),
            feed,
            author=actor.id,
            house=house,
            allowed=tuple(scope for scope in scopes if may_read(actor, scope)),
            clock=before,
            now_ms=now_ms,
        )
        if pushed:
            facts.keep_clock(transaction, _having_seen(clock, reply), before)
            if note is not None:
                note(transaction)
        return reply

    # A pull alone needs no place in the writer's queue.
    reply = database.write(answer) if pushed else database.read(answer)
    if note is not None and not pushed:
        database.write(note)
    return _for_device(reply, own)


def history(
    database: Database, learner: LearnerId, record: str, after: int, now_ms: int
) -> SyncReply:
    """What was ever written to one record of a learner's own, a page at a time, oldest first.

    In the shape of an answer, so that a device reads it as it reads any other.
    """
    own = learner_scope(learner)

    def read(transaction: Transaction) -> SyncReply:
        feed = Feed(transaction)
        head, total = feed.head(own)
        rows = list(itertools.islice(feed.writes_since(own, after, [record]), HISTORY_LIMIT + 1))
        shown = tuple(rows[: fit([row.change for row in rows], HISTORY_LIMIT, HISTORY_BYTES_LIMIT)])
        more = len(shown) < len(rows)
        cursor = shown[-1].sequence if shown else min(after, head)
        return SyncReply(now_ms, pages={own: Page(after, shown, cursor, more, total)})

    return _for_device(database.read(read), own)


def verdict(transaction: Transaction, actor: Actor) -> server.Verdict:
    """What `sync.server` asks about every change, answered from the record table.

    And one rule across portfolios: a link's hash stands once. Whoever was sent a link could
    otherwise put a showcase of their own behind it, and keep it open once it is taken back.
    """

    def judge(change: Change, author: str, state: RecordState) -> str | None:
        if merge.is_erased(state):
            return server.REASON_ERASED
        if change.field == merge.ERASED_FIELD:
            return server.REASON_NOT_ALLOWED
        if not may_write(actor, change.scope, change.kind, change.field, author):
            return server.REASON_NOT_ALLOWED
        is_removal = change.rule is Rule.SET and change.value is None
        problem = problem_with(
            change.kind, change.field, change.rule.value, change.value, is_removal=is_removal
        )
        if problem is not None:
            return server.REASON_MALFORMED
        if (change.kind, change.field) == ("link", "hash"):
            transaction.settle()
            if works.links_by_hash(transaction, change.value):
                return server.REASON_NOT_ALLOWED
        return None

    return judge


def _scope_from_device(scope: str, own: str) -> str:
    """A device names its own portfolio "self"; any other name for a portfolio is refused."""
    if scope == OWN_SCOPE:
        return own
    return scope if scope.startswith("c/") else _UNKNOWN_SCOPE


def _having_seen(clock: HybridClock, reply: SyncReply) -> HybridClock:
    return clock.observe(max(reply.accepted.values(), default=""))


def _for_device(reply: SyncReply, own: str) -> SyncReply:
    pages = {}
    for scope, page in reply.pages.items():
        name = OWN_SCOPE if scope == own else scope
        rows = tuple(row.in_scope(name) for row in page.rows)
        pages[name] = replace(page, rows=rows)
    dropped = tuple(scope for scope in reply.dropped if scope != own)
    return replace(reply, pages=pages, dropped=dropped)
