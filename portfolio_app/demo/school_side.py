"""The school's side of the story: it is founded, enrols the class, and the teacher answers.

Every answer goes through the function behind the teacher's page, at the time the story says.
"""

from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from portfolio_app.demo.learners import Pupil, level_ids
from portfolio_app.demo.script import scripted_ids
from portfolio_app.demo.story import Judgement, Reply, Story, StoryLearner
from portfolio_app.errors import NotFound
from portfolio_app.model.artifact import Work, content_fingerprint
from portfolio_app.model.assessment import SelfAssessment
from portfolio_app.model.people import LearnerId, PersonId
from portfolio_app.school import coaching, joining, recovery, setup
from portfolio_app.school.app import now_ms as real_now_ms
from portfolio_app.school.app import open_school
from portfolio_app.school.database import ledger, people
from portfolio_app.school.database.engine import Transaction
from portfolio_app.school.database.people import Person
from portfolio_app.school.review import answer
from portfolio_app.school.settings import SchoolSettings
from portfolio_app.sealing.recovery_key_file import SchoolRecoveryKey, new_recovery_key
from portfolio_app.sealing.recovery_texts import in_groups, private_key_text
from portfolio_app.student.goals import goals
from rubrics.catalog import Catalog
from rubrics.rubric import Rubric

ANSWERED_AFTER_MS = 53 * 3600 * 1000
"""Two days and a few hours: the teacher answers in the afternoon."""


@dataclass(frozen=True, slots=True)
class RosterEntry:
    """A learner as the school knows them, and the code on their card."""

    learner_id: LearnerId
    code: str


@dataclass(frozen=True, slots=True)
class Roster:
    """Who is at the founded school; `entries` by the learner's first name. `recovery_paper` is
    its recovery key as it would lie in a safe.
    """

    teacher: Person
    entries: Mapping[str, RosterEntry]
    recovery_paper: str


def found_school(folder: Path, address: str, story: Story, password: str) -> Roster:
    """Make the school's data folder with its teacher, class, learners and codes."""
    now_ms, new_id = real_now_ms(), scripted_ids("school")
    setup.make_school(folder, {}, name=story.school, address=address, now_ms=now_ms)
    school = open_school(SchoolSettings(folder, address), {})
    with closing(school.database):
        first = setup.FirstTeacher(story.teacher_email, story.teacher, password)
        teacher = setup.add_teacher(
            school.database, school.passwords, first, now_ms=now_ms, new_id=new_id
        )
        classroom = setup.add_class(
            school.database, story.classroom, teacher, now_ms=now_ms, new_id=new_id
        )

        def enrol(transaction: Transaction) -> dict[str, RosterEntry]:
            return {
                learner.name: _enrol(transaction, learner, classroom.id, now_ms, new_id)
                for learner in story.learners
            }

        entries = school.database.write(enrol)
        key = new_recovery_key(story.school, now_ms)
        school.database.write(lambda transaction: _use(transaction, key, now_ms))
        who = school.database.read(lambda transaction: people.find(transaction, teacher))
    return Roster(who, entries, in_groups(private_key_text(key.private_key)))


class Desk:
    """The teacher at work, beside the running school server; `answer` from any thread."""

    def __init__(self, folder: Path, address: str, story: Story, roster: Roster) -> None:
        rubric = Catalog.bundled().rubric(story.rubric)
        if rubric is None:
            raise NotFound("The made-up class's rubric is not bundled; check its id in the story.")
        self._rubric = rubric
        self._roster = roster
        self._school = open_school(SchoolSettings(folder, address), {})

    def answer(self, pupil: Pupil) -> None:
        """Answer every work that this learner has judged, and propose steps for their goals."""
        answers = _Answers(self._roster, pupil, self._rubric)
        self._school.database.write(answers.give)
        self._school.database.write(answers.coach)

    def answer_again(self, pupil: Pupil) -> None:
        """Answer the works that this learner checked once more."""
        if pupil.story.growing.again:
            answers = _Answers(self._roster, pupil, self._rubric, "again")
            self._school.database.write(answers.give_again)

    def close(self) -> None:
        """Leave the desk; the server goes on."""
        self._school.database.close()


def class_code(folder: Path, address: str) -> str:
    """The code for newcomers that is open now; a fresh one where the last is over."""
    school = open_school(SchoolSettings(folder, address), {})

    def look(transaction: Transaction) -> str:
        now_ms = school.now_ms()
        classroom = people.classes(transaction)[0]
        code = joining.class_code(transaction, classroom.id, now_ms) or joining.renew_class_code(
            transaction, classroom.id, now_ms=now_ms, new_id=school.new_id
        )
        return code.text

    with closing(school.database):
        return school.database.write(look)


