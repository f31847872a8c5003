"""What a learner has shown of each competency: evidence, both views of the level, and how it grew.

The rules stand in `level_rules` and `enough`. Competencies without evidence have no level, not a
low one. Nothing here compares learners.
"""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from operator import itemgetter

from portfolio_app.model.artifact import Work
from portfolio_app.model.class_rules import ClassRules
from portfolio_app.model.enough import Evidence, Sufficiency, is_enough, sufficiency
from portfolio_app.model.gathering import Gathered, Judge, Mark, gather
from portfolio_app.model.judging import RubricOf
from portfolio_app.model.level_rules import LevelRule, nearest_place, share_of, standing
from rubrics.framework import Framework
from rubrics.rubric import Level


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
        if len(shares) <= 1:
            return None
        if shares[-1] == shares[0]:
            return Growth.SAME
        return Growth.MORE if shares[-1] > shares[0] else Growth.LESS


@dataclass(frozen=True, slots=True)
class Progress:
    """All works looked through once; a competency is worked out when somebody asks for it."""

    rules: ClassRules
    now_ms: int
    _gathered: Gathered

    @property
    def competencies(self) -> tuple[str, ...]:
        """References of all that some work shows, in order."""
        return tuple(sorted(self._gathered.evidence))

    def evidence(self, competency: str) -> Sequence[Evidence]:
        """The works that show a competency, in no order."""
        return self._gathered.evidence.get(competency, ())

    def enough(self, competency: str) -> Sufficiency:
        """Whether there is enough evidence, and what is missing."""
        return sufficiency(self.evidence(competency), self.rules.enough, self.now_ms)

    def of(self, competency: str) -> CompetencyProgress:
        """One competency; without evidence it has no level and all of the rule is missing."""
        marks = sorted(self._gathered.marks.get(competency, ()), key=itemgetter(0, 1, 2))
        growth = tuple(map(_judged, marks))
        return CompetencyProgress(
            competency,
            tuple(sorted(self.evidence(competency), key=lambda one: (one.made_ms, one.work))),
            _stands(growth, Judge.LEARNER, self.rules.level),
            _stands(growth, Judge.TEACHER, self.rules.level),
            growth,
            self.enough(competency),
        )


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
    return Progress(rules, now_ms, gather(works, frameworks, rubric_of))


def areas(framework: Framework, known: Progress) -> Mapping[str, Area]:
    """Each item of a framework with all below it, by item id.

    What is counted are the items that have nothing below them, and others that have evidence of
    their own. For the skill wheel: how much was shown, never how well.
    """
    counts = {item.id: [0, 0, 0] for item in framework.competencies}
    parents = {item.parent_id for item in framework.competencies}
    rule, now_ms, prefix = known.rules.enough, known.now_ms, f"{framework.id}/"
    for item in reversed(framework.competencies):  # children before their parents
        count = counts[item.id]
        evidence = known.evidence(prefix + item.id)
        if evidence:
            count[0] += 1
            count[1] += 1
            count[2] += is_enough(evidence, rule, now_ms)
        elif item.id not in parents:
            count[0] += 1
        if item.parent_id is not None:
            above = counts[item.parent_id]
            above[0] += count[0]
            above[1] += count[1]
            above[2] += count[2]
    return {item: Area(*count) for item, count in counts.items()}


def evidence_by_time(
    known: Progress, competencies: Iterable[str], edges_ms: Sequence[int]
) -> Mapping[str, tuple[int, ...]]:
    """How many works show each competency in each stretch between two edges, for the heat map.

    `edges_ms` rise; a stretch holds its first moment and not its last. Works outside count nowhere.
    """
    found = {}
    for competency in competencies:
        counts = [0] * (len(edges_ms) + 1)
        for piece in known.evidence(competency):
            counts[bisect_right(edges_ms, piece.made_ms)] += 1
        found[competency] = tuple(counts[1:-1])
    return found


def _judged(mark: Mark) -> Judged:
    at_ms, work, _, judge, place, criterion = mark
    return Judged(work, at_ms, judge, place, criterion.levels, criterion.id)


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
