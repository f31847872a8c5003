"""Evidence, both views, growth and areas: small portfolios worked out by hand."""

from collections.abc import Sequence
from dataclasses import replace
from random import Random

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from portfolio_app.model.artifact import Work
from portfolio_app.model.assessment import Feedback, Rating, SelfAssessment
from portfolio_app.model.class_rules import ClassRules
from portfolio_app.model.enough import DAY_MS, EnoughRule
from portfolio_app.model.gathering import Judge
from portfolio_app.model.level_rules import METHODS, LevelRule, standing
from portfolio_app.model.progress import (
    Area,
    Growth,
    Judged,
    Progress,
    Standing,
    areas,
    evidence_by_time,
    progress,
)
from portfolio_app.model.progress import _stands as stands_as_it_should
from rubrics.framework import Competency, Framework
from rubrics.rubric import Criterion, Level, Rubric

NOW_MS = 1_790_000_000_000


def levels(*names: str) -> tuple[Level, ...]:
    return tuple(Level(name, name.title(), position=n) for n, name in enumerate(names))


FOUR = levels("one", "two", "three", "four")
TREE = (
    Competency("area", "Making", framework_id="fw"),
    Competency("build", "I can build", parent_id="area", depth=1, framework_id="fw"),
    Competency("draw", "I can draw", parent_id="area", depth=1, position=1, framework_id="fw"),
    Competency("count", "I can count", position=1, framework_id="fw"),
)
FRAMEWORK = Framework("fw", "Frame", competencies=TREE)
OTHER = Framework("fw2", "Other", competencies=(Competency("build", "Bauen", framework_id="fw2"),))
BRIDGES = Rubric(
    "bridges",
    "Bridges",
    criteria=(
        Criterion("holds", "It holds", levels=FOUR, competency_id="build"),
        Criterion("neat", "It is neat", levels=FOUR),
        Criterion("plan", "There is a plan", levels=levels("no", "yes"), competency_id="draw"),
    ),
)
OLD_BRIDGES = replace(
    BRIDGES,
    source_hash="a" * 64,
    criteria=(Criterion("holds", "Holds", levels=levels("a", "b", "c"), competency_id="build"),),
)


def rubric_of(rubric: str, source: str) -> Rubric | None:
    known = {("bridges", ""): BRIDGES, ("bridges", "a" * 64): OLD_BRIDGES}
    return known.get((rubric, source))


def work(name: str, day: int = 0, tags: Sequence[str] = (), setting: str = "class") -> Work:
    at_ms = NOW_MS - 100 * DAY_MS + day * DAY_MS
    return Work(name, name, (), at_ms, tuple(tags), (), setting=setting)


def judged(one: Work, day: int, source: str = "", **chosen: str) -> Work:
    at_ms = one.made_ms + day * DAY_MS
    ratings = {criterion: Rating(level) for criterion, level in chosen.items()}
    name = f"{one.id}-{len(one.self_assessments)}"
    mine = SelfAssessment(name, one.id, "bridges", ratings, at_ms, source)
    return replace(one, self_assessments=(*one.self_assessments, mine))


def answered(one: Work, day: int, names: str = "", **chosen: str) -> Work:
    at_ms = one.made_ms + day * DAY_MS
    ratings = {criterion: Rating(level) for criterion, level in chosen.items()}
    theirs = Feedback(f"{one.id}-f", one.id, names, "bridges", ratings, "", "", "Ms Lee", at_ms)
    return replace(one, feedback=(*one.feedback, theirs))


def of(
    *works: Work,
    rules: ClassRules | None = None,
    frameworks: Sequence[Framework] = (FRAMEWORK,),
) -> Progress:
    return progress(works, frameworks, rubric_of, rules or ClassRules(), NOW_MS)


def test_a_tag_is_evidence_and_no_level() -> None:
    known = of(work("w1", tags=["fw/build"])).of("fw/build")
    assert [one.work for one in known.evidence] == ["w1"]
    assert (known.mine, known.theirs, known.growth) == (None, None, ())
    assert known.grew(Judge.LEARNER) is None


def test_missing_evidence_is_no_low_level() -> None:
    known = of(work("w1"))
    nothing = known.of("fw/count")
    assert known.competencies == ()
    assert not nothing.has_evidence
    assert (nothing.mine, nothing.theirs) == (None, None)
    assert [(one.what, one.have, one.need) for one in nothing.enough.missing] == [
        ("pieces", 0, 3), ("contexts", 0, 2), ("recent", 0, 1),
    ]  # fmt: skip


