"""portfolio learner profile and progress: what a learner says of themself, and what works show."""

import argparse
import sys
from typing import Any

from portfolio_app.commands.learner_show import when
from portfolio_app.commands.output import EXIT_DONE, show
from portfolio_app.model.class_rules import rule_fields
from portfolio_app.model.gathering import Judge
from portfolio_app.model.profile import Entry
from portfolio_app.model.progress import CompetencyProgress, Standing
from portfolio_app.model.records import TOPICS, VISIBLE_TO
from portfolio_app.student import about_me, growing
from portfolio_app.student.portfolio import Portfolio


def profile_arguments(verb: argparse.ArgumentParser) -> None:
    """The arguments of `profile`."""
    verb.add_argument("topic", nargs="?", choices=TOPICS, help="say something on this topic")
    verb.add_argument("words", nargs="?", help="what to say; - reads it from standard input")
    verb.add_argument("--visible", choices=VISIBLE_TO, help="who may see it")
    verb.add_argument("--replaces", default="", metavar="ENTRY", help="id of what it replaces")


def profile(portfolio: Portfolio, arguments: argparse.Namespace) -> int:
    """Show what the learner says of themself, or say something."""
    if arguments.topic and arguments.words:
        words = sys.stdin.read() if arguments.words == "-" else arguments.words
        about_me.say(portfolio, arguments.topic, words, arguments.visible, arguments.replaces)
    known = about_me.profile(portfolio)
    topics = {
        topic: {
            "now": [_entry(one) for one in known.now(topic)],
            "history": [_entry(one) for one in known.history(topic)],
        }
        for topic in TOPICS
        if arguments.topic in (None, topic)
    }
    document: dict[str, Any] = {
        "topics": topics,
        "notes": [
            {"topic": one.topic, "words": one.words, "by": one.by, "at": when(one.at_ms)}
            for one in known.notes
        ],
        "look_again": [
            {"topic": one.topic, "why": one.reason.value} for one in about_me.invited(portfolio)
        ],
    }
    lines = [
        f"{topic}: {entry['words']}  ({entry['visible']})"
        for topic, said in topics.items()
        for entry in said["now"]
    ]
    lines += [f"look again: {one['topic']} ({one['why']})" for one in document["look_again"]]
    show(document, lines, as_json=arguments.json)
    return EXIT_DONE


def progress_arguments(verb: argparse.ArgumentParser) -> None:
    """The arguments of `progress`."""
    verb.add_argument(
        "competency", nargs="?", metavar="COMPETENCY", help="FRAMEWORK/ITEM; all by default"
    )


def progress(portfolio: Portfolio, arguments: argparse.Namespace) -> int:
    """Show what the works have come to, by the rules of the learner's classes."""
    known = growing.progress_of(portfolio)
    wanted = [arguments.competency] if arguments.competency else known.competencies
    listed = [_competency(portfolio, known.of(one)) for one in wanted]
    rules = rule_fields(known.rules)
    lines = [f"Level: {rules['level_method']}. Enough: {_in_words(rules['enough'])}."]
    lines += [_line(one) for one in listed]
    show({"rules": rules, "competencies": listed}, lines, as_json=arguments.json)
    return EXIT_DONE


def _entry(one: Entry) -> dict[str, Any]:
    return {"id": one.id, "words": one.words, "visible": one.visible, "at": when(one.at_ms)}


def _competency(portfolio: Portfolio, one: CompetencyProgress) -> dict[str, Any]:
    item = portfolio.catalog.competency(one.competency)
    grew = one.grew(Judge.LEARNER)
    return {
        "competency": one.competency,
        "statement": item.statement if item else "",
        "mine": _standing(one.mine),
        "theirs": _standing(one.theirs),
        "grew": grew.value if grew else None,
        "evidence": [
            {"work": piece.work, "made": when(piece.made_ms), "setting": piece.setting}
            for piece in one.evidence
        ],
        "growth": [
            {
                "work": mark.work,
                "at": when(mark.at_ms),
                "by": mark.judge.value,
                "level": mark.level.name,
            }
            for mark in one.growth
        ],
        "enough": one.enough.is_enough,
        "missing": [
            {"what": part.what, "have": part.have, "need": part.need} for part in one.enough.missing
        ],
    }


def _standing(one: Standing | None) -> dict[str, Any] | None:
    if one is None:
        return None
    return {"level": one.level.name, "share": round(one.share, 4), "judgements": one.judgements}


def _in_words(enough: dict[str, int]) -> str:
    return (
        f"{enough['pieces']} pieces, {enough['contexts']} contexts, {enough['recent']} within "
        f"{enough['recent_days']} days"
    )


def _line(one: dict[str, Any]) -> str:
    mine, theirs = (side["level"] if side else "-" for side in (one["mine"], one["theirs"]))
    missing = ", ".join(f"{p['what']} {p['have']} of {p['need']}" for p in one["missing"])
    words = one["statement"] or one["competency"]
    return f"{words}: I {mine}; teacher {theirs}; {missing or 'enough'}"
