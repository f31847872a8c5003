"""Which works wait for a teacher, which are being worked on, and which are answered.

The order comes from clear columns; only the works that a page shows are opened.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from portfolio_app.errors import NotFound
from portfolio_app.model.artifact import Work
from portfolio_app.model.judging import as_teacher_sees
from portfolio_app.model.people import (
    Actor,
    ClassId,
    LearnerId,
    PersonId,
    class_scope,
    learner_scope,
)
from portfolio_app.model.records import may_read
from portfolio_app.school import writing
from portfolio_app.school.database import people, works
from portfolio_app.school.database.engine import Transaction
from portfolio_app.school.database.people import Person
from portfolio_app.school.database.works import WorkPlace

ROWS_SHOWN = 30
ROWS_LIMIT = 180


@dataclass(frozen=True, slots=True)
class Row:
    """One work in a list, with whose it is and since when it stands there (ms since 1970)."""

    learner: Person
    work: Work
    since_ms: int


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the queue: its rows, and how many there are in all."""

    rows: tuple[Row, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Queue:
    """A teacher's works. `waiting` longest first, the others newest first."""

    waiting: Section
    in_progress: Section
    answered: Section


def read_queue(
    transaction: Transaction, teacher: PersonId, rows: int = ROWS_SHOWN, classroom: str = ""
) -> Queue:
    """The queue of a teacher, of all classes or of one; `rows` of each section."""
    actor = writing.teacher_actor(transaction, teacher)
    places = works.places(transaction, [learner_scope(one) for one in _learners(
        transaction, actor, classroom)])  # fmt: skip
    waiting = sorted(
        (one for one in places if one.is_waiting),
        key=lambda one: (one.judged_ms or 0, one.artifact),
    )
    unjudged = [one for one in places if one.judged_ms is None and one.answered_ms is None]
    answered = [one for one in places if one.answered_ms is not None and not one.is_waiting]
    count = min(rows, ROWS_LIMIT)
    return Queue(
        _section(transaction, waiting, count),
        _section(transaction, sorted(unjudged, key=_made, reverse=True), count),
        _section(transaction, sorted(answered, key=_answered, reverse=True), count),
    )


def next_waiting(transaction: Transaction, teacher: PersonId) -> WorkPlace | None:
    """The work that waits longest."""
    actor = writing.teacher_actor(transaction, teacher)
    places = works.places(transaction, [learner_scope(one) for one in actor.teaches])
    waiting = [one for one in places if one.is_waiting]
    return min(waiting, key=lambda one: (one.judged_ms or 0, one.artifact), default=None)


def waiting_count(transaction: Transaction, teacher: PersonId) -> int:
    """How many works wait."""
    actor = writing.teacher_actor(transaction, teacher)
    places = works.places(transaction, [learner_scope(one) for one in actor.teaches])
    return sum(one.is_waiting for one in places)


def find_work(
    transaction: Transaction, teacher: PersonId, learner: str, work_id: str
) -> tuple[Actor, Person, Work]:
    """A work that this teacher may see. Raises NotFound for any other, there or not.

    Where a class of the learner seals self-assessments, theirs is closed until it is rated.
    """
    actor = writing.teacher_actor(transaction, teacher)
    scope = learner_scope(LearnerId(learner))
    found = None
    if may_read(actor, scope):
        found = works.open_works(transaction, [(scope, work_id)]).get((scope, work_id))
    if found is None:
        raise NotFound("There is no such work here.")
    shown = as_teacher_sees(found, is_sealed=seals_for(transaction, learner))
    return actor, people.find(transaction, learner), shown


def seals_for(transaction: Transaction, learner: str) -> bool:
    """Whether a class of a learner seals their self-assessments until the teacher has rated."""
    classes = people.class_ids_of(transaction, learner, people.LEARNER)
    return works.class_rules(transaction, [class_scope(one) for one in classes]).seals


def _learners(transaction: Transaction, actor: Actor, classroom: str) -> frozenset[LearnerId]:
    if not classroom:
        return actor.teaches
    if ClassId(classroom) not in actor.classes:
        raise NotFound("There is no such class here.")
    members = people.members(transaction, classroom)
    return frozenset(LearnerId(one.person.id) for one in members)


def _section(transaction: Transaction, places: Sequence[WorkPlace], count: int) -> Section:
    shown = places[:count]
    opened = works.open_works(transaction, [(one.scope, one.artifact) for one in shown])
    names = people.find_all(transaction, {one.scope[2:] for one in shown})
    rows = tuple(
        Row(names[PersonId(one.scope[2:])], opened[one.scope, one.artifact], _since(one))
        for one in shown
        if (one.scope, one.artifact) in opened and PersonId(one.scope[2:]) in names
    )
    return Section(rows, len(places))


def _since(place: WorkPlace) -> int:
    if place.is_waiting:
        return place.judged_ms or place.made_ms
    return place.answered_ms or place.made_ms


def _made(place: WorkPlace) -> tuple[int, str]:
    return place.made_ms, place.artifact


def _answered(place: WorkPlace) -> tuple[int, str]:
    return place.answered_ms or 0, place.artifact
