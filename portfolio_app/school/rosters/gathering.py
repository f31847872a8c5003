"""Putting a roster together row by row, and counting what could not be used."""

from collections.abc import Mapping, Sequence

from portfolio_app.errors import BadInput
from portfolio_app.school.rosters.roster import (
    CLASSES_LIMIT,
    MEMBERSHIPS_LIMIT,
    PEOPLE_LIMIT,
    Roster,
    RosterClass,
    RosterPerson,
)

Table = Sequence[Mapping[str, str]]


class Gathering:
    """A roster in the making. Rows without an id or a name are counted, not taken."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._teachers: dict[str, RosterPerson] = {}
        self._learners: dict[str, RosterPerson] = {}
        self._classes: dict[str, str] = {}
        self._members: dict[str, dict[str, None]] = {}
        self._membership_count = 0
        self._left_out: dict[str, int] = {}

    def learner(self, source: str, given: str, family: str) -> None:
        """Take a learner."""
        self._person(self._learners, RosterPerson(source, given, family))

    def teacher(self, source: str, given: str, family: str, email: str) -> None:
        """Take a teacher."""
        self._person(self._teachers, RosterPerson(source, given, family, email))

    def classroom(self, source: str, name: str) -> None:
        """Take a class."""
        if not source or not name:
            self.leave_out("Classes without an id or a name were left out")
            return
        self._classes.setdefault(source, name)
        if len(self._classes) > CLASSES_LIMIT:
            raise BadInput(f"The roster has more than {CLASSES_LIMIT} classes; split it.")

    def enrol(self, classroom: str, person: str) -> None:
        """Put a person, known or not yet, into a class."""
        self._members.setdefault(classroom, {})[person] = None
        self._membership_count += 1
        if self._membership_count > MEMBERSHIPS_LIMIT:
            raise BadInput(f"The roster has more than {MEMBERSHIPS_LIMIT} enrolments; split it.")

    def leave_out(self, sentence: str, count: int = 1) -> None:
        """Count something that was not taken. `sentence` lacks its full stop."""
        self._left_out[sentence] = self._left_out.get(sentence, 0) + count

    def roster(self) -> Roster:
        """Everything taken so far."""
        for classroom, members in self._members.items():
            known = self._learners.keys() | self._teachers.keys()
            lost = len(members) if classroom not in self._classes else len(members.keys() - known)
            if lost:
                self.leave_out("Enrolments of unknown classes or people were left out", lost)
        classes = tuple(
            RosterClass(
                source,
                name,
                tuple(one for one in self._members.get(source, ()) if one in self._teachers),
                tuple(one for one in self._members.get(source, ()) if one in self._learners),
            )
            for source, name in self._classes.items()
        )
        left_out = tuple(f"{sentence}: {count}." for sentence, count in self._left_out.items())
        teachers, learners = tuple(self._teachers.values()), tuple(self._learners.values())
        return Roster(self._name, classes, teachers, learners, left_out)

    def _person(self, among: dict[str, RosterPerson], person: RosterPerson) -> None:
        if not person.source or not (person.given or person.family):
            self.leave_out("People without an id or a name were left out")
            return
        if not person.given:
            person = RosterPerson(person.source, person.family, "", person.email)
        among[person.source] = person
        if len(among) > PEOPLE_LIMIT:
            raise BadInput(f"The roster has more than {PEOPLE_LIMIT} people; split it.")
