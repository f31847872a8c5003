"""What must hold: while a learner types, after each answer, and once all faults have stopped.

The oracle here is plain on purpose: it replays the feed with a few lines of its own and knows
nothing of how `sync.merge` keeps a field.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from portfolio_app.model.deletion import ASKED, ASKS_FIRST, was_put_back
from portfolio_app.school import deleting
from sync import digest, merge
from sync.change import JSON, Change, Rule
from sync.client import Position, Progress
from sync.clock import AHEAD_LIMIT_MS, NODE_DIGITS, stamp_ms
from sync.versions import JOINER
from tests.simulation import events
from tests.simulation.device import Device, Disk
from tests.simulation.school import FORBIDDEN, SCOPES, TEACHER, School, is_binned

if TYPE_CHECKING:
    from tests.simulation.world import World

FIX_ERROR_MS = 10_000  # how wrong a clock may be after a slow handshake, twice


def check_typed(device: Device, change: Change, removes: JSON) -> None:
    """A word just typed is on the screen at once."""
    shown = merge.view(device.shown(change.record))[change.field]
    if change.rule is Rule.TEXT:
        assert shown == [change.value], "a new text is not the only one shown where it was typed"
    elif change.rule is Rule.SET and removes is not None:
        assert removes not in shown, "a tag taken off is still shown"
    elif change.rule is Rule.SET:
        assert change.value in shown, "a tag just added is not shown"
    else:
        assert shown == change.value, "a value just typed is not shown"


def check_taken(
    device: Device,
    before: Disk,
    done: Iterable[Progress],
    school: School,
    *,
    is_restored: bool,
) -> None:
    """What an answer, or several from a bundle, may and may not do to a device."""
    damaged = {scope for progress in done for scope in progress.damaged}
    dropped = {scope for progress in done for scope in progress.dropped}
    for scope, old in before.positions.items():
        new = device.disk.positions.get(scope)
        assert new is not None or scope in dropped, "a scope was forgotten"
        assert new is None or new.cursor >= old.cursor or scope in damaged | dropped, (
            "a cursor went back"
        )
    seen = set[str]().union(*(progress.seen for progress in done))
    for change_id in before.refused.keys() - seen - device.settled:
        assert change_id in device.disk.refused, "a refused change is gone"
    kept = {change.id for change in device.disk.pending} | device.disk.refused.keys()
    left = {change.id for change in before.pending} - kept - device.settled
    if not is_restored and left:
        cursor = device.disk.positions.get(device.portfolio, Position()).cursor
        read = school.log.feeds.get(device.portfolio, [])[:cursor]
        assert left <= {row.change.id for row in read}, "a waiting change was forgotten"
    for change, reason in device.disk.refused.values():
        standing = device.shown(change.record).get(deleting.BINNED)
        is_settled = reason == ASKS_FIRST and was_put_back(change.stamp, standing)
        assert not is_settled, "somebody is asked about a work that was put back"
    _check_waiting_is_shown(device, is_restored=is_restored)


def _check_waiting_is_shown(device: Device, *, is_restored: bool) -> None:
    """The last value that still waits is shown, unless a newer one of anybody is there.

    A text that waits is shown, unless what replaced it waits too or has arrived. Where a device or
    the school came back as an older copy of itself, the newest stamp wins among own values too: one
    of them may be from a time that the clock has not reached again, and nothing here remembers it.
    """
    node = device.disk.clock.node
    mine = [change for change in device.disk.pending if change.stamp.endswith(node)]
    last = {(change.record, change.field): change for change in mine if change.rule is Rule.SCALAR}
    for (record, name), change in last.items():
        kept = device.shown(record)[name]
        is_newer = kept["stamp"] >= change.stamp and (
            is_restored
            or not kept["stamp"].endswith(node)
            or device.typed.get(kept["id"], -1) >= device.typed.get(change.id, -1)
        )
        assert kept["id"] == change.id or is_newer, "a value just typed is hidden by an older one"
    replaced = {seen for change in device.disk.pending for seen in change.seen}
    for change in mine:
        if change.rule is Rule.TEXT and change.id not in replaced:
            text = device.shown(change.record)[change.field]
            assert change.id in (*text["live"], *text["gone"]), "a text that waits is not shown"


def check_end(world: "World") -> None:
    """Everything that must hold when all faults have stopped."""
    feed = world.school.log.changes()
    _check_feed(world, feed)
    _check_copies(world)
    _check_oracle(world, feed)
    _check_digest(world)
    _check_refused(world)
    _check_nothing_lost(world, feed)
    check_no_word_lost(world, feed)
    _check_own_order(world)
    _check_bins(world)
    if not world.is_restored:
        _check_passed_on(world, feed)
    if not world.is_skewed and not world.is_restored:
        _check_last_typed_wins(world)
    feeds = {
        scope: [row.change.id for row in rows] for scope, rows in world.school.log.feeds.items()
    }
    events.check(world.school.events, feeds, is_restored=world.is_restored)


def _check_feed(world: "World", feed: list[Change]) -> None:
    ids = [change.id for change in feed]
    assert len(ids) == len(set(ids)), "a change is twice in the feed"
    for rows in world.school.log.feeds.values():
        assert [row.sequence for row in rows] == list(range(1, len(rows) + 1)), "the feed has a gap"
    if not world.is_restored:
        assert world.school.acknowledged <= set(ids), "an acknowledged change is not in the feed"
    for change in feed:
        latest = world.school.log.received_ms[change.id] + AHEAD_LIMIT_MS
        assert stamp_ms(change.stamp) <= latest, "a stamp from an impossible future"


def _check_copies(world: "World") -> None:
    for device in world.devices:
        granted = world.school.grants(device.name)
        at_school = {
            key: (record.kind, record.state)
            for key, record in world.school.log.records.items()
            if key[0] in granted
        }
        assert not device.disk.pending, f"{device.name} still waits"
        assert device.disk.confirmed == at_school, f"{device.name} differs from the school"
        newest = max((c.stamp for c in world.school.log.changes()), default="")
        calm_ms = max(world.now_ms + AHEAD_LIMIT_MS, stamp_ms(newest))
        assert stamp_ms(device.disk.clock.last) <= calm_ms, f"{device.name} never calmed down"


def _check_oracle(world: "World", feed: list[Change]) -> None:
    expected: dict[tuple[str, str], dict[str, JSON]] = {}
    for change in feed:
        expected.setdefault((change.scope, change.record), {})
    for (scope, record), fields in expected.items():
        mine = [c for c in feed if (c.scope, c.record) == (scope, record)]
        for name in {change.field for change in mine}:
            fields[name] = _replayed([change for change in mine if change.field == name])
    for key, fields in expected.items():
        shown = merge.view(world.school.log.records[key].state)
        assert shown == fields, f"{key[1]} does not read as its history says"


def _replayed(changes: list[Change]) -> JSON:
    rule = changes[0].rule
    if rule is Rule.SCALAR:
        return max(changes, key=lambda c: (c.stamp, c.id)).value
    if rule is Rule.APPEND:
        assert len(changes) == 1, "something that is written once was written again"
        return changes[0].value
    replaced = {seen for change in changes for seen in change.seen}
    left = [c for c in changes if c.id not in replaced and c.value is not None]
    if rule is Rule.SET:
        return sorted({change.value for change in left})
    return [c.value for c in sorted(left, key=lambda c: (c.stamp, c.id), reverse=True)]


def _check_digest(world: "World") -> None:
    for scope in SCOPES:
        total = digest.EMPTY_DIGEST
        for (place, record), stored in world.school.log.records.items():
            if place == scope:
                fingerprint = digest.record_fingerprint(stored.kind, record, stored.state)
                total = digest.replace(total, 0, fingerprint)
        assert world.school.log.head(scope)[1] == total, "the running digest is wrong"


def _check_refused(world: "World") -> None:
    for change, who, _ in world.typed.values():
        if change.kind == FORBIDDEN and change.id not in world.forgiven | world.left_behind:
            device = next(device for device in world.devices if device.name == who)
            kept = device.disk.refused.get(change.id)
            assert kept is not None, "a refused change is gone"
            assert kept[0].value == change.value, "a refused change lost its content"
            assert merge.view(device.shown(change.record)), "a refused change is not shown"


def _check_nothing_lost(world: "World", feed: list[Change]) -> None:
    at_school = set(_standing(world))
    replaced_by: dict[str, list[str]] = {}
    for change in (*feed, *(change for change, _, _ in world.typed.values())):
        for seen in change.seen:
            replaced_by.setdefault(seen, []).append(change.id)
    in_feed = {change.id for change in feed}

    def is_kept(change_id: str) -> bool:
        if change_id in at_school or change_id in world.forgiven:
            return True
        change = world.typed[change_id][0] if change_id in world.typed else None
        if change is not None and _is_accounted_for(world, change, in_feed):
            return True
        return any(map(is_kept, replaced_by.get(change_id, ())))

    for change_id, (change, who, _) in world.typed.items():
        assert is_kept(change_id), f"words of {who} in {change.field} are lost"


def _is_accounted_for(world: "World", change: Change, in_feed: set[str]) -> bool:
    """Whether it is as it should be that something does not stand at school."""
    if change.kind == FORBIDDEN or (change.rule is Rule.SET and change.value is None):
        return True
    if change.rule is Rule.APPEND:  # the other device was first: a person decides
        kept = any(change.id in device.disk.refused for device in world.devices)
        return kept or change.id in world.left_behind
    # Many deletions at once, with nobody there any more to ask, or nothing to ask any more.
    settled = set[str]().union(*(device.settled for device in world.devices))
    if change.field == deleting.BINNED and change.id in world.left_behind | settled:
        return True
    # A newer scalar shows; this one stays in the history.
    return change.rule is Rule.SCALAR and (change.id in in_feed or world.is_restored)


def check_no_word_lost(world: "World", feed: list[Change]) -> None:
    """Every word is in a version that stands, or a person took it out who had it before them."""
    every = {change.id: change for change, _, _ in world.typed.values()}
    every |= {change.id: change for change in feed}
    versions = {key: change for key, change in every.items() if change.rule is Rule.TEXT}
    before: dict[str, frozenset[str]] = {}

    def words_before(change_id: str) -> frozenset[str]:
        if change_id not in before:
            before[change_id] = frozenset[str]()
            for seen in versions[change_id].seen:
                if seen in versions:
                    own = frozenset(versions[seen].value.split())
                    before[change_id] |= own | words_before(seen)
        return before[change_id]

    taken_out: dict[str, set[str]] = {}
    for change in versions.values():
        if change.author != JOINER:
            gone = words_before(change.id) - set(change.value.split())
            taken_out.setdefault(change.field, set()).update(gone)
    standing = {
        word
        for record in world.school.log.records.values()
        for kept in record.state.values()
        if kept["rule"] == Rule.TEXT.value
        for item in kept["live"].values()
        for word in item["value"].split()
    }
    for change_id, fresh in world.words.items():
        change, who, _ = world.typed[change_id]
        if change_id not in world.forgiven:
            lost = fresh - standing - taken_out.get(change.field, set())
            assert not lost, f"a word of {who} is lost"


def _check_bins(world: "World") -> None:
    """What lies in the bin was put there by somebody who knew all that was written to it."""
    log = world.school.log
    if world.is_restored:
        return
    for (scope, record), stored in log.records.items():
        if stored.kind != deleting.WORK or not is_binned(stored.state):
            continue
        bin_id = stored.state[deleting.BINNED]["id"]
        place = log.sequence_of(scope, bin_id)
        for row in (row for row in log.feeds[scope] if row.change.record == record):
            change = row.change
            is_other = _node(change) != _node(log.feeds[scope][place - 1].change)
            if change.author in (JOINER, TEACHER) or change.field == deleting.BINNED:
                continue
            is_unknown_to_bin = log.cursors[bin_id] < row.sequence < place
            is_unknowing = row.sequence > place > log.cursors[change.id]
            assert not (is_other and (is_unknown_to_bin or is_unknowing)), (
                "a work that somebody still wrote in lies in the bin"
            )


def _check_passed_on(world: "World", feed: list[Change]) -> None:
    """What only a newer program understands came through as it was."""
    for change in feed:
        if change.id in world.typed:
            typed = world.typed[change.id][0]
            mine = {name: part for name, part in change.extra.items() if name != ASKED}
            assert mine == dict(typed.extra), "parts of a newer program are gone"
            assert (change.schema, change.kind) == (typed.schema, typed.kind), "it was changed"


def _standing(world: "World") -> Iterable[str]:
    for record in world.school.log.records.values():
        for kept in record.state.values():
            yield from kept.get("live", (kept.get("id"),))


def _check_own_order(world: "World") -> None:
    """A later value of one device never loses to an earlier one of its own.

    A shared tablet is another device for whoever comes next: its node says which it was. Forgiven
    is a deletion by a clock that no school believes, refused on a stick, whose undoing went with
    the same stick: it counts from when somebody says yes to it.
    """
    late = set[str]().union(*(device.deleted_by_a_fast_clock for device in world.devices))
    if world.is_restored:
        return
    last: dict[tuple[str, str, str, str], str] = {}
    for change, _, _ in world.typed.values():
        if _is_scalar_that_counts(world, change):
            last[_node(change), change.scope, change.record, change.field] = change.id
    for (node, scope, record, name), change_id in last.items():
        winner = world.school.log.records[scope, record].state[name]["id"]
        if winner in world.typed and _node(world.typed[winner][0]) == node and winner not in late:
            assert winner == change_id, "a later value lost to an earlier one of the same device"


def _node(change: Change) -> str:
    return change.stamp[-NODE_DIGITS:]


def _is_scalar_that_counts(world: "World", change: Change) -> bool:
    """Not what nobody may write, nor deletions that waited for a yes when a tablet was left."""
    is_deletion = change.field == deleting.BINNED and change.value is not None
    is_unasked = is_deletion and change.id in world.left_behind
    return change.rule is Rule.SCALAR and change.kind != FORBIDDEN and not is_unasked


def _check_last_typed_wins(world: "World") -> None:
    """With honest clocks the newest value stands, whoever came to school first."""
    newest: dict[tuple[str, str, str], int] = {}
    for change, _, typed_ms in world.typed.values():
        if _is_scalar_that_counts(world, change):
            key = (change.scope, change.record, change.field)
            newest[key] = max(newest.get(key, 0), typed_ms)
    for (scope, record, name), typed_ms in newest.items():
        winner = world.school.log.records[scope, record].state[name]["id"]
        if winner in world.typed:
            late_ms = typed_ms - world.typed[winner][2]
            assert late_ms <= FIX_ERROR_MS, "an older value won over a newer one"