class _Answers:
    """The teacher's answers to one learner."""

    def __init__(self, roster: Roster, pupil: Pupil, rubric: Rubric, round_: str = "") -> None:
        self._roster = roster
        self._pupil = pupil
        self._rubric = rubric
        self._new_id = scripted_ids(f"teacher of {pupil.story.name}{round_}")

    def give(self, transaction: Transaction) -> None:
        """All of them in one transaction, at the times of the story."""
        for told in self._pupil.story.works:
            if told.reply is not None:
                at_ms = told.made_ms + ANSWERED_AFTER_MS
                self._answer(transaction, told.title, 0, told.reply, at_ms)

    def give_again(self, transaction: Transaction) -> None:
        """Those to works that were checked once more."""
        approved = {one.title: one.reply for one in self._pupil.story.works}
        for again in self._pupil.story.growing.again:
            first = approved[again.work]
            reply = Reply(
                Judgement(again.teacher, {}),
                again.says,
                again.next_step,
                first is not None and first.is_approved,
            )
            self._answer(transaction, again.work, 1, reply, again.at_ms + ANSWERED_AFTER_MS)

    def coach(self, transaction: Transaction) -> None:
        """Propose steps for the goals that the story names; note and ask what it says."""
        teacher, way = self._roster.teacher, self._pupil.story.growing
        learner = self._roster.entries[self._pupil.story.name].learner_id
        at_hand = {goal.title: goal for goal in goals(self._pupil.portfolio)}
        for told in way.goals:
            idea, goal = told.idea, at_hand[told.title]
            if idea is not None:
                coaching.propose(
                    transaction,
                    teacher,
                    learner,
                    coaching.Moment(idea.at_ms, self._new_id),
                    goal=goal.id,
                    steps=idea.steps,
                    words=idea.words,
                    splits="" if idea.splits is None else goal.steps[idea.splits].id,
                )
        for note in way.notes:
            say = coaching.invite if note.is_question else coaching.note
            moment = coaching.Moment(note.at_ms, self._new_id)
            say(transaction, teacher, learner, moment, topic=note.topic, words=note.words)

    def _answer(
        self, transaction: Transaction, title: str, round_: int, reply: Reply, at_ms: int
    ) -> None:
        """One answer to the check of that round, from 0."""
        work = next(one for one in self._pupil.portfolio.works() if one.title == title)
        answer.answer(
            transaction,
            self._roster.teacher,
            self._roster.entries[self._pupil.story.name].learner_id,
            work.id,
            self._form(work, work.self_assessments[round_], reply),
            lambda _rubric_id, _version: self._rubric,
            now_ms=at_ms,
            new_id=self._new_id,
        )

    def _form(self, work: Work, mine: SelfAssessment, reply: Reply) -> dict[str, str]:
        """What the teacher's page would send."""
        levels = level_ids(self._rubric, reply.judgement)
        return {
            "action": answer.SEND_AND_APPROVE if reply.is_approved else answer.SEND,
            "form_id": self._new_id(),
            "seen": content_fingerprint(work),
            "self_assessment": mine.id,
            "words": reply.words,
            "next_step": reply.next_step,
            **{f"level.{criterion}": level for criterion, level in levels.items()},
        }


def _use(transaction: Transaction, key: SchoolRecoveryKey, now_ms: int) -> None:
    """Let the school help who forgets their secret, from the first joining on."""
    recovery.set_key(
        transaction, key.public_key, replaces=False, actor=ledger.OFFICE, now_ms=now_ms
    )


def _enrol(
    transaction: Transaction,
    learner: StoryLearner,
    class_id: str,
    now_ms: int,
    new_id: Callable[[], str],
) -> RosterEntry:
    person_id = PersonId(new_id())
    person = Person(
        person_id, people.LEARNER, learner.name, learner.family, learner.picture, learner.band
    )
    people.add_learner(transaction, person, now_ms)
    people.join_class(transaction, class_id, person_id, people.LEARNER, people.HOW_ROSTER, now_ms)
    code = joining.renew_personal_code(
        transaction, class_id, person_id, now_ms=now_ms, new_id=new_id
    )
    return RosterEntry(LearnerId(person_id), code.text)
