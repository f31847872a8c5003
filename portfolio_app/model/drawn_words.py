"""Words as a mark of a drawing: broken into lines once, so that every painter sets them alike."""

import re
import unicodedata

from portfolio_app.model.drawing import (
    LINE_HEIGHT,
    LINES_LIMIT,
    WORDS,
    WORDS_LIMIT,
    Mark,
    Point,
)

_NARROW, _WIDE = 0.62, 1.0
"""How wide a letter is at most, as a share of the height that it is written in."""


def set_words(said: str, colour: str, size: int, at: Point, sheet: tuple[int, int]) -> Mark | None:
    """Words that begin at a place of a sheet, moved so far that they stand on it. None for nothing.

    `size` is the height of the letters in units of the sheet. What has no room is left out.
    """
    clean = "".join(one for one in said if one == "\n" or one.isprintable()).strip()
    lines = _lines(clean[:WORDS_LIMIT], sheet[0] / size)
    most = max(1, min(LINES_LIMIT, int(sheet[1] / (size * LINE_HEIGHT))))
    words = "\n".join(lines[:most])[:WORDS_LIMIT].strip()
    if not words:
        return None
    shown = words.split("\n")
    wide = max(map(_width, shown)) * size
    high = len(shown) * size * LINE_HEIGHT
    x = max(0, min(at[0], round(sheet[0] - wide)))
    y = max(0, min(at[1], round(sheet[1] - high)))
    return Mark(WORDS, colour, size, ((x, y),), words)


def _lines(text: str, room: float) -> list[str]:
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line = ""
        for piece in re.findall(r"\s*\S+", paragraph):
            if line and _width(line + piece) > room:
                lines.append(line)
                line = ""
            line = line + piece if line else piece.strip()
            while len(line) > 1 and _width(line) > room:
                fits = _fitting(line, room)
                lines.append(line[:fits])
                line = line[fits:]
        lines.append(line)
    return lines


def _fitting(line: str, room: float) -> int:
    """How many letters of a line have room, at least one."""
    used = 0.0
    for number, letter in enumerate(line):
        used += _width(letter)
        if used > room:
            return max(1, number)
    return len(line)


def _width(line: str) -> float:
    """How wide a line is at most, in heights of its letters."""
    return sum(
        _WIDE if unicodedata.east_asian_width(one) in "WF" else _NARROW
        for one in line
        if not unicodedata.combining(one)
    )
