"""A scripted world and small portfolios for tests of the student program."""

from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from portfolio_app.student.learner import new_portfolio, open_vaults
from portfolio_app.student.portfolio import Portfolio, World
from portfolio_app.student.vault.vaults import Vaults

SECRET = "2468"
START_MS = 1_790_000_000_000


@dataclass(slots=True)
class Script:
    """A clock that moves a second at each look, and ids that count."""

    now: int = START_MS
    ids: count = field(default_factory=lambda: count(1))  # type: ignore[type-arg]

    def now_ms(self) -> int:
        """The next moment."""
        self.now += 1_000
        return self.now

    def new_id(self) -> str:
        """The next id."""
        return f"{next(self.ids):032x}"

    def world(self) -> World:
        """A world made of this script."""
        return World(self.now_ms, self.new_id, lambda: f"token-{next(self.ids):030d}")


def make_portfolio(folder: Path, name: str = "Ada", script: Script | None = None) -> Portfolio:
    """A new learner's open portfolio in `folder`."""
    return make_in(open_vaults(folder), name, script or Script())


def make_in(vaults: Vaults, name: str, script: Script) -> Portfolio:
    """A new learner in vaults that are already open."""
    return new_portfolio(vaults, name, "owl", SECRET, band="8-10", world=script.world())
