"""A teacher's answer to a work: the rubric rated, words, a next step, and whether to share it.

What a form says becomes records here, through the one write path.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from portfolio_app.errors import BadInput
from portfolio_app.model.artifact import Work, content_fingerprint
from portfolio_app.model.assessment import Rating, Ratings, write_ratings
from portfolio_app.model.judging import RubricOf
from portfolio_app.model.people import NAME_LIMIT, Actor, LearnerId, PersonId, learner_scope
from portfolio_app.model.records import TITLE_LIMIT, WORDS_LIMIT
from portfolio_app.model.values import WHY_LIMIT, identifier, sha256
from portfolio_app.school import writing
from portfolio_app.school.database import blobs, ledger
from portfolio_app.school.database.engine import Transaction
from portfolio_app.school.database.people import Person
from portfolio_app.school.review.queue import find_work
from portfolio_app.school.writing import NewRecord
from rubrics.rubric import Rubric

FORM_ID_LIMIT = 48
"""Leaves room for what is put behind it to name the approval."""

SEND = "send"
SEND_AND_APPROVE = "send_and_approve"
APPROVE = "approve"
NOT_YET = "not_yet"
_ACTIONS = (SEND, SEND_AND_APPROVE, APPROVE, NOT_YET)


@dataclass(frozen=True, slots=True)
class Answered:
    """What came of a form: whether the work changed after the page was made."""

    has_changed: bool


class StillComing(BadInput):
    """A work is to be approved before its pictures are here to be looked at."""


class NothingSaid(BadInput):
    """A form that asks to send feedback without any."""


def answer(
    transaction: Transaction,
    teacher: Person,
    learner: str,
    work_id: str,
    form: Mapping[str, str],
    rubric_of: RubricOf,
    *,
    now_ms: int,
    new_id: Callable[[], str],
) -> Answered:
    """Keep what a form says. Raises NotFound, NothingSaid, StillComing or BadInput, and keeps
    nothing.
    """
    actor, _, work = find_work(transaction, PersonId(teacher.id), learner, work_id)
    action, form_id, seen = form.get("action"), form.get("form_id", ""), form.get("seen", "")
    is_odd = identifier(form_id) or len(form_id) > FORM_ID_LIMIT or sha256(seen)
    if action not in _ACTIONS or is_odd:
        raise BadInput("The form could not be read; open the page again.")
    scope, by = learner_scope(LearnerId(learner)), teacher.name[:NAME_LIMIT]
    records = []
    if action in (SEND, SEND_AND_APPROVE):
        fields = _feedback(work, form, rubric_of)
        at_ms = _after(work, now_ms)
        records.append(NewRecord(scope, form_id, "feedback", {**fields, "by": by, "at_ms": at_ms}))
    if action in (APPROVE, SEND_AND_APPROVE) and not _is_here(transaction, scope, work):
        raise StillComing("Pictures of this work are still on their way; approve it once seen.")
    if action != SEND:
        # What she saw, not what is there now: a change that came meanwhile is not approved.
        decision = {
            "artifact": work.id,
            "decision": "not_yet" if action == NOT_YET else "approved",
            "content": seen,
            "by": by,
            "at_ms": max([now_ms, *(one.at_ms for one in work.approvals)]),
        }
        records.append(NewRecord(scope, f"{form_id}-approval", "approval", decision))
    _keep(transaction, actor, records, now_ms, new_id)
    ledger.note(transaction, teacher.id, action, work.id, now_ms)
    return Answered(content_fingerprint(work) != seen)


def _is_here(transaction: Transaction, scope: str, work: Work) -> bool:
    """Whether every picture that a guest would get could be seen by whoever approves it."""
    return all(
        blobs.find(transaction, scope, file.preview) is not None
        for file in work.files
        if file.preview
    )


def _keep(
    transaction: Transaction,
    actor: Actor,
    records: list[NewRecord],
    now_ms: int,
    new_id: Callable[[], str],
) -> None:
    writing.write_records(transaction, actor, records, now_ms=now_ms, new_id=new_id)


def _feedback(work: Work, form: Mapping[str, str], rubric_of: RubricOf) -> dict[str, object]:
    judged = next(
        (one for one in work.self_assessments if one.id == form.get("self_assessment")), None
    )
    rubric = rubric_of(judged.rubric, judged.rubric_source) if judged else None
    ratings = _ratings(form, rubric) if rubric else {}
    words = _text(form, "words", WORDS_LIMIT)
    next_step = _text(form, "next_step", TITLE_LIMIT * 4)
    if not ratings and not words and not next_step:
        raise NothingSaid("There is no feedback in the form yet; rate, or write something.")
    return {
        "artifact": work.id,
        "self_assessment": judged.id if judged else None,
        "rubric": judged.rubric if judged and rubric else None,
        "rubric_source": rubric.source_hash or None if rubric else None,
        "ratings": write_ratings(ratings),
        "words": words,
        "next_step": next_step,
    }


def _ratings(form: Mapping[str, str], rubric: Rubric) -> Ratings:
    """Only criteria and levels that the rubric has."""
    found = {}
    for criterion in rubric.criteria:
        level = form.get(f"level.{criterion.id}", "")
        if criterion.level(level) is not None:
            found[criterion.id] = Rating(level, _text(form, f"why.{criterion.id}", WHY_LIMIT))
    return found


def _text(form: Mapping[str, str], name: str, limit: int) -> str:
    text = form.get(name, "").strip()
    if len(text) > limit:
        raise BadInput(f"One of the texts is longer than {limit} characters; shorten it.")
    return text


def _after(work: Work, now_ms: int) -> int:
    """A time after the learner's newest judgement, whose device's clock may run ahead of ours."""
    return max([now_ms, *(one.at_ms for one in work.self_assessments)])
