"""What a learner has shown of each competency: evidence, both views of the level, and how it grew.

One pass over the works; the rules stand in `level_rules` and `enough`. Competencies without
evidence have no level, not a low one. Nothing here compares learners.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

from portfolio_app.model.artifact import Work
from portfolio_app.model.assessment import Feedback, SelfAssessment
from portfolio_app.model.class_rules import ClassRules
from portfolio_app.model.enough import EnoughRule, Evidence, Sufficiency, sufficiency
from portfolio_app.model.judging import RubricOf
from portfolio_app.model.level_rules import LevelRule, nearest_place, share_of, standing
from rubrics.framework import Framework
from rubrics.rubric import Criterion, Level, Rubric


class Judge(Enum):
    """Whose view it is."""

    LEARNER = "learner"
    TEACHER = "teacher"


class Growth(Enum):
    """How the newest judgement relates to the first."""

    MORE = "more"
    SAME = "same"
    LESS = "less"


@dataclass(frozen=True, slots=True)
class Judged:
    """One judgement of a competency in one work: a mark on the growth line.

    The level chosen is that at `place` among `levels`; `criterion` is the line of the rubric.
    """

    work: str
    at_ms: int
    judge: Judge
    place: int
    levels: tuple[Level, ...]
    criterion: str

    @property
    def level(self) -> Level:
        """The level that was chosen."""
        return self.levels[self.place]

    @property
    def share(self) -> float:
        """0 for the first level, 1 for the last."""
        return share_of(self.place, len(self.levels))


@dataclass(frozen=True, slots=True)
class Standing:
    """Where one view stands by the rule: `share` exactly, and the nearest of `levels`, which are
    those of the newest judgement's criterion. `judgements` says how many it was made from.
    """

    place: int
    levels: tuple[Level, ...]
    share: float
    judgements: int

    @property
    def level(self) -> Level:
        """The nearest level."""
        return self.levels[self.place]


@dataclass(frozen=True, slots=True)
class CompetencyProgress:
    """One competency. `evidence` and `growth` oldest first; a view without judgement is None."""

    competency: str
    evidence: tuple[Evidence, ...]
    mine: Standing | None
    theirs: Standing | None
    growth: tuple[Judged, ...]
    enough: Sufficiency

    @property
    def has_evidence(self) -> bool:
        """Whether any work shows it."""
        return bool(self.evidence)

    def grew(self, judge: Judge) -> Growth | None:
        """The newest judgement beside the first; None before there are two."""
        shares = [one.share for one in self.growth if one.judge is judge]
        if len(shares) < 2:  # noqa: PLR2004 - growth is between two
            return None
        if shares[-1] == shares[0]:
            return Growth.SAME
        return Growth.MORE if shares[-1] > shares[0] else Growth.LESS


@dataclass(frozen=True, slots=True)
class Progress:
    """All competencies with evidence, by reference, and the rules that were used."""

    competencies: Mapping[str, CompetencyProgress]
    level_rule: LevelRule
    enough_rule: EnoughRule
    now_ms: int

    def of(self, competency: str) -> CompetencyProgress:
        """One competency; without evidence it has no level and all of the rule is missing."""
        found = self.competencies.get(competency)
        if found is not None:
            return found
        nothing = sufficiency((), self.enough_rule, self.now_ms)
        return CompetencyProgress(competency, (), None, None, (), nothing)


@dataclass(frozen=True, slots=True)
class Area:
    """A part of a framework with all below it: how many competencies, shown, and enough."""

    competencies: int
    shown: int
    enough: int


def progress(
    works: Iterable[Work],
    frameworks: Sequence[Framework],
    rubric_of: RubricOf,
    rules: ClassRules,
    now_ms: int,
) -> Progress:
    """What each competency has come to, from all works that are not in the bin.

    Evidence of a competency is each work that is tagged with it, or of which somebody rated a
    criterion that is linked to it. A criterion counts for the competency it is linked to and for
    nothing else; a rubric's framework, then the work's own tags, then the frameworks in their order
    say which one an item id means. A work that was judged again counts with its newest judgement
    by each judge and criterion; the earlier ones stay in `growth`. The level of each view comes
    from `level_rules.standing`, oldest first by time of judging (within one judgement in the order
    of the rubric), and is shown as the nearest level of the newest judgement's criterion (halfway:
    the higher). Levels that no version of the rubric at hand has are left out.
    """
    gathered = _Gathered(frameworks, rubric_of)
    for work in works:
        if not work.is_binned:
            gathered.add(work)
    found = {
        competency: _come_to(
            competency, evidence, gathered.judged.get(competency, []), rules, now_ms
        )
        for competency, evidence in gathered.evidence.items()
    }
    return Progress(found, rules.level, rules.enough, now_ms)


def areas(framework: Framework, known: Progress) -> Mapping[str, Area]:
    """Each item of a framework with all below it, by item id.

    What is counted are the items that have nothing below them, and others that have evidence of
    their own. For the skill wheel: how much was shown, never how well.
    """
    counts = {item.id: [0, 0, 0] for item in framework.competencies}
    parents = {item.parent_id for item in framework.competencies}
    for item in reversed(framework.competencies):  # children before their parents
        own = known.competencies.get(f"{framework.id}/{item.id}")
        count = counts[item.id]
        if own is not None or item.id not in parents:
            count[0] += 1
            count[1] += own is not None
            count[2] += own is not None and own.enough.is_enough
        if item.parent_id is not None:
            above = counts[item.parent_id]
            for place, number in enumerate(count):
                above[place] += number
    return {item: Area(*count) for item, count in counts.items()}


def evidence_by_time(known: Progress, edges_ms: Sequence[int]) -> Mapping[str, tuple[int, ...]]:
    """How many works show each competency in each stretch between two edges, for the heat map.

    `edges_ms` rise; a stretch holds its first moment and not its last. Works outside count nowhere.
    """
    found = {}
    for competency, one in known.competencies.items():
        times = [piece.made_ms for piece in one.evidence]
        found[competency] = tuple(
            sum(start <= at_ms < end for at_ms in times) for start, end in pairwise(edges_ms)
        )
    return found


@dataclass(frozen=True, slots=True)
class _Line:
    """A criterion that is linked to a competency. `levels`: by id, with their places."""

    criterion: Criterion
    framework: str
    item: str
    number: int
    places: Mapping[str, int]


class _Gathered:
    """Evidence and judgements by competency, one work after the other."""

    def __init__(self, frameworks: Sequence[Framework], rubric_of: RubricOf) -> None:
        self.evidence: dict[str, list[Evidence]] = {}
        self.judged: dict[str, list[tuple[int, str, int, Judged]]] = {}
        self._rubric_of = rubric_of
        self._items = [(framework.id, framework.by_id) for framework in frameworks]
        self._lines: dict[tuple[str, str], Mapping[str, _Line]] = {}
        self._references: dict[str, str] = {}

    def add(self, work: Work) -> None:
        """Take one work."""
        shown = dict.fromkeys(work.competencies)
        tags = {reference.partition("/")[2]: reference for reference in reversed(work.competencies)}
        sources = {one.id: one.rubric_source for one in work.self_assessments}
        for mine in work.self_assessments:
            self._judge(work, mine, mine.rubric_source, Judge.LEARNER, tags, shown)
        for theirs in work.feedback:
            source = theirs.rubric_source or sources.get(theirs.self_assessment, "")
            self._judge(work, theirs, source, Judge.TEACHER, tags, shown)
        piece = Evidence(work.id, work.made_ms, work.setting, work.help)
        for competency in shown:
            self.evidence.setdefault(competency, []).append(piece)

    def _judge(
        self,
        work: Work,
        said: SelfAssessment | Feedback,
        source: str,
        judge: Judge,
        tags: Mapping[str, str],
        shown: dict[str, None],
    ) -> None:
        lines = self._lines_of(said.rubric, source)
        for criterion, rating in said.ratings.items():
            line = lines.get(criterion)
            place = line.places.get(rating.level) if line is not None else None
            if line is None or place is None:
                continue
            competency = self._reference(line, tags)
            if competency:
                shown[competency] = None
                mark = Judged(work.id, said.at_ms, judge, place, line.criterion.levels, criterion)
                where = said.at_ms, work.id, line.number, mark
                self.judged.setdefault(competency, []).append(where)

    def _lines_of(self, rubric_id: str, source: str) -> Mapping[str, _Line]:
        key = rubric_id, source
        if key not in self._lines:
            rubric = self._rubric_of(rubric_id, source) or self._rubric_of(rubric_id, "")
            self._lines[key] = _linked_lines(rubric) if rubric else {}
        return self._lines[key]

    def _reference(self, line: _Line, tags: Mapping[str, str]) -> str:
        if line.framework:
            return f"{line.framework}/{line.item}"
        if line.item in tags:
            return tags[line.item]
        if line.item not in self._references:
            known = (framework for framework, by_id in self._items if line.item in by_id)
            found = next(known, "")
            self._references[line.item] = f"{found}/{line.item}" if found else ""
        return self._references[line.item]


def _linked_lines(rubric: Rubric) -> Mapping[str, _Line]:
    return {
        criterion.id: _Line(
            criterion,
            rubric.framework_id or "",
            criterion.competency_id,
            number,
            {level.id: place for place, level in enumerate(criterion.levels)},
        )
        for number, criterion in enumerate(rubric.criteria)
        if criterion.competency_id
    }


def _come_to(
    competency: str,
    evidence: Sequence[Evidence],
    judged: list[tuple[int, str, int, Judged]],
    rules: ClassRules,
    now_ms: int,
) -> CompetencyProgress:
    growth = [mark for *_, mark in sorted(judged, key=lambda one: one[:3])]
    return CompetencyProgress(
        competency,
        tuple(sorted(evidence, key=lambda one: (one.made_ms, one.work))),
        _stands(growth, Judge.LEARNER, rules.level),
        _stands(growth, Judge.TEACHER, rules.level),
        tuple(growth),
        sufficiency(evidence, rules.enough, now_ms),
    )


def _stands(growth: Sequence[Judged], judge: Judge, rule: LevelRule) -> Standing | None:
    newest: dict[tuple[str, str], Judged] = {}
    for mark in growth:
        if mark.judge is judge:
            key = mark.work, mark.criterion
            newest.pop(key, None)  # so that it stands where its newest judgement stands in time
            newest[key] = mark
    if not newest:
        return None
    marks = list(newest.values())
    share = standing([mark.share for mark in marks], rule)
    levels = marks[-1].levels
    return Standing(nearest_place(share, len(levels)), levels, share, len(marks))
