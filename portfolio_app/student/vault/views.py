"""What records come to: the confirmed state with the waiting changes laid over it.

Worked out here and kept in the table `shown`; nothing is written here.
"""

from __future__ import annotations

from collections.abc import Iterator

from portfolio_app.student.vault.outbox import Outbox
from portfolio_app.student.vault.shown import Json, Key
from portfolio_app.student.vault.tables import Table
from sync import client, merge
from sync.change import Change
from sync.merge import EMPTY, RecordState

MADE_AT_ONCE = 500


def come_to(
    key: Key, known: tuple[str, RecordState] | None, pending: list[tuple[Change, bool]]
) -> Json:
    """One record as `shown` keeps it; `pending`: its changes, and whether each was refused."""
    kind, state = known or (pending[0][0].kind, EMPTY)
    refused = sum(is_refused for _, is_refused in pending)
    return {
        "scope": key[0],
        "id": key[1],
        "kind": kind,
        "view": merge.view(client.overlay(state, (change for change, _ in pending))),
        "waiting": len(pending) - refused,
        "refused": refused,
    }


def all_views(outbox: Outbox, records: Table) -> Iterator[list[Json]]:
    """What all records come to, some at a time."""
    pending: dict[Key, list[tuple[Change, bool]]] = {}
    for change, is_refused in outbox.everything():
        pending.setdefault((change.scope, change.record), []).append((change, is_refused))
    views: list[Json] = []
    for document in records:
        key = document["scope"], document["id"]
        known = document["kind"], document["state"]
        views.append(come_to(key, known, pending.pop(key, [])))
        if len(views) == MADE_AT_ONCE:
            yield views
            views = []
    views += [come_to(key, None, changes) for key, changes in pending.items()]
    for first in range(0, len(views), MADE_AT_ONCE):
        yield views[first : first + MADE_AT_ONCE]
