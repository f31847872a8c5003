"""A class as its teacher sees it: who joined with which devices and codes, and what waits."""

from collections.abc import Mapping
from dataclasses import dataclass

from portfolio_app.errors import NotFound
from portfolio_app.model.artifact import Work
from portfolio_app.model.people import ClassId, LearnerId, PersonId, learner_scope
from portfolio_app.model.showcase import Showcase
from portfolio_app.school import joining
from portfolio_app.school.database import access, people, works
from portfolio_app.school.database.access import Code, Device
from portfolio_app.school.database.engine import Transaction
from portfolio_app.school.database.people import Classroom, Member, Person
from portfolio_app.school.review.shared import SharedRow, read_shared


@dataclass(frozen=True, slots=True)
class LearnerRow:
    """One learner of a class: `devices` that may still speak, and the code that is open, if any."""

    member: Member
    devices: tuple[Device, ...]
    code: Code | None


@dataclass(frozen=True, slots=True)
class ShowcaseRow:
    """A showcase with works that nobody approved as they are now."""

    learner: Person
    showcase: Showcase
    unapproved: tuple[Work, ...]


@dataclass(frozen=True, slots=True)
class ClassPage:
    """All that the page of a class shows."""

    classroom: Classroom
    learners: tuple[LearnerRow, ...]
    class_code: Code | None
    showcases: tuple[ShowcaseRow, ...]
    shared: tuple[SharedRow, ...]


def own_class(transaction: Transaction, teacher: PersonId, class_id: str) -> Classroom:
    """A class that this person teaches. Raises NotFound for any other."""
    if ClassId(class_id) in people.class_ids_of(transaction, teacher, people.TEACHER):
        found = next(
            (one for one in people.classes(transaction, teacher) if one.id == class_id), None
        )
        if found is not None:
            return found
    raise NotFound("There is no such class here.")


def own_learner(transaction: Transaction, teacher: PersonId, class_id: str, learner: str) -> Person:
    """A learner in a class that this person teaches. Raises NotFound for any other."""
    own_class(transaction, teacher, class_id)
    members = people.class_ids_of(transaction, learner, people.LEARNER)
    if ClassId(class_id) not in members:
        raise NotFound("There is no such learner here.")
    return people.find(transaction, learner)


def read_class(
    transaction: Transaction, teacher: PersonId, class_id: str, now_ms: int
) -> ClassPage:
    """The page of a class. Raises NotFound for a class of somebody else."""
    classroom = own_class(transaction, teacher, class_id)
    members = people.members(transaction, class_id)
    ids = [one.person.id for one in members]
    devices: dict[str, list[Device]] = {}
    for device in access.devices_of(transaction, ids):
        if device.revoked_ms is None:
            devices.setdefault(device.learner_id, []).append(device)
    codes = joining.personal_codes(transaction, class_id, now_ms)
    rows = tuple(
        LearnerRow(one, tuple(devices.get(one.person.id, ())), codes.get(one.person.id))
        for one in members
    )
    by_id = {one.person.id: one.person for one in members}
    return ClassPage(
        classroom, rows, joining.class_code(transaction, class_id, now_ms),
        _waiting_showcases(transaction, by_id), read_shared(transaction, by_id, now_ms),
    )  # fmt: skip


def revoke(transaction: Transaction, teacher: PersonId, device_id: str, now_ms: int) -> str:
    """Close out a device of one of this teacher's learners; its learner's id. Raises NotFound."""
    device = access.device(transaction, device_id)
    taught = people.learners_taught_by(transaction, teacher)
    if device is None or device.learner_id not in taught:
        raise NotFound("There is no such device here.")
    access.revoke_device(transaction, device_id, now_ms)
    return device.learner_id


def _waiting_showcases(
    transaction: Transaction, learners: Mapping[PersonId, Person]
) -> tuple[ShowcaseRow, ...]:
    scopes = [learner_scope(LearnerId(one)) for one in learners]
    found = works.showcases(transaction, scopes)
    wanted = [(scope, item) for scope, showcase in found for item in showcase.items]
    opened = works.open_works(transaction, wanted)
    rows = []
    for scope, showcase in found:
        in_it = [opened[scope, item] for item in showcase.items if (scope, item) in opened]
        unapproved = tuple(one for one in in_it if not one.is_approved and not one.is_binned)
        if unapproved:
            rows.append(ShowcaseRow(learners[PersonId(scope[2:])], showcase, unapproved))
    return tuple(rows)
