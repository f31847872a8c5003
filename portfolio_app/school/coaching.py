"""What a teacher adds to a learner's own tools: proposals, notes, invitations, and class rules.

All of it goes through the one write path; the record table says who may. Nothing here changes a
word of a learner's.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from portfolio_app.model.class_rules import ClassRules, rule_fields
from portfolio_app.model.people import (
    NAME_LIMIT,
    ClassId,
    LearnerId,
    PersonId,
    class_scope,
    learner_scope,
)
from portfolio_app.model.values import JSON
from portfolio_app.school import writing
from portfolio_app.school.database.engine import Transaction
from portfolio_app.school.database.people import Person
from portfolio_app.school.writing import NewRecord


@dataclass(frozen=True, slots=True)
class Moment:
    """When it happens, and where fresh ids come from."""

    now_ms: int
    new_id: Callable[[], str]


def propose(
    transaction: Transaction,
    teacher: Person,
    learner: LearnerId,
    moment: Moment,
    *,
    goal: str,
    steps: Sequence[str],
    words: str = "",
    splits: str = "",
) -> str:
    """Propose steps for a goal, or smaller ones in the place of the step `splits`; its id.

    The learner accepts or declines. Raises Refused when the table says no.
    """
    fields = {"goal": goal, "step": splits or None, "steps": list(steps), "words": words}
    return _keep(transaction, teacher, learner_scope(learner), "proposal", fields, moment)


def note(
    transaction: Transaction,
    teacher: Person,
    learner: LearnerId,
    moment: Moment,
    *,
    words: str,
    topic: str = "",
) -> str:
    """Note something beside a learner's profile, where the learner can read it; its id."""
    fields = {"topic": topic or None, "words": words}
    return _keep(transaction, teacher, learner_scope(learner), "profile_note", fields, moment)


def invite(
    transaction: Transaction,
    teacher: Person,
    learner: LearnerId,
    moment: Moment,
    *,
    topic: str,
    words: str = "",
) -> str:
    """Ask a learner to look at a topic of the profile again; its id."""
    fields = {"topic": topic, "words": words}
    scope = learner_scope(learner)
    return _keep(transaction, teacher, scope, "profile_invitation", fields, moment)


def decide(
    transaction: Transaction, teacher: Person, classroom: ClassId, moment: Moment, rules: ClassRules
) -> str:
    """Choose the rules of a class from now on; what was chosen before stays in the record."""
    scope = class_scope(classroom)
    return _keep(transaction, teacher, scope, "class_rules", rule_fields(rules), moment)


def _keep(
    transaction: Transaction,
    teacher: Person,
    scope: str,
    kind: str,
    fields: Mapping[str, JSON],
    moment: Moment,
) -> str:
    actor = writing.teacher_actor(transaction, PersonId(teacher.id))
    signed = {**fields, "by": teacher.name[:NAME_LIMIT], "at_ms": moment.now_ms}
    record = NewRecord(scope, moment.new_id(), kind, signed)
    writing.write_records(transaction, actor, [record], now_ms=moment.now_ms, new_id=moment.new_id)
    return record.id
