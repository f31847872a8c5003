"""Evidence pinned to a criterion: a work, a place in one of its pictures, a time in a recording."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

PLACE_DIGITS = 4
"""Of a fraction: finer than a pixel of any picture that is shown."""


@dataclass(frozen=True, slots=True)
class Pin:
    """One piece of evidence.

    `work` and `file` are record ids, `file` "" for the whole work. `place` is (x, y) as fractions
    of the upright picture's width and height from its upper left corner. `span_ms` is (from, to) in
    a recording; the same twice is a moment.
    """

    work: str
    file: str = ""
    place: tuple[float, float] | None = None
    span_ms: tuple[int, int] | None = None
    note: str = ""


Pins = Mapping[str, tuple[Pin, ...]]
"""criterion id -> what shows it, in the learner's order."""


def read_pins(stored: Any) -> Pins:
    """Pins from their stored JSON shape; anything of another shape is left out."""
    if not isinstance(stored, Mapping):
        return {}
    found = {
        str(criterion): tuple(_read(one) for one in pinned if isinstance(one, Mapping))
        for criterion, pinned in stored.items()
        if isinstance(pinned, list)
    }
    return {criterion: pinned for criterion, pinned in found.items() if pinned}


def write_pins(pins: Pins) -> dict[str, list[dict[str, Any]]]:
    """Pins as JSON; what is empty is left out."""
    return {criterion: [_write(one) for one in pinned] for criterion, pinned in pins.items()}


def _read(stored: Mapping[str, Any]) -> Pin:
    x, y, start, end = (stored.get(name) for name in ("x", "y", "from_ms", "to_ms"))
    has_place = isinstance(x, int | float) and isinstance(y, int | float)
    has_time = isinstance(start, int)
    return Pin(
        str(stored.get("work") or ""),
        str(stored.get("file") or ""),
        (float(x), float(y)) if has_place else None,  # type: ignore[arg-type]
        (start, end if isinstance(end, int) else start) if has_time else None,  # type: ignore[arg-type]
        str(stored.get("note") or ""),
    )


def _write(pin: Pin) -> dict[str, Any]:
    written: dict[str, Any] = {"work": pin.work}
    if pin.file:
        written["file"] = pin.file
    if pin.place is not None:
        written["x"], written["y"] = (round(one, PLACE_DIGITS) for one in pin.place)
    if pin.span_ms is not None:
        written["from_ms"], written["to_ms"] = pin.span_ms
    if pin.note:
        written["note"] = pin.note
    return written
