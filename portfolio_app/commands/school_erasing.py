"""portfolio school erase, erasures and tidy: deleting for good, and who has not followed yet."""

import argparse
from datetime import UTC, datetime
from typing import Any

from portfolio_app.commands.output import EXIT_DONE, EXIT_FAILED, show
from portfolio_app.commands.school_opening import opened_school
from portfolio_app.errors import BadInput, NotFound
from portfolio_app.model.people import LearnerId
from portfolio_app.school.database import erasing, ledger, people
from portfolio_app.school.database.engine import Transaction
from portfolio_app.school.database.erasing import Erasure
from portfolio_app.school.database.people import Person
from portfolio_app.school.wiring import School
from portfolio_app.settings import Settings


def erase(arguments: argparse.Namespace, settings: Settings) -> int:
    """Erase a learner: the first time say what would go, the second time, with the word, do it."""
    with opened_school(arguments, settings) as school:
        learner = _learner(school, arguments.learner)
        counts, word = school.eraser.ask(LearnerId(learner.id))
        facts: dict[str, Any] = {"learner": learner.id, "counts": dict(counts)}
        said = ", ".join(f"{count} {what}" for what, count in counts.items() if count)
        if not arguments.confirm:
            lines = [
                f"This would erase {learner.name} ({learner.id}) for good: {said}.",
                "Nothing was changed. Give the learner a copy of their work first.",
                f"To do it: portfolio school erase {learner.id} --confirm {word}",
            ]
            show(facts | {"confirm": word, "erased": False}, lines, as_json=arguments.json)
            return EXIT_FAILED
        erasure = school.eraser.erase(
            LearnerId(learner.id), arguments.confirm, ledger.OFFICE, school.now_ms()
        )
    lines = [
        f"Erased: {said}.",
        "Devices that held a copy are told when they next speak: portfolio school erasures",
        "Backups of the database that hold its table of keys still open: delete or replace them.",
    ]
    show(facts | {"erasure": erasure, "erased": True}, lines, as_json=arguments.json)
    return EXIT_DONE


def erasures(arguments: argparse.Namespace, settings: Settings) -> int:
    """List erasings and the devices that have not confirmed; exit status 1 while there are any."""
    with opened_school(arguments, settings) as school:
        found = school.database.read(erasing.erasures)
    waiting = sum(one.confirmed_ms is None for erasure in found for one in erasure.devices)
    lines = [line for erasure in found for line in _lines(erasure)]
    if found:
        lines.append(_summary(waiting))
    facts = {"waiting": waiting, "erasures": [_facts(erasure) for erasure in found]}
    show(facts, lines or ["Nobody was erased in the last 400 days."], as_json=arguments.json)
    return EXIT_FAILED if waiting else EXIT_DONE


def tidy(arguments: argparse.Namespace, settings: Settings) -> int:
    """Empty old bins, end old uploads, remove what nobody names. Once a day is enough."""
    with opened_school(arguments, settings) as school:
        done = school.eraser.tidy(school.now_ms())
    facts = {"records": done.records, "files": done.files, "uploads": done.uploads,
             "erasures": done.erasures}  # fmt: skip
    lines = [
        f"Deleted for good: {done.records} records and {done.files} files; ended {done.uploads}"
        f" uploads; forgot {done.erasures} old erasings."
    ]
    show(facts, lines, as_json=arguments.json)
    return EXIT_DONE


def _learner(school: School, typed: str) -> Person:
    def look(transaction: Transaction) -> list[Person]:
        found = people.find_all(transaction, [typed])
        if found:
            return list(found.values())
        every = {
            member.person.id: member.person
            for classroom in people.classes(transaction)
            for member in people.members(transaction, classroom.id)
        }
        wanted = typed.strip().casefold()
        return [person for person in every.values() if person.name.casefold() == wanted]

    found = school.database.read(look)
    if not found:
        raise NotFound("No learner has this name or id.")
    if len(found) > 1:
        ids = ", ".join(sorted(person.id for person in found))
        raise BadInput(f"More than one learner has this name; give one of the ids: {ids}")
    return found[0]


def _lines(erasure: Erasure) -> list[str]:
    lines = [f"{_day(erasure.at_ms)} learner {erasure.learner_id} (by {erasure.actor})"]
    for one in erasure.devices:
        if one.confirmed_ms is not None:
            state = f"erased on {_day(one.confirmed_ms)}"
        elif one.told_ms is not None:
            state = f"told on {_day(one.told_ms)}, has not confirmed"
        else:
            heard = "never" if one.last_ms is None else f"on {_day(one.last_ms)}"
            state = f"not told yet; it spoke last {heard}"
        lines.append(f"  device {one.device}: {state}")
    return lines


def _summary(waiting: int) -> str:
    if not waiting:
        return "Every device that held a copy has erased it."
    devices = "1 device has" if waiting == 1 else f"{waiting} devices have"
    return f"{devices} not confirmed; a copy may be there until they speak with the school."


def _facts(erasure: Erasure) -> dict[str, Any]:
    devices = [
        {"device": one.device, "last_ms": one.last_ms, "told_ms": one.told_ms,
         "confirmed_ms": one.confirmed_ms}
        for one in erasure.devices
    ]  # fmt: skip
    return {"id": erasure.id, "learner": erasure.learner_id, "at_ms": erasure.at_ms,
            "by": erasure.actor, "devices": devices}  # fmt: skip


def _day(at_ms: int) -> str:
    return datetime.fromtimestamp(at_ms / 1000, tz=UTC).date().isoformat()
