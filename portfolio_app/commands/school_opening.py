"""Opening a school for one command, and choosing classes by what somebody typed."""

import argparse
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from portfolio_app.errors import NotFound
from portfolio_app.school import app, places
from portfolio_app.school.database import people
from portfolio_app.school.database.people import Classroom
from portfolio_app.school.wiring import School
from portfolio_app.settings import Settings


@contextmanager
def opened_school(arguments: argparse.Namespace, settings: Settings) -> Iterator[School]:
    """The school of `--data`, closed afterwards. A server may run on it meanwhile."""
    default = f"http://localhost:{settings.school_port}"
    data = arguments.data or settings.data
    chosen = app.settings_for(data, settings, os.environ, default_address=default)
    school = app.open_school(chosen, os.environ)
    try:
        yield school
    finally:
        school.database.close()


def has_school(data: Path) -> bool:
    """Whether a folder holds a school."""
    return (data / places.DATABASE_FILE_NAME).is_file()


def chosen_classes(school: School, typed: str) -> tuple[Classroom, ...]:
    """All classes, or the one with this id or name. Raises NotFound."""
    every = school.database.read(people.classes)
    if not typed:
        return every
    wanted = typed.strip().casefold()
    found = tuple(one for one in every if one.id == typed or one.name.casefold() == wanted)
    if not found:
        raise NotFound("There is no class of that name; look at: portfolio school cards")
    return found
