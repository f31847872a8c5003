"""A sheet of paper, crayons and a felt pen: what every drawing of the made-up class is made with.

Everything wobbles by the dice that are passed in and by nothing else, so that each run draws the
same pictures. No subject of a drawing and no photograph may enter here.
"""

import itertools
import math
import random
from collections.abc import Iterable, Sequence

from PIL import Image, ImageChops, ImageDraw

from portfolio_app.demo.drawings.letters import strokes_of

Point = tuple[float, float]
Colour = tuple[int, int, int]

SHEET_SIZE_PX = (1040, 780)
INK: Colour = (43, 47, 60)
RED: Colour = (206, 66, 52)
ORANGE: Colour = (236, 137, 46)
YELLOW: Colour = (247, 197, 62)
GREEN: Colour = (78, 145, 82)
LIME: Colour = (150, 184, 74)
TEAL: Colour = (38, 132, 134)
BLUE: Colour = (66, 116, 190)
SKY: Colour = (137, 190, 222)
PURPLE: Colour = (124, 92, 160)
PINK: Colour = (226, 134, 160)
BROWN: Colour = (139, 94, 60)
SAND: Colour = (222, 190, 142)
GREY: Colour = (140, 146, 150)
WHITE: Colour = (252, 250, 244)
CREAM: Colour = (250, 244, 228)

_GRAIN_SIDE_PX = 256


class Sheet:
    """A picture in the making; lengths in pixels from its top left corner."""

    def __init__(
        self,
        dice: random.Random,
        paper: Colour = WHITE,
        size_px: tuple[int, int] = SHEET_SIZE_PX,
    ) -> None:
        self.dice = dice
        self.image = Image.new("RGB", size_px, paper)
        self.width, self.height = size_px
        self._grain = _grain(dice)

    def line(
        self, points: Iterable[Point], colour: Colour = INK, width: int = 5, *, shake: float = 2.0
    ) -> None:
        """A felt pen along `points`, with round ends and a child's hand."""
        draw = ImageDraw.Draw(self.image)
        path = [self._shaken(point, shake) for point in _fine(list(points))]
        if len(path) > 1:
            draw.line(path, fill=colour, width=width, joint="curve")
        radius = width / 2
        for x, y in (path[0], path[-1]):
            draw.ellipse((x - radius, y - radius, x + radius, y + radius), fill=colour)

    def fill(self, points: Sequence[Point], colour: Colour, *, strength: float = 0.9) -> None:
        """Crayon inside an outline: strokes one beside the other, paper grain showing through."""
        left, top, right, bottom = _bounds(points, self.width, self.height)
        if right <= left or bottom <= top:
            return
        size = (right - left, bottom - top)
        mask = Image.new("L", size, 0)
        shifted = [(x - left, y - top) for x, y in points]
        ImageDraw.Draw(mask).polygon(shifted, fill=int(255 * strength * 0.62))
        hatching = Image.new("L", size, 0)
        self._hatch(ImageDraw.Draw(hatching), size, int(255 * strength))
        inside = Image.new("L", size, 0)
        ImageDraw.Draw(inside).polygon(shifted, fill=255)
        mask = ImageChops.lighter(mask, ImageChops.multiply(hatching, inside))
        mask = ImageChops.multiply(mask, self._grain_of(size))
        self.image.paste(colour, (left, top), mask)

    def shape(self, points: Sequence[Point], colour: Colour, *, edge: Colour = INK) -> None:
        """A crayoned area with a felt-pen edge."""
        self.fill(points, colour)
        self.line([*points, points[0]], edge, 5)

    def write(
        self, text: str, x: float, y: float, height: float, colour: Colour = INK, width: int = 5
    ) -> float:
        """Capitals by hand from (x, y), the top left; where the next letter would stand."""
        for letter in text:
            tilt = self.dice.uniform(-0.05, 0.05)
            jump = self.dice.uniform(-0.04, 0.04) * height
            strokes, advance = strokes_of(letter)
            for stroke in strokes:
                path = [
                    (x + (px - tilt * (py - 1)) * height, y + py * height + jump)
                    for px, py in stroke
                ]
                self.line(path, colour, width, shake=height * 0.012)
            x += advance * height
        return x

    def scribble_text(self, x: float, y: float, width: float, lines: int, gap: float = 34) -> None:
        """Lines of writing too small to read, as a page full of words looks from afar."""
        for row in range(lines):
            place = x
            end = x + width * (self.dice.uniform(0.45, 0.7) if row == lines - 1 else 1.0)
            while place < end - 20:
                length = min(self.dice.uniform(24, 74), end - place)
                steps = max(4, int(length / 7))
                word = [
                    (place + length * step / steps, y + row * gap + self.dice.uniform(-6, 6))
                    for step in range(steps + 1)
                ]
                self.line(word, INK, 3, shake=0.6)
                place += length + 15

    def _hatch(self, draw: ImageDraw.ImageDraw, size: tuple[int, int], tone: int) -> None:
        slope = self.dice.choice((0.6, -0.6, 0.9, -0.8))
        reach = size[1] * abs(slope)
        place = -reach
        while place < size[0] + reach:
            start, end = (place, 0.0), (place + slope * size[1], float(size[1]))
            draw.line([start, end], fill=tone, width=self.dice.randint(5, 9))
            place += self.dice.uniform(7, 10)

    def _grain_of(self, size: tuple[int, int]) -> Image.Image:
        tiled = Image.new("L", size)
        offset_x, offset_y = self.dice.randrange(64), self.dice.randrange(64)
        for left in range(-offset_x, size[0], _GRAIN_SIDE_PX):
            for top in range(-offset_y, size[1], _GRAIN_SIDE_PX):
                tiled.paste(self._grain, (left, top))
        return tiled

    def _shaken(self, point: Point, shake: float) -> Point:
        return point[0] + self.dice.uniform(-shake, shake), point[1] + self.dice.uniform(
            -shake, shake
        )


