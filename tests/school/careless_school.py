"""A school server with the planted mistake of the feed: its numbers come from the database's own
counter, and writers take no turns.

    python -m tests.school.careless_school GATE school serve …

GATE is a path. A push is written, then waits with its commit until a file is there; that it waits
is told by a file of that name with ".waits" behind it. "-" for a school that never waits.
"""

import sys
import threading
import time
from pathlib import Path
from typing import Any

from sqlalchemy import func, select, text
from sqlalchemy.engine.default import DefaultDialect

from portfolio_app.commands import run
from portfolio_app.school import writing
from portfolio_app.school.database import access, backing, facts, tables
from portfolio_app.school.database.engine import Transaction
from portfolio_app.school.database.feed import Feed
from sync.change import Change
from sync.digest import EMPTY_DIGEST
from sync.server import StoredRecord

WAIT_SECONDS = 30
LOOK_AGAIN_SECONDS = 0.01


class CountingFeed(Feed):
    """A feed numbered by `feed_numbers`, a sequence of PostgreSQL's. It keeps no row of its head,
    which two writers would wait for each other at.
    """

    def __init__(self, transaction: Transaction) -> None:
        super().__init__(transaction)
        self._number = 0
        setattr(self._unsaved, "set_head", lambda *_, **__: None)  # noqa: B010

    def append(self, change: Change, record: StoredRecord, digest_after: str) -> int:
        """Store a change under the counter's next number."""
        self._number = self._connection.scalar(text("SELECT nextval('feed_numbers')")) or 1
        sequence = super().append(change, record, digest_after)
        self._number = 0
        return sequence

    def head(self, scope: str) -> tuple[int, str]:
        """The last number that this transaction sees."""
        if self._number:
            return self._number - 1, EMPTY_DIGEST
        self._unsaved.save()
        last = select(func.max(tables.changes.c.sequence)).where(tables.changes.c.scope == scope)
        return self._connection.scalar(last) or 0, EMPTY_DIGEST


def hold(gate: Path) -> None:
    """Make the writer wait before its commits until the gate is open, once a push was written."""
    commit: Any = DefaultDialect.do_commit
    append = CountingFeed.append
    written = threading.Event()

    def appended(feed: CountingFeed, *given: Any) -> int:
        written.set()
        return append(feed, *given)

    def committed(dialect: DefaultDialect, connection: Any) -> None:
        if written.is_set() and threading.current_thread().name == "school-writer":
            gate.with_name(gate.name + ".waits").touch()
            deadline = time.monotonic() + WAIT_SECONDS
            while not gate.exists() and time.monotonic() < deadline:
                time.sleep(LOOK_AGAIN_SECONDS)
        commit(dialect, connection)

    setattr(CountingFeed, "append", appended)  # noqa: B010
    setattr(DefaultDialect, "do_commit", committed)  # noqa: B010


def main() -> int:
    """Serve, wrongly."""
    gate, *arguments = sys.argv[1:]
    for module, name, wrong in (
        (backing, "_wait_for_turn", lambda _connection: None),
        (facts, "keep_clock", lambda *_: None),
        (access, "touch_device", lambda *_: None),
        (writing, "Feed", CountingFeed),
    ):
        setattr(module, name, wrong)
    if gate != "-":
        hold(Path(gate))
    return run(arguments)


if __name__ == "__main__":
    sys.exit(main())
