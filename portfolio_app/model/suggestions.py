"""Ideas for a learner who wants some: what could be done next, each with its reason.

Rules that a child can check, over what is in their own portfolio; nothing is counted up, nobody is
compared, and nothing is learned about anybody. Worked out on the device, and kept nowhere.

The rules, in the order in which they are asked. Each gives its best idea that does not rest:

- first: there is no work yet. Add one.
- goal: of the goal that lay still longest: an open step that lay still for QUIET_DAYS; or the next
  step, if none is open and there is room; or a first step, if it has none; or its end, if all are
  done. Never of a goal whose learner said "stuck": there a person is asked, not a rule.
- look_again: the teacher wrote a next step to a work, and nothing was done to it since; or two
  works show the same and GREW_DAYS lie between them: look at both.
- evidence: what an unfinished goal (not a stuck one) is about and no work shows yet, or not enough;
  else what one of the newest works shows and lacks least, by the rule of the class (`enough`).
- check: a check that was begun and put aside; the newest work that says what it shows and was not
  checked; or one that was checked long ago and answered since.
- interest: what the learner likes, while nothing was made since they said so or for QUIET_DAYS.
- proud: there are works enough for a showcase that were never shown.

After Deci and Ryan ("Self-Determination Theory", 2000): a reason and a free choice keep an idea
the learner's own. Three at most, so that choosing stays easy.
"""

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum

from portfolio_app.model.artifact import Work
from portfolio_app.model.enough import DAY_MS
from portfolio_app.model.goal import Goal, Step, StepState, room_for_steps, wanted_competencies
from portfolio_app.model.judging import Draft
from portfolio_app.model.profile import Entry
from portfolio_app.model.progress import Progress
from portfolio_app.model.records import SUGGESTING
from portfolio_app.model.reflection import Reflection
from portfolio_app.model.showcase import Showcase

OFF, ASK, ON = SUGGESTING
"""Never, only when the learner asks, or always on Home. The learner alone decides."""

SUGGESTIONS_LIMIT = 3
REST_DAYS = 14
"""So long nothing is said again after "Not this one"."""

QUIET_DAYS = 7
ANSWER_REST_DAYS = 1
GREW_DAYS = 21
CHECK_REST_DAYS = 1
LONG_AGO_DAYS = 42
SHOW_WORKS = 3
NEWEST_WORKS = 40
"""Works that are looked at for gaps and pairs: what is older had its time."""


class Kind(Enum):
    """What an idea asks for."""

    FIRST = "first"
    GOAL = "goal"
    LOOK_AGAIN = "look_again"
    EVIDENCE = "evidence"
    CHECK = "check"
    INTEREST = "interest"
    PROUD = "proud"


