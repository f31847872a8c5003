"""How much of one learner lies on this device, for them to see. No screen may enter."""

from dataclasses import dataclass

from portfolio_app.student.portfolio import Portfolio
from portfolio_app.student.vault.media import TABLE as MEDIA


@dataclass(frozen=True, slots=True)
class Kept:
    """How many works there are, those in the bin among them, and the size of all their files."""

    works: int
    files_bytes: int


def kept_here(portfolio: Portfolio) -> Kept:
    """Count it; originals, what is shown of them and what may leave, each once."""
    works = len(portfolio.works()) + len(portfolio.works(binned=True))
    return Kept(works, sum(int(one["size_bytes"]) for one in portfolio.vault.db.table(MEDIA)))
