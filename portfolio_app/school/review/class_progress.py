"""What a class has shown: learners by competencies, by the rule that the class chose.

Learners stand by name and competencies in the order of their framework: nothing is ranked, nothing
is added up. A learner without evidence has no level, not a low one. What is sealed stays sealed.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from portfolio_app.model.artifact import Work
from portfolio_app.model.class_rules import ClassRules
from portfolio_app.model.enough import Sufficiency
from portfolio_app.model.judging import as_teacher_sees
from portfolio_app.model.people import LearnerId, PersonId, class_scope, learner_scope
from portfolio_app.model.progress import Progress, Standing, progress
from portfolio_app.school.database import people, works
from portfolio_app.school.database.engine import Transaction
from portfolio_app.school.database.people import Classroom, Person
from portfolio_app.school.review.classes import own_class
from portfolio_app.school.review.queue import seals_for
from rubrics.catalog import Catalog
from rubrics.framework import Competency, Framework
from rubrics.rubric import Rubric

WORKS_LOOKED_AT_LIMIT = 3_000
COLUMNS_LIMIT = 40
_OPENED_AT_ONCE = 600
_HEATS = 4
TEACHERS, LEARNERS = "teacher", "learner"
VIEWS = (TEACHERS, LEARNERS)


@dataclass(frozen=True, slots=True)
class Shown:
    """The works of a class that were looked at; `is_all` unless there are more."""

    classroom: Classroom
    learners: tuple[Person, ...]
    works: Mapping[str, Sequence[Work]]
    rules: ClassRules
    is_all: bool


@dataclass(frozen=True, slots=True)
class Square:
    """One learner and one competency. `level` "" while nobody judged it; `heat` from 0 to 4 says
    in colour where the level stands among the levels of its criterion, None without one.
    """

    pieces: int
    level: str
    place: int
    levels: int
    heat: int | None
    newest: str
    enough: Sufficiency


@dataclass(frozen=True, slots=True)
class Chart:
    """The table: a row for each learner, a column for each competency that somebody showed."""

    framework: Framework | None
    frameworks: tuple[Framework, ...]
    competencies: tuple[Competency, ...]
    more: int
    rows: tuple[tuple[Person, tuple[Square, ...]], ...]


def read_works(transaction: Transaction, teacher: PersonId, class_id: str) -> Shown:
    """The newest works of a class, as its teacher may see them. Raises NotFound."""
    classroom = own_class(transaction, teacher, class_id)
    learners = tuple(one.person for one in people.members(transaction, class_id))
    scopes = [learner_scope(LearnerId(one.id)) for one in learners]
    places = sorted(works.places(transaction, scopes), key=lambda one: (-one.made_ms, one.artifact))
    wanted = [(one.scope, one.artifact) for one in places[:WORKS_LOOKED_AT_LIMIT]]
    found: dict[str, list[Work]] = {one.id: [] for one in learners}
    sealed = {one.id: seals_for(transaction, one.id) for one in learners}
    for start in range(0, len(wanted), _OPENED_AT_ONCE):
        opened = works.open_works(transaction, wanted[start : start + _OPENED_AT_ONCE])
        for (scope, _), work in opened.items():
            learner = scope[2:]
            found[learner].append(as_teacher_sees(work, is_sealed=sealed[PersonId(learner)]))
    rules = works.class_rules(transaction, [class_scope(classroom.id)])
    return Shown(classroom, learners, found, rules, len(places) <= WORKS_LOOKED_AT_LIMIT)


def chart(
    shown: Shown,
    catalog: Catalog,
    rubric_of: Callable[[str, str], Rubric | None],
    *,
    view: str,
    framework_id: str,
    now_ms: int,
) -> Chart:
    """The table of one framework (the first with evidence when none is named), in one view."""
    known = {
        one.id: progress(shown.works[one.id], catalog.frameworks, rubric_of, shown.rules, now_ms)
        for one in shown.learners
    }
    refs = {ref for each in known.values() for ref in each.competencies}
    used = tuple(
        one for one in catalog.frameworks if any(item.ref in refs for item in one.competencies)
    )
    chosen = next((one for one in used if one.id == framework_id), used[0] if used else None)
    columns = tuple(item for item in (chosen.competencies if chosen else ()) if item.ref in refs)
    rows = tuple(
        (
            one,
            tuple(_square(known[one.id], item.ref, view) for item in columns[:COLUMNS_LIMIT]),
        )
        for one in shown.learners
    )
    more = max(0, len(columns) - COLUMNS_LIMIT)
    return Chart(chosen, used, columns[:COLUMNS_LIMIT], more, rows)


def _square(known: Progress, ref: str, view: str) -> Square:
    found = known.of(ref)
    stands: Standing | None = found.mine if view == LEARNERS else found.theirs
    newest = found.evidence[-1].work if found.evidence else ""
    if stands is None:
        return Square(len(found.evidence), "", 0, 0, None, newest, found.enough)
    return Square(
        len(found.evidence), stands.level.name, stands.place + 1, len(stands.levels),
        round(stands.share * _HEATS), newest, found.enough,
    )  # fmt: skip
