"""One CSV file with a learner in each row, read by the headings that schools use."""

import hashlib
from collections.abc import Mapping, Sequence

from portfolio_app.errors import BadInput
from portfolio_app.school.rosters.gathering import Gathering, Table
from portfolio_app.school.rosters.roster import Roster

_GIVEN = ("first name", "first_name", "firstname", "given name", "givenname", "given_name")
_FAMILY = (
    "last name", "last_name", "lastname", "surname", "family name", "familyname", "family_name",
)  # fmt: skip
_NAME = ("name", "full name", "full_name", "student", "student name", "student_name", "learner")
_ID = (
    "student id", "student_id", "studentid", "student number", "student_number", "sis id",
    "sis_id", "sourcedid", "username", "id",
)  # fmt: skip
_CLASS = ("class", "class name", "class_name", "classname", "section", "group", "homeroom")
_UNNAMED_CLASS = "All learners"


def read(rows: Table) -> Roster:
    """A roster from one table. Raises BadInput when no column holds names."""
    headings = set(rows[0]) if rows else set()
    if not headings & {*_GIVEN, *_NAME}:
        raise BadInput(
            "No column of this file holds names. Its first line must name one: 'First name' and"
            " 'Last name', or 'Name'; 'Class' and 'Student ID' help."
        )
    found = Gathering("CSV")
    for row in rows:
        given, family = _first(row, _GIVEN), _first(row, _FAMILY)
        if not given:
            given, _, rest = _first(row, _NAME).partition(" ")
            family = family or rest
        name = _first(row, _CLASS) or _UNNAMED_CLASS
        source = _first(row, _ID) or _made_id(name, given, family)
        found.learner(source, given, family)
        found.classroom(_made_id("class", name), name)
        found.enrol(_made_id("class", name), source)
    return found.roster()


def _first(row: Mapping[str, str], headings: Sequence[str]) -> str:
    return next((row[heading] for heading in headings if row.get(heading)), "")


def _made_id(*parts: str) -> str:
    """The same id for the same row next time: files without ids are known by what they say."""
    return hashlib.sha256("\n".join(parts).casefold().encode()).hexdigest()[:32]
