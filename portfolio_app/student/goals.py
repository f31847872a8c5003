"""Goals of a learner: set, take steps, show evidence, say how it goes, answer a coach, finish.

No Flet, no HTTP, no clock of its own. Every function may raise BadInput, NotFound or StorageFull.
"""

from collections.abc import Iterable, Sequence

from portfolio_app.errors import BadInput, NotFound
from portfolio_app.model.goal import (
    Goal,
    Proposal,
    Step,
    StepState,
    answer_id,
    assemble_goals,
    proposed_step_id,
    room_for_steps,
)
from portfolio_app.student.portfolio import Portfolio, Write, fields_of

GOALS_LIMIT = 200
GOAL_STEPS_LIMIT = 40
_KINDS = ("goal", "step", "check_in", "proposal", "proposal_answer")


def goals(portfolio: Portfolio, *, binned: bool = False) -> tuple[Goal, ...]:
    """All goals, oldest first; those in the bin instead when `binned`."""
    found = assemble_goals(portfolio.records(*_KINDS))
    return tuple(goal for goal in found if goal.is_binned == binned)


def find_goal(portfolio: Portfolio, goal_id: str) -> Goal:
    """One goal, in the bin or not; raises NotFound."""
    found = assemble_goals(portfolio.records(*_KINDS))
    goal = next((goal for goal in found if goal.id == goal_id), None)
    if goal is None:
        raise NotFound("That goal is not here.")
    return goal


def make_goal(
    portfolio: Portfolio, title: str, why: str = "", competencies: Sequence[str] = ()
) -> str:
    """Set a goal; returns its id."""
    if len(goals(portfolio)) >= GOALS_LIMIT:
        raise BadInput(f"There are {GOALS_LIMIT} goals already. Finish one, or put one in the bin.")
    goal_id = portfolio.world.new_id()
    fields = {"title": _named(title), "made_ms": portfolio.now_ms()}
    if why.strip():
        fields["why"] = why
    writes = fields_of("goal", goal_id, fields)
    writes += _set_writes("goal", goal_id, "competencies", (), _known(portfolio, competencies))
    portfolio.write(writes)
    return goal_id


def change_goal(
    portfolio: Portfolio,
    goal_id: str,
    *,
    title: str | None = None,
    why: str | None = None,
    competencies: Sequence[str] | None = None,
) -> None:
    """Change what a goal is called, why it is wanted, and what it is about; None stays."""
    goal = find_goal(portfolio, goal_id)
    writes = []
    if title is not None and title.strip() != goal.title:
        writes.append(Write("goal", goal_id, "title", _named(title)))
    if why is not None and (why,) != goal.reasons:
        writes.append(Write("goal", goal_id, "why", why))
    if competencies is not None:
        wanted = _known(portfolio, competencies)
        writes += _set_writes("goal", goal_id, "competencies", goal.competencies, wanted)
    if writes:
        portfolio.write(writes)


def turn_competency(portfolio: Portfolio, goal_id: str, competency: str, *, wanted: bool) -> None:
    """Say that a goal is about a competency, or no longer; a repeat changes nothing."""
    before = find_goal(portfolio, goal_id).competencies
    others = [one for one in before if one != competency]
    kept = [*others, *_known(portfolio, [competency])] if wanted else others
    writes = _set_writes("goal", goal_id, "competencies", before, kept)
    if writes:
        portfolio.write(writes)


def add_step(
    portfolio: Portfolio, goal_id: str, title: str, competencies: Sequence[str] = ()
) -> str:
    """Add a small step; returns its id. It is open at once if there is room, or waits its turn."""
    goal = find_goal(portfolio, goal_id)
    _check_room_in(goal, 1)
    step_id, now_ms = portfolio.world.new_id(), portfolio.now_ms()
    fields = {
        "goal": goal_id,
        "title": _named(title),
        "position": _last_position(goal),
        "made_ms": now_ms,
    }
    if _room(portfolio) > 0:
        fields["started_ms"] = now_ms
    writes = fields_of("step", step_id, fields)
    writes += _set_writes("step", step_id, "competencies", (), _known(portfolio, competencies))
    portfolio.write(writes)
    return step_id


