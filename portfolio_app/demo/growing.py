"""The children's side of growing: goals, steps, checks done again, what they say of themselves.

All of it through the real actions, at the times of the story.
"""

from collections.abc import Mapping

from portfolio_app.demo.growing_story import Growing, StoryAgain, StoryGoal, StoryStep, StoryThought
from portfolio_app.demo.script import ScriptedTime
from portfolio_app.errors import NotFound
from portfolio_app.model.assessment import Rating
from portfolio_app.model.pins import Pin, Pins
from portfolio_app.student import about_me, actions, goals, judging, suggesting, thinking
from portfolio_app.student.portfolio import Portfolio
from rubrics.rubric import Rubric


def grow(portfolio: Portfolio, growing: Growing, time: ScriptedTime) -> None:
    """Live through all that needs no teacher; the works are there already."""
    works = {work.title: work.id for work in portfolio.works()}
    for title, (where, helped) in growing.made.items():
        actions.set_circumstances(portfolio, works[title], setting=where, helped=helped)
    for goal in sorted(growing.goals, key=lambda one: one.at_ms):
        _want(portfolio, goal, works, time)
    for entry in growing.entries:
        time.show(entry.at_ms)
        about_me.say(portfolio, entry.topic, entry.words, entry.to or None)
    for thought in growing.thoughts:
        time.show(thought.at_ms)
        _think(portfolio, thought, works)
    if growing.ideas != suggesting.setting(portfolio):
        suggesting.choose(portfolio, growing.ideas)


def check_again(portfolio: Portfolio, growing: Growing, rubric: Rubric, time: ScriptedTime) -> None:
    """Check works once more, after the teacher answered the first time."""
    works = {work.title: work.id for work in portfolio.works()}
    for again in growing.again:
        _show(portfolio, time, again.at_ms)
        _check_again(portfolio, works[again.work], again, rubric)
    time.be_real()


def answer_ideas(portfolio: Portfolio, growing: Growing, time: ScriptedTime) -> None:
    """Take on, or not, what the teacher proposed, as the story says; some still wait."""
    told = {goal.title: goal.idea for goal in growing.goals}
    for goal in goals.goals(portfolio):
        idea = told.get(goal.title)
        for proposal in goal.waiting_proposals:
            if idea is None or not idea.answer:
                continue
            _show(portfolio, time, idea.answered_ms)
            deed = goals.accept if idea.answer == "accepted" else goals.decline
            deed(portfolio, proposal.id, idea.reply)
            if goal.is_finished:
                _finish_proposed(portfolio, goal.id, goal.finished_ms or 0, time)
    time.be_real()


def _want(
    portfolio: Portfolio, goal: StoryGoal, works: Mapping[str, str], time: ScriptedTime
) -> None:
    time.show(goal.at_ms)
    goal_id = goals.make_goal(portfolio, goal.title, goal.why, goal.competencies)
    for step in goal.steps:
        _take(portfolio, goal_id, goal.at_ms, step, works, time)
    for check_in in goal.check_ins:
        time.show(check_in.at_ms)
        goals.check_in(portfolio, goal_id, check_in.going, check_in.words)
    if goal.done_ms is not None:
        time.show(goal.done_ms)
        goals.finish_goal(portfolio, goal_id, goal.story)


def _take(
    portfolio: Portfolio,
    goal_id: str,
    wanted_ms: int,
    step: StoryStep,
    works: Mapping[str, str],
    time: ScriptedTime,
) -> None:
    time.show(step.begun_ms or wanted_ms)
    step_id = goals.add_step(portfolio, goal_id, step.title, step.competencies)
    shown = [works[title] for title in step.shows]
    if step.begun_ms is None:
        goals.put_off_step(portfolio, step_id)
    elif step.done_ms is None:
        goals.change_step(portfolio, step_id, evidence=shown)
    else:
        time.show(step.done_ms)
        goals.finish_step(portfolio, step_id, shown)


def _finish_proposed(portfolio: Portfolio, goal_id: str, done_ms: int, time: ScriptedTime) -> None:
    """A goal that was reached has no step left open, those from the teacher neither."""
    _show(portfolio, time, done_ms)
    for step in goals.find_goal(portfolio, goal_id).steps:
        if step.finished_ms is None:
            goals.finish_step(portfolio, step.id)


def _show(portfolio: Portfolio, time: ScriptedTime, at_ms: int) -> None:
    """A moment of the story as the portfolio sees it: since it met the school it corrects its
    clock by whatever lay between the two, which is another few milliseconds at every run.
    """
    time.show(at_ms)
    time.show(2 * at_ms - portfolio.now_ms())


def _check_again(portfolio: Portfolio, work_id: str, again: StoryAgain, rubric: Rubric) -> None:
    ratings = {
        criterion.id: Rating(criterion.levels[level - 1].id, again.why.get(place, ""))
        for place, (criterion, level) in enumerate(zip(rubric.criteria, again.mine, strict=True))
    }
    judging.assess(portfolio, work_id, rubric.id, ratings, _pins(portfolio, work_id, again, rubric))


def _pins(portfolio: Portfolio, work_id: str, again: StoryAgain, rubric: Rubric) -> Pins:
    if again.pin is None:
        return {}
    pin, file = again.pin, portfolio.existing_work(work_id).files[0].id
    return {rubric.criteria[pin.line].id: (Pin(work_id, file, (pin.x, pin.y), note=pin.note),)}


def _think(portfolio: Portfolio, thought: StoryThought, works: Mapping[str, str]) -> None:
    prompt, words = thought.prompt, thought.words
    if thought.works:
        pair = [works[title] for title in thought.works]
        thinking.compare_works(portfolio, pair, prompt, words)
    elif thought.competency:
        thinking.reflect_on_competency(portfolio, thought.competency, prompt, words)
    else:
        found = (one.id for one in goals.goals(portfolio) if one.title == thought.goal)
        goal_id = next(found, None)
        if goal_id is None:
            raise NotFound(f"The made-up class has no goal '{thought.goal}'; check the story.")
        thinking.reflect_on_goal(portfolio, goal_id, prompt, words)
