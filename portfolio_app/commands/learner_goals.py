"""portfolio learner goal: goals, steps, evidence and check-ins, for people and for scripts."""

import argparse
from typing import Any

from portfolio_app.commands.learner_show import find_work, when
from portfolio_app.commands.output import EXIT_DONE, show
from portfolio_app.errors import BadInput, NotFound
from portfolio_app.model.goal import Goal, Step, roadmap
from portfolio_app.model.records import GOING
from portfolio_app.student import goals
from portfolio_app.student.portfolio import Portfolio

PREFIX_LEAST = 4
_WORDS: dict[str, tuple[int, tuple[str, ...]]] = {
    "list": (0, ()),
    "roadmap": (0, ()),
    "new": (1, ("TITLE",)),
    "step": (2, ("GOAL", "TITLE")),
    "start": (1, ("STEP",)),
    "later": (1, ("STEP",)),
    "done": (1, ("STEP",)),
    "check-in": (2, ("GOAL", "|".join(GOING), "WORDS")),
    "accept": (1, ("PROPOSAL", "WORDS")),
    "decline": (1, ("PROPOSAL", "WORDS")),
    "finish": (1, ("GOAL", "STORY")),
}
"""Deed -> how many words it needs at least, and what each is."""


def add_arguments(verb: argparse.ArgumentParser) -> None:
    """The arguments of `goal`."""
    verb.add_argument("deed", choices=tuple(_WORDS), metavar="DEED", help=_usage())
    verb.add_argument("words", metavar="WORDS", nargs="*", help="what the deed is about")
    verb.add_argument("--why", default="", help="new: why the goal is wanted")
    verb.add_argument(
        "--competency", action="append", default=[], help="new: FRAMEWORK/ITEM that it is about"
    )
    verb.add_argument("--work", action="append", default=[], help="done: a work that shows it")


def goal(portfolio: Portfolio, arguments: argparse.Namespace) -> int:
    """Set goals, take small steps, say how it goes."""
    _check_count(arguments.deed, arguments.words)
    if arguments.deed == "roadmap":
        return _print_roadmap(portfolio, arguments)
    _do(portfolio, arguments)
    listed = [_goal(one) for one in goals.goals(portfolio)]
    lines = [line for one in listed for line in _lines(one)]
    show({"goals": listed}, lines, as_json=arguments.json)
    return EXIT_DONE


def _do(portfolio: Portfolio, arguments: argparse.Namespace) -> None:
    name, more, last = (*arguments.words, "", "", "")[:3]
    match arguments.deed:
        case "new":
            goals.make_goal(portfolio, name, arguments.why, arguments.competency)
        case "step":
            goals.add_step(portfolio, _find_goal(portfolio, name).id, more)
        case "start":
            goals.start_step(portfolio, _find_step(portfolio, name).id)
        case "later":
            goals.put_off_step(portfolio, _find_step(portfolio, name).id)
        case "done":
            works = [find_work(portfolio, work).id for work in arguments.work]
            goals.finish_step(portfolio, _find_step(portfolio, name).id, works)
        case "check-in":
            goals.check_in(portfolio, _find_goal(portfolio, name).id, more, last)
        case "accept":
            goals.accept(portfolio, name, more)
        case "decline":
            goals.decline(portfolio, name, more)
        case "finish":
            goals.finish_goal(portfolio, _find_goal(portfolio, name).id, more)


def _check_count(deed: str, words: list[str]) -> None:
    least, wanted = _WORDS[deed]
    if not least <= len(words) <= len(wanted):
        raise BadInput(f"Use it as: portfolio learner goal {deed} {' '.join(wanted)}.")


def _usage() -> str:
    return "; ".join(" ".join((deed, *wanted)) for deed, (_, wanted) in _WORDS.items())


def _find_goal(portfolio: Portfolio, name: str) -> Goal:
    known = goals.goals(portfolio)
    found = [one for one in known if name in (one.id, one.title)]
    if not found and len(name) >= PREFIX_LEAST:
        found = [one for one in known if one.id.startswith(name)]
    if not found:
        raise NotFound("That goal is not here. See: portfolio learner goal list.")
    if len(found) > 1:
        raise BadInput("More than one goal fits. Give more of its id.")
    return found[0]


def _find_step(portfolio: Portfolio, name: str) -> Step:
    known = [step for one in goals.goals(portfolio) for step in one.steps]
    found = [one for one in known if name in (one.id, one.title)]
    if not found and len(name) >= PREFIX_LEAST:
        found = [one for one in known if one.id.startswith(name)]
    if not found:
        raise NotFound("That step is not here. See: portfolio learner goal list.")
    if len(found) > 1:
        raise BadInput("More than one step fits. Give more of its id.")
    return found[0]


def _goal(one: Goal) -> dict[str, Any]:
    return {
        "id": one.id,
        "title": one.title,
        "why": list(one.reasons),
        "competencies": list(one.competencies),
        "set": when(one.made_ms),
        "finished": None if one.finished_ms is None else when(one.finished_ms),
        "stuck": one.is_stuck,
        "story": list(one.stories),
        "steps": [
            {
                "id": step.id,
                "title": step.title,
                "state": step.state.value,
                "evidence": list(step.evidence),
                "proposed": bool(step.proposal),
            }
            for step in one.steps
        ],
        "check_ins": [
            {"going": said.going, "words": list(said.versions), "at": when(said.at_ms)}
            for said in one.check_ins
        ],
        "proposals": [
            {
                "id": said.id,
                "by": said.by,
                "splits": said.step,
                "steps": list(said.steps),
                "words": said.words,
                "answer": said.answer,
            }
            for said in one.proposals
        ],
    }


def _lines(one: dict[str, Any]) -> list[str]:
    state = "finished" if one["finished"] else "stuck" if one["stuck"] else "going on"
    lines = [f"{one['id']}  {one['title']}  ({state})"]
    lines += [f"  {step['id']}  {step['title']}  ({step['state']})" for step in one["steps"]]
    lines += [
        f"  {said['by']} proposes {said['id']}: {'; '.join(said['steps'])}"
        for said in one["proposals"]
        if not said["answer"]
    ]
    return lines


def _print_roadmap(portfolio: Portfolio, arguments: argparse.Namespace) -> int:
    way: list[dict[str, Any]] = [
        {
            "goal": stone.goal.id,
            "title": stone.goal.title,
            "finished": stone.goal.is_finished,
            "events": [
                {
                    "at": when(event.at_ms),
                    "what": event.what,
                    "words": event.words,
                    "works": list(event.works),
                }
                for event in stone.events
            ],
        }
        for stone in roadmap(goals.goals(portfolio))
    ]
    lines = []
    for stone in way:
        lines.append(f"{stone['title']}")
        lines += [f"  {one['at']}  {one['what']}  {one['words']}" for one in stone["events"]]
    show({"roadmap": way}, lines, as_json=arguments.json)
    return EXIT_DONE
