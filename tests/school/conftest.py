"""The made-up school as a fixture."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.school.making import MadeSchool, made_school


@pytest.fixture
def made(tmp_path: Path) -> Iterator[MadeSchool]:
    """A fresh school for one test."""
    with made_school(tmp_path / "school") as found:
        yield found