def test_both_views_stand_apart_by_the_rule() -> None:
    first = answered(judged(work("w1"), 1, holds="two"), 2, "w1-0", holds="one", neat="four")
    second = judged(work("w2", day=10), 1, holds="four", plan="no")
    third = judged(work("w3", day=20), 1, holds="two")
    # Decaying: 1/3; .65 + .35/3 = .76667; .65/3 + .35 * .76667 = .485, which is 1.455 of 3 steps.
    wanted = {"latest": "two", "best": "four", "most_common": "two", "decaying_average": "two"}
    for method, level in wanted.items():
        known = of(first, second, third, rules=ClassRules(level=LevelRule(method))).of("fw/build")
        assert known.mine is not None
        assert known.theirs is not None
        assert (known.mine.level.id, known.mine.judgements) == (level, 3)
        assert known.theirs.level.id == "one"
    drawn = of(second).of("fw/draw")
    assert drawn.mine is not None
    assert (drawn.mine.level.id, drawn.mine.share) == ("no", 0.0)
    assert "fw/neat" not in of(first).competencies


def test_a_work_judged_again_counts_once_and_shows_how_it_grew() -> None:
    again = judged(judged(work("w1"), 1, holds="one"), 30, holds="three")
    other = judged(work("w2"), 5, holds="one")
    known = of(again, other, rules=ClassRules(level=LevelRule("most_common"))).of("fw/build")
    assert known.mine is not None
    # Of "one" in w2 and "three" in w1, equally often, the one given last.
    assert (known.mine.level.id, known.mine.judgements) == ("three", 2)
    assert [one.level.id for one in known.growth] == ["one", "one", "three"]
    assert known.grew(Judge.LEARNER) is Growth.MORE
    assert [one.work for one in known.evidence] == ["w1", "w2"]


def test_growth_goes_both_ways_or_stays() -> None:
    def grew(*chosen: str) -> Growth | None:
        one = work("w1")
        for day, level in enumerate(chosen):
            one = judged(one, day, holds=level)
        return of(one).of("fw/build").grew(Judge.LEARNER)

    assert grew("four", "one") is Growth.LESS
    assert grew("two", "four", "two") is Growth.SAME
    assert grew("two") is None


def test_each_judgement_is_read_by_the_version_it_was_made_with() -> None:
    old = judged(work("w1"), 1, "a" * 64, holds="b")
    new = judged(work("w2", day=5), 1, holds="four")
    known = of(old, new, rules=ClassRules(level=LevelRule("decaying_average"))).of("fw/build")
    assert known.mine is not None
    assert [one.share for one in known.growth] == [0.5, 1.0]
    assert known.mine.share == pytest.approx(0.825)
    assert (known.mine.level.id, known.mine.levels) == ("three", FOUR)


def test_an_answer_is_read_by_the_version_of_what_it_answers() -> None:
    one = answered(judged(work("w1"), 1, "a" * 64, holds="b"), 2, "w1-0", holds="c")
    known = of(one).of("fw/build")
    assert known.theirs is not None
    assert (known.theirs.level.id, known.theirs.share) == ("c", 1.0)


def test_levels_and_rubrics_that_are_gone_are_left_out() -> None:
    gone = judged(work("w1"), 1, holds="gone")
    stranger = replace(gone, self_assessments=(replace(gone.self_assessments[0], rubric="zz"),))
    assert of(gone, stranger).competencies == ()


def test_what_an_item_id_means() -> None:
    """The rubric's own framework, then the work's tags, then the frameworks in order."""
    one = judged(work("w1", tags=["fw2/build"]), 1, holds="two")
    assert set(of(one, frameworks=(FRAMEWORK, OTHER)).competencies) == {"fw2/build"}
    untagged = judged(work("w1"), 1, holds="two")
    assert of(untagged, frameworks=(OTHER, FRAMEWORK)).competencies == ("fw2/build",)
    assert of(untagged, frameworks=()).competencies == ()
    own = replace(BRIDGES, framework_id="fw2")
    known = progress([judged(work("w1"), 1, holds="two")], (FRAMEWORK,), lambda *_: own,
                     ClassRules(), NOW_MS)  # fmt: skip
    assert known.competencies == ("fw2/build",)


def test_what_is_in_the_bin_shows_nothing() -> None:
    assert of(replace(work("w1", tags=["fw/build"]), is_binned=True)).competencies == ()


def test_areas_count_what_is_below_them_and_never_how_well() -> None:
    rules = ClassRules(enough=EnoughRule(pieces=1, contexts=1, recent=0))
    known = of(work("w1", tags=["fw/build", "fw/area"]), rules=rules)
    assert areas(FRAMEWORK, known) == {
        "area": Area(3, 2, 2), "build": Area(1, 1, 1), "draw": Area(1, 0, 0),
        "count": Area(1, 0, 0),
    }  # fmt: skip
    assert areas(FRAMEWORK, of())["area"] == Area(2, 0, 0)


