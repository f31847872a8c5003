"""Bringing a roster into the database: what is new is added, what is known stays, nothing goes."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from portfolio_app.model.people import NAME_LIMIT, ClassId, PersonId
from portfolio_app.school import joining
from portfolio_app.school.accounts import clean_email
from portfolio_app.school.database import ledger, people
from portfolio_app.school.database.engine import Transaction
from portfolio_app.school.database.people import Classroom, Person
from portfolio_app.school.rosters.roster import Roster, RosterPerson


@dataclass(frozen=True, slots=True)
class Applied:
    """How many of each were new, and how many people had another name than before."""

    classes: int = 0
    teachers: int = 0
    learners: int = 0
    memberships: int = 0
    renamed: int = 0


def apply_roster(
    transaction: Transaction,
    roster: Roster,
    *,
    now_ms: int,
    new_id: Callable[[], str],
    teacher: PersonId | None = None,
) -> Applied:
    """Add what is not here yet, in one transaction.

    `teacher` teaches the classes that the roster gives no teacher.
    """
    added = _Adding(transaction, now_ms, new_id)
    ids = {
        (person.source, role): added.person(person, role)
        for role, everybody in (
            (people.TEACHER, roster.teachers),
            (people.LEARNER, roster.learners),
        )
        for person in everybody
    }
    for one in roster.classes:
        class_id = added.classroom(one.source, one.name)
        if teacher is not None and not one.teachers:
            added.membership(class_id, teacher, people.TEACHER)
        for role, sources in ((people.TEACHER, one.teachers), (people.LEARNER, one.learners)):
            for source in sources:
                added.membership(class_id, ids[source, role], role)
    ledger.note(transaction, ledger.OFFICE, "roster", "school", now_ms)
    return added.done


class _Adding:
    def __init__(self, transaction: Transaction, now_ms: int, new_id: Callable[[], str]) -> None:
        self._transaction = transaction
        self._now_ms = now_ms
        self._new_id = new_id
        self.done = Applied()

    def person(self, found: RosterPerson, role: str) -> PersonId:
        given, family = found.given[:NAME_LIMIT], found.family[:NAME_LIMIT]
        known = people.by_source(self._transaction, role, found.source)
        if known is not None:
            if (known.given, known.family) != (given, family):
                people.rename(self._transaction, replace(known, given=given, family=family))
                self.done = replace(self.done, renamed=self.done.renamed + 1)
            return known.id
        person = Person(PersonId(self._new_id()), role, given, family)
        if role == people.LEARNER:
            people.add_learner(self._transaction, person, self._now_ms, found.source)
            self.done = replace(self.done, learners=self.done.learners + 1)
        else:
            return self._teacher(person, found)
        return person.id

    def _teacher(self, person: Person, found: RosterPerson) -> PersonId:
        email = clean_email(found.email)
        here = people.by_email(self._transaction, email) if email else None
        if here is not None:
            people.set_source(self._transaction, here, found.source)
            return here.id
        people.add_teacher(
            self._transaction, person, self._now_ms, email=email, password_hash=None,
            source=found.source,
        )  # fmt: skip
        self.done = replace(self.done, teachers=self.done.teachers + 1)
        return person.id

    def classroom(self, source: str, name: str) -> str:
        known = people.class_by_source(self._transaction, source)
        if known is not None:
            return known.id
        made = Classroom(ClassId(self._new_id()), name[:NAME_LIMIT])
        people.add_class(self._transaction, made, self._now_ms, source)
        joining.renew_class_code(
            self._transaction, made.id, now_ms=self._now_ms, new_id=self._new_id
        )
        self.done = replace(self.done, classes=self.done.classes + 1)
        return made.id

    def membership(self, class_id: str, person_id: str, role: str) -> None:
        is_new = people.join_class(
            self._transaction, class_id, person_id, role, people.HOW_ROSTER, self._now_ms
        )
        self.done = replace(self.done, memberships=self.done.memberships + is_new)
