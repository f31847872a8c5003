"""Every test here plays with small pages, so that a handful of changes already needs several."""

import pytest

from tests.simulation.world import small_pages


@pytest.fixture(autouse=True)
def _small_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    small_pages(monkeypatch)
