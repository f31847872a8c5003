"""Microsoft School Data Sync, CSV version 1: people, sections and the two enrolment files."""

from collections.abc import Mapping

from portfolio_app.school.rosters.gathering import Gathering, Table
from portfolio_app.school.rosters.roster import Roster

_ID = "sis id"
_SECTION = "section sis id"


def read(tables: Mapping[str, Table]) -> Roster:
    """A roster from SDS tables, by file name in small letters."""
    found = Gathering("Microsoft SDS v1")
    for row in tables.get("student.csv", ()):
        found.learner(row.get(_ID, ""), row.get("first name", ""), row.get("last name", ""))
    for row in tables.get("teacher.csv", ()):
        email = row.get("secondary email", "") or row.get("username", "")
        found.teacher(
            row.get(_ID, ""), row.get("first name", ""), row.get("last name", ""),
            email if "@" in email else "",
        )  # fmt: skip
    for row in tables.get("section.csv", ()):
        found.classroom(row.get(_ID, ""), row.get("section name", ""))
    for name in ("studentenrollment.csv", "teacherroster.csv"):
        for row in tables.get(name, ()):
            found.enrol(row.get(_SECTION, ""), row.get(_ID, ""))
    return found.roster()
