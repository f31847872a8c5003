"""The made-up school as a fixture, and the servers that large schools keep it on."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.school.making import MadeSchool, made_school
from tests.servers import ObjectStore, Postgres, object_store, postgres

Surroundings = Callable[[], dict[str, str]]


@pytest.fixture
def made(tmp_path: Path) -> Iterator[MadeSchool]:
    """A fresh school for one test."""
    with made_school(tmp_path / "school") as found:
        yield found


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[Postgres]:
    """One PostgreSQL for all tests of a process."""
    with postgres() as running:
        yield running


@pytest.fixture(scope="session")
def file_store() -> Iterator[ObjectStore]:
    """One S3-compatible store for all tests of a process."""
    with object_store() as running:
        yield running


@pytest.fixture
def large(postgres_server: Postgres, file_store: ObjectStore) -> Surroundings:
    """What each call gives a new school: a database and a bucket of its own."""

    def environment() -> dict[str, str]:
        rows = {"PORTFOLIO_SCHOOL_DATABASE": postgres_server.database()}
        return rows | file_store.environment("portfolio")

    return environment
