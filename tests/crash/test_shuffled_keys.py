"""Keys and counts of tries mixed from all generations of a vault and from a sibling's.

Whoever mixes can mend the CRC; they have no vault key. So only a whole file may open, and of whole
files only the newest that the contents have seen.
"""

from __future__ import annotations

import itertools
import json
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

import pytest

from portfolio_app.errors import NotFound, StoreDamaged, TooManyTries, WrongSecret
from portfolio_app.sealing.hpke import public_key_of
from portfolio_app.student.vault.device_keeper import FileKeeper
from portfolio_app.student.vault.keys import KeysOutOfStep
from portfolio_app.student.vault.slots import BadgeCode, TypedSecret, Way, canonical
from portfolio_app.student.vault.tries import FREE_TRIES
from tests.student.vault.device import NOW_MS, SECRET
from tests.student.vault.faulty_disk import FaultyDisk
from tests.student.vault.learners import ADA, BO, LEARNERS, device, make, opens

KEYS, TRIES = LEARNERS / ADA / "keys.json", LEARNERS / ADA / "tries"
NEWEST_SECRET = "the newest"
Keys = dict[str, Any]


@dataclass(frozen=True)
class History:
    """A vault after many changes of its keys, each file of keys there was, and all ways in."""

    disk: FaultyDisk
    generations: tuple[Keys, ...]
    sibling: Keys
    ways: tuple[Way, ...]


@cache
def history() -> History:
    disk = FaultyDisk()
    here = device(disk)
    make(here, ADA)
    make(here, BO)
    generations = [keys_on(disk)]
    ways: list[Way] = [TypedSecret(SECRET)]

    def changed(way: Way) -> None:
        ways.append(way)
        opens(device(disk), way)  # the contents learn of the change
        generations.append(keys_on(disk))

    here.change_secret(ADA, SECRET, "second", now_ms=NOW_MS)
    changed(TypedSecret("second"))
    changed(BadgeCode(here.ways.new_badge(ADA, TypedSecret("second"), now_ms=NOW_MS)))
    badge = BadgeCode(here.ways.new_badge(ADA, TypedSecret("second"), now_ms=NOW_MS))
    changed(badge)
    school = public_key_of(bytes(range(32)))
    here.ways.set_school_key(ADA, school, TypedSecret("second"), now_ms=NOW_MS)
    changed(TypedSecret("second"))
    here.change_secret(ADA, "second", "third", now_ms=NOW_MS)
    changed(TypedSecret("third"))
    here.renew_key(ADA, TypedSecret("third"), badge, now_ms=NOW_MS)
    changed(badge)
    here.change_secret(ADA, "third", NEWEST_SECRET, now_ms=NOW_MS)
    changed(TypedSecret(NEWEST_SECRET))
    sibling = json.loads(bytes(disk.file(LEARNERS / BO / "keys.json").volatile))
    return History(disk, tuple(generations), sibling, tuple(ways))


def keys_on(disk: FaultyDisk) -> Keys:
    found: Keys = json.loads(bytes(disk.file(KEYS).volatile))
    return found


def written(keys: Keys) -> bytes:
    """The file, with the CRC that anybody can make."""
    plain = {name: value for name, value in keys.items() if name != "crc"}
    return canonical({**plain, "crc": zlib.crc32(canonical(plain))})


def mixtures() -> Iterator[tuple[str, Keys]]:
    """One field, or one slot, from any file in any other; slots left out, doubled, in new order."""
    known = history()
    files = [*known.generations, known.sibling]
    for into, source in itertools.permutations(range(len(files)), 2):
        left, right = files[into], files[source]
        for name in left.keys() & right.keys() - {"crc"}:
            yield f"{name} of {source} in {into}", {**left, name: right[name]}
        for here, there in itertools.product(range(len(left["slots"])), right["slots"]):
            slots = [*left["slots"]]
            slots[here] = there
            yield f"a slot of {source} in {into}", {**left, "slots": slots}
            yield f"a slot of {source} added to {into}", {**left, "slots": [*slots, there]}
    for number, keys in enumerate(files):
        slots = keys["slots"]
        for order in itertools.permutations(slots):
            yield f"slots of {number} in order", {**keys, "slots": [*order]}
        for place in range(len(slots)):
            left_out = [*slots[:place], *slots[place + 1 :]]
            yield f"slot {place} of {number} left out", {**keys, "slots": left_out}
            yield f"slot {place} of {number} doubled", {**keys, "slots": [*slots, slots[place]]}