def change_step(
    portfolio: Portfolio,
    step_id: str,
    *,
    title: str | None = None,
    competencies: Sequence[str] | None = None,
    evidence: Sequence[str] | None = None,
) -> None:
    """Change what a step is called and about, and which works show it; None stays."""
    step = _step(portfolio, step_id)
    writes = []
    if title is not None and title.strip() != step.title:
        writes.append(Write("step", step_id, "title", _named(title)))
    if competencies is not None:
        wanted = _known(portfolio, competencies)
        writes += _set_writes("step", step_id, "competencies", step.competencies, wanted)
    if evidence is not None:
        for work in evidence:
            portfolio.existing_work(work)
        writes += _set_writes("step", step_id, "evidence", step.evidence, evidence)
    if writes:
        portfolio.write(writes)


def order_steps(portfolio: Portfolio, goal_id: str, order: Sequence[str]) -> None:
    """Put the steps of a goal in this order; those that are not named stay behind it."""
    goal = find_goal(portfolio, goal_id)
    known = {step.id: step for step in goal.steps}
    rest = [step.id for step in goal.steps if step.id not in order]
    wanted = [step for step in dict.fromkeys(order) if step in known] + rest
    writes = [
        Write("step", step, "position", place)
        for place, step in enumerate(wanted)
        if known[step].position != place
    ]
    if writes:
        portfolio.write(writes)


def start_step(portfolio: Portfolio, step_id: str) -> None:
    """Begin with a step, or take up again one that was done. Raises BadInput without room."""
    step = _step(portfolio, step_id)
    if step.state is StepState.OPEN:
        return
    if _room(portfolio) < 1:
        raise BadInput("You have enough open steps. Finish one, or put one off, then begin this.")
    portfolio.write(
        fields_of("step", step_id, {"started_ms": portfolio.now_ms(), "finished_ms": None})
    )


def put_off_step(portfolio: Portfolio, step_id: str) -> None:
    """Leave a step for later."""
    if _step(portfolio, step_id).state is StepState.OPEN:
        portfolio.write([Write("step", step_id, "started_ms", None)])


def finish_step(portfolio: Portfolio, step_id: str, evidence: Sequence[str] = ()) -> None:
    """Say that a step is done, with works that show it, if there are any."""
    step = _step(portfolio, step_id)
    for work in evidence:
        portfolio.existing_work(work)
    fields = {} if step.finished_ms is not None else {"finished_ms": portfolio.now_ms()}
    writes = fields_of("step", step_id, fields)
    writes += _set_writes("step", step_id, "evidence", step.evidence, [*step.evidence, *evidence])
    if writes:
        portfolio.write(writes)


def bin_step(portfolio: Portfolio, step_id: str) -> None:
    """Take a step off; nothing is deleted."""
    _step(portfolio, step_id)
    portfolio.write([Write("step", step_id, "binned_ms", portfolio.now_ms())])


def take_step_from_bin(portfolio: Portfolio, step_id: str) -> None:
    """Put a step back where it was."""
    portfolio.write([Write("step", step_id, "binned_ms", None)])


def check_in(
    portfolio: Portfolio, goal_id: str, going: str, words: str = "", step_id: str = ""
) -> str:
    """Say how it goes: "well", "slowly" or "stuck", which the coach sees. Returns the id."""
    goal = find_goal(portfolio, goal_id)
    if step_id and all(step.id != step_id for step in goal.steps):
        raise NotFound("That step is not part of this goal.")
    check_in_id = portfolio.world.new_id()
    newest_ms = max((one.at_ms for one in goal.check_ins), default=0)
    fields: dict[str, object] = {
        "goal": goal_id,
        "step": step_id or None,
        "going": going,
        # After the last one, whatever this device's clock says: the newest decides who is stuck.
        "at_ms": max(portfolio.now_ms(), newest_ms + 1),
    }
    if words.strip():
        fields["words"] = words
    portfolio.write(fields_of("check_in", check_in_id, fields))
    return check_in_id


def accept(portfolio: Portfolio, proposal_id: str, words: str = "") -> None:
    """Take on what a coach proposed. Its steps join the goal; of a split, the step that was too
    big goes, and its evidence stays with the first of the smaller ones.
    """
    goal, proposal = _proposal(portfolio, proposal_id)
    if proposal.answer == "accepted":
        return
    _check_room_in(goal, len(proposal.steps))
    split = next((step for step in goal.steps if step.id == proposal.step), None)
    room = _room(portfolio) + (split is not None and split.state is StepState.OPEN)
    now_ms = portfolio.now_ms()
    writes = _answer(proposal_id, "accepted", words, now_ms)
    place = split.position if split else _last_position(goal)
    for number, title in enumerate(proposal.steps):
        step_id = proposed_step_id(proposal_id, number)
        fields = {
            "goal": goal.id,
            "title": title,
            "position": place + (0 if split else number),
            "proposal": proposal_id,
            "made_ms": now_ms + number,  # keeps them in the coach's order at one place
        }
        if number < room:
            fields["started_ms"] = now_ms
        writes += fields_of("step", step_id, fields)
        if split is not None:
            writes += _set_writes("step", step_id, "competencies", (), split.competencies)
            writes += _set_writes("step", step_id, "evidence", (), () if number else split.evidence)
    if split is not None:
        writes.append(Write("step", split.id, "binned_ms", now_ms))
    portfolio.write(writes)


