"""OneRoster CSV 1.1 and 1.2 (1EdTech): users, classes, enrollments, and the roles of 1.2."""

from collections.abc import Mapping, Sequence

from portfolio_app.school.rosters.gathering import Gathering, Table
from portfolio_app.school.rosters.roster import Roster

LEARNER_ROLES = frozenset({"student"})
TEACHER_ROLES = frozenset({"teacher", "aide", "proctor"})


def read(tables: Mapping[str, Table]) -> Roster:
    """A roster from OneRoster tables, by file name in small letters."""
    found = Gathering("OneRoster")
    roles = _roles(tables.get("roles.csv", ()))
    for row in _current(tables.get("users.csv", ()), found, "users"):
        source = row.get("sourcedid", "")
        role = row.get("role", "") or roles.get(source, "")
        email = row.get("email", "")
        if role.lower() in LEARNER_ROLES:
            found.learner(source, row.get("givenname", ""), row.get("familyname", ""))
        elif role.lower() in TEACHER_ROLES:
            found.teacher(source, row.get("givenname", ""), row.get("familyname", ""), email)
        else:
            found.leave_out("Users who are neither learners nor teachers were left out")
    for row in _current(tables.get("classes.csv", ()), found, "classes"):
        found.classroom(row.get("sourcedid", ""), row.get("title", "") or row.get("classcode", ""))
    for row in _current(tables.get("enrollments.csv", ()), found, "enrollments"):
        found.enrol(row.get("classsourcedid", ""), row.get("usersourcedid", ""))
    return found.roster()


def _current(rows: Table, found: Gathering, what: str) -> Sequence[Mapping[str, str]]:
    """Rows that are not marked as deleted."""
    kept = [row for row in rows if row.get("status", "").lower() != "tobedeleted"]
    if len(kept) != len(rows):
        found.leave_out(f"Rows of {what} marked as deleted were left out", len(rows) - len(kept))
    return kept


def _roles(rows: Table) -> Mapping[str, str]:
    """Since 1.2 roles stand in a file of their own: user -> their primary role."""
    roles: dict[str, str] = {}
    for row in rows:
        user, role = row.get("usersourcedid", ""), row.get("role", "")
        if user not in roles or row.get("roletype", "").lower() == "primary":
            roles[user] = role
    return roles
