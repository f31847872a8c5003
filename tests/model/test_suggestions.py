"""Ideas: each rule by hand, and what may never happen over any portfolio, with faults planted."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from portfolio_app.model.artifact import Work
from portfolio_app.model.assessment import Feedback, SelfAssessment
from portfolio_app.model.class_rules import ClassRules
from portfolio_app.model.enough import DAY_MS, EnoughRule
from portfolio_app.model.goal import CheckIn, Goal, Step
from portfolio_app.model.judging import Begun, Draft
from portfolio_app.model.people import BANDS
from portfolio_app.model.profile import Entry
from portfolio_app.model.progress import progress
from portfolio_app.model.reflection import Reflection
from portfolio_app.model.showcase import Showcase
from portfolio_app.model.suggestions import (
    REST_DAYS,
    RULES,
    SUGGESTIONS_LIMIT,
    Kind,
    Reason,
    Rule,
    Seen,
    Suggestion,
    suggest,
    suggestion_id,
)

NOW_MS = 1_790_000_000_000
COMPETENCIES = ("fw/build", "fw/draw", "fw/count")
NOTHING_ASKED = ClassRules(enough=EnoughRule(0, 0, 0, 0, 0))


def days_ago(days: float) -> int:
    return NOW_MS - int(days * DAY_MS)


def work(name: str = "w1", days: float = 5, *tags: str, **fields: Any) -> Work:
    return Work(name, name.title(), (), days_ago(days), tags, (), **fields)


def checked(days: float) -> tuple[SelfAssessment, ...]:
    return (SelfAssessment("m", "w1", "r", {}, days_ago(days)),)


def answered(days: float, next_step: str = "Try more") -> tuple[Feedback, ...]:
    return (Feedback("f", "w1", "", "", {}, "Fine", next_step, "Ms Lee", days_ago(days)),)


def step(name: str, days: float | None, *, done: bool = False, **fields: Any) -> Step:
    started_ms = None if days is None else days_ago(days)
    return Step(
        name, "g1", name.title(), made_ms=days_ago(60), started_ms=started_ms,
        finished_ms=started_ms if done else None, **fields,
    )  # fmt: skip


def goal(*steps: Step, **fields: Any) -> Goal:
    return Goal("g1", "Swim", made_ms=days_ago(60), steps=steps, **fields)


def seen(*works: Work, rules: ClassRules = NOTHING_ASKED, **fields: Any) -> Seen:
    known = progress(works, (), lambda _rubric, _source: None, rules, NOW_MS)
    return Seen(works, fields.pop("goals", ()), known, "8-10", NOW_MS, **fields)


def told(one: Seen) -> list[tuple[Kind, Reason, str]]:
    return [(idea.kind, idea.reason, idea.about) for idea in suggest(one)]


def test_an_empty_portfolio_gives_one_gentle_idea() -> None:
    (idea,) = suggest(seen())
    assert (idea.kind, idea.reason) == (Kind.FIRST, Reason.EMPTY)
    assert told(seen(work(is_binned=True))) == [(Kind.FIRST, Reason.EMPTY, "first work")]


@pytest.mark.parametrize(
    ("aim", "reason", "about"),
    [
        (goal(), Reason.NO_STEP, "g1"),
        (goal(step("a", 9)), Reason.QUIET_STEP, "a"),
        (goal(step("a", 9), step("b", 30)), Reason.QUIET_STEP, "b"),
        (goal(step("a", 30, done=True), step("b", None), step("c", None)), Reason.NEXT_STEP, "b"),
        (goal(step("a", 30, done=True)), Reason.ALL_DONE, "g1"),
    ],
)
def test_a_goal_says_what_comes_next(aim: Goal, reason: Reason, about: str) -> None:
    assert (Kind.GOAL, reason, about) in told(seen(goals=(aim,)))


@pytest.mark.parametrize(
    "aim",
    [
        goal(step("a", 6.9)),
        goal(step("a", 9), check_ins=(CheckIn("c", "g1", "", "well", (), days_ago(2)),)),
        goal(step("a", 9), check_ins=(CheckIn("c", "g1", "", "stuck", (), days_ago(20)),)),
        goal(step("a", 9, evidence=("w1",))),
        goal(step("a", 9), finished_ms=5),
        goal(step("a", 9), is_binned=True),
    ],
)
def test_a_goal_that_moves_or_is_stuck_or_over_is_left_alone(aim: Goal) -> None:
    assert Kind.GOAL not in {kind for kind, _, _ in told(seen(work(days=3), goals=(aim,)))}


def test_no_step_is_to_be_begun_without_room() -> None:
    full = Goal("g2", "Read", made_ms=days_ago(1), steps=tuple(
        replace(step(f"s{number}", 1), goal="g2") for number in range(3)
    ))  # fmt: skip
    waiting = goal(step("a", 30, done=True), step("b", None))
    assert Kind.GOAL not in {kind for kind, _, _ in told(seen(goals=(waiting, full)))}


def test_a_next_step_of_the_teacher_is_an_idea_until_something_was_done() -> None:
    said = work(self_assessments=checked(4), feedback=answered(3))
    assert (Kind.LOOK_AGAIN, Reason.TEACHER_SAID, "w1") in told(seen(said))
    for other in (
        replace(said, feedback=answered(0.5)),
        replace(said, feedback=answered(3, "")),
        replace(said, self_assessments=checked(2)),
        replace(said, reflections=(Reflection("r", "w1", "proud", ("so",), days_ago(1)),)),
    ):
        assert Kind.LOOK_AGAIN not in {kind for kind, _, _ in told(seen(other))}


def test_two_works_that_show_the_same_weeks_apart_are_to_be_looked_at_once() -> None:
    two = (work("new", 1, "fw/draw"), work("old", 30, "fw/draw"), work("mid", 15, "fw/count"))
    idea = next(one for one in suggest(seen(*two)) if one.kind is Kind.LOOK_AGAIN)
    assert (idea.work, idea.other, idea.competency) == ("old", "new", "fw/draw")
    done = (Reflection("r", "", "compare_new", ("more",), days_ago(0), ("old", "new")),)
    assert Kind.LOOK_AGAIN not in {kind for kind, _, _ in told(seen(*two, thoughts=done))}


@pytest.mark.parametrize(
    ("rule", "reason", "count"),
    [
        (EnoughRule(3, 0, 0, 90, 0), Reason.PIECES, 2),
        (EnoughRule(0, 2, 0, 90, 0), Reason.CONTEXTS, 1),
        (EnoughRule(0, 0, 1, 3, 0), Reason.RECENT, 1),
        (EnoughRule(0, 0, 0, 90, 1), Reason.ALONE, 1),
    ],
)
def test_a_gap_is_named_by_the_rule_of_the_class(
    rule: EnoughRule, reason: Reason, count: int
) -> None:
    one = seen(work("w1", 5, "fw/draw", help="together"), rules=ClassRules(enough=rule))
    idea = next(idea for idea in suggest(one) if idea.kind is Kind.EVIDENCE)
    assert (idea.reason, idea.competency, idea.count) == (reason, "fw/draw", count)


def test_what_a_goal_is_about_comes_before_other_gaps() -> None:
    rules = ClassRules(enough=EnoughRule(2, 0, 0, 90, 0))
    aims = (goal(step("a", 1), competencies=("fw/build",)),)
    one = seen(work("w1", 1, "fw/draw"), goals=aims, rules=rules)
    assert (Kind.EVIDENCE, Reason.WANTED, "fw/build") in told(one)
    stuck = replace(aims[0], check_ins=(CheckIn("c", "g1", "", "stuck", (), days_ago(1)),))
    assert Reason.WANTED not in {reason for _, reason, _ in told(replace(one, goals=(stuck,)))}
    unknown = replace(one, is_known=lambda ref: ref != "fw/build")
    assert (Kind.EVIDENCE, Reason.PIECES, "fw/draw") in told(unknown)


def test_a_check_is_to_be_finished_then_begun_then_done_again() -> None:
    first = work("w1", 60, "fw/draw", self_assessments=checked(50), feedback=answered(45, ""))
    fresh = work("w2", 2, "fw/count")
    draft = Draft("d", "w1", "r", "", (Begun({}),), days_ago(2))
    assert (Kind.CHECK, Reason.BEGUN, "w1") in told(seen(first, fresh, begun=(draft,)))
    assert (Kind.CHECK, Reason.NOT_CHECKED, "w2") in told(seen(first, fresh))
    assert (Kind.CHECK, Reason.LONG_AGO, "w1") in told(seen(first))
    assert (Kind.CHECK, Reason.LONG_AGO, "w1") not in told(seen(replace(first, feedback=())))


def test_what_is_liked_and_what_was_never_shown() -> None:
    likes = (Entry("e1", "interests", "boats", "me", days_ago(3)),)
    works = [work(f"w{number}", 4 + number) for number in range(3)]
    assert (Kind.INTEREST, Reason.LIKED, "e1") in told(seen(*works, interests=likes))
    newer = [work("new", 1), *works]
    assert Kind.INTEREST not in {kind for kind, _, _ in told(seen(*newer, interests=likes))}
    assert (Kind.PROUD, Reason.NEVER_SHOWN, "showcase") in told(seen(*works))
    shown = (Showcase("s", "Boats", (), ("w0",)),)
    assert Kind.PROUD not in {kind for kind, _, _ in told(seen(*works, showcases=shown))}


def test_not_this_one_brings_the_next_best_and_comes_back_later() -> None:
    aim = goal(step("a", 30), step("b", 20))
    first = suggestion_id(Kind.GOAL, "a")

    def goal_idea(hidden_ms: int) -> str:
        one = seen(work(), goals=(aim,), hidden={first: hidden_ms})
        return next(about for kind, _, about in told(one) if kind is Kind.GOAL)

    assert goal_idea(days_ago(REST_DAYS)) == "a"
    assert goal_idea(days_ago(REST_DAYS - 0.1)) == "b"
    assert goal_idea(NOW_MS + DAY_MS) == "b", "another device's clock runs ahead"
    assert goal_idea(NOW_MS + 400 * DAY_MS) == "a", "a clock that was wrong by a year"


# What may never happen, whatever a portfolio holds.

_TIMES = st.integers(0, 120).map(days_ago)
_TAGS = st.lists(st.sampled_from(COMPETENCIES), unique=True, max_size=3).map(tuple)


@st.composite
def _works(draw: st.DrawFn) -> tuple[Work, ...]:
    found = []
    for number in range(draw(st.integers(0, 6))):
        checks = [
            SelfAssessment(f"m{number}", f"w{number}", "r", {}, at_ms)
            for at_ms in sorted(draw(st.lists(_TIMES, max_size=2)))
        ]
        answers = [
            Feedback(f"f{number}", f"w{number}", "", "", {}, "Good", "More", "Ms Lee", at_ms)
            for at_ms in sorted(draw(st.lists(_TIMES, max_size=2)))
        ]
        found.append(
            Work(
                f"w{number}", "", (), draw(_TIMES), draw(_TAGS), (),
                self_assessments=tuple(checks), feedback=tuple(answers),
                is_binned=draw(st.booleans()),
            )
        )  # fmt: skip
    return tuple(found)


@st.composite
def _goals(draw: st.DrawFn) -> tuple[Goal, ...]:
    found = []
    for number in range(draw(st.integers(0, 3))):
        name = f"g{number}"
        steps = [
            Step(
                f"{name}s{place}", name, "Do it", place, draw(_TAGS),
                tuple(draw(st.lists(st.sampled_from(["w0", "w1", "w2"]), unique=True))),
                made_ms=draw(_TIMES), started_ms=draw(st.none() | _TIMES),
                finished_ms=draw(st.none() | _TIMES),
            )
            for place in range(draw(st.integers(0, 3)))
        ]  # fmt: skip
        goings = draw(st.lists(st.sampled_from(["well", "stuck"]), max_size=2))
        check_ins = [CheckIn("c", name, "", going, (), draw(_TIMES)) for going in goings]
        found.append(
            Goal(
                name, "Swim", (), draw(_TAGS), draw(_TIMES), draw(st.none() | _TIMES), (),
                draw(st.booleans()), tuple(steps), tuple(check_ins),
            )
        )  # fmt: skip
    return tuple(found)


@st.composite
def portfolios(draw: st.DrawFn) -> Seen:
    works = draw(_works())
    pieces, places, recent = (draw(st.integers(0, 3)) for _ in range(3))
    rule = EnoughRule(pieces, places, recent, 30, draw(st.integers(0, 1)))
    rules = ClassRules(enough=rule)
    begun = [Draft(f"d{n}", f"w{n}", "r", "", (Begun({}),), draw(_TIMES)) for n in range(2)]
    likes = [Entry(f"e{n}", "interests", "x", "me", draw(_TIMES)) for n in range(2)]
    one = Seen(
        works, draw(_goals()), progress(works, (), lambda _r, _s: None, rules, NOW_MS),
        draw(st.sampled_from(BANDS)), NOW_MS, begun=begun[: draw(st.integers(0, 2))],
        interests=likes[: draw(st.integers(0, 2))],
    )  # fmt: skip
    away = draw(st.lists(st.sampled_from([idea.id for idea in suggest(one)] or ["x"]), max_size=2))
    return replace(one, hidden=dict.fromkeys(away, days_ago(1)))


def faults(one: Seen, ideas: Sequence[Suggestion]) -> list[str]:
    """What is wrong with these ideas, in words."""
    binned = {work.id for work in one.works if work.is_binned}
    over = {goal.id for goal in one.goals if goal.is_binned or goal.is_finished or goal.is_stuck}
    abouts, kinds = [idea.about for idea in ideas], [idea.kind for idea in ideas]
    checks = {
        "too many": len(ideas) > SUGGESTIONS_LIMIT,
        "two about one thing": len(set(abouts)) < len(abouts),
        "two of a kind": len(set(kinds)) < len(kinds),
        "about nothing": not all(abouts),
        "in the bin": any({idea.work, idea.other, idea.about} & binned for idea in ideas),
        "a goal that is over": any(idea.goal in over for idea in ideas),
        "put away": any(idea.id in one.hidden for idea in ideas),
        "a first one beside works": Kind.FIRST in kinds and len(binned) < len(one.works),
        "nothing for who has nothing": not one.works and not one.hidden and not ideas,
    }
    return [name for name, is_wrong in checks.items() if is_wrong]


@settings(max_examples=60, deadline=None)
@given(portfolios())
def test_over_any_portfolio_nothing_is_wrong_and_twice_is_the_same(one: Seen) -> None:
    ideas = suggest(one)
    assert faults(one, ideas) == []
    shuffled = replace(one, works=tuple(reversed(one.works)), goals=tuple(reversed(one.goals)))
    assert suggest(shuffled) == ideas, "the order in which records arrive decides nothing"


def _any_work(one: Seen, _works: Sequence[Work]) -> Iterator[Suggestion]:
    for work in one.works:
        yield Suggestion(Kind.CHECK, work.id, Reason.BEGUN, work=work.id)


def _no_first(_seen: Seen, _works: Sequence[Work]) -> Iterator[Suggestion]:
    yield from ()


def _any_goal(one: Seen, _works: Sequence[Work]) -> Iterator[Suggestion]:
    for goal in one.goals:
        yield Suggestion(Kind.GOAL, goal.id, Reason.NO_STEP, goal.id)


@pytest.mark.parametrize(
    ("one", "rules", "fault"),
    [
        (seen(work(is_binned=True)), (_any_work,), "in the bin"),
        (seen(), (_no_first,), "nothing for who has nothing"),
        (seen(goals=(goal(is_binned=True),)), (_any_goal,), "a goal that is over"),
        (seen(work("a"), work("b")), (_any_work, _any_work), "two of a kind"),
    ],
)
def test_a_wrong_rule_would_be_seen(one: Seen, rules: Sequence[Rule], fault: str) -> None:
    assert fault in faults(one, suggest(one, rules))


def test_ideas_that_a_wrong_chooser_gives_would_be_seen() -> None:
    one = seen(*(work(f"w{number}", 9, "fw/draw") for number in range(5)))
    every = [idea for rule in RULES for idea in rule(one, one.works)]
    assert {"too many", "two of a kind", "two about one thing"} <= set(
        faults(one, [*every, *every])
    )
    hidden = {idea.id: NOW_MS for idea in every}
    assert faults(replace(one, hidden=hidden), every[:1]) == ["put away"]