def decline(portfolio: Portfolio, proposal_id: str, words: str = "") -> None:
    """Say no to what a coach proposed, with a reason if the learner wants to give one."""
    _, proposal = _proposal(portfolio, proposal_id)
    if proposal.answer == "accepted":
        raise BadInput("You took this on already. Take its steps off one by one instead.")
    portfolio.write(_answer(proposal_id, "declined", words, portfolio.now_ms()))


def finish_goal(portfolio: Portfolio, goal_id: str, story: str = "") -> None:
    """Say that a goal is reached, and tell how; again to tell it otherwise."""
    goal = find_goal(portfolio, goal_id)
    writes = []
    if goal.finished_ms is None:
        writes.append(Write("goal", goal_id, "finished_ms", portfolio.now_ms()))
    if story.strip() and (story,) != goal.stories:
        writes.append(Write("goal", goal_id, "story", story))
    if writes:
        portfolio.write(writes)


def reopen_goal(portfolio: Portfolio, goal_id: str) -> None:
    """Go on with a goal that was finished."""
    if find_goal(portfolio, goal_id).is_finished:
        portfolio.write([Write("goal", goal_id, "finished_ms", None)])


def bin_goal(portfolio: Portfolio, goal_id: str) -> None:
    """Put a goal with its steps in the bin; nothing is deleted."""
    find_goal(portfolio, goal_id)
    portfolio.write([Write("goal", goal_id, "binned_ms", portfolio.now_ms())])


def take_goal_from_bin(portfolio: Portfolio, goal_id: str) -> None:
    """Take a goal out of the bin."""
    find_goal(portfolio, goal_id)
    portfolio.write([Write("goal", goal_id, "binned_ms", None)])


def _room(portfolio: Portfolio) -> int:
    return room_for_steps(goals(portfolio), portfolio.learner.band)


def _step(portfolio: Portfolio, step_id: str) -> Step:
    steps = (step for goal in assemble_goals(portfolio.records(*_KINDS)) for step in goal.steps)
    step = next((step for step in steps if step.id == step_id), None)
    if step is None:
        raise NotFound("That step is not here.")
    return step


def _proposal(portfolio: Portfolio, proposal_id: str) -> tuple[Goal, Proposal]:
    for goal in assemble_goals(portfolio.records(*_KINDS)):
        for proposal in goal.proposals:
            if proposal.id == proposal_id:
                return goal, proposal
    raise NotFound("That proposal is not here.")


def _answer(proposal_id: str, answer: str, words: str, now_ms: int) -> list[Write]:
    fields: dict[str, object] = {"proposal": proposal_id, "answer": answer, "at_ms": now_ms}
    if words.strip():
        fields["words"] = words
    return fields_of("proposal_answer", answer_id(proposal_id), fields)


def _set_writes(
    kind: str, record: str, field: str, before: Sequence[str], wanted: Sequence[str]
) -> list[Write]:
    """What turns one set into another."""
    added = [Write(kind, record, field, one) for one in dict.fromkeys(wanted) if one not in before]
    gone = [Write(kind, record, field, None, removes=one) for one in before if one not in wanted]
    return added + gone


def _check_room_in(goal: Goal, more: int) -> None:
    if len(goal.steps) + more > GOAL_STEPS_LIMIT:
        raise BadInput(f"A goal has at most {GOAL_STEPS_LIMIT} steps. Take some off first.")


def _last_position(goal: Goal) -> int:
    return max((step.position for step in goal.steps), default=-1) + 1


def _known(portfolio: Portfolio, competencies: Iterable[str]) -> tuple[str, ...]:
    for competency in competencies:
        if portfolio.catalog.competency(competency) is None:
            raise NotFound(
                f"No framework here has '{competency[:80]}'. Choose one of those that are listed."
            )
    return tuple(dict.fromkeys(competencies))


def _named(title: str) -> str:
    if not title.strip():
        raise BadInput("It has no name yet. Say in a few words what it is.")
    return title.strip()
