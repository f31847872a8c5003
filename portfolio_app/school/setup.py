"""Making a school: its folder, key, database, first teacher and first class.

Runs once, before the server does; what it makes is whole or not there.
"""

import os
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from portfolio_app.errors import BadInput
from portfolio_app.model.people import ClassId, PersonId
from portfolio_app.school import joining
from portfolio_app.school.accounts import Passwords, clean_email
from portfolio_app.school.database import access, facts, ledger, people, upgrade
from portfolio_app.school.database.engine import Database, Transaction
from portfolio_app.school.database.people import Classroom, Person
from portfolio_app.school.keyring import Keyring, key_path, read_key, write_key
from portfolio_app.school.places import Places, PostgresAddress

NAME_LIMIT = 120
_PASSWORD_ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"  # noqa: S105 - letters, not a password
_PASSWORD_GROUPS = 4
_NODE_BYTES = 8


@dataclass(frozen=True, slots=True)
class FirstTeacher:
    """Who may sign in first."""

    email: str
    name: str
    password: str


@dataclass(frozen=True, slots=True)
class FirstClass:
    """The first class, with the code that learners join it with."""

    id: str
    name: str
    code: str


def make_school(
    data: Path,
    environment: Mapping[str, str],
    *,
    name: str,
    address: str,
    now_ms: int,
) -> None:
    """Make the folder, the key and an empty database. Raises BadInput where one is already."""
    places = Places.from_environment(data, environment)
    if is_made(places.database):
        raise BadInput(f"There is a school in {data} already; nothing was changed.")
    if not name.strip() or len(name) > NAME_LIMIT:
        raise BadInput(f"The school's name needs 1 to {NAME_LIMIT} characters.")
    data.mkdir(mode=0o700, parents=True, exist_ok=True)
    data.chmod(0o700)
    where = key_path(data, environment)
    keyring = Keyring(read_key(where) if where.exists() else write_key(where))

    def begin(transaction: Transaction) -> None:
        facts.tell(transaction, facts.NAME, name.strip())
        facts.tell(transaction, facts.ADDRESS, address)
        facts.tell(transaction, facts.NODE, secrets.token_hex(_NODE_BYTES))
        ledger.note(transaction, ledger.OFFICE, "school_made", "school", now_ms)

    if isinstance(places.database, PostgresAddress):
        _begin_at(places.database, keyring, begin)
        return
    fresh = places.database.with_suffix(".new")
    fresh.unlink(missing_ok=True)
    _begin_at(fresh, keyring, begin)
    fresh.chmod(0o600)
    fresh.rename(places.database)
    folder = os.open(data, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def is_made(place: Path | PostgresAddress) -> bool:
    """Whether a school was made here. Raises StoreAway when its database does not answer."""
    if isinstance(place, PostgresAddress):
        return upgrade.has_name(place)
    return place.is_file()


def _begin_at(
    place: Path | PostgresAddress, keyring: Keyring, begin: Callable[[Transaction], None]
) -> None:
    upgrade.upgrade(place)
    database = Database(place, keyring)
    try:
        database.write(begin)
    finally:
        database.close()


def add_teacher(
    database: Database,
    passwords: Passwords,
    teacher: FirstTeacher,
    *,
    now_ms: int,
    new_id: Callable[[], str],
) -> PersonId:
    """Let somebody sign in. Raises BadInput for an address or a password that will not do."""
    email = clean_email(teacher.email)
    if "@" not in email.strip("@"):
        raise BadInput("The teacher's e-mail address is not one; it needs an @ in the middle.")
    hashed = passwords.hash(teacher.password)
    person_id = PersonId(new_id())
    given, _, family = " ".join(teacher.name.split()).partition(" ")
    person = Person(person_id, people.TEACHER, given or email.partition("@")[0], family)

    def add(transaction: Transaction) -> None:
        people.add_teacher(transaction, person, now_ms, email=email, password_hash=hashed)
        ledger.note(transaction, ledger.OFFICE, "teacher_added", person_id, now_ms)

    database.write(add)
    return person_id


def admit_teacher(
    database: Database,
    passwords: Passwords,
    teacher: FirstTeacher,
    *,
    now_ms: int,
    new_id: Callable[[], str],
) -> PersonId:
    """Give somebody a password: a teacher of a roster, one who forgot theirs, or a new one.

    Their open sessions end.
    """
    email = clean_email(teacher.email)
    known = database.read(lambda transaction: people.by_email(transaction, email))
    if known is None:
        return add_teacher(database, passwords, teacher, now_ms=now_ms, new_id=new_id)
    hashed = passwords.hash(teacher.password)

    def admit(transaction: Transaction) -> None:
        people.set_password(transaction, known.id, hashed)
        access.end_sessions_of(transaction, known.id)
        ledger.note(transaction, ledger.OFFICE, "password_set", known.id, now_ms)

    database.write(admit)
    return known.id


def add_class(
    database: Database,
    name: str,
    teacher: PersonId | None,
    *,
    now_ms: int,
    new_id: Callable[[], str],
) -> FirstClass:
    """Make a class with a class code, taught by `teacher` if there is one."""
    classroom = Classroom(ClassId(new_id()), " ".join(name.split())[:NAME_LIMIT])
    if not classroom.name:
        raise BadInput("A class needs a name.")

    def add(transaction: Transaction) -> str:
        people.add_class(transaction, classroom, now_ms)
        if teacher is not None:
            people.join_class(
                transaction, classroom.id, teacher, people.TEACHER, people.HOW_HAND, now_ms
            )
        code = joining.renew_class_code(transaction, classroom.id, now_ms=now_ms, new_id=new_id)
        return code.text

    return FirstClass(classroom.id, classroom.name, database.write(add))


def new_password() -> str:
    """A password of 80 bits that can be read out: four groups of four."""
    groups = (
        "".join(secrets.choice(_PASSWORD_ALPHABET) for _ in range(4))
        for _ in range(_PASSWORD_GROUPS)
    )
    return "-".join(groups)
