"""Goals, profile, drafts, reflections and progress as a learner does them, on a sealed vault."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from portfolio_app.errors import BadInput, NotFound
from portfolio_app.model.assessment import Rating
from portfolio_app.model.goal import StepState
from portfolio_app.model.judging import Begun
from portfolio_app.model.people import OWN_SCOPE
from portfolio_app.model.pins import Pin
from portfolio_app.model.profile import Reason
from portfolio_app.model.records import KINDS
from portfolio_app.student import about_me, actions, goals, growing, judging, thinking
from portfolio_app.student.actions import Source
from portfolio_app.student.learner import open_portfolio, open_vaults
from portfolio_app.student.portfolio import Portfolio
from rubrics.rubric import Criterion, Rubric
from sync.change import Change, Rule
from sync.client import Position, Progress
from sync.merge import apply_all
from tests.student.scenes import SECRET, Script, make_in, make_portfolio

OTHER_NODE = "f" * 16


@pytest.fixture
def portfolio(tmp_path: Path) -> Iterator[Portfolio]:
    opened = make_portfolio(tmp_path)
    yield opened
    opened.close()


def letter(portfolio: Portfolio, title: str = "A letter") -> str:
    return actions.add_work(portfolio, [Source("letter.txt", [title.encode()])], title)


def linked_rubric(portfolio: Portfolio) -> tuple[Rubric, Criterion, str]:
    """A rubric, one of its criteria, and the competency which that shows."""
    rubric = next(one for one in portfolio.catalog.rubrics if one.competency_ids)
    criterion = next(one for one in rubric.criteria if one.competency_id)
    known = (item for framework in portfolio.catalog.frameworks for item in framework.competencies)
    return rubric, criterion, next(i.ref for i in known if i.id == criterion.competency_id)


def arrives(
    portfolio: Portfolio, kind: str, record: str, fields: Mapping[str, Any], scope: str = OWN_SCOPE
) -> None:
    """A record that somebody at school wrote, as the feed brings it."""
    changes = [
        Change(portfolio.world.new_id(), scope, record, kind, name,
               Rule(KINDS[kind].fields[name].rule), value, f"{1:012x}-0000-{OTHER_NODE}")
        for name, value in fields.items()
    ]  # fmt: skip
    progress = Progress(
        positions={scope: Position(1, "0" * 32, False)},
        confirmed={(scope, record): (kind, apply_all({}, changes))},
        seen=frozenset(),
        refused={},
        dropped=(),
        damaged=(),
        more=False,
        newest_stamp="",
    )
    with portfolio.durable():
        portfolio.store.put_progress(progress, portfolio.world.new_id)


def only_goal(portfolio: Portfolio) -> Any:
    (goal,) = goals.goals(portfolio)
    return goal


def test_a_goal_with_its_steps_is_there_after_the_program_was_closed(tmp_path: Path) -> None:
    vaults = open_vaults(tmp_path)
    portfolio = make_in(vaults, "Ada", Script())
    competency = portfolio.catalog.frameworks[0].competencies[1].ref
    goal_id = goals.make_goal(portfolio, " Swim ", "I love water", [competency])
    step_id = goals.add_step(portfolio, goal_id, "Float")
    work_id = letter(portfolio)
    goals.finish_step(portfolio, step_id, [work_id])
    goals.check_in(portfolio, goal_id, "well", "It went well", step_id)
    goals.finish_goal(portfolio, goal_id, "I did it")
    vault_id = portfolio.vault.id
    portfolio.close()
    again = open_portfolio(open_vaults(tmp_path), vault_id, SECRET, Script(now=2 * 10**12).world())
    goal = only_goal(again)
    assert (goal.title, goal.reasons) == ("Swim", ("I love water",))
    assert goal.competencies == (competency,)
    assert [(one.title, one.state, one.evidence) for one in goal.steps] == [
        ("Float", StepState.DONE, (work_id,))
    ]
    assert (goal.stories, goal.is_finished, goal.check_ins[0].versions) == (
        ("I did it",), True, ("It went well",),
    )  # fmt: skip
    again.close()


def test_only_so_many_steps_are_open_at_once(portfolio: Portfolio) -> None:
    goal_id = goals.make_goal(portfolio, "Swim")
    steps = [goals.add_step(portfolio, goal_id, f"Step {n}") for n in range(4)]
    states = [one.state for one in only_goal(portfolio).steps]
    assert states == [StepState.OPEN] * 3 + [StepState.LATER]
    with pytest.raises(BadInput, match="enough open steps"):
        goals.start_step(portfolio, steps[3])
    goals.put_off_step(portfolio, steps[0])
    goals.start_step(portfolio, steps[3])
    goals.finish_step(portfolio, steps[1])
    goals.start_step(portfolio, steps[0])
    assert [one.state for one in only_goal(portfolio).steps] == [
        StepState.OPEN, StepState.DONE, StepState.OPEN, StepState.OPEN,
    ]  # fmt: skip
    goals.order_steps(portfolio, goal_id, [steps[3], "stranger", steps[0]])
    ordered = [one.id for one in only_goal(portfolio).steps]
    assert ordered == [steps[3], steps[0], steps[1], steps[2]]
    goals.bin_step(portfolio, steps[2])
    assert len(only_goal(portfolio).steps) == 3
    goals.take_step_from_bin(portfolio, steps[2])
    assert len(only_goal(portfolio).steps) == 4


def test_what_a_goal_is_about_changes_and_comes_off(portfolio: Portfolio) -> None:
    first, second = (item.ref for item in portfolio.catalog.frameworks[0].competencies[1:3])
    goal_id = goals.make_goal(portfolio, "Swim", competencies=[first])
    goals.change_goal(portfolio, goal_id, title="Dive", why="Deep", competencies=[second])
    goal = only_goal(portfolio)
    assert (goal.title, goal.reasons, goal.competencies) == ("Dive", ("Deep",), (second,))
    step_id = goals.add_step(portfolio, goal_id, "Float", [first])
    work_id = letter(portfolio)
    goals.change_step(portfolio, step_id, title="Sink", competencies=[], evidence=[work_id])
    goals.change_step(portfolio, step_id, evidence=[])
    (step,) = only_goal(portfolio).steps
    assert (step.title, step.competencies, step.evidence) == ("Sink", (), ())
    goals.bin_goal(portfolio, goal_id)
    assert goals.goals(portfolio) == ()
    goals.take_goal_from_bin(portfolio, goal_id)
    goals.finish_goal(portfolio, goal_id)
    goals.reopen_goal(portfolio, goal_id)
    assert not only_goal(portfolio).is_finished


def test_stuck_is_said_and_taken_back_whatever_the_clock_says(tmp_path: Path) -> None:
    script = Script()
    portfolio = make_in(open_vaults(tmp_path), "Ada", script)
    goal_id = goals.make_goal(portfolio, "Swim")
    goals.check_in(portfolio, goal_id, "stuck")
    assert only_goal(portfolio).is_stuck
    script.now -= 10**9
    goals.check_in(portfolio, goal_id, "slowly")
    assert not only_goal(portfolio).is_stuck
    with pytest.raises(BadInput):
        goals.check_in(portfolio, goal_id, "great")
    portfolio.close()


def test_a_split_that_the_learner_accepts_takes_the_place_of_the_step(portfolio: Portfolio) -> None:
    goal_id = goals.make_goal(portfolio, "Swim")
    before = goals.add_step(portfolio, goal_id, "Before")
    step_id = goals.add_step(portfolio, goal_id, "Too big")
    goals.add_step(portfolio, goal_id, "After")
    work_id = letter(portfolio)
    goals.change_step(portfolio, step_id, evidence=[work_id])
    arrives(portfolio, "proposal", "p1", {"goal": goal_id, "step": step_id, "steps": ["a", "b"],
                                          "by": "Ms Lee", "at_ms": 5})  # fmt: skip
    assert [one.id for one in only_goal(portfolio).waiting_proposals] == ["p1"]
    goals.accept(portfolio, "p1", "Good idea")
    goals.accept(portfolio, "p1")
    goal = only_goal(portfolio)
    assert [(one.title, one.state.value) for one in goal.steps] == [
        ("Before", "open"), ("a", "open"), ("b", "later"), ("After", "open"),
    ]  # fmt: skip
    assert [one.evidence for one in goal.steps] == [(), (work_id,), (), ()]
    assert goal.proposals[0].answer_words == ("Good idea",)
    assert before in {one.id for one in goal.steps}
    with pytest.raises(BadInput, match="took this on"):
        goals.decline(portfolio, "p1")


def test_what_a_coach_proposes_may_be_declined_and_taken_on_later(portfolio: Portfolio) -> None:
    goal_id = goals.make_goal(portfolio, "Swim")
    arrives(portfolio, "proposal", "p1", {"goal": goal_id, "step": None, "steps": ["a"]})
    goals.decline(portfolio, "p1", "Not now")
    assert only_goal(portfolio).steps == ()
    assert only_goal(portfolio).proposals[0].answer == "declined"
    goals.accept(portfolio, "p1")
    assert [one.title for one in only_goal(portfolio).steps] == ["a"]


NOTHING = "nothing-like-this"


@pytest.mark.parametrize(
    ("deed", "error"),
    [
        (lambda p: goals.make_goal(p, "  "), BadInput),
        (lambda p: goals.make_goal(p, "x" * 121), BadInput),
        (lambda p: goals.make_goal(p, "Swim", competencies=["a/b"]), NotFound),
        (lambda p: goals.add_step(p, NOTHING, "Float"), NotFound),
        (lambda p: goals.start_step(p, NOTHING), NotFound),
        (lambda p: goals.accept(p, NOTHING), NotFound),
        (lambda p: goals.check_in(p, NOTHING, "well"), NotFound),
        (lambda p: about_me.say(p, "style", "visual"), BadInput),
        (lambda p: about_me.say(p, "needs", " "), BadInput),
        (lambda p: about_me.say(p, "needs", "quiet", "family"), BadInput),
        (lambda p: about_me.say(p, "needs", "quiet", "everybody"), BadInput),
        (lambda p: about_me.say(p, "needs", "quiet", replaces=NOTHING), NotFound),
        (lambda p: about_me.show_to(p, NOTHING, "me"), NotFound),
        (lambda p: thinking.compare_works(p, ["a"], "compare_new", "x"), BadInput),
        (lambda p: thinking.compare_works(p, ["a", "b"], "compare_new", "x"), NotFound),
        (lambda p: thinking.reflect_on_goal(p, NOTHING, "goal_want", "x"), NotFound),
        (lambda p: thinking.reflect_on_competency(p, "a/b", "can_where", "x"), NotFound),
        (lambda p: thinking.reflect_again(p, NOTHING, "x"), NotFound),
        (lambda p: judging.keep_draft(p, NOTHING, NOTHING, Begun({})), NotFound),
    ],
)
def test_what_does_not_fit_changes_nothing(
    portfolio: Portfolio, deed: Callable[[Portfolio], object], error: type[Exception]
) -> None:
    before = len(portfolio.store.pending())
    with pytest.raises(error):
        deed(portfolio)
    assert len(portfolio.store.pending()) == before


def test_what_i_say_of_myself_keeps_its_history_and_its_readers(portfolio: Portfolio) -> None:
    first = about_me.say(portfolio, "interests", "Whales")
    need = about_me.say(portfolio, "needs", "A quiet place")
    second = about_me.say(portfolio, "interests", "Whales and stars", replaces=first)
    about_me.show_to(portfolio, second, "family")
    third = about_me.say(portfolio, "interests", "Stars", replaces=second)
    known = about_me.profile(portfolio)
    assert [(one.id, one.visible) for one in known.now("interests")] == [(third, "family")]
    said = [one.words for one in known.history("interests")]
    assert said == ["Whales", "Whales and stars", "Stars"]
    assert [one.visible for one in known.now("needs")] == ["me"]
    about_me.take_off(portfolio, third)
    assert about_me.profile(portfolio).now("interests") == ()
    about_me.put_back(portfolio, third)
    assert [one.visible for one in about_me.profile(portfolio).now("interests")] == ["me"]
    about_me.still_so(portfolio, need)
    arrives(portfolio, "profile_invitation", "i1", {"topic": "needs", "words": "?", "at_ms": 2**46})
    asked = {one.topic: one.reason for one in about_me.invited(portfolio)}
    assert asked["needs"] is Reason.ASKED
    assert asked["strengths"] is Reason.NEVER
    assert "interests" not in asked
    assert portfolio.find_works("Whales") == ()


def test_a_draft_is_kept_and_used_up(portfolio: Portfolio) -> None:
    work_id = letter(portfolio)
    rubric, criterion, _ = linked_rubric(portfolio)
    begun = Begun({criterion.id: Rating("", "so far")}, {criterion.id: (Pin(work_id),)})
    judging.keep_draft(portfolio, work_id, rubric.id, begun)
    pending = len(portfolio.store.pending())
    judging.keep_draft(portfolio, work_id, rubric.id, begun)
    assert len(portfolio.store.pending()) == pending
    draft = judging.draft_of(portfolio, work_id, rubric.id)
    assert draft is not None
    assert (draft.versions, draft.rubric_source) == ((begun,), rubric.source_hash)
    assert judging.drafts(portfolio) == (draft,)
    chosen = Rating(criterion.levels[0].id, "so far")
    actions.assess(portfolio, work_id, rubric.id, {criterion.id: chosen}, begun.pins)
    assert judging.drafts(portfolio) == ()
    (mine,) = portfolio.existing_work(work_id).self_assessments
    assert (mine.ratings, mine.pins) == ({criterion.id: chosen}, begun.pins)
    judging.keep_draft(portfolio, work_id, rubric.id, begun)
    judging.keep_draft(portfolio, work_id, rubric.id, Begun({}))
    assert judging.draft_of(portfolio, work_id, rubric.id) is None


def test_evidence_points_at_what_is_here(portfolio: Portfolio) -> None:
    work_id = letter(portfolio)
    file_id = portfolio.existing_work(work_id).files[0].id
    rubric, criterion, _ = linked_rubric(portfolio)
    chosen = {criterion.id: Rating(criterion.levels[0].id)}
    fits = Pin(work_id, file_id, (0.123456, 1.0), (5, 5), "here")
    actions.assess(portfolio, work_id, rubric.id, chosen, {criterion.id: (fits,)})
    (mine,) = portfolio.existing_work(work_id).self_assessments
    assert mine.pins[criterion.id][0].place == (0.1235, 1.0)
    for pins, error in (
        ({"stranger": (fits,)}, BadInput),
        ({criterion.id: (Pin("gone"),)}, NotFound),
        ({criterion.id: (Pin(work_id, "gone"),)}, NotFound),
        ({criterion.id: (Pin(work_id, file_id, (1.5, 0)),)}, BadInput),
        ({criterion.id: (fits,) * 13}, BadInput),
    ):
        with pytest.raises(error):
            actions.assess(portfolio, work_id, rubric.id, chosen, pins)
    assert len(portfolio.existing_work(work_id).self_assessments) == 1


def test_thoughts_about_two_works_a_goal_and_what_i_can(portfolio: Portfolio) -> None:
    older, newer = letter(portfolio, "old"), letter(portfolio, "new")
    goal_id = goals.make_goal(portfolio, "Swim")
    competency = portfolio.catalog.frameworks[0].competencies[1].ref
    pair = thinking.compare_works(portfolio, [newer, older], "compare_new", "It is longer")
    thinking.reflect_on_goal(portfolio, goal_id, "goal_want", "Water")
    thinking.reflect_on_competency(portfolio, competency, "can_where", "Here")
    thinking.reflect_again(portfolio, pair, "Much longer")
    found = thinking.reflections(portfolio)
    assert [(one.works, one.goal, one.competency, one.words) for one in found] == [
        ((older, newer), "", "", "Much longer"), ((), goal_id, "", "Water"),
        ((), "", competency, "Here"),
    ]  # fmt: skip
    assert found[0].is_about_work(older)
    assert portfolio.existing_work(older).reflections == (), "a guest would see it with the work"
    actions.reflect(portfolio, older, "star_first", "The stamp")
    with pytest.raises(NotFound):
        actions.reflect(portfolio, older, "goal_want", "Not about a work")
    with pytest.raises(NotFound):
        thinking.reflect_on_goal(portfolio, goal_id, "compare_new", "Not about a goal")


def test_progress_moves_with_what_is_made_judged_and_decided(portfolio: Portfolio) -> None:
    rubric, criterion, competency = linked_rubric(portfolio)
    work_id = letter(portfolio)
    assert not growing.progress_of(portfolio).of(competency).has_evidence
    actions.tag(portfolio, work_id, competency)
    actions.set_circumstances(portfolio, work_id, setting="home", helped="alone")
    actions.assess(portfolio, work_id, rubric.id, {criterion.id: Rating(criterion.levels[1].id)})
    known = growing.progress_of(portfolio).of(competency)
    assert known.mine is not None
    assert (known.mine.level, known.theirs) == (criterion.levels[1], None)
    assert [one.what for one in known.enough.missing] == ["pieces", "contexts"]
    assert (known.evidence[0].setting, known.enough.alone) == ("home", 1)
    arrives(portfolio, "feedback", "f1", {"artifact": work_id, "rubric": rubric.id, "at_ms": 2**46,
            "ratings": {criterion.id: {"level": criterion.levels[2].id}}})  # fmt: skip
    arrives(portfolio, "class_rules", "r1", {"enough": {"pieces": 1, "contexts": 1}, "at_ms": 9,
            "level_method": "best", "seals_self_assessment": True}, "c/bees")  # fmt: skip
    moved = growing.progress_of(portfolio)
    assert moved.rules.level.method == "best"
    assert moved.of(competency).enough.is_enough
    theirs = moved.of(competency).theirs
    assert theirs is not None
    assert theirs.level == criterion.levels[2]
    assert growing.class_rules(portfolio).seals
    (sides,) = judging.sides_of(portfolio, work_id)
    assert sides.mine is not None
    actions.set_circumstances(portfolio, work_id, setting="")
    assert portfolio.existing_work(work_id).setting == ""