def test_no_mixture_of_keys_opens() -> None:
    known = history()
    genuine = {written(keys) for keys in known.generations}
    tried = {written(keys): name for name, keys in mixtures()}
    assert len(tried) > 600
    for content, name in tried.items():
        if content not in genuine:
            for way in (*known.ways[-3:], known.ways[0]):
                assert not opens_with(content, way), name


def test_of_whole_files_only_the_newest_opens() -> None:
    known = history()
    for keys in (*known.generations[:-1], known.sibling):
        for way in known.ways:
            assert not opens_with(written(keys), way)
    assert opens_with(written(known.generations[-1]), TypedSecret(NEWEST_SECRET))
    assert opens_with(written(known.generations[-1]), known.ways[3])
    for old in known.ways[:3]:
        assert not opens_with(written(known.generations[-1]), old)


def test_older_files_are_refused_as_older() -> None:
    known = history()
    disk = known.disk.as_found()
    disk.file(KEYS).volatile[:] = written(known.generations[-2])
    with pytest.raises(KeysOutOfStep, match="older"):
        opens(device(disk), TypedSecret("third"))


def opens_with(content: bytes, way: Way) -> bool:
    """Whether this way opens the vault with this file of keys; all work is looked at then."""
    disk = history().disk.as_found()
    disk.file(KEYS).volatile[:] = content
    try:
        opens(device(disk), way)
    except (NotFound, StoreDamaged, WrongSecret):
        return False
    return True


def count_wrong(disk: FaultyDisk, times: int) -> list[bytes]:
    """The file of tries before and after each wrong one."""
    found = [bytes(disk.file(TRIES).volatile)]
    for _ in range(times):
        with pytest.raises(WrongSecret):
            opens(device(disk), "wrong")
        found.append(bytes(disk.file(TRIES).volatile))
    return found


def test_no_older_foreign_or_missing_count_shortens_the_wait() -> None:
    disk = history().disk.as_found()
    sibling = bytes(disk.file(LEARNERS / BO / "tries").volatile)
    counts = count_wrong(disk, FREE_TRIES)
    with pytest.raises(TooManyTries):
        opens(device(disk), NEWEST_SECRET)
    for content in (*counts, sibling, b"", bytes(32), counts[-1][:16], counts[0][:20]):
        found = disk.as_found()
        found.file(TRIES).volatile[:] = content
        with pytest.raises(TooManyTries):
            opens(device(found), NEWEST_SECRET)
    without = disk.as_found()
    without.remove(TRIES)
    with pytest.raises(TooManyTries):
        opens(device(without), NEWEST_SECRET)


def test_of_file_and_keeper_the_later_count_holds() -> None:
    disk = history().disk.as_found()
    counts = count_wrong(disk, FREE_TRIES)
    for in_file, in_keeper in itertools.product(range(len(counts)), repeat=2):
        found = disk.as_found()
        found.file(TRIES).volatile[:] = counts[in_file]
        FileKeeper(found, device_folder()).put(f"tries-{ADA}", counts[in_keeper])
        if max(in_file, in_keeper) >= FREE_TRIES:
            with pytest.raises(TooManyTries):
                opens(device(found), NEWEST_SECRET)
        else:
            opens(device(found), NEWEST_SECRET)


def device_folder() -> Any:
    return LEARNERS.parent / "device"
