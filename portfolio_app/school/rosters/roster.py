"""What every roster format comes down to."""

from dataclasses import dataclass

PEOPLE_LIMIT = 20_000
CLASSES_LIMIT = 2_000
MEMBERSHIPS_LIMIT = 200_000


@dataclass(frozen=True, slots=True)
class RosterPerson:
    """A learner or a teacher: `source` is the id that their own system gives them."""

    source: str
    given: str
    family: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class RosterClass:
    """A class with the sources of its teachers and learners."""

    source: str
    name: str
    teachers: tuple[str, ...] = ()
    learners: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Roster:
    """A whole roster. `left_out`: a sentence for each kind of row that could not be used."""

    format: str
    classes: tuple[RosterClass, ...]
    teachers: tuple[RosterPerson, ...]
    learners: tuple[RosterPerson, ...]
    left_out: tuple[str, ...] = ()
