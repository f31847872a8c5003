"""Goals: what a learner wants, the small steps to it, how it goes, and what a coach proposes.

The learner begins, accepts and finishes; a coach only proposes. Nothing here is ever overdue.
"""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

from portfolio_app.model.enough import DAY_MS

OPEN_STEPS_LIMIT: Mapping[str, int] = {"5-7": 2, "8-10": 3, "11-13": 5, "14-18": 8}
"""How many steps may be open at once, over all goals, by age band: more would overwhelm."""

CHECK_IN_DAYS = 14


class StepState(Enum):
    """Where a step is: waiting for its turn, being worked on, or done."""

    LATER = "later"
    OPEN = "open"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Step:
    """One small step. `evidence`: ids of works; `proposal`: the coach's, "" if it is the learner's.

    Times are in ms since 1970, None where it has not happened.
    """

    id: str
    goal: str
    title: str
    position: int = 0
    competencies: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    proposal: str = ""
    made_ms: int = 0
    started_ms: int | None = None
    finished_ms: int | None = None

    @property
    def state(self) -> StepState:
        """Where it is."""
        if self.finished_ms is not None:
            return StepState.DONE
        return StepState.LATER if self.started_ms is None else StepState.OPEN


@dataclass(frozen=True, slots=True)
class CheckIn:
    """How it was going at one time: "well", "slowly" or "stuck". `versions` newest first."""

    id: str
    goal: str
    step: str
    going: str
    versions: tuple[str, ...]
    at_ms: int


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a coach proposes: steps to add, or to put in the place of `step`.

    `answer` is "" while the learner has not answered, then "accepted" or "declined".
    """

    id: str
    goal: str
    step: str
    steps: tuple[str, ...]
    words: str
    by: str
    at_ms: int
    answer: str = ""
    answer_words: tuple[str, ...] = ()

    @property
    def is_split(self) -> bool:
        """Whether it puts smaller steps in the place of one."""
        return bool(self.step)


@dataclass(frozen=True, slots=True)
class Goal:
    """A goal with everything about it; steps by position, the rest oldest first.

    `reasons` and `stories` hold more than one text where two devices wrote apart.
    """

    id: str
    title: str
    reasons: tuple[str, ...] = ()
    competencies: tuple[str, ...] = ()
    made_ms: int = 0
    finished_ms: int | None = None
    stories: tuple[str, ...] = ()
    is_binned: bool = False
    steps: tuple[Step, ...] = ()
    check_ins: tuple[CheckIn, ...] = ()
    proposals: tuple[Proposal, ...] = ()

    @property
    def is_finished(self) -> bool:
        """Whether the learner has reached it."""
        return self.finished_ms is not None

    @property
    def is_stuck(self) -> bool:
        """Whether the learner said so last; any other check-in, or the end, takes it back."""
        return not self.is_finished and bool(self.check_ins) and self.check_ins[-1].going == "stuck"

    @property
    def open_steps(self) -> tuple[Step, ...]:
        """The steps that are being worked on."""
        return tuple(step for step in self.steps if step.state is StepState.OPEN)

    @property
    def waiting_proposals(self) -> tuple[Proposal, ...]:
        """What the coach proposed and the learner has not answered."""
        return tuple(one for one in self.proposals if not one.answer)

    def is_check_in_due(self, now_ms: int, days: int = CHECK_IN_DAYS) -> bool:
        """Whether it is time to ask how it goes: `days` after the last word about it."""
        if self.is_finished or self.is_binned:
            return False
        last_ms = max([self.made_ms, *(one.at_ms for one in self.check_ins)])
        return now_ms - last_ms >= days * DAY_MS


@dataclass(frozen=True, slots=True)
class Event:
    """Something on the way to a goal: "began", "step", "check_in" or "finished"."""

    at_ms: int
    what: str
    words: str
    works: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Milestone:
    """A goal on the roadmap; the story of a finished one is `events` and the learner's words."""

    goal: Goal
    events: tuple[Event, ...]


def assemble_goals(records: Iterable[tuple[str, Mapping[str, Any]]]) -> tuple[Goal, ...]:
    """Goals from (kind, record) pairs, oldest first, those in the bin too; other kinds are skipped.

    A part whose goal has not arrived yet waits for it and is not shown.
    """
    by_kind: dict[str, list[Mapping[str, Any]]] = {}
    for kind, record in records:
        by_kind.setdefault(kind, []).append(record)
    answers = {one.get("proposal"): one for one in by_kind.get("proposal_answer", ())}
    steps = _by_goal(_step(one) for one in by_kind.get("step", ()) if one.get("binned_ms") is None)
    check_ins = _by_goal(map(_check_in, by_kind.get("check_in", ())))
    proposals = _by_goal(
        _proposal(one, answers.get(one["id"], {})) for one in by_kind.get("proposal", ())
    )
    goals = (
        Goal(
            record["id"],
            record.get("title") or "",
            tuple(record.get("why") or ()),
            tuple(record.get("competencies") or ()),
            record.get("made_ms") or 0,
            record.get("finished_ms"),
            tuple(record.get("story") or ()),
            record.get("binned_ms") is not None,
            tuple(sorted(steps.get(record["id"], ()), key=_place)),
            tuple(sorted(check_ins.get(record["id"], ()), key=_time)),
            tuple(sorted(proposals.get(record["id"], ()), key=_time)),
        )
        for record in by_kind.get("goal", ())
    )
    return tuple(sorted(goals, key=lambda goal: (goal.made_ms, goal.id)))


