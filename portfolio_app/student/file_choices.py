"""What a learner decided about one large file: not on this network, or now all the same.

A decision stands until it is taken back or the file is at school. No network and no screen may
enter here; what is large and what a network costs is `file_sending`'s and `connection`'s.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from portfolio_app.errors import NotFound
from portfolio_app.student.portfolio import Portfolio

FILE_CHOICES = "file_choices"
HELD = "held"
ANYWAY = "anyway"
SHOWN_BYTES = 2 << 20
"""Larger files go in pieces, so somebody may want to watch them, or to let them wait."""

SHOWN_LIMIT = 50


@dataclass(frozen=True, slots=True)
class WaitingFile:
    """A large file that is not at school yet. `choice` is "held", "anyway" or "" for none."""

    sha256: str
    work: str
    name: str
    size_bytes: int
    choice: str


def choices(portfolio: Portfolio) -> Mapping[str, str]:
    """SHA-256 -> what was decided about the file."""
    return dict(portfolio.vault.get_setting(FILE_CHOICES) or {})


def hold(portfolio: Portfolio, sha256_hex: str) -> None:
    """Not on this network: the file waits here until somebody says otherwise."""
    _decide(portfolio, sha256_hex, HELD)


def send_anyway(portfolio: Portfolio, sha256_hex: str) -> None:
    """Send it over whatever network there is, whatever it costs."""
    _decide(portfolio, sha256_hex, ANYWAY)


def another_network(portfolio: Portfolio) -> bool:
    """The device is on another network now: what was held for the last one goes as any other.

    Returns whether anything was held.
    """
    with portfolio.durable():
        known = choices(portfolio)
        left = {one: choice for one, choice in known.items() if choice != HELD}
        if len(left) < len(known):
            portfolio.vault.put_setting(FILE_CHOICES, left)
    return len(left) < len(known)


def waiting_files(portfolio: Portfolio) -> tuple[WaitingFile, ...]:
    """The large files of works that wait, the first to go first; at most SHOWN_LIMIT."""
    with portfolio.lock:
        decided, queue = choices(portfolio), portfolio.media_queue
        found = {
            file.media: WaitingFile(
                file.media, work.id, file.name, file.size_bytes, decided.get(file.media, "")
            )
            for work in portfolio.works()
            for file in work.files
            if file.size_bytes > SHOWN_BYTES and file.media in queue
        }
        if not found:
            return ()
        in_turn = [found[one] for one in queue.in_order() if one in found]
    return tuple(in_turn[:SHOWN_LIMIT])


def _decide(portfolio: Portfolio, sha256_hex: str, choice: str) -> None:
    """Keep it, and forget what was decided of files that wait no longer."""
    with portfolio.durable():
        if sha256_hex not in portfolio.media_queue:
            raise NotFound("That file does not wait any more.")
        known = choices(portfolio)
        left = {one: said for one, said in known.items() if one in portfolio.media_queue}
        portfolio.vault.put_setting(FILE_CHOICES, {**left, sha256_hex: choice})
