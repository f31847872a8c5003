"""Secrets at their real strength, in this room alone."""

import pytest

from portfolio_app.sealing import secret
from tests.quick_secrets import REAL


@pytest.fixture(autouse=True)
def really_slow(monkeypatch: pytest.MonkeyPatch) -> None:
    """What `tests.quick_secrets` weakens."""
    for name, number in REAL.items():
        monkeypatch.setattr(secret, name, number)