def test_the_heat_map_counts_works_between_edges() -> None:
    known = of(*(work(f"w{day}", day, ["fw/build"]) for day in (0, 1, 9, 10, 30)))
    start = NOW_MS - 100 * DAY_MS
    edges = [start, start + DAY_MS, start + 10 * DAY_MS, start + 20 * DAY_MS]
    assert evidence_by_time(known, ["fw/build", "fw/draw"], edges) == {
        "fw/build": (1, 2, 1), "fw/draw": (0, 0, 0),
    }  # fmt: skip


# Any portfolio: the same whatever the order of works, and the same as a slow reading of it.
_RATED = st.dictionaries(st.sampled_from(["holds", "plan", "neat"]), st.sampled_from(
    ["one", "two", "three", "four", "yes", "no", "gone"]), max_size=3)  # fmt: skip


@st.composite
def _works(draw: st.DrawFn) -> list[Work]:
    made = []
    for number in range(draw(st.integers(0, 6))):
        tags = draw(st.lists(st.sampled_from(["fw/build", "fw/draw", "fw/count"]), unique=True))
        one = work(f"w{number}", draw(st.integers(0, 90)), tags)
        for day in range(draw(st.integers(0, 3))):
            one = judged(one, day, **draw(_RATED))
        if draw(st.booleans()):
            one = answered(one, 5, **draw(_RATED))
        made.append(one)
    return made


def _slowly(works: Sequence[Work], item: str, judge: Judge, rule: LevelRule) -> float | None:
    """By the definition, word for word: newest judgement by work and criterion, in time."""
    criterion = {"build": "holds", "draw": "plan"}[item]
    names = [level.id for level in BRIDGES.by_id[criterion].levels]
    newest = []
    for one in works:
        said = one.self_assessments if judge is Judge.LEARNER else one.feedback
        rated = [s for s in said if criterion in s.ratings and s.ratings[criterion].level in names]
        if rated:
            last = max(rated, key=lambda s: s.at_ms)
            share = names.index(last.ratings[criterion].level) / (len(names) - 1)
            newest.append((last.at_ms, one.id, share))
    return standing([share for *_, share in sorted(newest)], rule) if newest else None


# Nothing is made smaller: a planted fault need only be seen.
_QUICK = settings(max_examples=60, deadline=None, phases=(Phase.generate,))


def _comes_to_what_the_definition_says() -> None:
    @_QUICK
    @given(_works(), st.randoms(use_true_random=False), st.sampled_from(METHODS))
    def holds(works: list[Work], random: Random, method: str) -> None:
        rules = ClassRules(level=LevelRule(method))
        shuffled = list(works)
        random.shuffle(shuffled)
        known, again = of(*works, rules=rules), of(*shuffled, rules=rules)
        assert known.competencies == again.competencies
        for item in ("build", "draw"):
            found = known.of(f"fw/{item}")
            assert found == again.of(f"fw/{item}")
            for judge, stands in ((Judge.LEARNER, found.mine), (Judge.TEACHER, found.theirs)):
                slow = _slowly(works, item, judge, rules.level)
                assert (stands.share if stands else None) == (
                    pytest.approx(slow) if slow is not None else None
                )

    holds()


def test_any_portfolio_comes_to_what_the_definition_says() -> None:
    _comes_to_what_the_definition_says()


def _counts_every_judgement(
    growth: Sequence[Judged], judge: Judge, rule: LevelRule
) -> Standing | None:
    marks = [mark for mark in growth if mark.judge is judge]
    share = standing([mark.share for mark in marks], rule) if marks else 0.0
    return Standing(0, marks[-1].levels, share, len(marks)) if marks else None


def _mixes_the_views(growth: Sequence[Judged], judge: Judge, rule: LevelRule) -> Standing | None:
    both = [replace(mark, judge=judge) for mark in growth]
    return stands_as_it_should(both, judge, rule)


def _calls_nothing_a_low_level(
    growth: Sequence[Judged], judge: Judge, rule: LevelRule
) -> Standing | None:
    return stands_as_it_should(growth, judge, rule) or Standing(0, FOUR, 0.0, 0)


@pytest.mark.parametrize(
    "fault", [_counts_every_judgement, _mixes_the_views, _calls_nothing_a_low_level]
)
def test_a_planted_fault_is_caught(fault: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("portfolio_app.model.progress._stands", fault)
    with pytest.raises(AssertionError):
        _comes_to_what_the_definition_says()
