"""Small pages and requests, so that a handful of changes already needs several; and two deletions
at once are already many.
"""

import pytest

from portfolio_app.model import deletion
from sync import client, server
from tests.simulation.world import SMALL_PAGE


@pytest.fixture(autouse=True)
def _small_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server, "CHANGES_PER_PAGE_LIMIT", SMALL_PAGE)
    monkeypatch.setattr(client, "CHANGES_PER_REQUEST_LIMIT", SMALL_PAGE)
    monkeypatch.setattr(deletion, "FEW_WORKS", 1)
