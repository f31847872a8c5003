"""A drawing as marks on a sheet, and the document that keeps it (docs/formats/drawing.md).

Marks can be taken back one by one and drawn again at any size; what is shown elsewhere is a picture
made of them. Nothing here paints.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from portfolio_app.errors import BadInput

FORMAT = "portfolio-drawing"
VERSION = 1
PEN, RUBBER, LINE, BOX, OVAL, WORDS = TOOLS = ("pen", "rubber", "line", "box", "oval", "words")
SHAPES = (LINE, BOX, OVAL)
LONGEST = 4_000
"""The longer side of a sheet, in its own units; a quarter of a pixel of most screens."""

SHEET = (LONGEST, LONGEST * 3 // 4)
WIDTH_LIMIT = 1_000
MARKS_LIMIT = 2_000
POINTS_LIMIT = 2_000
WORDS_LIMIT = 200
LINES_LIMIT = 12
LINE_HEIGHT = 1.25
"""From one line of words to the next, as a share of the height of the letters."""

DOCUMENT_BYTES_LIMIT = 8 << 20

_COLOUR = re.compile(r"#[0-9a-f]{6}", re.ASCII)
_ID = re.compile(r"[0-9a-z][0-9a-z_-]{0,63}", re.ASCII)
_BESIDE = LONGEST
"""How far outside of the sheet a mark may go: a finger does not stop at the edge."""

Point = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing drawn. `colour` as "#rrggbb"; `width` and points in units of the sheet.

    A line, box or oval has two points, its corners; a pen or rubber one or more. Words have one,
    the upper left corner of their first line; their `width` is the height of the letters.
    """

    tool: str
    colour: str
    width: int
    points: tuple[Point, ...]
    words: str = ""

    def as_json(self) -> dict[str, Any]:
        """As it stands in a document; the points one after the other."""
        flat = [number for point in self.points for number in point]
        said = {"words": self.words} if self.words else {}
        return {
            "tool": self.tool,
            "colour": self.colour,
            "width": self.width,
            "points": flat,
        } | said

    @staticmethod
    def read(value: Any) -> "Mark":
        """From a document; raises BadInput."""
        if not isinstance(value, Mapping) or value.get("tool") not in TOOLS:
            raise _broken("a mark is of an unknown kind")
        colour: Any = value.get("colour")
        width: Any = value.get("width")
        flat: Any = value.get("points")
        if not isinstance(colour, str) or not _COLOUR.fullmatch(colour):
            raise _broken("a mark has no colour")
        if not _is_whole(width, 1, WIDTH_LIMIT):
            raise _broken("a mark has no width")
        if not isinstance(flat, list) or not flat or len(flat) > 2 * POINTS_LIMIT or len(flat) % 2:
            raise _broken(f"a mark has not between 1 and {POINTS_LIMIT} points")
        if not all(_is_whole(one, -_BESIDE, LONGEST + _BESIDE) for one in flat):
            raise _broken("a mark lies far outside of the sheet")
        points = tuple(zip(flat[::2], flat[1::2], strict=True))
        if value["tool"] in SHAPES and len(points) != 2:  # noqa: PLR2004 - its two corners
            raise _broken("a shape has not two corners")
        words = _words(value, len(points)) if value["tool"] == WORDS else ""
        return Mark(value["tool"], colour, width, points, words)


@dataclass(frozen=True, slots=True)
class Drawing:
    """Marks on a sheet, the oldest first. `over` is the id of the file whose picture lies beneath,
    "" for paper.
    """

    width: int
    height: int
    marks: tuple[Mark, ...] = ()
    over: str = ""


def sheet_like(width_px: int, height_px: int) -> tuple[int, int]:
    """Width and height of a sheet in the shape of a picture."""
    if width_px <= 0 or height_px <= 0:
        return SHEET
    longest = max(width_px, height_px)
    return (
        max(1, round(width_px * LONGEST / longest)),
        max(1, round(height_px * LONGEST / longest)),
    )


def write_drawing(drawing: Drawing) -> bytes:
    """The document. Raises BadInput for more than it may hold."""
    if len(drawing.marks) > MARKS_LIMIT:
        raise BadInput(f"A drawing has at most {MARKS_LIMIT} lines. Begin another one.")
    document: dict[str, Any] = {
        "format": FORMAT, "version": VERSION, "width": drawing.width, "height": drawing.height,
        "marks": [mark.as_json() for mark in drawing.marks],
    }  # fmt: skip
    if drawing.over:
        document["over"] = drawing.over
    return json.dumps(document, separators=(",", ":")).encode()


def read_drawing(raw: bytes) -> Drawing:
    """Read a document; raises BadInput for anything else, and for one of a newer version."""
    if len(raw) > DOCUMENT_BYTES_LIMIT:
        raise _broken(f"it is larger than {DOCUMENT_BYTES_LIMIT >> 20} MB")
    try:
        found = json.loads(raw)
    except (ValueError, RecursionError):
        raise _broken("it cannot be read") from None
    if not isinstance(found, dict) or found.get("format") != FORMAT:
        raise _broken("it is something else")
    if found.get("version") != VERSION:
        raise BadInput("This drawing was made by a newer app. Update this app to draw on.")
    width: Any = found.get("width")
    height: Any = found.get("height")
    marks: Any = found.get("marks")
    if not all(_is_whole(side, 1, LONGEST) for side in (width, height)):
        raise _broken("it has no size")
    if not isinstance(marks, list) or len(marks) > MARKS_LIMIT:
        raise _broken(f"it has more than {MARKS_LIMIT} lines")
    over = found.get("over", "")
    if not isinstance(over, str) or (over and not _ID.fullmatch(over)):
        raise _broken("what lies beneath has no name")
    return Drawing(width, height, tuple(map(Mark.read, marks)), over)


def _words(mark: Mapping[str, Any], points: int) -> str:
    words: Any = mark.get("words")
    if not isinstance(words, str) or not 0 < len(words) <= WORDS_LIMIT or points != 1:
        raise _broken(f"words are not one to {WORDS_LIMIT} letters at one place")
    lines = words.split("\n")
    if len(lines) > LINES_LIMIT or not all(line.isprintable() for line in lines):
        raise _broken("words hold what cannot be read")
    return words


def _is_whole(value: Any, least: int, most: int) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and least <= value <= most


def _broken(why: str) -> BadInput:
    return BadInput(f"This drawing cannot be drawn on: {why}. Its picture is still there.")
