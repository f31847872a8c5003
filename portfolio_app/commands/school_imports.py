"""portfolio school import-…: rosters, frameworks and rubrics, with a report in words."""

import argparse
from pathlib import Path
from typing import Any

from portfolio_app.commands.output import EXIT_DONE, show
from portfolio_app.commands.school_opening import chosen_classes, has_school, opened_school
from portfolio_app.errors import BadInput, NotFound
from portfolio_app.locales import Words
from portfolio_app.locales.remarks import remarks_words
from portfolio_app.model.people import PersonId
from portfolio_app.school import library
from portfolio_app.school.accounts import clean_email
from portfolio_app.school.database import people
from portfolio_app.school.rosters.apply import apply_roster
from portfolio_app.school.rosters.read import read_roster
from portfolio_app.school.wiring import School
from portfolio_app.settings import Settings
from rubrics.documents import ReadDocument
from rubrics.limits import RAW_BYTES_MAX


def import_roster(arguments: argparse.Namespace, settings: Settings) -> int:
    """Bring a roster in; a second time changes nothing."""
    roster = read_roster(arguments.file)
    with opened_school(arguments, settings) as school:
        now_ms, teacher = school.now_ms(), _teacher(school, arguments.teacher)
        done = school.database.write(
            lambda transaction: apply_roster(
                transaction, roster, now_ms=now_ms, new_id=school.new_id, teacher=teacher
            )
        )
    facts: dict[str, Any] = {
        "format": roster.format,
        "read": {
            "classes": len(roster.classes),
            "teachers": len(roster.teachers),
            "learners": len(roster.learners),
        },
        "new": {
            "classes": done.classes,
            "teachers": done.teachers,
            "learners": done.learners,
            "memberships": done.memberships,
            "renamed": done.renamed,
        },
        "left_out": list(roster.left_out),
    }
    lines = [
        f"Read {len(roster.classes)} classes, {len(roster.teachers)} teachers and"
        f" {len(roster.learners)} learners ({roster.format}).",
        f"New here: {done.classes} classes, {done.teachers} teachers, {done.learners} learners.",
        *roster.left_out,
    ]
    show(facts, lines, as_json=arguments.json)
    return EXIT_DONE


def _teacher(school: School, email: str) -> PersonId | None:
    if not email:
        return None
    address = clean_email(email)
    found = school.database.read(lambda transaction: people.by_email(transaction, address))
    if found is None:
        raise NotFound("No teacher has this e-mail address yet: portfolio school teacher EMAIL")
    return found.id


def import_document(arguments: argparse.Namespace, settings: Settings) -> int:
    """Give a framework or rubric to classes; with --look, only say what the file holds."""
    document = arguments.verb.removeprefix("import-")
    words, content = Words(settings.language), _bytes_of(arguments.file)
    columns = _chosen_columns(arguments.columns, words)
    read = library.look_at(
        content, document, name=arguments.file.name, columns=columns, words=words
    )
    nothing = {"classes": 0, "new_in_classes": 0}
    # Without a school a file can still be looked at; one that was named must be there.
    is_alone = arguments.data is None and not has_school(settings.data)
    if arguments.look or is_alone:
        why = "Only looked at" if arguments.look else f"There is no school in {settings.data}"
        return _show(read, nothing, [f"{why}: nothing was given to any class."], arguments, words)
    with opened_school(arguments, settings) as school:
        classes = chosen_classes(school, arguments.classroom)
        if not classes:
            nobody = (
                "There is no class to give it to yet: import a roster or make a class, then again."
            )
            return _show(read, nothing, [nobody], arguments, words)
        given = library.give(
            school.database, school.media, read, document, [one.id for one in classes],
            now_ms=school.now_ms(), new_id=school.new_id,
        )  # fmt: skip
    differences = remarks_words(words, given.differences)
    facts = {
        "title": given.title,
        "sha256": given.sha256,
        "classes": given.classes,
        "new_in_classes": given.new_in_classes,
        "differences": differences,
    }
    lines = [
        f"Given to {given.classes} classes, new in {given.new_in_classes}.",
        *differences,
    ]
    return _show(given.read, facts, lines, arguments, words)


def _bytes_of(file: Path) -> bytes:
    try:
        if file.stat().st_size > RAW_BYTES_MAX:
            raise BadInput(f"{file} is larger than {RAW_BYTES_MAX} bytes; split it.")
        return file.read_bytes()
    except OSError:
        raise NotFound(f"There is no file {file} that can be read.") from None


def _chosen_columns(chosen: list[str], words: Words) -> dict[str, str]:
    columns: dict[str, str] = {}
    for one in chosen:
        meaning, equals, heading = one.partition("=")
        if not equals or not meaning.strip() or not heading.strip():
            raise BadInput(words("school-refusal-column-line", line=one[:60]))
        columns[meaning.strip()] = heading.strip()
    return columns


def _show(
    read: ReadDocument,
    more: dict[str, Any],
    lines: list[str],
    arguments: argparse.Namespace,
    words: Words,
) -> int:
    report = read.report
    mended = remarks_words(words, report.mended)
    left_out = remarks_words(words, report.left_out)
    unread = remarks_words(words, report.unread)
    title = more.pop("title", None) or _first_title(read)
    facts: dict[str, Any] = {
        "title": title,
        "format": read.format,
        "taken": dict(report.taken),
        "depth": _depth(read),
        "mended": mended,
        "left_out": left_out,
        "unread": unread,
        **more,
    }
    counts = ", ".join(f"{count} {what}" for what, count in report.taken.items())
    said = [*mended, *left_out, *unread]
    show(facts, [f"“{title}” ({read.format}): {counts}.", *lines, *said], as_json=arguments.json)
    return EXIT_DONE


def _depth(read: ReadDocument) -> int:
    """How many levels the deepest tree of a file has; 0 without any statement."""
    frameworks = (package.framework for package in read.packages)
    return max(
        (one.depth + 1 for framework in frameworks if framework for one in framework.competencies),
        default=0,
    )


def _first_title(read: ReadDocument) -> str:
    first = read.packages[0]
    return first.framework.title if first.framework else first.document.title
