"""An order that two devices may change at once: each item has a key of its own, between two others.

Moving one item writes one key, so that two people who move two things do not undo each other, as
they would with one list for all. A key is a fraction in digits 0-9a-z without a last 0; keys sort
as text. Where two devices chose the same key, the items' ids decide.
"""

import hashlib
from bisect import bisect_left
from collections.abc import Mapping, Sequence

DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
KEY_LIMIT = 60
_BASE = len(DIGITS)
_STEP = 20  # with 10 before it never a multiple of the base, so that no first key ends in 0


def first_key(place: int) -> str:
    """The key of something that nobody has moved, by its place (from 0) when it was added."""
    number = min(place, (_BASE * _BASE - 1) // _STEP - 1) * _STEP + _STEP // 2
    return DIGITS[number // _BASE] + DIGITS[number % _BASE]


def between(before: str = "", after: str = "") -> str | None:
    """A key between two keys ("" for the end that is open); None where there is no room."""
    key = ""
    is_bounded = bool(after)
    while len(key) < KEY_LIMIT:
        place = len(key)
        if is_bounded and place >= max(len(before), len(after)):
            return None
        low = DIGITS.index(before[place]) if place < len(before) else 0
        high = _BASE
        if is_bounded:
            high = DIGITS.index(after[place]) if place < len(after) else 0
        if high < low:
            return None
        if high - low > 1:
            return key + DIGITS[(low + high) // 2]
        is_bounded = is_bounded and high == low
        key += DIGITS[low]
    return None


def arranged(keys: Mapping[str, str]) -> tuple[str, ...]:
    """The items of item -> key, in order."""
    return tuple(sorted(keys, key=lambda item: (keys[item], item)))


def moved(keys: Mapping[str, str], wanted: Sequence[str]) -> Mapping[str, str]:
    """The keys to write so that `wanted` is the order: as few as can be, or all of them.

    `keys`: item -> key as it is now, for those that have one.
    """
    staying = _longest_rising([(keys[item], item) if item in keys else None for item in wanted])
    fresh: dict[str, str] = {}
    before = ""
    for place, item in enumerate(wanted):
        if place in staying:
            before = keys[item]
            continue
        after = next(
            (keys[wanted[at]] for at in range(place + 1, len(wanted)) if at in staying), ""
        )
        key = between(before, after)
        if key is None:
            return {item: first_key(at) for at, item in enumerate(wanted)}
        fresh[item] = before = key
    return fresh


def placement_id(owner: str, item: str) -> str:
    """The record that holds where `item` stands in `owner`: the same on every device."""
    return hashlib.sha256(f"placement/{owner}/{item}".encode()).hexdigest()[:32]


def _longest_rising(found: Sequence[tuple[str, str] | None]) -> set[int]:
    """Places of a longest strictly rising run, gaps allowed; None never belongs to it."""
    tails: list[tuple[str, str]] = []
    tail_places: list[int] = []
    earlier: dict[int, int] = {}
    for place, pair in enumerate(found):
        if pair is None:
            continue
        length = bisect_left(tails, pair)
        earlier[place] = tail_places[length - 1] if length else -1
        tails[length:] = [pair, *tails[length + 1 :]]
        tail_places[length:] = [place, *tail_places[length + 1 :]]
    chosen: set[int] = set()
    place = tail_places[-1] if tail_places else -1
    while place >= 0:
        chosen.add(place)
        place = earlier[place]
    return chosen
