"""The school's side of the story: the school is founded, the class is on its roster, the teacher answers.

Every answer goes through the function behind the teacher's page, at the time the story says.
"""

import secrets
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from portfolio_app.demo.learners import Pupil, level_ids
from portfolio_app.demo.script import scripted_ids
from portfolio_app.demo.story import Reply, Story
from portfolio_app.errors import NotFound
from portfolio_app.model.artifact import Work, content_fingerprint
from portfolio_app.model.people import ClassId, LearnerId, PersonId
from portfolio_app.school import joining
from portfolio_app.school.accounts import Passwords
from portfolio_app.school.app import open_school
from portfolio_app.school.database import engine, facts, people
from portfolio_app.school.database.engine import Transaction
from portfolio_app.school.database.people import Classroom, Person
from portfolio_app.school.database.upgrade import upgrade
from portfolio_app.school.keyring import KEY_FILE_NAME, write_key
from portfolio_app.school.review import answer
from portfolio_app.school.settings import SchoolSettings
from portfolio_app.school.wiring import School
from rubrics.catalog import Catalog
from rubrics.rubric import Rubric

ANSWERED_AFTER_MS = 53 * 3600 * 1000
"""Two days and a few hours: the teacher answers in the afternoon."""

_NODE_BYTES = 8


@dataclass(frozen=True, slots=True)
class Roster:
    """Who is at the founded school. `codes` and `learner_ids` are by the learner's first name;
    `class_code` is for newcomers.
    """

    teacher: Person
    class_code: str
    codes: Mapping[str, str]
    learner_ids: Mapping[str, LearnerId]


def found_school(folder: Path, address: str, story: Story, password: str) -> Roster:
    """Make the school's data folder with its teacher, class, learners and codes."""
    folder.mkdir(mode=0o700, parents=True)
    write_key(folder / KEY_FILE_NAME)
    upgrade(folder / engine.FILE_NAME)
    school = open_school(SchoolSettings(folder, address), {})
    password_hash = Passwords().hash(password)
    with closing(school.database):
        return school.database.write(
            lambda transaction: _enter(transaction, school, story, password_hash)
        )


def answer_class(
    folder: Path, address: str, story: Story, roster: Roster, pupils: Sequence[Pupil]
) -> None:
    """Answer every work that was judged, as the teacher, while the school runs beside."""
    rubric = Catalog.bundled().rubric(story.rubric)
    if rubric is None:
        raise NotFound("The made-up class's rubric is not bundled; check its id in the story.")
    school = open_school(SchoolSettings(folder, address), {})
    with closing(school.database):
        for pupil in pupils:
            answers = _Answers(roster, pupil, rubric)
            school.database.write(answers.give)


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

    def __init__(self, roster: Roster, pupil: Pupil, rubric: Rubric) -> None:
        self._roster = roster
        self._pupil = pupil
        self._rubric = rubric
        self._new_id = scripted_ids(f"teacher of {pupil.story.name}")

    def give(self, transaction: Transaction) -> None:
        """All of them in one transaction, at the times of the story."""
        works = {work.title: work for work in self._pupil.portfolio.works()}
        for told in self._pupil.story.works:
            if told.reply is None:
                continue
            work = works[told.title]
            answer.answer(
                transaction,
                self._roster.teacher,
                self._roster.learner_ids[self._pupil.story.name],
                work.id,
                self._form(work, told.reply),
                lambda _rubric_id: self._rubric,
                now_ms=told.made_ms + ANSWERED_AFTER_MS,
                new_id=self._new_id,
            )

    def _form(self, work: Work, reply: Reply) -> dict[str, str]:
        """What the teacher's page would send."""
        levels = level_ids(self._rubric, reply.judgement)
        return {
            "action": answer.SEND_AND_APPROVE if reply.is_approved else answer.SEND,
            "form_id": self._new_id(),
            "seen": content_fingerprint(work),
            "self_assessment": work.self_assessments[-1].id,
            "words": reply.words,
            "next_step": reply.next_step,
            **{f"level.{criterion}": level for criterion, level in levels.items()},
        }


def _enter(transaction: Transaction, school: School, story: Story, password_hash: str) -> Roster:
    new_id, now_ms = scripted_ids("school"), school.now_ms()
    facts.tell(transaction, facts.NAME, story.school)
    facts.tell(transaction, facts.ADDRESS, school.settings.address)
    facts.tell(transaction, facts.NODE, secrets.token_hex(_NODE_BYTES))
    given, _, family = story.teacher.rpartition(" ")
    teacher = Person(PersonId(new_id()), people.TEACHER, given, family)
    people.add_teacher(
        transaction, teacher, now_ms, email=story.teacher_email, password_hash=password_hash
    )
    classroom = Classroom(ClassId(new_id()), story.classroom)
    people.add_class(transaction, classroom, now_ms)
    people.join_class(
        transaction, classroom.id, teacher.id, people.TEACHER, people.HOW_HAND, now_ms
    )
    learner_ids, codes = {}, {}
    for learner in story.learners:
        person = Person(
            PersonId(new_id()), people.LEARNER, learner.name, learner.family, learner.picture, learner.band
        )
        people.add_learner(transaction, person, now_ms)
        people.join_class(
            transaction, classroom.id, person.id, people.LEARNER, people.HOW_ROSTER, now_ms
        )
        learner_ids[learner.name] = LearnerId(person.id)
        code = joining.renew_personal_code(
            transaction, classroom.id, person.id, now_ms=now_ms, new_id=school.new_id
        )
        codes[learner.name] = code.text
    code = joining.renew_class_code(transaction, classroom.id, now_ms=now_ms, new_id=school.new_id)
    return Roster(teacher, code.text, codes, learner_ids)
