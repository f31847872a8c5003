"""Evidence and judgements sorted by competency, in one pass over a learner's works.

Ten years of works are some ten thousand judgements: they stay plain tuples here, and become types
when somebody looks at a competency (`progress`).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from portfolio_app.model.artifact import Work
from portfolio_app.model.assessment import Ratings
from portfolio_app.model.enough import Evidence
from portfolio_app.model.judging import RubricOf
from rubrics.framework import Framework
from rubrics.rubric import Criterion, Rubric


class Judge(Enum):
    """Whose view it is."""

    LEARNER = "learner"
    TEACHER = "teacher"


Mark = tuple[int, str, int, Judge, int, Criterion]
"""When (ms), in which work, the criterion's place in its rubric, who, the level's place, and the
criterion itself.
"""


@dataclass(frozen=True, slots=True)
class Gathered:
    """By competency: the works that show it, and every judgement of it, in no order."""

    evidence: Mapping[str, Sequence[Evidence]]
    marks: Mapping[str, Sequence[Mark]]


@dataclass(frozen=True, slots=True)
class _Line:
    """A criterion that is linked to a competency. `competency` is "" while only a work can tell.

    `places`: level id -> its place from 0.
    """

    criterion: Criterion
    competency: str
    item: str
    number: int
    places: Mapping[str, int]


def gather(works: Iterable[Work], frameworks: Sequence[Framework], rubric_of: RubricOf) -> Gathered:
    """Sort works and judgements by competency; see `progress` for what counts for what."""
    gathering = _Gathering(frameworks, rubric_of)
    for work in works:
        if not work.is_binned:
            gathering.add(work)
    return Gathered(gathering.evidence, gathering.marks)


class _Gathering:
    def __init__(self, frameworks: Sequence[Framework], rubric_of: RubricOf) -> None:
        self.evidence: dict[str, list[Evidence]] = {}
        self.marks: dict[str, list[Mark]] = {}
        self._rubric_of = rubric_of
        self._items = [(framework.id, framework.by_id) for framework in frameworks]
        self._lines: dict[tuple[str, str], Mapping[str, _Line]] = {}
        self._references: dict[str, str] = {}

    def add(self, work: Work) -> None:
        """Take one work."""
        shown = dict.fromkeys(work.competencies)
        tags = {tag.partition("/")[2]: tag for tag in reversed(work.competencies)}
        sources = {one.id: one.rubric_source for one in work.self_assessments}
        for mine in work.self_assessments:
            lines = self._lines_of(mine.rubric, mine.rubric_source)
            marked = self._mark(work.id, mine.at_ms, Judge.LEARNER, mine.ratings, lines, tags)
            shown.update(marked)
        for theirs in work.feedback:
            source = theirs.rubric_source or sources.get(theirs.self_assessment, "")
            lines = self._lines_of(theirs.rubric, source)
            marked = self._mark(work.id, theirs.at_ms, Judge.TEACHER, theirs.ratings, lines, tags)
            shown.update(marked)
        piece = Evidence(work.id, work.made_ms, work.setting, work.help)
        for competency in shown:
            known = self.evidence.get(competency)
            if known is None:
                self.evidence[competency] = [piece]
            else:
                known.append(piece)

    def _mark(
        self,
        work: str,
        at_ms: int,
        judge: Judge,
        ratings: Ratings,
        lines: Mapping[str, _Line],
        tags: Mapping[str, str],
    ) -> dict[str, None]:
        """Note one judgement; the competencies that it is about."""
        marked: dict[str, None] = {}
        marks = self.marks
        for criterion, rating in ratings.items():
            line = lines.get(criterion)
            if line is None:
                continue
            place = line.places.get(rating.level)
            competency = line.competency or self._reference(line.item, tags)
            if place is None or not competency:
                continue
            marked[competency] = None
            mark = (at_ms, work, line.number, judge, place, line.criterion)
            known = marks.get(competency)
            if known is None:
                marks[competency] = [mark]
            else:
                known.append(mark)
        return marked

    def _lines_of(self, rubric_id: str, source: str) -> Mapping[str, _Line]:
        key = rubric_id, source
        lines = self._lines.get(key)
        if lines is None:
            rubric = self._rubric_of(rubric_id, source) or self._rubric_of(rubric_id, "")
            lines = self._lines[key] = _linked_lines(rubric) if rubric else {}
        return lines

    def _reference(self, item: str, tags: Mapping[str, str]) -> str:
        """Which competency an item id means in a work, or "" if no framework here has it."""
        if item in tags:
            return tags[item]
        if item not in self._references:
            found = next((name for name, by_id in self._items if item in by_id), "")
            self._references[item] = f"{found}/{item}" if found else ""
        return self._references[item]


def _linked_lines(rubric: Rubric) -> Mapping[str, _Line]:
    framework = rubric.framework_id
    return {
        criterion.id: _Line(
            criterion,
            f"{framework}/{criterion.competency_id}" if framework else "",
            criterion.competency_id,
            number,
            {level.id: place for place, level in enumerate(criterion.levels)},
        )
        for number, criterion in enumerate(rubric.criteria)
        if criterion.competency_id
    }
