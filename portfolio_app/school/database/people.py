"""Who is at the school: people, classes and who belongs to which. Names lie sealed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, bindparam, insert, select, update
from sqlalchemy.exc import IntegrityError

from portfolio_app.errors import BadInput, NotFound
from portfolio_app.model.people import ClassId, LearnerId, PersonId, class_scope, learner_scope
from portfolio_app.school.database import tables
from portfolio_app.school.database.engine import Transaction

LEARNER = "learner"
TEACHER = "teacher"
PERSON = "person"
CLASSROOM = "class"
HOW_ROSTER = "roster"
HOW_HAND = "hand"
HOW_CLASS_CODE = "class_code"
PEOPLE_LIMIT = 20_000
CLASSES_LIMIT = 2_000

_CLASS_IDS = select(tables.memberships.c.class_id).where(
    tables.memberships.c.person_id == bindparam("person"),
    tables.memberships.c.role == bindparam("its_role"),
)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody at the school. `given` is what a guest may see; `family` never leaves the school."""

    id: PersonId
    role: str
    given: str
    family: str = ""
    picture: str = ""
    band: str = ""

    @property
    def name(self) -> str:
        """The whole name, as a teacher sees it."""
        return f"{self.given} {self.family}".strip()


@dataclass(frozen=True, slots=True)
class Classroom:
    """A class by its id and name."""

    id: ClassId
    name: str


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody in a class: `how` is "roster", "hand" or "class_code"."""

    person: Person
    class_id: ClassId
    how: str
    since_ms: int


def add_learner(
    transaction: Transaction, person: Person, now_ms: int, source: str | None = None
) -> None:
    """Keep a new learner; their name is sealed under their own key. `source`: their roster id."""
    keys = transaction.make_keys(learner_scope(LearnerId(person.id)))
    lookup = None if source is None else transaction.keyring.index("learner", source)
    transaction.connection.execute(
        insert(tables.people).values(
            id=person.id, role=LEARNER, sealed=keys.seal(PERSON, person.id, _document(person)),
            source_lookup=lookup, made_ms=now_ms,
        )
    )  # fmt: skip


def add_teacher(
    transaction: Transaction,
    person: Person,
    now_ms: int,
    *,
    email: str,
    password_hash: str | None,
    source: str | None = None,
) -> None:
    """Keep a new teacher. Raises BadInput when somebody signs in with this address already."""
    keyring = transaction.keyring
    values = {
        "id": person.id, "role": TEACHER, "made_ms": now_ms, "password_hash": password_hash,
        "sealed": keyring.own.seal(PERSON, person.id, _document(person)),
        "sign_in_lookup": keyring.index("email", email) if email else None,
        "source_lookup": None if source is None else keyring.index("teacher", source),
    }  # fmt: skip
    try:
        with transaction.connection.begin_nested():
            transaction.connection.execute(insert(tables.people).values(**values))
    except IntegrityError:
        raise BadInput(
            "A teacher with this e-mail address is here already; give another address."
        ) from None


def set_password(transaction: Transaction, person_id: str, password_hash: str) -> None:
    """Replace a teacher's password."""
    transaction.connection.execute(
        update(tables.people)
        .where(tables.people.c.id == person_id)
        .values(password_hash=password_hash)
    )


def rename(transaction: Transaction, person: Person) -> None:
    """Keep a person's names and picture anew."""
    keys = (
        transaction.keys(learner_scope(LearnerId(person.id)))
        if person.role == LEARNER
        else transaction.keyring.own
    )
    transaction.connection.execute(
        update(tables.people)
        .where(tables.people.c.id == person.id)
        .values(sealed=keys.seal(PERSON, person.id, _document(person)))
    )


def password_of(transaction: Transaction, email: str) -> tuple[PersonId, str] | None:
    """The id and password hash of whoever signs in with this address."""
    table = tables.people.c
    row = transaction.connection.execute(
        select(table.id, table.password_hash).where(
            table.sign_in_lookup == transaction.keyring.index("email", email),
            table.password_hash.is_not(None),
        )
    ).first()
    return (PersonId(row.id), row.password_hash) if row else None


def by_email(transaction: Transaction, email: str) -> Person | None:
    """The teacher with this e-mail address, whether or not they can sign in yet."""
    table = tables.people.c
    row = transaction.connection.execute(
        select(table.id, table.role, table.sealed).where(
            table.sign_in_lookup == transaction.keyring.index("email", email)
        )
    ).first()
    return _person(transaction, row) if row else None


def set_source(transaction: Transaction, person: Person, source: str) -> None:
    """Remember what a roster calls somebody who was here before it."""
    transaction.connection.execute(
        update(tables.people)
        .where(tables.people.c.id == person.id)
        .values(source_lookup=transaction.keyring.index(person.role, source))
    )


def by_source(transaction: Transaction, role: str, source: str) -> Person | None:
    """The person whom a roster calls `source`."""
    table = tables.people.c
    row = transaction.connection.execute(
        select(table.id, table.role, table.sealed).where(
            table.source_lookup == transaction.keyring.index(role, source)
        )
    ).first()
    return _person(transaction, row) if row else None