class Reason(Enum):
    """Why it stands there. Its words are in the locale files, for each age."""

    EMPTY = "empty"
    QUIET_STEP = "quiet_step"
    NEXT_STEP = "next_step"
    NO_STEP = "no_step"
    ALL_DONE = "all_done"
    TEACHER_SAID = "teacher_said"
    GREW = "grew"
    WANTED = "wanted"
    PIECES = "pieces"
    CONTEXTS = "contexts"
    RECENT = "recent"
    ALONE = "alone"
    BEGUN = "begun"
    NOT_CHECKED = "not_checked"
    LONG_AGO = "long_ago"
    LIKED = "liked"
    NEVER_SHOWN = "never_shown"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One idea. `about` is the one thing it is about: the id of a work, goal, step or entry of the
    profile, or a competency; "" where there is only one such idea.

    `goal`, `work`, `other` (a second work to look at beside it) and `competency` say where it
    leads; `count` is how many works are missing.
    """

    kind: Kind
    about: str
    reason: Reason
    goal: str = ""
    work: str = ""
    other: str = ""
    competency: str = ""
    count: int = 0

    @property
    def id(self) -> str:
        """The same on every device and every day, so that "Not this one" holds everywhere."""
        return suggestion_id(self.kind, self.about)


@dataclass(frozen=True, slots=True)
class Seen:
    """What the rules look at, of one learner. `works` may hold works in the bin; they are skipped.

    `interests` is what stands in the profile about what the learner likes, oldest first; `hidden`:
    id of a suggestion -> when the learner said "Not this one", in ms since 1970; `is_known`:
    whether a framework here has words for a competency.
    """

    works: Sequence[Work]
    goals: Sequence[Goal]
    progress: Progress
    band: str
    now_ms: int
    thoughts: Sequence[Reflection] = ()
    begun: Sequence[Draft] = ()
    showcases: Sequence[Showcase] = ()
    interests: Sequence[Entry] = ()
    hidden: Mapping[str, int] = field(default_factory=dict)
    is_known: Callable[[str], bool] = lambda _competency: True

    def is_past(self, at_ms: int, days: int) -> bool:
        """Whether so many days have passed since."""
        return self.now_ms - at_ms >= days * DAY_MS

    def is_resting(self, idea: Suggestion) -> bool:
        """Whether the learner put it away lately, by this clock or one that runs a little ahead."""
        hidden_ms = self.hidden.get(idea.id)
        return hidden_ms is not None and abs(self.now_ms - hidden_ms) < REST_DAYS * DAY_MS


Rule = Callable[[Seen, Sequence[Work]], Iterator[Suggestion]]
"""The ideas of one rule, best first, from what is seen and the works at hand, newest first."""


def suggest(seen: Seen, rules: Sequence[Rule] | None = None) -> tuple[Suggestion, ...]:
    """At most SUGGESTIONS_LIMIT ideas, of different kinds and about different things.

    The same portfolio at the same time gives the same ideas. What the learner put away rests for
    REST_DAYS, and the next best idea of that rule comes up.
    """
    works = sorted(
        (work for work in seen.works if not work.is_binned),
        key=lambda work: (-work.made_ms, work.id),
    )
    chosen: list[Suggestion] = []
    things: set[str] = set()
    for rule in RULES if rules is None else rules:
        for idea in rule(seen, works):
            if idea.about not in things and not seen.is_resting(idea):
                chosen.append(idea)
                things.update((idea.about, idea.work) if idea.work else (idea.about,))
                break
        if len(chosen) == SUGGESTIONS_LIMIT:
            break
    return tuple(chosen)


def suggestion_id(kind: Kind, about: str) -> str:
    """The id of an idea, made of what it is about."""
    return hashlib.sha256(f"suggestion {kind.value} {about}".encode()).hexdigest()[:32]


def _first(_seen: Seen, works: Sequence[Work]) -> Iterator[Suggestion]:
    if not works:
        yield Suggestion(Kind.FIRST, "first work", Reason.EMPTY)


def _goal(seen: Seen, works: Sequence[Work]) -> Iterator[Suggestion]:
    made_ms = {work.id: work.made_ms for work in works}
    going = [
        goal
        for goal in seen.goals
        if not goal.is_finished and not goal.is_binned and not goal.is_stuck
    ]
    room = room_for_steps(seen.goals, seen.band)
    for goal in sorted(going, key=lambda one: (_touched_ms(one, made_ms), one.id)):
        yield from _of_goal(seen, goal, made_ms, room)


def _of_goal(seen: Seen, goal: Goal, made_ms: Mapping[str, int], room: int) -> Iterator[Suggestion]:
    if not goal.steps:
        yield Suggestion(Kind.GOAL, goal.id, Reason.NO_STEP, goal.id)
    elif all(step.state is StepState.DONE for step in goal.steps):
        yield Suggestion(Kind.GOAL, goal.id, Reason.ALL_DONE, goal.id)
    elif goal.open_steps:
        said_ms = max((one.at_ms for one in goal.check_ins), default=0)
        for step in sorted(goal.open_steps, key=lambda one: (_step_ms(one, made_ms), one.id)):
            if seen.is_past(max(said_ms, _step_ms(step, made_ms)), QUIET_DAYS):
                yield Suggestion(Kind.GOAL, step.id, Reason.QUIET_STEP, goal.id)
    elif room:
        waiting = next(step for step in goal.steps if step.state is StepState.LATER)
        yield Suggestion(Kind.GOAL, waiting.id, Reason.NEXT_STEP, goal.id)


def _touched_ms(goal: Goal, made_ms: Mapping[str, int]) -> int:
    return max(
        [
            goal.made_ms,
            *(one.at_ms for one in goal.check_ins),
            *(_step_ms(step, made_ms) for step in goal.steps),
        ]
    )


def _step_ms(step: Step, made_ms: Mapping[str, int]) -> int:
    """When something last happened to a step."""
    shown = (made_ms.get(work, 0) for work in step.evidence)
    return max([step.made_ms, step.started_ms or 0, step.finished_ms or 0, *shown])


def _look_again(seen: Seen, works: Sequence[Work]) -> Iterator[Suggestion]:
    answered = [
        (work.feedback[-1].at_ms, work)
        for work in works
        if work.feedback
        and work.feedback[-1].next_step
        and work.newest_learner_ms <= work.feedback[-1].at_ms
    ]
    for at_ms, work in sorted(answered, key=lambda one: (-one[0], one[1].id)):
        if seen.is_past(at_ms, ANSWER_REST_DAYS):
            yield Suggestion(Kind.LOOK_AGAIN, work.id, Reason.TEACHER_SAID, work=work.id)
    looked_at = {frozenset(one.works) for one in seen.thoughts if one.works}
    newest = works[:NEWEST_WORKS]
    for newer in newest:
        for older in reversed(newest):
            is_pair = newer.made_ms - older.made_ms >= GREW_DAYS * DAY_MS
            if not is_pair or frozenset((older.id, newer.id)) in looked_at:
                continue
            shared = sorted(set(older.competencies) & set(newer.competencies))
            if shared:
                yield Suggestion(
                    Kind.LOOK_AGAIN, older.id, Reason.GREW, work=older.id, other=newer.id,
                    competency=shared[0],
                )  # fmt: skip


def _evidence(seen: Seen, works: Sequence[Work]) -> Iterator[Suggestion]:
    wanted = wanted_competencies(goal for goal in seen.goals if not goal.is_stuck)
    for competency in wanted:
        found = seen.progress.enough(competency)
        if found.missing and seen.is_known(competency):
            yield Suggestion(
                Kind.EVIDENCE, competency, Reason.WANTED, competency=competency, count=found.pieces
            )
    shown = dict.fromkeys(ref for work in works[:NEWEST_WORKS] for ref in work.competencies)
    gaps = []
    for place, competency in enumerate(shown):
        missing = seen.progress.enough(competency).missing
        if missing and competency not in wanted and seen.is_known(competency):
            gaps.append((sum(one.need - one.have for one in missing), place, competency, missing))
    for _, _, competency, missing in sorted(gaps):
        first = missing[0]
        yield Suggestion(
            Kind.EVIDENCE, competency, Reason(first.what), competency=competency,
            count=first.need - first.have,
        )  # fmt: skip


def _check(seen: Seen, works: Sequence[Work]) -> Iterator[Suggestion]:
    at_hand = {work.id for work in works}
    for draft in sorted(seen.begun, key=lambda one: (-one.at_ms, one.id)):
        if draft.artifact in at_hand and seen.is_past(draft.at_ms, CHECK_REST_DAYS):
            yield _of_work(Kind.CHECK, draft.artifact, Reason.BEGUN)
    for work in works:
        is_open = bool(work.competencies) and not work.self_assessments
        if is_open and seen.is_past(work.made_ms, CHECK_REST_DAYS):
            yield _of_work(Kind.CHECK, work.id, Reason.NOT_CHECKED)
    for work in works:
        checked_ms = max((one.at_ms for one in work.self_assessments), default=seen.now_ms)
        is_answered = bool(work.feedback) and work.feedback[-1].at_ms >= checked_ms
        if is_answered and seen.is_past(checked_ms, LONG_AGO_DAYS):
            yield _of_work(Kind.CHECK, work.id, Reason.LONG_AGO)


def _interest(seen: Seen, works: Sequence[Work]) -> Iterator[Suggestion]:
    newest_ms = works[0].made_ms if works else 0
    for entry in reversed(seen.interests):
        if works and (newest_ms < entry.looked_at_ms or seen.is_past(newest_ms, QUIET_DAYS)):
            yield Suggestion(Kind.INTEREST, entry.id, Reason.LIKED)


def _proud(seen: Seen, works: Sequence[Work]) -> Iterator[Suggestion]:
    shown = {item for showcase in seen.showcases for item in showcase.items}
    since_ms = max((work.made_ms for work in works if work.id in shown), default=-1)
    if sum(work.made_ms > since_ms for work in works) >= SHOW_WORKS:
        yield Suggestion(Kind.PROUD, "showcase", Reason.NEVER_SHOWN)


def _of_work(kind: Kind, work: str, reason: Reason) -> Suggestion:
    return Suggestion(kind, work, reason, work=work)


RULES: tuple[Rule, ...] = (_first, _goal, _look_again, _evidence, _check, _interest, _proud)
