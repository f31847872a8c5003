"""portfolio school cards and check: codes to hand out, and whether everything kept is whole."""

import argparse
from datetime import UTC, datetime
from typing import Any

from portfolio_app.commands.output import EXIT_DONE, EXIT_FAILED, show
from portfolio_app.commands.school_opening import chosen_classes, opened_school
from portfolio_app.errors import BadInput
from portfolio_app.school import joining
from portfolio_app.school.cards import Card, card_of, shown_address
from portfolio_app.school.checking import check_school
from portfolio_app.school.database import facts, people
from portfolio_app.school.database.access import Code
from portfolio_app.school.database.engine import Transaction
from portfolio_app.school.database.people import Classroom
from portfolio_app.school.static_files import STYLE
from portfolio_app.settings import Settings


def cards(arguments: argparse.Namespace, settings: Settings) -> int:
    """Print the open codes; a learner who has neither code nor device gets one."""
    with opened_school(arguments, settings) as school:
        now_ms = school.now_ms()
        lan = school.database.read(lambda transaction: facts.fact(transaction, facts.LAN))
        address = lan or school.settings.address
        classes: list[dict[str, Any]] = []
        lines: list[str] = [f"Address: {shown_address(address)}"]
        printed: list[Card] = []
        for classroom in chosen_classes(school, arguments.classroom):
            shared, personal = school.database.write(
                lambda transaction, classroom=classroom: _codes(  # type: ignore[misc]
                    transaction, classroom, now_ms, school.new_id
                )
            )
            classes.append(
                {
                    "id": classroom.id,
                    "name": classroom.name,
                    "code": shared.text,
                    "learners": [{"name": name, "code": code.text} for name, code in personal],
                }
            )
            lines.append(f"{classroom.name}: {shared.text} (until {_day(shared.until_ms)})")
            lines.extend(f"  {code.text}  {name}" for name, code in personal)
            printed.append(card_of(classroom.name, shared, address))
            printed.extend(card_of(name, code, address) for name, code in personal)
        if arguments.html is not None:
            style = school.pages.static_files.files[STYLE].content.decode()
            page = {"cards": printed, "address": address, "style_text": style}
            _write_page(arguments.html, school.pages.render("cards_alone.html", page))
            lines.append(f"A page to print is in {arguments.html}")
    show({"address": address, "classes": classes}, lines, as_json=arguments.json)
    return EXIT_DONE


def check(arguments: argparse.Namespace, settings: Settings) -> int:
    """Look whether everything kept is whole; exit status 1 when it is not."""
    with opened_school(arguments, settings) as school:
        found = check_school(school.database, school.media)
    facts = {"ok": not found.problems, "counts": dict(found.counts), "problems": found.problems}
    counts = ", ".join(f"{count} {what}" for what, count in found.counts.items())
    lines = [counts, *(found.problems or ["Everything is whole."])]
    show(facts, lines, as_json=arguments.json)
    return EXIT_FAILED if found.problems else EXIT_DONE


def _codes(
    transaction: Transaction, classroom: Classroom, now_ms: int, new_id: Any
) -> tuple[Code, list[tuple[str, Code]]]:
    shared = joining.class_code(transaction, classroom.id, now_ms)
    if shared is None:
        shared = joining.renew_class_code(transaction, classroom.id, now_ms=now_ms, new_id=new_id)
    known = joining.personal_codes(transaction, classroom.id, now_ms)
    personal = []
    for member in people.members(transaction, classroom.id):
        code = known.get(member.person.id)
        if code is None and joining.needs_code(transaction, member.person.id):
            code = joining.renew_personal_code(
                transaction, classroom.id, member.person.id, now_ms=now_ms, new_id=new_id
            )
        if code is not None:
            personal.append((member.person.name, code))
    return shared, personal


def _write_page(path: Any, page: str) -> None:
    try:
        path.write_text(page, encoding="utf-8")
    except OSError:
        raise BadInput(f"The page cannot be written to {path}; name another place.") from None


def _day(at_ms: int) -> str:
    return datetime.fromtimestamp(at_ms / 1000, tz=UTC).date().isoformat()
