"""What the first release said and kept, word for word: read by this program, and played again.

`sync-1/exchanges.json` was written by the first release: requests and answers as they went over the
line, the feeds that came of them, and their digests. It is never written anew.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from sync import change as changes
from sync import client, server, wire
from sync.client import Position
from sync.clock import HybridClock, stamp_ms
from sync.rows import FeedRow
from sync.wire import Page, SyncReply
from tests.simulation.school import MemoryLog

FOLDER = Path(__file__).parent / "sync-1"
GOLDEN = json.loads((FOLDER / "exchanges.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("golden", GOLDEN, ids=lambda golden: str(golden["seed"]))
def test_what_an_old_device_sends_is_taken_and_what_an_old_school_says_is_read(golden: Any) -> None:
    for _, asked, answered in golden["exchanges"]:
        request = wire.decode_request(asked.encode())
        assert not request.malformed
        own = {change.id: change for change in request.changes}
        reply = wire.decode_reply(answered.encode(), own)
        assert wire.decode_reply(wire.encode_reply(reply)) == reply


@pytest.mark.parametrize("golden", GOLDEN, ids=lambda golden: str(golden["seed"]))
def test_an_old_feed_played_again_gives_the_old_digests(golden: Any) -> None:
    log = MemoryLog()
    for rows in golden["feeds"].values():
        for row in map(changes.from_json, rows):
            taken = server.accept(
                [row], log, author=row.author, may_write=lambda *_: None,
                clock=HybridClock("5" * 16), now_ms=stamp_ms(row.stamp),
            )  # fmt: skip
            assert taken.accepted == {row.id: row.stamp}
    assert log.digests == golden["digests"]


@pytest.mark.parametrize("golden", GOLDEN, ids=lambda golden: str(golden["seed"]))
def test_a_new_device_reads_an_old_feed_without_damage(golden: Any) -> None:
    pages = {}
    for scope, rows in golden["feeds"].items():
        read = tuple(FeedRow(at, changes.from_json(row)) for at, row in enumerate(rows, 1))
        pages[scope] = Page(0, read, len(read), False, golden["digests"][scope])
    positions = dict.fromkeys(pages, Position())
    progress = client.receive(SyncReply(1, pages=pages), positions, lambda *_: None)
    assert progress.damaged == ()
    assert {scope: at.digest for scope, at in progress.positions.items()} == golden["digests"]