def room_for_steps(goals: Iterable[Goal], band: str) -> int:
    """How many more steps may be opened now; 0 also where two devices together opened too many."""
    opened = sum(
        len(goal.open_steps) for goal in goals if not goal.is_finished and not goal.is_binned
    )
    return max(0, OPEN_STEPS_LIMIT[band] - opened)


def proposed_step_id(proposal: str, number: int) -> str:
    """The id of a step that came from a proposal: the same on every device that accepts it."""
    return hashlib.sha256(f"step {proposal} {number}".encode()).hexdigest()[:32]


def answer_id(proposal: str) -> str:
    """The id of the one answer to a proposal."""
    return hashlib.sha256(f"answer {proposal}".encode()).hexdigest()[:32]


def wanted_competencies(goals: Iterable[Goal]) -> tuple[str, ...]:
    """What the unfinished goals and their open steps are about, each once, newest goal first."""
    found: dict[str, None] = {}
    for goal in sorted(goals, key=lambda one: (-one.made_ms, one.id)):
        if not goal.is_finished and not goal.is_binned:
            for step in goal.open_steps:
                found.update(dict.fromkeys(step.competencies))
            found.update(dict.fromkeys(goal.competencies))
    return tuple(found)


def roadmap(goals: Iterable[Goal]) -> tuple[Milestone, ...]:
    """The way so far and ahead: finished goals in the order they were reached, then the others.

    What coaches proposed is no part of it: it is the learner's story.
    """
    shown = [goal for goal in goals if not goal.is_binned]
    reached = sorted(
        (goal for goal in shown if goal.is_finished), key=lambda g: (g.finished_ms or 0, g.id)
    )
    ahead = sorted((g for g in shown if not g.is_finished), key=lambda g: (g.made_ms, g.id))
    return tuple(Milestone(goal, _events(goal)) for goal in (*reached, *ahead))


def _events(goal: Goal) -> tuple[Event, ...]:
    reason = goal.reasons[0] if goal.reasons else ""
    events = [Event(goal.made_ms, "began", reason)]
    events += [
        Event(step.finished_ms, "step", step.title, step.evidence)
        for step in goal.steps
        if step.finished_ms is not None
    ]
    events += [
        Event(one.at_ms, "check_in", one.versions[0] if one.versions else "")
        for one in goal.check_ins
    ]
    events.sort(key=lambda event: event.at_ms)
    if goal.finished_ms is not None:
        story = goal.stories[0] if goal.stories else ""
        events.append(Event(goal.finished_ms, "finished", story))
    return tuple(events)


def _by_goal(parts: Iterable[Any]) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = {}
    for part in parts:
        found.setdefault(part.goal, []).append(part)
    return found


def _step(record: Mapping[str, Any]) -> Step:
    return Step(
        record["id"],
        record.get("goal") or "",
        record.get("title") or "",
        record.get("position") or 0,
        tuple(record.get("competencies") or ()),
        tuple(record.get("evidence") or ()),
        record.get("proposal") or "",
        record.get("made_ms") or 0,
        record.get("started_ms"),
        record.get("finished_ms"),
    )


def _check_in(record: Mapping[str, Any]) -> CheckIn:
    return CheckIn(
        record["id"],
        record.get("goal") or "",
        record.get("step") or "",
        record.get("going") or "",
        tuple(record.get("words") or ()),
        record.get("at_ms") or 0,
    )


def _proposal(record: Mapping[str, Any], answer: Mapping[str, Any]) -> Proposal:
    return Proposal(
        record["id"],
        record.get("goal") or "",
        record.get("step") or "",
        tuple(record.get("steps") or ()),
        record.get("words") or "",
        record.get("by") or "",
        record.get("at_ms") or 0,
        answer.get("answer") or "",
        tuple(answer.get("words") or ()),
    )


def _place(step: Step) -> tuple[int, int, str]:
    return step.position, step.made_ms, step.id


def _time(part: CheckIn | Proposal) -> tuple[int, str]:
    return part.at_ms, part.id
