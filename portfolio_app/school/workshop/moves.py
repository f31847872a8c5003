"""What the buttons of the grid do: each turns one sheet into another, and says where to go on."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import TypeVar

from portfolio_app.errors import BadInput
from portfolio_app.school.workshop.sheet import (
    CRITERIA_EDITED_LIMIT,
    LEVELS_EDITED_LIMIT,
    Cell,
    Line,
    NewId,
    Sheet,
    padded,
)

CRITERION, LEVEL = "criterion", "level"
_DIGITS_LIMIT = 2
_Part = TypeVar("_Part")


@dataclass(frozen=True, slots=True)
class Moved:
    """The sheet as it is now; `focus` is the field or button to go on with.

    `took` is what was taken away, as JSON that `put_back` reads; "" when nothing was.
    """

    sheet: Sheet
    focus: str
    took: str = ""


@dataclass(frozen=True, slots=True)
class _Press:
    """A button: its verb, and the places that it names (line, then level)."""

    verb: str
    places: tuple[int, ...]
    rest: str


def move(sheet: Sheet, action: str, new_id: NewId) -> Moved:
    """Do what a button says. Raises BadInput for a button that is on no page."""
    press = _read(action)
    deed = _DEEDS.get((press.verb, len(press.places)))
    if deed is None:
        raise BadInput("The form could not be read; open the page again.")
    sheet = padded(sheet, new_id)
    names_line = len(press.places) > (press.verb in _OF_LEVELS)
    if names_line and press.places[0] >= len(sheet.lines):
        raise BadInput("The form could not be read; open the page again.")
    return deed(sheet, press, new_id)


def put_back(sheet: Sheet, took: str) -> Sheet:
    """Put back what was taken away, among whatever was typed since. Raises BadInput."""
    try:
        packed = json.loads(took)
        if packed["what"] == CRITERION:
            line = Line(**{**packed["line"], "cells": _cells(packed["line"]["cells"])})
            at = int(packed["at"])
            return replace(sheet, lines=(*sheet.lines[:at], line, *sheet.lines[at:]))
        at, kept = int(packed["at"]), dict(packed["cells"])
        lines = []
        for line in sheet.lines:
            back = _cells([kept[line.id]]) if line.id in kept else ()
            cells = (*line.cells[:at], *back, *line.cells[at:])
            lines.append(replace(line, cells=cells))
        return replace(sheet, lines=tuple(lines))
    except (ValueError, KeyError, TypeError):
        raise BadInput("The form could not be read; open the page again.") from None


def what_was_taken(took: str) -> str:
    """ "criterion" or "level"."""
    return CRITERION if f'"what": "{CRITERION}"' in took else LEVEL


def _cells(packed: Sequence[Mapping[str, str]]) -> tuple[Cell, ...]:
    return tuple(
        Cell(**{name: str(cell[name]) for name in Cell.__dataclass_fields__}) for cell in packed
    )


def _read(action: str) -> _Press:
    verb, *parts = action.split(":", 3)
    places: list[int] = []
    while parts and parts[0].isascii() and parts[0].isdecimal() and len(parts[0]) <= _DIGITS_LIMIT:
        places.append(int(parts.pop(0)))
    return _Press(verb, tuple(places), ":".join(parts))


def _refresh(sheet: Sheet, _press: _Press, _new_id: NewId) -> Moved:
    return Moved(sheet, "refresh")


def _add_line(sheet: Sheet, _press: _Press, new_id: NewId) -> Moved:
    if len(sheet.lines) >= CRITERIA_EDITED_LIMIT:
        return Moved(sheet, "title")
    like = sheet.lines[-1].cells if sheet.lines else (Cell(""),)
    cells = tuple(Cell(new_id(), one.name, score=one.score) for one in like)
    line = Line(new_id(), group=sheet.lines[-1].group if sheet.lines else "", cells=cells)
    return Moved(replace(sheet, lines=(*sheet.lines, line)), f"c{len(sheet.lines)}.title")


def _remove_line(sheet: Sheet, press: _Press, _new_id: NewId) -> Moved:
    (at,) = press.places
    lines = (*sheet.lines[:at], *sheet.lines[at + 1 :])
    packed = {"what": CRITERION, "at": at, "line": asdict(sheet.lines[at])}
    return Moved(replace(sheet, lines=lines), "undo", json.dumps(packed))


def _up(sheet: Sheet, press: _Press, _new_id: NewId) -> Moved:
    (at,) = press.places
    lines, to = _swapped(sheet.lines, at, at - 1)
    return Moved(replace(sheet, lines=lines), f"up:{to}" if to else f"down:{to}")


def _down(sheet: Sheet, press: _Press, _new_id: NewId) -> Moved:
    (at,) = press.places
    lines, to = _swapped(sheet.lines, at, at + 1)
    is_last = to == len(lines) - 1
    return Moved(replace(sheet, lines=lines), f"up:{to}" if is_last else f"down:{to}")


def _add_level(sheet: Sheet, press: _Press, new_id: NewId) -> Moved:
    """To one criterion, or to all."""
    chosen = range(len(sheet.lines)) if not press.places else press.places
    focus = f"h{sheet.width}.name" if not press.places else ""
    for at in chosen:
        line = sheet.lines[at]
        if len(line.cells) < LEVELS_EDITED_LIMIT:
            focus = focus or f"c{at}.l{len(line.cells)}.name"
            sheet = sheet.with_line(at, replace(line, cells=(*line.cells, Cell(new_id()))))
    return Moved(sheet, focus or "refresh")


def _remove_level(sheet: Sheet, press: _Press, _new_id: NewId) -> Moved:
    *chosen, place = press.places
    lines = [sheet.lines[at] for at in chosen or range(len(sheet.lines))]
    cells = {one.id: asdict(one.cells[place]) for one in lines if place < len(one.cells)}
    packed = {"what": LEVEL, "at": place, "cells": cells}
    without = _levels(sheet, press, lambda cells, at: (*cells[:at], *cells[at + 1 :]))
    return Moved(without, "undo", json.dumps(packed))


def _left(sheet: Sheet, press: _Press, _new_id: NewId) -> Moved:
    place = press.places[-1]
    start = "".join(f"{one}:" for one in press.places[:-1])
    to = max(place - 1, 0)
    focus = f"left:{start}{to}" if to else f"right:{start}{to}"
    return Moved(_levels(sheet, press, lambda cells, at: _swapped(cells, at, at - 1)[0]), focus)


def _right(sheet: Sheet, press: _Press, _new_id: NewId) -> Moved:
    place = press.places[-1]
    start = "".join(f"{one}:" for one in press.places[:-1])
    width = len(sheet.lines[press.places[0]].cells) if start else sheet.width
    to = min(place + 1, width - 1)
    focus = f"left:{start}{to}" if to == width - 1 else f"right:{start}{to}"
    return Moved(_levels(sheet, press, lambda cells, at: _swapped(cells, at, at + 1)[0]), focus)


def _find(sheet: Sheet, press: _Press, _new_id: NewId) -> Moved:
    return Moved(sheet, f"c{press.places[0]}.find")


def _link(sheet: Sheet, press: _Press, _new_id: NewId) -> Moved:
    (at,) = press.places
    line = replace(sheet.lines[at], competency=press.rest, shown="", find="")
    return Moved(sheet.with_line(at, line), f"unlink:{at}")


def _unlink(sheet: Sheet, press: _Press, _new_id: NewId) -> Moved:
    (at,) = press.places
    line = replace(sheet.lines[at], competency="", shown="")
    return Moved(sheet.with_line(at, line), f"c{at}.find")


def _levels(
    sheet: Sheet,
    press: _Press,
    change: Callable[[tuple[Cell, ...], int], tuple[Cell, ...]],
) -> Sheet:
    """Change the levels of one criterion, or of all of them alike."""
    *lines, place = press.places
    for at in lines or range(len(sheet.lines)):
        line = sheet.lines[at]
        if place < len(line.cells):
            sheet = sheet.with_line(at, replace(line, cells=change(line.cells, place)))
    return sheet


def _swapped(parts: tuple[_Part, ...], at: int, to: int) -> tuple[tuple[_Part, ...], int]:
    if not 0 <= to < len(parts) or not 0 <= at < len(parts):
        return parts, at
    found = list(parts)
    found[at], found[to] = found[to], found[at]
    return tuple(found), to


_Deed = Callable[[Sheet, _Press, NewId], Moved]
_OF_LEVELS = frozenset({"remove-level", "left", "right"})
_DEEDS: Mapping[tuple[str, int], _Deed] = {
    ("refresh", 0): _refresh,
    ("add-criterion", 0): _add_line,
    ("remove-criterion", 1): _remove_line,
    ("up", 1): _up,
    ("down", 1): _down,
    ("add-level", 0): _add_level,
    ("add-level", 1): _add_level,
    ("remove-level", 1): _remove_level,
    ("remove-level", 2): _remove_level,
    ("left", 1): _left,
    ("left", 2): _left,
    ("right", 1): _right,
    ("right", 2): _right,
    ("find", 1): _find,
    ("link", 1): _link,
    ("unlink", 1): _unlink,
}