def find(transaction: Transaction, person_id: str) -> Person:
    """A person by id. Raises NotFound."""
    found = find_all(transaction, [person_id])
    if person_id not in found:
        raise NotFound("Nobody with this id is at the school.")
    return found[PersonId(person_id)]


def find_all(transaction: Transaction, ids: Iterable[str]) -> Mapping[PersonId, Person]:
    """People by id; unknown ids are left out."""
    table = tables.people.c
    rows = transaction.connection.execute(
        select(table.id, table.role, table.sealed).where(table.id.in_(list(ids)))
    )
    return {PersonId(row.id): _person(transaction, row) for row in rows}


def add_class(
    transaction: Transaction, classroom: Classroom, now_ms: int, source: str | None = None
) -> None:
    """Keep a new class; its feed has a key of its own."""
    keyring = transaction.keyring
    transaction.make_keys(class_scope(classroom.id))
    transaction.connection.execute(
        insert(tables.classes).values(
            id=classroom.id, made_ms=now_ms,
            sealed=keyring.own.seal(CLASSROOM, classroom.id, {"name": classroom.name}),
            source_lookup=None if source is None else keyring.index("class", source),
        )
    )  # fmt: skip


def class_by_source(transaction: Transaction, source: str) -> Classroom | None:
    """The class that a roster calls `source`."""
    table = tables.classes.c
    row = transaction.connection.execute(
        select(table.id, table.sealed).where(
            table.source_lookup == transaction.keyring.index("class", source)
        )
    ).first()
    return _classroom(transaction, row) if row else None


def classes(transaction: Transaction, member: str | None = None) -> tuple[Classroom, ...]:
    """All classes, or those of one person, by name."""
    table = tables.classes.c
    query = select(table.id, table.sealed).limit(CLASSES_LIMIT)
    if member is not None:
        of_member = select(tables.memberships.c.class_id).where(
            tables.memberships.c.person_id == member
        )
        query = query.where(table.id.in_(of_member))
    found = [_classroom(transaction, row) for row in transaction.connection.execute(query)]
    return tuple(sorted(found, key=lambda classroom: (classroom.name.casefold(), classroom.id)))


def classes_taught_by(transaction: Transaction, teacher: str) -> tuple[Classroom, ...]:
    """The classes that a person teaches, by name."""
    taught = class_ids_of(transaction, teacher, TEACHER)
    return tuple(one for one in classes(transaction, teacher) if one.id in taught)


def join_class(
    transaction: Transaction, class_id: str, person_id: str, role: str, how: str, now_ms: int
) -> bool:
    """Put somebody into a class; whether they were not in it before."""
    table = tables.memberships
    known = transaction.connection.scalar(
        select(table.c.role).where(table.c.class_id == class_id, table.c.person_id == person_id)
    )
    if known is not None:
        return False
    transaction.connection.execute(
        insert(table).values(
            class_id=class_id, person_id=person_id, role=role, how=how, since_ms=now_ms
        )
    )
    return True


def members(transaction: Transaction, class_id: str, role: str = LEARNER) -> tuple[Member, ...]:
    """Everybody with this role in a class, by name."""
    joined = tables.memberships.join(
        tables.people, tables.people.c.id == tables.memberships.c.person_id
    )
    rows = transaction.connection.execute(
        select(
            tables.people.c.id,
            tables.people.c.role,
            tables.people.c.sealed,
            tables.memberships.c.how,
            tables.memberships.c.since_ms,
        )
        .select_from(joined)
        .where(tables.memberships.c.class_id == class_id, tables.memberships.c.role == role)
        .limit(PEOPLE_LIMIT)
    )
    found = [
        Member(_person(transaction, row), ClassId(class_id), row.how, row.since_ms) for row in rows
    ]
    return tuple(sorted(found, key=lambda one: (one.person.name.casefold(), one.person.id)))


def learners_taught_by(transaction: Transaction, teacher: str) -> frozenset[LearnerId]:
    """The learners of all classes that this person teaches."""
    table = tables.memberships.c
    taught = select(table.class_id).where(table.person_id == teacher, table.role == TEACHER)
    rows = transaction.connection.execute(
        select(table.person_id).where(table.class_id.in_(taught), table.role == LEARNER)
    )
    return frozenset(LearnerId(row.person_id) for row in rows)


def class_ids_of(transaction: Transaction, person_id: str, role: str) -> frozenset[ClassId]:
    """The classes that somebody is in, in this role."""
    rows = transaction.rows(_CLASS_IDS, {"person": person_id, "its_role": role})
    return frozenset(ClassId(row[0]) for row in rows)


def _document(person: Person) -> dict[str, str]:
    return {
        "given": person.given,
        "family": person.family,
        "picture": person.picture,
        "band": person.band,
    }


def _person(transaction: Transaction, row: Row[*tuple[Any, ...]]) -> Person:
    keys = (
        transaction.keys(learner_scope(LearnerId(row.id)))
        if row.role == LEARNER
        else transaction.keyring.own
    )
    return Person(PersonId(row.id), row.role, **keys.open(PERSON, row.id, row.sealed))


def _classroom(transaction: Transaction, row: Row[*tuple[Any, ...]]) -> Classroom:
    document = transaction.keyring.own.open(CLASSROOM, row.id, row.sealed)
    return Classroom(ClassId(row.id), document["name"])
