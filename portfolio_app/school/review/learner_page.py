"""A learner as their teacher sees them: goals with steps, thoughts, what they say of
themself, notes.

Only what the record table lets this teacher see is read. Proposals, notes and invitations go
through `coaching`; nothing here changes a word of the learner's.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from portfolio_app.errors import BadInput, NotFound
from portfolio_app.model.goal import Goal, assemble_goals
from portfolio_app.model.people import LearnerId, PersonId, learner_scope
from portfolio_app.model.profile import Profile, assemble_profile
from portfolio_app.model.records import PROPOSED_STEPS_LIMIT, TITLE_LIMIT, TOPICS, may_read
from portfolio_app.school import coaching, writing
from portfolio_app.school.coaching import Moment
from portfolio_app.school.database import blobs, ledger, people, works
from portfolio_app.school.database.blobs import Blob
from portfolio_app.school.database.engine import Transaction
from portfolio_app.school.database.people import Person
from portfolio_app.school.review.thoughts import Thought, read_thoughts

PROPOSE, NOTE, INVITE = "propose", "note", "invite"
WORDS_TYPED_LIMIT = 4_000
_GOALS = ("goal", "step", "check_in", "proposal", "proposal_answer")
_PROFILE = ("profile_entry", "profile_note", "profile_invitation")


@dataclass(frozen=True, slots=True)
class LearnerPage:
    """All that the page shows; goals that are not in the bin, oldest first."""

    learner: Person
    goals: tuple[Goal, ...]
    profile: Profile
    thoughts: tuple[Thought, ...] = ()

    def about(self, goal: str) -> tuple[Thought, ...]:
        """What the learner thinks of a goal; with "" of what they can, and of two works."""
        return tuple(one for one in self.thoughts if one.told.goal == goal)


class NotKept(BadInput):
    """A form in which something is missing; `name` ends the key of its words."""

    def __init__(self, name: str) -> None:
        super().__init__("Something is missing in the form.")
        self.name = name


def read_learner(transaction: Transaction, teacher: PersonId, learner: str) -> LearnerPage:
    """The page of one learner. Raises NotFound for one whom this person does not teach."""
    actor = writing.teacher_actor(transaction, teacher)
    scope = learner_scope(LearnerId(learner))
    if not may_read(actor, scope):
        raise NotFound("There is no such learner here.")
    goals = assemble_goals(works.seen_records(transaction, actor, scope, _GOALS))
    profile = assemble_profile(works.seen_records(transaction, actor, scope, _PROFILE))
    shown = tuple(one for one in goals if not one.is_binned)
    thoughts = read_thoughts(transaction, actor, scope)
    return LearnerPage(people.find(transaction, learner), shown, profile, thoughts)


def find_voice(transaction: Transaction, teacher: PersonId, learner: str, file: str) -> Blob | None:
    """What was said in a thought on the page, None where it has not come. Raises NotFound."""
    page = read_learner(transaction, teacher, learner)
    voices = (voice for one in page.thoughts for voice in one.voices)
    media = next((voice.media for voice in voices if voice.id == file), "")
    return blobs.find(transaction, learner_scope(LearnerId(learner)), media)


def keep_said(
    transaction: Transaction,
    teacher: Person,
    learner: str,
    form: Mapping[str, str],
    now_ms: int,
    new_id: Callable[[], str],
) -> str:
    """Keep what a form of the page says; which it was. Raises NotFound, NotKept or Refused."""
    page = read_learner(transaction, PersonId(teacher.id), learner)
    deed = _DEEDS.get(form.get("action", ""))
    if deed is None:
        raise NotKept("nothing")
    deed(transaction, teacher, page, form, Moment(now_ms, new_id))
    ledger.note(transaction, teacher.id, f"learner_{form['action']}", learner, now_ms)
    return form["action"]


def _propose(
    transaction: Transaction,
    teacher: Person,
    page: LearnerPage,
    form: Mapping[str, str],
    moment: Moment,
) -> None:
    goal = next((one for one in page.goals if one.id == form.get("goal")), None)
    if goal is None or goal.is_finished:
        raise NotKept("no-goal")
    splits = form.get("step", "")
    if splits and splits not in {one.id for one in goal.steps}:
        raise NotKept("no-goal")
    steps = [" ".join(line.split()) for line in form.get("steps", "").splitlines()]
    steps = [one for one in steps if one]
    if not steps:
        raise NotKept("no-steps")
    if len(steps) > PROPOSED_STEPS_LIMIT or max(map(len, steps)) > TITLE_LIMIT:
        raise NotKept("steps-too-long")
    coaching.propose(
        transaction, teacher, LearnerId(page.learner.id), moment, goal=goal.id, steps=steps,
        words=_words(form), splits=splits,
    )  # fmt: skip


def _note(
    transaction: Transaction,
    teacher: Person,
    page: LearnerPage,
    form: Mapping[str, str],
    moment: Moment,
) -> None:
    words, topic = _words(form), form.get("topic", "")
    if not words:
        raise NotKept("no-words")
    coaching.note(
        transaction, teacher, LearnerId(page.learner.id), moment, words=words,
        topic=topic if topic in TOPICS else "",
    )  # fmt: skip


def _invite(
    transaction: Transaction,
    teacher: Person,
    page: LearnerPage,
    form: Mapping[str, str],
    moment: Moment,
) -> None:
    topic = form.get("topic", "")
    if topic not in TOPICS:
        raise NotKept("no-topic")
    learner = LearnerId(page.learner.id)
    coaching.invite(transaction, teacher, learner, moment, topic=topic, words=_words(form))


def _words(form: Mapping[str, str]) -> str:
    words = form.get("words", "").strip()
    if len(words) > WORDS_TYPED_LIMIT:
        raise NotKept("too-long")
    return words


_Deed = Callable[[Transaction, Person, LearnerPage, Mapping[str, str], Moment], None]
_DEEDS: Mapping[str, _Deed] = {PROPOSE: _propose, NOTE: _note, INVITE: _invite}
