"""Which versions of a text may be joined: those with one lowest common ancestor and no gap."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest

from sync import merge, server, versions
from sync.change import JSON, Change, Rule
from sync.clock import HybridClock, format_stamp
from sync.merge import EMPTY, RecordState
from sync.text_merge import Effort
from tests.simulation.school import MemoryLog

NODE = "a" * 16
NOW_MS = 1_000_000


def _id(number: int) -> str:
    return f"{number:032x}"


def text(number: int, words: JSON, seen: Sequence[int] = (), field: str = "words") -> Change:
    """A version numbered by time."""
    return Change(
        _id(number), "p/amy", "r", "reflection", field, Rule.TEXT, words,
        format_stamp(number, 0, NODE), tuple(map(_id, seen)),
    )  # fmt: skip


def anything(_change: Change, _author: str, _state: RecordState) -> str | None:
    return None


def push(log: MemoryLog, *some: Change) -> Mapping[str, str]:
    taken = server.accept(
        some, log, author="amy", may_write=anything, clock=HybridClock("5" * 16), now_ms=NOW_MS
    )
    return taken.refused


def shown(log: MemoryLog) -> list[str]:
    stored = log.load("p/amy", "r")
    assert stored is not None
    found: list[str] = merge.view(stored.state)["words"]
    return found


FIRST = text(1, "I like cats. They sleep.")
MINE = text(2, "I love cats. They sleep.", [1])
YOURS = text(3, "I like cats. They purr.", [1])


def test_versions_written_apart_become_one_that_replaces_both() -> None:
    log = MemoryLog()
    push(log, FIRST, MINE, YOURS)
    assert shown(log) == ["I love cats. They purr."]
    version = log.changes()[-1]
    assert (version.author, version.rule, set(version.seen)) == (
        versions.JOINER, Rule.TEXT, {MINE.id, YOURS.id},
    )  # fmt: skip
    assert version.stamp > max(MINE.stamp, YOURS.stamp)


def test_every_school_writes_the_very_same_version() -> None:
    one, other = MemoryLog(), MemoryLog()
    push(one, FIRST, MINE, YOURS)
    push(other, FIRST)
    push(other, YOURS)
    push(other, MINE)
    assert one.changes()[-1] == other.changes()[-1]


def test_edits_that_touch_both_stay() -> None:
    log = MemoryLog()
    push(log, FIRST, MINE, text(3, "I hate cats. They sleep.", [1]))
    assert len(shown(log)) == 2


def test_texts_without_a_common_ancestor_both_stay_unless_they_are_the_same() -> None:
    log = MemoryLog()
    push(log, text(1, "one two three"), text(2, "four five six"))
    assert len(shown(log)) == 2
    push(log, replace(text(3, "one two three"), record="r"))
    assert sorted(shown(log)) == ["four five six", "one two three"]


def test_two_lowest_common_ancestors_are_one_too_many() -> None:
    """Each side has joined the same two by hand, and each went on."""
    base = [text(1, "a b c d e f"), text(2, "a b c d e f")]
    crossed = [text(3, "x b c d e f", [1, 2]), text(4, "a b c d e y", [1, 2])]
    known = {change.id: change for change in (*base, *crossed)}
    assert versions.ancestor(crossed[0], crossed[1], known.get) is None


def test_the_lowest_ancestor_is_taken_not_an_older_one() -> None:
    chain = [text(1, "a"), text(2, "a b", [1]), text(3, "a b c", [2])]
    one, other = text(4, "x b c", [3]), text(5, "a b z", [3])
    known = {change.id: change for change in (*chain, one, other)}
    assert versions.ancestor(one, other, known.get) == chain[2]


def test_a_gap_in_what_is_known_keeps_both() -> None:
    log = MemoryLog()
    push(log, replace(MINE, seen=(_id(99),)), YOURS, FIRST)
    assert len(log.changes()) == 3


def test_a_version_that_names_another_field_as_its_past_is_left_alone() -> None:
    log = MemoryLog()
    push(log, replace(FIRST, field="title"), MINE, YOURS)
    assert len(shown(log)) == 2


def test_three_become_one_in_two_steps() -> None:
    log = MemoryLog()
    third = text(4, "So. I like cats. They sleep.", [1])
    push(log, FIRST, MINE, YOURS, third)
    assert len(shown(log)) < 3


def test_a_device_that_goes_on_from_its_own_version_is_joined_again() -> None:
    log = MemoryLog()
    push(log, FIRST, MINE, YOURS)
    push(log, text(9, "I love cats. They sleep. A lot.", [2]))
    assert len(shown(log)) <= 2
    assert "A lot." in " ".join(shown(log))


def test_what_the_table_refuses_is_not_written_by_joining_either() -> None:
    def short(change: Change, _author: str, _state: RecordState) -> str | None:
        return server.REASON_TOO_LARGE if len(str(change.value)) > 8 else None

    log = MemoryLog()
    server.accept(
        [text(1, "a b c d"), text(2, "aa b c d", [1]), text(3, "a b c dd", [1])],
        log, author="amy", may_write=short, clock=HybridClock("5" * 16), now_ms=NOW_MS,
    )  # fmt: skip
    assert len(shown(log)) == 2


def test_a_history_longer_than_is_looked_at_keeps_both() -> None:
    chain = [text(1, "a b c d e")]
    chain += [
        text(number, f"a{number} b c d e", [number - 1])
        for number in range(2, versions.ANCESTORS_LIMIT + 10)
    ]
    other = replace(text(5_000, "a b c d z", [1]))
    known = {change.id: change for change in (*chain, other)}
    assert versions.ancestor(chain[-1], other, known.get) is None
    assert versions.ancestor(chain[50], other, known.get) == chain[0]


@pytest.mark.parametrize("seed", range(60))
def test_the_ancestor_is_what_plain_sets_say(seed: int) -> None:
    """Against an oracle that walks everything: common ancestors that are nobody's ancestor."""
    dice = random.Random(seed)
    made = [text(1, "root")]
    for number in range(2, 14):
        parents = dice.sample(
            range(max(1, number - 5), number), k=min(dice.choice((1, 1, 2)), number - 1)
        )
        made.append(text(number, "t", parents))
    known = {change.id: change for change in made}

    def behind(change: Change) -> set[str]:
        found: set[str] = set()
        for parent in change.seen:
            found |= {parent} | behind(known[parent])
        return found

    for one in made:
        for other in made:
            if one.id == other.id or one.id in behind(other) or other.id in behind(one):
                continue
            common = behind(one) & behind(other)
            lowest = [
                key
                for key in common
                if not any(key in behind(known[other_key]) for other_key in common)
            ]
            expected = known[lowest[0]] if len(lowest) == 1 else None
            assert versions.ancestor(one, other, known.get) == expected


def test_effort_is_shared_by_all_texts_of_a_push(monkeypatch: pytest.MonkeyPatch) -> None:
    spent: list[Effort] = []
    real = versions.joined

    def watched(live: object, find: object, effort: Effort) -> Change | None:
        spent.append(effort)
        return real(live, find, effort)  # type: ignore[arg-type]

    monkeypatch.setattr(versions, "joined", watched)
    push(MemoryLog(), FIRST, MINE, YOURS, text(7, "b", field="caption"))
    assert len({id(effort) for effort in spent}) == 1
    assert merge.view(EMPTY) == {}
