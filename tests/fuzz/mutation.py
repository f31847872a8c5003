"""Changes to bytes and to JSON, drawn from a seed."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable, Sequence
from random import Random
from typing import Any

MAXIMUM_BYTES = 1 << 20
MAXIMUM_STEPS = 4

_NUMBERS = (0, 1, 2, 0x7F, 0x80, 0xFF, 0x7FFF, 0xFFFF, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF)
_WIDTHS = (1, 2, 4, 8)
_ODD_VALUES: tuple[Any, ...] = (
    *(None, True, False, 0, -1, 1, 2**31, 2**53, 2**63, 2**64, -(2**63), 1e308, -0.5),
    *("", "x", "\x00", "ﷺ" * 40, "\ud800", "0" * 64, "-1", [], {}, [[]], [None, 1], {"": {}}),
)


def mutated(source: Random, raw: bytes, others: Sequence[bytes]) -> bytes:
    """Return `raw` with one to four changes; some take a part of one of `others`."""
    content = bytearray(raw)
    for _ in range(source.choice((1, 1, 1, 2, MAXIMUM_STEPS))):
        source.choice(_STEPS)(source, content, others)
    return bytes(content[:MAXIMUM_BYTES])


def mutated_json(source: Random, text: bytes) -> bytes:
    """Return a JSON document with some values taken, given twice, or exchanged for odd ones."""
    document = json.loads(text)
    for _ in range(source.randrange(1, MAXIMUM_STEPS)):
        places = [*_places(document)]
        if not places:
            break
        _change(source, places, *source.choice(places))
    return json.dumps(document, sort_keys=True, separators=(",", ":")).encode()


def _places(value: Any) -> list[tuple[Any, Any]]:
    """Every (container, key) in a JSON value."""
    found: list[tuple[Any, Any]] = []
    waiting = [value] if isinstance(value, dict | list) else []
    while waiting:
        one = waiting.pop()
        inside = one.items() if isinstance(one, dict) else enumerate(one)
        for key, inner in inside:
            found.append((one, key))
            if isinstance(inner, dict | list):
                waiting.append(inner)
    return found


def _change(source: Random, places: list[tuple[Any, Any]], container: Any, key: Any) -> None:
    way = source.randrange(6)
    value = container[key]
    if way == 0:
        del container[key]
    elif way == 1 and isinstance(container, list):
        container.insert(key, json.loads(json.dumps(value)))
    elif way == 2:  # one way of six
        other, place = source.choice(places)
        container[key] = json.loads(json.dumps(other[place])) if place in _keys(other) else None
    elif way == 3 and type(value) is int:
        container[key] = value + source.choice((-1, 1, -8, 4096, 2**32))
    elif way == 4 and isinstance(value, str) and value:
        container[key] = value[: source.randrange(len(value))]
    else:
        container[key] = copy.deepcopy(source.choice(_ODD_VALUES))


def _keys(container: Any) -> Any:
    return container if isinstance(container, dict) else range(len(container))


def _place(source: Random, content: bytearray) -> int:
    """Anywhere; heads are looked for twice as often, for they are short and say the most."""
    size_bytes = len(content)
    if source.random() < 0.5:
        size_bytes = min(size_bytes, 256)
    return source.randrange(size_bytes + 1)


def _turn_a_bit(source: Random, content: bytearray, others: Sequence[bytes]) -> None:
    del others
    if content:
        content[_place(source, content) % len(content)] ^= 1 << source.randrange(8)


def _put_bytes(source: Random, content: bytearray, others: Sequence[bytes]) -> None:
    del others
    place = _place(source, content)
    content[place:place] = source.randbytes(source.choice((1, 2, 8, 100)))


def _take_bytes(source: Random, content: bytearray, others: Sequence[bytes]) -> None:
    del others
    place = _place(source, content)
    del content[place : place + source.choice((1, 2, 4, 16, 200, 5000))]


def _cut(source: Random, content: bytearray, others: Sequence[bytes]) -> None:
    del others
    del content[source.randrange(len(content) + 1) :]


def _put_a_number(source: Random, content: bytearray, others: Sequence[bytes]) -> None:
    """A size, a count or an offset at the edge of what it can be."""
    del others
    place, width = _place(source, content), source.choice(_WIDTHS)
    number = source.choice((*_NUMBERS, len(content), len(content) - place)) % 256**width
    content[place : place + width] = number.to_bytes(width, source.choice(("big", "little")))


def _change_a_number(source: Random, content: bytearray, others: Sequence[bytes]) -> None:
    del others
    place, width = _place(source, content), source.choice(_WIDTHS)
    number = int.from_bytes(content[place : place + width], "big") + source.choice((-1, 1, 8, -8))
    content[place : place + width] = (number % 256**width).to_bytes(width, "big")


def _say_twice(source: Random, content: bytearray, others: Sequence[bytes]) -> None:
    del others
    start, stop = sorted((_place(source, content), _place(source, content)))
    content[start:start] = content[start:stop] * source.choice((1, 1, 2, 50))
    del content[MAXIMUM_BYTES:]


def _say_elsewhere(source: Random, content: bytearray, others: Sequence[bytes]) -> None:
    del others
    start, stop = sorted((_place(source, content), _place(source, content)))
    part = content[start:stop]
    del content[start:stop]
    place = _place(source, content)
    content[place:place] = part


def _zeros(source: Random, content: bytearray, others: Sequence[bytes]) -> None:
    del others
    start, stop = sorted((_place(source, content), _place(source, content)))
    content[start:stop] = bytes((source.choice((0, 0, 0xFF)),)) * (stop - start)


def _take_of_another(source: Random, content: bytearray, others: Sequence[bytes]) -> None:
    other = bytearray(source.choice(others)) if others else content
    start, stop = sorted((_place(source, other), _place(source, other)))
    place = _place(source, content)
    content[place : place + source.choice((0, stop - start))] = other[start:stop]


_STEPS: tuple[Callable[[Random, bytearray, Sequence[bytes]], None], ...] = (
    *(
        _turn_a_bit,
        _turn_a_bit,
        _turn_a_bit,
        _put_bytes,
        _take_bytes,
        _cut,
        _put_a_number,
        _put_a_number,
    ),
    *(_change_a_number, _say_twice, _say_elsewhere, _zeros, _take_of_another),
)
