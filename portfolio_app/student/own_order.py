"""What waits stays behind what this device wrote before it, also where that was moved at school.

A stick may have brought changes whose stamps no school believes, written while the clock of this
device was fast. The school then gives them its own time, later than what waits here by now. Where
that is heard, what was written after them follows again (`sync.client.behind`).
"""

from collections.abc import Sequence

from portfolio_app.student.portfolio import Portfolio
from sync import client
from sync.change import Change
from sync.client import Progress
from sync.clock import NODE_DIGITS


def overtaking(
    portfolio: Portfolio, progress: Progress, pushed: Sequence[Change]
) -> tuple[str, str] | None:
    """The newest own change that an answer moved, before the answer is stored; see `sync.client`.

    `pushed`: what the request brought; other own changes are looked for in what waits.
    """
    node = portfolio.clock().node
    written = {change.id: change.stamp for change in pushed}
    others = [
        change_id
        for change_id, stamp in progress.landed.items()
        if stamp[-NODE_DIGITS:] == node and change_id not in written
    ]
    return client.overtaking(progress.landed, {**written, **portfolio.store.stamps_of(others)})


def fall_in(portfolio: Portfolio, progress: Progress, overtaker: tuple[str, str]) -> None:
    """Put what it overtook behind it, inside the durable step that stores the answer."""
    waiting = portfolio.store.waiting()
    moved, clock = client.behind(overtaker, progress.landed, waiting, portfolio.clock())
    if moved:
        portfolio.store.put_restamped(moved)
        portfolio.keep_clock(clock)