def round_points(
    x: float,
    y: float,
    radius_x: float,
    radius_y: float | None = None,
    *,
    start: float = 0,
    turn: float = 1,
) -> list[Point]:
    """Points of an ellipse around (x, y); `turn` of 0.5 is half of it, `start` in whole turns."""
    radius_y = radius_x if radius_y is None else radius_y
    count = max(10, int(28 * turn))
    angles = (2 * math.pi * (start + turn * step / count) for step in range(count + 1))
    return [(x + radius_x * math.cos(angle), y + radius_y * math.sin(angle)) for angle in angles]


def box_points(left: float, top: float, right: float, bottom: float) -> list[Point]:
    """The corners of a box."""
    return [(left, top), (right, top), (right, bottom), (left, bottom)]


def _fine(points: list[Point]) -> list[Point]:
    """Long straight pieces cut in parts, so that the hand can shake along them."""
    fine = points[:1]
    for (from_x, from_y), (to_x, to_y) in itertools.pairwise(points):
        parts = max(1, int(math.hypot(to_x - from_x, to_y - from_y) / 48))
        fine += [
            (from_x + (to_x - from_x) * part / parts, from_y + (to_y - from_y) * part / parts)
            for part in range(1, parts + 1)
        ]
    return fine


def _bounds(points: Sequence[Point], width: int, height: int) -> tuple[int, int, int, int]:
    across, down = [x for x, _ in points], [y for _, y in points]
    return (
        max(0, int(min(across)) - 1), max(0, int(min(down)) - 1),
        min(width, int(max(across)) + 2), min(height, int(max(down)) + 2),
    )  # fmt: skip


def _grain(dice: random.Random) -> Image.Image:
    side = _GRAIN_SIDE_PX
    noise = Image.frombytes("L", (side, side), dice.randbytes(side * side))
    coarse = Image.frombytes("L", (64, 64), dice.randbytes(64 * 64)).resize((side, side))
    blended = Image.blend(noise, coarse, 0.5)
    return blended.point([min(255, 150 + tone * 3 // 4) for tone in range(256)])
